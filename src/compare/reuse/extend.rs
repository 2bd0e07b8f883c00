//! From places with the same fingerprint to stretches as long as the words agree.
//!
//! In: seeds and words. Out: [`Run`]s: maximal runs of equal words ([`extend`]), then
//! neighbouring runs of the same two sources joined where only a few words between them
//! differ ([`join`]): a sentence with a word changed is one stretch.

use super::{LEAST, prints::Seed, words::Words};
use crate::sort::sort;

/// Words that may differ between two runs that are one stretch.
const GAP: u32 = 6;
/// Equal words that a run needs before it is joined to others.
const RUN: u32 = 4;

/// A stretch of words in two sources, `to` exclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Run {
    pub a: u32,
    pub b: u32,
    pub from_a: u32,
    pub from_b: u32,
    pub to_a: u32,
    pub to_b: u32,
    pub same: u32,
}

/// Extends the seeds from `from` on, about `slice` words' worth: where to go on.
pub(super) fn extend(
    seeds: &[Seed],
    words: &Words,
    from: usize,
    slice: usize,
    runs: &mut Vec<Run>,
) -> Option<usize> {
    let mut met = 0;
    for (at, seed) in seeds.iter().enumerate().skip(from) {
        if met >= slice {
            return Some(at);
        }
        met += 1;
        let covered = runs.last().is_some_and(|run| {
            (run.a, run.b) == (seed.a, seed.b)
                && i64::from(run.from_b) - i64::from(run.from_a) == seed.apart
                && seed.at < run.to_a
        });
        if covered {
            continue;
        }
        if let Some(run) = maximal(*seed, words) {
            met += run.same as usize;
            runs.push(run);
        }
    }
    None
}

/// The longest run of equal words through a seed.
fn maximal(seed: Seed, words: &Words) -> Option<Run> {
    let at_b = u32::try_from(i64::from(seed.at) + seed.apart).ok()?;
    let (room_a, room_b) = (words.around(seed.a, seed.at), words.around(seed.b, at_b));
    let equal = |a: u32, b: u32| words.form(seed.a, a) == words.form(seed.b, b);
    let (mut from_a, mut from_b) = (seed.at, at_b);
    while from_a > room_a.start && from_b > room_b.start && equal(from_a - 1, from_b - 1) {
        (from_a, from_b) = (from_a - 1, from_b - 1);
    }
    let (mut to_a, mut to_b) = (seed.at, at_b);
    while to_a < room_a.end && to_b < room_b.end && equal(to_a, to_b) {
        (to_a, to_b) = (to_a + 1, to_b + 1);
    }
    let same = to_a - from_a;
    (same >= RUN).then_some(Run { a: seed.a, b: seed.b, from_a, from_b, to_a, to_b, same })
}

/// Joins neighbouring runs; stretches of fewer than [`LEAST`] equal words are dropped.
pub(super) fn join(mut runs: Vec<Run>, words: &Words) -> Vec<Run> {
    sort(&mut runs);
    runs.dedup();
    let mut joined: Vec<Run> = Vec::new();
    for run in runs {
        // Runs of one pair come by their place in the first source; the last few may be
        // on other diagonals.
        let near = joined.iter_mut().rev().take(8).find(|last| {
            (last.a, last.b) == (run.a, run.b)
                && run.from_a >= last.from_a
                && run.from_b >= last.from_b
                && run.from_a <= last.to_a + GAP
                && run.from_b <= last.to_b + GAP
                && words.around(run.a, last.from_a).contains(&run.from_a)
                && words.around(run.b, last.from_b).contains(&run.from_b)
        });
        match near {
            Some(last) => {
                // What both runs cover counts once.
                let twice = (last.to_a.saturating_sub(run.from_a))
                    .max(last.to_b.saturating_sub(run.from_b));
                last.same += run.same.saturating_sub(twice);
                last.to_a = last.to_a.max(run.to_a);
                last.to_b = last.to_b.max(run.to_b);
            }
            None => joined.push(run),
        }
    }
    joined.retain(|run| run.same >= LEAST);
    joined
}
