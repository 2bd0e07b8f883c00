//! How a row of a comparison looks: a cell for each source, and what ties them.
//!
//! In: a [`Row`] and the texts of its columns. Out: its nodes. Every word that ties is set
//! off where it stands and listed below with its counterpart; the two share a class, so that
//! pointing at one, or going to it by keyboard, shows the other without hiding the rest.

use yew::prelude::*;

use super::{
    go::Go,
    meta::dir,
    pair_rows::{Row, Tie},
};
use crate::{
    lang::Lang,
    protocol::{Evidence, Method},
    sort::sort_by_key,
    span::Span,
    web::texts::Texts,
};

/// How many passages that only one source tells are shown between two tied rows; the rest is
/// folded.
const FEW: usize = 2;
/// How many are shown where nothing is tied at all.
const MANY: usize = 24;
/// How many pairs of words of a row are set off and listed, the strongest: as many as the style
/// has classes for. Long passages copied word for word have hundreds.
const TOLD_APART: usize = 8;

/// A column: a source's text.
#[derive(Clone, Copy)]
pub struct Side<'a> {
    /// Its text.
    pub text: &'a str,
    /// Its language.
    pub lang: Lang,
    /// Its short name.
    pub name: &'a str,
}

/// What the rows of a page share.
pub struct Rows<'a> {
    /// The columns.
    pub sides: &'a [Side<'a>],
    /// Whether anything is tied at all.
    pub is_tied: bool,
    /// The address of a passage: which column, at which byte.
    pub href: &'a Callback<(usize, u32), String>,
    /// Goes to a passage.
    pub on_go: &'a Callback<(usize, u32)>,
    /// Makes something a term.
    pub on_term: &'a Callback<String>,
    /// The passages that are chosen, to be joined or compared.
    pub picked: &'a [(usize, Span)],
    /// Chooses a passage, or lets it go.
    pub on_pick: &'a Callback<(usize, Span)>,
    /// Breaks the link of two passages.
    pub on_break: &'a Callback<([usize; 2], [Span; 2])>,
    /// The interface's words.
    pub texts: &'static Texts,
}

/// A word of a passage that ties it: where it stands, and its pair's class.
type Tied = (Span, String);

impl Rows<'_> {
    /// The nodes of the row of that number.
    pub fn row(&self, number: usize, row: &Row) -> Html {
        let id = format!("row-{number}");
        if row.ties.is_empty() {
            return html! {
                <li key={number} {id} class="pair only" tabindex="-1">
                    for (column, spans) in row.cells.iter().enumerate() {
                        if !spans.is_empty() { { self.alone(column, spans) } }
                    }
                </li>
            };
        }
        html! {
            <li key={number} {id} class="pair" tabindex="-1">
                for (column, spans) in row.cells.iter().enumerate() {
                    if !spans.is_empty() {
                        <div class={class(column)}>
                            <span class="cell-name">{ self.sides[column].name.to_owned() }</span>
                            for span in spans { { self.passage(column, *span, tied(row, column, *span)) } }
                        </div>
                    }
                }
                { self.ties(row) }
            </li>
        }
    }

    /// What only one source tells.
    fn alone(&self, column: usize, spans: &[Span]) -> Html {
        // One left over is shown rather than folded.
        let few = if self.is_tied { FEW } else { MANY };
        let (near, rest) = spans.split_at(if spans.len() > few + 1 { few } else { spans.len() });
        let texts = self.texts;
        html! {
            <div class={class(column)}>
                <span class="only-label">{ (texts.only_in)(self.sides[column].name) }</span>
                for span in near { { self.passage(column, *span, Vec::new()) } }
                if !rest.is_empty() {
                    <details class="rest">
                        <summary>{ (texts.more)(number(rest.len())) }</summary>
                        for span in rest { { self.passage(column, *span, Vec::new()) } }
                    </details>
                }
            </div>
        }
    }

    fn passage(&self, column: usize, span: Span, tied: Vec<Tied>) -> Html {
        let Side { text, lang, name } = self.sides[column];
        let is_picked = self.picked.contains(&(column, span));
        let pick = self.texts.comparing.pick;
        html! {
            <div class={classes!("passage", is_picked.then_some("is-picked"))}>
                <p lang={lang.to_string()} dir={dir(lang)}>{ set_off(text, span, tied) }</p>
                <Go href={self.href.emit((column, span.start))} class="to-passage"
                    label={format!("{}: {name}", self.texts.go_to_passage)}
                    onclick={self.on_go.reform(move |()| (column, span.start))}>{ "¶" }</Go>
                <button type="button" class="pick" aria-pressed={is_picked.to_string()} title={pick}
                    aria-label={format!("{pick}: {name}")}
                    onclick={self.on_pick.reform(move |_| (column, span))}>{ if is_picked { "✓" } else { "+" } }</button>
            </div>
        }
    }

    /// The pairs of words that tie a row, as a list.
    fn ties(&self, row: &Row) -> Html {
        let texts = self.texts;
        let count = row.ties.iter().map(|tie| tie.evidence.len()).sum::<usize>();
        html! {
            <details class="ties">
                <summary>{ (texts.ties)(number(count)) }</summary>
                for (at, tie) in row.ties.iter().enumerate() { <div key={at} class="tie-line">{ self.link(tie) }</div> }
                <ul>
                    for (at, (tie, one)) in pairs(row).into_iter().enumerate() {
                        <li key={at}>
                            { self.word(tie.columns[0], one.a, at) }{ " = " }{ self.word(tie.columns[1], one.b, at) }
                            <span class="note">{ (texts.evidence)(one.kind) }</span>
                        </li>
                    }
                    if count > TOLD_APART { <li class="note">{ (texts.more)(number(count - TOLD_APART)) }</li> }
                </ul>
            </details>
        }
    }

    /// How a link was found, how sure it is, and the way to break it.
    fn link(&self, tie: &Tie) -> Html {
        let own = self.texts.comparing;
        let [a, b] = tie.columns.map(|column| self.sides[column].name);
        let how = match tie.method {
            Method::Order => own.by_order,
            Method::Evidence => own.by_evidence,
            Method::Joined => own.joined_by_you,
        };
        let (columns, spans) = (tie.columns, tie.spans);
        html! {
            <>
                if self.sides.len() > 2 { <span class="tie-names"><bdi>{ a.to_owned() }</bdi>{ " – " }<bdi>{ b.to_owned() }</bdi></span> }
                <span>{ (own.sure)(libm::round(tie.score * 100.0) as u32) }{ ", " }{ how }</span>
                <button type="button" class="quiet small" aria-label={format!("{}: {a} – {b}", own.break_link)}
                    onclick={self.on_break.reform(move |_| (columns, spans))}>{ own.break_link }</button>
            </>
        }
    }

    /// A word that ties, as a button that makes it a term.
    fn word(&self, column: usize, span: Span, number: usize) -> Html {
        let Side { text, lang, .. } = self.sides[column];
        let word = span.of_text(text).to_owned();
        html! {
            <button type="button" class={classes!("word", pair_class(number))} lang={lang.to_string()}
                title={(self.texts.make_term)(&word)} onclick={self.on_term.reform({
                    let word = word.clone();
                    move |_| word.clone()
                })}>{ word.clone() }</button>
        }
    }
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

