//! The table of letter sequences and words, and what it says of a word.
//!
//! In: a lower-case word. Out: a score for each language of its script, in 1/64 of a natural
//! logarithm; scores add up over words. The features of a word are its sequences of one to
//! four letters, word edges included, and the word as a whole, each hashed to a row of
//! weights (feature hashing: Weinberger et al. 2009; the weights are a multinomial logistic
//! regression fitted by `data/identify/generate.py`). A letter outside a language's alphabet
//! speaks against it. Which language to believe is not decided here.

use std::sync::LazyLock;

use super::sample::Alphabet;
use crate::lang::Lang;

/// What a letter foreign to a language takes from its score: four natural logarithms.
const FOREIGN: i32 = 4 * 64;
/// The longest letter sequence.
const LONGEST: usize = 4;

static TABLE: &[u8] = include_bytes!("../../../data/identify/table.bin");

static MODELS: LazyLock<Vec<Model>> = LazyLock::new(|| parse(TABLE).unwrap_or_default());

/// What is known of the languages of one script.
#[derive(Debug)]
pub(super) struct Model {
    alphabet: Alphabet,
    /// The languages; [`Lang::UND`] stands for all other languages of the script.
    pub(super) languages: Vec<Lang>,
    /// The letters of the alphabets, sorted, each with the languages that have it, a bit each.
    letters: Vec<(char, u32)>,
    /// The languages that have every letter: the class of all others.
    every: u32,
    rows: u32,
    levels: Vec<i32>,
    weights: &'static [u8],
}

/// A letter sequence of a word or the whole word, with its score for each language.
pub(super) struct Feature {
    /// The sequence, word edges as `-`.
    pub(super) shown: String,
    /// Its scores.
    pub(super) scores: Vec<i32>,
}

/// The model of a script, if there is one.
pub(super) fn model(alphabet: Alphabet) -> Option<&'static Model> {
    MODELS.iter().find(|model| model.alphabet == alphabet)
}

impl Model {
    /// Adds the scores of `word` to `scores`, one a language.
    pub(super) fn add(&self, word: &str, scores: &mut [i32]) {
        self.each_row(word, |row, _| {
            for (language, score) in scores.iter_mut().enumerate() {
                *score += self.weight(row, language);
            }
        });
        let all = (1_u32 << scores.len()) - 1;
        for letter in word.chars() {
            let holders = self.holders(letter);
            // Most letters are in every alphabet of the script.
            if holders & all == all {
                continue;
            }
            for (language, score) in scores.iter_mut().enumerate() {
                if holders >> language & 1 == 0 {
                    *score -= FOREIGN;
                }
            }
        }
    }

    /// The letter sequences of `word` of two letters or more, each with its scores.
    pub(super) fn sequences(&self, word: &str) -> Vec<Feature> {
        let padded = padded(word);
        let mut found = Vec::new();
        self.each_row(word, |row, range| {
            let Some(part) = range.and_then(|range| padded.get(range)) else { return };
            if part.iter().filter(|c| c.is_alphabetic()).count() < 2 {
                return;
            }
            let shown = part.iter().map(|&c| if matches!(c, '^' | '$') { '-' } else { c });
            let scores = (0..self.languages.len()).map(|at| self.weight(row, at)).collect();
            found.push(Feature { shown: shown.collect(), scores });
        });
        found
    }

    /// Whether `letter` belongs to the alphabet of the language at `language`. The class of
    /// all other languages has every letter.
    pub(super) fn has(&self, language: usize, letter: char) -> bool {
        self.holders(letter) >> language & 1 == 1
    }

    /// The languages whose alphabets have `letter`, a bit each.
    fn holders(&self, letter: char) -> u32 {
        let own = self.letters.binary_search_by_key(&letter, |(letter, _)| *letter);
        own.map_or(0, |at| self.letters[at].1) | self.every
    }

    /// Whether any language of the model has `letter` in its alphabet.
    pub(super) fn knows(&self, letter: char) -> bool {
        self.letters.binary_search_by_key(&letter, |(letter, _)| *letter).is_ok()
    }

    /// Calls `visit` with the row of each feature of `word` and the sequence's range in the
    /// padded word (none for the whole word).
    fn each_row(&self, word: &str, mut visit: impl FnMut(u32, Option<std::ops::Range<usize>>)) {
        let letters = padded(word);
        for start in 0..letters.len() {
            let mut hash = 0x811c_9dc5;
            for (length, &letter) in letters[start..].iter().take(LONGEST).enumerate() {
                hash = step(hash, letter);
                if length == 0 && matches!(letter, '^' | '$') {
                    continue;
                }
                visit(self.row(hash), Some(start..start + length + 1));
            }
        }
        visit(self.row(word.chars().fold(0x9e37_79b9, step)), None);
    }

