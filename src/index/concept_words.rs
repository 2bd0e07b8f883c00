//! The words of a collection's subjects, in all languages, found by lexeme.
//!
//! In: the table that `concepts` writes. Out: the subjects of which a lexeme is a word.

use super::table::{Ints, Strings, int, write_ints, write_strings};
use crate::lang::Lang;

/// The words of the concepts that occur, in all languages of the list, whether or not the
/// word itself occurs: typed in any language, a subject is found in all.
#[derive(Clone, Copy, Default)]
pub struct ConceptWords<'a> {
    words: Strings<'a>,
    concepts: Ints<'a>,
}

impl<'a> ConceptWords<'a> {
    /// The words in `bytes`: where the words end, the words, a concept for each.
    #[must_use]
    pub fn new(bytes: &'a [u8]) -> Self {
        let split = Ints::new(bytes).get(0) as usize;
        Self {
            words: Strings::new(bytes.get(4..split).unwrap_or_default()),
            concepts: Ints::new(bytes.get(split..).unwrap_or_default()),
        }
    }

    /// The concepts of which a lexeme of that language is a word.
    pub fn find(self, lang: Lang, key: &str) -> impl Iterator<Item = u32> + 'a {
        let sought = entry(lang, key);
        let from = self.words.lower_bound(&sought);
        (from..self.words.len())
            .take_while(move |&at| self.words.get(at) == sought)
            .map(move |at| self.concepts.get(at))
    }
}

/// A lexeme of a language, as it stands in the table.
pub(super) fn entry(lang: Lang, key: &str) -> String {
    format!("{lang} {key}")
}

/// Writes the table: words, which rise, and a concept for each.
pub(super) fn write<'w>(
    words: impl IntoIterator<Item = &'w str>,
    concepts: impl IntoIterator<Item = u32>,
) -> Vec<u8> {
    let mut out = write_strings(words);
    out.splice(..0, int(out.len() + 4).to_le_bytes());
    out.extend(write_ints(concepts));
    out
}
