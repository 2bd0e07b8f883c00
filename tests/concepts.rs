//! The concept list is well formed.
//!
//! In: `data/concepts.toml`. Each test reads as a rule of `data/README.md`; each failure names
//! the entries and says how to mend them. Whether a word is well chosen is for readers to judge.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde::Deserialize;

const LIST: &str = include_str!("../data/concepts.toml");

/// The groups, in the order of the file.
const GROUPS: &[&str] = &[
    "politics",
    "diplomacy",
    "acts",
    "speech",
    "change",
    "war",
    "law",
    "economy",
    "society",
    "everyday",
    "health",
    "science",
    "technology",
    "media",
    "culture",
    "disasters",
    "nature",
    "transport",
    "sport",
    "qualities",
    "quantity",
    "places",
    "peoples",
    "bodies",
    "time",
];

/// Cyrillic letters that a language does not have.
const FOREIGN: &[(&str, &str)] = &[("ru", "іїєґў"), ("bg", "ыэёіїєґў"), ("uk", "ыэёъў")];
/// Letters beside the English ones that a language has.
const LATIN: &[(&str, &str)] = &[
    ("en", "éèüöäñç"),
    ("de", "äöüß"),
    ("fr", "àâæçéèêëîïôœùûüÿ"),
    ("es", "áéíóúüñ"),
    ("pl", "ąćęłńóśźż"),
];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct List {
    concept: Vec<Concept>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Concept {
    id: String,
    group: String,
    en: Vec<String>,
    ru: Vec<String>,
    bg: Vec<String>,
    uk: Vec<String>,
    #[serde(default)]
    de: Vec<String>,
    #[serde(default)]
    fr: Vec<String>,
    #[serde(default)]
    es: Vec<String>,
    #[serde(default)]
    pl: Vec<String>,
}

impl Concept {
    /// The languages in which every subject has words.
    fn languages(&self) -> [(&'static str, &[String]); 4] {
        [("en", &self.en), ("ru", &self.ru), ("bg", &self.bg), ("uk", &self.uk)]
    }

    /// Those in which it has words where they are sure.
    fn others(&self) -> [(&'static str, &[String]); 4] {
        [("de", &self.de), ("fr", &self.fr), ("es", &self.es), ("pl", &self.pl)]
    }

    fn all(&self) -> impl Iterator<Item = (&'static str, &[String])> {
        self.languages().into_iter().chain(self.others())
    }
}

fn concepts() -> Vec<Concept> {
    match toml::from_str::<List>(LIST) {
        Ok(list) => list.concept,
        Err(error) => {
            // An empty list fails every test that counts; this line says why.
            eprintln!("data/concepts.toml cannot be read: mend the line it names\n{error}");
            Vec::new()
        }
    }
}

/// Calls `check` for every word; collects what it objects to.
fn objections(check: impl Fn(&str, &str) -> Option<String>) -> String {
    let mut found = String::new();
    for concept in concepts() {
        for (lang, words) in concept.all() {
            for word in words {
                if let Some(objection) = check(lang, word) {
                    let _ = writeln!(found, "{}, {lang} “{word}”: {objection}", concept.id);
                }
            }
        }
    }
    found
}

fn folded(word: &str) -> String {
    word.to_lowercase().replace('ё', "е").replace('’', "'")
}

#[test]
fn the_list_has_more_than_fifteen_hundred_concepts() {
    let count = concepts().len();
    assert!(count >= 1500, "only {count} concepts; were some lost?");
}

#[test]
fn every_concept_has_an_id_of_its_own() {
    let mut seen = BTreeMap::new();
    for Concept { id, .. } in concepts() {
        *seen.entry(id).or_insert(0) += 1;
    }
    let twice: Vec<_> = seen.iter().filter(|(_, n)| **n > 1).map(|(id, _)| id).collect();
    assert!(twice.is_empty(), "{twice:?} occur twice; merge the entries or rename one");
}

#[test]
fn ids_are_english_kebab_case() {
    for Concept { id, .. } in concepts() {
        let well_formed = id.split('-').all(|part| {
            !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
        });
        assert!(well_formed, "“{id}”: write lower-case ASCII words joined by single hyphens");
    }
}

#[test]
fn every_concept_is_in_a_known_group() {
    for Concept { id, group, .. } in concepts() {
        assert!(
            GROUPS.contains(&group.as_str()),
            "{id}: group “{group}” is not known; use one of {GROUPS:?}, or add it here"
        );
    }
}

#[test]
fn groups_stand_in_order_and_ids_are_sorted_within_them() {
    let place = |c: &Concept| (GROUPS.iter().position(|g| *g == c.group), c.id.clone());
    for pair in concepts().windows(2) {
        assert!(
            place(&pair[0]) < place(&pair[1]),
            "“{}” stands after “{}”; move it to its place in its group",
            pair[1].id,
            pair[0].id
        );
    }
}

#[test]
fn every_concept_has_words_in_every_language() {
    for concept in concepts() {
        for (lang, words) in concept.languages() {
            assert!(!words.is_empty(), "{}: no word in {lang}; find one or drop it", concept.id);
        }
    }
}

#[test]
fn more_than_a_thousand_concepts_have_words_in_four_more_languages() {
    let full = |concept: &Concept| concept.others().iter().all(|(_, words)| !words.is_empty());
    let count = concepts().iter().filter(|concept| full(concept)).count();
    assert!(count >= 1500, "only {count} have German, French, Spanish and Polish words");
}

#[test]
fn a_word_stands_in_one_concept_of_its_language() {
    let mut owners: BTreeMap<(&str, String), Vec<String>> = BTreeMap::new();
    for concept in concepts() {
        for (lang, words) in concept.all() {
            for word in words {
                owners.entry((lang, folded(word))).or_default().push(concept.id.clone());
            }
        }
    }
    owners.retain(|_, ids| ids.len() > 1);
    assert!(
        owners.is_empty(),
        "keep each word only where it nearly always belongs, or nowhere: {owners:#?}"
    );
}

#[test]
fn words_are_single_words() {
    let found = objections(|_, word| {
        let single = word
            .split('\'')
            .all(|part| !part.is_empty() && part.chars().all(char::is_alphanumeric));
        (!single).then(|| {
            "write one dictionary word: no space, hyphen, wildcard; the apostrophe is '".to_owned()
        })
    });
    assert!(found.is_empty(), "{found}");
}

#[test]
fn words_are_in_the_letters_of_their_language() {
    let found = objections(|lang, word| {
        // Names such as G20 are the same in every script.
        let sign = word.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit());
        let of = |list: &[(&str, &'static str)]| {
            list.iter().find(|(own, _)| *own == lang).map(|&(_, letters)| letters)
        };
        let has = |letters: &str, c: char| c.to_lowercase().any(|c| letters.contains(c));
        let right = word.chars().filter(|c| c.is_alphabetic()).all(|c| match of(LATIN) {
            Some(own) => c.is_ascii_alphabetic() || has(own, c),
            None => c > '\u{24f}' && !has(of(FOREIGN).unwrap_or_default(), c),
        });
        (!right && !sign).then(|| "a letter is of another language; retype the word".to_owned())
    });
    assert!(found.is_empty(), "{found}");
}

#[test]
fn capitals_are_those_of_running_text() {
    let found = objections(|_, word| {
        let lower_first = word.chars().next().is_some_and(char::is_lowercase);
        let natural = !lower_first || !word.chars().any(char::is_uppercase);
        (!natural).then(|| "a word that begins small has no capitals; write it as in text".into())
    });
    assert!(found.is_empty(), "{found}");
}

#[test]
fn english_names_begin_with_a_capital() {
    for Concept { id, group, en, .. } in concepts() {
        if !["peoples", "bodies"].contains(&group.as_str()) {
            continue;
        }
        for word in en {
            assert!(
                word.chars().next().is_some_and(char::is_uppercase),
                "{id}: “{word}” is a name in group {group}; begin it with a capital"
            );
        }
    }
}
