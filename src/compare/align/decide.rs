//! Decision: which passages are counterparts.
//!
//! In: the evidence of two sides. Out: pairs of rows with how sure each is, 0 to 1. Each
//! passage spreads one unit of belief over its possible counterparts and over having none;
//! both sides' beliefs are made to agree by turns (Sinkhorn and Knopp 1967, with a row and
//! a column for none). Where the surest pairs rise in order, the texts are versions of each
//! other and a monotone path decides (`order`); else the surest pairs are taken one after
//! the other. Swapping the sides swaps the answer.

use serde::{Deserialize, Serialize};

use super::{
    evidence::{Evidence, FEATURES},
    order,
    weights::Weights,
};

/// Turns of making beliefs agree.
const TURNS: usize = 12;
/// One of so many passages of the shorter text must have a sure counterpart in a version.
const VERSIONS: usize = 2;
/// Sources with fewer linked passages than one in so many hardly meet.
const HARDLY: usize = 6;
/// How much more must speak for their links.
const DOUBTED: f64 = 1.5;
/// The usual odds, as a logarithm, that a passage has a counterpart.
const USUAL: f64 = 0.6;
/// Share of the anchors that must rise in order.
const RISING: f64 = 0.9;

/// A pair of passages that tell the same.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::compare) struct Pair {
    pub a: usize,
    pub b: usize,
    /// How sure, 0 to 1.
    pub score: f64,
    pub method: Method,
}

/// How two sources meet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Meets {
    /// They are versions or translations of one text.
    Versions,
    /// They report the same.
    Reports,
    /// They share little: most likely they tell different events.
    Little,
}

/// How a pair was decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Method {
    /// By its place between surer pairs, and its evidence.
    Order,
    /// By its evidence alone.
    Evidence,
    /// By the reader.
    Joined,
}

impl Method {
    /// Its name for programs, serde's too.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Order => "order",
            Self::Evidence => "evidence",
            Self::Joined => "joined",
        }
    }
}

/// How much the features speak for a pair that stands in order, against none.
pub(super) fn weigh_order(features: &[f64; FEATURES], weights: &Weights) -> f64 {
    let all = features.iter().zip(&weights.order);
    all.map(|(feature, weight)| feature * weight).sum::<f64>() - weights.apart
}

/// What each feature says of two independent reports. They leave out much, so what is
/// missing says little; signs and lengths say nothing.
const REPORT: [f64; FEATURES] = [
    1.0, 1.0, 0.0, 1.0, 1.0, 1.0, 0.3, 1.0, 1.0, 1.0, 0.3, 0.3, 0.3, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0,
    0.0,
];

/// How much speaks for the headlines of two reports of one event telling the same, and how
/// many passages further on that has become a third.
const FRONT: f64 = 3.0;
const FADES: f64 = 2.0;

/// How much speaks for each pair of passages of independent reports.
fn reported(evidence: &Evidence<'_>) -> Grid {
    grid(evidence, |features| features.iter().zip(&REPORT).map(|(one, by)| one * by).sum())
}

/// The same where they report one event: headline and lead tell it, in few words that name
/// little else. That adds no more than speaks for them by themselves.
#[allow(clippy::cast_precision_loss)]
fn fronted(mut reported: Grid) -> Grid {
    let width = reported.width;
    for (at, cell) in reported.cells.iter_mut().enumerate() {
        let front = FRONT * libm::exp(-((at / width + at % width) as f64) / FADES);
        *cell += front.min(cell.max(0.0));
    }
    reported
}

/// A matrix of numbers, row by row.
pub(super) struct Grid {
    pub width: usize,
    pub cells: Vec<f64>,
}

impl Grid {
    pub(super) fn at(&self, i: usize, j: usize) -> f64 {
        self.cells[i * self.width + j]
    }
}

/// How much the features speak for a pair, against none.
fn weigh(features: &[f64; FEATURES], weights: &Weights) -> f64 {
    let all = features.iter().zip(&weights.features);
    all.map(|(feature, weight)| feature * weight).sum::<f64>() - weights.none
}

/// How much speaks for each pair of rows, against none.
fn scores(evidence: &Evidence<'_>) -> Grid {
    grid(evidence, |features| weigh(features, evidence.weights))
}

fn grid(evidence: &Evidence<'_>, weigh: impl Fn(&[f64; FEATURES]) -> f64) -> Grid {
    let (height, width) = (evidence.a.rows.len(), evidence.b.rows.len());
    let mut cells = Vec::with_capacity(height * width);
    for i in 0..height {
        cells.extend((0..width).map(|j| weigh(&evidence.features(&[i], &[j]))));
    }
    Grid { width, cells }
}

/// How strongly each pair is believed, rivals considered.
fn beliefs(scores: &Grid, height: usize) -> Grid {
    let width = scores.width;
    let mut cells: Vec<f64> =
        scores.cells.iter().map(|score| libm::exp(score.clamp(-30.0, 30.0))).collect();
    let (mut none_a, mut none_b) = (vec![1.0; height], vec![1.0; width]);
    for _ in 0..TURNS {
        let (mut sums_a, mut sums_b) = (none_a.clone(), none_b.clone());
        for (row, sum_a) in cells.chunks(width.max(1)).zip(&mut sums_a) {
            for (cell, sum_b) in row.iter().zip(&mut sums_b) {
                *sum_a += cell;
                *sum_b += cell;
            }
        }
        for (row, sum_a) in cells.chunks_mut(width.max(1)).zip(&sums_a) {
            for (cell, sum_b) in row.iter_mut().zip(&sums_b) {
                *cell /= libm::sqrt(sum_a * sum_b);
            }
        }
        none_a.iter_mut().zip(&sums_a).for_each(|(none, sum)| *none /= sum);
        none_b.iter_mut().zip(&sums_b).for_each(|(none, sum)| *none /= sum);
    }
    Grid { width, cells }
}

