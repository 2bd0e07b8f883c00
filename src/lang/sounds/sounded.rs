//! A word prepared for matching against many, and how alike two such words sound.
//!
//! In: a word and its language. Out: a [`Sounded`], copied freely, compared without
//! allocation. An inflectional ending (the language's list, or its script's) may be left
//! off for `.12 + .02` a letter, from either word or both. Between the scripts the distance
//! is the mean of that by sounds and that by learned spellings ([`chunks`]). Similarity is one less the
//! distance over the mean weighted length. Only the first [`LONGEST`] sounds of a word
//! count. What words are worth comparing, the caller finds by [`Sounded::blocks`].

use xxhash_rust::xxh3::xxh3_64;

use super::alphabet;
use super::chunks::{self, Letters};
use super::spelling::{self, Spelt};
use crate::lang::{Lang, Script};

/// As many sounds of a word as are compared.
const LONGEST: usize = 28;
/// As many places where a word may be cut from its ending, its end among them.
const CUTS: usize = 6;

const ENDING: u16 = 12;
const ENDING_LETTER: u16 = 2;
const LONGEST_ENDING: usize = 4;

/// Endings of the script, for a language that has no list of its own.
const LATIN_ENDINGS: &[&str] = &["es", "s", "e"];
const CYRILLIC_ENDINGS: &[&str] = &[
    "ого", "его", "ому", "ему", "ыми", "ими", "ами", "ями", "ые", "ие", "ых", "их", "ым", "им",
    "ом", "ем", "ой", "ей", "ою", "ею", "ую", "юю", "ая", "яя", "ый", "ий", "ам", "ям", "ах", "ях",
    "ов", "ев", "ию", "ии", "ия", "а", "я", "у", "ю", "ы", "и", "е", "о", "й", "ь", "і",
];

/// A place where a word may end: after how many sounds and letters, and what leaving off
/// the rest costs.
#[derive(Clone, Copy, Debug, Default)]
struct Cut {
    at: u8,
    letter: u8,
    cost: u8,
}

/// A word as it sounds, with the places where its ending may be left off.
#[derive(Clone, Copy, Debug)]
pub struct Sounded {
    /// Tells words without any sound apart, and finds the same word at once.
    spelling: u64,
    sounds: [u8; LONGEST],
    cuts: [Cut; CUTS],
    len: u8,
    cut_count: u8,
    weight: u16,
    letters: Option<Letters>,
}

impl Sounded {
    /// Prepares a word.
    #[must_use]
    pub fn new(word: &str, lang: Lang) -> Self {
        let spelt = spelling::spell(word, lang);
        let mut sounded = Self {
            spelling: xxh3_64(spelt.word.iter().collect::<String>().as_bytes()),
            sounds: [0; LONGEST],
            cuts: [Cut::default(); CUTS],
            len: 0,
            cut_count: 0,
            weight: 0,
            letters: spelling::script_of(&spelt.word)
                .and_then(|script| Letters::new(&spelt.word, script)),
        };
        for (to, &sound) in sounded.sounds.iter_mut().zip(&spelt.sounds) {
            *to = sound;
            sounded.len += 1;
            sounded.weight += alphabet::weight(sound);
        }
        let letter = u8::try_from(spelt.word.len()).unwrap_or(u8::MAX);
        sounded.add_cut(Cut { at: sounded.len, letter, cost: 0 });
        if spelt.sounds.len() <= LONGEST {
            sounded.cut_endings(&spelt, lang);
        }
        sounded
    }

    fn cut_endings(&mut self, spelt: &Spelt, lang: Lang) {
        let own = lang.rules().map_or(&[][..], |rules| rules.endings);
        let endings = match spelling::script_of(&spelt.word) {
            _ if !own.is_empty()
                && lang.rules().map(|rules| rules.script) == spelling::script_of(&spelt.word) =>
            {
                own
            }
            Some(Script::Cyrillic) => CYRILLIC_ENDINGS,
            _ => LATIN_ENDINGS,
        };
        for ending in endings {
            let letters = ending.chars().count();
            let Some(stem) = spelt.word.len().checked_sub(letters) else { continue };
            if letters > LONGEST_ENDING || !ending.chars().eq(spelt.word[stem..].iter().copied()) {
                continue;
            }
            let at = spelt.letters.iter().filter(|&&letter| letter < stem).count();
            let stands =
                at >= 2 && spelt.sounds[..at].iter().any(|&sound| !alphabet::is_vowel(sound));
            let (Ok(at), Ok(letter)) = (u8::try_from(at), u8::try_from(stem)) else { continue };
            if stands && at < self.len {
                let cost = ENDING + ENDING_LETTER * u16::try_from(letters).unwrap_or(0);
                self.add_cut(Cut { at, letter, cost: u8::try_from(cost).unwrap_or(u8::MAX) });
            }
        }
    }

