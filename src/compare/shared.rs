//! What sources share: each name, concept, word or figure with its count in each source.
//!
//! In: the facts of the sources. Out: rows, those in most sources first, then those told
//! most. Rows that only one source has are what that source alone brings.

use std::collections::BTreeMap;

use super::{
    EvidenceKind, Passage, Shared,
    facts::{Told, What},
};
use crate::{index::Index, span::Span};

/// Rows of one kind at most: beyond that a list is no longer read.
const ROWS: usize = 200;
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
    list.sort_by(|a, b| {
        (b.0, b.1, &a.2.label, &a.2.query).cmp(&(a.0, a.1, &b.2.label, &b.2.query))
    });
    list.truncate(ROWS);
    list.into_iter().map(|(_, _, shared)| shared).collect()
}

fn describe(index: Index<'_>, sources: &[u32], what: &What, row: &Row) -> Shared {
    let written = || {
        // Of the source that comes first in the collection, whatever the order asked.
        let told = row.places.iter().zip(sources).filter(|(places, _)| !places.is_empty());
        let first = told.min_by_key(|(_, source)| **source).and_then(|(places, source)| {
            Some(places.first()?.of_text(index.sources.get(*source).text()))
        });
        first.unwrap_or_default().to_owned()
    };
    let (label, query) = match what {
        What::Name(name) => {
            (index.names.label(*name).to_owned(), index.names.label(*name).to_owned())
        }
        What::Concept(concept) => (index.concepts.label(*concept).to_owned(), written()),
        What::Word(key) => {
            let label = word_label(index, *key);
            (label.clone(), label)
        }
        What::Figure(_) => (written(), format!("={}", written())),
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

/// A lexeme is called by its most frequent form; among equals by the first.
fn word_label(index: Index<'_>, key: u32) -> String {
    let vocabulary = index.vocabulary;
    let forms = vocabulary.forms_of_key(key).iter();
    let best = forms.max_by_key(|&form| (vocabulary.list(form).hits(), std::cmp::Reverse(form)));
    best.map(|form| vocabulary.shown(form)).unwrap_or_default()
}
