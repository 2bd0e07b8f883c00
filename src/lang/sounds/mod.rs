//! One alphabet of sounds for all languages, to match words and names across scripts.
//!
//! In: a word or a name and its language. Out: its sounds; how alike two words sound, 0
//! to 1. Letters become sounds by the tables of the language and of its script
//! ([`spelling`]); sounds are compared by a weighted edit distance ([`alphabet`],
//! [`sounded`]), between scripts together with learned spellings ([`chunks`]); names of several words are aligned word by word ([`names`]). All
//! arithmetic but the last division is in integers, so that every target answers alike;
//! every similarity is symmetric and 1 for identical words. Nothing here knows what a
//! word means: that Germany is Германия, the caller says.

mod alphabet;
mod chunks;
pub mod names;
pub mod sounded;
mod spelling;

pub use names::{Name, Part, Role, SENSES, name_similarity, name_similarity_of};
pub use sounded::{Sounded, similarity_at_least, similarity_of};
pub use spelling::undisguised;

use super::Lang;

/// The sounds of a word, in an alphabet of thirty ASCII letters: vowels `aeiouy` (`y` for
/// all that lies between), `j` as in yes, `w`, `Z` as in pleasure, `J` as in jam, `S` as in
/// ship, `T` as in thin, `x` as in loch, `c` as in tsar, `C` as in chip, and the rest as
/// written. Doubled sounds are one.
#[must_use]
pub fn sounds(word: &str, lang: Lang) -> String {
    spelling::spell(word, lang).sounds.iter().map(|&sound| alphabet::letter(sound)).collect()
}

