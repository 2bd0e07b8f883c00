//! Numbers in words: plural rules, and digits as a language groups them.
//!
//! In: a count and the forms of a noun. Out: the form that the language asks for, after
//! the Unicode CLDR plural rules for whole numbers. Texts do not belong here.

use super::locale;
use crate::lang::Lang;

/// English and Bulgarian: `one` for 1, else `other`.
#[must_use]
pub const fn one_other<'a>(number: u32, one: &'a str, other: &'a str) -> &'a str {
    if number == 1 { one } else { other }
}

/// Russian and Ukrainian: 1, 21, 101 take `one`; 2–4, 22–24 take `few`; the rest, with
/// 11–14, takes `many`.
#[must_use]
pub const fn one_few_many<'a>(number: u32, one: &'a str, few: &'a str, many: &'a str) -> &'a str {
    match (number % 10, number % 100) {
        (_, 11..=14) => many,
        (1, _) => one,
        (2..=4, _) => few,
        _ => many,
    }
}

/// A number with its digits grouped, as the language does it.
#[must_use]
pub fn grouped(lang: Lang, number: u32) -> String {
    locale::number(lang, f64::from(number), 0)
}
