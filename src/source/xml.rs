//! XML documents, an element at a time.
//!
//! In: XML of a document format. Out: its steps, by local names (formats agree on names, not
//! on prefixes), or an error that calls the document damaged. Entities beyond XML's own are
//! kept as written; nothing is fetched and nothing is expanded.

use quick_xml::{
    Reader, XmlVersion,
    events::{BytesStart, Event},
};

use super::markup;
use crate::error::{Error, Kind, Result};

/// One step through a document.
pub(super) enum Step<'a> {
    /// An element begins; an empty one ends in the next step.
    Open(&'a str, &'a BytesStart<'a>),
    /// An element ends.
    Close(&'a str),
    /// Text.
    Text(&'a str),
}

/// Walks through a document.
pub(super) fn walk(xml: &str, mut visit: impl FnMut(Step<'_>)) -> Result<()> {
    let mut reader = Reader::from_str(xml.trim_start_matches('\u{feff}'));
    let mut depth = 0_usize;
    let damaged = || {
        Error::new(Kind::Input, "the document is damaged: a part of it is no whole XML")
            .advise("save it again")
    };
    let mut any = false;
    loop {
        match reader.read_event().map_err(|_| damaged())? {
            Event::Start(tag) => {
                (depth, any) = (depth + 1, true);
                visit(Step::Open(tag.local_name().as_ref(), &tag));
            }
            Event::Empty(tag) => {
                any = true;
                visit(Step::Open(tag.local_name().as_ref(), &tag));
                visit(Step::Close(tag.local_name().as_ref()));
            }
            Event::End(tag) => {
                depth = depth.saturating_sub(1);
                visit(Step::Close(tag.local_name().as_ref()));
            }
            Event::Text(text) => visit(Step::Text(&text.xml10_content())),
            Event::CData(text) => visit(Step::Text(&text.xml10_content())),
            Event::GeneralRef(name) => match name.resolve_char_ref() {
                Ok(Some(c)) => visit(Step::Text(c.encode_utf8(&mut [0; 4]))),
                _ => visit(Step::Text(&markup::entity(&name.xml10_content()))),
            },
            Event::Eof if depth == 0 && any => return Ok(()),
            Event::Eof => return Err(damaged()),
            _ => {}
        }
    }
}

/// The value of an attribute, by its local name.
pub(super) fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    tag.attributes().with_checks(false).flatten().find_map(|attribute| {
        (attribute.key.local_name().as_ref() == name)
            .then(|| {
                attribute
                    .normalized_value(XmlVersion::Implicit1_0)
                    .ok()
                    .map(|value| value.into_owned())
            })
            .flatten()
    })
}

/// The elements of a flat document and their texts, such as properties; of a damaged one
/// those before the damage.
pub(super) fn fields(xml: &str) -> Vec<(String, String)> {
    let mut fields: Vec<(String, String)> = Vec::new();
    let mut open = 0_usize;
    let _ = walk(xml, |step| match step {
        Step::Open(name, _) => {
            open += 1;
            if open == 2 {
                fields.push((name.to_owned(), String::new()));
            }
        }
        Step::Close(_) => open = open.saturating_sub(1),
        Step::Text(text) => {
            if let (2.., Some((_, value))) = (open, fields.last_mut()) {
                value.push_str(text.trim());
            }
        }
    });
    fields
}
