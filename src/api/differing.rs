//! The function `diff` of the ES module.
//!
//! In: any two texts; no collection is needed. Out: what is the same and what differs, in
//! order, so that the stretches of either side joined give it back; positions are UTF-16.
//! How words are compared is told in `compare::diff`.

use js_sys::{Array, Uint32Array};
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use super::units::Positions;
use crate::compare::diff;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** A stretch of two texts: the same in both, or replaced (by nothing, if one is empty). */
export interface Edit {
  same: boolean;
  a: { start: number; end: number };
  b: { start: number; end: number };
}
"#;

#[wasm_bindgen(inline_js = "
export function stretches(ends) {
  const edits = new Array(ends.length / 3);
  for (let i = 0, at = 0, a = 0, b = 0; i < edits.length; i++, at += 3) {
    const edit = { same: ends[at] === 1, a: { start: a, end: ends[at + 1] }, b: { start: b, end: ends[at + 2] } };
    [a, b] = [edit.a.end, edit.b.end];
    edits[i] = edit;
  }
  return edits;
}")]
extern "C" {
    /// One call for all edits. Each has three numbers: whether it is the same, and its ends.
    fn stretches(ends: &Uint32Array) -> Array;
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(typescript_type = "Edit[]")]
    pub type JsEdits;
}

/// The words by which two texts differ.
#[wasm_bindgen(js_name = diff)]
#[must_use]
pub fn differing(a: &str, b: &str) -> JsEdits {
    let (in_a, in_b) = (Positions::utf16(a), Positions::utf16(b));
    let ends: Vec<u32> = diff::diff(a, b)
        .iter()
        .flat_map(|edit| [edit.same.into(), in_a.of(edit.a.end), in_b.of(edit.b.end)])
        .collect();
    JsValue::from(stretches(&Uint32Array::from(&ends[..]))).into()
}
