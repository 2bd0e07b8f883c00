//! Links between passages of different sources, and the passages that have none.
//!
//! In: the facts of the sources' passages. Out: [`Link`]s with their evidence. A fact that
//! two passages share weighs the more the fewer passages of either source tell it: the
//! negative logarithm of its share, with add-one smoothing. A pair is linked when its
//! weight is enough, comes from at least two facts, and neither passage has a stronger
//! counterpart in the other source. Translation dictionaries and order of telling are for
//! later methods.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Evidence, Link, Passage,
    facts::{Told, What},
};
use crate::{index::Index, span::Span};

/// The weight that a link needs: about two facts that each stand in a tenth of the passages.
const ENOUGH: f64 = 4.5;

/// The links of every two sources.
pub(super) fn links(index: Index<'_>, sources: &[u32], told: &[Vec<Told>]) -> Vec<Link> {
    let mut links = Vec::new();
    for a in 0..sources.len() {
        for b in a + 1..sources.len() {
            links.extend(of_pair(index, (sources[a], &told[a]), (sources[b], &told[b])));
        }
    }
    links
}

/// The passages of each source that no link touches.
pub(super) fn unlinked(
    index: Index<'_>,
    sources: &[u32],
    told: &[Vec<Told>],
    links: &[Link],
) -> Vec<Vec<Passage>> {
    let linked: BTreeSet<&Passage> = links.iter().flat_map(|link| [&link.a, &link.b]).collect();
    let own = |(told, &source): (&Vec<Told>, &u32)| {
        let id = index.sources.get(source).id();
        told.iter()
            .map(|told| Passage { source: id.to_owned(), span: told.span })
            .filter(|passage| !linked.contains(passage))
            .collect()
    };
    told.iter().zip(sources).map(own).collect()
}

type Side<'f> = (u32, &'f Vec<Told>);

fn of_pair(index: Index<'_>, a: Side<'_>, b: Side<'_>) -> Vec<Link> {
    let (in_a, in_b) = (places(a.1), places(b.1));
    let mut scores: BTreeMap<(usize, usize), (f64, u32)> = BTreeMap::new();
    for (what, own) in &in_a {
        let Some(other) = in_b.get(what) else { continue };
        let weight = (rarity(own.len(), a.1.len()) + rarity(other.len(), b.1.len())) / 2.0;
        for &(i, _) in own {
            for &(j, _) in other {
                let score = scores.entry((i, j)).or_default();
                score.0 += weight;
                score.1 += 1;
            }
        }
    }
    let best = |of_b: bool| {
        let mut best: BTreeMap<usize, f64> = BTreeMap::new();
        for (&(i, j), &(score, _)) in &scores {
            let own = best.entry(if of_b { j } else { i }).or_default();
            *own = own.max(score);
        }
        best
    };
    let (best_a, best_b) = (best(false), best(true));
    let strongest = |score: f64, best: Option<&f64>| best.is_some_and(|best| score >= *best);
    scores
        .iter()
        .filter(|&(&(i, j), &(score, facts))| {
            score >= ENOUGH
                && facts > 1
                && strongest(score, best_a.get(&i))
                && strongest(score, best_b.get(&j))
        })
        .map(|(&(i, j), &(score, _))| Link {
            a: passage(index, a.0, &a.1[i]),
            b: passage(index, b.0, &b.1[j]),
            score,
            evidence: evidence(&in_a, &in_b, i, j),
        })
        .collect()
}

fn passage(index: Index<'_>, source: u32, told: &Told) -> Passage {
    Passage { source: index.sources.get(source).id().to_owned(), span: told.span }
}

/// For each fact, the passages that tell it (each once, with its first place there).
fn places(told: &[Told]) -> BTreeMap<&What, Vec<(usize, Span)>> {
    let mut places: BTreeMap<&What, Vec<(usize, Span)>> = BTreeMap::new();
    for (at, passage) in told.iter().enumerate() {
        for fact in &passage.facts {
            let list = places.entry(&fact.what).or_default();
            if list.last().is_none_or(|&(last, _)| last != at) {
                list.push((at, fact.span));
            }
        }
    }
    places
}

#[allow(clippy::cast_precision_loss)]
fn rarity(found: usize, of: usize) -> f64 {
    -libm::log((found as f64 + 0.1) / (of as f64 + 2.0))
}

fn evidence(
    in_a: &BTreeMap<&What, Vec<(usize, Span)>>,
    in_b: &BTreeMap<&What, Vec<(usize, Span)>>,
    i: usize,
    j: usize,
) -> Vec<Evidence> {
    let place = |list: &[(usize, Span)], at: usize| {
        list.iter().find(|place| place.0 == at).map(|place| place.1)
    };
    let mut shared: Vec<(usize, Evidence)> = in_a
        .iter()
        .filter_map(|(what, own)| {
            let other = in_b.get(what)?;
            let tie = Evidence { kind: what.kind(), a: place(own, i)?, b: place(other, j)? };
            Some((own.len() + other.len(), tie))
        })
        .collect();
    shared.sort_by_key(|(common, tie)| (tie.kind, *common, tie.a));
    shared.into_iter().map(|(_, tie)| tie).collect()
}
