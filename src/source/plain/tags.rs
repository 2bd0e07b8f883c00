//! Labelled lines: tags, sources, photographers, authors, changes.
//!
//! In: units with their signs. Out: the same units, some labelled as tags, credits or
//! captions; authors and the date of a change are handed on for the metadata. A label
//! stands before its content on the line (`Photo: …`) or alone above it.

use std::ops::Range;

use super::{
    signs::{How, Sighting, Sign},
    units::Unit,
};
use crate::source::{BlockKind, dates};

/// What labelled lines say about the source, beyond their own role.
#[derive(Debug, Default)]
pub(super) struct Labelled {
    /// Authors' names.
    pub(super) authors: Vec<String>,
    /// The date of the last change, with the words that say it.
    pub(super) updated: Option<(String, String)>,
}

/// Labels tags and credits.
pub(super) fn label(text: &str, units: &mut [Unit]) -> Labelled {
    let mut labelled = Labelled::default();
    for at in 0..units.len() {
        if !units[at].is_free() {
            continue;
        }
        let own = units[at].text(text);
        if is_hashtags(own) {
            units[at].mark_as(BlockKind::Tags, "every word is a hashtag");
            continue;
        }
        let found = units[at].signs.iter().find(|found| is_label(&units[at], own, found)).cloned();
        let Some(found) = found else {
            inline_credit(own, &mut units[at]);
            continue;
        };
        let (kind, what) = match found.sign {
            Sign::Tags => (BlockKind::Tags, "tags after"),
            _ => (BlockKind::Credit, "credit"),
        };
        let reason = format!("{what} “{}”", found.phrase);
        let content = content(own, &found);
        match found.sign {
            Sign::Byline => labelled.authors.extend(names(&own[content.clone()])),
            Sign::Updated => {
                let date = dates::written(own).into_iter().next();
                labelled.updated = date.map(|date| (date.iso, reason.clone())).or(labelled.updated);
            }
            _ => {}
        }
        units[at].mark_as(kind, reason.clone());
        // A label alone stands above its content; an agency's name is a credit by itself.
        if content.is_empty() && found.how != How::Inside && found.sign != Sign::Agency {
            below(units, at, kind, &reason);
        }
    }
    labelled
}

/// Whether the phrase is a label here, and not the beginning of a sentence.
fn is_label(unit: &Unit, own: &str, found: &Sighting) -> bool {
    let colon = own[found.place.end..].trim_start().starts_with(':');
    // After a credit that runs into a sentence, the sentence is what counts.
    let short = unit.words <= 8 || (unit.words <= 40 && !unit.ends);
    match (found.sign, found.how) {
        (Sign::Tags | Sign::Credits | Sign::Agency, How::Whole) => unit.words <= 6,
        (Sign::Tags | Sign::Credits | Sign::Byline, How::Start) if colon => short,
        (Sign::Byline, How::Start) => {
            let rest = own[found.place.end..].trim();
            unit.words <= 8 && !unit.ends && are_names(rest)
        }
        // `Photo AFP`, `Снимка БТА`, `© Reuters / A. Name`.
        (Sign::Credits, How::Start) => unit.words <= 6 && !unit.ends && has_agency(unit),
        (Sign::Agency, _) => unit.words <= 8 && (own.starts_with(['©', '(']) || is_joined(own)),
        // `BuzzFeed Original`: the label after the name.
        (Sign::Credits, How::Inside) => {
            found.place.end == own.len() && unit.words <= 4 && !unit.ends
        }
        (Sign::Updated, How::Start | How::Whole) => {
            unit.words <= 10 && !dates::written(own).is_empty()
        }
        _ => false,
    }
}

fn has_agency(unit: &Unit) -> bool {
    unit.signs.iter().any(|found| found.sign == Sign::Agency)
}

/// The part of the line after the label and its colon.
fn content(own: &str, found: &Sighting) -> Range<usize> {
    let rest = &own[found.place.end..];
    let words = rest.trim_start_matches(|c: char| c == ':' || crate::source::is_space(c));
    own.len() - words.len()..own.len()
}

