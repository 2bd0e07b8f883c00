//! Unicode's canonical decomposition, composition and marks, in little room.
//!
//! In: letters. Out: their parts ([`decompose`]), a text in NFC ([`nfc`]), whether a letter is
//! a mark ([`is_mark`]). The tables are those of the crate `unicode-normalization`, packed by
//! `build.rs` and unpacked on first use; a test compares every letter. What is a word, and
//! what readers type for what, does not belong here.

use std::{borrow::Cow, sync::OnceLock};

static PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/unicode.bin"));

/// A letter and the two that it consists of; the second is 0 where there is but one.
struct Row {
    letter: u32,
    first: u32,
    second: u32,
    /// Whether the two become it again.
    composes: bool,
}

/// Letters `from..to` with one value.
struct Stretch {
    from: u32,
    to: u32,
    value: u8,
}

#[derive(Default)]
struct Tables {
    rows: Vec<Row>,
    classes: Vec<Stretch>,
    marks: Vec<Stretch>,
}

fn tables() -> &'static Tables {
    static TABLES: OnceLock<Tables> = OnceLock::new();
    TABLES.get_or_init(|| {
        let mut bytes = Bytes(PACKED);
        let mut tables = Tables::default();
        let (mut letter, mut second) = (0, 0);
        for _ in 0..bytes.number() {
            let step = bytes.number();
            letter += step >> 1;
            let first = bytes.from(letter);
            second = bytes.from(second);
            tables.rows.push(Row { letter, first, second, composes: step & 1 == 1 });
        }
        tables.classes = bytes.stretches(true);
        tables.marks = bytes.stretches(false);
        tables
    })
}

/// Numbers in LEB128.
struct Bytes(&'static [u8]);

impl Bytes {
    fn number(&mut self) -> u32 {
        let (mut number, mut shift) = (0, 0);
        while let Some((&byte, rest)) = self.0.split_first() {
            self.0 = rest;
            number |= u32::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                break;
            }
            shift += 7;
        }
        number
    }

    /// A number written as a difference in zigzag.
    fn from(&mut self, base: u32) -> u32 {
        let step = self.number();
        base.wrapping_add((step >> 1) ^ (step & 1).wrapping_neg())
    }

    fn stretches(&mut self, with_value: bool) -> Vec<Stretch> {
        let (mut end, mut found) = (0, Vec::new());
        for _ in 0..self.number() {
            let from = end + self.number();
            end = from + self.number();
            // No class is above 240.
            let value = if with_value { self.number() as u8 } else { 1 };
            found.push(Stretch { from, to: end, value });
        }
        found
    }
}

fn value(stretches: &[Stretch], letter: u32) -> u8 {
    let at = stretches.partition_point(|stretch| stretch.to <= letter);
    stretches.get(at).filter(|stretch| stretch.from <= letter).map_or(0, |stretch| stretch.value)
}

/// Below it nothing decomposes, and there is no mark.
const FIRST: char = '\u{c0}';

/// Whether a letter is a combining mark (General Category M).
#[must_use]
pub fn is_mark(letter: char) -> bool {
    letter >= FIRST && value(&tables().marks, letter.into()) > 0
}

/// Calls `part` with each letter of the canonical decomposition of `letter`.
pub fn decompose(letter: char, part: &mut dyn FnMut(char)) {
    if let Some(syllable) = u32::from(letter).checked_sub(S_BASE).filter(|at| *at < S_COUNT) {
        char_of(L_BASE + syllable / (V_COUNT * T_COUNT)).map(&mut *part);
        char_of(V_BASE + syllable / T_COUNT % V_COUNT).map(&mut *part);
        if syllable % T_COUNT > 0 {
            char_of(T_BASE + syllable % T_COUNT).map(part);
        }
        return;
    }
    let rows = &tables().rows;
    let row = (letter >= FIRST)
        .then(|| rows.binary_search_by_key(&u32::from(letter), |row| row.letter).ok())
        .flatten()
        .and_then(|at| rows.get(at));
    let Some(row) = row else { return part(letter) };
    if let Some(first) = char_of(row.first) {
        decompose(first, part);
    }
    // No mark that follows decomposes further.
    if let Some(second) = char_of(row.second).filter(|&second| second != '\0') {
        part(second);
    }
}

