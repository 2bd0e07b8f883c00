//! Saving a file that the page made.
//!
//! In: a name and its bytes. Out: whether the browser was asked to save it: a sandboxed
//! frame may swallow that without a word, so whoever offers a file offers its text too.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsCast as _;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// Has the browser save `bytes` under `name`; `false` where it cannot be asked.
pub fn save(name: &str, kind: &str, bytes: &[u8]) -> bool {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let parts = Array::of1(&Uint8Array::from(bytes));
    Blob::new_with_u8_array_sequence_and_options(&parts, &options)
        .is_ok_and(|blob| save_blob(name, &blob))
}

/// The same of bytes that the browser has.
pub fn save_blob(name: &str, blob: &Blob) -> bool {
    start(name, blob).is_some()
}

fn start(name: &str, blob: &Blob) -> Option<()> {
    let url = Url::create_object_url_with_blob(blob).ok()?;
    let document = super::window()?.document()?;
    let link: HtmlAnchorElement = document.create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // The browser has begun by the time this runs; without it the bytes would stay.
    gloo::timers::callback::Timeout::new(60_000, move || {
        let _ = Url::revoke_object_url(&url);
    })
    .forget();
    Some(())
}

/// Whether this page is a frame that may be forbidden to save files.
#[must_use]
pub fn is_framed() -> bool {
    super::window().is_none_or(|window| {
        // A parent that cannot be seen is a parent all the same.
        window.parent().map_or(true, |parent| parent.is_none_or(|parent| parent != window))
    })
}
