//! How alike two whole names sound.
//!
//! In: names of one or several words and their languages. Out: similarity from 0 to 1.
//! Words are paired for the greatest likeness, first in order, then in any order for a
//! small penalty; an initial stands for a word that begins like it; a word without a
//! counterpart weighs a part of its length, since news says Putin for Vladimir Putin; and
//! names cut into words differently are also compared as one word. All sums are of
//! integers, so that the order of the two names does not show in the last digit.

use super::sounded::{Sounded, similarity_at_least, similarity_of};
use crate::lang::Lang;

/// As many words of a name as are compared.
const MOST_WORDS: usize = 6;
/// Words less alike than this are not each other's counterparts.
const FLOOR: f64 = 0.4;
/// Similarities as integers.
const ONE: u32 = 10_000;
const INITIAL: u32 = 9_000;
/// Of a word without a counterpart this part of its weight counts against the names.
const ALONE: (u64, u64) = (3, 10);
const OUT_OF_ORDER: u32 = 400;
const JOINED: u32 = 300;

/// A name prepared for matching against many.
#[derive(Clone, Debug)]
pub struct Name {
    words: Vec<Word>,
    joined: Sounded,
}

#[derive(Clone, Copy, Debug)]
struct Word {
    sounded: Sounded,
    initial: bool,
}

impl Name {
    /// Prepares a name; words end at anything that is neither letter, digit nor apostrophe.
    #[must_use]
    pub fn new(name: &str, lang: Lang) -> Self {
        let inside =
            |letter: char| letter.is_alphanumeric() || "'’ʼ\u{300}\u{301}\u{306}".contains(letter);
        let words: Vec<&str> =
            name.split(|letter| !inside(letter)).filter(|word| !word.is_empty()).collect();
        let sound = |word: &&str| Word {
            sounded: Sounded::new(word, lang),
            initial: word.chars().count() == 1,
        };
        Self {
            joined: Sounded::new(&words.concat(), lang),
            words: words.iter().take(MOST_WORDS).map(sound).collect(),
        }
    }

    /// Its words as they sound, up to [`MOST_WORDS`].
    pub fn words(&self) -> impl Iterator<Item = &Sounded> {
        self.words.iter().map(|word| &word.sounded)
    }
}

/// How alike two names sound, from 0 to 1.
#[must_use]
pub fn name_similarity(a: &str, a_lang: Lang, b: &str, b_lang: Lang) -> f64 {
    name_similarity_of(&Name::new(a, a_lang), &Name::new(b, b_lang))
}

/// How alike two prepared names sound, from 0 to 1.
#[must_use]
pub fn name_similarity_of(a: &Name, b: &Name) -> f64 {
    if a.words.len() <= 1 && b.words.len() <= 1 {
        return similarity_of(&a.joined, &b.joined);
    }
    let alike = pairs(a, b);
    let ordered = in_order(a, b, &alike).score(a, b);
    let free = in_any_order(a, b, &alike).score(a, b).saturating_sub(OUT_OF_ORDER);
    let joined = if a.words.len() == b.words.len() {
        0
    } else {
        whole(similarity_of(&a.joined, &b.joined)).saturating_sub(JOINED)
    };
    f64::from(ordered.max(free).max(joined)) / f64::from(ONE)
}

/// A similarity as an integer.
fn whole(similarity: f64) -> u32 {
    (similarity * f64::from(ONE) + 0.5) as u32
}

type Pairs = [[u32; MOST_WORDS]; MOST_WORDS];

fn pairs(a: &Name, b: &Name) -> Pairs {
    let mut alike = Pairs::default();
    for (row, one) in alike.iter_mut().zip(&a.words) {
        for (cell, other) in row.iter_mut().zip(&b.words) {
            *cell = if one.initial == other.initial {
                similarity_at_least(&one.sounded, &other.sounded, FLOOR).map_or(0, whole)
            } else if one.sounded.starts_like(&other.sounded) {
                INITIAL
            } else {
                0
            };
        }
    }
    alike
}

/// Words paired so far. The greater gain wins; of equal gains, the one from more weight.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Paired {
    gain: u64,
    weight: u64,
    /// The part of `weight` that is the words' own: a word paired with an initial is
    /// neither matched in full nor alone.
    covered: u64,
}

impl Paired {
    fn with(self, one: &Word, other: &Word, alike: u32) -> Self {
        let (a, b) = (u64::from(one.sounded.weight()), u64::from(other.sounded.weight()));
        let weight = if one.initial == other.initial { a + b } else { 2 * a.min(b) };
        Self {
            gain: self.gain + weight * u64::from(alike),
            weight: self.weight + weight,
            covered: self.covered + a + b,
        }
    }

    fn score(self, a: &Name, b: &Name) -> u32 {
        let all: u64 =
            a.words.iter().chain(&b.words).map(|word| u64::from(word.sounded.weight())).sum();
        let alone = all.saturating_sub(self.covered) * ALONE.0 / ALONE.1;
        let score = self.gain.checked_div(self.weight + alone).unwrap_or(0);
        u32::try_from(score).unwrap_or(ONE).min(ONE)
    }
}

fn in_order(a: &Name, b: &Name, alike: &Pairs) -> Paired {
    let mut best = [[Paired::default(); MOST_WORDS + 1]; MOST_WORDS + 1];
    for (i, one) in a.words.iter().enumerate() {
        for (j, other) in b.words.iter().enumerate() {
            let skipped = best[i][j + 1].max(best[i + 1][j]);
            best[i + 1][j + 1] = match alike[i][j] {
                0 => skipped,
                alike => skipped.max(best[i][j].with(one, other, alike)),
            };
        }
    }
    best[a.words.len()][b.words.len()]
}

fn in_any_order(a: &Name, b: &Name, alike: &Pairs) -> Paired {
    // Indexed by the set of the second name's words already taken.
    let mut best = [None; 1 << MOST_WORDS];
    best[0] = Some(Paired::default());
    for (i, one) in a.words.iter().enumerate() {
        // Downwards, so that each word of the first name is paired once.
        for taken in (0..1 << b.words.len()).rev() {
            let Some(so_far) = best[taken] else { continue };
            for (j, other) in b.words.iter().enumerate() {
                if taken & (1 << j) == 0 && alike[i][j] > 0 {
                    let with = Some(so_far.with(one, other, alike[i][j]));
                    let place: &mut Option<Paired> = &mut best[taken | (1 << j)];
                    *place = (*place).max(with);
                }
            }
        }
    }
    best.into_iter().flatten().max().unwrap_or_default()
}
