//! The words that keep company with a term.
//!
//! In: what terms found, how many words on either side count, and a measure. Out: words
//! with how often they stand near a hit, how often anywhere they look, and how closely the
//! two keep together: logDice (what words of equal frequency prefer), log-likelihood (how
//! surprising that is) and log ratio (how many times as frequent as elsewhere), see
//! [`crate::index::statistics`]. Windows end with their block; a word near two hits counts
//! once; inflected forms count together; stop words are left out.

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use super::{Filter, Found, Hit, Scope};
use crate::{
    index::{Index, Part, Source, statistics, table::int},
    lang::Lang,
    sort::{sort_by, sort_by_key},
    source::BlockKind,
    span::Span,
    text,
};

/// What collocates are sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Measure {
    /// How closely they keep together.
    #[default]
    LogDice,
    /// How surprising it is.
    LogLikelihood,
    /// How many times as frequent as elsewhere, as a binary logarithm.
    LogRatio,
    /// How often.
    Count,
}

impl Measure {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::LogDice, Self::LogLikelihood, Self::LogRatio, Self::Count];

    /// Its name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::LogDice => "log-dice",
            Self::LogLikelihood => "log-likelihood",
            Self::LogRatio => "log-ratio",
            Self::Count => "count",
        }
    }

    /// The measure of that name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.name() == name)
    }
}

/// The company of some terms.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Collocates {
    /// The hits whose company it is.
    pub hits: u32,
    /// The words near them, stop words included.
    pub near: u32,
    /// The words that are looked at, in all.
    pub words: u32,
    /// How many collocates there are in all.
    pub total: u32,
    /// The best of them.
    pub rows: Vec<Collocate>,
}

/// A word that stands near hits.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Collocate {
    /// Its most frequent form.
    pub word: String,
    /// Its language.
    pub lang: Lang,
    /// How often it stands near a hit.
    pub near: u32,
    /// How often on the left of it; the rest is on the right.
    pub left: u32,
    /// How often in all.
    pub count: u32,
    /// Rychlý's logDice.
    pub log_dice: f64,
    /// Dunning's log-likelihood; below 0 where they avoid one another.
    pub log_likelihood: f64,
    /// Hardie's log ratio.
    pub log_ratio: f64,
}

/// The company of the hits within `window` words, at most `most` rows of at least `least`
/// meetings.
#[must_use]
pub fn collocates(
    index: Index<'_>,
    found: &[Found],
    filter: &Filter,
    window: u32,
    least: u32,
    measure: Measure,
    most: u32,
) -> Collocates {
    let mut hits: Vec<Hit> = found.iter().flat_map(|found| found.hits.iter().copied()).collect();
    sort_by_key(&mut hits, |hit| (hit.source, hit.span));
    hits.dedup_by_key(|hit| (hit.source, hit.span));
    let mut counter = Counter {
        index,
        scope: Scope::new(index, &[filter]),
        parts: index.vocabulary.parts().collect(),
        known: FxHashMap::default(),
        company: FxHashMap::default(),
        near: 0,
    };
    for own in hits.chunk_by(|a, b| a.source == b.source) {
        counter.source(index.sources.get(own[0].source), own, window as usize);
    }
    let Counter { mut scope, company, near, .. } = counter;
    let words: u32 = index
        .sources
        .iter()
        .filter(|source| scope.admits(source.number()))
        .map(|source| source.words())
        .sum();
    let node = int(hits.len());
    let mut rows = Vec::new();
    for (lexeme, Met { near: both, left }) in company {
        if both < least {
            continue;
        }
        let forms = index.vocabulary.forms_of_key(lexeme);
        let (mut count, mut best) = (0, (0, u32::MAX));
        for form in forms.iter() {
            let mut own = 0;
            scope.places(index.vocabulary.list(form), |_, _| own += 1);
            count += own;
            best = best.max((own, u32::MAX - form));
        }
        let (count, form) = (count.max(both), u32::MAX - best.1);
        let elsewhere = words.saturating_sub(near);
        let beside = count - both;
        let likelihood = statistics::association([
            both,
            near.saturating_sub(both),
            beside,
            elsewhere.saturating_sub(beside),
        ]);
        let log_ratio = statistics::log_ratio([both, beside], [near, elsewhere]);
        rows.push(Collocate {
            word: index.vocabulary.shown(form),
            lang: index.vocabulary.lang(form),
            near: both,
            left,
            count,
            log_dice: statistics::log_dice(both, node, count),
            log_likelihood: if log_ratio < 0.0 { -likelihood } else { likelihood },
            log_ratio,
        });
    }
    let value = |row: &Collocate| match measure {
        Measure::LogDice => row.log_dice,
        Measure::LogLikelihood => row.log_likelihood,
        Measure::LogRatio => row.log_ratio,
        Measure::Count => f64::from(row.near),
    };
    sort_by(&mut rows, |a, b| {
        let others = || (b.near, &a.word, a.lang).cmp(&(a.near, &b.word, b.lang));
        value(b).total_cmp(&value(a)).then_with(others)
    });
    let total = int(rows.len());
    rows.truncate(most as usize);
    Collocates { hits: node, near, words, total, rows }
}

