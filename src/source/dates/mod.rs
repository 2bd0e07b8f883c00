//! Written dates.
//!
//! In: a short text (a line, the beginning of a paragraph). Out: the dates with a year that
//! stand in it, as ISO 8601, as precise as written, with the clock time beside them.
//! Relative dates (`yesterday`) are no dates: nobody knows when the page was saved. Every
//! date is one that the calendar has. Month names come from the languages.

mod clock;
mod months;
mod order;
mod tokens;

use std::ops::Range;

pub(in crate::source) use self::order::{Habit, Home, Order, habit};
use self::{
    clock::{clock_after, clock_before},
    tokens::{Placed, Token, number, sign, skip, tight, tokens},
};

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
    /// Where day and month can be told apart in two ways: with the day first, and the month.
    pub(in crate::source) either: Option<[String; 2]>,
    /// The order that numbers with strokes between show, where they show one.
    pub(in crate::source) order: Option<Order>,
}

/// A date without its clock time.
struct Day {
    iso: String,
    either: Option<[String; 2]>,
    order: Option<Order>,
}

impl Day {
    fn of(iso: String) -> Self {
        Self { iso, either: None, order: None }
    }
}

impl Written {
    /// Whether the day is known.
    pub(in crate::source) fn has_day(&self) -> bool {
        self.iso.len() >= 10
    }
}

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
        let timed = |date: String| match time {
            Some((hour, minute)) if date.len() >= 10 => format!("{date}T{hour:02}:{minute:02}"),
            _ => date,
        };
        let Day { iso, either, order } = date;
        let place = tokens[from].1.start..tokens[to - 1].1.end;
        let either = either.map(|two| two.map(timed));
        found.push(Written { place, iso: timed(iso), clock, either, order });
        at = to.max(at + 1);
    }
    found
}

/// A day without its year, as the stamps of comments have it: `3 мая в 14:20`, `3 May, 2:20 pm`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::source) struct Yearless {
    /// Its bytes, clock time included.
    pub(in crate::source) place: Range<usize>,
    pub(in crate::source) month: i8,
    pub(in crate::source) day: i8,
    /// Hour and minute.
    pub(in crate::source) clock: Option<(i32, i32)>,
}

