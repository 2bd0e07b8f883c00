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
mod gate;
mod instead;
mod mentions;
mod named;
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
    gate::{Field, Gate},
    instead::instead,
    mentions::mentions,
    order::{GroupBy, HitGroup, HitOrder, HitsAnswer, Neighbour},
    parse::parse,
    rank::{Ranked, rank},
    scope::Scope,
    search::{Found, Hit, search},
    suggest::suggest,
    tree::{Leaf, Node, Query, Reach},
};
pub use crate::{index::NameKind, lang::cases::Case};
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
    /// Which of the colours its marks have, from 1; that of its place among the terms unless
    /// the reader chose one.
    #[serde(default)]
    pub colour: Option<u8>,
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
#[serde(default)]
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
    /// Names, of which a source mentions one at least, by their labels.
    #[serde(default)]
    pub names: Vec<String>,
    /// Concepts, of which a source has one at least, by their labels.
    #[serde(default)]
    pub concepts: Vec<String>,
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

/// How a form came to be one name with what was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum How {
    /// It is known to be a name of the same place or body.
    Known,
    /// It sounds the same.
    Sounds,
    /// It stands for a name of several words.
    Whole,
    /// The given name stands before it.
    Full,
    /// It stands alone, and its source calls only this person of that surname in full.
    SameSource,
}

impl How {
    /// What is said of it in English.
    #[must_use]
    pub const fn told(self) -> &'static str {
        match self {
            Self::Known => "known name",
            Self::Sounds => "same sounds",
            Self::Whole => "part of the name",
            Self::Full => "full name",
            Self::SameSource => "the only one of that surname in the source",
        }
    }
}

/// A name that a term covers.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct NameFound {
    /// What it is called.
    pub label: String,
    /// What it is of.
    pub kind: NameKind,
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
    /// How it came to be one name with what was typed.
    pub how: Option<How>,
    /// The cases that it may be, of a name.
    pub cases: Vec<Case>,
    /// Whether the reader switched it off.
    pub off: bool,
}

impl FormCount {
    /// Why it belongs to the query, in English: “name, Rex Tillerson: same sounds, genitive”.
    #[must_use]
    pub fn explained(&self) -> String {
        let mut told = format!("{:?}", self.reason).to_lowercase();
        if let Some(via) = &self.via {
            told += &format!(", {via}");
        }
        let mut more: Vec<String> = self.how.iter().map(|how| how.told().to_owned()).collect();
        if !self.cases.is_empty() {
            let cases: Vec<&str> = self.cases.iter().map(|case| case.name()).collect();
            more.push(cases.join(" or "));
        }
        if !more.is_empty() {
            told += &format!(": {}", more.join(", "));
        }
        told
    }
}

/// How many sources have a value of a field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facet {
    /// `lang`, `outlet`, `year`, `kind`, `name` or `concept`.
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
