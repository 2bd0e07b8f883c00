//! Counting: how often a word, name or concept occurs in each group of sources.
//!
//! In: an index and one or two groups, each a [`Filter`]. Out: what can be counted
//! ([`Item`]s), and counts by source and group, straight from the postings. A group that
//! names no kinds of blocks is counted in main text only. Invariant: the places listed are
//! the hits counted. What is made of the counts is for the files that compare.

use serde::{Deserialize, Serialize};

use super::Passage;
use crate::{
    index::{Index, Vocabulary, namesakes::Namesakes, table::int},
    lang::Lang,
    query::{Filter, Gate},
    sort::sort,
    source::BlockKind,
    span::Span,
};

/// What is counted.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum Counted {
    /// Words, all forms of a lexeme together, without stop words and figures.
    Words,
    /// Persons, places and bodies.
    Names,
    /// Subjects.
    #[default]
    Concepts,
}

impl Counted {
    /// All of them, in their order.
    pub const ALL: [Self; 3] = [Self::Words, Self::Names, Self::Concepts];

    /// Its name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Words => "words",
            Self::Names => "names",
            Self::Concepts => "concepts",
        }
    }

    /// The one of that name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.name() == name)
    }
}

/// Something that can be counted: forms that belong together.
pub(super) struct Item {
    /// What it is called; a word as its most frequent form.
    pub label: String,
    /// A query that finds it.
    pub query: String,
    /// The language, of words.
    pub lang: Option<Lang>,
    /// Its forms, by number.
    pub forms: Vec<u32>,
    /// Which of their places count, for a person whose surname others have too.
    pub whose: Option<Namesakes>,
}

impl Item {
    fn counts(&self, source: u32, span: Span) -> bool {
        self.whose.as_ref().is_none_or(|whose| whose.is_own(source, span.start))
    }
}

/// Everything of that kind in the collection, in a stable order.
pub(super) fn items(index: Index<'_>, of: Counted) -> Vec<Item> {
    match of {
        Counted::Words => words(index.vocabulary),
        Counted::Names => {
            let names = (0..index.names.len()).map(|name| {
                let (label, query) = called(index, name);
                let forms = index.names.forms(name).iter().collect();
                Item { whose: Namesakes::new(index, name), ..item(label, &query, forms) }
            });
            names.collect()
        }
        Counted::Concepts => concepts(index),
    }
}

/// What a name is called, and a query that finds it: a whole name is found by the word that
/// stands for it, where that is nobody else's.
pub(super) fn called(index: Index<'_>, name: u32) -> (&str, String) {
    let label = index.names.label(name);
    let query = if !label.contains(' ') {
        label.to_owned()
    } else if index.given.get(name as usize).is_empty() {
        let forms: Vec<u32> = index.names.forms(name).iter().collect();
        most_frequent(index.vocabulary, &forms)
    } else {
        format!("name:\"{label}\"")
    };
    (label, query)
}

fn item(label: &str, query: &str, forms: Vec<u32>) -> Item {
    Item { label: label.to_owned(), query: query.to_owned(), lang: None, forms, whose: None }
}

/// The concepts that are not names.
fn concepts(index: Index<'_>) -> Vec<Item> {
    let is_name = |concept| {
        index.concepts.forms(concept).iter().all(|form| index.names.of(form).next().is_some())
    };
    let own = (0..index.concepts.len()).filter(|&concept| !is_name(concept));
    own.map(|concept| {
        let forms: Vec<u32> = index.concepts.forms(concept).iter().collect();
        let shown = most_frequent(index.vocabulary, &forms);
        let label = index.concepts.label(concept);
        item(label, &shown, forms)
    })
    .collect()
}

fn most_frequent(vocabulary: Vocabulary<'_>, forms: &[u32]) -> String {
    let best = forms.iter().copied().max_by_key(|&form| {
        (vocabulary.list(form).hits(), std::cmp::Reverse((vocabulary.lower(form), form)))
    });
    best.map(|form| vocabulary.shown(form)).unwrap_or_default()
}

