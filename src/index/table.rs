//! The three shapes that everything in an index is stored in.
//!
//! [`Ints`]: little-endian u32 numbers. [`Strings`]: UTF-8 strings by number. [`Groups`]:
//! lists of u32 by number. Each is a view of bytes used in place, with a writer beside
//! it. Reading never fails and never panics: a number out of range, or bytes that are not
//! what they should be, read as 0, "" or an empty list. What the numbers mean is for the
//! files that use them.

/// Little-endian u32 numbers, four bytes each, at any alignment.
#[derive(Clone, Copy, Default)]
pub struct Ints<'a>(&'a [u8]);

impl<'a> Ints<'a> {
    /// The numbers in `bytes`; an incomplete last one is not read.
    #[must_use]
    pub const fn new(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    /// How many there are.
    #[must_use]
    pub const fn len(self) -> usize {
        self.0.len() / 4
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// The number at `at`, 0 beyond the end.
    #[must_use]
    pub fn get(self, at: usize) -> u32 {
        match self.0.get(at.saturating_mul(4)..).and_then(|rest| rest.get(..4)) {
            Some(&[a, b, c, d]) => u32::from_le_bytes([a, b, c, d]),
            _ => 0,
        }
    }

    /// All of them, in order.
    pub fn iter(self) -> impl DoubleEndedIterator<Item = u32> + ExactSizeIterator + 'a {
        self.0.chunks_exact(4).map(|four| u32::from_le_bytes([four[0], four[1], four[2], four[3]]))
    }

    /// Those from `start` to before `end`.
    #[must_use]
    pub fn slice(self, start: usize, end: usize) -> Self {
        Self(self.0.get(start.saturating_mul(4)..end.saturating_mul(4)).unwrap_or_default())
    }

    /// Where the first number not below `value` is; the numbers must rise.
    #[must_use]
    pub fn lower_bound(self, value: u32) -> usize {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = usize::midpoint(low, high);
            if self.get(middle) < value { low = middle + 1 } else { high = middle }
        }
        low
    }
}

/// Writes numbers as [`Ints`].
#[must_use]
pub fn write_ints(numbers: impl IntoIterator<Item = u32>) -> Vec<u8> {
    numbers.into_iter().flat_map(u32::to_le_bytes).collect()
}

/// Strings by number: one more offset than strings, then their bytes.
#[derive(Clone, Copy, Default)]
pub struct Strings<'a> {
    ends: Ints<'a>,
    bytes: &'a [u8],
}

impl<'a> Strings<'a> {
    /// The strings in `bytes`, as [`write_strings`] wrote them.
    #[must_use]
    pub fn new(bytes: &'a [u8]) -> Self {
        let count = Ints::new(bytes).get(0) as usize;
        let split = count.saturating_add(1).saturating_mul(4).min(bytes.len());
        Self { ends: Ints::new(&bytes[..split]), bytes: &bytes[split..] }
    }

    /// How many there are.
    #[must_use]
    pub fn len(self) -> usize {
        self.ends.len().saturating_sub(1)
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// The string at `at`, empty beyond the end.
    #[must_use]
    pub fn get(self, at: usize) -> &'a str {
        if at >= self.len() {
            return "";
        }
        let start = if at == 0 { 0 } else { self.ends.get(at) as usize };
        let end = self.ends.get(at + 1) as usize;
        self.bytes.get(start..end).and_then(|s| std::str::from_utf8(s).ok()).unwrap_or_default()
    }

    /// Where the first string not below `value` is; the strings must rise.
    #[must_use]
    pub fn lower_bound(self, value: &str) -> usize {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = usize::midpoint(low, high);
            if self.get(middle) < value { low = middle + 1 } else { high = middle }
        }
        low
    }
}

/// Writes strings as [`Strings`]: their number, the end of each, their bytes.
#[must_use]
pub fn write_strings<'s>(strings: impl IntoIterator<Item = &'s str>) -> Vec<u8> {
    let (mut ends, mut bytes) = (vec![0], Vec::new());
    for string in strings {
        bytes.extend_from_slice(string.as_bytes());
        ends.push(int(bytes.len()));
    }
    ends[0] = int(ends.len() - 1);
    let mut out = write_ints(ends);
    out.append(&mut bytes);
    out
}

/// Lists of numbers by number: as [`Strings`], with u32 for letters.
#[derive(Clone, Copy, Default)]
pub struct Groups<'a> {
    ends: Ints<'a>,
    members: Ints<'a>,
}