/// How alike two words sound, from 0 to 1, inflectional endings nearly free.
#[must_use]
pub fn similarity(a: &str, a_lang: Lang, b: &str, b_lang: Lang) -> f64 {
    similarity_of(&Sounded::new(a, a_lang), &Sounded::new(b, b_lang))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{any, prop_assert, prop_assert_eq, proptest};

    use super::{name_similarity, similarity, sounds};
    use crate::lang::Lang;

    const LANGS: [Lang; 5] = [Lang::EN, Lang::RU, Lang::BG, Lang::UK, Lang::UND];

    #[test]
    fn a_name_is_known_in_another_script_and_case() {
        for (a, a_lang, b, b_lang) in [
            ("тиллерсона", Lang::RU, "tillerson", Lang::EN),
            ("тръмп", Lang::BG, "трамп", Lang::RU),
            ("тръмп", Lang::BG, "trump", Lang::EN),
            ("трампом", Lang::RU, "trump", Lang::EN),
            ("путіним", Lang::UK, "putin", Lang::EN),
            ("путин", Lang::BG, "путіна", Lang::UK),
            ("макмастера", Lang::RU, "mcmaster", Lang::EN),
            ("стармър", Lang::BG, "starmer", Lang::EN),
            ("хербст", Lang::UK, "herbst", Lang::EN),
            ("лаврова", Lang::RU, "lavrov", Lang::EN),
            ("макрон", Lang::BG, "macron", Lang::EN),
            ("зеленського", Lang::UK, "зеленски", Lang::BG),
            ("байденом", Lang::RU, "biden", Lang::EN),
        ] {
            let alike = similarity(a, a_lang, b, b_lang);
            assert!(alike > 0.8, "{a} ~ {b}: {alike:.3}");
        }
    }

    #[test]
    fn names_that_merely_resemble_each_other_are_kept_apart() {
        for (a, a_lang, b, b_lang) in [
            ("путин", Lang::RU, "пушкин", Lang::RU),
            ("bush", Lang::EN, "басх", Lang::RU),
            ("обама", Lang::RU, "osama", Lang::EN),
            ("макрон", Lang::RU, "merkel", Lang::EN),
            ("лавров", Lang::RU, "lugar", Lang::EN),
        ] {
            let alike = similarity(a, a_lang, b, b_lang);
            assert!(alike < 0.8, "{a} ~ {b}: {alike:.3}");
        }
    }

    #[test]
    fn an_ending_costs_less_than_the_same_sounds_inside() {
        let ending = similarity("лаврова", Lang::RU, "lavrov", Lang::EN);
        let inside = similarity("лавраов", Lang::RU, "lavrov", Lang::EN);
        assert!(ending > inside, "{ending:.3} against {inside:.3}");
    }

    #[test]
    fn a_whole_name_is_known_word_by_word() {
        for (a, a_lang, b, b_lang, least) in [
            ("Киер Стармър", Lang::BG, "Keir Starmer", Lang::EN, 0.8),
            ("Стармър, Киър", Lang::BG, "Keir Starmer", Lang::EN, 0.8),
            ("В. Путин", Lang::RU, "Vladimir Putin", Lang::EN, 0.9),
            ("Путина", Lang::RU, "Vladimir Putin", Lang::EN, 0.7),
            ("Франка-Вальтера Штайнмайера", Lang::RU, "Frank-Walter Steinmeier", Lang::EN, 0.8),
            ("Абдель Фаттах", Lang::RU, "Abdelfattah", Lang::EN, 0.8),
        ] {
            let alike = name_similarity(a, a_lang, b, b_lang);
            assert!(alike > least, "{a} ~ {b}: {alike:.3}");
        }
    }

    #[test]
    fn a_name_in_order_is_nearer_than_the_same_reversed() {
        let ordered = name_similarity("Иван Петров", Lang::RU, "Ivan Petrov", Lang::EN);
        let reversed = name_similarity("Петров Иван", Lang::RU, "Ivan Petrov", Lang::EN);
        assert!(ordered > reversed && reversed > 0.85, "{ordered:.3}, {reversed:.3}");
    }

    #[test]
    fn latin_letters_typed_into_a_cyrillic_word_do_not_hide_it() {
        let alike = similarity("oбaмa", Lang::BG, "obama", Lang::EN);
        assert!(alike > 0.95, "{alike:.3}");
    }

    #[test]
    fn words_without_sound_are_alike_only_if_they_are_the_same() {
        assert_eq!(similarity("", Lang::EN, "", Lang::RU), 1.0);
        assert_eq!(similarity("漢字", Lang::UND, "漢字", Lang::UND), 1.0);
        assert_eq!(similarity("漢字", Lang::UND, "42", Lang::UND), 0.0);
        assert_eq!(name_similarity("", Lang::EN, "Putin", Lang::EN), 0.0);
    }

    proptest! {
        #[test]
        fn any_two_words_are_alike_between_0_and_1_and_both_ways(
            a in any::<String>(), b in any::<String>(), i in 0..5usize, j in 0..5usize
        ) {
            let alike = similarity(&a, LANGS[i], &b, LANGS[j]);
            prop_assert!((0.0..=1.0).contains(&alike), "{}", alike);
            prop_assert_eq!(alike.to_bits(), similarity(&b, LANGS[j], &a, LANGS[i]).to_bits());
            let names = name_similarity(&a, LANGS[i], &b, LANGS[j]);
            prop_assert!((0.0..=1.0).contains(&names), "{}", names);
            prop_assert_eq!(names.to_bits(), name_similarity(&b, LANGS[j], &a, LANGS[i]).to_bits());
        }

        #[test]
        fn names_of_letters_are_alike_both_ways_and_wholly_to_themselves(
            a in "[a-zа-яіїєъ]{1,9}( [a-zа-я]{1,9}){0,4}",
            b in "[a-zа-яіїєъ]{1,9}( [a-zа-я]{1,9}){0,4}",
            i in 0..5usize,
            j in 0..5usize
        ) {
            let names = name_similarity(&a, LANGS[i], &b, LANGS[j]);
            prop_assert!((0.0..=1.0).contains(&names), "{}", names);
            prop_assert_eq!(names.to_bits(), name_similarity(&b, LANGS[j], &a, LANGS[i]).to_bits());
            prop_assert_eq!(name_similarity(&a, LANGS[i], &a, LANGS[i]), 1.0);
            prop_assert_eq!(similarity(&a, LANGS[i], &a, LANGS[i]), 1.0);
        }

        #[test]
        fn sounds_are_letters_of_the_alphabet(word in any::<String>(), i in 0..5usize) {
            let spelt = sounds(&word, LANGS[i]);
            prop_assert!(spelt.bytes().all(|sound| sound.is_ascii_alphabetic()), "{}", spelt);
        }
    }
}
