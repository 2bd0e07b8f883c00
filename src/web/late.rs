//! The part of the program that comes later.
//!
//! `cargo xtask build` splits the program in two by the names of functions (its `LATE`), so that
//! reading and searching wait for no more than they need. Whatever first calls a function of
//! the second part adds it, through [`load_late`]; where it is not here yet, that call waits
//! for the network. Views and dialogs that are made of it ask [`use_late`] first, and other
//! work awaits [`bring`], so that the page does not stand still. Where nothing was split,
//! nothing of this happens.

use std::sync::atomic::{AtomicBool, Ordering};

use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::prelude::*;

use super::{browser::Boot, client::Client};

#[wasm_bindgen]
extern "C" {
    /// Adds the second part, in a page as in a worker; `static/start.js` says how.
    #[wasm_bindgen(js_name = tellingsLate)]
    fn add();
}

static IS_ADDED: AtomicBool = AtomicBool::new(false);

/// Adds the second part unless it was; each way into it calls this first.
#[wasm_bindgen]
pub fn load_late() {
    if !IS_ADDED.load(Ordering::Relaxed) {
        add();
        IS_ADDED.store(true, Ordering::Relaxed);
    }
}

/// Has the second part come, so that nobody waits for the network when it is added.
pub async fn bring(boot: &Boot) {
    // What does not come now is tried again by whatever calls it.
    let _ = JsFuture::from(boot.bring_late()).await;
}

/// Whether the second part can be added at once; if `is_needed`, asks for it.
#[hook]
pub fn use_late(is_needed: bool) -> bool {
    let client = use_context::<Client>();
    let is_here = use_state_eq(|| false);
    let here = is_here.setter();
    use_effect_with((is_needed, client), move |(is_needed, client)| {
        if let Some(client) = client.clone().filter(|_| *is_needed) {
            spawn_local(async move {
                bring(client.boot()).await;
                here.set(true);
            });
        }
    });
    *is_here
}
