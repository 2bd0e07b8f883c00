//! How alike two whole names sound.
//!
//! In: names of one or several words and their languages. Out: similarity from 0 to 1.
//! A caller that knows what words mean says so ([`Part`]); things known to be the same are
//! alike however they sound, and known to be different hardly, however they sound.
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
/// Words of one sense in two languages, or two names of one thing.
const SAME_SENSE: u32 = 9_900;
/// What each step away from the name of the thing costs them (`French` and `Франция`).
const FAR: u32 = 120;
/// Counterparts among given names (`Ivan` and `John`): far less than the same name, which
/// many persons have.
const COUNTERPART: u32 = 8_000;
/// Of two names of one sense the one that also sounds alike is nearer, by one part in so many.
const TELLS: u32 = 100;
/// What of its weight, in tenths, a word without a counterpart counts: the last of a name, and
/// one before it.
const LAST: u64 = 3;
const BEFORE: u64 = 2;
const OUT_OF_ORDER: u32 = 400;
const JOINED: u32 = 300;

/// How many senses of a word are compared.
pub const SENSES: usize = 4;

/// What part of a name a word is; by it a word without a counterpart counts against it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Role {
    /// The name itself, or a part of it.
    #[default]
    Name,
    /// A given name that has counterparts.
    Given,
    /// Tells things of one name apart: north, second.
    Side,
    /// Says of what sort the thing is: sea, president.
    Sort,
}

impl Role {
    /// Of a word without a counterpart, the tenths of its weight that count: news says Putin
    /// for Vladimir Putin more often than Vladimir.
    fn alone(self, is_last: bool) -> u64 {
        match self {
            Self::Name | Self::Given if is_last => LAST,
            Self::Name | Self::Given => BEFORE,
            Self::Sort => 3,
            Self::Side => 9,
        }
    }

    /// The tenths of its weight that a word has in a name: that both are north, or both are
    /// streets, says little.
    fn share(self) -> u64 {
        match self {
            Self::Name | Self::Given => 10,
            Self::Side => 6,
            Self::Sort => 4,
        }
    }
}

/// A word of a name, or several that mean one thing, with what is known of it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Part<'n> {
    /// Its letters.
    pub letters: &'n str,
    /// The things that it may be, as numbers from 1; 0 fills up.
    pub senses: [u32; SENSES],
    /// What part of the name it is.
    pub role: Role,
    /// How many steps it is away from the name of the thing.
    pub far: u8,
}

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
    senses: [u32; SENSES],
    role: Role,
    far: u8,
    /// Whether no other word of its name follows.
    last: bool,
}

impl Word {
    /// Numbers have no sound and tell as much as a word.
    fn weight(&self) -> u64 {
        let least = if self.senses[0] > 0 { 200 } else { 0 };
        u64::from(self.sounded.weight().max(least)) * self.role.share() / 10
    }

    /// What it counts where it has no counterpart, in tenths.
    fn alone(&self) -> u64 {
        self.weight() * self.role.alone(self.last)
    }

    /// How alike two words are by what they are known to mean; `None` where either is unknown.
    fn sense(&self, other: &Self) -> Option<u32> {
        if self.senses[0] == 0 || other.senses[0] == 0 {
            return None;
        }
        let shared = |sense: &u32| *sense > 0 && other.senses.contains(sense);
        let of_role = |role| self.role == role || other.role == role;
        if self.senses.iter().any(shared) {
            let same = if of_role(Role::Given) { COUNTERPART } else { SAME_SENSE };
            // Two adjectives of one country are as near as two of its names.
            let far = if self.far == other.far && self.far > 1 { 0 } else { self.far + other.far };
            Some(same - FAR * u32::from(far))
        } else if of_role(Role::Given) || of_role(Role::Sort) {
            // A surname may be any of these words: Гор is no mountain.
            None
        } else {
            Some(0)
        }
    }
}

impl Name {
    /// Prepares a name; words end at anything that is neither letter, digit nor apostrophe.
    #[must_use]
    pub fn new(name: &str, lang: Lang) -> Self {
        let inside =
            |letter: char| letter.is_alphanumeric() || "'’ʼ\u{300}\u{301}\u{306}".contains(letter);
        let parts: Vec<Part<'_>> = name
            .split(|letter| !inside(letter))
            .filter(|word| !word.is_empty())
            .map(|letters| Part { letters, ..Part::default() })
            .collect();
        Self::of_parts(&parts, lang)
    }

    /// Prepares a name cut into words, with what is known of them.
    #[must_use]
    pub fn of_parts(parts: &[Part<'_>], lang: Lang) -> Self {
        let word = |(at, part): (usize, &Part<'_>)| Word {
            sounded: Sounded::new(part.letters, lang),
            initial: part.letters.chars().count() == 1 && part.senses[0] == 0,
            senses: part.senses,
            role: part.role,
            far: part.far,
            last: at + 1 == parts.len(),
        };
        let joined: String = parts.iter().map(|part| part.letters).collect();
        Self {
            joined: Sounded::new(&joined, lang),
            words: parts.iter().enumerate().take(MOST_WORDS).map(word).collect(),
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
        let sound = similarity_of(&a.joined, &b.joined);
        let words = a.words.first().zip(b.words.first());
        return match words.and_then(|(one, other)| one.sense(other)) {
            Some(0) => sound / 2.0,
            Some(sense) => sound.max(f64::from(sense + whole(sound) / TELLS) / f64::from(ONE)),
            None => sound,
        };
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
            let sound =
                || similarity_at_least(&one.sounded, &other.sounded, FLOOR).map_or(0, whole);
            *cell = if let Some(sense) = one.sense(other) {
                // Two known things that sound alike are still two: Литва is not Latvia.
                let sound = sound();
                if sense > 0 { sound.max(sense + sound / TELLS) } else { sound / 2 }
            } else if one.initial == other.initial {
                sound()
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
    /// What the words would count, were they alone: a word paired with an initial is
    /// neither matched in full nor alone.
    covered: u64,
}

impl Paired {
    fn with(self, one: &Word, other: &Word, alike: u32) -> Self {
        let (a, b) = (one.weight(), other.weight());
        let weight = if one.initial == other.initial { a + b } else { 2 * a.min(b) };
        Self {
            gain: self.gain + weight * u64::from(alike),
            weight: self.weight + weight,
            covered: self.covered + one.alone() + other.alone(),
        }
    }

    fn score(self, a: &Name, b: &Name) -> u32 {
        let all: u64 = a.words.iter().chain(&b.words).map(Word::alone).sum();
        let alone = all.saturating_sub(self.covered) / 10;
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
