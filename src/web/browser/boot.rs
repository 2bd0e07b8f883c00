//! What `static/start.js` hands over to the app.

use js_sys::{Function, Promise};
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use web_sys::Worker;

#[wasm_bindgen]
extern "C" {
    /// The page's own start.
    #[derive(Clone, Debug)]
    pub type Boot;

    /// A new worker of the same module, or why there can be none.
    #[wasm_bindgen(method, catch)]
    pub fn hire(this: &Boot) -> Result<Worker, JsValue>;

    /// A promise that what comes later is here to be added; see [`crate::web::late`].
    #[wasm_bindgen(method, js_name = bringLate)]
    pub fn bring_late(this: &Boot) -> Promise;

    /// A promise of the pack, unpacked, as a `Blob`; of `null` where the page has none.
    #[wasm_bindgen(method)]
    pub fn pack(this: &Boot) -> Promise;

    /// A promise of a worker that imports, or of `null` where the page carries none. `here`:
    /// of one in the page itself, which looks like a worker.
    #[wasm_bindgen(method)]
    pub fn importer(this: &Boot, here: bool) -> Promise;

    /// Whether there is one.
    #[wasm_bindgen(method, getter, js_name = canImport)]
    pub fn can_import(this: &Boot) -> bool;

    /// A promise of this page as one file, as it was published; `with_text`: with what can
    /// be read in it without a program; `with_importer`: of a site, with what makes it import.
    #[wasm_bindgen(method, js_name = onePage)]
    pub fn one_page(this: &Boot, with_text: bool, with_importer: bool) -> Promise;

    /// Has the browser keep the site, and calls `offer` with a function that opens the next
    /// version whenever there is one.
    #[wasm_bindgen(method, js_name = keepUp)]
    pub fn keep_up(this: &Boot, offer: &Function) -> Promise;

    /// Says in plain HTML that the page stopped, and why.
    #[wasm_bindgen(method)]
    pub fn fail(this: &Boot, reason: &str);
}
