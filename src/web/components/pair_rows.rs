//! Two to four sources level with one another: linked passages side by side, the others
//! where they stand.
//!
//! In: the links and lonely passages of a comparison, and which of its sources stand in
//! which column. Out: rows, each with what ties its passages. Invariants: every linked and
//! every lonely passage of the columns is in at least one row; a row of ties is led by the
//! first column that has a part in it, and the first column runs in the order of its text.
//! How a row looks is for [`row_nodes`](super::row_nodes).

use crate::{
    protocol::{Comparison, Evidence, Link, Method, Passage},
    sort::{sort, sort_by_key},
    span::Span,
};

/// A row of the columns.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// The passages of each column.
    pub cells: Vec<Vec<Span>>,
    /// What ties them; nothing in a row of what single sources tell.
    pub ties: Vec<Tie>,
}

/// What ties two passages of a row.
#[derive(Clone, Debug, PartialEq)]
pub struct Tie {
    /// The columns.
    pub columns: [usize; 2],
    /// The passages.
    pub spans: [Span; 2],
    /// How sure it is, 0 to 1.
    pub score: f64,
    /// How it was found.
    pub method: Method,
    /// What both have.
    pub evidence: Vec<Evidence>,
}

/// The rows for sources of a comparison, in the order of the columns. Passages that nothing
/// ties stand before the first row in which their source goes on.
#[must_use]
pub fn rows(comparison: &Comparison, columns: &[String]) -> Vec<Row> {
    let mut ties = ties(comparison, columns);
    sort_by_key(&mut ties, |tie| (tie.columns[0], tie.spans, tie.columns[1]));
    let mut lonely: Vec<Vec<Span>> = columns.iter().map(|id| lonely(comparison, id)).collect();
    let mut led = led(ties, columns.len());
    // A column's own rows and lonely passages wait for their turn in the rows of the first.
    let mut waiting = led.split_off(usize::from(!led.is_empty()));
    let mut rows = Vec::new();
    for row in led.into_iter().flatten() {
        before(&mut rows, &mut lonely, &mut waiting, &starts(&row));
        rows.push(row);
    }
    before(&mut rows, &mut lonely, &mut waiting, &vec![u32::MAX; columns.len()]);
    rows
}

/// The ties between the columns, each from the earlier column to the later.
fn ties(comparison: &Comparison, columns: &[String]) -> Vec<Tie> {
    let place = |passage: &Passage| columns.iter().position(|id| *id == passage.source);
    let tie = |Link { a, b, score, method, evidence }: &Link| {
        let (from, to, score, method) = (place(a)?, place(b)?, *score, *method);
        let evidence = evidence.clone();
        Some(if from <= to {
            Tie { columns: [from, to], spans: [a.span, b.span], score, method, evidence }
        } else {
            let turn = |one: Evidence| Evidence { kind: one.kind, a: one.b, b: one.a };
            let evidence = evidence.into_iter().map(turn).collect();
            Tie { columns: [to, from], spans: [b.span, a.span], score, method, evidence }
        })
    };
    comparison.links.iter().filter_map(tie).collect()
}

/// The rows that each column leads: a passage of it with all its counterparts in later
/// columns. A tie between two passages that stand in one row already belongs to that row.
fn led(ties: Vec<Tie>, columns: usize) -> Vec<Vec<Row>> {
    let mut led: Vec<Vec<Row>> = vec![Vec::new(); columns];
    // In which row of which column a passage was first tied.
    let mut stands: Vec<((usize, Span), (usize, usize))> = Vec::new();
    for tie in ties {
        let ([from, to], [a, b]) = (tie.columns, tie.spans);
        let row_of = |column, span| {
            stands.iter().find(|(passage, _)| *passage == (column, span)).map(|(_, row)| *row)
        };
        let own = led[from].iter().rposition(|row| row.cells[from] == [a]).map(|at| (from, at));
        let (column, at) = match (row_of(from, a), row_of(to, b)) {
            (Some(one), Some(other)) if one == other => one,
            _ => own.unwrap_or_else(|| {
                let mut cells = vec![Vec::new(); columns];
                cells[from] = vec![a];
                led[from].push(Row { cells, ties: Vec::new() });
                (from, led[from].len() - 1)
            }),
        };
        stands.extend([((from, a), (column, at)), ((to, b), (column, at))]);
        let row = &mut led[column][at];
        if !row.cells[to].contains(&b) {
            row.cells[to].push(b);
            sort(&mut row.cells[to]);
        }
        row.ties.push(tie);
    }
    led
}

/// Where each column stands in a row; at its very beginning where it has no part in it.
fn starts(row: &Row) -> Vec<u32> {
    row.cells.iter().map(|cell| cell.first().map_or(0, |span| span.start)).collect()
}

/// Adds what comes before these places: the rows that other columns lead, and between them
/// what single sources tell.
fn before(rows: &mut Vec<Row>, lonely: &mut [Vec<Span>], waiting: &mut [Vec<Row>], ends: &[u32]) {
    for (column, own) in (1..).zip(waiting) {
        let is_due = |row: &Row| starts(row)[column] < ends[column];
        let due = own.iter().take_while(|row| is_due(row)).count();
        for row in own.drain(..due).collect::<Vec<_>>() {
            let starts = starts(&row);
            alone(rows, lonely, &starts);
            rows.push(row);
        }
    }
    alone(rows, lonely, ends);
}

