//! Words of the collection that begin as typed.
//!
//! In: an index and the beginning of a word. Out: forms, most frequent first, one for each
//! lexeme: `санкц` suggests `санкции` once, not all its inflections.

use std::collections::{BTreeMap, btree_map::Entry};

use super::Suggestion;
use crate::{index::Index, text};

/// How many forms are looked at: one typed letter may begin a tenth of a vocabulary.
const LOOKED_AT: usize = 20_000;

/// At most `count` words that begin with `typed`.
#[must_use]
pub fn suggest(index: Index<'_>, typed: &str, count: usize) -> Vec<Suggestion> {
    let lower = text::lower(typed.trim());
    if lower.is_empty() {
        return Vec::new();
    }
    let vocabulary = index.vocabulary;
    let mut best: BTreeMap<u32, (u32, u32)> = BTreeMap::new();
    for part in vocabulary.parts() {
        let folded = text::fold(&lower, part.lang);
        for form in vocabulary.forms_of_prefix(part, &folded).into_iter().take(LOOKED_AT) {
            let hits = vocabulary.list(form).hits();
            // A form stands with the first of its keys; that of its lexeme for most words.
            let key = vocabulary.keys_of_form(form).get(0);
            match best.entry(key) {
                Entry::Vacant(entry) => {
                    entry.insert((hits, form));
                }
                Entry::Occupied(mut entry) if entry.get().0 < hits => {
                    entry.insert((hits, form));
                }
                Entry::Occupied(_) => {}
            }
        }
    }
    let mut best: Vec<(u32, u32)> = best.into_values().collect();
    best.sort_unstable_by_key(|&(hits, form)| (std::cmp::Reverse(hits), form));
    best.truncate(count);
    best.into_iter()
        .map(|(count, form)| Suggestion {
            text: vocabulary.shown(form),
            lang: vocabulary.lang(form),
            count,
        })
        .collect()
}
