//! The lexemes of a collection that are written as names.
//!
//! In: a vocabulary and how each lexeme is written. Out: [`Candidate`]s, each with how it
//! sounds and the places and bodies that it may be. A lexeme counts as a name when it has a
//! capital inside sentences at least twice as often as it is in lower case; months, titles and
//! words that are hardly more than loud are none. What is one name is for `names`.

use std::collections::BTreeMap;

use super::{Vocabulary, forms::Evidence, table::int, vocabulary::Case};
use crate::{
    lang::{Lang, Language, sounds::Sounded},
    text::{
        self,
        gazetteer::{Gazetteer, Kind, Told},
    },
};

/// How many letters an unknown acronym has at most.
const LETTERS: usize = 5;

/// A lexeme that is written as a name.
pub(super) struct Candidate {
    /// Its key.
    pub key: u32,
    /// Its language.
    pub lang: Lang,
    /// How often it occurs.
    pub hits: u32,
    /// How many letters its shortest form has.
    pub letters: usize,
    /// How that sounds.
    pub sounded: Sounded,
    /// The places and bodies that it may be, by number in the gazetteer.
    pub things: Vec<u32>,
}

/// Of the things that a name may be it is the one that most other names are: Georgia is the
/// country where Грузия is told of, and the state where Джорджия is.
pub(super) fn settle(candidates: &mut [Candidate]) {
    let mut told: BTreeMap<u32, u32> = BTreeMap::new();
    for candidate in candidates.iter().filter(|candidate| candidate.things.len() == 1) {
        *told.entry(candidate.things[0]).or_default() += candidate.hits;
    }
    let rank =
        |thing: &u32| (told.get(thing).copied().unwrap_or_default(), std::cmp::Reverse(*thing));
    for candidate in candidates.iter_mut().filter(|candidate| candidate.things.len() > 1) {
        let best = candidate.things.iter().copied().max_by_key(rank);
        candidate.things = best.into_iter().collect();
    }
}

/// The name that a form belongs to; the more frequent one where an ambiguous form has two.
pub(super) fn of_form(
    vocabulary: Vocabulary<'_>,
    candidates: &[Candidate],
) -> BTreeMap<u32, usize> {
    let mut of_form: BTreeMap<u32, usize> = BTreeMap::new();
    for (at, candidate) in candidates.iter().enumerate() {
        for form in vocabulary.forms_of_key(candidate.key).iter() {
            let known = of_form.entry(form).or_insert(at);
            if candidates[*known].hits < candidate.hits {
                *known = at;
            }
        }
    }
    of_form
}

/// The candidates of a vocabulary.
pub(super) fn candidates(vocabulary: Vocabulary<'_>, evidence: &[Evidence]) -> Vec<Candidate> {
    let mut found = Vec::new();
    for (key, seen) in evidence.iter().enumerate() {
        let capital = seen.title + seen.upper;
        if capital == 0 || capital < 2 * seen.lower {
            continue;
        }
        let forms = vocabulary.forms_of_key(int(key));
        // The shortest form is nearest to the name itself: endings are what is added.
        let Some(base) = forms.iter().min_by_key(|&form| {
            let lower = vocabulary.lower(form);
            (lower.chars().count(), lower)
        }) else {
            continue;
        };
        let (lang, lower) = (vocabulary.lang(base), vocabulary.lower(base));
        let letters = lower.chars().count();
        let things = things(&vocabulary.shown(base), lang);
        let is_thing = things.as_ref().is_some_and(|things| !things.is_empty());
        // What nobody knows and is in capitals may also be meant to be loud.
        let loud = forms.iter().all(|form| vocabulary.case(form) == Case::Upper)
            && (letters > LETTERS || is_word(vocabulary, base));
        let is_name = letters > 1
            && lower.chars().all(char::is_alphabetic)
            && (is_thing || !loud && lang.rules().is_none_or(|rules| !is_ordinary(rules, lower)));
        let things = things.filter(|_| is_name);
        if let Some(things) = things {
            let hits = forms.iter().map(|form| vocabulary.list(form).hits()).sum();
            found.push(Candidate {
                key: int(key),
                lang,
                hits,
                letters,
                sounded: Sounded::new(lower, lang),
                things,
            });
        }
    }
    found
}

/// Whether the collection has the letters of a form in lower case too.
fn is_word(vocabulary: Vocabulary<'_>, form: u32) -> bool {
    let Some(part) = vocabulary.parts().find(|part| part.lang == vocabulary.lang(form)) else {
        return false;
    };
    let folded = text::fold(vocabulary.lower(form), part.lang);
    vocabulary.forms_of_fold(part, &folded).any(|form| vocabulary.case(form) == Case::Lower)
}

/// Whether a word is known to be a place or body.
pub(super) fn is_thing(word: &str, lang: Lang) -> bool {
    things(word, lang).is_some_and(|things| !things.is_empty())
}

/// The places and bodies that a word may be; `None` where it is known to be none and no name
/// either: `President`, `North`, `French`.
fn things(word: &str, lang: Lang) -> Option<Vec<u32>> {
    let list = Gazetteer::bundled();
    let Some(found) = list.find(&[word], lang).pop() else { return Some(Vec::new()) };
    let kind = |entry: &u32| list.entry(*entry).map(|entry| entry.kind);
    let is_given = found.entries.iter().any(|entry| kind(entry) == Some(Kind::Given));
    let is_thing = |entry: &u32| kind(entry).is_some_and(|kind| !kind.is_part());
    let things: Vec<u32> = found.entries.iter().copied().filter(is_thing).collect();
    match found.told {
        Told::Derived => None,
        _ if things.is_empty() && !is_given => None,
        // Владимир is a town, but hardly ever that one.
        _ if is_given => Some(Vec::new()),
        _ => Some(things),
    }
}

/// Words that are written with a capital without being names: months, titles (`Mr`), and
/// stop words at the head of a line.
fn is_ordinary(rules: &Language, lower: &str) -> bool {
    rules.stop_words.contains(&lower)
        || rules.abbreviations.contains(&lower)
        || rules.months.iter().any(|month| month.contains(&lower))
}
