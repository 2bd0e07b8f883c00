//! The words by which two texts differ.
//!
//! In: two texts. Out: [`Edit`]s that cover both from end to end, in order. Compared are
//! words, and the other signs one by one; white space counts where it differs. The work is
//! done on numbers by the crate `imara-diff` (Myers's algorithm in linear space, and
//! histograms, with the heuristics of GNU diff): it ends soon even for texts that have
//! nothing in common, and never depends on a clock.

use imara_diff::{Algorithm, Diff as Changes, NoSliderHeuristic, Token};
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use super::Passage;
use crate::{index::table::int, span::Span};

/// Two stretches of text, word by word.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Diff {
    /// The first.
    pub a: Passage,
    /// The second.
    pub b: Passage,
    /// What is the same and what differs, in order: the edits of either side joined give it
    /// back.
    pub edits: Vec<Edit>,
}

/// A stretch of two texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edit {
    /// Whether both have the same there; else one was replaced by the other, one of which
    /// may be empty.
    pub same: bool,
    /// In the first.
    pub a: Span,
    /// In the second.
    pub b: Span,
}

/// How two passages of those texts differ; the spans are of the sources' texts. A passage
/// beyond its text ends where the text does.
#[must_use]
pub fn of_passages(text_a: &str, a: &Passage, text_b: &str, b: &Passage) -> Diff {
    let within = |text: &str, passage: &Passage| {
        let end = passage.span.end.min(int(text.len()));
        let span = Span::new(passage.span.start.min(end), end);
        Passage { source: passage.source.clone(), span }
    };
    let (a, b) = (within(text_a, a), within(text_b, b));
    let mut edits = diff(a.span.of_text(text_a), b.span.of_text(text_b));
    for edit in &mut edits {
        for (own, passage) in [(&mut edit.a, &a), (&mut edit.b, &b)] {
            *own = Span::new(own.start + passage.span.start, own.end + passage.span.start);
        }
    }
    Diff { a, b, edits }
}

/// How `a` and `b` differ; the spans begin at 0.
#[must_use]
pub fn diff(a: &str, b: &str) -> Vec<Edit> {
    let (tokens_a, tokens_b) = (tokens(a), tokens(b));
    let mut numbers = FxHashMap::default();
    let mut number = |text, tokens: &[Span]| -> Vec<Token> {
        let mut own = Vec::with_capacity(tokens.len());
        for token in tokens {
            let next = int(numbers.len());
            own.push(Token(*numbers.entry(token.of_text(text)).or_insert(next)));
        }
        own
    };
    let (before, after) = (number(a, &tokens_a), number(b, &tokens_b));
    let mut changes = Changes::default();
    changes.compute_with(Algorithm::Histogram, &before, &after, int(numbers.len()));
    changes.postprocess_with(&before, &after, NoSliderHeuristic);
    let mut edits = Edits { a, b, list: Vec::new() };
    let (mut at_a, mut at_b) = (0, 0);
    for hunk in changes.hunks() {
        let (from_a, to_a) = (hunk.before.start as usize, hunk.before.end as usize);
        let (from_b, to_b) = (hunk.after.start as usize, hunk.after.end as usize);
        edits.same(&tokens_a[at_a..from_a], &tokens_b[at_b..from_b]);
        edits.replaced(&tokens_a[from_a..to_a], &tokens_b[from_b..to_b]);
        (at_a, at_b) = (to_a, to_b);
    }
    edits.same(&tokens_a[at_a..], &tokens_b[at_b..]);
    edits.end()
}

/// Edits as they are collected: each begins where the last one ended.
struct Edits<'t> {
    a: &'t str,
    b: &'t str,
    list: Vec<Edit>,
}

