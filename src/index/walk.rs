//! Ways through the words of a language, letter by letter.
//!
//! In: a finite-state map from words to numbers, and a [`Walk`] that says which letters lead
//! on. Out: the numbers of the words at which it arrives, in order. Words are neighbours
//! where they begin alike, so what leads nowhere is left with all that begins so. What a
//! walk looks for is for `query`.

use fst::raw::{Fst, Node, Output};

/// Something that goes along words.
pub trait Walk {
    /// Goes on by one letter; `false`, and no step, where no word sought begins so.
    fn enter(&mut self, letter: char) -> bool;
    /// Goes back by one letter.
    fn leave(&mut self);
    /// Whether the way so far is a word sought, and how far it is from what was asked.
    fn arrived(&self) -> Option<u32>;
}

/// A node on the way, and how far its branches are walked.
struct Step<'f> {
    node: Node<'f>,
    next: usize,
    output: Output,
    /// Whether a letter ended here that the walk has entered.
    entered: bool,
}

/// The numbers of the words in `map` at which `walk` arrives, with how far they are.
pub(super) fn walk(map: &[u8], walk: &mut dyn Walk) -> Vec<(u64, u32)> {
    let mut found = Vec::new();
    let Ok(fst) = Fst::new(map) else { return found };
    let mut bytes: Vec<u8> = Vec::new();
    let root = Step { node: fst.root(), next: 0, output: Output::zero(), entered: false };
    let mut way = vec![root];
    while let Some(step) = way.last_mut() {
        if step.next == step.node.len() {
            if step.entered {
                walk.leave();
            }
            way.pop();
            bytes.pop();
            continue;
        }
        let branch = step.node.transition(step.next);
        step.next += 1;
        let output = step.output.cat(branch.out);
        bytes.push(branch.inp);
        let letter = last_letter(&bytes);
        if letter.is_some_and(|letter| !walk.enter(letter)) {
            bytes.pop();
            continue;
        }
        let node = fst.node(branch.addr);
        if node.is_final()
            && letter.is_some()
            && let Some(far) = walk.arrived()
        {
            found.push((output.cat(node.final_output()).value(), far));
        }
        way.push(Step { node, next: 0, output, entered: letter.is_some() });
    }
    found
}

/// The first and the last number of the words that begin with `prefix`, where numbers rise
/// with words.
pub(super) fn beginning_with(map: &[u8], prefix: &str) -> Option<(u64, u64)> {
    let fst = Fst::new(map).ok()?;
    let (mut node, mut output) = (fst.root(), Output::zero());
    for byte in prefix.bytes() {
        let branch = node.transition(node.find_input(byte)?);
        output = output.cat(branch.out);
        node = fst.node(branch.addr);
    }
    let follow = |last: bool| {
        let (mut node, mut output) = (node, output);
        while !node.is_empty() && (last || !node.is_final()) {
            let branch = node.transition(if last { node.len() - 1 } else { 0 });
            output = output.cat(branch.out);
            node = fst.node(branch.addr);
        }
        output.cat(node.final_output()).value()
    };
    Some((follow(false), follow(true)))
}

/// The letter that the last byte completes.
fn last_letter(bytes: &[u8]) -> Option<char> {
    let from = bytes.iter().rposition(|byte| byte & 0xc0 != 0x80)?;
    std::str::from_utf8(&bytes[from..]).ok()?.chars().next()
}

#[cfg(test)]
mod tests {
    use fst::Map;
    use proptest::prelude::*;

    use super::{Walk, beginning_with, walk};

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
            words in prop::collection::btree_set("[aбéж𝕏]{1,5}", 0..60),
            letters in "[aбéж𝕏]{1,3}",
            length in 1_usize..5,
        ) {
            let map = Map::from_iter((0..).zip(&words).map(|(at, word)| (word, at))).expect("sorted");
            let found = walk(map.as_fst().as_bytes(), &mut Few(&letters, length, 0));
            let sought = |word: &str| word.chars().count() == length && word.chars().all(|c| letters.contains(c));
            let expected: Vec<_> = (0..).zip(&words).filter(|(_, word)| sought(word)).map(|(at, _)| (at, 7)).collect();
            prop_assert_eq!(found, expected);
        }

        #[test]
        fn words_that_begin_alike_are_neighbours(
            words in prop::collection::btree_set("[aбж]{1,4}", 1..60),
            prefix in "[aбж]{0,2}",
        ) {
            let map = Map::from_iter((0..).zip(&words).map(|(at, word)| (word, at))).expect("sorted");
            let own: Vec<u64> = (0..).zip(&words).filter(|(_, word)| word.starts_with(&prefix)).map(|(at, _)| at).collect();
            let expected = own.first().zip(own.last()).map(|(first, last)| (*first, *last));
            prop_assert_eq!(beginning_with(map.as_fst().as_bytes(), &prefix), expected);
        }
    }
}
