//! Days of the Gregorian calendar, counted, without a clock.
//!
//! In: years, months, days, ISO 8601 texts. Out: numbers of days since 1 March of year 0,
//! and back. The year begins in March here, so that the leap day ends it.

/// A day of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Day {
    pub year: i32,
    pub month: u32,
    pub day: u32,
}

/// Days of 400 years.
const ERA: i32 = 146_097;

impl Day {
    /// The day, if the calendar has it.
    pub(super) fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        let known = Self { year, month, day };
        ((1..=9999).contains(&year) && Self::of(known.number()) == known).then_some(known)
    }

    /// The day at the front of an ISO 8601 text.
    pub(super) fn parse(iso: &str) -> Option<Self> {
        let mut parts = iso.get(..10)?.split('-').map(|part| part.parse::<u32>().ok());
        let year = i32::try_from(parts.next()??).ok()?;
        Self::new(year, parts.next()??, parts.next()??)
    }

    /// Its number.
    pub(super) fn number(self) -> i32 {
        let (month, day) = (i32::try_from(self.month), i32::try_from(self.day));
        let (month, day) = (month.unwrap_or(1), day.unwrap_or(1));
        let year = self.year - i32::from(month < 3);
        let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        365 * year + year / 4 - year / 100 + year / 400 + of_year
    }

    /// The day of that number.
    pub(super) fn of(number: i32) -> Self {
        let era = number.div_euclid(ERA);
        let in_era = number.rem_euclid(ERA);
        let of_era = (in_era - in_era / 1460 + in_era / 36_524 - in_era / (ERA - 1)) / 365;
        let of_year = in_era - (365 * of_era + of_era / 4 - of_era / 100);
        let shifted = (5 * of_year + 2) / 153;
        let day = of_year - (153 * shifted + 2) / 5 + 1;
        let month = (shifted + 2) % 12 + 1;
        let year = of_era + 400 * era + i32::from(month < 3);
        Self { year, month: month.unsigned_abs(), day: day.unsigned_abs() }
    }

    /// The day of the week, Monday is 1.
    pub(super) fn weekday(self) -> i32 {
        (self.number() + 2).rem_euclid(7) + 1
    }

    /// As ISO 8601.
    pub(super) fn iso(self) -> String {
        format!("{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

#[cfg(test)]
mod tests {
    use super::Day;

    #[test]
    fn days_are_counted_as_the_calendar_has_them() {
        for (iso, weekday) in
            [("2013-05-03", 5), ("2021-12-07", 2), ("2025-02-27", 4), ("2000-02-29", 2)]
        {
            let day = Day::parse(iso).expect("a day");
            assert_eq!(day.iso(), iso);
            assert_eq!(day.weekday(), weekday, "{iso}");
            assert_eq!(Day::of(day.number()), day);
        }
        let day = Day::parse("2021-12-31").expect("a day");
        assert_eq!(Day::of(day.number() + 1).iso(), "2022-01-01");
        assert_eq!(Day::parse("2021-02-29"), None);
        assert_eq!(Day::parse("2021-12"), None);
    }

    #[test]
    fn every_day_of_four_centuries_comes_back() {
        let first = Day::new(1800, 1, 1).expect("a day").number();
        for number in first..first + 150_000 {
            assert_eq!(Day::of(number).number(), number);
        }
    }
}