impl<'a> Groups<'a> {
    /// The lists in `bytes`, as [`write_groups`] wrote them.
    #[must_use]
    pub fn new(bytes: &'a [u8]) -> Self {
        let count = Ints::new(bytes).get(0) as usize;
        let split = count.saturating_add(1).saturating_mul(4).min(bytes.len());
        Self { ends: Ints::new(&bytes[..split]), members: Ints::new(&bytes[split..]) }
    }

    /// How many lists there are.
    #[must_use]
    pub fn len(self) -> usize {
        self.ends.len().saturating_sub(1)
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// The list at `at`, empty beyond the end.
    #[must_use]
    pub fn get(self, at: usize) -> Ints<'a> {
        if at >= self.len() {
            return Ints::default();
        }
        self.members.slice(self.first(at), self.ends.get(at + 1) as usize)
    }

    /// How many members the lists before `at` have together.
    #[must_use]
    pub fn first(self, at: usize) -> usize {
        if at == 0 { 0 } else { self.ends.get(at) as usize }
    }
}

/// Writes lists as [`Groups`]: their number, the end of each, their members.
#[must_use]
pub fn write_groups<'g>(groups: impl IntoIterator<Item = &'g [u32]>) -> Vec<u8> {
    let (mut ends, mut members) = (vec![0], Vec::new());
    for group in groups {
        members.extend_from_slice(group);
        ends.push(int(members.len()));
    }
    ends[0] = int(ends.len() - 1);
    let mut out = write_ints(ends);
    out.append(&mut write_ints(members));
    out
}

/// A count or offset as stored. A pack's texts are below 4 GiB (see `source::import::LIMIT`
/// and [`super::Builder::add`]), so nothing is cut off.
#[allow(clippy::cast_possible_truncation)]
pub(crate) const fn int(number: usize) -> u32 {
    number as u32
}

/// Appends `number` in 7-bit groups, lowest first, the high bit meaning "more" (LEB128).
pub(crate) fn push_varint(mut number: u32, out: &mut Vec<u8>) {
    while number >= 0x80 {
        out.push((number as u8 & 0x7f) | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

/// Reads a [`push_varint`] number from the front of `bytes`; 0 when they end early.
pub(crate) fn take_varint(bytes: &mut &[u8]) -> u32 {
    let (mut number, mut shift) = (0_u32, 0);
    while let Some((&byte, rest)) = bytes.split_first() {
        *bytes = rest;
        number |= u32::from(byte & 0x7f).checked_shl(shift).unwrap_or(0);
        if byte < 0x80 {
            break;
        }
        shift += 7;
    }
    number
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{
        Groups, Ints, Strings, push_varint, take_varint, write_groups, write_ints, write_strings,
    };

    proptest! {
        #[test]
        fn what_is_written_is_read(strings: Vec<String>, groups: Vec<Vec<u32>>, numbers: Vec<u32>) {
            let bytes = write_strings(strings.iter().map(String::as_str));
            let read = Strings::new(&bytes);
            prop_assert_eq!((0..read.len()).map(|at| read.get(at)).collect::<Vec<_>>(), strings);
            let bytes = write_groups(groups.iter().map(Vec::as_slice));
            let read = Groups::new(&bytes);
            prop_assert_eq!((0..read.len()).map(|at| read.get(at).iter().collect()).collect::<Vec<Vec<_>>>(), groups);
            let bytes = write_ints(numbers.clone());
            prop_assert_eq!(&Ints::new(&bytes).iter().collect::<Vec<_>>(), &numbers);
            let mut bytes = Vec::new();
            numbers.iter().for_each(|&number| push_varint(number, &mut bytes));
            let mut rest = bytes.as_slice();
            for number in numbers {
                prop_assert_eq!(take_varint(&mut rest), number);
            }
            prop_assert!(rest.is_empty());
        }

        #[test]
        fn any_bytes_can_be_read(bytes: Vec<u8>, at: u16) {
            let at = usize::from(at);
            let (strings, groups) = (Strings::new(&bytes), Groups::new(&bytes));
            let _ = (strings.get(at), strings.get(0), groups.get(at).len(), groups.get(0).get(at));
            let _ = (Ints::new(&bytes).get(at), take_varint(&mut bytes.as_slice()));
        }
    }

    #[test]
    fn beyond_the_end_everything_is_empty() {
        assert_eq!(Strings::new(&[]).get(3), "");
        assert!(Groups::new(&[1, 0, 0, 0]).get(0).is_empty());
        assert_eq!(Ints::new(&[1, 2, 3]).get(0), 0);
    }
}
