//! What is being made of the collection, and what was made before.
//!
//! In: files and wishes. Out: another collection in place of the one that is open, or a page
//! as a file; what the importer tells on the way. It outlives the app, which is mounted anew
//! for every collection. One thing at a time; it can be cancelled, and what was done to the
//! collection can be taken back, latest first.

use std::{cell::RefCell, future::Future, pin::pin, rc::Rc, task::Poll};

use futures_channel::oneshot;
use js_sys::{Array, ArrayBuffer};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::{
    importing::{Correction, FileReport, Progress, Report, Wishes},
    protocol::{Request, Response},
    state::Note,
    web::{
        browser::{
            message,
            shelf::{self, Kept},
        },
        client::Client,
        importer::{self, Files, Product, Task},
        late,
    },
};

/// How many changes can be taken back.
const MOST_PAST: usize = 8;

/// The bench.
#[derive(Clone)]
pub struct Bench(Rc<Inner>);

impl PartialEq for Bench {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

struct Inner {
    client: Client,
    now: RefCell<Now>,
    /// What can be had back.
    past: RefCell<Vec<Past>>,
    /// The files that the collection came from, as far as they were given here.
    originals: RefCell<Array>,
    /// The reader's notes, which go where the collection goes.
    notes: RefCell<Vec<Note>>,
    /// Those that the collection came with.
    published_notes: RefCell<Vec<Note>>,
    cancel: RefCell<Option<oneshot::Sender<()>>>,
    watcher: RefCell<Option<Callback<Now>>>,
    /// The collection on the shelf that is open.
    kept: RefCell<Option<Kept>>,
}

/// A collection that was open before.
#[derive(Clone)]
struct Past {
    pack: ArrayBuffer,
    /// The files that it came from.
    originals: Array,
    /// What it was on the shelf.
    kept: Option<Kept>,
}

/// What the bench shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Now {
    /// Whether the dialog is open.
    pub is_open: bool,
    /// What is under way, and how far it is once that is known.
    pub work: Option<Option<Progress>>,
    /// What became of the files that were added last.
    pub reports: Rc<Vec<FileReport>>,
    /// What could not be done, as sentences.
    pub problems: Rc<Vec<String>>,
    /// How many changes can be taken back.
    pub past: usize,
    /// The source that was corrected last.
    pub corrected: Option<String>,
}

impl Bench {
    /// A bench for the collection that `client` has open.
    #[must_use]
    pub fn new(client: Client) -> Self {
        Self(Rc::new(Inner {
            client,
            now: RefCell::default(),
            past: RefCell::default(),
            originals: RefCell::default(),
            notes: RefCell::default(),
            published_notes: RefCell::default(),
            cancel: RefCell::default(),
            watcher: RefCell::default(),
            kept: RefCell::default(),
        }))
    }

    /// Whether files can be added, and sources left out or corrected.
    #[must_use]
    pub fn can_import(&self) -> bool {
        self.0.client.boot().can_import()
    }

    /// The way to the engine.
    #[must_use]
    pub fn client(&self) -> &Client {
        &self.0.client
    }

    /// What it shows.
    #[must_use]
    pub fn now(&self) -> Now {
        self.0.now.borrow().clone()
    }

    /// Opens or closes the dialog.
    pub fn open(&self, is_open: bool) {
        self.change(|now| now.is_open = is_open);
    }

    /// Ends what is under way.
    pub fn cancel(&self) {
        self.0.cancel.take();
    }

    /// Adds files to the collection, or begins another with them.
    pub fn add(&self, files: impl Future<Output = Result<Files, String>> + 'static, anew: bool) {
        self.start(|bench| async move {
            late::bring(bench.0.client.boot()).await;
            let files = files.await?;
            bench.make(Wishes::default(), files, anew).await
        });
    }

    /// Makes the collection anew from its own sources.
    pub fn remake(&self, wishes: Wishes) {
        self.start(|bench| async move { bench.make(wishes, Files::default(), false).await });
    }

    /// Makes the collection anew with a correction of a source.
    pub fn correct(&self, by: Correction) {
        self.change(|now| now.corrected = Some(by.id.clone()));
        self.remake(Wishes { corrections: vec![by], ..Wishes::default() });
    }

    /// Opens a pack in place of the collection.
    pub fn open_pack(&self, pack: impl Future<Output = Result<ArrayBuffer, String>> + 'static) {
        self.start(|bench| async move {
            let pack = pack.await?;
            bench.put(&pack, Array::new()).await?;
            bench.0.kept.take();
            Ok(())
        });
    }

