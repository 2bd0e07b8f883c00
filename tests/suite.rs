//! What queries find: the cases of `tests/suite/search/*.txt`.
//!
//! A file begins with its sources: `@ id | language | outlet | date` (all but the id may be
//! left out), then the text. Its cases follow: `--- what it shows`, `? the query`, then what
//! is found: `id: the line` with every hit in [brackets], `= language form count (why)`
//! for each form, `! note` for what was not understood, or `nothing`.
//! `INSTA_UPDATE=always` writes what is found into the files, to be read before it is kept.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that fails panics")]

mod support;

use std::{env, fmt::Write as _, fs, path::PathBuf};

use tellings::{engine::Engine, protocol::Filter, query::Term};

/// The text of a source with every mark of the term in brackets.
fn bracketed(engine: &Engine, id: &str, term: &Term) -> String {
    let index = engine.index();
    let text = index.sources.find(id).unwrap().text();
    let (mut out, mut at) = (String::new(), 0);
    for mark in support::marks(engine, id, term, &Filter::default()) {
        let (start, end) = (mark.span.start as usize, mark.span.end as usize);
        // A word that is also part of a phrase stands in brackets of the phrase.
        let start = start.max(at);
        if start < end {
            let _ = write!(out, "{}[{}]", &text[at..start], &text[start..end]);
            at = end;
        }
    }
    out + &text[at..]
}

fn found(engine: &Engine, query: &str) -> String {
    let term = Term::new(query);
    let answer = support::search(engine, query);
    let mut out = String::new();
    for source in answer.sources.iter().filter(|source| source.hits[0] > 0) {
        let text = bracketed(engine, &source.id, &term);
        for line in text.lines().filter(|line| line.contains('[')) {
            let _ = writeln!(out, "{}: {}", source.id, line.trim());
        }
    }
    for form in &answer.terms[0].forms {
        let _ =
            writeln!(out, "= {} {} {} ({})", form.lang, form.form, form.count, form.explained());
    }
    if answer.terms[0].total == 0 {
        out.push_str("nothing\n");
    }
    for note in &answer.terms[0].notes {
        let _ = writeln!(out, "! {note}");
    }
    out
}

/// The sources at the head of a case file, as the lines of a JSONL file.
fn sources(head: &str) -> Engine {
    let mut jsonl = String::new();
    for source in head.split("\n@ ").map(|source| source.trim_start_matches("@ ")) {
        let (line, text) = source.split_once('\n').expect("a source has a text");
        let mut fields = line.split('|').map(str::trim);
        let mut value =
            serde_json::json!({ "id": fields.next(), "text": format!("{}\n", text.trim()) });
        for (name, field) in ["lang", "outlet", "date"].into_iter().zip(fields) {
            if !field.is_empty() {
                value[name] = field.into();
            }
        }
        let _ = writeln!(jsonl, "{value}");
    }
    let collection =
        tellings::source::collection::read(&[("suite.jsonl".to_owned(), jsonl.into_bytes())]);
    let collection = collection.unwrap();
    assert_eq!(collection.problems, []);
    support::engine(collection)
}

#[test]
fn the_cases_of_the_suite_are_found_as_written() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/suite/search");
    let update = env::var("INSTA_UPDATE").is_ok_and(|value| value == "always");
    let mut paths: Vec<_> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let (mut wrong, mut count) = (String::new(), 0);
    for path in paths {
        let file = fs::read_to_string(&path).unwrap();
        let mut cases = file.split("--- ");
        let head = cases.next().unwrap();
        let engine = sources(head.trim_start());
        let mut rewritten = head.to_owned();
        for case in cases {
            let (name, rest) = case.split_once('\n').unwrap();
            let (query, expected) = rest.split_once('\n').unwrap();
            let query = query.strip_prefix("? ").expect("a case has a query, `? words`");
            let got = found(&engine, query);
            if got.trim() != expected.trim() {
                let file = path.file_name().unwrap().to_string_lossy();
                let _ = writeln!(wrong, "{file}: {name}\n? {query}\n{got}");
            }
            let _ = write!(rewritten, "--- {name}\n? {query}\n{got}");
            count += 1;
        }
        if update {
            fs::write(&path, rewritten).unwrap();
        }
    }
    assert!(
        update || wrong.is_empty(),
        "found otherwise (if right, put it into the case, or run with INSTA_UPDATE=always):\n{wrong}"
    );
    assert!(count >= 25, "cases are missing: {count}");
}
