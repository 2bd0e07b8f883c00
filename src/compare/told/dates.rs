//! Dates told: days, months, years and weeks that a text names, on the calendar.
//!
//! In: a passage, read, and when its source was published. Out: [`Found`] dates in order, as
//! ISO 8601 as precise as told (`2021-12-07`, `2017-03`, `2011`; a week is an interval,
//! `2025-02-17/2025-02-23`). What is told relative to the day of writing (`yesterday`,
//! `в четвъртък`) is counted from the date of the source, and has none where that is
//! unknown.

use serde::{Deserialize, Serialize};

use super::{calendar::Day, reading::Reading};
use crate::lang::{Lang, telling::Role};

/// How a date told was understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Understood {
    /// It stands there in full.
    Written,
    /// The year was left out: the one that brings it nearest to the date of the source.
    Nearest,
    /// Counted from the date of the source.
    Counted,
}

/// A date, by the tokens of its passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub from: usize,
    /// One past the last token.
    pub to: usize,
    /// ISO 8601.
    pub when: String,
    pub how: Understood,
}

/// When a source was published, as precise as known.
#[derive(Clone, Copy, Default)]
pub(super) struct Base {
    pub year: Option<i32>,
    pub month: Option<u32>,
    pub day: Option<Day>,
}

impl Base {
    /// The date at the front of an ISO 8601 text.
    pub(super) fn parse(iso: Option<&str>) -> Self {
        let iso = iso.unwrap_or_default();
        Self {
            year: iso.get(..4).and_then(|year| year.parse().ok()),
            month: iso.get(5..7).and_then(|month| month.parse().ok()),
            day: Day::parse(iso),
        }
    }
}

/// The dates of a passage.
pub(super) fn dates(reading: &Reading<'_>, base: Base) -> Vec<Found> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < reading.tokens.len() {
        let date = calendar(reading, at, base)
            .or_else(|| year(reading, at))
            .or_else(|| relative(reading, at, base))
            .or_else(|| ago(reading, at, base));
        match date {
            Some(date) => {
                at = date.to.max(at + 1);
                found.push(date);
            }
            None => at += 1,
        }
    }
    found
}

/// Whether a token is the tail of a longer word or number; `mid-June` is not.
fn glued(reading: &Reading<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).filter(|_| reading.tight(at)) else { return false };
    let middle = before > 0 && reading.is(before - 1, Role::Middle);
    let inner = reading.sign(before, &['-', '.', ':', '/', ',', '@', '_']).is_some();
    inner && !middle || reading.word(before).is_some() || reading.digits(before).is_some()
}

fn small(reading: &Reading<'_>, at: usize) -> Option<u32> {
    reading.digits(at).filter(|digits| digits.len() <= 2)?.parse().ok()
}

fn full_year(reading: &Reading<'_>, at: usize) -> Option<i32> {
    let digits = reading.digits(at).filter(|digits| digits.len() == 4)?;
    digits.parse().ok().filter(|year| (1500..=2199).contains(year))
}

/// `7 декабря 2021 года`, `15 of April`, `October 1`, `27.02.2025`, `2025-02-27`, `March 2013`.
fn calendar(reading: &Reading<'_>, at: usize, base: Base) -> Option<Found> {
    if let Some(found) = numeric(reading, at) {
        return Some(found);
    }
    let glued = glued(reading, at);
    if let Some(day) = small(reading, at).filter(|_| !glued) {
        let mut next = at + 1;
        if reading.tight(next) && reading.sign(next, &['-', '.']).is_some() {
            next += 1;
        }
        // `3rd of May`, `3-го мая`
        if reading.month(next).is_none()
            && reading.tight(next)
            && reading.word(next).is_some_and(|word| word.chars().count() < 4)
        {
            next += 1;
        }
        if reading.word(next) == Some("of") {
            next += 1;
        }
        let month = reading.month(next)?;
        return Some(of_month(reading, at, next + 1, month, Some(day), base));
    }
    let month = reading.month(at).filter(|_| !glued)?;
    if let Some(day) = small(reading, at + 1) {
        let suffix = reading.tight(at + 2) && reading.word(at + 2).is_some();
        let next = at + 2 + usize::from(suffix);
        // `in March 15 people`: a number that counts is no day.
        let counts = !suffix && reading.word(next).is_some() && !reading.is(next, Role::Plain);
        if !counts {
            return Some(of_month(reading, at, next, month, Some(day), base));
        }
    }
    // A month alone is told by its capital or a preposition (`may`, `март`).
    let clear = reading.capital(at) && at > 0;
    let placed = at > 0 && reading.word(at - 1).is_some_and(|word| word.chars().count() <= 5);
    let english = reading.lang == Lang::EN;
    let year = full_year(reading, at + 1).is_some();
    (if english { clear } else { placed } || year)
        .then(|| of_month(reading, at, at + 1, month, None, base))
}

