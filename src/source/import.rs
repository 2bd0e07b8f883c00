//! One file's bytes to a [`Document`].
//!
//! In: a file name and its bytes. Out: one document, or an [`Error`] that says why not.
//! Reading the bytes is `decode`'s work, understanding the text `plain`'s; here the two
//! come together with the languages of the text and of its blocks.

use std::borrow::Cow;

use super::{
    Document, Found, Meta, Report,
    assembly::{Assembly, Known},
    decode, given, plain,
};
use crate::{
    error::{Error, Kind, Result},
    lang::{Lang, identify},
};

/// The largest text that is opened, in bytes.
pub const LIMIT: usize = 200_000_000;

/// How much of a text is enough to tell its language, in bytes.
const SAMPLE: usize = 4_000;

/// How much of one place of a block is read, in bytes. Three places are enough to tell its
/// language from the document's: a paragraph may begin with a quotation or a name.
const PLACE: usize = 96;

/// Blocks shorter than this many bytes are in the document's language: a name or a label.
const CLEAR: usize = 40;

/// The languages that are surely told from their text.
const RECOGNISED: [Lang; 11] = [
    Lang::EN,
    Lang::RU,
    Lang::BG,
    Lang::UK,
    Lang::BE,
    Lang::MK,
    Lang::SR,
    Lang::PL,
    Lang::DE,
    Lang::FR,
    Lang::ES,
];

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
        notes: decoded.notes,
        ..Report::default()
    };
    Ok(document(Raw::of(id_of(name), name, decoded.text, report)))
}

/// A text to be understood, and what is known of it from elsewhere.
pub(super) struct Raw<'a> {
    pub(super) id: String,
    pub(super) file: &'a str,
    pub(super) text: String,
    pub(super) report: Report,
    /// Its headline.
    pub(super) title: Option<String>,
    /// Its language.
    pub(super) lang: Option<Found<Lang>>,
    /// The parts whose roles its document states.
    pub(super) known: Vec<Known>,
}

impl<'a> Raw<'a> {
    /// A text of which nothing is known.
    pub(super) fn of(id: String, file: &'a str, text: String, report: Report) -> Self {
        Self { id, file, text, report, title: None, lang: None, known: Vec::new() }
    }

    /// A text put together from the parts of a document.
    pub(super) fn assembled(id: String, file: &'a str, parts: Assembly, report: Report) -> Self {
        Self { title: parts.title, known: parts.known, ..Self::of(id, file, parts.text, report) }
    }
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

/// Understands a text.
pub(super) fn document(raw: Raw<'_>) -> Document {
    let Raw { id, file, text, report, title, lang, known } = raw;
    let understood = plain::understand(&text, title.as_deref(), &known);
    let by_address = || {
        let host = given::host(&understood.url.as_ref()?.value)?;
        Some(Found::guessed(host, "host of the address"))
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
    document.meta.lang = lang.unwrap_or_else(|| main_language(&document));
    speak(&mut document);
    document
}

/// Names the languages of a page and of its blocks. What the page says of itself counts where
/// its text says nothing, or where it is a language that is not recognised by its text.
pub(super) fn name_languages(document: &mut Document, stated: Option<Found<Lang>>) {
    let own = main_language(document);
    document.meta.lang = match stated {
        Some(stated) if own.value == Lang::UND || !RECOGNISED.contains(&stated.value) => stated,
        _ => own,
    };
    speak(document);
}

/// The language of the main text; of all of it where there is no main text.
fn main_language(document: &Document) -> Found<Lang> {
    let main = document.blocks.iter().filter(|block| block.kind.is_main());
    let mut main = main.map(|block| block.span.of_text(&document.text)).peekable();
    if main.peek().is_some() {
        return language(main);
    }
    language([document.text.as_str()])
}

/// The language that most of the first of `pieces` is in.
pub(super) fn language<'t>(pieces: impl IntoIterator<Item = &'t str>) -> Found<Lang> {
    let mut sample = String::new();
    for piece in pieces {
        if sample.len() >= SAMPLE {
            break;
        }
        push_up_to(&mut sample, piece, SAMPLE);
    }
    let found = identify::identify(&sample);
    match found.lang {
        Lang::UND => Found::guessed(Lang::UND, found.reason),
        lang => Found::new(lang, found.reason),
    }
}

fn push_up_to(sample: &mut String, text: &str, limit: usize) {
    let room = limit.saturating_sub(sample.len());
    let end = (0..=room.min(text.len())).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(0);
    sample.push_str(&text[..end]);
}

/// A short block as it is; of a long one its beginning, its middle and its end.
fn places(own: &str) -> Cow<'_, str> {
    if own.len() <= 3 * PLACE {
        return Cow::Borrowed(own);
    }
    let mut sample = String::with_capacity(3 * PLACE + 2);
    for start in [0, (own.len() - PLACE) / 2, own.len() - PLACE] {
        let place = &own[own.ceil_char_boundary(start)..own.floor_char_boundary(start + PLACE)];
        // Cut words are no words.
        let first = if start == 0 { 0 } else { place.find(' ').unwrap_or(0) };
        let last = if start + PLACE == own.len() {
            place.len()
        } else {
            place.rfind(' ').unwrap_or(place.len())
        };
        sample.push_str(&place[first.min(last)..last]);
        sample.push(' ');
    }
    Cow::Owned(sample)
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
        let found = identify::identify_among(&places(own), whole);
        block.lang = if found == Lang::UND { whole } else { found };
    }
}
