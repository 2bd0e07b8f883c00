//! The gazetteer: places, bodies and the words of names, known in every language.
//!
//! In: the words of a text or of a name, in order, and their language. Out: which of them
//! are a known thing ([`Entry`]), inflected as they may be. A name of several words is
//! found as a whole, and the longest wins; a word of two things (Georgia) is both. What is
//! written in capitals (`US`, `ЕС`) and is a common word without them is found in capitals
//! only. The list is `data/gazetteer.tsv`; it is needed when names are joined, never to
//! read or search, and nothing is wrong without it, only less is joined.

use std::{collections::BTreeMap, sync::OnceLock};

use super::{fold, lower};
use crate::lang::{Lang, cases::cases, sounds::undisguised};

/// The list that comes with the program.
const BUNDLED: &str = include_str!("../../data/gazetteer.tsv");
/// The languages of its first columns.
const COLUMNS: [Lang; 4] = [Lang::EN, Lang::RU, Lang::BG, Lang::UK];

/// What kind of thing a line names: the sections of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A country, past or present, or a part of one that is spoken of like one.
    Country,
    /// A capital, which also stands for its country's government.
    Capital,
    /// A house or square that stands for those who govern there.
    Seat,
    /// A town.
    City,
    /// A part of a country or of the world.
    Region,
    /// A sea, a strait, a river.
    Water,
    /// A mountain or a range of them.
    Mountain,
    /// An organisation.
    Body,
    /// What tells places of one name apart: north, new, first.
    Side,
    /// What sort of thing a name is: sea, street, university.
    Sort,
    /// A given name, with its counterparts.
    Given,
    /// Of what rank a person is: president, junior.
    Rank,
}

impl Kind {
    const SECTIONS: [(&'static str, Self); 12] = [
        ("country", Self::Country),
        ("capital", Self::Capital),
        ("seat", Self::Seat),
        ("city", Self::City),
        ("region", Self::Region),
        ("water", Self::Water),
        ("mountain", Self::Mountain),
        ("body", Self::Body),
        ("side", Self::Side),
        ("sort", Self::Sort),
        ("given", Self::Given),
        ("rank", Self::Rank),
    ];

    /// Whether it names a place.
    #[must_use]
    pub fn is_place(self) -> bool {
        self <= Self::Mountain
    }

    /// Whether it is part of names, and none by itself.
    #[must_use]
    pub fn is_part(self) -> bool {
        self >= Self::Side
    }
}

/// One thing of the list.
#[derive(Clone, Debug)]
pub struct Entry {
    /// What it is.
    pub kind: Kind,
    /// Its usual English name.
    pub label: &'static str,
    /// Whose government it also stands for: the English name of a country.
    pub governs: Option<&'static str>,
}

/// How directly words name a thing; the earlier the more.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Told {
    /// By its name.
    #[default]
    Named,
    /// By a name that is loose, or also another thing's (`~` in the list: America).
    Loosely,
    /// By an adjective or as an inhabitant (`French`, `французы`).
    Derived,
}

impl Told {
    /// How many steps it is from the name.
    #[must_use]
    pub fn steps(self) -> u8 {
        match self {
            Self::Named => 0,
            Self::Loosely => 1,
            Self::Derived => 2,
        }
    }
}

/// A known thing among words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The first of its words.
    pub at: usize,
    /// How many words it has.
    pub words: usize,
    /// The things that it may be, by number, rising.
    pub entries: Vec<u32>,
    /// How it is told.
    pub told: Told,
}

/// A name of an entry: for each of its words the keys of its lexemes.
#[derive(Debug)]
struct Phrase {
    /// As the list has it.
    name: &'static str,
    lang: Lang,
    words: Vec<Vec<String>>,
    /// In capitals in the list, and common in lower case.
    capitals: bool,
    told: Told,
    entry: u32,
}

/// The list, ready to find its things in texts.
#[derive(Debug, Default)]
pub struct Gazetteer {
    entries: Vec<Entry>,
    phrases: Vec<Phrase>,
    /// The phrases whose first word has the key.
    first: BTreeMap<(Lang, String), Vec<usize>>,
}

