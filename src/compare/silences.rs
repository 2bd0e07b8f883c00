//! Silences: what most of the other sources tell and one does not.
//!
//! In: the links and shared rows of a comparison. Out: for each source its [`Silence`]s,
//! those that most others have first, each with the passages of the others. A silence is a
//! subject, name or figure that the source never has, or a passage that others tell each
//! other and none of its passages is linked to. With two sources there is no “most”: there
//! it is all in the passages of one alone. Why a source is silent is not said.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{EvidenceKind, Link, Passage, Shared};

/// Silences of one source at most: beyond that a list is no longer read.
const MOST: usize = 40;

/// What most other sources tell and one does not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Silence {
    /// What kind of thing it is; nothing for a whole passage.
    pub kind: Option<EvidenceKind>,
    /// As mostly written; empty for a passage.
    pub label: String,
    /// A query that finds it; empty for a passage.
    pub query: String,
    /// How many of the others tell it.
    pub sources: u32,
    /// Where the others tell it.
    pub passages: Vec<Passage>,
}

/// The silences of each of `sources`.
pub(super) fn silences(
    sources: &[String],
    links: &[Link],
    lists: &[(EvidenceKind, &[Shared])],
) -> Vec<Vec<Silence>> {
    let strands = strands(links);
    let own = |(at, source): (usize, &String)| {
        let mut own: Vec<Silence> = strands
            .iter()
            .filter(|passages| passages.iter().all(|passage| passage.source != *source))
            .map(|passages| {
                let mut told: Vec<&str> = passages.iter().map(|one| one.source.as_str()).collect();
                told.sort_unstable();
                told.dedup();
                Silence {
                    kind: None,
                    label: String::new(),
                    query: String::new(),
                    sources: crate::index::table::int(told.len()),
                    passages: passages.clone(),
                }
            })
            .collect();
        for (kind, rows) in lists {
            let missing = rows.iter().filter(|row| row.counts[at] == 0);
            own.extend(missing.map(|row| Silence {
                kind: Some(*kind),
                label: row.label.clone(),
                query: row.query.clone(),
                sources: crate::index::table::int(
                    row.counts.iter().filter(|&&count| count > 0).count(),
                ),
                passages: row.passages.clone(),
            }));
        }
        own.retain(|silence| is_most(silence.sources, sources.len() - 1));
        own.sort_by_key(|silence| std::cmp::Reverse(silence.sources));
        own.truncate(MOST);
        own
    };
    sources.iter().enumerate().map(own).collect()
}

/// Whether so many of the others are most of them, and more than one.
fn is_most(told: u32, others: usize) -> bool {
    told > 1 && 2 * told as usize > others
}

/// Passages that links join, directly or through others, in the order of their sources' ids.
fn strands(links: &[Link]) -> Vec<Vec<Passage>> {
    let mut home: BTreeMap<&Passage, &Passage> = BTreeMap::new();
    fn root<'p>(home: &BTreeMap<&'p Passage, &'p Passage>, mut at: &'p Passage) -> &'p Passage {
        while let Some(&up) = home.get(at).filter(|&&up| up != at) {
            at = up;
        }
        at
    }
    for link in links {
        home.entry(&link.a).or_insert(&link.a);
        home.entry(&link.b).or_insert(&link.b);
        let (a, b) = (root(&home, &link.a), root(&home, &link.b));
        home.insert(a.max(b), a.min(b));
    }
    let mut strands: BTreeMap<&Passage, Vec<Passage>> = BTreeMap::new();
    for &passage in home.keys() {
        strands.entry(root(&home, passage)).or_default().push(passage.clone());
    }
    strands.into_values().collect()
}

#[cfg(test)]
mod tests {
    use super::{EvidenceKind, Link, Passage, Shared, silences};
    use crate::{compare::Method, span::Span};

    fn passage(source: &str, start: u32) -> Passage {
        Passage { source: source.into(), span: Span::new(start, start + 5) }
    }

    fn link(a: Passage, b: Passage) -> Link {
        Link { a, b, score: 0.9, method: Method::Evidence, evidence: Vec::new() }
    }

    fn row(label: &str, counts: &[u32]) -> Shared {
        let (label, query) = (label.to_owned(), label.to_owned());
        Shared { label, query, counts: counts.to_vec(), passages: Vec::new() }
    }

    fn ids(count: usize) -> Vec<String> {
        ["a", "b", "c", "d"].into_iter().take(count).map(str::to_owned).collect()
    }

    #[test]
    fn what_two_of_three_others_tell_is_a_silence_of_the_fourth() {
        let rows = [row("Hamburg", &[1, 2, 0, 0]), row("Lavrov", &[1, 1, 1, 0])];
        let found = silences(&ids(4), &[], &[(EvidenceKind::Name, &rows)]);
        let labels = |at: usize| found[at].iter().map(|own| own.label.as_str()).collect::<Vec<_>>();
        assert_eq!(labels(3), ["Lavrov", "Hamburg"], "what more tell comes first");
        assert_eq!(labels(2), ["Hamburg"]);
        assert!(labels(0).is_empty());
    }

    #[test]
    fn a_passage_that_the_others_tell_each_other_is_a_silence_with_their_passages() {
        let links =
            [link(passage("a", 0), passage("b", 10)), link(passage("b", 10), passage("c", 20))];
        let found = silences(&ids(4), &links, &[]);
        assert_eq!(found[3].len(), 1);
        assert_eq!(found[3][0].sources, 3);
        assert_eq!(found[3][0].passages, [passage("a", 0), passage("b", 10), passage("c", 20)]);
        assert!(found[..3].iter().all(Vec::is_empty));
    }

    #[test]
    fn of_two_sources_neither_is_silent_against_most() {
        let rows = [row("Hamburg", &[1, 0])];
        let found = silences(&ids(2), &[], &[(EvidenceKind::Name, &rows)]);
        assert_eq!(found, [vec![], vec![]]);
    }
}
