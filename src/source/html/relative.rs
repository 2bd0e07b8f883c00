//! Relative times.
//!
//! In: a phrase of a language's signs (`# hours ago`), the line it was found in, and when the
//! page was saved. Out: the time meant, as precise as the phrase: minutes and hours to the
//! minute, days and weeks to the day, months and years as such. Without a time of saving
//! nobody knows what is meant, and nothing is answered.

use std::borrow::Cow;

use jiff::{Span, civil::DateTime};

/// What a phrase counts in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Year,
}

/// Beginnings of the words for units, the first that fits. Bulgarian years and Ukrainian hours, Russian years and
/// Ukrainian hours are spelled alike: the word for “ago” beside them tells which is meant.
const UNITS: &[(&str, Unit)] = &[
    ("sec", Unit::Second),
    ("сек", Unit::Second),
    ("min", Unit::Minute),
    ("мин", Unit::Minute),
    ("хв", Unit::Minute),
    ("hour", Unit::Hour),
    ("hr", Unit::Hour),
    ("час", Unit::Hour),
    ("day", Unit::Day),
    ("ден", Unit::Day),
    ("дні", Unit::Day),
    ("дня", Unit::Day),
    ("дне", Unit::Day),
    ("дни", Unit::Day),
    ("week", Unit::Week),
    ("нед", Unit::Week),
    ("седм", Unit::Week),
    ("тиж", Unit::Week),
    ("month", Unit::Month),
    ("мес", Unit::Month),
    ("міс", Unit::Month),
    ("year", Unit::Year),
    ("лет", Unit::Year),
    ("рік", Unit::Year),
    ("рок", Unit::Year),
    ("sek", Unit::Second),
    ("seg", Unit::Second),
    ("хвіл", Unit::Minute),
    ("stunde", Unit::Hour),
    ("std", Unit::Hour),
    ("heure", Unit::Hour),
    ("hora", Unit::Hour),
    ("godz", Unit::Hour),
    ("sat", Unit::Hour),
    ("гадзін", Unit::Hour),
    ("tag", Unit::Day),
    ("jour", Unit::Day),
    ("día", Unit::Day),
    ("dni", Unit::Day),
    ("dzień", Unit::Day),
    ("dan", Unit::Day),
    ("дзён", Unit::Day),
    ("дзень", Unit::Day),
    ("woche", Unit::Week),
    ("semana", Unit::Week),
    ("semaine", Unit::Week),
    ("tydzień", Unit::Week),
    ("tygodni", Unit::Week),
    ("nedelj", Unit::Week),
    ("тыд", Unit::Week),
    ("monat", Unit::Month),
    ("mois", Unit::Month),
    ("mes", Unit::Month),
    ("miesi", Unit::Month),
    ("jahr", Unit::Year),
    ("ans", Unit::Year),
    ("año", Unit::Year),
    ("rok", Unit::Year),
    ("lat", Unit::Year),
    ("godin", Unit::Year),
    ("гадоў", Unit::Year),
    ("гады", Unit::Year),
    ("h", Unit::Hour),
    ("ч", Unit::Hour),
    ("d", Unit::Day),
    ("m", Unit::Minute),
];

