//! Ways through the words of a language, letter by letter.
//!
//! In: words in order, and a [`Walk`] that says which letters lead on. Out: the numbers of the words at which it arrives, in order. Words are neighbours
//! where they begin alike, so what leads nowhere is left with all that begins so. What a
//! walk looks for is for `query`.

use super::dictionary::Dictionary;

/// Something that goes along words.
pub trait Walk {
    /// Goes on by one letter; `false`, and no step, where no word sought begins so.
    fn enter(&mut self, letter: char) -> bool;
    /// Goes back by one letter.
    fn leave(&mut self);
    /// Whether the way so far is a word sought, and how far it is from what was asked.
    fn arrived(&self) -> Option<u32>;
}

/// The numbers of the words at which `walk` arrives, with how far they are.
pub(super) fn walk(all: Dictionary<'_>, walk: &mut dyn Walk) -> Vec<(usize, u32)> {
    let (mut found, mut words) = (Vec::new(), all.words());
    // Where each letter ends that the walk has entered, and the one that leads nowhere.
    let (mut entered, mut barred): (Vec<usize>, Option<usize>) = (Vec::new(), None);
    while let Some((at, shared)) = words.step() {
        if barred.is_some_and(|barred| shared >= barred) {
            words.skip(barred.unwrap_or_default());
            continue;
        }
        barred = None;
        while entered.last().is_some_and(|end| *end > shared) {
            entered.pop();
            walk.leave();
        }
        let mut end = entered.last().copied().unwrap_or_default();
        for letter in std::str::from_utf8(&words.word[end..]).unwrap_or_default().chars() {
            end += letter.len_utf8();
            if !walk.enter(letter) {
                barred = Some(end);
                break;
            }
            entered.push(end);
        }
        if barred.is_none()
            && end == words.word.len()
            && let Some(far) = walk.arrived()
        {
            found.push((at, far));
        }
    }
    entered.iter().for_each(|_| walk.leave());
    found
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Walk, walk};
    use crate::index::dictionary::{Dictionary, write};

    /// Goes along words of some letters only, of some length.
    struct Few<'l>(&'l str, usize, usize);

    impl Walk for Few<'_> {
        fn enter(&mut self, letter: char) -> bool {
            let enters = self.0.contains(letter) && self.2 < self.1;
            self.2 += usize::from(enters);
            enters
        }
        fn leave(&mut self) {
            self.2 -= 1;
        }
        fn arrived(&self) -> Option<u32> {
            (self.2 == self.1).then_some(7)
        }
    }

    proptest! {
        #[test]
        fn a_walk_arrives_at_every_word_it_looks_for_and_no_other(
            words in prop::collection::btree_set("[aбéж𝕏]{1,5}", 0..400),
            letters in "[aбéж𝕏]{1,3}",
            length in 1_usize..5,
        ) {
            let bytes = write(words.iter().map(String::as_str));
            let mut few = Few(&letters, length, 0);
            let found = walk(Dictionary::new(&bytes), &mut few);
            prop_assert_eq!(few.2, 0, "it came back");
            let sought = |word: &str| word.chars().count() == length && word.chars().all(|c| letters.contains(c));
            let expected: Vec<_> = (0..).zip(&words).filter(|(_, word)| sought(word)).map(|(at, _)| (at, 7)).collect();
            prop_assert_eq!(found, expected);
        }
    }
}
