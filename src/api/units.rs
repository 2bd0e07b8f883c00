//! Positions in a text, counted otherwise.

/// How far apart the places are that are counted beforehand, in bytes.
const STEP: usize = 1024;

/// Turns byte positions of one text into another count.
pub struct Positions<'a> {
    text: &'a str,
    /// UTF-16 units before each multiple of [`STEP`] bytes; none where bytes are wanted.
    before: Option<Vec<u32>>,
}

impl<'a> Positions<'a> {
    /// Bytes stay bytes.
    #[must_use]
    pub const fn bytes() -> Self {
        Self { text: "", before: None }
    }

    /// Bytes of `text` become UTF-16 units.
    #[must_use]
    pub fn utf16(text: &'a str) -> Self {
        let mut units = 0;
        let count = |chunk: &[u8]| {
            let before = units;
            units += chunk.iter().map(|byte| units_of(*byte)).sum::<u32>();
            before
        };
        Self { text, before: Some(text.as_bytes().chunks(STEP).map(count).collect()) }
    }

    /// The position of byte `at`.
    #[must_use]
    pub fn of(&self, at: u32) -> u32 {
        let Some(before) = &self.before else { return at };
        let bytes = self.text.as_bytes();
        let at = (at as usize).min(bytes.len());
        let step = (at / STEP).min(before.len().saturating_sub(1));
        let rest = bytes.get(step * STEP..at).unwrap_or_default();
        before.get(step).copied().unwrap_or_default()
            + rest.iter().map(|byte| units_of(*byte)).sum::<u32>()
    }
}

/// How many UTF-16 units a character has that begins with this byte of UTF-8; none for a
/// byte inside a character.
const fn units_of(byte: u8) -> u32 {
    match byte {
        0x80..=0xBF => 0,
        0xF0..=0xFF => 2,
        _ => 1,
    }
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
