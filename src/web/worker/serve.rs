//! The worker's side: opens the pack and answers what it is asked.
//!
//! A question that takes long is answered in slices, one at a time (the page's desk sees to
//! that; another would take its place); between them orders are taken, so that
//! others are answered meanwhile and it can be cancelled. A panic is reported before the
//! worker dies, so that the page need not wait for it.

use std::{cell::RefCell, rc::Rc};

use gloo::timers::callback::Timeout;
use js_sys::{ArrayBuffer, Date, Uint8Array};
use wasm_bindgen::{JsCast as _, prelude::Closure};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use super::messages::{Order, Report};
use crate::{
    compare::job::Job,
    engine::Engine,
    protocol::Response,
    wire::{BUILD, Port, unpack},
};

/// How long a slice of a long answer may be, in milliseconds.
pub const SLICE: f64 = 15.0;

/// What the worker has in hand.
#[derive(Default)]
struct Desk {
    engine: Option<Engine>,
    /// The long answer under way, and the number of its question.
    job: Option<(u32, Job)>,
}

/// Serves the engine until the worker ends.
pub fn serve(scope: &DedicatedWorkerGlobalScope) {
    std::panic::set_hook(Box::new(|info| {
        let scope = js_sys::global().unchecked_into::<Port>();
        scope.say(&Report::Panicked(info.to_string()), None);
    }));
    let desk: Rc<RefCell<Desk>> = Rc::default();
    let port = scope.unchecked_ref::<Port>().clone();
    let page = port.clone();
    let on_message =
        Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            match unpack(&event.data()) {
                Some((Order::Open, Some(pack))) => page.say(&open(&desk, &pack), None),
                Some((Order::Ask { id, request }, _)) => {
                    let mut own = desk.borrow_mut();
                    let response = match &own.engine {
                        Some(engine) => match engine.begin(&request) {
                            Some(job) => {
                                own.job = Some((id, job));
                                go_on(&desk, &page, id);
                                return;
                            }
                            None => engine.answer(&request),
                        },
                        None => Response::Refused("No collection is open".to_owned()),
                    };
                    page.say(&Report::Answer { id, response }, None);
                }
                Some((Order::Cancel { id }, _)) => {
                    let mut own = desk.borrow_mut();
                    if own.job.as_ref().is_some_and(|(job, _)| *job == id) {
                        own.job = None;
                    }
                }
                Some((Order::Open, None)) | None => {}
            }
        });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    // Lives as long as the worker.
    on_message.forget();
    port.say(&Report::Hello { build: BUILD.to_owned() }, None);
}

/// Works on the long answer in a turn of its own, so that orders are taken before.
fn go_on(desk: &Rc<RefCell<Desk>>, page: &Port, id: u32) {
    let (desk, page) = (desk.clone(), page.clone());
    Timeout::new(0, move || {
        let mut own = desk.borrow_mut();
        let Desk { engine: Some(engine), job } = &mut *own else { return };
        // It was cancelled meanwhile, or another one took its place.
        let Some((id, mut work)) = job.take_if(|(own, _)| *own == id) else { return };
        let report = match slice(engine, &mut work) {
            Some(progress) => {
                *job = Some((id, work));
                Report::Progress { id, progress }
            }
            None => Report::Answer { id, response: engine.end(work) },
        };
        let more = job.is_some();
        drop(own);
        page.say(&report, None);
        if more {
            go_on(&desk, &page, id);
        }
    })
    .forget();
}

/// Works on a long answer for a slice; how far it is, or nothing when it is done.
pub fn slice(engine: &Engine, job: &mut Job) -> Option<crate::protocol::Progress> {
    let end = Date::now() + SLICE;
    loop {
        let progress = engine.advance(job)?;
        if Date::now() >= end {
            return Some(progress);
        }
    }
}

fn open(desk: &RefCell<Desk>, pack: &ArrayBuffer) -> Report {
    match Engine::open(Uint8Array::new(pack).to_vec()) {
        Ok(opened) => {
            desk.replace(Desk { engine: Some(opened), job: None });
            Report::Opened
        }
        Err(error) => Report::Unreadable(error.to_string()),
    }
}
