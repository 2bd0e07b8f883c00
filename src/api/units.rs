//! Positions in a text, counted otherwise.

/// How far apart the places are that are counted beforehand, in bytes.
const STEP: usize = 64;

/// Turns byte positions of one text into another count.
pub struct Positions<'a> {
    text: &'a [u8],
    /// None where bytes are wanted.
    units: Option<Units>,
}

impl<'a> Positions<'a> {
    /// Bytes stay bytes.
    #[must_use]
    pub const fn bytes() -> Self {
        Self { text: &[], units: None }
    }

    /// Bytes of `text` become UTF-16 units.
    #[must_use]
    pub fn utf16(text: &'a str) -> Self {
        Self { text: text.as_bytes(), units: Some(Units::of(text.as_bytes())) }
    }

    /// The position of byte `at`.
    #[must_use]
    pub fn of(&self, at: u32) -> u32 {
        self.units.as_ref().map_or(at, |units| units.at(self.text, at))
    }
}

/// How many UTF-16 units stand before every 64th byte of a text: kept by whoever asks often.
pub struct Units(Box<[u32]>);

impl Units {
    /// Counts a text, UTF-8.
    #[must_use]
    pub fn of(text: &[u8]) -> Self {
        let mut units = 0;
        let count = |chunk: &[u8]| {
            let before = units;
            units += units_in(chunk);
            before
        };
        Self(text.chunks(STEP).map(count).collect())
    }

    /// The units before byte `at` of that text.
    #[must_use]
    pub fn at(&self, text: &[u8], at: u32) -> u32 {
        let at = (at as usize).min(text.len());
        let step = (at / STEP).min(self.0.len().saturating_sub(1));
        let rest = text.get(step * STEP..at).unwrap_or_default();
        self.0.get(step).copied().unwrap_or_default() + units_in(rest)
    }
}

/// The byte of `text` before which so many UTF-16 units stand.
#[must_use]
pub fn byte_of(text: &str, units: u32) -> u32 {
    let (mut seen, mut byte) = (0, 0);
    for letter in text.chars() {
        if seen >= units {
            break;
        }
        seen += if letter > '\u{ffff}' { 2 } else { 1 };
        byte += letter.len_utf8();
    }
    crate::index::table::int(byte)
}

/// The units of the characters that begin in these bytes.
pub fn units_in(bytes: &[u8]) -> u32 {
    bytes.iter().map(|byte| units_of(*byte)).sum()
}

/// How many UTF-16 units a character has that begins with this byte of UTF-8; none for a
/// byte inside a character.
const fn units_of(byte: u8) -> u32 {
    // As arithmetic, not as branches: many bytes are counted at once.
    ((byte as i8) >= -0x40) as u32 + (byte >= 0xF0) as u32
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Positions;

    #[test]
    fn letters_beyond_the_basic_plane_count_twice() {
        let positions = Positions::utf16("aд𝕏b");
        assert_eq!([0, 1, 3, 7, 8].map(|at| positions.of(at)), [0, 1, 2, 4, 5]);
    }

    #[test]
    fn a_position_beyond_the_text_is_its_end() {
        assert_eq!(Positions::utf16("д").of(99), 1);
        assert_eq!(Positions::utf16("").of(99), 0);
        assert_eq!(Positions::bytes().of(99), 99);
    }

    proptest! {
        #[test]
        fn every_position_is_the_one_a_browser_counts(text in "[aд𝕏\n]{0,2000}") {
            let positions = Positions::utf16(&text);
            let mut units = 0;
            for (at, c) in text.char_indices() {
                prop_assert_eq!(positions.of(at as u32), units);
                units += c.len_utf16() as u32;
            }
            prop_assert_eq!(positions.of(text.len() as u32), units);
        }
    }
}
