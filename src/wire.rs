//! How a page and its workers talk: messages of bytes, and ports that take them.
//!
//! A message is an array: the postcard bytes of a value, and after it an `ArrayBuffer` where
//! one goes along. Both sides are of one build, so the format needs no version of its own;
//! [`BUILD`] is compared all the same. What is said does not belong here.

use js_sys::{Array, ArrayBuffer, Function, Uint8Array};
use serde::{Serialize, de::DeserializeOwned};
use wasm_bindgen::{
    JsCast as _,
    prelude::{JsValue, wasm_bindgen},
};

/// What both sides must have in common.
pub const BUILD: &str = match option_env!("TELLINGS_BUILD") {
    Some(build) => build,
    None => env!("CARGO_PKG_VERSION"),
};

#[wasm_bindgen]
extern "C" {
    /// One end of the talk: a worker, the scope of one, or a message port.
    #[derive(Clone, Debug)]
    pub type Port;

    /// Sends; what is in `moved` goes over instead of being copied.
    #[wasm_bindgen(method, catch, js_name = postMessage)]
    fn post(this: &Port, message: &Array, moved: &Array) -> Result<(), JsValue>;

    /// Whom to call with what comes.
    #[wasm_bindgen(method, setter)]
    pub fn set_onmessage(this: &Port, to: Option<&Function>);
}

impl Port {
    /// Says something. What cannot be sent is lost: the other side is gone then, and nobody
    /// waits.
    pub fn say(&self, message: &impl Serialize, along: Option<&ArrayBuffer>) {
        if let Some((message, moved)) = pack(message, along) {
            let _ = self.post(&message, &moved);
        }
    }
}

/// A message as the browser takes it, with the list of what moves instead of being copied.
/// `None` where it cannot be written, which only a value of another program could cause.
#[must_use]
pub fn pack(message: &impl Serialize, along: Option<&ArrayBuffer>) -> Option<(Array, Array)> {
    let bytes = postcard::to_allocvec(message).ok()?;
    let bytes = Uint8Array::from(bytes.as_slice());
    let moved = Array::of1(&bytes.buffer());
    let array = Array::of1(&bytes);
    if let Some(along) = along {
        array.push(along);
        moved.push(along);
    }
    Some((array, moved))
}

/// The message in the data of an event, and the bytes that came along.
#[must_use]
pub fn unpack<T: DeserializeOwned>(data: &JsValue) -> Option<(T, Option<ArrayBuffer>)> {
    let array = data.dyn_ref::<Array>()?;
    let bytes = array.get(0).dyn_into::<Uint8Array>().ok()?;
    let message = postcard::from_bytes(&bytes.to_vec()).ok()?;
    Some((message, array.get(1).dyn_into().ok()))
}
