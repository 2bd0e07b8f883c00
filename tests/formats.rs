//! Every format, with one document told in each: no word of it is lost, and the blocks cover
//! the text. And any bytes at all under any name: an answer or a reason, never a panic.
//!
//! The documents are made up by proptest; what each format looks like when it is damaged or
//! strange is for the unit tests beside its reader.

#![allow(clippy::unwrap_used, reason = "a test that fails panics")]

use std::io::{Cursor, Write as _};

use proptest::{prelude::*, test_runner::FileFailurePersistence};
use tellings::source::{Document, collection, formats, import::import};
use zip::{ZipWriter, write::SimpleFileOptions};

#[derive(Clone, Debug)]
enum Part {
    Heading(String),
    Paragraph(String),
    Items(Vec<String>),
    Quote(String),
    Rows(Vec<Vec<String>>),
}

impl Part {
    /// Its pieces of text, in order.
    fn pieces(&self) -> Vec<&str> {
        match self {
            Self::Heading(words) | Self::Paragraph(words) | Self::Quote(words) => vec![words],
            Self::Items(items) => items.iter().map(String::as_str).collect(),
            Self::Rows(rows) => rows.iter().flatten().map(String::as_str).collect(),
        }
    }
}

fn words(from: usize, to: usize) -> impl Strategy<Value = String> {
    let word = prop_oneof![
        "[a-z]{2,9}",
        "[а-яё]{2,9}",
        "[їієґўѓќџ]{2,5}",
        Just("Sofia,".to_owned()),
        Just("30".to_owned()),
        Just("R&D".to_owned()),
        Just("«Да».".to_owned()),
    ];
    prop::collection::vec(word, from..to).prop_map(|words| words.join(" "))
}

fn parts() -> impl Strategy<Value = Vec<Part>> {
    let part = prop_oneof![
        words(2, 8).prop_map(Part::Heading),
        words(4, 60).prop_map(Part::Paragraph),
        words(4, 60).prop_map(Part::Paragraph),
        prop::collection::vec(words(2, 9), 1..5).prop_map(Part::Items),
        words(4, 20).prop_map(Part::Quote),
        prop::collection::vec(prop::collection::vec(words(1, 4), 2..4), 1..4).prop_map(Part::Rows),
    ];
    prop::collection::vec(part, 1..9)
}

fn plain(parts: &[Part]) -> String {
    let lines = parts.iter().map(|part| match part {
        Part::Items(items) => {
            items.iter().map(|item| format!("- {item}")).collect::<Vec<_>>().join("\n")
        }
        Part::Rows(rows) => rows.iter().map(|row| row.join(" | ")).collect::<Vec<_>>().join("\n"),
        Part::Heading(words) | Part::Paragraph(words) | Part::Quote(words) => words.clone(),
    });
    lines.collect::<Vec<_>>().join("\n\n") + "\n"
}

fn markdown(parts: &[Part]) -> String {
    let mut text = String::new();
    for part in parts {
        match part {
            Part::Heading(words) => text += &format!("## {words}\n\n"),
            Part::Paragraph(words) => {
                text += &format!(
                    "**{}** {}\n\n",
                    words.split(' ').next().unwrap(),
                    words.split_once(' ').unwrap().1
                );
            }
            Part::Items(items) => {
                items.iter().for_each(|item| text += &format!("* {item}\n"));
                text += "\n<!-- -->\n\n";
            }
            Part::Quote(words) => text += &format!("> {words}\n\n"),
            Part::Rows(rows) => {
                let width = rows.iter().map(Vec::len).max().unwrap();
                for (nth, row) in rows.iter().enumerate() {
                    let mut cells = row.clone();
                    cells.resize(width, String::new());
                    text += &format!("| {} |\n", cells.join(" | "));
                    if nth == 0 {
                        text += &format!("|{}\n", "---|".repeat(width));
                    }
                }
                text.push('\n');
            }
        }
    }
    text
}

fn escaped(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;")
}

