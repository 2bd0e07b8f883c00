//! The worker's side: opens the pack and answers, in the order asked.
//!
//! A panic is reported before the worker dies, so that the page need not wait for it.

use std::{cell::RefCell, rc::Rc};

use js_sys::{ArrayBuffer, Uint8Array};
use wasm_bindgen::{JsCast as _, prelude::Closure};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use super::messages::{BUILD, Order, Report, pack, unpack};
use crate::{engine::Engine, protocol::Response};

/// Serves the engine until the worker ends.
pub fn serve(scope: &DedicatedWorkerGlobalScope) {
    std::panic::set_hook(Box::new(|info| {
        if let Ok(scope) = js_sys::global().dyn_into() {
            report(&scope, &Report::Panicked(info.to_string()));
        }
    }));
    let engine: Rc<RefCell<Option<Engine>>> = Rc::default();
    let scope_for_orders = scope.clone();
    let on_message =
        Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            match unpack(&event.data()) {
                Some((Order::Open, Some(pack))) => {
                    report(&scope_for_orders, &open(&engine, &pack));
                }
                Some((Order::Ask { id, request }, _)) => {
                    let response = match &*engine.borrow() {
                        Some(engine) => engine.answer(&request),
                        None => Response::Refused("No collection is open".to_owned()),
                    };
                    report(&scope_for_orders, &Report::Answer { id, response });
                }
                Some((Order::Open, None)) | None => {}
            }
        });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    // Lives as long as the worker.
    on_message.forget();
    report(scope, &Report::Hello { build: BUILD.to_owned() });
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

fn report(scope: &DedicatedWorkerGlobalScope, report: &Report) {
    if let Some((message, moved)) = pack(report, None) {
        // Fails only when the page is gone, and then nobody waits.
        let _ = scope.post_message_with_transfer(&message, &moved);
    }
}
