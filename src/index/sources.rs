//! The sources of a collection as rows: text, blocks, passages, metadata.
//!
//! In: documents, one at a time. Out: tables, and [`Source`] and [`BlockRow`] as views of
//! them. Strings that repeat (outlets, reasons, authors) are stored once and named by
//! number. Words are for the vocabulary.

use std::collections::BTreeMap;

use super::{
    Section,
    table::{Ints, Strings, int, push_varint, take_varint, write_ints, write_strings},
};
use crate::{
    lang::Lang,
    source::{Block, BlockKind, Document, Found},
    span::Span,
};

const ROW: usize = 19;
const BLOCK: usize = 7;

/// Collects the rows of the sources.
#[derive(Default)]
pub(crate) struct SourcesWriter {
    rows: Vec<u32>,
    blocks: Vec<u32>,
    passages: Vec<u8>,
    texts: Vec<u8>,
    strings: StringsWriter,
}

/// Strings by number, each stored once. Number 0 is the empty string: "unknown".
struct StringsWriter {
    list: Vec<String>,
    numbers: BTreeMap<String, u32>,
}

impl Default for StringsWriter {
    fn default() -> Self {
        Self { list: vec![String::new()], numbers: BTreeMap::from([(String::new(), 0)]) }
    }
}

impl StringsWriter {
    fn number(&mut self, string: &str) -> u32 {
        if let Some(&number) = self.numbers.get(string) {
            return number;
        }
        let number = int(self.list.len());
        self.list.push(string.to_owned());
        self.numbers.insert(string.to_owned(), number);
        number
    }

    fn found(&mut self, found: Option<&Found<String>>) -> [u32; 2] {
        found.map_or([0, 0], |f| [self.number(&f.value), self.number(&f.reason.0)])
    }
}

impl SourcesWriter {
    /// How many bytes of text there are so far.
    pub(crate) fn text_bytes(&self) -> usize {
        self.texts.len()
    }

    /// How many sources there are so far.
    pub(crate) fn len(&self) -> u32 {
        int(self.rows.len() / ROW)
    }

    /// Adds a document with its passages and number of words.
    pub(crate) fn add(&mut self, document: &Document, passages: &[Vec<Span>], words: u32) {
        let Document { id, file, text, blocks, meta, report } = document;
        let comments = blocks.iter().filter(|block| block.kind == BlockKind::Comment).count();
        let strings = &mut self.strings;
        let fields = [strings.number(id), strings.number(file)];
        let found = [&meta.title, &meta.outlet, &meta.date, &meta.url, &meta.updated];
        let found: Vec<u32> = found.iter().flat_map(|f| strings.found(f.as_ref())).collect();
        let rest = [
            strings.number(meta.cites.as_deref().unwrap_or_default()),
            strings.number(&meta.authors.join("\n")),
            strings.number(&report.encoding),
        ];
        self.rows.extend([
            int(self.texts.len()),
            int(self.blocks.len() / BLOCK),
            int(self.passages.len()),
        ]);
        self.rows.push(code(meta.lang.value));
        self.rows.push(words);
        self.rows.push(int(comments));
        self.rows.extend(fields);
        self.rows.extend(&found[..8]);
        self.rows.extend(rest);
        for block in blocks {
            self.block(block);
        }
        let mut last = 0;
        for span in passages.iter().flatten() {
            push_varint(span.start - last, &mut self.passages);
            push_varint(span.len(), &mut self.passages);
            last = span.end;
        }
        self.texts.extend_from_slice(text.as_bytes());
    }

    fn block(&mut self, block: &Block) {
        let Block { kind, span, lang, depth, author, time, body, reason } = block;
        self.blocks.extend([
            span.start,
            *body,
            *kind as u32 | u32::from(*depth) << 8,
            code(*lang),
            self.strings.number(author.as_deref().unwrap_or_default()),
            self.strings.number(time.as_deref().unwrap_or_default()),
            self.strings.number(&reason.0),
        ]);
    }

