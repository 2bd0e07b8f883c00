//! Many sources gathered into a few columns.
//!
//! In: a [`Coverage`] and what to gather by. Out: [`Gathered`]: columns with their sources,
//! the largest first, at most [`MOST`]. Without anything to gather by, each source is a
//! column of its own. Invariant: no source is in two columns.

use std::{collections::BTreeMap, rc::Rc};

use crate::{
    lang::Lang,
    protocol::{Card, Coverage, Filter},
    sort::sort_by_key,
    state::Action,
};

/// How many columns there are at most; what is beyond is left out of the table.
const MOST: usize = 12;

/// What sources are gathered by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum By {
    /// Their outlet.
    #[default]
    Outlet,
    /// Their language.
    Lang,
    /// The year they were published in.
    Year,
}

impl By {
    fn value(self, card: &Card) -> Option<String> {
        match self {
            Self::Outlet => card.outlet.clone(),
            Self::Lang => Some(card.lang.to_string()),
            Self::Year => card.date.as_deref().and_then(|date| date.get(..4)).map(str::to_owned),
        }
    }

    /// What narrows the sources to those of a column, unless they are already.
    #[must_use]
    pub fn narrow(self, value: &str, filter: &Filter) -> Option<Action> {
        match self {
            Self::Outlet if filter.outlets.iter().any(|outlet| outlet == value) => None,
            Self::Outlet => Some(Action::ToggleOutlet(value.to_owned())),
            Self::Lang => Lang::parse(value)
                .filter(|lang| !filter.langs.contains(lang))
                .map(Action::ToggleLang),
            Self::Year => {
                let year = Some(value.to_owned());
                Some(Action::SetDates { from: year.clone(), to: year })
            }
        }
    }
}

/// Columns, each with the sources in it: their places in the [`Coverage`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gathered {
    /// What they were gathered by; nothing where each is one source, named by its id.
    pub by: Option<By>,
    /// The columns.
    pub columns: Vec<(String, Vec<usize>)>,
}

impl Gathered {
    /// The sums of the columns.
    #[must_use]
    pub fn sums(&self, counts: &[u32]) -> Vec<u32> {
        let sum = |members: &Vec<usize>| members.iter().filter_map(|at| counts.get(*at)).sum();
        self.columns.iter().map(|(_, members)| sum(members)).collect()
    }
}

/// The columns of a table.
#[must_use]
pub fn gather(coverage: &Coverage, cards: &[Rc<Card>], by: Option<By>) -> Gathered {
    let Some(by) = by else {
        let own = coverage.sources.iter().enumerate().map(|(at, one)| (one.id.clone(), vec![at]));
        return Gathered { by: None, columns: own.collect() };
    };
    let cards: BTreeMap<&str, &Rc<Card>> =
        cards.iter().map(|card| (card.id.as_str(), card)).collect();
    let mut groups: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, source) in coverage.sources.iter().enumerate() {
        if let Some(value) = cards.get(source.id.as_str()).and_then(|card| by.value(card)) {
            groups.entry(value).or_default().push(at);
        }
    }
    let mut columns: Vec<_> = groups.into_iter().collect();
    if by != By::Year {
        sort_by_key(&mut columns, |(_, members)| std::cmp::Reverse(members.len()));
    }
    columns.truncate(MOST);
    Gathered { by: Some(by), columns }
}
