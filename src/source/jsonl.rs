//! A JSONL file to documents: one JSON object a line.
//!
//! In: `id`, `text` and, if known, `title`, `date`, `lang`, `outlet`, `url`, `authors`;
//! other fields are ignored. Out: a document a line, its text exactly the JSON's, and the
//! problems, each with its line. A broken line costs only itself.

use serde_json::{Map, Value};

use super::{
    Document, Found, Report, decode,
    given::{self, Given},
    import,
};
use crate::{
    error::{Error, Kind, Result},
    lang::Lang,
};

/// The reason of what a line states.
const GIVEN: &str = "given";

/// The documents of a JSONL file, and what was wrong with some of its lines.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Jsonl {
    /// One a line, in the file's order.
    pub documents: Vec<Document>,
    /// Broken lines and fields, in the file's order.
    pub problems: Vec<Error>,
}

/// Reads a JSONL file.
///
/// # Errors
/// When the file as a whole is no text, empty, or larger than [`import::LIMIT`].
pub fn read(name: &str, bytes: &[u8]) -> Result<Jsonl> {
    import::refuse_large(bytes.len()).map_err(|error| error.in_file(name))?;
    let decoded = decode::decode(bytes).map_err(|error| error.in_file(name))?;
    let mut jsonl = Jsonl::default();
    if decoded.replaced > 0 {
        let what = format!("{} broken byte sequences were replaced by U+FFFD", decoded.replaced);
        jsonl.problems.push(Error::new(Kind::Input, what).in_file(name));
    }
    for (nth, line) in decoded.text.split('\n').enumerate() {
        let line = line.trim_matches(super::is_space);
        if line.is_empty() {
            continue;
        }
        let problem = |error: Error| error.in_file(name).at_line(nth + 1);
        match document(name, nth + 1, line, decoded.encoding) {
            Ok((document, unused)) => {
                jsonl.documents.push(document);
                jsonl
                    .problems
                    .extend(unused.into_iter().map(|what| problem(Error::new(Kind::Input, what))));
            }
            Err(error) => jsonl.problems.push(problem(error)),
        }
    }
    Ok(jsonl)
}

/// One line's document, and what of the line could not be used.
fn document(name: &str, nth: usize, line: &str, encoding: &str) -> Result<(Document, Vec<String>)> {
    let mut fields: Map<String, Value> = match serde_json::from_str(line) {
        Ok(Value::Object(fields)) => fields,
        Ok(_) => return Err(Error::new(Kind::Input, "the line is no JSON object")),
        Err(error) => {
            let what = format!("the line is no JSON (column {})", error.column());
            return Err(Error::new(Kind::Input, what));
        }
    };
    let Some(Value::String(text)) = fields.remove("text") else {
        return Err(match fields.get("html") {
            Some(_) => Error::new(Kind::Input, "the line has “html”, which is not read yet")
                .advise("give its text as “text”"),
            None => Error::new(Kind::Input, "the line has no “text”"),
        });
    };
    if text.chars().all(super::is_space) {
        return Err(Error::new(Kind::Input, "the “text” is empty"));
    }
    import::refuse_large(text.len())?;
    let mut unused = Vec::new();
    let id = word(&mut fields, "id", &mut unused).unwrap_or_else(|| {
        let id = format!("{}-{nth}", import::id_of(name));
        unused.push(format!("the line has no “id”; its source is called “{id}”"));
        id
    });
    let given = Given {
        title: word(&mut fields, "title", &mut unused),
        outlet: word(&mut fields, "outlet", &mut unused),
        date: word(&mut fields, "date", &mut unused),
        lang: word(&mut fields, "lang", &mut unused),
        url: word(&mut fields, "url", &mut unused),
        authors: authors(fields.remove("authors"), &mut unused),
        cites: None,
    };
    let report = Report { encoding: encoding.to_owned(), ..Report::default() };
    let lang = given.lang.as_deref().and_then(Lang::parse).map(|lang| Found::new(lang, GIVEN));
    let mut document = import::document(id, name, text, report, given.title.as_deref(), lang);
    unused.extend(given::apply(&mut document, given, GIVEN));
    Ok((document, unused))
}

/// A field that is a word or a number; nothing where it is absent, null or empty.
fn word(fields: &mut Map<String, Value>, key: &str, unused: &mut Vec<String>) -> Option<String> {
    match fields.remove(key)? {
        Value::String(word) => Some(word.trim().to_owned()).filter(|word| !word.is_empty()),
        Value::Number(number) => Some(number.to_string()),
        Value::Null => None,
        _ => {
            unused.push(format!("“{key}” is no string"));
            None
        }
    }
}

fn authors(field: Option<Value>, unused: &mut Vec<String>) -> Vec<String> {
    match field {
        None | Some(Value::Null) => Vec::new(),
        Some(Value::String(one)) => vec![one],
        Some(Value::Array(all)) if all.iter().all(Value::is_string) => {
            all.iter().filter_map(Value::as_str).map(str::to_owned).collect()
        }
        Some(_) => {
            unused.push("“authors” is neither a string nor a list of strings".to_owned());
            Vec::new()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::source::BlockKind;

    #[test]
    fn a_line_is_a_source_with_its_given_metadata() {
        let line = r#"{"id":"a/1","text":"First.\r\nSecond.","title":"Only here","date":"2018-02-10","lang":"pl","url":"https://www.example.org/x","authors":["A. Name"],"extra":[1]}"#;
        let jsonl = read("x.jsonl", line.as_bytes()).unwrap();
        assert_eq!(jsonl.problems, []);
        let source = &jsonl.documents[0];
        assert_eq!((source.id.as_str(), source.text.as_str()), ("a/1", "First.\r\nSecond."));
        assert!(source.blocks.iter().all(|block| block.kind == BlockKind::Paragraph));
        assert_eq!(source.meta.title.as_ref().unwrap().value, "Only here");
        assert_eq!(source.meta.lang.value.code(), "pl");
        assert_eq!(source.meta.lang.reason.0, "given");
        assert_eq!(source.meta.outlet.as_ref().unwrap().value, "example.org");
        assert_eq!(source.meta.authors, ["A. Name"]);
    }

    #[test]
    fn broken_lines_are_named_and_the_rest_is_kept() {
        let file = "\u{feff}{\"id\":\"a\",\"text\":\"One.\"}\r\n\n{\"id\":\nno\n[1]\n{\"id\":\"b\"}\n{\"id\":\"c\",\"html\":\"<p>\"}\n{\"text\":\"Two.\",\"date\":\"soon\"}\n{\"id\":\"d\",\"text\":\" \"}";
        let jsonl = read("x.jsonl", file.as_bytes()).unwrap();
        let ids: Vec<_> = jsonl.documents.iter().map(|source| source.id.as_str()).collect();
        assert_eq!(ids, ["a", "x-8"]);
        let lines: Vec<_> = jsonl
            .problems
            .iter()
            .map(|problem| problem.to_string().split(": ").nth(1).unwrap().to_owned())
            .collect();
        assert_eq!(
            lines,
            ["line 3", "line 4", "line 5", "line 6", "line 7", "line 8", "line 8", "line 9"]
        );
    }

    #[test]
    fn a_title_that_stands_in_the_text_is_its_headline() {
        let line = r#"{"id":"a","text":"New bridge\n\nThe mayor cut the ribbon on Monday while hundreds of people watched from the river.","title":"New bridge"}"#;
        let source = read("x.jsonl", line.as_bytes()).unwrap().documents.remove(0);
        assert_eq!(source.blocks[0].kind, BlockKind::Headline);
    }
}
