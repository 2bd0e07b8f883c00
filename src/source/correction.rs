//! What a reader says of a source, against what was understood of it.
//!
//! In: a document and a [`Correction`]. Out: the document with what was said in place of
//! what was concluded, [`BY_READER`] as the reason, and what it overrules kept beside it; said
//! again with nothing in its place, that is put back. What cannot be used changes nothing and
//! is told.

use serde::{Deserialize, Serialize};

use super::{BlockKind, Item};
#[cfg(feature = "import")]
use super::{Document, Found, Reason, Taken, given, import};
use crate::lang::Lang;

/// The reason of what a reader corrected.
pub const BY_READER: &str = "corrected by the reader";

/// What a reader says of one source.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Correction {
    /// The id of the source.
    pub id: String,
    /// Items, as people write them. Empty means unknown; nothing puts back what was understood.
    pub items: Vec<(Item, Option<String>)>,
    /// Blocks, by their first byte. Nothing puts back what was understood.
    pub blocks: Vec<(u32, Option<As>)>,
}

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct As {
    /// Its role.
    pub kind: BlockKind,
    /// Its language; as it is where none is said.
    pub lang: Option<Lang>,
}

impl Correction {
    /// Whether it says nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.items.is_empty() && self.blocks.is_empty()
    }
}

/// Corrects a document; returns what could not be used, as sentences.
#[cfg(feature = "import")]
pub fn correct(document: &mut Document, by: &Correction) -> Vec<String> {
    let mut unused = Vec::new();
    for (item, to) in &by.items {
        if let Err(why) = correct_item(document, *item, to.as_deref()) {
            unused.push(why);
        }
    }
    for (start, to) in &by.blocks {
        if !correct_block(document, *start, *to) {
            unused.push(format!("no block begins at byte {start}"));
        }
    }
    unused
}

#[cfg(feature = "import")]
fn correct_item(document: &mut Document, item: Item, to: Option<&str>) -> Result<(), String> {
    let meta = &mut document.meta;
    let known = meta.overruled.items.iter().position(|(own, _)| *own == item);
    let to = match to.map(str::trim) {
        None => None,
        Some("") => Some(None),
        Some(to) => Some(Some(Found::stated(given::read(item, to)?, BY_READER))),
    };
    let now = meta.get(item);
    let same = |a: &Option<Found<String>>, b: &Option<Found<String>>| {
        a.as_ref().map(|found| &found.value) == b.as_ref().map(|found| &found.value)
    };
    // What says what was understood anyway is no correction.
    let found = match (to, known.map(|at| meta.overruled.items.remove(at))) {
        (Some(to), Some((_, was))) if !same(&to, &was) => {
            meta.overruled.items.push((item, was));
            to
        }
        (_, Some((_, was))) => was,
        (Some(to), None) if !same(&to, &now) => {
            meta.overruled.items.push((item, now));
            to
        }
        (_, None) => return Ok(()),
    };
    meta.overruled.items.sort_by_key(|(item, _)| *item);
    meta.set(item, found);
    if item == Item::Lang {
        speak(document);
    }
    Ok(())
}

/// Gives the blocks their languages anew, except those that the reader said.
#[cfg(feature = "import")]
fn speak(document: &mut Document) {
    let said: Vec<(u32, Lang)> = document
        .blocks
        .iter()
        .filter(|block| document.meta.overruled.block(block.span.start).is_some())
        .map(|block| (block.span.start, block.lang))
        .collect();
    import::speak(document);
    for (start, lang) in said {
        let block = document.blocks.iter_mut().find(|block| block.span.start == start);
        let was = document.meta.overruled.blocks.iter_mut().find(|(own, _)| *own == start);
        if let (Some(block), Some((_, was))) = (block, was)
            && was.lang != lang
        {
            was.lang = block.lang;
            block.lang = lang;
        }
    }
}

