//! The order of the sources changes nothing in a comparison.

use std::collections::BTreeSet;

use proptest::prelude::*;
use tellings::{
    protocol::{Comparison, Link, Shared},
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