    fn row(&self, mut hash: u32) -> u32 {
        hash ^= hash >> 15;
        hash = hash.wrapping_mul(0x2c1b_3c6d);
        hash ^= hash >> 12;
        hash & (self.rows - 1)
    }

    /// The weight of a row for a language: four bits that name one of the levels.
    #[inline]
    fn weight(&self, row: u32, language: usize) -> i32 {
        let at = row as usize * self.languages.len() + language;
        let pair = self.weights.get(at / 2).copied().unwrap_or_default();
        let level = if at.is_multiple_of(2) { pair & 15 } else { pair >> 4 };
        self.levels.get(usize::from(level)).copied().unwrap_or_default()
    }
}

/// `word` between its edges.
fn padded(word: &str) -> Vec<char> {
    std::iter::once('^').chain(word.chars()).chain(std::iter::once('$')).collect()
}

/// One step of the FNV-1a hash, a letter at a time.
fn step(hash: u32, letter: char) -> u32 {
    (hash ^ u32::from(letter)).wrapping_mul(0x0100_0193)
}

/// Reads the table: a line on its origin; for each script a line of its name, rows and
/// levels, then a line a language of its code and letters; a line `---`; the weights.
fn parse(table: &'static [u8]) -> Option<Vec<Model>> {
    let end = table.windows(5).position(|bytes| bytes == b"\n---\n")?;
    let head = std::str::from_utf8(&table[..end]).ok()?;
    let mut weights = &table[end + 5..];
    let mut models: Vec<Model> = Vec::new();
    for line in head.lines().skip(1) {
        let mut fields = line.split(' ');
        let name = fields.next()?;
        let alphabet = [Alphabet::Cyrillic, Alphabet::Latin]
            .into_iter()
            .find(|alphabet| alphabet.name() == name);
        if let Some(alphabet) = alphabet {
            let rows: u32 =
                fields.next()?.parse().ok().filter(|rows: &u32| rows.is_power_of_two())?;
            let levels = fields.map(str::parse).collect::<Result<_, _>>().ok()?;
            let (languages, letters) = Default::default();
            models.push(Model {
                alphabet,
                languages,
                letters,
                every: 0,
                rows,
                levels,
                weights: &[],
            });
        } else {
            let model = models.last_mut()?;
            model.languages.push(Lang::parse(name)?);
            let bit = 1_u32.checked_shl(u32::try_from(model.languages.len()).ok()? - 1)?;
            let letters = fields.next().unwrap_or_default();
            if letters.is_empty() {
                model.every |= bit;
            }
            for letter in letters.chars() {
                match model.letters.binary_search_by_key(&letter, |(letter, _)| *letter) {
                    Ok(at) => model.letters[at].1 |= bit,
                    Err(at) => model.letters.insert(at, (letter, bit)),
                }
            }
        }
    }
    for model in &mut models {
        let size = (model.rows as usize * model.languages.len()).div_ceil(2);
        (model.weights, weights) = weights.split_at_checked(size)?;
    }
    weights.is_empty().then_some(models)
}

#[cfg(test)]
mod tests {
    use super::{Alphabet, TABLE, model, parse};
    use crate::lang::Lang;

    #[test]
    fn the_table_is_whole_and_small() {
        let models = parse(TABLE).unwrap_or_default();
        assert_eq!(models.len(), 2, "run data/identify/generate.py again");
        assert!(TABLE.len() < 70_000, "the importer cannot carry {} bytes", TABLE.len());
        assert!(models.iter().all(|model| model.levels.len() == 16));
    }

    #[test]
    fn a_damaged_table_is_no_table() {
        assert!(parse(&TABLE[..TABLE.len() - 1]).is_none());
        assert!(parse(b"").is_none());
    }

    #[test]
    fn a_letter_belongs_to_the_alphabets_that_have_it() {
        let Some(cyrillic) = model(Alphabet::Cyrillic) else { panic!("no Cyrillic model") };
        let with = |letter: char| -> Vec<Lang> {
            let all = cyrillic.languages.iter().enumerate();
            all.filter(|(at, _)| cyrillic.has(*at, letter)).map(|(_, lang)| *lang).collect()
        };
        assert_eq!(with('ы'), [Lang::BE, Lang::RU]);
        assert_eq!(with('ў'), [Lang::BE]);
        assert!(!cyrillic.knows('қ'));
    }
}
