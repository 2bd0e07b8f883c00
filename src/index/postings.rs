//! Where each form occurs: sources and bytes, delta-coded.
//!
//! In: a form's occurrences, source by source, rising. Out: bytes; and back again as
//! [`Occurrence`]s. Layout of one list (all numbers LEB128): hits in all, then for each
//! source with a hit: distance from the last source, number of hits, then for each hit
//! `2 × distance from the last start + odd`; `odd` is 1 where the length differs from the
//! form's own (a drop cap, a spelling that lower case shortens) and follows. Which form a
//! list belongs to is for the vocabulary.

#[cfg(feature = "import")]
use super::table::push_varint;
use super::table::{int, take_varint};

/// One form's list, being written.
#[cfg(feature = "import")]
#[derive(Clone, Default)]
pub(crate) struct ListWriter {
    hits: u32,
    last_source: u32,
    bytes: Vec<u8>,
}

#[cfg(feature = "import")]
impl ListWriter {
    /// Adds the hits (start, length) in `source`; sources and starts must rise. `length`
    /// is the form's own.
    pub(crate) fn add(&mut self, source: u32, hits: &[(u32, u32)], length: u32) {
        push_varint(source - self.last_source, &mut self.bytes);
        push_varint(super::table::int(hits.len()), &mut self.bytes);
        let mut last = 0;
        for &(start, len) in hits {
            let odd = u32::from(len != length);
            push_varint((start - last) << 1 | odd, &mut self.bytes);
            if odd == 1 {
                push_varint(len, &mut self.bytes);
            }
            last = start;
        }
        self.last_source = source;
        self.hits += super::table::int(hits.len());
    }

    /// Appends the list to `out`.
    pub(crate) fn write(&self, out: &mut Vec<u8>) {
        push_varint(self.hits, out);
        out.extend_from_slice(&self.bytes);
    }
}

/// One occurrence of a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// The source's number.
    pub source: u32,
    /// First byte in the source's text.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

/// One form's list, being read: sources rise, and starts within a source.
pub struct List<'a> {
    bytes: &'a [u8],
    length: u32,
    hits: u32,
    source: u32,
    left: u32,
    start: u32,
}

impl<'a> List<'a> {
    /// The list at the front of `bytes`, of a form that is `length` bytes long.
    #[must_use]
    pub fn new(mut bytes: &'a [u8], length: u32) -> Self {
        // A place takes a byte at least, whatever is claimed.
        let hits = take_varint(&mut bytes).min(int(bytes.len()));
        Self { bytes, length, hits, source: 0, left: 0, start: 0 }
    }

    /// How many occurrences are still to come.
    #[must_use]
    pub fn hits(&self) -> u32 {
        self.hits
    }
}

impl Iterator for List<'_> {
    type Item = Occurrence;

    #[inline]
    fn next(&mut self) -> Option<Occurrence> {
        self.hits = self.hits.checked_sub(1)?;
        if self.bytes.is_empty() {
            self.hits = 0;
            return None;
        }
        if self.left == 0 {
            self.source = self.source.wrapping_add(take_varint(&mut self.bytes));
            self.left = take_varint(&mut self.bytes).max(1);
            self.start = 0;
        }
        self.left -= 1;
        let step = take_varint(&mut self.bytes);
        self.start = self.start.wrapping_add(step >> 1);
        let length = if step & 1 == 1 { take_varint(&mut self.bytes) } else { self.length };
        Some(Occurrence {
            source: self.source,
            start: self.start,
            end: self.start.saturating_add(length),
        })
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (0, Some(self.hits as usize))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{List, ListWriter, Occurrence};

    proptest! {
        #[test]
        fn a_list_reads_as_it_was_written(
            sources in prop::collection::btree_map(0_u32..5000, prop::collection::btree_map(0_u32..1_000_000, 1_u32..40, 1..8), 0..8),
        ) {
            let (mut writer, mut expected) = (ListWriter::default(), Vec::new());
            for (&source, hits) in &sources {
                let hits: Vec<_> = hits.iter().map(|(&start, &len)| (start, len)).collect();
                expected.extend(hits.iter().map(|&(start, len)| Occurrence { source, start, end: start + len }));
                writer.add(source, &hits, 7);
            }
            let mut bytes = Vec::new();
            writer.write(&mut bytes);
            bytes.extend([9, 9, 9]);
            prop_assert_eq!(List::new(&bytes, 7).collect::<Vec<_>>(), expected);
        }

        #[test]
        fn any_bytes_read_as_some_list(bytes: Vec<u8>) {
            prop_assert!(List::new(&bytes, 1).count() <= bytes.len());
        }
    }
}
