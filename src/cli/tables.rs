//! `coverage`, `keyness`, `timeline`, `reuse`, `figures`, `quotations`, `diff`: tables over
//! a collection.
//!
//! In: a collection and what is asked of it. Out: the answer as JSON, as CSV (RFC 4180), or
//! as a table for reading; all from the same rows. What is in the rows, the engine says.

use std::{fmt::Write as _, path::Path, process::ExitCode};

use clap::{Args, ValueEnum};
use serde_json::Value;

use super::{files, output::Output};
use crate::{
    api::tables::{self, Places},
    engine::Engine,
    error::{Error, Kind, Result},
    protocol::{Counted, Exact, Filter, First, MomentKind, Passage, Request, Response, Told, rate},
    source::BlockKind,
    span::Span,
    text::csv_row,
};

/// Letters of a cell in a table for reading.
const CELL: usize = 60;

/// What all these commands take.
#[derive(Args)]
pub(super) struct Choice {
    /// Only these sources.
    #[arg(long = "source", value_name = "ID")]
    ids: Vec<String>,
    /// Which blocks: headline, paragraph, comment …; main text unless given.
    #[arg(long = "in", value_name = "KIND", value_parser = kind)]
    kinds: Vec<BlockKind>,
    /// How many rows at most.
    #[arg(long, default_value_t = 50)]
    most: u32,
    /// Print the table as CSV.
    #[arg(long, conflicts_with = "json")]
    csv: bool,
}

impl Choice {
    fn filter(&self) -> Filter {
        Filter { ids: self.ids.clone(), kinds: self.kinds.clone(), ..Filter::default() }
    }
}

/// What is counted.
#[derive(Clone, Copy, ValueEnum)]
pub(super) enum Of {
    /// Words, all forms together.
    Words,
    /// Persons, places and bodies.
    Names,
    /// Subjects.
    Concepts,
}

impl Of {
    fn counted(self) -> Counted {
        match self {
            Self::Words => Counted::Words,
            Self::Names => Counted::Names,
            Self::Concepts => Counted::Concepts,
        }
    }
}

fn kind(name: &str) -> std::result::Result<BlockKind, String> {
    BlockKind::parse(name).ok_or_else(|| {
        let names: Vec<&str> = BlockKind::ALL.iter().map(|kind| kind.name()).collect();
        format!("a kind of block is one of {}", names.join(", "))
    })
}

