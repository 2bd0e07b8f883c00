//! Names: lexemes written with a capital, joined where they sound alike across languages.
//!
//! In: a vocabulary and how each lexeme is written. Out: a relation from each name to its
//! forms in every spelling, inflection and script of the collection (Тиллерсона =
//! Тиллерсон = Tillerson). A lexeme counts as a name when it has a capital inside
//! sentences at least twice as often as it is in lower case. Two are joined when, of all
//! names of the other language, each sounds most like the other. Whole names of several
//! words, gazetteers and persons of one surname are for later stages.

use std::collections::BTreeMap;

use super::{Vocabulary, forms::Evidence, relation::Group, table::int};
use crate::lang::{
    Lang, Language,
    sounds::{Sounded, similarity_at_least},
};

/// How alike two names of different languages must sound to be joined, at least.
const ALIKE: f64 = 0.86;
/// The same for words of up to four letters, where chance is great.
const ALIKE_SHORT: f64 = 0.94;

/// How many letters longer one of two names may be: its ending.
const ENDING: usize = 4;

/// A lexeme that is written as a name.
struct Candidate {
    key: u32,
    lang: Lang,
    hits: u32,
    letters: usize,
    sounded: Sounded,
}

/// The names of a collection with their forms, in order of their labels.
#[must_use]
pub(crate) fn groups(vocabulary: Vocabulary<'_>, evidence: &[Evidence]) -> Vec<Group> {
    let candidates = candidates(vocabulary, evidence);
    let mut home: Vec<usize> = (0..candidates.len()).collect();
    let closest = closest(&candidates);
    for (&(a, _), &b) in &closest {
        if closest.get(&(b, candidates[a].lang)) == Some(&a) {
            let (a, b) = (root(&home, a), root(&home, b));
            home[a.max(b)] = a.min(b);
        }
    }
    let mut joined: BTreeMap<usize, Vec<u32>> = BTreeMap::new();
    for (at, candidate) in candidates.iter().enumerate() {
        let forms = joined.entry(root(&home, at)).or_default();
        forms.extend(vocabulary.forms_of_key(candidate.key).iter());
    }
    let mut groups: Vec<Group> = joined
        .into_values()
        .map(|mut forms| {
            forms.sort_unstable();
            forms.dedup();
            Group { label: label(vocabulary, &forms), forms }
        })
        .collect();
    groups.sort_unstable();
    groups.dedup();
    without_parts(groups)
}

/// Ambiguous forms give several lexemes: one whose forms another name has all of is no
/// name of its own.
fn without_parts(groups: Vec<Group>) -> Vec<Group> {
    let mut of_form: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for (at, group) in groups.iter().enumerate() {
        group.forms.iter().for_each(|&form| of_form.entry(form).or_default().push(at));
    }
    let is_part = |at: usize| {
        let forms = &groups[at].forms;
        let rivals = forms.first().and_then(|form| of_form.get(form)).into_iter().flatten();
        rivals.filter(|&&other| other != at).any(|&other| {
            let others = &groups[other].forms;
            let has_all = forms.iter().all(|form| others.binary_search(form).is_ok());
            has_all && (forms.len() < others.len() || other < at)
        })
    };
    let keep: Vec<bool> = (0..groups.len()).map(|at| !is_part(at)).collect();
    groups.into_iter().zip(keep).filter_map(|(group, keep)| keep.then_some(group)).collect()
}

/// A name is called as it is mostly written; among equals, by its shortest form.
fn label(vocabulary: Vocabulary<'_>, forms: &[u32]) -> String {
    let best = forms.iter().copied().max_by_key(|&form| {
        let shown = vocabulary.lower(form);
        (vocabulary.list(form).hits(), std::cmp::Reverse((shown.len(), shown)))
    });
    best.map(|form| vocabulary.shown(form)).unwrap_or_default()
}

fn candidates(vocabulary: Vocabulary<'_>, evidence: &[Evidence]) -> Vec<Candidate> {
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
        let is_name = letters > 1
            && lower.chars().all(char::is_alphabetic)
            && lang.rules().is_none_or(|rules| !is_ordinary(rules, lower));
        if is_name {
            let hits = forms.iter().map(|form| vocabulary.list(form).hits()).sum();
            found.push(Candidate {
                key: int(key),
                lang,
                hits,
                letters,
                sounded: Sounded::new(lower, lang),
            });
        }
    }
    found
}

/// Words that are written with a capital without being names: months, titles (`Mr`), and
/// stop words at the head of a line.
fn is_ordinary(rules: &Language, lower: &str) -> bool {
    rules.stop_words.contains(&lower)
        || rules.abbreviations.contains(&lower)
        || rules.months.iter().any(|month| month.contains(&lower))
}

/// For each candidate and each other language, the candidate that sounds most like it;
/// among equals the more frequent.
fn closest(candidates: &[Candidate]) -> BTreeMap<(usize, Lang), usize> {
    let mut blocks: BTreeMap<(Lang, Block), Vec<usize>> = BTreeMap::new();
    for (at, candidate) in candidates.iter().enumerate() {
        blocks.entry((candidate.lang, Block::of(candidate))).or_default().push(at);
    }
    let mut best: BTreeMap<(usize, Lang), (f64, u32, usize)> = BTreeMap::new();
    for (at, a) in candidates.iter().enumerate() {
        let own = Block::of(a);
        for (&(lang, block), others) in &blocks {
            if lang == a.lang || !own.meets(block) {
                continue;
            }
            for &other in others {
                let b = &candidates[other];
                if a.letters.abs_diff(b.letters) > ENDING {
                    continue;
                }
                let short = a.letters.min(b.letters) <= 4;
                let floor = if short { ALIKE_SHORT } else { ALIKE };
                let Some(alike) = similarity_at_least(&a.sounded, &b.sounded, floor) else {
                    continue;
                };
                let entry = best.entry((at, lang)).or_insert((alike, b.hits, other));
                if (alike, b.hits) > (entry.0, entry.1) {
                    *entry = (alike, b.hits, other);
                }
            }
        }
    }
    best.into_iter().map(|(from, (_, _, to))| (from, to)).collect()
}

/// Where a name stands among those that are worth comparing with it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Block {
    first: u16,
    next: u16,
    soon: u16,
}

impl Block {
    fn of(candidate: &Candidate) -> Self {
        let (next, soon) = candidate.sounded.frame();
        Self { first: candidate.sounded.blocks(), next, soon }
    }

    fn meets(self, other: Self) -> bool {
        let open = self.next == 0 || other.next == 0;
        self.first & other.first != 0
            && (open || self.next & other.soon != 0 || other.next & self.soon != 0)
    }
}

fn root(home: &[usize], mut at: usize) -> usize {
    while home[at] != at {
        at = home[at];
    }
    at
}
