//! The order of the sources changes nothing in a comparison.

use std::collections::BTreeSet;

use proptest::prelude::*;
use tellings::{
    engine::Engine,
    protocol::{Comparison, Corrections, Filter, Link, Method, Passage, Request, Response, Shared},
    span::Span,
};

use crate::{support, worlds};

/// A link as it is seen from either side.
type Tie = ([(String, Span); 2], u64, BTreeSet<(u8, Span, Span)>);

fn tie(link: &Link) -> Tie {
    let sides = [&link.a, &link.b].map(|side| (side.source.clone(), side.span));
    let swapped = sides[0].0 > sides[1].0;
    let evidence = link.evidence.iter().map(|tie| {
        let (a, b) = if swapped { (tie.b, tie.a) } else { (tie.a, tie.b) };
        (tie.kind as u8, a, b)
    });
    let evidence = evidence.collect();
    let [a, b] = sides;
    (if swapped { [b, a] } else { [a, b] }, link.score.to_bits(), evidence)
}

/// The links between two of the sources.
fn ties(comparison: &Comparison, between: [&str; 2]) -> BTreeSet<Tie> {
    let of_both = |link: &&Link| {
        between.contains(&link.a.source.as_str()) && between.contains(&link.b.source.as_str())
    };
    comparison.links.iter().filter(of_both).map(tie).collect()
}

/// The rows of all lists, each with its columns in the order of `ids`.
fn rows<'c>(comparison: &'c Comparison, ids: [&str; 2]) -> Vec<(&'c str, &'c str, [u32; 2])> {
    let places = ids.map(|id| comparison.sources.iter().position(|own| own == id).unwrap());
    let Comparison { names, concepts, figures, words, .. } = comparison;
    let row = |row: &'c Shared| {
        (row.label.as_str(), row.query.as_str(), places.map(|place| row.counts[place]))
    };
    [names, concepts, figures, words].into_iter().flatten().map(row).collect()
}

/// What a reader may change: links broken, and passages joined that stand alone.
fn some_changes(comparison: &Comparison) -> Corrections {
    let pair = |link: &Link| [link.a.clone(), link.b.clone()];
    let [alone, others] = [&comparison.only[0], &comparison.only[1]];
    let joined = alone.iter().zip(others).map(|(a, b)| [a.clone(), b.clone()]);
    Corrections {
        broken: comparison.links.iter().step_by(2).map(pair).take(3).collect(),
        joined: joined.take(3).collect(),
        ..Corrections::default()
    }
}

/// The same said in another order: pairs and their sides the other way round.
fn turned(Corrections { joined, broken, .. }: &Corrections) -> Corrections {
    let turn =
        |pairs: &[[Passage; 2]]| pairs.iter().rev().map(|[a, b]| [b.clone(), a.clone()]).collect();
    Corrections { joined: turn(joined), broken: turn(broken), ..Corrections::default() }
}