/// Corrects the block that begins at `start`; whether there is one.
#[cfg(feature = "import")]
fn correct_block(document: &mut Document, start: u32, to: Option<As>) -> bool {
    let Some(block) = document.blocks.iter_mut().find(|block| block.span.start == start) else {
        return false;
    };
    let overruled = &mut document.meta.overruled.blocks;
    let known = overruled.iter().position(|(own, _)| *own == start);
    let was = known.map_or_else(
        || Taken { kind: block.kind, lang: block.lang, reason: block.reason.clone() },
        |at| overruled.remove(at).1,
    );
    let to = to.map(|As { kind, lang }| (kind, lang.unwrap_or(block.lang)));
    match to {
        Some((kind, lang)) if (kind, lang) != (was.kind, was.lang) => {
            (block.kind, block.lang, block.reason) = (kind, lang, Reason::new(BY_READER));
            overruled.push((start, was));
            overruled.sort_by_key(|(start, _)| *start);
        }
        _ => (block.kind, block.lang, block.reason) = (was.kind, was.lang, was.reason),
    }
    true
}

#[cfg(test)]
mod tests {
    use super::{As, BY_READER, Correction, correct};
    use crate::{
        lang::Lang,
        source::{BlockKind, Document, Item, import::import},
    };

    const TEXT: &[u8] = b"A bridge opens\n\nThe mayor cut the ribbon on Monday while hundreds watched.\n\nHome | News | Sport\n";

    fn said(document: &mut Document, items: &[(Item, Option<&str>)]) -> Vec<String> {
        let items = items.iter().map(|(item, to)| (*item, to.map(str::to_owned))).collect();
        correct(document, &Correction { items, ..Correction::default() })
    }

    #[test]
    fn every_item_can_be_corrected_and_put_back() {
        let mut document = import("a.txt", TEXT).unwrap();
        let before = document.clone();
        for item in Item::ALL {
            let to = match item {
                Item::Date | Item::Updated | Item::Captured => "5 March 2020",
                Item::Lang => "bg",
                _ => "The Example",
            };
            assert_eq!(said(&mut document, &[(item, Some(to))]), [""; 0]);
            let found = document.meta.get(item).unwrap();
            assert_eq!(found.reason.0, BY_READER, "{}", item.name());
            assert_ne!(document.meta.get(item), before.meta.get(item));
        }
        assert_eq!(document.meta.date.as_ref().unwrap().value, "2020-03-05");
        assert_eq!(said(&mut document, &[(Item::Title, Some("Another"))]), [""; 0]);
        assert_eq!(said(&mut document, &[(Item::Title, Some(" "))]), [""; 0]);
        assert_eq!(document.meta.title, None);
        let back: Vec<_> = Item::ALL.map(|item| (item, None)).to_vec();
        assert_eq!(said(&mut document, &back), [""; 0]);
        assert_eq!(document, before);
    }

    #[test]
    fn a_blocks_role_and_language_can_be_corrected_and_put_back() {
        let mut document = import("a.txt", TEXT).unwrap();
        let before = document.clone();
        let last = document.blocks.last().unwrap().span.start;
        let mut say = |to| {
            let by = Correction { blocks: vec![(last, to)], ..Correction::default() };
            assert_eq!(correct(&mut document, &by), [""; 0]);
            document.clone()
        };
        say(Some(As { kind: BlockKind::Caption, lang: Some(Lang::DE) }));
        let mut corrected = say(Some(As { kind: BlockKind::Quote, lang: Some(Lang::PL) }));
        let block = corrected.blocks.last().unwrap();
        assert_eq!((block.kind, block.lang), (BlockKind::Quote, Lang::PL));
        assert_eq!(block.reason.0, BY_READER);
        // The language of the whole does not take it back.
        said(&mut corrected, &[(Item::Lang, Some("bg"))]);
        assert_eq!(corrected.blocks.last().unwrap().lang, Lang::PL);
        assert_eq!(say(None), before);
    }

    #[test]
    fn what_cannot_be_used_is_told_and_changes_nothing() {
        let mut document = import("a.txt", TEXT).unwrap();
        let before = document.clone();
        let by = Correction {
            items: vec![
                (Item::Date, Some("31 February".into())),
                (Item::Lang, Some("?".into())),
                (Item::Outlet, None),
            ],
            blocks: vec![(1, None)],
            ..Correction::default()
        };
        assert_eq!(correct(&mut document, &by).len(), 3);
        assert_eq!(document, before);
    }
}
