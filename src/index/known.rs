//! The names of known places and bodies in all languages, so that a reader finds them typed
//! in any: `Köln` where only Cologne is written.
//!
//! In: names with the things that they are. Out: a table as [`ConceptWords`] reads it, of those
//! words that lead nowhere yet: a place that is a subject has its words there. A name of
//! several words stands under the words as written, folded, with spaces between.

use super::{
    ConceptWords,
    concept_words::{self, entry},
    concepts::keys,
    names::Named,
    table::int,
};
use crate::text::{
    self,
    gazetteer::{Gazetteer, words_of},
};

/// The words of names.
pub(super) fn words(names: &[Named], subjects: ConceptWords<'_>) -> Vec<u8> {
    let list = Gazetteer::bundled();
    let mut all: Vec<(String, u32)> = Vec::new();
    for (number, name) in names.iter().enumerate() {
        let Some(thing) = name.thing else { continue };
        for (lang, written) in list.names_of(thing) {
            let words: Vec<&str> = words_of(written).collect();
            let own = match words.as_slice() {
                [word] => keys(word, lang),
                words => {
                    let fold = |word: &&str| text::fold(&text::lower(word), lang);
                    vec![words.iter().map(fold).collect::<Vec<_>>().join(" ")]
                }
            };
            let new = own.iter().filter(|key| subjects.find(lang, key).next().is_none());
            all.extend(new.map(|key| (entry(lang, key), int(number))));
        }
    }
    all.sort_unstable();
    all.dedup();
    concept_words::write(all.iter().map(|(word, _)| word.as_str()), all.iter().map(|one| one.1))
}
