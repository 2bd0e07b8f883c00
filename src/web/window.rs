//! `window.tellings`: what other programs in the page can ask and do.
//!
//! In: JavaScript values. Out: promises of the shapes of [`crate::api`], positions in
//! UTF-16. It stands there from the start; `ready` resolves when the app is mounted. What
//! is refused rejects the promise with an `Error` that says why.

use std::{cell::RefCell, rc::Rc};

use js_sys::{Array, Error, Function, Promise};
use serde::{Deserialize, Serialize};
use serde_wasm_bindgen::from_value;
use wasm_bindgen::{
    JsCast as _,
    prelude::{Closure, JsValue, wasm_bindgen},
};
use yew::UseReducerDispatcher;

use super::{
    browser,
    client::Client,
    importer::{self, Files, Product, Task},
    late,
};
use crate::{
    api::{
        asked::Asked,
        places::{self, Places, value},
        shape::{Comparison, Found},
        units::Positions,
    },
    importing::{FileReport, Report, Wishes},
    protocol::{CollectionInfo, Filter, Request, Response, SourceText, Term},
    state::{Action, Place, State, View, address, origin},
};

/// How many sources a search tells the marks of, unless asked otherwise.
const MARKED: usize = 100;

/// The page as other programs see it.
#[wasm_bindgen(js_name = TellingsPage)]
#[derive(Clone)]
pub struct Page(Rc<Inner>);

impl PartialEq for Page {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

struct Inner {
    client: Client,
    ready: Promise,
    set_ready: Option<Function>,
    app: RefCell<Option<App>>,
    listeners: RefCell<Vec<(String, Function)>>,
}

/// The app, once it is mounted.
struct App {
    dispatcher: UseReducerDispatcher<State>,
    state: Rc<State>,
    /// What the engine said of the collection.
    first: Rc<Response>,
}

impl App {
    fn collection(&self) -> Option<&CollectionInfo> {
        match &*self.first {
            Response::Collection(info) => Some(info),
            _ => None,
        }
    }
}

/// What of the state programs see and set. Absent leaves as it is.
#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct Shown {
    view: Option<View>,
    terms: Option<Vec<Term>>,
    filter: Option<Filter>,
    source: Option<String>,
    compare: Option<Vec<String>>,
    /// The fragment that opens this state; not to be set.
    #[serde(skip_deserializing)]
    address: Option<String>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct SearchOptions {
    /// Where to look.
    filter: Filter,
    /// Whether to tell where the hits are.
    positions: Option<bool>,
    /// Of how many sources to tell where the hits are.
    limit: Option<usize>,
}

/// What came of adding files.
#[derive(Serialize)]
struct Added {
    /// Sources in the collection that is open now.
    sources: u32,
    files: Vec<FileReport>,
    problems: Vec<String>,
}

impl Page {
    /// Puts it into the window.
    #[must_use]
    pub fn install(client: &Client) -> Self {
        let mut set_ready = None;
        let ready = Promise::new(&mut |resolve, _| set_ready = Some(resolve));
        let page = Self(Rc::new(Inner {
            client: client.clone(),
            ready,
            set_ready,
            app: RefCell::default(),
            listeners: RefCell::default(),
        }));
        browser::set_global("tellings", &JsValue::from(page.clone()));
        page
    }

    /// The app is mounted, or its state has changed.
    pub fn show(
        &self,
        dispatcher: UseReducerDispatcher<State>,
        state: Rc<State>,
        first: Rc<Response>,
    ) {
        let is_first = self.0.app.borrow().is_none();
        let app = App { dispatcher, state, first };
        self.0.app.replace(Some(app));
        if let Some(set_ready) = self.0.set_ready.as_ref().filter(|_| is_first) {
            // A promise's own function does not throw.
            let _ = set_ready.call0(&JsValue::NULL);
        }
        self.tell("state", &self.state());
    }

    fn tell(&self, event: &str, detail: &JsValue) {
        let listeners = self.0.listeners.borrow().clone();
        for (_, listener) in listeners.iter().filter(|(name, _)| name == event) {
            // What a listener throws is its own business.
            let _ = listener.call1(&JsValue::NULL, detail);
        }
    }

    async fn ask(&self, request: Request) -> Result<Rc<Response>, JsValue> {
        let response = self.0.client.ask(request).await;
        match &*response {
            Response::Refused(why) => Err(Error::new(why).into()),
            _ => Ok(response),
        }
    }

    async fn text(&self, id: String) -> Result<Rc<Response>, JsValue> {
        self.ask(Request::Source { id }).await
    }

    async fn texts(&self, ids: Vec<String>) -> Result<Vec<Rc<Response>>, JsValue> {
        let mut texts = Vec::new();
        for id in ids {
            texts.push(self.text(id).await?);
        }
        Ok(texts)
    }

    /// An answer whose passages say which source they are of, in positions.
    async fn placed(&self, answer: JsValue) -> Result<JsValue, JsValue> {
        let mut ids = Vec::new();
        places::named(&answer, &mut ids);
        let texts = self.texts(ids).await?;
        places::place(&answer, &positions(&texts), None);
        Ok(answer)
    }