fn xhtml(parts: &[Part]) -> String {
    let list = |items: &[String], tag: &str| -> String {
        items.iter().map(|item| format!("<{tag}>{}</{tag}>", escaped(item))).collect()
    };
    let body: String = parts
        .iter()
        .map(|part| match part {
            Part::Heading(words) => format!("<h2>{}</h2>", escaped(words)),
            Part::Paragraph(words) => format!("<p><b>{}</b></p>", escaped(words)),
            Part::Items(items) => format!("<ul>{}</ul>", list(items, "li")),
            Part::Quote(words) => format!("<blockquote><p>{}</p></blockquote>", escaped(words)),
            Part::Rows(rows) => {
                let rows: String =
                    rows.iter().map(|row| format!("<tr>{}</tr>", list(row, "td"))).collect();
                format!("<table>{rows}</table>")
            }
        })
        .collect();
    format!(
        "<?xml version=\"1.0\"?><html><head><title>no word</title></head><body>{body}</body></html>"
    )
}

fn zipped(files: &[(&str, String)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in files {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn epub(parts: &[Part]) -> Vec<u8> {
    let (first, second) = parts.split_at(parts.len() / 2);
    zipped(&[
        ("META-INF/container.xml", "<container><rootfile full-path=\"p.opf\"/></container>".to_owned()),
        ("p.opf", "<package><manifest><item id=\"a\" href=\"a.xhtml\"/><item id=\"b\" href=\"b.xhtml\"/></manifest><spine><itemref idref=\"a\"/><itemref idref=\"b\"/></spine></package>".to_owned()),
        ("b.xhtml", xhtml(second)),
        ("a.xhtml", xhtml(first)),
    ])
}

fn docx(parts: &[Part]) -> Vec<u8> {
    let paragraph = |style: &str, words: &str| {
        // Word breaks its runs wherever it likes, also within words.
        let half = words.char_indices().nth(words.chars().count() / 2).map_or(0, |(at, _)| at);
        let run = |words: &str| {
            format!("<w:r><w:t xml:space=\"preserve\">{}</w:t></w:r>", escaped(words))
        };
        format!("<w:p><w:pPr>{style}</w:pPr>{}{}</w:p>", run(&words[..half]), run(&words[half..]))
    };
    let body: String = parts
        .iter()
        .map(|part| match part {
            Part::Heading(words) => paragraph("<w:pStyle w:val=\"heading 2\"/>", words),
            Part::Paragraph(words) => paragraph("", words),
            Part::Quote(words) => paragraph("<w:pStyle w:val=\"Quote\"/>", words),
            Part::Items(items) => items
                .iter()
                .map(|item| paragraph("<w:numPr><w:ilvl w:val=\"0\"/></w:numPr>", item))
                .collect(),
            Part::Rows(rows) => {
                let row = |row: &Vec<String>| -> String {
                    row.iter().map(|cell| format!("<w:tc>{}</w:tc>", paragraph("", cell))).collect()
                };
                let rows: String =
                    rows.iter().map(|cells| format!("<w:tr>{}</w:tr>", row(cells))).collect();
                format!("<w:tbl>{rows}</w:tbl>")
            }
        })
        .collect();
    zipped(&[(
        "word/document.xml",
        format!("<w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>"),
    )])
}

/// A page as browsers save it: quoted-printable, with a picture beside it.
fn mhtml(parts: &[Part]) -> Vec<u8> {
    let page: String = xhtml(parts)
        .bytes()
        .enumerate()
        .map(|(nth, byte)| {
            let soft = if nth % 25 == 24 { "=\r\n" } else { "" };
            match byte {
                b' '..=b'~' if byte != b'=' => format!("{}{soft}", char::from(byte)),
                byte => format!("={byte:02X}{soft}"),
            }
        })
        .collect();
    format!("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n{page}\r\n--b\r\nContent-Type: image/png\r\n\r\nno word\r\n--b--\r\n").into_bytes()
}

/// The blocks cover the text without gap or overlap.
fn is_covered(document: &Document) -> bool {
    let mut at = 0;
    document.blocks.iter().all(|block| {
        let follows = block.span.start == at && block.span.end > at;
        at = block.span.end;
        follows
    }) && at as usize == document.text.len()
}

/// Each piece stands in the text, after the one before it; white space may differ.
fn keeps(document: &Document, parts: &[Part]) -> Result<(), String> {
    let text = document.text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut rest = text.as_str();
    for piece in parts.iter().flat_map(Part::pieces) {
        match rest.find(piece) {
            Some(at) => rest = &rest[at + piece.len()..],
            None => return Err(format!("“{piece}” is lost or misplaced in:\n{}", document.text)),
        }
    }
    Ok(())
}

fn one(name: &str, bytes: &[u8]) -> Document {
    let mut read = formats::read(name, bytes).unwrap();
    assert_eq!(read.documents.len(), 1, "{name}: {:?}", read.problems);
    read.documents.remove(0)
}

/// Named, because what proptest looks for beside a source is not beside this one.
const FAILURES: FileFailurePersistence =
    FileFailurePersistence::Direct("tests/proptest-regressions/formats.txt");

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 64,
        failure_persistence: Some(Box::new(FAILURES)),
        ..ProptestConfig::default()
    })]

    #[test]
    fn no_format_loses_a_word(parts in parts()) {
        let text = plain(&parts);
        let record = serde_json::json!({"id": "a", "text": text, "mood": "calm"}).to_string();
        let table = format!("id,text,mood\na,\"{}\",calm\n", text.replace('"', "\"\""));
        let files = [
            ("a.txt", text.clone().into_bytes()),
            ("a.md", markdown(&parts).into_bytes()),
            ("a.jsonl", record.clone().into_bytes()),
            ("a.json", format!("[{record}]").into_bytes()),
            ("a.csv", table.into_bytes()),
            ("a.docx", docx(&parts)),
            ("a.epub", epub(&parts)),
            ("a.html", xhtml(&parts).into_bytes()),
            ("a.mhtml", mhtml(&parts)),
            ("b.json", serde_json::json!({"id": "b", "html": xhtml(&parts)}).to_string().into_bytes()),
        ];
        for (name, bytes) in &files {
            let document = one(name, bytes);
            prop_assert!(is_covered(&document), "{name}: {:?}", document.blocks);
            prop_assert_eq!(keeps(&document, &parts), Ok(()), "{}", name);
        }
        prop_assert_eq!(&one("a.txt", &files[0].1).text, &text);
        for name in ["a.jsonl", "a.json", "a.csv"] {
            let (_, bytes) = files.iter().find(|(own, _)| *own == name).unwrap();
            let document = one(name, bytes);
            prop_assert_eq!(&document.text, &text, "{}", name);
            prop_assert_eq!(&document.report.fields, &[("mood".to_owned(), "calm".to_owned())]);
        }
        // All of them in one archive are all of them.
        let archive: Vec<(String, Vec<u8>)> = vec![("all.zip".to_owned(), {
            let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
            for (name, bytes) in &files {
                zip.start_file(*name, SimpleFileOptions::default()).unwrap();
                zip.write_all(bytes).unwrap();
            }
            zip.finish().unwrap().into_inner()
        })];
        let collection = collection::read(&archive).unwrap();
        prop_assert_eq!(collection.sources.len(), files.len());
    }

    #[test]
    fn any_bytes_under_any_name_get_an_answer(
        bytes in prop::collection::vec(any::<u8>(), 0..400),
        head in prop::sample::select(vec![&b""[..], b"PK\x03\x04", b"{", b"[", b"\xff\xfe", b"---\n", b"<html>", b"MIME-Version: 1.0\nContent-Type: multipart/related\n\n"]),
        at in 0..20_usize,
    ) {
        let extensions = formats::extensions();
        let name = format!("a.{}", extensions[at % extensions.len()]);
        let bytes = [head, &bytes].concat();
        if let Ok(read) = collection::documents(&name, &bytes) {
            prop_assert!(read.documents.iter().all(is_covered));
        }
    }

    #[test]
    fn damaged_documents_get_an_answer(parts in parts(), at in any::<prop::sample::Index>(), cut in any::<bool>()) {
        for (name, mut bytes) in [("a.docx", docx(&parts)), ("a.epub", epub(&parts))] {
            let at = at.index(bytes.len());
            if cut { bytes.truncate(at) } else { bytes[at] ^= 0x55 }
            if let Ok(read) = collection::documents(name, &bytes) {
                prop_assert!(read.documents.iter().all(is_covered));
            }
        }
    }

    #[test]
    fn markup_of_any_kind_is_covered(text in "([#>*|`~_<>\\[\\]()!\\-+ \n]|[a-zа-я]{1,5}|<b>|&amp;|---\n){0,120}") {
        if let Ok(read) = formats::read("a.md", text.as_bytes()) {
            prop_assert!(read.documents.iter().all(is_covered));
        }
    }
}

#[test]
fn plain_text_is_the_file_whatever_its_line_ends() {
    for text in ["\u{feff}One.\r\nTwo.\r\n", "One.\rTwo.", "\n\nOne.\n"] {
        assert_eq!(import("a.txt", text.as_bytes()).unwrap().text, text);
    }
}
