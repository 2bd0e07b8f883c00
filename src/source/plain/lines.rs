//! The physical lines of a text.
//!
//! In: a text. Out: its lines, which cover it without gap or overlap: each with the place
//! of its words, its indent and its list mark. What a line is for is decided elsewhere.

use std::ops::Range;

use crate::source::is_space;

/// One physical line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// All of it, line end included.
    pub(super) all: Range<usize>,
    /// Without the white space around it; empty for a blank line.
    pub(super) content: Range<usize>,
    /// Columns of white space before its content; a tab counts as four.
    pub(super) indent: usize,
    /// The list mark its content begins with.
    pub(super) mark: Option<Mark>,
}

/// A list mark, and where the words after it begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    pub(super) kind: MarkKind,
    pub(super) after: usize,
}

/// What a list mark looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum MarkKind {
    /// `-`, `*`, `•` and their like.
    Bullet,
    /// `–` or `—`: a bullet, but in Slavic typesetting also the mark of direct speech.
    Dash,
    /// `3.`, `3)`, `1.2.`: the last number, and how many numbers there are.
    Number { last: u32, levels: u8 },
}

impl Line {
    /// Whether it has no visible character.
    pub(super) fn is_blank(&self) -> bool {
        self.content.is_empty()
    }

    /// Where its words begin: after the list mark, if it has one.
    pub(super) fn words_at(&self) -> usize {
        self.mark.map_or(self.content.start, |mark| mark.after)
    }
}

/// The lines of `text`.
pub(super) fn split(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut start = 0;
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let length = match (bytes[at], bytes.get(at + 1)) {
            (b'\r', Some(b'\n')) => 2,
            (b'\n' | b'\r', _) => 1,
            _ => {
                at += 1;
                continue;
            }
        };
        at += length;
        lines.push(line(text, start..at));
        start = at;
    }
    if start < text.len() {
        lines.push(line(text, start..text.len()));
    }
    lines
}

fn line(text: &str, all: Range<usize>) -> Line {
    let whole = &text[all.clone()];
    let trimmed = whole.trim_start_matches(is_space);
    let before = whole.len() - trimmed.len();
    let trimmed = trimmed.trim_end_matches(is_space);
    let content = all.start + before..all.start + before + trimmed.len();
    let indent = whole[..before]
        .chars()
        .map(|c| match c {
            '\t' => 4,
            '\u{feff}' | '\u{200b}' | '\r' | '\n' => 0,
            _ => 1,
        })
        .sum();
    let mark = mark(trimmed).map(|(kind, after)| Mark { kind, after: content.start + after });
    Line { all, content, indent, mark }
}

fn mark(content: &str) -> Option<(MarkKind, usize)> {
    let kind = match content.chars().next()? {
        '-' | '*' | '•' | '·' | '▪' | '■' | '●' | '◦' | '‣' | '►' | '✓' => {
            MarkKind::Bullet
        }
        '–' | '—' => MarkKind::Dash,
        c if c.is_ascii_digit() => return number(content),
        _ => return None,
    };
    let rest = content.trim_start_matches(|c: char| !c.is_alphanumeric() && !is_space(c));
    let words = rest.trim_start_matches(is_space);
    // `-5 °C` and `*** ` are no list items: a mark is one character and a space.
    let width = content.len() - rest.len();
    let single = content.chars().next().is_some_and(|c| c.len_utf8() == width);
    (single && words.len() < rest.len() && !words.is_empty())
        .then(|| (kind, content.len() - words.len()))
}

/// `3. `, `3) `, `1.2. `; a full date (`3.05.2013`) and a bare number are no marks.
fn number(content: &str) -> Option<(MarkKind, usize)> {
    let (mut at, mut levels, mut last) = (0, 0_u8, 0);
    loop {
        let digits = content[at..].bytes().take_while(u8::is_ascii_digit).count();
        if digits == 0 || digits > 4 {
            break;
        }
        let stop = at + digits;
        if !matches!(content.as_bytes().get(stop), Some(b'.' | b')')) {
            return None;
        }
        last = content[at..stop].parse().ok()?;
        levels = levels.saturating_add(1);
        at = stop + 1;
    }
    let words = content[at..].trim_start_matches(is_space);
    let after = content.len() - words.len();
    (levels > 0 && levels < 6 && after > at).then_some((MarkKind::Number { last, levels }, after))
}

#[cfg(test)]
mod tests {
    use super::{MarkKind, split};

    #[test]
    fn lines_cover_the_text_whatever_their_ends() {
        for text in ["a\nb", "a\r\nb\r\n", "a\rb", "\n\n", "", "  x \n\t y\r\n\u{a0}\n"] {
            let lines = split(text);
            let joined: String = lines.iter().map(|line| &text[line.all.clone()]).collect();
            assert_eq!(joined, text);
        }
        assert_eq!(split("a\r\n\nb").len(), 3);
    }

    #[test]
    fn a_line_of_no_break_spaces_is_blank() {
        let lines = split("a\n\u{a0} \u{200b}\nb");
        assert!(lines[1].is_blank());
        assert_eq!(split("  \tx")[0].indent, 6);
    }

    #[test]
    fn list_marks_are_told_from_dates_numbers_and_speech() {
        let kind = |text: &str| split(text)[0].mark.map(|mark| mark.kind);
        assert_eq!(kind("- one"), Some(MarkKind::Bullet));
        assert_eq!(kind("— Да, — каза той."), Some(MarkKind::Dash));
        assert_eq!(kind("12) one"), Some(MarkKind::Number { last: 12, levels: 1 }));
        assert_eq!(kind("1.2. one"), Some(MarkKind::Number { last: 2, levels: 2 }));
        for plain in ["-5 °C", "3.05.2013 text", "2013 year", "3.5 million", "***", "-"] {
            assert_eq!(kind(plain), None, "{plain}");
        }
    }
}
