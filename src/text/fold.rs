//! What a word is compared by: lower case, accents and look-alike letters folded.
//!
//! In: a word as written and its language. Out: its lower-case form in Unicode NFC
//! ([`lower`]), and that with the accents stripped that its language does not count as
//! letters ([`fold`]). A language without rules keeps its accents: it is searched exactly.
//! The way back to the original bytes is the word's span; folding never joins or splits
//! words.

use crate::{
    lang::{Lang, Language},
    unicode::{decompose, is_mark, nfc},
};

/// The word in lower case, composed (Unicode NFC), its apostrophes as `'`.
#[must_use]
pub fn lower(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    nfc(word).chars().for_each(|letter| push_lower(letter, &mut out));
    out
}

/// The lower-case form `lower` with accents and look-alikes folded as `lang` allows.
#[must_use]
pub fn fold(lower: &str, lang: Lang) -> String {
    match lang.rules() {
        Some(rules) if !lower.is_ascii() => {
            let mut out = String::with_capacity(lower.len());
            lower.chars().for_each(|letter| push_folded(letter, rules, &mut out));
            // Only accents: keep them rather than have a word without letters.
            if out.is_empty() { lower.to_owned() } else { out }
        }
        _ => lower.to_owned(),
    }
}

fn push_lower(letter: char, out: &mut String) {
    match letter {
        '’' | 'ʼ' | '‘' | '`' | '＇' => out.push('\''),
        // Soft hyphens and joiners are no part of the spelling.
        '\u{ad}' | '\u{200d}' | '\u{200c}' | '\u{2060}' => {}
        _ => out.extend(letter.to_lowercase()),
    }
}

fn push_folded(letter: char, rules: &Language, out: &mut String) {
    if letter.is_ascii() || rules.letters.contains(letter) {
        out.push(letter);
    } else if let Some(&(_, to)) = rules.folds.iter().find(|(from, _)| *from == letter) {
        out.push(to);
    } else {
        decompose(letter, &mut |part| {
            if !is_mark(part) {
                out.push(part);
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::{fold, lower};
    use crate::lang::Lang;

    fn folded(word: &str, lang: Lang) -> String {
        fold(&lower(word), lang)
    }

    #[test]
    fn russian_yo_and_stress_marks_fold_but_short_i_stays() {
        assert_eq!(folded("Ёлка", Lang::RU), "елка");
        assert_eq!(folded("за́мок", Lang::RU), "замок");
        assert_eq!(folded("Йод", Lang::RU), "йод");
        assert_eq!(folded("И\u{306}од", Lang::RU), "йод", "decomposed й is й");
    }

    #[test]
    fn ukrainian_letters_stay_and_apostrophes_are_one() {
        assert_eq!(folded("Їжак", Lang::UK), "їжак");
        assert_eq!(folded("об’єкт", Lang::UK), folded("обʼєкт", Lang::UK));
    }

    #[test]
    fn english_drops_accents_and_a_language_without_rules_keeps_them() {
        assert_eq!(folded("Café", Lang::EN), "cafe");
        let czech = Lang::parse("cs").expect("a code");
        assert_eq!(folded("Říjen", czech), "říjen");
    }
}
