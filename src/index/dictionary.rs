//! The words of a language, each once and in order: the place of one is its number.
//!
//! In: words as they rise. Out: bytes used in place, and [`Dictionary`], which finds a word,
//! those that begin alike, and the next one. A word is written as what it does not share
//! with the one before; every sixteenth whole, so that it can be begun there. The bytes
//! follow from the words alone, on every machine. Invariant: any bytes can be read, and
//! reading ends; those that are none give words of no use.

use std::cmp::Ordering;

use super::table::{Ints, int, push_varint, take_varint, write_ints};

/// How many words are found together: from one that is written whole to before the next.
const BLOCK: usize = 16;

/// Words in order.
#[derive(Clone, Copy)]
pub struct Dictionary<'a> {
    /// How many there are.
    len: usize,
    /// Where each block begins.
    starts: Ints<'a>,
    body: &'a [u8],
}

/// Goes from word to word.
pub(super) struct Words<'a> {
    all: Dictionary<'a>,
    /// The number of the next word.
    next: usize,
    rest: &'a [u8],
    /// The last word.
    pub word: Vec<u8>,
}

impl<'a> Dictionary<'a> {
    /// The words in `bytes`, as [`write()`] wrote them.
    #[must_use]
    pub fn new(bytes: &'a [u8]) -> Self {
        let claimed = Ints::new(bytes).get(0) as usize;
        let split = (1 + claimed.div_ceil(BLOCK)).saturating_mul(4).min(bytes.len());
        let starts = Ints::new(bytes.get(4..split).unwrap_or_default());
        // A word takes two bytes at least.
        let body = bytes.get(split..).unwrap_or_default();
        let len = claimed.min(starts.len().saturating_mul(BLOCK)).min(body.len() / 2);
        Self { len, starts, body }
    }

    /// The number of a word.
    #[must_use]
    pub fn get(self, word: &str) -> Option<usize> {
        let (at, is_there) = self.lower_bound(word.as_bytes());
        is_there.then_some(at)
    }

    /// The numbers of the words that begin with `prefix`.
    #[must_use]
    pub fn beginning_with(self, prefix: &str) -> std::ops::Range<usize> {
        let (first, _) = self.lower_bound(prefix.as_bytes());
        let end = beyond(prefix.as_bytes()).map_or(self.len, |end| self.lower_bound(&end).0);
        first..end.max(first)
    }

    /// All words, from the first.
    pub(super) fn words(self) -> Words<'a> {
        self.from(0)
    }

    fn from(self, block: usize) -> Words<'a> {
        let start = self.starts.get(block) as usize;
        let rest = self.body.get(start..).unwrap_or_default();
        Words { all: self, next: block * BLOCK, rest, word: Vec::new() }
    }

    /// The number of the first word that is not below `word`, and whether it is `word`.
    fn lower_bound(self, word: &[u8]) -> (usize, bool) {
        let mut words = self.from(self.block_before(word, 0));
        while let Some((at, _)) = words.step() {
            match words.word.as_slice().cmp(word) {
                Ordering::Less => {}
                order => return (at, order == Ordering::Equal),
            }
        }
        (self.len, false)
    }

    /// The last block that begins below `word`, of those from `first` on.
    fn block_before(self, word: &[u8], first: usize) -> usize {
        let (mut low, mut high) = (first, self.starts.len());
        while low + 1 < high {
            let middle = usize::midpoint(low, high);
            let mut words = self.from(middle);
            let below = words.step().is_some() && words.word.as_slice() < word;
            if below { low = middle } else { high = middle }
        }
        low
    }
}

