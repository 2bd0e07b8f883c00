//! What a reader can do to the state.
//!
//! Each is one intent, named in the reader's words; [`reduce`](super::reduce()) says what it
//! changes. Whatever needs the engine's answer is not an action but a request.

use std::rc::Rc;

use super::{Face, Group, Note, Notice, Part, Place, Theme, View};
use crate::{
    lang::Lang,
    protocol::{CollectionInfo, Counted, FormId, HitOrder, Keep, Passage, TaughtWord},
    source::BlockKind,
};

/// One change of the state.
#[allow(clippy::large_enum_variant, reason = "actions are made one at a time and moved once")]
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// The collection is there: its presets apply if no address said otherwise, and sources
    /// it does not have are dropped with a notice.
    Opened(Rc<CollectionInfo>),
    /// The address changed (opened, edited, Back, Forward). `None`: it names no place.
    Went(Option<Place>, Vec<Notice>),

    /// Opens a view.
    Show(View),
    /// Reads a source, at a byte of its text if given.
    Read {
        /// The source's id.
        id: String,
        /// The byte to show.
        at: Option<u32>,
    },
    /// The reader is now at this byte of the source that is open.
    At(Option<u32>),
    /// Puts a source beside those compared, or takes it out.
    ToggleCompared(String),
    /// Shows a part of the Overview.
    ShowPart(Part),
    /// Counts names, concepts or words in tables.
    Count(Counted),
    /// Sets the words of a group against those of another, or of all the others.
    Contrast {
        /// The group looked at.
        these: Option<Group>,
        /// What it is set against.
        against: Option<Group>,
    },
    /// Lists what stands near the hits, so many words on either side; `None`: words of groups.
    Near(Option<u32>),
    /// Compares exactly these, and opens Compare.
    Compare(Vec<String>),
    /// Looks at a comparison this way.
    Face(Face),
    /// Breaks the link of two passages.
    Cut([Passage; 2]),
    /// Joins two passages of different sources.
    Join([Passage; 2]),
    /// Forgets what the reader said of two passages.
    TakeBack([Passage; 2]),
    /// Learns two words of a joined pair no more, or again.
    ToggleLearned([TaughtWord; 2]),

    /// Adds a term, unless it is there.
    AddTerm(String),
    /// Changes a term's query; all its forms are on again.
    SetTerm(usize, String),
    /// Takes a term away.
    RemoveTerm(usize),
    /// Switches forms of a term off or on, each.
    ToggleForms(usize, Vec<FormId>),
    /// Chooses which forms of a term count, all at once; single switches are forgotten.
    SetKeep(usize, Keep),
    /// Gives a term a name, or takes it away.
    NameTerm(usize, String),
    /// Gives a term a colour, from 1; `None`: that of its place.
    ColourTerm(usize, Option<u8>),
    /// Adds the sets of a list: see [`sets`](super::sets).
    AddList(String),
    /// Sorts and groups the lines of Hits.
    SetOrder(HitOrder),
    /// Keeps a note; without words it takes the one of its place away.
    Note(Note),
    /// Takes in the notes that came with an address or with the page.
    TakeNotes(Vec<Note>),
    /// Takes back the last change of terms, filters, notes or links.
    Undo,
    /// Terms, filters and view as the author published them.
    GoHome,

    /// Narrows to a language, or stops narrowing to it.
    ToggleLang(Lang),
    /// Narrows to an outlet, or stops narrowing to it.
    ToggleOutlet(String),
    /// Narrows to a kind of block, or stops narrowing to it.
    ToggleKind(BlockKind),
    /// Narrows to a source, or stops narrowing to it.
    ToggleSource(String),
    /// Narrows to sources that mention a name, or stops it.
    ToggleName(String),
    /// Narrows to sources that have a concept, or stops it.
    ToggleConcept(String),
    /// Narrows to exactly these sources.
    Only(Vec<String>),
    /// Narrows to dates, inclusive; `None` leaves that side open.
    SetDates {
        /// The earliest.
        from: Option<String>,
        /// The latest.
        to: Option<String>,
    },
    /// Narrows nothing any more.
    ClearFilter,

    /// Chooses light or dark.
    SetTheme(Theme),
    /// Shows the whole page where only its view was shown.
    ShowAll,
    /// Chooses the language of the interface; `None` follows the browser.
    SetLang(Option<Lang>),
    /// Tells the reader something.
    Notify(Notice),
    /// Puts a notice away.
    Dismiss(usize),
}
