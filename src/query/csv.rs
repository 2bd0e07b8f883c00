//! Hits as a table that spreadsheets read.
//!
//! In: what terms found. Out: comma-separated values (RFC 4180): a row of names, then a row
//! for each hit, lines ended by CR LF, fields in quotation marks where they need them. The
//! texts stand in it as they are.

use super::{Found, HitLine, HitOrder, Term, concordance};
use crate::{index::Index, text::csv_row};

const NAMES: [&str; 14] = [
    "source", "title", "outlet", "date", "lang", "kind", "term", "form", "reason", "start", "end",
    "before", "hit", "after",
];

/// All hits of the terms, in that order, as a table.
#[must_use]
pub fn csv(index: Index<'_>, terms: &[Term], found: &[Found], order: &HitOrder) -> String {
    let mut out = String::new();
    csv_row(&mut out, NAMES);
    concordance::each(index, found, order, |line, hit| {
        let HitLine { source: id, term, span, lang, kind, before, hit: letters, after } = line;
        let source = index.sources.get(hit.source);
        let at = term as usize;
        let form = found.get(at).and_then(|found| found.forms.get(hit.form as usize));
        let term = terms.get(at).map(|term| term.name.as_deref().unwrap_or(&term.query));
        let reason = form.map(|form| format!("{:?}", form.reason).to_lowercase());
        csv_row(
            &mut out,
            [
                &id,
                source.title().unwrap_or_default(),
                source.outlet().unwrap_or_default(),
                source.date().unwrap_or_default(),
                lang.code(),
                kind.name(),
                term.unwrap_or_default(),
                form.map(|form| form.form.as_str()).unwrap_or_default(),
                reason.as_deref().unwrap_or_default(),
                &span.start.to_string(),
                &span.end.to_string(),
                before.trim(),
                &letters,
                after.trim(),
            ],
        );
    });
    out
}
