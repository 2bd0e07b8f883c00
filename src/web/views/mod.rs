//! The views: what fills the page below the tabs.
//!
//! Each asks the engine for what it shows and hands values to
//! [`components`](super::components). The state comes from [`app`](super::app) as props, so
//! that a view is drawn again only when something it shows has changed.

pub mod about;
pub mod compare;
mod compare_changes;
mod compare_copied;
mod compare_left_out;
pub mod compare_page;
mod compare_rows;
mod compare_shared;
mod compare_tables;
mod compare_told;
mod copied;
mod diff_box;
mod drawn;
mod gather;
mod group_choice;
pub mod hits;
pub mod overview;
pub mod panel;
pub mod read;
mod readers;
mod reading_place;
pub mod source_page;
pub mod words;
mod words_near;

use std::rc::Rc;

use yew::prelude::*;

use crate::{
    protocol::{Card, Facet, Filter, SearchAnswer, Term, TermAnswer},
    state::{Action, Note, Place, View, address},
    web::{browser::history, components::meta::called, texts::Texts},
};

/// What every view knows.
#[derive(Clone, PartialEq)]
pub struct Scene {
    /// The sources of the collection, in order.
    pub cards: Rc<[Rc<Card>]>,
    /// What is open.
    pub place: Rc<Place>,
    /// The terms.
    pub terms: Rc<[Term]>,
    /// The filter.
    pub filter: Rc<Filter>,
    /// The terms as typed.
    pub queries: Rc<[AttrValue]>,
    /// The reader's notes.
    pub notes: Rc<[Note]>,
    /// What the search found, once it has.
    pub search: Option<Rc<Found>>,
    /// The names and concepts that most sources mention, counted.
    pub mentions: Rc<[Facet]>,
    /// What concepts are called in the language of the interface, by their labels, rising.
    pub labels: Rc<[(String, String)]>,
    /// Changes the state.
    pub on_action: Callback<Action>,
    /// The interface's words.
    pub texts: &'static Texts,
}

/// The answer to a search, cut into what components take. `Eq`, so that two [`Rc`]s of the
/// same answer are found equal without looking inside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// What each term found.
    pub terms: Rc<[Rc<TermAnswer>]>,
    /// The sources that pass: which of the collection's, and their hits.
    pub sources: Rc<[(usize, Rc<[u32]>)]>,
    /// The answer itself, for its facets.
    pub answer: Rc<SearchAnswer>,
    /// All hits.
    pub total: u32,
    /// Sources with a hit.
    pub with_hits: u32,
}

impl Found {
    /// Cuts an answer up. Sources that the collection does not have are left out.
    #[must_use]
    pub fn of(answer: &SearchAnswer, cards: &[Rc<Card>]) -> Self {
        let places: std::collections::BTreeMap<&str, usize> =
            cards.iter().enumerate().map(|(index, card)| (card.id.as_str(), index)).collect();
        let has_hit = |hits: &[u32]| hits.iter().any(|count| *count > 0);
        Self {
            terms: answer.terms.iter().cloned().map(Rc::new).collect(),
            sources: answer
                .sources
                .iter()
                .filter_map(|one| Some((*places.get(one.id.as_str())?, one.hits.clone().into())))
                .collect(),
            total: answer.terms.iter().map(|term| term.total).sum(),
            with_hits: u32::try_from(
                answer.sources.iter().filter(|one| has_hit(&one.hits)).count(),
            )
            .unwrap_or(u32::MAX),
            answer: Rc::new(answer.clone()),
        }
    }
}

/// The whole address of a place of this page, given its fragment.
#[must_use]
pub fn whole_address(fragment: &str) -> String {
    let address = history::address();
    let page = address.split('#').next().unwrap_or_default();
    format!("{page}{fragment}")
}

impl Scene {
    /// The address of what is open, changed by `change`.
    #[must_use]
    pub fn href(&self, change: impl FnOnce(&mut Place)) -> AttrValue {
        let mut place = (*self.place).clone();
        change(&mut place);
        address::write(&place).into()
    }

    /// The address that reads a source, at a byte if one is given.
    #[must_use]
    pub fn read_href(&self, id: &str, at: Option<u32>) -> AttrValue {
        self.href(|place| {
            place.view = View::Read;
            place.source = Some(id.to_owned());
            place.at = at;
        })
    }

    /// Reads a source.
    #[must_use]
    pub fn on_read(&self) -> Callback<(String, Option<u32>)> {
        self.on_action.reform(|(id, at)| Action::Read { id, at })
    }

    /// What a concept is called; what is none is called by its label.
    #[must_use]
    pub fn called<'a>(&'a self, label: &'a str) -> &'a str {
        called(&self.labels, label)
    }

    /// Counts for narrowing further.
    #[must_use]
    pub fn facets(&self) -> Rc<[Facet]> {
        let found = self.search.iter().flat_map(|found| &found.answer.facets);
        found.chain(&*self.mentions).cloned().collect()
    }

    /// The card of a source.
    #[must_use]
    pub fn card(&self, id: &str) -> Option<&Rc<Card>> {
        self.cards.iter().find(|card| card.id == id)
    }

    /// How many terms there are, as lanes of a hit bar.
    #[must_use]
    pub fn lanes(&self) -> u32 {
        crate::web::components::hit_bar::Tick::lanes(self.terms.len())
    }

    /// The sources that pass the filter with their hits; all of them until that is known.
    #[must_use]
    pub fn shown(&self) -> Rc<[(usize, Rc<[u32]>)]> {
        match &self.search {
            Some(found) => found.sources.clone(),
            None => (0..self.cards.len()).map(|index| (index, Rc::from([]))).collect(),
        }
    }
}
