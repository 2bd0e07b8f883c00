//! A regular expression over words.
//!
//! In: an expression: letters, `.`, `[а-я]`, `\d \w`, groups, `|`, `* + ?` and `{2,3}`. Out: a
//! [`Pattern`] that walks along a vocabulary and accepts whole words. Made by Glushkov's
//! construction (V. M. Glushkov, *The abstract theory of automata*, 1961): each letter of
//! the expression is a state, a set of states is the bits of one number, so an expression
//! has at most 127 letters and a step takes no time to speak of. Longer ones are refused.

use crate::index::Walk;

/// Why an expression is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct NoPattern;

/// A set of letters.
#[derive(Clone, Debug)]
struct Class {
    is_not: bool,
    ranges: Vec<(char, char)>,
}

impl Class {
    fn has(&self, letter: char) -> bool {
        self.ranges.iter().any(|&(from, to)| (from..=to).contains(&letter)) != self.is_not
    }
}

const DIGITS: &[(char, char)] = &[('0', '9')];
const ANY: &[(char, char)] = &[('\0', char::MAX)];
/// What stands in words besides letters and digits; everything else there is one.
const SIGNS: &[(char, char)] = &[('\0', '/'), (':', '@'), ('[', '`'), ('{', '¿'), ('’', '’')];

/// An expression, ready to walk along words. State 0 is the beginning.
#[derive(Clone, Debug)]
pub(super) struct Pattern {
    classes: Vec<Class>,
    follow: Vec<u128>,
    ends: u128,
    /// The states after each letter of the way walked.
    way: Vec<u128>,
}

impl Pattern {
    /// Reads an expression whose letters are folded by `fold`.
    pub(super) fn new(typed: &str, fold: &dyn Fn(char) -> char) -> Result<Self, NoPattern> {
        let letters = typed.trim_start_matches('^').trim_end_matches('$').chars().collect();
        let mut maker = Maker {
            letters,
            at: 0,
            work: 0,
            fold,
            classes: vec![Class { is_not: false, ranges: Vec::new() }],
            follow: vec![0],
        };
        let whole = maker.either()?;
        if maker.at < maker.letters.len() || maker.classes.len() == 1 {
            return Err(NoPattern);
        }
        let Maker { classes, mut follow, .. } = maker;
        follow[0] = whole.first;
        let ends = whole.last | u128::from(whole.is_empty);
        Ok(Self { classes, follow, ends, way: vec![1] })
    }
}

impl Walk for Pattern {
    fn enter(&mut self, letter: char) -> bool {
        let (mut now, mut next) = (self.way.last().copied().unwrap_or_default(), 0);
        while now != 0 {
            next |= self.follow[now.trailing_zeros() as usize];
            now &= now - 1;
        }
        let (mut asked, mut states) = (next, 0);
        while asked != 0 {
            let state = asked.trailing_zeros();
            if self.classes[state as usize].has(letter) {
                states |= 1 << state;
            }
            asked &= asked - 1;
        }
        if states != 0 {
            self.way.push(states);
        }
        states != 0
    }

    fn leave(&mut self) {
        self.way.pop();
    }

    fn arrived(&self) -> Option<u32> {
        self.way.last().filter(|states| *states & self.ends != 0).map(|_| 0)
    }
}

/// A part of an expression: where words can begin and end in it, and whether it may be
/// nothing.
#[derive(Clone, Copy)]
struct Part {
    first: u128,
    last: u128,
    is_empty: bool,
}

const NOTHING: Part = Part { first: 0, last: 0, is_empty: true };

/// The most work that reading an expression may take: repeats in repeats multiply.
const MOST_WORK: u32 = 10_000;
/// The most times that a part may be repeated.
const MOST_REPEATS: u32 = 60;

struct Maker<'f> {
    letters: Vec<char>,
    at: usize,
    work: u32,
    fold: &'f dyn Fn(char) -> char,
    classes: Vec<Class>,
    follow: Vec<u128>,
}

