//! Lines grouped into units: the smallest stretches that get a role of their own.
//!
//! In: the lines of a text that no comment has claimed. Out: units, in order: a paragraph
//! is one, whether it is one long line or wrapped over several. What role a unit has is
//! noted in its [`Label`] by the later stages; the first to know it decides.

use std::ops::Range;

use super::{
    lines::{Line, MarkKind},
    signs::{self, Sighting, Word},
};
use crate::source::BlockKind;

/// A stretch of lines with one role.
#[derive(Clone, Debug)]
pub(super) struct Unit {
    /// Its lines.
    pub(super) lines: Range<usize>,
    /// Its bytes, without the white space around them.
    pub(super) content: Range<usize>,
    /// Where its words begin, after a list mark.
    pub(super) words_at: usize,
    /// Its list mark.
    pub(super) mark: Option<MarkKind>,
    /// How many words it has.
    pub(super) words: usize,
    /// Whether it ends as a sentence does.
    pub(super) ends: bool,
    /// Whether a blank line stands before it.
    pub(super) apart: bool,
    /// The signs of its first words, best first; none for long paragraphs.
    pub(super) signs: Vec<Sighting>,
    /// Its role, once known.
    pub(super) label: Option<Label>,
}

/// A role and its reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Label {
    pub(super) kind: BlockKind,
    pub(super) reason: String,
    /// Comments only.
    pub(super) comment: Option<CommentHead>,
}

/// What a comment's header says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct CommentHead {
    pub(super) depth: u8,
    pub(super) author: Option<String>,
    pub(super) time: Option<String>,
    pub(super) body: usize,
}

impl Unit {
    /// Its text, list mark left out.
    pub(super) fn text<'t>(&self, text: &'t str) -> &'t str {
        &text[self.words_at..self.content.end]
    }

    /// A paragraph by its looks: a sentence, or long.
    pub(super) fn is_prose(&self) -> bool {
        (self.words >= 12 && self.ends) || self.words >= 30
    }

    /// A heading by its looks: short, and no sentence.
    pub(super) fn is_heading_like(&self) -> bool {
        !self.ends && (1..=25).contains(&self.words)
    }

    /// Whether no stage has given it a role yet.
    pub(super) fn is_free(&self) -> bool {
        self.label.is_none()
    }

    /// Whether it is known to be `kind`.
    pub(super) fn is(&self, kind: BlockKind) -> bool {
        self.label.as_ref().is_some_and(|label| label.kind == kind)
    }

    /// Gives it a role, unless it has one.
    pub(super) fn mark_as(&mut self, kind: BlockKind, reason: impl Into<String>) {
        if self.label.is_none() {
            self.label = Some(Label { kind, reason: reason.into(), comment: None });
        }
    }
}

/// Units of more words than this are text, whatever phrases they hold.
const FURNITURE: usize = 60;
/// In units of more words than this, only a phrase at the beginning says anything.
const INSIDE: usize = 40;

/// Groups the non-blank lines among `range` into units.
pub(super) fn group(text: &str, lines: &[Line], range: Range<usize>) -> Vec<Unit> {
    let mut units = Vec::new();
    let mut at = range.start;
    // A line of nothing but signs (`* * *`) parts paragraphs as a blank one does.
    let is_gap = |line: &Line| !text[line.content.clone()].chars().any(char::is_alphanumeric);
    while at < range.end {
        if is_gap(&lines[at]) {
            at += 1;
            continue;
        }
        let mut end = at + 1;
        while end < range.end && !is_gap(&lines[end]) {
            end += 1;
        }
        if is_wrapped(text, &lines[at..end]) {
            units.push(unit(text, lines, at..end));
        } else {
            units.extend((at..end).map(|line| unit(text, lines, line..line + 1)));
        }
        at = end;
    }
    units
}

pub(super) fn unit(text: &str, lines: &[Line], range: Range<usize>) -> Unit {
    let (first, last) = (&lines[range.start], &lines[range.end - 1]);
    let content = first.content.start..last.content.end;
    let words_at = first.words_at();
    let own = &text[words_at..content.end];
    let count = count(own);
    let signs = match count {
        0..=INSIDE => signs::sightings(&signs::words(own)),
        _ if count <= FURNITURE => signs::opening(&signs::words(own)),
        _ => Vec::new(),
    };
    Unit {
        apart: range.start == 0 || lines[range.start - 1].is_blank(),
        lines: range,
        content,
        words_at,
        mark: first.mark.map(|mark| mark.kind),
        words: count,
        ends: ends_sentence(own),
        signs,
        label: None,
    }
}

/// Words are what white space parts and letters or digits are in.
fn count(text: &str) -> usize {
    text.split(crate::source::is_space)
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .count()
}

/// Whether `text` ends as a sentence does, closing quotes and brackets aside.
pub(in crate::source) fn ends_sentence(text: &str) -> bool {
    let end = text.trim_end_matches(|c: char| {
        matches!(c, '"' | '\'' | '”' | '“' | '’' | '»' | '«' | ')' | ']')
            || crate::source::is_space(c)
    });
    end.ends_with(['.', '!', '?', '…', ':', ';', ',', '。'])
}

/// Whether a run of lines is one paragraph broken at a fixed width: the lines are about as
/// long as the longest, and most go on where a sentence does not end.
fn is_wrapped(text: &str, run: &[Line]) -> bool {
    let [body @ .., last] = run else { return false };
    if body.is_empty() || run.iter().skip(1).any(|line| line.mark.is_some()) {
        return false;
    }
    let width = |line: &Line| text[line.content.clone()].chars().count();
    let longest = run.iter().map(width).max().unwrap_or(0);
    if !(30..=130).contains(&longest) || width(last) > longest {
        return false;
    }
    let full = body.iter().all(|line| width(line) * 3 >= longest * 2);
    let open = body.iter().filter(|line| !ends_sentence(&text[line.content.clone()])).count();
    // The next word would not have fitted: that is what makes a writer's line break.
    let forced = body.iter().zip(&run[1..]).all(|(line, next)| {
        let first = text[next.content.clone()].split(crate::source::is_space).next();
        width(line) + 1 + first.map_or(0, |word| word.chars().count()) + 12 >= longest
    });
    full && forced && open * 2 > body.len() && (body.len() > 1 || continues(text, run))
}

/// Two lines alone are one paragraph only if the second goes on in lower case.
fn continues(text: &str, run: &[Line]) -> bool {
    run.iter()
        .skip(1)
        .all(|line| text[line.content.clone()].chars().next().is_some_and(char::is_lowercase))
}

/// The words of a unit for comparing it with another: lower case, nothing but letters.
pub(in crate::source) fn plainly(text: &str) -> String {
    let words: Vec<String> =
        signs::words(text).into_iter().map(|Word { lower, .. }| lower).collect();
    words.join(" ")
}
