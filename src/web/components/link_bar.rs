//! All ties of a comparison in one drawing: a bar for each source, a line for each tie.
//!
//! In: rows and the lengths of the texts. Out: an SVG. What is tied is full on the bar, what
//! only one source tells is pale; lines join neighbouring bars. A click goes to the row of
//! the nearest tie; by keyboard the rows themselves are the way, so the drawing is a picture.

use std::{fmt::Write as _, rc::Rc};

use wasm_bindgen::JsCast as _;
use yew::prelude::*;

use super::pair_rows::Row;
use crate::span::Span;

/// The width of the drawing, in its own units.
pub const WIDTH: u32 = 1000;
/// From one bar to the next, and how high a bar is.
const STEP: u32 = 46;
const BAR: u32 = 10;

/// What the drawing needs.
#[derive(Clone, PartialEq, Properties)]
pub struct LinkBarProps {
    /// The rows.
    pub rows: Rc<Vec<Row>>,
    /// How long each text is, in bytes.
    pub lengths: Rc<[u32]>,
    /// What it shows, in words.
    pub label: AttrValue,
    /// Goes to the row of that number.
    pub on_row: Callback<usize>,
}

/// Where a byte of a text lies.
fn place(at: u32, length: u32) -> u32 {
    u32::try_from(u64::from(at) * u64::from(WIDTH) / u64::from(length.max(1))).unwrap_or(WIDTH)
}

/// The lines: the upper bar, where it starts there and where it ends below, and its row.
#[must_use]
pub fn lines(rows: &[Row], lengths: &[u32]) -> Vec<(usize, [u32; 2], usize)> {
    let middle = |span: Span, column: usize| {
        place(span.start + span.len() / 2, lengths.get(column).copied().unwrap_or(1))
    };
    let mut all = Vec::new();
    for (number, row) in rows.iter().enumerate() {
        for tie in row.ties.iter().filter(|tie| tie.columns[0] + 1 == tie.columns[1]) {
            let [from, to] = tie.columns;
            all.push((from, [middle(tie.spans[0], from), middle(tie.spans[1], to)], number));
        }
    }
    all
}

/// The row of the line nearest to a point: a share of the width and of the height.
#[must_use]
pub fn nearest(rows: &[Row], lengths: &[u32], across: f64, down: f64) -> Option<usize> {
    let x = across * f64::from(WIDTH);
    let bars = lengths.len().saturating_sub(1).max(1);
    let y = down * bars as f64;
    let far = |(bar, [from, to], _): &(usize, [u32; 2], usize)| {
        let share = (y - *bar as f64).clamp(0.0, 1.0);
        let aside = (y - *bar as f64 - share).abs() * f64::from(WIDTH);
        (f64::from(*from) * (1.0 - share) + f64::from(*to) * share - x).abs() + aside
    };
    lines(rows, lengths).into_iter().min_by(|a, b| far(a).total_cmp(&far(b))).map(|line| line.2)
}

/// The drawing.
#[component]
pub fn LinkBar(props: &LinkBarProps) -> Html {
    let LinkBarProps { rows, lengths, label, on_row } = props;
    let onclick = {
        let (rows, lengths, on_row) = (rows.clone(), lengths.clone(), on_row.clone());
        move |event: MouseEvent| {
            let target =
                event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
            let Some(drawing) = target.and_then(|target| target.closest("svg").ok().flatten())
            else {
                return;
            };
            let area = drawing.get_bounding_client_rect();
            let across = (f64::from(event.client_x()) - area.left()) / area.width().max(1.0);
            let down = (f64::from(event.client_y()) - area.top()) / area.height().max(1.0);
            if let Some(row) = nearest(&rows, &lengths, across, down) {
                on_row.emit(row);
            }
        }
    };
    // One path for each kind keeps the drawing light, however many passages there are.
    let (mut tied, mut lonely, mut lines_path) = (String::new(), String::new(), String::new());
    for row in rows.iter() {
        for (column, cell) in row.cells.iter().enumerate() {
            let length = lengths.get(column).copied().unwrap_or(1);
            for span in cell {
                let (from, to) = (place(span.start, length), place(span.end, length));
                let path = if row.ties.is_empty() { &mut lonely } else { &mut tied };
                let y = column as u32 * STEP;
                let _ = write!(path, "M{from} {y}h{}v{BAR}H{from}z", (to - from).max(2) - 1);
            }
        }
    }
    for (bar, [from, to], _) in lines(rows, lengths) {
        let y = bar as u32 * STEP;
        let _ = write!(lines_path, "M{from} {}L{to} {}", y + BAR, y + STEP);
    }
    let height = (lengths.len().saturating_sub(1)) as u32 * STEP + BAR;
    html! {
        <svg class="link-bar" role="img" aria-label={label.clone()} {onclick}
            viewBox={format!("0 0 {WIDTH} {height}")} height={height.to_string()} preserveAspectRatio="none">
            <path class="lonely" d={lonely} />
            <path class="tied" d={tied} />
            <path class="lines" d={lines_path} />
        </svg>
    }
}

#[cfg(test)]
mod tests {
    use super::{Row, lines, nearest};
    use crate::{span::Span, web::components::pair_rows::Tie};

    fn row(columns: [usize; 2], at: [u32; 2]) -> Row {
        let spans = at.map(|at| Span::new(at, at));
        let (score, method) = (1.0, crate::protocol::Method::Evidence);
        Row { cells: vec![], ties: vec![Tie { columns, spans, score, method, evidence: vec![] }] }
    }

    #[test]
    fn a_click_finds_the_line_it_is_nearest_to_at_that_height() {
        let rows = [row([0, 1], [0, 100]), row([0, 1], [50, 50]), row([1, 2], [10, 10])];
        let lengths = [100, 100, 100];
        assert_eq!(nearest(&rows, &lengths, 0.02, 0.0), Some(0));
        assert_eq!(nearest(&rows, &lengths, 0.95, 0.49), Some(0), "it has gone to the right");
        assert_eq!(nearest(&rows, &lengths, 0.5, 0.1), Some(1));
        assert_eq!(nearest(&rows, &lengths, 0.5, 0.9), Some(2), "the lower bars have one line");
        assert_eq!(nearest(&[], &lengths, 0.5, 0.5), None);
    }

    #[test]
    fn only_neighbouring_bars_are_joined() {
        assert!(lines(&[row([0, 2], [0, 0])], &[10, 10, 10]).is_empty());
    }
}