impl Edits<'_> {
    fn free(&self) -> (u32, u32) {
        self.list.last().map_or((0, 0), |last| (last.a.end, last.b.end))
    }

    fn push(&mut self, same: bool, to_a: u32, to_b: u32) {
        let (from_a, from_b) = self.free();
        if (to_a, to_b) == (from_a, from_b) {
            return;
        }
        match self.list.last_mut() {
            Some(last) if last.same == same => (last.a.end, last.b.end) = (to_a, to_b),
            _ => {
                let (a, b) = (Span::new(from_a, to_a), Span::new(from_b, to_b));
                self.list.push(Edit { same, a, b });
            }
        }
    }

    /// Equal tokens: the white space before each may still differ.
    fn same(&mut self, a: &[Span], b: &[Span]) {
        for (a, b) in a.iter().zip(b) {
            self.space(a.start, b.start);
            self.push(true, a.end, b.end);
        }
    }

    /// The white space up to the next tokens.
    fn space(&mut self, to_a: u32, to_b: u32) {
        let (from_a, from_b) = self.free();
        let (gap_a, gap_b) = (Span::new(from_a, to_a), Span::new(from_b, to_b));
        let same = gap_a.of_text(self.a) == gap_b.of_text(self.b);
        self.push(same, to_a, to_b);
    }

    fn replaced(&mut self, a: &[Span], b: &[Span]) {
        if let (Some(first_a), Some(first_b)) = (a.first(), b.first()) {
            self.space(first_a.start, first_b.start);
        }
        let (free_a, free_b) = self.free();
        let to_a = a.last().map_or(free_a, |last| last.end);
        let to_b = b.last().map_or(free_b, |last| last.end);
        self.push(false, to_a, to_b);
    }

    fn end(mut self) -> Vec<Edit> {
        self.space(int(self.a.len()), int(self.b.len()));
        self.list
    }
}

/// The words of a text and its other signs, without the white space. Scripts that put no
/// space between words give a token for each letter.
fn tokens(text: &str) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::with_capacity(text.len() / 6);
    let mut word = false;
    for (at, letter) in text.char_indices() {
        let end = at + letter.len_utf8();
        let (is_word, joins) = match letter {
            'a'..='z' | 'A'..='Z' | '0'..='9' | '\u{400}'..='\u{52f}' => (true, true),
            '\u{2e80}'..='\u{9fff}' | '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' => {
                (true, false)
            }
            _ if letter.is_whitespace() => {
                word = false;
                continue;
            }
            // Marks belong to the letter before them.
            _ => (letter.is_alphanumeric(), letter.is_alphanumeric() || is_mark(letter)),
        };
        match found.last_mut() {
            Some(last) if word && joins => last.end = int(end),
            _ => found.push(Span::of(at, end)),
        }
        word = is_word || word && joins;
    }
    found
}

fn is_mark(letter: char) -> bool {
    crate::unicode::is_mark(letter) || letter == '\u{ad}'
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Edit, diff};

    fn shown(a: &str, b: &str) -> String {
        let mut out = String::new();
        for Edit { same, a: in_a, b: in_b } in diff(a, b) {
            if same {
                out.push_str(in_a.of_text(a));
            } else {
                out.push_str(&format!("[{}|{}]", in_a.of_text(a), in_b.of_text(b)));
            }
        }
        out
    }

    #[test]
    fn a_changed_word_is_one_edit() {
        assert_eq!(
            shown("Встреча в четверг прошла.", "Встреча в пятницу прошла."),
            "Встреча в [четверг|пятницу] прошла."
        );
        assert_eq!(shown("He said so.", "He never said so!"), "He[| never] said so[.|!]");
        assert_eq!(shown("", "new"), "[|new]");
        assert_eq!(shown("old", ""), "[old|]");
        assert_eq!(shown("", ""), "");
    }

    #[test]
    fn white_space_counts_only_where_it_differs() {
        assert_eq!(shown("one  two\nthree", "one two\nthree"), "one[  | ]two\nthree");
    }

    #[test]
    fn words_keep_their_marks_and_scripts_without_spaces_are_compared_by_letter() {
        assert_eq!(
            shown("за\u{301}мок стоит", "замо\u{301}к стоит"),
            "[за\u{301}мок|замо\u{301}к] стоит"
        );
        assert_eq!(shown("新闻报道", "新华报道"), "新[闻|华]报道");
    }

    #[test]
    fn texts_with_nothing_in_common_are_compared_soon() {
        let long = |word: &str| {
            let words: Vec<String> = (0..60_000).map(|at| format!("{word}{at}")).collect();
            words.join(" ")
        };
        let (a, b) = (long("a"), long("b"));
        assert_eq!(diff(&a, &b).len(), 1);
        let (x, y) = ("a b ".repeat(50_000), "b b a c ".repeat(30_000));
        assert!(!diff(&x, &y).is_empty());
    }

    proptest! {
        #[test]
        fn the_edits_of_either_side_give_its_text_back(a in "[abд ,.\n]{0,60}", b in "[abд ,.\n]{0,60}") {
            let (mut from_a, mut from_b) = (String::new(), String::new());
            for edit in diff(&a, &b) {
                from_a.push_str(edit.a.of_text(&a));
                from_b.push_str(edit.b.of_text(&b));
                prop_assert_eq!(edit.same, edit.a.of_text(&a) == edit.b.of_text(&b));
            }
            prop_assert_eq!(from_a, a);
            prop_assert_eq!(from_b, b);
        }
    }
}
