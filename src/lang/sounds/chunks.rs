//! How Latin spellings become Cyrillic ones, as learned from pairs of names.
//!
//! In: a Latin and a Cyrillic word as letters. Out: how much dearer it is to take one for
//! the other than for the best it could be, in hundredths of a consonant. The costs are
//! those of `data/letter-chunks.tsv`: minus the logarithm of the probability that a pair
//! of names has this pair of letter chunks next, in the manner of the joint n-gram models
//! of Li, Zhang and Su, "A joint source-channel model for machine transliteration" (2004).
//! The table was learned with Russian; letters of other languages are read as Russian ones.

use std::sync::OnceLock;

use super::spelling;
use crate::{lang::Script, sort::sort};

/// As many letters of a word as are compared.
pub(super) const LONGEST: usize = 24;
/// The costs, in hundredths of a natural logarithm.
const TABLE: &str = include_str!("../../../data/letter-chunks.tsv");
const LONGEST_LATIN: usize = 3;
const LONGEST_CYRILLIC: usize = 2;
/// A letter for nothing, or for one it never stood for.
const UNKNOWN: u32 = 1300;
/// The costs that weigh as much as a consonant's hundredth.
const PER_HUNDREDTH: u32 = 9;

/// A word as letters of its script, with the least it can cost up to each letter.
#[derive(Clone, Copy, Debug)]
pub(super) struct Letters {
    letters: [u8; LONGEST],
    least: [u16; LONGEST + 1],
    len: u8,
    script: Script,
}

impl Letters {
    /// Reads a word; `None` if it is too long or not of letters of the one script.
    pub(super) fn new(word: &[char], script: Script) -> Option<Self> {
        let mut read = Self { letters: [0; LONGEST], least: [0; LONGEST + 1], len: 0, script };
        for &letter in word {
            *read.letters.get_mut(usize::from(read.len))? = code(letter, script)?;
            read.len += 1;
        }
        let table = table();
        for end in 1..=word.len() {
            let most = if script == Script::Latin { LONGEST_LATIN } else { LONGEST_CYRILLIC };
            let mut least = u32::from(read.least[end - 1]) + UNKNOWN;
            for taken in 1..=most.min(end) {
                let chunk = pack(&read.letters[end - taken..end]);
                if let Some(cost) = table.least(chunk, script) {
                    least = least.min(u32::from(read.least[end - taken]) + cost);
                }
            }
            read.least[end] = u16::try_from(least).unwrap_or(u16::MAX);
        }
        Some(read)
    }

    pub(super) fn script(&self) -> Script {
        self.script
    }
}

/// The excess of reading one word as the other, each up to one of its cuts (letters taken
/// and the cost of leaving off the rest).
pub(super) fn excess(
    latin: &Letters,
    latin_cuts: &[(u8, u16)],
    cyrillic: &Letters,
    cyrillic_cuts: &[(u8, u16)],
) -> u32 {
    let table = table();
    let (height, width) = (usize::from(latin.len), usize::from(cyrillic.len));
    // Rows of the last three letters and this one, in turn.
    let mut rows = [[u32::MAX; LONGEST + 1]; LONGEST_LATIN + 1];
    let mut best = u32::MAX;
    for i in 0..=height {
        for j in 0..=width {
            let mut cell = if i + j == 0 { 0 } else { u32::MAX };
            if i > 0 {
                cell = cell.min(rows[(i - 1) % 4][j].saturating_add(UNKNOWN));
            }
            if j > 0 {
                cell = cell.min(rows[i % 4][j - 1].saturating_add(UNKNOWN));
            }
            for a in 0..=LONGEST_LATIN.min(i) {
                let chunk = pack(&latin.letters[i - a..i]);
                for b in usize::from(a == 0)..=LONGEST_CYRILLIC.min(j) {
                    let before = rows[(i - a) % 4][j - b];
                    if let Some(cost) = table.cost(chunk, pack(&cyrillic.letters[j - b..j])) {
                        cell = cell.min(before.saturating_add(cost));
                    }
                }
            }
            rows[i % 4][j] = cell;
        }
        for &(_, latin_cost) in latin_cuts.iter().filter(|cut| usize::from(cut.0) == i) {
            for &(at, cost) in cyrillic_cuts {
                let at = usize::from(at);
                let least = u32::from(latin.least[i]) + u32::from(cyrillic.least[at]);
                let excess = rows[i % 4][at].saturating_sub(least / 2) / PER_HUNDREDTH;
                best = best.min(excess + u32::from(latin_cost) + u32::from(cost));
            }
        }
    }
    best
}

