//! Feeds of other articles.
//!
//! In: units. Out: the same units, feeds labelled as boilerplate. A feed is known by what
//! repeats: the age or the clock time of each entry, a title said twice (as the picture's
//! text and as the heading), the same short line again and again. One such line alone
//! proves nothing.

use std::collections::BTreeMap;

use super::{
    signs::{How, Sign},
    units::{Unit, plainly},
};
use crate::source::{BlockKind, dates};

/// Entries of one feed are at most this many units apart.
const APART: usize = 8;

/// Labels feeds. They come before all else: an entry may look like a credit or a headline.
pub(super) fn feeds(text: &str, units: &mut [Unit]) {
    ages(text, units);
    twins(text, units);
}

/// From the first to the last of the ages that follow one another, and the title before
/// the first and the summary after the last.
fn ages(text: &str, units: &mut [Unit]) {
    // Above the text, dates are those of its publication and its change.
    let body = units.iter().position(Unit::is_prose).unwrap_or(0);
    let stamps: Vec<usize> = (body..units.len()).filter(|at| is_stamp(text, &units[*at])).collect();
    for run in stamps.chunk_by(|a, b| b - a <= APART) {
        let &[first, .., last] = run else { continue };
        let begin = title_before(text, units, first);
        let end = (last + 2).min(units.len());
        let summary = last + 1;
        let end = if units.get(summary).is_some_and(is_entry) { end } else { summary };
        let example = text[units[first].content.clone()].to_owned();
        for unit in &mut units[begin..end] {
            unit.mark_as(
                BlockKind::Boilerplate,
                format!("feed of other articles, {} ages such as “{example}”", run.len()),
            );
        }
    }
}

/// A short line that is an age or a date with a clock time, perhaps after a section's name.
fn is_stamp(text: &str, unit: &Unit) -> bool {
    if !unit.is_free() || unit.words > 8 {
        return false;
    }
    let own = unit.text(text);
    let aged = unit.signs.iter().find(|found| found.sign == Sign::Ago);
    if let Some(found) = aged {
        // `вчера` alone on a line is an age; within a heading it is a word.
        return found.how == How::Whole || phrase_has_number(found.phrase);
    }
    dates::written(own)
        .first()
        .is_some_and(|date| date.clock && own.len() - date.place.len() <= 40 && unit.words <= 6)
        || is_clock(own)
}

fn phrase_has_number(phrase: &str) -> bool {
    phrase.contains('#')
}

/// `14:35` alone.
fn is_clock(own: &str) -> bool {
    own.split_once(':').is_some_and(|(hour, minute)| {
        (1..=2).contains(&hour.len())
            && minute.len() == 2
            && [hour, minute].iter().all(|part| part.bytes().all(|b| b.is_ascii_digit()))
    })
}

fn is_entry(unit: &Unit) -> bool {
    unit.is_free() && unit.words <= 40
}

/// Where the entry of the age at `stamp` begins: its title, and what doubles the title.
fn title_before(text: &str, units: &[Unit], stamp: usize) -> usize {
    let title = stamp.saturating_sub(1);
    if title == stamp || !units[title].is_free() || !units[title].is_heading_like() {
        return stamp;
    }
    let mut begin = title;
    let twin = |a: usize, b: usize| plainly(units[a].text(text)) == plainly(units[b].text(text));
    while begin > 0 && units[begin - 1].is_free() && twin(begin - 1, begin) {
        begin -= 1;
    }
    begin
}

/// A title said twice in a row, and the summary under it: how lists of articles come out of
/// pages whose pictures repeat the title. Two such pairs make a feed.
fn twins(text: &str, units: &mut [Unit]) {
    let same = |a: &Unit, b: &Unit| {
        a.is_free()
            && b.is_free()
            && a.words >= 3
            && a.words <= 30
            && plainly(a.text(text)) == plainly(b.text(text))
    };
    let pairs: Vec<usize> =
        (1..units.len()).filter(|at| same(&units[at - 1], &units[*at])).collect();
    for run in pairs.chunk_by(|a, b| b - a <= APART) {
        let [first, .., last] = run else { continue };
        let end = units.get(last + 1).map_or(*last, |unit| last + usize::from(is_entry(unit)));
        for unit in &mut units[first - 1..=end] {
            unit.mark_as(
                BlockKind::Boilerplate,
                format!("feed of other articles, {} titles said twice", run.len()),
            );
        }
    }
}

/// Labels short lines that stand three times or more (`Advertisement`, `Read more`).
pub(super) fn repeated(text: &str, units: &mut [Unit]) {
    let mut seen: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, unit) in units.iter().enumerate() {
        if unit.is_free() && (1..=8).contains(&unit.words) && !unit.ends && unit.mark.is_none() {
            seen.entry(plainly(unit.text(text))).or_default().push(at);
        }
    }
    for places in seen.into_values().filter(|places| places.len() >= 3) {
        for &at in &places {
            units[at].mark_as(
                BlockKind::Boilerplate,
                format!("the same line stands {} times", places.len()),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::source::{
        BlockKind,
        plain::{lines, units},
    };

    fn set_aside(text: &str) -> Vec<bool> {
        let lines = lines::split(text);
        let mut units = units::group(text, &lines, 0..lines.len());
        super::feeds(text, &mut units);
        super::repeated(text, &mut units);
        units.iter().map(|unit| unit.is(BlockKind::Boilerplate)).collect()
    }

    #[test]
    fn entries_with_ages_are_a_feed() {
        let feed = "Снег в планината\n\nСнег в планината\n\nСпорт Преди 2 часа\n\nПистите отварят в събота\n\nНов мост\n\nСвят Преди 1 час\n\nСтроежът започва през май\n";
        assert_eq!(set_aside(feed), [true; 7]);
    }

    #[test]
    fn one_age_is_no_feed() {
        assert_eq!(set_aside("Новый мост\n2 часа назад\nСтройка начнётся в мае.\n"), [false; 3]);
    }

    #[test]
    fn a_line_said_three_times_is_no_text() {
        let text = "Advert here\nOne came.\nAdvert here\nTwo came.\nAdvert here\n";
        assert_eq!(set_aside(text), [true, false, true, false, true]);
    }
}
