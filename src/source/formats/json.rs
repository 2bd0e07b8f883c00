//! A JSON file to documents: one object, a list of objects, or a list within an object.
//!
//! In: objects with the fields of a JSONL line. Out: a document an object, and the problems,
//! each with the object's number. Fields around a list that are no source are kept in the
//! report of each of its sources.

use serde_json::{Map, Value};

use super::{File, Format, Read};
use crate::{
    error::{Error, Kind, Result},
    source::{
        decode,
        record::{self, Meaning, Place},
    },
};

/// JSON.
pub(super) static JSON: Format =
    Format { name: "JSON", extensions: &["json"], begins: |_| false, read };

fn read(file: &File<'_>) -> Result<Read> {
    let decoded = decode::decode(file.bytes)?;
    let text = decoded.text.trim_start_matches('\u{feff}');
    let value = serde_json::from_str(text).map_err(|error| {
        let what = format!("it is no JSON (column {})", error.column());
        Error::new(Kind::Input, what).at_line(error.line()).advise("save it again, or as JSONL")
    })?;
    let (objects, around) = objects(value).ok_or_else(|| {
        Error::new(Kind::Input, "it has no object with a “text”")
            .advise("give an object a source, with “id” and “text”")
    })?;
    let mut read = Read::default();
    for (nth, object) in objects.into_iter().enumerate() {
        let place = Place { file: file.name, nth: nth + 1, encoding: decoded.encoding };
        let what = format!("object {}", nth + 1);
        let problem = |said: String| Error::new(Kind::Input, said).in_file(file.name);
        let made = match object {
            Value::Object(object) => record::document(&place, fields(object), &what),
            _ => {
                Err(Error::new(Kind::Input, format!("entry {} of the list is no object", nth + 1)))
            }
        };
        match made {
            Ok((mut document, unused)) => {
                document.report.fields.extend(around.iter().cloned());
                document.report.notes.extend(decoded.notes.iter().cloned());
                let unused = unused.into_iter().map(|said| problem(format!("{what}: {said}")));
                read.problems.extend(unused);
                read.documents.push(document);
            }
            Err(error) => read.problems.push(error.in_file(file.name)),
        }
    }
    Ok(read)
}

/// Fields as a report keeps them: name, value.
type Fields = Vec<(String, String)>;

/// The objects that may be sources, and the fields that stand around their list.
fn objects(value: Value) -> Option<(Vec<Value>, Fields)> {
    match value {
        Value::Array(all) if all.iter().any(Value::is_object) => Some((all, Vec::new())),
        Value::Object(object) => {
            let names: Vec<String> = object.keys().cloned().collect();
            let meanings = record::meanings(&names);
            if meanings.iter().flatten().any(|one| matches!(one, Meaning::Text | Meaning::Html)) {
                // The text may be in the list, and the field of that name a list itself.
                let is_list = |value: &Value| matches!(value, Value::Array(all) if all.iter().any(Value::is_object));
                if !object.values().any(is_list) {
                    return Some((vec![Value::Object(object)], Vec::new()));
                }
            }
            let (mut list, mut around) = (None, Vec::new());
            for (name, value) in object {
                match value {
                    Value::Array(all) if list.is_none() && all.iter().any(Value::is_object) => {
                        list = Some(all);
                    }
                    other => around.push((name, shown(&other))),
                }
            }
            list.map(|list| (list, around))
        }
        _ => None,
    }
}

/// The fields of an object as a record has them.
pub(super) fn fields(object: Map<String, Value>) -> Vec<(String, record::Value)> {
    object.into_iter().filter_map(|(name, value)| Some((name, field(value)?))).collect()
}

fn field(value: Value) -> Option<record::Value> {
    Some(match value {
        Value::Null => return None,
        Value::String(word) => record::Value::Word(word),
        Value::Number(number) => record::Value::Word(number.to_string()),
        Value::Array(all) if !all.is_empty() && all.iter().all(|one| named(one).is_some()) => {
            record::Value::Words(all.iter().filter_map(named).collect())
        }
        // Schemas of the web name publishers and authors so: {"@type": "Person", "name": …}.
        Value::Object(_) if named(&value).is_some() => record::Value::Word(named(&value)?),
        other => record::Value::Other(shown(&other)),
    })
}

fn named(value: &Value) -> Option<String> {
    match value {
        Value::String(word) => Some(word.clone()),
        Value::Object(object) => object.get("name")?.as_str().map(str::to_owned),
        _ => None,
    }
}

fn shown(value: &Value) -> String {
    match value {
        Value::String(word) => word.clone(),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use crate::source::formats::{Read, read};

    fn ids(read: &Read) -> Vec<&str> {
        read.documents.iter().map(|source| source.id.as_str()).collect()
    }

    #[test]
    fn an_object_a_list_and_a_list_within_an_object_are_sources() {
        let one = r#"{"id": "a", "headline": "A bridge", "articleBody": "It opens.", "author": {"name": "A. Name"}, "datePublished": "2020-03-05T10:00:00Z"}"#;
        let source = read("x.json", one.as_bytes()).unwrap().documents.remove(0);
        assert_eq!(
            (source.text.as_str(), source.meta.author_names()),
            ("It opens.", &["A. Name".to_owned()][..])
        );
        assert_eq!(source.meta.date.unwrap().value, "2020-03-05T10:00");
        let list = r#"[{"id": "a", "text": "One."}, 5, {"id": "b", "text": "Two."}, {"id": "c"}]"#;
        let found = read("x.json", list.as_bytes()).unwrap();
        assert_eq!(ids(&found), ["a", "b"]);
        assert_eq!(found.problems.len(), 2);
        let within = r#"{"status": "ok", "articles": [{"id": "a", "content": ["One.", "Two."]}]}"#;
        let found = read("x.json", within.as_bytes()).unwrap();
        assert_eq!(found.documents[0].text, "One.\n\nTwo.");
        assert_eq!(found.documents[0].report.fields, [("status".to_owned(), "ok".to_owned())]);
    }

    #[test]
    fn what_is_no_json_or_has_no_source_is_refused() {
        for (text, word) in
            [("{\"id\": ", "no JSON"), ("5", "no object"), ("{\"a\": [1]}", "no object")]
        {
            let error = read("x.json", text.as_bytes()).unwrap_err().to_string();
            assert!(error.contains(word), "{error}");
        }
    }

    #[test]
    fn depth_is_bounded() {
        let deep = "[".repeat(100_000);
        assert!(read("x.json", deep.as_bytes()).is_err());
    }
}
