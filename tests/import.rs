//! Imported texts, block by block: the cases of `tests/suite/source/*.txt`, the published
//! originals where the data folder has them, and what must hold for any bytes at all. Pages of
//! the web are files of `tests/suite/pages`, what is understood of each in the `.txt` beside it.
//!
//! A case is `--- its name`, the text, `===`, and what is understood: a line a block
//! (`kind: first words`; comments with depth, author and time), then `= field value`.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test that fails panics, and says what it skips"
)]

use std::{env, fs, path::PathBuf};

use proptest::{prelude::*, test_runner::FileFailurePersistence};
use tellings::source::{Block, BlockKind, Document, collection, formats, import::import};

fn words(text: &str) -> String {
    text.split_whitespace().take(6).collect::<Vec<_>>().join(" ")
}

fn told(document: &Document, block: &Block) -> String {
    let kind = block.kind.name();
    if block.kind != BlockKind::Comment {
        return format!("{kind}: {}", words(block.span.of_text(&document.text)));
    }
    let body = &document.text[block.body as usize..block.span.end as usize];
    let (author, time) = (block.author.as_deref(), block.time.as_deref());
    let head = format!("{kind} {} {} {}", block.depth, author.unwrap_or("-"), time.unwrap_or("-"));
    format!("{head}: {}", words(body)).trim_end().to_owned()
}

fn understood(document: &Document) -> Vec<String> {
    let meta = &document.meta;
    let found = |field: &str, value: Option<&str>| value.map(|value| format!("= {field} {value}"));
    let value = |found: &Option<tellings::source::Found<String>>| found.clone().map(|f| f.value);
    document
        .blocks
        .iter()
        .map(|block| told(document, block))
        .chain(found("outlet", value(&meta.outlet).as_deref()))
        .chain(found("title", value(&meta.title).as_deref()))
        .chain(found("date", value(&meta.date).as_deref()))
        .chain(found("author", meta.author_names().first().map(String::as_str)))
        .collect()
}

fn is_covered(document: &Document) -> bool {
    let mut at = 0;
    document.blocks.iter().all(|block| {
        let follows = block.span.start == at && block.span.end > at;
        at = block.span.end;
        follows && block.span.start <= block.body && block.body <= block.span.end
    }) && at as usize == document.text.len()
}

#[test]
fn the_cases_of_the_suite_are_understood_as_written() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/suite/source");
    let mut wrong = Vec::new();
    let mut count = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let file = fs::read_to_string(&path).unwrap();
        for case in file.split("--- ").skip(1).filter(|case| case.contains("\n===\n")) {
            let (name, rest) = case.split_once('\n').unwrap();
            let (text, expected) = rest.split_once("\n===\n").unwrap();
            let expected: Vec<&str> = expected.lines().collect();
            for ends in ["\n", "\r\n"] {
                let document = import("case.txt", text.replace('\n', ends).as_bytes()).unwrap();
                let got = understood(&document);
                if got != expected {
                    wrong.push(format!("{name}\n{}\n", got.join("\n")));
                    break;
                }
            }
            count += 1;
        }
    }
    assert!(
        wrong.is_empty(),
        "understood otherwise (if right, put it below ===):\n{}",
        wrong.join("\n")
    );
    assert!(count >= 9, "cases are missing: {count}");
}

/// A page as its server would send it: in the encoding that it declares.
fn sent(html: &str) -> Vec<u8> {
    let declared = html.split("charset=").nth(1).unwrap_or("utf-8").trim_start_matches('"');
    let label: String =
        declared.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
    let encoding = encoding_rs::Encoding::for_label(label.as_bytes()).unwrap();
    let (bytes, _, lost) = encoding.encode(html);
    assert!(!lost, "{label} has not all letters of the page");
    bytes.into_owned()
}

