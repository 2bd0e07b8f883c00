//! Lists of words that a reader pastes or loads, and that authors preset.
//!
//! In: text. Out: terms. A line `Officials: Putin, "Sergei Lavrov", =US` is a named set; so
//! are the lines below a line `# Officials`. Lines without either are one set without a
//! name. A set is a term like any other: its query joins the words by OR, so everything
//! that works on terms works on sets.

use crate::{protocol::Term, query::is_field};

/// The sets in a list.
#[must_use]
pub fn read(list: &str) -> Vec<Term> {
    let mut sets: Vec<(Option<String>, Vec<String>)> = Vec::new();
    for line in list.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if let Some(name) = line.strip_prefix('#') {
            sets.push((Some(one_line(name.trim_start_matches('#'))), Vec::new()));
        } else if let Some((name, words)) = named(line) {
            sets.push((Some(one_line(name)), split(words)));
            // What follows is no part of it.
            sets.push((None, Vec::new()));
        } else {
            if sets.is_empty() {
                sets.push((None, Vec::new()));
            }
            if let Some((_, words)) = sets.last_mut() {
                let new: Vec<String> =
                    split(line).into_iter().filter(|word| !words.contains(word)).collect();
                words.extend(new);
            }
        }
    }
    let sets = sets.into_iter().filter(|(_, words)| !words.is_empty());
    sets.map(|(name, words)| set(name.filter(|name| !name.is_empty()), &words)).collect()
}

/// An author's preset: a set where it is written as one, otherwise a query.
#[must_use]
pub fn preset(text: &str) -> Term {
    match named(text) {
        Some((name, words)) => set(Some(one_line(name)), &split(words)),
        None => Term::new(text),
    }
}

/// A term that finds any of the words.
fn set(name: Option<String>, words: &[String]) -> Term {
    let query = words.join(" OR ");
    Term { query, name, ..Term::default() }
}

/// The name and the words of a line `Name: words`; a field of a query is none.
fn named(line: &str) -> Option<(&str, &str)> {
    let (name, words) = line.split_once(':')?;
    let is_name = !name.trim().is_empty()
        && words.starts_with(char::is_whitespace)
        && !words.trim().is_empty()
        && !name.contains(['"', '(', '/', '“', '«'])
        && !is_field(name.trim());
    is_name.then_some((name, words))
}

/// The words between commas, semicolons or tabs; several words side by side are a phrase.
fn split(words: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for word in words.split([',', ';', '\t']).map(one_line).filter(|word| !word.is_empty()) {
        let is_plain = !word.contains(['"', '“', '„', '«', '(', ')', '/', ':']);
        let word = match word.contains(' ') && is_plain {
            true => format!("\"{word}\""),
            false => word,
        };
        if !found.contains(&word) {
            found.push(word);
        }
    }
    found
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::{preset, read};

    fn sets(list: &str) -> Vec<(Option<String>, String)> {
        read(list).into_iter().map(|term| (term.name, term.query)).collect()
    }

    #[test]
    fn a_list_is_one_word_a_line() {
        assert_eq!(
            sets("мир\nвойна\r\n\nБелый дом\nмир"),
            [(None, "мир OR война OR \"Белый дом\"".to_owned())]
        );
    }

    #[test]
    fn names_stand_before_a_colon_or_on_a_line_of_their_own() {
        let some = |name: &str, query: &str| (Some(name.to_owned()), query.to_owned());
        assert_eq!(
            sets("Officials: Putin, Sergei Lavrov; =US\n# Places\nMoscow\nAnka*\n\n#\nloose"),
            [
                some("Officials", "Putin OR \"Sergei Lavrov\" OR =US"),
                some("Places", "Moscow OR Anka*"),
                (None, "loose".to_owned()),
            ]
        );
        assert_eq!(sets(" \n#\n,;\n"), []);
    }

    #[test]
    fn a_preset_is_a_query_unless_it_has_a_name() {
        assert_eq!(preset("Putin lang:ru").query, "Putin lang:ru");
        assert_eq!(preset("lang: ru").name, None, "a field is no name");
        let set = preset("Money: sanctions, rouble*");
        assert_eq!(
            (set.name.as_deref(), set.query.as_str()),
            (Some("Money"), "sanctions OR rouble*")
        );
    }
}
