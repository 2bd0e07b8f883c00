//! The file to copy for a new language. Steps: copy it to `<language>.rs`, fill in every
//! field, add one line to the registry [`super::LANGUAGES`] (and one to [`super::signs::SIGNS`] for its phrases of page furniture), one constant to [`Lang`], and
//! a case file to `tests/suite/lang/`. Inflection is a function of its own (English) or tables
//! for `inflect` (Russian), with irregular words in `<language>.txt`. Until its rules are written, a language conflates
//! nothing: each word is its own key.

use super::{Lang, Language, Script};

/// A language without rules.
pub static TEMPLATE: Language = Language {
    lang: Lang::UND,
    name: "",
    script: Script::Latin,
    letters: "",
    folds: &[],
    lexemes,
    endings: &[],
    sounds: &[],
    abbreviations: &[],
    months: [&[], &[], &[], &[], &[], &[], &[], &[], &[], &[], &[], &[]],
    stop_words: &[],
    attribution: &[],
};

fn lexemes(word: &str, keys: &mut Vec<String>) {
    keys.push(word.to_owned());
}
