//! What only the comments of a source bring, and what only its article has.
//!
//! In: a source with comments. Out: two lists of names, subjects or words with their counts,
//! asked for when they are opened. A word becomes a term, a count leads to where it stands.

use std::rc::Rc;

use yew::prelude::*;

use super::called;
use crate::{
    protocol::{Counted, FrequencyRow, Request, Response},
    web::{
        components::{segments::segments, waiting::waiting},
        hooks::use_answer,
        late::use_late,
        texts::Texts,
    },
};

/// How many of each list.
const MOST: u32 = 24;

/// What the lists need.
#[derive(Clone, PartialEq, Properties)]
pub struct ReadersListsProps {
    /// The source.
    pub id: AttrValue,
    /// What concepts are called, by their labels, rising.
    pub labels: Rc<[(String, String)]>,
    /// Makes something a term.
    pub on_term: Callback<String>,
    /// Goes to a byte of the source.
    pub on_at: Callback<u32>,
    /// The interface's words.
    pub texts: &'static Texts,
}

/// The lists, folded until they are wanted.
#[component]
pub fn ReadersLists(props: &ReadersListsProps) -> Html {
    let ReadersListsProps { id, texts, .. } = props;
    let is_open = use_state_eq(|| false);
    let of = use_state_eq(Counted::default);
    let is_here = use_late(*is_open);
    let answer =
        use_answer(is_open.then(|| Request::Readers { id: id.to_string(), of: *of, most: MOST }));
    let toggle = {
        let is_open = is_open.setter();
        move |event: Event| {
            if let Some(details) = event.target_dyn_into::<web_sys::Element>() {
                is_open.set(details.has_attribute("open"));
            }
        }
    };
    let choose = {
        let of = of.setter();
        Callback::from(move |to| of.set(to))
    };
    let units = [
        (Counted::Concepts, texts.concepts),
        (Counted::Names, texts.names),
        (Counted::Words, texts.words),
    ];
    html! {
        <details class="readers" ontoggle={toggle}>
            <summary>{ texts.readers }</summary>
            if *is_open { { segments(texts.what_is_counted, &units, *of, &choose) } }
            { match answer.response.as_deref().filter(|_| answer.is_current && is_here) {
                Some(Response::Readers(readers)) => html! {
                    <div class="readers-lists">
                        { list(props, texts.only_comments, &readers.brought, readers.brought_total) }
                        { list(props, texts.only_article, &readers.left_out, readers.left_out_total) }
                        <p class="note">{ (texts.in_both)(readers.shared) }</p>
                    </div>
                },
                _ if *is_open => waiting([&answer], texts),
                _ => Html::default(),
            } }
        </details>
    }
}

fn list(props: &ReadersListsProps, head: &'static str, rows: &[FrequencyRow], all: u32) -> Html {
    let ReadersListsProps { labels, on_term, on_at, texts, .. } = props;
    html! {
        <section>
            <h4>{ head }{ " " }<span class="note">{ texts.number(all) }</span></h4>
            if rows.is_empty() { <p class="note">{ texts.none }</p> }
            <ul>
                for row in rows {
                    <li key={format!("{} {:?}", row.label, row.lang)}>
                        <button type="button" class="word" lang={row.lang.map(|lang| lang.to_string())}
                            aria-label={(texts.make_term)(&row.label)}
                            onclick={on_term.reform({ let query = row.query.clone(); move |_| query.clone() })}>
                            <bdi>{ called(labels, &row.label).to_owned() }</bdi>
                        </button>
                        if let Some(first) = row.passages.first() {
                            <button type="button" class="quiet small" aria-label={texts.go_to_passage}
                                onclick={on_at.reform({ let at = first.span.start; move |_| at })}>{ texts.number(row.count) }</button>
                        }
                    </li>
                }
            </ul>
        </section>
    }
}