impl Gazetteer {
    /// The list that comes with the program, read once.
    pub fn bundled() -> &'static Self {
        static READ: OnceLock<Gazetteer> = OnceLock::new();
        READ.get_or_init(|| Self::parse(BUNDLED))
    }

    fn parse(text: &'static str) -> Self {
        let mut list = Self::default();
        let mut kind = Kind::Country;
        for line in text.lines().map(str::trim_end) {
            if let Some(name) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
                let known = Kind::SECTIONS.iter().find(|(section, _)| *section == name);
                kind = known.map_or(kind, |&(_, kind)| kind);
            } else if !line.is_empty() && !line.starts_with('#') {
                list.add(line, kind);
            }
        }
        list
    }

    fn add(&mut self, line: &'static str, kind: Kind) {
        let mut entry = Entry { kind, label: "", governs: None };
        let number = u32::try_from(self.entries.len()).unwrap_or(u32::MAX);
        for (at, field) in line.split('\t').enumerate() {
            if let Some(country) = field.strip_prefix('@') {
                entry.governs = Some(country);
            } else if let Some(&lang) = COLUMNS.get(at) {
                self.add_names(field, lang, number);
            } else if let Some((code, names)) = field.split_once(' ')
                && let Some(lang) = Lang::parse(code)
            {
                self.add_names(names, lang, number);
            }
        }
        entry.label = line.split([',', ';', '\t']).next().unwrap_or_default();
        self.entries.push(entry);
    }

    fn add_names(&mut self, field: &'static str, lang: Lang, entry: u32) {
        let (names, derived) = field.split_once(';').unwrap_or((field, ""));
        for (list, told) in [(names, Told::Named), (derived, Told::Derived)] {
            for name in list.split(',').map(str::trim).filter(|name| !name.is_empty()) {
                let told = if name.starts_with('~') { Told::Loosely } else { told };
                let name = name.trim_start_matches('~');
                let words: Vec<Vec<String>> = words_of(name).map(|word| keys(word, lang)).collect();
                let Some(first) = words.first() else { continue };
                let at = self.phrases.len();
                for key in first {
                    self.first.entry((lang, key.clone())).or_default().push(at);
                }
                let capitals = words.len() == 1 && is_capitals(name) && is_common(name, lang);
                self.phrases.push(Phrase { name, lang, words, capitals, told, entry });
            }
        }
    }

    /// An entry by its number.
    #[must_use]
    pub fn entry(&self, number: u32) -> Option<&Entry> {
        self.entries.get(number as usize)
    }

    /// The names of a thing in all languages, adjectives left out.
    pub fn names_of(&self, entry: u32) -> impl Iterator<Item = (Lang, &'static str)> + '_ {
        let own = self.phrases.iter().filter(move |phrase| phrase.entry == entry);
        own.filter(|phrase| phrase.told < Told::Derived).map(|phrase| (phrase.lang, phrase.name))
    }

    /// The name of one word that `word` is a form of, as the list has it: `Москвы` is
    /// `Москва`, `Сергея` is `Сергей`.
    #[must_use]
    pub fn dictionary_form(&self, word: &str, lang: Lang) -> Option<&'static str> {
        let own = keys(word, lang);
        let sought = own.iter().filter_map(|key| self.first.get(&(lang, key.clone()))).flatten();
        let fit = |phrase: &&Phrase| {
            phrase.words.len() == 1 && phrase.told < Told::Derived && !phrase.capitals
        };
        // Of names that share a key (Олександр, Олександра) the one as written, then one that
        // has such a case: Марию is of Мария, not of Мари.
        let form = lower(word);
        let rank = |phrase: &&Phrase| {
            let of_case = !cases(&form, &lower(phrase.name), lang).is_empty();
            (phrase.name == word, of_case, std::cmp::Reverse(phrase.name.len()))
        };
        let best = sought.map(|&at| &self.phrases[at]).filter(fit).max_by_key(rank);
        best.map(|phrase| phrase.name)
    }

    /// The things among `words`, from left to right, none in another.
    #[must_use]
    pub fn find(&self, words: &[&str], lang: Lang) -> Vec<Found> {
        let own: Vec<Vec<String>> = words.iter().map(|word| keys(word, lang)).collect();
        let (mut found, mut at) = (Vec::new(), 0);
        while at < words.len() {
            let here = self.longest(words, &own, at, lang);
            at += here.as_ref().map_or(1, |here| here.words);
            found.extend(here);
        }
        found
    }

    fn longest(&self, words: &[&str], own: &[Vec<String>], at: usize, lang: Lang) -> Option<Found> {
        let mut best: Option<Found> = None;
        for key in &own[at] {
            for &phrase in self.first.get(&(lang, key.clone())).into_iter().flatten() {
                let phrase = &self.phrases[phrase];
                let long = phrase.words.len();
                let Some(there) = own.get(at..at + long) else { continue };
                let same = |(a, b): (&Vec<String>, &Vec<String>)| a.iter().any(|k| b.contains(k));
                let fits = phrase.words.iter().zip(there).all(same)
                    && (!phrase.capitals || is_capitals(words[at]));
                let longer = best.as_ref().map_or(0, |best| best.words);
                if !fits || long < longer {
                    continue;
                }
                match &mut best {
                    Some(best) if best.words == long => {
                        best.entries.push(phrase.entry);
                        best.told = best.told.min(phrase.told);
                    }
                    _ => {
                        let (entries, told) = (vec![phrase.entry], phrase.told);
                        best = Some(Found { at, words: long, entries, told });
                    }
                }
            }
        }
        if let Some(found) = &mut best {
            found.entries.sort_unstable();
            found.entries.dedup();
        }
        best
    }
}

/// The words of a name: at anything that is neither letter, digit nor apostrophe it is cut.
pub fn words_of(name: &str) -> impl Iterator<Item = &str> {
    let inside =
        |letter: char| letter.is_alphanumeric() || "'’ʼ\u{300}\u{301}\u{306}".contains(letter);
    name.split(move |letter| !inside(letter)).filter(|word| !word.is_empty())
}

