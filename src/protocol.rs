//! What can be asked of the engine and what it answers.
//!
//! [`Request`] and [`Response`] cross from the page to the worker in a binary format that
//! names no fields, so nothing here is flattened or left out; what the command line prints
//! and the JavaScript API returns is shaped from them. Positions are UTF-8 bytes into a
//! source's text. Answers carry what a screen needs, no more. How an answer is found does
//! not belong here.

use serde::{Deserialize, Serialize};

pub use crate::{
    compare::{
        Comparison, Corrections, Counted, Evidence, EvidenceKind, Link, Meeting, Meets, Method,
        Passage, Progress, Shared, Silence, Taught, TaughtWord,
        coverage::{Column, Coverage, CoverageRow, rate},
        diff::{Diff, Edit},
        keyness::{Frequencies, FrequencyRow, Keyness, KeynessRow},
        matching::{Matches, Matching, SourceMatches},
        readers::Readers,
        reuse::{First, Reuse, Reused, ReusedShare},
        timeline::{Moment, MomentKind},
        told::{
            Agreement, DateRow, DateTold, Exact, Figure, FigureRow, Quotation, QuotationRow, Told,
            Understood,
        },
    },
    query::{
        Case, Collocate, Collocates, Facet, Filter, FormCount, FormId, GroupBy, HitGroup, HitLine,
        HitOrder, HitsAnswer, How, Keep, Measure, NameFound, NameKind, Neighbour, Ranked,
        Suggested, Suggestion, Term, Why,
    },
};
use crate::{
    lang::Lang,
    source::{BlockKind, Meta, Note, Report},
    span::Span,
};

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
        /// How the lines are sorted and grouped.
        order: HitOrder,
        /// The first line wanted, from 0.
        from: u32,
        /// How many lines at most.
        count: u32,
    },
    /// All hits as comma-separated values. Answer: [`Response::Csv`].
    Csv {
        /// The reader's terms.
        terms: Vec<Term>,
        /// Which sources and blocks to look in.
        filter: Filter,
        /// How the rows are sorted and grouped.
        order: HitOrder,
    },
    /// The sources with hits, best first. Answer: [`Response::Ranking`].
    Rank {
        /// The reader's terms.
        terms: Vec<Term>,
        /// Which sources and blocks to look in.
        filter: Filter,
    },
    /// The words that stand near the hits. Answer: [`Response::Collocates`].
    Collocates {
        /// The reader's terms.
        terms: Vec<Term>,
        /// Which sources and blocks to look in.
        filter: Filter,
        /// How many words on either side of a hit count.
        window: u32,
        /// How often a word must stand there at least.
        least: u32,
        /// What the words are sorted by.
        measure: Measure,
        /// How many at most.
        count: u32,
    },
    /// Two or more sources side by side. Answer: [`Response::Comparison`].
    Compare {
        /// Their ids, in the order of the columns.
        ids: Vec<String>,
        /// What the reader changed about links.
        corrections: Corrections,
    },
    /// How often each source has each concept, name or word. Answer: [`Response::Coverage`].
    Coverage {
        /// What is counted.
        of: Counted,
        /// Which sources and blocks; main text, if it names no kinds.
        filter: Filter,
        /// How many rows at most.
        most: u32,
    },
    /// What a group of sources has most. Answer: [`Response::Frequencies`].
    Frequencies {
        /// What is counted.
        of: Counted,
        /// The group: sources and blocks; main text, if it names no kinds.
        group: Filter,
        /// How many rows at most.
        most: u32,
    },
    /// What is typical of a group of sources against another. Answer: [`Response::Keyness`].
    Keyness {
        /// What is counted.
        of: Counted,
        /// The group: sources and blocks; main text, if it names no kinds.
        group: Filter,
        /// The other.
        against: Filter,
        /// Occurrences in both together that a row needs.
        least: u32,
        /// How many rows at most.
        most: u32,
    },
    /// What only the comments of a source bring, and what they leave out. Answer:
    /// [`Response::Readers`].
    Readers {
        /// The source's id.
        id: String,
        /// What is counted.
        of: Counted,
        /// How many rows of either at most.
        most: u32,
    },
    /// Figures, dates and quotations side by side. Answer: [`Response::Told`].
    Told {
        /// The sources' ids, in the order of the columns.
        ids: Vec<String>,
    },
    /// Publications, comments and dates told. Answer: [`Response::Timeline`].
    Timeline {
        /// Which sources.
        filter: Filter,
    },
    /// Stretches that sources have in the same words. Answer: [`Response::Reuse`].
    Reuse {
        /// Which sources and blocks; main text, if it names no kinds.
        filter: Filter,
        /// How many rows at most.
        most: u32,
    },
    /// Which sources tell the same event. Answer: [`Response::Matches`].
    Matches {
        /// How many matches of a source at most.
        most: u32,
    },
    /// The words by which two stretches differ. Answer: [`Response::Diff`].
    Diff {
        /// A stretch of a source.
        a: Passage,
        /// Another, of the same or of another source.
        b: Passage,
    },
    /// The names and concepts that most sources mention. Answer: [`Response::Mentions`].
    Mentions {
        /// Which sources and blocks.
        filter: Filter,
        /// How many of either at most.
        most: u32,
    },
    /// What the concepts that occur are called in a language. Answer: [`Response::Labels`].
    Labels {
        /// The language.
        lang: Lang,
    },
    /// Ways to go on from a query that is being typed. Answer: [`Response::Suggestions`].
    Suggest {
        /// What was typed so far.
        text: String,
        /// How many at most.
        count: u32,
    },
}