impl Words<'_> {
    /// Goes on to the next word, its number and how many bytes it shares with the last one.
    pub fn step(&mut self) -> Option<(usize, usize)> {
        if self.next >= self.all.len {
            return None;
        }
        let shared = (take_varint(&mut self.rest) as usize).min(self.word.len());
        let own = (take_varint(&mut self.rest) as usize).min(self.rest.len());
        let (own, rest) = self.rest.split_at(own);
        let same = self.word[shared..].iter().zip(own).take_while(|(a, b)| a == b).count();
        self.word.truncate(shared);
        self.word.extend_from_slice(own);
        (self.rest, self.next) = (rest, self.next + 1);
        Some((self.next - 1, shared + same))
    }

    /// Leaves out words that begin with the first `length` bytes of the last one: all of
    /// whole blocks, where the next word begins one.
    pub fn skip(&mut self, length: usize) {
        let here = self.next / BLOCK;
        let Some(end) = beyond(&self.word[..length]).filter(|_| self.next.is_multiple_of(BLOCK))
        else {
            return;
        };
        let block = self.all.block_before(&end, here);
        if block > here {
            let word = std::mem::take(&mut self.word);
            *self = Words { word, ..self.all.from(block) };
        }
    }
}

/// The first word after all that begin with `prefix`; `None` where there is no end to them.
fn beyond(prefix: &[u8]) -> Option<Vec<u8>> {
    let mut end = prefix.to_vec();
    while let Some(last) = end.pop() {
        if last < u8::MAX {
            end.push(last + 1);
            return Some(end);
        }
    }
    None
}

/// Writes words, each once and in order, as a [`Dictionary`].
#[must_use]
pub fn write<'w>(words: impl Iterator<Item = &'w str>) -> Vec<u8> {
    let (mut starts, mut body, mut len, mut last) = (vec![0], Vec::new(), 0, "");
    for word in words {
        if len % BLOCK == 0 {
            starts.push(int(body.len()));
            last = "";
        }
        let shared = last.bytes().zip(word.bytes()).take_while(|(a, b)| a == b).count();
        push_varint(int(shared), &mut body);
        push_varint(int(word.len() - shared), &mut body);
        body.extend_from_slice(&word.as_bytes()[shared..]);
        (len, last) = (len + 1, word);
    }
    starts[0] = int(len);
    let mut out = write_ints(starts);
    out.append(&mut body);
    out
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::{Dictionary, write};

    proptest! {
        #[test]
        fn every_word_has_its_place_and_no_other_word_has_one(
            words in prop::collection::btree_set("[aбéж]{0,4}", 0..120),
            other in "[aбéж]{0,5}",
            prefix in "[aбж]{0,2}",
        ) {
            let bytes = write(words.iter().map(String::as_str));
            let dictionary = Dictionary::new(&bytes);
            for (at, word) in words.iter().enumerate() {
                prop_assert_eq!(dictionary.get(word), Some(at));
            }
            prop_assert_eq!(dictionary.get(&other).is_some(), words.contains(&other));
            let own: Vec<usize> =
                (0..).zip(&words).filter(|(_, word)| word.starts_with(&prefix)).map(|(at, _)| at).collect();
            prop_assert_eq!(dictionary.beginning_with(&prefix).collect::<Vec<_>>(), own);
        }

        #[test]
        fn any_bytes_can_be_read(mut bytes: Vec<u8>, claimed in 0_u32..200, word in "[a-c]{0,3}") {
            if let Some(head) = bytes.get_mut(..4) {
                head.copy_from_slice(&claimed.to_le_bytes());
            }
            let dictionary = Dictionary::new(&bytes);
            let mut words = dictionary.words();
            while words.step().is_some() {
                words.skip(words.word.len().min(1));
            }
            prop_assert!(dictionary.get(&word).is_none_or(|at| at < 200));
            prop_assert!(dictionary.beginning_with(&word).end <= 200);
        }
    }

    #[test]
    fn whole_blocks_are_left_out_and_nothing_else() {
        let all: BTreeSet<String> = (0..1000).map(|at| format!("{at:03}")).collect();
        let bytes = write(all.iter().map(String::as_str));
        let mut words = Dictionary::new(&bytes).words();
        let mut met = Vec::new();
        while let Some((at, shared)) = words.step() {
            let word = String::from_utf8(words.word.clone()).unwrap();
            assert_eq!(word, format!("{at:03}"));
            if !met.is_empty() {
                assert!(shared < 3, "{word}");
            }
            met.push(at);
            words.skip(1);
        }
        assert!(
            met.len() < 400 && (0..10).all(|hundred| met.contains(&(hundred * 100))),
            "{met:?}"
        );
    }
}
