//! How each language of the interface writes languages, numbers and dates.
//!
//! In: codes, counts, ISO 8601 dates. Out: words, as `locale` has them: the browser's own
//! knowledge of languages in the page, a table where there is no browser. Plural forms are
//! for `numbers` and the texts themselves.

use super::{Texts, locale};
use crate::lang::Lang;

impl Texts {
    /// The name of a language, or its code.
    #[must_use]
    pub fn language_name(&self, lang: Lang) -> String {
        let name = (self.language)(lang).map(str::to_owned);
        let name = name.or_else(|| locale::language(self.lang, lang));
        name.unwrap_or_else(|| lang.code().to_owned())
    }

    /// A number with its digits grouped.
    #[must_use]
    pub fn number(&self, number: u32) -> String {
        locale::number(self.lang, f64::from(number), 0)
    }

    /// A number with one digit after the mark.
    #[must_use]
    pub fn decimal(&self, number: f64) -> String {
        locale::number(self.lang, number, 1)
    }

    /// An ISO 8601 date as people write it, as precise as it is; what is no date stays.
    #[must_use]
    pub fn date(&self, iso: &str) -> String {
        let (day, time) = iso.split_once('T').map_or((iso, None), |(day, time)| (day, Some(time)));
        let words = parts(day).map(|(year, month, day)| locale::date(self.lang, year, month, day));
        let words = words.unwrap_or_else(|| day.to_owned());
        match time.and_then(|time| time.get(..5)) {
            Some(time) => format!("{words}, {time}"),
            None => words,
        }
    }
}

/// The year, the month and the day, if there is one, of an ISO 8601 date that has a month.
fn parts(iso: &str) -> Option<(u32, u32, Option<u32>)> {
    let mut parts = iso.split('-').map(|part| part.parse::<u32>().ok());
    let (year, month) = (parts.next()??, parts.next()??);
    let day = match parts.next() {
        Some(day) => Some(day.filter(|day| (1..=31).contains(day))?),
        None => None,
    };
    ((1..=12).contains(&month) && parts.next().is_none()).then_some((year, month, day))
}

#[cfg(test)]
mod tests {
    use crate::web::texts::choose;

    #[test]
    fn numbers_are_grouped_and_marked_as_the_language_does() {
        let (english, russian) = (choose(["en"]), choose(["ru"]));
        assert_eq!([7, 2219, 1_234_567].map(|n| english.number(n)), ["7", "2,219", "1,234,567"]);
        assert_eq!(russian.number(2219), "2\u{a0}219");
        assert_eq!(choose(["bg"]).number(2219), "2219", "four digits stay together");
        assert_eq!(
            (english.decimal(0.25), russian.decimal(1234.56)),
            ("0.3".into(), "1\u{a0}234,6".into())
        );
    }

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
