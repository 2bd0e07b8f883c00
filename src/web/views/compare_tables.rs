//! The tables of a comparison, to take along.
//!
//! In: a comparison with its sources, or what else a face has asked for. Out: a [`Table`] of
//! each face, with all its rows, also those that the page folds. Passages stand with their
//! words and with their bytes in the source's text.

use super::{compare_left_out::missing, compare_page::ComparePageProps};
use crate::{
    protocol::{EvidenceKind, Passage, Shared, Told},
    span::Span,
    web::components::table::Table,
};

/// A passage in three cells: its source, its bytes, its words.
fn cells(props: &ComparePageProps, passage: &Passage) -> [String; 3] {
    let column = props.column(&passage.source);
    let words = column.map_or("", |at| passage.span.of_text(&props.sources[at].text));
    [passage.source.clone(), bytes(passage.span), words.to_owned()]
}

fn bytes(span: Span) -> String {
    format!("{}-{}", span.start, span.end)
}

/// Every link, and every passage that has none.
#[must_use]
pub fn links(props: &ComparePageProps) -> Table {
    let mut table = Table::new(&[
        "source_a",
        "bytes_a",
        "passage_a",
        "source_b",
        "bytes_b",
        "passage_b",
        "score",
        "method",
        "because",
    ]);
    for link in &props.comparison.links {
        let of = |passage: &Passage, span: Span| cells(props, &Passage { span, ..passage.clone() });
        let because = link.evidence.iter().map(|one| {
            let ([.., a], [.., b]) = (of(&link.a, one.a), of(&link.b, one.b));
            format!("{}: {a} = {b}", one.kind.name())
        });
        let because = because.collect::<Vec<_>>().join("; ");
        let mut row: Vec<String> = cells(props, &link.a).into();
        row.extend(cells(props, &link.b));
        row.extend([format!("{:.3}", link.score), link.method.name().to_owned(), because]);
        table.rows.push(row);
    }
    for passage in props.comparison.only.iter().flatten() {
        let mut row: Vec<String> = cells(props, passage).into();
        row.resize(table.heads.len(), String::new());
        table.rows.push(row);
    }
    table
}

/// What each source leaves out, a row for each passage of the others.
#[must_use]
pub fn silences(props: &ComparePageProps) -> Table {
    let heads = ["not_in", "kind", "what", "told_by", "source", "bytes", "passage"];
    let mut table = Table::new(&heads);
    for (column, source) in props.sources.iter().enumerate() {
        for one in missing(&props.comparison, props.place(column)) {
            let mut head = vec![
                source.card.id.clone(),
                one.kind.map_or("passage", EvidenceKind::name).to_owned(),
            ];
            head.extend([one.label.to_owned(), one.told.to_string()]);
            for passage in one.passages {
                let mut row = head.clone();
                row.extend(cells(props, passage));
                table.rows.push(row);
            }
        }
    }
    table
}

/// Counts of each source, of these lists.
#[must_use]
pub fn shared(props: &ComparePageProps, lists: &[(&str, &[Shared])]) -> Table {
    let ids = props.sources.iter().map(|source| &*source.card.id);
    let mut table = Table::new(&["kind", "item"].into_iter().chain(ids).collect::<Vec<_>>());
    for (kind, rows) in lists {
        for row in *rows {
            let count = |at| row.counts.get(props.place(at)).copied().unwrap_or_default();
            let counts = (0..props.sources.len()).map(|at| count(at).to_string());
            let head = [(*kind).to_owned(), row.label.clone()];
            table.rows.push(head.into_iter().chain(counts).collect());
        }
    }
    table
}

/// Figures, dates and quotations: a row for each, a column for each source.
#[must_use]
pub fn told(props: &ComparePageProps, told: &Told) -> Table {
    let ids = props.sources.iter().map(|source| &*source.card.id);
    let heads = ["kind", "what", "agreement"].into_iter().chain(ids);
    let mut table = Table::new(&heads.collect::<Vec<_>>());
    let mut add = |kind: &str, what: &str, agreement: &str, cells: Vec<Vec<Span>>| {
        let words = cells.iter().zip(props.sources.iter()).map(|(cell, source)| {
            let words: Vec<&str> = cell.iter().map(|span| span.of_text(&source.text)).collect();
            words.join("; ")
        });
        let head = [kind, what, agreement].map(str::to_owned);
        table.rows.push(head.into_iter().chain(words).collect());
    };
    for row in &told.figures {
        let what = if row.counted.is_empty() { &row.unit } else { &row.counted };
        let spans = row.cells.iter().map(|cell| cell.iter().map(|one| one.span).collect());
        add("figure", what, row.agreement.name(), spans.collect());
    }
    for row in &told.dates {
        let spans = row.cells.iter().map(|cell| cell.iter().map(|one| one.span).collect());
        add("date", &row.when, "", spans.collect());
    }
    for row in &told.quotations {
        let spans = row.cells.iter().map(|cell| cell.iter().map(|one| one.span).collect());
        add("quotation", &row.speaker, "", spans.collect());
    }
    table
}