    fn add_cut(&mut self, cut: Cut) {
        let count = usize::from(self.cut_count);
        if count < CUTS && !self.cuts().iter().any(|known| known.at == cut.at) {
            self.cuts[count] = cut;
            self.cut_count += 1;
        }
    }

    fn cuts(&self) -> &[Cut] {
        &self.cuts[..usize::from(self.cut_count)]
    }

    fn letter_cuts(&self) -> [(u8, u16); CUTS] {
        self.cuts.map(|cut| (cut.letter, u16::from(cut.cost)))
    }

    fn sounds(&self) -> &[u8] {
        &self.sounds[..usize::from(self.len)]
    }

    /// Whether the word has no sound, as a number or a sign.
    #[must_use]
    pub fn is_silent(&self) -> bool {
        self.len == 0
    }

    /// The weighted length in hundredths of a consonant.
    #[must_use]
    pub fn weight(&self) -> u32 {
        u32::from(self.weight)
    }

    /// The blocks that the word may find its like in: a bit for each class of first sounds,
    /// several where languages disagree how a name begins. Words without a block in common
    /// are not worth comparing.
    #[must_use]
    pub fn blocks(&self) -> u16 {
        self.sounds().first().map_or(0, |&sound| alphabet::blocks(sound))
    }

    /// The classes of the first consonant after the first sound, and of the first two: words
    /// neither of whose firsts is among the other's first two are hardly ever the same name.
    #[must_use]
    pub fn frame(&self) -> (u16, u16) {
        let rest = self.sounds().iter().skip(1).filter(|&&sound| alphabet::is_firm(sound));
        let mut classes = rest.map(|&sound| alphabet::blocks(sound));
        let first = classes.next().unwrap_or_default();
        (first, first | classes.next().unwrap_or_default())
    }

    /// The first of its [`blocks`](Self::blocks), as a number below 16: the key of an index
    /// in which a word stands once.
    #[must_use]
    pub fn block(&self) -> u8 {
        u8::try_from(self.blocks().trailing_zeros()).unwrap_or(u8::MAX).min(15)
    }

    /// Whether the word begins as the initial does.
    pub(super) fn starts_like(&self, initial: &Self) -> bool {
        match (self.sounds().first(), initial.sounds().first()) {
            (Some(&a), Some(&b)) => alphabet::cost(a, b) <= 30,
            _ => false,
        }
    }
}

/// How alike two words sound, from 0 to 1.
#[must_use]
pub fn similarity_of(a: &Sounded, b: &Sounded) -> f64 {
    similarity_at_least(a, b, 0.0).unwrap_or_default()
}

/// How alike two words sound, if at least as much as `floor`; the higher the floor, the
/// sooner unlike words are given up.
#[must_use]
pub fn similarity_at_least(a: &Sounded, b: &Sounded, floor: f64) -> Option<f64> {
    if a.spelling == b.spelling {
        return Some(1.0);
    }
    let total = a.weight() + b.weight();
    if total == 0 {
        return (floor <= 0.0).then_some(0.0);
    }
    // A cast of a float saturates, and one of NaN is 0: any floor is harmless. One more
    // than the floor allows, so that rounding never decides.
    let bound = (((1.0 - floor) * f64::from(total)) as u32).saturating_add(1);
    let twice = match (&a.letters, &b.letters) {
        (Some(one), Some(other)) if one.script() != other.script() => {
            let (latin, cyrillic) = if one.script() == Script::Latin { (a, b) } else { (b, a) };
            // The learned distance counts as at least a third of the other: sounds can veto,
            // and most unlike words are given up before it is asked.
            twice_distance(a, b, bound.saturating_mul(3) / 2 + 3)
                .map(|twice| twice / 2 + learned_distance(latin, cyrillic).max(twice / 6))
        }
        _ => twice_distance(a, b, bound),
    };
    let Some(twice) = twice else { return (floor <= 0.0).then_some(0.0) };
    // What only sounds the same is not quite what is written the same.
    let twice = twice.max(1);
    let similarity = (1.0 - f64::from(twice) / f64::from(total)).max(0.0);
    (similarity >= floor).then_some(similarity)
}

