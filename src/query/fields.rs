//! The fields of a query: `lang: in: outlet: date: source:`.
//!
//! In: a field's name and value. Out: what they narrow, as a [`Filter`], or a note. A field
//! of the same name again widens (`lang:ru lang:bg` is both); one with a dash before it
//! takes away. `name:` and `concept:` find words and are for `parse`.

use super::{Filter, note};
use crate::{lang::Lang, source::BlockKind};

/// Whether a query has a field of that name.
#[must_use]
pub fn is_field(name: &str) -> bool {
    ["lang", "in", "outlet", "source", "date", "name", "concept"].contains(&name)
}

/// The fields that stand together, outside brackets or in one bracket.
#[derive(Clone, Debug, Default)]
pub(super) struct Fields {
    filter: Filter,
    without: Vec<BlockKind>,
}

impl Fields {
    /// Takes `field:value` in, or says what is wrong with it; `None` for an unknown field.
    pub(super) fn take(&mut self, field: &str, value: &str) -> Option<Result<(), String>> {
        let known = match field {
            "lang" => Lang::parse(value).map(|lang| self.filter.langs.push(lang)),
            "in" => kinds(value).map(|kinds| self.filter.kinds.extend(kinds)),
            "outlet" => {
                self.filter.outlets.push(value.to_owned());
                Some(())
            }
            "source" => {
                self.filter.ids.push(value.to_owned());
                Some(())
            }
            "date" => {
                dates(value).map(|(from, to)| (self.filter.from, self.filter.to) = (from, to))
            }
            _ => return None,
        };
        Some(known.ok_or_else(|| note::no_such(field, value)))
    }

    /// Takes `-field:value` in. Kinds of blocks are left out here; what of other fields is
    /// left out is given back.
    pub(super) fn leave_out(&mut self, field: &str, value: &str) -> Option<Result<Filter, String>> {
        let mut other = Self::default();
        let taken = other.take(field, value)?;
        self.without.append(&mut other.filter.kinds);
        Some(taken.map(|()| other.filter))
    }

    /// What they narrow to; `None` when no kind of block is left.
    pub(super) fn finish(self) -> Option<Filter> {
        let Self { mut filter, without } = self;
        if !without.is_empty() {
            if filter.kinds.is_empty() {
                filter.kinds.extend(BlockKind::ALL);
                filter.kinds.retain(|kind| *kind != BlockKind::Boilerplate);
            }
            filter.kinds.retain(|kind| !without.contains(kind));
            if filter.kinds.is_empty() {
                return None;
            }
        }
        Some(filter)
    }
}

fn kinds(value: &str) -> Option<Vec<BlockKind>> {
    match value {
        "all" => Some(BlockKind::ALL.to_vec()),
        "text" => Some(BlockKind::ALL.into_iter().filter(|kind| kind.is_main()).collect()),
        _ => BlockKind::parse(value).map(|kind| vec![kind]),
    }
}

/// A day, month or year, or two of them with `..` between; either side may be open.
fn dates(value: &str) -> Option<(Option<String>, Option<String>)> {
    let (from, to) = value.split_once("..").unwrap_or((value, value));
    let known = |bound: &str| bound.is_empty() || is_date(bound);
    if !known(from) || !known(to) || (from.is_empty() && to.is_empty()) {
        return None;
    }
    let (from, to) =
        if !to.is_empty() && to < from && !from.starts_with(to) { (to, from) } else { (from, to) };
    let bound = |bound: &str| Some(bound.to_owned()).filter(|bound| !bound.is_empty());
    Some((bound(from), bound(to)))
}

/// `2017`, `2017-09` or `2017-09-12`, where the calendar has it.
fn is_date(text: &str) -> bool {
    let mut parts = text.split('-');
    let number = |part: &str, digits| {
        (part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit()))
            .then(|| part.parse::<u32>().ok())
            .flatten()
    };
    let year = parts.next().and_then(|part| number(part, 4));
    let month = parts.next().map_or(Some(1), |part| number(part, 2));
    let day = parts.next().map_or(Some(1), |part| number(part, 2));
    let (Some(year), Some(month), Some(day)) = (year, month, day) else { return false };
    (1..=12).contains(&month) && (1..=days(year, month)).contains(&day) && parts.next().is_none()
}

/// How many days a month has.
fn days(year: u32, month: u32) -> u32 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => {
            29
        }
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::{Fields, dates};
    use crate::source::BlockKind;

    #[test]
    fn dates_are_days_months_years_and_ranges_of_them() {
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(dates("2017"), Some((some("2017"), some("2017"))));
        assert_eq!(dates("2017-09..2021"), Some((some("2017-09"), some("2021"))));
        assert_eq!(dates("..2021-12-07"), Some((None, some("2021-12-07"))));
        assert_eq!(dates("2021..2017"), dates("2017..2021"), "either way round");
        assert!(dates("2020-02-29").is_some(), "a leap year");
        for nonsense in [
            "soon",
            "2017-13",
            "17",
            "..",
            "2017..later",
            "2017-09-12-1",
            "2017-9",
            "2017-02-29",
            "2017-06-31",
        ] {
            assert_eq!(dates(nonsense), None, "{nonsense}");
        }
    }

    #[test]
    fn kinds_can_be_taken_away_and_all_of_them_leave_nothing() {
        let mut fields = Fields::default();
        assert!(fields.leave_out("in", "comment").is_some_and(|taken| taken.is_ok()));
        let kinds = fields.finish().map(|filter| filter.kinds).unwrap_or_default();
        assert!(kinds.contains(&BlockKind::Headline) && !kinds.contains(&BlockKind::Comment));
        assert!(!kinds.contains(&BlockKind::Boilerplate), "which is never looked in unasked");
        let mut fields = Fields::default();
        let _ = (fields.take("in", "tags"), fields.leave_out("in", "tags"));
        assert_eq!(fields.finish(), None);
    }
}