    /// The collection as one HTML file, of a site with the importer if wished; `then` gets it.
    pub fn page(
        &self,
        wishes: Option<Wishes>,
        with_importer: bool,
        then: impl FnOnce(Vec<u8>) + 'static,
    ) {
        self.start(|bench| async move {
            let html = bench.published(wishes, with_importer).await?;
            then(html);
            Ok(())
        });
    }

    /// The collection as a pack or as an archive of its files; `then` gets it.
    pub fn take_along(&self, as_archive: bool, then: impl FnOnce(Vec<u8>) + 'static) {
        self.start(|bench| async move {
            let bytes = if as_archive {
                let originals = bench.0.originals.borrow().clone();
                let originals = Files::read(&originals).await.map_err(|thrown| message(&thrown))?;
                let product = Product::Archive(originals);
                bench.import(Wishes::default(), Files::default(), product, false).await?
            } else if bench.can_import() {
                // Made anew, so that it has the reader's notes.
                bench.import(Wishes::default(), Files::default(), Product::Pack, false).await?
            } else {
                bench.0.client.pack().await?
            };
            then(js_sys::Uint8Array::new(&bytes).to_vec());
            Ok(())
        });
    }

    /// Notes down what the reader noted, and what was noted before.
    pub fn note(&self, notes: &[Note], published: Vec<Note>) {
        self.0.notes.replace(notes.to_vec());
        self.0.published_notes.replace(published);
    }

    /// The notes that the collection came with.
    #[must_use]
    pub fn published_notes(&self) -> Vec<Note> {
        self.0.published_notes.borrow().clone()
    }

    /// What the reader noted.
    #[must_use]
    pub fn notes(&self) -> Vec<Note> {
        self.0.notes.borrow().clone()
    }

    /// Takes the last change back: what was open before is open again, as the same one on the
    /// shelf. Where that fails, it can still be taken back.
    pub fn undo(&self) {
        self.start(|bench| async move {
            let last = bench.0.past.borrow().last().cloned();
            let Some(Past { pack, originals, kept }) = last else { return Ok(()) };
            // A copy: what is handed over is gone here.
            bench.0.client.replace(&pack.slice(0)).await?;
            bench.0.past.borrow_mut().pop();
            bench.0.originals.replace(originals);
            bench.0.kept.replace(kept);
            bench.keep_again().await
        });
    }

    async fn make(&self, wishes: Wishes, files: Files, anew: bool) -> Result<(), String> {
        let originals = if anew { Array::new() } else { self.0.originals.borrow().clone() };
        let originals = originals.concat(&files.originals());
        let pack = self.import(wishes, files, Product::Pack, anew).await?;
        self.put(&pack, originals).await?;
        if anew {
            self.0.kept.take();
        }
        self.keep_again().await
    }

    /// What the importer makes of the collection and the files; `anew`: of the files alone.
    async fn import(
        &self,
        mut wishes: Wishes,
        files: Files,
        product: Product,
        anew: bool,
    ) -> Result<ArrayBuffer, String> {
        let pack = if anew { None } else { self.0.client.pack().await.ok() };
        if !anew {
            wishes.notes.get_or_insert_with(|| self.notes());
        }
        let (task, boot) = (Task { wishes, pack, files, product }, self.0.client.boot());
        late::bring(boot).await;
        importer::import(boot, &task, self.listener()).await
    }

    /// Keeps what came of a kept collection.
    async fn keep_again(&self) -> Result<(), String> {
        match self.kept() {
            Some(card) => self.keep(card.name).await.map_err(|why| {
                let why = if why == shelf::FULL { "there is no room for it" } else { &why };
                format!(
                    "the collection is changed here, but the browser still keeps it as it was \
                     before: {why}; save it as a page or as files"
                )
            }),
            None => Ok(()),
        }
    }

    /// The collection on the shelf that is open, if it is one of those.
    #[must_use]
    pub fn kept(&self) -> Option<Kept> {
        self.0.kept.borrow().clone()
    }

    /// Keeps what is open under a name: in place of the kept one that it comes from, or as one
    /// of its own.
    ///
    /// # Errors
    /// When the browser keeps nothing here; what was kept before still is.
    pub async fn keep(&self, name: String) -> Result<(), String> {
        let sources = match &*self.0.client.ask(Request::Collection).await {
            Response::Collection(info) => u32::try_from(info.sources.len()).unwrap_or(u32::MAX),
            _ => 0,
        };
        let pack = self.0.client.pack().await?;
        let id = self.kept().map(|kept| kept.id).unwrap_or_default();
        let kilobytes = pack.byte_length().div_ceil(1000);
        let card = Kept { id, name, sources, kilobytes };
        let originals = self.0.originals.borrow().clone();
        let card = shelf::put(&card, Some(&pack), &originals).await?;
        self.0.kept.replace(Some(card));
        self.change(|_| {});
        Ok(())
    }

