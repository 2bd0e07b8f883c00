//! `inspect` and `clean`: what was understood of a file, and its main text.

use std::{
    fmt::Write as _,
    path::{Path, PathBuf},
    process::ExitCode,
};

use serde::Serialize;

use super::{
    files,
    output::{Output, refuse},
    progress,
};
use crate::{
    error::Result,
    lang::Lang,
    source::{Block, BlockKind, Confidence, Document, Found, collection},
};

/// What was understood of a source.
#[derive(Serialize)]
struct Inspected {
    file: String,
    id: String,
    lang: Lang,
    lang_reason: String,
    lang_confidence: Confidence,
    title: Option<String>,
    title_reason: Option<String>,
    title_confidence: Option<Confidence>,
    outlet: Option<String>,
    outlet_reason: Option<String>,
    outlet_confidence: Option<Confidence>,
    authors: Vec<String>,
    authors_reason: Option<String>,
    authors_confidence: Option<Confidence>,
    date: Option<String>,
    date_reason: Option<String>,
    date_confidence: Option<Confidence>,
    updated: Option<String>,
    updated_reason: Option<String>,
    updated_confidence: Option<Confidence>,
    url: Option<String>,
    url_reason: Option<String>,
    url_confidence: Option<Confidence>,
    captured: Option<String>,
    captured_reason: Option<String>,
    captured_confidence: Option<Confidence>,
    origin: Option<String>,
    origin_reason: Option<String>,
    origin_confidence: Option<Confidence>,
    format: String,
    encoding: String,
    replaced: u32,
    bytes: Bytes,
    dropped: Vec<(String, u64)>,
    notes: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fields: Vec<(String, String)>,
    blocks: Vec<InspectedBlock>,
}

/// Where the bytes of a source went.
#[derive(Serialize)]
struct Bytes {
    /// The author's text and readers' comments, tags and credits.
    understood: u64,
    /// Page furniture: kept, and folded away.
    set_aside: u64,
    /// What is no text.
    dropped: u64,
}

impl Bytes {
    fn of(document: &Document) -> Self {
        let (aside, understood): (Vec<&Block>, Vec<&Block>) =
            document.blocks.iter().partition(|block| block.kind == BlockKind::Boilerplate);
        let sum = |blocks: &[&Block]| {
            blocks.iter().map(|block| u64::from(block.span.end - block.span.start)).sum()
        };
        let dropped = document.report.dropped.iter().map(|(_, bytes)| *bytes).sum();
        Self { understood: sum(&understood), set_aside: sum(&aside), dropped }
    }
}

#[derive(Serialize)]
struct InspectedBlock {
    kind: BlockKind,
    start: u32,
    end: u32,
    lang: Lang,
    #[serde(skip_serializing_if = "Option::is_none")]
    depth: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    author: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    time: Option<String>,
    #[serde(skip_serializing_if = "String::is_empty")]
    reason: String,
}

impl Inspected {
    fn new(file: String, document: &Document) -> Self {
        let Document { id, file: _, text: _, blocks, meta, report } = document;
        let value = |found: &Option<Found<String>>| found.as_ref().map(|found| found.value.clone());
        let reason =
            |found: &Option<Found<String>>| found.as_ref().map(|found| found.reason.0.clone());
        let sure = |found: &Option<Found<String>>| found.as_ref().map(|found| found.confidence);
        let blocks = blocks.iter().map(|block| InspectedBlock {
            kind: block.kind,
            start: block.span.start,
            end: block.span.end,
            lang: block.lang,
            depth: (block.kind == BlockKind::Comment).then_some(block.depth),
            author: block.author.clone(),
            time: block.time.clone(),
            reason: block.reason.0.clone(),
        });
        Self {
            file,
            id: id.clone(),
            lang: meta.lang.value,
            lang_reason: meta.lang.reason.0.clone(),
            lang_confidence: meta.lang.confidence,
            title: value(&meta.title),
            title_reason: reason(&meta.title),
            title_confidence: sure(&meta.title),
            outlet: value(&meta.outlet),
            outlet_reason: reason(&meta.outlet),
            outlet_confidence: sure(&meta.outlet),
            authors: meta.author_names().to_vec(),
            authors_reason: meta.authors.as_ref().map(|found| found.reason.0.clone()),
            authors_confidence: meta.authors.as_ref().map(|found| found.confidence),
            date: value(&meta.date),
            date_reason: reason(&meta.date),
            date_confidence: sure(&meta.date),
            updated: value(&meta.updated),
            updated_reason: reason(&meta.updated),
            updated_confidence: sure(&meta.updated),
            url: value(&meta.url),
            url_reason: reason(&meta.url),
            url_confidence: sure(&meta.url),
            captured: value(&meta.captured),
            captured_reason: reason(&meta.captured),
            captured_confidence: sure(&meta.captured),
            origin: value(&meta.origin),
            origin_reason: reason(&meta.origin),
            origin_confidence: sure(&meta.origin),
            format: report.format.clone(),
            encoding: report.encoding.clone(),
            replaced: report.replaced,
            bytes: Bytes::of(document),
            dropped: report.dropped.clone(),
            notes: report.notes.clone(),
            fields: report.fields.clone(),
            blocks: blocks.collect(),
        }
    }
}

