//! Whole names, with what the gazetteer knows of their words.
//!
//! In: a name and its language. Out: how alike two names are, from 0 to 1, by sound and by
//! what they are known to mean: Северная Корея is North Korea and not Korea, the second is
//! II. A name is read twice, word by word and with known things as wholes, because either
//! may be what the other language has (South Dakota, Южная Дакота; USA, Соединённые
//! Штаты); the better reading counts. Numbers are what their digits say.

use super::gazetteer::{Entry, Found, Gazetteer, Kind, words_of};
use crate::lang::{
    Lang,
    sounds::{Name, Part, Role, SENSES, name_similarity_of},
};

/// Senses from here on are numbers: the gazetteer's are below.
const NUMBERS: u32 = 1 << 31;

/// A name prepared for matching against many.
#[derive(Clone, Debug)]
pub struct KnownName {
    by_word: Name,
    /// With things of several words as one, where there are any.
    by_thing: Option<Name>,
}

impl KnownName {
    /// Prepares a name.
    #[must_use]
    pub fn new(name: &str, lang: Lang) -> Self {
        let words: Vec<&str> = words_of(name).collect();
        let list = Gazetteer::bundled();
        let parts: Vec<Part<'_>> = words
            .iter()
            .map(|&word| match list.find(&[word], lang).first() {
                Some(found) => part(word, found, list),
                None => unknown(word),
            })
            .collect();
        let by_word = Name::of_parts(&parts, lang);
        let whole = list.find(&words, lang);
        let by_thing = whole.iter().any(|found| found.words > 1).then(|| {
            let mut letters = Vec::new();
            let mut at = 0;
            while at < words.len() {
                let found = whole.iter().find(|found| found.at == at);
                let long = found.map_or(1, |found| found.words);
                letters.push((words[at..at + long].concat(), found));
                at += long;
            }
            let parts: Vec<Part<'_>> = letters
                .iter()
                .map(|(letters, found)| match found {
                    Some(found) => part(letters, found, list),
                    None => unknown(letters),
                })
                .collect();
            Name::of_parts(&parts, lang)
        });
        Self { by_word, by_thing }
    }

    /// How alike two names are, from 0 to 1.
    #[must_use]
    pub fn similarity(&self, other: &Self) -> f64 {
        let by_word = name_similarity_of(&self.by_word, &other.by_word);
        if self.by_thing.is_none() && other.by_thing.is_none() {
            return by_word;
        }
        let thing = |name: &'_ Self| name.by_thing.clone().unwrap_or_else(|| name.by_word.clone());
        by_word.max(name_similarity_of(&thing(self), &thing(other)))
    }
}

fn part<'n>(letters: &'n str, found: &Found, list: &Gazetteer) -> Part<'n> {
    let entries = || found.entries.iter().filter_map(|&entry| list.entry(entry));
    let all = |is: fn(&Entry) -> bool| entries().all(is);
    let role = if all(|entry| entry.kind == Kind::Given) {
        Role::Given
    } else if all(|entry| entry.kind == Kind::Side) {
        Role::Side
    } else if all(|entry| entry.kind.is_part() && entry.kind != Kind::Given) {
        Role::Sort
    } else {
        Role::Name
    };
    let mut senses = [0; SENSES];
    for (to, entry) in senses.iter_mut().zip(&found.entries) {
        *to = entry + 1;
    }
    Part { letters, senses, role, far: found.told.steps() }
}

fn unknown(letters: &str) -> Part<'_> {
    Part { letters, senses: number(letters), ..Part::default() }
}

/// The sense of a word that begins with a number: `47th`.
fn number(word: &str) -> [u32; SENSES] {
    let digits = word.len() - word.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let mut senses = [0; SENSES];
    if let Ok(value) = word[..digits].parse::<u32>() {
        senses[0] = NUMBERS | value;
    }
    senses
}

#[cfg(test)]
mod tests {
    use super::KnownName;
    use crate::lang::Lang;

    fn alike(a: &str, a_lang: Lang, b: &str, b_lang: Lang) -> f64 {
        KnownName::new(a, a_lang).similarity(&KnownName::new(b, b_lang))
    }

    #[test]
    fn a_place_is_known_however_it_sounds() {
        for (a, a_lang, b, b_lang, other) in [
            ("Германией", Lang::RU, "Germany", Lang::EN, "Germaine"),
            ("Литва", Lang::RU, "Lithuania", Lang::EN, "Latvia"),
            ("Северной Кореи", Lang::RU, "North Korea", Lang::EN, "Korea"),
            ("Южная Дакота", Lang::RU, "South Dakota", Lang::EN, "North Dakota"),
            ("Обединено кралство", Lang::BG, "UK", Lang::EN, "Ubl"),
            ("Соединенных Штатов Америки", Lang::RU, "USA", Lang::EN, "America North"),
            ("Иркутской области", Lang::RU, "Irkutsk Region", Lang::EN, "Kyiv Oblast"),
            ("47-й улицы", Lang::RU, "47th Street", Lang::EN, "42nd Street"),
            ("Александр II", Lang::RU, "Alexander II", Lang::EN, "Alexander I"),
            ("Николай Азаров", Lang::RU, "Mykola Azarov", Lang::EN, "Nikolas Asher"),
        ] {
            let (right, wrong) = (alike(a, a_lang, b, b_lang), alike(a, a_lang, other, b_lang));
            assert!(right > 0.8 && right > wrong, "{a} ~ {b} {right:.3}, ~ {other} {wrong:.3}");
        }
    }

    #[test]
    fn two_known_things_are_two_however_alike_they_sound() {
        assert!(alike("Белгия", Lang::BG, "Bulgaria", Lang::EN) < 0.6);
        assert!(alike("Литва", Lang::RU, "Latvia", Lang::EN) < 0.6);
    }
}
