//! Importing: from files that a reader gives to a pack, and what is told on the way.
//!
//! In: [`Order`]s, the bytes of files beside them. Out: [`Report`]s, the bytes of the pack
//! beside the last. The types cross from the page to the importer in a binary format that
//! names no fields. The work is done by `Job` (feature `import`), which knows no browser;
//! the page goes without it. The collection that is open is changed the same way: made anew
//! of its own sources, or some of them, with corrections and new files.

#[cfg(feature = "import")]
mod archive;
#[cfg(feature = "import")]
mod job;
#[cfg(feature = "import")]
mod kept;

use serde::{Deserialize, Serialize};

#[cfg(feature = "import")]
pub use archive::archive;
#[cfg(feature = "import")]
pub use job::{Job, Step};

pub use crate::source::{As, Correction, Item, Note, Presets};
use crate::{
    source::{BlockKind, Meta},
    span::Span,
};

/// From the page to the importer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Order {
    /// Begin a collection; what was begun before is dropped. The pack whose sources shall be
    /// in it goes along, if there is one.
    Begin(Wishes),
    /// A file for it; its bytes go along.
    File {
        /// Its name, with folders where it has them.
        name: String,
    },
    /// The page that shall hold the collection, as a file; its text goes along.
    Page,
    /// An archive of files shall hold the collection.
    Archive,
    /// A file as it was given, for the archive; its bytes go along.
    Original {
        /// Its name.
        name: String,
    },
    /// That was all: read and build.
    Work,
    /// Drop what was begun.
    Cancel,
}

/// What the collection shall be like. Absent leaves it as the pack or the files say.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Wishes {
    /// Its title.
    pub title: Option<String>,
    /// What it is.
    pub description: Option<String>,
    /// What a reader finds lit on opening it.
    pub presets: Option<Presets>,
    /// The ids of the sources to keep of the pack, in their new order; all unless said
    /// otherwise.
    pub keep: Option<Vec<String>>,
    /// What the reader noted; what was noted before unless said otherwise.
    pub notes: Option<Vec<Note>>,
    /// What the reader corrects, of sources kept and of new ones.
    pub corrections: Vec<Correction>,
}

/// From the importer to the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Report {
    /// The importer is there.
    Hello {
        /// Its build; the page's own or it is not used.
        build: String,
    },
    /// How far it is.
    Progress(Progress),
    /// What became of a file.
    File(FileReport),
    /// The collection is built; the pack goes along, or the page or archive that was asked for.
    Done {
        /// How many sources it has.
        sources: u32,
        /// What belongs to no file, as sentences: corrections that could not be used.
        problems: Vec<String>,
    },
    /// Nothing could be built, and why.
    Failed(String),
    /// What was begun is dropped.
    Cancelled,
    /// The importer panicked and will do nothing more.
    Panicked(String),
}

/// What is being done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Stage {
    /// Files are read and understood.
    Reading,
    /// Words are put into the index.
    Indexing,
}

/// How far the work is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// What is being done.
    pub stage: Stage,
    /// Of it, how much is done: files, or sources.
    pub done: u32,
    /// How much there is.
    pub total: u32,
}

/// What became of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileReport {
    /// Its name.
    pub name: String,
    /// The sources found in it.
    pub sources: Vec<SourceReport>,
    /// What could not be read, as sentences.
    pub problems: Vec<String>,
}

/// What was understood of a source, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceReport {
    /// Its id.
    pub id: String,
    /// What is known of it.
    pub meta: Meta,
    /// What became of the file's bytes.
    pub report: crate::source::Report,
    /// How many blocks of each kind it has, and how many bytes in them.
    pub kinds: Vec<(BlockKind, u32, u32)>,
}

/// How many blocks of each kind there are, and how many bytes in them.
#[must_use]
pub fn kinds(blocks: impl Iterator<Item = (BlockKind, Span)>) -> Vec<(BlockKind, u32, u32)> {
    let mut all = BlockKind::ALL.map(|kind| (kind, 0, 0));
    for (kind, span) in blocks {
        if let Some((_, count, bytes)) = all.get_mut(kind as usize) {
            *count += 1;
            *bytes += span.len();
        }
    }
    all.into_iter().filter(|(_, count, _)| *count > 0).collect()
}
