//! Evidence: what speaks for two passages, or two runs of passages, telling the same.
//!
//! In: two sides and their ties. Out: for any rows of one and any of the other a vector of
//! [`FEATURES`] numbers. A clue found on the other side speaks for the pair as
//! log((λ + (1 − λ)q) / q), with the reliability λ of its tie and the share q of the other
//! source's passages that have any of its ties; a clue that could be found and is not
//! speaks against it as log(1 − λ) (λ as learned, q of the two sources alone: no background
//! collection is needed). Both directions count half. Lengths are compared in letters, as
//! Gale and Church do (1993). A passage with names and numbers that the other source never
//! has was most likely left out there; and a counterpart covers most of a passage. How the numbers are weighed is for `weights`.

use super::{
    clues::{Clue, Kind, Side},
    lessons::{self, Lessons},
    ties::{self, SORTS, Sort, Tie, Ties},
    weights::Weights,
};
use crate::index::table::int;

/// Hits by sort, misses of numbers, of names and of other clues, the length, strangers by
/// class, and how much of either passage is covered.
pub(super) const FEATURES: usize = SORTS + 10;
const MISSES: usize = SORTS;
pub(super) const LENGTH: usize = SORTS + 3;
/// Clues that nothing in the whole other source is tied to: what tells them was left out.
const STRANGERS: usize = SORTS + 4;
const COVERED: usize = SORTS + 8;
/// How often a clue of each class (numbers, names, words known to a list, other words) has a
/// tie where its passage has a counterpart, about.
const USUALLY: [f64; 4] = [0.95, 0.85, 0.55, 0.3];

/// Two sides, ready to be compared passage by passage.
#[derive(Clone)]
pub(in crate::compare) struct Evidence<'s> {
    pub a: &'s Side,
    pub b: &'s Side,
    ties: Ties,
    /// By clue: the share of the other side's passages that have a tie of it.
    /// What makes the two texts equally long.
    stretch: [f64; 2],
    pub(super) weights: &'s Weights,
}

/// The clues of some rows, sorted.
pub(super) fn clues(side: &Side, rows: &[usize]) -> Vec<u32> {
    let all = rows.iter().flat_map(|&row| side.rows[row].clues.iter().map(|&(clue, _)| clue));
    let mut all: Vec<u32> = all.collect();
    all.sort_unstable();
    all.dedup();
    all
}

fn length(side: &Side, rows: &[usize]) -> f64 {
    rows.iter().map(|&row| f64::from(side.rows[row].length)).sum()
}

impl<'s> Evidence<'s> {
    pub(in crate::compare) fn new(
        a: &'s Side,
        b: &'s Side,
        weights: &'s Weights,
        lessons: &Lessons,
    ) -> Self {
        let mut ties = Ties::new(a, b, weights, lessons);
        weigh_shares(&mut ties.of_a, b);
        weigh_shares(&mut ties.of_b, a);
        let all = |side: &Side| length(side, &(0..side.rows.len()).collect::<Vec<_>>());
        let (of_a, of_b) = (all(a) + 200.0, all(b) + 200.0);
        let stretch = [of_b / of_a, of_a / of_b].map(|by| libm::sqrt(by.clamp(0.7, 1.0 / 0.7)));
        Self { a, b, ties, stretch, weights }
    }

