//! Bulgarian.

use super::{Lang, Language, Script, signs};

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
    months: [
        &["януари", "ян", "яну"],
        &["февруари", "фев", "февр"],
        &["март", "мар"],
        &["април", "апр"],
        &["май"],
        &["юни"],
        &["юли"],
        &["август", "авг"],
        &["септември", "сеп", "септ"],
        &["октомври", "окт"],
        &["ноември", "ное", "ноем"],
        &["декември", "дек"],
    ],
    stop_words: &[],
    attribution: &[],
    signs: signs::bulgarian::SIGNS,
};

fn lexemes(word: &str, keys: &mut Vec<String>) {
    keys.push(word.to_owned());
}
