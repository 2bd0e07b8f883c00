//! Facets of what is mentioned: how many sources have each name and each concept.
//!
//! In: an index and a filter. Out: the names and the concepts that most sources have, counted
//! among the sources that pass the filter's other fields, in the blocks that it looks in. What
//! is called alike is one row, as it is one value of the filter. Everything that occurs is gone
//! through, so this is asked apart from a search.

use std::collections::BTreeMap;

use super::{Facet, Field, Filter, Gate, Scope, facets::facet};
use crate::{
    index::{Index, namesakes::Namesakes, table::int},
    sort::sort_by,
};

/// At most `most` names, then as many concepts, those of most sources first; what all sources
/// have narrows nothing and comes last. Those that the filter names are always among them.
#[must_use]
pub fn mentions(index: Index<'_>, filter: &Filter, most: u32) -> Vec<Facet> {
    let gate = Gate::new(index, filter);
    let mut scope = Scope::of_kinds(index, filter);
    let mut all = Vec::new();
    let is_name = |concept| {
        let forms = index.concepts.forms(concept);
        forms.iter().all(|form| index.names.of(form).next().is_some())
    };
    for (field, name, relation) in
        [(Field::Name, "name", index.names), (Field::Concept, "concept", index.concepts)]
    {
        let passes: Vec<bool> =
            index.sources.iter().map(|source| gate.admits(source, Some(field))).collect();
        let all_passing = int(passes.iter().filter(|passes| **passes).count());
        let chosen = if field == Field::Name { &filter.names } else { &filter.concepts };
        let mut of_label: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
        for group in 0..relation.len() {
            // A name that is a subject too is among the names.
            if field == Field::Concept && is_name(group) {
                continue;
            }
            // Of people who share their surname each has their own sources.
            let whose = if field == Field::Name { Namesakes::new(index, group) } else { None };
            let met = of_label.entry(relation.label(group)).or_default();
            for form in relation.forms(group).iter() {
                scope.places(index.vocabulary.list(form), |source, span| {
                    let own = whose.as_ref().is_none_or(|whose| whose.is_own(source, span.start));
                    if own && met.last() != Some(&source) && passes[source as usize] {
                        met.push(source);
                    }
                });
            }
        }
        let values = of_label.into_iter().map(|(label, mut met)| {
            met.sort_unstable();
            met.dedup();
            (int(met.len()), label)
        });
        let mut values: Vec<(u32, &str)> = values.filter(|(count, _)| *count > 0).collect();
        let rank = |(count, _): &(u32, &str)| (*count < all_passing, *count);
        sort_by(&mut values, |a, b| (rank(b), a.1).cmp(&(rank(a), b.1)));
        for (place, (count, label)) in (0..).zip(values) {
            if place < most || chosen.iter().any(|one| one == label) {
                all.push(facet(name, label.to_owned(), count));
            }
        }
    }
    all
}
