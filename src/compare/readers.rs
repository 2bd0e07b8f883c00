//! An article against its comments: what only the readers bring, what they leave out.
//!
//! In: an index, a source, what is counted. Out: [`Readers`]: what stands in the comments
//! and not in the article, and the other way round, most frequent first, with passages.
//! What both have but in different measure is `keyness` of the two kinds of blocks.

use serde::{Deserialize, Serialize};

use super::{
    keyness::FrequencyRow,
    tally::{Counted, Groups, items},
};
use crate::{
    index::{Index, table::int},
    query::Filter,
    sort::sort_by,
    source::BlockKind,
};

/// Passages of a row.
const PASSAGES: usize = 6;

/// What an article and its comments have alone.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Readers {
    /// The words of the article.
    pub article_words: u32,
    /// The words of its comments.
    pub comment_words: u32,
    /// How much both have.
    pub shared: u32,
    /// What only the comments have.
    pub brought: Vec<FrequencyRow>,
    /// How much that is in all.
    pub brought_total: u32,
    /// What only the article has.
    pub left_out: Vec<FrequencyRow>,
    /// How much that is in all.
    pub left_out_total: u32,
}

/// The article and the comments of a source, at most `most` rows of either.
#[must_use]
pub fn readers(index: Index<'_>, source: u32, of: Counted, most: u32) -> Readers {
    let id = index.sources.get(source).id();
    let article = Filter { ids: vec![id.to_owned()], ..Filter::default() };
    let comments = Filter { kinds: vec![BlockKind::Comment], ..article.clone() };
    let groups = Groups::new(index, &[&article, &comments]);
    let mut found = Readers::default();
    [found.article_words, found.comment_words] = groups.sizes();
    let mut alone: [Vec<_>; 2] = Default::default();
    for item in items(index, of) {
        match groups.count(&item).first().map(|(_, counts)| *counts) {
            Some([0, count]) => alone[1].push((count, item)),
            Some([count, 0]) => alone[0].push((count, item)),
            Some(_) => found.shared += 1,
            None => {}
        }
    }
    let mut group = 0;
    let [left_out, brought] = alone.map(|mut rows| {
        sort_by(&mut rows, |(a, one), (b, other)| {
            b.cmp(a).then_with(|| (&one.label, one.lang).cmp(&(&other.label, other.lang)))
        });
        let total = int(rows.len());
        rows.truncate(most as usize);
        let rows = rows.into_iter().map(|(count, item)| FrequencyRow {
            count,
            sources: 1,
            passages: groups.passages(&item, group, PASSAGES, PASSAGES),
            label: item.label,
            query: item.query,
            lang: item.lang,
        });
        let rows: Vec<FrequencyRow> = rows.collect();
        group += 1;
        (rows, total)
    });
    (found.left_out, found.left_out_total) = left_out;
    (found.brought, found.brought_total) = brought;
    found
}