    /// The tables.
    pub(crate) fn finish(mut self) -> Vec<(Section, Vec<u8>)> {
        let mut end = vec![0; ROW];
        end[..3].copy_from_slice(&[
            int(self.texts.len()),
            int(self.blocks.len() / BLOCK),
            int(self.passages.len()),
        ]);
        self.rows.extend(end);
        vec![
            (Section::Sources, write_ints(self.rows)),
            (Section::Blocks, write_ints(self.blocks)),
            (Section::Passages, self.passages),
            (Section::Strings, write_strings(self.strings.list.iter().map(String::as_str))),
            (Section::Texts, self.texts),
        ]
    }
}

fn code(lang: Lang) -> u32 {
    let [a, b, c] = lang.bytes();
    u32::from_le_bytes([a, b, c, 0])
}

fn lang(code: u32) -> Lang {
    let [a, b, c, _] = code.to_le_bytes();
    Lang::from_bytes([a, b, c])
}

/// The sources of an index.
#[derive(Clone, Copy)]
pub struct Sources<'a> {
    pub(crate) rows: Ints<'a>,
    pub(crate) blocks: Ints<'a>,
    pub(crate) passages: &'a [u8],
    pub(crate) strings: Strings<'a>,
    pub(crate) texts: &'a [u8],
}

impl<'a> Sources<'a> {
    /// How many sources there are.
    #[must_use]
    pub fn len(&self) -> u32 {
        int((self.rows.len() / ROW).saturating_sub(1))
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The source of that number, from 0.
    #[must_use]
    pub fn get(self, number: u32) -> Source<'a> {
        Source { sources: self, number }
    }

    /// All sources, in the collection's order.
    pub fn iter(self) -> impl Iterator<Item = Source<'a>> {
        (0..self.len()).map(move |number| self.get(number))
    }

    /// The source with that id.
    #[must_use]
    pub fn find(self, id: &str) -> Option<Source<'a>> {
        self.iter().find(|source| source.id() == id)
    }
}

/// One source of an index.
#[derive(Clone, Copy)]
pub struct Source<'a> {
    sources: Sources<'a>,
    number: u32,
}

impl<'a> Source<'a> {
    fn field(self, at: usize) -> u32 {
        self.sources.rows.get(self.number as usize * ROW + at)
    }