fn of_month(
    reading: &Reading<'_>,
    from: usize,
    to: usize,
    month: u32,
    day: Option<u32>,
    base: Base,
) -> Found {
    let mut next = to;
    if reading.sign(next, &[',']).is_some() && full_year(reading, next + 1).is_some() {
        next += 1;
    }
    let written = full_year(reading, next);
    let to = if written.is_some() { year_word(reading, next + 1) } else { to };
    let (year, how) = match written {
        Some(year) => (Some(year), Understood::Written),
        None => (nearest(month, day, base, reading.any(Role::Future)), Understood::Nearest),
    };
    let when = match (year, day) {
        (Some(year), Some(day)) => Day::new(year, month, day).map(Day::iso),
        (Some(year), None) => Some(format!("{year:04}-{month:02}")),
        (None, _) => None,
    };
    Found { from, to, when: when.unwrap_or_default(), how }
}

/// The year that brings a month or day nearest to the date of the source. News tells what
/// was: what would lie ahead counts half as far again, unless the passage speaks of it.
fn nearest(month: u32, day: Option<u32>, base: Base, future: bool) -> Option<i32> {
    let year = base.year?;
    let Some(own) = base.month else { return Some(year) };
    let at = Day::new(year, own, base.day.map_or(15, |day| day.day))?.number();
    (year - 1..=year + 1)
        .filter_map(|year| {
            let day = Day::new(year, month, day.unwrap_or(15))?.number();
            let ahead = day > at && !future;
            Some((if ahead { (day - at) * 3 / 2 } else { (day - at).abs() }, year))
        })
        .min()
        .map(|(_, year)| year)
}

/// `27.02.2025`, `2025-02-27`, `27/02/2025`.
fn numeric(reading: &Reading<'_>, at: usize) -> Option<Found> {
    let sign = reading.sign(at + 1, &['.', '-', '/'])?;
    reading.sign(at + 3, &[sign])?;
    let tight = (at + 1..at + 5).all(|at| reading.tight(at));
    if !tight || at > 0 && reading.tight(at) {
        return None;
    }
    let day = match full_year(reading, at) {
        Some(year) => Day::new(year, small(reading, at + 2)?, small(reading, at + 4)?),
        None => Day::new(full_year(reading, at + 4)?, small(reading, at + 2)?, small(reading, at)?),
    }?;
    Some(Found { from: at, to: at + 5, when: day.iso(), how: Understood::Written })
}

/// The token after the word for “year”.
fn year_word(reading: &Reading<'_>, at: usize) -> usize {
    match reading.at(at, Role::YearWord) {
        Some((count, _)) => {
            let stop = reading.sign(at + count, &['.']).is_some()
                && reading.word(at).is_some_and(|word| word.chars().count() == 1);
            at + count + usize::from(stop && reading.tokens.len() > at + count + 1)
        }
        None => at,
    }
}

/// `in 2011`, `2014 году`.
fn year(reading: &Reading<'_>, at: usize) -> Option<Found> {
    let year = full_year(reading, at).filter(|_| !glued(reading, at))?;
    let to = year_word(reading, at + 1);
    let placed = at > 0 && reading.is(at - 1, Role::Year);
    let alone = reading.word(at + 1).is_none_or(|_| reading.is(at + 1, Role::Plain))
        || reading.word(at + 1).is_some_and(|_| reading.is(at + 1, Role::Stop));
    // `2014-2016`, `2011/12`; a colon or dash that ends the clause joins nothing.
    let sign = reading.tight(at + 1) && reading.sign(at + 1, &['-', '–', '/', ':']).is_some();
    let joined = sign && reading.tight(at + 2);
    let told = to > at + 1 || placed && (alone || reading.lang == Lang::EN);
    (told && !joined).then(|| Found {
        from: at,
        to,
        when: format!("{year:04}"),
        how: Understood::Written,
    })
}

