//! What a term finds: hits, in order, each with the form that matched.
//!
//! In: an index, a term and a filter. Out: [`Found`]. A phrase is one hit, over all its
//! words; words near one another are a hit each; a word that two parts of a query find is
//! one hit. Words between AND must occur in one source, not in one passage.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Case, Filter, FormCount, FormId, Gate, How, Leaf, NameFound, Node, Query, Reach, Scope, Term,
    Why,
    expand::{self, Reason},
    named, near, note, parse, phrase,
};
use crate::{
    index::{
        Index,
        namesakes::{Namesakes, Whose},
        table::int,
    },
    lang::Lang,
    sort::sort_by,
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
    /// For each form, which word or phrase of the query it stands for, from 0.
    pub parts: Vec<u32>,
    /// What of the query was not understood.
    pub notes: Vec<String>,
    /// The names that its forms are of.
    pub names: Vec<NameFound>,
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
    let Query { root, filter: own, mut notes } = parse(&term.query);
    notes.extend(unknown_values(index, &own));
    let filters = vec![filter.clone(), own];
    let mut searcher = Searcher {
        index,
        scope: Scope::new(index, &filters.iter().collect::<Vec<_>>()),
        filters,
        term,
        without: term.without.iter().collect(),
        forms: Vec::new(),
        parts: Vec::new(),
        part: 0,
        numbers: BTreeMap::new(),
        notes,
        covered: Vec::new(),
        people: Vec::new(),
    };
    let Outcome { mut on, mut off } = root.map(|root| searcher.node(&root)).unwrap_or_default();
    // The same bytes found twice are one hit, of the form met first.
    on.dedup_by_key(|hit| (hit.source, hit.span));
    off.dedup_by_key(|hit| (hit.source, hit.span));
    off.retain(|hit| {
        on.binary_search_by_key(&(hit.source, hit.span), |on| (on.source, on.span)).is_err()
    });
    for hit in on.iter().chain(&off) {
        searcher.forms[hit.form as usize].count += 1;
    }
    let Searcher { forms, parts, notes, covered, people, .. } = searcher;
    let names = named::names(index, &covered, &people);
    let mut found = Found { hits: on, forms, parts, notes, names };
    put_in_order(&mut found);
    found
}

/// Outlets and sources that a query names and the collection does not have.
fn unknown_values(index: Index<'_>, filter: &Filter) -> Vec<String> {
    let lower = |text: &str| text.to_lowercase();
    let has = |outlet: &str| {
        let outlet = lower(outlet);
        index.sources.iter().any(|source| source.outlet().is_some_and(|own| lower(own) == outlet))
    };
    let outlets = filter.outlets.iter().filter(|outlet| !has(outlet));
    let ids = filter.ids.iter().filter(|id| index.sources.find(id).is_none());
    let outlets = outlets.map(|outlet| note::no_such("outlet", outlet));
    outlets.chain(ids.map(|id| note::no_such("source", id))).collect()
}

/// Puts the forms that occur in order (reason, language, count, letters), and renumbers.
fn put_in_order(found: &mut Found) {
    let Found { hits, forms, parts, .. } = found;
    let mut places = vec![0; forms.len()];
    let mut all: Vec<_> =
        std::mem::take(forms).into_iter().zip(std::mem::take(parts)).zip(0_usize..).collect();
    all.retain(|((form, _), _)| form.count > 0);
    sort_by(&mut all, |((a, _), _), ((b, _), _)| {
        (a.lang, a.reason, b.count, &a.form).cmp(&(b.lang, b.reason, a.count, &b.form))
    });
    for (place, ((form, part), at)) in (0..).zip(all) {
        places[at] = place;
        forms.push(form);
        parts.push(part);
    }
    for hit in hits {
        hit.form = places[hit.form as usize];
    }
}

/// Hits that count, and hits of forms switched off; both in order.
#[derive(Default)]
pub(super) struct Outcome {
    pub(super) on: Vec<Hit>,
    pub(super) off: Vec<Hit>,
}

impl Outcome {
    fn sources(&self) -> Vec<u32> {
        self.on.chunk_by(|a, b| a.source == b.source).map(|own| own[0].source).collect()
    }

    fn keep(&mut self, wanted: impl Fn(u32) -> bool) {
        self.on.retain(|hit| wanted(hit.source));
        self.off.retain(|hit| wanted(hit.source));
    }

    fn take(&mut self, mut places: Vec<Hit>, off: bool) {
        let hits = if off { &mut self.off } else { &mut self.on };
        if hits.is_empty() {
            *hits = places;
        } else {
            hits.append(&mut places);
        }
    }

    fn append(&mut self, mut other: Self) {
        self.on.append(&mut other.on);
        self.off.append(&mut other.off);
    }

    /// In order again, after [`Self::append`]. A stable sort joins runs that are in order.
    pub(super) fn sorted(mut self) -> Self {
        self.on.sort_unstable();
        self.off.sort_unstable();
        self
    }
}