    /// The same with other weights; the ties stay.
    #[cfg(feature = "cli")]
    pub(super) fn weighed<'w>(&self, weights: &'w Weights) -> Evidence<'w>
    where
        's: 'w,
    {
        Evidence { weights, ..self.clone() }
    }

    /// What speaks for rows `i` of the first and `j` of the second telling the same.
    pub(super) fn features(&self, i: &[usize], j: &[usize]) -> [f64; FEATURES] {
        let (here, there) = (clues(self.a, i), clues(self.b, j));
        let (mut out, covered) = told(&here, &there, &self.ties.of_a, self.a);
        let (back, returned) = told(&there, &here, &self.ties.of_b, self.b);
        out.iter_mut().zip(back).for_each(|(out, back)| *out += back);
        out[LENGTH] = self.unlike(i, j);
        // A passage that tells part of the other covers it from one side only.
        out[COVERED] = covered.min(returned);
        out[COVERED + 1] = covered.max(returned);
        out
    }

    /// How unlike the lengths are: the squared deviation by Gale and Church, at most 9.
    pub(super) fn unlike(&self, i: &[usize], j: &[usize]) -> f64 {
        let a = length(self.a, i) * self.stretch[0] + 8.0;
        let b = length(self.b, j) * self.stretch[1] + 8.0;
        let deviation = (b - a) / libm::sqrt(6.0 * (a + b) / 2.0);
        (deviation * deviation).min(9.0)
    }

    /// What ties two passages, the most telling first: clue of the first, its place, clue
    /// of the second, its place, what sort, how much it says.
    pub(in crate::compare) fn ties(&self, i: usize, j: usize) -> Vec<Found> {
        let mut all = Vec::new();
        for (clue, place) in &self.a.rows[i].clues {
            for tie in &self.ties.of_a[*clue as usize] {
                let row = &self.b.rows[j].clues;
                let Ok(at) = row.binary_search_by_key(&tie.to, |(clue, _)| *clue) else { continue };
                let back = self.ties.of_b[tie.to as usize].iter().find(|back| back.to == *clue);
                let share = back.map_or(tie.share, |back| tie.share.max(back.share));
                let says = gain(tie.reliability, share);
                all.push(Found {
                    sort: ties::sort(tie.bucket),
                    a: *place,
                    b: row[at].1,
                    clue_a: *clue,
                    clue_b: tie.to,
                    says,
                });
            }
        }
        all.sort_by(|x, y| y.says.total_cmp(&x.says).then((x.a, x.b).cmp(&(y.a, y.b))));
        all
    }

    /// The lexemes of two passages, and which of them something ties to the other.
    pub(in crate::compare) fn lesson(&self, i: usize, j: usize) -> [Vec<lessons::Word>; 2] {
        let words = |side: &Side, these: &[u32], those: &[u32], ties: &[Vec<Tie>]| {
            let mut own: Vec<lessons::Word> = Vec::new();
            for &at in these {
                let clue = &side.clues[at as usize];
                if let (Kind::Word(key), false) = (clue.kind, clue.stop) {
                    let found = |tie: &Tie| those.binary_search(&tie.to).is_ok();
                    own.push((key, ties[at as usize].iter().any(found)));
                }
            }
            crate::sort::sort(&mut own);
            own
        };
        let (here, there) = (clues(self.a, &[i]), clues(self.b, &[j]));
        [
            words(self.a, &here, &there, &self.ties.of_a),
            words(self.b, &there, &here, &self.ties.of_b),
        ]
    }

    /// For learning: of each tie of each clue of two passages its bucket, the share of the
    /// other side's passages that have it, and whether the other passage has it.
    #[cfg(feature = "cli")]
    pub(super) fn chances(&self, i: usize, j: usize, each: &mut impl FnMut(u8, f64, bool)) {
        let (here, there) = (clues(self.a, &[i]), clues(self.b, &[j]));
        let mut one = |these: &[u32], those: &[u32], ties: &[Vec<Tie>], own: &[f64]| {
            for tie in these.iter().flat_map(|&clue| &ties[clue as usize]) {
                each(tie.bucket, own[tie.to as usize], those.binary_search(&tie.to).is_ok());
            }
        };
        one(&here, &there, &self.ties.of_a, &frequency(self.b));
        one(&there, &here, &self.ties.of_b, &frequency(self.a));
    }
}

/// The share of a side's passages that have each of its clues, smoothed.
#[cfg(feature = "cli")]
#[allow(clippy::cast_precision_loss)]
fn frequency(side: &Side) -> Vec<f64> {
    let mut counts = vec![0.1; side.clues.len()];
    for (clue, _) in side.rows.iter().flat_map(|row| &row.clues) {
        counts[*clue as usize] += 1.0;
    }
    counts.iter().map(|count| count / (side.rows.len() as f64 + 2.0)).collect()
}

