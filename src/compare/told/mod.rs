//! What sources tell: figures, dates and quotations, side by side.
//!
//! In: an index and sources. Out: [`Told`]: rows with a cell for each source. Figures that
//! measure or count the same stand in one row, dates of one day, words of one speaker.
//! Whether sources give the same value is marked, never what that means: two reports may
//! both be right. Invariant: each entry is a span of its source, in main text. How a
//! passage is read is for the files below, its words for `lang::telling`.

mod calendar;
mod dates;
mod figures;
mod quotations;
pub(super) mod reading;
mod sides;
mod speaker;

use serde::{Deserialize, Serialize};

use self::{dates::Base, reading::Reading};
pub use self::{dates::Understood, figures::Exact};
use crate::{
    index::{Index, Source},
    lang::Lang,
    span::Span,
};

/// What sources tell.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Told {
    /// The sources, in the order asked.
    pub sources: Vec<String>,
    /// Figures, those that most sources have first.
    pub figures: Vec<FigureRow>,
    /// Dates, earliest first; those that stay open last.
    pub dates: Vec<DateRow>,
    /// Quotations, the speakers that most sources quote first.
    pub quotations: Vec<QuotationRow>,
}

/// Whether sources that tell something give the same value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Agreement {
    /// Only one source has it.
    Alone,
    /// All that have it share a value.
    Same,
    /// Some that have it share no value.
    Different,
}

impl Agreement {
    /// Its name for programs, serde's too.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Alone => "alone",
            Self::Same => "same",
            Self::Different => "different",
        }
    }
}

/// Figures that measure or count the same.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FigureRow {
    /// The unit (`hour`, `USD`, `percent`); empty where things are counted.
    pub unit: String,
    /// What is counted: the subject, else the noun as written; empty where it is measured.
    pub counted: String,
    /// Whether the sources that have it agree.
    pub agreement: Agreement,
    /// The figures of each source, in the order of the text.
    pub cells: Vec<Vec<Figure>>,
}

/// A figure in a source.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Figure {
    /// Its bytes, with unit and noun.
    pub span: Span,
    /// The passage it stands in.
    pub passage: Span,
    /// Its value.
    pub value: f64,
    /// The end of a range.
    pub up_to: Option<f64>,
    /// How exact it is said to be.
    pub exact: Exact,
}

/// A date that sources tell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DateRow {
    /// ISO 8601, as precise as told: `2021-12-07`, `2017-03`, `2011`, an interval for a
    /// week; empty where the date of the source would be needed and is unknown.
    pub when: String,
    /// Where each source tells it.
    pub cells: Vec<Vec<DateTold>>,
}

/// A date in a source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DateTold {
    /// Its bytes.
    pub span: Span,
    /// The passage it stands in.
    pub passage: Span,
    /// ISO 8601, as in [`DateRow::when`].
    pub when: String,
    /// How it was understood.
    pub how: Understood,
}

/// What one speaker is quoted with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuotationRow {
    /// The speaker, as named most fully; empty where no one is named.
    pub speaker: String,
    /// The quotations of each source, in the order of the text.
    pub cells: Vec<Vec<Quotation>>,
}

/// A quotation in a source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quotation {
    /// What was said, without quotation marks.
    pub span: Span,
    /// The passage it begins in.
    pub passage: Span,
    /// Whether it stands in quotation marks.
    pub direct: bool,
    /// The words that name the speaker.
    pub speaker: Option<Span>,
    /// Who reports it, nearest to the speaker first.
    pub through: Vec<Span>,
}

/// One source's figures, dates and quotations.
#[derive(Clone, Debug, Default, PartialEq)]
struct Own {
    figures: Vec<sides::Counting>,
    dates: Vec<DateTold>,
    quotations: Vec<sides::Speaking>,
}

/// What sources tell, side by side.
#[must_use]
pub fn told(index: Index<'_>, sources: &[u32]) -> Told {
    let own: Vec<Own> = sources.iter().map(|&source| of_source(index, source)).collect();
    let ids = sources.iter().map(|&source| index.sources.get(source).id().to_owned());
    Told {
        sources: ids.collect(),
        figures: sides::figures(index, sources, &own),
        dates: sides::dates(&own),
        quotations: sides::quotations(index, sources, &own),
    }
}