    /// What sources tell of one kind.
    async fn told(&self, ids: Vec<String>, what: &str) -> Result<JsValue, JsValue> {
        let response = self.ask(Request::Told { ids: ids.clone() }).await?;
        let Response::Told(told) = &*response else { return Err(unexpected()) };
        let rows = match what {
            "figures" => value(&told.figures),
            "dates" => value(&told.dates),
            _ => value(&told.quotations),
        };
        let texts = self.texts(ids.clone()).await?;
        places::place_cells(&rows, &ids, &positions(&texts));
        Ok(rows)
    }
}

/// Where positions come from: the texts of sources.
fn positions(texts: &[Rc<Response>]) -> Places<'_> {
    let mut places = Places::new();
    for text in texts {
        if let Response::Source(SourceText { card, text, .. }) = &**text {
            places.insert(card.id.clone(), Positions::utf16(text));
        }
    }
    places
}

#[wasm_bindgen(js_class = TellingsPage)]
impl Page {
    /// The version of Tellings.
    #[wasm_bindgen(getter)]
    pub fn version(&self) -> String {
        env!("CARGO_PKG_VERSION").to_owned()
    }

    /// Resolves when the page can be used.
    #[wasm_bindgen(getter)]
    pub fn ready(&self) -> Promise {
        self.0.ready.clone()
    }

    /// The sources; none before `ready`.
    pub fn sources(&self) -> JsValue {
        let app = self.0.app.borrow();
        let info = app.as_ref().and_then(App::collection);
        info.map_or_else(|| Array::new().into(), |info| value(&info.sources))
    }

    /// What a query finds.
    pub async fn search(&self, query: String, options: JsValue) -> Result<JsValue, JsValue> {
        let options: SearchOptions = read(options)?;
        let SearchOptions { filter, positions, limit } = options;
        let terms = vec![Term::new(query)];
        let request = Request::Search { terms: terms.clone(), filter: filter.clone() };
        let mut found = match &*self.ask(request).await? {
            Response::Search(answer) => Found::new(answer),
            _ => return Err(unexpected()),
        };
        let marked = if positions == Some(false) { 0 } else { limit.unwrap_or(MARKED) };
        for at in 0..found.sources.len().min(marked) {
            let id = found.sources[at].id.clone();
            let text = self.text(id.clone()).await?;
            let (terms, filter) = (terms.clone(), filter.clone());
            let marks = self.ask(Request::Marks { id, terms, filter }).await?;
            let (Response::Source(SourceText { text, .. }), Response::Marks(marks)) =
                (&*text, &*marks)
            else {
                return Err(unexpected());
            };
            found.sources[at].marks = Some(found.marks(marks, &Positions::utf16(text)));
        }
        Ok(value(&found))
    }

    /// Two or more sources side by side. `options.corrections` may break and join links.
    pub async fn compare(&self, ids: Vec<String>, options: JsValue) -> Result<JsValue, JsValue> {
        let asked: Asked = read(options)?;
        let texts = self.texts(ids.clone()).await?;
        let text = |id: &str| {
            texts.iter().find_map(|text| match &**text {
                Response::Source(source) if source.card.id == id => Some(source.text.as_str()),
                _ => None,
            })
        };
        let response = self.ask(asked.compare(ids, text)).await?;
        match &*response {
            Response::Comparison(comparison) => {
                Ok(value(&Comparison::new(comparison, &positions(&texts))))
            }
            _ => Err(unexpected()),
        }
    }

    /// The passages of two or more sources that tell the same, and how much they meet.
    pub async fn align(&self, ids: Vec<String>, options: JsValue) -> Result<JsValue, JsValue> {
        let compared = self.compare(ids, options).await?;
        Ok(places::part(&compared, &["links", "meetings", "taught"]))
    }

    /// For each source, what most of the others tell and it does not.
    pub async fn silences(&self, ids: Vec<String>) -> Result<JsValue, JsValue> {
        let compared = self.compare(ids, JsValue::UNDEFINED).await?;
        Ok(places::field(&compared, "silences"))
    }

    /// Which sources tell the same event: `options.most` for each.
    #[wasm_bindgen(js_name = match)]
    pub async fn matches(&self, options: JsValue) -> Result<JsValue, JsValue> {
        let asked: Asked = read(options)?;
        match &*self.ask(asked.matches()).await? {
            Response::Matches(matches) => Ok(value(matches)),
            _ => Err(unexpected()),
        }
    }

    /// Stretches that sources have in the same words: `options.filter`, `options.most`.
    pub async fn reuse(&self, options: JsValue) -> Result<JsValue, JsValue> {
        let asked: Asked = read(options)?;
        match &*self.ask(asked.reuse()).await? {
            Response::Reuse(reuse) => self.placed(value(reuse)).await,
            _ => Err(unexpected()),
        }
    }