/// Shows what was understood of files; a file that cannot be read costs only itself.
pub(super) fn inspect(out: &Output, paths: &[PathBuf]) -> Result<ExitCode> {
    let mut code = ExitCode::SUCCESS;
    let mut inspected = Vec::new();
    let bar = progress::bar("reading", paths.len());
    for path in paths {
        let documents = documents(path);
        bar.inc(1);
        match documents {
            Ok(documents) => {
                for document in documents {
                    let seen = Inspected::new(files::name(path), &document);
                    if !out.json {
                        bar.suspend(|| out.text(&describe(&seen, &document.text)))?;
                    }
                    inspected.push(seen);
                }
            }
            Err(error) => {
                bar.suspend(|| refuse(&error));
                code = ExitCode::FAILURE;
            }
        }
    }
    bar.finish_and_clear();
    if out.json {
        out.value(&inspected)?;
    }
    Ok(code)
}

/// The documents in a file. Problems with parts of it are said.
fn documents(path: &Path) -> Result<Vec<Document>> {
    let bytes = files::read(path)?;
    // The file is named as it was given, whatever folder it lies in.
    let read = collection::documents(&files::base_name(path), &bytes).map_err(|error| {
        if files::is_stdin(path) { error } else { error.in_file(files::name(path)) }
    })?;
    read.problems.iter().for_each(super::output::warn);
    Ok(read.documents)
}

/// What was understood, for people.
fn describe(seen: &Inspected, text: &str) -> String {
    let mut out = format!("{}\n", seen.file);
    let mut found = |what: &str,
                     value: &Option<String>,
                     reason: &Option<String>,
                     confidence: Option<Confidence>| {
        let Some(value) = value else { return };
        let sure = confidence.map(Confidence::name);
        let reason = reason.as_deref().filter(|reason| !reason.is_empty());
        let because: Vec<&str> = sure.into_iter().chain(reason).collect();
        let because = match because.as_slice() {
            [] => String::new(),
            because => format!("  ({})", because.join(": ")),
        };
        // Writing to a string cannot fail.
        let _ = writeln!(out, "  {what:9} {value}{because}");
    };
    found(
        "language",
        &Some(seen.lang.to_string()),
        &Some(seen.lang_reason.clone()),
        Some(seen.lang_confidence),
    );
    found("title", &seen.title, &seen.title_reason, seen.title_confidence);
    found("outlet", &seen.outlet, &seen.outlet_reason, seen.outlet_confidence);
    let authors = Some(seen.authors.join(", ")).filter(|authors| !authors.is_empty());
    found("authors", &authors, &seen.authors_reason, seen.authors_confidence);
    found("date", &seen.date, &seen.date_reason, seen.date_confidence);
    found("updated", &seen.updated, &seen.updated_reason, seen.updated_confidence);
    found("url", &seen.url, &seen.url_reason, seen.url_confidence);
    found("captured", &seen.captured, &seen.captured_reason, seen.captured_confidence);
    found("origin", &seen.origin, &seen.origin_reason, seen.origin_confidence);
    let mut line = |what: &str, value: String| found(what, &Some(value), &None, None);
    line("format", seen.format.clone());
    line("encoding", seen.encoding.clone());
    let Bytes { understood, set_aside, dropped } = seen.bytes;
    let bytes = format!("{understood} understood, {set_aside} set aside, {dropped} dropped");
    line("bytes", bytes);
    for (what, bytes) in &seen.dropped {
        line("dropped", format!("{bytes} bytes of {what}"));
    }
    for (name, value) in &seen.fields {
        let value: String = value.chars().take(80).collect();
        line("field", format!("{name}: {value}"));
    }
    for note in &seen.notes {
        line("note", note.clone());
    }
    for block in &seen.blocks {
        let words: Vec<&str> = text
            .get(block.start as usize..block.end as usize)
            .unwrap_or_default()
            .split_whitespace()
            .take(9)
            .collect();
        let depth = block.depth.map(|depth| format!(" {depth}")).unwrap_or_default();
        let because = Some(&block.reason).filter(|reason| !reason.is_empty());
        let because = because.map(|reason| format!("  ({reason})")).unwrap_or_default();
        // A file may hold one “word” of many megabytes.
        let shown: String =
            words.iter().flat_map(|word| word.chars().chain([' '])).take(100).collect();
        let kind = block.kind.name();
        let _ = writeln!(out, "  {kind:11}{depth} {}…{because}", shown.trim_end());
    }
    out
}

/// Prints the main text of a file, or its headline or date.
pub(super) fn clean(out: &Output, path: &Path, title: bool, date: bool) -> Result<ExitCode> {
    let documents = documents(path)?;
    let mut answers = Vec::new();
    for document in &documents {
        let found = if title { &document.meta.title } else { &document.meta.date };
        answers.push(if title || date {
            let value = found.as_ref().map(|found| found.value.as_str()).unwrap_or_default();
            if date { value.get(..10).unwrap_or(value).to_owned() } else { value.to_owned() }
        } else {
            main_text(document)
        });
    }
    if out.json {
        out.value(&answers)?;
    } else {
        out.text(&(answers.join("\n") + "\n"))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// The running text: what stands around it on a page (headline, summary, captions) is apart in
/// the page's markup, and is left out.
fn main_text(document: &Document) -> String {
    let apart = |kind| {
        document.report.format == "HTML"
            && matches!(kind, BlockKind::Headline | BlockKind::Lead | BlockKind::Caption)
    };
    let main = document.blocks.iter().filter(|block| block.kind.is_main() && !apart(block.kind));
    let texts: Vec<&str> = main.map(|block| block.span.of_text(&document.text).trim()).collect();
    texts.join("\n\n")
}
