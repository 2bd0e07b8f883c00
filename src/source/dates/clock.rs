//! Clock times beside dates.
//!
//! In: the tokens of a line and a place. Out: the time of day that stands there or next to
//! it, on the 24-hour clock. Time zones are not read: a page's times are its own.

use super::tokens::{Placed, Token, number, sign, skip};

/// A clock time at token `at`, and the token after it: `09:16`, `09: 16`, `9:16:40 pm`.
fn clock(tokens: &[Placed], at: usize, dots: bool) -> Option<((i32, i32), usize)> {
    let mut hour = number(tokens, at, 1..3)?;
    // French clocks have `h` between: `10h30`.
    let french = matches!(tokens.get(at + 1), Some((Token::Word(word), _)) if word == "h");
    let sign = if french { ':' } else { sign(tokens, at + 1, &[':', '.'])? };
    if sign == '.' && !dots {
        return None;
    }
    let minute = number(tokens, at + 2, 2..3)?;
    let mut next = at + 3;
    if self::sign(tokens, next, &[sign]).is_some() {
        match number(tokens, next + 1, 2..3) {
            Some(0..=59) if sign == ':' => next += 2,
            Some(_) => return None,
            None => {}
        }
    }
    if let Some((Token::Word(word), _)) = tokens.get(next) {
        match word.as_str() {
            "pm" if hour < 12 => hour += 12,
            "am" if hour == 12 => hour = 0,
            _ => {}
        }
        if matches!(word.as_str(), "pm" | "am" | "ч" | "часа" | "uhr" | "h") {
            next += 1;
        } else if matches!(word.as_str(), "a" | "p")
            && matches!(tokens.get(next + 2), Some((Token::Word(m), _)) if m == "m")
        {
            if word == "p" && hour < 12 {
                hour += 12;
            } else if word == "a" && hour == 12 {
                hour = 0;
            }
            next = skip(tokens, next + 3, &['.']);
        }
    }
    ((0..24).contains(&hour) && (0..60).contains(&minute)).then_some(((hour, minute), next))
}

/// Whether a token stands between a date and its clock time: a sign, or a word for “at”.
fn is_between(tokens: &[Placed], at: usize) -> bool {
    match tokens.get(at) {
        Some((Token::Other(c), _)) => {
            matches!(c, ',' | '|' | '-' | '–' | '—' | '/' | '•' | '·' | '(' | '@' | '\'')
        }
        Some((Token::Word(word), _)) => matches!(
            word.as_str(),
            "t" | "at"
                | "в"
                | "у"
                | "о"
                | "об"
                | "от"
                | "на"
                | "а"
                | "um"
                | "à"
                | "a"
                | "las"
                | "godz"
                | "u"
        ),
        _ => false,
    }
}

/// The clock time that follows token `at`, and the token after it.
pub(super) fn clock_after(tokens: &[Placed], at: usize) -> Option<((i32, i32), usize)> {
    let mut next = at;
    // Serbian years end in a point: `5. mart 2024. u 14:20`.
    if sign(tokens, at, &['.']).is_some() && is_between(tokens, at + 1) {
        next += 1;
    }
    for _ in 0..3 {
        if !is_between(tokens, next) {
            break;
        }
        let word = matches!(tokens.get(next), Some((Token::Word(word), _)) if word == "godz");
        next = if word { skip(tokens, next + 1, &['.']) } else { next + 1 };
    }
    clock(tokens, next, true)
}

/// The clock time that ends just before token `at`, and the token where it begins.
pub(super) fn clock_before(
    tokens: &[Placed],
    at: usize,
    free: usize,
) -> Option<((i32, i32), usize)> {
    (1..=9.min(at)).rev().find_map(|back| {
        let start = at - back;
        if tokens[start].1.start < free {
            return None;
        }
        let (time, end) = clock(tokens, start, false)?;
        let between = tokens.get(end..at)?;
        let only_signs = between.iter().all(|(token, _)| match token {
            Token::Other(c) => matches!(c, ',' | '|' | '-' | '–' | '—' | '/' | '•' | '·' | '.'),
            Token::Word(word) => matches!(word.as_str(), "on" | "г" | "ч" | "часа"),
            Token::Number { .. } => false,
        });
        (only_signs && between.len() <= 2).then_some((time, start))
    })
}
