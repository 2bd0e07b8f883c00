//! Reuse: passages that several sources have in the same words, and who had them first.
//!
//! In: an index, and which sources and blocks. Out: [`Reuse`]: pairs of stretches that are
//! the same word for word, or nearly so, longest first. A long job: [`Search`] is advanced
//! in slices. Three steps: the words of each source, as numbers of their forms ([`words`]);
//! fingerprints of runs of words, of which winnowing keeps enough that no run of
//! [`LEAST`] equal words is missed (Schleimer, Wilkerson & Aiken, *Winnowing: local
//! algorithms for document fingerprinting*, 2003; [`prints`]); runs with equal fingerprints
//! extended as far as the words agree, neighbours joined over small changes ([`extend`]).
//! Case does not count, inflection does. Only sources of one language share forms.

mod extend;
mod prints;
mod words;

use serde::{Deserialize, Serialize};

use self::{
    extend::Run,
    prints::{Print, Seed},
    words::Words,
};
use super::{Passage, Progress};
use crate::{
    index::{Index, table::int},
    query::Filter,
    sort::{sort, sort_by},
    source::BlockKind,
};

/// Words that a stretch must share in a row to be found for certain.
pub const LEAST: u32 = 10;

/// Stretches that sources share.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reuse {
    /// The stretches, longest first.
    pub rows: Vec<Reused>,
    /// How many there are in all.
    pub total: u32,
    /// How much of each source recurs in another: by source, those with any, most first.
    pub sources: Vec<ReusedShare>,
    /// Runs of words so common that only their first occurrences were followed.
    pub common: u32,
}

/// A stretch of one source that another has in the same words, or nearly so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reused {
    /// In the source that comes first in the collection.
    pub a: Passage,
    /// In the other.
    pub b: Passage,
    /// Words that agree, in the same order.
    pub same: u32,
    /// Words of each stretch.
    pub words: [u32; 2],
    /// Which of the two was published first, as far as their dates tell.
    pub first: Option<First>,
}

/// Which of two had it first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum First {
    /// The first of the pair.
    A,
    /// The second.
    B,
}

/// How much of a source recurs elsewhere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReusedShare {
    /// Its id.
    pub id: String,
    /// Its words in the blocks looked in.
    pub words: u32,
    /// Those that stand in a stretch shared with another source.
    pub shared: u32,
}

/// A search for reuse, advanced a slice at a time.
pub struct Search {
    words: Words,
    stage: Stage,
    prints: Vec<Print>,
    seeds: Vec<Seed>,
    common: u32,
    runs: Vec<Run>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    Reading(u32),
    Sorting(u32),
    Sowing(usize),
    Extending(usize),
    Done,
}

/// Occurrences read, sorted or compared in one slice: a few milliseconds of work.
const SLICE: usize = 60_000;

impl Search {
    /// A search in the sources and blocks that `filter` chooses: main text, if it names no
    /// kinds.
    #[must_use]
    pub fn new(index: Index<'_>, filter: &Filter) -> Self {
        let words = Words::new(index, filter);
        Self {
            words,
            stage: Stage::Reading(0),
            prints: Vec::new(),
            seeds: Vec::new(),
            common: 0,
            runs: Vec::new(),
        }
    }

    /// How far it is.
    pub(super) fn progress(&self, index: Index<'_>) -> Progress {
        let (forms, sources) = (int(index.vocabulary.len()), index.sources.len());
        // Reading and sorting take about as long as all that follows.
        let part = |done: usize, of: usize| int(done * 100 / of.max(1));
        let done = match self.stage {
            Stage::Reading(at) => part(at as usize, forms as usize) / 4,
            Stage::Sorting(at) => 25 + part(at as usize, sources as usize) / 4,
            Stage::Sowing(at) => 50 + part(at, self.prints.len()) / 4,
            Stage::Extending(at) => 75 + part(at, self.seeds.len()) / 4,
            Stage::Done => 100,
        };
        Progress { done, total: 100 }
    }

