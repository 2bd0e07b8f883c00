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
    ("ый$", "y"),
    ("ься", "ja"),
    ("^уи", "wi"),
    ("^уэ", "we"),
    ("^уо", "wo"),
    ("^уа", "wa"),
    ("стн", "sn"),
    ("дзи", "Ji"),
    ("дзю", "Ju"),
    ("дзё", "Jo"),
    ("ье", "je"),
    ("ъе", "je"),
    ("ае", "aje"),
    ("^е", "je"),
    ("ия", "ia"),
    ("ию", "iju"),
    ("ей", "ei"),
    ("ай", "ai"),
    ("ой", "oi"),
    ("уй", "ui"),
    ("ьо", "jo"),
    ("ьё", "jo"),
    ("ьи", "ji"),
    ("^ё", "jo"),
    ("тч", "C"),
    ("тс", "c"),
    ("тц", "c"),
    ("йо", "jo"),
    ("дз", "z"),
    ("ё", "o"),
];
