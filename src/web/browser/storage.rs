//! Small settings that the browser keeps where it may, and what a tab keeps over a reload.

use web_sys::Storage;

fn storage() -> Option<Storage> {
    super::window()?.local_storage().ok().flatten()
}

fn session() -> Option<Storage> {
    super::window()?.session_storage().ok().flatten()
}

/// What is kept under `key`.
#[must_use]
pub fn get(key: &str) -> Option<String> {
    storage()?.get_item(key).ok().flatten()
}

/// Keeps `value` under `key`, or drops it; `false` where nothing can be kept.
pub fn set(key: &str, value: Option<&str>) -> bool {
    storage().is_some_and(|storage| {
        match value {
            Some(value) => storage.set_item(key, value),
            None => storage.remove_item(key),
        }
        .is_ok()
    })
}

/// What this tab keeps under `key`.
#[must_use]
pub fn of_tab(key: &str) -> Option<String> {
    session()?.get_item(key).ok().flatten()
}

/// Has this tab keep `value` under `key`, where it may.
pub fn keep_in_tab(key: &str, value: &str) {
    if let Some(session) = session() {
        // Where nothing can be kept, a reload begins at the beginning.
        let _ = session.set_item(key, value);
    }
}
