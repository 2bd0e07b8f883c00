//! How the lines of the concordance are sorted and grouped, and the way to save them.
//!
//! In: the order and the groups found. Out: native selects, which work with any input, the
//! groups with their counts, each leading to its first line, and a button that saves.

use std::rc::Rc;

use yew::prelude::*;

use crate::{
    protocol::{GroupBy, HitGroup, HitOrder, Neighbour},
    state::address::MOST_LEVELS,
    web::texts::Texts,
};

/// What the bar needs.
#[derive(Clone, PartialEq, Properties)]
pub struct HitOrderProps {
    /// The order.
    pub order: HitOrder,
    /// The groups, in order.
    pub groups: Rc<[HitGroup]>,
    /// What a group is called.
    pub label: Callback<(GroupBy, String), String>,
    /// Changes the order.
    pub on_order: Callback<HitOrder>,
    /// Goes to a line.
    pub on_group: Callback<u32>,
    /// Saves all lines.
    pub on_save: Callback<()>,
    /// The interface's words.
    pub texts: &'static Texts,
}

/// The bar above the lines.
#[component]
pub fn HitOrderBar(props: &HitOrderProps) -> Html {
    let HitOrderProps { order, groups, label, on_group, on_save, texts, .. } = props;
    // A level is offered once the one before it is chosen.
    let levels = (order.sort.len() + 1).min(MOST_LEVELS);
    html! {
        <div class="hit-order">
            for level in 0..levels { { sort(props, level) } }
            { group(props) }
            <button type="button" class="quiet" onclick={on_save.reform(|_| ())}>{ texts.save_table }</button>
            if let Some(by) = order.group {
                <ul class="hit-groups">
                    for group in groups.iter() {
                        <li key={group.label.clone()}>
                            <button type="button" class="chip" onclick={on_group.reform({ let from = group.from; move |_| from })}>
                                <bdi>{ label.emit((by, group.label.clone())) }</bdi>{ " " }
                                <span class="term-count">{ texts.number(group.count) }</span>
                            </button>
                        </li>
                    }
                </ul>
            }
        </div>
    }
}

/// The value that a select has now.
fn chosen(event: &Event) -> Option<String> {
    event.target_dyn_into::<web_sys::HtmlSelectElement>().map(|select| select.value())
}

fn sort(props: &HitOrderProps, level: usize) -> Html {
    let HitOrderProps { order, on_order, texts, .. } = props;
    let now = order.sort.get(level).copied();
    let onchange = {
        let (order, on_order) = (order.clone(), on_order.clone());
        move |event: Event| {
            let mut order = order.clone();
            order.sort.truncate(level);
            order.sort.extend(chosen(&event).as_deref().and_then(Neighbour::parse));
            on_order.emit(order);
        }
    };
    let choices = std::iter::once(None).chain(Neighbour::ALL.map(Some));
    html! {
        <label>
            { if level == 0 { texts.sort } else { texts.then_by } }{ " " }
            <select {onchange}>
                for choice in choices {
                    <option key={name(choice)} value={name(choice)} selected={choice == now}>
                        { (texts.neighbour)(choice) }
                    </option>
                }
            </select>
        </label>
    }
}

fn name(neighbour: Option<Neighbour>) -> &'static str {
    neighbour.map_or("", Neighbour::name)
}

fn group(props: &HitOrderProps) -> Html {
    let HitOrderProps { order, on_order, texts, .. } = props;
    let onchange = {
        let (order, on_order) = (order.clone(), on_order.clone());
        move |event: Event| {
            let group = chosen(&event).as_deref().and_then(GroupBy::parse);
            on_order.emit(HitOrder { group, ..order.clone() });
        }
    };
    let choices = std::iter::once(None).chain(GroupBy::ALL.map(Some));
    html! {
        <label>
            { texts.group }{ " " }
            <select {onchange}>
                for choice in choices {
                    <option key={choice.map_or("", GroupBy::name)} value={choice.map_or("", GroupBy::name)}
                        selected={choice == order.group}>{ (texts.grouped_by)(choice) }</option>
                }
            </select>
        </label>
    }
}
