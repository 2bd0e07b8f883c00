//! How a concordance is sorted and grouped.
//!
//! In: hits. Out: them in another order, and the groups with their counts. Sorting compares
//! up to three of the words around a hit, folded, those missing first; groups stand in the
//! collection's order where they are sources, else by their number of hits. What remains
//! equal stays in the order of the text.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Found, Hit};
use crate::{
    index::Index,
    sort::{sort_by, sort_by_key},
    span::Span,
    text,
};

/// A word near a hit, to sort by: how far on which side.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Neighbour {
    /// So many words before the hit, 1 to 3.
    Left(u8),
    /// So many words after it, 1 to 3.
    Right(u8),
    /// The hit itself.
    Hit,
}

impl Neighbour {
    /// All of them, as they stand in a line.
    pub const ALL: [Self; 7] = [
        Self::Left(3),
        Self::Left(2),
        Self::Left(1),
        Self::Hit,
        Self::Right(1),
        Self::Right(2),
        Self::Right(3),
    ];

    /// Its name: `1L`, `2R`, `hit`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Left(1) => "1L",
            Self::Left(2) => "2L",
            Self::Left(_) => "3L",
            Self::Right(1) => "1R",
            Self::Right(2) => "2R",
            Self::Right(_) => "3R",
            Self::Hit => "hit",
        }
    }

    /// The neighbour of that name, in capitals or not.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.name().eq_ignore_ascii_case(name))
    }
}

/// What hits are grouped by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum GroupBy {
    /// The source they stand in.
    Source,
    /// Who published that.
    Outlet,
    /// The language of the block.
    Lang,
    /// The form that matched.
    Form,
}

impl GroupBy {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Source, Self::Outlet, Self::Lang, Self::Form];

    /// Its name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Outlet => "outlet",
            Self::Lang => "lang",
            Self::Form => "form",
        }
    }

    /// The one of that name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.name() == name)
    }
}

/// How a concordance is ordered; as the texts go unless something is said.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct HitOrder {
    /// What lines are sorted by, first level first.
    pub sort: Vec<Neighbour>,
    /// What they are grouped by.
    pub group: Option<GroupBy>,
}

/// A stretch of a concordance.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct HitsAnswer {
    /// How many lines there are in all.
    pub total: u32,
    /// The groups they fall into, in order; none where nothing is grouped.
    pub groups: Vec<HitGroup>,
    /// The lines asked for.
    pub lines: Vec<super::HitLine>,
}

/// Lines that belong together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HitGroup {
    /// The id, outlet, code or form; empty where the outlet is not known.
    pub label: String,
    /// How many lines.
    pub count: u32,
    /// Its first line, from 0.
    pub from: u32,
}

/// Puts hits, which stand as the texts go, in order. Each comes with its term.
pub(super) fn put_in_order(
    index: Index<'_>,
    found: &[Found],
    order: &HitOrder,
    hits: Vec<(Hit, u32)>,
) -> (Vec<(Hit, u32)>, Vec<HitGroup>) {
    let mut rows: Vec<(u32, String, (Hit, u32))> =
        hits.into_iter().map(|hit| (0, String::new(), hit)).collect();
    let mut groups = Vec::new();
    if let Some(by) = order.group {
        let labels: Vec<String> = rows.iter().map(|row| label(index, found, by, row.2)).collect();
        groups = ranked(&labels, by);
        let places: BTreeMap<&str, u32> =
            (0..).zip(&groups).map(|(at, group)| (group.label.as_str(), at)).collect();
        for (row, label) in rows.iter_mut().zip(&labels) {
            row.0 = places.get(label.as_str()).copied().unwrap_or_default();
        }
    }
    if !order.sort.is_empty() {
        for row in &mut rows {
            row.1 = key(index, row.2.0, &order.sort);
        }
    }
    sort_by(&mut rows, |a, b| (a.0, &a.1).cmp(&(b.0, &b.1)));
    (rows.into_iter().map(|row| row.2).collect(), groups)
}

fn label(index: Index<'_>, found: &[Found], by: GroupBy, (hit, term): (Hit, u32)) -> String {
    let source = index.sources.get(hit.source);
    match by {
        GroupBy::Source => source.id().to_owned(),
        GroupBy::Outlet => source.outlet().unwrap_or_default().to_owned(),
        GroupBy::Lang => source
            .block_at(hit.span.start)
            .map_or_else(|| source.lang(), |block| block.lang())
            .to_string(),
        GroupBy::Form => {
            let forms = found.get(term as usize).map(|found| &found.forms);
            let form = forms.and_then(|forms| forms.get(hit.form as usize));
            form.map(|form| form.form.clone()).unwrap_or_default()
        }
    }
}

fn ranked(labels: &[String], by: GroupBy) -> Vec<HitGroup> {
    let mut groups: BTreeMap<&str, (u32, u32)> = BTreeMap::new();
    for (at, label) in (0..).zip(labels) {
        groups.entry(label).or_insert((0, at)).0 += 1;
    }
    let mut groups: Vec<(&str, (u32, u32))> = groups.into_iter().collect();
    match by {
        GroupBy::Source => sort_by_key(&mut groups, |(_, (_, first))| *first),
        _ => sort_by_key(&mut groups, |(_, (count, _))| std::cmp::Reverse(*count)),
    }
    let mut from = 0;
    let groups = groups.into_iter().map(|(label, (count, _))| {
        from += count;
        HitGroup { label: label.to_owned(), count, from: from - count }
    });
    groups.collect()
}

/// How many bytes beside a hit are looked at for three words.
const NEAR: u32 = 200;

/// The words to sort a hit by, folded, one after the other.
fn key(index: Index<'_>, hit: Hit, by: &[Neighbour]) -> String {
    let source = index.sources.get(hit.source);
    let Some(block) = source.block_at(hit.span.start) else { return String::new() };
    let lang = block.lang();
    let from = if block.body() <= hit.span.start { block.body() } else { block.span().start };
    let fold = |word: &str| text::fold(&text::lower(word), lang);
    let words = |within: Span| -> Vec<String> {
        let within = source.slice(within);
        let own = text::words(within, Span::of(0, within.len()), lang);
        own.map(|word| fold(&word.letters(within))).collect()
    };
    let mut key = String::new();
    let (mut left, mut right) = (None, None);
    for neighbour in by {
        let word = match neighbour {
            Neighbour::Hit => Some(fold(source.slice(hit.span))),
            Neighbour::Left(n) => {
                let left = left.get_or_insert_with(|| {
                    let start = from.max(hit.span.start.saturating_sub(NEAR));
                    let mut words = words(Span::new(source.boundary(start), hit.span.start));
                    words.reverse();
                    words
                });
                left.get(usize::from(*n).saturating_sub(1)).cloned()
            }
            Neighbour::Right(n) => {
                let right = right.get_or_insert_with(|| {
                    let end = block.span().end.min(hit.span.end.saturating_add(NEAR));
                    words(Span::new(hit.span.end, source.boundary(end)))
                });
                right.get(usize::from(*n).saturating_sub(1)).cloned()
            }
        };
        key.push_str(&word.unwrap_or_default());
        key.push('\0');
    }
    key
}
