//! Links between passages of different sources, and the passages that have none.
//!
//! In: an index and sources. Out: [`Link`]s, each with how sure it is, by which method, and
//! the words that tie it. How passages are matched is for `align`; here its clues are read
//! from an index, and what it found is told in spans. A link needs two things that tie it:
//! sources on different events get few links or none. Links between two sources depend on
//! those two, and on what the reader corrected.

use std::{
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
};

use super::{
    Corrections, Evidence, EvidenceKind, Link, Meeting, Meets, Method, Passage,
    align::{self, Known, LEARNED, Lessons, Side, Sort, Words},
    facts,
};
use crate::{
    index::{Index, table::int},
    lang::Lang,
    span::Span,
    text,
};

/// What ties two passages must be worth, each, to be shown.
const TELLING: f64 = 0.5;

/// What an index knows of words.
struct Indexed<'a>(Index<'a>);

impl Words for Indexed<'_> {
    fn known(&mut self, letters: &str, lang: Lang) -> Known {
        let Self(index) = self;
        let lower = text::lower(letters);
        let folded = text::fold(&lower, lang);
        let form = facts::form(index.vocabulary, letters, &lower, &folded, lang);
        form.map_or_else(Known::default, |form| Known {
            keys: index.vocabulary.keys_of_form(form).iter().collect(),
            concepts: index.concepts.of(form).collect(),
            names: index.names.of(form).collect(),
            everyday: index.everyday_of(form).collect(),
        })
    }
}

/// A source's passages of main text as rows of clues.
pub(super) fn side(index: Index<'_>, source: u32) -> Side {
    let mut side = Side::new(index.sources.get(source).lang());
    fill(index, source, &mut side);
    side.finish()
}

/// Adds a source's passages to a side.
pub(super) fn fill(index: Index<'_>, source: u32, side: &mut Side) {
    let source = index.sources.get(source);
    let passages = source.passages();
    for block in source.blocks().filter(|block| block.kind().is_main()) {
        let (span, lang) = (block.span(), block.lang());
        let body = Span::new(block.body(), span.end);
        let words: Vec<_> = text::words(source.text(), body, lang).collect();
        for &passage in passages.iter().filter(|passage| span.contains(**passage)) {
            let from = words.partition_point(|word| word.span.start < passage.start);
            let to = words.partition_point(|word| word.span.end <= passage.end);
            let own = words.get(from..to).unwrap_or_default();
            side.add(source.text(), passage, lang, own, &mut Indexed(index));
        }
    }
}

/// The passages of sources as rows of clues, each read once.
pub(super) struct Sides<'a> {
    index: Index<'a>,
    known: BTreeMap<u32, Rc<Side>>,
}

impl<'a> Sides<'a> {
    pub(super) fn new(index: Index<'a>) -> Self {
        Self { index, known: BTreeMap::new() }
    }

    pub(super) fn get(&mut self, source: u32) -> Rc<Side> {
        let index = self.index;
        self.known.entry(source).or_insert_with(|| Rc::new(side(index, source))).clone()
    }

    /// A lexeme as it is written in a passage of a source read before.
    pub(super) fn written(&self, passage: &Passage, key: u32) -> Option<String> {
        let source = self.index.sources.find(&passage.source)?;
        let side = self.known.get(&source.number())?;
        let row = &side.rows[side.row_of(passage.span)?];
        let is = |clue: u32| side.clues[clue as usize].kind == align::ClueKind::Word(key);
        let (_, span) = row.clues.iter().find(|(clue, _)| is(*clue))?;
        Some(span.of_text(source.text()).to_owned())
    }
}

/// The lexemes that a word of the collection may be a form of.
pub(super) fn keys(index: Index<'_>, word: &str, lang: Lang) -> Vec<u32> {
    Indexed(index).known(word, lang).keys
}