fn compared(engine: &Engine, ids: [&str; 2], corrections: Corrections) -> Comparison {
    let ids = ids.map(str::to_owned).to_vec();
    match engine.answer(&Request::Compare { ids, corrections }) {
        Response::Comparison(comparison) => comparison,
        other => panic!("a comparison was answered by {other:?}"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn a_comparison_is_the_same_from_either_side(files in worlds::files()) {
        let engine = support::small_engine(&files);
        let (there, back) =
            (support::compare(&engine, &["s0", "s1"]), support::compare(&engine, &["s1", "s0"]));
        prop_assert_eq!(ties(&there, ["s0", "s1"]), ties(&back, ["s0", "s1"]));
        prop_assert_eq!(rows(&there, ["s0", "s1"]), rows(&back, ["s0", "s1"]));
        prop_assert_eq!(&there.only[0], &back.only[1]);
        prop_assert_eq!(&there.only[1], &back.only[0]);
    }

    #[test]
    fn a_corrected_comparison_is_the_same_from_either_side(files in worlds::files()) {
        let engine = support::small_engine(&files);
        let changes = some_changes(&support::compare(&engine, &["s0", "s1"]));
        let there = compared(&engine, ["s0", "s1"], changes.clone());
        let back = compared(&engine, ["s1", "s0"], turned(&changes));
        prop_assert_eq!(ties(&there, ["s0", "s1"]), ties(&back, ["s0", "s1"]));
        prop_assert_eq!(rows(&there, ["s0", "s1"]), rows(&back, ["s0", "s1"]));
        prop_assert_eq!(&there.only[0], &back.only[1]);
        prop_assert_eq!(&there.only[1], &back.only[0]);
        prop_assert_eq!(&there.taught, &back.taught);
    }

    #[test]
    fn the_order_of_the_collection_changes_nothing_between_two_sources(files in worlds::files()) {
        let other_way = files.iter().rev().enumerate();
        let other_way: Vec<_> =
            other_way.map(|(at, (_, line))| (format!("z{at}.jsonl"), line.clone())).collect();
        let [one, other] = [&files, &other_way].map(|files| {
            support::compare(&support::small_engine(files), &["s0", "s1"])
        });
        prop_assert_eq!(ties(&one, ["s0", "s1"]), ties(&other, ["s0", "s1"]));
        prop_assert_eq!(rows(&one, ["s0", "s1"]), rows(&other, ["s0", "s1"]));
        prop_assert_eq!(&one.only, &other.only);
    }

    #[test]
    fn another_column_changes_nothing_between_two_sources(files in worlds::files()) {
        prop_assume!(files.len() > 2);
        let engine = support::small_engine(&files);
        let two = support::compare(&engine, &["s0", "s1"]);
        let three = support::compare(&engine, &["s1", "s2", "s0"]);
        prop_assert_eq!(ties(&two, ["s0", "s1"]), ties(&three, ["s0", "s1"]));
        let counts = |comparison| {
            let mut counts: Vec<_> = rows(comparison, ["s0", "s1"])
                .into_iter()
                .map(|(_, _, counts)| counts)
                .filter(|counts| *counts != [0, 0])
                .collect();
            counts.sort_unstable();
            counts
        };
        prop_assert_eq!(counts(&two), counts(&three));
    }

    #[test]
    fn a_passage_is_either_linked_or_alone(files in worlds::files()) {
        let engine = support::small_engine(&files);
        let comparison = support::compare(&engine, &["s0", "s1"]);
        let linked: BTreeSet<_> =
            comparison.links.iter().flat_map(|link| [&link.a, &link.b]).collect();
        prop_assert!(comparison.only.iter().flatten().all(|passage| !linked.contains(passage)));
        prop_assert!(comparison.links.iter().all(|link| link.score > 0.0 && link.evidence.len() > 1));
    }
}

#[test]
fn the_bundled_sources_compare_the_same_in_any_order() {
    let engine = support::engine(support::talks());
    let ids = ["2013-call", "2017-thaw", "2021-video-call", "2025-istanbul"];
    for (at, a) in ids.iter().enumerate() {
        for b in &ids[at + 1..] {
            let there = support::compare(&engine, &[a, b]);
            let back = support::compare(&engine, &[b, a]);
            assert_eq!(ties(&there, [a, b]), ties(&back, [a, b]));
            assert_eq!(rows(&there, [a, b]), rows(&back, [a, b]), "{a} {b}");
        }
    }
}

/// Two sources that tell the same in different languages, and one word that no list knows.
fn told_twice() -> Vec<(String, String)> {
    [
        (
            "en.txt",
            "Lavrov and Tillerson met in Hamburg\n\nThey spoke of Syria for 40 minutes. \
             The envoy carried a walkingstick.",
        ),
        (
            "ru.txt",
            "Лавров и Тиллерсон встретились в Гамбурге\n\nО Сирии говорили 40 минут. \
             У посланника был тросточник.",
        ),
    ]
    .map(|(name, text)| (name.to_owned(), text.to_owned()))
    .to_vec()
}

fn corrected(engine: &Engine, corrections: Corrections) -> Comparison {
    compared(engine, ["en", "ru"], corrections)
}

/// The passage of a source that ends it.
fn last(comparison: &Comparison, engine: &Engine, source: &str) -> Passage {
    let own = comparison.only.iter().flatten().filter(|passage| passage.source == source);
    let index = engine.index();
    let text = index.sources.find(source).unwrap().text();
    let is_last = |passage: &&Passage| {
        passage.span.of_text(text).contains("walkingstick")
            || passage.span.of_text(text).contains("тросточник")
    };
    own.clone().find(is_last).unwrap_or_else(|| panic!("{comparison:#?}")).clone()
}

#[test]
fn a_pair_joined_by_the_reader_is_linked_teaches_words_and_can_be_undone() {
    let engine = support::small_engine(&told_twice());
    let before = corrected(&engine, Corrections::default());
    let pair = ["en", "ru"].map(|source| last(&before, &engine, source));
    let joined = Corrections { joined: vec![pair.clone()], ..Corrections::default() };
    let after = corrected(&engine, joined.clone());
    let link = after.links.iter().find(|link| [&link.a, &link.b] == [&pair[0], &pair[1]]).unwrap();
    assert_eq!(link.method, Method::Joined);
    assert!(!after.taught.is_empty());
    for taught in &after.taught {
        assert_eq!(taught.because, vec![pair.clone()], "a word says what taught it");
    }
    let words = after.taught[0].words.clone();
    let unlearned = Corrections { unlearned: vec![words.clone()], ..joined };
    let without = corrected(&engine, unlearned);
    assert!(without.taught.iter().any(|taught| taught.words == words && taught.off));
    assert_eq!(corrected(&engine, Corrections::default()), before, "the engine stays as it was");
}

#[test]
fn a_link_broken_by_the_reader_is_gone_and_its_passages_stand_alone() {
    let engine = support::small_engine(&told_twice());
    let before = corrected(&engine, Corrections::default());
    let link = before.links.first().unwrap().clone();
    // The other way round than the link has them.
    let broken = vec![[link.b.clone(), link.a.clone()]];
    let after = corrected(&engine, Corrections { broken, ..Corrections::default() });
    assert_eq!(after.links.len() + 1, before.links.len());
    assert!(after.only[0].contains(&link.a) && after.only[1].contains(&link.b));
}

#[test]
fn a_long_answer_in_slices_is_the_answer_at_once() {
    let engine = support::engine(support::talks());
    for request in
        [Request::Matches { most: 3 }, Request::Reuse { filter: Filter::default(), most: 20 }]
    {
        let mut job = engine.begin(&request).unwrap();
        let mut far = 0;
        while let Some(progress) = engine.advance(&mut job) {
            assert!(progress.done >= far && progress.done <= progress.total, "{progress:?}");
            far = progress.done;
        }
        assert_eq!(engine.end(job), engine.answer(&request));
    }
    assert!(engine.begin(&Request::Collection).is_none());
}
