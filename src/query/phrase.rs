//! Words in a row.
//!
//! In: the words of a phrase. Out: one hit for each place where they follow one another, in
//! the same block and with no other word between; its form is the phrase as written there.

use super::{
    Hit, Leaf, Why,
    expand::{self, Reason},
    search::{Outcome, Searcher},
};
use crate::{index::Index, lang::Lang, sort::sort, span::Span};

/// Words in a row, on the way to a phrase.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Run {
    source: u32,
    span: Span,
    why: Why,
    lang: Lang,
}

/// Where the words of `leaves` stand in a row.
pub(super) fn phrase(searcher: &mut Searcher<'_, '_>, leaves: &[Leaf]) -> Outcome {
    let Some((first, rest)) = leaves.split_first() else { return Outcome::default() };
    let mut runs: Vec<Run> = starts(searcher, first);
    for leaf in rest {
        let next = starts(searcher, leaf);
        runs = follow(searcher, &runs, &next);
    }
    let mut outcome = Outcome::default();
    for Run { source, span, why, lang } in runs {
        let shown = written(searcher.index, source, span);
        let reason = Reason { why, via: None, how: None };
        let (form, off) = searcher.form(lang, shown, reason, &[]);
        let hits = if off { &mut outcome.off } else { &mut outcome.on };
        hits.push(Hit { source, span, form });
    }
    outcome.sorted()
}

/// What stands in a span, with single spaces.
pub(super) fn written(index: Index<'_>, source: u32, span: Span) -> String {
    let written = index.sources.get(source).slice(span);
    written.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Every place where `leaf` may stand in a phrase, in order.
fn starts(searcher: &mut Searcher<'_, '_>, leaf: &Leaf) -> Vec<Run> {
    let mut runs = Vec::new();
    for (form, Reason { why, .. }) in expand::expand(searcher.index, leaf) {
        let lang = searcher.index.vocabulary.lang(form);
        searcher.places(form, |source, span| runs.push(Run { source, span, why, lang }));
    }
    sort(&mut runs);
    runs
}

/// The runs that a word of `next` follows; both are in order.
fn follow(searcher: &Searcher<'_, '_>, runs: &[Run], next: &[Run]) -> Vec<Run> {
    let (mut longer, mut at) = (Vec::new(), 0);
    for run in runs {
        let end = (run.source, run.span.end);
        let before = |word: &Run| (word.source, word.span.start) < end;
        // Runs that begin alike may end otherwise: the way goes back as well.
        while at > 0 && !before(&next[at - 1]) {
            at -= 1;
        }
        while next.get(at).is_some_and(before) {
            at += 1;
        }
        let Some(word) = next.get(at).filter(|word| word.source == run.source) else { continue };
        let gap = Span::new(run.span.end, word.span.start);
        if gap.len() > GAP {
            continue;
        }
        let source = searcher.index.sources.get(run.source);
        let block = source.block_at(run.span.start);
        if !source.slice(gap).contains(char::is_alphanumeric)
            && block.is_some_and(|block| word.span.end <= block.span().end)
        {
            let span = Span::new(run.span.start, word.span.end);
            longer.push(Run { span, why: run.why.max(word.why), ..*run });
        }
    }
    longer
}

/// How many bytes of signs and space may stand between two words in a row.
const GAP: u32 = 200;
