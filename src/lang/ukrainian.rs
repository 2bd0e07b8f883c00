//! Ukrainian.

use super::{Lang, Language, Script, Signs};

/// Ukrainian.
pub static UKRAINIAN: Language = Language {
    lang: Lang::UK,
    name: "Українська",
    script: Script::Cyrillic,
    letters: "йї",
    folds: &[('ґ', 'г')],
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