    /// Opens a kept collection.
    pub fn open_kept(&self, card: Kept) {
        self.start(|bench| async move {
            let pack = shelf::pack(&card.id).await?;
            bench.put(&pack, shelf::files(&card.id).await).await?;
            bench.0.kept.replace(Some(card));
            Ok(())
        });
    }

    /// A kept collection has another name now.
    pub fn rename_kept(&self, card: &Kept) {
        self.each_kept(&card.id, |kept| {
            kept.iter_mut().for_each(|kept| kept.name.clone_from(&card.name));
        });
    }

    /// A kept collection is gone from the shelf.
    pub fn forget_kept(&self, id: &str) {
        self.each_kept(id, |kept| *kept = None);
    }

    /// Changes what is known of a kept collection, wherever it is or was the one that is open.
    fn each_kept(&self, id: &str, change: impl Fn(&mut Option<Kept>)) {
        let (mut now, mut past) = (self.0.kept.borrow_mut(), self.0.past.borrow_mut());
        let all = past.iter_mut().map(|past| &mut past.kept).chain([&mut *now]);
        all.filter(|kept| kept.as_ref().is_some_and(|kept| kept.id == id)).for_each(change);
    }

    /// Opens a pack, which came from those files; the one before can be had back.
    async fn put(&self, pack: &ArrayBuffer, originals: Array) -> Result<(), String> {
        let before = self.0.client.pack().await;
        self.0.client.replace(pack).await?;
        let originals = self.0.originals.replace(originals);
        let mut past = self.0.past.borrow_mut();
        let kept = self.0.kept.borrow().clone();
        past.extend(before.map(|pack| Past { pack, originals, kept }));
        if past.len() > MOST_PAST {
            past.remove(0);
        }
        Ok(())
    }

    async fn published(
        &self,
        wishes: Option<Wishes>,
        with_importer: bool,
    ) -> Result<Vec<u8>, String> {
        let boot = self.0.client.boot();
        let page = importer::one_page(boot, wishes.is_none(), with_importer).await?;
        let Some(wishes) = wishes else { return Ok(page.into_bytes()) };
        let html = self.import(wishes, Files::default(), Product::Page(page), false).await?;
        Ok(js_sys::Uint8Array::new(&html).to_vec())
    }

    /// What notes down what the importer tells.
    fn listener(&self) -> impl Fn(Report) + use<> {
        let bench = self.clone();
        move |report| {
            bench.change(|now| match report {
                Report::Progress(progress) => now.work = Some(Some(progress)),
                Report::File(file) => Rc::make_mut(&mut now.reports).push(file),
                Report::Done { problems, .. } => Rc::make_mut(&mut now.problems).extend(problems),
                _ => {}
            });
        }
    }

    /// Starts `work`, unless something is under way.
    fn start<W>(&self, work: impl FnOnce(Self) -> W)
    where
        W: Future<Output = Result<(), String>> + 'static,
    {
        if self.0.now.borrow().work.is_some() {
            return;
        }
        self.change(|now| {
            now.work = Some(None);
            (now.reports, now.problems) = Default::default();
        });
        let (cancel, mut cancelled) = oneshot::channel::<()>();
        self.0.cancel.replace(Some(cancel));
        let (bench, work) = (self.clone(), work(self.clone()));
        spawn_local(async move {
            let mut work = pin!(work);
            // Dropped, the work under way is given up.
            let done = std::future::poll_fn(|context| {
                if Future::poll(pin!(&mut cancelled), context).is_ready() {
                    return Poll::Ready(Ok(()));
                }
                work.as_mut().poll(context)
            })
            .await;
            bench.change(|now| {
                now.work = None;
                if let Err(why) = done {
                    Rc::make_mut(&mut now.problems).push(why);
                }
            });
        });
    }

    fn change(&self, by: impl FnOnce(&mut Now)) {
        let mut now = self.0.now.borrow_mut();
        by(&mut now);
        now.past = self.0.past.borrow().len();
        let now = now.clone();
        let watcher = self.0.watcher.borrow().clone();
        if let Some(watcher) = watcher {
            watcher.emit(now);
        }
    }
}

/// The bench of the page and what it shows; `None` outside the page.
#[hook]
pub fn use_bench() -> Option<(Bench, Now)> {
    let bench = use_context::<Bench>();
    let now = use_state_eq(|| bench.as_ref().map(Bench::now).unwrap_or_default());
    use_effect_with(bench.clone(), {
        let now = now.setter();
        move |bench| {
            if let Some(bench) = bench {
                now.set(bench.now());
                bench.0.watcher.replace(Some(Callback::from(move |shown| now.set(shown))));
            }
        }
    });
    bench.map(|bench| (bench, (*now).clone()))
}
