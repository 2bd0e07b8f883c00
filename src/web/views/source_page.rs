//! One source, whole: its text with its structure, marks, comments and what was set aside.
//!
//! In: the source and its marks. Out: the page of it. Every block that has words is there,
//! in the order of the text; runs of boilerplate are folded away with their reason.

use std::{cell::RefCell, collections::BTreeSet, rc::Rc};

use yew::prelude::*;

use super::{about, readers::ReadersLists, reading_place::use_reading_place};
use crate::{
    importing::Correction,
    protocol::{Mark, SourceText},
    source::BlockKind,
    span::Span,
    state::Note,
    web::{
        components::{
            block::{Block, BlockText},
            hit_bar::{HitBar, ticks},
            icon::{Icon, icon},
            meta::{citation, kicker},
            note::NoteField,
            painter,
            quote::Quote,
            thread::{Comment, comments, hidden},
        },
        texts::Texts,
        workshop::bench::{Bench, Now},
    },
};

/// A part of the page: a block, or a run of blocks set aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// A block of the text.
    Block(Rc<BlockText>),
    /// The first comment follows.
    Comments(u32),
    /// Blocks set aside.
    Aside(Rc<[Rc<BlockText>]>),
}

/// The parts of a source, in order.
#[must_use]
pub fn parts(source: &SourceText) -> Vec<Part> {
    let blocks = source.blocks.iter().enumerate();
    let blocks: Vec<Rc<BlockText>> = blocks
        .filter_map(|(index, info)| BlockText::of(index, info, &source.text))
        .map(Rc::new)
        .collect();
    let is = |block: &Rc<BlockText>, kind| block.info.kind == kind;
    let comments = blocks.iter().filter(|block| is(block, BlockKind::Comment)).count();
    let mut told = false;
    let mut parts = Vec::new();
    for run in
        blocks.chunk_by(|a, b| is(a, BlockKind::Boilerplate) && is(b, BlockKind::Boilerplate))
    {
        match run {
            [first, ..] if is(first, BlockKind::Boilerplate) => parts.push(Part::Aside(run.into())),
            run => {
                if !told && run.iter().any(|block| is(block, BlockKind::Comment)) {
                    told = true;
                    parts.push(Part::Comments(u32::try_from(comments).unwrap_or(u32::MAX)));
                }
                parts.extend(run.iter().cloned().map(Part::Block));
            }
        }
    }
    parts
}

/// Which hit the reader is at: the one at that byte, else the next one, else the last.
#[must_use]
pub fn hit_at(marks: &[Mark], at: u32) -> Option<usize> {
    let next = marks.iter().position(|mark| mark.span.end > at);
    next.or_else(|| marks.len().checked_sub(1))
}

/// What the page of a source needs.
#[derive(Clone, PartialEq, Properties)]
pub struct SourcePageProps {
    /// The source.
    pub source: Rc<SourceText>,
    /// Its marks, by their place.
    pub marks: Rc<[Mark]>,
    /// How many terms there are.
    pub lanes: u32,
    /// Where the reader is.
    #[prop_or_default]
    pub at: Option<u32>,
    /// The reader's notes on it.
    #[prop_or_else(|| Rc::new([]))]
    pub notes: Rc<[Note]>,
    /// Keeps a note.
    #[prop_or_default]
    pub on_note: Callback<Note>,
    /// What concepts are called, by their labels, rising.
    #[prop_or_else(|| Rc::new([]))]
    pub labels: Rc<[(String, String)]>,
    /// Makes something a term.
    #[prop_or_default]
    pub on_term: Callback<String>,
    /// The whole address of a byte of this source.
    pub address: Callback<Option<u32>, String>,
    /// Goes to a byte of this source.
    pub on_at: Callback<u32>,
    /// Goes to the next (`true`) or previous hit.
    pub on_hit: Callback<bool>,
    /// Goes to the next (`true`) or previous source.
    pub on_source: Callback<bool>,
    /// Where the collection is made anew, if it can be.
    #[prop_or_default]
    pub making: Option<(Bench, Now)>,
    /// The interface's words.
    pub texts: &'static Texts,
}

