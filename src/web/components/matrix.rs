//! Who has what how often: a table with a column for each source or group of sources.
//!
//! In: rows of counts and the words of each column. Out: numbers with small bars, as counts
//! or in a thousand words; a head that stays in sight; rows sorted by the column chosen. A
//! click on a row's name makes it a term, one on a number leads to its passages.

use std::rc::Rc;

use yew::prelude::*;

use crate::{sort::sort_by_key, web::texts::Texts};

/// The longest bar, in its own units.
const LONG: f64 = 40.0;

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MatrixColumn {
    /// Its name.
    pub name: AttrValue,
    /// What it stands for, in full.
    pub title: AttrValue,
    /// How many words it has.
    pub words: u32,
}

/// A row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MatrixRow {
    /// What is counted.
    pub label: AttrValue,
    /// The query that finds it.
    pub query: AttrValue,
    /// How often each column has it.
    pub counts: Rc<[u32]>,
}

/// What a table needs.
#[derive(Clone, PartialEq, Properties)]
pub struct MatrixProps {
    /// Names the table.
    pub caption: AttrValue,
    /// The columns.
    pub columns: Rc<[MatrixColumn]>,
    /// The rows, in the order to show them when no column is chosen.
    pub rows: Rc<[MatrixRow]>,
    /// Whether numbers are in a thousand words.
    pub as_rate: bool,
    /// How many rows are shown before the rest is asked for.
    #[prop_or(30)]
    pub few: usize,
    /// Makes something a term.
    pub on_term: Callback<String>,
    /// Goes to the passages behind a number: which row, which column.
    pub on_cell: Callback<(usize, usize)>,
    /// The interface's words.
    pub texts: &'static Texts,
}

/// The value of a cell: its count, or its share in a thousand words.
#[must_use]
pub fn value(count: u32, words: u32, as_rate: bool) -> f64 {
    match (as_rate, words) {
        (true, 0) => 0.0,
        (true, words) => f64::from(count) * 1000.0 / f64::from(words),
        (false, _) => f64::from(count),
    }
}

/// The order of the rows: as given, or by a column, the most first.
#[must_use]
pub fn order(rows: &[MatrixRow], columns: &[MatrixColumn], by: Option<usize>) -> Vec<usize> {
    let mut order: Vec<usize> = (0..rows.len()).collect();
    if let Some(by) = by.filter(|by| *by < columns.len()) {
        // One column has one size, so its counts sort like its rates.
        sort_by_key(&mut order, |at| std::cmp::Reverse(rows[*at].counts.get(by).copied()));
    }
    order
}

/// The table.
#[component]
pub fn Matrix(props: &MatrixProps) -> Html {
    let MatrixProps { caption, columns, rows, as_rate, few, texts, .. } = props;
    let by = use_state_eq(|| None::<usize>);
    let all = use_state_eq(|| false);
    let order = order(rows, columns, *by);
    let rest = order.len().saturating_sub(*few);
    let shown = if *all { order.len() } else { *few };
    let most = rows
        .iter()
        .flat_map(|row| row.counts.iter().zip(columns.iter()))
        .map(|(count, column)| value(*count, column.words, *as_rate))
        .fold(0.0, f64::max);
    let sort = |to: usize| {
        let by = by.clone();
        move |_| by.set((*by != Some(to)).then_some(to))
    };
    let toggle = {
        let all = all.clone();
        move |_| all.set(!*all)
    };
    html! {
        <>
            <div class="matrix-scroller" role="region" aria-label={caption.clone()} tabindex="0">
                <table class="matrix">
                    <caption class="visually-hidden">{ caption.clone() }</caption>
                    <thead>
                        <tr>
                            <td></td>
                            for (at, column) in columns.iter().enumerate() {
                                <th key={at} scope="col" aria-sort={(*by == Some(at)).then_some("descending")}>
                                    <button type="button" class="column-head" title={column.title.clone()} onclick={sort(at)}>
                                        <bdi>{ column.name.clone() }</bdi>
                                        <span class="column-words">{ (texts.n_words)(column.words) }</span>
                                    </button>
                                </th>
                            }
                        </tr>
                    </thead>
                    <tbody>
                        for at in order.iter().copied().take(shown) {
                            { line(props, at, most) }
                        }
                    </tbody>
                </table>
            </div>
            if rest > 0 {
                <button type="button" class="quiet small" aria-expanded={all.to_string()} onclick={toggle}>
                    if *all { { texts.fewer } } else { { (texts.more)(u32::try_from(rest).unwrap_or(u32::MAX)) } }
                </button>
            }
        </>
    }
}

fn line(props: &MatrixProps, at: usize, most: f64) -> Html {
    let MatrixProps { columns, rows, as_rate, on_term, on_cell, texts, .. } = props;
    let row = &rows[at];
    let term = on_term.reform({
        let query = row.query.to_string();
        move |_| query.clone()
    });
    html! {
        <tr key={row.query.to_string()}>
            <th scope="row">
                <button type="button" class="word" title={(texts.make_term)(&row.label)} onclick={term}>
                    <bdi>{ row.label.clone() }</bdi>
                </button>
            </th>
            for (column, count) in row.counts.iter().copied().enumerate() {
                <td key={column}>
                    if count == 0 { <span class="zero">{ "–" }</span> } else {
                        <button type="button" class="cell-button" title={(texts.n_hits)(count)}
                            onclick={on_cell.reform(move |_| (at, column))}>
                            { bar(value(count, columns.get(column).map_or(0, |own| own.words), *as_rate), most) }
                            <span>{
                                if *as_rate { texts.decimal(value(count, columns.get(column).map_or(0, |own| own.words), true)) }
                                else { texts.number(count) }
                            }</span>
                        </button>
                    }
                </td>
            }
        </tr>
    }
}

/// A bar of a value against the largest.
pub fn bar(value: f64, most: f64) -> Html {
    let width = if most > 0.0 { (value / most * LONG).max(1.0) } else { 0.0 };
    html! {
        <svg class="small-bar" viewBox="0 0 40 8" width="40" height="8" aria-hidden="true">
            <rect x="0" y="0" width={format!("{width:.1}")} height="8" />
        </svg>
    }
}

#[cfg(test)]
mod tests {
    use super::{MatrixColumn, MatrixRow, order, value};

    fn row(counts: &[u32]) -> MatrixRow {
        MatrixRow { label: "a".into(), query: "a".into(), counts: counts.into() }
    }

    #[test]
    fn rows_sort_by_the_chosen_column_and_keep_their_order_where_equal() {
        let column = |words| MatrixColumn { name: "a".into(), title: "a".into(), words };
        let columns = [column(100), column(900)];
        let rows = [row(&[1, 5]), row(&[3, 0]), row(&[3, 9])];
        assert_eq!(order(&rows, &columns, None), [0, 1, 2]);
        assert_eq!(order(&rows, &columns, Some(0)), [1, 2, 0]);
        assert_eq!(order(&rows, &columns, Some(1)), [2, 0, 1]);
        assert_eq!(order(&rows, &columns, Some(7)), [0, 1, 2]);
    }

    #[test]
    fn a_rate_is_a_share_of_a_thousand_words() {
        assert!((value(3, 1500, true) - 2.0).abs() < 1e-9);
        assert!((value(3, 1500, false) - 3.0).abs() < 1e-9);
        assert!(value(3, 0, true).abs() < 1e-9);
    }
}
