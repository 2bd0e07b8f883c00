//! The app's frame: holds the state, keeps address, settings and state in step, and hands
//! state and engine down to [`App`].
//!
//! The app mounts when the collection is open or cannot be opened, so it never shows an
//! empty page where the text of the sources already stood.

use std::{cell::RefCell, rc::Rc};

use gloo::timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;
use yew::{AppHandle, functional::Reducible, prelude::*};

use super::{
    app::App,
    browser::{self, Boot, history},
    client::Client,
    hooks::Store,
    notes, settings,
    window::Page,
    workshop::bench::Bench,
};
use crate::{
    protocol::{CollectionInfo, Request, Response},
    state::{Action, Note, Notice, Place, State, address, notes as carried, origin, reduce},
};

/// How long the address waits for the next keystroke or scroll, in milliseconds: browsers
/// limit how often it may change.
const ADDRESS_LAG: u32 = 250;

thread_local! {
    /// For the panic hook, which must not hold values of the browser itself.
    static BOOT: RefCell<Option<Boot>> = const { RefCell::new(None) };
}

/// Starts the engine and mounts the app when the collection is there.
pub fn mount(boot: Boot) {
    BOOT.set(Some(boot.clone()));
    yew::set_custom_panic_hook(Box::new(|info| {
        let reason = info.to_string();
        BOOT.with_borrow(|boot| boot.as_ref().map(|boot| boot.fail(&reason)));
    }));
    let client = Client::new(boot);
    let page = Page::install(&client);
    let bench = Bench::new(client.clone());
    let shown = Rc::new(RefCell::new(None));
    let mounting = {
        let client = client.clone();
        move || show(client.clone(), page.clone(), bench.clone(), shown.clone())
    };
    spawn_local(mounting());
    client.on_replaced(move || spawn_local(mounting()));
}

/// Mounts the app for the collection that is open, in place of that for another.
async fn show(
    client: Client,
    page: Page,
    bench: Bench,
    shown: Rc<RefCell<Option<AppHandle<Shell>>>>,
) {
    let first = client.ask(Request::Collection).await;
    if let Response::Collection(info) = &*first {
        browser::set_title(&info.title);
    }
    let before = shown.take();
    if let Some(before) = before {
        before.destroy();
    }
    if let Some(root) = browser::element("app") {
        let props = ShellProps { client, first, page, bench };
        let handle = yew::Renderer::<Shell>::with_root_and_props(root, props).render();
        shown.replace(Some(handle));
    }
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let next = reduce((*self).clone(), action);
        if next == *self { self } else { Rc::new(next) }
    }
}

#[derive(PartialEq, Properties)]
struct ShellProps {
    client: Client,
    page: Page,
    bench: Bench,
    /// What the engine said of the collection.
    first: Rc<Response>,
}

#[component]
fn Shell(props: &ShellProps) -> Html {
    let ShellProps { client, page, bench, first } = props;
    let store: Store = use_reducer(|| initial(first));

    use_effect_with((store.dispatcher(), client.clone()), |(dispatcher, client)| {
        let dispatcher = dispatcher.clone();
        client
            .on_notice(&Callback::from(move |notice| dispatcher.dispatch(Action::Notify(notice))));
    });
    let hash = match &**first {
        Response::Collection(info) => Some(info.hash.clone()),
        _ => None,
    };
    use_address(&store, hash);
    let shown = (store.dispatcher(), (*store).clone());
    let (page, first_for_page) = (page.clone(), first.clone());
    use_effect_with(store.place.clone(), move |_| {
        let (dispatcher, state) = shown;
        page.show(dispatcher, Rc::new(state), first_for_page);
    });
    use_effect_with(store.settings, |settings| settings::keep(*settings));
    let noting = (first.clone(), bench.clone());
    use_effect_with(store.notes.clone(), move |all| {
        let (first, bench) = noting;
        let Response::Collection(info) = &*first else { return };
        let published = published(info);
        notes::keep(&info.hash, all, &published);
        bench.note(all, published);
    });
    let linking = first.clone();
    use_effect_with(store.kept.clone(), move |own| {
        if let Response::Collection(info) = &*linking {
            notes::keep_links(&info.hash, own);
        }
    });

    html! {
        <ContextProvider<Client> context={client.clone()}>
            <ContextProvider<Bench> context={bench.clone()}>
                <ContextProvider<Store> context={store}>
                    <App />
                </ContextProvider<Store>>
            </ContextProvider<Bench>>
        </ContextProvider<Client>>
    }
}

/// The notes that the collection came with; the address of its view may carry some, too.
fn published(info: &CollectionInfo) -> Vec<Note> {
    let mut all = info.notes.clone();
    carried::merge(&mut all, carried::carried(info.view.as_deref().unwrap_or_default()));
    all
}

/// The notes that the address carries. They are taken out of it: once they are the reader's,
/// a reload must not bring back what she took away or changed.
fn carried_here() -> Vec<Note> {
    let fragment = history::fragment();
    let notes = carried::carried(&fragment);
    if !notes.is_empty() {
        history::write(&carried::without(&fragment), false);
    }
    notes
}

/// The state on opening the page.
fn initial(first: &Response) -> State {
    let (place, notices) = address::read(&history::fragment());
    let state = State { settings: settings::kept(), ..State::default() };
    let state = reduce(state, Action::Went(place, notices));
    match first {
        Response::Collection(info) => {
            let mut own = notes::kept(&info.hash, published(info));
            carried::merge(&mut own, carried_here());
            let kept = notes::kept_links(&info.hash);
            let state = State { notes: own, kept, ..state };
            let state = reduce(state, Action::Opened(Rc::new(info.clone())));
            if origin::is_other(&history::fragment(), &info.hash) {
                return reduce(state, Action::Notify(Notice::OtherCollection));
            }
            state
        }
        _ => state,
    }
}

/// Keeps state and address in step, both ways.
#[hook]
fn use_address(store: &Store, hash: Option<String>) {
    use_effect_with(store.dispatcher(), |dispatcher| {
        let dispatcher = dispatcher.clone();
        let listener = history::on_change(move || {
            let (place, notices) = address::read(&history::fragment());
            dispatcher.dispatch(Action::Went(place, notices));
            let notes = carried_here();
            if !notes.is_empty() {
                dispatcher.dispatch(Action::TakeNotes(notes));
            }
        });
        move || drop(listener)
    });

    // The place in the address, and the change of it that waits.
    let written = use_mut_ref(|| store.place.clone());
    let waiting = use_mut_ref(|| None::<Timeout>);
    let home = store.home.clone();
    let look = store.settings.look;
    use_effect_with(store.place.clone(), move |place| {
        waiting.take();
        let before = written.replace(place.clone());
        if before == *place || is_in_address(place, &home) {
            return;
        }
        let fragment = look.add_to(address::write(place));
        let fragment = hash.map_or_else(|| fragment.clone(), |hash| origin::add(&fragment, &hash));
        // In another page, Back is that page's.
        if look.bare || before.is_same_page(place) {
            let timeout = Timeout::new(ADDRESS_LAG, move || {
                history::write(&fragment, false);
            });
            waiting.replace(Some(timeout));
        } else {
            history::write(&fragment, true);
        }
    });
}

fn is_in_address(place: &Place, home: &Place) -> bool {
    address::read(&history::fragment()).0.as_ref().unwrap_or(home) == place
}
