//! What is done with a whole collection: add to it, correct it, save it, put it elsewhere.
//!
//! One dialog, opened from the top of the page or by dropping files, with a section for
//! each. In: the scene, and what is on the [`bench`]. Out: another collection in place of the
//! one that is open, and files and texts for the reader to take along. What is looked at
//! belongs to [`views`](super::views).

pub mod add;
pub mod bare;
pub mod bench;
pub mod embed;
pub mod kept;
pub mod report;
pub mod save;
pub mod snippet;
pub mod sources;
pub mod update;

use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast as _;
use web_sys::DragEvent;
use yew::prelude::*;

use super::{browser, components::dialog::Dialog, views::Scene};
use add::Add;
use bench::{Bench, Now};
use embed::Embed;
use kept::KeptCollections;
use report::Report;
use save::Save;
use sources::Sources;

/// What the dialog needs.
#[derive(Clone, PartialEq, Properties)]
pub struct WorkshopProps {
    /// What every view knows.
    pub scene: Scene,
    /// Where it is done.
    pub bench: Bench,
    /// What the bench shows.
    pub now: Now,
    /// The collection's title.
    pub title: AttrValue,
    /// The collection's hash.
    pub hash: AttrValue,
}

/// The dialog, modal while it is there.
#[component]
pub fn Workshop(props: &WorkshopProps) -> Html {
    let WorkshopProps { scene, bench, now, title, hash } = props;
    let texts = scene.texts;
    let close = {
        let bench = bench.clone();
        Callback::from(move |()| bench.open(false))
    };
    let all = u32::try_from(scene.cards.len()).unwrap_or(u32::MAX);
    let shown = scene.search.as_ref().map_or_else(
        || Rc::from([]),
        |found| {
            let cards = found.sources.iter().filter_map(|(at, _)| scene.cards.get(*at));
            cards.map(|card| card.id.clone()).collect::<Rc<[_]>>()
        },
    );
    html! {
        <Dialog id="workshop" heading={texts.workshop.name} class="workshop" on_close={close} {texts}>
            <Report bench={bench.clone()} now={now.clone()} {texts} />
            <Add bench={bench.clone()} {texts} />
            <Sources bench={bench.clone()} cards={scene.cards.clone()} {texts} />
            <KeptCollections bench={bench.clone()} title={title.clone()} {texts} />
            <Save bench={bench.clone()} title={title.clone()} hash={hash.clone()} place={scene.place.clone()} {all} {shown} {texts} />
            <Embed place={scene.place.clone()} title={title.clone()} {texts} />
        </Dialog>
    }
}

/// Takes files that are dropped anywhere on the page, which browsers would else open in its
/// place.
#[hook]
pub fn use_drop(bench: Option<Bench>) {
    use_effect_with(bench, |bench| {
        let listeners = bench.clone().zip(browser::window()).map(|(bench, window)| {
            let files = |event: &Event| {
                let data = event.dyn_ref::<DragEvent>()?.data_transfer()?;
                data.types().includes(&"Files".into(), 0).then_some(data)
            };
            let options = EventListenerOptions::enable_prevent_default();
            let over =
                EventListener::new_with_options(&window, "dragover", options, move |event| {
                    if files(event).is_some() {
                        event.prevent_default();
                    }
                });
            let drop = EventListener::new_with_options(&window, "drop", options, move |event| {
                let Some(data) = files(event) else { return };
                event.prevent_default();
                bench.open(true);
                if let Some(files) = data.files().filter(|_| bench.can_import()) {
                    add::add(&bench, &files, false);
                }
            });
            (over, drop)
        });
        move || drop(listeners)
    });
}
