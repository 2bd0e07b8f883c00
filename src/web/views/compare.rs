//! The Compare view: two sources in columns, what they share and what not.

use std::rc::Rc;

use yew::prelude::*;

use super::Scene;
use crate::{
    protocol::{Card, Comparison, Request, Response, SourceText},
    state::{Action, View},
    web::{
        components::{
            icon::{Icon, icon},
            meta::{citation, dir, kicker, short_name},
            pair_rows::{Side, row_nodes, rows},
            shared_table::SharedTable,
        },
        hooks::use_answer,
        texts::Texts,
    },
};

/// How many sources a select offers; beyond that only those that pass the filter.
const MOST_OFFERED: usize = 400;

/// What the view needs.
#[derive(Clone, PartialEq, Properties)]
pub struct CompareProps {
    /// What every view knows.
    pub scene: Scene,
}

/// Two sources side by side.
#[component]
pub fn Compare(props: &CompareProps) -> Html {
    let CompareProps { scene } = props;
    let texts = scene.texts;
    let ids = pair(scene);
    let request = ids.clone().map(|ids| Request::Compare { ids: ids.to_vec() });
    let comparison = use_answer(request);
    let side = |index: usize| ids.as_ref().map(|ids| Request::Source { id: ids[index].clone() });
    let answers = [use_answer(side(0)), use_answer(side(1))];
    let sources = use_memo(answers.map(|answer| answer.response), |answers| {
        answers.clone().map(|response| match response.as_deref() {
            Some(Response::Source(source)) => Some(Rc::new(source.clone())),
            _ => None,
        })
    });
    let found = use_memo(comparison.response, |response| match response.as_deref() {
        Some(Response::Comparison(comparison)) => Some(Rc::new(comparison.clone())),
        _ => None,
    });
    let Some(ids) = ids else {
        return html! { <p class="empty">{ texts.compare_needs_two }</p> };
    };
    let [Some(left), Some(right)] = (*sources).clone() else {
        return html! { <>{ choice(scene, &ids) }<p class="empty is-waiting">{ texts.loading }</p></> };
    };
    html! {
        <>
            { choice(scene, &ids) }
            if let Some(comparison) = &*found {
                <ComparePage comparison={comparison.clone()} {left} {right}
                    href={Callback::from({
                        let (scene, ids) = (scene.clone(), ids.clone());
                        move |(side, at): (usize, u32)| scene.read_href(&ids[side], Some(at)).to_string()
                    })}
                    on_go={scene.on_action.reform({
                        move |(side, at): (usize, u32)| Action::Read { id: ids[side].clone(), at: Some(at) }
                    })}
                    on_term={scene.on_action.reform(Action::AddTerm)} {texts} />
            } else {
                <p class="empty is-waiting">{ texts.loading }</p>
            }
        </>
    }
}

/// The two to compare: those chosen, filled up with the one read last and the first ones.
fn pair(scene: &Scene) -> Option<[String; 2]> {
    let shown = scene.shown();
    let passing = shown.iter().filter_map(|(at, _)| scene.cards.get(*at)).map(|card| &card.id);
    let all = scene.cards.iter().map(|card| &card.id);
    let place = &scene.place;
    let mut candidates = place.compare.iter().chain(&place.source).chain(passing).chain(all);
    let first = candidates.next()?.clone();
    let second = candidates.find(|id| **id != first)?.clone();
    Some([first, second])
}