impl Maker<'_> {
    fn peek(&self) -> Option<char> {
        self.letters.get(self.at).copied()
    }

    fn take(&mut self, letter: char) -> bool {
        let is = self.peek() == Some(letter);
        self.at += usize::from(is);
        is
    }

    fn next(&mut self) -> Result<char, NoPattern> {
        let letter = self.peek().ok_or(NoPattern)?;
        self.at += 1;
        Ok(letter)
    }

    fn either(&mut self) -> Result<Part, NoPattern> {
        let mut all = self.row()?;
        while self.take('|') {
            let other = self.row()?;
            all.first |= other.first;
            all.last |= other.last;
            all.is_empty |= other.is_empty;
        }
        Ok(all)
    }

    fn row(&mut self) -> Result<Part, NoPattern> {
        let mut all = NOTHING;
        while self.peek().is_some_and(|letter| letter != '|' && letter != ')') {
            let next = self.repeated()?;
            all = self.join(all, next);
        }
        Ok(all)
    }

    fn join(&mut self, a: Part, b: Part) -> Part {
        self.lead(a.last, b.first);
        Part {
            first: a.first | if a.is_empty { b.first } else { 0 },
            last: b.last | if b.is_empty { a.last } else { 0 },
            is_empty: a.is_empty && b.is_empty,
        }
    }

    fn lead(&mut self, mut from: u128, to: u128) {
        while from != 0 {
            self.follow[from.trailing_zeros() as usize] |= to;
            from &= from - 1;
        }
    }

    /// A part with the sign of repetition after it, if there is one.
    fn repeated(&mut self) -> Result<Part, NoPattern> {
        let begin = self.at;
        let one = self.one()?;
        let end = self.at;
        let (least, most) = match self.peek() {
            Some('*') => (0, None),
            Some('+') => (1, None),
            Some('?') => (0, Some(1)),
            Some('{') => self.bounds()?,
            _ => return Ok(one),
        };
        if self.letters[end] != '{' {
            self.at += 1;
        }
        // `+?` takes as little as it can: the same words.
        self.take('?');
        let after = self.at;
        let mut all = match (least, most) {
            (0, Some(0)) => NOTHING,
            _ => one,
        };
        let copies = most.unwrap_or(least.max(1)).max(1);
        for nth in 2..=copies {
            self.at = begin;
            let mut copy = self.one()?;
            copy.is_empty |= nth > least;
            all = self.join(all, copy);
        }
        if most.is_none() {
            // The last copy may come again; with one copy that is all of it.
            self.at = begin;
            let again = if copies == 1 { all } else { self.one()? };
            if copies > 1 {
                all = self.join(all, Part { is_empty: true, ..again });
            }
            self.lead(again.last, again.first);
        }
        self.at = after;
        all.is_empty |= least == 0;
        Ok(all)
    }

    /// `{2}`, `{2,}` or `{2,3}`.
    fn bounds(&mut self) -> Result<(u32, Option<u32>), NoPattern> {
        self.at += 1;
        let number = |maker: &mut Self| {
            let mut number = None;
            while let Some(digit) = maker.peek().and_then(|c| c.to_digit(10)) {
                maker.at += 1;
                number = Some((number.unwrap_or(0_u32) * 10 + digit).min(MOST_REPEATS + 1));
            }
            number
        };
        let least = number(self).ok_or(NoPattern)?;
        let most = if self.take(',') { number(self) } else { Some(least) };
        if !self.take('}') || least.max(most.unwrap_or(0)) > MOST_REPEATS {
            return Err(NoPattern);
        }
        if most.is_some_and(|most| most < least) {
            return Err(NoPattern);
        }
        Ok((least, most))
    }

    fn one(&mut self) -> Result<Part, NoPattern> {
        self.work += 1;
        if self.work > MOST_WORK {
            return Err(NoPattern);
        }
        let class = match self.next()? {
            '(' => {
                self.work += 100;
                if self.take('?') && !self.take(':') {
                    return Err(NoPattern);
                }
                let inner = self.either()?;
                return if self.take(')') { Ok(inner) } else { Err(NoPattern) };
            }
            '[' => self.class()?,
            '.' => Class { is_not: false, ranges: ANY.to_vec() },
            '\\' => self.escaped()?,
            '*' | '+' | '?' | '{' | '}' | ')' | ']' | '^' | '$' => return Err(NoPattern),
            letter => self.letter(letter),
        };
        let state = self.classes.len();
        if state >= 128 {
            return Err(NoPattern);
        }
        self.classes.push(class);
        self.follow.push(0);
        Ok(Part { first: 1 << state, last: 1 << state, is_empty: false })
    }

    fn letter(&self, letter: char) -> Class {
        let letter = (self.fold)(lower(letter));
        Class { is_not: false, ranges: vec![(letter, letter)] }
    }

    fn escaped(&mut self) -> Result<Class, NoPattern> {
        let (is_not, ranges) = match self.next()? {
            'd' => (false, DIGITS),
            'D' => (true, DIGITS),
            'w' => (true, SIGNS),
            'W' => (false, SIGNS),
            letter if letter.is_alphanumeric() => return Err(NoPattern),
            sign => return Ok(self.letter(sign)),
        };
        Ok(Class { is_not, ranges: ranges.to_vec() })
    }

    /// The letters in square brackets.
    fn class(&mut self) -> Result<Class, NoPattern> {
        let is_not = self.take('^');
        let mut ranges = Vec::new();
        while ranges.is_empty() || self.peek() != Some(']') {
            let from = match self.next()? {
                '\\' => {
                    let Class { is_not, ranges: mut own } = self.escaped()?;
                    if is_not {
                        return Err(NoPattern);
                    }
                    ranges.append(&mut own);
                    continue;
                }
                letter => letter,
            };
            let is_range = self.peek() == Some('-')
                && self.letters.get(self.at + 1).is_some_and(|next| *next != ']');
            if is_range {
                self.at += 1;
                let to = self.next()?;
                let (from, to) = (lower(from), lower(to));
                if to < from {
                    return Err(NoPattern);
                }
                ranges.push((from, to));
            } else {
                let folded = (self.fold)(lower(from));
                ranges.push((folded, folded));
            }
        }
        self.at += 1;
        Ok(Class { is_not, ranges })
    }
}

