//! The clipboard, which embedded pages and files often may not write to.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Puts `text` on the clipboard; `false` where the browser refuses.
pub async fn copy(text: &str) -> bool {
    let Some(promise) = start(text) else { return false };
    JsFuture::from(promise).await.is_ok()
}

/// Asked by name: outside a secure context there is no clipboard at all, which the typed
/// binding does not allow for.
fn start(text: &str) -> Option<Promise> {
    let navigator = JsValue::from(super::window()?.navigator());
    let clipboard = Reflect::get(&navigator, &"clipboard".into()).ok()?;
    let write: Function = Reflect::get(&clipboard, &"writeText".into()).ok()?.dyn_into().ok()?;
    write.call1(&clipboard, &text.into()).ok()?.dyn_into().ok()
}
