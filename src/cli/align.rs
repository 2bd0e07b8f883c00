//! `align`: passages as given, set against each other pair by pair; the pairs of a file
//! teach each other the words of their languages.
//!
//! In: a JSONL file, `{id, l1, l2, a: [passage], b: [passage]}` a line. Out: `{id, links:
//! [[i, j, score]]}` a line, numbers from 0.

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
};

use serde::{Deserialize, Serialize};

use super::{files, output::Output};
use crate::{
    compare::align::{
        learn::{self, Known},
        raw::{Aligner, Texts},
    },
    error::{Error, Kind, Result},
    lang::Lang,
};

#[derive(Deserialize)]
struct Pair {
    id: String,
    l1: Lang,
    l2: Lang,
    a: Vec<String>,
    b: Vec<String>,
}

#[derive(Serialize)]
struct Found {
    id: String,
    links: Vec<(usize, usize, f64)>,
}

/// Aligns the passages of each line.
pub(super) fn align(out: &Output, path: &Path, independent: bool) -> Result<ExitCode> {
    let bytes = files::read(path)?;
    let mut aligner = Aligner::new()?;
    let mut all: Vec<Pair> = Vec::new();
    for (at, line) in String::from_utf8_lossy(&bytes).lines().enumerate() {
        if line.trim().is_empty() {
            continue;
        }
        let unread = |error: serde_json::Error| {
            Error::new(Kind::Input, format!("line {}: {error}", at + 1)).in_file(files::name(path))
        };
        all.push(serde_json::from_str(line).map_err(unread)?);
    }
    let texts: Vec<Texts<'_>> =
        all.iter().map(|pair| [(&*pair.a, pair.l1), (&*pair.b, pair.l2)]).collect();
    let links = aligner.align_all(&texts, independent);
    let mut answers = String::new();
    for (pair, links) in all.into_iter().zip(links) {
        let line = serde_json::to_string(&Found { id: pair.id, links })
            .map_err(|error| Error::new(Kind::Input, error.to_string()))?;
        answers.push_str(&line);
        answers.push('\n');
    }
    out.text(&answers)?;
    Ok(ExitCode::SUCCESS)
}

#[derive(Deserialize)]
struct Marked {
    l1: Lang,
    l2: Lang,
    a: Vec<String>,
    b: Vec<String>,
    #[serde(alias = "strong")]
    links: Vec<(usize, usize)>,
    #[serde(default)]
    weak: Vec<(usize, usize)>,
}

/// Learns the weights of alignment from files of marked pairs, `….<variant>.jsonl`.
pub(super) fn learn(
    out: &Output,
    paths: &[PathBuf],
    others: &[PathBuf],
    report: bool,
) -> Result<ExitCode> {
    let mut aligner = Aligner::new()?;
    let (all, others) = (marked(&mut aligner, paths)?, marked(&mut aligner, others)?);
    out.text(&learn::learn(&all, &others, report))?;
    Ok(ExitCode::SUCCESS)
}

fn marked(aligner: &mut Aligner, paths: &[PathBuf]) -> Result<Vec<Known>> {
    let mut all: Vec<Known> = Vec::new();
    for path in paths {
        let name = files::base_name(path);
        let variant = name.trim_end_matches(".jsonl").rsplit('.').next().unwrap_or_default();
        let (bytes, from) = (files::read(path)?, all.len());
        for line in String::from_utf8_lossy(&bytes).lines() {
            let given: Marked = serde_json::from_str(line).map_err(|error| {
                Error::new(Kind::Input, error.to_string()).in_file(files::name(path))
            })?;
            let (a, b) = ((&*given.a, given.l1), (&*given.b, given.l2));
            all.push(Known::new(aligner, variant, a, b, given.links, given.weak));
        }
        Known::teach(&mut all[from..]);
    }
    Ok(all)
}
