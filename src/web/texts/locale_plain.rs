//! How numbers and dates are written, from a table: for whatever runs without a browser.
//!
//! In: a language of the interface, a number, a date. Out: the same as browsers write
//! (Unicode CLDR), so that pages rendered natively read like the page itself.

use crate::lang::Lang;

/// The months after a day, and alone.
const MONTHS: [(Lang, &str, &str); 4] = [
    (
        Lang::EN,
        "January February March April May June July August September October November December",
        "",
    ),
    (
        Lang::RU,
        "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
        "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
    ),
    (
        Lang::BG,
        "януари февруари март април май юни юли август септември октомври ноември декември",
        "",
    ),
    (
        Lang::UK,
        "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
        "січень лютий березень квітень травень червень липень серпень вересень жовтень листопад грудень",
    ),
];

/// The name of a language: the texts have those that are needed here.
pub(super) fn language(_: Lang, _: Lang) -> Option<String> {
    None
}

/// A number with that many digits after the mark.
pub(super) fn number(lang: Lang, number: f64, digits: usize) -> String {
    // Halves go up, as people round.
    let scale = [1.0, 10.0, 100.0][digits.min(2)];
    let written = format!("{:.digits$}", (number * scale).round() / scale);
    let (whole, part) = written.split_once('.').unwrap_or((&written, ""));
    let english = lang == Lang::EN;
    let (between, mark) = if english { (",", ".") } else { ("\u{a0}", ",") };
    let count = whole.trim_start_matches('-').len();
    // Bulgarian leaves four digits together.
    let groups = count > if lang == Lang::BG { 4 } else { 3 };
    let mut out = String::new();
    for (at, digit) in whole.char_indices() {
        let rest = whole.len() - at;
        if groups && rest < count && rest.is_multiple_of(3) {
            out.push_str(between);
        }
        out.push(digit);
    }
    if !part.is_empty() {
        out.push_str(mark);
        out.push_str(part);
    }
    out
}

/// A date: year, month from 1, and the day if it is known.
pub(super) fn date(lang: Lang, year: u32, month: u32, day: Option<u32>) -> String {
    let known = MONTHS.iter().find(|known| known.0 == lang).unwrap_or(&MONTHS[0]);
    let names = if day.is_none() && !known.2.is_empty() { known.2 } else { known.1 };
    let name = names.split(' ').nth(month as usize - 1).unwrap_or_default();
    let ending = match lang.code() {
        "ru" | "bg" => " г.",
        "uk" => " р.",
        _ => "",
    };
    match day {
        Some(day) => format!("{day} {name} {year}{ending}"),
        None => format!("{name} {year}{ending}"),
    }
}
