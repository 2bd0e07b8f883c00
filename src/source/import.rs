//! One file's bytes to a [`Document`].
//!
//! In: a file name and its bytes. Out: one document, or an [`Error`] that says why not.
//! Reading the bytes is `decode`'s work, understanding the text `plain`'s; here the two
//! come together with the languages of the text and of its blocks.

use super::{Document, Found, Meta, Report, decode, given, plain};
use crate::{
    error::{Error, Kind, Result},
    lang::{Lang, identify},
};

/// The largest text that is opened, in bytes.
pub const LIMIT: usize = 200_000_000;

/// How much of a text is enough to tell its language, in bytes.
const SAMPLE: usize = 4_000;

/// How much of a block is enough to tell its language from the document's, in bytes.
const BLOCK_SAMPLE: usize = 240;

/// Blocks shorter than this many bytes are in the document's language: a name or a label.
const CLEAR: usize = 40;

/// Imports one file.
///
/// # Errors
/// Empty, binary, or larger than [`LIMIT`].
pub fn import(name: &str, bytes: &[u8]) -> Result<Document> {
    refuse_large(bytes.len()).map_err(|error| error.in_file(name))?;
    let decoded = decode::decode(bytes).map_err(|error| error.in_file(name))?;
    let report = Report {
        encoding: decoded.encoding.to_owned(),
        replaced: decoded.replaced,
        dropped: Vec::new(),
        notes: decoded.notes,
    };
    Ok(document(id_of(name), name, decoded.text, report, None, None))
}

/// Refuses more than [`LIMIT`] bytes.
pub(super) fn refuse_large(bytes: usize) -> Result<()> {
    if bytes <= LIMIT {
        return Ok(());
    }
    let what =
        format!("the text has {} MB, the limit is {} MB", bytes / 1_000_000, LIMIT / 1_000_000);
    Err(Error::new(Kind::TooLarge, what).advise("split it into several sources"))
}

/// A source's id: its file name without folders and extension.
pub(super) fn id_of(name: &str) -> String {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    match file.rsplit_once('.') {
        Some((stem, _)) if !stem.is_empty() => stem.to_owned(),
        _ => file.to_owned(),
    }
}

/// Understands a decoded text; `title` and `given`, its language, are known from
/// elsewhere.
pub(super) fn document(
    id: String,
    file: &str,
    text: String,
    report: Report,
    title: Option<&str>,
    given: Option<Found<Lang>>,
) -> Document {
    let understood = plain::understand(&text, title);
    let by_address = || {
        let host = given::host(&understood.url.as_ref()?.value)?;
        Some(Found::new(host, "host of the address"))
    };
    let outlet = understood.outlet.clone().or_else(by_address);
    let mut document = Document {
        id,
        file: file.to_owned(),
        text,
        blocks: understood.blocks,
        meta: Meta {
            title: understood.title,
            outlet,
            authors: understood.authors,
            date: understood.date,
            updated: understood.updated,
            url: understood.url,
            ..Meta::default()
        },
        report,
    };
    document.meta.lang = given.unwrap_or_else(|| main_language(&document));
    speak(&mut document);
    document
}

/// The language of the main text; of all of it where there is no main text.
fn main_language(document: &Document) -> Found<Lang> {
    let mut sample = String::new();
    for block in document.blocks.iter().filter(|block| block.kind.is_main()) {
        if sample.len() >= SAMPLE {
            break;
        }
        push_up_to(&mut sample, block.span.of_text(&document.text), SAMPLE);
    }
    if sample.trim().is_empty() {
        push_up_to(&mut sample, &document.text, SAMPLE);
    }
    let found = identify::identify(&sample);
    Found::new(found.lang, found.reason)
}

fn push_up_to(sample: &mut String, text: &str, limit: usize) {
    let room = limit.saturating_sub(sample.len());
    let end = (0..=room.min(text.len())).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(0);
    sample.push_str(&text[..end]);
}

/// Gives each block its language: its own where it shows another one than the document's.
pub(super) fn speak(document: &mut Document) {
    let whole = document.meta.lang.value;
    for block in &mut document.blocks {
        let own = document.text[block.body as usize..block.span.end as usize].trim();
        if own.len() < CLEAR {
            block.lang = whole;
            continue;
        }
        let mut sample = String::new();
        push_up_to(&mut sample, own, BLOCK_SAMPLE);
        let found = identify::identify_among(&sample, whole);
        block.lang = if found == Lang::UND { whole } else { found };
    }
}
