//! Bulgarian.

use super::{Lang, Language, Script, Signs};

/// Bulgarian.
pub static BULGARIAN: Language = Language {
    lang: Lang::BG,
    name: "Български",
    script: Script::Cyrillic,
    letters: "й",
    folds: &[('ѝ', 'и')],
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
