//! The whole page: reads the state, asks what every view needs, and puts top, panel and
//! view together.
//!
//! The only component that reads the state. What it hands down is cut into values that
//! stay the same while their part of the state does.

use std::rc::Rc;

use yew::prelude::*;

use super::{
    browser::{self, clipboard},
    components::{
        help::Help,
        icon::{Icon, icon},
        keys::{Key, use_keys},
        live::live,
        share::Shared,
        tabs::Tabs,
        top_bar::TopBar,
    },
    hooks::{Store, use_answer, use_store},
    texts::{Texts, choose},
    views::{
        Found, Scene,
        compare::Compare,
        hits::Hits,
        overview::Overview,
        panel::Panel,
        read::{Read, Steps},
        whole_address,
        words::Words,
    },
};
use crate::{
    protocol::{CollectionInfo, Request, Response, Suggestion},
    state::{Action, Notice, Settings, View, address},
};

/// The texts that the reader wants.
fn texts_for(settings: Settings) -> &'static Texts {
    match settings.lang {
        Some(lang) => choose([lang.code()]),
        None => choose(browser::languages().iter().map(String::as_str)),
    }
}

/// The whole page.
#[component]
pub fn App() -> Html {
    let store = use_store();
    let collection = use_answer(Some(Request::Collection));
    let settings = store.as_ref().map(|store| store.settings).unwrap_or_default();
    let texts = *use_memo(settings, |settings| texts_for(*settings));
    use_effect_with(texts.lang, |lang| browser::set_root_attribute("lang", Some(lang.code())));
    let info = use_memo(collection.response.clone(), |response| match response.as_deref() {
        Some(Response::Collection(info)) => Some(Rc::new(info.clone())),
        _ => None,
    });
    match (store, &*info) {
        (Some(store), Some(info)) => html! { <Page {store} info={info.clone()} {texts} /> },
        (store, None) => {
            let mut notices = store.map(|store| store.notices.clone()).unwrap_or_default();
            if let Some(Response::Refused(why)) = collection.response.as_deref() {
                notices.push(Notice::Unreadable(why.clone()));
            }
            html! {
                <main class="alone">
                    if notices.is_empty() { <p class="empty is-waiting">{ texts.opening }</p> }
                    for notice in &notices { <p class="empty" role="alert">{ (texts.notice)(notice) }</p> }
                </main>
            }
        }
        (None, _) => Html::default(),
    }
}

#[derive(Clone, PartialEq, Properties)]
struct PageProps {
    store: Store,
    info: Rc<CollectionInfo>,
    texts: &'static Texts,
}

/// The page of a collection.
#[component]
fn Page(props: &PageProps) -> Html {
    let PageProps { store, info, texts } = props;
    let on_action = {
        let dispatcher = store.dispatcher();
        // The dispatcher stays the same as long as the page does.
        use_callback((), move |action: Action, ()| dispatcher.dispatch(action))
    };
    let scene = use_scene(store, info, &on_action, texts);
    let steps = use_state_eq(Steps::default);
    let is_help = use_state_eq(|| false);
    let shared = use_state_eq(|| None::<Shared>);
    let typed = use_state_eq(String::new);
    let suggestions = use_answer(
        (typed.chars().count() > 1).then(|| Request::Suggest { text: (*typed).clone(), count: 8 }),
    );
    let suggestions = use_memo(suggestions.response, |response| match response.as_deref() {
        Some(Response::Suggestions(all)) => Rc::<[Suggestion]>::from(all.as_slice()),
        _ => Rc::from([]),
    });
    let on_key = use_key_actions(&scene, &steps, &is_help);
    use_keys(on_key);
    let on_share = {
        let (place, shared) = (scene.place.clone(), shared.setter());
        move |()| {
            let (address, shared) = (whole_address(&address::write(&place)), shared.clone());
            wasm_bindgen_futures::spawn_local(async move {
                let is_copied = clipboard::copy(&address).await;
                shared.set(Some(if is_copied {
                    Shared::Copied
                } else {
                    Shared::ByHand(address.into())
                }));
            });
        }
    };
    let put_shared_away = {
        let shared = shared.setter();
        move |()| shared.set(None)
    };
    use_effect_with((scene.place.view, scene.place.source.clone()), |_| to_the_beginning());
    use_effect_with(title(&scene, info), |title| browser::set_title(title));
    use_effect_with(scene.place.clone(), {
        let shared = shared.setter();
        // What was copied is not what is shown any more.
        move |_| shared.set(None)
    });
    let set_help = |open: bool| {
        let is_help = is_help.setter();
        Callback::from(move |()| is_help.set(open))
    };
    let said = match &scene.search {
        Some(found) if !scene.terms.is_empty() => {
            (texts.hits_in_sources)(found.total, found.with_hits)
        }
        Some(found) => (texts.n_sources)(u32::try_from(found.sources.len()).unwrap_or(u32::MAX)),
        None => String::new(),
    };
    let view = scene.place.view;
    let answers = scene.search.as_ref().map_or_else(|| Rc::from([]), |found| found.terms.clone());
    let hits = scene.search.as_ref().filter(|_| !scene.terms.is_empty()).map(|found| found.total);
    html! {
        <>
            <a class="skip" href="#main" onclick={|event: MouseEvent| { event.prevent_default(); focus("main"); }}>{ texts.skip }</a>
            <TopBar title={info.title.clone()} terms={scene.terms.clone()} {answers} suggestions={(*suggestions).clone()}
                settings={store.settings} can_undo={!store.past.is_empty()}
                is_changed={store.place.terms != store.home.terms || store.place.filter != store.home.filter}
                shared={(*shared).clone()} on_action={on_action.clone()}
                on_type={Callback::from({ let typed = typed.setter(); move |text| typed.set(text) })}
                {on_share} on_shared_close={put_shared_away} on_help={set_help(true)} {texts} />
            { notices(&store.notices, &on_action, texts) }
            <Tabs {view} hrefs={View::ALL.map(|view| scene.href(|place| place.view = view))} {hits}
                on_show={on_action.reform(Action::Show)} {texts} />
            <div class="body">
                <Panel scene={scene.clone()} />
                <main id="main" class={classes!("view", view.name())} tabindex="-1">
                    { match view {
                        View::Overview => html! { <Overview scene={scene.clone()} about={info.description.clone()} /> },
                        View::Read => html! { <Read scene={scene.clone()} steps={*steps} /> },
                        View::Hits => html! { <Hits scene={scene.clone()} /> },
                        View::Compare => html! { <Compare scene={scene.clone()} /> },
                        View::Words => html! { <Words scene={scene.clone()} /> },
                    } }
                </main>
            </div>
            { live(said.into()) }
            if *is_help {
                <Help about={info.description.clone()} on_close={set_help(false)} {texts}
                    on_query={on_action.reform(Action::AddTerm)} />
            }
        </>
    }
}

