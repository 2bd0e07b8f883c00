//! Places in a source's text.
//!
//! A [`Span`] is a half-open range of UTF-8 bytes into the text of one source, always on
//! character boundaries. Every answer of the engine points at text by spans; only the
//! browser's side turns them into UTF-16 positions. What a span means (a word, a passage,
//! a block) is for the layers above.

use serde::{Deserialize, Serialize};

/// A half-open range of UTF-8 bytes in a source's text.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// The bytes `start..end`.
    #[must_use]
    pub const fn new(start: u32, end: u32) -> Self {
        Self { start, end }
    }

    /// The span of a range of `usize` offsets. Texts are below 4 GiB (import refuses more
    /// than 200 MB), so nothing is cut off.
    #[must_use]
    #[allow(clippy::cast_possible_truncation)]
    pub const fn of(start: usize, end: usize) -> Self {
        Self { start: start as u32, end: end as u32 }
    }

    /// Its length in bytes.
    #[must_use]
    pub const fn len(self) -> u32 {
        self.end.saturating_sub(self.start)
    }

    /// Whether it covers no byte.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// Whether `other` lies wholly inside.
    #[must_use]
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share a byte.
    #[must_use]
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The same bytes as a `usize` range.
    #[must_use]
    pub const fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The text it covers; empty where the span does not fit `text` (a span of another
    /// source, or one that cuts a character).
    #[must_use]
    pub fn of_text(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::Span;

    #[test]
    fn a_span_that_cuts_a_character_covers_no_text() {
        assert_eq!(Span::new(0, 2).of_text("да"), "д");
        assert_eq!(Span::new(0, 1).of_text("да"), "");
        assert_eq!(Span::new(0, 9).of_text("да"), "");
    }

    #[test]
    fn spans_that_only_touch_do_not_overlap() {
        assert!(!Span::new(0, 3).overlaps(Span::new(3, 5)));
        assert!(Span::new(0, 4).overlaps(Span::new(3, 5)));
        assert!(Span::new(0, 4).contains(Span::new(1, 4)));
    }
}
