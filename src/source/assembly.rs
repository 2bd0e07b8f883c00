//! A text put together from the parts of a structured document.
//!
//! In: parts in reading order, each with the role its document gives it. Out: one text, a
//! blank line between parts, and where each part with a role lies in it ([`Known`]). What a
//! document says is believed; what it does not say is left for `plain` to understand.

use std::ops::Range;

use super::BlockKind;

/// A stretch of a text whose role its document states.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Known {
    pub(super) place: Range<usize>,
    pub(super) kind: BlockKind,
    pub(super) reason: String,
}

/// The text as far as it is put together.
#[derive(Debug, Default)]
pub(super) struct Assembly {
    pub(super) text: String,
    pub(super) known: Vec<Known>,
    /// The first headline.
    pub(super) title: Option<String>,
}

impl Assembly {
    /// Adds a part of no stated role.
    pub(super) fn plain(&mut self, words: &str) {
        self.push(words, false);
    }

    /// Adds a part whose role is stated. Of several headlines only the first is one.
    pub(super) fn known(&mut self, kind: BlockKind, words: &str, reason: impl Into<String>) {
        let Some(place) = self.push(words, kind == BlockKind::List) else { return };
        let kind = match (kind, &self.title) {
            (BlockKind::Headline, Some(_)) => BlockKind::Subheading,
            (BlockKind::Headline, None) => {
                self.title =
                    Some(self.text[place.clone()].split_whitespace().collect::<Vec<_>>().join(" "));
                kind
            }
            _ => kind,
        };
        self.known.push(Known { place, kind, reason: reason.into() });
    }

    /// Whether nothing was added yet.
    pub(super) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Adds words; of their white space only the indent of a list's items is kept.
    fn push(&mut self, words: &str, indented: bool) -> Option<Range<usize>> {
        let words = words.trim_matches(['\n', '\r']).trim_end_matches(super::is_space);
        let words = if indented { words } else { words.trim_start_matches(super::is_space) };
        if words.trim_matches(super::is_space).is_empty() {
            return None;
        }
        if !self.text.is_empty() {
            self.text.push_str("\n\n");
        }
        let start = self.text.len();
        // A blank line within a part would part it.
        let lines = words.split('\n').map(str::trim_end).filter(|line| !line.trim().is_empty());
        for (nth, line) in lines.enumerate() {
            if nth > 0 {
                self.text.push('\n');
            }
            self.text.push_str(line);
        }
        Some(start..self.text.len())
    }
}

/// A row of a table as a line of text.
pub(super) fn row(cells: &[String]) -> String {
    let cells: Vec<String> =
        cells.iter().map(|cell| cell.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
    cells.join(" | ").trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::{Assembly, row};
    use crate::source::BlockKind;

    #[test]
    fn parts_stand_apart_and_know_their_places() {
        let mut assembly = Assembly::default();
        assembly.known(BlockKind::Headline, " A bridge\n", "heading");
        assembly.plain("It opens.\n\n  It is long.");
        assembly.plain(" \n ");
        assembly.known(BlockKind::Headline, "Later", "heading");
        assert_eq!(assembly.text, "A bridge\n\nIt opens.\n  It is long.\n\nLater");
        let known: Vec<_> = assembly
            .known
            .iter()
            .map(|known| (known.kind, &assembly.text[known.place.clone()]))
            .collect();
        assert_eq!(known, [(BlockKind::Headline, "A bridge"), (BlockKind::Subheading, "Later")]);
        assert_eq!(assembly.title.as_deref(), Some("A bridge"));
    }

    #[test]
    fn a_row_is_a_line() {
        assert_eq!(row(&["a\nb".to_owned(), String::new(), " c ".to_owned()]), "a b |  | c");
    }
}
