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
    sounds: SOUNDS,
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

/// How letters sound where it differs from the script; `sounds` says how to read it.
const SOUNDS: &[(&str, &str)] = &[
    ("ий$", "i"),
    ("^уи", "wi"),
    ("^уе", "we"),
    ("^уо", "wo"),
    ("^уа", "wa"),
    ("^уъ", "wy"),
    ("ьо", "jo"),
    ("ия", "ia"),
    ("ай", "ai"),
    ("ей", "ei"),
    ("ой", "oi"),
    ("уй", "ui"),
    ("тс", "c"),
    ("тц", "c"),
    ("тч", "C"),
    ("йо", "jo"),
    ("дз", "z"),
    ("щ", "St"),
    ("ъ", "y"),
];
