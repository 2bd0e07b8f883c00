//! Facets: what the sources can be narrowed to, with counts.
//!
//! In: counts from the engine and the filter in force. Out: buttons that are pressed where
//! the filter names them. A chosen value stays in its list even when nothing passes, so
//! that it can be let go where it was taken.

use std::rc::Rc;

use yew::prelude::*;

use super::histogram::Histogram;
use crate::{
    lang::Lang,
    protocol::{Facet, Filter},
    source::BlockKind,
    state::Action,
    web::{components::meta::called, texts::Texts},
};

/// How many values of a facet are shown before the rest is asked for.
const FEW: usize = 8;
/// The fields, in the order of the page.
const FIELDS: [&str; 6] = ["lang", "outlet", "year", "name", "concept", "kind"];

/// What the facets need.
#[derive(Clone, PartialEq, Properties)]
pub struct FacetsProps {
    /// Counts for every value.
    pub facets: Rc<[Facet]>,
    /// The filter in force.
    pub filter: Rc<Filter>,
    /// What concepts are called, by their labels, rising.
    #[prop_or_else(|| Rc::new([]))]
    pub labels: Rc<[(String, String)]>,
    /// Changes the filter.
    pub on_action: Callback<Action>,
    /// The interface's words.
    pub texts: &'static Texts,
}

/// The facets.
#[component]
pub fn Facets(props: &FacetsProps) -> Html {
    let FacetsProps { facets, filter, labels, on_action, texts } = props;
    html! {
        <div class="facets">
            for field in FIELDS {
                <FacetList key={field} {field} values={values(field, facets, filter)} filter={filter.clone()}
                    labels={labels.clone()} on_action={on_action.clone()} {texts} />
            }
        </div>
    }
}

/// The values of a field with their counts, chosen ones included.
fn values(field: &str, facets: &[Facet], filter: &Filter) -> Rc<[(String, u32)]> {
    let mut values: Vec<(String, u32)> = facets
        .iter()
        .filter(|facet| facet.field == field)
        .map(|facet| (facet.value.clone(), facet.count))
        .collect();
    for value in chosen(field, filter) {
        if !values.iter().any(|(there, _)| *there == value) {
            values.push((value, 0));
        }
    }
    values.into()
}

/// The values of a field that the filter names.
#[must_use]
pub fn chosen(field: &str, filter: &Filter) -> Vec<String> {
    match field {
        "lang" => filter.langs.iter().map(ToString::to_string).collect(),
        "outlet" => filter.outlets.clone(),
        "name" => filter.names.clone(),
        "concept" => filter.concepts.clone(),
        "kind" => filter.kinds.iter().map(|kind| kind.name().to_owned()).collect(),
        "year" if filter.from == filter.to => filter.from.iter().cloned().collect(),
        _ => Vec::new(),
    }
}

/// What a press on a value does.
fn press(field: &str, value: &str, pressed: bool) -> Option<Action> {
    match field {
        "lang" => Lang::parse(value).map(Action::ToggleLang),
        "outlet" => Some(Action::ToggleOutlet(value.to_owned())),
        "name" => Some(Action::ToggleName(value.to_owned())),
        "concept" => Some(Action::ToggleConcept(value.to_owned())),
        "kind" => BlockKind::parse(value).map(Action::ToggleKind),
        "year" => {
            let year = (!pressed).then(|| value.to_owned());
            Some(Action::SetDates { from: year.clone(), to: year })
        }
        _ => None,
    }
}

/// How a value is called.
#[must_use]
pub fn value_name(field: &str, value: &str, labels: &[(String, String)], texts: &Texts) -> String {
    let known = match field {
        "lang" => Lang::parse(value).map(|lang| texts.language_name(lang)),
        "kind" => BlockKind::parse(value).map(|kind| (texts.kind)(kind).to_owned()),
        "concept" => Some(called(labels, value).to_owned()),
        _ => None,
    };
    known.unwrap_or_else(|| value.to_owned())
}

#[derive(Clone, PartialEq, Properties)]
struct FacetListProps {
    field: &'static str,
    values: Rc<[(String, u32)]>,
    filter: Rc<Filter>,
    labels: Rc<[(String, String)]>,
    on_action: Callback<Action>,
    texts: &'static Texts,
}

#[component]
fn FacetList(props: &FacetListProps) -> Html {
    let FacetListProps { field, values, filter, labels, on_action, texts } = props;
    let all = use_state_eq(|| false);
    if values.is_empty() {
        return Html::default();
    }
    let heading = match *field {
        "lang" => texts.facet_lang,
        "outlet" => texts.facet_outlet,
        "year" => texts.facet_year,
        "name" => texts.names,
        "concept" => texts.concepts,
        _ => texts.facet_kind,
    };
    let chosen = chosen(field, filter);
    let rest = values.len().saturating_sub(FEW);
    let shown = if *all { values.len() } else { FEW };
    let toggle_all = {
        let all = all.clone();
        move |_| all.set(!*all)
    };
    let id = format!("facet-{field}");
    html! {
        <section class="facet" aria-labelledby={id.clone()}>
            <h2 {id}>{ heading }</h2>
            if *field == "year" {
                <Histogram values={values.clone()} filter={filter.clone()} on_action={on_action.clone()} {texts} />
            }
            <ul>
                for (index, (value, count)) in values.iter().enumerate() {
                    if index < shown || chosen.contains(value) {
                        <li key={value.clone()}>{
                            button(field, (value, value_name(field, value, labels, texts)), *count, chosen.contains(value), on_action, texts)
                        }</li>
                    }
                }
            </ul>
            if rest > 0 {
                <button type="button" class="quiet small" aria-expanded={all.to_string()} onclick={toggle_all}>
                    if *all { { texts.fewer } } else { { (texts.more)(u32::try_from(rest).unwrap_or(u32::MAX)) } }
                </button>
            }
        </section>
    }
}

fn button(
    field: &'static str,
    (value, name): (&str, String),
    count: u32,
    pressed: bool,
    on_action: &Callback<Action>,
    texts: &'static Texts,
) -> Html {
    let onclick = {
        let (value, on_action) = (value.to_owned(), on_action.clone());
        move |_| {
            if let Some(action) = press(field, &value, pressed) {
                on_action.emit(action);
            }
        }
    };
    html! {
        <button type="button" class="facet-value" aria-pressed={pressed.to_string()} {onclick}>
            <bdi>{ name }</bdi>
            <span class="facet-count">{ texts.number(count) }</span>
        </button>
    }
}

#[cfg(test)]
mod tests {
    use super::{chosen, press, values};
    use crate::{protocol::Filter, state::Action};

    #[test]
    fn a_chosen_value_stays_when_nothing_passes() {
        let filter = Filter { outlets: vec!["RT".into()], ..Filter::default() };
        assert_eq!(*values("outlet", &[], &filter), [("RT".to_owned(), 0)]);
    }

    #[test]
    fn a_year_is_a_range_from_it_to_it() {
        assert_eq!(
            press("year", "2013", false),
            Some(Action::SetDates { from: Some("2013".into()), to: Some("2013".into()) })
        );
        assert_eq!(press("year", "2013", true), Some(Action::SetDates { from: None, to: None }));
        let filter =
            Filter { from: Some("2013".into()), to: Some("2017".into()), ..Filter::default() };
        assert!(chosen("year", &filter).is_empty(), "a longer range is no single year");
    }
}
