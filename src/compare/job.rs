//! Long jobs over a whole collection, advanced a slice at a time.
//!
//! In: a question that takes long, and again and again the index it is asked of. Out: how
//! far it is, and at last the answer. A slice is a few milliseconds of work, so whoever runs
//! a job can serve other questions in between, or drop it. The answer is that of the same
//! question asked at once.

use super::{
    Progress,
    matching::{self, Matches},
    reuse::{self, Reuse},
};
use crate::{index::Index, query::Filter};

/// A job under way.
pub struct Job(Work);

#[allow(clippy::large_enum_variant, reason = "there are one or two of them")]
enum Work {
    Reuse(reuse::Search, u32),
    Matches(matching::Search),
}

/// What came of a job.
#[derive(Debug)]
pub enum Done {
    /// Of [`Job::reuse`].
    Reuse(Reuse),
    /// Of [`Job::matches`].
    Matches(Matches),
}

impl Job {
    /// Looks for passages in the same words.
    #[must_use]
    pub fn reuse(index: Index<'_>, filter: &Filter, most: u32) -> Self {
        Self(Work::Reuse(reuse::Search::new(index, filter), most))
    }

    /// Looks for sources that tell the same event.
    #[must_use]
    pub fn matches(most: u32) -> Self {
        Self(Work::Matches(matching::Search::new(most as usize)))
    }

    /// Works for a slice; says whether there is more to do.
    pub fn step(&mut self, index: Index<'_>) -> bool {
        match &mut self.0 {
            Work::Reuse(search, _) => search.step(index),
            Work::Matches(search) => search.step(index),
        }
    }

    /// How far it is.
    #[must_use]
    pub fn progress(&self, index: Index<'_>) -> Progress {
        match &self.0 {
            Work::Reuse(search, _) => search.progress(index),
            Work::Matches(search) => search.progress(index),
        }
    }

    /// The answer; works on to the end if need be.
    #[must_use]
    pub fn finish(self, index: Index<'_>) -> Done {
        match self.0 {
            Work::Reuse(search, most) => Done::Reuse(search.finish(index, most)),
            Work::Matches(search) => Done::Matches(search.finish(index)),
        }
    }
}