/// Rows of text under a heading.
struct Table {
    head: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Table {
    fn new(head: &[&str]) -> Self {
        Self { head: head.iter().map(|name| (*name).to_owned()).collect(), rows: Vec::new() }
    }

    fn csv(&self) -> String {
        let mut out = String::new();
        for row in std::iter::once(&self.head).chain(&self.rows) {
            csv_row(&mut out, row.iter().map(String::as_str));
        }
        out
    }

    fn readable(&self) -> String {
        let cut = |text: &String| -> String {
            let mut letters = text.chars();
            let start: String = letters.by_ref().take(CELL).collect();
            if letters.next().is_some() { format!("{start}…") } else { start }
        };
        let lines: Vec<Vec<String>> = std::iter::once(&self.head)
            .chain(&self.rows)
            .map(|row| row.iter().map(cut).collect())
            .collect();
        let mut widths = vec![0; self.head.len()];
        for line in &lines {
            for (width, cell) in widths.iter_mut().zip(line) {
                *width = (*width).max(cell.chars().count());
            }
        }
        let mut out = String::new();
        for line in &lines {
            let mut text = String::new();
            for (cell, width) in line.iter().zip(&widths) {
                let _ = write!(text, "{cell}{}  ", " ".repeat(width - cell.chars().count()));
            }
            let _ = writeln!(out, "{}", text.trim_end());
        }
        out
    }

    fn print(&self, out: &Output, csv: bool) -> Result<ExitCode> {
        out.text(&if csv { self.csv() } else { self.readable() })?;
        Ok(ExitCode::SUCCESS)
    }
}

fn json(out: &Output, value: std::result::Result<Value, String>) -> Result<ExitCode> {
    let refused = |why| Error::new(Kind::File, format!("the answer cannot be written: {why}"));
    out.value(&value.map_err(refused)?)?;
    Ok(ExitCode::SUCCESS)
}

fn text(engine: &Engine, source: &str, span: Span) -> String {
    let text = engine.index().sources.find(source).map(|source| source.text()).unwrap_or_default();
    span.of_text(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn first(engine: &Engine, passages: &[Passage]) -> String {
    passages.first().map(|own| text(engine, &own.source, own.span)).unwrap_or_default()
}

/// How often each source has each concept, name or word.
pub(super) fn coverage(out: &Output, path: &Path, of: Of, choice: &Choice) -> Result<ExitCode> {
    let engine = files::engine(path)?;
    let request =
        Request::Coverage { of: of.counted(), filter: choice.filter(), most: choice.most };
    let Response::Coverage(answer) = engine.ask(&request)? else { return Err(strange()) };
    if out.json {
        return json(out, tables::table(&answer, &Places::new()));
    }
    let mut table = Table::new(&["", "sources"]);
    table.head.extend(answer.sources.iter().map(|source| source.id.clone()));
    let words = answer.sources.iter().map(|source| source.words.to_string());
    let head = ["words".to_owned(), String::new()];
    table.rows.push(head.into_iter().chain(words).collect());
    for row in &answer.rows {
        let having = row.counts.iter().filter(|count| **count > 0).count().to_string();
        let counts = row.counts.iter().zip(&answer.sources).map(|(&count, source)| {
            let rate = format!("{count} ({:.1} ‰)", rate(count, source.words));
            if count == 0 { String::new() } else { rate }
        });
        table.rows.push([row.label.clone(), having].into_iter().chain(counts).collect());
    }
    table.print(out, choice.csv)
}

/// What is typical of some sources against the others.
pub(super) fn keyness(
    out: &Output,
    path: &Path,
    of: Of,
    choice: &Choice,
    against: &[String],
    least: u32,
) -> Result<ExitCode> {
    let engine = files::engine(path)?;
    let group = choice.filter();
    let others = engine.index().sources.iter().map(|source| source.id().to_owned());
    let others = others.filter(|id| !group.ids.contains(id)).collect();
    let ids = if against.is_empty() { others } else { against.to_vec() };
    let against = Filter { ids, ..group.clone() };
    let (of, most) = (of.counted(), choice.most);
    let request = Request::Keyness { of, group, against, least, most };
    let Response::Keyness(answer) = engine.ask(&request)? else { return Err(strange()) };
    if out.json {
        return json(out, tables::table(&answer, &Places::new()));
    }
    let mut table = Table::new(&[
        "",
        "lang",
        "count",
        "against",
        "log-likelihood",
        "log ratio",
        "deviation",
        "sources",
        "for example",
    ]);
    for row in &answer.rows {
        let shown =
            |deviation: Option<f64>| deviation.map_or("–".into(), |own| format!("{own:.2}"));
        table.rows.push(vec![
            row.label.clone(),
            row.lang.map(|lang| lang.to_string()).unwrap_or_default(),
            row.counts[0].to_string(),
            row.counts[1].to_string(),
            format!("{:.2}", row.log_likelihood),
            format!("{:+.2}", row.log_ratio),
            shown(row.deviation[usize::from(row.log_ratio < 0.0)]),
            format!("{} : {}", row.sources[0], row.sources[1]),
            first(&engine, &row.passages),
        ]);
    }
    table.print(out, choice.csv)
}

/// What only the comments of a source bring, and what they leave out.
pub(super) fn readers(out: &Output, path: &Path, id: &str, of: Of, most: u32) -> Result<ExitCode> {
    let engine = files::engine(path)?;
    let request = Request::Readers { id: id.to_owned(), of: of.counted(), most };
    let Response::Readers(answer) = engine.ask(&request)? else { return Err(strange()) };
    if out.json {
        return json(out, tables::table(&answer, &Places::new()));
    }
    let mut table = Table::new(&["only in", "", "count", "for example"]);
    for (place, rows) in [("comments", &answer.brought), ("article", &answer.left_out)] {
        for row in rows {
            let count = row.count.to_string();
            let example = first(&engine, &row.passages);
            table.rows.push(vec![place.to_owned(), row.label.clone(), count, example]);
        }
    }
    table.print(out, false)
}

/// Publications, comments and dates told.
pub(super) fn timeline(out: &Output, path: &Path, choice: &Choice) -> Result<ExitCode> {
    let engine = files::engine(path)?;
    let Response::Timeline(moments) = engine.ask(&Request::Timeline { filter: choice.filter() })?
    else {
        return Err(strange());
    };
    if out.json {
        return json(out, tables::table(&moments, &Places::new()));
    }
    let mut table = Table::new(&["when", "what", "source", "words", "because"]);
    for moment in moments {
        let what = match moment.kind {
            MomentKind::Published => "published",
            MomentKind::Told => "told",
            MomentKind::Comment => "comment",
        };
        let words = moment.span.map(|span| text(&engine, &moment.source, span));
        table.rows.push(vec![
            moment.when,
            what.to_owned(),
            moment.source,
            words.unwrap_or_default(),
            moment.reason,
        ]);
    }
    table.print(out, choice.csv)
}

/// Stretches that sources have in the same words.
pub(super) fn reuse(out: &Output, path: &Path, choice: &Choice) -> Result<ExitCode> {
    let engine = files::engine(path)?;
    let request = Request::Reuse { filter: choice.filter(), most: choice.most };
    let Response::Reuse(answer) = engine.ask(&request)? else { return Err(strange()) };
    if out.json {
        return json(out, tables::table(&answer, &Places::new()));
    }
    let mut table = Table::new(&["same words", "of", "a", "b", "first", "text"]);
    for row in &answer.rows {
        let first = match row.first {
            Some(First::A) => &row.a.source,
            Some(First::B) => &row.b.source,
            None => "",
        };
        table.rows.push(vec![
            row.same.to_string(),
            format!("{} : {}", row.words[0], row.words[1]),
            row.a.source.clone(),
            row.b.source.clone(),
            first.to_owned(),
            text(&engine, &row.a.source, row.a.span),
        ]);
    }
    table.print(out, choice.csv)
}

/// What of a source's telling is printed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// Figures, and dates.
    Figures,
    /// Who said what.
    Quotations,
}

/// Figures, dates or quotations side by side.
pub(super) fn told(out: &Output, path: &Path, part: Part, choice: &Choice) -> Result<ExitCode> {
    let engine = files::engine(path)?;
    let ids = match &choice.ids[..] {
        [] => engine.index().sources.iter().map(|source| source.id().to_owned()).collect(),
        ids => ids.to_vec(),
    };
    let Response::Told(mut answer) = engine.ask(&Request::Told { ids })? else {
        return Err(strange());
    };
    if part == Part::Figures {
        answer.quotations.clear();
    } else {
        answer.figures.clear();
        answer.dates.clear();
    }
    if out.json {
        return json(out, tables::told(&answer, &Places::new()));
    }
    let table = if part == Part::Figures {
        figure_table(&engine, &answer)
    } else {
        quotation_table(&engine, &answer)
    };
    table.print(out, choice.csv)
}

fn figure_table(engine: &Engine, told: &Told) -> Table {
    let mut table = Table::new(&["what", "agreement", "source", "value", "words", "passage"]);
    for row in &told.figures {
        let what = format!("{} {}", row.unit, row.counted).trim().to_owned();
        for (cell, source) in row.cells.iter().zip(&told.sources) {
            for figure in cell {
                let exact = match figure.exact {
                    Exact::Plain => "",
                    Exact::About => "≈ ",
                    Exact::Over => "> ",
                    Exact::Under => "< ",
                };
                let end = figure.up_to.map(|end| format!("–{end}")).unwrap_or_default();
                table.rows.push(vec![
                    what.clone(),
                    format!("{:?}", row.agreement).to_lowercase(),
                    source.clone(),
                    format!("{exact}{}{end}", figure.value),
                    text(engine, source, figure.span),
                    text(engine, source, figure.passage),
                ]);
            }
        }
    }
    for row in &told.dates {
        for (cell, source) in row.cells.iter().zip(&told.sources) {
            for date in cell {
                table.rows.push(vec![
                    "date".to_owned(),
                    format!("{:?}", date.how).to_lowercase(),
                    source.clone(),
                    row.when.clone(),
                    text(engine, source, date.span),
                    text(engine, source, date.passage),
                ]);
            }
        }
    }
    table
}

fn quotation_table(engine: &Engine, told: &Told) -> Table {
    let mut table = Table::new(&["speaker", "source", "called", "through", "", "words"]);
    for row in &told.quotations {
        for (cell, source) in row.cells.iter().zip(&told.sources) {
            for own in cell {
                let through: Vec<String> =
                    own.through.iter().map(|span| text(engine, source, *span)).collect();
                let called = own.speaker.map(|span| text(engine, source, span));
                table.rows.push(vec![
                    row.speaker.clone(),
                    source.clone(),
                    called.unwrap_or_default(),
                    through.join(" < "),
                    (if own.direct { "“”" } else { "that" }).to_owned(),
                    text(engine, source, own.span),
                ]);
            }
        }
    }
    table
}

/// The words by which two sources differ.
pub(super) fn diff(out: &Output, path: &Path, a: &str, b: &str) -> Result<ExitCode> {
    let engine = files::engine(path)?;
    let whole = |id: &str| Passage { source: id.to_owned(), span: Span::new(0, u32::MAX) };
    let Response::Diff(answer) = engine.ask(&Request::Diff { a: whole(a), b: whole(b) })? else {
        return Err(strange());
    };
    if out.json {
        return json(out, tables::diff(&answer, &Places::new()));
    }
    let texts = [a, b].map(|id| engine.index().sources.find(id).map(|own| own.text()));
    let [in_a, in_b] = texts.map(Option::unwrap_or_default);
    let mut shown = String::new();
    for edit in &answer.edits {
        if edit.same {
            shown.push_str(edit.a.of_text(in_a));
            continue;
        }
        if !edit.a.is_empty() {
            let _ = write!(shown, "[-{}-]", edit.a.of_text(in_a));
        }
        if !edit.b.is_empty() {
            let _ = write!(shown, "{{+{}+}}", edit.b.of_text(in_b));
        }
    }
    out.text(&shown)?;
    Ok(ExitCode::SUCCESS)
}

fn strange() -> Error {
    Error::new(Kind::NotFound, "the engine answered something else")
}
