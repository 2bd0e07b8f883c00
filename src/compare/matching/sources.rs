//! Which sources of a collection tell the same event.
//!
//! In: an index. Out: for each source the others that match it with what they share, and
//! groups of sources that tell one event. A long job: [`Search`] is advanced in slices. The
//! order of the sources changes nothing but the order of the answers.

use serde::{Deserialize, Serialize};

use super::{Matched, Shelf, matcher::Matcher};
use crate::{
    compare::{Progress, links},
    index::Index,
};

/// Reasons of a match at most.
const REASONS: usize = 6;

/// The matches of a collection.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Matches {
    /// For each source its matches, in the order of the collection.
    pub sources: Vec<SourceMatches>,
    /// Groups of sources that tell one event, by id.
    pub groups: Vec<Vec<String>>,
    /// How many pairs share anything, all of which were set against each other; so no match
    /// is missed that shares a word, name, subject or figure.
    pub candidates: u64,
    /// How many pairs there are in all.
    pub pairs: u64,
}

/// The matches of one source.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SourceMatches {
    /// Its id.
    pub id: String,
    /// The others, best first.
    pub matches: Vec<Matching>,
}

/// A source that tells the same event as another.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Matching {
    /// Its id.
    pub id: String,
    /// How close, 0 to 1.
    pub score: f64,
    /// How many days apart they were published, if both days are known.
    pub days: Option<u32>,
    /// What both tell, the most telling first: as the one and the other write it.
    pub shared: Vec<[String; 2]>,
}

/// A search for the matches of every source, advanced a slice at a time.
pub struct Search {
    most: usize,
    stage: Stage,
}

#[allow(clippy::large_enum_variant, reason = "there is one of them")]
enum Stage {
    /// Sources read so far.
    Reading(Shelf, u32),
    Matching(Matcher),
    /// What was found, and the sources whose matches are told.
    Telling(Matched, Vec<SourceMatches>),
}

/// Sources read, and told, in one slice.
const SLICE: u32 = 8;

impl Search {
    /// At most so many matches for each source.
    #[must_use]
    pub fn new(most: usize) -> Self {
        Self { most, stage: Stage::Reading(Shelf::default(), 0) }
    }

    /// How far it is.
    pub(in crate::compare) fn progress(&self, index: Index<'_>) -> Progress {
        let all = index.sources.len();
        // Matching takes about as long as all the rest.
        let part = |done: u32, of: u32| 25 * done / of.max(1);
        let done = match &self.stage {
            Stage::Reading(_, next) => part(*next, all),
            Stage::Matching(matcher) => {
                let Progress { done, total } = matcher.progress();
                25 + 50 * done / total.max(1)
            }
            Stage::Telling(_, told) => 75 + part(crate::index::table::int(told.len()), all),
        };
        Progress { done, total: 100 }
    }

    /// Works for a slice; says whether there is more to do.
    pub fn step(&mut self, index: Index<'_>) -> bool {
        match &mut self.stage {
            Stage::Reading(shelf, next) => {
                let to = (*next + SLICE).min(index.sources.len());
                for number in *next..to {
                    let source = index.sources.get(number);
                    shelf
                        .add(source.lang(), source.date(), |side| links::fill(index, number, side));
                }
                *next = to;
                if to == index.sources.len() {
                    let matcher =
                        Matcher::new(std::mem::take(shelf), false, self.most.max(super::NEAREST));
                    self.stage = Stage::Matching(matcher);
                }
                true
            }
            Stage::Matching(matcher) => {
                if !matcher.step() {
                    let empty = Matcher::new(Shelf::default(), false, 0);
                    let matched = std::mem::replace(matcher, empty).finish();
                    self.stage = Stage::Telling(matched, Vec::new());
                }
                true
            }
            Stage::Telling(matched, told) => {
                let from = told.len();
                let to = (from + SLICE as usize).min(matched.matches.len());
                told.extend((from..to).map(|at| tell(index, matched, at, self.most)));
                to < matched.matches.len()
            }
        }
    }

    /// The answer; works on to the end if need be.
    #[must_use]
    pub fn finish(mut self, index: Index<'_>) -> Matches {
        while self.step(index) {}
        let Stage::Telling(matched, sources) = self.stage else { return Matches::default() };
        let groups = matched.groups();
        let count = matched.matches.len();
        Matches {
            sources,
            groups: groups
                .iter()
                .map(|own| own.iter().map(|&at| id(index, at)).collect())
                .collect(),
            candidates: matched.candidates as u64,
            pairs: (count * count.saturating_sub(1) / 2) as u64,
        }
    }
}

fn id(index: Index<'_>, at: usize) -> String {
    index.sources.get(crate::index::table::int(at)).id().to_owned()
}

/// The matches of one source.
fn tell(index: Index<'_>, matched: &Matched, at: usize, most: usize) -> SourceMatches {
    let matching = |own: &super::Match| Matching {
        id: id(index, own.to),
        score: own.score,
        days: own.days,
        shared: matched.reasons(at, own.to, REASONS),
    };
    let matches = matched.matches[at].iter().take(most).map(matching).collect();
    SourceMatches { id: id(index, at), matches }
}

/// The matches of every source of a collection, at most so many for each.
#[must_use]
pub fn matches(index: Index<'_>, most: usize) -> Matches {
    Search::new(most).finish(index)
}