/// What ties two passages.
#[derive(Clone, Copy, Debug)]
pub(in crate::compare) struct Found {
    pub sort: Sort,
    pub a: crate::span::Span,
    pub b: crate::span::Span,
    pub clue_a: u32,
    pub clue_b: u32,
    pub says: f64,
}

/// How much a clue says that was found.
fn gain(reliability: f64, share: f64) -> f64 {
    libm::log((reliability + (1.0 - reliability) * share) / share)
}

/// What the clues of one passage say of another that has those, and how much of it the other
/// covers, 0 to 1.
fn told(these: &[u32], those: &[u32], ties: &[Vec<Tie>], side: &Side) -> ([f64; FEATURES], f64) {
    let mut out = [0.0; FEATURES];
    // As if half of a word more were covered.
    let (mut covered, mut all) = (0.15, 0.3);
    for &clue in these {
        let own = &ties[clue as usize];
        let class = class(&side.clues[clue as usize]);
        if let Some(class) = class {
            all += USUALLY[class];
        }
        if own.is_empty() {
            if let Some(class) = class {
                out[STRANGERS + class] += 0.5;
            }
            continue;
        }
        let found = own.iter().find(|tie| those.binary_search(&tie.to).is_ok());
        if let Some(tie) = found {
            out[ties::sort(tie.bucket) as usize] += gain(tie.reliability, tie.share) / 2.0;
            covered += class.map_or(0.0, |class| USUALLY[class]);
        } else {
            let best = own[0].reliability;
            let miss = match side.clues[clue as usize].kind {
                Kind::Number(_) | Kind::Calendar(_) => 0,
                _ if side.clues[clue as usize].capital => 1,
                _ => 2,
            };
            out[MISSES + miss] += libm::log(1.0 - best.min(0.99)) / 2.0;
        }
    }
    (out, covered / all)
}

/// The class of a clue, as in [`USUALLY`]; nothing for signs and words too common to count.
fn class(clue: &Clue) -> Option<usize> {
    match clue.kind {
        Kind::Number(_) | Kind::Calendar(_) => Some(0),
        Kind::Sign(_) => None,
        Kind::Word(_) if clue.capital => Some(1),
        Kind::Word(_) if clue.stop => None,
        Kind::Word(_) => {
            let known = !clue.known.concepts.is_empty() || !clue.known.everyday.is_empty();
            Some(if known { 2 } else { 3 })
        }
    }
}

/// Gives each tie the share of the other side's passages that have it or one as reliable of
/// the same clue, smoothed; sorts the ties of each clue, the most reliable first.
#[allow(clippy::cast_precision_loss)]
fn weigh_shares(ties: &mut [Vec<Tie>], other: &Side) {
    let mut rows: Vec<Vec<u32>> = vec![Vec::new(); other.clues.len()];
    for (at, row) in other.rows.iter().enumerate() {
        row.clues.iter().for_each(|&(clue, _)| rows[clue as usize].push(int(at)));
    }
    let mut stamps = vec![usize::MAX; other.rows.len()];
    for (clue, own) in ties.iter_mut().enumerate() {
        own.sort_by(|x, y| y.reliability.total_cmp(&x.reliability).then(x.to.cmp(&y.to)));
        let mut count = 0.0;
        for like in own.chunk_by_mut(|x, y| x.reliability.total_cmp(&y.reliability).is_eq()) {
            for &row in like.iter().flat_map(|tie| &rows[tie.to as usize]) {
                if stamps[row as usize] != clue {
                    stamps[row as usize] = clue;
                    count += 1.0;
                }
            }
            let share = (count + 0.1) / (other.rows.len() as f64 + 2.0);
            like.iter_mut().for_each(|tie| tie.share = share);
        }
    }
}
