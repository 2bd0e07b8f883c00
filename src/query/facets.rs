//! Facets: how many sources have each language, outlet, year, kind of block and name.
//!
//! In: an index and a filter. Out: counts among the sources that pass the filter's other
//! fields, so that a reader sees what another choice would give. Names and concepts are
//! counted by `mentions`.

use std::collections::{BTreeMap, BTreeSet};

use super::{Facet, Field, Filter, Gate};
use crate::{index::Index, sort::sort_by, source::BlockKind};

/// The facets of the sources that pass `filter`.
#[must_use]
pub fn facets(index: Index<'_>, filter: &Filter) -> Vec<Facet> {
    let (mut langs, mut outlets, mut years) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
    let mut kinds = [0_u32; BlockKind::ALL.len()];
    let gate = Gate::new(index, filter);
    for source in index.sources.iter() {
        if gate.admits(source, Some(Field::Lang)) {
            *langs.entry(source.lang().to_string()).or_insert(0) += 1;
        }
        if let Some(outlet) = source.outlet().filter(|_| gate.admits(source, Some(Field::Outlet))) {
            *outlets.entry(outlet.to_owned()).or_insert(0) += 1;
        }
        if let Some(date) = source.date().filter(|_| gate.admits(source, Some(Field::Date))) {
            *years.entry(date.get(..4).unwrap_or(date).to_owned()).or_insert(0) += 1;
        }
        if gate.admits(source, None) {
            let own: BTreeSet<BlockKind> = source.blocks().map(|block| block.kind()).collect();
            own.into_iter().for_each(|kind| kinds[kind as usize] += 1);
        }
    }
    let mut facets = Vec::new();
    for (field, values) in [("lang", langs), ("outlet", outlets)] {
        let mut values: Vec<(String, u32)> = values.into_iter().collect();
        sort_by(&mut values, |a, b| (b.1, &a.0).cmp(&(a.1, &b.0)));
        facets.extend(values.into_iter().map(|(value, count)| facet(field, value, count)));
    }
    facets.extend(years.into_iter().map(|(value, count)| facet("year", value, count)));
    for (kind, count) in BlockKind::ALL.into_iter().zip(kinds) {
        if count > 0 {
            facets.push(facet("kind", kind.name().to_owned(), count));
        }
    }
    facets
}

pub(super) fn facet(field: &str, value: String, count: u32) -> Facet {
    Facet { field: field.to_owned(), value, count }
}
