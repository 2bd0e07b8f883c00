//! A page's visible text, and where each line of it comes from.
//!
//! In: a tree. Out: the source's text and its runs, in order: the stretches between the
//! beginnings and ends of block elements, white space collapsed as a browser does, a line
//! break kept, two of them a new run; the cells of a short table row on one line. Every
//! visible character of the page is in exactly one run. What a run is for is decided later.

use std::ops::Range;

use super::{
    names,
    tree::{Id, Tree},
};

/// A stretch of visible text.
#[derive(Clone, Debug)]
pub(super) struct Run {
    /// The innermost block element around it.
    pub(super) id: Id,
    /// Its bytes in the source's text, without the white space after it.
    pub(super) place: Range<usize>,
    /// Its words; of scripts without spaces, half its characters.
    pub(super) words: usize,
    /// Those of them that are links.
    pub(super) linked: usize,
    /// Those of them that are bold.
    pub(super) strong: usize,
    /// The first link in it.
    pub(super) link: Option<Id>,
    /// Cells of a table's row.
    pub(super) row: bool,
    /// A time element in it.
    pub(super) time: Option<Id>,
}

impl Run {
    pub(super) fn text<'t>(&self, text: &'t str) -> &'t str {
        &text[self.place.clone()]
    }
}

#[derive(Clone, Copy, Default)]
struct Inherited {
    link: Option<Id>,
    strong: bool,
    pre: bool,
    row: bool,
    time: Option<Id>,
}

struct Frame {
    end: Id,
    block: Option<Id>,
    inherited: Inherited,
    cell: bool,
    /// An element that pages set apart from its neighbours.
    apart: bool,
}

/// A table row of more nodes than this is layout.
const ROW: usize = 160;
/// A table row with a cell of more bytes than this is layout.
const CELL: usize = 160;

/// The text of a page and its runs.
pub(super) fn of(tree: &Tree) -> (String, Vec<Run>) {
    let mut writer = Writer::default();
    let root = Frame {
        end: tree.nodes.len(),
        block: Some(0),
        inherited: Inherited::default(),
        cell: false,
        apart: false,
    };
    let mut frames = vec![root];
    let mut id = 1;
    while id < tree.nodes.len() {
        while frames.len() > 1 && frames.last().is_some_and(|frame| frame.end <= id) {
            close(&mut frames, &mut writer);
        }
        let inherited = frames.last().map(|frame| frame.inherited).unwrap_or_default();
        let name = tree.name(id);
        if name.is_empty() {
            writer.text(tree.text(id), inherited);
            id += 1;
            continue;
        }
        if is_silent(name) {
            id = tree.nodes[id].end;
            continue;
        }
        id = open(tree, id, inherited, &mut frames, &mut writer);
    }
    while frames.len() > 1 {
        close(&mut frames, &mut writer);
    }
    writer.flush();
    (writer.out, writer.runs)
}

/// Elements whose text is no text of the page.
fn is_silent(name: &str) -> bool {
    matches!(
        name,
        "head"
            | "script"
            | "style"
            | "template"
            | "svg"
            | "math"
            | "title"
            | "iframe"
            | "object"
            | "video"
            | "audio"
            | "canvas"
            | "datalist"
            | "noscript"
    )
}

fn open(tree: &Tree, id: Id, outer: Inherited, frames: &mut Vec<Frame>, writer: &mut Writer) -> Id {
    let name = tree.name(id);
    let mut inherited = outer;
    match name {
        "a" if tree.attribute(id, "href").is_some() => inherited.link = Some(id),
        "b" | "strong" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => inherited.strong = true,
        "pre" | "textarea" | "listing" | "xmp" | "plaintext" => inherited.pre = true,
        "time" => inherited.time = Some(id),
        "br" => writer.line_break(),
        "hr" => writer.flush(),
        "tr" => inherited.row = is_data(tree, id),
        _ => {}
    }
    let cell = outer.row && matches!(name, "td" | "th");
    let block = names::is_block(name) && !outer.row;
    if block {
        writer.flush();
        writer.block = id;
        writer.item = matches!(name, "li" | "tr" | "option" | "dd" | "dt");
    } else if cell {
        writer.cell();
    } else if outer.row && names::is_block(name) {
        writer.space();
    }
    let apart = matches!(name, "a" | "span" | "time" | "small" | "cite" | "label");
    writer.begun |= apart && writer.ended;
    if tree.nodes[id].end > id + 1 || block {
        let block = block.then_some(id);
        frames.push(Frame { end: tree.nodes[id].end, block, inherited, cell, apart });
    }
    id + 1
}

fn close(frames: &mut Vec<Frame>, writer: &mut Writer) {
    let Some(frame) = frames.pop() else { return };
    if frame.block.is_some() {
        writer.flush();
        writer.block = frames.iter().rev().find_map(|frame| frame.block).unwrap_or(0);
    } else if frame.cell {
        writer.space();
    } else if frame.apart {
        writer.ended = true;
    }
}