    fn string(self, at: usize) -> &'a str {
        self.sources.strings.get(self.field(at) as usize)
    }

    fn known(self, at: usize) -> Option<&'a str> {
        Some(self.string(at)).filter(|string| !string.is_empty())
    }

    /// Its number in the collection's order.
    #[must_use]
    pub fn number(self) -> u32 {
        self.number
    }

    /// Its text.
    #[must_use]
    pub fn text(self) -> &'a str {
        let range = self.field(0) as usize..self.field(ROW) as usize;
        self.sources.texts.get(range).and_then(|t| std::str::from_utf8(t).ok()).unwrap_or_default()
    }

    /// The language of most of its main text.
    #[must_use]
    pub fn lang(self) -> Lang {
        lang(self.field(3))
    }

    /// How many words it has outside boilerplate.
    #[must_use]
    pub fn words(self) -> u32 {
        self.field(4)
    }

    /// How many comments it has.
    #[must_use]
    pub fn comments(self) -> u32 {
        self.field(5)
    }

    /// Its id.
    #[must_use]
    pub fn id(self) -> &'a str {
        self.string(6)
    }

    /// The file it came from.
    #[must_use]
    pub fn file(self) -> &'a str {
        self.string(7)
    }

    /// Its headline.
    #[must_use]
    pub fn title(self) -> Option<&'a str> {
        self.known(8)
    }

    /// Who published it.
    #[must_use]
    pub fn outlet(self) -> Option<&'a str> {
        self.known(10)
    }

    /// When it was published, ISO 8601.
    #[must_use]
    pub fn date(self) -> Option<&'a str> {
        self.known(12)
    }

    /// Where its date came from.
    #[must_use]
    pub fn date_reason(self) -> Option<&'a str> {
        self.known(13)
    }

    /// Where it was published.
    #[must_use]
    pub fn url(self) -> Option<&'a str> {
        self.known(14)
    }

    /// The headline of the original that it retells.
    #[must_use]
    pub fn cites(self) -> Option<&'a str> {
        self.known(16)
    }

    /// Who wrote it.
    pub fn authors(self) -> impl Iterator<Item = &'a str> {
        self.string(17).split('\n').filter(|author| !author.is_empty())
    }

    /// Its blocks, in order.
    pub fn blocks(self) -> impl Iterator<Item = BlockRow<'a>> {
        let (from, to) = (self.field(1), self.field(ROW + 1));
        (from..to).map(move |at| self.block(at))
    }

    /// The block that a byte of its text lies in.
    #[must_use]
    pub fn block_at(self, byte: u32) -> Option<BlockRow<'a>> {
        let (mut from, mut to) = (self.field(1), self.field(ROW + 1));
        while from < to {
            let middle = from + (to - from) / 2;
            let block = self.block(middle);
            if block.span().end <= byte {
                from = middle + 1;
            } else if byte < block.span().start {
                to = middle;
            } else {
                return Some(block);
            }
        }
        None
    }

    fn block(self, at: u32) -> BlockRow<'a> {
        let end = self.field(ROW).saturating_sub(self.field(0));
        BlockRow { sources: self.sources, at, last: at + 1 == self.field(ROW + 1), end }
    }

    /// Its passages, in order.
    #[must_use]
    pub fn passages(self) -> Vec<Span> {
        let range = self.field(2) as usize..self.field(ROW + 2) as usize;
        let mut bytes = self.sources.passages.get(range).unwrap_or_default();
        let (mut last, mut found) = (0_u32, Vec::new());
        while !bytes.is_empty() {
            let start = last.saturating_add(take_varint(&mut bytes));
            last = start.saturating_add(take_varint(&mut bytes));
            found.push(Span::new(start, last));
        }
        found
    }
}

/// One block of a source of an index.
#[derive(Clone, Copy)]
pub struct BlockRow<'a> {
    sources: Sources<'a>,
    at: u32,
    last: bool,
    end: u32,
}

impl<'a> BlockRow<'a> {
    fn field(self, at: usize) -> u32 {
        self.sources.blocks.get(self.at as usize * BLOCK + at)
    }

    fn known(self, at: usize) -> Option<&'a str> {
        Some(self.sources.strings.get(self.field(at) as usize)).filter(|string| !string.is_empty())
    }

    /// Its bytes in the source's text.
    #[must_use]
    pub fn span(self) -> Span {
        Span::new(self.field(0), if self.last { self.end } else { self.field(BLOCK) })
    }

    /// Where its own words begin, after its header.
    #[must_use]
    pub fn body(self) -> u32 {
        self.field(1)
    }

    /// Its role.
    #[must_use]
    pub fn kind(self) -> BlockKind {
        let kind = self.field(2) as usize & 0xff;
        BlockKind::ALL.get(kind).copied().unwrap_or(BlockKind::Paragraph)
    }

    /// How deep in the thread, for comments.
    #[must_use]
    pub fn depth(self) -> u8 {
        self.field(2).to_le_bytes()[1]
    }

    /// Its language.
    #[must_use]
    pub fn lang(self) -> Lang {
        lang(self.field(3))
    }

    /// Who wrote it, for comments.
    #[must_use]
    pub fn author(self) -> Option<&'a str> {
        self.known(4)
    }

    /// When it was written, for comments.
    #[must_use]
    pub fn time(self) -> Option<&'a str> {
        self.known(5)
    }

    /// Why it has this role.
    #[must_use]
    pub fn reason(self) -> &'a str {
        self.known(6).unwrap_or_default()
    }
}
