//! The page's grip on a worker: dropped, the worker is gone.

use gloo::events::EventListener;
use js_sys::ArrayBuffer;
use wasm_bindgen::JsCast as _;
use web_sys::{ErrorEvent, MessageEvent, Worker};

use super::messages::{Order, Report, pack, unpack};
use crate::web::browser::{Boot, message};

/// What a worker lets us know.
#[derive(Debug)]
pub enum Sign {
    /// It says something.
    Report(Report),
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
    /// Hires a worker that calls `on_sign` with whatever it lets us know.
    ///
    /// # Errors
    /// Where no worker can be had, with the browser's reason.
    pub fn new(boot: &Boot, on_sign: impl Fn(Sign) + Clone + 'static) -> Result<Self, String> {
        let worker = boot.hire().map_err(|thrown| message(&thrown))?;
        let (on_message, on_error, on_garbled) = (on_sign.clone(), on_sign.clone(), on_sign);
        let listeners = [
            EventListener::new(&worker, "message", move |event| {
                let event = event.dyn_ref::<MessageEvent>();
                if let Some((report, _)) = event.and_then(|event| unpack(&event.data())) {
                    on_message(Sign::Report(report));
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
        Ok(Self { worker, _listeners: listeners })
    }

    /// Tells it to do something.
    pub fn order(&self, order: &Order, along: Option<&ArrayBuffer>) {
        if let Some((message, moved)) = pack(order, along) {
            // A worker that cannot be reached is found out by the deadline.
            let _ = self.worker.post_message_with_transfer(&message, &moved);
        }
    }
}

impl Drop for Hired {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}
