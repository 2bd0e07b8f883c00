//! How often each source, or each group of sources, has each concept or name.
//!
//! In: the engine's [`Coverage`]. Out: a [`Matrix`]. Up to a dozen sources have a column
//! each; more are gathered by language, outlet or year. What is counted is said in words,
//! because a rate is easily taken for importance.

use std::rc::Rc;

use yew::prelude::*;

use crate::{
    protocol::{Counted, Coverage, Request, Response},
    state::{Action, View},
    web::{
        components::{
            export::Export,
            matrix::{Matrix, MatrixColumn, MatrixRow},
            meta::{counted_as, short_name},
            segments::segments,
            table::Table,
            waiting::waiting,
        },
        hooks::use_answer,
        views::{
            Scene, drawn,
            gather::{By, Gathered, gather},
        },
    },
};

/// How many sources have a column each.
const COLUMNS: usize = 12;
/// How many rows are asked for.
const ROWS: u32 = 200;

/// What the table needs.
#[derive(Clone, PartialEq, Properties)]
pub struct CoverageTableProps {
    /// What every view knows.
    pub scene: Scene,
}

/// The table of who says what.
#[component]
pub fn CoverageTable(props: &CoverageTableProps) -> Html {
    let CoverageTableProps { scene } = props;
    let texts = scene.texts;
    let as_rate = use_state_eq(|| false);
    let by = use_state_eq(By::default);
    let of = scene.place.unit;
    let answer =
        use_answer(Some(Request::Coverage { of, filter: (*scene.filter).clone(), most: ROWS }));
    let coverage = use_memo(answer.response.clone(), |response| match response.as_deref() {
        Some(Response::Coverage(coverage)) => Some(Rc::new(coverage.clone())),
        _ => None,
    });
    let Some(coverage) = (*coverage).clone() else {
        return waiting([&answer], texts);
    };
    let is_gathered = coverage.sources.len() > COLUMNS;
    let gathered = gather(&coverage, &scene.cards, is_gathered.then_some(*by));
    let columns = columns(scene, &coverage, &gathered, is_gathered);
    let rows = rows(scene, of, &coverage, &gathered);
    let make = Callback::from({
        let (columns, rows) = (columns.clone(), rows.clone());
        move |()| table(&columns, &rows)
    });
    let draw = Callback::from({
        let (columns, rows, as_rate) = (columns.clone(), rows.clone(), *as_rate);
        move |()| drawn::counts(texts.who_says_what.into(), &columns, &rows, as_rate, texts)
    });
    let on_cell = {
        let scene = scene.clone();
        Callback::from(move |(row, column): (usize, usize)| {
            go(&scene, &coverage, &gathered, row, column);
        })
    };
    let set_rate = {
        let as_rate = as_rate.setter();
        Callback::from(move |to| as_rate.set(to))
    };
    let set_by = {
        let by = by.setter();
        Callback::from(move |to| by.set(to))
    };
    html! {
        <div class="coverage">
            <div class="controls">
                { segments(texts.what_is_counted, &[(Counted::Concepts, texts.concepts), (Counted::Names, texts.names), (Counted::Words, texts.words)],
                    of, &scene.on_action.reform(Action::Count)) }
                { segments(texts.how_it_is_counted, &[(false, texts.as_counts), (true, texts.per_thousand)], *as_rate, &set_rate) }
                if is_gathered {
                    { segments(texts.gathered_by, &[(By::Outlet, texts.facet_outlet), (By::Lang, texts.facet_lang), (By::Year, texts.facet_year)], *by, &set_by) }
                }
                <Export name="coverage" {make} {draw} {texts} />
            </div>
            <p class="note">{ if *as_rate { texts.rate_note } else { texts.count_note } }</p>
            if rows.is_empty() { <p class="empty">{ texts.none }</p> } else {
                <Matrix caption={texts.who_says_what} {columns} {rows} as_rate={*as_rate}
                    on_term={scene.on_action.reform(Action::AddTerm)} {on_cell} {texts} />
            }
        </div>
    }
}

fn columns(
    scene: &Scene,
    coverage: &Coverage,
    gathered: &Gathered,
    is_gathered: bool,
) -> Rc<[MatrixColumn]> {
    let one = |(name, members): &(String, Vec<usize>)| {
        let words = members.iter().map(|at| coverage.sources[*at].words).sum();
        let title = if is_gathered {
            (scene.texts.n_sources)(u32::try_from(members.len()).unwrap_or(u32::MAX))
        } else {
            scene.card(name).map_or_else(|| name.clone(), |card| card.title.clone())
        };
        let name = match scene.card(name).filter(|_| !is_gathered) {
            Some(card) => short_name(card),
            None => name.clone(),
        };
        MatrixColumn { name: name.into(), title: title.into(), words }
    };
    gathered.columns.iter().map(one).collect()
}

fn rows(scene: &Scene, of: Counted, coverage: &Coverage, gathered: &Gathered) -> Rc<[MatrixRow]> {
    let one = |row: &crate::protocol::CoverageRow| MatrixRow {
        label: counted_as(&scene.labels, of, &row.label),
        query: row.query.clone().into(),
        counts: gathered.sums(&row.counts).into(),
    };
    coverage.rows.iter().map(one).collect()
}

/// The table to take along.
fn table(columns: &[MatrixColumn], rows: &[MatrixRow]) -> Table {
    let heads = std::iter::once("item").chain(columns.iter().map(|own| &*own.name));
    let mut table = Table::new(&heads.collect::<Vec<_>>());
    let words = columns.iter().map(|own| own.words.to_string());
    table.rows.push(std::iter::once("words".to_owned()).chain(words).collect());
    for row in rows {
        let counts = row.counts.iter().map(u32::to_string);
        table.rows.push(std::iter::once(row.label.to_string()).chain(counts).collect());
    }
    table
}

/// Leads to the passages behind a number: into the source, or to the hits of the group.
fn go(scene: &Scene, coverage: &Coverage, gathered: &Gathered, row: usize, column: usize) {
    let (Some(row), Some((name, members))) = (coverage.rows.get(row), gathered.columns.get(column))
    else {
        return;
    };
    scene.on_action.emit(Action::AddTerm(row.query.clone()));
    match (&members[..], gathered.by) {
        (_, Some(by)) => {
            if let Some(action) = by.narrow(name, &scene.filter) {
                scene.on_action.emit(action);
            }
            scene.on_action.emit(Action::Show(View::Hits));
        }
        ([only, ..], None) => {
            let id = &coverage.sources[*only].id;
            let at = row.passages.iter().find(|passage| passage.source == *id);
            scene
                .on_action
                .emit(Action::Read { id: id.clone(), at: at.map(|passage| passage.span.start) });
        }
        ([], None) => {}
    }
}
