//! `concordance` and `collocates`: the hits of a query, and their company.

use std::{fmt::Write as _, path::Path, process::ExitCode};

use clap::{Args, ValueEnum, builder::PossibleValue};
use serde::Serialize;

use super::{files, output::Output, refused};
use crate::{
    error::Result,
    protocol::{
        Collocates, Filter, GroupBy, HitOrder, HitsAnswer, Measure, Neighbour, Request, Response,
        Term,
    },
};

/// How hits are sorted and grouped.
#[derive(Args, Clone, Default)]
pub(super) struct Order {
    /// Sort by words around the hit, first level first, such as 1L,2L,1R.
    #[arg(long, value_delimiter = ',', ignore_case = true, value_name = "WORD,…")]
    sort: Vec<Neighbour>,
    /// Group, with counts.
    #[arg(long)]
    group: Option<GroupBy>,
}

impl Order {
    pub(super) fn as_asked(&self) -> HitOrder {
        HitOrder { sort: self.sort.clone(), group: self.group }
    }
}

impl ValueEnum for Neighbour {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }
    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.name()))
    }
}

impl ValueEnum for GroupBy {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }
    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.name()))
    }
}

impl ValueEnum for Measure {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }
    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.name()))
    }
}

/// A line as it is printed.
#[derive(Serialize)]
struct Line<'l> {
    source: &'l str,
    start: u32,
    end: u32,
    lang: String,
    kind: &'static str,
    before: &'l str,
    hit: &'l str,
    after: &'l str,
}

#[derive(Serialize)]
struct Lines<'l> {
    total: u32,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    groups: &'l [crate::protocol::HitGroup],
    lines: Vec<Line<'l>>,
}

/// Lists every hit with the words around it.
pub(super) fn concordance(
    out: &Output,
    path: &Path,
    query: &str,
    order: &Order,
    csv: bool,
) -> Result<ExitCode> {
    let engine = files::engine(path)?;
    let (terms, filter, order) = (vec![Term::new(query)], Filter::default(), order.as_asked());
    if csv {
        return match engine.answer(&Request::Csv { terms, filter, order }) {
            Response::Csv(table) => out.text(&table).map(|()| ExitCode::SUCCESS),
            other => Err(refused(other)),
        };
    }
    let request = Request::Hits { terms, filter, order, from: 0, count: u32::MAX };
    let answer = match engine.answer(&request) {
        Response::Hits(answer) => answer,
        other => return Err(refused(other)),
    };
    if out.json {
        let lines = answer.lines.iter().map(|line| Line {
            source: &line.source,
            start: line.span.start,
            end: line.span.end,
            lang: line.lang.to_string(),
            kind: line.kind.name(),
            before: &line.before,
            hit: &line.hit,
            after: &line.after,
        });
        let (total, groups) = (answer.total, answer.groups.as_slice());
        out.value(&Lines { total, groups, lines: lines.collect() })?;
    } else {
        out.text(&lines(&answer))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// The lines of a concordance, each group under its name and count.
pub(super) fn lines(answer: &HitsAnswer) -> String {
    let mut text = String::new();
    let mut groups = answer.groups.iter().peekable();
    for (at, line) in (0..).zip(&answer.lines) {
        if let Some(group) = groups.next_if(|group| group.from == at) {
            let label = if group.label.is_empty() { "–" } else { &group.label };
            let _ = writeln!(text, "{label}: {}", group.count);
        }
        let _ = writeln!(text, "  {}: {}[{}]{}", line.source, line.before, line.hit, line.after);
    }
    text
}

/// Lists the words that keep company with a query.
pub(super) fn collocates(
    out: &Output,
    path: &Path,
    query: &str,
    (window, least, count): (u32, u32, u32),
    measure: Measure,
) -> Result<ExitCode> {
    let engine = files::engine(path)?;
    let (terms, filter) = (vec![Term::new(query)], Filter::default());
    let request = Request::Collocates { terms, filter, window, least, measure, count };
    let company = match engine.answer(&request) {
        Response::Collocates(company) => company,
        other => return Err(refused(other)),
    };
    if out.json {
        out.value(&company)?;
        return Ok(ExitCode::SUCCESS);
    }
    let Collocates { hits, near, words, total, rows } = company;
    let mut text = format!("{hits} hits, {near} words near them, {words} in all\n");
    let _ = writeln!(text, "{total} collocates; by {}", measure.name());
    let _ = writeln!(text, "  near  left  in all  log-dice  log-likelihood  log-ratio");
    for row in rows {
        let _ = writeln!(
            text,
            "{:6}{:6}{:8}{:10.2}{:16.2}{:11.2}  {} {}",
            row.near,
            row.left,
            row.count,
            row.log_dice,
            row.log_likelihood,
            row.log_ratio,
            row.lang,
            row.word
        );
    }
    out.text(&text)?;
    Ok(ExitCode::SUCCESS)
}
