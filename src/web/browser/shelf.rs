//! The collections that the browser keeps (`static/shelf.js`).
//!
//! In: cards and packs. Out: the same, later. Where nothing can be kept, every call says
//! why; what was kept before stays.

use js_sys::{Array, ArrayBuffer, Promise, Reflect};
use serde::{Deserialize, Serialize};
use serde_wasm_bindgen::{Serializer, from_value};
use wasm_bindgen::{
    JsCast as _,
    prelude::{JsValue, wasm_bindgen},
};
use wasm_bindgen_futures::JsFuture;

use super::message;

#[wasm_bindgen]
extern "C" {
    type Shelf;

    #[wasm_bindgen(thread_local_v2, js_name = tellingsShelf)]
    static SHELF: Shelf;

    #[wasm_bindgen(method, catch)]
    fn list(this: &Shelf) -> Result<Promise, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn pack(this: &Shelf, id: &str) -> Result<Promise, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn files(this: &Shelf, id: &str) -> Result<Promise, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn put(
        this: &Shelf,
        card: &JsValue,
        pack: Option<&ArrayBuffer>,
        files: &Array,
    ) -> Result<Promise, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn remove(this: &Shelf, id: &str) -> Result<Promise, JsValue>;
}

/// What is known of a kept collection without opening it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Kept {
    /// Its number on the shelf; empty: it has none yet.
    pub id: String,
    /// Its name.
    pub name: String,
    /// How many sources it has.
    pub sources: u32,
    /// How large its pack is, in kilobytes.
    pub kilobytes: u32,
}

/// Why nothing more is kept where there is no room.
pub const FULL: &str = "full";

/// Why the shelf refused.
fn reason(thrown: &JsValue) -> String {
    let name = Reflect::get(thrown, &"name".into()).ok().and_then(|name| name.as_string());
    match name.as_deref() {
        Some("QuotaExceededError") => FULL.to_owned(),
        _ => message(thrown),
    }
}

/// Waits for what the shelf does.
async fn done(what: impl FnOnce(&Shelf) -> Result<Promise, JsValue>) -> Result<JsValue, String> {
    let promise = SHELF.with(what).map_err(|thrown| reason(&thrown))?;
    JsFuture::from(promise).await.map_err(|thrown| reason(&thrown))
}

/// What is kept, by name.
///
/// # Errors
/// When nothing can be kept here.
pub async fn list() -> Result<Vec<Kept>, String> {
    from_value(done(Shelf::list).await?).map_err(|error| error.to_string())
}

/// The pack of a kept collection.
///
/// # Errors
/// When it is not there.
pub async fn pack(id: &str) -> Result<ArrayBuffer, String> {
    let pack = done(|shelf| shelf.pack(id)).await?;
    pack.dyn_into().map_err(|_| "it is not there any more".to_owned())
}

/// The files that a kept collection came from; none where none are kept.
pub async fn files(id: &str) -> Array {
    let files = done(|shelf| shelf.files(id)).await;
    files.ok().and_then(|files| files.dyn_into().ok()).unwrap_or_default()
}

/// Keeps a collection, or without a pack only its card; its card as it is kept.
///
/// # Errors
/// When it cannot be kept. What was kept before under its number still is.
pub async fn put(card: &Kept, pack: Option<&ArrayBuffer>, files: &Array) -> Result<Kept, String> {
    let shape =
        card.serialize(&Serializer::json_compatible()).map_err(|error| error.to_string())?;
    let kept = done(|shelf| shelf.put(&shape, pack, files)).await?;
    from_value(kept).map_err(|error| error.to_string())
}

/// Drops a collection.
///
/// # Errors
/// When nothing can be kept here, so nothing can be dropped.
pub async fn remove(id: &str) -> Result<(), String> {
    done(|shelf| shelf.remove(id)).await.map(drop)
}
