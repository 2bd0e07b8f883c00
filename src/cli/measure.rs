//! `lang`, `conflate` and `names`: single abilities of the engine, line by line, so that
//! they can be measured against others.

use std::{
    io::{self, BufRead as _},
    path::Path,
    process::ExitCode,
};

use super::{files, output::Output};
use crate::{
    error::{Error, Kind, Result},
    lang::{Lang, identify::identify},
    text::{self, known::KnownName},
};

/// How many candidates are printed for a name.
const BEST: usize = 10;

/// Answers each line of standard input with a line.
fn each_line(out: &Output, answer: impl Fn(&str) -> String) -> Result<ExitCode> {
    let mut answers = Vec::new();
    for line in io::stdin().lock().split(b'\n') {
        let line = line.map_err(|error| {
            Error::new(Kind::File, format!("standard input cannot be read: {error}"))
        })?;
        answers.push(answer(String::from_utf8_lossy(&line).trim_end_matches('\r')));
    }
    if out.json {
        out.value(&answers)?;
    } else {
        out.text(&answers.into_iter().map(|answer| answer + "\n").collect::<String>())?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Names the language of each line.
pub(super) fn lang(out: &Output) -> Result<ExitCode> {
    each_line(out, |line| identify(line).lang.to_string())
}

/// Prints the lexeme keys of each word.
pub(super) fn conflate(out: &Output, lang: Lang) -> Result<ExitCode> {
    each_line(out, |word| {
        let folded = text::fold(&text::lower(word), lang);
        let mut keys = Vec::new();
        match lang.rules() {
            Some(rules) => (rules.lexemes)(&folded, &mut keys),
            None => keys.push(folded),
        }
        keys.join("\t")
    })
}

/// Prints the candidates most like each name.
pub(super) fn names(out: &Output, from: Lang, to: Lang, candidates: &Path) -> Result<ExitCode> {
    let listed = String::from_utf8_lossy(&files::read(candidates)?).into_owned();
    let candidates: Vec<(&str, KnownName)> = listed
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .map(|line| (line, KnownName::new(line, to)))
        .collect();
    each_line(out, |line| {
        let sought = KnownName::new(line, from);
        let mut ranked: Vec<(f64, &str)> = candidates
            .iter()
            .map(|(name, candidate)| (sought.similarity(candidate), *name))
            .collect();
        ranked.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
        ranked.dedup_by_key(|(_, name)| *name);
        let best: Vec<&str> = ranked.into_iter().take(BEST).map(|(_, name)| name).collect();
        best.join("\t")
    })
}
