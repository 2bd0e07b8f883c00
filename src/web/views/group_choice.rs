//! Choosing the two groups of the Words view.
//!
//! In: the collection's sources and the groups chosen. Out: two selects in a sentence. Only
//! groups that the collection has are offered, with how many sources each has.

use std::collections::BTreeMap;

use yew::prelude::*;

use super::Scene;
use crate::{
    state::{Action, Group},
    web::{
        components::icon::{Icon, icon},
        texts::Texts,
    },
};

/// Every group that the sources shown have, with its number of sources.
#[must_use]
pub fn offered(scene: &Scene) -> Vec<(Group, usize)> {
    let (mut langs, mut outlets, mut years) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
    let (mut ticked, mut commented) = (0, 0);
    let shown = scene.shown();
    for card in shown.iter().filter_map(|(at, _)| scene.cards.get(*at)) {
        *langs.entry(card.lang).or_insert(0) += 1;
        if let Some(outlet) = &card.outlet {
            *outlets.entry(outlet.clone()).or_insert(0) += 1;
        }
        if let Some(year) = card.date.as_deref().and_then(|date| date.get(..4)) {
            *years.entry(year.to_owned()).or_insert(0) += 1;
        }
        ticked += usize::from(scene.place.compare.contains(&card.id));
        commented += usize::from(card.comments > 0);
    }
    let mut all: Vec<(Group, usize)> = Vec::new();
    all.extend(langs.into_iter().map(|(lang, count)| (Group::Lang(lang), count)));
    all.extend(outlets.into_iter().map(|(outlet, count)| (Group::Outlet(outlet), count)));
    all.extend(years.into_iter().map(|(year, count)| (Group::Year(year), count)));
    all.extend(
        [(Group::Ticked, ticked), (Group::Comments, commented)]
            .into_iter()
            .filter(|(_, count)| *count > 0),
    );
    all
}

/// What a group is called.
#[must_use]
pub fn group_name(group: &Group, texts: &Texts) -> String {
    match group {
        Group::Lang(lang) => texts.language_name(*lang),
        Group::Outlet(outlet) => outlet.clone(),
        Group::Year(year) => year.clone(),
        Group::Ticked => texts.ticked.to_owned(),
        Group::Comments => texts.comments.to_owned(),
    }
}

/// The two selects.
pub fn group_choice(scene: &Scene) -> Html {
    let texts = scene.texts;
    let place = &scene.place;
    let offered = offered(scene);
    let select = |label: &'static str,
                  chosen: &Option<Group>,
                  empty: &'static str,
                  is_first: bool| {
        let onchange = {
            let (on_action, these, against) =
                (scene.on_action.clone(), place.these.clone(), place.against.clone());
            move |event: Event| {
                let Some(select) = event.target_dyn_into::<web_sys::HtmlSelectElement>() else {
                    return;
                };
                let group = Group::parse(&select.value());
                on_action.emit(if is_first {
                    Action::Contrast { these: group, against: against.clone() }
                } else {
                    Action::Contrast { these: these.clone(), against: group }
                });
            }
        };
        html! {
            <label class="group-choice">
                <span>{ label }</span>
                <select {onchange}>
                    <option value="" selected={chosen.is_none()}>{ empty }</option>
                    for (group, count) in &offered {
                        <option key={group.name()} value={group.name()} selected={chosen.as_ref() == Some(group)}>
                            { format!("{} ({})", group_name(group, texts), count) }
                        </option>
                    }
                </select>
            </label>
        }
    };
    let is_comments = place.these == Some(Group::Comments);
    let swap = scene.on_action.reform({
        let (these, against) = (place.these.clone(), place.against.clone());
        move |_| Action::Contrast { these: against.clone(), against: these.clone() }
    });
    html! {
        <div class="groups">
            { select(texts.words_of, &place.these, texts.all_sources, true) }
            if place.these.is_some() && !is_comments {
                { select(texts.set_against, &place.against, texts.the_rest, false) }
                if place.against.is_some() {
                    <button type="button" class="plain" aria-label={texts.swap_groups} title={texts.swap_groups} onclick={swap}>{ icon(Icon::Swap) }</button>
                }
            }
            if is_comments { <span class="note">{ texts.against_article }</span> }
        </div>
    }
}
