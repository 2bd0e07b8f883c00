//! English.

use super::{Lang, Language, Script, Signs};

/// English.
pub static ENGLISH: Language = Language {
    lang: Lang::EN,
    name: "English",
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
    signs: Signs {
        login: &[],
        share: &[],
        teasers: &[],
        notices: &[],
        tags: &[],
        credits: &[],
        ago: &[],
        quoting: &[],
    },
};

fn lexemes(word: &str, keys: &mut Vec<String>) {
    keys.push(word.to_owned());
}