/// Adds what single sources tell before these places, as one row.
fn alone(rows: &mut Vec<Row>, lonely: &mut [Vec<Span>], ends: &[u32]) {
    let cells: Vec<Vec<Span>> = lonely
        .iter_mut()
        .zip(ends)
        .map(|(own, end)| {
            let due = own.iter().take_while(|span| span.start < *end).count();
            own.drain(..due).collect()
        })
        .collect();
    if cells.iter().any(|cell: &Vec<Span>| !cell.is_empty()) {
        rows.push(Row { cells, ties: Vec::new() });
    }
}

/// The passages of a source that nothing ties, in their order.
fn lonely(comparison: &Comparison, source: &str) -> Vec<Span> {
    let passages = comparison.only.iter().flatten().filter(|passage| passage.source == source);
    let mut spans: Vec<Span> = passages.map(|passage| passage.span).collect();
    sort(&mut spans);
    spans
}

#[cfg(test)]
mod tests {
    use super::{Row, rows};
    use crate::{
        protocol::{Comparison, Evidence, EvidenceKind, Link, Method, Passage},
        span::Span,
    };

    fn passage(source: &str, start: u32) -> Passage {
        Passage { source: source.into(), span: Span::new(start, start + 5) }
    }

    fn link(a: Passage, b: Passage) -> Link {
        let evidence = Evidence { kind: EvidenceKind::Name, a: a.span, b: b.span };
        Link { a, b, score: 1.0, method: Method::Evidence, evidence: vec![evidence] }
    }

    /// Each row as the starts of its cells; `=` where something ties them.
    fn told(comparison: &Comparison, columns: &[&str]) -> Vec<String> {
        let columns: Vec<String> = columns.iter().map(|id| (*id).to_owned()).collect();
        let cell = |cell: &Vec<Span>| {
            let starts: Vec<String> = cell.iter().map(|span| span.start.to_string()).collect();
            starts.join(" ")
        };
        let row = |row: &Row| {
            let cells: Vec<String> = row.cells.iter().map(cell).collect();
            cells.join(if row.ties.is_empty() { " | " } else { " = " })
        };
        rows(comparison, &columns).iter().map(row).collect()
    }

    fn two() -> Comparison {
        Comparison {
            links: vec![
                link(passage("x", 20), passage("y", 10)),
                link(passage("x", 0), passage("y", 30)),
            ],
            only: vec![
                vec![passage("x", 10)],
                vec![passage("y", 0), passage("y", 20), passage("y", 40)],
            ],
            ..Comparison::default()
        }
    }

    #[test]
    fn what_nothing_ties_stands_before_the_row_in_which_its_source_goes_on() {
        assert_eq!(told(&two(), &["x", "y"]), [" | 0 20", "0 = 30", "10 | ", "20 = 10", " | 40"]);
    }

    #[test]
    fn a_link_reads_the_same_from_either_side() {
        let columns = ["y".to_owned(), "x".to_owned()];
        let row = rows(&two(), &columns).into_iter().find(|row| !row.ties.is_empty()).unwrap();
        let tie = &row.ties[0];
        assert_eq!(tie.spans.map(|span| span.start), [10, 20]);
        assert_eq!((tie.evidence[0].a.start, tie.evidence[0].b.start), (10, 20));
    }

    #[test]
    fn a_passage_told_by_three_is_one_row_and_one_told_by_the_last_two_has_its_own() {
        let comparison = Comparison {
            links: vec![
                link(passage("x", 0), passage("y", 0)),
                link(passage("x", 0), passage("z", 10)),
                link(passage("y", 0), passage("z", 10)),
                link(passage("y", 20), passage("z", 0)),
            ],
            only: vec![vec![], vec![passage("y", 10)], vec![]],
            ..Comparison::default()
        };
        assert_eq!(
            told(&comparison, &["x", "y", "z"]),
            ["0 = 0 = 10", " | 10 | ", " = 20 = 0"],
            "what two of three tell too is no tie of its own"
        );
    }

    #[test]
    fn every_passage_is_shown_whatever_the_order_of_the_columns() {
        let comparison = Comparison {
            links: vec![
                link(passage("x", 0), passage("y", 10)),
                link(passage("x", 0), passage("y", 20)),
                link(passage("x", 10), passage("y", 20)),
                link(passage("y", 0), passage("z", 30)),
                link(passage("x", 20), passage("z", 0)),
            ],
            only: vec![vec![passage("x", 30)], vec![], vec![passage("z", 10), passage("z", 20)]],
            ..Comparison::default()
        };
        for columns in [["x", "y", "z"], ["z", "y", "x"], ["y", "x", "z"]] {
            let ids = columns.map(str::to_owned);
            let rows = rows(&comparison, &ids);
            let mut shown: Vec<(&str, u32)> = Vec::new();
            for row in &rows {
                for (id, cell) in columns.iter().zip(&row.cells) {
                    shown.extend(cell.iter().map(|span| (*id, span.start)));
                }
            }
            shown.sort_unstable();
            shown.dedup();
            assert_eq!(shown.len(), 4 + 3 + 4, "{columns:?}: {shown:?}");
            let ties: usize = rows.iter().map(|row| row.ties.len()).sum();
            assert_eq!(ties, comparison.links.len(), "{columns:?}");
        }
    }
}
