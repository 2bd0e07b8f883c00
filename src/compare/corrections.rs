//! What the reader changed about links, and which words that teaches the collection.
//!
//! In: [`Corrections`]: pairs of passages broken and joined, pairs of words switched off.
//! They come with each question, so an engine stays as it was and everything can be undone.
//! Out: the words that joined passages teach ([`Taught`]), each with the passages that are
//! its reason. A passage that is not there any more is left out in silence: corrections
//! outlive the collection that they were made in.

use serde::{Deserialize, Serialize};

use super::{
    Passage,
    align::{Evidence, LEARNED, Lesson, Lessons, Taught as Pair, learn},
    links::{self, Sides},
};
use crate::{index::Index, lang::Lang};

/// What the reader changed about links.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(default)]
pub struct Corrections {
    /// Pairs of passages that do not tell the same: nothing links them.
    pub broken: Vec<[Passage; 2]>,
    /// Pairs that do: they are linked, and teach their words.
    pub joined: Vec<[Passage; 2]>,
    /// Pairs of words that are not to be learned, in any order.
    pub unlearned: Vec<[TaughtWord; 2]>,
}

/// A word of a language.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct TaughtWord {
    /// Its language.
    pub lang: Lang,
    /// As it is written where it was learned; any form of it names it.
    pub word: String,
}

/// Two words that joined passages taught.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Taught {
    /// The words, in the order of their languages.
    pub words: [TaughtWord; 2],
    /// How reliably the one stands where the other does, 0 to 1.
    pub reliability: f64,
    /// The joined passages that taught it, in the order of the words.
    pub because: Vec<[Passage; 2]>,
    /// Whether the reader switched it off.
    pub off: bool,
}

impl Corrections {
    /// Whether these passages are a pair of `list`, either way round.
    fn names(list: &[[Passage; 2]], a: &Passage, b: &Passage) -> bool {
        list.iter().any(|[x, y]| (x, y) == (a, b) || (x, y) == (b, a))
    }

    pub(super) fn breaks(&self, a: &Passage, b: &Passage) -> bool {
        Self::names(&self.broken, a, b) && !self.joins(a, b)
    }

    pub(super) fn joins(&self, a: &Passage, b: &Passage) -> bool {
        Self::names(&self.joined, a, b)
    }
}

/// What joined passages teach: for the page to show, and for links to use.
pub(super) fn taught(
    index: Index<'_>,
    corrections: &Corrections,
    sides: &mut Sides<'_>,
) -> (Vec<Taught>, Lessons) {
    let mut lessons: Vec<([Lang; 2], [Passage; 2], Lesson)> = Vec::new();
    for pair in &corrections.joined {
        if let Some(lesson) = lesson(index, pair, sides) {
            lessons.push(lesson);
        }
    }
    crate::sort::sort(&mut lessons);
    lessons.dedup();
    let (mut all, mut used): (Vec<Taught>, Vec<Pair>) = Default::default();
    for own in lessons.chunk_by(|x, y| x.0 == y.0) {
        let lessons: Vec<Lesson> = own.iter().map(|(.., lesson)| lesson.clone()).collect();
        for pair in learn(&lessons) {
            let written = |of: usize, key: u32| {
                let forms = pair.because.first().map(|&at| &own[at as usize].1[of]);
                let word = forms.and_then(|passage| sides.written(passage, key));
                TaughtWord { lang: own[0].0[of], word: word.unwrap_or_default() }
            };
            let words = [written(0, pair.a), written(1, pair.b)];
            let is = |known: &TaughtWord, lang: Lang, key: u32| {
                known.lang == lang && links::keys(index, &known.word, lang).contains(&key)
            };
            let off = corrections.unlearned.iter().any(|[x, y]| {
                let [a, b] = own[0].0;
                is(x, a, pair.a) && is(y, b, pair.b) || is(y, a, pair.a) && is(x, b, pair.b)
            });
            let because = pair.because.iter().map(|&at| own[at as usize].1.clone()).collect();
            all.push(Taught { words, reliability: pair.reliability, because, off });
            if !off {
                used.push(pair);
            }
        }
    }
    crate::sort::sort_by(&mut all, |x, y| {
        y.reliability.total_cmp(&x.reliability).then_with(|| x.words.cmp(&y.words))
    });
    (all, Lessons::new(&used))
}

/// A joined pair as a lesson, its sides in the order of their languages.
fn lesson(
    index: Index<'_>,
    [a, b]: &[Passage; 2],
    sides: &mut Sides<'_>,
) -> Option<([Lang; 2], [Passage; 2], Lesson)> {
    let number = |passage: &Passage| Some(index.sources.find(&passage.source)?.number());
    let (of_a, of_b) = (number(a)?, number(b)?);
    let (side_a, side_b) = (sides.get(of_a), sides.get(of_b));
    let (row_a, row_b) = (side_a.row_of(a.span)?, side_b.row_of(b.span)?);
    let evidence = Evidence::new(&side_a, &side_b, &LEARNED, &Lessons::default());
    let [words_a, words_b] = evidence.lesson(row_a, row_b);
    let (there, back) = ((side_a.lang, of_a, a.span), (side_b.lang, of_b, b.span));
    let (langs, passages) = ([side_a.lang, side_b.lang], [a.clone(), b.clone()]);
    Some(if there <= back {
        (langs, passages, Lesson { a: words_a, b: words_b, joined: true })
    } else {
        let ([x, y], [p, q]) = (langs, passages);
        ([y, x], [q, p], Lesson { a: words_b, b: words_a, joined: true })
    })
}
