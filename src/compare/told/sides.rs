//! The same figure, date or speaker in several sources, put into one row.
//!
//! In: what each source tells. Out: rows with a cell for each source. Figures are one row
//! by their unit, or by the subject or lexeme of what they count; speakers by the name, or
//! by how they are called. The order of the sources changes the order of cells only.

use std::collections::BTreeMap;

use super::{
    Agreement, DateRow, DateTold, Figure, FigureRow, Own, Quotation, QuotationRow, figures,
    quotations, reading::Reading, speaker::Phrase,
};
use crate::{
    compare::facts::{What, what},
    index::Index,
    lang::Lang,
    sort::{sort_by, sort_by_key},
    span::Span,
};

/// A figure with what it counts.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Counting {
    figure: Figure,
    unit: &'static str,
    /// What is counted, comparable across sources; the noun where nothing else is known.
    counted: Option<(Option<What>, String)>,
}

impl Counting {
    pub(super) fn new(
        index: Index<'_>,
        reading: &Reading<'_>,
        passage: Span,
        found: &figures::Found,
    ) -> Self {
        let counted = found.counted.map(|at| {
            let noun = reading.span(at, at + 1).of_text(reading.text);
            (what(index, noun, reading.lang), noun.to_lowercase())
        });
        let figure = Figure {
            span: reading.span(found.from, found.to),
            passage,
            value: found.value,
            up_to: found.up_to,
            exact: found.exact,
        };
        Self { figure, unit: found.unit, counted }
    }
}

/// A quotation with who speaks.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Speaking {
    quotation: Quotation,
    lang: Lang,
    /// The name among the words that name the speaker; all of them where there is none.
    name: Option<Span>,
    is_pronoun: bool,
    is_medium: bool,
}

impl Speaking {
    pub(super) fn new(reading: &Reading<'_>, passages: &[Span], found: &quotations::Found) -> Self {
        let span = reading.span(found.words.0, found.words.1);
        let passage = passages.iter().find(|passage| passage.overlaps(span)).copied();
        let whole = |own: &Phrase| reading.span(own.from, own.to);
        let speaker = found.speaker.as_ref();
        let name = speaker.map(|own| match own.name {
            Some((from, to)) => reading.span(from, to),
            None => whole(own),
        });
        Self {
            quotation: Quotation {
                span,
                passage: passage.unwrap_or(span),
                direct: found.direct,
                speaker: speaker.map(whole),
                through: found.through.iter().map(whole).collect(),
            },
            lang: reading.lang,
            name,
            is_pronoun: speaker.is_some_and(|own| own.is_pronoun),
            is_medium: speaker.is_some_and(|own| own.is_medium),
        }
    }
}

/// What makes figures one row.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Counted {
    Unit(&'static str),
    Subject(What),
    Noun(String),
}

pub(super) fn figures(index: Index<'_>, sources: &[u32], own: &[Own]) -> Vec<FigureRow> {
    let mut rows: BTreeMap<Counted, FigureRow> = BTreeMap::new();
    // Labels are taken from the source that comes first in the collection.
    let mut order: Vec<usize> = (0..own.len()).collect();
    sort_by_key(&mut order, |&at| sources.get(at));
    for at in order {
        for counting in &own[at].figures {
            let (key, label) = match &counting.counted {
                Some((Some(what), noun)) => {
                    let label = match what {
                        What::Concept(concept) => index.concepts.label(*concept).to_owned(),
                        _ => noun.clone(),
                    };
                    (Counted::Subject(what.clone()), label)
                }
                Some((None, noun)) => (Counted::Noun(noun.clone()), noun.clone()),
                None => (Counted::Unit(counting.unit), String::new()),
            };
            let row = rows.entry(key).or_insert_with(|| FigureRow {
                unit: counting.unit.to_owned(),
                counted: label,
                agreement: Agreement::Alone,
                cells: vec![Vec::new(); own.len()],
            });
            row.cells[at].push(counting.figure.clone());
        }
    }
    let mut rows: Vec<FigureRow> = rows.into_values().collect();
    for row in &mut rows {
        row.agreement = agreement(&row.cells);
    }
    sort_by(&mut rows, |a, b| {
        let most = |row: &FigureRow| filled(&row.cells);
        (most(b), &a.unit, &a.counted).cmp(&(most(a), &b.unit, &b.counted))
    });
    rows
}