/// The text in Unicode Normalization Form C.
#[must_use]
pub fn nfc(text: &str) -> Cow<'_, str> {
    if text.chars().all(is_composed) {
        return text.into();
    }
    let mut letters: Vec<(u8, char)> = Vec::with_capacity(text.len());
    for letter in text.chars() {
        decompose(letter, &mut |part| letters.push((class(part), part)));
    }
    // Marks of other classes may have been written in any order.
    let mut at = 1;
    while at < letters.len() {
        let mut back = at;
        while back > 0 && letters[back].0 > 0 && letters[back - 1].0 > letters[back].0 {
            letters.swap(back, back - 1);
            back -= 1;
        }
        at += 1;
    }
    let mut out: Vec<char> = Vec::with_capacity(letters.len());
    let (mut starter, mut last) = (None, 0);
    for (class, letter) in letters {
        // A mark of the same or a higher class between the two keeps them apart.
        let composed = starter
            .filter(|_| last == 0 || last < class)
            .and_then(|at: usize| Some((at, compose(*out.get(at)?, letter)?)));
        if let Some((at, composed)) = composed {
            out[at] = composed;
            continue;
        }
        if class == 0 {
            starter = Some(out.len());
        }
        last = class;
        out.push(letter);
    }
    out.into_iter().collect()
}

/// Whether a letter is never changed by NFC, whatever stands around it: Latin and Cyrillic ones
/// in one piece, of which most texts consist (Unicode Standard Annex 15, `NFC_Quick_Check`).
fn is_composed(letter: char) -> bool {
    matches!(letter, '\0'..='\u{2ff}' | '\u{400}'..='\u{482}' | '\u{48a}'..='\u{52f}')
}

fn class(letter: char) -> u8 {
    if letter < FIRST { 0 } else { value(&tables().classes, letter.into()) }
}

// The Unicode Standard, section 3.12: Hangul syllables are composed by arithmetic.
const S_BASE: u32 = 0xac00;
const L_BASE: u32 = 0x1100;
const V_BASE: u32 = 0x1161;
const T_BASE: u32 = 0x11a7;
const L_COUNT: u32 = 19;
const V_COUNT: u32 = 21;
const T_COUNT: u32 = 28;
const S_COUNT: u32 = L_COUNT * V_COUNT * T_COUNT;

fn compose(first: char, second: char) -> Option<char> {
    let (a, b) = (u32::from(first), u32::from(second));
    if (L_BASE..L_BASE + L_COUNT).contains(&a) && (V_BASE..V_BASE + V_COUNT).contains(&b) {
        return char_of(S_BASE + ((a - L_BASE) * V_COUNT + b - V_BASE) * T_COUNT);
    }
    let open = (S_BASE..S_BASE + S_COUNT).contains(&a) && (a - S_BASE).is_multiple_of(T_COUNT);
    if open && (T_BASE + 1..T_BASE + T_COUNT).contains(&b) {
        return char_of(a + b - T_BASE);
    }
    let composes = |row: &&Row| row.first == a && row.second == b && row.composes;
    tables().rows.iter().find(composes).and_then(|row| char_of(row.letter))
}

fn char_of(number: u32) -> Option<char> {
    char::from_u32(number)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_normalization::{UnicodeNormalization as _, char as theirs};

    use super::{class, decompose, is_mark, nfc};

    #[test]
    fn every_letter_is_as_in_the_unicode_tables() {
        for letter in '\0'..=char::MAX {
            let (mut own, mut other) = (String::new(), String::new());
            decompose(letter, &mut |part| own.push(part));
            theirs::decompose_canonical(letter, |part| other.push(part));
            assert_eq!(own, other, "U+{:04X}", u32::from(letter));
            assert_eq!(is_mark(letter), theirs::is_combining_mark(letter), "{letter:?}");
            assert_eq!(class(letter), theirs::canonical_combining_class(letter), "{letter:?}");
            assert_eq!(nfc(&own), own.nfc().to_string(), "U+{:04X}", u32::from(letter));
        }
    }

    proptest! {
        #[test]
        fn any_text_is_composed_as_unicode_says(
            text in "[ae가각\u{1100}-\u{1112}\u{1161}-\u{1175}\u{11a7}-\u{11c2}\u{300}-\u{36f}\u{5b0}-\u{5c4}иіǖ\u{1d158}\u{1d165}]{0,12}",
            wild: String,
        ) {
            prop_assert_eq!(nfc(&text), text.nfc().to_string());
            prop_assert_eq!(nfc(&wild), wild.nfc().to_string());
        }
    }
}