/// The lexemes: each form goes to the most frequent of its keys, so none is counted twice.
fn words(vocabulary: Vocabulary<'_>) -> Vec<Item> {
    let all = int(vocabulary.key_forms.len());
    let keys = |form| vocabulary.keys_of_form(form).iter().filter(move |key| *key < all);
    let mut weight: Vec<u32> = vec![0; all as usize];
    let parts: Vec<(u32, Lang)> = vocabulary.starts();
    let mut keyed: Vec<(u32, u32)> = Vec::new();
    let forms = int(vocabulary.len());
    for form in 0..forms {
        for key in keys(form) {
            let weight = &mut weight[key as usize];
            *weight = weight.saturating_add(vocabulary.list(form).hits());
        }
    }
    let mut lang = Lang::UND;
    let mut next = parts.iter().peekable();
    let mut langs = Vec::new();
    for form in 0..forms {
        while let Some(&&(first, own)) = next.peek() {
            if first > form {
                break;
            }
            lang = own;
            next.next();
        }
        langs.push(lang);
        if !counts(vocabulary.lower(form), lang) {
            continue;
        }
        let best = keys(form).max_by_key(|&key| (weight[key as usize], std::cmp::Reverse(key)));
        keyed.extend(best.map(|key| (key, form)));
    }
    sort(&mut keyed);
    keyed
        .chunk_by(|a, b| a.0 == b.0)
        .map(|same| {
            let forms: Vec<u32> = same.iter().map(|pair| pair.1).collect();
            let label = most_frequent(vocabulary, &forms);
            let lang = Some(langs[forms[0] as usize]);
            Item { query: label.clone(), label, lang, forms, whose: None }
        })
        .collect()
}

/// Whether a word is worth counting: no stop word, no figure, no single letter.
fn counts(lower: &str, lang: Lang) -> bool {
    let stop = lang
        .rules()
        .is_some_and(|rules| rules.stop_words.contains(&crate::text::fold(lower, lang).as_str()));
    !stop && lower.chars().nth(1).is_some() && !lower.chars().any(|c| c.is_ascii_digit())
}

/// How often something occurs in a source, for each group.
pub(super) type Count = (u32, [u32; 2]);

/// The blocks of the collection, by group.
pub(super) struct Groups<'a> {
    index: Index<'a>,
    /// By source: where each block ends, and a bit for each group that it belongs to.
    blocks: Vec<Vec<(u32, u8)>>,
    /// By source: its words in each group.
    sizes: Vec<[u32; 2]>,
}

impl<'a> Groups<'a> {
    /// The groups that the filters (two at most) choose.
    pub(super) fn new(index: Index<'a>, filters: &[&Filter]) -> Self {
        let mut blocks = Vec::new();
        let gates: Vec<Gate<'_>> = filters.iter().map(|filter| Gate::new(index, filter)).collect();
        for source in index.sources.iter() {
            let bits: Vec<(u8, &Filter)> = (0..2)
                .zip(filters.iter().zip(&gates))
                .filter(|(_, (_, gate))| gate.admits(source, None))
                .map(|(at, (filter, _))| (1 << at, *filter))
                .collect();
            let mask = |kind| {
                let own = bits.iter().filter(|(_, filter)| admits(filter, kind));
                own.fold(0, |mask, (bit, _)| mask | bit)
            };
            let ends = source.blocks().map(|block| (block.span().end, mask(block.kind())));
            blocks.push(if bits.is_empty() { Vec::new() } else { ends.collect() });
        }
        let sizes = vec![[0; 2]; blocks.len()];
        let mut groups = Self { index, blocks, sizes };
        let mut sizes = std::mem::take(&mut groups.sizes);
        for form in 0..int(index.vocabulary.len()) {
            groups.each(form, |source, _, bits| add(&mut sizes[source as usize], bits));
        }
        groups.sizes = sizes;
        groups
    }