/// What every view knows, each part the same value while it does not change.
#[hook]
fn use_scene(
    store: &Store,
    info: &Rc<CollectionInfo>,
    on_action: &Callback<Action>,
    texts: &'static Texts,
) -> Scene {
    let place = use_memo(store.place.clone(), Clone::clone);
    let filter = use_memo(place.filter.clone(), Clone::clone);
    let terms = (*use_memo(place.terms.clone(), |terms| Rc::<[_]>::from(terms.as_slice()))).clone();
    let queries = use_memo(terms.clone(), |terms| {
        terms.iter().map(|term| AttrValue::from(term.query.clone())).collect::<Rc<[_]>>()
    });
    let cards = use_memo(info.clone(), |info| {
        info.sources.iter().cloned().map(Rc::new).collect::<Rc<[_]>>()
    });
    let answer =
        use_answer(Some(Request::Search { terms: terms.to_vec(), filter: (*filter).clone() }));
    let search =
        use_memo((answer.response, cards.clone()), |(response, cards)| match response.as_deref() {
            Some(Response::Search(answer)) => Some(Rc::new(Found::of(answer, cards))),
            _ => None,
        });
    // A count of other terms must not stand under these.
    let fits = |found: &Rc<Found>| answer.is_current || found.terms.len() == terms.len();
    Scene {
        cards: (*cards).clone(),
        search: (*search).clone().filter(fits),
        place,
        filter,
        queries: (*queries).clone(),
        terms,
        on_action: on_action.clone(),
        texts,
    }
}

/// What the keys do.
#[hook]
fn use_key_actions(
    scene: &Scene,
    steps: &UseStateHandle<Steps>,
    is_help: &UseStateHandle<bool>,
) -> Callback<Key> {
    let deps = (scene.clone(), **steps);
    let (steps, is_help) = (steps.setter(), is_help.setter());
    use_callback(deps, move |key, (scene, now)| match key {
        Key::Search => focus("search"),
        Key::Show(view) => scene.on_action.emit(Action::Show(view)),
        Key::Help => is_help.set(true),
        Key::Hit(next) | Key::Source(next) => {
            let is_source = matches!(key, Key::Source(_));
            scene.on_action.emit(Action::Show(View::Read));
            steps.set(now.and(is_source, next));
        }
    })
}

/// The title of the window: what is read, then the collection.
fn title(scene: &Scene, info: &CollectionInfo) -> String {
    let source = scene.place.source.as_deref().filter(|_| scene.place.view == View::Read);
    match source.and_then(|id| scene.card(id)) {
        Some(card) => format!("{} · {}", card.title, info.title),
        None => info.title.clone(),
    }
}

/// Shows the beginning of a view that was opened while the page was scrolled down, with
/// the tabs still on screen. Whoever leads to a place in it scrolls there afterwards.
fn to_the_beginning() {
    let (Some(main), Some(tabs)) = (browser::element("main"), browser::element("tabs")) else {
        return;
    };
    let hidden = main.get_bounding_client_rect().top() - tabs.get_bounding_client_rect().bottom();
    if let Some(window) = browser::window().filter(|_| hidden < 0.0) {
        window.scroll_by_with_x_and_y(0.0, hidden);
    }
}

/// Gives the focus to the element of that id.
fn focus(id: &str) {
    use wasm_bindgen::JsCast as _;
    let element =
        browser::element(id).and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(element) = element {
        // An element that cannot have it leaves it where it is.
        let _ = element.focus();
    }
}

fn notices(notices: &[Notice], on_action: &Callback<Action>, texts: &Texts) -> Html {
    if notices.is_empty() {
        return Html::default();
    }
    html! {
        <ul class="notices" role="status" aria-label={texts.notices}>
            for (index, notice) in notices.iter().enumerate() {
                <li key={index}>
                    <p>{ (texts.notice)(notice) }</p>
                    <button type="button" class="plain" aria-label={texts.close}
                        onclick={on_action.reform(move |_| Action::Dismiss(index))}>{ icon(Icon::Cross) }</button>
                </li>
            }
        </ul>
    }
}