/// The first day without a year in `text`, where it has no date.
pub(in crate::source) fn yearless(text: &str) -> Option<Yearless> {
    let tokens = tokens(text);
    (0..tokens.len()).find_map(|at| {
        let (day, month, next) = match (number(&tokens, at, 1..3), month(&tokens, at + 1)) {
            (Some(day), Some(month)) => (day, month, at + 2),
            _ => (number(&tokens, at + 1, 1..3)?, month(&tokens, at)?, at + 2),
        };
        // In a leap year, because nobody knows which it is.
        calendar(2000, month.into(), day)?;
        let next = skip(&tokens, next, &['.']);
        let (after, before) = (clock_after(&tokens, next), clock_before(&tokens, at, 0));
        let (mut from, mut to) = (at, next);
        let clock = match (after, before) {
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
        let place = tokens[from].1.start..tokens[to - 1].1.end;
        Some(Yearless { place, month, day: i8::try_from(day).ok()?, clock })
    })
}

/// The clock time that `text` begins with, a word like “at” before it left out.
pub(in crate::source) fn clock(text: &str) -> Option<(i32, i32)> {
    clock_after(&tokens(text), 0).map(|(time, _)| time)
}

fn month(tokens: &[Placed], at: usize) -> Option<i8> {
    match &tokens.get(at)?.0 {
        Token::Word(word) => months::of(word),
        _ => None,
    }
}

/// The date that begins at token `at`, and the token after it.
fn day(tokens: &[Placed], at: usize) -> Option<(Day, usize)> {
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
    numeric(tokens, at).or_else(|| named(tokens, at).map(|(iso, next)| (Day::of(iso), next)))
}

fn numeric(tokens: &[Placed], at: usize) -> Option<(Day, usize)> {
    const SEPARATORS: &[char] = &['.', '/', '-', '–'];
    let first = sign(tokens, at + 1, SEPARATORS)?;
    if sign(tokens, at + 3, SEPARATORS)? != first {
        return None;
    }
    let end = at + 5;
    if let Some(year) = number(tokens, at, 4..5) {
        let (month, day) = (number(tokens, at + 2, 1..3)?, number(tokens, at + 4, 1..3)?);
        return Some((Day::of(calendar(year, month, day)?), end));
    }
    let (a, b) = (number(tokens, at, 1..3)?, number(tokens, at + 2, 1..3)?);
    let year = match number(tokens, at + 4, 4..5) {
        Some(year) => year,
        // Two digits are a year with a clock time beside them (`03.05.13 09:16`), or in a
        // field of its own (`Published: 3.5.13`).
        None => {
            let alone = first != '-' && first != '–' && is_field(tokens, at, end);
            if !alone {
                clock_after(tokens, end)?;
            }
            2000 + number(tokens, at + 4, 2..3)?
        }
    };
    if first != '/' {
        // Some sites put spaces between (`3. 5. 2013`), but never on one side only.
        return (tight(tokens, at, at + 4) || !tight(tokens, at + 1, at + 2))
            .then(|| calendar(year, b, a))
            .flatten()
            .map(|date| (Day::of(date), after_year(tokens, skip(tokens, end, &['.']))));
    }
    // Slashes are written day first and month first; where both could be, only the year is sure.
    let date = match (calendar(year, b, a), calendar(year, a, b)) {
        (Some(day), Some(month)) if a != b => {
            Day { iso: format!("{year:04}"), either: Some([day, month]), order: None }
        }
        (Some(iso), Some(_)) => Day::of(iso),
        (Some(iso), None) => Day { order: Some(Order::DayFirst), ..Day::of(iso) },
        (None, Some(iso)) => Day { order: Some(Order::MonthFirst), ..Day::of(iso) },
        (None, None) => return None,
    };
    Some((date, end))
}

/// Whether nothing but a label stands before the tokens, and nothing after them.
fn is_field(tokens: &[Placed], from: usize, end: usize) -> bool {
    let parts = |token: &Placed| matches!(token.0, Token::Other('|' | '•' | '·'));
    let labelled = from == 0
        || matches!(tokens.get(from - 1), Some((Token::Other(':'), _)))
        || tokens.get(from - 1).is_some_and(parts);
    let next = after_year(tokens, skip(tokens, end, &['.', ',']));
    labelled && tokens.get(next).is_none_or(parts)
}

fn named(tokens: &[Placed], at: usize) -> Option<(String, usize)> {
    if let Some(day) = number(tokens, at, 1..3) {
        let mut next = at + 1;
        // `3rd of May`, `3-го мая`, `3. Mai`, `1er mai`, `3 de mayo`
        next = skip(tokens, next, &['.', '-']);
        while let Some((Token::Word(word), _)) = tokens.get(next) {
            if !matches!(
                word.as_str(),
                "st" | "nd" | "rd" | "th" | "of" | "er" | "de" | "го" | "ти" | "ви" | "ри" | "ого"
            ) {
                break;
            }
            next += 1;
        }
        let month = month(tokens, next)?;
        next = before_year(tokens, next + 1);
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
        next = before_year(tokens, next);
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

/// The place of the year after a month: `mayo de 2024`, `Sept., 2024`.
fn before_year(tokens: &[Placed], at: usize) -> usize {
    let next = skip(tokens, skip(tokens, at, &['.']), &[',']);
    match tokens.get(next) {
        Some((Token::Word(word), _)) if matches!(word.as_str(), "de" | "del") => next + 1,
        _ => next,
    }
}

/// The words for “year” that follow one belong to the date: `2013 г.`, `2021 року`.
fn after_year(tokens: &[Placed], at: usize) -> usize {
    match tokens.get(at) {
        Some((Token::Word(word), _))
            if matches!(
                word.as_str(),
                "г" | "р"
                    | "год"
                    | "года"
                    | "году"
                    | "рік"
                    | "року"
                    | "година"
                    | "године"
                    | "r"
                    | "roku"
                    | "godine"
                    | "g"
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
            ("5.10.18", "2018-10-05"),
            ("Опубликовано: 5.10.18 г.", "2018-10-05"),
            ("Published: 25/10/18", "2018-10-25"),
        ] {
            assert_eq!(first(text).as_deref(), Some(iso), "{text}");
        }
    }

    #[test]
    fn dates_are_read_in_the_other_recognised_languages() {
        for (text, iso) in [
            ("Dienstag, 5. März 2024, 10:30 Uhr", "2024-03-05T10:30"),
            ("Wien, am 3. Jänner 2024", "2024-01-03"),
            ("Publié le 1er août 2023 à 10h30", "2023-08-01T10:30"),
            ("mar. 5 mars 2024", "2024-03-05"),
            ("5 de marzo de 2024 a las 9:16", "2024-03-05T09:16"),
            ("martes, 5 de septiembre del 2023", "2023-09-05"),
            ("5 marca 2024 r., godz. 14:20", "2024-03-05T14:20"),
            ("wtorek, 12 paź 2023", "2023-10-12"),
            ("5. mart 2024. u 14:20", "2024-03-05T14:20"),
            ("12. октобра 2023. године", "2023-10-12"),
            ("5 јуни 2024, 14:20", "2024-06-05T14:20"),
            ("5 сакавіка 2024 года", "2024-03-05"),
            ("30 лістапада 2023, 08:05", "2023-11-30T08:05"),
        ] {
            assert_eq!(first(text).as_deref(), Some(iso), "{text}");
        }
    }

    #[test]
    fn a_day_may_lack_its_year() {
        for (text, meant, place) in [
            ("ann, 3 May, 2:20 pm", (5, 3, Some((14, 20))), "3 May, 2:20 pm"),
            ("5 октября в 12:04", (10, 5, Some((12, 4))), "5 октября в 12:04"),
            ("14:20, 3 травня", (5, 3, Some((14, 20))), "14:20, 3 травня"),
            ("на 3 май", (5, 3, None), "3 май"),
        ] {
            let found = super::yearless(text).unwrap();
            assert_eq!((found.month, found.day, found.clock), meant, "{text}");
            assert_eq!(&text[found.place], place);
        }
        assert_eq!(super::yearless("31 июня"), None);
        assert_eq!(super::clock(" в 21:05 |"), Some((21, 5)));
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
            "release 3.5.13",
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
