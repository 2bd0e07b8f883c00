//! Sources set against each other, a slice at a time.
//!
//! In: a shelf. Out: [`Matched`]. First each language becomes vectors; then, for every two
//! languages, what their clues are tied by, and every pair of sources. Of each source only
//! the best others are kept, so there is room for thousands.

use std::collections::BTreeMap;

use super::{
    Entry, Match, Matched, Shelf, dated,
    vectors::{Language, Meeting},
};
use crate::{
    compare::{
        Progress,
        align::{LEARNED, Lessons, Side, Ties, Tying},
    },
    index::table::int,
    lang::Lang,
    sort::sort_by,
};

/// Clues tied, and sources set against the others, in one slice.
const CLUES: usize = 150;
const SOURCES: usize = 8;
/// How many times as many as wanted are kept before the rest is dropped.
const KEPT: usize = 4;

/// A match being made.
pub(super) struct Matcher {
    sources: Vec<Entry>,
    /// Sides that are no vectors yet.
    sides: BTreeMap<Lang, Side>,
    languages: Vec<Language>,
    /// Pairs of languages, and how many are done.
    pairs: Vec<(usize, usize)>,
    done: usize,
    tying: Option<Tying>,
    /// The next source of the first language of the pair.
    next: usize,
    ties: BTreeMap<(usize, usize), Ties>,
    found: Vec<Vec<Match>>,
    candidates: usize,
    most: usize,
}

impl Matcher {
    pub(super) fn new(shelf: Shelf, others_only: bool, most: usize) -> Self {
        let Shelf { sides, sources } = shelf;
        let count = sides.len();
        let pairs = (0..count).flat_map(|at| (at..count).map(move |next| (at, next)));
        let pairs = pairs.filter(|(at, next)| !others_only || at != next).collect();
        let found = vec![Vec::new(); sources.len()];
        Self {
            sources,
            sides,
            languages: Vec::new(),
            pairs,
            done: 0,
            tying: Some(Tying::default()),
            next: 0,
            ties: BTreeMap::new(),
            found,
            candidates: 0,
            most,
        }
    }

    /// How far it is.
    pub(super) fn progress(&self) -> Progress {
        let part = match (&self.tying, self.pairs.get(self.done)) {
            (Some(tying), Some(&(at, _))) if self.sides.is_empty() => {
                tying.done(&self.languages[at].side) / 2
            }
            (None, Some(&(at, _))) => 50 + 50 * self.next / self.languages[at].len().max(1),
            _ => 0,
        };
        Progress { done: int(100 * self.done + part), total: int(100 * self.pairs.len()) }
    }

    /// Works for a slice; says whether there is more to do.
    pub(super) fn step(&mut self) -> bool {
        if let Some((lang, side)) = self.sides.pop_first() {
            let own = (0..).zip(&self.sources).filter(|(_, entry)| entry.lang == lang);
            let own: Vec<_> = own.map(|(at, entry)| (at, entry.rows.clone())).collect();
            self.languages.push(Language::new(side.finish(), &own));
            return true;
        }
        let Some(&(at, next)) = self.pairs.get(self.done) else { return false };
        let (a, b) = (&self.languages[at], &self.languages[next]);
        if let Some(tying) = &mut self.tying {
            if !tying.step(&a.side, &b.side, &LEARNED, CLUES) {
                let tying = std::mem::take(tying);
                let ties = tying.finish(&a.side, &b.side, &Lessons::default());
                self.ties.insert((at, next), ties);
                self.tying = None;
                self.next = 0;
            }
            return true;
        }
        let Some(ties) = self.ties.get(&(at, next)) else { return false };
        let to = (self.next + SOURCES).min(a.len());
        let (found, sources) = (&mut self.found, &self.sources);
        let (mut candidates, most) = (0, self.most);
        Meeting::new(a, b, ties).each(self.next..to, |one, other, close| {
            let (score, days) = dated(&sources[one], &sources[other], close);
            candidates += 1;
            keep(&mut found[one], Match { to: other, score, days }, most);
            keep(&mut found[other], Match { to: one, score, days }, most);
        });
        self.candidates += candidates;
        self.next = to;
        if to == a.len() {
            self.done += 1;
            self.tying = Some(Tying::default());
        }
        self.done < self.pairs.len()
    }

    /// What was found so far; everything, after the last step.
    pub(super) fn finish(mut self) -> Matched {
        for own in &mut self.found {
            best(own, self.most);
        }
        Matched {
            languages: self.languages,
            ties: self.ties,
            matches: self.found,
            candidates: self.candidates,
        }
    }
}

fn keep(own: &mut Vec<Match>, one: Match, most: usize) {
    own.push(one);
    if own.len() > KEPT * most.max(32) {
        best(own, most);
    }
}

fn best(own: &mut Vec<Match>, most: usize) {
    sort_by(own, |x, y| y.score.total_cmp(&x.score).then(x.to.cmp(&y.to)));
    own.truncate(most);
}
