//! Queries: from what a reader types to hits, each with its form and reason.
//!
//! In: an index, terms and a filter. Out: [`Found`], whose hits are what is counted, listed
//! and painted: one list serves all three. Invariants: no two hits of a term are the same
//! bytes; hits rise by source and place; a form switched off has no hits but keeps its
//! count. What several sources say of one another is for `compare`.

mod collocates;
mod concordance;
mod csv;
mod expand;
mod facets;
mod fields;
mod fuzzy;
mod instead;
mod near;
mod note;
mod order;
mod parse;
mod pattern;
mod phrase;
mod rank;
mod scope;
mod search;
mod suggest;
mod tokens;
mod tree;

use serde::{Deserialize, Serialize};

pub use self::{
    collocates::{Collocate, Collocates, Measure, collocates},
    concordance::concordance,
    csv::csv,
    facets::facets,
    fields::is_field,
    instead::instead,
    order::{GroupBy, HitGroup, HitOrder, HitsAnswer, Neighbour},
    parse::parse,
    rank::{Ranked, rank},
    scope::{Field, Scope},
    search::{Found, Hit, search},
    suggest::suggest,
    tree::{Leaf, Node, Query, Reach},
};
use crate::{lang::Lang, source::BlockKind, span::Span};

/// One thing the reader looks for, with the forms switched off.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Term {
    /// The query, as typed.
    pub query: String,
    /// What the reader calls it, where that is not the query: a set of words has a name.
    pub name: Option<String>,
    /// Which of its forms count.
    #[serde(default)]
    pub keep: Keep,
    /// Forms that are exceptions to that: switched off where others are on, or on where
    /// others are off.
    #[serde(default)]
    pub without: Vec<FormId>,
}

/// Which forms of a term count, before single ones are switched.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Keep {
    /// All of them.
    #[default]
    All,
    /// Those written as typed.
    Exact,
    /// Those in texts of one language.
    Lang(Lang),
}

impl Keep {
    /// Whether a form of that language and reason counts.
    #[must_use]
    pub fn admits(self, lang: Lang, reason: Why) -> bool {
        match self {
            Self::All => true,
            Self::Exact => reason <= Why::Spelling,
            Self::Lang(own) => own == lang,
        }
    }
}

impl Term {
    /// A term with all its forms.
    #[must_use]
    pub fn new(query: impl Into<String>) -> Self {
        Self { query: query.into(), ..Self::default() }
    }
}

/// A form as readers and addresses name it: its language, and its letters as shown.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct FormId {
    /// The language of the text it stands in.
    pub lang: Lang,
    /// Its letters as mostly written (`Путина`, `ФСБ`, `санкций`).
    pub form: String,
}

/// Which sources and blocks a request looks in. Empty lists narrow nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Filter {
    /// Languages of sources.
    pub langs: Vec<Lang>,
    /// Outlets, as written in the collection.
    pub outlets: Vec<String>,
    /// Earliest date, ISO 8601, inclusive, as precise as given.
    pub from: Option<String>,
    /// Latest date, inclusive.
    pub to: Option<String>,
    /// Kinds of blocks; empty means all but boilerplate.
    pub kinds: Vec<BlockKind>,
    /// Ids of sources.
    pub ids: Vec<String>,
}

/// Why a form belongs to a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Why {
    /// Written as typed.
    Exact,
    /// Written otherwise: case, accents, ё.
    Spelling,
    /// Another inflected form of the word.
    Inflection,
    /// Begins as typed.
    Prefix,
    /// The same name in another spelling, language or script.
    Name,
    /// A word for the same subject in another language.
    Concept,
    /// Written nearly as typed.
    Fuzzy,
    /// Matches the pattern typed.
    Pattern,
}

/// A form that a term covers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormCount {
    /// Its letters as mostly written.
    pub form: String,
    /// The language of the text it stands in.
    pub lang: Lang,
    /// Its hits in all sources that pass the filter.
    pub count: u32,
    /// Why it belongs to the term.
    pub reason: Why,
    /// Through which name or subject, where that says more (`Trump`, `sanctions`).
    pub via: Option<String>,
    /// Whether the reader switched it off.
    pub off: bool,
}

/// How many sources have a value of a field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facet {
    /// `lang`, `outlet`, `year` or `kind`.
    pub field: String,
    /// Its value.
    pub value: String,
    /// Sources with it, among those that pass the other fields of the filter.
    pub count: u32,
}

/// One hit with the words around it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HitLine {
    /// The source's id.
    pub source: String,
    /// Which of the terms asked.
    pub term: u32,
    /// The hit's bytes in the source's text.
    pub span: Span,
    /// The language of the block.
    pub lang: Lang,
    /// The kind of the block.
    pub kind: BlockKind,
    /// Text before, from the same block.
    pub before: String,
    /// The hit as written.
    pub hit: String,
    /// Text after, from the same block.
    pub after: String,
}

/// A completion of what is being typed, or what may have been meant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suggestion {
    /// What to search for: the whole query.
    pub text: String,
    /// What it completes to.
    pub kind: Suggested,
    /// The language of a word.
    pub lang: Lang,
    /// Its occurrences in the collection, boilerplate included; of a field's value the
    /// sources that have it.
    pub count: u32,
}

/// What a suggestion is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Suggested {
    /// A word of the texts.
    Word,
    /// A name in all its spellings.
    Name,
    /// A subject in all its words.
    Concept,
    /// The value of a field.
    Field,
}
