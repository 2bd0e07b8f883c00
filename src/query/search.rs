//! What a term finds: hits, in order, each with the form that matched.
//!
//! In: an index, a term and a filter. Out: [`Found`]. A phrase is one hit, over all its
//! words; a word that two parts of a query find is one hit. Words between AND must occur
//! in one source, not in one passage.

use std::collections::{BTreeMap, BTreeSet};

use super::{Filter, FormCount, FormId, Leaf, Node, Query, Scope, Term, Why, expand, parse};
use crate::{
    index::{Index, Occurrence},
    lang::Lang,
    span::Span,
};

/// One hit of a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hit {
    /// The source's number.
    pub source: u32,
    /// Its bytes in the source's text.
    pub span: Span,
    /// Which form: a place in [`Found::forms`].
    pub form: u32,
}

/// What a term found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The hits, by source and place.
    pub hits: Vec<Hit>,
    /// Every form that the term covers where it looked, with counts; switched-off ones too.
    pub forms: Vec<FormCount>,
    /// What of the query was not understood.
    pub notes: Vec<String>,
}

impl Found {
    /// The hits of one source.
    #[must_use]
    pub fn in_source(&self, source: u32) -> &[Hit] {
        let from = self.hits.partition_point(|hit| hit.source < source);
        let len = self.hits[from..].partition_point(|hit| hit.source == source);
        &self.hits[from..from + len]
    }
}

/// Searches for one term.
#[must_use]
pub fn search(index: Index<'_>, term: &Term, filter: &Filter) -> Found {
    let Query { root, filter: own, notes } = parse(&term.query);
    let mut searcher = Searcher {
        index,
        scope: Scope::new(index, &[filter, &own]),
        without: term.without.iter().collect(),
        forms: Vec::new(),
        numbers: BTreeMap::new(),
    };
    let Outcome { mut on, mut off } = root.map(|root| searcher.node(&root)).unwrap_or_default();
    // The same bytes found twice are one hit, of the form met first.
    on.sort_unstable();
    on.dedup_by_key(|hit| (hit.source, hit.span));
    off.sort_unstable();
    off.dedup_by_key(|hit| (hit.source, hit.span));
    off.retain(|hit| {
        on.binary_search_by_key(&(hit.source, hit.span), |on| (on.source, on.span)).is_err()
    });
    for hit in on.iter().chain(&off) {
        searcher.forms[hit.form as usize].count += 1;
    }
    let (forms, hits) = order(&searcher.forms, on);
    Found { hits, forms, notes }
}

/// Puts the forms that occur in order (reason, language, count, letters), and renumbers.
fn order(forms: &[FormCount], mut hits: Vec<Hit>) -> (Vec<FormCount>, Vec<Hit>) {
    let mut order: Vec<usize> = (0..forms.len()).filter(|&at| forms[at].count > 0).collect();
    order.sort_by(|&a, &b| {
        let (a, b) = (&forms[a], &forms[b]);
        (a.lang, a.reason, b.count, &a.form).cmp(&(b.lang, b.reason, a.count, &b.form))
    });
    let mut places = vec![0; forms.len()];
    for (place, &at) in order.iter().enumerate() {
        places[at] = crate::index::table::int(place);
    }
    for hit in &mut hits {
        hit.form = places[hit.form as usize];
    }
    (order.into_iter().map(|at| forms[at].clone()).collect(), hits)
}

/// Hits that count, and hits of forms switched off.
#[derive(Default)]
struct Outcome {
    on: Vec<Hit>,
    off: Vec<Hit>,
}

impl Outcome {
    fn sources(&self) -> BTreeSet<u32> {
        let mut sources: Vec<u32> = self.on.iter().map(|hit| hit.source).collect();
        sources.dedup();
        sources.into_iter().collect()
    }

    fn keep(&mut self, wanted: impl Fn(u32) -> bool) {
        self.on.retain(|hit| wanted(hit.source));
        self.off.retain(|hit| wanted(hit.source));
    }

    fn append(&mut self, mut other: Self) {
        self.on.append(&mut other.on);
        self.off.append(&mut other.off);
    }
}

struct Searcher<'a, 't> {
    index: Index<'a>,
    scope: Scope<'a>,
    without: BTreeSet<&'t FormId>,
    forms: Vec<FormCount>,
    numbers: BTreeMap<(Lang, String), u32>,
}

impl Searcher<'_, '_> {
    fn node(&mut self, node: &Node) -> Outcome {
        match node {
            Node::Word(leaf) => self.word(leaf),
            Node::Phrase(leaves) => self.phrase(leaves),
            Node::Any(nodes) => {
                let mut all = Outcome::default();
                nodes.iter().for_each(|node| all.append(self.node(node)));
                all
            }
            Node::All(nodes) => self.all(nodes),
            Node::Not(_) => Outcome::default(),
        }
    }

