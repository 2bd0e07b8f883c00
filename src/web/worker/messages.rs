//! What page and worker tell each other.
//!
//! A message is an array: the postcard bytes of an [`Order`] or a [`Report`], and after it
//! an `ArrayBuffer` where one goes along. Both sides are the same wasm, so the format needs no
//! version of its own; [`BUILD`] is compared all the same.

use js_sys::{Array, ArrayBuffer, Uint8Array};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use wasm_bindgen::{JsCast as _, JsValue};

use crate::protocol::{Request, Response};

/// What both sides must have in common.
pub const BUILD: &str = match option_env!("TELLINGS_BUILD") {
    Some(build) => build,
    None => env!("CARGO_PKG_VERSION"),
};

/// From the page to the worker.
#[derive(Debug, Serialize, Deserialize)]
pub enum Order {
    /// Open the pack that goes along.
    Open,
    /// Answer this.
    Ask {
        /// Names the answer.
        id: u32,
        /// The question.
        request: Request,
    },
}

/// From the worker to the page.
#[derive(Debug, Serialize, Deserialize)]
pub enum Report {
    /// The worker is there.
    Hello {
        /// Its [`BUILD`].
        build: String,
    },
    /// The pack is open.
    Opened,
    /// The pack cannot be opened, and why.
    Unreadable(String),
    /// An answer.
    Answer {
        /// Of the question.
        id: u32,
        /// What was found.
        response: Response,
    },
    /// The worker panicked and will answer no more.
    Panicked(String),
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
