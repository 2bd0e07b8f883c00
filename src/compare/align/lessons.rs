//! Lessons: words of two languages that are learned from passages known to tell the same.
//!
//! In: linked passages as [`Lesson`]s: the lexemes of each, and whether something ties them
//! already. Out: [`Pair`]s of lexemes with how reliably the one stands where the other does,
//! and which lessons taught it; as [`Lessons`] they tie further passages. Two words are a
//! pair if they meet far more often than by chance, or if a pair of passages that the reader
//! joined leaves them hardly another choice. What is tied already is not learned again.
//! The order of the lessons changes nothing.

use rustc_hash::FxHashMap;

use crate::{
    index::{statistics::association, table::int},
    sort::sort,
};

/// Association (G²) that a pair needs: p < 0.005.
const SURE: f64 = 8.0;
/// Share of their occurrences in which two words meet, at least.
const DICE: f64 = 0.3;
/// Words of a joined passage that are left to choose from, at most.
const CHOICES: usize = 3;
/// How reliable a choice among one is.
const CHOSEN: f64 = 0.9;

/// A lexeme of a passage, and whether something ties it to the other.
pub(in crate::compare) type Word = (u32, bool);

/// Two passages known to tell the same.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::compare) struct Lesson {
    /// The lexemes of the one, each once.
    pub a: Vec<Word>,
    /// Of the other.
    pub b: Vec<Word>,
    /// Whether the reader joined them.
    pub joined: bool,
}

/// Two lexemes learned.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::compare) struct Pair {
    pub a: u32,
    pub b: u32,
    /// The share of passages with the one whose counterpart has the other.
    pub reliability: f64,
    /// The lessons that taught it, by number.
    pub because: Vec<u32>,
}

/// The pairs that lessons teach, sorted. All lessons are of the same two languages.
pub(in crate::compare) fn learn(lessons: &[Lesson]) -> Vec<Pair> {
    let mut meetings: Vec<(u32, u32, u32)> = Vec::new();
    let (mut of_a, mut of_b): (FxHashMap<u32, u32>, FxHashMap<u32, u32>) = Default::default();
    for (at, lesson) in (0..).zip(lessons) {
        lesson.a.iter().for_each(|&(word, _)| *of_a.entry(word).or_default() += 1);
        lesson.b.iter().for_each(|&(word, _)| *of_b.entry(word).or_default() += 1);
        for &a in free(&lesson.a) {
            meetings.extend(free(&lesson.b).map(|&b| (a, b, at)));
        }
    }
    sort(&mut meetings);
    let all = int(lessons.len());
    let mut pairs: Vec<Pair> = Vec::new();
    for same in meetings.chunk_by(|x, y| (x.0, x.1) == (y.0, y.1)) {
        let (a, b, both) = (same[0].0, same[0].1, int(same.len()));
        let (first, second) = (of_a[&a], of_b[&b]);
        let cells =
            [both, first - both, second - both, (all + both) - (first + second).min(all + both)];
        let dice = 2.0 * f64::from(both) / f64::from(first + second);
        let often = both > 1 && dice >= DICE && association(cells) >= SURE;
        // One meeting more could have failed.
        let mut reliability =
            if often { dice * f64::from(both) / f64::from(both + 1) } else { 0.0 };
        for &(.., at) in same {
            reliability = reliability.max(chosen(&lessons[at as usize]));
        }
        if reliability > 0.0 {
            let because = same.iter().map(|&(.., at)| at).collect();
            pairs.push(Pair { a, b, reliability, because });
        }
    }
    pairs
}

fn free(words: &[Word]) -> impl Iterator<Item = &u32> {
    words.iter().filter(|(_, tied)| !tied).map(|(word, _)| word)
}

/// How reliable any choice is that a single lesson leaves.
#[allow(clippy::cast_precision_loss)]
fn chosen(lesson: &Lesson) -> f64 {
    let choices = free(&lesson.a).count().max(free(&lesson.b).count());
    if lesson.joined && choices <= CHOICES { CHOSEN / choices.max(1) as f64 } else { 0.0 }
}

/// What was learned, ready to tie.
#[derive(Clone, Debug, Default)]
pub(in crate::compare) struct Lessons(FxHashMap<u32, Vec<(u32, f64)>>);

impl Lessons {
    /// Those of some pairs.
    pub(in crate::compare) fn new<'p>(pairs: impl IntoIterator<Item = &'p Pair>) -> Self {
        let mut all: FxHashMap<u32, Vec<(u32, f64)>> = FxHashMap::default();
        for pair in pairs {
            all.entry(pair.a).or_default().push((pair.b, pair.reliability));
            all.entry(pair.b).or_default().push((pair.a, pair.reliability));
        }
        Self(all)
    }

    /// What a lexeme goes together with, and how reliably.
    pub(super) fn of(&self, word: u32) -> &[(u32, f64)] {
        self.0.get(&word).map_or(&[], Vec::as_slice)
    }
}

#[cfg(test)]
mod tests {
    use super::{Lesson, learn};

    fn lesson(a: &[u32], b: &[u32], joined: bool) -> Lesson {
        let words = |words: &[u32]| words.iter().map(|&word| (word, false)).collect();
        Lesson { a: words(a), b: words(b), joined }
    }

    #[test]
    fn words_that_meet_again_and_again_are_a_pair() {
        let mut lessons: Vec<Lesson> =
            (0..9).map(|at| lesson(&[10 + at, 1], &[30 + at, 2], false)).collect();
        assert_eq!(learn(&lessons), [], "what stands everywhere tells nothing");
        lessons.extend((0..9).map(|at| lesson(&[50 + at], &[70 + at], false)));
        let pairs = learn(&lessons);
        assert_eq!(pairs.iter().map(|pair| (pair.a, pair.b)).collect::<Vec<_>>(), [(1, 2)]);
        assert!(pairs[0].reliability > 0.8 && pairs[0].because.len() == 9);
    }

    #[test]
    fn one_joined_pair_teaches_what_leaves_hardly_a_choice() {
        let one = learn(&[lesson(&[1], &[2], true)]);
        assert_eq!((one[0].a, one[0].b, one[0].reliability), (1, 2, 0.9));
        assert_eq!(learn(&[lesson(&[1, 3], &[2, 4], true)]).len(), 4, "each may be each");
        assert_eq!(learn(&[lesson(&[1, 3, 5, 7], &[2], true)]), [], "too many choices");
        assert_eq!(learn(&[lesson(&[1], &[2], false)]), [], "nobody vouches for it");
    }

    #[test]
    fn what_is_tied_already_is_not_learned() {
        let mut known = lesson(&[1, 3], &[2, 4], true);
        (known.a[0].1, known.b[0].1) = (true, true);
        let pairs = learn(&[known]);
        assert_eq!(pairs.iter().map(|pair| (pair.a, pair.b)).collect::<Vec<_>>(), [(3, 4)]);
    }

    #[test]
    fn the_order_of_the_lessons_changes_nothing() {
        let mut lessons: Vec<Lesson> =
            (0..9).map(|at| lesson(&[10 + at, at % 2], &[30 + at, 2 + at % 2], at == 0)).collect();
        let told = |lessons: &[Lesson]| -> Vec<_> {
            learn(lessons).iter().map(|pair| (pair.a, pair.b, pair.reliability.to_bits())).collect()
        };
        let there = told(&lessons);
        lessons.reverse();
        assert_eq!(told(&lessons), there);
        assert!(!there.is_empty());
    }
}
