//! Written dates.
//!
//! In: a short text (a line, the beginning of a paragraph). Out: the dates with a year that
//! stand in it, as ISO 8601, as precise as written, with the clock time beside them.
//! Relative dates (`yesterday`) are no dates: nobody knows when the page was saved. Every
//! date is one that the calendar has. Month names come from the languages.

mod clock;
mod tokens;

use std::{collections::BTreeMap, ops::Range, sync::LazyLock};

use self::{
    clock::{clock_after, clock_before},
    tokens::{Placed, Token, number, sign, skip, tight, tokens},
};
use crate::lang::LANGUAGES;

/// A date as it stands in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::source) struct Written {
    /// Its bytes, clock time included.
    pub(in crate::source) place: Range<usize>,
    /// `2013-05-03`, `2013-05-03T09:16`, `2021-12` or, where nobody can tell day from month,
    /// `2013`.
    pub(in crate::source) iso: String,
    /// Whether a clock time stands beside it.
    pub(in crate::source) clock: bool,
}

impl Written {
    /// Whether the day is known.
    pub(in crate::source) fn has_day(&self) -> bool {
        self.iso.len() >= 10
    }
}

/// Month names and their short forms, of all languages, to 1..=12.
static MONTHS: LazyLock<BTreeMap<&'static str, i8>> = LazyLock::new(|| {
    LANGUAGES
        .iter()
        .flat_map(|language| (1_i8..).zip(&language.months))
        .flat_map(|(month, names)| names.iter().map(move |name| (*name, month)))
        .collect()
});

/// A date that somebody states in a field of its own: any written date, a month, a year.
pub(in crate::source) fn stated(text: &str) -> Option<String> {
    let text = text.trim();
    if let Some(date) = written(text).into_iter().next() {
        return Some(date.iso);
    }
    let (year, month) = text.split_once('-').unwrap_or((text, "01"));
    let digits =
        |part: &str, count| part.len() == count && part.bytes().all(|b| b.is_ascii_digit());
    (digits(year, 4) && digits(month, 2)).then_some(())?;
    calendar(year.parse().ok()?, month.parse().ok()?, 1).map(|_| text.to_owned())
}

/// The dates in `text`, in order.
pub(in crate::source) fn written(text: &str) -> Vec<Written> {
    if !text.bytes().any(|b| b.is_ascii_digit()) {
        return Vec::new();
    }
    let tokens = tokens(text);
    let mut found: Vec<Written> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let Some((date, next)) = day(&tokens, at) else {
            at += 1;
            continue;
        };
        let after = clock_after(&tokens, next);
        let free = found.last().map_or(0, |last| last.place.end);
        let before = clock_before(&tokens, at, free);
        let (mut from, mut to) = (at, next);
        let time = match (after, before) {
            (Some((time, end)), _) => {
                to = end;
                Some(time)
            }
            (None, Some((time, start))) => {
                from = start;
                Some(time)
            }
            (None, None) => None,
        };
        let clock = time.is_some();
        let iso = match time {
            Some((hour, minute)) if date.len() >= 10 => format!("{date}T{hour:02}:{minute:02}"),
            _ => date,
        };
        found.push(Written { place: tokens[from].1.start..tokens[to - 1].1.end, iso, clock });
        at = to.max(at + 1);
    }
    found
}

fn month(tokens: &[Placed], at: usize) -> Option<i8> {
    match &tokens.get(at)?.0 {
        Token::Word(word) => MONTHS.get(word.as_str()).copied(),
        _ => None,
    }
}

/// The date that begins at token `at`, and the token after it.
fn day(tokens: &[Placed], at: usize) -> Option<(String, usize)> {
    // A number glued to letters or decimals before it is a name or an amount (`T-2013`).
    if at > 0 && matches!(tokens[at].0, Token::Number { .. }) {
        let (before, place) = &tokens[at - 1];
        let glued = place.end == tokens[at].1.start;
        if glued
            && !matches!(before, Token::Other('(' | '[' | '|' | ',' | '/' | '•' | '·' | '—' | '–'))
        {
            return None;
        }
    }
    numeric(tokens, at).or_else(|| named(tokens, at))
}