/// `yesterday`, `в пятницу`, `last week`, `this year`.
fn relative(reading: &Reading<'_>, at: usize, base: Base) -> Option<Found> {
    let counted = |to: usize, when: Option<String>| {
        Some(Found { from: at, to, when: when.unwrap_or_default(), how: Understood::Counted })
    };
    if let Some((count, day)) = reading.at(at, Role::Day) {
        let when = base.day.map(|own| Day::of(own.number() + whole(day.value)).iso());
        return counted(at + count, when);
    }
    let shift = [(Role::Last, -1), (Role::This, 0), (Role::Next, 1)]
        .into_iter()
        .find_map(|(role, shift)| Some((reading.at(at, role)?.0, shift)));
    let (skip, shift) = shift.map_or((0, None), |(count, shift)| (count, Some(shift)));
    // `в среду`, but `дипломатической среды`: a day of the week has a preposition.
    let placed = reading.lang == Lang::EN && reading.capital(at + skip)
        || skip > 0
        || at == 0
        || reading.is(at - 1, Role::Plain);
    if let Some((count, weekday)) = reading.at(at + skip, Role::Weekday).filter(|_| placed) {
        let when = base.day.map(|own| day_of_week(own, whole(weekday.value), shift, reading));
        return counted(at + skip + count, when);
    }
    let shift = shift?;
    let (count, unit) = reading.at(at + skip, Role::Unit)?;
    // `last year's`, but `the last years`, `за последние годы` name no one year.
    let plural =
        reading.lang == Lang::EN && reading.word(at + skip).is_some_and(|word| word.ends_with('s'));
    if plural {
        return None;
    }
    let when = match unit.unit {
        "year" => Some(base.year.map(|year| format!("{:04}", year + shift))),
        "month" => Some(base.year.zip(base.month).map(|(year, month)| months(year, month, shift))),
        "week" => Some(base.day.map(|own| week(own.number() + 7 * shift))),
        _ => None,
    }?;
    counted(at + skip + count, when)
}

/// Three days ago, `преди две години`.
fn ago(reading: &Reading<'_>, at: usize, base: Base) -> Option<Found> {
    let before = reading.at(at, Role::AgoBefore).map(|(count, _)| (count, -1));
    let before = before.or_else(|| {
        // `in three days` lies ahead; `in three days of talks` does not say.
        let hence = reading.at(at, Role::Hence).filter(|_| reading.any(Role::Future))?;
        Some((hence.0, 1))
    });
    let from = at + before.map_or(0, |(count, _)| count);
    let (value, unit_at) = match (small(reading, from), reading.at(from, Role::Number)) {
        (Some(value), _) => (i32::try_from(value).ok()?, from + 1),
        (None, Some((count, entry))) if entry.value.fract() == 0.0 => {
            (whole(entry.value), from + count)
        }
        _ => (1, from),
    };
    let (count, unit) = reading.at(unit_at, Role::Unit)?;
    let end = unit_at + count;
    let (to, sign) = match before {
        Some((_, sign)) => (end, sign),
        None => (end + reading.at(end, Role::Ago)?.0, -1),
    };
    let value = value * sign;
    let when = match unit.unit {
        "day" => base.day.map(|own| Day::of(own.number() + value).iso()),
        "week" => base.day.map(|own| week(own.number() + 7 * value)),
        "month" => base.year.zip(base.month).map(|(year, month)| months(year, month, value)),
        "year" => base.year.map(|year| format!("{:04}", year + value)),
        _ => return None,
    };
    Some(Found { from: at, to, when: when.unwrap_or_default(), how: Understood::Counted })
}

/// The day of the week nearest before the source's own day, or after it where the passage
/// tells what is to come. The source's own day is the last of its name.
fn day_of_week(own: Day, weekday: i32, shift: Option<i32>, reading: &Reading<'_>) -> String {
    let back = (own.weekday() - weekday).rem_euclid(7);
    let past = own.number() - back;
    let number = match shift {
        Some(-1) if back == 0 => past - 7,
        Some(1) => past + 7,
        Some(_) => past,
        None if reading.any(Role::Future) && back > 0 => past + 7,
        None => past,
    };
    Day::of(number).iso()
}

