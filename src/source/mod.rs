//! Sources: from bytes of a file to a [`Document`] whose blocks are understood.
//!
//! In: a file's name and bytes (`import`), or a folder of them (`collection`); both need
//! feature `import`. Out: documents. Invariants: the text is the decoded file, byte for byte where that is
//! UTF-8; the blocks cover it without gap or overlap, so joined they give it back; every
//! conclusion carries its [`Reason`]. Words, indexes and queries do not belong here.

#[cfg(feature = "import")]
mod archive;
#[cfg(feature = "import")]
mod assembly;
#[cfg(feature = "import")]
pub mod collection;
mod correction;
#[cfg(feature = "import")]
mod dates;
#[cfg(feature = "import")]
mod decode;
#[cfg(feature = "import")]
pub mod formats;
#[cfg(feature = "import")]
mod front;
#[cfg(feature = "import")]
mod given;
#[cfg(feature = "import")]
mod html;
#[cfg(feature = "import")]
pub mod import;
#[cfg(feature = "import")]
mod manifest;
#[cfg(feature = "import")]
mod markup;
mod meta;
#[cfg(feature = "import")]
mod plain;
#[cfg(feature = "import")]
mod record;
#[cfg(feature = "import")]
mod xml;

#[cfg(feature = "import")]
pub use correction::correct;
pub use correction::{As, BY_READER, Correction};
pub use meta::{Confidence, Found, Item, Meta, Overruled, Taken};
use serde::{Deserialize, Serialize};

use crate::{lang::Lang, span::Span};

/// One published text: what was imported, what was understood of it, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// Stable, unique in its collection: file name without extension, or the JSONL `id`.
    pub id: String,
    /// The file it came from.
    pub file: String,
    /// The decoded text, nothing lost (BOM and CRLF kept).
    pub text: String,
    /// The parts of the text: in order, without gap or overlap.
    pub blocks: Vec<Block>,
    /// What is known about it.
    pub meta: Meta,
    /// What import noticed: replaced bytes, dropped markup.
    pub report: Report,
}

/// A stretch of a source's text with one role. Its span includes the white space that
/// follows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// Its role.
    pub kind: BlockKind,
    /// Its bytes in the source's text.
    pub span: Span,
    /// The language it is in.
    pub lang: Lang,
    /// Comments: 0 answers the article, 1 answers a comment of depth 0, and so on.
    pub depth: u8,
    /// Comments: who wrote it.
    pub author: Option<String>,
    /// Comments: when, ISO 8601 (`2013-05-03T09:16`), as precise as the source says.
    pub time: Option<String>,
    /// Comments and boilerplate: where the block's own header ends and its words begin; the
    /// span's start where there is no header.
    pub body: u32,
    /// Why it has this role.
    pub reason: Reason,
}

/// The roles of blocks. The order is the order in which a page shows facets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[repr(u8)]
pub enum BlockKind {
    /// The title, as it stands in the text.
    Headline,
    /// The summary below the headline.
    Lead,
    /// A paragraph of the text.
    Paragraph,
    /// A heading within the text.
    Subheading,
    /// An item or items of a list.
    List,
    /// A quotation set apart.
    Quote,
    /// What stands under a picture.
    Caption,
    /// One reader's comment, its header line included.
    Comment,
    /// Who wrote, photographed or supplied it.
    Credit,
    /// Keywords of the publisher.
    Tags,
    /// Page furniture: kept, folded away, not searched unless asked.
    Boilerplate,
}

impl BlockKind {
    /// All kinds, in order.
    pub const ALL: [Self; 11] = [
        Self::Headline,
        Self::Lead,
        Self::Paragraph,
        Self::Subheading,
        Self::List,
        Self::Quote,
        Self::Caption,
        Self::Comment,
        Self::Credit,
        Self::Tags,
        Self::Boilerplate,
    ];

    /// Its name in files and queries.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Headline => "headline",
            Self::Lead => "lead",
            Self::Paragraph => "paragraph",
            Self::Subheading => "subheading",
            Self::List => "list",
            Self::Quote => "quote",
            Self::Caption => "caption",
            Self::Comment => "comment",
            Self::Credit => "credit",
            Self::Tags => "tags",
            Self::Boilerplate => "boilerplate",
        }
    }

    /// The kind of that name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// Whether it is the author's own text: what `clean` prints and comparisons weigh.
    #[must_use]
    pub const fn is_main(self) -> bool {
        matches!(
            self,
            Self::Headline
                | Self::Lead
                | Self::Paragraph
                | Self::Subheading
                | Self::List
                | Self::Quote
                | Self::Caption
        )
    }
}

/// Why something was concluded: a short English phrase, such as `form label “E-mail”` or
/// `date of the first comment`. Empty where nothing needed concluding.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Reason(pub String);

impl Reason {
    /// The reason in words.
    #[must_use]
    pub fn new(words: impl Into<String>) -> Self {
        Self(words.into())
    }
}

/// What import did with the file's bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// The format it was read as, by its name in the registry of formats.
    pub format: String,
    /// The encoding the bytes were read as.
    pub encoding: String,
    /// How many undecodable sequences became U+FFFD.
    pub replaced: u32,
    /// What is not text and was left out: what it was, how many bytes.
    pub dropped: Vec<(String, u64)>,
    /// Remarks for the reader of the report, English sentences.
    pub notes: Vec<String>,
    /// Fields of the file that mean nothing to us, as they were: name, value.
    pub fields: Vec<(String, String)>,
}

/// The author's choice of what a reader sees first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Presets {
    /// Queries, one a term.
    #[serde(default)]
    pub terms: Vec<String>,
    /// The view to open: `overview read hits compare words`, or the address of one
    /// (`#v1/hits?t=talks`), which may name terms and filters, too.
    #[serde(default)]
    pub view: Option<String>,
    /// What is noted on sources and their blocks.
    #[serde(default)]
    pub notes: Vec<Note>,
}

/// A note on a source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// The source's id.
    pub source: String,
    /// The byte where the block begins that it is on; `None`: it is on the whole source.
    pub at: Option<u32>,
    /// What it says.
    pub text: String,
}

/// White space as readers see it: also a byte order mark and zero-width spaces.
#[cfg(feature = "import")]
fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}' | '\u{2060}')
}
