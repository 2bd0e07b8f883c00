//! The file to copy for a new language. Steps: copy it to `<language>.rs`, fill in every
//! field, add one line to the registry [`super::LANGUAGES`], one constant to [`Lang`] and a case
//! file to `tests/suite/lang/`; its phrases of page furniture go into [`super::signs::SIGNS`].
//! Inflection is tables of endings for `inflect`, with irregular words in `<language>.txt`
//! (Macedonian is a small example); what tables cannot say stands around them in `lexemes`
//! (elision in French, two scripts in Serbian), or is a function of its own (English). Until its
//! rules are written, a language conflates nothing: each word is its own key.

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
