//! The words that keep company with the hits.
//!
//! In: what every view knows, and how many words on either side are near. Out: a table that
//! the engine sorts by any of its measures; a word leads to the hits it stands near. The
//! figures are the engine's.

use yew::prelude::*;

use super::Scene;
use crate::{
    protocol::{Collocate, Collocates, Measure, Request, Response},
    state::{Action, View},
    web::{
        components::{
            export::Export, meta::dir, segments::segments, table::Table, waiting::waiting,
        },
        hooks::use_answer,
    },
};

/// How near a word must be, to choose from.
const WINDOWS: [(u32, &str); 4] = [(2, "2"), (3, "3"), (5, "5"), (10, "10")];
/// How near it must be unless chosen.
pub const WINDOW: u32 = 5;
/// How many rows are asked for, and shown at a time.
const ROWS: u32 = 400;
const FEW: usize = 50;
/// How often a word must stand near a hit; once is chance.
const LEAST: u32 = 2;

/// What the table needs.
#[derive(Clone, PartialEq, Properties)]
pub struct NearHitsProps {
    /// What every view knows.
    pub scene: Scene,
    /// How many words on either side are near.
    pub near: u32,
}

/// The table.
#[component]
pub fn NearHits(props: &NearHitsProps) -> Html {
    let NearHitsProps { scene, near } = props;
    let texts = scene.texts;
    let own = texts.comparing;
    let measure = use_state_eq(Measure::default);
    let shown = use_state_eq(|| FEW);
    let request = Request::Collocates {
        terms: scene.terms.to_vec(),
        filter: (*scene.filter).clone(),
        window: *near,
        least: LEAST,
        measure: *measure,
        count: ROWS,
    };
    let answer = use_answer((!scene.terms.is_empty()).then_some(request));
    if scene.terms.is_empty() {
        return html! { <p class="empty">{ own.near_needs_terms }</p> };
    }
    // Other figures than those asked for would stand under the chosen window.
    let response = answer.response.clone().filter(|_| answer.is_current);
    let Some(Response::Collocates(found)) = response.as_deref() else {
        return waiting([&answer], texts);
    };
    let head = |to: Measure, name: &'static str, title: Option<&'static str>| {
        let chosen = *measure == to;
        let measure = measure.clone();
        html! {
            <th scope="col" aria-sort={chosen.then_some("descending")}>
                <button type="button" class="column-head" {title} onclick={move |_| measure.set(to)}>{ name }</button>
            </th>
        }
    };
    let make = Callback::from({
        let found = found.clone();
        move |()| table(&found)
    });
    let rest = found.rows.len().saturating_sub(*shown);
    let more = {
        let shown = shown.clone();
        move |_| shown.set(*shown + 4 * FEW)
    };
    let windows = scene.on_action.reform(|window| Action::Near(Some(window)));
    html! {
        <>
            <div class="controls">
                <span>{ own.window }</span>
                { segments(own.window, &WINDOWS, *near, &windows) }
                <Export name="near" {make} {texts} />
            </div>
            <p class="note">{ (own.near_note)(found.hits, found.near, *near) }</p>
            if found.rows.is_empty() { <p class="empty">{ texts.none }</p> } else {
                <table class="word-table">
                    <thead><tr>
                        <th scope="col">{ texts.words }</th>
                        { head(Measure::Count, own.near_count, None) }
                        <th scope="col">{ own.before_after }</th>
                        <th scope="col">{ own.all_count }</th>
                        { head(Measure::LogDice, own.closeness, Some(own.log_dice_hint)) }
                        { head(Measure::LogLikelihood, texts.sureness, Some(texts.sureness_hint)) }
                        { head(Measure::LogRatio, texts.times_as_often, Some(texts.ratio_hint)) }
                    </tr></thead>
                    <tbody>
                        for row in found.rows.iter().take(*shown) { { line(props, row) } }
                    </tbody>
                </table>
            }
            if rest > 0 {
                <button type="button" class="quiet small" onclick={more}>{ (texts.more)(u32::try_from(rest).unwrap_or(u32::MAX)) }</button>
            }
        </>
    }
}

fn line(props: &NearHitsProps, row: &Collocate) -> Html {
    let NearHitsProps { scene, near } = props;
    let texts = scene.texts;
    let go = {
        let (on_action, query) = (scene.on_action.clone(), query(&scene.queries, &row.word, *near));
        move |_: MouseEvent| {
            on_action.emit(Action::AddTerm(query.clone()));
            on_action.emit(Action::Show(View::Hits));
        }
    };
    html! {
        <tr key={format!("{}{}", row.lang, row.word)}>
            <th scope="row">
                <button type="button" class="word" title={(texts.comparing.in_context)(&row.word)} onclick={go}>
                    <bdi lang={row.lang.to_string()} dir={dir(row.lang)}>{ row.word.clone() }</bdi>
                </button>
                <span class="note">{ row.lang.to_string() }</span>
            </th>
            <td>{ texts.number(row.near) }</td>
            <td>{ format!("{} · {}", texts.number(row.left), texts.number(row.near - row.left.min(row.near))) }</td>
            <td>{ texts.number(row.count) }</td>
            <td>{ texts.decimal(row.log_dice) }</td>
            <td>{ texts.decimal(row.log_likelihood) }</td>
            <td>{ format!("{} ×", texts.decimal(libm::exp2(row.log_ratio))) }</td>
        </tr>
    }
}

/// The query that finds a word near the hits of the terms.
fn query(terms: &[AttrValue], word: &str, near: u32) -> String {
    match terms {
        [only] if !only.contains(char::is_whitespace) => format!("{only} NEAR/{near} {word}"),
        [only] if only.starts_with('"') && only.ends_with('"') => {
            format!("{only} NEAR/{near} {word}")
        }
        // What several terms have near is not one query.
        _ => word.to_owned(),
    }
}

fn table(found: &Collocates) -> Table {
    let mut table = Table::new(&[
        "word",
        "lang",
        "near",
        "before",
        "in_all",
        "log_dice",
        "log_likelihood",
        "log_ratio",
    ]);
    for row in &found.rows {
        let counts = [row.near, row.left, row.count].map(|count| count.to_string());
        let measures = [row.log_dice, row.log_likelihood, row.log_ratio];
        let head = [row.word.clone(), row.lang.to_string()];
        let measures = measures.map(|measure| format!("{measure:.3}"));
        table.rows.push(head.into_iter().chain(counts).chain(measures).collect());
    }
    table
}

#[cfg(test)]
mod tests {
    use super::query;

    #[test]
    fn a_word_is_looked_for_near_the_only_term() {
        assert_eq!(query(&["talks".into()], "Moscow", 5), "talks NEAR/5 Moscow");
        assert_eq!(query(&["\"White House\"".into()], "said", 3), "\"White House\" NEAR/3 said");
        assert_eq!(query(&["a OR b".into()], "said", 3), "said");
        assert_eq!(query(&["a".into(), "b".into()], "said", 3), "said");
    }
}
