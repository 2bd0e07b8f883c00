//! What import reported of each source, beside its rows: how sure each item is, what readers'
//! corrections overruled, what became of the file's bytes.
//!
//! In: documents (feature `import`), or the section that was written of them. Out: that
//! section, or the [`Meta`] and [`Report`] of a source as they were. A record for each source,
//! numbers in 7-bit groups; texts are numbers of the strings that `rows` keeps. A pack without
//! the section has what the rows have; of that only the encoding, a number, is here too.

use super::table::{Ints, Strings, take_varint};
#[cfg(feature = "import")]
use super::table::{int, push_varint, write_ints};
use crate::{
    lang::Lang,
    source::{BlockKind, Confidence, Found, Item, Meta, Reason, Report, Taken},
};

/// The records of all sources: where each ends, then they themselves.
#[derive(Clone, Copy, Default)]
pub(crate) struct Reports<'a> {
    ends: Ints<'a>,
    bytes: &'a [u8],
}

/// Items whose value and reason the rows hold; of the others they have the value at most.
const IN_ROWS: [Item; 5] = [Item::Title, Item::Outlet, Item::Date, Item::Url, Item::Updated];

impl<'a> Reports<'a> {
    /// The records in a section of `sources` sources.
    pub(crate) fn new(bytes: &'a [u8], sources: u32) -> Self {
        let split = (sources as usize).saturating_mul(4).min(bytes.len());
        Self { ends: Ints::new(&bytes[..split]), bytes: &bytes[split..] }
    }

    /// Puts what is recorded of a source into what its rows say of it.
    pub(crate) fn read(self, source: u32, strings: Strings<'a>, meta: &mut Meta) -> Report {
        let at = source as usize;
        let start = if at == 0 { 0 } else { self.ends.get(at - 1) as usize };
        let bytes = self.bytes.get(start..self.ends.get(at) as usize).unwrap_or_default();
        let mut record = Record { bytes, strings };
        for item in Item::ALL {
            let confidence = record.confidence();
            if IN_ROWS.contains(&item) || item == Item::Lang {
                if let Some(found) = meta.get(item) {
                    meta.set(item, Some(Found { confidence, ..found }));
                }
            } else if item == Item::Authors {
                let reason = record.reason();
                meta.authors =
                    meta.authors.take().map(|found| Found { reason, confidence, ..found });
            } else {
                let found = record.found();
                meta.set(item, found.map(|found| Found { confidence, ..found }));
            }
        }
        meta.overruled.items = record.list(|record| {
            let item = Item::ALL.get(record.number() as usize).copied()?;
            let confidence = record.confidence();
            Some((item, record.found().map(|found| Found { confidence, ..found })))
        });
        meta.overruled.blocks = record.list(|record| {
            let start = record.number();
            let kind = BlockKind::ALL.get(record.number() as usize).copied()?;
            let lang = Lang::parse(record.text()).unwrap_or(Lang::UND);
            Some((start, Taken { kind, lang, reason: record.reason() }))
        });
        Report {
            format: record.text().to_owned(),
            encoding: record.text().to_owned(),
            replaced: record.number(),
            dropped: record.list(|record| {
                let what = record.text().to_owned();
                let (low, high) = (u64::from(record.number()), u64::from(record.number()));
                Some((what, high << 32 | low))
            }),
            notes: record.list(|record| Some(record.text().to_owned())),
            fields: record
                .list(|record| Some((record.text().to_owned(), record.text().to_owned()))),
        }
    }
}

/// What is still to be read of a record.
struct Record<'a> {
    bytes: &'a [u8],
    strings: Strings<'a>,
}

impl<'a> Record<'a> {
    fn number(&mut self) -> u32 {
        take_varint(&mut self.bytes)
    }

    fn text(&mut self) -> &'a str {
        let number = self.number();
        self.strings.get(number as usize)
    }

    fn reason(&mut self) -> Reason {
        Reason::new(self.text())
    }

    fn confidence(&mut self) -> Confidence {
        match self.number() {
            1 => Confidence::Guessed,
            2 => Confidence::Stated,
            _ => Confidence::Likely,
        }
    }

    /// A value and its reason; no value is unknown.
    fn found(&mut self) -> Option<Found<String>> {
        let (value, reason) = (self.text(), self.text());
        (!value.is_empty()).then(|| Found::new(value.to_owned(), reason))
    }

    /// A list after its count; what is damaged gives a shorter one.
    fn list<T>(&mut self, mut one: impl FnMut(&mut Self) -> Option<T>) -> Vec<T> {
        let mut all = Vec::new();
        for _ in 0..self.number() {
            if self.bytes.is_empty() {
                break;
            }
            all.extend(one(self));
        }
        all
    }
}

/// Collects the records.
#[cfg(feature = "import")]
#[derive(Default)]
pub(crate) struct ReportsWriter {
    ends: Vec<u32>,
    bytes: Vec<u8>,
}

#[cfg(feature = "import")]
impl ReportsWriter {
    /// Adds the record of a source; `string` gives the number of a string.
    pub(crate) fn add(
        &mut self,
        meta: &Meta,
        report: &Report,
        mut string: impl FnMut(&str) -> u32,
    ) {
        let out = &mut self.bytes;
        let none = Found::new(String::new(), "");
        for item in Item::ALL {
            let found = meta.get(item);
            let found = found.as_ref().unwrap_or(&none);
            push_varint(sure(found.confidence), out);
            match item {
                Item::Authors => push_varint(string(&found.reason.0), out),
                item if IN_ROWS.contains(&item) || item == Item::Lang => {}
                _ => put(found, &mut string, out),
            }
        }
        push_varint(int(meta.overruled.items.len()), out);
        for (item, was) in &meta.overruled.items {
            let was = was.as_ref().unwrap_or(&none);
            push_varint(*item as u32, out);
            push_varint(sure(was.confidence), out);
            put(was, &mut string, out);
        }
        push_varint(int(meta.overruled.blocks.len()), out);
        for (start, Taken { kind, lang, reason }) in &meta.overruled.blocks {
            for number in [*start, *kind as u32, string(&lang.to_string()), string(&reason.0)] {
                push_varint(number, out);
            }
        }
        let Report { format, encoding, replaced, dropped, notes, fields } = report;
        for number in [string(format), string(encoding), *replaced, int(dropped.len())] {
            push_varint(number, out);
        }
        for (what, bytes) in dropped {
            push_varint(string(what), out);
            let [a, b, c, d, e, f, g, h] = bytes.to_le_bytes();
            push_varint(u32::from_le_bytes([a, b, c, d]), out);
            push_varint(u32::from_le_bytes([e, f, g, h]), out);
        }
        push_varint(int(notes.len()), out);
        notes.iter().for_each(|note| push_varint(string(note), out));
        push_varint(int(fields.len()), out);
        for (name, value) in fields {
            push_varint(string(name), out);
            push_varint(string(value), out);
        }
        self.ends.push(int(self.bytes.len()));
    }

    /// The section.
    pub(crate) fn finish(self) -> Vec<u8> {
        let mut out = write_ints(self.ends);
        out.extend(self.bytes);
        out
    }
}

#[cfg(feature = "import")]
fn sure(confidence: Confidence) -> u32 {
    match confidence {
        Confidence::Likely => 0,
        Confidence::Guessed => 1,
        Confidence::Stated => 2,
    }
}

#[cfg(feature = "import")]
fn put(found: &Found<String>, string: &mut impl FnMut(&str) -> u32, out: &mut Vec<u8>) {
    push_varint(string(&found.value), out);
    push_varint(string(&found.reason.0), out);
}
