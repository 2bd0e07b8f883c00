//! Fingerprints of runs of words, and the places where two sources have the same one.
//!
//! In: the forms of a stretch. Out: of every [`WINDOW`] neighbouring runs of [`RUN`] words
//! the one with the least hash ([`winnow`]), so that two stretches with
//! `RUN + WINDOW − 1` equal words in a row share a fingerprint; and [`Seed`]s, where
//! fingerprints meet. Equal hashes are only a hint: words are compared afterwards.

use std::collections::VecDeque;

/// Words of a fingerprint.
pub(super) const RUN: usize = 5;
/// Runs of which one is kept.
const WINDOW: usize = super::LEAST as usize + 1 - RUN;
/// Occurrences of a run that are followed: what is more common is furniture.
const FOLLOWED: usize = 40;

/// A fingerprint: its hash, its source, its first word.
pub(super) type Print = (u64, u32, u32);

/// Two places with the same fingerprint: sources, then how far apart the places are, then
/// the place in the first. Neighbours on one diagonal are neighbours in order.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Seed {
    pub a: u32,
    pub b: u32,
    pub apart: i64,
    pub at: u32,
}

/// Adds the fingerprints of a stretch of `source` whose words begin at `first`.
pub(super) fn winnow(
    forms: impl Iterator<Item = u32>,
    source: u32,
    first: u32,
    prints: &mut Vec<Print>,
) {
    let mut run: VecDeque<u32> = VecDeque::with_capacity(RUN);
    let mut window: VecDeque<(u64, u32)> = VecDeque::with_capacity(WINDOW);
    let mut kept = None;
    let mut at = first;
    for form in forms {
        if run.len() == RUN {
            run.pop_front();
        }
        run.push_back(form);
        if run.len() < RUN {
            continue;
        }
        let hash = run.iter().fold(0, |hash: u64, &form| mix(hash ^ u64::from(form)));
        if window.len() == WINDOW {
            window.pop_front();
        }
        window.push_back((hash, at));
        at += 1;
        if window.len() == WINDOW {
            keep(&window, &mut kept, source, prints);
        }
    }
    if window.len() < WINDOW && !window.is_empty() {
        // A stretch shorter than a window still has one.
        keep(&window, &mut kept, source, prints);
    }
}

fn keep(
    window: &VecDeque<(u64, u32)>,
    kept: &mut Option<u32>,
    source: u32,
    prints: &mut Vec<Print>,
) {
    // The rightmost of equal ones, as it stays longest in the windows to come.
    let least = window.iter().min_by_key(|(hash, at)| (*hash, std::cmp::Reverse(*at)));
    if let Some(&(hash, at)) = least
        && *kept != Some(at)
    {
        *kept = Some(at);
        prints.push((hash, source, at));
    }
}

/// Spreads the bits of a number over all of it (the finaliser of SplitMix64).
fn mix(mut bits: u64) -> u64 {
    bits = bits.wrapping_add(0x9e37_79b9_7f4a_7c15);
    bits = (bits ^ bits >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    bits = (bits ^ bits >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
    bits ^ bits >> 31
}

/// What [`sow`] did.
pub(super) struct Sown {
    /// Where to go on.
    pub next: Option<usize>,
    /// Runs too common to follow all of.
    pub common: u32,
}

/// Adds the seeds of the sorted fingerprints from `from` on, about `slice` of them.
pub(super) fn sow(prints: &[Print], from: usize, slice: usize, seeds: &mut Vec<Seed>) -> Sown {
    let (mut at, mut common, before) = (from, 0, seeds.len());
    while at < prints.len() {
        if seeds.len() - before >= slice || at - from >= slice {
            return Sown { next: Some(at), common };
        }
        let same = prints[at..].partition_point(|print| print.0 == prints[at].0);
        let places = &prints[at..at + same];
        common += u32::from(same > FOLLOWED);
        let places = &places[..same.min(FOLLOWED)];
        for (number, one) in places.iter().enumerate() {
            for other in &places[number + 1..] {
                if one.1 == other.1 {
                    continue;
                }
                let apart = i64::from(other.2) - i64::from(one.2);
                seeds.push(Seed { a: one.1, b: other.1, apart, at: one.2 });
            }
        }
        at += same;
    }
    Sown { next: None, common }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::winnow;
    use crate::compare::reuse::LEAST;

    proptest! {
        #[test]
        fn two_stretches_with_enough_equal_words_share_a_fingerprint(
            same in prop::collection::vec(0_u32..9, LEAST as usize..30),
            before in prop::collection::vec(10_u32..19, 0..20),
            after in prop::collection::vec(20_u32..29, 0..20),
        ) {
            let (mut a, mut b) = (Vec::new(), Vec::new());
            winnow(before.iter().chain(&same).copied(), 0, 0, &mut a);
            winnow(same.iter().chain(&after).copied(), 1, 0, &mut b);
            prop_assert!(a.iter().any(|one| b.iter().any(|other| one.0 == other.0)));
        }
    }
}