/// The distance of a Latin and a Cyrillic word by the learned costs.
fn learned_distance(latin: &Sounded, cyrillic: &Sounded) -> u32 {
    match (&latin.letters, &cyrillic.letters) {
        (Some(one), Some(other)) => {
            let (cuts, other_cuts) = (latin.letter_cuts(), cyrillic.letter_cuts());
            chunks::excess(
                one,
                &cuts[..usize::from(latin.cut_count)],
                other,
                &other_cuts[..usize::from(cyrillic.cut_count)],
            )
        }
        _ => 0,
    }
}

/// Twice the weighted edit distance (that it may be set against the sum of the two
/// lengths), if it is at most `bound`.
fn twice_distance(a: &Sounded, b: &Sounded, bound: u32) -> Option<u32> {
    let mut row = [0u16; LONGEST + 1];
    let width = b.sounds().len();
    for (at, &sound) in b.sounds().iter().enumerate() {
        row[at + 1] = row[at] + alphabet::weight(sound);
    }
    let mut best = best_cut(a, 0, b, &row);
    for (above, &sound) in a.sounds().iter().enumerate() {
        let lost = alphabet::weight(sound);
        let mut diagonal = row[0];
        row[0] += lost;
        let mut least = row[0];
        for at in 0..width {
            let other = b.sounds[at];
            let cell = (diagonal + alphabet::cost(sound, other))
                .min(row[at + 1] + lost)
                .min(row[at] + alphabet::weight(other));
            diagonal = row[at + 1];
            row[at + 1] = cell;
            least = least.min(cell);
        }
        best = best.min(best_cut(a, above + 1, b, &row));
        if 2 * u32::from(least.min(best)) > bound {
            return None;
        }
    }
    Some(2 * u32::from(best)).filter(|&twice| twice <= bound)
}

/// The least cost of ending both words when `after` sounds of the first are matched.
fn best_cut(a: &Sounded, after: usize, b: &Sounded, row: &[u16]) -> u16 {
    let mut best = u16::MAX;
    for cut in a.cuts().iter().filter(|cut| usize::from(cut.at) == after) {
        for other in b.cuts() {
            let cost = row[usize::from(other.at)] + u16::from(cut.cost) + u16::from(other.cost);
            best = best.min(cost);
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::{Sounded, similarity_at_least, similarity_of};
    use crate::lang::Lang;

    const WORDS: [(&str, Lang); 9] = [
        ("starmer", Lang::EN),
        ("стармър", Lang::BG),
        ("steinmeier", Lang::EN),
        ("штайнмайера", Lang::RU),
        ("hussein", Lang::EN),
        ("хуссейну", Lang::RU),
        ("yeltsin", Lang::EN),
        ("єльцин", Lang::UK),
        ("42", Lang::EN),
    ];

    #[test]
    fn giving_up_early_never_changes_an_answer_above_the_floor() {
        let words: Vec<Sounded> =
            WORDS.iter().map(|(word, lang)| Sounded::new(word, *lang)).collect();
        for a in &words {
            for b in &words {
                let alike = similarity_of(a, b);
                for floor in [0.0, 0.3, 0.68, 0.8, 0.95, 1.0] {
                    let expected = (alike >= floor).then_some(alike);
                    let found = similarity_at_least(a, b, floor);
                    assert_eq!(found, expected, "{} {} above {floor}", a.spelling, b.spelling);
                }
            }
        }
    }

    #[test]
    fn the_same_name_in_another_language_shares_a_block() {
        for pair in WORDS.chunks_exact(2) {
            let [a, b] =
                [&pair[0], &pair[1]].map(|(word, lang)| Sounded::new(word, *lang).blocks());
            assert_ne!(a & b, 0, "{} and {}", pair[0].0, pair[1].0);
        }
    }

    #[test]
    fn a_long_word_is_compared_by_its_beginning() {
        let long = "ab".repeat(1000);
        let sounded = Sounded::new(&long, Lang::EN);
        assert!(similarity_of(&sounded, &Sounded::new(&"ab".repeat(900), Lang::EN)) > 0.99);
    }
}