/// Labels what stands right below a label: one line of it, more while lines are very short.
fn below(units: &mut [Unit], label: usize, kind: BlockKind, reason: &str) {
    let reason = reason.to_owned();
    for (nth, unit) in units[label + 1..].iter_mut().enumerate() {
        let first = nth == 0;
        let fits =
            if first { unit.words <= 40 } else { unit.words <= 3 && kind == BlockKind::Tags };
        if !unit.is_free()
            || unit.ends
            || !fits
            || (unit.apart && !first)
            || !unit.signs_allow(kind)
        {
            break;
        }
        unit.mark_as(kind, reason.clone());
    }
}

impl Unit {
    /// A line that shows a sign of its own is not the content of the label above it.
    fn signs_allow(&self, kind: BlockKind) -> bool {
        self.signs.iter().all(|found| {
            found.how != How::Whole || (kind == BlockKind::Credit && found.sign == Sign::Agency)
        })
    }
}

/// `Reuters / A. Name`, `iStock/Getty Images`: names joined by a stroke.
fn is_joined(own: &str) -> bool {
    own.contains('/') && are_names(own)
}

fn is_hashtags(own: &str) -> bool {
    let mut words = own.split_whitespace().peekable();
    words.peek().is_some() && words.all(|word| word.starts_with('#') && word.chars().count() > 1)
}

/// A short text under a picture ends in its credit: `The bridge at dawn. Photo: A. Name`.
fn inline_credit(own: &str, unit: &mut Unit) {
    let credit = unit.signs.iter().find(|found| {
        found.sign == Sign::Credits
            && found.how == How::Inside
            && own[found.place.end..].trim_start().starts_with(':')
            && own.len() - found.place.end <= 80
    });
    let Some(phrase) = credit.map(|found| found.phrase) else { return };
    if unit.words <= 40 {
        unit.mark_as(BlockKind::Caption, format!("ends in the credit “{phrase}:”"));
    }
}

fn names(list: &str) -> Vec<String> {
    let date = dates::written(list).first().map_or(list.len(), |date| date.place.start);
    list[..date]
        .split([',', ';', '/', '|'])
        .map(|name| name.trim_matches(|c: char| !c.is_alphanumeric() && c != '.').to_owned())
        .filter(|name| (1..=5).contains(&name.split_whitespace().count()) && are_names(name))
        .collect()
}

/// Every word begins with a capital, as names do; small words between are allowed.
pub(in crate::source) fn are_names(text: &str) -> bool {
    let mut words = 0;
    for word in text.split_whitespace() {
        let Some(first) = word.chars().find(|c| c.is_alphanumeric()) else { continue };
        words += 1;
        if first.is_lowercase() && word.chars().count() > 3 {
            return false;
        }
    }
    words > 0 && text.chars().any(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use crate::source::{
        BlockKind,
        plain::{lines, units},
    };

    fn kinds(text: &str) -> Vec<Option<BlockKind>> {
        let lines = lines::split(text);
        let mut units = units::group(text, &lines, 0..lines.len());
        super::label(text, &mut units);
        units.into_iter().map(|unit| unit.label.map(|label| label.kind)).collect()
    }

    #[test]
    fn tags_stand_after_their_label_or_below_it() {
        let tags = Some(BlockKind::Tags);
        assert_eq!(kinds("Tags: bridge, river"), [tags]);
        assert_eq!(kinds("Теги\nмост река город"), [tags, tags]);
        assert_eq!(kinds("#bridge #river"), [tags]);
    }

    #[test]
    fn a_credit_is_a_label_with_a_name_or_an_agency_alone() {
        let credit = Some(BlockKind::Credit);
        for line in ["Снимка: Иван Петров", "Reuters", "By Ann Smith", "Джерело: УНІАН", "© AFP"]
        {
            assert_eq!(kinds(line), [credit], "{line}");
        }
        for line in [
            "By the river stood a house.",
            "Reuters reported on Monday that it rained.",
            "Фото показали журналистам.",
        ] {
            assert_eq!(kinds(line), [None], "{line}");
        }
    }

    #[test]
    fn a_line_that_ends_in_a_photographer_is_a_caption() {
        assert_eq!(kinds("The bridge at dawn. Photo: Ann Smith"), [Some(BlockKind::Caption)]);
    }
}
