//! What a reader says of a source, against what was understood of it.
//!
//! In: a document and a [`Correction`]. Out: the document with what was said in place of
//! what was concluded, [`BY_READER`] as the reason. What cannot be used changes nothing and
//! is told.

use serde::{Deserialize, Serialize};

use super::BlockKind;
#[cfg(feature = "import")]
use super::{
    Document, Found, Reason,
    given::{self, Given},
};

/// The reason of what a reader corrected.
pub const BY_READER: &str = "corrected by the reader";

/// What a reader says of one source. Absent leaves as it is; empty means unknown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Correction {
    /// The id of the source.
    pub id: String,
    /// Its headline.
    pub title: Option<String>,
    /// Who published it.
    pub outlet: Option<String>,
    /// When it was published, as a date is written anywhere.
    pub date: Option<String>,
    /// The code of its language.
    pub lang: Option<String>,
    /// Where it was published.
    pub url: Option<String>,
    /// Who wrote it.
    pub authors: Option<Vec<String>>,
    /// Roles of blocks: the block's first byte, and what it is.
    pub kinds: Vec<(u32, BlockKind)>,
}

/// Corrects a document; returns what could not be used, as sentences.
#[cfg(feature = "import")]
pub fn correct(document: &mut Document, by: &Correction) -> Vec<String> {
    let Correction { id: _, title, outlet, date, lang, url, authors, kinds } = by.clone();
    let given = |value: &Option<String>| value.clone().filter(|value| !value.trim().is_empty());
    let mut unused = given::apply(
        document,
        Given {
            title: given(&title),
            outlet: given(&outlet),
            date: given(&date),
            lang: given(&lang),
            url: given(&url),
            authors: authors.clone().unwrap_or_default(),
            ..Given::default()
        },
        BY_READER,
    );
    let meta = &mut document.meta;
    let unknown = |value: &Option<String>, field: &mut Option<Found<String>>| {
        if value.as_ref().is_some_and(|value| value.trim().is_empty()) {
            *field = None;
        }
    };
    unknown(&title, &mut meta.title);
    unknown(&outlet, &mut meta.outlet);
    unknown(&date, &mut meta.date);
    unknown(&url, &mut meta.url);
    if let Some(authors) = authors {
        meta.authors = authors;
    }
    for (start, kind) in kinds {
        match document.blocks.iter_mut().find(|block| block.span.start == start) {
            Some(block) => {
                block.kind = kind;
                block.reason = Reason::new(BY_READER);
            }
            None => unused.push(format!("no block begins at byte {start}")),
        }
    }
    unused
}

#[cfg(test)]
mod tests {
    use super::{BY_READER, Correction, correct};
    use crate::source::{BlockKind, import::import};

    const TEXT: &[u8] = b"A bridge opens\n\nThe mayor cut the ribbon on Monday while hundreds watched.\n\nHome | News | Sport\n";

    #[test]
    fn what_the_reader_says_stands_and_says_so() {
        let mut document = import("a.txt", TEXT).unwrap();
        let last = document.blocks.last().unwrap().span.start;
        let by = Correction {
            id: "a".into(),
            outlet: Some("The Example".into()),
            date: Some("5 March 2020".into()),
            title: Some(String::new()),
            authors: Some(vec!["N. N.".into()]),
            kinds: vec![(last, BlockKind::Caption)],
            ..Correction::default()
        };
        assert_eq!(correct(&mut document, &by), [""; 0]);
        assert_eq!(document.meta.date.as_ref().unwrap().value, "2020-03-05");
        assert_eq!(document.meta.outlet.as_ref().unwrap().reason.0, BY_READER);
        assert_eq!((document.meta.title, document.meta.authors), (None, vec!["N. N.".into()]));
        let block = document.blocks.last().unwrap();
        assert_eq!((block.kind, block.reason.0.as_str()), (BlockKind::Caption, BY_READER));
    }

    #[test]
    fn what_cannot_be_used_is_told_and_changes_nothing() {
        let mut document = import("a.txt", TEXT).unwrap();
        let before = document.clone();
        let by = Correction {
            date: Some("31 February".into()),
            kinds: vec![(1, BlockKind::Quote)],
            ..Correction::default()
        };
        assert_eq!(correct(&mut document, &by).len(), 2);
        assert_eq!(document, before);
    }
}
