//! Hits put in order: the best sources first, a concordance sorted and grouped, the words that
//! keep a term company.

#![allow(clippy::panic, reason = "a test fails by panicking")]

mod support;

use tellings::protocol::{
    Collocates, Filter, GroupBy, HitOrder, HitsAnswer, Measure, Neighbour, Ranked, Request,
    Response, Term,
};

use support::small_engine;
use tellings::engine::Engine;

const COLLECTION: &str = "[[source]]
file = 'b.md'
outlet = 'North'
date = '2020-01-01'
lang = 'en'
[[source]]
file = 'a.md'
outlet = 'South'
date = '2021-01-01'
lang = 'en'
[[source]]
file = 'c.md'
outlet = 'North'
date = '2021-01-01'
lang = 'en'
";

/// An engine over three dated sources, listed in the order b, a, c.
fn three(a: &str, b: &str, c: &str) -> Engine {
    let file = |name: &str, text: &str| (name.to_owned(), text.to_owned());
    small_engine(&[
        file("collection.toml", COLLECTION),
        file("a.md", a),
        file("b.md", b),
        file("c.md", c),
    ])
}

fn rank(engine: &Engine, queries: &[&str]) -> Vec<Ranked> {
    let terms = queries.iter().map(|query| Term::new(*query)).collect();
    match engine.answer(&Request::Rank { terms, filter: Filter::default() }) {
        Response::Ranking(ranked) => ranked,
        other => panic!("a ranking was answered by {other:?}"),
    }
}

fn ids(ranked: &[Ranked]) -> Vec<&str> {
    ranked.iter().map(|source| source.id.as_str()).collect()
}

fn hits(engine: &Engine, query: &str, sort: &[Neighbour], group: Option<GroupBy>) -> HitsAnswer {
    let request = Request::Hits {
        terms: vec![Term::new(query)],
        filter: Filter::default(),
        order: HitOrder { sort: sort.to_vec(), group },
        from: 0,
        count: u32::MAX,
    };
    match engine.answer(&request) {
        Response::Hits(answer) => answer,
        other => panic!("hits were answered by {other:?}"),
    }
}

fn company(engine: &Engine, query: &str, window: u32, least: u32) -> Collocates {
    let request = Request::Collocates {
        terms: vec![Term::new(query)],
        filter: Filter::default(),
        window,
        least,
        measure: Measure::Count,
        count: u32::MAX,
    };
    match engine.answer(&request) {
        Response::Collocates(collocates) => collocates,
        other => panic!("a request for company was answered by {other:?}"),
    }
}

/// The company of a word as `(word, how often, how often on its left)`, most frequent first.
fn met(engine: &Engine, query: &str, window: u32) -> Vec<(String, u32, u32)> {
    let found = company(engine, query, window, 1);
    found.rows.into_iter().map(|row| (row.word, row.near, row.left)).collect()
}

#[test]
fn a_word_in_the_headline_counts_more_than_one_in_the_text() {
    let engine = three(
        "# Ferry waits\n\nThe harbour was closed by storms for most of this week.\n",
        "# Harbour waits\n\nThe ferry was closed by storms for most of this week.\n",
        "# Island waits\n\nThe bakery was closed by storms for most of this week.\n",
    );
    assert_eq!(ids(&rank(&engine, &["harbour"])), ["b", "a"]);
    assert_eq!(ids(&rank(&engine, &["ferry"])), ["a", "b"]);
}

#[test]
fn two_words_once_are_better_than_one_word_twice() {
    let engine = three(
        "# News\n\nThe harbour had no harbour pilots left by the evening.\n",
        "# News\n\nThe harbour had no bakery ovens left by the evening.\n",
        "# News\n\nThe island had no bakery ovens left by the evening.\n",
    );
    let ranked = rank(&engine, &["harbour", "bakery"]);
    assert_eq!(ids(&ranked)[0], "b");
    assert_eq!(ranked.iter().map(|source| source.hits).sum::<u32>(), 5);
    assert!(ranked.iter().all(|source| source.score > 0.0), "{ranked:?}");
}