#[derive(Clone, Copy, Default)]
struct Met {
    near: u32,
    left: u32,
}

struct Counter<'a> {
    index: Index<'a>,
    scope: Scope<'a>,
    parts: Vec<Part<'a>>,
    /// The lexemes of spellings met, by language; none for stop words.
    known: FxHashMap<(Lang, String), Option<u32>>,
    company: FxHashMap<u32, Met>,
    near: u32,
}

impl<'a> Counter<'a> {
    /// Counts the company of the hits of one source, block by block.
    fn source(&mut self, source: Source<'a>, hits: &[Hit], window: usize) {
        let mut rest = hits;
        for block in source.blocks() {
            let own = rest.partition_point(|hit| hit.span.start < block.span().end);
            let (here, after) = rest.split_at(own);
            rest = after;
            if here.is_empty() {
                continue;
            }
            let looked_at =
                self.scope.admits_kind(block.kind()) || block.kind() == BlockKind::Boilerplate;
            if !looked_at {
                continue;
            }
            let body = Span::new(block.body().min(here[0].span.start), block.span().end);
            let words: Vec<_> = text::words(source.text(), body, block.lang()).collect();
            // For each word: whether it is (part of) a hit, left or right of one.
            let mut sides = vec![Side::Far; words.len()];
            for hit in here {
                let first = words.partition_point(|word| word.span.end <= hit.span.start);
                let last = words.partition_point(|word| word.span.start < hit.span.end);
                for side in &mut sides[first.saturating_sub(window)..first] {
                    *side = side.or(Side::Left);
                }
                for side in &mut sides[last..(last + window).min(words.len())] {
                    *side = side.or(Side::Right);
                }
                sides[first..last].fill(Side::Hit);
            }
            for (word, side) in words.iter().zip(sides) {
                if !matches!(side, Side::Left | Side::Right) {
                    continue;
                }
                self.near += 1;
                if let Some(lexeme) = self.lexeme(&word.letters(source.text()), block.lang()) {
                    let met = self.company.entry(lexeme).or_default();
                    met.near += 1;
                    met.left += u32::from(side == Side::Left);
                }
            }
        }
    }

    fn lexeme(&mut self, letters: &str, lang: Lang) -> Option<u32> {
        let lower = text::lower(letters);
        let is_stop = lang.rules().is_some_and(|rules| rules.stop_words.contains(&lower.as_str()));
        let Self { index, parts, known, .. } = self;
        let vocabulary = index.vocabulary;
        *known.entry((lang, lower)).or_insert_with_key(|(lang, lower)| {
            let part = parts.iter().find(|part| part.lang == *lang).filter(|_| !is_stop)?;
            let mut forms = vocabulary.forms_of_fold(*part, &text::fold(lower, *lang));
            let form = forms.find(|form| vocabulary.lower(*form) == lower)?;
            // Of its keys the most frequent, so that the forms of a lexeme come together.
            let hits = |key: u32| -> u64 {
                let forms = vocabulary.forms_of_key(key).iter();
                forms.map(|form| u64::from(vocabulary.list(form).hits())).sum()
            };
            vocabulary.keys_of_form(form).iter().max_by_key(|&key| (hits(key), u32::MAX - key))
        })
    }
}

/// Where a word stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Far,
    Left,
    Right,
    Hit,
}

impl Side {
    /// What is said first stays: the nearer hit was met first on the right, a hit is a hit.
    fn or(self, other: Self) -> Self {
        if self == Self::Far { other } else { self }
    }
}
