//! What `static/start.js` hands over to the app.

use js_sys::Promise;
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

    /// Says in plain HTML that the page stopped, and why.
    #[wasm_bindgen(method)]
    pub fn fail(this: &Boot, reason: &str);
}