    fn all(&mut self, nodes: &[Node]) -> Outcome {
        let mut wanted: Option<BTreeSet<u32>> = None;
        let (mut unwanted, mut all) = (BTreeSet::new(), Outcome::default());
        for node in nodes {
            if let Node::Not(inner) = node {
                unwanted.extend(self.node(inner).sources());
                continue;
            }
            let outcome = self.node(node);
            let own = outcome.sources();
            wanted = Some(match wanted {
                Some(wanted) => wanted.intersection(&own).copied().collect(),
                None => own,
            });
            all.append(outcome);
        }
        let wanted = wanted.unwrap_or_default();
        all.keep(|source| wanted.contains(&source) && !unwanted.contains(&source));
        all
    }

    fn word(&mut self, leaf: &Leaf) -> Outcome {
        let mut outcome = Outcome::default();
        for (form, (why, via)) in expand::expand(self.index, leaf) {
            let (lang, shown) =
                (self.index.vocabulary.lang(form), self.index.vocabulary.shown(form));
            let places = self.places(form);
            if places.is_empty() {
                continue;
            }
            let (number, off) = self.form(lang, shown, why, via);
            let hits = if off { &mut outcome.off } else { &mut outcome.on };
            hits.extend(places.into_iter().map(|place| Hit {
                source: place.source,
                span: Span::new(place.start, place.end),
                form: number,
            }));
        }
        outcome
    }

    /// Where a form occurs in the sources and blocks that are looked in.
    fn places(&mut self, form: u32) -> Vec<Occurrence> {
        let list = self.index.vocabulary.list(form);
        let mut places = Vec::with_capacity(list.hits() as usize);
        let (mut source, mut admitted, mut closed) = (u32::MAX, false, 0);
        for place in list {
            if place.source != source {
                (source, closed) = (place.source, 0);
                admitted = self.scope.admits(source);
            }
            if !admitted {
                continue;
            }
            let spans = self.scope.closed(source);
            while spans.get(closed).is_some_and(|span| span.end <= place.start) {
                closed += 1;
            }
            if spans.get(closed).is_none_or(|span| place.start < span.start) {
                places.push(place);
            }
        }
        places
    }

    /// The number of a form among those the term covers, and whether it is switched off.
    fn form(&mut self, lang: Lang, form: String, reason: Why, via: Option<String>) -> (u32, bool) {
        let next = crate::index::table::int(self.forms.len());
        let number = *self.numbers.entry((lang, form.clone())).or_insert(next);
        if number == next {
            let id = FormId { lang, form };
            let off = self.without.contains(&id);
            self.forms.push(FormCount { form: id.form, lang, count: 0, reason, via, off });
        }
        let known = &mut self.forms[number as usize];
        if reason < known.reason {
            known.reason = reason;
        }
        (number, known.off)
    }

    fn phrase(&mut self, leaves: &[Leaf]) -> Outcome {
        let Some((first, rest)) = leaves.split_first() else { return Outcome::default() };
        let mut runs: Vec<Run> = self.starts(first);
        for leaf in rest {
            let next = self.starts(leaf);
            runs = self.follow(&runs, &next);
        }
        let mut outcome = Outcome::default();
        for Run { source, span, why, lang } in runs {
            let written = span.of_text(self.index.sources.get(source).text());
            let shown = written.split_whitespace().collect::<Vec<_>>().join(" ");
            let (form, off) = self.form(lang, shown, why, None);
            let hits = if off { &mut outcome.off } else { &mut outcome.on };
            hits.push(Hit { source, span, form });
        }
        outcome
    }

    /// Every place where `leaf` may stand in a phrase, in order.
    fn starts(&mut self, leaf: &Leaf) -> Vec<Run> {
        let mut runs = Vec::new();
        for (form, (why, _)) in expand::expand(self.index, leaf) {
            let lang = self.index.vocabulary.lang(form);
            runs.extend(self.places(form).into_iter().map(|place| Run {
                source: place.source,
                span: Span::new(place.start, place.end),
                why,
                lang,
            }));
        }
        runs.sort_unstable();
        runs
    }

    /// The runs that a word of `next` follows in the same block, with no other word between.
    fn follow(&self, runs: &[Run], next: &[Run]) -> Vec<Run> {
        let mut longer = Vec::new();
        for run in runs {
            let at = next.partition_point(|word| {
                (word.source, word.span.start) < (run.source, run.span.end)
            });
            let Some(word) = next.get(at).filter(|word| word.source == run.source) else {
                continue;
            };
            let source = self.index.sources.get(run.source);
            let gap = Span::new(run.span.end, word.span.start).of_text(source.text());
            let block = source.block_at(run.span.start);
            if !gap.contains(char::is_alphanumeric)
                && block.is_some_and(|block| word.span.end <= block.span().end)
            {
                let span = Span::new(run.span.start, word.span.end);
                longer.push(Run { span, why: run.why.max(word.why), ..*run });
            }
        }
        longer
    }
}

/// Words in a row, on the way to a phrase.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Run {
    source: u32,
    span: Span,
    why: Why,
    lang: Lang,
}
