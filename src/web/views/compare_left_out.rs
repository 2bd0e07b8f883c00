//! What each source of a comparison leaves out, with the passages of the others beside it.
//!
//! In: a comparison with its sources. Out: a list for each source. Among several it is what
//! most of the others tell, as the engine found it; between two it is the names, figures and
//! subjects that the other has. Each says of what kind it is and who tells it. Why a source
//! is silent is not said.

use yew::prelude::*;

use super::{called, compare_page::ComparePageProps, compare_tables::silences};
use crate::{
    protocol::{Comparison, EvidenceKind, Passage},
    sort::sort_by_key,
    web::components::{
        cut::cut,
        export::Export,
        go::Go,
        meta::{dir, short_name},
    },
};

/// How many are shown of each source until more is asked for.
const FEW: usize = 8;
/// How many letters of a passage are shown.
const LONGEST: usize = 320;

/// Something that a source leaves out.
#[derive(Clone, Debug, PartialEq)]
pub struct Missing<'c> {
    /// What kind of thing it is; nothing for a whole passage.
    pub kind: Option<EvidenceKind>,
    /// As mostly written; empty for a passage.
    pub label: &'c str,
    /// A query that finds it; empty for a passage.
    pub query: &'c str,
    /// How many of the others tell it.
    pub told: u32,
    /// Where they do.
    pub passages: &'c [Passage],
}

/// What the source at that place of a comparison leaves out.
#[must_use]
pub fn missing(comparison: &Comparison, place: usize) -> Vec<Missing<'_>> {
    if comparison.sources.len() > 2 {
        let own = comparison.silences.get(place).into_iter().flatten();
        return own
            .map(|silence| Missing {
                kind: silence.kind,
                label: &silence.label,
                query: &silence.query,
                told: silence.sources,
                passages: &silence.passages,
            })
            .collect();
    }
    let lists = [
        (EvidenceKind::Name, &comparison.names),
        (EvidenceKind::Figure, &comparison.figures),
        (EvidenceKind::Concept, &comparison.concepts),
    ];
    let mut all = Vec::new();
    for (kind, rows) in lists {
        for row in rows.iter().filter(|row| row.counts.get(place) == Some(&0)) {
            let count: u32 = row.counts.iter().sum();
            let (label, query, passages) = (&*row.label, &*row.query, &*row.passages);
            all.push((count, Missing { kind: Some(kind), label, query, told: 1, passages }));
        }
    }
    sort_by_key(&mut all, |(count, one)| (std::cmp::Reverse(*count), one.kind));
    all.into_iter().map(|(_, one)| one).collect()
}

/// The lists.
#[component]
pub fn LeftOut(props: &ComparePageProps) -> Html {
    let ComparePageProps { sources, texts, .. } = props;
    let own = texts.comparing;
    let all = use_state_eq(|| [false; crate::state::MOST_COMPARED]);
    let make = {
        let props = props.clone();
        Callback::from(move |()| silences(&props))
    };
    let toggle = |column: usize| {
        let all = all.clone();
        move |_| {
            let mut next = *all;
            next[column] = !next[column];
            all.set(next);
        }
    };
    html! {
        <section class="left-out" aria-label={own.left_out}>
            <div class="controls">
                <p class="note">{ if sources.len() > 2 { own.left_out_most } else { own.left_out_two } }</p>
                <Export name="left-out" {make} {texts} />
            </div>
            for (column, name) in props.names().into_iter().enumerate() {
                { list(props, column, &name, all[column], toggle(column)) }
            }
        </section>
    }
}

fn list(
    props: &ComparePageProps,
    column: usize,
    name: &str,
    all: bool,
    toggle: impl Fn(MouseEvent) + 'static,
) -> Html {
    let ComparePageProps { comparison, texts, .. } = props;
    let own = texts.comparing;
    let missing = missing(comparison, props.place(column));
    let rest = missing.len().saturating_sub(FEW);
    let shown = if all { missing.len() } else { FEW };
    html! {
        <section key={column} class="silences">
            <h3 class="shared-head">{ (own.not_in)(name) }</h3>
            if missing.is_empty() { <p class="note">{ if comparison.sources.len() > 2 { own.nothing_left_out } else { texts.none } }</p> }
            <ul>for (at, one) in missing.iter().take(shown).enumerate() { { item(props, at, one) } }</ul>
            if rest > 0 {
                <button type="button" class="quiet small" aria-expanded={all.to_string()} onclick={toggle}>
                    { if all { texts.fewer.to_owned() } else { (texts.more)(u32::try_from(rest).unwrap_or(u32::MAX)) } }
                </button>
            }
        </section>
    }
}

