//! Concepts: subjects of news and public life with their words in every language.
//!
//! In: the concept list (`data/concepts.toml`, or another in its format) and a vocabulary.
//! Out: a relation from each subject to the forms of its words that occur. A word in
//! capitals (`US`) stands only for forms in capitals, one with a capital (`Казан`) not for
//! forms in lower case (`каза`, said). A form that words of several subjects could have is of
//! all of them, but for those that it hardly could be of ([`clear`]). Which
//! concept words mean the same is decided in the list, by hand, not here.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{
    Vocabulary,
    concept_words::{self, entry},
    relation::Group,
    table::{int, write_strings},
    vocabulary::{Case, acronym_key},
};
use crate::{
    error::{Error, Kind, Result},
    lang::Lang,
    text,
};

/// A list of subjects and their words.
#[derive(Clone, Debug, Default)]
pub struct Concepts(Vec<Concept>);

#[derive(Clone, Debug)]
struct Concept {
    id: String,
    words: Vec<(Lang, String)>,
    /// What it is called: language and word a line.
    labels: String,
}

#[derive(Deserialize)]
struct File {
    concept: Vec<Entry>,
}

#[derive(Deserialize)]
struct Entry {
    id: String,
    #[serde(rename = "group")]
    _group: Option<String>,
    #[serde(flatten)]
    words: BTreeMap<String, Vec<String>>,
}

/// The list that collections are given.
const BUNDLED: &str = include_str!("../../data/concepts.toml");

impl Concepts {
    /// The list that comes with the program.
    ///
    /// # Errors
    /// Never: a test reads it.
    pub fn bundled() -> Result<Self> {
        Self::parse(BUNDLED)
    }

    /// Reads a concept list.
    ///
    /// # Errors
    /// When `toml` is not a list in the format of `data/concepts.toml`.
    pub fn parse(toml: &str) -> Result<Self> {
        let file: File = toml::from_str(toml).map_err(|error| {
            Error::new(Kind::Input, format!("the concept list cannot be read: {}", error.message()))
        })?;
        let mut concepts = Vec::with_capacity(file.concept.len());
        for Entry { id, words, .. } in file.concept {
            let mut all = Vec::new();
            let labels = labels(&id, &words);
            for (code, list) in words {
                let lang = Lang::parse(&code).ok_or_else(|| {
                    Error::new(Kind::Input, format!("concept {id}: “{code}” is no language code"))
                })?;
                all.extend(list.into_iter().map(|word| (lang, word)));
            }
            concepts.push(Concept { id, words: all, labels });
        }
        Ok(Self(concepts))
    }

    /// The list, to look words up that no vocabulary has.
    #[must_use]
    pub fn listed(&self) -> ConceptList {
        let mut found: BTreeMap<(Lang, String), Vec<(u32, bool)>> = BTreeMap::new();
        for (number, Concept { words, .. }) in (0..).zip(&self.0) {
            for (lang, word) in words {
                let name = word.starts_with(char::is_uppercase);
                for key in keys(word, *lang) {
                    found.entry((*lang, key)).or_default().push((number, name));
                }
            }
        }
        for own in found.values_mut() {
            own.sort_unstable();
            own.dedup();
        }
        ConceptList { words: found }
    }

    /// The concepts that occur, with their forms, in the order of the list; their words in
    /// all languages, as [`super::ConceptWords`] reads them; and what they are called.
    #[must_use]
    pub(crate) fn occurring(&self, vocabulary: Vocabulary<'_>) -> (Vec<Group>, Vec<u8>, Vec<u8>) {
        let parts: Vec<_> = vocabulary.parts().collect();
        // Each form with each concept, once for every key that they share.
        let mut met: Vec<(u32, usize, u32)> = Vec::new();
        for (at, Concept { words, .. }) in self.0.iter().enumerate() {
            for (lang, word) in words {
                let Some(&part) = parts.iter().find(|part| part.lang == *lang) else { continue };
                let name = word.starts_with(char::is_uppercase);
                for key in keys(word, *lang).iter().filter_map(|key| vocabulary.key(part, key)) {
                    let own = vocabulary.forms_of_key(key).iter();
                    let own = own.filter(|&form| !name || vocabulary.case(form) != Case::Lower);
                    met.extend(own.map(|form| (form, at, key)));
                }
            }
        }
        met.sort_unstable();
        met.dedup();
        let mut forms = vec![Vec::new(); self.0.len()];
        for same in met.chunk_by(|x, y| x.0 == y.0) {
            for at in clear(same.iter().map(|&(_, at, _)| at)) {
                forms[at].push(same[0].0);
            }
        }
        let (mut groups, mut all_words) = (Vec::new(), Vec::new());
        let mut all_labels = Vec::new();
        for (Concept { id, words, labels }, forms) in self.0.iter().zip(forms) {
            if !forms.is_empty() {
                for (lang, word) in words {
                    all_words.extend(
                        keys(word, *lang).iter().map(|key| (entry(*lang, key), int(groups.len()))),
                    );
                }
                groups.push(Group { label: id.clone(), forms });
                all_labels.push(labels.as_str());
            }
        }
        all_words.sort_unstable();
        all_words.dedup();
        let words = concept_words::write(
            all_words.iter().map(|(word, _)| word.as_str()),
            all_words.iter().map(|&(_, concept)| concept),
        );
        (groups, words, write_strings(all_labels))
    }
}

