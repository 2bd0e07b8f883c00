//! Words and passages: where they lie in a text, and what they are compared by.
//!
//! In: a source's text and its blocks. Out: [`Word`]s and passages as spans of original
//! bytes, and the [`fold()`]ed form of a word. Invariants: words do not overlap, rise in
//! order and never leave their block's body; a passage is cut only between words. Which
//! words belong together is for `lang`; where they are stored, for `index`. Rows of words
//! for spreadsheets ([`csv_row`]) and strings of JSON ([`json()`]) are written here, because every
//! layer after this one has some.

mod csv;
mod fold;
#[cfg(feature = "import")]
pub mod gazetteer;
mod json;
#[cfg(feature = "import")]
pub mod known;
#[cfg(feature = "import")]
mod passages;
mod words;

pub use csv::csv_row;
pub use fold::{fold, lower};
pub use json::json;
#[cfg(feature = "import")]
pub use passages::passages;
pub use words::{Word, words};
