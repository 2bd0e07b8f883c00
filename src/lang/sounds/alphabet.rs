//! The alphabet of sounds: how much each weighs and how far each is from the others.
//!
//! In: two sounds as indices. Out: costs in hundredths of a plain consonant. Vowels weigh
//! less than consonants because spelling and transcription disagree about them most;
//! sounds that languages exchange when they borrow a name (`h` and `x`, `w` and `v`) are
//! near. The idea of weighting edits by likeness of sound follows Kondrak, "A new
//! algorithm for the alignment of phonetic sequences" (2000); the weights are our own.

/// The sounds; an index into this is a sound.
const LETTERS: &[u8; 30] = b"aeiouyjwbvgdzZJklmnprsStTfhxcC";

/// Room for the sounds in a table with rows of a power of two.
const SIZE: usize = 32;

/// What a plain consonant weighs; all costs are in this unit's hundredths.
pub(super) const CONSONANT: u8 = 100;
const VOWEL: u8 = 45;

/// Sounds that weigh less than a consonant, because they come and go between spellings.
const LIGHT: &[(u8, u8)] = &[(b'j', 25), (b'w', 50), (b'h', 60)];

/// Pairs of sounds nearer than strangers, with their cost. Each pair stands once.
const NEAR: &[(u8, u8, u8)] = &[
    // Vowels.
    (b'a', b'e', 32),
    (b'a', b'i', 40),
    (b'a', b'o', 25),
    (b'a', b'u', 32),
    (b'a', b'y', 20),
    (b'e', b'i', 20),
    (b'e', b'o', 32),
    (b'e', b'y', 22),
    (b'i', b'y', 15),
    (b'o', b'u', 25),
    (b'o', b'y', 28),
    (b'u', b'y', 25),
    // Glides.
    (b'i', b'j', 15),
    (b'y', b'j', 20),
    (b'e', b'j', 30),
    (b'u', b'w', 15),
    (b'o', b'w', 30),
    (b'v', b'w', 20),
    (b'b', b'w', 60),
    (b'g', b'w', 70),
    (b'j', b'J', 30),
    (b'j', b'Z', 50),
    // Voiced and voiceless.
    (b'b', b'p', 35),
    (b'v', b'f', 35),
    (b'd', b't', 35),
    (b'g', b'k', 40),
    (b'z', b's', 30),
    (b'Z', b'S', 40),
    (b'J', b'C', 35),
    // Borrowed as one another.
    (b'g', b'h', 25),
    (b'h', b'x', 8),
    (b'x', b'k', 45),
    (b'x', b'g', 45),
    (b'h', b'k', 55),
    (b'f', b'x', 65),
    (b'b', b'v', 45),
    (b'f', b'p', 50),
    (b'T', b't', 15),
    (b'T', b'd', 25),
    (b'T', b's', 40),
    (b'T', b'z', 40),
    (b'T', b'f', 45),
    // Hissing and hushing.
    (b'S', b's', 35),
    (b'S', b'C', 40),
    (b'S', b'c', 60),
    (b'S', b'x', 50),
    (b'S', b'z', 55),
    (b'Z', b'z', 35),
    (b'Z', b'J', 20),
    (b'Z', b's', 60),
    (b'Z', b'C', 55),
    (b'C', b'c', 40),
    (b'C', b'k', 50),
    (b'C', b'x', 50),
    (b'C', b's', 55),
    (b'C', b't', 60),
    (b'c', b's', 40),
    (b'c', b'z', 45),
    (b'c', b'k', 55),
    (b'c', b't', 60),
    (b'J', b'g', 40),
    (b'J', b'd', 55),
    (b'J', b'z', 50),
    (b'J', b'x', 60),
    (b'k', b's', 65),
    // Liquids and nasals.
    (b'l', b'r', 70),
    (b'l', b'w', 65),
    (b'm', b'n', 60),
];

/// A sound and a stranger: dearer than a consonant lost, cheaper than lost and another won.
const STRANGERS: u8 = 110;
const VOWELS: u8 = 40;
const VOWEL_AND_GLIDE: u8 = 45;
const VOWEL_AND_CONSONANT: u8 = 135;

const fn is_vowel_letter(letter: u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u' | b'y')
}

const fn weights() -> [u8; SIZE] {
    let mut table = [CONSONANT; SIZE];
    let mut i = 0;
    while i < LETTERS.len() {
        if is_vowel_letter(LETTERS[i]) {
            table[i] = VOWEL;
        }
        let mut k = 0;
        while k < LIGHT.len() {
            if LIGHT[k].0 == LETTERS[i] {
                table[i] = LIGHT[k].1;
            }
            k += 1;
        }
        i += 1;
    }
    table
}