/// What a concept is called, a language a line. The lists of a concept run side by side, so
/// where its id is not the first English word, the word at the same place is taken in each
/// (`resignation`: отставка, not уволиться).
fn labels(id: &str, words: &BTreeMap<String, Vec<String>>) -> String {
    let place = words.get("en").and_then(|list| list.iter().position(|word| word == id));
    let label = |(code, list): (&String, &Vec<String>)| {
        let word = list.get(place.unwrap_or_default()).or(list.first())?;
        Some(format!("{code} {word}"))
    };
    words.iter().filter_map(label).collect::<Vec<_>>().join("\n")
}

/// The concepts of the list by the lexemes of their words, for words of no vocabulary.
#[derive(Clone, Debug)]
pub struct ConceptList {
    /// By language and key: the concepts by number, and whether only for a name.
    words: BTreeMap<(Lang, String), Vec<(u32, bool)>>,
}

impl ConceptList {
    /// The concepts of which a word, as written, is a form; by the rules of
    /// [`Concepts::occurring`].
    #[must_use]
    pub fn of(&self, letters: &str, lang: Lang) -> Vec<u32> {
        let capital = letters.starts_with(char::is_uppercase);
        let folded = text::fold(&text::lower(letters), lang);
        let mut sought = match lang.rules() {
            Some(rules) => {
                let mut keys = Vec::new();
                (rules.lexemes)(&folded, &mut keys);
                keys
            }
            None => vec![folded.clone()],
        };
        let upper = letters.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
        if upper && letters.chars().count() > 1 {
            sought.push(acronym_key(&folded));
        }
        let listed = sought.into_iter().filter_map(|key| self.words.get(&(lang, key))).flatten();
        let mut found: Vec<u32> =
            listed.filter(|(_, name)| capital || !name).map(|&(concept, _)| concept).collect();
        found.sort_unstable();
        clear(found)
    }
}

/// Keys that a word has to share with a form to leave no room for a guess.
const SURE: usize = 3;

/// Of the subjects of a form, sorted, each as often as it shares a key with the form: all but
/// those that share a single one where another shares several. Bulgarian `страната` could be
/// a form of `странен` (strange) by one of its keys, and is one of `страна` (country) by more.
fn clear<T: PartialEq + Copy>(met: impl IntoIterator<Item = T>) -> Vec<T> {
    let mut counts: Vec<(T, usize)> = Vec::new();
    for one in met {
        match counts.last_mut() {
            Some((last, count)) if *last == one => *count += 1,
            _ => counts.push((one, 1)),
        }
    }
    let most = counts.iter().map(|&(_, count)| count).max().unwrap_or_default();
    counts.into_iter().filter(|&(_, count)| count > 1 || most < SURE).map(|(one, _)| one).collect()
}

/// The keys by which a concept's word finds its forms.
pub(super) fn keys(word: &str, lang: Lang) -> Vec<String> {
    let folded = text::fold(&text::lower(word), lang);
    let capitals = word.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
    let mut keys = Vec::new();
    match lang.rules() {
        _ if capitals => keys.push(acronym_key(&folded)),
        Some(rules) => (rules.lexemes)(&folded, &mut keys),
        None => keys.push(folded),
    }
    keys
}

#[cfg(test)]
mod tests {
    use super::{Concepts, labels};
    use crate::lang::Lang;

    #[test]
    fn a_concept_is_called_by_the_word_that_its_id_is_in_each_language() {
        let list = |words: &[&str]| words.iter().map(|&word| word.to_owned()).collect();
        let words = [
            ("en".to_owned(), list(&["resign", "resignation"])),
            ("ru".to_owned(), list(&["уволиться", "отставка"])),
            ("uk".to_owned(), list(&["відставка"])),
        ];
        assert_eq!(
            labels("resignation", &words.into()),
            "en resignation\nru отставка\nuk відставка"
        );
    }

    #[test]
    fn a_form_is_of_the_subjects_that_it_is_most_like() {
        let list = "[[concept]]\nid = \"country\"\nbg = [\"страна\"]\n\
                    [[concept]]\nid = \"strange\"\nbg = [\"странен\"]\n\
                    [[concept]]\nid = \"side\"\nbg = [\"страна\"]";
        let listed = Concepts::parse(list).unwrap().listed();
        assert_eq!(listed.of("страна", Lang::BG), [0, 2], "equals are both meant");
        assert_eq!(listed.of("странните", Lang::BG), [1]);
    }

    #[test]
    fn the_list_that_comes_with_the_program_can_be_read() {
        assert!(!Concepts::bundled().unwrap().0.is_empty());
    }

    #[test]
    fn a_list_that_is_not_one_is_refused_with_a_reason() {
        let refused = Concepts::parse("[[concept]]\nid = \"war\"\nenglish = [\"war\"]")
            .expect_err("a bad code");
        assert_eq!(refused.to_string(), "concept war: “english” is no language code");
        assert!(Concepts::parse("[[concept]").is_err());
    }
}
