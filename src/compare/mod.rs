//! Comparison: what two or more sources share, and what only one of them has.
//!
//! In: an index and the sources' numbers. Out: [`Comparison`]: names, concepts, words and
//! figures with their counts in each source, links between passages with their evidence,
//! and the passages without a link. Invariants: the order of the sources changes the order
//! of columns, nothing else; every link says what ties it. Comments and boilerplate are
//! not compared.

pub mod align;
mod corrections;
pub mod coverage;
pub mod diff;
mod facts;
pub mod job;
pub mod keyness;
mod links;
pub mod matching;
pub mod readers;
pub mod reuse;
mod shared;
mod silences;
mod tally;
pub mod timeline;
pub mod told;

use serde::{Deserialize, Serialize};

pub use self::{
    align::{Meets, Method},
    corrections::{Corrections, Taught, TaughtWord},
    silences::Silence,
    tally::Counted,
};
use crate::{index::Index, span::Span};

/// How far a long job is, in arbitrary units of equal work.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// Done.
    pub done: u32,
    /// In all.
    pub total: u32,
}

/// A passage of a source.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
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
    /// For each source, what most others tell and it does not; nothing for two sources.
    pub silences: Vec<Vec<Silence>>,
    /// Subjects and where they occur.
    pub concepts: Vec<Shared>,
    /// Names and where they occur.
    pub names: Vec<Shared>,
    /// Other words of weight and where they occur.
    pub words: Vec<Shared>,
    /// Figures and where they occur.
    pub figures: Vec<Shared>,
    /// How much every two of the sources meet.
    pub meetings: Vec<Meeting>,
    /// The words that passages joined by the reader taught the collection.
    pub taught: Vec<Taught>,
}

/// How much two sources meet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meeting {
    /// Their ids, in the order asked.
    pub sources: [String; 2],
    /// How many passages of each are linked.
    pub linked: [u32; 2],
    /// How many passages each has.
    pub passages: [u32; 2],
    /// What that says.
    pub how: Meets,
}

/// A tie between two passages of different sources.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Link {
    /// The passage of the source asked for earlier.
    pub a: Passage,
    /// Its counterpart.
    pub b: Passage,
    /// How sure, from 0 to 1.
    pub score: f64,
    /// How it was found.
    pub method: Method,
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
    /// A number or a date.
    Figure,
    /// A subject.
    Concept,
    /// The same word, or one that sounds like it in another language.
    Word,
    /// Words that passages joined by the reader taught.
    Taught,
}

impl EvidenceKind {
    /// Its name for programs, serde's too.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Figure => "figure",
            Self::Concept => "concept",
            Self::Word => "word",
            Self::Taught => "taught",
        }
    }
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

/// Compares the sources of those numbers, as the reader corrected it.
#[must_use]
pub fn compare(index: Index<'_>, sources: &[u32], corrections: &Corrections) -> Comparison {
    let facts: Vec<_> = sources.iter().map(|&source| facts::facts(index, source)).collect();
    let mut sides = links::Sides::new(index);
    let (taught, lessons) = corrections::taught(index, corrections, &mut sides);
    let (links, meetings) = links::links(&mut sides, sources, corrections, &lessons);
    let only = links::unlinked(index, sources, &facts, &links);
    let ids: Vec<String> =
        sources.iter().map(|&source| index.sources.get(source).id().to_owned()).collect();
    let list = |kind| shared::shared(index, sources, &facts, kind);
    let [names, figures, concepts, words] =
        [EvidenceKind::Name, EvidenceKind::Figure, EvidenceKind::Concept, EvidenceKind::Word]
            .map(list);
    let silences = silences::silences(
        &ids,
        &links,
        &[
            (EvidenceKind::Name, &names),
            (EvidenceKind::Figure, &figures),
            (EvidenceKind::Concept, &concepts),
        ],
    );
    Comparison {
        sources: ids,
        links,
        only,
        silences,
        concepts,
        names,
        words,
        figures,
        meetings,
        taught,
    }
}

#[cfg(all(test, feature = "import"))]
mod tests;
