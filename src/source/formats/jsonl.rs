//! A JSONL file to documents: one JSON object a line.
//!
//! In: `id`, `text` and, if known, `title`, `date`, `lang`, `outlet`, `url`, `authors`, under
//! these or other usual names; other fields are kept in the report. Out: a document a line,
//! its text exactly the JSON's, and the problems, each with its line. A broken line costs
//! only itself.

use serde_json::Value;

use super::{File, Format, Read, json};
use crate::{
    error::{Error, Kind, Result},
    source::{
        decode, is_space,
        record::{self, Place},
    },
};

/// JSONL.
pub(super) static JSONL: Format =
    Format { name: "JSONL", extensions: &["jsonl", "ndjson"], begins: |_| false, read };

fn read(file: &File<'_>) -> Result<Read> {
    let decoded = decode::decode(file.bytes)?;
    let mut read = Read::default();
    if decoded.replaced > 0 {
        let what = format!("{} broken byte sequences were replaced by U+FFFD", decoded.replaced);
        read.problems.push(Error::new(Kind::Input, what).in_file(file.name));
    }
    for (nth, line) in decoded.text.split('\n').enumerate() {
        let line = line.trim_matches(is_space);
        if line.is_empty() {
            continue;
        }
        let problem = |error: Error| error.in_file(file.name).at_line(nth + 1);
        let place = Place { file: file.name, nth: nth + 1, encoding: decoded.encoding };
        let object = match serde_json::from_str(line) {
            Ok(Value::Object(fields)) => Ok(json::fields(fields)),
            Ok(_) => Err(Error::new(Kind::Input, "the line is no JSON object")),
            Err(error) => {
                let what = format!("the line is no JSON (column {})", error.column());
                Err(Error::new(Kind::Input, what))
            }
        };
        match object.and_then(|fields| record::document(&place, fields, "line")) {
            Ok((document, unused)) => {
                read.documents.push(document);
                let unused = unused.into_iter().map(|what| problem(Error::new(Kind::Input, what)));
                read.problems.extend(unused);
            }
            Err(error) => read.problems.push(problem(error)),
        }
    }
    Ok(read)
}

#[cfg(test)]
mod tests {
    use super::Read;
    use crate::source::BlockKind;

    fn read(name: &str, bytes: &[u8]) -> crate::error::Result<Read> {
        super::super::read(name, bytes)
    }

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
        assert_eq!(source.meta.author_names(), ["A. Name"]);
        assert_eq!(source.report.fields, [("extra".to_owned(), "[1]".to_owned())]);
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
