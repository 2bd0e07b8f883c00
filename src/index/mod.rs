//! The index of a collection: every form, where it occurs, and what belongs together.
//!
//! In: documents (`Builder`, with feature `import`). Out: tables ([`Section`]s of bytes),
//! and [`Index`], a view of such bytes used in place. Invariants: the same documents in the
//! same order give the same bytes; every occurrence is a span of original bytes; boilerplate
//! is indexed like the rest, queries leave it out. How sections are framed in a file is for
//! `pack`.

#[cfg(feature = "import")]
mod builder;
mod concept_words;
#[cfg(feature = "import")]
mod concepts;
#[cfg(feature = "import")]
mod forms;
#[cfg(feature = "import")]
mod names;
mod postings;
mod relation;
#[cfg(feature = "import")]
mod rows;
mod sources;
pub mod statistics;
pub mod table;
mod vocabulary;
mod walk;

use self::table::{Groups, Ints, Strings};
#[cfg(feature = "import")]
pub use self::{builder::Builder, concepts::Concepts};
pub use self::{
    concept_words::ConceptWords,
    postings::{List, Occurrence},
    relation::Relation,
    sources::{BlockRow, Source, Sources, Stated},
    vocabulary::{Case, Part, Vocabulary, acronym_key},
    walk::Walk,
};
use crate::source::Presets;

/// How many bytes of text one index holds at most: its offsets are 32 bits wide.
pub const LIMIT: usize = 2_000_000_000;

/// The parts of an index, each a table of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Section {
    /// Title, description, view and terms of the collection ([`table::Strings`]).
    Info,
    /// Rows of sources (`sources`).
    Sources,
    /// Rows of blocks (`sources`).
    Blocks,
    /// Passages, delta-coded (`sources`).
    Passages,
    /// Metadata strings, each once ([`table::Strings`]).
    Strings,
    /// The texts, one after the other.
    Texts,
    /// Rows of languages (`vocabulary`).
    Languages,
    /// Finite-state maps from folded forms to numbers, a language after the other.
    Folds,
    /// Finite-state maps from lexeme keys to numbers, a language after the other.
    Keys,
    /// The first form of each folded form ([`table::Ints`]).
    FoldForms,
    /// The forms, lower case ([`table::Strings`]).
    Forms,
    /// How each form is mostly written, a byte each.
    Cases,
    /// The keys of each form ([`table::Groups`]).
    FormKeys,
    /// The forms of each key ([`table::Groups`]).
    KeyForms,
    /// Where the list of each form begins ([`table::Ints`]).
    Lists,
    /// Where each form occurs (`postings`).
    Postings,
    /// The names (`relation`).
    Names,
    /// The concepts (`relation`).
    Concepts,
    /// The words of those concepts (`concepts`).
    ConceptWords,
}

impl Section {
    /// All sections, in the order in which they are written.
    pub const ALL: [Self; 19] = [
        Self::Info,
        Self::Sources,
        Self::Blocks,
        Self::Passages,
        Self::Strings,
        Self::Texts,
        Self::Languages,
        Self::Folds,
        Self::Keys,
        Self::FoldForms,
        Self::Forms,
        Self::Cases,
        Self::FormKeys,
        Self::KeyForms,
        Self::Lists,
        Self::Postings,
        Self::Names,
        Self::Concepts,
        Self::ConceptWords,
    ];

    /// Its name in a pack: four letters.
    #[must_use]
    pub const fn tag(self) -> [u8; 4] {
        *match self {
            Self::Info => b"info",
            Self::Sources => b"srcs",
            Self::Blocks => b"blck",
            Self::Passages => b"psgs",
            Self::Strings => b"strs",
            Self::Texts => b"text",
            Self::Languages => b"lang",
            Self::Folds => b"fold",
            Self::Keys => b"keys",
            Self::FoldForms => b"ffrm",
            Self::Forms => b"form",
            Self::Cases => b"case",
            Self::FormKeys => b"fkey",
            Self::KeyForms => b"kfrm",
            Self::Lists => b"list",
            Self::Postings => b"post",
            Self::Names => b"name",
            Self::Concepts => b"conc",
            Self::ConceptWords => b"cwrd",
        }
    }
}

/// An index in use: views of the bytes of its sections.
#[derive(Clone, Copy)]
pub struct Index<'a> {
    info: Strings<'a>,
    /// The sources.
    pub sources: Sources<'a>,
    /// The forms.
    pub vocabulary: Vocabulary<'a>,
    /// The names: labels and forms.
    pub names: Relation<'a>,
    /// The concepts: ids and forms.
    pub concepts: Relation<'a>,
    /// The words of the concepts, in all languages.
    pub concept_words: ConceptWords<'a>,
}

impl<'a> Index<'a> {
    /// The index whose sections `bytes` gives. Reading bytes in place costs nothing.
    pub fn new(bytes: impl Fn(Section) -> &'a [u8]) -> Self {
        let ints = |section| Ints::new(bytes(section));
        Self {
            info: Strings::new(bytes(Section::Info)),
            sources: Sources {
                rows: ints(Section::Sources),
                blocks: ints(Section::Blocks),
                passages: bytes(Section::Passages),
                strings: Strings::new(bytes(Section::Strings)),
                texts: bytes(Section::Texts),
            },
            vocabulary: vocabulary(&bytes),
            names: Relation::new(bytes(Section::Names)),
            concepts: Relation::new(bytes(Section::Concepts)),
            concept_words: ConceptWords::new(bytes(Section::ConceptWords)),
        }
    }

    /// The collection's title.
    #[must_use]
    pub fn title(&self) -> &'a str {
        self.info.get(0)
    }

    /// What the collection is.
    #[must_use]
    pub fn description(&self) -> &'a str {
        self.info.get(1)
    }

    /// What a reader finds lit on opening it.
    #[must_use]
    pub fn presets(&self) -> Presets {
        let view = Some(self.info.get(2)).filter(|view| !view.is_empty()).map(str::to_owned);
        Presets {
            terms: (3..self.info.len()).map(|at| self.info.get(at).to_owned()).collect(),
            view,
        }
    }
}

fn vocabulary<'a>(bytes: &impl Fn(Section) -> &'a [u8]) -> Vocabulary<'a> {
    Vocabulary {
        languages: Ints::new(bytes(Section::Languages)),
        folds: bytes(Section::Folds),
        keys: bytes(Section::Keys),
        fold_forms: Ints::new(bytes(Section::FoldForms)),
        forms: Strings::new(bytes(Section::Forms)),
        cases: bytes(Section::Cases),
        form_keys: Groups::new(bytes(Section::FormKeys)),
        key_forms: Groups::new(bytes(Section::KeyForms)),
        lists: Ints::new(bytes(Section::Lists)),
        postings: bytes(Section::Postings),
    }
}
