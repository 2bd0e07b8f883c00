//! The hits of all sources as a chart and a table to take along.
//!
//! In: what every view knows. Out: the button. Where the hits lie is asked for when it is
//! pressed, source by source, because the list itself only asks for those on screen; of many
//! sources the first are drawn, and the table has the counts of all.

use std::{cell::Cell, rc::Rc};

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::{
    protocol::{Card, Mark, Request, Response},
    web::{
        client::Client,
        components::{export::Export, table::Table},
        hooks::use_client,
        views::{Scene, drawn},
    },
};

/// How many sources are drawn.
const SOURCES: usize = 100;

/// Sources with where their hits lie.
type Marked = Rc<[(Rc<Card>, Rc<[Mark]>)]>;

/// What the button needs.
#[derive(Clone, PartialEq, Properties)]
pub struct HitsChartProps {
    /// What every view knows.
    pub scene: Scene,
}

/// The button; nothing where there are no hits.
#[component]
pub fn HitsChart(props: &HitsChartProps) -> Html {
    let HitsChartProps { scene } = props;
    let is_wanted = use_state_eq(|| false);
    let found = use_state(|| None::<Marked>);
    let client = use_client();
    // Where the hits of another search lie is asked for when that is to be seen.
    let asked = (scene.terms.clone(), scene.filter.clone(), scene.search.clone());
    use_effect_with(asked, {
        let (is_wanted, found) = (is_wanted.setter(), found.setter());
        move |_| {
            is_wanted.set(false);
            found.set(None);
        }
    });
    use_effect_with(*is_wanted, {
        let (scene, found) = (scene.clone(), found.setter());
        move |is_wanted| {
            let is_over = Rc::new(Cell::new(false));
            if let Some(client) = client.filter(|_| *is_wanted) {
                let is_over = is_over.clone();
                spawn_local(async move {
                    let marked = marked(&scene, &client).await;
                    if !is_over.get() {
                        found.set(Some(marked));
                    }
                });
            }
            move || is_over.set(true)
        }
    });
    if scene.search.as_ref().is_none_or(|found| found.total == 0) || scene.terms.is_empty() {
        return Html::default();
    }
    let make = Callback::from({
        let scene = scene.clone();
        move |()| table(&scene)
    });
    let draw = Callback::from({
        let (scene, found) = (scene.clone(), (*found).clone());
        move |()| drawn::hits(&scene, found.as_deref().unwrap_or_default())
    });
    let on_open = Callback::from(move |()| is_wanted.set(true));
    html! {
        <Export name="hits-by-source" {make} {draw} {on_open} is_waiting={found.is_none()} texts={scene.texts} />
    }
}

/// Where the hits of the first sources lie that have any.
async fn marked(scene: &Scene, client: &Client) -> Marked {
    let mut all = Vec::new();
    for card in with_hits(scene) {
        let (id, terms) = (card.id.clone(), scene.terms.to_vec());
        let request = Request::Marks { id, terms, filter: (*scene.filter).clone() };
        if let Response::Marks(marks) = &*client.ask(request).await {
            all.push((card, marks.as_slice().into()));
        }
    }
    all.into()
}

/// The first sources that have a hit.
fn with_hits(scene: &Scene) -> Vec<Rc<Card>> {
    let shown = scene.shown();
    let has_hits = |hits: &[u32]| hits.iter().any(|count| *count > 0);
    let cards = shown.iter().filter(|(_, hits)| has_hits(hits));
    cards.filter_map(|(at, _)| scene.cards.get(*at).cloned()).take(SOURCES).collect()
}

/// How often each source has each term.
fn table(scene: &Scene) -> Table {
    let terms = scene.queries.iter().map(|query| &**query);
    let mut table =
        Table::new(&["source", "outlet", "date"].into_iter().chain(terms).collect::<Vec<_>>());
    for (at, hits) in scene.shown().iter() {
        let Some(card) = scene.cards.get(*at) else { continue };
        let text = |value: &Option<String>| value.clone().unwrap_or_default();
        let head = [card.id.clone(), text(&card.outlet), text(&card.date)];
        let counts =
            (0..scene.queries.len()).map(|term| hits.get(term).copied().unwrap_or_default());
        table.rows.push(head.into_iter().chain(counts.map(|count| count.to_string())).collect());
    }
    table
}
