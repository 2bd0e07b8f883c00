//! Ties: which clues of one source go together with which of another, and how reliably.
//!
//! In: two [`Side`]s. Out: for each clue of either its ties to the other's, each with the
//! [`Bucket`] that gives its reliability: the share of passages with the one whose
//! counterpart has the other. Numbers, calendar, signs and lexemes of one language tie when
//! equal; words of different languages when they share a subject or an everyday meaning, or
//! when they sound alike. How reliable each bucket is was learned (`weights`).

use rustc_hash::FxHashMap;

use super::{
    clues::{Clue, Kind, Side},
    lessons::Lessons,
    weights::Weights,
};
use crate::{
    index::{FIRST_GENERAL, table::int},
    lang::sounds::{Sounded, similarity_at_least},
};

/// How alike words of different languages must sound to be tied, at least.
const ALIKE: f64 = 0.68;
/// How many letters longer one of two words may be.
const ENDING: usize = 5;

/// The kinds of evidence, each with a weight of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub(in crate::compare) enum Sort {
    Number,
    Calendar,
    Sign,
    /// The same letters in another language.
    Spelling,
    Lexeme,
    Concept,
    Everyday,
    Name,
    Cognate,
    /// Words learned from linked passages.
    Taught,
}

/// How many sorts there are.
pub(super) const SORTS: usize = 10;

/// A tie's class: an index into [`Weights::reliability`].
pub(in crate::compare) type Bucket = u8;

pub(super) const NUMBERS: usize = 0;
const CALENDAR: usize = 4;
const SIGNS: usize = 5;
const SPELLINGS: usize = 16;
const LEXEMES: usize = 20;
const CONCEPTS: usize = 28;
/// Names that the index joined.
const NAMES: usize = 30;
const EVERYDAY: usize = 32;
/// Subjects that sound alike as well.
const BOTH: usize = 35;
const SOUNDS: usize = 37;
const TAUGHT: usize = SOUNDS + 80;
/// How many buckets there are.
pub(super) const BUCKETS: usize = TAUGHT + 1;

/// What sort of evidence a bucket is.
pub(in crate::compare) fn sort(bucket: Bucket) -> Sort {
    match usize::from(bucket) {
        NUMBERS..CALENDAR => Sort::Number,
        CALENDAR..SIGNS => Sort::Calendar,
        SIGNS..SPELLINGS => Sort::Sign,
        SPELLINGS..LEXEMES => Sort::Spelling,
        LEXEMES..CONCEPTS => Sort::Lexeme,
        CONCEPTS..NAMES => Sort::Concept,
        NAMES..EVERYDAY => Sort::Name,
        EVERYDAY..BOTH => Sort::Everyday,
        BOTH..SOUNDS => Sort::Concept,
        at if at < SOUNDS + 40 => Sort::Cognate,
        TAUGHT => Sort::Taught,
        _ => Sort::Name,
    }
}

/// A tie to a clue of the other source.
#[derive(Clone, Copy, Debug)]
pub(in crate::compare) struct Tie {
    pub to: u32,
    pub bucket: Bucket,
    pub reliability: f64,
    /// The share of the other side's passages that have it, or one as reliable of its clue.
    pub share: f64,
}

/// The ties of two sources.
#[derive(Clone)]
pub(in crate::compare) struct Ties {
    /// By clue of the first.
    pub of_a: Vec<Vec<Tie>>,
    /// By clue of the second.
    pub of_b: Vec<Vec<Tie>>,
}

impl Ties {
    pub(in crate::compare) fn new(
        a: &Side,
        b: &Side,
        weights: &Weights,
        lessons: &Lessons,
    ) -> Self {
        let mut tying = Tying::default();
        while tying.step(a, b, weights, usize::MAX) {}
        tying.finish(a, b, lessons)
    }
}

/// Ties being found, some clues of the first source at a time.
#[derive(Default)]
pub(in crate::compare) struct Tying {
    best: FxHashMap<(u32, u32), (f64, Bucket)>,
    /// The clues of the second by what they begin with.
    blocks: Vec<Vec<u32>>,
    /// Where to go on.
    from: usize,
}

