//! Words that are written nearly as typed.
//!
//! In: a word. Out: a [`Fuzzy`] that walks along a vocabulary and arrives at the words within
//! one or two edits: a letter left out, put in, changed, or two neighbours swapped (optimal
//! string alignment: F. J. Damerau, CACM 7:3, 1964). Short words allow one edit; single
//! letters are never near anything.

use crate::index::Walk;

/// How many edits a word of so many letters allows.
#[must_use]
pub(super) const fn allowed(letters: usize) -> u32 {
    match letters {
        0 | 1 => 0,
        2..=5 => 1,
        _ => 2,
    }
}

/// A word and the way walked beside it.
pub(super) struct Fuzzy {
    typed: Vec<char>,
    edits: u32,
    way: Vec<char>,
    /// For each letter of the way, and before the first: the edits from it to each beginning
    /// of the typed word.
    rows: Vec<u32>,
}

impl Fuzzy {
    /// A walk beside `typed`, a folded word, allowing so many edits.
    pub(super) fn new(typed: &str, edits: u32) -> Self {
        let typed: Vec<char> = typed.chars().collect();
        let rows = (0..).take(typed.len() + 1).collect();
        Self { typed, edits, way: Vec::new(), rows }
    }
}

impl Walk for Fuzzy {
    fn enter(&mut self, letter: char) -> bool {
        let (width, depth) = (self.typed.len() + 1, self.way.len() + 1);
        let row = depth * width;
        self.rows.truncate(row);
        let first = self.rows[row - width] + 1;
        self.rows.push(first);
        let mut least = first;
        for at in 1..width {
            let changed = u32::from(self.typed[at - 1] != letter);
            let above = row - width + at;
            let mut edits = (self.rows[above - 1] + changed)
                .min(self.rows[above] + 1)
                .min(self.rows[row + at - 1] + 1);
            let swapped = at > 1
                && self.way.last() == Some(&self.typed[at - 1])
                && self.typed[at - 2] == letter;
            if swapped {
                edits = edits.min(self.rows[above - width - 2] + 1);
            }
            self.rows.push(edits);
            least = least.min(edits);
        }
        let goes_on = least <= self.edits;
        if goes_on {
            self.way.push(letter);
        }
        goes_on
    }

    fn leave(&mut self) {
        self.way.pop();
    }

    fn arrived(&self) -> Option<u32> {
        let at = (self.way.len() + 1) * (self.typed.len() + 1) - 1;
        let edits = self.rows.get(at).copied().filter(|edits| *edits <= self.edits)?;
        (self.way.len() > 1).then_some(edits)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Fuzzy, Walk as _};

    fn edits(typed: &str, word: &str, most: u32) -> Option<u32> {
        let mut fuzzy = Fuzzy::new(typed, most);
        word.chars().all(|letter| fuzzy.enter(letter)).then(|| fuzzy.arrived()).flatten()
    }

    #[test]
    fn letters_left_out_put_in_changed_and_swapped_are_one_edit_each() {
        assert_eq!(edits("санкции", "санкции", 2), Some(0));
        assert_eq!(edits("санкции", "санции", 2), Some(1));
        assert_eq!(edits("санкции", "саннкции", 2), Some(1));
        assert_eq!(edits("санкции", "самкции", 2), Some(1));
        assert_eq!(edits("санкции", "сакнции", 2), Some(1));
        assert_eq!(edits("sanctions", "snactiosn", 2), Some(2));
        assert_eq!(edits("sanctions", "snactiosn", 1), None);
        assert_eq!(edits("talks", "walked", 2), None);
        assert_eq!(edits("on", "o", 1), None, "a single letter");
    }

    /// The textbook table, whole.
    fn table(a: &[char], b: &[char]) -> u32 {
        let mut d = vec![vec![0_u32; b.len() + 1]; a.len() + 1];
        for i in 0..=a.len() {
            for j in 0..=b.len() {
                d[i][j] = match (i, j) {
                    (0, j) => j as u32,
                    (i, 0) => i as u32,
                    _ => {
                        let changed = u32::from(a[i - 1] != b[j - 1]);
                        let mut least =
                            (d[i - 1][j] + 1).min(d[i][j - 1] + 1).min(d[i - 1][j - 1] + changed);
                        if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                            least = least.min(d[i - 2][j - 2] + 1);
                        }
                        least
                    }
                };
            }
        }
        d[a.len()][b.len()]
    }

    proptest! {
        #[test]
        fn a_walk_counts_as_the_whole_table_does(typed in "[abc]{1,8}", word in "[abc]{2,8}", most in 0_u32..3) {
            let (a, b): (Vec<char>, Vec<char>) = (typed.chars().collect(), word.chars().collect());
            let expected = Some(table(&a, &b)).filter(|edits| *edits <= most);
            prop_assert_eq!(edits(&typed, &word, most), expected);
        }

        #[test]
        fn a_walk_that_goes_back_counts_the_same(typed in "[ab]{1,6}", wrong in "[ab]{1,6}", word in "[ab]{2,6}") {
            let mut fuzzy = Fuzzy::new(&typed, 2);
            let taken = wrong.chars().take_while(|letter| fuzzy.enter(*letter)).count();
            (0..taken).for_each(|_| fuzzy.leave());
            let found = word.chars().all(|letter| fuzzy.enter(letter)).then(|| fuzzy.arrived()).flatten();
            prop_assert_eq!(found, edits(&typed, &word, 2));
        }
    }
}
