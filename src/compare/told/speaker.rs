//! Who speaks: the phrase before or after a verb of saying.
//!
//! In: a block, read, and the place of a verb. Out: a [`Phrase`], the words that name
//! somebody up to the next sign or clause, with the name among them. What was said is for
//! `quotations`.

use super::reading::{Kind, Reading};
use crate::lang::{Lang, Script, telling::Role};

/// Words of a phrase at most.
const LONGEST: usize = 12;
/// Small words that a phrase may have inside (`ministry of`, `министерството на`).
const INNER: &[&str] = &["of", "the", "for", "на", "по", "за", "и"];
/// Small words that a phrase does not begin with.
const ARTICLES: &[&str] = &["the", "a", "an", "и", "в", "на", "по", "за", "у"];

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
    /// Whether the source speaks of itself: “notes the editor”.
    pub is_own: bool,
}

impl Phrase {
    /// The phrase of tokens `from..to`; `opens` says whether a sentence begins there, whose
    /// capital is not its own.
    fn new(reading: &Reading<'_>, mut from: usize, mut to: usize, opens: bool) -> Option<Self> {
        let word = |at: usize| reading.word(at).unwrap_or_default();
        let start = from;
        while from < to && (ARTICLES.contains(&word(from)) || reading.word(from).is_none()) {
            from += 1;
        }
        if from < to && reading.is(from, Role::Pronoun) {
            to = from + 1;
        }
        while from < to && (reading.word(to - 1).is_none() || INNER.contains(&word(to - 1))) {
            to -= 1;
        }
        if from >= to || reading.is(from, Role::To) && to - from == 1 {
            return None;
        }
        let mut runs = runs(reading, from, to);
        let borrowed = opens && from == start && runs.first().is_some_and(|run| run.0 == from);
        if borrowed && runs.len() > 1 && runs[0].1 == from + 1 {
            runs.remove(0);
        }
        // `United States envoy` is called by all its words.
        let name = runs.last().filter(|run| run.1 - run.0 > 1 && run.1 == to).copied();
        let name = name.or(match runs[..] {
            // A surname ends its phrase (`преди това Путин`), a body is named by all of it
            // (`министерството на Русия`).
            [one] if one.1 == to && !inner(reading, from, to) => Some(one),
            _ => None,
        });
        let is_pronoun = to - from == 1 && reading.is(from, Role::Pronoun);
        let is_medium = match runs[..] {
            [(first, last)] => {
                let head = reading.is(from, Role::Medium) && to - from <= 3;
                head || last - first == 1 && to - from <= 2 && medium(reading, first)
            }
            [] => reading.is(from, Role::Medium) && to - from <= 3,
            _ => false,
        };
        let is_own = runs.is_empty() && reading.is(to - 1, Role::Own);
        let named = !runs.is_empty() || is_medium;
        Some(Self { from, to, name, named, is_pronoun, is_medium, is_own })
    }

    /// A medium and who speaks to it or through it, where one follows the other (`сообщил
    /// BuzzFeed помощник госсекретаря`, `приводит BuzzFeed мнение Шапиро`).
    pub(super) fn split(&self, reading: &Reading<'_>) -> Option<(Self, Self)> {
        let first = self.from;
        let to = reading.is(first, Role::To);
        let one =
            !reading.capital(first + 1) || !reading.word(first + 1).is_some_and(str::is_ascii);
        if first + 1 >= self.to || !(to || medium(reading, first) && one) {
            return None;
        }
        let next = first + 1 + usize::from(reading.is(first + 1, Role::Words));
        let rest = Self::new(reading, next, self.to, false)?;
        let whole = Self {
            from: first,
            to: first + 1,
            name: Some((first, first + 1)),
            named: true,
            is_pronoun: false,
            is_medium: true,
            is_own: false,
        };
        Some((whole, rest))
    }
}

