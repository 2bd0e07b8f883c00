//! Frequencies of a group of sources, and what is typical of it against another.
//!
//! In: an index, what is counted, and one or two groups, each a [`Filter`] (sources, or
//! kinds of blocks: an article against its comments is a group against another). Out:
//! [`Frequencies`], most frequent first; [`Keyness`], most surprising first by
//! log-likelihood, with the log ratio as the size of the difference and the deviation of
//! proportions as a warning where few sources make it up (see [`crate::index::statistics`]).

use serde::{Deserialize, Serialize};

use super::{
    Passage,
    tally::{Count, Counted, Groups, Item, items},
};
use crate::{
    index::{Index, statistics, table::int},
    lang::Lang,
    query::Filter,
    sort::sort_by,
};

/// Passages of a row, of one source and in all.
const PASSAGES: (usize, usize) = (3, 12);

/// What a group has, counted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Frequencies {
    /// The words of the group.
    pub words: u32,
    /// The sources of the group.
    pub sources: u32,
    /// What it has.
    pub rows: Vec<FrequencyRow>,
    /// How many rows there are in all.
    pub total: u32,
}

/// One thing counted in a group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrequencyRow {
    /// What it is called.
    pub label: String,
    /// A query that finds it.
    pub query: String,
    /// The language, of words.
    pub lang: Option<Lang>,
    /// How often it occurs.
    pub count: u32,
    /// In how many sources.
    pub sources: u32,
    /// The passages it stands in, at most a few.
    pub passages: Vec<Passage>,
}

/// One group against another.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Keyness {
    /// The words of each group.
    pub words: [u32; 2],
    /// The sources of each group.
    pub sources: [u32; 2],
    /// What differs.
    pub rows: Vec<KeynessRow>,
    /// How many rows there are in all.
    pub total: u32,
}

/// One thing that is more frequent in a group than in the other.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct KeynessRow {
    /// What it is called.
    pub label: String,
    /// A query that finds it.
    pub query: String,
    /// The language, of words.
    pub lang: Option<Lang>,
    /// How often it occurs in each group.
    pub counts: [u32; 2],
    /// In how many sources of each group.
    pub sources: [u32; 2],
    /// How surprising the difference is: 3.84 is p < 0.05, 15.13 p < 0.0001.
    pub log_likelihood: f64,
    /// How large it is: 1 is twice as frequent in the first group, −1 in the second.
    pub log_ratio: f64,
    /// How unevenly it is spread over the sources of each group, 0 to 1; unknown where a
    /// group is one source.
    pub deviation: [Option<f64>; 2],
    /// The passages it stands in, of the group where it is more frequent.
    pub passages: Vec<Passage>,
}

/// What a group has, at most `most` rows.
#[must_use]
pub fn frequencies(index: Index<'_>, of: Counted, group: &Filter, most: u32) -> Frequencies {
    let groups = Groups::new(index, &[group]);
    let mut rows: Vec<(u32, u32, Item)> = Vec::new();
    for item in items(index, of) {
        let (counts, sources) = sums(&groups.count(&item));
        if counts[0] > 0 {
            rows.push((counts[0], sources[0], item));
        }
    }
    sort_by(&mut rows, |a, b| {
        (b.0, b.1, &a.2.label, a.2.lang).cmp(&(a.0, a.1, &b.2.label, b.2.lang))
    });
    let total = int(rows.len());
    rows.truncate(most as usize);
    let rows = rows.into_iter().map(|(count, sources, item)| FrequencyRow {
        count,
        sources,
        passages: groups.passages(&item, 0, PASSAGES.0, PASSAGES.1),
        label: item.label,
        query: item.query,
        lang: item.lang,
    });
    let rows = rows.collect();
    Frequencies { words: groups.sizes()[0], sources: int(groups.sources(0).count()), rows, total }
}

fn sums(counts: &[Count]) -> ([u32; 2], [u32; 2]) {
    counts.iter().fold(([0; 2], [0; 2]), |(mut sum, mut sources), (_, own)| {
        for at in 0..2 {
            sum[at] += own[at];
            sources[at] += u32::from(own[at] > 0);
        }
        (sum, sources)
    })
}

/// What is typical of either group: rows of at least `least` occurrences in both together,
/// at most `most` of them.
#[must_use]
pub fn keyness(
    index: Index<'_>,
    of: Counted,
    group: &Filter,
    against: &Filter,
    least: u32,
    most: u32,
) -> Keyness {
    let groups = Groups::new(index, &[group, against]);
    let words = groups.sizes();
    let mut rows: Vec<(KeynessRow, Item)> = Vec::new();
    for item in items(index, of) {
        let found = groups.count(&item);
        let (counts, sources) = sums(&found);
        if counts[0] + counts[1] < least.max(1) {
            continue;
        }
        let row = KeynessRow {
            label: item.label.clone(),
            query: item.query.clone(),
            lang: item.lang,
            counts,
            sources,
            log_likelihood: statistics::log_likelihood(counts, words),
            log_ratio: statistics::log_ratio(counts, words),
            deviation: [None; 2],
            passages: Vec::new(),
        };
        rows.push((row, item));
    }
    sort_by(&mut rows, |(a, _), (b, _)| {
        (b.log_likelihood.total_cmp(&a.log_likelihood))
            .then_with(|| (&a.label, a.lang).cmp(&(&b.label, b.lang)))
    });
    let total = int(rows.len());
    rows.truncate(most as usize);
    let rows = rows.into_iter().map(|(mut row, item)| {
        let found = groups.count(&item);
        row.deviation = [0, 1].map(|at| deviation(&groups, &found, at));
        let more = usize::from(row.log_ratio < 0.0);
        row.passages = groups.passages(&item, more, PASSAGES.0, PASSAGES.1);
        row
    });
    let sources = [0, 1].map(|at| int(groups.sources(at).count()));
    Keyness { words, sources, rows: rows.collect(), total }
}

fn deviation(groups: &Groups<'_>, found: &[Count], group: usize) -> Option<f64> {
    let parts = groups.sources(group).map(|source| {
        let own = found.binary_search_by_key(&source, |count| count.0);
        (groups.size(source)[group], own.map_or(0, |at| found[at].1[group]))
    });
    let parts: Vec<(u32, u32)> = parts.collect();
    statistics::deviation(parts.into_iter())
}