fn class(column: usize) -> Classes {
    classes!("cell", format!("column-{}", column + 1))
}

fn pair_class(number: usize) -> String {
    format!("tie-{}", number + 1)
}

/// The strongest pairs of words of a row, each with the tie it belongs to: the first of every
/// tie, then the second of every tie, and so on.
fn pairs(row: &Row) -> Vec<(&Tie, &Evidence)> {
    let most = row.ties.iter().map(|tie| tie.evidence.len()).max().unwrap_or_default();
    (0..most)
        .flat_map(|rank| {
            row.ties.iter().filter_map(move |tie| Some((tie, tie.evidence.get(rank)?)))
        })
        .take(TOLD_APART)
        .collect()
}

/// The words that tie a passage, each with the classes of its pairs.
fn tied(row: &Row, column: usize, passage: Span) -> Vec<Tied> {
    let mut all: Vec<Tied> = Vec::new();
    for (number, (tie, one)) in pairs(row).into_iter().enumerate() {
        for (side, word) in [one.a, one.b].into_iter().enumerate() {
            if tie.columns[side] == column && tie.spans[side] == passage {
                match all.iter_mut().find(|(own, _)| *own == word) {
                    Some((_, classes)) => *classes = format!("{classes} {}", pair_class(number)),
                    None => all.push((word, pair_class(number))),
                }
            }
        }
    }
    all
}

/// A passage with the words that tie it set off.
fn set_off(text: &str, passage: Span, mut tied: Vec<Tied>) -> Html {
    sort_by_key(&mut tied, |(span, _)| *span);
    let mut at = passage.start;
    let mut nodes = Vec::new();
    for (span, classes) in tied {
        // Evidence may overlap; what was set off once stays so.
        let span = Span::new(span.start.max(at), span.end);
        if span.is_empty() || !passage.contains(span) {
            continue;
        }
        nodes.push(html! { { Span::new(at, span.start).of_text(text).to_owned() } });
        nodes.push(
            html! { <b class={format!("tie {classes}")}>{ span.of_text(text).to_owned() }</b> },
        );
        at = span.end;
    }
    nodes.push(html! { { Span::new(at, passage.end).of_text(text).to_owned() } });
    nodes.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::{Row, Tie, tied};
    use crate::{
        protocol::{Evidence, EvidenceKind, Method},
        span::Span,
    };

    #[test]
    fn a_word_that_ties_its_passage_to_two_others_has_the_class_of_both() {
        let one = Evidence { kind: EvidenceKind::Name, a: Span::new(3, 8), b: Span::new(2, 9) };
        let span = |at| Span::new(at, at + 20);
        let tie = |to| Tie {
            columns: [0, to],
            spans: [span(0), span(0)],
            score: 1.0,
            method: Method::Evidence,
            evidence: vec![one.clone()],
        };
        let row = Row { cells: vec![vec![span(0)]; 3], ties: vec![tie(1), tie(2)] };
        assert_eq!(tied(&row, 0, span(0)), [(Span::new(3, 8), "tie-1 tie-2".to_owned())]);
        assert_eq!(tied(&row, 2, span(0)), [(Span::new(2, 9), "tie-2".to_owned())]);
        assert!(tied(&row, 0, span(30)).is_empty(), "another passage of the cell");
    }
}
