//! Front matter: what stands between `---` or `+++` at the head of a Markdown file.
//!
//! In: its text. Out: what it states, and the fields that mean nothing to us, as written.
//! Of YAML what such heads are made of is read: a key and a value a line, lists in brackets
//! or by dashes; deeper structure is kept as it is written.

use pulldown_cmark::MetadataBlockKind;
use toml::{Table, Value};

use super::{
    given::Given,
    record::{self, Meaning},
};

/// What a head says.
#[derive(Debug, Default)]
pub(super) struct Front {
    pub(super) given: Given,
    pub(super) others: Vec<(String, String)>,
}

/// Reads the head of a file.
pub(super) fn read((kind, text): &(MetadataBlockKind, String)) -> Front {
    let fields = match kind {
        MetadataBlockKind::YamlStyle => yaml(text),
        MetadataBlockKind::PlusesStyle => toml(text),
    };
    let names: Vec<String> = fields.iter().map(|(name, _)| name.clone()).collect();
    let mut front = Front::default();
    for ((name, values), meaning) in fields.into_iter().zip(record::meanings(&names)) {
        let word = values.join(", ");
        if word.is_empty() {
            continue;
        }
        let given = &mut front.given;
        match meaning {
            Some(Meaning::Title) => given.title = Some(word),
            Some(Meaning::Date) => given.date = Some(word),
            Some(Meaning::Updated) => given.updated = Some(word),
            Some(Meaning::Captured) => given.captured = Some(word),
            Some(Meaning::Lang) => given.lang = Some(word),
            Some(Meaning::Outlet) => given.outlet = Some(word),
            Some(Meaning::Url) => given.url = Some(word),
            Some(Meaning::Author) => given.authors = values,
            Some(Meaning::Id | Meaning::Text | Meaning::Html) | None => {
                front.others.push((name, word));
            }
        }
    }
    front
}

type Fields = Vec<(String, Vec<String>)>;

fn yaml(text: &str) -> Fields {
    let mut fields: Fields = Vec::new();
    for line in text.lines() {
        let (own, deeper) = (line.trim(), line.starts_with([' ', '\t', '-']));
        if own.is_empty() || own.starts_with('#') {
            continue;
        }
        match (own.split_once(':'), deeper, fields.last_mut()) {
            (_, true, Some((_, values))) => {
                values.push(bare(own.strip_prefix("- ").unwrap_or(own)));
            }
            (Some((name, value)), false, _) => {
                let value = value.trim();
                let listed = value.strip_prefix('[').and_then(|value| value.strip_suffix(']'));
                let values = match listed {
                    Some(listed) => {
                        listed.split(',').map(bare).filter(|one| !one.is_empty()).collect()
                    }
                    // `>` and `|` announce the lines that follow.
                    None if matches!(value, "" | ">" | "|" | ">-" | "|-") => Vec::new(),
                    None => vec![bare(value)],
                };
                fields.push((bare(name), values));
            }
            _ => fields.push((own.to_owned(), vec![own.to_owned()])),
        }
    }
    fields
}

/// A value without the quotation marks around it.
fn bare(value: &str) -> String {
    let value = value.trim();
    let quoted = ['"', '\'']
        .into_iter()
        .find_map(|mark| value.strip_prefix(mark).and_then(|value| value.strip_suffix(mark)));
    quoted.unwrap_or(value).to_owned()
}

fn toml(text: &str) -> Fields {
    match text.parse::<Table>() {
        Ok(table) => table
            .into_iter()
            .map(|(name, value)| match value {
                Value::Array(all) => (name, all.into_iter().map(shown).collect()),
                one => (name, vec![shown(one)]),
            })
            .collect(),
        Err(_) => vec![("front matter".to_owned(), vec![text.trim().to_owned()])],
    }
}

fn shown(value: Value) -> String {
    match value {
        Value::String(word) => word,
        Value::Integer(number) => number.to_string(),
        Value::Float(number) => number.to_string(),
        Value::Boolean(yes) => yes.to_string(),
        Value::Datetime(date) => date.to_string(),
        Value::Array(all) => all.into_iter().map(shown).collect::<Vec<_>>().join(", "),
        Value::Table(table) => {
            let fields = table.into_iter().map(|(name, value)| format!("{name}: {}", shown(value)));
            fields.collect::<Vec<_>>().join(", ")
        }
    }
}

#[cfg(test)]
mod tests {
    use pulldown_cmark::MetadataBlockKind;

    use super::read;

    #[test]
    fn lists_by_dashes_and_folded_lines_are_read() {
        let front = read(&(
            MetadataBlockKind::YamlStyle,
            "title: >\n  A bridge opens\nauthor:\n  - Ann\n  - \"Bob\"\n# a remark\ntags:\n- x\n- y\n".to_owned(),
        ));
        assert_eq!(front.given.title.as_deref(), Some("A bridge opens"));
        assert_eq!(front.given.authors, ["Ann", "Bob"]);
        assert_eq!(front.others, [("tags".to_owned(), "x, y".to_owned())]);
    }

    #[test]
    fn toml_is_read_and_broken_toml_is_kept() {
        let front =
            read(&(MetadataBlockKind::PlusesStyle, "title = 'T'\ndate = 2020-03-05\n".to_owned()));
        assert_eq!(front.given.date.as_deref(), Some("2020-03-05"));
        let front = read(&(MetadataBlockKind::PlusesStyle, "title = \n".to_owned()));
        assert_eq!(front.others.len(), 1);
    }
}
