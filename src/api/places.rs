//! Answers as JavaScript values, each span in UTF-16 units of its source.
//!
//! In: an answer of the engine. Out: the shape that the command line prints (`tables`): an
//! object that names its source has its `span` put in its own place, `{source, start, end}`;
//! cells of a row are of the source in the same place of `sources`. The value is made first,
//! then walked, so that one walk serves all answers: a page has no room for one each.

use std::collections::BTreeMap;

use js_sys::{Array, Object, Reflect};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::{JsCast as _, prelude::JsValue};

use super::units::Positions;

/// Where positions come from: those of each source by id, bytes for the others.
pub type Places<'a> = BTreeMap<String, Positions<'a>>;

/// A shape as a value.
pub fn value(shape: &impl Serialize) -> JsValue {
    // Shapes have text keys and plain values, which always can be written.
    shape.serialize(&Serializer::json_compatible()).unwrap_or(JsValue::UNDEFINED)
}

/// A field of an object; nothing where there is none.
#[must_use]
pub fn field(of: &JsValue, name: &str) -> JsValue {
    Reflect::get(of, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED)
}

fn set(of: &JsValue, name: &str, to: &JsValue) {
    // A field of an object of our own can be set.
    let _ = Reflect::set(of, &JsValue::from_str(name), to);
}

/// Some fields of an object.
#[must_use]
pub fn part(of: &JsValue, names: &[&str]) -> JsValue {
    let out = Object::new().into();
    names.iter().for_each(|name| set(&out, name, &field(of, name)));
    out
}

/// The ids of the sources that passages in `value` are of, each once.
pub fn named(value: &JsValue, ids: &mut Vec<String>) {
    if let Some(list) = value.dyn_ref::<Array>() {
        list.iter().for_each(|one| named(&one, ids));
    } else if let Some(object) = value.dyn_ref::<Object>() {
        if let Some(id) = field(value, "source").as_string()
            && !ids.contains(&id)
        {
            ids.push(id);
        }
        Object::values(object).iter().for_each(|one| named(&one, ids));
    }
}

/// Turns the spans in `value` into positions.
pub fn place(value: &JsValue, places: &Places<'_>, source: Option<&str>) {
    if let Some(list) = value.dyn_ref::<Array>() {
        list.iter().for_each(|one| place(&one, places, source));
        return;
    }
    let Some(object) = value.dyn_ref::<Object>() else { return };
    if let (Some(start), Some(end)) = (field(value, "start").as_f64(), field(value, "end").as_f64())
    {
        let Some(positions) = source.and_then(|id| places.get(id)) else { return };
        set(value, "start", &positions.of(start as u32).into());
        set(value, "end", &positions.of(end as u32).into());
        return;
    }
    let named = field(value, "source").as_string();
    let source = named.as_deref().or(source);
    Object::values(object).iter().for_each(|one| place(&one, places, source));
    let span = field(value, "span");
    if span.is_object() {
        // Deleting a field of an object of our own cannot fail.
        let _ = Reflect::delete_property(object, &JsValue::from_str("span"));
        Object::assign(object, span.unchecked_ref::<Object>());
    }
}

/// The same for what sources tell: each cell is of the source in the same place of
/// `sources`.
pub fn place_cells(rows: &JsValue, sources: &[String], places: &Places<'_>) {
    for row in Array::from(rows).iter() {
        for (cell, source) in Array::from(&field(&row, "cells")).iter().zip(sources) {
            place(&cell, places, Some(source));
        }
    }
}
