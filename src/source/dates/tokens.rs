//! A line as numbers, words and signs.
//!
//! In: a short text. Out: its tokens with their bytes; white space is left out. Small
//! questions about a token are answered here; what a date looks like is not.

use std::ops::Range;

#[derive(Clone, Debug)]
pub(super) enum Token {
    Number { value: i32, digits: usize },
    Word(String),
    Other(char),
}

pub(super) type Placed = (Token, Range<usize>);

pub(super) fn tokens(text: &str) -> Vec<Placed> {
    let mut tokens = Vec::new();
    let mut rest = text.char_indices().peekable();
    while let Some((start, c)) = rest.next() {
        if crate::source::is_space(c) {
            continue;
        }
        let mut end = start + c.len_utf8();
        let same = |next: char| {
            if c.is_ascii_digit() { next.is_ascii_digit() } else { next.is_alphabetic() }
        };
        if c.is_ascii_digit() || c.is_alphabetic() {
            while let Some((at, next)) = rest.next_if(|(_, next)| same(*next)) {
                end = at + next.len_utf8();
            }
        }
        let piece = &text[start..end];
        let token = if c.is_ascii_digit() {
            Token::Number { value: piece.parse().unwrap_or(i32::MAX), digits: piece.len() }
        } else if c.is_alphabetic() {
            Token::Word(piece.to_lowercase())
        } else {
            Token::Other(c)
        };
        tokens.push((token, start..end));
    }
    tokens
}

pub(super) fn number(tokens: &[Placed], at: usize, digits: Range<usize>) -> Option<i32> {
    match tokens.get(at)?.0 {
        Token::Number { value, digits: have } if digits.contains(&have) => Some(value),
        _ => None,
    }
}

pub(super) fn sign(tokens: &[Placed], at: usize, signs: &[char]) -> Option<char> {
    match tokens.get(at)?.0 {
        Token::Other(c) if signs.contains(&c) => Some(c),
        _ => None,
    }
}

pub(super) fn skip(tokens: &[Placed], at: usize, signs: &[char]) -> usize {
    at + usize::from(sign(tokens, at, signs).is_some())
}

/// Nothing but the sign between two numbers, not even a space: `3.05.2013`.
pub(super) fn tight(tokens: &[Placed], from: usize, to: usize) -> bool {
    tokens
        .get(from..=to)
        .is_some_and(|run| run.windows(2).all(|two| two[0].1.end == two[1].1.start))
}
