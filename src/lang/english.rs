//! English.

use super::{Lang, Language, Script, signs};

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
    months: [
        &["january", "jan"],
        &["february", "feb"],
        &["march", "mar"],
        &["april", "apr"],
        &["may"],
        &["june", "jun"],
        &["july", "jul"],
        &["august", "aug"],
        &["september", "sept", "sep"],
        &["october", "oct"],
        &["november", "nov"],
        &["december", "dec"],
    ],
    stop_words: &[],
    attribution: &[],
    signs: signs::english::SIGNS,
};

fn lexemes(word: &str, keys: &mut Vec<String>) {
    keys.push(word.to_owned());
}