/// Words are compared in lower case.
fn lower(letter: char) -> char {
    let mut lower = letter.to_lowercase();
    match (lower.next(), lower.next()) {
        (Some(one), None) => one,
        _ => letter,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Pattern, Walk as _};

    fn matches(expression: &str, word: &str) -> bool {
        let mut pattern = Pattern::new(expression, &|c| c).expect(expression);
        word.chars().all(|letter| pattern.enter(letter)) && pattern.arrived().is_some()
    }

    #[test]
    fn a_whole_word_is_matched() {
        for (expression, yes, no) in [
            ("санкци[ийюя]", "санкции санкцию", "санкция́ санкци санкциями"),
            ("colou?r", "color colour", "colouur colo"),
            ("(про|за)говор(ы|ов)?", "проговор заговоры заговоров", "говор проговора"),
            ("a{2,3}b*", "aa aaa aab aaabbb", "a aaaa ab"),
            ("a{2,}", "aa aaaaaaa", "a"),
            ("(ab){2}c+", "ababc ababccc", "abc abab"),
            (".*ство", "министерство ство", "министерства"),
            ("[^aeiou]+", "rhythm", "rhythms!a"),
            (r"\d{4}", "2017", "217 20170"),
            (r"\w+'\w", "don't", "dont"),
            ("^ПУТИН$", "путин", "путина"),
            ("(a|b*)c", "c ac bbc", "abc"),
            ("x{0}y", "y", "xy"),
            ("(a?){3}", "a aa aaa", "aaaa"),
        ] {
            for word in yes.split(' ') {
                assert!(matches(expression, word), "/{expression}/ should match {word}");
            }
            for word in no.split(' ') {
                assert!(!matches(expression, word), "/{expression}/ should not match {word}");
            }
        }
    }

    #[test]
    fn what_is_no_expression_or_too_long_is_refused() {
        for typed in ["", "(", "a)", "[a", "*", "a{3,2}", "a{99}", "[z-a]", "(?=a)", r"\b", "^$"] {
            assert!(Pattern::new(typed, &|c| c).is_err(), "{typed}");
        }
        assert!(Pattern::new(&"a".repeat(128), &|c| c).is_err());
        assert!(Pattern::new("((((){60}){60}){60}){60}a", &|c| c).is_err());
        assert!(Pattern::new(&"(".repeat(100_000), &|c| c).is_err());
    }

    proptest! {
        #[test]
        fn any_text_is_an_expression_or_refused(typed in "[ab(){}|*+?.\\[\\]\\\\0-3,^-]{0,24}") {
            if let Ok(mut pattern) = Pattern::new(&typed, &|c| c) {
                let _ = "abba".chars().all(|letter| pattern.enter(letter));
                let _ = pattern.arrived();
            }
        }
    }
}
