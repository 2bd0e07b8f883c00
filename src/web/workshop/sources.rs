//! The sources of the collection, to be corrected, put in order, or removed.
//!
//! In: the cards. Out: the reader's corrections and order, carried out all at once, because
//! the collection is made anew for them. Nothing is changed before that. Sources are moved by
//! dragging their handle, or with two buttons, which keep the focus.

use std::{collections::BTreeMap, rc::Rc};

use wasm_bindgen::JsCast as _;
use web_sys::{HtmlElement, HtmlInputElement};
use yew::prelude::*;

use super::bench::Bench;
use crate::{
    importing::{Correction, Item, Wishes},
    protocol::Card,
    web::{
        browser,
        components::icon::{Icon, icon},
        texts::Texts,
    },
};

/// How many sources are listed at first, and at each request for more.
const STEP: usize = 30;

/// What the section needs.
#[derive(Clone, PartialEq, Properties)]
pub struct SourcesProps {
    /// Where it is done.
    pub bench: Bench,
    /// The sources.
    pub cards: Rc<[Rc<Card>]>,
    /// The interface's words.
    pub texts: &'static Texts,
}

/// What can be changed of a source: an item, or with none whether it stays.
type Field = Option<Item>;

/// Items that cards have; the others are corrected where the source is read.
const ITEMS: [Item; 6] =
    [Item::Title, Item::Outlet, Item::Authors, Item::Date, Item::Url, Item::Lang];

/// What the reader changed: of which source, what, to what. A source that goes has no text.
type Changes = BTreeMap<(usize, Field), String>;

/// What stands in a field before it is changed.
fn value(card: &Card, field: Field) -> String {
    match field {
        Some(Item::Title) => card.title.clone(),
        Some(Item::Outlet) => card.outlet.clone().unwrap_or_default(),
        Some(Item::Authors) => card.authors.join("; "),
        Some(Item::Date) => card.date.clone().unwrap_or_default(),
        Some(Item::Url) => card.url.clone().unwrap_or_default(),
        Some(Item::Lang) => card.lang.to_string(),
        _ => "1".to_owned(),
    }
}

/// The order after the source at `from` is put where the one at `to` stands.
fn moved(order: &[usize], from: usize, to: usize) -> Vec<usize> {
    let mut order = order.to_vec();
    if from < order.len() && to < order.len() {
        let one = order.remove(from);
        order.insert(to, one);
    }
    order
}

/// What the collection shall be like after the changes, its sources in that order.
fn wishes(cards: &[Rc<Card>], changes: &Changes, order: &[usize]) -> Wishes {
    let mut corrections: BTreeMap<usize, Correction> = BTreeMap::new();
    for ((index, field), to) in changes {
        let Some(card) = cards.get(*index) else { continue };
        let by = corrections
            .entry(*index)
            .or_insert_with(|| Correction { id: card.id.clone(), ..Correction::default() });
        by.items.extend(field.map(|item| (item, Some(to.clone()))));
    }
    let stays = |index: usize| !changes.contains_key(&(index, None));
    let keep = order.iter().filter(|index| stays(**index)).filter_map(|index| cards.get(*index));
    corrections.retain(|index, by| stays(*index) && !by.is_empty());
    Wishes {
        keep: Some(keep.map(|card| card.id.clone()).collect()),
        corrections: corrections.into_values().collect(),
        ..Wishes::default()
    }
}

