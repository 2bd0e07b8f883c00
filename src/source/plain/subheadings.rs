//! The text itself: paragraphs, subheadings, lists, quotations set apart.
//!
//! In: units of which furniture, credits and the head are already labelled. Out: every
//! unit labelled. Whatever nothing else explains is a paragraph, so text is never lost to
//! a guess.

use super::{headline::all_capitals, lines::MarkKind, units::Unit};
use crate::source::BlockKind;

/// Labels all units that are left.
pub(super) fn label(text: &str, units: &mut [Unit]) {
    lists(units);
    for at in 0..units.len() {
        if !units[at].is_free() {
            continue;
        }
        let own = units[at].text(text);
        let (kind, reason) = if is_quote(&text[units[at].content.clone()]) {
            (BlockKind::Quote, "nothing but a quotation")
        } else if let Some(reason) = subheading(text, units, at) {
            (BlockKind::Subheading, reason)
        } else if closes(units, at) && all_capitals(own) && units[at].words >= 2 {
            (BlockKind::Credit, "name below the text")
        } else {
            (BlockKind::Paragraph, "")
        };
        units[at].mark_as(kind, reason);
    }
}

/// Two or more marked lines in a row; numbers must count up.
fn lists(units: &mut [Unit]) {
    let mut at = 0;
    while at < units.len() {
        let mut end = at + 1;
        if units[at].is_free() && units[at].mark.is_some() {
            while end < units.len() && units[end].is_free() && follows(&units[end - 1], &units[end])
            {
                end += 1;
            }
        }
        let speech = is_speech(&units[at..end]);
        if end - at >= 2 && !speech {
            for unit in &mut units[at..end] {
                unit.mark_as(BlockKind::List, format!("{} marked lines in a row", end - at));
            }
        }
        at = end;
    }
}

/// Dashes also mark direct speech: then the lines are sentences, and with hyphens, which
/// mark items as often, long ones.
fn is_speech(run: &[Unit]) -> bool {
    let sentences = |words: usize| {
        run.iter().filter(|unit| unit.ends && unit.words >= words).count() * 2 > run.len()
    };
    match run.first().and_then(|unit| unit.mark) {
        Some(MarkKind::Dash) => run.iter().any(|unit| unit.ends),
        Some(MarkKind::Bullet) => sentences(12),
        _ => false,
    }
}

fn follows(before: &Unit, unit: &Unit) -> bool {
    match (before.mark, unit.mark) {
        (Some(MarkKind::Number { last: a, .. }), Some(MarkKind::Number { last: b, levels })) => {
            b == a.saturating_add(1) || (b == 1 && levels > 1)
        }
        (Some(a), Some(b)) => a == b,
        _ => false,
    }
}

/// Why the unit is a heading within the text: no sentence, short, with text after it.
fn subheading(text: &str, units: &[Unit], at: usize) -> Option<&'static str> {
    let unit = &units[at];
    let own = unit.text(text);
    let asks = own.ends_with('?');
    if unit.words == 0 || unit.words > 16 || own.len() > 280 || (unit.ends && !asks) {
        return None;
    }
    let first = own.chars().find(|c| c.is_alphanumeric())?;
    if first.is_lowercase() && unit.mark.is_none() {
        return None;
    }
    let next = units[at + 1..].iter().find(|next| is_text(next))?;
    let heads = next.words >= 8 && (next.ends || next.is_prose()) && next.mark.is_none();
    let has_before = units[..at].iter().any(is_text);
    match unit.mark {
        Some(MarkKind::Dash) if unit.ends => None,
        Some(MarkKind::Number { .. }) => heads.then_some("numbered line above a paragraph"),
        Some(_) => heads.then_some("dashed line above a paragraph"),
        None => (heads && has_before).then_some("short line without a stop between paragraphs"),
    }
}

/// Whether the unit is part of the text, as far as is known.
fn is_text(unit: &Unit) -> bool {
    unit.label.as_ref().is_none_or(|label| label.kind.is_main() && label.kind != BlockKind::Caption)
}

/// Whether the unit is the last of the text, and short.
fn closes(units: &[Unit], at: usize) -> bool {
    units[at].words <= 4
        && !units[at].ends
        && at > 0
        && units[..at].iter().any(|unit| unit.is(BlockKind::Paragraph))
        && !units[at + 1..].iter().any(is_text)
}

/// A quotation and nothing else: one pair of marks around it all, or `>` before it.
fn is_quote(whole: &str) -> bool {
    if whole.starts_with('>') {
        return true;
    }
    let mut chars = whole.chars();
    let (Some(open), Some(close)) = (chars.next(), chars.next_back()) else { return false };
    let inner = chars.as_str();
    let paired = match open {
        '«' => close == '»' && !inner.contains('»'),
        '“' => close == '”' && !inner.contains('”'),
        '„' => matches!(close, '“' | '”') && !inner.contains(['“', '”']),
        '"' => close == '"' && !inner.contains('"'),
        _ => false,
    };
    paired && inner.split_whitespace().count() >= 4
}