/// The page of a source.
#[component]
pub fn SourcePage(props: &SourcePageProps) -> Html {
    let SourcePageProps { source, marks, at, lanes, on_at, texts, .. } = props;
    let parts = use_memo(source.clone(), |source| parts(source));
    let slices = use_memo((source.clone(), marks.clone()), |(source, marks)| slices(source, marks));
    let hit = at.and_then(|at| hit_at(marks, at));
    let current = hit.and_then(|hit| marks.get(hit)).map(|mark| mark.span);
    let here = current.map(|span| span.start);
    // A place that is no hit (a passage of a comparison) is shown by its block.
    let target = at.filter(|at| !current.is_some_and(|span| span.start <= *at && *at < span.end));
    let target = target.filter(|at| 0 < *at && *at < u32::MAX);
    let back = use_reading_place(&source.card.id, *at);
    use_scroll(source, *at, target, marks.is_empty(), back);
    // The place of a note that is yet to be written, in the source of that id.
    let draft = use_state_eq(|| None::<(String, Option<u32>)>);
    let note = |at: Option<u32>| note_at(props, &draft, at);
    let on_draft = {
        let (draft, source) = (draft.setter(), source.clone());
        Callback::from(move |block: Option<usize>| {
            let at = block.and_then(|block| source.blocks.get(block)).map(|block| block.span.start);
            draft.set(Some((source.card.id.clone(), at)));
        })
    };
    let painting = painter::is_there();
    let thread = use_memo(parts.clone(), |parts| thread(parts));
    let folded = use_state_eq(BTreeSet::<usize>::new);
    let said = use_state_eq(|| None::<Correction>);
    let said_of_this = said.as_ref().is_none_or(|by| by.id == source.card.id);
    use_effect_with(said_of_this, {
        let said = said.setter();
        move |of_this| {
            if !of_this {
                said.set(None);
            }
        }
    });
    let led_to = current.map(|span| span.start).or(target);
    let led_to = led_to.and_then(|at| {
        source.blocks.iter().position(|block| block.span.start <= at && at < block.span.end)
    });
    let hidden = hidden(&thread, &folded, led_to);
    let on_fold = use_callback((*folded).clone(), {
        let set = folded.setter();
        move |index: usize, folded| {
            let mut folded = folded.clone();
            if !folded.remove(&index) {
                folded.insert(index);
            }
            set.set(folded);
        }
    });
    // Of this source: an element that another source leaves behind is painted as if it were
    // still there.
    let id = &source.card.id;
    let block = |block: &Rc<BlockText>| {
        let whole = block.info.span;
        let current = current.filter(|span| whole.contains(*span));
        let target = target.is_some_and(|at| whole.start <= at && at < whole.end);
        let marks = slices.get(block.index).cloned().unwrap_or_else(|| Rc::new([]));
        if hidden.contains(&block.index) {
            return Html::default();
        }
        let own = thread.iter().find(|comment| comment.block == block.index);
        let answers =
            own.filter(|own| own.answers > 0).map(|own| (own.answers, folded.contains(&own.block)));
        html! {
            <>
            <Block {answers} on_fold={on_fold.clone()} key={format!("{id}/{}", block.index)} block={block.clone()} {marks} {current} {target} {painting} {texts} />
            { about::block_fields(props, &said, &block.info) }
            { note(Some(whole.start)) }
            </>
        }
    };
    let has_headline = source.blocks.iter().any(|block| block.kind == BlockKind::Headline);
    let card = &source.card;
    html! {
        <article class="source-page" aria-labelledby="source-title" data-source={card.id.clone()}
            data-marks={marks.len().to_string()}>
            { strip(props, hit, &on_draft) }
            if *lanes > 0 {
                <div class="rail" aria-hidden="true">
                    <HitBar upright=true ticks={ticks(marks, Span::of(0, source.text.len()).end)} lanes={*lanes} {here}
                        label="" on_pick={on_at.clone()} />
                </div>
            }
            <header class="source-head" id="source-title">
                { kicker(card, texts) }
                if !has_headline { <h2 class="headline" lang={card.lang.to_string()}>{ card.title.clone() }</h2> }
                if !card.authors.is_empty() { <p class="byline">{ card.authors.join(", ") }</p> }
                { citation(card, texts) }
                { outline(props, &parts) }
                { note(None) }
            </header>
            { about::about(props, &said) }
            <div class="text">
                for (index, part) in parts.iter().enumerate() {
                    { match part {
                        Part::Block(one) => block(one),
                        Part::Comments(count) => html! {
                            <div key={format!("{id}/comments")} class="comments-head">
                                <h3 class="comments-title">{ (texts.n_comments)(*count) }</h3>
                                <ReadersLists id={id.clone()} labels={props.labels.clone()}
                                    on_term={props.on_term.clone()} on_at={on_at.clone()} {texts} />
                            </div>
                        },
                        Part::Aside(run) => {
                            let has_marks = run.iter().any(|one| {
                                slices.get(one.index).is_some_and(|marks| !marks.is_empty())
                            });
                            html! { <Aside key={format!("{id}/aside-{index}")} run={run.clone()} open={has_marks || said.is_some()} {texts}>
                                { for run.iter().map(block) }
                            </Aside> }
                        }
                    } }
                }
            </div>
        </article>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct AsideProps {
    run: Rc<[Rc<BlockText>]>,
    open: bool,
    texts: &'static Texts,
    children: Html,
}

/// Blocks set aside: how many lines, and why.
#[component]
fn Aside(props: &AsideProps) -> Html {
    let AsideProps { run, open, texts, children } = props;
    let lines: usize = run.iter().map(|block| block.body.lines().count().max(1)).sum();
    let mut reasons: Vec<&str> = run.iter().map(|block| block.info.reason.as_str()).collect();
    reasons.retain(|reason| !reason.is_empty());
    reasons.dedup();
    reasons.truncate(3);
    html! {
        <details class="aside" open={*open}>
            <summary>
                <span>{ (texts.set_aside)(u32::try_from(lines).unwrap_or(u32::MAX)) }</span>
                if !reasons.is_empty() { <span class="reason" lang="en">{ reasons.join("; ") }</span> }
            </summary>
            { children.clone() }
        </details>
    }
}

/// The comments of the page.
fn thread(parts: &[Part]) -> Vec<Comment> {
    let blocks = parts.iter().filter_map(|part| match part {
        Part::Block(block) => Some(block.clone()),
        _ => None,
    });
    comments(&blocks.collect::<Vec<_>>())
}

/// Headings fewer than these are found by scrolling.
const OUTLINE: usize = 3;

/// The headings of a long text, as a list that leads to them.
fn outline(props: &SourcePageProps, parts: &[Part]) -> Html {
    let SourcePageProps { source, on_at, texts, .. } = props;
    let headings: Vec<(u32, String)> = parts
        .iter()
        .filter_map(|part| match part {
            Part::Block(block) if block.info.kind == BlockKind::Subheading => {
                Some((block.body_start, block.body.to_string()))
            }
            Part::Comments(count) => {
                let first = source.blocks.iter().find(|block| block.kind == BlockKind::Comment)?;
                Some((first.body, (texts.n_comments)(*count)))
            }
            _ => None,
        })
        .collect();
    if headings.len() < OUTLINE {
        return Html::default();
    }
    html! {
        <details class="outline">
            <summary>{ texts.outline }</summary>
            <ol>
                for (at, heading) in headings {
                    <li key={at}><button type="button" class="word" onclick={on_at.reform(move |_| at)}>{ heading }</button></li>
                }
            </ol>
        </details>
    }
}

/// The note on a place of the source, if there is one or one is to be written.
fn note_at(
    props: &SourcePageProps,
    draft: &Option<(String, Option<u32>)>,
    at: Option<u32>,
) -> Html {
    let SourcePageProps { source, notes, on_note, texts, .. } = props;
    let id = &source.card.id;
    let there = notes.iter().find(|note| note.source == *id && note.at == at).cloned();
    let is_begun = draft.as_ref().is_some_and(|(own, place)| own == id && *place == at);
    let begun = || Note { source: id.clone(), at, text: String::new() };
    let Some(note) = there.or_else(|| is_begun.then(begun)) else { return Html::default() };
    html! { <NoteField key={format!("{id}/note-{at:?}")} {note} on_note={on_note.clone()} {texts} /> }
}

/// The strip above the text: the bar of hits, the walk through hits and sources.
fn strip(props: &SourcePageProps, hit: Option<usize>, on_note: &Callback<Option<usize>>) -> Html {
    let SourcePageProps {
        source, marks, lanes, at, on_at, on_hit, on_source, address, texts, ..
    } = props;
    let total = u32::try_from(marks.len()).unwrap_or(u32::MAX);
    let number = hit.and_then(|hit| u32::try_from(hit + 1).ok());
    let here =
        hit.filter(|_| at.is_some()).and_then(|hit| marks.get(hit)).map(|mark| mark.span.start);
    let step = |to: &Callback<bool>,
                next: bool,
                label: &'static str,
                keys: &'static str,
                shape: Icon,
                off: bool| {
        html! {
            <button type="button" class="plain" aria-label={label} title={format!("{label} ({keys})")}
                aria-keyshortcuts={keys} disabled={off} onclick={to.reform(move |_| next)}>{ icon(shape) }</button>
        }
    };
    html! {
        <div class="strip">
            { step(on_source, false, texts.previous_source, "[", Icon::Left, false) }
            <div class="strip-hits">
                if *lanes > 0 {
                    <HitBar ticks={ticks(marks, Span::of(0, source.text.len()).end)} lanes={*lanes} {here}
                        label={(texts.hit_bar)(total)} on_pick={on_at.clone()} />
                    <span class="strip-count">
                        if total == 0 { { texts.no_hits_here } }
                        else if let Some(number) = number { { (texts.hit_of)(number, total) } }
                        else { { (texts.n_hits)(total) } }
                    </span>
                }
            </div>
            if *lanes > 0 {
                { step(on_hit, false, texts.previous_hit, "p", Icon::Up, false) }
                { step(on_hit, true, texts.next_hit, "n", Icon::Down, false) }
            }
            <Quote card={Rc::new(source.card.clone())} {texts} on_note={on_note.clone()} address={address.reform({
                let source = source.clone();
                move |block: Option<usize>| block.and_then(|block| source.blocks.get(block)).map(|block| block.body)
            })} />
            { step(on_source, true, texts.next_source, "]", Icon::Right, false) }
        </div>
    }
}

/// The marks of each block: those that begin in it.
fn slices(source: &SourceText, marks: &[Mark]) -> Vec<Rc<[Mark]>> {
    let none: Rc<[Mark]> = Rc::new([]);
    source
        .blocks
        .iter()
        .map(|block| {
            let from = marks.partition_point(|mark| mark.span.start < block.span.start);
            let to = marks.partition_point(|mark| mark.span.start < block.span.end);
            marks
                .get(from..to)
                .filter(|some| !some.is_empty())
                .map_or_else(|| none.clone(), Rc::from)
        })
        .collect()
}

/// Brings on screen where the reader was led to: the current hit, or the block of a place.
#[hook]
fn use_scroll(
    source: &Rc<SourceText>,
    at: Option<u32>,
    target: Option<u32>,
    waiting: bool,
    back: Rc<RefCell<bool>>,
) {
    let deps = (source.card.id.clone(), at, target.is_some(), waiting);
    use_effect_with(deps, move |(_, at, is_target, _)| {
        let found = at.filter(|_| !*back.borrow()).and_then(|_| {
            let document = web_sys::window()?.document()?;
            let what = if *is_target { ".text .is-target" } else { ".text .is-current" };
            document.query_selector(what).ok().flatten()
        });
        if let Some(element) = found {
            let options = web_sys::ScrollIntoViewOptions::new();
            options.set_block(web_sys::ScrollLogicalPosition::Center);
            element.scroll_into_view_with_scroll_into_view_options(&options);
        }
    });
}

#[cfg(test)]
mod tests {
    use super::{hit_at, parts};
    use crate::{
        lang::Lang,
        protocol::{BlockInfo, Card, Mark, SourceText},
        source::{BlockKind, Meta, Report},
        span::Span,
        web::views::source_page::Part,
    };

    fn mark(start: u32) -> Mark {
        Mark { span: Span::new(start, start + 5), term: 0, form: 0 }
    }

    #[test]
    fn between_two_hits_the_next_one_is_current_and_after_the_last_the_last() {
        let marks = [mark(10), mark(30)];
        assert_eq!(hit_at(&marks, 0), Some(0));
        assert_eq!(hit_at(&marks, 12), Some(0));
        assert_eq!(hit_at(&marks, 20), Some(1));
        assert_eq!(hit_at(&marks, u32::MAX), Some(1));
        assert_eq!(hit_at(&[], 5), None);
    }

    #[test]
    fn boilerplate_in_a_row_is_folded_together_and_comments_are_headed_once() {
        let kinds = ["headline", "boilerplate", "boilerplate", "comment", "boilerplate", "comment"];
        let text = "line\n".repeat(kinds.len());
        let blocks = kinds.iter().zip(0_u32..).map(|(kind, at)| BlockInfo {
            kind: BlockKind::parse(kind).unwrap(),
            span: Span::new(at * 5, at * 5 + 5),
            lang: Lang::EN,
            depth: 0,
            author: None,
            time: None,
            body: at * 5,
            reason: String::new(),
        });
        let card = Card {
            id: "a".into(),
            title: "a".into(),
            outlet: None,
            lang: Lang::EN,
            date: None,
            date_reason: None,
            url: None,
            cites: None,
            authors: vec![],
            words: 6,
            bytes: 30,
            comments: 2,
        };
        let source = SourceText {
            card,
            text,
            blocks: blocks.collect(),
            meta: Box::new(Meta::default()),
            report: Report::default(),
        };
        let shape: Vec<String> = parts(&source)
            .iter()
            .map(|part| match part {
                Part::Block(block) => block.info.kind.name().to_owned(),
                Part::Comments(count) => format!("{count} comments"),
                Part::Aside(run) => format!("{} aside", run.len()),
            })
            .collect();
        assert_eq!(shape, ["headline", "2 aside", "2 comments", "comment", "1 aside", "comment"]);
    }
}
