//! Which language a text is in.
//!
//! In: a text of any length. Out: its language, with a word of explanation. Undecided texts
//! are [`Lang::UND`]; callers fall back to the language around them.

use super::Lang;

/// A language, and why it was concluded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identified {
    /// The language; [`Lang::UND`] where the text does not show it.
    pub lang: Lang,
    /// What in the text shows it, as a short English phrase.
    pub reason: String,
}

/// The language of `text`.
#[must_use]
pub fn identify(_text: &str) -> Identified {
    Identified { lang: Lang::UND, reason: String::new() }
}