/// Whether the page's own markup hides an element.
pub(super) fn is_hidden(tree: &Tree, id: Id) -> bool {
    if tree.attribute(id, "hidden").is_some() {
        return true;
    }
    let style = tree.attribute(id, "style").unwrap_or_default();
    !style.is_empty() && {
        let plain: String =
            style.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_lowercase();
        plain.contains("display:none") || plain.contains("visibility:hidden")
    }
}

/// Whether a row is one of a table of facts, not of a page's layout: two or more short cells
/// without paragraphs or tables in them.
fn is_data(tree: &Tree, row: Id) -> bool {
    let end = tree.nodes[row].end;
    if end - row > ROW {
        return false;
    }
    let (mut cells, mut bytes) = (0, 0);
    for id in row + 1..end {
        match tree.name(id) {
            "td" | "th" => {
                cells += 1;
                bytes = 0;
            }
            "table" | "ul" | "ol" | "h1" | "h2" | "h3" | "h4" | "form" | "article" => return false,
            "" => {
                bytes += tree.text(id).trim().len();
                if bytes > CELL {
                    return false;
                }
            }
            _ => {}
        }
    }
    cells >= 2
}

#[derive(Default)]
struct Writer {
    out: String,
    runs: Vec<Run>,
    block: Id,
    item: bool,
    run: Option<Run>,
    space: bool,
    breaks: u8,
    tab: bool,
    /// Since the last word an element ended that pages set apart, and then one began.
    ended: bool,
    begun: bool,
}

impl Writer {
    fn flush(&mut self) {
        self.space = false;
        self.breaks = 0;
        self.tab = false;
        if let Some(mut run) = self.run.take() {
            run.place.end = self.out.len();
            self.runs.push(run);
            self.out.push('\n');
            if !self.item {
                self.out.push('\n');
            }
        }
        self.item = false;
    }

    fn line_break(&mut self) {
        self.breaks = self.breaks.saturating_add(1);
        if self.breaks >= 2 {
            self.flush();
        }
    }

    fn space(&mut self) {
        self.space = true;
    }

    fn cell(&mut self) {
        self.tab |= self.run.is_some();
    }

    fn text(&mut self, text: &str, inherited: Inherited) {
        for (nth, piece) in text.split_inclusive(char::is_whitespace).enumerate() {
            let word = piece.trim_end_matches(char::is_whitespace);
            if word.is_empty() {
                self.white(piece, inherited);
                continue;
            }
            self.word(word, inherited, nth);
            if word.len() < piece.len() {
                self.white(&piece[word.len()..], inherited);
            }
        }
    }

    fn white(&mut self, white: &str, inherited: Inherited) {
        self.space = true;
        if inherited.pre && white == "\n" && self.run.is_some() {
            self.breaks = 1;
        }
    }

    fn word(&mut self, word: &str, inherited: Inherited, nth: usize) {
        let begun = self.run.is_some();
        self.space |= begun && self.begun && are_two(&self.out, word);
        (self.ended, self.begun) = (false, false);
        let start = self.out.len();
        if begun {
            if self.tab {
                self.out.push('\t');
            } else if self.breaks > 0 {
                self.out.push('\n');
            } else if self.space {
                self.out.push(' ');
            }
        }
        let glued = begun && !self.tab && self.breaks == 0 && !self.space && nth == 0;
        (self.tab, self.breaks, self.space) = (false, 0, false);
        let run = self.run.get_or_insert(Run {
            id: self.block,
            place: start..start,
            words: 0,
            linked: 0,
            strong: 0,
            link: None,
            row: inherited.row,
            time: None,
        });
        self.out.push_str(word);
        let count = count(word, glued);
        run.words += count;
        run.linked += if inherited.link.is_some() { count } else { 0 };
        run.strong += if inherited.strong { count } else { 0 };
        run.link = run.link.or(inherited.link);
        run.time = run.time.or(inherited.time);
    }
}

/// Whether links or labels beside each other (`<a>Home</a><a>World</a>`) are two words, as
/// their page's style shows them. Letters of a title set one by one are not.
fn are_two(before: &str, after: &str) -> bool {
    let last = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    let (Some(end), Some(start)) = (last.chars().next_back(), after.chars().next()) else {
        return false;
    };
    let ends =
        end.is_alphanumeric() || matches!(end, '.' | '!' | '?' | ',' | ';' | ':' | ')' | '»');
    let long = |word: &str| word.chars().nth(1).is_some();
    ends && start.is_alphanumeric()
        && !is_wide(end)
        && !is_wide(start)
        && (end.is_numeric()
            || start.is_numeric()
            || (long(last) && (long(after) || (end.is_lowercase() && start.is_uppercase()))))
}

/// The words in a stretch without spaces; `glued` to the one before it, it begins none.
fn count(word: &str, glued: bool) -> usize {
    if word.is_ascii() {
        return usize::from(!glued && word.bytes().any(|b| b.is_ascii_alphanumeric()));
    }
    let wide = word.chars().filter(|c| is_wide(*c)).count();
    if wide > 0 {
        return wide.div_ceil(2);
    }
    usize::from(!glued && word.chars().any(char::is_alphanumeric))
}

/// Letters of scripts that put no spaces between words.
fn is_wide(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{eff}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}')
}