fn item(props: &ComparePageProps, at: usize, one: &Missing<'_>) -> Html {
    let texts = props.texts;
    let own = texts.comparing;
    let others = u32::try_from(props.sources.len()).unwrap_or(u32::MAX).saturating_sub(1);
    let (first, rest) = one.passages.split_at(one.passages.len().min(1));
    html! {
        <li key={at}>
            <div class="silence-head">
                if !one.label.is_empty() {
                    <button type="button" class="word" title={(texts.make_term)(one.label)} onclick={props.on_term().reform({
                        let query = one.query.to_owned();
                        move |_| query.clone()
                    })}><bdi>{ called(&props.labels, one.label).to_owned() }</bdi></button>
                }
                <span class="note">{ one.kind.map_or(own.a_passage, texts.evidence) }</span>
                if others > 1 { <span class="note">{ (own.told_by_of)(one.told, others) }</span> }
            </div>
            <div class="silence-told">
                for passage in first { { told(props, passage) } }
                if !rest.is_empty() {
                    <details>
                        <summary>{ (texts.more)(u32::try_from(rest.len()).unwrap_or(u32::MAX)) }</summary>
                        for passage in rest { { told(props, passage) } }
                    </details>
                }
            </div>
        </li>
    }
}

/// A passage with the name of its source, which leads to it.
fn told(props: &ComparePageProps, passage: &Passage) -> Html {
    let ComparePageProps { sources, href, on_go, texts, .. } = props;
    let Some(column) = props.column(&passage.source) else { return Html::default() };
    let source = &sources[column];
    let (lang, start) = (source.card.lang, passage.span.start);
    html! {
        <blockquote>
            <Go href={href.emit((column, start))} class="from" onclick={on_go.reform(move |()| (column, start))}
                label={format!("{}: {}", texts.go_to_passage, short_name(&source.card))}>
                { short_name(&source.card) }
            </Go>
            <p lang={lang.to_string()} dir={dir(lang)}>{ cut(passage.span.of_text(&source.text), LONGEST) }</p>
        </blockquote>
    }
}

#[cfg(test)]
mod tests {
    use super::missing;
    use crate::protocol::{Comparison, EvidenceKind, Shared, Silence};

    fn row(label: &str, counts: &[u32]) -> Shared {
        Shared {
            label: label.into(),
            query: label.into(),
            counts: counts.to_vec(),
            passages: vec![],
        }
    }

    #[test]
    fn of_two_each_leaves_out_what_only_the_other_has() {
        let comparison = Comparison {
            sources: vec!["a".into(), "b".into()],
            names: vec![row("Putin", &[2, 1]), row("Ushakov", &[1, 0])],
            figures: vec![row("5", &[3, 0])],
            ..Comparison::default()
        };
        let labels: Vec<_> = missing(&comparison, 1).iter().map(|one| one.label).collect();
        assert_eq!(labels, ["5", "Ushakov"], "what it has more of comes first");
        assert!(missing(&comparison, 0).is_empty());
    }

    #[test]
    fn of_more_than_two_it_is_what_the_engine_found() {
        let silence = Silence {
            kind: Some(EvidenceKind::Name),
            label: "Kerry".into(),
            query: "Kerry".into(),
            sources: 2,
            passages: vec![],
        };
        let comparison = Comparison {
            sources: ["a", "b", "c"].map(str::to_owned).to_vec(),
            silences: vec![vec![], vec![silence], vec![]],
            ..Comparison::default()
        };
        assert_eq!(missing(&comparison, 1)[0].told, 2);
        assert!(missing(&comparison, 2).is_empty());
    }
}
