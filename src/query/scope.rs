//! Which sources and blocks a query looks in.
//!
//! In: an index, the reader's filter and the query's own fields. Out: a [`Scope`] that
//! admits sources, and hits by the kind of their block. Without a word about kinds, all
//! blocks but boilerplate are looked in.

use super::Filter;
use crate::{
    index::{Index, Source},
    source::BlockKind,
    span::Span,
};

/// The sources and blocks that are looked in.
pub struct Scope<'a> {
    index: Index<'a>,
    admitted: Vec<bool>,
    kinds: u16,
    /// By source: what its blocks of other kinds cover, worked out when first needed.
    closed: Vec<Option<Vec<Span>>>,
}

impl<'a> Scope<'a> {
    /// What `filters` admit together.
    #[must_use]
    pub fn new(index: Index<'a>, filters: &[&Filter]) -> Self {
        let admitted: Vec<bool> = index
            .sources
            .iter()
            .map(|source| filters.iter().all(|filter| filter.admits(source, None)))
            .collect();
        let kinds = filters.iter().fold(u16::MAX, |mask, filter| mask & mask_of(&filter.kinds));
        let asked = filters.iter().any(|filter| !filter.kinds.is_empty());
        let kinds = if asked { kinds } else { !bit(BlockKind::Boilerplate) };
        let closed = vec![None; admitted.len()];
        Self { index, admitted, kinds, closed }
    }

    /// Whether a source is looked in.
    #[must_use]
    pub fn admits(&self, source: u32) -> bool {
        self.admitted.get(source as usize).copied().unwrap_or(false)
    }

    /// Whether a block of that kind is looked in.
    #[must_use]
    pub fn admits_kind(&self, kind: BlockKind) -> bool {
        self.kinds & bit(kind) != 0
    }

    /// What of a source is not looked in: spans in order.
    pub fn closed(&mut self, source: u32) -> &[Span] {
        let Self { index, closed, kinds, .. } = self;
        let Some(known) = closed.get_mut(source as usize) else { return &[] };
        known.get_or_insert_with(|| {
            let blocks = index.sources.get(source).blocks();
            blocks
                .filter(|block| *kinds & bit(block.kind()) == 0)
                .map(|block| block.span())
                .collect()
        })
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