/// Whether a phrase has a small word inside.
fn inner(reading: &Reading<'_>, from: usize, to: usize) -> bool {
    (from..to).any(|at| reading.word(at).is_some_and(|word| INNER.contains(&word)))
}

/// Whether a word is the name of a medium: it is listed, or Latin in another script.
fn medium(reading: &Reading<'_>, at: usize) -> bool {
    let cyrillic = reading.lang.rules().is_some_and(|rules| rules.script == Script::Cyrillic);
    let latin = reading.word(at).is_some_and(str::is_ascii);
    reading.is(at, Role::Medium) && reading.capital(at) || cyrillic && latin
}

/// Runs of words with capitals.
fn runs(reading: &Reading<'_>, from: usize, to: usize) -> Vec<(usize, usize)> {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    let latin = |at: usize| reading.word(at).is_some_and(str::is_ascii);
    for at in from..to {
        let small = reading.word(at).is_some_and(|word| INNER.contains(&word));
        if !reading.capital(at) || small {
            continue;
        }
        match runs.last_mut() {
            // `J. D. Vance`, `ZN.UA`; but `BuzzFeed Джон Хадсон` are two.
            Some(last)
                if (last.1 == at && latin(at - 1) == latin(at))
                    || last.1 + 1 == at && reading.sign(at - 1, &['.', '-']).is_some() =>
            {
                last.1 = at + 1;
            }
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
    Phrase::new(reading, at, end, false)
}

/// The phrase after “according to”: where no comma ends it (`според министерството в Москва
/// на масата е …`), the first name does.
pub(super) fn after_by(reading: &Reading<'_>, at: usize, to: usize) -> Option<Phrase> {
    let own = after(reading, at, to)?;
    let closed = own.to >= to || matches!(reading.tokens[own.to].kind, Kind::Sign(_));
    if closed || reading.lang != Lang::BG && !own.is_pronoun {
        return Some(own);
    }
    let first = runs(reading, own.from, own.to).first().copied();
    let mut end = first.map_or(own.from + 1, |run| run.1);
    let within = reading.word(end).is_some_and(|word| matches!(word, "в" | "във"));
    if within && reading.capital(end + 1) {
        return Some(Phrase { to: end + 2, named: true, ..own });
    }
    end = end.min(own.to);
    Phrase::new(reading, own.from, end, false)
}

/// The phrase that ends just before a token.
pub(super) fn before(reading: &Reading<'_>, at: usize, from: usize) -> Option<Phrase> {
    let mut start = at;
    while start > from.max(at.saturating_sub(LONGEST)) && is_part(reading, start - 1, from) {
        start -= 1;
    }
    // The pronoun nearest to the verb is its subject.
    let own = (start..at).rev().find(|&at| reading.is(at, Role::Pronoun));
    Phrase::new(reading, own.unwrap_or(start), at, start == from)
}

/// The name that opens a sentence, whose capital may be the sentence's.
pub(super) fn opening(reading: &Reading<'_>, from: usize, to: usize) -> Option<Phrase> {
    let own = after(reading, from, to)?;
    let name = own.name.or_else(|| runs(reading, own.from, own.to).first().copied())?;
    Some(Phrase { from: name.0, to: name.1, name: Some(name), ..own })
}

/// Whether a token may belong to a phrase.
fn is_part(reading: &Reading<'_>, at: usize, first: usize) -> bool {
    let verbs = reading.lang.rules().map_or(&[][..], |rules| rules.attribution);
    match &reading.tokens[at].kind {
        Kind::Word(word) => {
            let small = reading.is(at, Role::Plain) && !INNER.contains(&word.as_str());
            let clause = reading.is(at, Role::Stop) || reading.is(at, Role::That);
            let time = reading.is(at, Role::Day) || reading.is(at, Role::Weekday);
            let verb = verbs.contains(&word.as_str()) && !reading.capital(at);
            !small && !clause && !time && !verb
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