/// The selects that choose the two, and the button that swaps them.
fn choice(scene: &Scene, ids: &[String; 2]) -> Html {
    let texts = scene.texts;
    let offered: Vec<&Rc<Card>> = if scene.cards.len() <= MOST_OFFERED {
        scene.cards.iter().collect()
    } else {
        let shown = scene.shown();
        let passing = shown.iter().filter_map(|(at, _)| scene.cards.get(*at));
        let passing = passing.filter(|card| !ids.contains(&card.id)).take(MOST_OFFERED);
        scene.cards.iter().filter(|card| ids.contains(&card.id)).chain(passing).collect()
    };
    let select = |side: usize, label: &'static str| {
        let onchange = {
            let (ids, on_action) = (ids.clone(), scene.on_action.clone());
            move |event: Event| {
                let Some(select) = event.target_dyn_into::<web_sys::HtmlSelectElement>() else {
                    return;
                };
                let mut ids = ids.clone();
                // Choosing what stands on the other side swaps the two.
                if ids[1 - side] == select.value() {
                    ids.swap(0, 1);
                } else {
                    ids[side] = select.value();
                }
                on_action.emit(Action::Compare(ids.to_vec()));
            }
        };
        html! {
            <label class="choice-side">
                <span class="visually-hidden">{ label }</span>
                <select {onchange}>
                    for card in &offered {
                        <option key={card.id.clone()} value={card.id.clone()} selected={card.id == ids[side]}>
                            { format!("{} · {}", short_name(card), card.title) }
                        </option>
                    }
                </select>
            </label>
        }
    };
    let swap = scene.on_action.reform({
        let ids = ids.clone();
        move |_| Action::Compare(vec![ids[1].clone(), ids[0].clone()])
    });
    html! {
        <div class="choice">
            { select(0, texts.left_source) }
            <button type="button" class="plain" aria-label={texts.swap} title={texts.swap} onclick={swap}>
                { icon(Icon::Swap) }
            </button>
            { select(1, texts.right_source) }
        </div>
    }
}

/// What the comparison's page needs.
#[derive(Clone, PartialEq, Properties)]
pub struct ComparePageProps {
    /// What the engine found.
    pub comparison: Rc<Comparison>,
    /// The source on the left.
    pub left: Rc<SourceText>,
    /// The source on the right.
    pub right: Rc<SourceText>,
    /// The address of a passage: which side, at which byte.
    pub href: Callback<(usize, u32), String>,
    /// Goes to a passage.
    pub on_go: Callback<(usize, u32)>,
    /// Makes something a term.
    pub on_term: Callback<String>,
    /// The interface's words.
    pub texts: &'static Texts,
}

/// The page of a comparison.
#[component]
pub fn ComparePage(props: &ComparePageProps) -> Html {
    let ComparePageProps { comparison, left, right, href, on_go, on_term, texts } = props;
    let sources = [left, right];
    let names = sources.map(|source| short_name(&source.card));
    let columns = names.clone().map(AttrValue::from);
    let place =
        |id: &str| comparison.sources.iter().position(|source| source == id).unwrap_or_default();
    let sides = sources.map(|source| place(&source.card.id));
    let rows =
        use_memo((comparison.clone(), left.clone(), right.clone()), |(comparison, left, right)| {
            rows(comparison, &left.card.id, &right.card.id)
        });
    let table = |heading: &'static str, rows: &[_]| {
        html! {
            <SharedTable {heading} rows={Rc::<[_]>::from(rows)} columns={columns.clone()} {sides}
                on_term={on_term.clone()} {texts} />
        }
    };
    let side = |index: usize| Side {
        text: &sources[index].text,
        lang: sources[index].card.lang,
        name: &names[index],
    };
    html! {
        <div class={classes!("comparison", View::Compare.name())}>
            <div class="columns-head">
                for (source, class) in sources.into_iter().zip(["left", "right"]) {
                    <header key={class} {class}>
                        { kicker(&source.card, texts) }
                        <h2 lang={source.card.lang.to_string()} dir={dir(source.card.lang)}>{ source.card.title.clone() }</h2>
                        { citation(&source.card, texts) }
                    </header>
                }
            </div>
            <section aria-labelledby="shared-title">
                <h2 id="shared-title" class="section-title">{ texts.what_they_share }</h2>
                <div class="shared-tables">
                    { table(texts.names, &comparison.names) }
                    { table(texts.concepts, &comparison.concepts) }
                    { table(texts.words, &comparison.words) }
                    { table(texts.figures, &comparison.figures) }
                </div>
            </section>
            <section aria-labelledby="pairs-title">
                <h2 id="pairs-title" class="section-title">{ texts.passages }</h2>
                <ol class="pairs">
                    for row in rows.iter() {
                        { row_nodes(row, [side(0), side(1)], |side, at| href.emit((side, at)), on_go, texts) }
                    }
                </ol>
            </section>
        </div>
    }
}
