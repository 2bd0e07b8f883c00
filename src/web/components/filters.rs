//! The filters in force, as chips that can be taken away.
//!
//! In: a filter. Out: a chip for each thing it narrows to, and what to say when nothing
//! passes: which filter emptied the result.

use std::rc::Rc;

use yew::prelude::*;

use super::{
    facets::value_name,
    icon::{Icon, icon},
};
use crate::{
    protocol::{Facet, Filter},
    state::Action,
    web::{components::meta::called, texts::Texts},
};

/// One thing that a filter narrows to: its name, its field, and how to let it go.
#[derive(Clone, Debug, PartialEq)]
pub struct Active {
    /// How it is called.
    pub name: String,
    /// The facet it belongs to; nothing for chosen sources.
    pub field: &'static str,
    /// What lets it go.
    pub release: Vec<Action>,
}

/// Everything that `filter` narrows to.
#[must_use]
pub fn active(filter: &Filter, labels: &[(String, String)], texts: &Texts) -> Vec<Active> {
    let Filter { langs, outlets, from, to, kinds, ids, names, concepts } = filter;
    let mut all = Vec::new();
    let mut add = |name, field, release| all.push(Active { name, field, release });
    for lang in langs {
        add(texts.language_name(*lang), "lang", vec![Action::ToggleLang(*lang)]);
    }
    for outlet in outlets {
        add(outlet.clone(), "outlet", vec![Action::ToggleOutlet(outlet.clone())]);
    }
    if from.is_some() || to.is_some() {
        let name = match (from, to) {
            (Some(from), Some(to)) if from == to => from.clone(),
            (from, to) => (texts.date_range)(from.as_deref(), to.as_deref()),
        };
        add(name, "year", vec![Action::SetDates { from: None, to: None }]);
    }
    for name in names {
        add(name.clone(), "name", vec![Action::ToggleName(name.clone())]);
    }
    for concept in concepts {
        add(
            called(labels, concept).to_owned(),
            "concept",
            vec![Action::ToggleConcept(concept.clone())],
        );
    }
    for kind in kinds {
        add(
            value_name("kind", kind.name(), labels, texts),
            "kind",
            vec![Action::ToggleKind(*kind)],
        );
    }
    if !ids.is_empty() {
        let name = (texts.chosen_sources)(u32::try_from(ids.len()).unwrap_or(u32::MAX));
        add(name, "", ids.iter().cloned().map(Action::ToggleSource).collect());
    }
    all
}

/// The filter whose removal brings something back: one of a field whose own values still
/// have sources, since a facet counts what passes all *other* fields.
#[must_use]
pub fn culprit<'a>(active: &'a [Active], facets: &[Facet]) -> Option<&'a Active> {
    active
        .iter()
        .rev()
        .find(|one| facets.iter().any(|facet| facet.field == one.field && facet.count > 0))
}

/// What the filter chips need.
#[derive(Clone, PartialEq, Properties)]
pub struct FiltersProps {
    /// The filter in force.
    pub filter: Rc<Filter>,
    /// Counts for every value, to tell which filter emptied the result.
    pub facets: Rc<[Facet]>,
    /// What concepts are called, by their labels, rising.
    #[prop_or_else(|| Rc::new([]))]
    pub labels: Rc<[(String, String)]>,
    /// Whether nothing passes.
    pub empty: bool,
    /// Changes the filter.
    pub on_action: Callback<Action>,
    /// The interface's words.
    pub texts: &'static Texts,
}

/// The filters in force.
#[component]
pub fn Filters(props: &FiltersProps) -> Html {
    let FiltersProps { filter, facets, labels, empty, on_action, texts } = props;
    let active = active(filter, labels, texts);
    if active.is_empty() {
        return Html::default();
    }
    let release = |actions: Vec<Action>| {
        let on_action = on_action.clone();
        move |_: MouseEvent| actions.iter().cloned().for_each(|action| on_action.emit(action))
    };
    let culprit = if *empty { culprit(&active, facets) } else { None };
    html! {
        <section class="filters" aria-label={texts.filters}>
            <ul>
                for one in &active {
                    <li key={format!("{} {}", one.field, one.name)}>
                        <button type="button" class="chip" aria-label={(texts.remove)(&one.name)} onclick={release(one.release.clone())}>
                            <bdi>{ one.name.clone() }</bdi>{ icon(Icon::Cross) }
                        </button>
                    </li>
                }
            </ul>
            <button type="button" class="quiet small" onclick={release(vec![Action::ClearFilter])}>{ texts.clear_all }</button>
            if *empty {
                <p class="empty">
                    { texts.nothing_left }
                    if let Some(one) = culprit { { " " }{ (texts.emptied_by)(&one.name) } }
                </p>
            }
        </section>
    }
}

#[cfg(test)]
mod tests {
    use super::{active, culprit};
    use crate::{
        lang::Lang,
        protocol::{Facet, Filter},
        web::texts::choose,
    };

    #[test]
    fn the_filter_that_emptied_the_result_is_the_one_whose_facet_still_counts() {
        let texts = choose(["en"]);
        let filter = Filter {
            langs: vec![Lang::RU],
            from: Some("1999".into()),
            to: Some("1999".into()),
            ..Filter::default()
        };
        let all = active(&filter, &[], texts);
        assert_eq!(
            all.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(),
            ["Russian", "1999"]
        );
        let year = Facet { field: "year".into(), value: "2013".into(), count: 3 };
        assert_eq!(culprit(&all, &[year]).map(|one| one.name.as_str()), Some("1999"));
        assert_eq!(culprit(&all, &[]), None);
    }
}