const fn base_cost(a: u8, b: u8) -> u8 {
    let glide = matches!(a, b'j' | b'w') || matches!(b, b'j' | b'w');
    match (is_vowel_letter(a), is_vowel_letter(b)) {
        (true, true) => VOWELS,
        (false, false) => STRANGERS,
        _ if glide => VOWEL_AND_GLIDE,
        _ => VOWEL_AND_CONSONANT,
    }
}

const fn costs() -> [[u8; SIZE]; SIZE] {
    let mut table = [[STRANGERS; SIZE]; SIZE];
    let mut i = 0;
    while i < LETTERS.len() {
        let mut j = 0;
        while j < LETTERS.len() {
            let (a, b) = (LETTERS[i], LETTERS[j]);
            table[i][j] = if i == j { 0 } else { base_cost(a, b) };
            let mut k = 0;
            while k < NEAR.len() {
                let (one, other, cost) = NEAR[k];
                if (one == a && other == b) || (one == b && other == a) {
                    table[i][j] = cost;
                }
                k += 1;
            }
            j += 1;
        }
        i += 1;
    }
    table
}

static WEIGHTS: [u8; SIZE] = weights();
static COSTS: [[u8; SIZE]; SIZE] = costs();

/// The sound that an ASCII letter stands for.
pub(super) fn sound(letter: u8) -> Option<u8> {
    LETTERS.iter().position(|&known| known == letter).and_then(|at| u8::try_from(at).ok())
}

/// The ASCII letter of a sound.
pub(super) fn letter(sound: u8) -> char {
    char::from(LETTERS[usize::from(sound) % LETTERS.len()])
}

/// Whether it is a vowel.
pub(super) fn is_vowel(sound: u8) -> bool {
    sound < 6
}

/// Whether it is a consonant that languages do not drop from a name.
pub(super) fn is_firm(sound: u8) -> bool {
    !is_vowel(sound) && !matches!(letter(sound), 'j' | 'w' | 'h')
}

/// What losing the sound costs, and what it adds to the weighted length of a word.
pub(super) fn weight(sound: u8) -> u16 {
    u16::from(WEIGHTS[usize::from(sound) % SIZE])
}

/// What one sound in place of the other costs.
pub(super) fn cost(a: u8, b: u8) -> u16 {
    u16::from(COSTS[usize::from(a) % SIZE][usize::from(b) % SIZE])
}

/// The classes of first sounds that a word with this one is filed under, a bit each.
pub(super) fn blocks(sound: u8) -> u16 {
    match letter(sound) {
        'a' | 'e' | 'i' | 'o' | 'u' | 'y' => 1,
        'j' => 1 | 1 << 5,
        'w' => 1 | 1 << 1,
        'v' => 1 << 1 | 1 << 2,
        'f' => 1 << 1,
        'b' | 'p' => 1 << 2,
        'd' | 't' => 1 << 3,
        'T' => 1 << 3 | 1 << 4 | 1 << 1,
        's' | 'z' | 'c' => 1 << 4,
        'S' | 'Z' | 'C' => 1 << 4 | 1 << 5,
        'J' => 1 << 5,
        'g' | 'k' => 1 << 6,
        'h' => 1 << 6 | 1,
        'x' => 1 << 6,
        'l' => 1 << 7,
        'r' => 1 << 8,
        _ => 1 << 9,
    }
}

#[cfg(test)]
mod tests {
    use super::{LETTERS, NEAR, cost, is_vowel, letter, sound};

    #[test]
    fn every_near_pair_is_of_known_sounds_and_stands_once() {
        for (at, &(a, b, _)) in NEAR.iter().enumerate() {
            assert!(sound(a).is_some() && sound(b).is_some(), "{}{}", a as char, b as char);
            let again =
                NEAR[at + 1..].iter().any(|&(c, d, _)| (a, b) == (c, d) || (a, b) == (d, c));
            assert!(!again, "{}{} stands twice", a as char, b as char);
        }
    }

    #[test]
    fn the_vowels_come_first_in_the_alphabet() {
        for at in 0..30 {
            assert_eq!(is_vowel(at), "aeiouy".contains(letter(at)));
            assert_eq!(sound(LETTERS[usize::from(at)]), Some(at));
        }
    }

    #[test]
    fn cost_is_symmetric_and_nothing_for_the_same_sound() {
        for a in 0..30 {
            for b in 0..30 {
                assert_eq!(cost(a, b), cost(b, a));
                assert_eq!(cost(a, b) == 0, a == b);
            }
        }
    }
}
