//! Two sources level with one another: linked passages side by side, the others where
//! they stand.
//!
//! In: the links and lonely passages of a comparison, for two of its sources. Out: rows,
//! and the nodes of a row. Invariants: every linked and every lonely passage of the two
//! is in at least one row; the left side runs in the order of its text. Between two tied rows
//! stands what only one side tells.

use yew::prelude::*;

use super::{go::Go, meta::dir};
use crate::{
    lang::Lang,
    protocol::{Comparison, Evidence, Link, Passage},
    span::Span,
    web::texts::Texts,
};

/// How many passages that only one side tells are shown in a row; the rest is folded.
const FEW: usize = 2;

/// A row of the two columns.
#[derive(Clone, Debug, PartialEq)]
pub enum Row {
    /// Both tell it: a left and a right passage with what ties them.
    Both(Span, Span, Vec<Evidence>),
    /// What only the left, and what only the right tells, between two tied passages.
    Apart(Vec<Span>, Vec<Span>),
}

/// The rows for the sources `left` and `right` of a comparison. Passages of the right that
/// nothing ties stand before the first row whose tied passage of the right follows them.
#[must_use]
pub fn rows(comparison: &Comparison, left: &str, right: &str) -> Vec<Row> {
    let mut pairs: Vec<(Span, Span, Vec<Evidence>)> =
        comparison.links.iter().filter_map(|link| pair(link, left, right)).collect();
    pairs.sort_by_key(|(a, b, _)| (*a, *b));
    let mut lonely_left: Vec<Span> = lonely(comparison, left).collect();
    let mut lonely_right: Vec<Span> = lonely(comparison, right).collect();
    lonely_left.sort_unstable();
    lonely_right.sort_unstable();
    let mut lefts = lonely_left.into_iter().peekable();
    let mut rights = lonely_right.into_iter().peekable();
    let mut rows = Vec::new();
    let mut apart = |rows: &mut Vec<Row>, left_end: u32, right_end: u32| {
        let left: Vec<Span> =
            std::iter::from_fn(|| lefts.next_if(|span| span.start < left_end)).collect();
        let right: Vec<Span> =
            std::iter::from_fn(|| rights.next_if(|span| span.start < right_end)).collect();
        if !left.is_empty() || !right.is_empty() {
            rows.push(Row::Apart(left, right));
        }
    };
    for (a, b, evidence) in pairs {
        apart(&mut rows, a.start, b.start);
        rows.push(Row::Both(a, b, evidence));
    }
    apart(&mut rows, u32::MAX, u32::MAX);
    rows
}

fn pair(link: &Link, left: &str, right: &str) -> Option<(Span, Span, Vec<Evidence>)> {
    let Link { a, b, evidence, .. } = link;
    if a.source == left && b.source == right {
        Some((a.span, b.span, evidence.clone()))
    } else if b.source == left && a.source == right {
        let turned = |one: &Evidence| Evidence { kind: one.kind, a: one.b, b: one.a };
        Some((b.span, a.span, evidence.iter().map(turned).collect()))
    } else {
        None
    }
}

fn lonely<'a>(comparison: &'a Comparison, source: &'a str) -> impl Iterator<Item = Span> + 'a {
    let passages = comparison.only.iter().flatten();
    passages.filter(move |Passage { source: of, .. }| of == source).map(|passage| passage.span)
}

/// One side of the comparison: a source's text.
#[derive(Clone, Copy)]
pub struct Side<'a> {
    /// Its text.
    pub text: &'a str,
    /// Its language.
    pub lang: Lang,
    /// Its short name.
    pub name: &'a str,
}

