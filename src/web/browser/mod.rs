//! What the browser offers, wrapped thinly.
//!
//! Every call that a sandbox or a setting may forbid gives `None` or `false` instead of
//! failing. Decisions do not belong here.

mod boot;
pub mod clipboard;
pub mod download;
pub mod history;
pub mod picture;
pub mod shelf;
pub mod storage;

pub use boot::Boot;
use js_sys::Reflect;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, Element, Window};

/// Where the program runs.
pub enum Role {
    /// In a page, which says how to get a worker and the pack.
    Window(Boot),
    /// In a worker.
    Worker(DedicatedWorkerGlobalScope),
    /// Neither: a test, or a page that did not start us.
    Unknown,
}

/// Finds out where the program runs.
#[must_use]
pub fn role() -> Role {
    let global = js_sys::global();
    if global.is_instance_of::<Window>() {
        let key = JsValue::from_str("tellingsBoot");
        let boot = Reflect::get(&global, &key).ok().filter(JsValue::is_object);
        return boot.map_or(Role::Unknown, |boot| {
            // Whether it stays behind makes no difference.
            let _ = Reflect::delete_property(&global, &key);
            Role::Window(boot.unchecked_into())
        });
    }
    global.dyn_into().map_or(Role::Unknown, Role::Worker)
}

/// The window; `None` outside one.
#[must_use]
pub fn window() -> Option<Window> {
    web_sys::window()
}

/// Whether the page is a site's, with its files beside it, and not one file.
#[must_use]
pub fn is_site() -> bool {
    element("pack").is_some_and(|pack| pack.has_attribute("href"))
}

/// The element of that id.
#[must_use]
pub fn element(id: &str) -> Option<Element> {
    window()?.document()?.get_element_by_id(id)
}

/// Names the page in tabs and bookmarks.
pub fn set_title(title: &str) {
    if let Some(document) = window().and_then(|window| window.document()) {
        document.set_title(title);
    }
}

/// Sets a global of the page, for other programs.
pub fn set_global(name: &str, value: &JsValue) {
    // A window that is frozen keeps what it has.
    let _ = Reflect::set(&js_sys::global(), &JsValue::from_str(name), value);
}

/// Sets an attribute of the page's root element, or takes it away.
pub fn set_root_attribute(name: &str, value: Option<&str>) {
    let root = window().and_then(|window| window.document()?.document_element());
    if let Some(root) = root {
        // Only names that are no names could fail.
        let _ = match value {
            Some(value) => root.set_attribute(name, value),
            None => root.remove_attribute(name),
        };
    }
}

/// The languages that the reader's browser asks for, the favourite first.
#[must_use]
pub fn languages() -> Vec<String> {
    window()
        .map(|window| window.navigator().languages())
        .map(|tags| tags.iter().filter_map(|tag| tag.as_string()).collect())
        .unwrap_or_default()
}

/// What a thrown value says.
#[must_use]
pub fn message(thrown: &JsValue) -> String {
    thrown
        .dyn_ref::<js_sys::Error>()
        .map(|error| String::from(error.message()))
        .or_else(|| thrown.as_string())
        .unwrap_or_else(|| "the browser gave no reason".to_owned())
}
