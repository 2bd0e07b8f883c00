//! The page's way to the importer: files in, a pack out.
//!
//! The importer is a program of its own, loaded when it is first needed, and works in a
//! worker of its own, or, where none can be had, in the page between what it does otherwise.
//! Dropped, an import under way is cancelled. Which pack is open is for the
//! [client](super::client).

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use futures_channel::oneshot;
use gloo::timers::callback::Timeout;
use js_sys::{Array, ArrayBuffer, JSON, Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, File, Worker};

use super::{
    browser::{Boot, message},
    worker::{Hired, Sign},
};
use crate::{
    importing::{Order, Report, Wishes},
    wire::BUILD,
};

/// How long a worker may take to say that it is there, in milliseconds.
const HELLO: u32 = 20_000;

/// Why a page without an importer imports nothing, and what helps.
const WITHOUT: &str = "this page reads no files: it is one file without the importer; open the \
                       site it comes from, or make it with `tellings page --with-import`";

/// Files by name.
#[derive(Default)]
pub struct Files(Vec<(String, ArrayBuffer)>);

/// What to import.
pub struct Task {
    /// How the collection shall be.
    pub wishes: Wishes,
    /// The pack to start from.
    pub pack: Option<ArrayBuffer>,
    /// The files to add.
    pub files: Files,
    /// What shall hold the collection.
    pub product: Product,
}

/// What comes of an import.
#[derive(Default)]
pub enum Product {
    /// A pack.
    #[default]
    Pack,
    /// The page that is given, with the collection in it.
    Page(String),
    /// An archive of the files that are given and of what else the collection has.
    Archive(Files),
}

impl Files {
    /// Copies of the files, to be kept: `{name, bytes}`. No `File`s, which WebKit keeps nowhere
    /// in a private window, and of which Firefox keeps none a second time.
    #[must_use]
    pub fn originals(&self) -> Array {
        let file = |(name, bytes): &(String, ArrayBuffer)| {
            let file = Object::new();
            // A plain object takes any key.
            let _ = Reflect::set(&file, &"name".into(), &name.into());
            let _ = Reflect::set(&file, &"bytes".into(), &bytes.slice(0));
            file
        };
        self.0.iter().map(file).collect()
    }

    /// The files in what a program gives: an array, or one, of `File`s, `{name, bytes}`,
    /// `{name, text}` and `{name, html}`; of the latter, other fields are stated by JSONL.
    ///
    /// # Errors
    /// When one is none of these.
    pub async fn read(items: &JsValue) -> Result<Self, JsValue> {
        let items = match items.dyn_ref::<Array>() {
            Some(items) => items.clone(),
            None => Array::of1(items),
        };
        let (mut files, mut lines) = (Vec::new(), String::new());
        for item in items.iter() {
            let field = |name: &str| Reflect::get(&item, &JsValue::from_str(name)).ok();
            let text = |name| field(name).and_then(|value| value.as_string());
            let name = text("name").or_else(|| text("id")).unwrap_or_default();
            if let Some(file) = item.dyn_ref::<File>() {
                files.push((name, read_blob(file).await?));
            } else if let Some(bytes) = field("bytes").filter(JsValue::is_object) {
                // A copy: what is handed over is gone here.
                let bytes = match bytes.dyn_ref::<Blob>() {
                    Some(blob) => read_blob(blob).await?,
                    None => Uint8Array::new(&bytes).slice(0, u32::MAX).buffer(),
                };
                files.push((name, bytes));
            } else if text("text").or_else(|| text("html")).is_some() {
                let line = Object::assign(&Object::new(), item.unchecked_ref());
                if text("id").is_none() {
                    Reflect::set(&line, &"id".into(), &name.into())?;
                }
                Reflect::delete_property(&line, &"name".into())?;
                lines.extend(JSON::stringify(&line)?.as_string());
                lines.push('\n');
            } else {
                let what = "give Files, or {name, text}, {name, html} or {name, bytes}";
                return Err(js_sys::Error::new(what).into());
            }
        }
        if !lines.is_empty() {
            let bytes = Uint8Array::from(lines.as_bytes()).buffer();
            files.push(("added.jsonl".to_owned(), bytes));
        }
        Ok(Self(files))
    }
}

