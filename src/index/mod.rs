//! The index of a collection: every form, where it occurs, and what belongs together.
//!
//! In: documents (`Builder`, with feature `import`). Out: tables ([`Section`]s of bytes),
//! and [`Index`], a view of such bytes used in place. Invariants: the same documents in the
//! same order give the same bytes; every occurrence is a span of original bytes; boilerplate
//! is indexed like the rest, queries leave it out. How sections are framed in a file is for
//! `pack`.

#[cfg(feature = "import")]
mod builder;
#[cfg(feature = "import")]
mod called;
#[cfg(feature = "import")]
mod candidates;
#[cfg(feature = "import")]
mod closest;
mod concept_words;
#[cfg(feature = "import")]
mod concepts;
mod dictionary;
#[cfg(feature = "import")]
pub(crate) mod everyday;
#[cfg(feature = "import")]
mod forms;
#[cfg(feature = "import")]
mod in_full;
#[cfg(feature = "import")]
mod known;
mod lexemes;
#[cfg(feature = "import")]
mod names;
pub mod namesakes;
#[cfg(feature = "import")]
mod parts;
#[cfg(feature = "import")]
mod people;
mod postings;
mod relation;
mod reports;
#[cfg(feature = "import")]
mod rows;
#[cfg(feature = "import")]
mod runs;
pub mod slim;
mod sources;
pub mod statistics;
pub mod table;
mod vocabulary;
mod walk;

#[cfg(feature = "import")]
pub use self::{
    builder::Builder,
    concepts::{ConceptList, Concepts},
};
pub use self::{
    concept_words::ConceptWords,
    postings::{List, Occurrence},
    relation::Relation,
    sources::{BlockRow, Source, Sources},
    vocabulary::{Case, Part, Vocabulary, acronym_key},
    walk::Walk,
};
use self::{
    reports::Reports,
    table::{Groups, Ints, Strings},
    vocabulary::PART,
};
use crate::{
    lang::Lang,
    source::{Note, Presets},
};

/// How many bytes of text one index holds at most: its offsets are 32 bits wide.
pub const LIMIT: usize = 2_000_000_000;

/// Everyday words that say more than others are numbered from here.
pub(crate) const FIRST_GENERAL: u32 = 10_000;
/// What their groups are called.
const GENERAL: &str = "general";

/// What a name is of, as far as the texts and the gazetteer tell.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    serde::Serialize,
    serde::Deserialize,
)]
#[serde(rename_all = "lowercase")]
#[repr(u8)]
pub enum NameKind {
    /// They do not tell.
    #[default]
    Unknown,
    /// A person.
    Person,
    /// A place.
    Place,
    /// An organisation.
    Body,
    /// A place that also speaks for its government: “Moscow said”.
    Government,
}

impl NameKind {
    /// Its English name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Unknown => "name",
            Self::Person => "person",
            Self::Place => "place",
            Self::Body => "body",
            Self::Government => "place, also for its government",
        }
    }
}

/// Why a form is a name's.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Joined {
    /// Nothing was joined: all forms of the name are one lexeme's.
    #[default]
    Alone,
    /// It is known to be a name of the same place or body.
    Known,
    /// It sounds like the name in another language.
    Sounds,
    /// It is hardly ever without the rest of a name of several words.
    Whole,
}

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
    /// What import reported of each source (`reports`).
    Reports,
    /// Rows of languages (`vocabulary`).
    Languages,
    /// The folded forms (`dictionary`), a language after the other.
    Folds,
    /// The lexeme keys (`dictionary`), a language after the other.
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
    /// What each name is of, a byte each ([`NameKind`]).
    NameKinds,
    /// Why each form of each name is the name's, a byte each ([`Joined`]), in their order.
    NameReasons,
    /// The words of known names, in all languages (`concept_words`).
    NameWords,
    /// The given names that tell people of one surname apart ([`table::Groups`]).
    Given,
    /// Where each of those people is called in full (`namesakes`).
    InFull,
    /// The concepts (`relation`).
    Concepts,
    /// The words of those concepts (`concepts`).
    ConceptWords,
    /// What those concepts are called in each language (`concepts`).
    ConceptLabels,
    /// Everyday words (`relation`).
    Everyday,
    /// Notes: of each the source's id, the byte where its block begins or nothing, and what it
    /// says ([`table::Strings`]).
    Notes,
}

