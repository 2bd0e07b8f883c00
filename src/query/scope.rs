//! Which sources and blocks a query looks in.
//!
//! In: an index, the reader's filter and the query's own fields. Out: a [`Scope`] that
//! admits sources, and hits by the kind of their block. Without a word about kinds, all
//! blocks but boilerplate are looked in.

use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::{Filter, Gate};
use crate::{
    index::{Index, List},
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
            let gates: Vec<Gate<'_>> =
                narrowing.iter().map(|filter| Gate::new(index, filter)).collect();
            let admits = |source| gates.iter().all(|gate| gate.admits(source, None));
            index.sources.iter().map(admits).collect()
        });
        let kinds = filters.iter().fold(u16::MAX, |mask, filter| mask & mask_of(&filter.kinds));
        let asked = filters.iter().any(|filter| !filter.kinds.is_empty());
        let kinds = if asked { kinds } else { !bit(BlockKind::Boilerplate) };
        Self { index, admitted, kinds, closed: FxHashMap::default() }
    }

    /// All sources, in the kinds of blocks that `filter` looks in.
    #[must_use]
    pub fn of_kinds(index: Index<'a>, filter: &Filter) -> Self {
        Self::new(index, &[&Filter { kinds: filter.kinds.clone(), ..Filter::default() }])
    }

    /// Whether a source is there, and looked in.
    #[must_use]
    pub fn admits(&self, source: u32) -> bool {
        match &self.admitted {
            Some(admitted) => admitted.get(source as usize).copied().unwrap_or(false),
            None => source < self.index.sources.len(),
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
