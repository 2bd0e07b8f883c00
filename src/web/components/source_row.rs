//! A source in a list: what it is, and how often and where it has the terms.
//!
//! The wide form is for the Sources view, the short one for the panel beside a text.

use std::rc::Rc;

use yew::prelude::*;

use super::{
    go::Go,
    hit_bar::{HitBar, Tick},
    meta::{citation, date, dir, kicker},
    pieces::slot,
};
use crate::{protocol::Card, web::texts::Texts};

/// What a source in a list needs.
#[derive(Clone, PartialEq, Properties)]
pub struct SourceRowProps {
    /// The source.
    pub card: Rc<Card>,
    /// Its hits, by term; nothing while they are counted.
    pub hits: Rc<[u32]>,
    /// The terms, as typed.
    pub terms: Rc<[AttrValue]>,
    /// Where the hits lie; `None` while that is found out.
    #[prop_or_default]
    pub ticks: Option<Rc<[Tick]>>,
    /// The address that reads it.
    pub href: AttrValue,
    /// Whether it is the one that is read.
    #[prop_or_default]
    pub current: bool,
    /// Whether it is among those compared.
    #[prop_or_default]
    pub compared: bool,
    /// Reads it, at a byte if one is given.
    pub on_read: Callback<(String, Option<u32>)>,
    /// Puts it beside others, or takes it out.
    #[prop_or_default]
    pub on_compare: Callback<String>,
    /// The interface's words.
    pub texts: &'static Texts,
}

/// A source with its bar, for the Sources view.
#[component]
pub fn SourceRow(props: &SourceRowProps) -> Html {
    let SourceRowProps { card, hits, terms, ticks, compared, on_read, on_compare, texts, .. } =
        props;
    let total: u32 = hits.iter().sum();
    let pick = on_read.reform({
        let id = card.id.clone();
        move |at| (id.clone(), Some(at))
    });
    let compare = on_compare.reform({
        let id = card.id.clone();
        move |_| id.clone()
    });
    html! {
        <article class="source-row">
            { kicker(card, texts) }
            <h2 class="source-title">{ title(props) }</h2>
            <div class="source-hits">
                { counts(hits, terms, texts) }
                if !terms.is_empty() {
                    <HitBar ticks={ticks.clone().unwrap_or_else(|| Rc::new([]))} lanes={Tick::lanes(terms.len())}
                        label={(texts.hit_bar)(total)} on_pick={pick} />
                }
            </div>
            <div class="source-foot">
                <div class="source-facts">
                    <span>{ (texts.n_words)(card.words) }</span>
                    if card.comments > 0 { <span>{ (texts.n_comments)(card.comments) }</span> }
                    { citation(card, texts) }
                </div>
                <button type="button" class="toggle small" aria-pressed={compared.to_string()} title={texts.add_to_compare}
                    onclick={compare}>
                    { texts.compare }<span class="visually-hidden">{ ": " }{ card.title.clone() }</span>
                </button>
            </div>
        </article>
    }
}

/// A source in few words, for the panel.
#[component]
pub fn SourceLine(props: &SourceRowProps) -> Html {
    let SourceRowProps { card, hits, terms, texts, .. } = props;
    html! {
        <div class={classes!("source-line", props.current.then_some("is-open"))}>
            { title(props) }
            <p class="kicker">
                <bdi class="outlet">{ card.outlet.clone().unwrap_or_else(|| texts.unknown_outlet.to_owned()) }</bdi>
                { date(card, texts) }
                <span class="language">{ card.lang.to_string() }</span>
            </p>
            { counts(hits, terms, texts) }
        </div>
    }
}

fn title(props: &SourceRowProps) -> Html {
    let SourceRowProps { card, href, current, on_read, .. } = props;
    let read = on_read.reform({
        let id = card.id.clone();
        move |()| (id.clone(), None)
    });
    html! {
        <Go href={href.clone()} class="title" current={*current} onclick={read}>
            <span lang={card.lang.to_string()} dir={dir(card.lang)}>{ card.title.clone() }</span>
        </Go>
    }
}

/// How often each term occurs: number and colour of the term, then the count.
pub fn counts(hits: &[u32], terms: &[AttrValue], texts: &Texts) -> Html {
    if terms.is_empty() {
        return Html::default();
    }
    let said = |term: usize, count| terms.get(term).map(|query| (texts.hits_of)(count, query));
    html! {
        <ul class="counts">
            for (term, count) in hits.iter().copied().enumerate() {
                <li key={term} class={classes!("count", (count == 0).then_some("is-none"))} title={said(term, count)}>
                    { badge(term) }
                    <span class="visually-hidden">{ said(term, count) }</span>
                    <span aria-hidden="true">{ texts.number(count) }</span>
                </li>
            }
        </ul>
    }
}

/// A term's number on its colour, over its pattern.
pub fn badge(term: usize) -> Html {
    let slot = slot(u32::try_from(term).unwrap_or_default());
    html! { <span class={format!("badge term-{slot}")} aria-hidden="true">{ term + 1 }</span> }
}
