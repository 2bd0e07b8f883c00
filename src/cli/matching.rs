//! `match`: which sources tell the same event.
//!
//! In: a collection, or a JSONL file of dated texts. Out: for each source the others that
//! match it, with what they share, and groups by event; for a file of texts, ids alone.

use std::{fmt::Write as _, path::Path, process::ExitCode};

use serde::Deserialize;

use super::{files, output::Output, refused};
use crate::{
    compare::{
        align::raw::Aligner,
        matching::raw::{self, Given},
    },
    error::{Error, Kind, Result},
    lang::Lang,
    protocol::{Request, Response},
};

/// Lists the matches of each source of a collection.
pub(super) fn matches(out: &Output, path: &Path, most: u32) -> Result<ExitCode> {
    let engine = files::engine(path)?;
    let found = match engine.answer(&Request::Matches { most }) {
        Response::Matches(found) => found,
        other => return Err(refused(other).in_file(files::name(path))),
    };
    if out.json {
        out.value(&found)?;
        return Ok(ExitCode::SUCCESS);
    }
    let mut text = String::new();
    for source in &found.sources {
        let _ = writeln!(text, "{}", source.id);
        for one in &source.matches {
            let shared: Vec<String> = one
                .shared
                .iter()
                .map(|[a, b]| if a == b { a.clone() } else { format!("{a} = {b}") })
                .collect();
            let days = one.days.map(|days| format!(", {days} days apart")).unwrap_or_default();
            let _ = writeln!(text, "  {:.2} {}{days}: {}", one.score, one.id, shared.join(", "));
        }
    }
    let _ = writeln!(text, "\nGroups that tell one event: {}", found.groups.len());
    for group in &found.groups {
        let _ = writeln!(text, "  {}", group.join(" "));
    }
    out.text(&text)?;
    Ok(ExitCode::SUCCESS)
}

#[derive(Deserialize)]
struct Telling {
    id: String,
    lang: Lang,
    date: Option<String>,
    text: Text,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Text {
    Whole(String),
    Passages(Vec<String>),
}

/// How many sources are printed for one.
const RANKED: usize = 200;

/// Prints for each source of a JSONL file the ids of those in other languages that tell the
/// same event, best first.
pub(super) fn rank(out: &Output, path: &Path) -> Result<ExitCode> {
    let bytes = files::read(path)?;
    let mut tellings: Vec<Telling> = Vec::new();
    for (at, line) in String::from_utf8_lossy(&bytes).lines().enumerate() {
        if !line.trim().is_empty() {
            tellings.push(serde_json::from_str(line).map_err(|error| {
                Error::new(Kind::Input, format!("line {}: {error}", at + 1))
                    .in_file(files::name(path))
            })?);
        }
    }
    let texts: Vec<Vec<String>> = tellings
        .iter()
        .map(|telling| match &telling.text {
            Text::Whole(text) => text.lines().map(str::to_owned).collect(),
            Text::Passages(passages) => passages.clone(),
        })
        .collect();
    let given: Vec<Given<'_>> = tellings
        .iter()
        .zip(&texts)
        .map(|(telling, passages)| Given {
            lang: telling.lang,
            date: telling.date.as_deref(),
            passages,
        })
        .collect();
    let ranking = raw::rank(&mut Aligner::new()?, &given, RANKED);
    let mut text = String::new();
    for (telling, best) in tellings.iter().zip(ranking) {
        let ids: Vec<&str> = best.iter().map(|&at| tellings[at].id.as_str()).collect();
        let _ = writeln!(text, "{}\t{}", telling.id, ids.join(" "));
    }
    out.text(&text)?;
    Ok(ExitCode::SUCCESS)
}
