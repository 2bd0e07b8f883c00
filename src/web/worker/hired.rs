//! The page's grip on a worker: dropped, the worker is gone.

use gloo::events::EventListener;
use js_sys::ArrayBuffer;
use serde::{Serialize, de::DeserializeOwned};
use wasm_bindgen::JsCast as _;
use web_sys::{ErrorEvent, MessageEvent, Worker};

use crate::wire::{Port, unpack};

/// What a worker that says `R` lets us know.
#[derive(Debug)]
pub enum Sign<R> {
    /// It says something; bytes may come along.
    Report(R, Option<ArrayBuffer>),
    /// It died without a word of its own.
    Died(String),
}

/// A worker at work.
pub struct Hired {
    worker: Worker,
    /// Dropped with the worker: a dead one says nothing any more.
    _listeners: [EventListener; 3],
}

impl Hired {
    /// Takes a worker on that calls `on_sign` with whatever it lets us know.
    pub fn new<R: DeserializeOwned + 'static>(
        worker: Worker,
        on_sign: impl Fn(Sign<R>) + Clone + 'static,
    ) -> Self {
        let (on_message, on_error, on_garbled) = (on_sign.clone(), on_sign.clone(), on_sign);
        let listeners = [
            EventListener::new(&worker, "message", move |event| {
                let event = event.dyn_ref::<MessageEvent>();
                if let Some((report, along)) = event.and_then(|event| unpack(&event.data())) {
                    on_message(Sign::Report(report, along));
                }
            }),
            EventListener::new(&worker, "error", move |event| {
                let what = event.dyn_ref::<ErrorEvent>().map(ErrorEvent::message);
                on_error(Sign::Died(what.unwrap_or_default()));
            }),
            EventListener::new(&worker, "messageerror", move |_| {
                on_garbled(Sign::Died("a message was garbled".to_owned()));
            }),
        ];
        Self { worker, _listeners: listeners }
    }

    /// Tells it to do something. One that cannot be reached is found out by a deadline.
    pub fn order(&self, order: &impl Serialize, along: Option<&ArrayBuffer>) {
        self.worker.unchecked_ref::<Port>().say(order, along);
    }
}

impl Drop for Hired {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}
