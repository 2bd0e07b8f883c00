//! The concordance: hits with the words around them.
//!
//! In: what each term found. Out: lines, by source, place and term. Context comes from the
//! hit's own block, cut at words, never from a neighbour.

use super::{Found, Hit, HitLine, HitOrder, HitsAnswer, order};
use crate::{
    index::{Index, table::int},
    sort::sort_by_key,
    span::Span,
};

/// Bytes of context on either side, before cutting at a word.
const CONTEXT: u32 = 120;

/// The lines `from..from + count` of all, and how many there are.
#[must_use]
pub fn concordance(
    index: Index<'_>,
    found: &[Found],
    order: &HitOrder,
    from: u32,
    count: u32,
) -> HitsAnswer {
    let (all, groups) = ordered(index, found, order);
    let total = int(all.len());
    let wanted = all.into_iter().skip(from as usize).take(count as usize);
    let lines = wanted.filter_map(|(hit, term)| line(index, hit, term)).collect();
    HitsAnswer { total, groups, lines }
}

/// Hands on every line with its hit, in order.
pub(super) fn each(
    index: Index<'_>,
    found: &[Found],
    order: &HitOrder,
    mut take: impl FnMut(HitLine, Hit),
) {
    for (hit, term) in ordered(index, found, order).0 {
        if let Some(line) = line(index, hit, term) {
            take(line, hit);
        }
    }
}

fn ordered(
    index: Index<'_>,
    found: &[Found],
    order: &HitOrder,
) -> (Vec<(Hit, u32)>, Vec<order::HitGroup>) {
    let mut all: Vec<(Hit, u32)> = Vec::new();
    for (term, found) in (0..).zip(found) {
        all.extend(found.hits.iter().map(|&hit| (hit, term)));
    }
    sort_by_key(&mut all, |&(hit, term)| (hit.source, hit.span, term));
    if *order == HitOrder::default() {
        return (all, Vec::new());
    }
    order::put_in_order(index, found, order, all)
}

fn line(index: Index<'_>, hit: Hit, term: u32) -> Option<HitLine> {
    let source = index.sources.get(hit.source);
    let block = source.block_at(hit.span.start)?;
    let from = if block.body() <= hit.span.start { block.body() } else { block.span().start };
    // Twice the context, so that a cut lies outside what is shown.
    let from = source.boundary(from.max(hit.span.start.saturating_sub(2 * CONTEXT)));
    let to = source.boundary(block.span().end.min(hit.span.end.saturating_add(2 * CONTEXT)));
    Some(HitLine {
        source: source.id().to_owned(),
        term,
        span: hit.span,
        lang: block.lang(),
        kind: block.kind(),
        before: before(source.slice(Span::new(from, hit.span.start))),
        hit: source.slice(hit.span).to_owned(),
        after: after(source.slice(Span::new(hit.span.end, to))),
    })
}

fn before(whole: &str) -> String {
    let mut start = whole.len().saturating_sub(CONTEXT as usize);
    while !whole.is_char_boundary(start) {
        start += 1;
    }
    let cut = &whole[start..];
    let from = if start == 0 { 0 } else { cut.find(char::is_whitespace).unwrap_or(0) };
    one_line(&cut[from..], whole.ends_with(char::is_whitespace), true)
}

fn after(whole: &str) -> String {
    let mut end = whole.len().min(CONTEXT as usize);
    while !whole.is_char_boundary(end) {
        end -= 1;
    }
    let cut = &whole[..end];
    let to = if end == whole.len() { end } else { cut.rfind(char::is_whitespace).unwrap_or(end) };
    one_line(&cut[..to], whole.starts_with(char::is_whitespace), false)
}

/// White space as single spaces; the space towards the hit is kept.
fn one_line(text: &str, space: bool, at_end: bool) -> String {
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match (space && !words.is_empty(), at_end) {
        (false, _) => words,
        (true, true) => words + " ",
        (true, false) => format!(" {words}"),
    }
}
