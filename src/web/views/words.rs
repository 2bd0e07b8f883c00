//! The Words view: the words of a group of sources, alone or against the rest.
//!
//! In: what every view knows, and the groups that the address names. Out: a list of
//! frequencies; with a group chosen, what sets it apart, with counts, the size of the
//! difference, how sure it is, and how evenly it is spread. Each row leads to its
//! concordance. The figures are the engine's. What stands near the hits is for `words_near`.

use yew::prelude::*;

use super::{
    Scene,
    group_choice::group_choice,
    words_near::{NearHits, WINDOW},
};
use crate::{
    protocol::{Counted, Filter, Request, Response},
    source::BlockKind,
    state::{Action, Group, View},
    web::{
        components::{
            meta::counted_as,
            segments::segments,
            waiting::waiting,
            word_table::{WordRow, WordTable},
        },
        hooks::use_answer,
    },
};

/// How many rows are asked for.
const ROWS: u32 = 400;
/// A thing must occur so often in both groups together to be set against the rest.
const LEAST: u32 = 3;

/// What the view needs.
#[derive(Clone, PartialEq, Properties)]
pub struct WordsProps {
    /// What every view knows.
    pub scene: Scene,
}

/// The words of a group, or those near the hits.
#[component]
pub fn Words(props: &WordsProps) -> Html {
    let WordsProps { scene } = props;
    let texts = scene.texts;
    let near = scene.place.near;
    let lists = [(false, texts.comparing.of_groups), (true, texts.comparing.near_hits)];
    let choose = scene.on_action.reform(|is_near: bool| Action::Near(is_near.then_some(WINDOW)));
    html! {
        <section class="words-view" aria-label={texts.words}>
            <div class="controls">{ segments(texts.comparing.list_of, &lists, near.is_some(), &choose) }</div>
            if let Some(near) = near { <NearHits scene={scene.clone()} {near} /> }
            else { <OfGroups scene={scene.clone()} /> }
        </section>
    }
}

/// The words of a group.
#[component]
fn OfGroups(props: &WordsProps) -> Html {
    let WordsProps { scene } = props;
    let texts = scene.texts;
    let of = scene.place.unit;
    let (these, against) = filters(scene);
    let has_group = scene.place.these.is_some();
    let request = if has_group {
        Request::Keyness { of, group: these, against, least: LEAST, most: ROWS }
    } else {
        Request::Frequencies { of, group: these, most: ROWS }
    };
    let answer = use_answer(Some(request));
    let known = (answer.response.clone(), scene.labels.clone(), of);
    let rows = use_memo(known, |(response, labels, of)| {
        let called = |label: &str| counted_as(labels, *of, label);
        match response.as_deref() {
            Some(Response::Frequencies(found)) => {
                Some((WordRow::of_frequencies(found, &called), false, [found.words, 0]))
            }
            Some(Response::Keyness(found)) => {
                Some((WordRow::of_keyness(found, &called), true, found.words))
            }
            _ => None,
        }
    });
    let on_hits = {
        let scene = scene.clone();
        Callback::from(move |query: String| {
            scene.on_action.emit(Action::AddTerm(query));
            scene.on_action.emit(Action::Show(View::Hits));
        })
    };
    html! {
        <>
            { group_choice(scene) }
            <div class="controls">
                { segments(texts.what_is_counted, &[(Counted::Concepts, texts.concepts), (Counted::Names, texts.names), (Counted::Words, texts.words)],
                    of, &scene.on_action.reform(Action::Count)) }
            </div>
            if let Some((rows, is_keyness, words)) = &*rows {
                if *is_keyness && words.contains(&0) { <p class="empty">{ texts.empty_group }</p> }
                else if rows.is_empty() { <p class="empty">{ texts.none }</p> }
                else { <WordTable rows={rows.clone()} is_keyness={*is_keyness} words={*words} on_term={on_hits} {texts} /> }
            } else { { waiting([&answer], texts) } }
        </>
    }
}

/// The two groups as filters, both within the filter in force.
fn filters(scene: &Scene) -> (Filter, Filter) {
    let place = &scene.place;
    let base = (*scene.filter).clone();
    // Those that are in the group, or those that are not.
    let members = |group: &Group, are_in: bool| -> Vec<String> {
        let shown = scene.shown();
        let cards = shown.iter().filter_map(|(at, _)| scene.cards.get(*at));
        let own = cards.filter(|card| group.has(card, &place.compare) == are_in);
        nobody(own.map(|card| card.id.clone()).collect())
    };
    let only = |ids: Vec<String>| Filter { ids, ..base.clone() };
    match (&place.these, &place.against) {
        (None, _) => (base.clone(), base),
        (Some(Group::Comments), _) => {
            let comments = Filter { kinds: vec![BlockKind::Comment], ..base.clone() };
            (comments, Filter { kinds: vec![], ..base })
        }
        (Some(these), Some(against)) => (only(members(these, true)), only(members(against, true))),
        (Some(these), None) => (only(members(these, true)), only(members(these, false))),
    }
}

/// A filter that names no source admits all; an empty group must admit none.
fn nobody(ids: Vec<String>) -> Vec<String> {
    if ids.is_empty() { vec![String::new()] } else { ids }
}
