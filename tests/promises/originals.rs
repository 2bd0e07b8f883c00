//! The published originals and a large collection, where the test data is there.

use std::{fs, time::Instant};

use tellings::{engine::Engine, source::collection};

use crate::support;

/// The hits of a query in each of the four originals.
fn hits(engine: &Engine, query: &str) -> Vec<u32> {
    support::search(engine, query).sources.iter().map(|source| source.hits[0]).collect()
}

fn originals() -> Option<Engine> {
    let engine = support::engine_of(&support::files(&support::data("seeds")?));
    assert_eq!(engine.index().sources.iter().count(), 4);
    Some(engine)
}

#[test]
fn a_person_is_found_in_every_language_from_every_spelling() {
    let Some(engine) = originals() else { return };
    for query in ["Putin", "Путин", "Путина"] {
        assert_eq!(hits(&engine, query), [6, 0, 8, 9], "{query}");
    }
    for query in ["Trump", "Трамп", "Тръмп"] {
        assert_eq!(hits(&engine, query), [0, 5, 3, 0], "{query}");
    }
}

#[test]
fn a_subject_is_found_in_every_language() {
    let Some(engine) = originals() else { return };
    for query in ["sanctions", "санкции", "санкциите"] {
        assert_eq!(hits(&engine, query), [0, 4, 0, 2], "{query}");
    }
    assert_eq!(hits(&engine, "sanctions in:tags"), [0, 1, 0, 0], "one of the four is a tag");
}

#[test]
fn a_drop_cap_is_found_with_its_word() {
    let Some(engine) = originals() else { return };
    let found =
        support::hits(&engine, &tellings::query::Term::new("министерството"), &Default::default());
    let caps = found.lines.iter().filter(|line| line.hit == "М инистерството");
    assert_eq!(caps.count(), 1);
}

#[test]
fn a_large_file_with_two_broken_lines_loses_only_those() {
    let Some(path) = support::data("eval/news/news.jsonl") else { return };
    let bytes = fs::read(&path).unwrap();
    let start = Instant::now();
    let read = collection::read(&[("news.jsonl".to_owned(), bytes)]).unwrap();
    println!("read in {:?}", start.elapsed());
    let problems: Vec<String> = read.problems.iter().map(ToString::to_string).collect();
    assert_eq!(problems.len(), 2, "{problems:?}");
    assert!(problems[0].contains("line 1037") && problems[1].contains("line 1721"), "{problems:?}");
    assert_eq!(read.sources.len(), 2217);
    // All of it is packed where that takes seconds, not a minute.
    let mut part = read;
    if cfg!(debug_assertions) {
        part.sources.truncate(300);
    }
    let count = part.sources.len();
    let engine = support::engine(part);
    println!("packed {count} in {:?}", start.elapsed());
    assert_eq!(engine.index().sources.iter().count(), count);
}
