//! Concepts: subjects of news and public life with their words in every language.
//!
//! In: the concept list (`data/concepts.toml`, or another in its format) and a vocabulary.
//! Out: a relation from each subject to the forms of its words that occur. A word in
//! capitals (`US`) stands only for forms in capitals. Which concept words mean the same is
//! decided in the list, by hand, not here.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{Vocabulary, relation::Group, vocabulary::acronym_key};
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

impl Concepts {
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
            for (code, list) in words {
                let lang = Lang::parse(&code).ok_or_else(|| {
                    Error::new(Kind::Input, format!("concept {id}: “{code}” is no language code"))
                })?;
                all.extend(list.into_iter().map(|word| (lang, word)));
            }
            concepts.push(Concept { id, words: all });
        }
        Ok(Self(concepts))
    }

    /// The concepts that occur, with their forms, in the order of the list.
    #[must_use]
    pub(crate) fn groups(&self, vocabulary: Vocabulary<'_>) -> Vec<Group> {
        let parts: Vec<_> = vocabulary.parts().collect();
        let mut groups = Vec::new();
        for Concept { id, words } in &self.0 {
            let mut forms = Vec::new();
            for (lang, word) in words {
                let Some(&part) = parts.iter().find(|part| part.lang == *lang) else { continue };
                for key in keys(word, *lang) {
                    if let Some(key) = vocabulary.key(part, &key) {
                        forms.extend(vocabulary.forms_of_key(key).iter());
                    }
                }
            }
            forms.sort_unstable();
            forms.dedup();
            if !forms.is_empty() {
                groups.push(Group { label: id.clone(), forms });
            }
        }
        groups
    }
}

/// The keys by which a concept's word finds its forms.
fn keys(word: &str, lang: Lang) -> Vec<String> {
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
    use super::Concepts;

    #[test]
    fn a_list_that_is_not_one_is_refused_with_a_reason() {
        let refused = Concepts::parse("[[concept]]\nid = \"war\"\nenglish = [\"war\"]")
            .expect_err("a bad code");
        assert_eq!(refused.to_string(), "concept war: “english” is no language code");
        assert!(Concepts::parse("[[concept]").is_err());
    }
}
