//! What can be asked of the engine and what it answers.
//!
//! [`Request`] and [`Response`] cross from the page to the worker in a binary format that
//! names no fields, so nothing here is flattened or left out; what the command line prints
//! and the JavaScript API returns is shaped from them. Positions are UTF-8 bytes into a
//! source's text. Answers carry what a screen needs, no more. How an
//! answer is found does not belong here.

use serde::{Deserialize, Serialize};

use crate::{lang::Lang, source::BlockKind, span::Span};

/// A question to the engine.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Request {
    /// What the collection is, with a card for each source. Answer: [`Response::Collection`].
    Collection,
    /// Where the terms occur in the filtered sources, counted. Answer: [`Response::Search`].
    Search {
        /// The reader's terms, each a query of its own.
        terms: Vec<Term>,
        /// Which sources and blocks to look in.
        filter: Filter,
    },
    /// One source in full. Answer: [`Response::Source`].
    Source {
        /// Its id.
        id: String,
    },
    /// Every mark of the terms in one source. Answer: [`Response::Marks`].
    Marks {
        /// The source's id.
        id: String,
        /// The reader's terms.
        terms: Vec<Term>,
        /// Which blocks to look in.
        filter: Filter,
    },
    /// A stretch of the concordance. Answer: [`Response::Hits`].
    Hits {
        /// The reader's terms.
        terms: Vec<Term>,
        /// Which sources and blocks to look in.
        filter: Filter,
        /// The first line wanted, from 0.
        from: u32,
        /// How many lines at most.
        count: u32,
    },
    /// Two or more sources side by side. Answer: [`Response::Comparison`].
    Compare {
        /// Their ids, in the order of the columns.
        ids: Vec<String>,
    },
    /// Words of the collection that begin like `text`. Answer: [`Response::Suggestions`].
    Suggest {
        /// What was typed so far.
        text: String,
        /// How many at most.
        count: u32,
    },
}

/// An answer of the engine, one kind for each [`Request`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Response {
    /// To [`Request::Collection`].
    Collection(CollectionInfo),
    /// To [`Request::Search`].
    Search(SearchAnswer),
    /// To [`Request::Source`].
    Source(SourceText),
    /// To [`Request::Marks`].
    Marks(Vec<Mark>),
    /// To [`Request::Hits`].
    Hits(HitsAnswer),
    /// To [`Request::Compare`].
    Comparison(Comparison),
    /// To [`Request::Suggest`].
    Suggestions(Vec<Suggestion>),
    /// To any request that could not be answered: a sentence for the reader.
    Refused(String),
}

/// One thing the reader looks for, with the forms switched off.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Term {
    /// The query, as typed.
    pub query: String,
    /// Forms that shall not count.
    #[serde(default)]
    pub without: Vec<FormId>,
}

impl Term {
    /// A term with all its forms.
    #[must_use]
    pub fn new(query: impl Into<String>) -> Self {
        Self { query: query.into(), without: Vec::new() }
    }
}

/// A form as readers and addresses name it: its language and its letters, lower case.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct FormId {
    /// The language of the text it stands in.
    pub lang: Lang,
    /// Its letters, lower case.
    pub form: String,
}

/// Which sources and blocks a request looks in. Empty lists narrow nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Filter {
    /// Languages of sources.
    #[serde(default)]
    pub langs: Vec<Lang>,
    /// Outlets, as written in the collection.
    #[serde(default)]
    pub outlets: Vec<String>,
    /// Earliest date, ISO 8601, inclusive, as precise as given.
    #[serde(default)]
    pub from: Option<String>,
    /// Latest date, inclusive.
    #[serde(default)]
    pub to: Option<String>,
    /// Kinds of blocks; empty means all but boilerplate.
    #[serde(default)]
    pub kinds: Vec<BlockKind>,
    /// Ids of sources.
    #[serde(default)]
    pub ids: Vec<String>,
}

/// The collection and its sources.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CollectionInfo {
    /// Its title.
    pub title: String,
    /// What it is.
    pub description: String,
    /// Terms lit on opening.
    pub terms: Vec<String>,
    /// The view to open.
    pub view: Option<String>,
    /// The pack's hash, 16 hexadecimal digits: names the collection in addresses.
    pub hash: String,
    /// A card for each source, in the collection's order.
    pub sources: Vec<Card>,
}

