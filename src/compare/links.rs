//! Links between passages of different sources, and the passages that have none.
//!
//! In: the facts of the sources' passages. Out: [`Link`]s with their evidence. A fact that
//! two passages share weighs the more the fewer passages of either source tell it: the
//! negative logarithm of its share. A pair's closeness is the cosine of the weights of
//! their facts. A pair is linked when it is close enough, shares weight enough from at
//! least two facts, and neither passage has a closer counterpart in the other source: two
//! sources on different events get few links or none. Evidence learned from translations,
//! and the order of telling, are for later methods.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Evidence, EvidenceKind, Link, Passage,
    facts::{Told, What},
};
use crate::{index::Index, span::Span};

/// The shared weight (a sum of products) that a link needs: about two facts that each
/// stand in a tenth of the passages.
const ENOUGH: f64 = 10.0;
/// The closeness that a link needs.
const CLOSE: f64 = 0.5;

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
    let (mut in_a, mut in_b) = (places(a.1), places(b.1));
    // Words of one language cannot recur in another: there they are no sign of difference.
    if index.sources.get(a.0).lang() != index.sources.get(b.0).lang() {
        for own in [&mut in_a, &mut in_b] {
            own.retain(|what, _| what.kind() != EvidenceKind::Word);
        }
    }
    let close = closeness(&in_a, &in_b, a.1.len(), b.1.len());
    let closest = |of_b: bool| {
        let mut closest: BTreeMap<usize, f64> = BTreeMap::new();
        for (&(i, j), &close) in &close {
            let own = closest.entry(if of_b { j } else { i }).or_default();
            *own = own.max(close);
        }
        closest
    };
    let (closest_a, closest_b) = (closest(false), closest(true));
    let is_closest = |close: f64, closest: Option<&f64>| closest.is_some_and(|best| close >= *best);
    close
        .iter()
        .filter(|&(&(i, j), &close)| {
            is_closest(close, closest_a.get(&i)) && is_closest(close, closest_b.get(&j))
        })
        .map(|(&(i, j), &close)| Link {
            a: passage(index, a.0, &a.1[i]),
            b: passage(index, b.0, &b.1[j]),
            score: close,
            evidence: evidence(&in_a, &in_b, i, j),
        })
        .collect()
}

/// The closeness of every pair of passages that may be linked.
fn closeness(
    in_a: &Places<'_>,
    in_b: &Places<'_>,
    of_a: usize,
    of_b: usize,
) -> BTreeMap<(usize, usize), f64> {
    let mut shared: BTreeMap<(usize, usize), (f64, u32)> = BTreeMap::new();
    for (what, own) in in_a {
        let Some(other) = in_b.get(what) else { continue };
        let weight = rarity(own.len(), of_a) * rarity(other.len(), of_b);
        for &(i, _) in own {
            for &(j, _) in other {
                let pair = shared.entry((i, j)).or_default();
                pair.0 += weight;
                pair.1 += 1;
            }
        }
    }
    let (lengths_a, lengths_b) = (lengths(in_a, of_a), lengths(in_b, of_b));
    shared
        .into_iter()
        .filter(|&(_, (weight, facts))| weight >= ENOUGH && facts > 1)
        .map(|((i, j), (weight, _))| ((i, j), weight / (lengths_a[i] * lengths_b[j])))
        .filter(|&(_, close)| close >= CLOSE)
        .collect()
}

/// The length of each of `count` passages as a vector of its facts' weights.
fn lengths(places: &Places<'_>, count: usize) -> Vec<f64> {
    let mut squares = vec![0.0; count];
    for own in places.values() {
        let weight = rarity(own.len(), count);
        own.iter().for_each(|&(at, _)| squares[at] += weight * weight);
    }
    squares.into_iter().map(f64::sqrt).collect()
}

fn passage(index: Index<'_>, source: u32, told: &Told) -> Passage {
    Passage { source: index.sources.get(source).id().to_owned(), span: told.span }
}

/// For each fact, the passages that tell it (each once, with its first place there).
type Places<'f> = BTreeMap<&'f What, Vec<(usize, Span)>>;

/// The places of a source's facts.
fn places(told: &[Told]) -> Places<'_> {
    let mut places = Places::new();
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

/// How much a fact weighs that stands in `found` of `of` passages.
#[allow(clippy::cast_precision_loss)]
fn rarity(found: usize, of: usize) -> f64 {
    -libm::log((found as f64 + 0.1) / (of as f64 + 2.0))
}

fn evidence(in_a: &Places<'_>, in_b: &Places<'_>, i: usize, j: usize) -> Vec<Evidence> {
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
    // Among equals the order of the facts stays, which is the same from either side.
    shared.sort_by_key(|(common, tie)| (tie.kind, *common));
    shared.into_iter().map(|(_, tie)| tie).collect()
}
