//! How numbers, dates and languages are written, by the browser's own knowledge (`Intl`).
//!
//! In: a language of the interface, a number, a date. Out: both as that language writes
//! them. A format is made once and kept: making one takes longer than hundreds of uses.

use std::cell::RefCell;

use js_sys::{Array, Date, Function, Intl, Object, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};

use crate::lang::Lang;

/// What a format is for: a number with so many digits after the mark, a day, a month.
#[derive(Clone, Copy, PartialEq)]
enum Shape {
    Number(usize),
    Day,
    Month,
}

/// What was asked for before.
type Known<K, V> = RefCell<Vec<(K, V)>>;

thread_local! {
    static LANGUAGES: Known<(Lang, Lang), Option<String>> = const { RefCell::new(Vec::new()) };
    static FORMATS: Known<(Lang, Shape), Function> = const { RefCell::new(Vec::new()) };
}

/// The name of a language, where the browser knows it.
pub(super) fn language(lang: Lang, of: Lang) -> Option<String> {
    LANGUAGES.with_borrow_mut(|known| {
        if let Some((_, name)) = known.iter().find(|(pair, _)| *pair == (lang, of)) {
            return name.clone();
        }
        let options = Object::new();
        // A plain object takes any key.
        let _ = Reflect::set(&options, &"type".into(), &"language".into());
        let names = Intl::DisplayNames::new(&Array::of1(&JsValue::from_str(lang.code())), &options);
        let name = Reflect::get(&names, &"of".into()).ok();
        let name = name.and_then(|name| name.dyn_into::<Function>().ok());
        // A code that is none throws.
        let name = name.and_then(|name| name.call1(&names, &of.code().into()).ok());
        let name = name.and_then(|name| name.as_string());
        known.push(((lang, of), name.clone()));
        name
    })
}

/// A number with that many digits after the mark.
pub(super) fn number(lang: Lang, number: f64, digits: usize) -> String {
    write(lang, Shape::Number(digits), &number.into())
}

/// A date: year, month from 1, and the day if it is known.
pub(super) fn date(lang: Lang, year: u32, month: u32, day: Option<u32>) -> String {
    let shape = if day.is_some() { Shape::Day } else { Shape::Month };
    // The middle of the day, so that a zone cannot move it; years before 100 as they are.
    let at = Date::new(&JsValue::from_f64(43_200_000.0));
    at.set_utc_full_year_with_month_date(year, month as i32 - 1, day.unwrap_or(1) as i32);
    write(lang, shape, &at)
}

fn write(lang: Lang, shape: Shape, value: &JsValue) -> String {
    FORMATS.with_borrow_mut(|formats| {
        let known = formats.iter().position(|(own, _)| *own == (lang, shape));
        let at = known.unwrap_or_else(|| {
            formats.push(((lang, shape), format(lang, shape)));
            formats.len() - 1
        });
        let written = formats[at].1.call1(&JsValue::NULL, value).ok();
        written.and_then(|written| written.as_string()).unwrap_or_default()
    })
}

fn format(lang: Lang, shape: Shape) -> Function {
    // The day before the month, as everywhere else in the page.
    let locale = if lang == Lang::EN { "en-GB" } else { lang.code() };
    let (locales, options) = (Array::of1(&JsValue::from_str(locale)), Object::new());
    let set = |key: &str, value: JsValue| {
        // A plain object takes any key.
        let _ = Reflect::set(&options, &key.into(), &value);
    };
    let digits = match shape {
        Shape::Number(digits) => digits as f64,
        Shape::Day | Shape::Month => {
            set("year", "numeric".into());
            set("month", "long".into());
            set("timeZone", "UTC".into());
            if shape == Shape::Day {
                set("day", "numeric".into());
            }
            return Intl::DateTimeFormat::new(&locales, &options).format();
        }
    };
    set("minimumFractionDigits", digits.into());
    set("maximumFractionDigits", digits.into());
    Intl::NumberFormat::new(&locales, &options).format()
}