impl Tying {
    /// Takes up to so many more clues of `a`; says whether there are more.
    pub(in crate::compare) fn step(
        &mut self,
        a: &Side,
        b: &Side,
        weights: &Weights,
        count: usize,
    ) -> bool {
        let best = &mut self.best;
        let mut tie = |from: usize, to: usize, bucket: usize| {
            let pair = (int(from), int(to));
            let known = best.entry(pair).or_insert((0.0, 0));
            let bucket = joined(usize::from(known.1), bucket);
            let reliability = weights.reliability[bucket];
            if reliability > known.0 {
                *known = (reliability, bucket as Bucket);
            }
        };
        if self.blocks.is_empty() {
            equal(a, b, &mut tie);
            self.blocks = blocks(b);
        }
        if a.lang == b.lang {
            return false;
        }
        let to = self.from.saturating_add(count).min(a.clues.len());
        for from in self.from..to {
            alike(from, a, b, &self.blocks, &mut tie);
        }
        self.from = to;
        to < a.clues.len()
    }

    /// The share of the work that is done, of 100.
    pub(in crate::compare) fn done(&self, a: &Side) -> usize {
        100 * self.from / a.clues.len().max(1)
    }

    /// The ties found, and those learned.
    pub(in crate::compare) fn finish(mut self, a: &Side, b: &Side, lessons: &Lessons) -> Ties {
        for (from, to, reliability) in taught(a, b, lessons) {
            let known = self.best.entry((from, to)).or_insert((0.0, 0));
            if reliability > known.0 {
                *known = (reliability, TAUGHT as Bucket);
            }
        }
        let mut all: Vec<_> = self.best.into_iter().collect();
        all.sort_unstable_by_key(|&(pair, _)| pair);
        let mut ties =
            Ties { of_a: vec![Vec::new(); a.clues.len()], of_b: vec![Vec::new(); b.clues.len()] };
        for ((from, to), (reliability, bucket)) in all {
            ties.of_a[from as usize].push(Tie { to, bucket, reliability, share: 1.0 });
            ties.of_b[to as usize].push(Tie { to: from, bucket, reliability, share: 1.0 });
        }
        ties
    }
}

/// The ties that were learned.
fn taught<'s>(
    a: &'s Side,
    b: &'s Side,
    lessons: &'s Lessons,
) -> impl Iterator<Item = (u32, u32, f64)> + 's {
    (0..).zip(&a.clues).flat_map(move |(from, clue)| {
        let known = match clue.kind {
            Kind::Word(key) => lessons.of(key),
            _ => &[],
        };
        let there =
            move |&(key, reliability)| Some((from, b.number(Kind::Word(key))?, reliability));
        known.iter().filter_map(there)
    })
}

/// The bucket of a tie that has this one and that one as well: a subject that sounds alike
/// is surer than either.
fn joined(known: usize, bucket: usize) -> usize {
    let concept = (CONCEPTS..CONCEPTS + 2).contains(&known);
    let alike = (SOUNDS..BUCKETS).contains(&bucket) && (bucket - SOUNDS) % 5 >= 2;
    if concept && alike { BOTH + known - CONCEPTS } else { bucket }
}

/// What clues are found by.
#[derive(PartialEq, Eq, Hash)]
enum Handle<'c> {
    Kind(Kind),
    Key(u32),
    Concept(u32),
    Everyday(u32),
    Name(u32),
    Letters(&'c str),
}

fn handles(clue: &Clue, same_language: bool) -> Vec<Handle<'_>> {
    let mut all = Vec::new();
    match clue.kind {
        Kind::Word(_) if same_language => {
            all.extend(clue.known.keys.iter().copied().map(Handle::Key));
        }
        Kind::Word(_) => all.push(Handle::Letters(&clue.folded)),
        kind => all.push(Handle::Kind(kind)),
    }
    all.extend(clue.known.concepts.iter().copied().map(Handle::Concept));
    all.extend(clue.known.names.iter().copied().map(Handle::Name));
    if !same_language {
        all.extend(clue.known.everyday.iter().copied().map(Handle::Everyday));
    }
    all
}

