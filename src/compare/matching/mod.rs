//! Matching: which sources tell the same event, in the same or another language.
//!
//! In: sources as rows of clues (`align::Side`, one for each language), their days if known.
//! Out: for each source the others that are closest, with how close and by what. A source
//! is a vector of its clues, weighed by how often it tells them and how few sources of its
//! language do, those of its headline and lead more. Two are compared by the soft cosine (Sidorov and
//! others 2014): a clue meets those that it is tied to, as much as the tie is reliable.
//! Candidates come from an inverted index; no source that shares a clue is left out. Days
//! told apart weaken a match; a day unknown costs as much as a week. Setting all sources
//! against each other is a long job, advanced in slices (`matcher`).

mod matcher;
#[cfg(feature = "import")]
pub mod raw;
mod sources;
mod vectors;

use std::{collections::BTreeMap, ops::Range};

#[cfg(any(test, feature = "import"))]
use self::matcher::Matcher;
use self::vectors::{Language, Meeting};

pub use self::sources::{Matches, Matching, Search, SourceMatches, matches};
use super::{
    align::{Side, Ties},
    told::day_number,
};
use crate::lang::Lang;

/// How many days apart halve a match.
const DAYS: f64 = 4.0;
/// Days apart that an unknown day counts as.
const UNKNOWN: f64 = 7.0;
/// How many of the closest count when sources are grouped.
const NEAREST: usize = 5;
/// How close sources of one group are at least.
const SAME: f64 = 0.3;

/// Sources to be matched.
#[derive(Default)]
pub(in crate::compare) struct Shelf {
    sides: BTreeMap<Lang, Side>,
    sources: Vec<Entry>,
}

struct Entry {
    lang: Lang,
    /// Its rows in the side of its language; the first is the headline.
    rows: Range<usize>,
    day: Option<i32>,
}

/// Sources set against each other.
pub(in crate::compare) struct Matched {
    languages: Vec<Language>,
    ties: BTreeMap<(usize, usize), Ties>,
    /// For each source the others, best first.
    pub matches: Vec<Vec<Match>>,
    /// How many pairs share anything, and were set against each other.
    pub candidates: usize,
}

impl Matched {
    /// What two sources share, the most telling first: as the one and the other write it.
    pub(in crate::compare) fn reasons(&self, a: usize, b: usize, most: usize) -> Vec<[String; 2]> {
        let of = |number| self.languages.iter().position(|language| language.has(number));
        let (Some(at), Some(next)) = (of(a), of(b)) else { return Vec::new() };
        if at > next {
            let turned = self.reasons(b, a, most);
            return turned.into_iter().map(|[a, b]| [b, a]).collect();
        }
        let Some(ties) = self.ties.get(&(at, next)) else { return Vec::new() };
        Meeting::new(&self.languages[at], &self.languages[next], ties).reasons(a, b, most)
    }

    /// Groups of sources that tell one event: two are in one group if each is among the
    /// closest of the other and they are close enough. Groups of one are left out.
    pub(in crate::compare) fn groups(&self) -> Vec<Vec<usize>> {
        let mut home: Vec<usize> = (0..self.matches.len()).collect();
        let root = |home: &[usize], mut at: usize| {
            while home[at] != at {
                at = home[at];
            }
            at
        };
        let near = |from: usize, to: usize| {
            let own = self.matches[from].iter().take(NEAREST);
            own.filter(|own| own.score >= SAME).any(|own| own.to == to)
        };
        for (from, own) in self.matches.iter().enumerate() {
            for &Match { to, .. } in own.iter().take(NEAREST) {
                if near(from, to) && near(to, from) {
                    let (a, b) = (root(&home, from), root(&home, to));
                    home[a.max(b)] = a.min(b);
                }
            }
        }
        let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for at in 0..home.len() {
            groups.entry(root(&home, at)).or_default().push(at);
        }
        groups.into_values().filter(|group| group.len() > 1).collect()
    }
}

/// A source that matches another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::compare) struct Match {
    /// Its number on the shelf.
    pub to: usize,
    /// How close, 0 to 1.
    pub score: f64,
    /// How many days apart, if both days are known.
    pub days: Option<u32>,
}

impl Shelf {
    /// Adds a source of that language and date (ISO 8601); `fill` adds its passages.
    pub(in crate::compare) fn add(
        &mut self,
        lang: Lang,
        date: Option<&str>,
        fill: impl FnOnce(&mut Side),
    ) {
        let side = self.sides.entry(lang).or_insert_with(|| Side::new(lang));
        let from = side.rows.len();
        fill(side);
        let rows = from..side.rows.len();
        self.sources.push(Entry { lang, rows, day: date.and_then(day_number) });
    }

    /// Sets all sources against each other at once; in other languages only, if asked so.
    #[cfg(any(test, feature = "import"))]
    pub(in crate::compare) fn matched(self, others_only: bool, most: usize) -> Matched {
        let mut matcher = Matcher::new(self, others_only, most);
        while matcher.step() {}
        matcher.finish()
    }
}

/// How close two sources are, told apart by their days.
fn dated(a: &Entry, b: &Entry, close: f64) -> (f64, Option<u32>) {
    let days = match (a.day, b.day) {
        (Some(a), Some(b)) => Some(a.abs_diff(b)),
        _ => None,
    };
    (close / (1.0 + days.map_or(UNKNOWN, f64::from) / DAYS), days)
}
