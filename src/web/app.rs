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
        kept_focus::use_kept_focus,
        keys::{Key, use_keys},
        live::live,
        share::Shared,
        tabs::Tabs,
        top_bar::TopBar,
        tour::{self, Tour, invitation},
    },
    hooks::{Store, use_answer, use_store},
    late::use_late,
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
    workshop::{Workshop, bare::BareFoot, bench::use_bench, update::Update, use_drop},
};
use crate::{
    protocol::{CollectionInfo, Request, Response, Suggestion},
    state::{Action, MOST_TERMS, Notice, Part, Settings, View, address, notes, origin},
};

/// How many names, and how many concepts, are offered to narrow by.
const MENTIONS: u32 = 60;

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

/// The colours that the reader chose for the marks of the terms, by their place.
fn colours(scene: &Scene) -> [Option<u8>; MOST_TERMS] {
    std::array::from_fn(|at| scene.terms.get(at).and_then(|term| term.colour))
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
    let (scene, is_current) = use_scene(store, info, &on_action, texts);
    let steps = use_state_eq(Steps::default);
    let taken_steps = use_mut_ref(|| 0_u32);
    let is_help = use_state_eq(|| false);
    let is_tour = use_state_eq(|| false);
    let is_new = use_state_eq(tour::is_new);
    let on_tour = {
        let (is_tour, is_help, is_new) = (is_tour.setter(), is_help.setter(), is_new.setter());
        Callback::from(move |goes: bool| {
            tour::is_known();
            is_new.set(false);
            is_help.set(false);
            is_tour.set(goes);
            if !goes {
                // What had the focus is gone.
                focus("main");
            }
        })
    };
    let bench = use_bench();
    use_drop(bench.as_ref().map(|(bench, _)| bench.clone()));
    let on_workshop = {
        let bench = bench.clone();
        Callback::from(move |()| bench.iter().for_each(|(bench, _)| bench.open(true)))
    };
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
    use_kept_focus();
    let on_share = {
        let (place, hash, shared) = (scene.place.clone(), info.hash.clone(), shared.setter());
        let notes = scene.notes.clone();
        move |with_notes: bool| {
            let fragment = origin::add(&address::write(&place), &hash);
            let fragment = notes::add(&fragment, if with_notes { &notes } else { &[] });
            let (address, shared) = (whole_address(&fragment), shared.clone());
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
    use_effect_with(colours(&scene), |colours| {
        for (place, colour) in (1..).zip(colours) {
            let colour = colour.map(|colour| colour.to_string());
            browser::set_root_attribute(&format!("data-colour-{place}"), colour.as_deref());
        }
    });
    use_effect_with(scene.place.clone(), {
        let shared = shared.setter();
        // What was copied is not what is shown any more.
        move |_| shared.set(None)
    });
    let set = |shown: &UseStateHandle<bool>, open: bool| {
        let shown = shown.setter();
        Callback::from(move |()| shown.set(open))
    };
    let said = match &scene.search {
        Some(found) if !scene.terms.is_empty() => {
            (texts.hits_in_sources)(found.total, found.with_hits)
        }
        Some(found) => (texts.n_sources)(u32::try_from(found.sources.len()).unwrap_or(u32::MAX)),
        None => String::new(),
    };
    let view = scene.place.view;
    // What opens with the page must not wait for what it does without.
    let is_late = match view {
        View::Overview => scene.place.part != Part::Sources,
        View::Read | View::Hits => false,
        View::Compare | View::Words => true,
    };
    let is_workshop = bench.as_ref().is_some_and(|(_, now)| now.is_open);
    let is_here = use_late(is_late || is_workshop || *is_help || *is_tour);
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
                notes={!scene.notes.is_empty() && notes::fit(&scene.notes)} {on_share} on_shared_close={put_shared_away} on_help={set(&is_help, true)}
                {on_workshop} {texts} />
            <Update {texts} />
            { notices(&store.notices, &on_action, texts) }
            <Tabs {view} hrefs={View::ALL.map(|view| scene.href(|place| place.view = view))} {hits}
                on_show={on_action.reform(Action::Show)} {texts} />
            <div class="body">
                <Panel scene={scene.clone()} />
                <main id="main" class={classes!("view", view.name())} tabindex="-1" aria-busy={(!is_current).to_string()}>
                    if *is_new && view == View::Overview && !store.settings.look.bare {
                        { invitation(&on_tour.reform(|()| true), &on_tour.reform(|()| false), texts) }
                    }
                    { match view {
                        _ if is_late && !is_here => html! { <p class="empty is-waiting">{ texts.opening }</p> },
                        View::Overview => html! { <Overview scene={scene.clone()} about={info.description.clone()} /> },
                        View::Read => html! { <Read scene={scene.clone()} steps={*steps} taken={taken_steps} making={bench.clone()} /> },
                        View::Hits => html! { <Hits scene={scene.clone()} /> },
                        View::Compare => html! { <Compare scene={scene.clone()} /> },
                        View::Words => html! { <Words scene={scene.clone()} /> },
                    } }
                </main>
            </div>
            if store.settings.look.bare {
                <BareFoot title={info.title.clone()} place={scene.place.clone()} on_action={on_action.clone()} {texts} />
            }
            { live(said.into()) }
            if let Some((bench, now)) = bench.filter(|(_, now)| now.is_open && is_here) {
                <Workshop scene={scene.clone()} {bench} {now} title={info.title.clone()} hash={info.hash.clone()} />
            }
            if *is_tour && is_here {
                <Tour on_action={on_action.clone()} on_close={on_tour.reform(|()| false)} {texts} />
            }
            if *is_help && is_here {
                <Help about={info.description.clone()} on_tour={on_tour.reform(|()| true)} on_close={set(&is_help, false)} {texts}
                    on_query={on_action.reform(Action::AddTerm)} />
            }
        </>
    }
}

/// What every view knows, each part the same value while it does not change; and whether what
/// was found answers the present question.
#[hook]
fn use_scene(
    store: &Store,
    info: &Rc<CollectionInfo>,
    on_action: &Callback<Action>,
    texts: &'static Texts,
) -> (Scene, bool) {
    let place = use_memo(store.place.clone(), Clone::clone);
    let filter = use_memo(place.filter.clone(), Clone::clone);
    let terms = (*use_memo(place.terms.clone(), |terms| Rc::<[_]>::from(terms.as_slice()))).clone();
    let queries = use_memo(terms.clone(), |terms| {
        terms.iter().map(|term| AttrValue::from(term.query.clone())).collect::<Rc<[_]>>()
    });
    let notes = use_memo(store.notes.clone(), |notes| Rc::<[_]>::from(notes.as_slice()));
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
    let mentions =
        use_answer(Some(Request::Mentions { filter: (*filter).clone(), most: MENTIONS }));
    let mentions = use_memo(mentions.response, |response| match response.as_deref() {
        Some(Response::Mentions(facets)) => Rc::<[_]>::from(facets.as_slice()),
        _ => Rc::from([]),
    });
    let labels = use_answer(Some(Request::Labels { lang: texts.lang }));
    let labels = use_memo(labels.response, |response| match response.as_deref() {
        Some(Response::Labels(labels)) => Rc::<[_]>::from(labels.as_slice()),
        _ => Rc::from([]),
    });
    // A count of other terms must not stand under these.
    let fits = |found: &Rc<Found>| answer.is_current || found.terms.len() == terms.len();
    let scene = Scene {
        cards: (*cards).clone(),
        notes: (*notes).clone(),
        search: (*search).clone().filter(fits),
        mentions: (*mentions).clone(),
        labels: (*labels).clone(),
        place,
        filter,
        queries: (*queries).clone(),
        terms,
        on_action: on_action.clone(),
        texts,
    };
    (scene, answer.is_current)
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
        Some(card) if info.title.is_empty() => card.title.clone(),
        Some(card) => format!("{} · {}", card.title, info.title),
        None if info.title.is_empty() => "Tellings".to_owned(),
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
        <div class="notices" role="status" aria-label={texts.notices}>
            <ul>
                for (index, notice) in notices.iter().enumerate() {
                    <li key={index}>
                        <p>{ (texts.notice)(notice) }</p>
                        <button type="button" class="plain" aria-label={texts.close}
                            onclick={on_action.reform(move |_| Action::Dismiss(index))}>{ icon(Icon::Cross) }</button>
                    </li>
                }
            </ul>
        </div>
    }
}