/// Ties of clues that are equal in some respect.
fn equal(a: &Side, b: &Side, tie: &mut impl FnMut(usize, usize, usize)) {
    let same = a.lang == b.lang;
    let mut found: FxHashMap<Handle<'_>, Vec<usize>> = FxHashMap::default();
    for (to, clue) in b.clues.iter().enumerate() {
        handles(clue, same)
            .into_iter()
            .for_each(|handle| found.entry(handle).or_default().push(to));
    }
    for (from, clue) in a.clues.iter().enumerate() {
        for handle in handles(clue, same) {
            for &to in found.get(&handle).into_iter().flatten() {
                if let Some(bucket) = bucket_of(&handle, clue, &b.clues[to]) {
                    tie(from, to, bucket);
                }
            }
        }
    }
}

fn bucket_of(handle: &Handle<'_>, a: &Clue, b: &Clue) -> Option<usize> {
    let capital = usize::from(a.capital && b.capital);
    let short = a.letters.min(b.letters);
    Some(match *handle {
        Handle::Kind(Kind::Number(_)) => NUMBERS + short.clamp(1, 4) - 1,
        Handle::Kind(Kind::Calendar(_)) => CALENDAR,
        Handle::Kind(Kind::Sign(sign)) => {
            SIGNS + "?!:;\"(–…%$".chars().position(|own| own == sign).unwrap_or(10)
        }
        Handle::Kind(Kind::Word(_)) => return None,
        // The same letters of different scripts' languages: a name, mostly.
        Handle::Letters(_) if a.stop || b.stop || short < 2 => return None,
        Handle::Letters(_) => SPELLINGS + 2 * capital + usize::from(short > 4),
        Handle::Key(_) => {
            LEXEMES + if a.stop { 0 } else { 1 + 3 * capital + (short.clamp(4, 6) - 4) }
        }
        Handle::Concept(_) => CONCEPTS + capital,
        Handle::Name(_) => NAMES,
        Handle::Everyday(_) if a.stop || b.stop => EVERYDAY,
        Handle::Everyday(row) => EVERYDAY + 1 + usize::from(row >= FIRST_GENERAL),
    })
}

/// The clues of a source by the classes of their first sound.
fn blocks(side: &Side) -> Vec<Vec<u32>> {
    let mut blocks = vec![Vec::new(); 16];
    for (to, clue) in (0..).zip(&side.clues) {
        let own = clue.sounded.as_ref().map_or(0, Sounded::blocks);
        let has = |bit: &usize| own & (1 << bit) != 0;
        (0..16).filter(has).for_each(|bit: usize| blocks[bit].push(to));
    }
    blocks
}

/// Ties of a word to those that sound alike.
fn alike(
    from: usize,
    a: &Side,
    b: &Side,
    blocks: &[Vec<u32>],
    tie: &mut impl FnMut(usize, usize, usize),
) {
    let clue = &a.clues[from];
    let Some(sounded) = &clue.sounded else { return };
    let own = sounded.blocks();
    let (next, soon) = sounded.frame();
    let met = blocks.iter().enumerate().filter(|(bit, _)| own & (1 << bit) != 0);
    for &to in met.flat_map(|(_, block)| block) {
        let other = &b.clues[to as usize];
        let Some(heard) = &other.sounded else { continue };
        let (other_next, other_soon) = heard.frame();
        let meets =
            next == 0 || other_next == 0 || next & other_soon != 0 || other_next & soon != 0;
        if !meets || clue.letters.abs_diff(other.letters) > ENDING {
            continue;
        }
        if let Some(close) = similarity_at_least(sounded, heard, ALIKE) {
            tie(from, to as usize, sound_bucket(clue, other, close));
        }
    }
}

fn sound_bucket(a: &Clue, b: &Clue, close: f64) -> usize {
    let name = usize::from(a.capital && b.capital);
    let scripts = usize::from(a.script != b.script);
    let length = match a.letters.min(b.letters) {
        0..=3 => 0,
        4 => 1,
        5..=6 => 2,
        _ => 3,
    };
    let class = [0.76, 0.84, 0.90, 0.95].iter().filter(|&&edge| close >= edge).count();
    SOUNDS + 40 * name + 20 * scripts + 5 * length + class
}
