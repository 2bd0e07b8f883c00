//! The Compare view: asks for two to four sources and what they share, and lets the reader
//! choose them. What comes of it is shown by [`compare_page`](super::compare_page).

use std::rc::Rc;

use yew::prelude::*;

use super::{Scene, compare_page::ComparePage};
use crate::{
    protocol::{Card, Request, Response, SourceText},
    state::{Action, MOST_COMPARED},
    web::{
        components::{
            icon::{Icon, icon},
            meta::short_name,
            waiting::waiting,
        },
        hooks::use_answer,
    },
};

/// How many sources a select offers; beyond that only those that pass the filter.
const MOST_OFFERED: usize = 200;

/// What the view needs.
#[derive(Clone, PartialEq, Properties)]
pub struct CompareProps {
    /// What every view knows.
    pub scene: Scene,
}

/// Sources side by side.
#[component]
pub fn Compare(props: &CompareProps) -> Html {
    let CompareProps { scene } = props;
    let texts = scene.texts;
    let ids = use_memo(chosen(scene), Clone::clone);
    let is_enough = ids.len() > 1;
    let corrections = use_memo(scene.place.corrections.clone(), Clone::clone);
    let comparison = use_answer(
        is_enough
            .then(|| Request::Compare { ids: ids.to_vec(), corrections: (*corrections).clone() }),
    );
    let source = |at: usize| {
        let id = ids.get(at).filter(|_| is_enough)?;
        Some(Request::Source { id: id.clone() })
    };
    let answers = [
        use_answer(source(0)),
        use_answer(source(1)),
        use_answer(source(2)),
        use_answer(source(3)),
    ];
    let sources =
        use_memo((answers.clone().map(|one| one.response), ids.clone()), |(answers, ids)| {
            let source =
                |(id, response): (&String, &Option<Rc<Response>>)| match response.as_deref() {
                    Some(Response::Source(source)) if source.card.id == *id => {
                        Some(Rc::new(source.clone()))
                    }
                    _ => None,
                };
            ids.iter().zip(answers).map(source).collect::<Option<Rc<[Rc<SourceText>]>>>()
        });
    let found = use_memo(comparison.response.clone(), |response| match response.as_deref() {
        Some(Response::Comparison(comparison)) => Some(Rc::new(comparison.clone())),
        _ => None,
    });
    if !is_enough {
        return html! { <p class="empty">{ texts.compare_needs_two }</p> };
    }
    // A comparison of others must not stand under these heads.
    let fits = found.as_ref().as_ref().filter(|found| {
        ids.iter().all(|id| found.sources.contains(id)) && found.sources.len() == ids.len()
    });
    // What was chosen among other sources is not in these.
    let key = ids.join("\n");
    html! {
        <>
            { choice(scene, &ids) }
            if let (Some(found), Some(sources)) = (fits, &*sources) {
                <ComparePage {key} comparison={found.clone()} sources={sources.clone()} labels={scene.labels.clone()} {corrections}
                    face={scene.place.face}
                    href={Callback::from({
                        let (scene, ids) = (scene.clone(), ids.clone());
                        move |(column, at): (usize, u32)| scene.read_href(&ids[column], Some(at)).to_string()
                    })}
                    on_go={scene.on_action.reform({
                        let ids = ids.clone();
                        move |(column, at): (usize, u32)| Action::Read { id: ids[column].clone(), at: Some(at) }
                    })}
                    on_action={scene.on_action.clone()} {texts} />
            } else {
                { waiting(std::iter::once(&comparison).chain(&answers), texts) }
            }
        </>
    }
}

/// Those to compare: the ones chosen, two at least, filled up with the one read last and
/// the first ones.
fn chosen(scene: &Scene) -> Vec<String> {
    let shown = scene.shown();
    let passing = shown.iter().filter_map(|(at, _)| scene.cards.get(*at)).map(|card| &card.id);
    let all = scene.cards.iter().map(|card| &card.id);
    let place = &scene.place;
    let mut ids: Vec<String> = place.compare.clone();
    for id in place.source.iter().chain(passing).chain(all) {
        if ids.len() > 1 {
            break;
        }
        if !ids.contains(id) {
            ids.push(id.clone());
        }
    }
    ids.truncate(MOST_COMPARED);
    ids
}

/// The selects that choose the sources, with buttons that swap, add and take away.
fn choice(scene: &Scene, ids: &[String]) -> Html {
    let texts = scene.texts;
    let offered: Vec<&Rc<Card>> = if scene.cards.len() <= MOST_OFFERED {
        scene.cards.iter().collect()
    } else {
        let shown = scene.shown();
        let passing = shown.iter().filter_map(|(at, _)| scene.cards.get(*at));
        let passing = passing.filter(|card| !ids.contains(&card.id)).take(MOST_OFFERED);
        scene.cards.iter().filter(|card| ids.contains(&card.id)).chain(passing).collect()
    };
    let compare = |ids: Vec<String>| {
        scene.on_action.reform(move |_: MouseEvent| Action::Compare(ids.clone()))
    };
    let swapped = |at: usize| {
        let mut ids = ids.to_vec();
        ids.swap(at - 1, at);
        ids
    };
    let without = |at: usize| {
        let mut ids = ids.to_vec();
        ids.remove(at);
        ids
    };
    let next =
        offered.iter().find(|card| !ids.contains(&card.id)).filter(|_| ids.len() < MOST_COMPARED);
    html! {
        <div class={classes!("choice", format!("columns-{}", ids.len()))}>
            for at in 0..ids.len() {
                <div key={at} class="choice-one">
                    if at > 0 {
                        <button type="button" class="plain swap" aria-label={texts.swap} title={texts.swap}
                            onclick={compare(swapped(at))}>{ icon(Icon::Swap) }</button>
                    }
                    { select(scene, ids, at, &offered) }
                    if ids.len() > 2 {
                        <button type="button" class="plain" onclick={compare(without(at))}
                            aria-label={(texts.remove)(&scene.card(&ids[at]).map_or_else(String::new, |card| short_name(card)))}>
                            { icon(Icon::Cross) }
                        </button>
                    }
                </div>
            }
            if let Some(next) = next {
                <button key="add" type="button" class="quiet" onclick={compare([ids, std::slice::from_ref(&next.id)].concat())}>
                    { texts.add_source }
                </button>
            }
        </div>
    }
}

/// The select of one column.
fn select(scene: &Scene, ids: &[String], at: usize, offered: &[&Rc<Card>]) -> Html {
    let onchange = {
        let (ids, on_action) = (ids.to_vec(), scene.on_action.clone());
        move |event: Event| {
            let Some(select) = event.target_dyn_into::<web_sys::HtmlSelectElement>() else {
                return;
            };
            let (mut ids, value) = (ids.clone(), select.value());
            // Choosing what stands in another column swaps the two.
            match ids.iter().position(|id| *id == value) {
                Some(other) => ids.swap(at, other),
                None => ids[at] = value,
            }
            on_action.emit(Action::Compare(ids));
        }
    };
    html! {
        <label class="choice-side">
            <span class="visually-hidden">{ (scene.texts.source_number)(u32::try_from(at + 1).unwrap_or_default()) }</span>
            <select {onchange}>
                for card in offered {
                    <option key={card.id.clone()} value={card.id.clone()} selected={card.id == ids[at]}>
                        { format!("{} · {}", short_name(card), card.title) }
                    </option>
                }
            </select>
        </label>
    }
}
