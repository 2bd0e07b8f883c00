//! Timeline: when each source was published, when its comments were written, and the dates
//! that its text tells.
//!
//! In: an index and which sources. Out: [`Moment`]s, earliest first; a moment known only to
//! the month or year comes before the days in it. Precision is what the ISO 8601 text has.

use serde::{Deserialize, Serialize};

use super::told::{self, Understood};
use crate::{
    index::Index,
    query::{Filter, Gate},
    sort::sort,
    source::BlockKind,
    span::Span,
};

/// What happened at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum MomentKind {
    /// The source was published.
    Published,
    /// The text tells of it.
    Told,
    /// A reader's comment was written.
    Comment,
}

/// A point or stretch of time that a source gives.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Moment {
    /// When, ISO 8601, as precise as known: `2021-12`, `2013-05-03T09:16`.
    pub when: String,
    /// What it is.
    pub kind: MomentKind,
    /// The source's id.
    pub source: String,
    /// Where it stands: the words that tell it, the comment; nothing for a publication.
    pub span: Option<Span>,
    /// Where it is known from: how a date told was understood.
    pub reason: String,
}

/// The moments of the sources that `filter` admits.
#[must_use]
pub fn timeline(index: Index<'_>, filter: &Filter) -> Vec<Moment> {
    let mut moments = Vec::new();
    let gate = Gate::new(index, filter);
    for source in index.sources.iter().filter(|source| gate.admits(*source, None)) {
        let id = source.id();
        let moment = |when: &str, kind, span, reason: &str| Moment {
            when: when.to_owned(),
            kind,
            source: id.to_owned(),
            span,
            reason: reason.to_owned(),
        };
        if let Some(date) = source.date() {
            let reason = source.date_reason().unwrap_or_default();
            moments.push(moment(date, MomentKind::Published, None, reason));
        }
        for block in source.blocks().filter(|block| block.kind() == BlockKind::Comment) {
            if let Some(time) = block.time() {
                moments.push(moment(time, MomentKind::Comment, Some(block.span()), block.reason()));
            }
        }
        for date in told::dates_of(source) {
            let reason = match date.how {
                Understood::Written => "written in full",
                Understood::Nearest => "the year nearest to the date of the source",
                Understood::Counted => "counted from the date of the source",
            };
            if !date.when.is_empty() {
                moments.push(moment(&date.when, MomentKind::Told, Some(date.span), reason));
            }
        }
    }
    sort(&mut moments);
    moments
}
