//! What sources share: each name, concept, word or figure with its count in each source.
//!
//! In: the facts of the sources. Out: rows, those in most sources first, then those told
//! most. Rows that only one source has are what that source alone brings.

use std::collections::BTreeMap;

use super::{
    EvidenceKind, Passage, Shared,
    facts::{Told, What},
    tally::called,
};
use crate::{
    index::Index,
    sort::{sort_by, sort_by_key},
    span::Span,
};

/// Rows of one kind at most: beyond that a list is no longer read.
const ROWS: usize = 200;
/// Spellings of a figure that its query finds.
const SPELLINGS: usize = 6;
/// Passages of one source in a row at most.
const PASSAGES: usize = 5;

/// One thing told: in each source, its places and the passages it stands in.
#[derive(Clone, Default)]
struct Row {
    places: Vec<Vec<Span>>,
    passages: Vec<Vec<Span>>,
}

/// The rows of one kind.
pub(super) fn shared(
    index: Index<'_>,
    sources: &[u32],
    told: &[Vec<Told>],
    kind: EvidenceKind,
) -> Vec<Shared> {
    let mut rows: BTreeMap<&What, Row> = BTreeMap::new();
    for (at, passages) in told.iter().enumerate() {
        for passage in passages {
            for fact in passage.facts.iter().filter(|fact| fact.what.kind() == kind) {
                let row = rows.entry(&fact.what).or_insert_with(|| Row {
                    places: vec![Vec::new(); sources.len()],
                    passages: vec![Vec::new(); sources.len()],
                });
                row.places[at].push(fact.span);
                if row.passages[at].last() != Some(&passage.span) {
                    row.passages[at].push(passage.span);
                }
            }
        }
    }
    let mut list: Vec<(usize, u32, Shared)> = rows
        .into_iter()
        .map(|(what, row)| {
            let in_sources = row.places.iter().filter(|places| !places.is_empty()).count();
            let shared = describe(index, sources, what, &row);
            (in_sources, shared.counts.iter().sum(), shared)
        })
        .collect();
    sort_by(&mut list, |a, b| {
        (b.0, b.1, &a.2.label, &a.2.query).cmp(&(a.0, a.1, &b.2.label, &b.2.query))
    });
    list.truncate(ROWS);
    list.into_iter().map(|(_, _, shared)| shared).collect()
}

fn describe(index: Index<'_>, sources: &[u32], what: &What, row: &Row) -> Shared {
    let written = written(index, sources, row);
    let (label, query) = match what {
        What::Concept(concept) => (index.concepts.label(*concept).to_owned(), written),
        What::Figure(_) => {
            let spelt = spellings(index, sources, row);
            let all: Vec<String> =
                spelt.iter().take(SPELLINGS).map(|(own, _)| format!("\"{own}\"")).collect();
            (written, all.join(" OR "))
        }
        What::Name(name) => {
            let (label, query) = called(index, *name);
            (label.to_owned(), query)
        }
        What::Word(_) => (written.clone(), written),
    };
    let mut passages = Vec::new();
    for (spans, &source) in row.passages.iter().zip(sources) {
        let id = index.sources.get(source).id();
        passages.extend(
            spans.iter().take(PASSAGES).map(|&span| Passage { source: id.to_owned(), span }),
        );
    }
    let counts = row.places.iter().map(|places| crate::index::table::int(places.len())).collect();
    Shared { label, query, counts, passages }
}

/// How it is mostly written in these sources; among equals, as the source that comes first
/// in the collection writes it first, whatever the order asked.
fn written(index: Index<'_>, sources: &[u32], row: &Row) -> String {
    let spellings = spellings(index, sources, row);
    let most = spellings.iter().map(|(_, count)| *count).max();
    let first = spellings.iter().find(|(_, count)| Some(*count) == most);
    first.map(|(spelling, _)| (*spelling).to_owned()).unwrap_or_default()
}

/// How it is written in these sources, and how often, in the order of the collection.
fn spellings<'a>(index: Index<'a>, sources: &[u32], row: &Row) -> Vec<(&'a str, usize)> {
    let mut spellings: Vec<(&str, usize)> = Vec::new();
    let mut told: Vec<(&Vec<Span>, u32)> = row.places.iter().zip(sources.iter().copied()).collect();
    sort_by_key(&mut told, |&(_, source)| source);
    for (places, source) in told {
        let text = index.sources.get(source).text();
        for place in places {
            let spelling = place.of_text(text);
            match spellings.iter_mut().find(|(known, _)| *known == spelling) {
                Some((_, count)) => *count += 1,
                None => spellings.push((spelling, 1)),
            }
        }
    }
    spellings
}
