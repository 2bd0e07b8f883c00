//! Sources of one language as vectors of clues, and how those of two languages meet.
//!
//! In: a side with the rows of its sources. Out: weights, norms, and for any two languages
//! every pair of sources that share something with its soft cosine.

use std::ops::Range;

use crate::{
    compare::align::{Clue, ClueKind, Side, Tie, Ties},
    index::{FIRST_GENERAL, table::int},
};

/// How many times as much as another passage the headline counts, and what follows it: news
/// tells the event first.
const HEADLINE: f64 = 10.0;
const LEAD: f64 = 3.0;
/// How much it counts that a clue is told often: less than in proportion.
const OFTEN: f64 = 0.85;
/// Clues that a larger share of the sources has say next to nothing, and cost most.
const COMMON: f64 = 0.5;
/// Letters of a word in lower case that is compared by its sound.
const LONG: usize = 6;

/// The sources of one language.
pub(super) struct Language {
    pub side: Side,
    /// For each source: its number on the shelf and its clues with their weights.
    sources: Vec<(usize, Vec<(u32, f64)>)>,
    /// For each clue: the sources that have it, with its weight.
    postings: Vec<Vec<(u32, f64)>>,
    /// The length of each source's vector.
    norms: Vec<f64>,
}

impl Language {
    #[allow(clippy::cast_precision_loss)]
    pub(super) fn new(mut side: Side, sources: &[(usize, Range<usize>)]) -> Self {
        let mut counts: Vec<Vec<(u32, f64)>> = Vec::new();
        let mut having = vec![0.0; side.clues.len()];
        let mut sum = vec![0.0; side.clues.len()];
        for (_, rows) in sources {
            let mut own = Vec::new();
            for (at, row) in side.rows[rows.clone()].iter().enumerate() {
                for &(clue, _) in &row.clues {
                    if sum[clue as usize] == 0.0 {
                        own.push(clue);
                    }
                    sum[clue as usize] += match at {
                        0 => HEADLINE,
                        1 => LEAD,
                        _ => 1.0,
                    };
                }
            }
            own.sort_unstable();
            own.iter().for_each(|&clue| having[clue as usize] += 1.0);
            counts.push(own.iter().map(|&clue| (clue, sum[clue as usize])).collect());
            own.iter().for_each(|&clue| sum[clue as usize] = 0.0);
        }
        let all = sources.len() as f64;
        let rare = |having: f64| {
            let says = having <= (COMMON * all).max(3.0);
            if says { libm::log((all + 1.0) / having.max(0.5)) } else { 0.0 }
        };
        let told = side.clues.iter().zip(&having);
        let rarity: Vec<f64> =
            told.map(|(clue, &having)| if says(clue) { rare(having) } else { 0.0 }).collect();
        let mut postings = vec![Vec::new(); side.clues.len()];
        let mut weighed = Vec::with_capacity(sources.len());
        for ((number, _), counts) in sources.iter().zip(counts) {
            let own: Vec<(u32, f64)> = counts
                .into_iter()
                .map(|(clue, count)| (clue, libm::pow(count, OFTEN) * rarity[clue as usize]))
                .filter(|(_, weight)| *weight > 0.0)
                .collect();
            let at = int(weighed.len());
            own.iter().for_each(|&(clue, weight)| postings[clue as usize].push((at, weight)));
            weighed.push((*number, own));
        }
        for (clue, rarity) in side.clues.iter_mut().zip(&rarity) {
            clue.known.everyday.retain(|&row| row >= FIRST_GENERAL);
            let heard = clue.capital || clue.letters >= LONG;
            clue.sounded = clue.sounded.filter(|_| heard && *rarity > 0.0);
        }
        let squares =
            |own: &(usize, Vec<(u32, f64)>)| own.1.iter().map(|(_, w)| w * w).sum::<f64>();
        let norms = weighed.iter().map(|own| libm::sqrt(squares(own))).collect();
        Self { side, sources: weighed, postings, norms }
    }
}