fn numeric(tokens: &[Placed], at: usize) -> Option<(String, usize)> {
    const SEPARATORS: &[char] = &['.', '/', '-', '–'];
    let first = sign(tokens, at + 1, SEPARATORS)?;
    if sign(tokens, at + 3, SEPARATORS)? != first {
        return None;
    }
    let end = at + 5;
    if let Some(year) = number(tokens, at, 4..5) {
        let (month, day) = (number(tokens, at + 2, 1..3)?, number(tokens, at + 4, 1..3)?);
        return Some((calendar(year, month, day)?, end));
    }
    let (a, b) = (number(tokens, at, 1..3)?, number(tokens, at + 2, 1..3)?);
    let year = match number(tokens, at + 4, 4..5) {
        Some(year) => year,
        // Two digits are a year only with a clock time beside them (`03.05.13 09:16`).
        None => {
            clock_after(tokens, end)?;
            2000 + number(tokens, at + 4, 2..3)?
        }
    };
    if first != '/' {
        // Some sites put spaces between (`3. 5. 2013`), but never on one side only.
        return (tight(tokens, at, at + 4) || !tight(tokens, at + 1, at + 2))
            .then(|| calendar(year, b, a))
            .flatten()
            .map(|date| (date, end));
    }
    // Slashes are written day first and month first; where both could be, only the year is sure.
    let date = match (calendar(year, b, a), calendar(year, a, b)) {
        (Some(_), Some(_)) if a != b => format!("{year:04}"),
        (Some(date), _) | (None, Some(date)) => date,
        (None, None) => return None,
    };
    Some((date, end))
}

fn named(tokens: &[Placed], at: usize) -> Option<(String, usize)> {
    if let Some(day) = number(tokens, at, 1..3) {
        let mut next = at + 1;
        // `3rd of May`, `3-го мая`, `3. mai`
        next = skip(tokens, next, &['.', '-']);
        while let Some((Token::Word(word), _)) = tokens.get(next) {
            if !matches!(
                word.as_str(),
                "st" | "nd" | "rd" | "th" | "of" | "го" | "ти" | "ви" | "ри" | "ого"
            ) {
                break;
            }
            next += 1;
        }
        let month = month(tokens, next)?;
        next = skip(tokens, next + 1, &['.']);
        next = skip(tokens, next, &[',']);
        let year = number(tokens, next, 4..5)?;
        return Some((calendar(year, month.into(), day)?, after_year(tokens, next + 1)));
    }
    let month = month(tokens, at)?;
    // The day before it was not one of this month.
    if at > 0 && number(tokens, at - 1, 1..3).is_some() {
        return None;
    }
    let mut next = skip(tokens, at + 1, &['.']);
    let Some(day) = number(tokens, next, 1..3) else {
        next = skip(tokens, next, &[',']);
        let year = number(tokens, next, 4..5)?;
        calendar(year, month.into(), 1)?;
        return Some((format!("{year:04}-{month:02}"), after_year(tokens, next + 1)));
    };
    next += 1;
    if let Some((Token::Word(word), _)) = tokens.get(next)
        && matches!(word.as_str(), "st" | "nd" | "rd" | "th")
    {
        next += 1;
    }
    next = skip(tokens, next, &[',']);
    let year = number(tokens, next, 4..5)?;
    Some((calendar(year, month.into(), day)?, after_year(tokens, next + 1)))
}

/// The words for “year” that follow one belong to the date: `2013 г.`, `2021 року`.
fn after_year(tokens: &[Placed], at: usize) -> usize {
    match tokens.get(at) {
        Some((Token::Word(word), _))
            if matches!(
                word.as_str(),
                "г" | "р" | "год" | "года" | "году" | "рік" | "року" | "година"
            ) =>
        {
            skip(tokens, at + 1, &['.'])
        }
        _ => at,
    }
}

