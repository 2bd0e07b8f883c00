//! The concordance: hits with the words around them.
//!
//! In: what each term found. Out: lines, by source, place and term. Context comes from the
//! hit's own block, cut at words, never from a neighbour.

use super::{Found, Hit, HitLine};
use crate::{index::Index, span::Span};

/// Bytes of context on either side, before cutting at a word.
const CONTEXT: u32 = 120;

/// How many hits there are in all, and the lines of those `from..from + count`.
#[must_use]
pub fn concordance(
    index: Index<'_>,
    found: &[Found],
    from: u32,
    count: u32,
) -> (u32, Vec<HitLine>) {
    let mut all: Vec<(Hit, u32)> = Vec::new();
    for (term, found) in (0..).zip(found) {
        all.extend(found.hits.iter().map(|&hit| (hit, term)));
    }
    all.sort_unstable_by_key(|&(hit, term)| (hit.source, hit.span, term));
    let total = crate::index::table::int(all.len());
    let wanted = all.into_iter().skip(from as usize).take(count as usize);
    (total, wanted.filter_map(|(hit, term)| line(index, hit, term)).collect())
}

fn line(index: Index<'_>, hit: Hit, term: u32) -> Option<HitLine> {
    let source = index.sources.get(hit.source);
    let block = source.block_at(hit.span.start)?;
    let text = source.text();
    let from = if block.body() <= hit.span.start { block.body() } else { block.span().start };
    Some(HitLine {
        source: source.id().to_owned(),
        term,
        span: hit.span,
        lang: block.lang(),
        kind: block.kind(),
        before: before(text, Span::new(from, hit.span.start)),
        hit: hit.span.of_text(text).to_owned(),
        after: after(text, Span::new(hit.span.end, block.span().end)),
    })
}

fn before(text: &str, span: Span) -> String {
    let whole = span.of_text(text);
    let mut start = whole.len().saturating_sub(CONTEXT as usize);
    while !whole.is_char_boundary(start) {
        start += 1;
    }
    let cut = &whole[start..];
    let from = if start == 0 { 0 } else { cut.find(char::is_whitespace).unwrap_or(0) };
    one_line(&cut[from..], whole.ends_with(char::is_whitespace), true)
}

fn after(text: &str, span: Span) -> String {
    let whole = span.of_text(text);
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
