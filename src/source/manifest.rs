//! `collection.toml`: what the author of a collection says about it.
//!
//! In: the file's text. Out: title, description, presets with notes, one entry a source in
//! the author's order, and the problems (unknown keys, wrong types), each naming the key. A
//! broken file is one problem and says nothing; it never costs a source.

use toml::{Table, Value};

use super::{As, BlockKind, Correction, Item, Note, Presets, given::Given};
use crate::{
    error::{Error, Kind},
    lang::Lang,
};

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
    /// What is stated by being empty, and the roles of blocks.
    pub(super) by: Correction,
    /// Whether the source is in its file, but not in the collection.
    pub(super) left_out: bool,
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
    let (mut manifest, mut notes) = (Manifest::default(), Vec::new());
    for (key, value) in table {
        match key.as_str() {
            "title" => manifest.title = reader.word(&key, value).unwrap_or_default(),
            "description" => manifest.description = reader.word(&key, value).unwrap_or_default(),
            "presets" => manifest.presets = reader.presets(value),
            "source" => {
                let tables = reader.tables(&key, value);
                let entries = tables.into_iter().filter_map(|table| reader.entry(table));
                manifest.sources = entries.collect();
            }
            "note" => {
                let tables = reader.tables(&key, value);
                notes.extend(tables.into_iter().filter_map(|table| reader.note(table)));
            }
            _ => reader.unknown(&key, "title, description, presets, source, note"),
        }
    }
    manifest.presets.notes = notes;
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

    /// The tables that are written as `[[key]]`.
    fn tables(&mut self, key: &str, value: Value) -> Vec<Table> {
        let all = if let Value::Array(all) = value { all } else { vec![value] };
        let (tables, others): (Vec<Value>, Vec<Value>) = all.into_iter().partition(Value::is_table);
        if !others.is_empty() || tables.is_empty() {
            self.problem(format!("“{key}” must be written as [[{key}]]"));
        }
        let table = |value| if let Value::Table(table) = value { Some(table) } else { None };
        tables.into_iter().filter_map(table).collect()
    }

    /// A byte of a text.
    fn byte(&mut self, key: &str, value: &Value) -> Option<u32> {
        let byte = value.as_integer().and_then(|byte| u32::try_from(byte).ok());
        if byte.is_none() {
            self.problem(format!("“{key}” must be the number of a byte"));
        }
        byte
    }

    fn yes_or_no(&mut self, key: &str, value: &Value) -> bool {
        let own = value.as_bool();
        if own.is_none() {
            self.problem(format!("“{key}” must be true or false, without quotation marks"));
        }
        own.unwrap_or_default()
    }

    fn note(&mut self, table: Table) -> Option<Note> {
        let mut note = Note { source: String::new(), at: None, text: String::new() };
        for (key, value) in table {
            match key.as_str() {
                "source" => note.source = self.word(&key, value).unwrap_or_default(),
                "at" => note.at = self.byte(&key, &value),
                "text" => note.text = value.as_str().unwrap_or_default().to_owned(),
                _ => self.unknown(&format!("note.{key}"), "source, at, text"),
            }
        }
        let is_whole = !note.source.is_empty() && !note.text.trim().is_empty();
        if !is_whole {
            self.problem("a [[note]] lacks its “source” or its “text”".to_owned());
        }
        is_whole.then_some(note)
    }

    /// What blocks are, by their first byte: `quote`, or with its language `quote:bg`.
    fn kinds(&mut self, value: Value) -> Vec<(u32, Option<As>)> {
        let Value::Table(table) = value else {
            self.problem("“kinds” must be a table of bytes and kinds".to_owned());
            return Vec::new();
        };
        let mut kinds = Vec::new();
        for (byte, kind) in table {
            let own = kind.as_str().unwrap_or_default();
            let (kind, lang) = own.split_once(':').map_or((own, None), |(k, lang)| (k, Some(lang)));
            let lang = lang.map(|lang| Lang::parse(lang).ok_or(lang)).transpose();
            match (byte.parse(), BlockKind::parse(kind), lang) {
                (Ok(byte), Some(kind), Ok(lang)) => kinds.push((byte, Some(As { kind, lang }))),
                (_, _, Err(lang)) => self.problem(format!(
                    "“kinds” says of “{byte}” that it is in “{lang}”, which is no language code such as “en”"
                )),
                _ => self.problem(format!("“kinds” says of “{byte}” what is no kind of block")),
            }
        }
        kinds.sort_unstable_by_key(|(byte, _)| *byte);
        kinds
    }

    fn entry(&mut self, table: Table) -> Option<Entry> {
        let mut entry = Entry::default();
        for (key, value) in table {
            let given = &mut entry.given;
            let is_empty = value.as_str().is_some_and(|word| word.trim().is_empty());
            let item = Item::ALL.into_iter().find(|item| item.name() == key);
            if let Some(item) = item.filter(|_| is_empty) {
                entry.by.items.push((item, Some(String::new())));
                continue;
            }
            match key.as_str() {
                "file" => entry.file = self.word(&key, value),
                "id" => entry.id = self.word(&key, value),
                "title" => given.title = self.word(&key, value),
                "outlet" => given.outlet = self.word(&key, value),
                "date" => given.date = self.word(&key, value),
                "updated" => given.updated = self.word(&key, value),
                "captured" => given.captured = self.word(&key, value),
                "lang" => given.lang = self.word(&key, value),
                "origin" => given.origin = self.word(&key, value),
                "url" => given.url = self.word(&key, value),
                "cites" if is_empty => given.cites = Some(String::new()),
                "cites" => given.cites = self.word(&key, value),
                "authors" => {
                    given.authors = self.words(&key, value);
                    if given.authors.is_empty() {
                        entry.by.items.push((Item::Authors, Some(String::new())));
                    }
                }
                "kinds" => entry.by.blocks = self.kinds(value),
                "left_out" => entry.left_out = self.yes_or_no(&key, &value),
                _ => self.unknown(
                    &format!("source.{key}"),
                    "file, id, title, outlet, date, updated, captured, lang, url, origin, authors, cites, kinds, left_out",
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
    use super::{Item, read};

    #[test]
    fn sources_keep_the_authors_order_and_dates_may_be_bare() {
        let manifest = read(
            "collection.toml",
            b"title = 'T'\n[presets]\nterms = ['a', 'b']\nview = 'compare'\n[[source]]\nfile = 'z.txt'\ndate = 2020-03-05\n[[source]]\nid = 'a'\nauthors = 'One'\ncaptured = 2020-03-06\norigin = 'Agency'\n",
        );
        assert_eq!(manifest.problems, []);
        assert_eq!(manifest.sources[0].given.date.as_deref(), Some("2020-03-05"));
        let second = &manifest.sources[1].given;
        assert_eq!(second.authors, ["One"]);
        assert_eq!(second.captured.as_deref(), Some("2020-03-06"));
        assert_eq!(second.origin.as_deref(), Some("Agency"));
        assert_eq!(manifest.presets.terms, ["a", "b"]);
    }

    #[test]
    fn what_is_stated_by_being_empty_is_kept_and_what_cannot_be_meant_is_a_problem() {
        let manifest = read(
            "collection.toml",
            b"[[source]]\nfile = 'a.txt'\ncites = ''\ntitle = ' '\nauthors = ''\n",
        );
        assert_eq!(manifest.problems, []);
        assert_eq!(manifest.sources[0].given.cites.as_deref(), Some(""));
        let unknown = Some(String::new());
        assert_eq!(
            manifest.sources[0].by.items,
            [(Item::Authors, unknown.clone()), (Item::Title, unknown)]
        );
        for (line, key) in [
            ("edition = ''", "source.edition"),
            ("left_out = 'yes'", "left_out"),
            ("left_out = ''", "left_out"),
            ("kinds = ''", "kinds"),
            ("kinds = { 0 = 'quote:english' }", "kinds"),
            ("kinds = { 0 = 'quote:' }", "kinds"),
        ] {
            let text = format!("[[source]]\nfile = 'a.txt'\n{line}\n");
            let manifest = read("collection.toml", text.as_bytes());
            let [problem] = &manifest.problems[..] else { panic!("{line}: {manifest:#?}") };
            assert!(problem.to_string().contains(&format!("“{key}”")), "{line}: {problem}");
            assert!(manifest.sources[0].by.blocks.is_empty(), "{line}");
        }
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