    /// What is typical of some sources (`options.filter`) against others (`options.against`).
    pub async fn keyness(&self, options: JsValue) -> Result<JsValue, JsValue> {
        let asked: Asked = read(options)?;
        let ids: Vec<String> = self.0.app.borrow().as_ref().map_or_else(Vec::new, |app| {
            let info = app.collection();
            info.iter().flat_map(|info| &info.sources).map(|card| card.id.clone()).collect()
        });
        match &*self.ask(asked.keyness(ids.into_iter())).await? {
            Response::Keyness(keyness) => self.placed(value(keyness)).await,
            _ => Err(unexpected()),
        }
    }

    /// Figures side by side.
    pub async fn figures(&self, ids: Vec<String>) -> Result<JsValue, JsValue> {
        self.told(ids, "figures").await
    }

    /// Dates told, side by side.
    pub async fn dates(&self, ids: Vec<String>) -> Result<JsValue, JsValue> {
        self.told(ids, "dates").await
    }

    /// Quotations side by side.
    pub async fn quotations(&self, ids: Vec<String>) -> Result<JsValue, JsValue> {
        self.told(ids, "quotations").await
    }

    /// Adds texts and files to the collection (`{name, text}`, `{name, html}`, with `title`,
    /// `date`, `lang`, `outlet`, `url`; `File`s; `{name, bytes}`), and opens what comes of it.
    /// Tells `progress` and `file` on the way. `wishes` may say what to keep and correct.
    pub async fn add(&self, items: JsValue, wishes: JsValue) -> Result<JsValue, JsValue> {
        let mut wishes: Wishes = read(wishes)?;
        if let Some(app) = self.0.app.borrow().as_ref() {
            wishes.notes.get_or_insert_with(|| app.state.notes.clone());
        }
        let client = &self.0.client;
        late::bring(client.boot()).await;
        let files = Files::read(&items).await?;
        let added =
            Rc::new(RefCell::new(Added { sources: 0, files: Vec::new(), problems: Vec::new() }));
        let (page, noted) = (self.clone(), added.clone());
        let on_report = move |report: Report| match report {
            Report::Progress(progress) => page.tell("progress", &value(&progress)),
            Report::File(file) => {
                page.tell("file", &value(&file));
                noted.borrow_mut().files.push(file);
            }
            Report::Done { sources, problems } => {
                let mut added = noted.borrow_mut();
                (added.sources, added.problems) = (sources, problems);
            }
            _ => {}
        };
        let pack = client.pack().await.ok();
        let task = Task { wishes, pack, files, product: Product::Pack };
        let failed = |why: String| JsValue::from(Error::new(&why));
        let pack = importer::import(client.boot(), &task, on_report).await.map_err(failed)?;
        client.replace(&pack).await.map_err(failed)?;
        let added = added.borrow();
        Ok(value(&*added))
    }

    /// What is open: view, terms, filter, sources, and the address that opens it.
    pub fn state(&self) -> JsValue {
        let app = self.0.app.borrow();
        let Some(app) = app.as_ref() else { return JsValue::NULL };
        let state = &app.state;
        let address = address::write(&state.place);
        let address = app.collection().map(|info| origin::add(&address, &info.hash));
        let Place { view, terms, filter, source, compare, .. } = state.place.clone();
        value(&Shown {
            view: Some(view),
            terms: Some(terms),
            filter: Some(filter),
            source,
            compare: Some(compare),
            address,
        })
    }

    /// Opens something else; what is not named stays as it is.
    #[wasm_bindgen(js_name = setState)]
    pub fn set_state(&self, partial: JsValue) -> Result<(), JsValue> {
        let Shown { view, terms, filter, source, compare, address: _ } = read(partial)?;
        let app = self.0.app.borrow();
        let Some(App { state, dispatcher, .. }) = app.as_ref() else {
            return Err(Error::new("the page is not ready; await tellings.ready").into());
        };
        let mut place = state.place.clone();
        if source.is_some() {
            place.at = None;
            place.source = source;
        }
        place.view = view.unwrap_or(place.view);
        place.terms = terms.unwrap_or(place.terms);
        place.filter = filter.unwrap_or(place.filter);
        place.compare = compare.unwrap_or(place.compare);
        let dispatcher = dispatcher.clone();
        drop(app);
        dispatcher.dispatch(Action::Went(Some(place), Vec::new()));
        Ok(())
    }

    /// Calls `listener` with the state whenever it changes (`state`), or with what `add` tells
    /// (`progress`, `file`); gives back a function that ends it.
    pub fn on(&self, event: String, listener: Function) -> Function {
        self.0.listeners.borrow_mut().push((event.clone(), listener.clone()));
        let page = self.clone();
        let end = Closure::<dyn Fn()>::new(move || {
            let mut listeners = page.0.listeners.borrow_mut();
            listeners.retain(|(name, other)| *name != event || *other != listener);
        });
        end.into_js_value().unchecked_into()
    }
}

fn read<T: Default + for<'de> Deserialize<'de>>(from: JsValue) -> Result<T, JsValue> {
    if from.is_undefined() || from.is_null() {
        return Ok(T::default());
    }
    from_value(from).map_err(|error| Error::new(&error.to_string()).into())
}

fn unexpected() -> JsValue {
    Error::new("the engine answered something else").into()
}
