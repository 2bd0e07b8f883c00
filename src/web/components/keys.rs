//! The page's keys.
//!
//! In: a key as the browser names it. Out: what it asks for. Letters and brackets count by
//! their place on the keyboard too, so that they work under a Cyrillic layout. Whoever is
//! typing is left alone.

use gloo::events::EventListener;
use wasm_bindgen::JsCast as _;
use yew::prelude::*;

use crate::state::View;

/// What a key asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// To the search field.
    Search,
    /// Open a view.
    Show(View),
    /// Next (`true`) or previous hit.
    Hit(bool),
    /// Next (`true`) or previous source.
    Source(bool),
    /// Open the help.
    Help,
}

/// What the key `key`, at the place `code` of the keyboard, asks for.
#[must_use]
pub fn meaning(key: &str, code: &str) -> Option<Key> {
    Some(match (key, code) {
        ("?", _) => Key::Help,
        ("/", _) => Key::Search,
        ("1", _) => Key::Show(View::Overview),
        ("2", _) => Key::Show(View::Read),
        ("3", _) => Key::Show(View::Hits),
        ("4", _) => Key::Show(View::Compare),
        ("5", _) => Key::Show(View::Words),
        ("n", _) | (_, "KeyN") => Key::Hit(true),
        ("p", _) | (_, "KeyP") => Key::Hit(false),
        ("]", _) | (_, "BracketRight") => Key::Source(true),
        ("[", _) | (_, "BracketLeft") => Key::Source(false),
        _ => return None,
    })
}

/// Calls `then` for every key that asks for something.
#[hook]
pub fn use_keys(then: Callback<Key>) {
    use_effect_with(then, |then| {
        let then = then.clone();
        let document = web_sys::window().and_then(|window| window.document());
        let listener = document.map(|document| {
            EventListener::new_with_options(
                &document,
                "keydown",
                gloo::events::EventListenerOptions::enable_prevent_default(),
                move |event| {
                    let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
                    let is_command = event.ctrl_key() || event.meta_key() || event.alt_key();
                    if is_command || event.default_prevented() || is_typing(event) {
                        return;
                    }
                    if let Some(key) = meaning(&event.key(), &event.code()) {
                        event.prevent_default();
                        then.emit(key);
                    }
                },
            )
        });
        move || drop(listener)
    });
}

fn is_typing(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    target.is_some_and(|target| {
        let field = "input:not([type=checkbox]), select, textarea, dialog, [contenteditable]";
        target.closest(field).ok().flatten().is_some()
    })
}

#[cfg(test)]
mod tests {
    use super::{Key, meaning};
    use crate::state::View;

    #[test]
    fn keys_work_under_a_cyrillic_layout() {
        assert_eq!(meaning("т", "KeyN"), Some(Key::Hit(true)));
        assert_eq!(meaning("ъ", "BracketRight"), Some(Key::Source(true)));
        assert_eq!(meaning("n", "KeyN"), Some(Key::Hit(true)));
    }

    #[test]
    fn other_keys_are_left_alone() {
        assert_eq!(meaning("3", "Digit3"), Some(Key::Show(View::Hits)));
        assert_eq!(meaning("a", "KeyA"), None);
        assert_eq!(meaning("Enter", "Enter"), None);
    }
}
