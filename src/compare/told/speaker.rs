//! Who speaks: the phrase before or after a verb of saying.
//!
//! In: a block, read, and the place of a verb. Out: a [`Phrase`], the words that name
//! somebody up to the next sign or clause, with the name among them. What was said is for
//! `quotations`.

use super::reading::{Kind, Reading};
use crate::lang::{Script, telling::Role};

/// Words of a phrase at most.
const LONGEST: usize = 9;
/// Small words that a phrase may have inside (`ministry of`, `министерството на`).
const INNER: &[&str] = &["of", "the", "for", "на", "по", "за", "и", "в", "и", "при", "при", "з"];
/// Small words that a phrase does not begin with.
const ARTICLES: &[&str] =
    &["the", "a", "an", "и", "и", "как", "also", "също", "также", "ещё", "еще"];

/// Words that name somebody, by their tokens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Phrase {
    pub from: usize,
    /// One past the last.
    pub to: usize,
    /// The name among them: two or more words with capitals, or the only one.
    pub name: Option<(usize, usize)>,
    /// Whether a word has a capital.
    pub named: bool,
    /// Whether it is a pronoun alone.
    pub is_pronoun: bool,
    /// Whether it is a body that reports what others say.
    pub is_medium: bool,
}

impl Phrase {
    fn new(reading: &Reading<'_>, mut from: usize, mut to: usize) -> Option<Self> {
        let word = |at: usize| reading.word(at).unwrap_or_default();
        while from < to && ARTICLES.contains(&word(from)) {
            from += 1;
        }
        while from < to && (reading.word(to - 1).is_none() || INNER.contains(&word(to - 1))) {
            to -= 1;
        }
        if from >= to {
            return None;
        }
        let runs = runs(reading, from, to);
        let name = runs.iter().rev().find(|(from, to)| to - from > 1).copied();
        let name = name.or(match runs[..] {
            [one] if to - from == 1 => Some(one),
            _ => None,
        });
        let is_pronoun = to - from == 1 && reading.is(from, Role::Pronoun);
        let is_medium = match runs[..] {
            [(first, last)] => {
                let one = last - first == 1;
                let head = reading.is(from, Role::Medium);
                head || one && to - from <= 2 && medium(reading, first)
            }
            _ => reading.is(from, Role::Medium) && to - from <= 3,
        };
        Some(Self { from, to, name, named: !runs.is_empty() || is_medium, is_pronoun, is_medium })
    }

    /// A medium and who speaks to it, where one follows the other (`сообщил BuzzFeed
    /// помощник госсекретаря`).
    pub(super) fn split(&self, reading: &Reading<'_>) -> Option<(Self, Self)> {
        let runs = runs(reading, self.from, self.to);
        let &(first, last) = runs.first().filter(|(first, _)| *first == self.from)?;
        if last - first != 1 || last == self.to || !medium(reading, first) {
            return None;
        }
        Some((Self::new(reading, first, last)?, Self::new(reading, last, self.to)?))
    }
}

/// Whether a word is the name of a medium: it is listed, or Latin in another script.
fn medium(reading: &Reading<'_>, at: usize) -> bool {
    let cyrillic = reading.lang.rules().is_some_and(|rules| rules.script == Script::Cyrillic);
    let latin = reading.word(at).is_some_and(|word| word.is_ascii());
    reading.is(at, Role::Medium) || cyrillic && latin
}

/// Runs of words with capitals.
fn runs(reading: &Reading<'_>, from: usize, to: usize) -> Vec<(usize, usize)> {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for at in from..to {
        if !reading.capital(at) {
            continue;
        }
        match runs.last_mut() {
            Some(last) if last.1 == at => last.1 = at + 1,
            _ => runs.push((at, at + 1)),
        }
    }
    runs
}

/// The phrase that begins at a token.
pub(super) fn after(reading: &Reading<'_>, at: usize, to: usize) -> Option<Phrase> {
    let mut end = at;
    while end < to.min(at + LONGEST) && is_part(reading, end, at) {
        end += 1;
    }
    Phrase::new(reading, at, end)
}

/// The phrase that ends just before a token.
pub(super) fn before(reading: &Reading<'_>, at: usize, from: usize) -> Option<Phrase> {
    let mut start = at;
    while start > from.max(at.saturating_sub(LONGEST)) && is_part(reading, start - 1, from) {
        start -= 1;
    }
    Phrase::new(reading, start, at)
}

/// Whether a token may belong to a phrase.
fn is_part(reading: &Reading<'_>, at: usize, first: usize) -> bool {
    let verbs = reading.lang.rules().map_or(&[][..], |rules| rules.attribution);
    match &reading.tokens[at].kind {
        Kind::Word(word) => {
            let small = reading.is(at, Role::Plain) && !INNER.contains(&word.as_str());
            let clause = reading.is(at, Role::Stop) || reading.is(at, Role::That);
            !small && !clause && !verbs.contains(&word.as_str())
        }
        // `пресс-служба`, `ZN.UA`; an initial's stop.
        Kind::Sign('-' | '.') => {
            at > first
                && reading.tight(at)
                && (reading.tight(at + 1)
                    || reading.capital(at - 1)
                        && reading.tokens[at - 1].span.len() <= 2
                        && reading.capital(at + 1))
        }
        Kind::Digits | Kind::Sign(_) => false,
    }
}