/// The date, if the calendar has it and news could carry it.
fn calendar(year: i32, month: i32, day: i32) -> Option<String> {
    if !(1800..=2199).contains(&year) {
        return None;
    }
    let date = jiff::civil::Date::new(
        i16::try_from(year).ok()?,
        i8::try_from(month).ok()?,
        i8::try_from(day).ok()?,
    );
    date.ok().map(|date| date.to_string())
}

#[cfg(test)]
mod tests {
    use super::written;

    fn first(text: &str) -> Option<String> {
        written(text).into_iter().next().map(|date| date.iso)
    }

    #[test]
    fn dates_are_read_in_four_languages() {
        for (text, iso) in [
            ("3 May 2013", "2013-05-03"),
            ("May 3rd, 2013", "2013-05-03"),
            ("Fri, Sept. 7, 2018", "2018-09-07"),
            ("7 декабря 2021 года", "2021-12-07"),
            ("27 февруари 2025 г.", "2025-02-27"),
            ("15 листопада 2018 р.", "2018-11-15"),
            ("2013-05-03", "2013-05-03"),
            ("15.01.2018", "2018-01-15"),
            ("25/12/2019", "2019-12-25"),
            ("12/25/2019", "2019-12-25"),
            ("декабрь 2021", "2021-12"),
        ] {
            assert_eq!(first(text).as_deref(), Some(iso), "{text}");
        }
    }

    #[test]
    fn the_clock_time_beside_a_date_belongs_to_it() {
        for (text, iso) in [
            ("3 May 2013 09: 16 New", "2013-05-03T09:16"),
            ("May 3, 2013 at 9:16 pm", "2013-05-03T21:16"),
            ("14:20, 3 мая 2013", "2013-05-03T14:20"),
            ("15.01.2018 16.45 Външният министър", "2018-01-15T16:45"),
            ("27.02.2025 | 18:05:33", "2025-02-27T18:05"),
            ("2013-05-03T09:16:00Z", "2013-05-03T09:16"),
            ("T-100 3 May 2013 9:16 a.m.", "2013-05-03T09:16"),
            ("03.05.13 12:01", "2013-05-03T12:01"),
        ] {
            assert_eq!(first(text).as_deref(), Some(iso), "{text}");
        }
    }

    #[test]
    fn what_the_calendar_does_not_have_is_no_date() {
        for text in [
            "31.02.2013",
            "45 May 2013",
            "3.5.13",
            "in 2013",
            "T-2013",
            "yesterday",
            "9:16",
            "1.10.201",
            "2,3 May",
        ] {
            assert_eq!(first(text), None, "{text}");
        }
    }

    #[test]
    fn a_stated_date_may_be_a_month_or_a_year() {
        for (text, iso) in [
            ("2021-12", Some("2021-12")),
            (" 2021 ", Some("2021")),
            ("2018-02-10T12:30:00+02:00", Some("2018-02-10T12:30")),
            ("2021-13", None),
            ("soon", None),
        ] {
            assert_eq!(super::stated(text).as_deref(), iso, "{text}");
        }
    }

    #[test]
    fn an_ambiguous_slash_date_is_only_sure_of_its_year() {
        assert_eq!(first("03/05/2013").as_deref(), Some("2013"));
        assert_eq!(first("05/05/2013").as_deref(), Some("2013-05-05"));
    }

    #[test]
    fn a_nickname_with_numbers_is_not_part_of_the_date() {
        let line = "Reader, 2,3 3 May 2013 11: 24 New";
        let found = written(line);
        assert_eq!(found.len(), 1);
        assert_eq!(&line[found[0].place.clone()], "3 May 2013 11: 24");
    }
}
