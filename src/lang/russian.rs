//! Russian.

use super::{Lang, Language, Script, Signs};

/// Russian.
pub static RUSSIAN: Language = Language {
    lang: Lang::RU,
    name: "Русский",
    script: Script::Cyrillic,
    letters: "й",
    folds: &[('ё', 'е')],
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