/// The links of every two sources, and how much they meet.
pub(super) fn links(
    sides: &mut Sides<'_>,
    sources: &[u32],
    corrections: &Corrections,
    lessons: &Lessons,
) -> (Vec<Link>, Vec<Meeting>) {
    let index = sides.index;
    let read: Vec<Rc<Side>> = sources.iter().map(|&source| sides.get(source)).collect();
    let id = |at: usize| index.sources.get(sources[at]).id();
    let (mut links, mut meetings) = (Vec::new(), Vec::new());
    for a in 0..sources.len() {
        for b in a + 1..sources.len() {
            let (own, how) = of_pair((id(a), &read[a]), (id(b), &read[b]), corrections, lessons);
            let count = |of: fn(&Link) -> &Passage| {
                let linked: BTreeSet<&Passage> = own.iter().map(of).collect();
                int(linked.len())
            };
            meetings.push(Meeting {
                sources: [id(a).to_owned(), id(b).to_owned()],
                linked: [count(|link| &link.a), count(|link| &link.b)],
                passages: [int(read[a].rows.len()), int(read[b].rows.len())],
                how,
            });
            links.extend(own);
        }
    }
    (links, meetings)
}

fn of_pair(
    (id_a, a): (&str, &Side),
    (id_b, b): (&str, &Side),
    corrections: &Corrections,
    lessons: &Lessons,
) -> (Vec<Link>, Meets) {
    let evidence = align::Evidence::new(a, b, &LEARNED, lessons);
    let (mut pairs, how) = align::links(&evidence);
    let passages = |pair: &align::Pair| {
        [(id_a, a.rows[pair.a].span), (id_b, b.rows[pair.b].span)]
            .map(|(id, span)| Passage { source: id.to_owned(), span })
    };
    pairs.retain(|pair| {
        let [a, b] = passages(pair);
        !corrections.breaks(&a, &b) && !corrections.joins(&a, &b)
    });
    for [x, y] in &corrections.joined {
        for (x, y) in [(x, y), (y, x)] {
            let rows = (x.source == id_a && y.source == id_b)
                .then(|| Some((a.row_of(x.span)?, b.row_of(y.span)?)));
            if let Some((a, b)) = rows.flatten() {
                pairs.push(align::Pair { a, b, score: 1.0, method: Method::Joined });
            }
        }
    }
    crate::sort::sort_by_key(&mut pairs, |pair| (pair.a, pair.b));
    pairs.dedup_by_key(|pair| (pair.a, pair.b));
    let link = |pair: align::Pair| {
        let ties = evidence.ties(pair.a, pair.b);
        let shown = ties.iter().filter(|tie| tie.says >= TELLING);
        let told: Vec<Evidence> = shown
            .filter_map(|tie| {
                let named =
                    a.clues[tie.clue_a as usize].capital && b.clues[tie.clue_b as usize].capital;
                Some(Evidence { kind: kind(tie.sort, named)?, a: tie.a, b: tie.b })
            })
            .collect();
        let [a, b] = passages(&pair);
        let enough = told.len() > 1 || pair.method == Method::Joined;
        enough.then_some(Link { a, b, score: pair.score, method: pair.method, evidence: told })
    };
    (pairs.into_iter().filter_map(link).collect(), how)
}

/// What a tie is called; nothing for what is too slight to be shown.
fn kind(sort: Sort, named: bool) -> Option<EvidenceKind> {
    match sort {
        Sort::Number | Sort::Calendar => Some(EvidenceKind::Figure),
        Sort::Name => Some(EvidenceKind::Name),
        Sort::Spelling | Sort::Lexeme | Sort::Concept if named => Some(EvidenceKind::Name),
        Sort::Concept => Some(EvidenceKind::Concept),
        Sort::Taught => Some(EvidenceKind::Taught),
        Sort::Spelling | Sort::Lexeme | Sort::Cognate => Some(EvidenceKind::Word),
        Sort::Sign | Sort::Everyday => None,
    }
}

/// The passages of each source that no link touches.
pub(super) fn unlinked(
    index: Index<'_>,
    sources: &[u32],
    told: &[Vec<facts::Told>],
    links: &[Link],
) -> Vec<Vec<Passage>> {
    let linked: BTreeSet<&Passage> = links.iter().flat_map(|link| [&link.a, &link.b]).collect();
    let own = |(told, &source): (&Vec<facts::Told>, &u32)| {
        let id = index.sources.get(source).id();
        told.iter()
            .map(|told| Passage { source: id.to_owned(), span: told.span })
            .filter(|passage| !linked.contains(passage))
            .collect()
    };
    told.iter().zip(sources).map(own).collect()
}