/// The time that `phrase`, found in `line`, means on a page saved at `saved` (ISO 8601).
pub(super) fn time(phrase: &str, line: &str, saved: &str) -> Option<String> {
    let saved: DateTime = whole(saved).parse().ok()?;
    let clock = saved_has_clock(saved);
    match phrase {
        "yesterday" | "вчера" | "вчора" | "учора" | "gestern" | "hier" | "ayer" | "wczoraj"
        | "juče" => return day(saved, 1),
        "today" | "сегодня" | "днес" | "сьогодні" | "heute" | "aujourd'hui" | "hoy" | "dziś"
        | "dzisiaj" | "danas" | "денес" | "сёння" => return day(saved, 0),
        "позавчера" | "завчера" | "позавчора" | "vorgestern" | "avant-hier" | "anteayer"
        | "przedwczoraj" | "prekjuče" | "пазаўчора" => return day(saved, 2),
        "just now"
        | "moments ago"
        | "только что"
        | "току-що"
        | "щойно"
        | "gerade eben"
        | "à l'instant"
        | "ahora mismo"
        | "przed chwilą"
        | "upravo sada"
        | "токму сега"
        | "толькі што" => return minute(saved, clock),
        _ => {}
    }
    // French `an` is English, too.
    let phrase = phrase
        .strip_suffix(" an")
        .map_or(Cow::Borrowed(phrase), |own| Cow::Owned(format!("{own} ans")));
    let unit = phrase.split(' ').find_map(|word| {
        if word.starts_with("год") {
            // `# годин тому` are hours; `преди # години`, `# года назад` are years.
            return Some(if phrase.ends_with("тому") { Unit::Hour } else { Unit::Year });
        }
        UNITS
            .iter()
            .find(|(start, _)| word == *start || (start.len() >= 2 && word.starts_with(start)))
            .map(|(_, unit)| *unit)
    })?;
    let count: i64 = if phrase.contains('#') {
        let digits: String = line
            .chars()
            .skip_while(|c| !c.is_ascii_digit())
            .take_while(char::is_ascii_digit)
            .take(4)
            .collect();
        digits.parse().ok()?
    } else {
        1
    };
    match unit {
        Unit::Second => {
            minute(saved.checked_sub(Span::new().try_seconds(count).ok()?).ok()?, clock)
        }
        Unit::Minute => {
            minute(saved.checked_sub(Span::new().try_minutes(count).ok()?).ok()?, clock)
        }
        Unit::Hour => minute(saved.checked_sub(Span::new().try_hours(count).ok()?).ok()?, clock),
        Unit::Day => day(saved, count),
        Unit::Week => day(saved, count.checked_mul(7)?),
        Unit::Month => {
            let then = saved.checked_sub(Span::new().try_months(count).ok()?).ok()?;
            Some(format!("{:04}-{:02}", then.year(), then.month()))
        }
        Unit::Year => {
            let then = saved.checked_sub(Span::new().try_years(count).ok()?).ok()?;
            Some(format!("{:04}", then.year()))
        }
    }
}

/// A date without a clock is read as its noon.
fn whole(saved: &str) -> String {
    if saved.len() == 10 { format!("{saved}T12:00:59") } else { format!("{saved}:00") }
}

fn saved_has_clock(saved: DateTime) -> bool {
    saved.second() == 0
}

fn day(saved: DateTime, days: i64) -> Option<String> {
    let then = saved.checked_sub(Span::new().try_days(days).ok()?).ok()?;
    Some(then.date().to_string())
}

fn minute(then: DateTime, clock: bool) -> Option<String> {
    let date = then.date();
    Some(if clock {
        format!("{date}T{:02}:{:02}", then.hour(), then.minute())
    } else {
        date.to_string()
    })
}

#[cfg(test)]
mod tests {
    use super::time;

    #[test]
    fn ages_are_reckoned_from_the_time_of_saving() {
        let saved = "2024-03-05T10:11";
        for (phrase, line, meant) in [
            ("# hours ago", "ann, 3 hours ago", "2024-03-05T07:11"),
            ("преди # минути", "преди 17 минути", "2024-03-05T09:54"),
            ("преди # години", "преди 2 години", "2022"),
            ("# годин тому", "12 годин тому", "2024-03-04T22:11"),
            ("# года назад", "2 года назад", "2022"),
            ("# недели назад", "2 недели назад", "2024-02-20"),
            ("# місяці тому", "2 місяці тому", "2024-01"),
            ("вчера", "вчера", "2024-03-04"),
            ("vor # stunden", "vor 3 Stunden", "2024-03-05T07:11"),
            ("il y a un an", "il y a un an", "2023"),
            ("il y a # semaines", "il y a 2 semaines", "2024-02-20"),
            ("hace # meses", "hace 2 meses", "2024-01"),
            ("# godziny temu", "2 godziny temu", "2024-03-05T08:11"),
            ("pre # godine", "пре 2 године", "2022"),
            ("пред # часа", "пред 3 часа", "2024-03-05T07:11"),
            ("# гадзіны таму", "2 гадзіны таму", "2024-03-05T08:11"),
            ("aujourd'hui", "aujourd'hui", "2024-03-05"),
        ] {
            assert_eq!(time(phrase, line, saved).as_deref(), Some(meant), "{line}");
        }
        assert_eq!(time("# hours ago", "3 hours ago", "2024-03-05").as_deref(), Some("2024-03-05"));
    }

    #[test]
    fn every_phrase_of_age_that_names_a_unit_is_understood() {
        for (lang, signs) in crate::lang::signs::SIGNS {
            for phrase in signs.ago.iter().filter(|phrase| phrase.contains('#')) {
                let line = phrase.replace('#', "2");
                assert!(time(phrase, &line, "2024-03-05T10:11").is_some(), "{lang}: {phrase}");
            }
        }
    }
}