/// This page as one file, as it was published; `with_text`: with what can be read in it
/// without a program; `with_importer`: of a site, with what makes it import.
///
/// # Errors
/// When a site's one file cannot be loaded.
pub async fn one_page(boot: &Boot, with_text: bool, with_importer: bool) -> Result<String, String> {
    let page = JsFuture::from(boot.one_page(with_text, with_importer)).await;
    let page = page.map_err(|thrown| message(&thrown))?;
    page.as_string().ok_or_else(|| "the page cannot be read".to_owned())
}

async fn read_blob(blob: &Blob) -> Result<ArrayBuffer, JsValue> {
    JsFuture::from(blob.array_buffer()).await?.dyn_into()
}

/// Imports; tells `on_report` what comes.
///
/// # Errors
/// When nothing can be built, or the page carries no importer.
pub async fn import(
    boot: &Boot,
    task: &Task,
    on_report: impl Fn(Report) + 'static,
) -> Result<ArrayBuffer, String> {
    if !boot.can_import() {
        return Err(WITHOUT.to_owned());
    }
    let on_report: Rc<dyn Fn(Report)> = Rc::new(on_report);
    match begin(boot, task, &on_report, false).await {
        Some(pack) => pack,
        None => begin(boot, task, &on_report, true)
            .await
            .unwrap_or_else(|| Err("the importer does not start".to_owned())),
    }
}

/// What a page hears while a pack is made.
struct Listener {
    hello: Cell<Option<oneshot::Sender<bool>>>,
    pack: RefCell<Option<oneshot::Sender<Result<ArrayBuffer, String>>>>,
    on_report: Rc<dyn Fn(Report)>,
}

impl Listener {
    fn hear(&self, sign: Sign<Report>) {
        let done = match sign {
            Sign::Report(Report::Hello { build }, _) => return self.greeted(build == BUILD),
            Sign::Report(report @ Report::Done { .. }, Some(pack)) => {
                (self.on_report)(report);
                Ok(pack)
            }
            Sign::Report(Report::Failed(why) | Report::Panicked(why), _) => Err(why),
            Sign::Report(report, _) => return (self.on_report)(report),
            Sign::Died(why) => Err(why),
        };
        self.greeted(false);
        if let Some(tell) = self.pack.take() {
            // Who does not wait any more need not hear of it.
            let _ = tell.send(done);
        }
    }

    fn greeted(&self, is_there: bool) {
        if let Some(tell) = self.hello.take() {
            let _ = tell.send(is_there);
        }
    }
}

/// An import under way: dropped, it is cancelled.
struct UnderWay(Hired);

impl Drop for UnderWay {
    fn drop(&mut self) {
        // The importer in the page is not ended with its port.
        self.0.order(&Order::Cancel, None);
    }
}

/// The pack; `None` where no importer answers there.
async fn begin(
    boot: &Boot,
    Task { wishes, pack, files, product }: &Task,
    on_report: &Rc<dyn Fn(Report)>,
    here: bool,
) -> Option<Result<ArrayBuffer, String>> {
    let worker = match JsFuture::from(boot.importer(here)).await {
        Ok(worker) => worker.unchecked_into::<Worker>(),
        Err(thrown) if here => return Some(Err(message(&thrown))),
        Err(_) => return None,
    };
    let (hello, greeted) = oneshot::channel();
    let (tell, told) = oneshot::channel();
    let listener = Rc::new(Listener {
        hello: Cell::new(Some(hello)),
        pack: RefCell::new(Some(tell)),
        on_report: on_report.clone(),
    });
    let (hears, late) = (listener.clone(), listener.clone());
    let hired = UnderWay(Hired::new(worker, move |sign| hears.hear(sign)));
    let deadline = Timeout::new(HELLO, move || late.greeted(false));
    // The importer in the page greets once, on starting; by now it has started.
    let is_there = here || greeted.await.unwrap_or(false);
    drop(deadline);
    if !is_there {
        return None;
    }
    hired.0.order(&Order::Begin(wishes.clone()), pack.as_ref());
    for (name, bytes) in &files.0 {
        hired.0.order(&Order::File { name: name.clone() }, Some(bytes));
    }
    match product {
        Product::Pack => {}
        Product::Page(page) => {
            hired.0.order(&Order::Page, Some(&Uint8Array::from(page.as_bytes()).buffer()));
        }
        Product::Archive(originals) => {
            hired.0.order(&Order::Archive, None);
            for (name, bytes) in &originals.0 {
                hired.0.order(&Order::Original { name: name.clone() }, Some(bytes));
            }
        }
    }
    hired.0.order(&Order::Work, None);
    Some(told.await.unwrap_or_else(|_| Err("the importer was lost".to_owned())))
}