/// The nodes of a row. `go` leads to a passage: which side, at which byte.
pub fn row_nodes(
    row: &Row,
    sides: [Side<'_>; 2],
    href: impl Fn(usize, u32) -> String,
    go: &Callback<(usize, u32)>,
    texts: &Texts,
) -> Html {
    let passage = |side: usize, span: Span, evidence: Vec<Span>| {
        let Side { text, lang, name } = sides[side];
        html! {
            <div class="passage">
                <p lang={lang.to_string()} dir={dir(lang)}>{ with_evidence(text, span, evidence) }</p>
                <Go href={href(side, span.start)} class="to-passage" label={format!("{}: {name}", texts.go_to_passage)}
                    onclick={go.reform(move |()| (side, span.start))}>{ "¶" }</Go>
            </div>
        }
    };
    let class = |side: usize| classes!("cell", if side == 0 { "left" } else { "right" });
    let alone = |side: usize, spans: &[Span]| {
        // One left over is shown rather than folded.
        let (near, rest) = spans.split_at(if spans.len() > FEW + 1 { FEW } else { spans.len() });
        html! {
            <div class={class(side)}>
                <span class="only-label">{ (texts.only_in)(sides[side].name) }</span>
                { for near.iter().map(|span| passage(side, *span, Vec::new())) }
                if !rest.is_empty() {
                    <details class="rest">
                        <summary>{ (texts.more)(u32::try_from(rest.len()).unwrap_or(u32::MAX)) }</summary>
                        { for rest.iter().map(|span| passage(side, *span, Vec::new())) }
                    </details>
                }
            </div>
        }
    };
    match row {
        Row::Both(a, b, evidence) => html! {
            <li class="pair">
                <div class={class(0)}>{ passage(0, *a, evidence.iter().map(|one| one.a).collect()) }</div>
                <div class={class(1)}>{ passage(1, *b, evidence.iter().map(|one| one.b).collect()) }</div>
            </li>
        },
        Row::Apart(left, right) => html! {
            <li class="pair only">
                if !left.is_empty() { { alone(0, left) } }
                if !right.is_empty() { { alone(1, right) } }
            </li>
        },
    }
}

/// A passage with the words that tie it to its counterpart set off.
fn with_evidence(text: &str, passage: Span, mut evidence: Vec<Span>) -> Html {
    evidence.sort_unstable();
    let mut at = passage.start;
    let mut nodes = Vec::new();
    for span in evidence {
        // Evidence may overlap; what was set off once stays so.
        let span = Span::new(span.start.max(at), span.end);
        if span.is_empty() || !passage.contains(span) {
            continue;
        }
        nodes.push(html! { { Span::new(at, span.start).of_text(text).to_owned() } });
        nodes.push(html! { <b class="tie">{ span.of_text(text).to_owned() }</b> });
        at = span.end;
    }
    nodes.push(html! { { Span::new(at, passage.end).of_text(text).trim_end().to_owned() } });
    nodes.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::{Row, rows};
    use crate::{
        protocol::{Comparison, Evidence, EvidenceKind, Link, Passage},
        span::Span,
    };

    fn passage(source: &str, start: u32) -> Passage {
        Passage { source: source.into(), span: Span::new(start, start + 5) }
    }

    fn link(a: Passage, b: Passage) -> Link {
        let evidence = vec![Evidence { kind: EvidenceKind::Name, a: a.span, b: b.span }];
        Link { a, b, score: 1.0, evidence }
    }

    /// The starts of what stands left and right, row by row; tied rows are marked `=`.
    fn starts(rows: &[Row]) -> Vec<String> {
        let list = |spans: &[Span]| {
            spans.iter().map(|span| span.start.to_string()).collect::<Vec<_>>().join(" ")
        };
        rows.iter()
            .map(|row| match row {
                Row::Both(a, b, _) => format!("{} = {}", a.start, b.start),
                Row::Apart(left, right) => format!("{} | {}", list(left), list(right)),
            })
            .collect()
    }

    #[test]
    fn linked_passages_stand_level_and_lonely_ones_between_them() {
        let comparison = Comparison {
            links: vec![
                link(passage("x", 20), passage("y", 10)),
                link(passage("x", 0), passage("y", 30)),
            ],
            only: vec![
                vec![passage("x", 10)],
                vec![passage("y", 0), passage("y", 20), passage("y", 40)],
            ],
            ..Comparison::default()
        };
        let rows = rows(&comparison, "x", "y");
        assert_eq!(starts(&rows), [" | 0 20", "0 = 30", "10 | ", "20 = 10", " | 40"]);
    }

    #[test]
    fn a_link_reads_the_same_from_either_side() {
        let comparison = Comparison {
            links: vec![link(passage("x", 20), passage("y", 10))],
            ..Comparison::default()
        };
        let turned = rows(&comparison, "y", "x");
        assert_eq!(starts(&turned), ["10 = 20"]);
        let Row::Both(_, _, evidence) = &turned[0] else { panic!("not linked") };
        assert_eq!((evidence[0].a.start, evidence[0].b.start), (10, 20));
    }
}
