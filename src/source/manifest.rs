//! `collection.toml`: what the author of a collection says about it.
//!
//! In: the file's text. Out: title, description, presets, one entry a source in the
//! author's order, and the problems (unknown keys, wrong types), each naming the key. A
//! broken file is one problem and says nothing; it never costs a source.

use toml::{Table, Value};

use super::{Presets, given::Given};
use crate::error::{Error, Kind};

/// The name of the file in a collection's folder.
pub(super) const FILE: &str = "collection.toml";

/// What the file says.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Manifest {
    pub(super) title: String,
    pub(super) description: String,
    pub(super) presets: Presets,
    pub(super) sources: Vec<Entry>,
    pub(super) problems: Vec<Error>,
}

/// One `[[source]]`: which source it speaks of, by file or by id, and what it states.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Entry {
    pub(super) file: Option<String>,
    pub(super) id: Option<String>,
    pub(super) given: Given,
}

/// Reads the file named `name`.
pub(super) fn read(name: &str, bytes: &[u8]) -> Manifest {
    let mut reader = Reader { name, problems: Vec::new() };
    let table = match std::str::from_utf8(bytes).map(|text| (text, text.parse::<Table>())) {
        Ok((_, Ok(table))) => table,
        Ok((text, Err(error))) => {
            let line = error.span().map_or(1, |span| {
                1 + text.bytes().take(span.start).filter(|byte| *byte == b'\n').count()
            });
            let what = error.message().lines().next().unwrap_or("broken").to_owned();
            let problem = Error::new(Kind::Input, format!("this is no TOML: {what}"));
            return Manifest {
                problems: vec![problem.in_file(name).at_line(line)],
                ..Manifest::default()
            };
        }
        Err(_) => {
            reader.problem("this is no UTF-8".to_owned());
            return Manifest { problems: reader.problems, ..Manifest::default() };
        }
    };
    let mut manifest = Manifest::default();
    for (key, value) in table {
        match key.as_str() {
            "title" => manifest.title = reader.word(&key, value).unwrap_or_default(),
            "description" => manifest.description = reader.word(&key, value).unwrap_or_default(),
            "presets" => manifest.presets = reader.presets(value),
            "source" => manifest.sources = reader.sources(value),
            _ => reader.unknown(&key, "title, description, presets, source"),
        }
    }
    manifest.problems = reader.problems;
    manifest
}

struct Reader<'n> {
    name: &'n str,
    problems: Vec<Error>,
}

impl Reader<'_> {
    fn problem(&mut self, what: String) {
        self.problems.push(Error::new(Kind::Input, what).in_file(self.name));
    }

    fn unknown(&mut self, key: &str, known: &str) {
        let what = format!("“{key}” is no key of it");
        self.problems.push(
            Error::new(Kind::Input, what).in_file(self.name).advise(format!("known are {known}")),
        );
    }

    /// A string; dates and numbers are read as they are written.
    fn word(&mut self, key: &str, value: Value) -> Option<String> {
        match value {
            Value::String(word) => Some(word.trim().to_owned()).filter(|word| !word.is_empty()),
            Value::Datetime(date) => Some(date.to_string()),
            Value::Integer(number) => Some(number.to_string()),
            _ => {
                self.problem(format!("“{key}” must be a string"));
                None
            }
        }
    }

    fn words(&mut self, key: &str, value: Value) -> Vec<String> {
        match value {
            Value::Array(all) => all.into_iter().filter_map(|one| self.word(key, one)).collect(),
            one => self.word(key, one).into_iter().collect(),
        }
    }

    fn presets(&mut self, value: Value) -> Presets {
        let mut presets = Presets::default();
        let Value::Table(table) = value else {
            self.problem("“presets” must be a table".to_owned());
            return presets;
        };
        for (key, value) in table {
            match key.as_str() {
                "terms" => presets.terms = self.words(&key, value),
                "view" => presets.view = self.word(&key, value),
                _ => self.unknown(&format!("presets.{key}"), "terms, view"),
            }
        }
        presets
    }

    fn sources(&mut self, value: Value) -> Vec<Entry> {
        let Value::Array(all) = value else {
            self.problem("“source” must be written as [[source]]".to_owned());
            return Vec::new();
        };
        let mut entries = Vec::new();
        for value in all {
            match value {
                Value::Table(table) => entries.extend(self.entry(table)),
                _ => self.problem("“source” must be written as [[source]]".to_owned()),
            }
        }
        entries
    }

    fn entry(&mut self, table: Table) -> Option<Entry> {
        let mut entry = Entry::default();
        for (key, value) in table {
            let given = &mut entry.given;
            match key.as_str() {
                "file" => entry.file = self.word(&key, value),
                "id" => entry.id = self.word(&key, value),
                "title" => given.title = self.word(&key, value),
                "outlet" => given.outlet = self.word(&key, value),
                "date" => given.date = self.word(&key, value),
                "lang" => given.lang = self.word(&key, value),
                "url" => given.url = self.word(&key, value),
                "cites" => given.cites = self.word(&key, value),
                "authors" => given.authors = self.words(&key, value),
                _ => self.unknown(
                    &format!("source.{key}"),
                    "file, id, title, outlet, date, lang, url, authors, cites",
                ),
            }
        }
        if entry.file.is_none() && entry.id.is_none() {
            self.problem("a [[source]] names neither its “file” nor its “id”".to_owned());
            return None;
        }
        Some(entry)
    }
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn sources_keep_the_authors_order_and_dates_may_be_bare() {
        let manifest = read(
            "collection.toml",
            b"title = 'T'\n[presets]\nterms = ['a', 'b']\nview = 'compare'\n[[source]]\nfile = 'z.txt'\ndate = 2020-03-05\n[[source]]\nid = 'a'\nauthors = 'One'\n",
        );
        assert_eq!(manifest.problems, []);
        assert_eq!(manifest.sources[0].given.date.as_deref(), Some("2020-03-05"));
        assert_eq!(manifest.sources[1].given.authors, ["One"]);
        assert_eq!(manifest.presets.terms, ["a", "b"]);
    }

    #[test]
    fn unknown_keys_wrong_types_and_broken_files_are_problems() {
        let manifest = read(
            "collection.toml",
            b"titel = 'T'\ndescription = [1]\n[presets]\nviews = 'x'\n[[source]]\nfile = 'a.txt'\nedition = 2\n[[source]]\ntitle = 'nothing'\n",
        );
        assert_eq!(manifest.problems.len(), 5, "{:#?}", manifest.problems);
        assert_eq!(manifest.sources.len(), 1);
        let broken = read("collection.toml", b"title = 'T'\n[[source]\n");
        assert!(broken.problems[0].to_string().starts_with("collection.toml: line 2: "));
    }
}
