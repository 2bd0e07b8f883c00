//! The worker's side: opens the pack and answers, in the order asked.
//!
//! A panic is reported before the worker dies, so that the page need not wait for it.

use std::{cell::RefCell, rc::Rc};

use js_sys::Uint8Array;
use wasm_bindgen::{JsCast as _, JsValue, prelude::Closure};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, DedicatedWorkerGlobalScope, MessageEvent};

use super::messages::{BUILD, Order, Report, pack, unpack};
use crate::{engine::Engine, protocol::Response, web::browser};

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
                Some((Order::Open, Some(blob))) => {
                    let (engine, scope) = (engine.clone(), scope_for_orders.clone());
                    spawn_local(async move {
                        report(&scope, &open(&engine, &blob).await);
                    });
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

async fn open(engine: &RefCell<Option<Engine>>, blob: &Blob) -> Report {
    let opened = match read(blob).await {
        Ok(bytes) => Engine::open(bytes).map_err(|error| error.to_string()),
        Err(thrown) => Err(browser::message(&thrown)),
    };
    match opened {
        Ok(opened) => {
            engine.replace(Some(opened));
            Report::Opened
        }
        Err(why) => Report::Unreadable(why),
    }
}

/// The bytes of a blob.
pub(crate) async fn read(blob: &Blob) -> Result<Vec<u8>, JsValue> {
    let buffer = JsFuture::from(blob.array_buffer()).await?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

fn report(scope: &DedicatedWorkerGlobalScope, report: &Report) {
    if let Some((message, moved)) = pack(report, None) {
        // Fails only when the page is gone, and then nobody waits.
        let _ = scope.post_message_with_transfer(&message, &moved);
    }
}
