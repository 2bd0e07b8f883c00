//! Stretches that two sources have in the same words, the longest first.
//!
//! In: which sources to look in. Out: the engine's reuse, a long job, as a list; each stretch
//! says how many words agree, who had it first as far as dates tell, and opens to the words by
//! which the two differ. Comments and what was set aside are looked in when asked for.

use std::rc::Rc;

use yew::prelude::*;

use super::diff_box::DiffBox;
use crate::{
    protocol::{Card, Filter, First, Passage, Request, Response, Reuse, Reused},
    source::BlockKind,
    web::{
        components::{
            cut::cut,
            export::Export,
            go::Go,
            meta::{dir, short_name},
            progress::progress,
            table::Table,
        },
        hooks::{use_answer, use_job},
        texts::Texts,
    },
};

/// How many rows are shown until more is asked for.
const FEW: usize = 10;
/// How many letters of a stretch are shown.
const LONGEST: usize = 220;

/// What the list needs.
#[derive(Clone, PartialEq, Properties)]
pub struct CopiedProps {
    /// The sources to look in.
    pub filter: Filter,
    /// How many stretches are asked for.
    pub rows: u32,
    /// The cards of these sources, and perhaps of others.
    pub cards: Rc<[Rc<Card>]>,
    /// The address of a passage: which source, at which byte.
    pub href: Callback<(String, u32), String>,
    /// Goes to a passage.
    pub on_go: Callback<(String, u32)>,
    /// The interface's words.
    pub texts: &'static Texts,
}

/// What was copied.
#[component]
pub fn Copied(props: &CopiedProps) -> Html {
    let CopiedProps { filter, rows, texts, .. } = props;
    let own = texts.comparing;
    let with_all = use_state_eq(|| false);
    let most = use_state_eq(|| FEW);
    let mut filter = filter.clone();
    if *with_all {
        filter.kinds = BlockKind::ALL.to_vec();
    }
    let job = use_job(Request::Reuse { filter, most: *rows });
    let reuse = use_memo(job.response.clone(), |response| match response.as_deref() {
        Some(Response::Reuse(reuse)) => Some(Rc::new(reuse.clone())),
        _ => None,
    });
    let toggle = {
        let with_all = with_all.clone();
        move |_| with_all.set(!*with_all)
    };
    html! {
        <>
            <label class="check"><input type="checkbox" checked={*with_all} onchange={toggle} />{ own.with_comments }</label>
            { match &*reuse {
                Some(reuse) => list(props, reuse, &most),
                None => progress(&job, texts),
            } }
        </>
    }
}

/// The list of what was found.
fn list(props: &CopiedProps, reuse: &Rc<Reuse>, most: &UseStateHandle<usize>) -> Html {
    let CopiedProps { cards, texts, .. } = props;
    let own = texts.comparing;
    if reuse.rows.is_empty() {
        return html! { <p class="empty">{ own.copied_none }</p> };
    }
    let make = Callback::from({
        let (reuse, cards) = (reuse.clone(), cards.clone());
        move |()| table(&reuse, &cards)
    });
    let rest = reuse.rows.len().saturating_sub(**most);
    let more = {
        let most = most.clone();
        move |_| most.set(*most + 4 * FEW)
    };
    html! {
        <>
            <div class="controls"><p class="note">{ own.copied_intro }</p><Export name="copied" {make} {texts} /></div>
            <ol class="copied-rows">
                for row in reuse.rows.iter().take(**most) {
                    <Row key={format!("{:?}{:?}", row.a, row.b)} row={row.clone()} list={props.clone()} />
                }
            </ol>
            if rest > 0 { <button type="button" class="quiet" onclick={more}>{ (texts.more)(u32::try_from(rest).unwrap_or(u32::MAX)) }</button> }
        </>
    }
}

fn card<'c>(cards: &'c [Rc<Card>], passage: &Passage) -> Option<&'c Rc<Card>> {
    cards.iter().find(|card| card.id == passage.source)
}

fn name(cards: &[Rc<Card>], passage: &Passage) -> String {
    card(cards, passage).map_or_else(|| passage.source.clone(), |card| short_name(card))
}

#[derive(Clone, PartialEq, Properties)]
struct RowProps {
    row: Reused,
    list: CopiedProps,
}

/// A stretch of two sources.
#[component]
fn Row(props: &RowProps) -> Html {
    let RowProps { row, list } = props;
    let CopiedProps { cards, href, on_go, texts, .. } = list;
    let own = texts.comparing;
    let open = use_state_eq(|| false);
    let answer = use_answer(Some(Request::Source { id: row.a.source.clone() }));
    let excerpt = match answer.response.as_deref() {
        Some(Response::Source(source)) if source.card.id == row.a.source => {
            Some((source.card.lang, cut(row.a.span.of_text(&source.text), LONGEST)))
        }
        _ => None,
    };
    let toggle = {
        let open = open.clone();
        move |_| open.set(!*open)
    };
    let place = |passage: &Passage| {
        let to = (passage.source.clone(), passage.span.start);
        html! {
            <Go href={href.emit(to.clone())} class="from" onclick={on_go.reform(move |()| to.clone())}
                label={format!("{}: {}", texts.go_to_passage, name(cards, passage))}>{ name(cards, passage) }</Go>
        }
    };
    let first = match row.first {
        Some(First::A) => (own.had_first)(&name(cards, &row.a)),
        Some(First::B) => (own.had_first)(&name(cards, &row.b)),
        None => own.first_unknown.to_owned(),
    };
    html! {
        <li class="copied">
            <p class="copied-head">
                { place(&row.a) }{ " – " }{ place(&row.b) }
                <span class="note">{ (own.same_words)(row.same, row.words[0], row.words[1]) }</span>
                <span class="note">{ first }</span>
            </p>
            if let Some((lang, words)) = excerpt {
                <blockquote lang={lang.to_string()} dir={dir(lang)}>{ words }</blockquote>
            }
            <button type="button" class="quiet small" aria-expanded={open.to_string()} onclick={toggle}>{ own.how_they_differ }</button>
            if *open { <DiffBox a={row.a.clone()} b={row.b.clone()} {texts} /> }
        </li>
    }
}

fn table(reuse: &Reuse, cards: &[Rc<Card>]) -> Table {
    let mut table = Table::new(&[
        "source_a",
        "date_a",
        "bytes_a",
        "source_b",
        "date_b",
        "bytes_b",
        "same_words",
        "words_a",
        "words_b",
        "first",
    ]);
    for row in &reuse.rows {
        let mut cells = Vec::new();
        for passage in [&row.a, &row.b] {
            let date = card(cards, passage).and_then(|card| card.date.clone()).unwrap_or_default();
            let bytes = format!("{}-{}", passage.span.start, passage.span.end);
            cells.extend([passage.source.clone(), date, bytes]);
        }
        let first = match row.first {
            Some(First::A) => &row.a.source,
            Some(First::B) => &row.b.source,
            None => "",
        };
        let counts = [row.same, row.words[0], row.words[1]].map(|count| count.to_string());
        cells.extend(counts);
        cells.push(first.to_owned());
        table.rows.push(cells);
    }
    table
}
