//! The worker's side: opens the pack and answers, in the order asked.
//!
//! A panic is reported before the worker dies, so that the page need not wait for it.

use std::{cell::RefCell, rc::Rc};

use js_sys::{ArrayBuffer, Uint8Array};
use wasm_bindgen::{JsCast as _, prelude::Closure};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use super::messages::{Order, Report};
use crate::{
    engine::Engine,
    protocol::Response,
    wire::{BUILD, Port, unpack},
};

/// Serves the engine until the worker ends.
pub fn serve(scope: &DedicatedWorkerGlobalScope) {
    std::panic::set_hook(Box::new(|info| {
        let scope = js_sys::global().unchecked_into::<Port>();
        scope.say(&Report::Panicked(info.to_string()), None);
    }));
    let engine: Rc<RefCell<Option<Engine>>> = Rc::default();
    let port = scope.unchecked_ref::<Port>().clone();
    let page = port.clone();
    let on_message =
        Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            match unpack(&event.data()) {
                Some((Order::Open, Some(pack))) => {
                    page.say(&open(&engine, &pack), None);
                }
                Some((Order::Ask { id, request }, _)) => {
                    let response = match &*engine.borrow() {
                        Some(engine) => engine.answer(&request),
                        None => Response::Refused("No collection is open".to_owned()),
                    };
                    page.say(&Report::Answer { id, response }, None);
                }
                Some((Order::Open, None)) | None => {}
            }
        });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    // Lives as long as the worker.
    on_message.forget();
    port.say(&Report::Hello { build: BUILD.to_owned() }, None);
}

fn open(engine: &RefCell<Option<Engine>>, pack: &ArrayBuffer) -> Report {
    match Engine::open(Uint8Array::new(pack).to_vec()) {
        Ok(opened) => {
            engine.replace(Some(opened));
            Report::Opened
        }
        Err(error) => Report::Unreadable(error.to_string()),
    }
}