/// A letter's number within its script, from 1.
fn code(letter: char, script: Script) -> Option<u8> {
    match script {
        Script::Latin => {
            let letter = u8::try_from(spelling::base(letter)).ok()?;
            letter.is_ascii_lowercase().then(|| letter - b'a' + 1)
        }
        Script::Cyrillic => {
            let russian = match letter {
                'ё' => return Some(33),
                // A Bulgarian vowel, mute and rare in Russian.
                'ъ' => 'а',
                'і' | 'ї' | 'ѝ' => 'и',
                'є' => 'е',
                'ґ' => 'г',
                'ј' => 'й',
                'ў' => 'у',
                letter => letter,
            };
            let number = u32::from(russian).checked_sub(u32::from('а'))? + 1;
            u8::try_from(number).ok().filter(|&number| number <= 32)
        }
    }
}

/// Up to three letters as a number; letters of either script fit into six bits.
fn pack(chunk: &[u8]) -> u32 {
    chunk.iter().fold(0, |packed, &letter| packed << 6 | u32::from(letter))
}

/// The costs by pair of chunks, open addressing; and the least cost of each chunk.
struct Table {
    pairs: Vec<(u64, u32)>,
    latin: Vec<(u32, u32)>,
    cyrillic: Vec<(u32, u32)>,
}

impl Table {
    fn cost(&self, latin: u32, cyrillic: u32) -> Option<u32> {
        let key = key(latin, cyrillic);
        let mut at = slot(key, self.pairs.len());
        loop {
            match self.pairs[at] {
                (0, _) => return None,
                (known, cost) if known == key => return Some(cost),
                _ => at = (at + 1) % self.pairs.len(),
            }
        }
    }

    fn least(&self, chunk: u32, script: Script) -> Option<u32> {
        let costs = if script == Script::Latin { &self.latin } else { &self.cyrillic };
        let at = costs.binary_search_by_key(&chunk, |&(known, _)| known).ok()?;
        costs.get(at).map(|&(_, cost)| cost)
    }
}

fn key(latin: u32, cyrillic: u32) -> u64 {
    u64::from(latin) << 32 | u64::from(cyrillic)
}

fn slot(key: u64, size: usize) -> usize {
    (key.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 40) as usize % size
}

fn table() -> &'static Table {
    static PARSED: OnceLock<Table> = OnceLock::new();
    PARSED.get_or_init(|| parse(TABLE))
}

fn parse(text: &str) -> Table {
    let rows: Vec<(u32, u32, u32)> = text.lines().filter_map(row).collect();
    let size = (rows.len() * 3).next_power_of_two();
    let mut table = Table { pairs: vec![(0, 0); size], latin: Vec::new(), cyrillic: Vec::new() };
    for &(latin, cyrillic, cost) in &rows {
        let mut at = slot(key(latin, cyrillic), size);
        while table.pairs[at].0 != 0 {
            at = (at + 1) % size;
        }
        table.pairs[at] = (key(latin, cyrillic), cost);
        table.latin.push((latin, cost));
        table.cyrillic.push((cyrillic, cost));
    }
    for costs in [&mut table.latin, &mut table.cyrillic] {
        sort(costs);
        costs.dedup_by_key(|&mut (chunk, _)| chunk);
    }
    table
}

fn row(line: &str) -> Option<(u32, u32, u32)> {
    let mut fields = line.split('\t');
    let mut chunk = |script| {
        let letters: Option<Vec<u8>> =
            fields.next()?.chars().map(|letter| code(letter, script)).collect();
        letters.map(|letters| pack(&letters))
    };
    let (latin, cyrillic) = (chunk(Script::Latin)?, chunk(Script::Cyrillic)?);
    Some((latin, cyrillic, fields.next()?.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::{Letters, TABLE, excess, row};
    use crate::lang::Script;

    fn read(word: &str, script: Script) -> Letters {
        Letters::new(&word.chars().collect::<Vec<_>>(), script).unwrap()
    }

    fn excess_of(latin: &str, cyrillic: &str) -> u32 {
        let ends = [latin, cyrillic].map(|word| [(word.chars().count() as u8, 0)]);
        let [latin, cyrillic] = [read(latin, Script::Latin), read(cyrillic, Script::Cyrillic)];
        excess(&latin, &ends[0], &cyrillic, &ends[1])
    }

    #[test]
    fn every_row_of_the_table_is_understood() {
        for line in TABLE.lines() {
            assert!(row(line).is_some(), "not a row: {line}");
        }
    }

    #[test]
    fn a_usual_spelling_costs_less_than_a_chance_likeness() {
        for (latin, usual, chance) in [
            ("yoshida", "ёсида", "йозеф"),
            ("wayne", "уэйн", "вано"),
            ("george", "джордж", "горга"),
        ] {
            let (less, more) = (excess_of(latin, usual), excess_of(latin, chance));
            assert!(less < more, "{latin}: {usual} {less}, {chance} {more}");
        }
    }

    #[test]
    fn a_word_with_foreign_letters_is_not_read() {
        let word: Vec<char> = "漢字".chars().collect();
        assert!(Letters::new(&word, Script::Latin).is_none());
        assert!(Letters::new(&word, Script::Cyrillic).is_none());
    }
}
