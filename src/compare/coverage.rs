//! Coverage: how often each source has each concept, name or word.
//!
//! In: an index, what is counted, and which sources and blocks. Out: [`Coverage`], a table
//! with a column for each source: counts, and the words they are a share of. Rows in most
//! sources first, then the most frequent.

use serde::{Deserialize, Serialize};

use super::{
    Passage,
    tally::{Counted, Groups, items},
};
use crate::{
    index::{Index, table::int},
    lang::Lang,
    query::Filter,
    sort::sort_by,
};

/// Passages of a row, of one source and in all.
const PASSAGES: (usize, usize) = (5, 60);

/// Sources and what each of them has.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Coverage {
    /// The sources with words in the blocks looked in, in the collection's order.
    pub sources: Vec<Column>,
    /// What they have.
    pub rows: Vec<CoverageRow>,
    /// How many rows there are in all.
    pub total: u32,
}

/// A source as a column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    /// Its id.
    pub id: String,
    /// Its words in the blocks looked in.
    pub words: u32,
}

/// One thing counted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CoverageRow {
    /// What it is called.
    pub label: String,
    /// A query that finds it.
    pub query: String,
    /// The language, of words.
    pub lang: Option<Lang>,
    /// How often each source has it, in the order of the columns.
    pub counts: Vec<u32>,
    /// The passages it stands in, at most a few for each source.
    pub passages: Vec<Passage>,
}

/// A count in a thousand words.
#[must_use]
pub fn rate(count: u32, words: u32) -> f64 {
    if words == 0 { 0.0 } else { f64::from(count) * 1000.0 / f64::from(words) }
}

/// The table of at most `most` rows.
#[must_use]
pub fn coverage(index: Index<'_>, of: Counted, filter: &Filter, most: u32) -> Coverage {
    let groups = Groups::new(index, &[filter]);
    let numbers: Vec<u32> = groups.sources(0).collect();
    let mut rows = Vec::new();
    for item in items(index, of) {
        let counts = groups.count(&item);
        let all: u32 = counts.iter().map(|(_, count)| count[0]).sum();
        if all > 0 {
            rows.push((counts, all, item));
        }
    }
    sort_by(&mut rows, |a, b| {
        (b.0.len(), b.1, &a.2.label, a.2.lang).cmp(&(a.0.len(), a.1, &b.2.label, b.2.lang))
    });
    let total = int(rows.len());
    rows.truncate(most as usize);
    let rows = rows.into_iter().map(|(counts, _, item)| CoverageRow {
        counts: numbers
            .iter()
            .map(|source| match counts.binary_search_by_key(source, |count| count.0) {
                Ok(at) => counts[at].1[0],
                Err(_) => 0,
            })
            .collect(),
        passages: groups.passages(&item, 0, PASSAGES.0, PASSAGES.1),
        label: item.label,
        query: item.query,
        lang: item.lang,
    });
    let column = |&source: &u32| Column {
        id: index.sources.get(source).id().to_owned(),
        words: groups.size(source)[0],
    };
    Coverage { rows: rows.collect(), sources: numbers.iter().map(column).collect(), total }
}
