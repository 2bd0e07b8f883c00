//! The page of a comparison: its sources as heads, and one way to look at them at a time.
//!
//! In: the engine's comparison, the sources in the order of their columns, what the reader
//! changed about links. Out: the page. Each face is a file of its own: `compare_rows`,
//! `compare_left_out`, `compare_shared`, `compare_told`, `compare_copied`.

use std::rc::Rc;

use yew::prelude::*;

use super::{
    compare_copied::Copies, compare_left_out::LeftOut, compare_rows::Passages,
    compare_shared::SharedTables, compare_told::ToldTables,
};
use crate::{
    protocol::{Comparison, Corrections, Meeting, Meets, Passage, SourceText},
    span::Span,
    state::{Action, Face},
    web::{
        components::{
            meta::{citation, dir, kicker, short_name},
            segments::segments,
        },
        texts::Texts,
    },
};

/// What the page needs.
#[derive(Clone, PartialEq, Properties)]
pub struct ComparePageProps {
    /// What the engine found.
    pub comparison: Rc<Comparison>,
    /// The sources, in the order of the columns.
    pub sources: Rc<[Rc<SourceText>]>,
    /// What concepts are called, by their labels, rising.
    #[prop_or_else(|| Rc::new([]))]
    pub labels: Rc<[(String, String)]>,
    /// What is shown.
    #[prop_or_default]
    pub face: Face,
    /// What the reader changed about links.
    #[prop_or_default]
    pub corrections: Rc<Corrections>,
    /// The address of a passage: which column, at which byte.
    pub href: Callback<(usize, u32), String>,
    /// Goes to a passage.
    pub on_go: Callback<(usize, u32)>,
    /// Changes the state.
    pub on_action: Callback<Action>,
    /// The interface's words.
    pub texts: &'static Texts,
}

impl ComparePageProps {
    /// The short names of the columns.
    #[must_use]
    pub fn names(&self) -> Vec<String> {
        self.sources.iter().map(|source| short_name(&source.card)).collect()
    }

    /// The column of a source.
    #[must_use]
    pub fn column(&self, id: &str) -> Option<usize> {
        self.sources.iter().position(|source| source.card.id == id)
    }

    /// Which of the comparison's sources stands in a column: its own order may differ.
    #[must_use]
    pub fn place(&self, column: usize) -> usize {
        let id = &self.sources[column].card.id;
        self.comparison.sources.iter().position(|source| source == id).unwrap_or_default()
    }

    /// A stretch of a column.
    #[must_use]
    pub fn passage(&self, column: usize, span: Span) -> Passage {
        Passage { source: self.sources[column].card.id.clone(), span }
    }

    /// Makes something a term.
    #[must_use]
    pub fn on_term(&self) -> Callback<String> {
        self.on_action.reform(Action::AddTerm)
    }
}

/// The page of a comparison.
#[component]
pub fn ComparePage(props: &ComparePageProps) -> Html {
    let ComparePageProps { sources, face, on_action, texts, .. } = props;
    let own = texts.comparing;
    let faces = [
        (Face::Passages, texts.passages),
        (Face::LeftOut, own.left_out),
        (Face::Shared, texts.what_they_share),
        (Face::Told, texts.told_face),
        (Face::Copied, own.word_for_word),
    ];
    html! {
        <div class={classes!("comparison", format!("columns-{}", sources.len()))}>
            <div class="columns-head">
                for (at, source) in sources.iter().enumerate() {
                    <header key={at} class={format!("column-{}", at + 1)}>
                        { kicker(&source.card, texts) }
                        <h2 lang={source.card.lang.to_string()} dir={dir(source.card.lang)}>{ source.card.title.clone() }</h2>
                        { citation(&source.card, texts) }
                    </header>
                }
            </div>
            <div class="faces">{ segments(texts.compare, &faces, *face, &on_action.reform(Action::Face)) }</div>
            { little(props) }
            { match *face {
                Face::Passages => html! { <Passages ..props.clone() /> },
                Face::LeftOut => html! { <LeftOut ..props.clone() /> },
                Face::Shared => html! { <SharedTables ..props.clone() /> },
                Face::Told => html! { <ToldTables ..props.clone() /> },
                Face::Copied => html! { <Copies ..props.clone() /> },
            } }
        </div>
    }
}

/// Says which of the sources share little: they may tell different events.
fn little(props: &ComparePageProps) -> Html {
    let ComparePageProps { comparison, texts, .. } = props;
    let names = props.names();
    let little = comparison.meetings.iter().filter(|one| one.how == Meets::Little);
    // Of the shorter one: passages with a counterpart, of how many.
    let tied = |one: &Meeting| {
        let shorter = usize::from(one.passages[1] < one.passages[0]);
        (one.linked[shorter], one.passages[shorter])
    };
    let said: Vec<String> = match little.clone().count() {
        0 => return Html::default(),
        all if all > 1 && all == comparison.meetings.len() => {
            let most = little.map(|one| tied(one).0).max().unwrap_or_default();
            vec![(texts.comparing.all_little)(most)]
        }
        _ => little
            .filter_map(|one| {
                let [a, b] = [&one.sources[0], &one.sources[1]].map(|id| props.column(id));
                let (a, b) = (names.get(a?)?, names.get(b?)?);
                let (tied, all) = tied(one);
                Some((texts.comparing.little_shared)([a, b], tied, all))
            })
            .collect(),
    };
    html! { <div class="little">for one in said { <p class="note">{ one }</p> }</div> }
}
