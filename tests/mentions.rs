//! Narrowing by what is mentioned: the number beside a name is how many sources are left.

#![allow(clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use tellings::{
    engine::Engine,
    index::Section,
    lang::Lang,
    protocol::{Facet, Filter, Request, Response},
    source::BlockKind,
};

use support::small_engine;

fn engine() -> Engine {
    let file = |name: &str, text: &str| (name.to_owned(), text.to_owned());
    small_engine(&[
        file(
            "a.md",
            "# Talks\n\nThe minister spoke with Putin about sanctions. Later Putin left. They say that Obama stayed.\n",
        ),
        file(
            "b.md",
            "# Встреча\n\nМинистр говорил о санкциях, и Путин молчал. Вечером Путин уехал.\n",
        ),
        file(
            "c.md",
            "# Harvest\n\nThe grain is dry. On Monday they saw Obama there, and Obama saw them.\n",
        ),
    ])
}

fn mentions(engine: &Engine, filter: &Filter) -> Vec<Facet> {
    match engine.answer(&Request::Mentions { filter: filter.clone(), most: 100 }) {
        Response::Mentions(facets) => facets,
        other => panic!("mentions were answered by {other:?}"),
    }
}

fn count(facets: &[Facet], field: &str, value: &str) -> Option<u32> {
    let own = |facet: &&Facet| facet.field == field && facet.value == value;
    facets.iter().find(own).map(|facet| facet.count)
}

fn shown(engine: &Engine, filter: &Filter) -> Vec<String> {
    match engine.answer(&Request::Search { terms: vec![], filter: filter.clone() }) {
        Response::Search(found) => found.sources.into_iter().map(|source| source.id).collect(),
        other => panic!("a search was answered by {other:?}"),
    }
}

#[test]
fn every_number_is_how_many_sources_its_press_leaves() {
    let engine = engine();
    let all = mentions(&engine, &Filter::default());
    assert_eq!(count(&all, "name", "Putin"), Some(2), "in both scripts: {all:?}");
    assert_eq!(count(&all, "concept", "sanctions"), Some(2), "in both languages: {all:?}");
    for facet in &all {
        let value = vec![facet.value.clone()];
        let filter = match facet.field.as_str() {
            "name" => Filter { names: value, ..Filter::default() },
            _ => Filter { concepts: value, ..Filter::default() },
        };
        assert_eq!(shown(&engine, &filter).len(), facet.count as usize, "{facet:?}");
    }
}

#[test]
fn names_called_alike_are_one_row() {
    let file = |name: &str, text: &str| (name.to_owned(), text.to_owned());
    let mut sections = support::sections(&[
        file("a.md", "# A\n\nThey say that Putin and Obama met, and that Obama left.\n"),
        file("b.md", "# B\n\nThey say that Putin stayed there.\n"),
        file("c.md", "# C\n\nThey say that Obama stayed there.\n"),
    ]);
    let (_, names) = sections.iter_mut().find(|(own, _)| *own == Section::Names).unwrap();
    let at = names.windows(5).position(|letters| letters == b"Obama").unwrap();
    names[at..at + 5].copy_from_slice(b"Putin");
    let engine = support::open(&sections);
    let rows = mentions(&engine, &Filter::default());
    let own: Vec<_> = rows.iter().filter(|row| row.field == "name").collect();
    assert_eq!(own.len(), 1, "{rows:?}");
    let filter = Filter { names: vec!["Putin".to_owned()], ..Filter::default() };
    assert_eq!((own[0].count, shown(&engine, &filter).len()), (3, 3));
}

#[test]
fn values_of_one_field_widen_and_fields_narrow() {
    let engine = engine();
    let labels = |all: &[&str]| all.iter().map(|&label| label.to_owned()).collect();
    let either = Filter { names: labels(&["Putin", "Obama"]), ..Filter::default() };
    assert_eq!(shown(&engine, &either), ["a", "b", "c"]);
    let both =
        Filter { names: labels(&["Obama"]), concepts: labels(&["sanctions"]), ..Filter::default() };
    assert_eq!(shown(&engine, &both), ["a"]);
    let russian = Filter { langs: vec![Lang::RU], names: labels(&["Obama"]), ..Filter::default() };
    let counted = mentions(&engine, &russian);
    assert!(shown(&engine, &russian).is_empty());
    assert_eq!(count(&counted, "name", "Putin"), Some(1), "counted as if the name were let go");
}

#[test]
fn what_the_filter_names_is_counted_however_few_are_asked_for() {
    let engine = engine();
    let filter = Filter { names: vec!["Obama".into()], ..Filter::default() };
    let Response::Mentions(few) = engine.answer(&Request::Mentions { filter, most: 0 }) else {
        panic!("mentions were answered otherwise");
    };
    assert_eq!(count(&few, "name", "Obama"), Some(2));
    assert_eq!(few.len(), 1);
}

#[test]
fn only_the_blocks_looked_in_are_mentions() {
    let engine = engine();
    let filter = Filter { kinds: vec![BlockKind::Headline], ..Filter::default() };
    assert_eq!(count(&mentions(&engine, &filter), "name", "Putin"), None);
    let narrowed = Filter { names: vec!["Putin".into()], ..filter };
    assert!(shown(&engine, &narrowed).is_empty());
}

#[test]
fn subjects_are_called_as_each_language_calls_them() {
    let engine = engine();
    let called = |lang| match engine.answer(&Request::Labels { lang }) {
        Response::Labels(labels) => labels,
        other => panic!("labels were answered by {other:?}"),
    };
    for (lang, word) in [(Lang::RU, "санкция"), (Lang::BG, "санкция"), (Lang::UK, "санкція")]
    {
        let labels = called(lang);
        let own = labels.iter().find(|(label, _)| label == "sanctions");
        assert_eq!(own.map(|(_, word)| word.as_str()), Some(word), "{labels:?}");
        assert!(labels.is_sorted());
    }
    assert_eq!(called(Lang::UND), []);
}
