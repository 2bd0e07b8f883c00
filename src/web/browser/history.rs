//! The address and its history.
//!
//! Works from `https:`, from `file:` and, where allowed, in an iframe; where the browser
//! forbids it, Back does nothing and the page goes on.

use gloo::events::EventListener;
use wasm_bindgen::JsValue;

/// The fragment of the address, with its `#`; empty where there is none.
#[must_use]
pub fn fragment() -> String {
    super::window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// The whole address; empty where it cannot be read.
#[must_use]
pub fn address() -> String {
    super::window().and_then(|window| window.location().href().ok()).unwrap_or_default()
}

/// Puts `fragment` into the address, as a step that Back undoes or in place of the present
/// one; `false` where the browser forbids it.
pub fn write(fragment: &str, is_step: bool) -> bool {
    let Some(history) = super::window().and_then(|window| window.history().ok()) else {
        return false;
    };
    let change = if is_step {
        history.push_state_with_url(&JsValue::NULL, "", Some(fragment))
    } else {
        history.replace_state_with_url(&JsValue::NULL, "", Some(fragment))
    };
    change.is_ok()
}

/// Calls `then` whenever the reader goes Back, Forward, or edits the address, until the
/// value is dropped.
#[must_use]
pub fn on_change(then: impl Fn() + 'static) -> Option<EventListener> {
    // `popstate` also comes for an edited fragment, in all engines.
    super::window().map(|window| EventListener::new(&window, "popstate", move |_| then()))
}
