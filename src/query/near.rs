//! Which hits stand near one another.
//!
//! In: hits of two parts of a query. Out: those of the first that have one of the second
//! near them, in the same block and without sharing a byte. Distance is counted in words:
//! neighbours are 1 apart. The nearest hit on either side decides.

use super::Hit;
use crate::{
    index::{Index, Source},
    lang::Lang,
    sort::sort,
    span::Span,
    text,
};

/// How many bytes a word of the gap may have on average before the gap counts as far: it
/// keeps a long text between two hits from being cut into words.
const LONG: u32 = 64;

/// The `hits` that have one of `others` within `reach` words. Both are in order.
fn near(index: Index<'_>, hits: &[Hit], others: &[Hit], reach: u32) -> Vec<Hit> {
    // By their ends as well, for the side before.
    let mut ends: Vec<(u32, Span)> =
        others.iter().map(|hit| (hit.source, Span::new(hit.span.end, hit.span.start))).collect();
    sort(&mut ends);
    let is_near = |hit: &&Hit| {
        let Hit { source, span, .. } = **hit;
        let after = others.partition_point(|o| (o.source, o.span.start) < (source, span.end));
        let before = ends.partition_point(|o| (o.0, o.1.start) <= (source, span.start));
        let next = others.get(after).filter(|o| o.source == source).map(|o| o.span);
        let last = before.checked_sub(1).and_then(|at| ends.get(at)).filter(|o| o.0 == source);
        let last = last.map(|&(_, turned)| Span::new(turned.end, turned.start));
        let source = index.sources.get(source);
        next.is_some_and(|next| are_near(source, span, next, reach))
            || last.is_some_and(|last| are_near(source, last, span, reach))
    };
    hits.iter().filter(is_near).copied().collect()
}

/// Keeps the hits of every part that have their neighbours: `parts[n + 1]` within
/// `reaches[n]` words of `parts[n]`. What is left belongs to some whole chain.
pub(super) fn chain(index: Index<'_>, parts: &mut [Vec<Hit>], reaches: &[u32]) {
    for at in 1..parts.len() {
        parts[at] = near(index, &parts[at], &parts[at - 1], reaches[at - 1]);
    }
    for at in (1..parts.len()).rev() {
        parts[at - 1] = near(index, &parts[at - 1], &parts[at], reaches[at - 1]);
    }
}

fn are_near(source: Source<'_>, before: Span, after: Span, reach: u32) -> bool {
    let gap = Span::new(before.end, after.start);
    let Some(block) = source.block_at(before.start).filter(|_| gap.len() <= reach * LONG) else {
        return false;
    };
    let between = source.slice(gap);
    let words = text::words(between, Span::of(0, between.len()), Lang::UND);
    block.span().contains(after) && words.take(reach as usize).count() < reach as usize
}
