//! The paragraphs of one part of a Word document.
//!
//! In: the part's XML and the names of its styles. Out: its paragraphs in an [`Assembly`],
//! with their roles. Paragraphs may lie in one another (text boxes); the inner one ends
//! first. What is hidden or struck out by reviewers is counted, not kept.

use std::collections::BTreeMap;

use quick_xml::events::BytesStart;

use super::role;
use crate::{
    error::Result,
    source::{
        BlockKind,
        assembly::{Assembly, row},
        xml::{self, Step},
    },
};

/// A paragraph that is open.
#[derive(Default)]
struct Open {
    words: String,
    style: Option<String>,
    /// Items of lists: how deep.
    item: Option<usize>,
}

struct Walk<'a> {
    styles: &'a BTreeMap<String, String>,
    aside: Option<&'static str>,
    assembly: &'a mut Assembly,
    dropped: &'a mut BTreeMap<String, u64>,
    open: Vec<Open>,
    /// The cells of each table that is open.
    tables: Vec<Vec<String>>,
    /// What stands before the next paragraph: the mark of a note.
    mark: String,
    in_words: bool,
    /// How many open elements hide what is in them.
    hidden: usize,
}

/// Adds the paragraphs of `part`; with `aside` they are set aside for that reason.
pub(super) fn read(
    part: &str,
    styles: &BTreeMap<String, String>,
    aside: Option<&'static str>,
    assembly: &mut Assembly,
    dropped: &mut BTreeMap<String, u64>,
) -> Result<()> {
    let mut walk = Walk {
        styles,
        aside,
        assembly,
        dropped,
        open: Vec::new(),
        tables: Vec::new(),
        mark: String::new(),
        in_words: false,
        hidden: 0,
    };
    xml::walk(part, |step| match step {
        Step::Open(name, tag) => walk.open(name, tag),
        Step::Close(name) => walk.close(name),
        Step::Text(text) => walk.text(text),
    })
}

fn is_hidden(name: &str) -> bool {
    // A fallback says again, for old programs, what stands before it.
    matches!(name, "Fallback" | "del" | "moveFrom")
}

impl Walk<'_> {
    fn open(&mut self, name: &str, tag: &BytesStart<'_>) {
        if is_hidden(name) {
            self.hidden += 1;
        }
        match name {
            "p" => self.open.push(Open::default()),
            "tbl" => self.tables.push(Vec::new()),
            "t" | "delText" => self.in_words = true,
            "footnote" | "endnote" => {
                self.mark = match (xml::attribute(tag, "type"), xml::attribute(tag, "id")) {
                    (None, Some(id)) => format!("[{id}] "),
                    _ => String::new(),
                };
            }
            "footnoteReference" | "endnoteReference" => {
                let id = xml::attribute(tag, "id").unwrap_or_default();
                self.push(&format!("[{id}]"));
            }
            "tab" => self.push("\t"),
            "br" | "cr" => self.push("\n"),
            "noBreakHyphen" => self.push("\u{2011}"),
            "pStyle" => {
                let name = xml::attribute(tag, "val");
                let name = name.map(|id| self.styles.get(&id).cloned().unwrap_or(id));
                if let Some(open) = self.open.last_mut() {
                    open.style = name;
                }
            }
            "numPr" => {
                if let Some(open) = self.open.last_mut() {
                    open.item = open.item.or(Some(0));
                }
            }
            "ilvl" => {
                let depth = xml::attribute(tag, "val").and_then(|depth| depth.parse().ok());
                if let Some(open) = self.open.last_mut() {
                    open.item = depth.map(|depth: usize| depth.min(8)).or(open.item);
                }
            }
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        if is_hidden(name) {
            self.hidden = self.hidden.saturating_sub(1);
        }
        match name {
            "t" | "delText" => self.in_words = false,
            "p" => self.paragraph(),
            "tc" => {
                if let Some(cells) = self.tables.last_mut() {
                    cells.push(String::new());
                }
            }
            "tr" => {
                let mut cells = self.tables.last_mut().map(std::mem::take).unwrap_or_default();
                // Each cell was begun when the one before it ended.
                cells.pop();
                let line = row(&cells);
                match self.tables.len() {
                    0 | 1 => self.add(BlockKind::List, &line, "row of a table"),
                    // A table within a cell is part of the cell.
                    _ => self.cell(&line),
                }
            }
            "tbl" => {
                self.tables.pop();
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.in_words && self.hidden > 0 {
            *self.dropped.entry("deleted text".to_owned()).or_default() += text.len() as u64;
        } else if self.in_words {
            self.push(text);
        }
    }

    fn push(&mut self, text: &str) {
        if self.hidden == 0
            && let Some(open) = self.open.last_mut()
        {
            open.words.push_str(text);
        }
    }

    fn cell(&mut self, words: &str) {
        let depth = self.tables.len();
        let outer = if self.open.is_empty() && depth > 1 { depth - 2 } else { depth - 1 };
        let Some(cells) = self.tables.get_mut(outer) else { return };
        if cells.is_empty() {
            cells.push(String::new());
        }
        if let Some(cell) = cells.last_mut() {
            cell.push(' ');
            cell.push_str(words);
        }
    }

    fn paragraph(&mut self) {
        let Some(Open { words, style, item }) = self.open.pop() else { return };
        if words.trim().is_empty() {
            return;
        }
        if let Some(cells) = self.tables.last_mut() {
            if cells.is_empty() {
                cells.push(String::new());
            }
            if let Some(cell) = cells.last_mut() {
                cell.push(' ');
                cell.push_str(&words);
            }
            return;
        }
        let mark = std::mem::take(&mut self.mark);
        let style = style.unwrap_or_default();
        match (role(&style), item) {
            (Some(kind), _) if kind != BlockKind::List => {
                self.add(kind, &words, &format!("style “{style}”"));
            }
            (_, Some(depth)) => {
                let line = format!("{}- {}", "  ".repeat(depth), words.trim());
                self.add(BlockKind::List, &line, "item of a list");
            }
            (Some(kind), None) => self.add(kind, &words, &format!("style “{style}”")),
            (None, None) => {
                let words = format!("{mark}{words}");
                match self.aside {
                    Some(reason) => self.add(BlockKind::Boilerplate, &words, reason),
                    None => self.assembly.plain(&words),
                }
            }
        }
    }

    fn add(&mut self, kind: BlockKind, words: &str, reason: &str) {
        match self.aside {
            Some(aside) => self.assembly.known(BlockKind::Boilerplate, words, aside),
            None => self.assembly.known(kind, words, reason),
        }
    }
}
