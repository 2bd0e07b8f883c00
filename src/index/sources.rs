//! The sources of a collection as rows: text, blocks, passages, metadata.
//!
//! In: the tables that `rows` writes. Out: [`Source`] and [`BlockRow`] as views of them.
//! Words are for the vocabulary.

use super::{
    reports::Reports,
    table::{Ints, Strings, int, take_varint},
};
use crate::{
    lang::Lang,
    source::{BlockKind, Found, Meta, Report},
    span::Span,
};

/// Numbers in the row of a source.
pub(super) const ROW: usize = 23;
/// Numbers in the row of a block.
pub(super) const BLOCK: usize = 7;

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
    pub(crate) reports: Reports<'a>,
}

/// How many sources there are rows of.
pub(super) fn count(rows: Ints<'_>) -> u32 {
    int((rows.len() / ROW).saturating_sub(1))
}

impl<'a> Sources<'a> {
    /// How many sources there are.
    #[must_use]
    pub fn len(&self) -> u32 {
        count(self.rows)
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

    /// The bytes of its text.
    #[must_use]
    pub fn bytes(self) -> &'a [u8] {
        let range = self.field(0) as usize..self.field(ROW) as usize;
        self.sources.texts.get(range).unwrap_or_default()
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

    /// All that is known of it, with reasons, and what import reported.
    #[must_use]
    pub fn known_of(self) -> (Meta, Report) {
        let found = |at| Some(Found::new(self.known(at)?.to_owned(), self.string(at + 1)));
        let authors: Vec<String> = self.authors().map(str::to_owned).collect();
        let mut meta = Meta {
            lang: Found::new(self.lang(), self.string(21)),
            title: found(8),
            outlet: found(10),
            date: found(12),
            url: found(14),
            updated: found(16),
            authors: (!authors.is_empty()).then(|| Found::new(authors, "")),
            cites: self.cites().map(str::to_owned),
            ..Meta::default()
        };
        let mut report = self.sources.reports.read(self.number, self.sources.strings, &mut meta);
        if report.encoding.is_empty() {
            self.string(20).clone_into(&mut report.encoding);
        }
        (meta, report)
    }

    /// The headline of the original that it retells.
    #[must_use]
    pub fn cites(self) -> Option<&'a str> {
        self.known(18)
    }

    /// Who wrote it.
    pub fn authors(self) -> impl Iterator<Item = &'a str> {
        self.string(19).split('\n').filter(|author| !author.is_empty())
    }

    /// The first byte of a character at or after `byte`.
    #[must_use]
    pub fn boundary(self, mut byte: u32) -> u32 {
        let own = |byte: u32| self.sources.texts.get(self.field(0).saturating_add(byte) as usize);
        while own(byte).is_some_and(|byte| byte & 0xc0 == 0x80) {
            byte += 1;
        }
        byte
    }

    /// Which kinds of blocks it has: a bit for each, by [`BlockKind`]'s number.
    #[must_use]
    pub fn kinds(self) -> u32 {
        self.field(22)
    }

    /// The words in a span of its text; less work than cutting them out of all of it.
    #[must_use]
    pub fn slice(self, span: Span) -> &'a str {
        let base = self.field(0) as usize;
        let (start, end) = (base + span.start as usize, base + span.end as usize);
        let own = self.sources.texts.get(start..end.min(self.field(ROW) as usize));
        own.and_then(|bytes| std::str::from_utf8(bytes).ok()).unwrap_or_default()
    }

    /// Its blocks, in order.
    pub fn blocks(self) -> impl Iterator<Item = BlockRow<'a>> {
        let (from, to) = self.range_of_blocks();
        (from..to).map(move |at| self.block(at))
    }

    /// The block that a byte of its text lies in.
    #[must_use]
    pub fn block_at(self, byte: u32) -> Option<BlockRow<'a>> {
        let (mut from, mut to) = self.range_of_blocks();
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

    /// The numbers of its first block and of the one after its last, of those that there are.
    fn range_of_blocks(self) -> (u32, u32) {
        let all = int(self.sources.blocks.len() / BLOCK);
        (self.field(1).min(all), self.field(ROW + 1).min(all))
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
