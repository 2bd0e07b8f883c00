//! Texts told in the same order: a monotone path through all pairs of passages.
//!
//! In: evidence. Out: the pairs on the path that speaks most for itself, where
//! one passage may have one counterpart, two neighbouring ones, or none (the beads of Gale
//! and Church 1993, with evidence beside lengths).

use super::{
    decide::{Grid, Method, Pair, weigh_order},
    evidence::Evidence,
};

/// How many of the pairs, sorted by their first, rise in their second: the longest
/// increasing subsequence.
pub(super) fn rising(pairs: &[Pair]) -> usize {
    let mut ends: Vec<usize> = Vec::new();
    for pair in pairs {
        let at = ends.partition_point(|&end| end < pair.b);
        if at == ends.len() {
            ends.push(pair.b);
        } else {
            ends[at] = pair.b;
        }
    }
    ends.len()
}

/// Steps of a path: how many passages of either side.
pub(super) const STEPS: [(usize, usize); 5] = [(1, 1), (1, 0), (0, 1), (1, 2), (2, 1)];

/// The pairs on the best path.
pub(super) fn path(evidence: &Evidence<'_>, beliefs: &Grid) -> Vec<Pair> {
    let (height, width) = (evidence.a.rows.len(), evidence.b.rows.len());
    let (weights, row) = (evidence.weights, width + 1);
    let pair = |i: &[usize], j: &[usize]| weigh_order(&evidence.features(i, j), weights);
    let mut best = vec![(f64::NEG_INFINITY, 0u8); (height + 1) * row];
    best[0].0 = 0.0;
    for i in 0..=height {
        for j in 0..=width {
            for (at, &(down, right)) in STEPS.iter().enumerate() {
                let (Some(from_i), Some(from_j)) = (i.checked_sub(down), j.checked_sub(right))
                else {
                    continue;
                };
                let before = best[from_i * row + from_j].0;
                if before == f64::NEG_INFINITY {
                    continue;
                }
                let own = match (down, right) {
                    (1, 1) => pair(&[from_i], &[from_j]),
                    (1, 2) => pair(&[from_i], &[from_j, from_j + 1]) + weights.two,
                    (2, 1) => pair(&[from_i, from_i + 1], &[from_j]) + weights.two,
                    _ => weights.skip,
                };
                let cell = &mut best[i * row + j];
                if before + own > cell.0 {
                    *cell = (before + own, at as u8);
                }
            }
        }
    }
    let mut pairs = Vec::new();
    let (mut i, mut j) = (height, width);
    while i > 0 || j > 0 {
        let (down, right) = STEPS[usize::from(best[i * row + j].1)];
        (i, j) = (i - down, j - right);
        for (a, b) in (i..i + down).flat_map(|a| (j..j + right).map(move |b| (a, b))) {
            let score = beliefs.at(a, b).max(0.5);
            pairs.push(Pair { a, b, score, method: Method::Order });
        }
    }
    pairs.sort_by_key(|pair| (pair.a, pair.b));
    pairs
}
