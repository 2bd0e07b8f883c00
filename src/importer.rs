//! The importer's side of importing: takes orders, works between them, reports.
//!
//! Runs in a worker, or, where a page can have none, in the page itself, which then leaves a
//! message port in `tellingsPort`. A slice of the work is done in each turn, so that orders
//! are heard in between. A panic is reported before the worker dies.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use gloo::timers::callback::Timeout;
use js_sys::{ArrayBuffer, Reflect, Uint8Array};
use wasm_bindgen::{
    JsCast,
    prelude::{Closure, JsValue},
};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use crate::{
    engine::Engine,
    error::Result,
    importing::{self, Job, Order, Report, Step, Wishes},
    publish,
    wire::{BUILD, Port, unpack},
};

/// Serves whoever started the program; nobody, where none did.
pub fn serve() {
    let Some(port) = port() else { return };
    PORT.set(Some(port.clone()));
    std::panic::set_hook(Box::new(|info| {
        let reason = info.to_string();
        PORT.with_borrow(|port| {
            if let Some(port) = port {
                port.say(&Report::Panicked(reason), None);
            }
        });
    }));
    let importer = Rc::new(Importer {
        port: port.clone(),
        job: RefCell::default(),
        product: RefCell::default(),
        is_at_work: Cell::default(),
    });
    let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        if let Some((order, along)) = unpack(&event.data()) {
            importer.take(order, along);
        }
    });
    port.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    // Lives as long as the program.
    on_message.forget();
    port.say(&Report::Hello { build: BUILD.to_owned() }, None);
}

thread_local! {
    /// For the panic hook, which must not hold values of the browser itself.
    static PORT: RefCell<Option<Port>> = const { RefCell::new(None) };
}

fn port() -> Option<Port> {
    let global = js_sys::global();
    let key = JsValue::from_str("tellingsPort");
    let given = Reflect::get(&global, &key).ok().filter(JsValue::is_object);
    // Whether it stays behind makes no difference.
    let _ = Reflect::delete_property(&global, &key);
    match given {
        Some(port) => Some(port.unchecked_into()),
        None => global.dyn_into::<DedicatedWorkerGlobalScope>().ok().map(JsCast::unchecked_into),
    }
}

struct Importer {
    port: Port,
    job: RefCell<Option<Job>>,
    product: RefCell<Product>,
    is_at_work: Cell<bool>,
}

/// What shall hold the collection.
#[derive(Default)]
enum Product {
    #[default]
    Pack,
    Page(String),
    /// An archive of these files.
    Archive(Vec<(String, Vec<u8>)>),
}

impl Importer {
    fn take(self: &Rc<Self>, order: Order, along: Option<ArrayBuffer>) {
        let bytes = along.map(|bytes| Uint8Array::new(&bytes).to_vec());
        match order {
            Order::Begin(wishes) => self.begin(wishes, bytes),
            Order::File { name } => {
                if let (Some(job), Some(bytes)) = (&mut *self.job.borrow_mut(), bytes) {
                    job.file(name, bytes);
                }
            }
            Order::Page => {
                let page = bytes.and_then(|bytes| String::from_utf8(bytes).ok());
                self.product.replace(page.map_or(Product::Pack, Product::Page));
            }
            Order::Archive => {
                self.product.replace(Product::Archive(Vec::new()));
            }
            Order::Original { name } => {
                let product = &mut *self.product.borrow_mut();
                if let (Product::Archive(files), Some(bytes)) = (product, bytes) {
                    files.push((name, bytes));
                }
            }
            Order::Work => {
                if !self.is_at_work.get() {
                    self.go_on();
                }
            }
            Order::Cancel => {
                self.job.take();
                self.product.take();
                self.port.say(&Report::Cancelled, None);
            }
        }
    }

    fn begin(&self, wishes: Wishes, pack: Option<Vec<u8>>) {
        self.product.take();
        match Job::new(wishes, pack) {
            Ok(job) => {
                self.job.replace(Some(job));
            }
            Err(error) => {
                self.job.take();
                self.port.say(&Report::Failed(error.to_string()), None);
            }
        }
    }

    /// Does a slice, and the next one in a turn of its own.
    fn go_on(self: &Rc<Self>) {
        let step = self.job.borrow_mut().as_mut().map(Job::step);
        let is_more = step.is_some_and(|step| self.is_more(step));
        self.is_at_work.set(is_more);
        if is_more {
            let importer = self.clone();
            Timeout::new(0, move || importer.go_on()).forget();
        }
    }

    fn is_more(&self, step: Result<Step>) -> bool {
        let is_more = matches!(step, Ok(Step::Told(_)));
        match step {
            Ok(Step::Told(reports)) => {
                reports.iter().for_each(|report| self.port.say(report, None));
            }
            Ok(Step::Done(pack, report)) => match self.finished(pack) {
                Ok(bytes) => {
                    let bytes = Uint8Array::from(bytes.as_slice()).buffer();
                    self.port.say(&report, Some(&bytes));
                }
                Err(error) => self.port.say(&Report::Failed(error.to_string()), None),
            },
            Err(error) => self.port.say(&Report::Failed(error.to_string()), None),
        }
        if !is_more {
            self.job.take();
        }
        is_more
    }

    /// The pack, or what holds it.
    fn finished(&self, pack: Vec<u8>) -> Result<Vec<u8>> {
        match self.product.take() {
            Product::Pack => Ok(pack),
            Product::Page(page) => {
                let viewer = publish::viewer_to_save(&page)?;
                Ok(publish::one_file(&viewer, &Engine::open(pack)?)?.into_bytes())
            }
            Product::Archive(files) => importing::archive(&Engine::open(pack)?, files),
        }
    }
}
