//! Rows of bars, each with its number: who has what how often, words with their figures.
//!
//! In: columns and rows of values, each with its value in words. Out: a [`Chart`]; a bar is
//! as long against the longest of its column as its value says.

use yew::prelude::*;

use super::{Chart, EDGE, NAMES, TOP, WIDE, block, name, rule, words};
use crate::web::components::cut::cut;

/// The height of a row, of a bar, and the least width of a column.
const ROW: f64 = 22.0;
const BAR: f64 = 12.0;
const LEAST: f64 = 96.0;
/// The room for a number behind its bar.
const NUMBER: f64 = 72.0;

/// A value.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// How long its bar is.
    pub value: f64,
    /// The value as it is read.
    pub words: String,
    /// Whether the bar stands for less, not for more.
    pub is_less: bool,
}

impl Cell {
    /// A value that stands for more.
    #[must_use]
    pub const fn new(value: f64, words: String) -> Self {
        Self { value, words, is_less: false }
    }
}

/// A row: its name and a value for each column.
pub type Row = (AttrValue, Vec<Cell>);

/// The chart. Where `is_one_scale`, the bars of all columns are measured by the same longest.
#[must_use]
pub fn bars(title: AttrValue, columns: &[AttrValue], rows: &[Row], is_one_scale: bool) -> Chart {
    let count = columns.len().max(1) as f64;
    let width = WIDE.max(NAMES + 2.0 * EDGE + count * LEAST);
    let step = (width - NAMES - 2.0 * EDGE) / count;
    let longest = |column: usize| {
        let cells = rows.iter().filter_map(|(_, cells)| cells.get(column));
        cells.map(|cell| cell.value).fold(0.0, f64::max)
    };
    let mut most: Vec<f64> = (0..columns.len()).map(longest).collect();
    if is_one_scale {
        let all = most.iter().copied().fold(0.0, f64::max);
        most.fill(all);
    }
    let x = |column: usize| EDGE + NAMES + column as f64 * step;
    let top = TOP + ROW;
    let fits = ((step - 8.0) / 7.0) as usize;
    let bottom = top + rows.len() as f64 * ROW;
    let shapes = html! {
        <>
            for (column, head) in columns.iter().enumerate() { { words([x(column), TOP], "soft", "start", &cut(head, fits)) } }
            { rule([EDGE, top - 12.0], [width - EDGE, top - 12.0]) }
            for (number, (label, cells)) in rows.iter().enumerate() {
                { row(top + number as f64 * ROW, label, cells, &most, (&x, step)) }
            }
        </>
    };
    Chart::new(title, width, bottom, shapes)
}

fn row(
    y: f64,
    label: &str,
    cells: &[Cell],
    most: &[f64],
    (x, step): (&impl Fn(usize) -> f64, f64),
) -> Html {
    let room = (step - NUMBER).max(1.0);
    let cell = |(column, (cell, most)): (usize, (&Cell, &f64))| {
        let long = if *most > 0.0 { (cell.value / most).clamp(0.0, 1.0) * room } else { 0.0 };
        let class = if cell.is_less { "bar less" } else { "bar" };
        html! {
            <>
                if long > 0.0 { { block(class, [x(column), y - 1.0], [long.max(1.0), BAR]) } }
                { words([x(column) + long + 6.0, y + 10.0], "number", "start", &cell.words) }
            </>
        }
    };
    html! { <>{ name(y + 10.0, label) }{ for cells.iter().zip(most).enumerate().map(cell) }</> }
}
