//! When something on a page says it was written.
//!
//! In: a short run of a page, and what is known of the page's own time. Out: where in the
//! run its stamp stands and what time it means: a date, a day without a year, an age
//! (`2 hours ago`), or a `time` element. Ages are reckoned from the time of saving only. A
//! year that is left out is the last one before the page was saved; where that is unknown,
//! the first in which the day does not lie before the page's own date.

use std::ops::Range;

use super::{dated, relative, runs::Run, tree::Tree};
use crate::source::{
    dates::{self, Habit, Yearless},
    plain::signs::{self, How, Sign},
};

/// A stamp has at most this many words.
const LONGEST: usize = 18;

/// What is known of a page's own time, ISO 8601.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Known<'k> {
    pub(super) saved: Option<&'k str>,
    pub(super) published: Option<&'k str>,
    /// How day and month stand in its dates.
    pub(super) habit: Option<&'k Habit>,
}

/// A stamp.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Stamp {
    /// Its bytes in the run's text.
    pub(super) place: Range<usize>,
    /// The time, unless nobody can reckon it.
    pub(super) time: Option<String>,
}

/// The stamp of a run, if it is little else.
pub(super) fn of(tree: &Tree, run: &Run, own: &str, known: Known<'_>) -> Option<Stamp> {
    if run.words > LONGEST {
        return None;
    }
    let machine = || dated::machine(tree.attribute(run.time?, "datetime")?);
    let written = written(own, known);
    match (written, machine()) {
        (Some(stamp), None) => Some(stamp),
        (Some(stamp), Some(iso)) => Some(Stamp { time: Some(iso), ..stamp }),
        (None, Some(iso)) => {
            let said = tree.text_below(run.time?, 200);
            let at = own.find(said.as_str()).filter(|_| !said.is_empty());
            let place = at.map_or(own.len()..own.len(), |at| at..at + said.len());
            Some(Stamp { place, time: Some(iso) })
        }
        (None, None) => None,
    }
}

/// The stamp in words.
pub(super) fn written(own: &str, known: Known<'_>) -> Option<Stamp> {
    // A short comment may speak of a day; a stamp has a clock, or is little else.
    let mostly = |place: &Range<usize>| place.len() * 5 >= own.len() * 2;
    if let Some(date) = dates::written(own).into_iter().next() {
        let day = date.has_day() || date.either.is_some();
        let is = day && (date.clock || mostly(&date.place));
        let (iso, _) = date.settled(known.habit, known.saved);
        return is.then_some(Stamp { place: date.place, time: Some(iso) });
    }
    if let Some(day) = dates::yearless(own)
        && (day.clock.is_some() || mostly(&day.place))
    {
        return Some(Stamp { time: in_its_year(&day, known), place: day.place });
    }
    aged(own, known)
}

/// An age, or `yesterday` with a clock time.
fn aged(own: &str, known: Known<'_>) -> Option<Stamp> {
    let words = signs::words(own);
    let found = signs::sightings(&words);
    let (age, clock) = found.iter().filter(|found| found.sign == Sign::Ago).find_map(|found| {
        let rest = &own[found.place.end..];
        let clock = dates::clock(rest);
        let ends = clock.is_some() || rest.split_whitespace().count() <= 4;
        let short = words.len() <= 12 && ends;
        // A sentence may begin with “today”.
        let is = found.how == How::Whole || clock.is_some() || found.phrase.contains('#');
        (is && short).then_some((found, clock))
    })?;
    let time = known.saved.and_then(|saved| {
        let own = &own[age.place.clone()];
        let day = relative::time(age.phrase, own, saved)?;
        Some(match clock {
            Some((hour, minute)) if day.len() == 10 => format!("{day}T{hour:02}:{minute:02}"),
            _ => day,
        })
    });
    Some(Stamp { place: age.place.clone(), time })
}

/// A day in the year that it must be of.
fn in_its_year(day: &Yearless, known: Known<'_>) -> Option<String> {
    let (anchor, last) = match (known.saved, known.published) {
        (Some(saved), _) => (saved, true),
        (None, Some(published)) => (published, false),
        (None, None) => return None,
    };
    let anchor = anchor.get(..10)?;
    let year: i32 = anchor.get(..4)?.parse().ok()?;
    let of = |year: i32| format!("{year:04}-{:02}-{:02}", day.month, day.day);
    let year = match last {
        true if of(year).as_str() > anchor => year - 1,
        false if of(year).as_str() < anchor => year + 1,
        _ => year,
    };
    let date = dates::stated(&of(year))?;
    Some(match day.clock {
        Some((hour, minute)) => format!("{date}T{hour:02}:{minute:02}"),
        None => date,
    })
}

#[cfg(test)]
mod tests {
    use super::{Known, written};

    fn time(own: &str, known: Known<'_>) -> Option<Option<String>> {
        written(own, known).map(|stamp| stamp.time)
    }

    #[test]
    fn a_year_left_out_is_the_one_that_fits() {
        let saved = Known { saved: Some("2024-03-05T10:00"), published: None, habit: None };
        let published = Known { saved: None, published: Some("2023-12-30"), habit: None };
        for (known, own, iso) in [
            (saved, "3 мая в 14:20", "2023-05-03T14:20"),
            (saved, "2 March, 9:16", "2024-03-02T09:16"),
            (published, "31 грудня о 23:50", "2023-12-31T23:50"),
            (published, "1 януари, 08:00", "2024-01-01T08:00"),
        ] {
            assert_eq!(time(own, known), Some(Some(iso.to_owned())), "{own}");
        }
        assert_eq!(time("3 мая в 14:20", Known::default()), Some(None));
    }

    #[test]
    fn what_a_comment_says_is_no_stamp() {
        let known = Known { saved: Some("2024-03-05T10:00"), published: None, habit: None };
        assert_eq!(time("Сегодня прошёл туда и обратно, вид отличный.", known), None);
        assert_eq!(time("I shall go on 3 May and stay for a week or two.", known), None);
        assert_eq!(time("вчера в 21:05", known), Some(Some("2024-03-04T21:05".to_owned())));
        assert_eq!(time("Петя преди 2 часа", known), Some(Some("2024-03-05T08:00".to_owned())));
        assert_eq!(time("Петя преди 2 часа", Known::default()), Some(None));
    }
}
