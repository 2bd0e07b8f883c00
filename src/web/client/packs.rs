//! The pack that is open, and another one in its place.
//!
//! In: the bytes of a pack. Out: whether it is open now; the one before stays open until then,
//! and where it cannot be opened. Invariant: a page whose worker is lost opens the same pack
//! again. Answers are the [`desk`](super::desk)'s business.

use std::rc::Rc;

use futures_channel::oneshot;
use js_sys::{ArrayBuffer, Uint8Array};
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;

use super::{Client, Seat};
use crate::{
    engine::Engine,
    web::{browser::message, worker::messages::Order},
};

/// A pack on its way, and whom to tell whether it is open.
pub(super) struct Next {
    pack: Blob,
    tell: oneshot::Sender<Result<(), String>>,
}

impl Client {
    /// Opens another pack in place of the one that is open.
    ///
    /// # Errors
    /// When it cannot be opened; the one that was open then still is.
    pub async fn replace(&self, pack: &ArrayBuffer) -> Result<(), String> {
        let blob = Blob::new_with_buffer_source_sequence(&js_sys::Array::of1(pack))
            .map_err(|thrown| message(&thrown))?;
        let (tell, told) = oneshot::channel();
        self.0.next.replace(Some(Next { pack: blob, tell }));
        let mut anew = false;
        match &mut *self.0.seat.borrow_mut() {
            Seat::Ready(hired) => hired.order(&Order::Open, Some(pack)),
            Seat::Here(engine) => match Engine::open(Uint8Array::new(pack).to_vec()) {
                Ok(opened) => **engine = opened,
                Err(error) => {
                    self.0.next.take();
                    return Err(error.to_string());
                }
            },
            Seat::Closed(_) => anew = true,
            _ => return Err("the page is still opening its collection".to_owned()),
        }
        if anew {
            self.hire(false);
        } else if matches!(&*self.0.seat.borrow(), Seat::Here(_)) {
            self.opened(Ok(()));
        }
        told.await.unwrap_or_else(|_| Err("another collection took its place".to_owned()))
    }

    /// Calls `on_replaced` when another pack is open.
    pub fn on_replaced(&self, on_replaced: impl Fn() + 'static) {
        self.0.on_replaced.replace(Some(Rc::new(on_replaced)));
    }

    /// A pack is open, or cannot be opened: tells who waits for it.
    pub(super) fn opened(&self, how: Result<(), String>) {
        let Some(Next { pack, tell }) = self.0.next.take() else { return };
        if how.is_ok() {
            self.0.pack.replace(Some(pack));
            self.0.desk.borrow_mut().forget();
            let on_replaced = self.0.on_replaced.borrow().clone();
            if let Some(on_replaced) = on_replaced {
                on_replaced();
            }
        }
        // Who does not wait any more need not hear of it.
        let _ = tell.send(how);
    }

    /// The bytes of the pack that is open, or shall be.
    ///
    /// # Errors
    /// When there is none, or it cannot be loaded.
    // Read here: from `file:`, WebKit gives a worker no blob to read.
    pub async fn pack(&self) -> Result<ArrayBuffer, String> {
        let told = |thrown| message(&thrown);
        let own = || self.0.next.borrow().as_ref().map(|next| next.pack.clone());
        let own = own().or_else(|| self.0.pack.borrow().clone());
        let blob = match own {
            Some(blob) => blob,
            None => {
                let blob = JsFuture::from(self.0.boot.pack()).await.map_err(told)?;
                blob.dyn_into().map_err(|_| "This page holds no collection".to_owned())?
            }
        };
        let bytes = JsFuture::from(blob.array_buffer()).await.map_err(told)?;
        bytes.dyn_into().map_err(told)
    }
}