/// What a list shows of a source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    /// Its id.
    pub id: String,
    /// Its headline, or its first words where it has none.
    pub title: String,
    /// Who published it.
    pub outlet: Option<String>,
    /// The language of most of its main text.
    pub lang: Lang,
    /// When it was published, ISO 8601.
    pub date: Option<String>,
    /// Where the date came from.
    pub date_reason: Option<String>,
    /// Where the original is.
    pub url: Option<String>,
    /// The headline of the original that a digest retells.
    pub cites: Option<String>,
    /// Who wrote it.
    pub authors: Vec<String>,
    /// How many words it has outside boilerplate.
    pub words: u32,
    /// How long its text is, in bytes: what positions of hits are shares of.
    pub bytes: u32,
    /// How many comments.
    pub comments: u32,
}

/// Where terms occur, counted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SearchAnswer {
    /// One for each term asked, in order.
    pub terms: Vec<TermAnswer>,
    /// The sources that pass the filter, in the collection's order, with or without hits.
    pub sources: Vec<SourceHits>,
    /// Counts for narrowing further.
    pub facets: Vec<Facet>,
}

/// What one term found.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TermAnswer {
    /// Hits in all sources that pass the filter.
    pub total: u32,
    /// Sources with a hit.
    pub sources: u32,
    /// Every form that the term covers in the collection, switched off ones included.
    pub forms: Vec<FormCount>,
    /// What of the query was not understood, as sentences.
    pub notes: Vec<String>,
}

/// A form that a term covers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormCount {
    /// Its letters as mostly written (`Путина`, `ФСБ`, `санкций`).
    pub form: String,
    /// The language of the text it stands in.
    pub lang: Lang,
    /// Its hits in all sources that pass the filter.
    pub count: u32,
    /// Why it belongs to the term.
    pub reason: Why,
    /// Through which word or subject, where that says more (`Trump`, `sanctions`).
    pub via: Option<String>,
    /// Whether the reader switched it off.
    pub off: bool,
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
}

/// Hits in one source, a number for each term.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceHits {
    /// The source's id.
    pub id: String,
    /// Its hits, by term.
    pub hits: Vec<u32>,
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

/// One source in full.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceText {
    /// Its card.
    pub card: Card,
    /// Its text.
    pub text: String,
    /// Its blocks.
    pub blocks: Vec<BlockInfo>,
}

/// A block of a source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BlockInfo {
    /// Its role.
    pub kind: BlockKind,
    /// Its bytes.
    pub span: Span,
    /// Its language.
    pub lang: Lang,
    /// Comments: how deep in the thread.
    pub depth: u8,
    /// Comments: who.
    pub author: Option<String>,
    /// Comments: when.
    pub time: Option<String>,
    /// Where its own words begin, after its header.
    pub body: u32,
    /// Why it has this role.
    pub reason: String,
}

/// One hit, as painted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// Its bytes in the source's text.
    pub span: Span,
    /// Which of the terms asked, from 0.
    pub term: u32,
    /// The form that matched: index into that term's forms.
    pub form: u32,
}

/// A stretch of the concordance.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct HitsAnswer {
    /// How many lines there are in all.
    pub total: u32,
    /// The lines asked for.
    pub lines: Vec<HitLine>,
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

/// A passage of a source.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Passage {
    /// The source's id.
    pub source: String,
    /// Its bytes in the source's text.
    pub span: Span,
}

/// Sources side by side.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Comparison {
    /// The sources compared, in the order asked.
    pub sources: Vec<String>,
    /// Passages that tell the same, with what ties them.
    pub links: Vec<Link>,
    /// Passages without a counterpart, in the order of the sources.
    pub only: Vec<Vec<Passage>>,
    /// Subjects and where they occur.
    pub concepts: Vec<Shared>,
    /// Names and where they occur.
    pub names: Vec<Shared>,
    /// Other words of weight and where they occur, by language.
    pub words: Vec<Shared>,
    /// Figures and where they occur.
    pub figures: Vec<Shared>,
}

/// A tie between two passages of different sources.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Link {
    /// The passage of the source asked for earlier.
    pub a: Passage,
    /// Its counterpart.
    pub b: Passage,
    /// How strong, above 0; comparable within one comparison.
    pub score: f64,
    /// What ties them, strongest first.
    pub evidence: Vec<Evidence>,
}

/// What two linked passages share.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// `name`, `figure`, `concept` or `word`.
    pub kind: String,
    /// As it stands in `a`.
    pub a: Span,
    /// As it stands in `b`.
    pub b: Span,
}

/// Something that sources share or do not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shared {
    /// As mostly written.
    pub label: String,
    /// A query that finds it.
    pub query: String,
    /// How often in each source, in the order asked.
    pub counts: Vec<u32>,
    /// The passages it stands in, at most a few for each source.
    pub passages: Vec<Passage>,
}

/// A completion of what is being typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suggestion {
    /// What to search for.
    pub text: String,
    /// Its language.
    pub lang: Lang,
    /// Its occurrences in the collection.
    pub count: u32,
}
