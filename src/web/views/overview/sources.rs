//! Every source that passes the filter, with a bar of its hits.
//!
//! In: what every view knows. Out: a list; a source asks where its hits lie while it is on
//! screen. What a row looks like is for [`source_row`](crate::web::components::source_row).

use std::rc::Rc;

use yew::prelude::*;

use crate::{
    protocol::{Card, Facet, Request, Response},
    state::Action,
    web::{
        components::{
            filters::{active, culprit},
            hit_bar::ticks,
            source_row::SourceRow,
            windowed::Windowed,
        },
        hooks::use_answer,
        views::Scene,
    },
};

/// What the view needs.
#[derive(Clone, PartialEq, Properties)]
pub struct SourcesProps {
    /// What every view knows.
    pub scene: Scene,
}

/// The list.
#[component]
pub fn Sources(props: &SourcesProps) -> Html {
    let SourcesProps { scene } = props;
    let rows = scene.shown();
    let total = u32::try_from(rows.len()).unwrap_or(u32::MAX);
    let render = use_callback((scene.clone(), rows), |index: u32, (scene, rows)| {
        let row = rows.get(index as usize);
        let known = row.and_then(|(at, hits)| Some((scene.cards.get(*at)?, hits)));
        known.map_or_else(Html::default, |(card, hits)| {
            html! {
                <li key={card.id.clone()}>
                    <SourceWithTicks scene={scene.clone()} card={card.clone()} hits={hits.clone()} />
                </li>
            }
        })
    });
    if total == 0 && scene.search.is_some() {
        return nothing(scene, &scene.facets());
    }
    html! {
        <Windowed class="source-rows" {total} row={190} {render} label={scene.texts.sources} />
    }
}

/// What to say where nothing passes: which filter is to blame, and the way out.
fn nothing(scene: &Scene, facets: &[Facet]) -> Html {
    let Scene { filter, on_action, texts, .. } = scene;
    let active = active(filter, &scene.labels, texts);
    html! {
        <>
            <p class="empty">
                { texts.nothing_left }
                if let Some(one) = culprit(&active, facets) { { " " }{ (texts.emptied_by)(&one.name) } }
            </p>
            <button type="button" class="toggle" onclick={on_action.reform(|_| Action::ClearFilter)}>{ texts.clear_all }</button>
        </>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct SourceWithTicksProps {
    scene: Scene,
    card: Rc<Card>,
    hits: Rc<[u32]>,
}

/// A source that asks where its hits lie while it is on screen.
#[component]
fn SourceWithTicks(props: &SourceWithTicksProps) -> Html {
    let SourceWithTicksProps { scene, card, hits } = props;
    let has_hits = hits.iter().any(|count| *count > 0);
    let request = has_hits.then(|| Request::Marks {
        id: card.id.clone(),
        terms: scene.terms.to_vec(),
        filter: (*scene.filter).clone(),
    });
    let answer = use_answer(request);
    let ticks = use_memo((answer.response, card.bytes, has_hits), |(response, bytes, has_hits)| {
        match response.as_deref() {
            Some(Response::Marks(marks)) if *has_hits => Some(ticks(marks, *bytes)),
            _ => None,
        }
    });
    html! {
        <SourceRow card={card.clone()} hits={hits.clone()} terms={scene.queries.clone()} ticks={(*ticks).clone()}
            href={scene.read_href(&card.id, None)} compared={scene.place.compare.contains(&card.id)}
            on_read={scene.on_read()} on_compare={scene.on_action.reform(Action::ToggleCompared)}
            texts={scene.texts} />
    }
}