    /// The words of a source, by group.
    pub(super) fn size(&self, source: u32) -> [u32; 2] {
        self.sizes.get(source as usize).copied().unwrap_or_default()
    }

    /// The words of each group.
    pub(super) fn sizes(&self) -> [u32; 2] {
        self.sizes.iter().fold([0; 2], |sum, own| [sum[0] + own[0], sum[1] + own[1]])
    }

    /// The sources with words in a group, by number.
    pub(super) fn sources(&self, group: usize) -> impl Iterator<Item = u32> + '_ {
        (0..).zip(&self.sizes).filter(move |(_, size)| size[group] > 0).map(|(source, _)| source)
    }

    /// How often the forms occur in each source that has them, sources rising.
    pub(super) fn count(&self, item: &Item) -> Vec<Count> {
        let mut found: Vec<Count> = Vec::new();
        for &form in &item.forms {
            self.each(form, |source, span, bits| {
                if !item.counts(source, span) {
                    return;
                }
                match found.last_mut() {
                    Some((last, counts)) if *last == source => add(counts, bits),
                    _ => {
                        let mut counts = [0; 2];
                        add(&mut counts, bits);
                        found.push((source, counts));
                    }
                };
            });
        }
        found.sort_unstable();
        found.dedup_by(|next, kept| {
            let same = next.0 == kept.0;
            if same {
                kept.1[0] += next.1[0];
                kept.1[1] += next.1[1];
            }
            same
        });
        found
    }

    /// The passages that the forms stand in within a group: at most `of_source` of a source
    /// and `all` together, in the order of the collection.
    pub(super) fn passages(
        &self,
        item: &Item,
        group: usize,
        of_source: usize,
        all: usize,
    ) -> Vec<Passage> {
        let mut places: Vec<(u32, Span)> = Vec::new();
        for &form in &item.forms {
            self.each(form, |source, span, bits| {
                if bits & 1 << group != 0 && item.counts(source, span) {
                    places.push((source, span));
                }
            });
        }
        sort(&mut places);
        let mut found = Vec::new();
        for own in places.chunk_by(|a, b| a.0 == b.0) {
            if found.len() >= all {
                break;
            }
            let source = self.index.sources.get(own[0].0);
            let passages = source.passages();
            let mut last = None;
            let mut taken = 0;
            for &(_, span) in own {
                let at = passages.partition_point(|passage| passage.end <= span.start);
                if last == Some(at) || taken == of_source || found.len() >= all {
                    continue;
                }
                last = Some(at);
                taken += 1;
                let span = passages.get(at).copied().unwrap_or(span);
                found.push(Passage { source: source.id().to_owned(), span });
            }
        }
        found
    }

    /// Visits the occurrences of a form that lie in a group: source, bytes, groups.
    fn each(&self, form: u32, mut visit: impl FnMut(u32, Span, u8)) {
        let (mut at, mut last) = (0, None);
        for place in self.index.vocabulary.list(form) {
            let Some(blocks) = self.blocks.get(place.source as usize) else { break };
            if last != Some(place.source) {
                (at, last) = (0, Some(place.source));
            }
            while blocks.get(at).is_some_and(|block| block.0 <= place.start) {
                at += 1;
            }
            let Some(&(_, bits)) = blocks.get(at) else { continue };
            if bits != 0 {
                visit(place.source, Span::new(place.start, place.end), bits);
            }
        }
    }
}

fn admits(filter: &Filter, kind: BlockKind) -> bool {
    if filter.kinds.is_empty() { kind.is_main() } else { filter.kinds.contains(&kind) }
}

fn add(counts: &mut [u32; 2], bits: u8) {
    counts[0] += u32::from(bits & 1);
    counts[1] += u32::from(bits >> 1 & 1);
}