/// The section.
#[component]
pub fn Sources(props: &SourcesProps) -> Html {
    let SourcesProps { bench, cards, texts } = props;
    let words = texts.workshop;
    let changes = use_state_eq(Changes::new);
    let shown = use_state_eq(|| STEP);
    let order = use_state_eq(|| (0..cards.len()).collect::<Vec<_>>());
    // The place from which a source is being dragged.
    let dragged = use_mut_ref(|| None::<usize>);
    // The button that moved a source last, and where it went.
    let pressed = use_state_eq(|| None::<(String, usize)>);
    use_effect_with((*pressed).clone(), |pressed| {
        let button = pressed.as_ref().and_then(|(id, _)| browser::element(id));
        if let Some(button) = button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
            // What is moved loses it.
            let _ = button.focus();
        }
    });
    if !bench.can_import() {
        return Html::default();
    }
    let input = |index: usize, field: Field, name: &'static str| {
        let Some(card) = cards.get(index) else { return Html::default() };
        let before = value(card, field);
        let now = changes.get(&(index, field)).cloned().unwrap_or_else(|| before.clone());
        let onchange = {
            let changes = changes.clone();
            move |event: Event| {
                let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
                let to = match field {
                    None if input.checked() => "1".to_owned(),
                    None => String::new(),
                    Some(_) => input.value(),
                };
                let mut next = (*changes).clone();
                if to == before {
                    next.remove(&(index, field))
                } else {
                    next.insert((index, field), to)
                };
                changes.set(next);
            }
        };
        if field.is_none() {
            return html! {
                <label class="check"><input type="checkbox" checked={!now.is_empty()} {onchange} />{ name }</label>
            };
        }
        let lang = (field == Some(Item::Title)).then(|| card.lang.to_string());
        html! { <label class="field"><span>{ name }</span><input type="text" value={now} {lang} {onchange} /></label> }
    };
    let apply = {
        let (bench, cards, changes) = (bench.clone(), cards.clone(), changes.clone());
        let order = order.clone();
        move |_| bench.remake(wishes(&cards, &changes, &order))
    };
    let arrow = |place: usize, index: usize, is_up: bool| {
        let to = if is_up { place.checked_sub(1) } else { Some(place + 1) };
        let to = to.filter(|to| *to < order.len());
        let id = format!("{}-{index}", if is_up { "move-up" } else { "move-down" });
        let onclick = {
            let (order, pressed, id) = (order.clone(), pressed.setter(), id.clone());
            move |_| {
                if let Some(to) = to {
                    order.set(moved(&order, place, to));
                    pressed.set(Some((id.clone(), to)));
                }
            }
        };
        let name = if is_up { words.move_up } else { words.move_down };
        let title = cards.get(index).map(|card| card.title.as_str()).unwrap_or_default();
        html! {
            <button type="button" class="plain move" {id} title={name} aria-label={format!("{name}: {title}")}
                aria-disabled={to.is_none().to_string()} {onclick}>{ icon(if is_up { Icon::Up } else { Icon::Down }) }</button>
        }
    };
    let handle = |place: usize| {
        let dragged = dragged.clone();
        let ondragstart = move |event: DragEvent| {
            dragged.replace(Some(place));
            if let Some(data) = event.data_transfer() {
                // Without data some browsers begin nothing.
                let _ = data.set_data("text/plain", "");
            }
        };
        html! { <span class="handle" draggable="true" aria-hidden="true" {ondragstart}>{ icon(Icon::Handle) }</span> }
    };
    let ondragover = {
        let dragged = dragged.clone();
        move |event: DragEvent| {
            if dragged.borrow().is_some() {
                event.prevent_default();
            }
        }
    };
    let ondrop = |place: usize| {
        let (order, dragged) = (order.clone(), dragged.clone());
        move |event: DragEvent| {
            if let Some(from) = dragged.take() {
                event.prevent_default();
                order.set(moved(&order, from, place));
            }
        }
    };
    let said = pressed.as_ref().and_then(|(_, place)| {
        let card = cards.get(*order.get(*place)?)?;
        Some((words.moved)(&card.title, place + 1, order.len()))
    });
    let is_same = changes.is_empty() && order.is_sorted();
    let more = {
        let shown = shown.clone();
        move |_| shown.set(*shown + STEP)
    };
    html! {
        <section class="workshop-part" aria-labelledby="sources-title">
            <details class="correct">
                <summary><h3 id="sources-title">{ words.sources }</h3></summary>
                if cards.len() > 1 { <p class="note">{ words.order_intro }</p> }
                <p class="visually-hidden" role="status">{ said.unwrap_or_default() }</p>
                <ol class="correct-list">
                    for (place, (index, card)) in order.iter().filter_map(|index| Some((*index, cards.get(*index)?))).enumerate().take(*shown) {
                        <li key={card.id.clone()} ondragover={ondragover.clone()} ondrop={ondrop(place)}
                            class={classes!(changes.contains_key(&(index, None)).then_some("is-off"))}>
                            if cards.len() > 1 { <span class="moves">{ handle(place) }{ arrow(place, index, true) }{ arrow(place, index, false) }</span> }
                            <details>
                                <summary lang={card.lang.to_string()}>{ card.title.clone() }</summary>
                                <div class="fields">
                                    { for ITEMS.map(|item| input(index, Some(item), (words.item)(item))) }
                                </div>
                            </details>
                            { input(index, None, words.in_collection) }
                        </li>
                    }
                </ol>
                if cards.len() > *shown {
                    <button type="button" class="quiet" onclick={more}>{ words.more_sources }</button>
                }
                <p>
                    <button type="button" class="toggle" id="apply-changes" disabled={is_same} onclick={apply}>{ words.apply }</button>
                </p>
            </details>
        </section>
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::{Changes, moved, wishes};
    use crate::{importing::Item, lang::Lang, protocol::Card};

    fn card(id: &str) -> Rc<Card> {
        Rc::new(Card {
            id: id.into(),
            title: "A".into(),
            outlet: None,
            lang: Lang::EN,
            date: None,
            date_reason: None,
            url: None,
            cites: None,
            authors: Vec::new(),
            words: 0,
            bytes: 0,
            comments: 0,
        })
    }

    #[test]
    fn a_removed_source_is_not_corrected() {
        let cards = [card("a"), card("b"), card("c")];
        let mut changes = Changes::new();
        changes.insert((0, Some(Item::Outlet)), "The Example".into());
        changes.insert((1, Some(Item::Title)), "B".into());
        changes.insert((1, None), String::new());
        let wishes = wishes(&cards, &changes, &moved(&[0, 1, 2], 2, 0));
        assert_eq!(wishes.keep, Some(vec!["c".into(), "a".into()]));
        assert_eq!(wishes.corrections.len(), 1);
        assert_eq!(wishes.corrections[0].items, [(Item::Outlet, Some("The Example".to_owned()))]);
    }
}
