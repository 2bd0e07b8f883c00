//! Which names of other languages sound most like each name of a collection.
//!
//! In: candidates. Out: for each of them and each other language, the one that sounds most
//! like it, where it sounds alike at all. Only those are compared that begin alike and are of
//! similar length. Whether two are one name is for `names`.

use std::collections::BTreeMap;

use super::candidates::Candidate;
use crate::lang::{Lang, sounds::similarity_at_least};

/// How alike two names of different languages must sound to be joined, at least.
const ALIKE: f64 = 0.86;
/// The same for words of up to four letters, where chance is great.
const ALIKE_SHORT: f64 = 0.94;

/// How many letters longer one of two names may be: its ending.
const ENDING: usize = 4;

/// For each candidate and each other language, the candidate that sounds most like it;
/// among equals the more frequent.
pub(super) fn closest(candidates: &[Candidate]) -> BTreeMap<(usize, Lang), usize> {
    let mut blocks: BTreeMap<(Lang, Block), Vec<usize>> = BTreeMap::new();
    for (at, candidate) in candidates.iter().enumerate() {
        blocks.entry((candidate.lang, Block::of(candidate))).or_default().push(at);
    }
    let mut best: BTreeMap<(usize, Lang), (f64, u32, usize)> = BTreeMap::new();
    for (at, a) in candidates.iter().enumerate() {
        let own = Block::of(a);
        for (&(lang, block), others) in &blocks {
            if lang == a.lang || !own.meets(block) {
                continue;
            }
            for &other in others {
                let b = &candidates[other];
                let apart = !a.things.is_empty() && !b.things.is_empty() && a.things != b.things;
                if apart || a.letters.abs_diff(b.letters) > ENDING {
                    continue;
                }
                let short = a.letters.min(b.letters) <= 4;
                let floor = if short { ALIKE_SHORT } else { ALIKE };
                let Some(alike) = similarity_at_least(&a.sounded, &b.sounded, floor) else {
                    continue;
                };
                let entry = best.entry((at, lang)).or_insert((alike, b.hits, other));
                if (alike, b.hits) > (entry.0, entry.1) {
                    *entry = (alike, b.hits, other);
                }
            }
        }
    }
    best.into_iter().map(|(from, (_, _, to))| (from, to)).collect()
}

/// Where a name stands among those that are worth comparing with it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Block {
    first: u16,
    next: u16,
    soon: u16,
}

impl Block {
    fn of(candidate: &Candidate) -> Self {
        let (next, soon) = candidate.sounded.frame();
        Self { first: candidate.sounded.blocks(), next, soon }
    }

    fn meets(self, other: Self) -> bool {
        let open = self.next == 0 || other.next == 0;
        self.first & other.first != 0
            && (open || self.next & other.soon != 0 || other.next & self.soon != 0)
    }
}
