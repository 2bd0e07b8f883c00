//! How each language of the interface writes languages, numbers and dates.
//!
//! In: codes, counts, ISO 8601 dates. Out: words, made of what each language's texts say of
//! its months and marks. Plural forms are for `numbers` and the texts themselves.

use super::{Texts, numbers};
use crate::lang::Lang;

impl Texts {
    /// The name of a language, or its code.
    #[must_use]
    pub fn language_name(&self, lang: Lang) -> String {
        (self.language)(lang).map_or_else(|| lang.code().to_owned(), str::to_owned)
    }

    /// A number with its digits grouped.
    #[must_use]
    pub fn number(&self, number: u32) -> String {
        numbers::grouped(number, self.thousands)
    }

    /// A number with one digit after the mark.
    #[must_use]
    pub fn decimal(&self, number: f64) -> String {
        format!("{number:.1}").replace('.', self.decimal_mark)
    }

    /// An ISO 8601 date as people write it, as precise as it is; what is no date stays.
    #[must_use]
    pub fn date(&self, iso: &str) -> String {
        let (day, time) = iso.split_once('T').map_or((iso, None), |(day, time)| (day, Some(time)));
        let parts: Vec<&str> = day.split('-').collect();
        let month =
            |number: &str| number.parse::<usize>().ok().and_then(|month| month.checked_sub(1));
        let words = match parts[..] {
            [year, number, day] => month(number)
                .and_then(|month| self.months.get(month))
                .map(|month| (self.day_month_year)(day.trim_start_matches('0'), month, year)),
            [year, number] => month(number)
                .and_then(|month| self.months_alone.get(month))
                .map(|month| (self.month_year)(month, year)),
            _ => None,
        };
        let words = words.unwrap_or_else(|| day.to_owned());
        match time.and_then(|time| time.get(..5)) {
            Some(time) => format!("{words}, {time}"),
            None => words,
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::web::texts::choose;

    #[test]
    fn a_date_is_as_precise_as_it_is_known() {
        let english = choose(["en"]);
        assert_eq!(english.date("2013-05-03T09:16"), "3 May 2013, 09:16");
        assert_eq!(english.date("2021-12"), "December 2021");
        assert_eq!(english.date("2021"), "2021");
        assert_eq!(english.date("yesterday"), "yesterday");
        assert_eq!(english.date("2021-99-99"), "2021-99-99");
        assert_eq!(choose(["ru"]).date("2017-09"), "сентябрь 2017 г.");
        assert_eq!(choose(["ru"]).date("2021-12-07"), "7 декабря 2021 г.");
        assert_eq!(choose(["bg"]).date("2025-02-27"), "27 февруари 2025 г.");
        assert_eq!(choose(["uk"]).date("2021-12-07"), "7 грудня 2021 р.");
    }
}
