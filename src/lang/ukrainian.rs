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
    ("^ве", "we"),
    ("^ві", "wi"),
    ("^ва", "wa"),
    ("^во", "wo"),
    ("ій", "i"),
    ("ий", "y"),
    ("ія", "ia"),
    ("ію", "iju"),
    ("ьо", "jo"),
    ("йо", "jo"),
    ("зг", "zh"),
    ("ай", "ai"),
    ("ей", "ei"),
    ("ой", "oi"),
    ("уй", "ui"),
    ("тс", "c"),
    ("тц", "c"),
    ("тч", "C"),
    ("дз", "z"),
    ("г", "h"),
    ("ґ", "g"),
    ("и", "y"),
];
