//! Which sources and blocks a query looks in.
//!
//! In: an index, the reader's filter and the query's own fields. Out: a [`Scope`] that
//! admits sources, and hits by the kind of their block. Without a word about kinds, all
//! blocks but boilerplate are looked in.

use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::Filter;
use crate::{
    index::{Index, List, Source},
    source::BlockKind,
    span::Span,
};

/// The sources and blocks that are looked in.
pub struct Scope<'a> {
    index: Index<'a>,
    /// By source; `None` where all are looked in.
    admitted: Option<Vec<bool>>,
    kinds: u16,
    /// By source: what its blocks of other kinds cover, worked out when first needed.
    closed: FxHashMap<u32, Rc<[Span]>>,
}

impl<'a> Scope<'a> {
    /// What `filters` admit together.
    #[must_use]
    pub fn new(index: Index<'a>, filters: &[&Filter]) -> Self {
        let narrowing: Vec<&&Filter> =
            filters.iter().filter(|filter| filter.narrows_sources()).collect();
        let admitted = (!narrowing.is_empty()).then(|| {
            let admits = |source| narrowing.iter().all(|filter| filter.admits(source, None));
            index.sources.iter().map(admits).collect()
        });
        let kinds = filters.iter().fold(u16::MAX, |mask, filter| mask & mask_of(&filter.kinds));
        let asked = filters.iter().any(|filter| !filter.kinds.is_empty());
        let kinds = if asked { kinds } else { !bit(BlockKind::Boilerplate) };
        Self { index, admitted, kinds, closed: FxHashMap::default() }
    }

    /// Whether a source is looked in.
    #[must_use]
    pub fn admits(&self, source: u32) -> bool {
        match &self.admitted {
            Some(admitted) => admitted.get(source as usize).copied().unwrap_or(false),
            None => true,
        }
    }

    /// Whether a block of that kind is looked in.
    #[must_use]
    pub fn admits_kind(&self, kind: BlockKind) -> bool {
        self.kinds & bit(kind) != 0
    }

    /// What of a source is not looked in: spans in order.
    pub fn closed(&mut self, source: u32) -> Option<Rc<[Span]>> {
        let Self { index, closed, kinds, .. } = self;
        let source = index.sources.get(source);
        if source.kinds() & u32::from(!*kinds) == 0 {
            return None;
        }
        let spans = closed.entry(source.number()).or_insert_with(|| {
            let blocks = source.blocks().filter(|block| *kinds & bit(block.kind()) == 0);
            blocks.map(|block| block.span()).collect()
        });
        Some(spans.clone())
    }

    /// Hands on those places of a list that lie in sources and blocks that are looked in:
    /// sources rise, and spans in them.
    pub fn places(&mut self, list: List<'_>, mut take: impl FnMut(u32, Span)) {
        let (mut source, mut admitted) = (u32::MAX, false);
        let (mut closed, mut passed): (Option<Rc<[Span]>>, usize) = (None, 0);
        for place in list {
            if place.source != source {
                source = place.source;
                admitted = self.admits(source);
                closed = if admitted { self.closed(source) } else { None };
                passed = 0;
            }
            if !admitted {
                continue;
            }
            let spans = closed.as_deref().unwrap_or_default();
            while spans.get(passed).is_some_and(|span| span.end <= place.start) {
                passed += 1;
            }
            if spans.get(passed).is_none_or(|span| place.start < span.start) {
                take(source, Span::new(place.start, place.end));
            }
        }
    }
}

fn bit(kind: BlockKind) -> u16 {
    1 << kind as u16
}

fn mask_of(kinds: &[BlockKind]) -> u16 {
    if kinds.is_empty() { u16::MAX } else { kinds.iter().fold(0, |mask, &kind| mask | bit(kind)) }
}

/// A field of a filter, so that a facet can leave its own field out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// Language.
    Lang,
    /// Outlet.
    Outlet,
    /// Date.
    Date,
}

impl Filter {
    /// Whether some source may not pass it.
    fn narrows_sources(&self) -> bool {
        let Self { langs, outlets, from, to, kinds: _, ids } = self;
        let open = langs.is_empty() && outlets.is_empty() && ids.is_empty();
        !open || from.is_some() || to.is_some()
    }

    /// Whether `source` passes all fields but `except`.
    #[must_use]
    pub fn admits(&self, source: Source<'_>, except: Option<Field>) -> bool {
        let Self { langs, outlets, from, to, kinds: _, ids } = self;
        let field = |field, passes: bool| passes || except == Some(field);
        field(Field::Lang, langs.is_empty() || langs.contains(&source.lang()))
            && field(Field::Outlet, outlets.is_empty() || is_among(source.outlet(), outlets))
            && field(Field::Date, is_within(source.date(), from.as_deref(), to.as_deref()))
            && (ids.is_empty() || ids.iter().any(|id| id == source.id()))
    }
}

fn is_among(outlet: Option<&str>, outlets: &[String]) -> bool {
    outlet.is_some_and(|own| outlets.iter().any(|other| own.to_lowercase() == other.to_lowercase()))
}

/// Whether a date lies within bounds, each as precise as it is given: `2017` includes all
/// of 2017. ISO 8601 dates compare as text.
fn is_within(date: Option<&str>, from: Option<&str>, to: Option<&str>) -> bool {
    if from.is_none() && to.is_none() {
        return true;
    }
    let Some(date) = date else { return false };
    let cut = |bound: &str| date.get(..bound.len().min(date.len())).unwrap_or(date).to_owned();
    from.is_none_or(|from| date >= from || from.starts_with(date))
        && to.is_none_or(|to| cut(to).as_str() <= to)
}

#[cfg(test)]
mod tests {
    use super::is_within;

    #[test]
    fn a_bound_is_as_precise_as_it_is_given() {
        assert!(is_within(Some("2017-09-12"), Some("2017"), Some("2017")));
        assert!(is_within(Some("2017-09"), Some("2017-09-30"), None), "September may be the 30th");
        assert!(!is_within(Some("2018-01-01"), None, Some("2017")));
        assert!(!is_within(Some("2016"), Some("2017"), None));
        assert!(!is_within(None, Some("2017"), None));
        assert!(is_within(None, None, None));
    }
}
