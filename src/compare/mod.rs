//! Comparison: what two or more sources share, and what only one of them has.
//!
//! In: an index and the sources' numbers. Out: [`Comparison`]: names, concepts, words and
//! figures with their counts in each source, links between passages with their evidence,
//! and the passages without a link. Invariants: the order of the sources changes the order
//! of columns, nothing else; every link says what ties it. Comments and boilerplate are
//! not compared.

pub mod coverage;
pub mod diff;
mod facts;
pub mod keyness;
mod links;
pub mod readers;
pub mod reuse;
mod shared;
mod tally;
pub mod timeline;
pub mod told;

use serde::{Deserialize, Serialize};

pub use self::tally::Counted;
use crate::{index::Index, span::Span};

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
    /// Other words of weight and where they occur.
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
    /// What kind of tie it is.
    pub kind: EvidenceKind,
    /// As it stands in `a`.
    pub a: Span,
    /// As it stands in `b`.
    pub b: Span,
}

/// The kinds of ties, strongest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum EvidenceKind {
    /// A person, place or body.
    Name,
    /// A number.
    Figure,
    /// A subject.
    Concept,
    /// A word of the same language.
    Word,
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

/// Compares the sources of those numbers.
#[must_use]
pub fn compare(index: Index<'_>, sources: &[u32]) -> Comparison {
    let facts: Vec<_> = sources.iter().map(|&source| facts::facts(index, source)).collect();
    let links = links::links(index, sources, &facts);
    let only = links::unlinked(index, sources, &facts, &links);
    let ids = sources.iter().map(|&source| index.sources.get(source).id().to_owned());
    let list = |kind| shared::shared(index, sources, &facts, kind);
    Comparison {
        sources: ids.collect(),
        only,
        concepts: list(EvidenceKind::Concept),
        names: list(EvidenceKind::Name),
        words: list(EvidenceKind::Word),
        figures: list(EvidenceKind::Figure),
        links,
    }
}
