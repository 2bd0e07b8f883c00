//! The thread of comments: which answers belong to which comment, and which are folded.
//!
//! In: the blocks of a source in order. Out: for each comment how many answers it has; and
//! which comments a set of folded ones hides. Invariant: a comment that is led to is never
//! hidden. A comment answers the nearest one before it that is less deep.

use std::{collections::BTreeSet, rc::Rc};

use super::block::BlockText;
use crate::source::BlockKind;

/// A comment with its place in the list of blocks shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Comment {
    /// The number of its block.
    pub block: usize,
    /// How deep it answers.
    pub depth: u8,
    /// How many answers it has, answers to answers included.
    pub answers: u32,
}

/// The comments among the blocks.
#[must_use]
pub fn comments(blocks: &[Rc<BlockText>]) -> Vec<Comment> {
    let own = blocks.iter().filter(|block| block.info.kind == BlockKind::Comment);
    let own: Vec<(usize, u8)> = own.map(|block| (block.index, block.info.depth)).collect();
    let answers =
        |at: usize| own[at + 1..].iter().take_while(|(_, depth)| *depth > own[at].1).count();
    (0..own.len())
        .map(|at| Comment {
            block: own[at].0,
            depth: own[at].1,
            answers: u32::try_from(answers(at)).unwrap_or(u32::MAX),
        })
        .collect()
}

/// The blocks hidden when these are folded, except what leads to the block `shown`.
#[must_use]
pub fn hidden(
    comments: &[Comment],
    folded: &BTreeSet<usize>,
    shown: Option<usize>,
) -> BTreeSet<usize> {
    let mut hidden = BTreeSet::new();
    for (at, comment) in comments.iter().enumerate() {
        if !folded.contains(&comment.block) {
            continue;
        }
        let answers = comments[at + 1..].iter().take(comment.answers as usize);
        let answers: Vec<usize> = answers.map(|answer| answer.block).collect();
        if !shown.is_some_and(|block| answers.contains(&block)) {
            hidden.extend(answers);
        }
    }
    hidden
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{Comment, hidden};

    fn thread(depths: &[u8]) -> Vec<Comment> {
        let answers =
            |at: usize| depths[at + 1..].iter().take_while(|depth| **depth > depths[at]).count();
        let one = |at: usize| Comment { block: at, depth: depths[at], answers: answers(at) as u32 };
        (0..depths.len()).map(one).collect()
    }

    #[test]
    fn folding_a_comment_hides_its_answers_and_theirs_but_not_the_next_thread() {
        let all = thread(&[0, 1, 2, 1, 0, 1]);
        assert_eq!(hidden(&all, &BTreeSet::from([0]), None), BTreeSet::from([1, 2, 3]));
        assert_eq!(hidden(&all, &BTreeSet::from([1]), None), BTreeSet::from([2]));
        assert_eq!(hidden(&all, &BTreeSet::from([3]), None), BTreeSet::new());
    }

    #[test]
    fn a_comment_that_is_led_to_is_never_hidden() {
        let all = thread(&[0, 1, 2, 0, 1]);
        assert_eq!(hidden(&all, &BTreeSet::from([0, 3]), Some(2)), BTreeSet::from([4]));
    }
}
