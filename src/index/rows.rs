//! Writes the rows that `sources` reads: text, blocks, passages, metadata.
//!
//! In: documents, one at a time. Out: tables. Strings that repeat (outlets, reasons,
//! authors) are stored once and named by number.

use rustc_hash::FxHashMap;

use super::{
    Section,
    reports::ReportsWriter,
    sources::{BLOCK, ROW},
    table::{int, push_varint, write_ints, write_strings},
};
use crate::{
    lang::Lang,
    source::{Block, BlockKind, Document, Found},
    span::Span,
};

/// Collects the rows of the sources.
#[derive(Default)]
pub(crate) struct SourcesWriter {
    rows: Vec<u32>,
    blocks: Vec<u32>,
    passages: Vec<u8>,
    texts: Vec<u8>,
    strings: StringsWriter,
    reports: ReportsWriter,
}

/// Strings by number, each stored once. Number 0 is the empty string: "unknown".
struct StringsWriter {
    list: Vec<String>,
    numbers: FxHashMap<String, u32>,
}

impl Default for StringsWriter {
    fn default() -> Self {
        Self { list: vec![String::new()], numbers: FxHashMap::from_iter([(String::new(), 0)]) }
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
            strings.number(&meta.author_names().join("\n")),
            strings.number(&report.encoding),
            strings.number(&meta.lang.reason.0),
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
        self.rows.extend(found);
        self.rows.extend(rest);
        self.rows.push(blocks.iter().fold(0, |kinds, block| kinds | 1 << block.kind as u32));
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
        self.reports.add(meta, report, |string| self.strings.number(string));
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
        let reports = self.reports.finish();
        vec![
            (Section::Sources, write_ints(self.rows)),
            (Section::Blocks, write_ints(self.blocks)),
            (Section::Passages, self.passages),
            (Section::Strings, write_strings(self.strings.list.iter().map(String::as_str))),
            (Section::Texts, self.texts),
            (Section::Reports, reports),
        ]
    }
}

fn code(lang: Lang) -> u32 {
    let [a, b, c] = lang.bytes();
    u32::from_le_bytes([a, b, c, 0])
}