fn filled<T>(cells: &[Vec<T>]) -> usize {
    cells.iter().filter(|cell| !cell.is_empty()).count()
}

fn agreement(cells: &[Vec<Figure>]) -> Agreement {
    let cells: Vec<&Vec<Figure>> = cells.iter().filter(|cell| !cell.is_empty()).collect();
    let Some((first, rest)) = cells.split_first() else { return Agreement::Alone };
    if rest.is_empty() {
        return Agreement::Alone;
    }
    let shared = first.iter().any(|one| {
        rest.iter().all(|cell| {
            cell.iter().any(|other| (one.value, one.up_to) == (other.value, other.up_to))
        })
    });
    if shared { Agreement::Same } else { Agreement::Different }
}

pub(super) fn dates(own: &[Own]) -> Vec<DateRow> {
    let mut rows: BTreeMap<&str, Vec<Vec<DateTold>>> = BTreeMap::new();
    for (at, own) in own.iter().enumerate() {
        for date in &own.dates {
            let cells = rows.entry(&date.when).or_default();
            cells.resize(cells.len().max(at + 1), Vec::new());
            cells[at].push(date.clone());
        }
    }
    let mut rows: Vec<DateRow> = rows
        .into_iter()
        .map(|(when, mut cells)| {
            cells.resize(own.len(), Vec::new());
            DateRow { when: when.to_owned(), cells }
        })
        .collect();
    sort_by(&mut rows, |a, b| (a.when.is_empty(), &a.when).cmp(&(b.when.is_empty(), &b.when)));
    rows
}

/// How far before a pronoun, in bytes, the one may be named whom it means: two or three
/// sentences.
const NEAR: u32 = 600;

/// What makes quotations one row.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Speaker {
    Name(What),
    Called(String),
    Nobody,
}

pub(super) fn quotations(index: Index<'_>, sources: &[u32], own: &[Own]) -> Vec<QuotationRow> {
    let mut rows: BTreeMap<Speaker, QuotationRow> = BTreeMap::new();
    let mut order: Vec<usize> = (0..own.len()).collect();
    sort_by_key(&mut order, |&at| sources.get(at));
    for at in order {
        let text = sources.get(at).map_or("", |&source| index.sources.get(source).text());
        // Whom a pronoun means: the last one named shortly before it.
        let mut named: Option<(Speaker, u32)> = None;
        for speaking in &own[at].quotations {
            let label = speaking.name.map(|name| name.of_text(text)).unwrap_or_default();
            let label = label.split_whitespace().collect::<Vec<_>>().join(" ");
            let last = label.rsplit(' ').next().unwrap_or_default();
            let name =
                what(index, last, speaking.lang).filter(|what| matches!(what, What::Name(_)));
            let place = speaking.quotation.span;
            let key = match name {
                _ if speaking.is_pronoun => match &named {
                    Some((known, end)) if place.start <= end + NEAR => known.clone(),
                    _ if speaking.quotation.direct => Speaker::Nobody,
                    _ => continue,
                },
                Some(what) => Speaker::Name(what),
                None if label.is_empty() => Speaker::Nobody,
                None => Speaker::Called(label.to_lowercase()),
            };
            if key != Speaker::Nobody && !speaking.is_medium {
                named = Some((key.clone(), place.end));
            }
            let label = if speaking.is_pronoun { String::new() } else { label };
            let row = rows.entry(key).or_insert_with(|| QuotationRow {
                speaker: String::new(),
                cells: vec![Vec::new(); own.len()],
            });
            // The first of the fullest ways to name the speaker.
            if label.split(' ').count() > row.speaker.split(' ').count() || row.speaker.is_empty() {
                row.speaker = label;
            }
            row.cells[at].push(speaking.quotation.clone());
        }
    }
    let mut rows: Vec<QuotationRow> = rows.into_values().collect();
    sort_by(&mut rows, |a, b| {
        let most = |row: &QuotationRow| {
            (
                !row.speaker.is_empty(),
                filled(&row.cells),
                row.cells.iter().map(Vec::len).sum::<usize>(),
            )
        };
        most(b).cmp(&most(a)).then_with(|| a.speaker.cmp(&b.speaker))
    });
    rows
}