    /// Works for a slice; says whether there is more to do.
    pub fn step(&mut self, index: Index<'_>) -> bool {
        self.stage = match self.stage {
            Stage::Reading(from) => match self.words.read(index, from, SLICE) {
                Some(next) => Stage::Reading(next),
                None => Stage::Sorting(0),
            },
            Stage::Sorting(from) => match self.words.sort(from, SLICE, &mut self.prints) {
                Some(next) => Stage::Sorting(next),
                None => {
                    self.prints.sort_unstable();
                    Stage::Sowing(0)
                }
            },
            Stage::Sowing(from) => {
                let seeds = prints::sow(&self.prints, from, SLICE, &mut self.seeds);
                self.common += seeds.common;
                match seeds.next {
                    Some(next) => Stage::Sowing(next),
                    None => {
                        self.prints = Vec::new();
                        self.seeds.sort_unstable();
                        self.seeds.dedup();
                        Stage::Extending(0)
                    }
                }
            }
            Stage::Extending(from) => {
                let (seeds, words) = (&self.seeds, &self.words);
                match extend::extend(seeds, words, from, SLICE, &mut self.runs) {
                    Some(next) => Stage::Extending(next),
                    None => Stage::Done,
                }
            }
            Stage::Done => Stage::Done,
        };
        self.stage != Stage::Done
    }

    /// The answer, at most `most` rows; works on to the end if need be.
    #[must_use]
    pub fn finish(mut self, index: Index<'_>, most: u32) -> Reuse {
        while self.step(index) {}
        let runs = extend::join(std::mem::take(&mut self.runs), &self.words);
        let mut shared = vec![Vec::new(); index.sources.len() as usize];
        let mut rows: Vec<Reused> = Vec::with_capacity(runs.len());
        for run in &runs {
            for (source, from, to) in [(run.a, run.from_a, run.to_a), (run.b, run.from_b, run.to_b)]
            {
                if let Some(own) = shared.get_mut(source as usize) {
                    let own: &mut Vec<(u32, u32)> = own;
                    own.push((from, to));
                }
            }
            rows.push(self.row(index, run));
        }
        sort_by(&mut rows, |a, b| (b.same, &a.a, &a.b).cmp(&(a.same, &b.a, &b.b)));
        let total = int(rows.len());
        rows.truncate(most as usize);
        Reuse { rows, total, sources: self.shares(index, shared), common: self.common }
    }

    fn row(&self, index: Index<'_>, run: &Run) -> Reused {
        let place = |source: u32, from: u32, to: u32| Passage {
            source: index.sources.get(source).id().to_owned(),
            span: self.words.span(source, from, to),
        };
        let (a, b) = (place(run.a, run.from_a, run.to_a), place(run.b, run.from_b, run.to_b));
        let date = |source: u32, at: &Passage| {
            let source = index.sources.get(source);
            let block = source.block_at(at.span.start);
            let comment = block.filter(|block| block.kind() == BlockKind::Comment);
            comment.and_then(|block| block.time()).or(source.date())
        };
        let first = earlier(date(run.a, &a), date(run.b, &b));
        let words = [run.to_a - run.from_a, run.to_b - run.from_b];
        Reused { a, b, same: run.same, words, first }
    }

    fn shares(&self, index: Index<'_>, shared: Vec<Vec<(u32, u32)>>) -> Vec<ReusedShare> {
        let mut shares = Vec::new();
        for (source, mut own) in (0..).zip(shared) {
            sort(&mut own);
            let (mut sum, mut free) = (0, 0);
            for (from, to) in own {
                sum += to.saturating_sub(from.max(free));
                free = free.max(to);
            }
            if sum > 0 {
                let id = index.sources.get(source).id().to_owned();
                shares.push(ReusedShare { id, words: self.words.count(source), shared: sum });
            }
        }
        sort_by(&mut shares, |a, b| (b.shared, &a.id).cmp(&(a.shared, &b.id)));
        shares
    }
}

/// Reuse in the sources and blocks that `filter` chooses, at most `most` rows.
#[must_use]
pub fn reuse(index: Index<'_>, filter: &Filter, most: u32) -> Reuse {
    Search::new(index, filter).finish(index, most)
}

/// Which of two ISO 8601 dates is earlier; nothing where one is as precise as a day, a
/// month or a year that the other lies in.
fn earlier(a: Option<&str>, b: Option<&str>) -> Option<First> {
    let (a, b) = (a?, b?);
    if a.starts_with(b) || b.starts_with(a) {
        return None;
    }
    Some(if a < b { First::A } else { First::B })
}

// Small collections are built for the tests, which the page's engine cannot.
#[cfg(all(test, feature = "import"))]
mod tests;