impl Request {
    /// Whether the whole collection is gone through to answer it, in slices.
    #[must_use]
    pub const fn is_long(&self) -> bool {
        matches!(self, Self::Reuse { .. } | Self::Matches { .. })
    }
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
    /// To [`Request::Csv`].
    Csv(String),
    /// To [`Request::Rank`].
    Ranking(Vec<Ranked>),
    /// To [`Request::Collocates`].
    Collocates(Collocates),
    /// To [`Request::Compare`].
    Comparison(Comparison),
    /// To [`Request::Coverage`].
    Coverage(Coverage),
    /// To [`Request::Frequencies`].
    Frequencies(Frequencies),
    /// To [`Request::Keyness`].
    Keyness(Keyness),
    /// To [`Request::Readers`].
    Readers(Readers),
    /// To [`Request::Told`].
    Told(Told),
    /// To [`Request::Timeline`]: earliest first.
    Timeline(Vec<Moment>),
    /// To [`Request::Reuse`].
    Reuse(Reuse),
    /// To [`Request::Matches`].
    Matches(Matches),
    /// To [`Request::Diff`].
    Diff(Diff),
    /// To [`Request::Mentions`]: facets, names first.
    Mentions(Vec<Facet>),
    /// To [`Request::Labels`]: label and word of each that the language has a word for, rising.
    Labels(Vec<(String, String)>),
    /// To [`Request::Suggest`].
    Suggestions(Vec<Suggestion>),
    /// To any request that could not be answered: a sentence for the reader.
    Refused(String),
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
    /// The view to open, or its address from `#` on.
    pub view: Option<String>,
    /// What its author noted.
    pub notes: Vec<Note>,
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
    /// The names that the term covers.
    pub names: Vec<NameFound>,
    /// Where nothing was found: what was probably meant.
    pub instead: Vec<Suggestion>,
}

/// Hits in one source, a number for each term.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceHits {
    /// The source's id.
    pub id: String,
    /// Its hits, by term.
    pub hits: Vec<u32>,
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
    /// What is known of it, with reasons.
    pub meta: Box<Meta>,
    /// What import did with its file.
    pub report: Report,
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