fn months(year: i32, month: u32, shift: i32) -> String {
    let month = year * 12 + i32::try_from(month).unwrap_or(1) - 1 + shift;
    format!("{:04}-{:02}", month.div_euclid(12), month.rem_euclid(12) + 1)
}

/// The week, Monday to Sunday, of a day.
fn week(number: i32) -> String {
    let monday = number - (Day::of(number).weekday() - 1);
    format!("{}/{}", Day::of(monday).iso(), Day::of(monday + 6).iso())
}

#[allow(clippy::cast_possible_truncation)]
fn whole(value: f64) -> i32 {
    value as i32
}

#[cfg(test)]
mod tests {
    use super::{Base, Lang, Reading, dates};
    use crate::span::Span;

    fn read(text: &str, lang: Lang, published: &str) -> Vec<String> {
        let reading = Reading::new(text, Span::of(0, text.len()), lang).expect("a lexicon");
        let base = Base::parse(Some(published));
        dates(&reading, base).into_iter().map(|date| date.when).collect()
    }

    #[test]
    fn dates_are_told_in_every_language_and_resolved_against_the_source() {
        for (lang, text, published, when) in [
            (Lang::EN, "transmitted 15 of April by the emissary", "2013-05-03", "2013-04-15"),
            (Lang::EN, "before October 1, 2017, it must", "2017-09-26", "2017-10-01"),
            (Lang::EN, "met on Thursday", "2025-02-28", "2025-02-27"),
            (Lang::EN, "they will meet on Monday", "2025-02-28", "2025-03-03"),
            (Lang::EN, "three days ago", "2025-03-01", "2025-02-26"),
            (Lang::EN, "last week", "2025-02-28", "2025-02-17/2025-02-23"),
            (Lang::EN, "last month", "2025-01-03", "2024-12"),
            (Lang::EN, "in 2011 Russia warned", "2013-05-03", "2011"),
            (Lang::EN, "be put to the proof in 2014: so they said", "2013-05-03", "2014"),
            (Lang::EN, "in mid-June", "2013-05-03", "2013-06"),
            (Lang::RU, "состоялся 7 декабря.", "2021-12-08", "2021-12-07"),
            (Lang::RU, "выступила ещё в марте", "2017-09-26", "2017-03"),
            (Lang::RU, "приближается 1 октября", "2017-09-26", "2017-10-01"),
            (Lang::RU, "31 декабря", "2022-01-02", "2021-12-31"),
            (Lang::RU, "в пятницу", "2021-12-08", "2021-12-03"),
            (Lang::RU, "в прошлом году", "2021-12-08", "2020"),
            (Lang::RU, "два года назад", "2021-12-08", "2019"),
            (Lang::RU, "в 2014 году", "2021-12-08", "2014"),
            (Lang::BG, "в четвъртък в Истанбул", "2025-02-28", "2025-02-27"),
            (Lang::BG, "миналия вторник", "2025-02-27", "2025-02-25"),
            (Lang::BG, "разговаря вчера", "2025-02-28", "2025-02-27"),
            (Lang::BG, "преди две години", "2025-02-28", "2023"),
            (Lang::BG, "27.02.2025 г.", "", "2025-02-27"),
            (Lang::UK, "минулого тижня", "2021-12-08", "2021-11-29/2021-12-05"),
            (Lang::UK, "7 грудня 2021 року", "", "2021-12-07"),
        ] {
            assert_eq!(read(text, lang, published), [when], "{text}");
        }
    }

    #[test]
    fn what_names_no_date_is_none() {
        for (lang, text) in [
            (Lang::EN, "that may be so, and 2014 people came"),
            (Lang::EN, "in recent years"),
            (Lang::EN, "in 2011/12 it was cold"),
            (Lang::RU, "больше 2000 человек"),
            (Lang::RU, "собеседник из дипломатической среды"),
            (Lang::RU, "через два часа"),
        ] {
            assert_eq!(read(text, lang, "2021-12-08"), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn without_the_date_of_the_source_a_relative_date_stays_open() {
        assert_eq!(read("вчера", Lang::RU, ""), [""]);
        assert_eq!(read("on Thursday", Lang::EN, "2025"), [""]);
    }
}