impl Section {
    /// All sections, in the order in which they are written.
    pub const ALL: [Self; 28] = [
        Self::Info,
        Self::Sources,
        Self::Blocks,
        Self::Passages,
        Self::Strings,
        Self::Texts,
        Self::Reports,
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
        Self::NameKinds,
        Self::NameReasons,
        Self::NameWords,
        Self::Given,
        Self::InFull,
        Self::Concepts,
        Self::ConceptWords,
        Self::ConceptLabels,
        Self::Everyday,
        Self::Notes,
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
            Self::NameKinds => b"nknd",
            Self::NameReasons => b"nrsn",
            Self::NameWords => b"nwrd",
            Self::Given => b"givn",
            Self::InFull => b"full",
            Self::Concepts => b"conc",
            Self::ConceptWords => b"cwrd",
            Self::ConceptLabels => b"clab",
            Self::Everyday => b"evry",
            Self::Notes => b"note",
            Self::Reports => b"rept",
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
    name_kinds: &'a [u8],
    name_reasons: &'a [u8],
    /// The words of names that are known, in all languages.
    pub name_words: ConceptWords<'a>,
    /// The given names of people who share their surname, by name.
    pub given: Groups<'a>,
    in_full: Groups<'a>,
    /// The concepts: ids and forms.
    pub concepts: Relation<'a>,
    /// The words of the concepts, in all languages.
    pub concept_words: ConceptWords<'a>,
    concept_labels: Strings<'a>,
    everyday: Relation<'a>,
    notes: Strings<'a>,
}

impl<'a> Index<'a> {
    /// The index whose sections `bytes` gives. Reading bytes in place costs nothing.
    pub fn new(bytes: impl Fn(Section) -> &'a [u8]) -> Self {
        let ints = |section| Ints::new(bytes(section));
        let rows = ints(Section::Sources);
        Self {
            info: Strings::new(bytes(Section::Info)),
            sources: Sources {
                rows,
                blocks: ints(Section::Blocks),
                passages: bytes(Section::Passages),
                strings: Strings::new(bytes(Section::Strings)),
                texts: bytes(Section::Texts),
                reports: Reports::new(bytes(Section::Reports), sources::count(rows)),
            },
            vocabulary: vocabulary(&bytes),
            names: Relation::new(bytes(Section::Names)),
            name_kinds: bytes(Section::NameKinds),
            name_reasons: bytes(Section::NameReasons),
            name_words: ConceptWords::new(bytes(Section::NameWords)),
            given: Groups::new(bytes(Section::Given)),
            in_full: Groups::new(bytes(Section::InFull)),
            concepts: Relation::new(bytes(Section::Concepts)),
            concept_words: ConceptWords::new(bytes(Section::ConceptWords)),
            concept_labels: Strings::new(bytes(Section::ConceptLabels)),
            everyday: Relation::new(bytes(Section::Everyday)),
            notes: Strings::new(bytes(Section::Notes)),
        }
    }

    /// The collection's title.
    #[must_use]
    pub fn title(&self) -> &'a str {
        self.info.get(0)
    }

    /// The rows of everyday words that a form stands in; those of general ones are numbered
    /// from [`FIRST_GENERAL`].
    pub(crate) fn everyday_of(&self, form: u32) -> impl Iterator<Item = u32> + 'a {
        let all = self.everyday;
        let is_general = move |row| all.label(row) == GENERAL;
        all.of(form).map(move |row| if is_general(row) { row + FIRST_GENERAL } else { row })
    }

    /// What a name is of.
    #[must_use]
    pub fn name_kind(&self, name: u32) -> NameKind {
        match self.name_kinds.get(name as usize) {
            Some(1) => NameKind::Person,
            Some(2) => NameKind::Place,
            Some(3) => NameKind::Body,
            Some(4) => NameKind::Government,
            _ => NameKind::Unknown,
        }
    }

    /// Whether others have the same forms: several people of one surname.
    #[must_use]
    pub fn is_shared(&self, name: u32) -> bool {
        !self.given.get(name as usize).is_empty()
    }

    /// The forms of a name, each with why it is the name's; without a word about that, alone.
    pub fn joined(&self, name: u32) -> impl Iterator<Item = (u32, Joined)> + 'a {
        let (reasons, from) = (self.name_reasons, self.names.first_form(name));
        self.names.forms(name).iter().enumerate().map(move |(at, form)| {
            let joined = match reasons.get(from.saturating_add(at)) {
                Some(1) => Joined::Known,
                Some(2) => Joined::Sounds,
                Some(3) => Joined::Whole,
                _ => Joined::Alone,
            };
            (form, joined)
        })
    }

    /// What the collection is.
    #[must_use]
    pub fn description(&self) -> &'a str {
        self.info.get(1)
    }

    /// What a concept is called in a language, where its list says it.
    #[must_use]
    pub fn concept_label(&self, concept: u32, lang: Lang) -> Option<&'a str> {
        let mut labels = self.concept_labels.get(concept as usize).lines();
        labels.find_map(|line| line.strip_prefix(lang.code())?.strip_prefix(' '))
    }

    /// What a reader finds lit on opening it.
    #[must_use]
    pub fn presets(&self) -> Presets {
        let view = Some(self.info.get(2)).filter(|view| !view.is_empty()).map(str::to_owned);
        Presets {
            terms: (3..self.info.len()).map(|at| self.info.get(at).to_owned()).collect(),
            view,
            notes: (0..self.notes.len() / 3)
                .map(|at| {
                    let part = |nth| self.notes.get(3 * at + nth);
                    let (source, text) = (part(0).to_owned(), part(2).to_owned());
                    Note { source, at: part(1).parse().ok(), text }
                })
                .collect(),
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
