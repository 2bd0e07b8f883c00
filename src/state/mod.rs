//! What the reader has open, as one value.
//!
//! In: [`Action`]s. Out: the next [`State`], by the pure function [`reduce()`]. A [`Place`] is
//! the part of it that an address names ([`address`]): opening the address gives the place
//! back. Answers of the engine are not state: components ask for what a place needs. The
//! browser does not belong here; all of it is tested natively.

mod action;
pub mod address;
pub mod corrections;
mod escape;
mod face;
mod group;
mod look;
pub mod notes;
pub mod origin;
mod reduce;
pub mod sets;

pub use action::Action;
pub use face::Face;
pub use group::Group;
pub use look::Look;
pub use notes::Note;
pub use reduce::{MOST_COMPARED, MOST_TERMS, reduce};

/// How many colours there are for the marks of terms.
pub const COLOURS: u8 = 8;

use crate::{
    lang::Lang,
    protocol::{Corrections, Counted, Filter, HitOrder, Term},
};

/// Everything that decides what the page shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// What an address names.
    pub place: Place,
    /// What belongs to the reader, not to the address.
    pub settings: Settings,
    /// What the reader should know and has not put away, oldest first.
    pub notices: Vec<Notice>,
    /// What the page shows where the address names no place: the author's presets.
    pub home: Place,
    /// Whether the address named a place, so that the presets stay out.
    pub addressed: bool,
    /// The reader's notes.
    pub notes: Vec<Note>,
    /// What the reader herself said of links, whatever an address says of them besides: for
    /// addresses that name no changes.
    pub kept: Corrections,
    /// What the reader can change as it was before each change, latest last.
    pub past: Vec<Past>,
}

/// What a change of the reader can be taken back to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Past {
    terms: Vec<Term>,
    filter: Filter,
    notes: Vec<Note>,
    corrections: Corrections,
    kept: Corrections,
}

/// A view with its terms and filters: what Share gives to somebody else.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The view that is open.
    pub view: View,
    /// The reader's terms, in the order of their colours.
    pub terms: Vec<Term>,
    /// Which sources and blocks count.
    pub filter: Filter,
    /// The source that Read shows, or showed last.
    pub source: Option<String>,
    /// Where in that source: a byte of its text.
    pub at: Option<u32>,
    /// The sources that Compare shows, in the order of the columns.
    pub compare: Vec<String>,
    /// What of a comparison is shown.
    pub face: Face,
    /// What the reader changed about links.
    pub corrections: Corrections,
    /// Which part of the Overview is shown.
    pub part: Part,
    /// What is counted in tables: names, concepts or words.
    pub unit: Counted,
    /// The group whose words are looked at.
    pub these: Option<Group>,
    /// The group they are set against; `None`: all the others.
    pub against: Option<Group>,
    /// Whether Words lists what stands near the hits, and how many words on either side.
    pub near: Option<u32>,
    /// How Hits sorts and groups its lines.
    pub order: HitOrder,
}

impl Place {
    /// Whether going from here to `other` is a step of its own for Back, or only a change
    /// of what the same view shows.
    #[must_use]
    pub fn is_same_page(&self, other: &Self) -> bool {
        let of =
            |place: &Self| (place.view, place.part, place.source.clone(), place.compare.clone());
        of(self) == of(other)
    }
}

/// The views, on the keys 1 to 5.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    serde::Serialize,
    serde::Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum View {
    /// Who says what: the sources with their hits, names and concepts, and when.
    #[default]
    Overview,
    /// One source.
    Read,
    /// The concordance.
    Hits,
    /// Sources side by side.
    Compare,
    /// The words of one group of sources against those of the rest.
    Words,
}

impl View {
    /// All views, in the order of their tabs.
    pub const ALL: [Self; 5] = [Self::Overview, Self::Read, Self::Hits, Self::Compare, Self::Words];

    /// Its name in addresses and presets.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Overview => "overview",
            Self::Read => "read",
            Self::Hits => "hits",
            Self::Compare => "compare",
            Self::Words => "words",
        }
    }

    /// The view of that name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|view| view.name() == name)
    }
}

/// The parts of the Overview.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Part {
    /// The sources with a bar of their hits.
    #[default]
    Sources,
    /// How often each source has each name or concept.
    Coverage,
    /// When each was published and which dates it tells.
    Timeline,
    /// Which sources tell the same event.
    Events,
    /// What sources have in the same words.
    Copied,
}

impl Part {
    /// All parts, in their order.
    pub const ALL: [Self; 5] =
        [Self::Sources, Self::Coverage, Self::Timeline, Self::Events, Self::Copied];

    /// Its name in addresses.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Sources => "sources",
            Self::Coverage => "coverage",
            Self::Timeline => "timeline",
            Self::Events => "events",
            Self::Copied => "copied",
        }
    }

    /// The part of that name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.name() == name)
    }
}

/// How the reader likes the page; kept by the browser where it lets us.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// Light or dark.
    pub theme: Theme,
    /// The language of the interface; `None` follows the browser.
    pub lang: Option<Lang>,
    /// What the address asks for, where another page shows this one; never kept.
    pub look: Look,
}

impl Settings {
    /// Light or dark, as the page shall be.
    #[must_use]
    pub fn shown_theme(self) -> Theme {
        self.look.theme.unwrap_or(self.theme)
    }
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the system.
    #[default]
    Auto,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

impl Theme {
    /// All themes.
    pub const ALL: [Self; 3] = [Self::Auto, Self::Light, Self::Dark];

    /// Its name, as kept by the browser and in `data-theme`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The theme of that name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.name() == name)
    }
}

/// Something the reader should know. The interface puts it into words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The address is of a version that this page does not read.
    AddressVersion(String),
    /// A part of the address means nothing here and was left out.
    AddressPart(String),
    /// The address was made for another collection, or another version of this one.
    OtherCollection,
    /// The address names a source that the collection does not have.
    UnknownSource(String),
    /// No more terms, or no more compared sources, than this.
    TooMany(usize),
    /// A list of words is too long to be named in an address, and its name or first words.
    LongList(String),
    /// The engine stopped and was started again.
    Restarted,
    /// This place allows no worker: the page works, long jobs make it stutter.
    WithoutWorker,
    /// The collection could not be opened, and why: a sentence of the engine.
    Unreadable(String),
    /// A request was refused, and why: a sentence of the engine.
    Refused(String),
}