fn keys(word: &str, lang: Lang) -> Vec<String> {
    let folded = fold(&lower(&undisguised(word)), lang);
    let mut keys = Vec::new();
    match lang.rules() {
        // Letters alone do not make a word of a language: G20, ЕС.
        Some(rules) if !is_capitals(word) => (rules.lexemes)(&folded, &mut keys),
        _ => {}
    }
    keys.push(folded);
    keys
}

fn is_capitals(word: &str) -> bool {
    let mut letters = word.chars().filter(|letter| letter.is_alphabetic());
    letters.clone().count() > 1 && letters.all(char::is_uppercase)
}

fn is_common(word: &str, lang: Lang) -> bool {
    lang.rules().is_some_and(|rules| rules.stop_words.contains(&lower(word).as_str()))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{BUNDLED, COLUMNS, Gazetteer, Kind, words_of};
    use crate::lang::{Lang, Script};

    fn found(text: &str, lang: Lang) -> Vec<(String, &'static str)> {
        let words: Vec<&str> = words_of(text).collect();
        let list = Gazetteer::bundled();
        let told = |found: super::Found| {
            let own = words[found.at..found.at + found.words].join(" ");
            found
                .entries
                .iter()
                .map(|&at| (own.clone(), list.entry(at).unwrap().label))
                .collect::<Vec<_>>()
        };
        list.find(&words, lang).into_iter().flat_map(told).collect()
    }

    #[test]
    fn a_thing_is_found_in_every_language_inflected_and_whole() {
        for (text, lang, label) in [
            ("Соединённых Штатов", Lang::RU, "United States"),
            ("США", Lang::RU, "United States"),
            ("САЩ", Lang::BG, "United States"),
            ("U.S.", Lang::EN, "United States"),
            ("Сполученим Штатам", Lang::UK, "United States"),
            ("российской", Lang::RU, "Russia"),
            ("Великої Британії", Lang::UK, "United Kingdom"),
            ("Северной Кореей", Lang::RU, "North Korea"),
            ("Белия дом", Lang::BG, "White House"),
            ("ООН", Lang::UK, "United Nations"),
            ("ЕС", Lang::BG, "European Union"),
            ("Чёрного моря", Lang::RU, "Black Sea"),
        ] {
            let all = found(text, lang);
            assert!(all.iter().any(|(own, own_label)| own_label == &label && words_of(own).eq(words_of(text))), "{text}: {all:?}");
        }
    }

    #[test]
    fn a_form_is_of_the_name_that_has_such_a_case() {
        let list = Gazetteer::bundled();
        assert_eq!(list.dictionary_form("Марию", Lang::RU), Some("Мария"));
        assert_eq!(list.dictionary_form("Мари", Lang::RU), Some("Мари"));
    }

    #[test]
    fn common_words_are_no_things() {
        for text in ["give us", "who said it"] {
            assert_eq!(found(text, Lang::EN), [], "{text}");
        }
        assert_eq!(found("the US", Lang::EN)[0].1, "United States");
    }

    #[test]
    fn a_capital_says_whose_government_it_stands_for() {
        let list = Gazetteer::bundled();
        let moscow = list.find(&["Москвы"], Lang::RU);
        let entry = list.entry(moscow[0].entries[0]).unwrap();
        assert_eq!((entry.kind, entry.governs), (Kind::Capital, Some("Russia")));
    }

    #[test]
    fn every_line_of_the_list_is_well_formed() {
        let labels: BTreeSet<&str> =
            Gazetteer::bundled().entries.iter().map(|entry| entry.label).collect();
        let (mut section, mut before) = ("", String::new());
        for line in BUNDLED.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            if let Some(name) = line.strip_prefix('[') {
                section = name.trim_end_matches(']');
                before.clear();
                assert!(
                    Kind::SECTIONS.iter().any(|(known, _)| *known == section),
                    "no section {section}"
                );
                continue;
            }
            let label = line.split([',', ';', '\t']).next().unwrap().to_lowercase();
            assert!(
                before < label,
                "“{label}” stands after “{before}” in [{section}]; order and number them once"
            );
            before = label;
            let fields: Vec<&str> = line.split('\t').collect();
            assert!(fields.len() >= COLUMNS.len(), "a language is missing: {line}");
            for (at, field) in fields.iter().enumerate() {
                if let Some(country) = field.strip_prefix('@') {
                    assert!(labels.contains(country), "“{country}” is not in the list: {line}");
                } else if let Some(lang) = COLUMNS.get(at) {
                    assert!(!field.trim().is_empty(), "no name in {lang}: {line}");
                    let latin = field.chars().filter(|c| c.is_alphabetic()).any(|c| c < '\u{250}');
                    let roman = field
                        .split([',', ';'])
                        .any(|word| word.trim().chars().all(|c| "IVG0278-".contains(c)));
                    let own = lang.rules().map(|rules| rules.script);
                    assert!(
                        own == Some(Script::Latin) || !latin || roman,
                        "foreign letters in {lang}: {line}"
                    );
                } else {
                    let lang = field.split(' ').next().and_then(Lang::parse);
                    assert!(lang.is_some(), "say the language as “de Deutschland”: {line}");
                }
            }
        }
    }
}