impl Language {
    /// How many sources there are.
    pub(super) fn len(&self) -> usize {
        self.sources.len()
    }

    /// Whether a source of that number is one of this language.
    pub(super) fn has(&self, number: usize) -> bool {
        self.sources.binary_search_by_key(&number, |(own, _)| *own).is_ok()
    }

    fn clues(&self, number: usize) -> &[(u32, f64)] {
        let found = self.sources.binary_search_by_key(&number, |(own, _)| *own);
        found.map_or(&[], |at| &self.sources[at].1)
    }
}

/// Whether a clue can tell one event from another.
fn says(clue: &Clue) -> bool {
    match clue.kind {
        ClueKind::Sign(_) => false,
        ClueKind::Word(_) => !clue.stop,
        _ => true,
    }
}

/// How alike tied clues count as: a tie that holds every fourth time still says half as much
/// as an equal clue, where a whole text is compared.
fn alike(tie: &Tie) -> f64 {
    libm::sqrt(tie.reliability)
}

/// The sources of two languages, or of one, set against each other.
pub(super) struct Meeting<'l> {
    a: &'l Language,
    b: &'l Language,
    ties: &'l Ties,
}

impl<'l> Meeting<'l> {
    pub(super) fn new(a: &'l Language, b: &'l Language, ties: &'l Ties) -> Self {
        Self { a, b, ties }
    }

    /// What two sources share, the most telling first.
    pub(super) fn reasons(&self, a: usize, b: usize, most: usize) -> Vec<[String; 2]> {
        let there = self.b.clues(b);
        let mut shared = Vec::new();
        for &(clue, weight) in self.a.clues(a) {
            for tie in &self.ties.of_a[clue as usize] {
                if let Ok(at) = there.binary_search_by_key(&tie.to, |(clue, _)| *clue) {
                    shared.push((weight * there[at].1 * alike(tie), clue, tie.to));
                }
            }
        }
        shared.sort_by(|x, y| y.0.total_cmp(&x.0).then((x.1, x.2).cmp(&(y.1, y.2))));
        let mut said: Vec<[String; 2]> = Vec::new();
        for (_, clue, to) in shared {
            let own = [&self.a.side.clues[clue as usize], &self.b.side.clues[to as usize]]
                .map(|clue| clue.written.clone());
            let known = said.iter().any(|[a, b]| *a == own[0] || *b == own[1]);
            if !known {
                said.push(own);
            }
            if said.len() == most {
                break;
            }
        }
        said
    }

    /// Gives each pair of some sources of the first language and all of the second that share
    /// something, once: their numbers on the shelf and their closeness.
    pub(super) fn each(&self, some: Range<usize>, mut give: impl FnMut(usize, usize, f64)) {
        let same = std::ptr::eq(self.a, self.b);
        let (norms_a, norms_b) = (&self.a.norms, &self.b.norms);
        let mut stamps = vec![u32::MAX; self.b.sources.len()];
        let mut sums = vec![0.0; self.b.sources.len()];
        for (at, (number, clues)) in
            self.a.sources.iter().enumerate().take(some.end).skip(some.start)
        {
            sums.fill(0.0);
            stamps.fill(u32::MAX);
            for &(clue, weight) in clues {
                let mut ties: Vec<_> = self.ties.of_a[clue as usize].iter().collect();
                ties.sort_by(|x, y| y.reliability.total_cmp(&x.reliability).then(x.to.cmp(&y.to)));
                for tie in ties {
                    let alike = alike(tie);
                    for &(other, own) in &self.b.postings[tie.to as usize] {
                        if stamps[other as usize] != clue {
                            stamps[other as usize] = clue;
                            sums[other as usize] += weight * own * alike;
                        }
                    }
                }
            }
            for (other, &sum) in sums.iter().enumerate() {
                let norm = norms_a[at] * norms_b[other];
                if sum > 0.0 && norm > 0.0 && !(same && other <= at) {
                    give(*number, self.b.sources[other].0, sum / norm);
                }
            }
        }
    }
}
