//! Small settings that the browser keeps where it may.

use web_sys::Storage;

fn storage() -> Option<Storage> {
    super::window()?.local_storage().ok().flatten()
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
