//! Days as numbers, for drawing time.
//!
//! In: ISO 8601 dates, whole or cut after the year or month. Out: days since 1 January
//! 1970, the middle of a month or year that is all that is known, and marks for a scale.
//! Names of months belong to `texts`.

/// The day of a date; `None` for what is no date.
#[must_use]
pub fn day(iso: &str) -> Option<f64> {
    let (date, time) = iso.split_once('T').unwrap_or((iso, ""));
    let mut parts = date.split('-');
    let number = |text: &str| text.parse::<i32>().ok();
    let year = number(parts.next()?)?;
    let day = match (parts.next().map(number), parts.next().map(number)) {
        (None, _) => days_before(year, 1) + 182,
        (Some(month), None) => days_before(year, month?) + 14,
        (Some(month), Some(day)) => days_before(year, month?) + day? - 1,
    };
    let hour = time.get(..2).and_then(number).unwrap_or_default();
    Some(f64::from(day) + f64::from(hour) / 24.0)
}

/// Days from 1970 to the first day of a month (proleptic Gregorian calendar).
#[must_use]
pub fn days_before(year: i32, month: i32) -> i32 {
    // Years counted from March, so that the leap day comes last.
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let leap = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    365 * year + leap + (153 * month + 2) / 5 - 719_468
}

/// Marks for a scale over `(from, to)`: the first days of years, or of months where the
/// range is shorter, at most a dozen, each with the ISO 8601 date of what begins there.
#[must_use]
pub fn scale(from: f64, to: f64) -> Vec<(f64, String)> {
    #[allow(clippy::cast_possible_truncation)]
    let year_of = |day: f64| 1970 + (day / 365.2425).floor() as i32;
    let inside = |day: f64| from <= day && day <= to;
    let (first, last) = (year_of(from), year_of(to) + 1);
    let months = (first..=last).flat_map(|year| (1..=12).map(move |month| (year, month)));
    let marks: Vec<(f64, String)> = if to - from > 1000.0 {
        let years = first..=last;
        years.map(|year| (f64::from(days_before(year, 1)), year.to_string())).collect()
    } else {
        months
            .map(|(year, month)| {
                (f64::from(days_before(year, month)), format!("{year}-{month:02}"))
            })
            .collect()
    };
    let marks: Vec<_> = marks.into_iter().filter(|(day, _)| inside(*day)).collect();
    let step = marks.len().div_ceil(12).max(1);
    marks.into_iter().step_by(step).collect()
}

#[cfg(test)]
mod tests {
    use super::{day, days_before, scale};

    #[test]
    fn days_are_counted_from_1970() {
        assert_eq!(days_before(1970, 1), 0);
        assert_eq!(days_before(2000, 3), 11_017);
        assert_eq!(day("1970-01-02"), Some(1.0));
        assert_eq!(day("1970-01-02T12:30"), Some(1.5));
        assert_eq!(day("1970-01"), Some(14.0));
        assert_eq!(day("soon"), None);
    }

    #[test]
    fn a_long_time_is_marked_by_years_and_a_short_one_by_months() {
        let at = |iso| day(iso).unwrap();
        let years: Vec<_> =
            scale(at("2013-05-03"), at("2025-02-27")).into_iter().map(|(_, name)| name).collect();
        assert_eq!((years.len(), years[0].as_str()), (12, "2014"));
        let months = scale(at("2021-11-20"), at("2022-01-10"));
        assert_eq!(
            months.iter().map(|(_, name)| name.as_str()).collect::<Vec<_>>(),
            ["2021-12", "2022-01"]
        );
        assert!(scale(at("1900-01-01"), at("2025-01-01")).len() <= 12);
    }
}
