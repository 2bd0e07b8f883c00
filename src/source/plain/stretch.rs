//! The stretch of a page that is its text.
//!
//! In: units, after the signs have spoken. Out: the same units, those outside of the stretch
//! labelled as boilerplate. Sentences speak for a stretch, lines that are none against it;
//! the text is the stretch for which most speaks (a maximum subsequence: Pasternack and
//! Roth 2009, over lines instead of tags, in any language). Only a text that shows page
//! furniture is judged so: a poem or a table has no sentences and no furniture either.

use std::ops::Range;

use super::units::Unit;
use crate::source::BlockKind;

/// How much a line that is no sentence speaks against the stretch, in words of sentences.
const AGAINST: i64 = 12;
/// No unit speaks for a stretch with more words than these: one long teaser is no text.
const MOST: usize = 40;
/// Fewer free units than these on one side of the stretch are a heading or a signature.
const SIDE: usize = 3;
/// A stretch of fewer words than these shows nothing.
const ENOUGH: usize = 60;

/// Labels what lies outside of the text, if the page shows furniture at all.
pub(super) fn outside(units: &mut [Unit]) {
    if !units.iter().any(|unit| unit.is(BlockKind::Boilerplate)) {
        return;
    }
    let stretch = best(units);
    let words: usize = units[stretch.clone()].iter().filter(|u| u.is_free()).map(|u| u.words).sum();
    if words < ENOUGH {
        return;
    }
    for (side, place) in [(0..stretch.start, "above"), (stretch.end..units.len(), "below")] {
        let lines = units[side.clone()].iter().filter(|unit| unit.is_free()).count();
        if lines < SIDE {
            continue;
        }
        let reason = format!("{place} the text, among {lines} lines that are hardly sentences");
        for unit in &mut units[side] {
            unit.mark_as(BlockKind::Boilerplate, reason.clone());
        }
    }
}

fn speaks(unit: &Unit) -> i64 {
    let words = i64::try_from(unit.words.min(MOST)).unwrap_or_default();
    match &unit.label {
        None if unit.ends || unit.is_prose() || unit.mark.is_some() => words,
        None => -AGAINST,
        Some(label) => match label.kind {
            BlockKind::Boilerplate => -AGAINST,
            kind if kind.is_main() && kind != BlockKind::Headline => words,
            _ => 0,
        },
    }
}

/// The stretch for which most speaks, the first of equals.
fn best(units: &[Unit]) -> Range<usize> {
    let (mut best, mut most) = (0..0, 0);
    let (mut start, mut sum) = (0, 0);
    for (at, unit) in units.iter().enumerate() {
        if sum <= 0 {
            (start, sum) = (at, 0);
        }
        sum += speaks(unit);
        if sum > most {
            (best, most) = (start..at + 1, sum);
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use crate::source::{
        BlockKind,
        plain::{lines, units},
    };

    fn set_aside(text: &str) -> Vec<bool> {
        let lines = lines::split(text);
        let mut units = units::group(text, &lines, 0..lines.len());
        crate::source::plain::furniture::label(&mut units);
        super::outside(&mut units);
        units.iter().map(|unit| unit.is(BlockKind::Boilerplate)).collect()
    }

    const PROSE: &str = "The mayors met on Monday on the old bridge, and agreed to open it in the spring.\n\nThe ice will be gone by then, said one of them, and the road will be dry again.\n\nNobody knows who will pay for it, though both towns have promised to ask their people.\n\nThe third town was not asked at all, which its mayor called a pity and a mistake.\n";

    #[test]
    fn lines_that_are_no_sentences_around_a_text_are_set_aside() {
        let above = "Share\n\nNew school for the old town\n\nWhere the river sleeps in winter\n\nPhotos of the week from the north\n\n";
        let below =
            "\nTen dogs that won a prize\n\nWhy the mill stands still\n\nA garden on every roof\n";
        let found = set_aside(&format!("{above}{PROSE}{below}"));
        assert_eq!(found.iter().filter(|aside| **aside).count(), 7);
        assert!(!found[4] && !found[7]);
    }

    #[test]
    fn a_text_without_furniture_keeps_all_its_lines() {
        let poem = "Where the river sleeps\n\nAnd the mill stands still\n\nA garden grows\n\n";
        assert!(!set_aside(&format!("{poem}{PROSE}\n{poem}")).contains(&true));
    }
}