pub(super) struct Searcher<'a, 't> {
    pub(super) index: Index<'a>,
    scope: Scope<'a>,
    filters: Vec<Filter>,
    term: &'t Term,
    without: BTreeSet<&'t FormId>,
    forms: Vec<FormCount>,
    parts: Vec<u32>,
    part: u32,
    numbers: BTreeMap<(Lang, String), u32>,
    notes: Vec<String>,
    /// The forms whose places were found, and the people told from others of their surname.
    covered: Vec<u32>,
    people: Vec<u32>,
}

impl<'a> Searcher<'a, '_> {
    fn node(&mut self, node: &Node) -> Outcome {
        match node {
            Node::Word(leaf) => {
                self.part += 1;
                self.word(leaf)
            }
            Node::Phrase(leaves) => {
                self.part += 1;
                let mut outcome = phrase::phrase(self, leaves);
                let plain = leaves.iter().all(|leaf| leaf.reach == Reach::Forms);
                if plain && outcome.on.is_empty() && outcome.off.is_empty() {
                    self.all_of(expand::known_whole(self.index, leaves), &mut outcome);
                }
                outcome.sorted()
            }
            Node::Near(first, rest) => self.near(first, rest),
            Node::Any(nodes) => {
                let mut all = Outcome::default();
                nodes.iter().for_each(|node| all.append(self.node(node)));
                all.sorted()
            }
            Node::All(nodes) => self.all(nodes),
            Node::Within(filter, node) => self.within(filter, node),
            Node::Not(_) | Node::Where(_) => Outcome::default(),
        }
    }

    fn all(&mut self, nodes: &[Node]) -> Outcome {
        let mut wanted: Option<Vec<u32>> = None;
        let (mut unwanted, mut all) = (Vec::new(), Outcome::default());
        if let Some(outcome) = self.whole_name(nodes) {
            return outcome;
        }
        for node in nodes {
            if let Node::Not(inner) = node {
                unwanted.extend(self.excluded(inner));
                continue;
            }
            let outcome = self.node(node);
            let own = outcome.sources();
            wanted = Some(match wanted {
                Some(mut wanted) => {
                    wanted.retain(|source| own.binary_search(source).is_ok());
                    wanted
                }
                None => own,
            });
            all.append(outcome);
        }
        unwanted.sort_unstable();
        let mut wanted = wanted.unwrap_or_default();
        wanted.retain(|source| unwanted.binary_search(source).is_err());
        all.keep(|source| wanted.binary_search(&source).is_ok());
        all.sorted()
    }

    /// The hits of a place or body that typed words name together, in a language in which one
    /// of them does not occur here: `Estados Unidos`.
    fn whole_name(&mut self, nodes: &[Node]) -> Option<Outcome> {
        let leaf = |node: &Node| match node {
            Node::Word(leaf) if leaf.reach == Reach::Forms => Some(leaf.clone()),
            _ => None,
        };
        let leaves: Vec<Leaf> = nodes.iter().map(leaf).collect::<Option<_>>()?;
        let found = expand::known_whole(self.index, &leaves);
        let unknown = |leaf: &Leaf| expand::expand(self.index, leaf).is_empty();
        if found.is_empty() || !leaves.iter().any(unknown) {
            return None;
        }
        self.part += 1;
        let mut outcome = Outcome::default();
        self.all_of(found, &mut outcome);
        Some(outcome.sorted())
    }

    fn excluded(&mut self, node: &Node) -> Vec<u32> {
        match node {
            Node::Where(filter) => {
                self.notes.extend(unknown_values(self.index, filter));
                let gate = Gate::new(self.index, filter);
                let met = self.index.sources.iter().filter(|source| gate.admits(*source, None));
                met.map(|source| source.number()).collect()
            }
            node => self.node(node).sources(),
        }
    }

    fn within(&mut self, filter: &Filter, node: &Node) -> Outcome {
        self.notes.extend(unknown_values(self.index, filter));
        self.filters.push(filter.clone());
        let narrowed = Scope::new(self.index, &self.filters.iter().collect::<Vec<_>>());
        let scope = std::mem::replace(&mut self.scope, narrowed);
        let outcome = self.node(node);
        self.scope = scope;
        self.filters.pop();
        outcome
    }

    fn near(&mut self, first: &Node, rest: &[(u32, Node)]) -> Outcome {
        let reaches: Vec<u32> = rest.iter().map(|(reach, _)| *reach).collect();
        let nodes = std::iter::once(first).chain(rest.iter().map(|(_, node)| node));
        let outcomes: Vec<Outcome> = nodes.map(|node| self.node(node)).collect();
        let mut all = Outcome::default();
        // What the forms switched off would add is what they find beside all the others.
        let both = |outcome: &Outcome| {
            let mut hits = [outcome.on.as_slice(), &outcome.off].concat();
            hits.sort_unstable();
            hits
        };
        let mut with_off: Vec<Vec<Hit>> = outcomes.iter().map(both).collect();
        let mut parts: Vec<Vec<Hit>> = outcomes.into_iter().map(|outcome| outcome.on).collect();
        near::chain(self.index, &mut parts, &reaches);
        near::chain(self.index, &mut with_off, &reaches);
        parts.into_iter().for_each(|mut hits| all.on.append(&mut hits));
        let forms = &self.forms;
        for hits in with_off {
            all.off.extend(hits.into_iter().filter(|hit| forms[hit.form as usize].off));
        }
        all.sorted()
    }

    fn word(&mut self, leaf: &Leaf) -> Outcome {
        let mut outcome = Outcome::default();
        if let Some((name, namesakes)) = named::namesakes(self.index, leaf) {
            return self.person(name, &namesakes);
        }
        let found = expand::expand(self.index, leaf);
        let field = match leaf.reach {
            Reach::Name => Some("name"),
            Reach::Concept => Some("concept"),
            _ => None,
        };
        if let Some(field) = field.filter(|_| found.is_empty()) {
            self.notes.push(note::no_such(field, &leaf.letters));
        }
        self.all_of(found, &mut outcome);
        outcome.sorted()
    }

    /// Adds the hits of forms.
    fn all_of(&mut self, found: BTreeMap<u32, Reason>, outcome: &mut Outcome) {
        let vocabulary = self.index.vocabulary;
        for (form, reason) in found {
            let list = vocabulary.list(form);
            let mut places = Vec::with_capacity(list.hits() as usize);
            self.places(form, |source, span| places.push(Hit { source, span, form: 0 }));
            if places.is_empty() {
                continue;
            }
            if let Some(note) = named::several(self.index, form) {
                self.note(note);
            }
            self.covered.push(form);
            let cases = match reason.why {
                Why::Name => named::cases_of(self.index, form),
                _ => Vec::new(),
            };
            let (number, off) =
                self.form(vocabulary.lang(form), vocabulary.shown(form), reason, &cases);
            places.iter_mut().for_each(|hit| hit.form = number);
            outcome.take(places, off);
        }
    }

    /// The hits of one of several people of a surname: called in full, or alone where the
    /// source calls nobody else of that surname in full.
    fn person(&mut self, name: u32, namesakes: &Namesakes) -> Outcome {
        let (mut outcome, mut unsaid) = (Outcome::default(), 0);
        let index = self.index;
        let label = index.names.label(name).to_owned();
        self.people.push(name);
        for form in index.names.forms(name).iter() {
            let mut places = Vec::new();
            self.places(form, |source, span| {
                let from = match namesakes.of(source, span.start) {
                    Whose::Full(from) => Some(from),
                    Whose::SameSource => None,
                    Whose::Other => return,
                    Whose::Unsaid => {
                        unsaid += 1;
                        return;
                    }
                };
                places.push((source, span, from));
            });
            if places.is_empty() {
                continue;
            }
            let (lang, surname) = (index.vocabulary.lang(form), index.vocabulary.shown(form));
            let cases = named::cases_of(index, form);
            for (source, span, from) in places {
                let how = if from.is_some() { How::Full } else { How::SameSource };
                let span = Span::new(from.unwrap_or(span.start), span.end);
                let shown = match from {
                    Some(_) => phrase::written(index, source, span),
                    None => surname.clone(),
                };
                let reason = Reason { why: Why::Name, via: Some(label.clone()), how: Some(how) };
                let (number, off) = self.form(lang, shown, reason, &cases);
                outcome.take(vec![Hit { source, span, form: number }], off);
            }
        }
        if unsaid > 0 {
            self.note(note::unsaid(&label, unsaid));
        }
        outcome.sorted()
    }

    fn note(&mut self, note: String) {
        if !self.notes.contains(&note) {
            self.notes.push(note);
        }
    }

    /// Hands on where a form occurs in the sources and blocks that are looked in, in order.
    pub(super) fn places(&mut self, form: u32, take: impl FnMut(u32, Span)) {
        self.scope.places(self.index.vocabulary.list(form), take);
    }

    /// The number of a form among those the term covers, and whether it is switched off.
    pub(super) fn form(
        &mut self,
        lang: Lang,
        form: String,
        Reason { why: reason, via, how }: Reason,
        cases: &[Case],
    ) -> (u32, bool) {
        let next = int(self.forms.len());
        let number = *self.numbers.entry((lang, form.clone())).or_insert(next);
        if number == next {
            let id = FormId { lang, form };
            let off = self.term.keep.admits(lang, reason) == self.without.contains(&id);
            let (form, cases) = (id.form, cases.to_vec());
            let form = FormCount { form, lang, count: 0, reason, via, how, cases, off };
            self.forms.push(form);
            self.parts.push(self.part - 1);
        }
        let known = &mut self.forms[number as usize];
        if reason < known.reason {
            known.reason = reason;
        }
        (number, known.off)
    }
}
