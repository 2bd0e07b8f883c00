//! Which sources answer best.
//!
//! In: what terms found. Out: the sources with hits, best first. The score is BM25F
//! (S. Robertson, H. Zaragoza, *The Probabilistic Relevance Framework: BM25 and Beyond*,
//! 2009): a hit in the headline weighs more than one in the text, one in a comment less; the
//! first hits of a word count more than later ones, hits in a short text more than in a long
//! one, rare words more than common ones. Equal scores stand by date, latest first, then by id.

use serde::{Deserialize, Serialize};

use super::{Found, Hit};
use crate::{
    index::{Index, Source},
    sort::sort_by,
    source::BlockKind,
};

/// A source and how well it answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Ranked {
    /// The source's id.
    pub id: String,
    /// Its score, above 0; it can be compared within one answer only.
    pub score: f64,
    /// Its hits of all terms.
    pub hits: u32,
}

/// Headline, lead, text, comments: what a hit in each weighs.
const WEIGHTS: [f64; 4] = [3.0, 2.0, 1.0, 0.5];
/// How soon more hits of the same word add nothing.
const K1: f64 = 1.2;
/// How much the length of a part counts.
const B: f64 = 0.75;

fn field(kind: BlockKind) -> usize {
    match kind {
        BlockKind::Headline => 0,
        BlockKind::Lead => 1,
        BlockKind::Comment | BlockKind::Boilerplate => 3,
        _ => 2,
    }
}

/// The sources with hits of any term, best first.
#[must_use]
pub fn rank(index: Index<'_>, found: &[Found]) -> Vec<Ranked> {
    let all = f64::from(index.sources.len());
    let mean = mean_lengths(index);
    // For each word of each query: in how many sources it has a hit.
    let mut words: Vec<Word<'_>> = found.iter().flat_map(words_of).collect();
    for word in &mut words {
        let with = word.by_source().count() as f64;
        word.weight = libm::log(1.0 + (all - with + 0.5) / (with + 0.5));
    }
    let mut sources: Vec<u32> =
        words.iter().flat_map(|word| word.by_source().map(|hits| hits[0].source)).collect();
    sources.sort_unstable();
    sources.dedup();
    let mut ranked: Vec<(Ranked, Source<'_>)> = Vec::with_capacity(sources.len());
    for number in sources {
        let source = index.sources.get(number);
        let own = lengths(source);
        let (mut score, mut hits) = (0.0, 0);
        for word in &mut words {
            let mut weight = 0.0;
            for hit in word.take(number) {
                let at = source.block_at(hit.span.start).map_or(2, |block| field(block.kind()));
                let long = if mean[at] > 0.0 { own[at] / mean[at] } else { 1.0 };
                weight += WEIGHTS[at] / (1.0 - B + B * long);
                hits += 1;
            }
            score += word.weight * weight / (K1 + weight);
        }
        ranked.push((Ranked { id: source.id().to_owned(), score, hits }, source));
    }
    sort_by(&mut ranked, |(a, a_source), (b, b_source)| {
        let dates = || b_source.date().cmp(&a_source.date());
        b.score.total_cmp(&a.score).then_with(dates).then_with(|| a.id.cmp(&b.id))
    });
    ranked.into_iter().map(|(ranked, _)| ranked).collect()
}

/// The hits of one word of a query, in order, and how far they are counted.
struct Word<'f> {
    hits: Vec<&'f Hit>,
    at: usize,
    weight: f64,
}

impl<'f> Word<'f> {
    fn by_source(&self) -> impl Iterator<Item = &[&'f Hit]> {
        self.hits.chunk_by(|a, b| a.source == b.source)
    }

    /// The hits in a source; sources rise from call to call.
    fn take(&mut self, source: u32) -> &[&'f Hit] {
        let from = self.at;
        while self.hits.get(self.at).is_some_and(|hit| hit.source <= source) {
            self.at += 1;
        }
        &self.hits[from..self.at]
    }
}

fn words_of(found: &Found) -> Vec<Word<'_>> {
    let count = found.parts.iter().max().map_or(0, |last| *last as usize + 1);
    let mut words: Vec<Word<'_>> =
        (0..count).map(|_| Word { hits: Vec::new(), at: 0, weight: 0.0 }).collect();
    for hit in &found.hits {
        words[found.parts[hit.form as usize] as usize].hits.push(hit);
    }
    words
}

/// How many words each field of a source has, told from its bytes.
fn lengths(source: Source<'_>) -> [f64; 4] {
    let mut bytes = [0.0; 4];
    let mut counted = 0.0;
    for block in source.blocks() {
        let own = f64::from(block.span().len());
        bytes[field(block.kind())] += own;
        if block.kind() != BlockKind::Boilerplate {
            counted += own;
        }
    }
    let words_a_byte = f64::from(source.words()) / f64::max(counted, 1.0);
    bytes.map(|bytes| bytes * words_a_byte)
}

/// The mean length of each field among the sources that have it.
fn mean_lengths(index: Index<'_>) -> [f64; 4] {
    let (mut sums, mut with) = ([0.0; 4], [0.0; 4]);
    for source in index.sources.iter() {
        for (at, own) in lengths(source).into_iter().enumerate() {
            sums[at] += own;
            with[at] += f64::from(u8::from(own > 0.0));
        }
    }
    std::array::from_fn(|at| if with[at] > 0.0 { sums[at] / with[at] } else { 0.0 })
}
