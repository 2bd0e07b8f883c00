//! The panel beside a view: what the sources can be narrowed to, and, where the view is not
//! a list of sources itself, the sources in few words. On a phone it opens from a button.

use yew::prelude::*;

use super::{Scene, whole_address};
use crate::{
    state::{Action, Part, View},
    web::components::{
        export::Export,
        facets::Facets,
        filters::Filters,
        go::Go,
        icon::{Icon, icon},
        meta::short_name,
        source_row::SourceLine,
        table::Table,
        windowed::{WHOLE, Windowed},
    },
};

/// What the panel needs.
#[derive(Clone, PartialEq, Properties)]
pub struct PanelProps {
    /// What every view knows.
    pub scene: Scene,
}

/// The panel.
#[component]
pub fn Panel(props: &PanelProps) -> Html {
    let PanelProps { scene } = props;
    let Scene { search, filter, on_action, texts, .. } = scene;
    let open = use_state_eq(|| false);
    let toggle = {
        let open = open.clone();
        move |_| open.set(!*open)
    };
    let count = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
    let rows = scene.shown();
    let facets = use_memo((search.clone(), scene.mentions.clone()), |_| scene.facets());
    let empty = rows.is_empty();
    let shown = count(rows.len());
    let is_list = scene.place.view != View::Overview || scene.place.part != Part::Sources;
    let open_row = scene.place.source.as_ref().and_then(|id| {
        rows.iter().position(|(at, _)| scene.cards.get(*at).is_some_and(|card| card.id == *id))
    });
    let render = use_callback((scene.clone(), rows), |index: u32, (scene, rows)| {
        let row = rows.get(index as usize);
        let known = row.and_then(|(at, hits)| Some((scene.cards.get(*at)?, hits)));
        known.map_or_else(Html::default, |(card, hits)| {
            html! {
                <li key={card.id.clone()}>
                    <SourceLine card={card.clone()} hits={hits.clone()} terms={scene.queries.clone()}
                        href={scene.read_href(&card.id, None)} on_read={scene.on_read()}
                        current={scene.place.view == View::Read && scene.place.source.as_deref() == Some(&card.id)}
                        texts={scene.texts} />
                </li>
            }
        })
    });
    let is_long = shown > WHOLE;
    let facets_html = html! {
        <Facets facets={(*facets).clone()} filter={filter.clone()} labels={scene.labels.clone()} on_action={on_action.clone()} {texts} />
    };
    html! {
        <aside class={classes!("panel", open.then_some("is-open"))} aria-label={texts.panel}>
            <button type="button" class="panel-button" aria-expanded={open.to_string()} aria-controls="panel"
                onclick={toggle}>
                { icon(Icon::Funnel) }{ (texts.panel_button)(shown, count(scene.cards.len())) }
            </button>
            <div id="panel" class="panel-body scroller">
                <Filters filter={filter.clone()} facets={(*facets).clone()} labels={scene.labels.clone()} {empty} on_action={on_action.clone()} {texts} />
                // A long list would put the facets out of reach below it.
                if is_long { { facets_html.clone() } }
                if is_list {
                    <section class="panel-sources" aria-labelledby="panel-sources-title">
                        <h2 id="panel-sources-title" class="panel-title">{ (texts.n_sources)(shown) }</h2>
                        <Windowed class="source-lines" total={shown} row={96} {render} show={open_row.map(count)} />
                    </section>
                }
                { notes(scene) }
                if !is_long { { facets_html } }
            </div>
        </aside>
    }
}

/// The reader's notes, each leading to its place, and the way to take them along.
fn notes(scene: &Scene) -> Html {
    let Scene { notes, texts, .. } = scene;
    if notes.is_empty() {
        return Html::default();
    }
    let make = Callback::from({
        let scene = scene.clone();
        move |()| {
            let mut table = Table::new(&["source", "address", "note"]);
            for note in scene.notes.iter() {
                let address = whole_address(&scene.read_href(&note.source, note.at));
                table.rows.push(vec![note.source.clone(), address, note.text.clone()]);
            }
            table
        }
    });
    html! {
        <section class="panel-notes" aria-labelledby="panel-notes-title">
            <h2 id="panel-notes-title" class="panel-title">{ texts.notes }</h2>
            <ul>
                for note in notes.iter() {
                    <li key={format!("{} {:?}", note.source, note.at)}>
                        <Go href={scene.read_href(&note.source, note.at)} onclick={scene.on_action.reform({
                            let (id, at) = (note.source.clone(), note.at);
                            move |()| Action::Read { id: id.clone(), at }
                        })}>
                            { scene.card(&note.source).map_or_else(|| note.source.clone(), |card| short_name(card)) }
                        </Go>
                        <p class="note" dir="auto">{ note.text.clone() }</p>
                    </li>
                }
            </ul>
            <Export name="notes" {make} {texts} />
        </section>
    }
}
