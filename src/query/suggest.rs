//! What may be meant while a query is being typed.
//!
//! In: an index and the query so far. Out: the query with its last word completed: words
//! (one for each lexeme: `санкц` suggests `санкции` once), names, subjects, and after
//! `outlet:` and the like the values that occur. Most frequent first within each kind.

use std::collections::{BTreeMap, BTreeSet, btree_map::Entry};

use super::{Suggested, Suggestion};
use crate::{
    index::{Index, Relation, namesakes::Namesakes, table::int},
    lang::Lang,
    sort::{sort_by, sort_by_key},
    source::BlockKind,
    text,
};

/// How many forms are looked at: one typed letter may begin a tenth of a vocabulary.
const LOOKED_AT: usize = 20_000;
/// How many of the suggestions are names, and how many subjects, at most.
const OTHERS: usize = 3;

/// At most `count` ways to go on from `typed`.
#[must_use]
pub fn suggest(index: Index<'_>, typed: &str, count: usize) -> Vec<Suggestion> {
    let is_end = |c: char| c.is_whitespace() || "(\"“„«-=~".contains(c);
    let (before, last) = match typed.char_indices().rev().find(|&(_, c)| is_end(c)) {
        Some((at, c)) => typed.split_at(at + c.len_utf8()),
        None => ("", typed),
    };
    let mut found = match last.split_once(':') {
        Some((field, begun)) => values(index, field, &text::lower(begun)),
        None if last.is_empty() => Vec::new(),
        None => begun(index, &text::lower(last), count),
    };
    found.truncate(count);
    for suggestion in &mut found {
        suggestion.text.insert_str(0, before);
    }
    found
}

fn begun(index: Index<'_>, lower: &str, count: usize) -> Vec<Suggestion> {
    let words = words(index, lower);
    let mut names = labelled(index, index.names, lower, Suggested::Name);
    let mut subjects = labelled(index, index.concepts, lower, Suggested::Concept);
    // Subjects are called in English; their words lead to them in every language.
    let of_words = words.iter().take(count).flat_map(|word| index.concepts.of(word.1));
    for concept in of_words.collect::<BTreeSet<u32>>() {
        let suggestion = group(index, index.concepts, concept, Suggested::Concept);
        if !subjects.contains(&suggestion) {
            subjects.push(suggestion);
        }
    }
    by_count(&mut subjects);
    names.truncate(OTHERS);
    subjects.truncate(OTHERS);
    let named: BTreeSet<String> = names.iter().map(|name| text::lower(&name.text)).collect();
    let room = count.saturating_sub(names.len() + subjects.len());
    let words =
        words.into_iter().filter(|&(_, form)| !named.contains(index.vocabulary.lower(form)));
    let words = words.take(room).map(|(count, form)| Suggestion {
        text: index.vocabulary.shown(form),
        kind: Suggested::Word,
        lang: index.vocabulary.lang(form),
        count,
    });
    words.chain(names).chain(subjects).collect()
}

/// Forms that begin so, the most frequent of each lexeme, with their counts.
fn words(index: Index<'_>, lower: &str) -> Vec<(u32, u32)> {
    let vocabulary = index.vocabulary;
    let mut best: BTreeMap<u32, (u32, u32)> = BTreeMap::new();
    for part in vocabulary.parts() {
        let folded = text::fold(lower, part.lang);
        for form in vocabulary.forms_of_prefix(part, &folded).take(LOOKED_AT) {
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
    sort_by_key(&mut best, |&(hits, form)| (std::cmp::Reverse(hits), form));
    best
}

/// Names or subjects one of whose words begins so.
fn labelled(
    index: Index<'_>,
    groups: Relation<'_>,
    lower: &str,
    kind: Suggested,
) -> Vec<Suggestion> {
    let begins = |group: &u32| {
        let label = text::lower(groups.label(*group));
        label.split([' ', '-']).any(|word| word.starts_with(lower)) || label.starts_with(lower)
    };
    let mut found: Vec<Suggestion> =
        (0..groups.len()).filter(begins).map(|at| group(index, groups, at, kind)).collect();
    by_count(&mut found);
    found
}

fn group(index: Index<'_>, groups: Relation<'_>, at: u32, kind: Suggested) -> Suggestion {
    let forms = groups.forms(at);
    let label = groups.label(at);
    let spaced = label.contains(char::is_whitespace);
    let whose = if kind == Suggested::Name { Namesakes::new(index, at) } else { None };
    let count = match whose {
        Some(whose) => int(whose.hits(index, forms)),
        None => forms.iter().map(|form| index.vocabulary.list(form).hits()).sum(),
    };
    let text = match kind {
        Suggested::Concept if spaced => format!("concept:\"{label}\""),
        Suggested::Concept => format!("concept:{label}"),
        Suggested::Name if spaced => format!("name:\"{label}\""),
        _ if spaced => format!("\"{label}\""),
        _ => label.to_owned(),
    };
    Suggestion {
        text,
        kind,
        lang: forms.iter().next().map_or(Lang::UND, |form| index.vocabulary.lang(form)),
        count,
    }
}

fn by_count(found: &mut [Suggestion]) {
    sort_by(found, |a, b| (b.count, &a.text).cmp(&(a.count, &b.text)));
}

/// The values of a field that begin so, with the number of sources that have them.
fn values(index: Index<'_>, field: &str, begun: &str) -> Vec<Suggestion> {
    let mut counts: BTreeMap<String, u32> = BTreeMap::new();
    let mut note = |value: &str| *counts.entry(value.to_owned()).or_insert(0) += 1;
    for source in index.sources.iter() {
        match field {
            "lang" => note(source.lang().code()),
            "outlet" => source.outlet().into_iter().for_each(&mut note),
            "source" => note(source.id()),
            "date" => source.date().and_then(|date| date.get(..4)).into_iter().for_each(&mut note),
            "in" => {
                let has = |kind: &&BlockKind| source.kinds() & (1 << **kind as u32) != 0;
                BlockKind::ALL.iter().filter(has).for_each(|kind| note(kind.name()));
            }
            _ => {}
        }
    }
    let mut found: Vec<Suggestion> = counts
        .into_iter()
        .filter(|(value, _)| text::lower(value).starts_with(begun))
        .map(|(value, count)| Suggestion {
            text: match value.contains(char::is_whitespace) {
                true => format!("{field}:\"{value}\""),
                false => format!("{field}:{value}"),
            },
            kind: Suggested::Field,
            lang: Lang::UND,
            count,
        })
        .collect();
    by_count(&mut found);
    found
}