/// What a source tells in its main text. A language without a lexicon tells nothing.
fn of_source(index: Index<'_>, source: u32) -> Own {
    let source = index.sources.get(source);
    let (text, base) = (source.text(), Base::parse(source.date()));
    let all = source.passages();
    let mut own = Own::default();
    for block in source.blocks().filter(|block| block.kind().is_main()) {
        let (span, lang) = (block.span(), block.lang());
        let passages: Vec<Span> =
            all.iter().copied().filter(|passage| span.contains(*passage)).collect();
        let body = Span::new(block.body(), span.end);
        let Some(whole) = Reading::new(text, body, lang) else { continue };
        for found in quotations::quotations(&whole, &passages) {
            own.quotations.push(sides::Speaking::new(&whole, &passages, &found));
        }
        for &passage in &passages {
            let Some(reading) = Reading::new(text, passage, lang) else { continue };
            let dates = dates::dates(&reading, base);
            let taken = taken(&reading, &dates);
            for found in figures::figures(&reading, &taken) {
                own.figures.push(sides::Counting::new(index, &reading, passage, &found));
            }
            own.dates.extend(dates.into_iter().map(|date| date_told(&reading, passage, date)));
        }
    }
    own
}

/// A figure by itself: what measures or counts the same is equal in all languages.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Measured {
    pub span: Span,
    pub value: f64,
    pub up_to: Option<f64>,
    pub unit: &'static str,
    /// The noun counted.
    pub counted: Option<Span>,
}

/// The figures of a passage; none in a language without a lexicon.
pub(super) fn measured(text: &str, passage: Span, lang: Lang, date: Option<&str>) -> Vec<Measured> {
    let Some(reading) = Reading::new(text, passage, lang) else { return Vec::new() };
    let taken = taken(&reading, &dates::dates(&reading, Base::parse(date)));
    let figures = figures::figures(&reading, &taken).into_iter();
    figures
        .map(|found| Measured {
            span: reading.span(found.from, found.to),
            value: found.value,
            up_to: found.up_to,
            unit: found.unit,
            counted: found.counted.map(|at| reading.span(at, at + 1)),
        })
        .collect()
}

/// Which tokens dates have taken.
fn taken(reading: &Reading<'_>, dates: &[dates::Found]) -> Vec<bool> {
    let mut taken = vec![false; reading.tokens.len()];
    for date in dates {
        taken[date.from..date.to.min(reading.tokens.len())].fill(true);
    }
    taken
}

/// Every number of a passage, whatever it counts.
pub(super) fn values(reading: &Reading<'_>) -> Vec<(f64, Span)> {
    figures::numbers(reading)
}

/// The number of the day of a date (ISO 8601), if it is known to the day.
pub(super) fn day_number(iso: &str) -> Option<i32> {
    calendar::Day::parse(iso).map(calendar::Day::number)
}

/// The dates alone that a source tells in its main text: a timeline asks many sources, and
/// figures and quotations cost the most.
pub(super) fn dates_of(source: Source<'_>) -> Vec<DateTold> {
    let (text, base) = (source.text(), Base::parse(source.date()));
    let passages = source.passages();
    let mut told = Vec::new();
    for block in source.blocks().filter(|block| block.kind().is_main()) {
        let (span, lang) = (block.span(), block.lang());
        // Passages rise, so those of a block stand together.
        let first = passages.partition_point(|passage| passage.start < span.start);
        for &passage in passages[first..].iter().take_while(|passage| span.contains(**passage)) {
            let Some(reading) = Reading::new(text, passage, lang) else { break };
            let dates = dates::dates(&reading, base).into_iter();
            told.extend(dates.map(|date| date_told(&reading, passage, date)));
        }
    }
    told
}

fn date_told(reading: &Reading<'_>, passage: Span, date: dates::Found) -> DateTold {
    let dates::Found { from, to, when, how } = date;
    DateTold { span: reading.span(from, to), passage, when, how }
}