#[test]
fn the_pages_of_the_suite_are_understood_as_written() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/suite/pages");
    let mut wrong = Vec::new();
    let mut pages: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|own| own == "html"))
        .collect();
    pages.sort();
    assert!(pages.len() >= 6, "pages are missing: {pages:?}");
    for path in pages {
        let bytes = sent(&fs::read_to_string(&path).unwrap());
        let name = path.file_name().unwrap().to_str().unwrap();
        let document = formats::read(name, &bytes).unwrap().documents.remove(0);
        assert!(is_covered(&document), "{name}");
        let meta = &document.meta;
        let more = [
            ("lang", Some(meta.lang.value.to_string())),
            ("updated", meta.updated.as_ref().map(|found| found.value.clone())),
            ("url", meta.url.as_ref().map(|found| found.value.clone())),
            ("captured", meta.captured.as_ref().map(|found| found.value.clone())),
            ("origin", meta.origin.as_ref().map(|found| found.value.clone())),
        ];
        let more =
            more.into_iter().filter_map(|(field, value)| Some(format!("= {field} {}", value?)));
        let got: Vec<String> = understood(&document).into_iter().chain(more).collect();
        let expected = fs::read_to_string(path.with_extension("txt")).unwrap_or_default();
        if got != expected.lines().collect::<Vec<_>>() {
            wrong.push(format!("{name}\n{}\n", got.join("\n")));
        }
    }
    assert!(wrong.is_empty(), "understood otherwise (if right, write it):\n{}", wrong.join("\n"));
}

#[test]
fn every_conclusion_about_boilerplate_has_a_reason() {
    let text = "Two towns agree\n\nThe mayors met on Tuesday on the quay and signed a paper of four pages.\n\nShare\n\nLog in\n";
    let document = import("a.txt", text.as_bytes()).unwrap();
    let aside = document.blocks.iter().filter(|block| block.kind == BlockKind::Boilerplate);
    assert_eq!(aside.clone().count(), 2);
    assert!(aside.into_iter().all(|block| block.reason.0.contains('“')));
}

/// The published originals, if the data folder is there.
fn original(prefix: &str) -> Option<Document> {
    let data = env::var_os("TELLINGS_DATA")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared"), PathBuf::from);
    let found = fs::read_dir(data.join("seeds")).ok().and_then(|files| {
        files.filter_map(Result::ok).map(|file| file.path()).find(|path| {
            path.file_name().and_then(|name| name.to_str()).is_some_and(|n| n.starts_with(prefix))
        })
    });
    let Some(path) = found else {
        println!("skipped: no original {prefix} in the data folder");
        return None;
    };
    let bytes = fs::read(&path).unwrap();
    let document = import(path.file_name().unwrap().to_str().unwrap(), &bytes).unwrap();
    assert_eq!(document.text.as_bytes(), bytes, "the text is the file");
    assert!(is_covered(&document), "{prefix}");
    let windows = String::from_utf8(bytes).unwrap().replace('\n', "\r\n");
    let kinds = |document: &Document| document.blocks.iter().map(|b| b.kind).collect::<Vec<_>>();
    assert_eq!(kinds(&import("crlf.txt", windows.as_bytes()).unwrap()), kinds(&document));
    Some(document)
}

fn count(document: &Document, kind: BlockKind) -> usize {
    document.blocks.iter().filter(|block| block.kind == kind).count()
}

/// Occurrences in all blocks but boilerplate: what a search covers.
fn says(document: &Document, word: &str) -> usize {
    let searched = document.blocks.iter().filter(|block| block.kind != BlockKind::Boilerplate);
    searched.map(|block| block.span.of_text(&document.text).matches(word).count()).sum()
}

#[test]
fn the_telephone_call_of_2013_has_six_paragraphs_and_a_thread() {
    let Some(document) = original("000_") else { return };
    let comments: Vec<_> =
        document.blocks.iter().filter(|block| block.kind == BlockKind::Comment).collect();
    assert_eq!(comments.len(), 31);
    assert_eq!(comments.iter().map(|comment| comment.depth).max(), Some(3));
    assert!(comments.iter().all(|comment| comment.time.as_ref().is_some_and(|t| t.len() == 16)));
    let author = |name: &str| comments.iter().find(|c| c.author.as_deref() == Some(name));
    let empty = author("Shawnee").unwrap();
    assert_eq!(document.text[empty.body as usize..empty.span.end as usize].trim(), "");
    assert!(author("Reasonable, 2,3").is_some() && author("family tree").is_some());
    assert_eq!(count(&document, BlockKind::Paragraph), 6);
    assert_eq!(count(&document, BlockKind::Boilerplate), 3);
    assert_eq!(says(&document, "Putin"), 6);
    let meta = &document.meta;
    assert_eq!(meta.outlet.as_ref().unwrap().value, "Military Review");
    assert_eq!(meta.date.as_ref().unwrap().value, "2013-05-03");
    assert!(meta.date.as_ref().unwrap().reason.0.contains("upper bound"));
}

