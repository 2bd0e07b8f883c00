//! What a query says of the names that it finds.
//!
//! In: an index, a leaf of a query, forms. Out: the places of one person where others have the
//! surname too; a note where a surname is several people's; the cases that a form of a name
//! may be. Which forms are one name is written in the index.

use super::{Leaf, NameFound, Reach, expand, note};
use crate::{
    index::{Case as Written, Index, namesakes::Namesakes},
    lang::{
        cases::{Case, cases, nominatives},
        sounds::{Sounded, similarity_of},
    },
    text,
};

/// The places of the person whom a leaf names, if others share the surname.
pub(super) fn namesakes(index: Index<'_>, leaf: &Leaf) -> Option<(u32, Namesakes)> {
    if leaf.reach != Reach::Name {
        return None;
    }
    let lower = text::lower(&leaf.letters);
    let mut called = expand::called(index, index.names, &lower).into_iter();
    let name = match (called.next(), called.next()) {
        (None, _) => expand::sounding_whole(index, &lower)?,
        (Some(name), None) => name,
        (Some(_), Some(_)) => return None,
    };
    Some((name, Namesakes::new(index, name)?))
}

/// A note where a form is the surname of several people.
pub(super) fn several(index: Index<'_>, form: u32) -> Option<String> {
    let shared = |name: &u32| index.is_shared(*name);
    let people: Vec<&str> =
        index.names.of(form).filter(shared).map(|name| index.names.label(name)).collect();
    let first = index.names.of(form).find(shared).map(|name| index.names.forms(name).get(0));
    let surname = index.vocabulary.shown(first.unwrap_or(form));
    (people.len() > 1).then(|| note::several(&surname, &people))
}

/// The names that forms are of, and people.
pub(super) fn names(index: Index<'_>, forms: &[u32], people: &[u32]) -> Vec<NameFound> {
    let mut found: Vec<NameFound> = forms
        .iter()
        .flat_map(|&form| index.names.of(form))
        .chain(people.iter().copied())
        .map(|name| NameFound {
            label: index.names.label(name).to_owned(),
            kind: index.name_kind(name),
        })
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// The cases that a form of a name may be: of a nominative that occurs too, else of the one
/// that sounds most like what the name is called.
pub(super) fn cases_of(index: Index<'_>, form: u32) -> Vec<Case> {
    let vocabulary = index.vocabulary;
    let (lower, lang) = (vocabulary.lower(form), vocabulary.lang(form));
    // США has no cases, though the letters might be an ending's.
    let bases = match vocabulary.case(form) {
        Written::Upper => Vec::new(),
        _ => nominatives(lower, lang),
    };
    let Some(name) = index.names.of(form).next().filter(|_| !bases.is_empty()) else {
        return Vec::new();
    };
    let part = vocabulary.parts().find(|part| part.lang == lang);
    let own = index.names.forms(name);
    let written = |base: &&String| {
        let folded = text::fold(base, lang);
        let forms = part.into_iter().flat_map(|part| vocabulary.forms_of_fold(part, &folded));
        forms.into_iter().any(|form| own.iter().any(|one| one == form))
    };
    if let Some(base) = bases.iter().find(written) {
        return cases(lower, base, lang);
    }
    // The name's last word as others write it, against the form itself and what it may be of.
    let others: Vec<Sounded> = own
        .iter()
        .filter(|&other| vocabulary.lang(other) != lang)
        .map(|other| Sounded::new(vocabulary.lower(other), vocabulary.lang(other)))
        .collect();
    let like = |word: &str| {
        let sounded = Sounded::new(word, lang);
        others.iter().map(|other| similarity_of(&sounded, other)).fold(0.0, f64::max)
    };
    let alike: Vec<f64> = bases.iter().map(|base| like(base)).collect();
    let best = alike.iter().copied().fold(0.0, f64::max);
    if best <= like(lower) {
        return Vec::new();
    }
    // Германии is of Германия, and of германий by the sound: whatever it may be is told.
    let near = bases.iter().zip(&alike).filter(|(_, own)| **own + NEARLY >= best);
    let mut found: Vec<Case> = near.flat_map(|(base, _)| cases(lower, base, lang)).collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// What tells two nominatives apart by their sound too little to choose one.
const NEARLY: f64 = 0.05;