#[test]
fn equal_sources_stand_by_date_latest_first_and_then_by_id() {
    let same = "# News\n\nThe harbour was closed by storms for most of this week.\n";
    assert_eq!(ids(&rank(&three(same, same, same), &["harbour"])), ["a", "c", "b"]);
}

#[test]
fn lines_are_sorted_by_the_words_asked_for_and_those_without_come_first() {
    let engine = three(
        "# News\n\nOld harbour walls crack. Old harbour towers crack.\n",
        "# News\n\nHarbour pilots strike.\n",
        "# News\n\nNew harbour boats sink.\n",
    );
    let lines = |sort: &[Neighbour]| -> Vec<String> {
        let answer = hits(&engine, "harbour", sort, None);
        let first = |text: &str| text.split_whitespace().next().unwrap_or_default().to_owned();
        answer.lines.iter().map(|line| first(&line.after)).collect()
    };
    assert_eq!(lines(&[]), ["pilots", "walls", "towers", "boats"], "as the texts go");
    assert_eq!(lines(&[Neighbour::Right(1)]), ["boats", "pilots", "towers", "walls"]);
    assert_eq!(
        lines(&[Neighbour::Left(1), Neighbour::Right(1)]),
        ["pilots", "boats", "towers", "walls"],
        "of equal words before, the words after decide"
    );
}

#[test]
fn groups_of_sources_stand_as_collected_and_others_by_their_number_of_hits() {
    let engine = three(
        "# News\n\nHarbour walls crack. Harbours sink. Harbours burn.\n",
        "# News\n\nHarbour pilots strike.\n",
        "# News\n\nHarbour boats sink.\n",
    );
    let groups = |by| -> Vec<(String, u32, u32)> {
        let answer = hits(&engine, "harbour", &[], Some(by));
        assert_eq!(answer.total, 5);
        let groups = answer.groups.into_iter();
        groups.map(|group| (group.label, group.count, group.from)).collect()
    };
    let owned = |groups: &[(&str, u32, u32)]| -> Vec<(String, u32, u32)> {
        groups.iter().map(|&(label, count, from)| (label.to_owned(), count, from)).collect()
    };
    assert_eq!(groups(GroupBy::Source), owned(&[("b", 1, 0), ("a", 3, 1), ("c", 1, 4)]));
    assert_eq!(groups(GroupBy::Outlet), owned(&[("South", 3, 0), ("North", 2, 3)]));
    assert_eq!(groups(GroupBy::Form), owned(&[("harbour", 3, 0), ("harbours", 2, 3)]));
    assert_eq!(groups(GroupBy::Lang), owned(&[("en", 5, 0)]));
}

#[test]
fn company_is_counted_by_lexeme_within_the_window_and_without_stop_words() {
    let engine = three(
        "# News\n\nLarge ferries left the harbour before storms closed roads.\n",
        "# News\n\nOne ferry reached the harbour.\n\nStorms closed the roads.\n",
        "# News\n\nBakers rest.\n",
    );
    let near = met(&engine, "harbour", 3);
    let of = |word: &str| near.iter().find(|(own, ..)| own.starts_with(word)).cloned();
    assert_eq!(of("ferr").map(|(_, near, left)| (near, left)), Some((2, 2)), "{near:?}");
    assert_eq!(of("storm").map(|(_, near, left)| (near, left)), Some((1, 0)), "{near:?}");
    assert_eq!(of("the"), None, "a stop word");
    assert_eq!(of("road"), None, "too far, or in another block");
    assert!(met(&engine, "harbour", 5).iter().any(|(word, ..)| word.starts_with("road")));
}

#[test]
fn a_word_between_two_hits_is_met_once() {
    let engine = three(
        "# News\n\nHarbour pilots harbour doubts.\n",
        "# News\n\nBakers rest.\n",
        "# News\n\nBakers sleep.\n",
    );
    let met = met(&engine, "harbour", 2);
    let pilots = met.iter().find(|(word, ..)| word == "pilots").expect("they are near");
    assert_eq!(pilots.1, 1, "{met:?}");
    assert_eq!(company(&engine, "harbour", 2, 2).rows, [], "none is met twice");
}