#[test]
fn the_digest_of_2017_has_a_lead_tags_and_feeds() {
    let Some(document) = original("001_") else { return };
    assert_eq!(says(&document, "Трамп"), 5);
    assert_eq!(count(&document, BlockKind::Lead), 1);
    assert_eq!(count(&document, BlockKind::Tags), 1);
    assert_eq!(count(&document, BlockKind::Credit), 3);
    assert_eq!(count(&document, BlockKind::Boilerplate), 7);
    assert_eq!(document.meta.outlet.as_ref().unwrap().value, "ИноТВ");
}

#[test]
fn the_bulgarian_page_of_2025_ends_before_its_furniture() {
    let Some(document) = original("002_") else { return };
    assert_eq!((says(&document, "Путин"), says(&document, "Тръмп")), (8, 3));
    assert_eq!(count(&document, BlockKind::Subheading), 1);
    assert_eq!(count(&document, BlockKind::Paragraph), 21);
    let first = document.blocks.iter().find(|block| block.kind == BlockKind::Boilerplate).unwrap();
    assert!(first.span.of_text(&document.text).starts_with("Не пропускайте"));
    let after = document.blocks.iter().filter(|block| block.span.start > first.span.start);
    assert!(after.into_iter().all(|block| block.kind == BlockKind::Boilerplate));
}

#[test]
fn the_video_call_of_2021_has_no_headline_and_four_subheadings() {
    let Some(document) = original("003_") else { return };
    assert_eq!(count(&document, BlockKind::Headline), 0);
    assert_eq!(count(&document, BlockKind::Subheading), 4);
    assert_eq!(count(&document, BlockKind::Paragraph) + count(&document, BlockKind::Lead), 15);
    assert_eq!(says(&document, "Путин"), 9);
}

/// Lines as pages have them, so that every stage is reached.
const LINES: &[&str] = &[
    "",
    "",
    " ",
    "\u{a0}",
    "Share",
    "Log in",
    "Read also",
    "1. ann",
    "  2. bob",
    "    bob 3 May 2013 09: 16 New",
    "ann 3 May 2013 09:16",
    "Преди 2 часа",
    "Спорт Преди 3 часа",
    "теги",
    "источник",
    "Reuters",
    "- Пункт",
    "— Да.",
    "Two towns agree to share one ferry",
    "> quoted",
    "© 2020 Daily Example",
    "* * *",
    "http://example.org/a",
    "The mayors met on Tuesday on the quay and signed a paper of four pages about the new ferry.",
    "Мэры двух городов встретились во вторник на пристани и подписали договор на четырёх страницах.",
    "Comments (2)",
    "Фото: А. Имя",
    "Updated: 4 May 2013",
    "„Ще има мост“",
    "\u{feff}x",
    "12:30",
    "1.2. carl",
];

/// Named, because what proptest looks for beside a source is not beside this one.
const FAILURES: FileFailurePersistence =
    FileFailurePersistence::Direct("tests/proptest-regressions/import.txt");

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: Some(Box::new(FAILURES)),
        ..ProptestConfig::default()
    })]

    #[test]
    fn blocks_cover_any_text_and_line_ends_change_no_role(
        picks in prop::collection::vec((0..LINES.len(), any::<bool>()), 1..40),
    ) {
        let text: String = picks
            .iter()
            .map(|(nth, end)| format!("{}{}", LINES[*nth], if *end { "\n\n" } else { "\n" }))
            .collect();
        if let Ok(document) = import("a.txt", text.as_bytes()) {
            prop_assert!(is_covered(&document), "{text:?}");
            let other = import("a.txt", text.replace('\n', "\r\n").as_bytes()).unwrap();
            let kinds: Vec<_> = document.blocks.iter().map(|b| (b.kind, b.depth)).collect();
            let others: Vec<_> = other.blocks.iter().map(|b| (b.kind, b.depth)).collect();
            prop_assert_eq!(kinds, others);
        }
    }

    #[test]
    fn any_characters_are_covered(text in "\\PC{0,80}(\r?\n\\PC{0,60}){0,8}") {
        if let Ok(document) = import("a.txt", text.as_bytes()) {
            prop_assert!(is_covered(&document));
            prop_assert_eq!(document.text, text);
        }
    }

    #[test]
    fn no_bytes_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let _ = import("a", &bytes);
        let _ = formats::read("a.jsonl", &bytes);
        let _ = collection::read(&[("collection.toml".into(), bytes.clone()), ("a.txt".into(), bytes)]);
    }
}