/// The pairs of two versions or translations of a text.
#[allow(clippy::cast_precision_loss)]
pub(in crate::compare) fn versions(evidence: &Evidence<'_>) -> Vec<Pair> {
    let weights = evidence.weights;
    let (height, width) = (evidence.a.rows.len(), evidence.b.rows.len());
    let mut scores = scores(evidence);
    let mut beliefs = beliefs(&scores, height);
    // A passage of texts that share little has less often a counterpart.
    // Summed in whole numbers, so that the sides may be swapped.
    let sum: u64 = beliefs.cells.iter().map(|belief| (belief * 1e9) as u64).sum();
    let share = sum as f64 * 2e-9 / (height + width).max(1) as f64;
    let share = share.clamp(0.1, 0.9);
    let odds = weights.prior * (libm::log(share / (1.0 - share)) - USUAL);
    scores.cells.iter_mut().for_each(|score| *score += odds);
    beliefs = self::beliefs(&scores, height);
    let anchors = best_pairs(&beliefs, height, weights.anchor);
    let rising = order::rising(&anchors) as f64;
    // A few may rise by chance, most of a short text hardly.
    let enough = anchors.len() >= weights.anchors
        || anchors.len() > 1 && 2 * anchors.len() > height.min(width);
    if enough && rising >= RISING * anchors.len() as f64 {
        return order::path(evidence, &beliefs);
    }
    best_pairs(&beliefs, height, weights.sure)
}

/// The pairs of two sources of which nothing is known: versions of one text, if enough of
/// the shorter has a sure counterpart; else reports, of which only the sure pairs count.
#[allow(clippy::cast_precision_loss)]
pub(in crate::compare) fn links(evidence: &Evidence<'_>) -> (Vec<Pair>, Meets) {
    let (height, width) = (evidence.a.rows.len(), evidence.b.rows.len());
    let scores = scores(evidence);
    let sure = best_pairs(&beliefs(&scores, height), height, evidence.weights.anchor).len();
    if VERSIONS * sure >= height.min(width) && sure >= evidence.weights.anchors {
        (versions(evidence), Meets::Versions)
    } else {
        let shorter = height.min(width);
        // The fewer passages there are, the less can speak for any two of them.
        let size = libm::log((shorter as f64 + 2.0) / 1.1) / libm::log(20.0);
        let floor = evidence.weights.trusted * size.clamp(0.5, 1.3);
        let reported = reported(evidence);
        let pairs = trusted(&reported, height, floor);
        // Sources that hardly meet tell different events: names alone tie them.
        if HARDLY * pairs.len() < shorter {
            return (trusted(&reported, height, DOUBTED * floor), Meets::Little);
        }
        (trusted(&fronted(reported), height, floor), Meets::Reports)
    }
}

/// The pairs of two independent reports: for each passage the best of the other side, if
/// enough speaks for it. One may answer many.
#[cfg(feature = "import")]
pub(in crate::compare) fn reports(evidence: &Evidence<'_>) -> Vec<Pair> {
    trusted(&fronted(reported(evidence)), evidence.a.rows.len(), evidence.weights.report)
}

/// For each passage the best of the other side, if that much speaks for it.
fn trusted(scores: &Grid, height: usize, floor: f64) -> Vec<Pair> {
    let best = |of_b: bool| {
        let mut best = vec![f64::NEG_INFINITY; if of_b { scores.width } else { height }];
        for (at, &score) in scores.cells.iter().enumerate() {
            let own = &mut best[if of_b { at % scores.width } else { at / scores.width }];
            *own = own.max(score);
        }
        best
    };
    let (best_a, best_b) = (best(false), best(true));
    let mut pairs = Vec::new();
    for (at, &score) in scores.cells.iter().enumerate() {
        let (a, b) = (at / scores.width, at % scores.width);
        let best = score >= best_a[a] || score >= best_b[b];
        if best && score >= floor {
            let score = 1.0 / (1.0 + libm::exp(-score / 4.0));
            pairs.push(Pair { a, b, score, method: Method::Evidence });
        }
    }
    pairs
}

/// The surest pairs, each passage in one.
fn best_pairs(beliefs: &Grid, height: usize, floor: f64) -> Vec<Pair> {
    let mut all: Vec<(f64, usize, usize)> = Vec::new();
    for i in 0..height {
        let row = (0..beliefs.width).map(|j| (beliefs.at(i, j), i, j));
        all.extend(row.filter(|(belief, ..)| *belief >= floor));
    }
    all.sort_by(|x, y| {
        y.0.total_cmp(&x.0)
            .then((x.1 + x.2, x.1.abs_diff(x.2)).cmp(&(y.1 + y.2, y.1.abs_diff(y.2))))
    });
    let (mut used_a, mut used_b) = (vec![false; height], vec![false; beliefs.width]);
    let mut pairs = Vec::new();
    for (score, a, b) in all {
        if !used_a[a] && !used_b[b] {
            (used_a[a], used_b[b]) = (true, true);
            pairs.push(Pair { a, b, score, method: Method::Evidence });
        }
    }
    pairs.sort_by_key(|pair| (pair.a, pair.b));
    pairs
}
