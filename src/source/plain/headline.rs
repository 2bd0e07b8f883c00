//! The head of a page: what stands above the first paragraph.
//!
//! In: units. Out: the same units; headline, lead, date line and repetitions of the
//! headline labelled; the title and the outlet handed on with their reasons. A text that
//! begins with a paragraph has no headline, and none is invented.

use super::{
    furniture,
    tags::are_names,
    units::{Label, Unit, plainly},
};
use crate::source::{
    BlockKind, Found,
    dates::{self, Habit},
};

/// What the head of a page says.
#[derive(Debug, Default)]
pub(super) struct Head {
    pub(super) title: Option<Found<String>>,
    pub(super) outlet: Option<Found<String>>,
    pub(super) author: Option<String>,
    pub(super) date: Option<Found<String>>,
    pub(super) url: Option<Found<String>>,
}

/// Looks for a headline among this many units.
const HEAD: usize = 12;

/// Labels the head; `given` is a title known from elsewhere.
/// `habit` is how day and month stand in its dates.
pub(super) fn label(
    text: &str,
    units: &mut [Unit],
    given: Option<&str>,
    habit: Option<&Habit>,
) -> Head {
    let mut head = Head::default();
    addresses(text, units, &mut head);
    let Some(body) = furniture::begin_of_text(units) else { return head };
    date(text, units, body, habit, &mut head);
    breadcrumbs(text, units, body);
    let Some((at, reason)) = find(text, units, body, given) else {
        below(text, units, 0, body, &mut head);
        return head;
    };
    let title = units[at].text(text).to_owned();
    units[at].label =
        Some(Label { kind: BlockKind::Headline, reason: reason.into(), comment: None });
    above(text, &mut units[..at], &mut head);
    let twin = plainly(&title);
    for unit in &mut units[at + 1..] {
        if unit.is_free() && unit.words <= 40 && plainly(unit.text(text)) == twin {
            unit.mark_as(BlockKind::Boilerplate, "repeats the headline");
        }
    }
    below(text, units, at + 1, body, &mut head);
    head.title = Some(Found::new(title, reason));
    head
}

/// The unit that is the headline, and why.
fn find(
    text: &str,
    units: &[Unit],
    end: usize,
    given: Option<&str>,
) -> Option<(usize, &'static str)> {
    let fits = |unit: &Unit| {
        let own = unit.text(text);
        let begins =
            own.chars().next().is_some_and(|c| !c.is_lowercase() && !matches!(c, ',' | '.'));
        let closed = unit.ends
            && !own.trim_end_matches(['"', '»', '”', '“']).ends_with(['?', '!', '…'])
            && !own.ends_with("...");
        unit.is_free() && begins && !closed && (1..=30).contains(&unit.words) && own.len() <= 400
    };
    let free: Vec<usize> = (0..end).filter(|at| units[*at].is_free()).collect();
    let near = free.get(free.len().saturating_sub(HEAD)).copied().unwrap_or(end);
    let candidates: Vec<usize> = (near..end).filter(|at| fits(&units[*at])).collect();
    let same = |a: usize, b: usize| plainly(units[a].text(text)) == plainly(units[b].text(text));
    if let Some(given) = given.map(plainly)
        && let Some(at) = candidates.iter().find(|at| plainly(units[**at].text(text)) == given)
    {
        return Some((*at, "the given title stands here"));
    }
    if given.is_some() {
        return None;
    }
    let long: Vec<usize> = candidates.iter().copied().filter(|at| units[*at].words >= 4).collect();
    let twice = long.iter().find(|&&at| {
        (at + 1..units.len()).any(|other| units[other].words == units[at].words && same(at, other))
    });
    if let Some(at) = twice {
        return Some((*at, "line above the text, said twice"));
    }
    let at = long
        .first()
        .or_else(|| candidates.iter().max_by_key(|at| (units[**at].words, usize::MAX - **at)));
    at.map(|at| (*at, "short line above the text"))
}

/// Lines above the headline: one or two are the outlet and its section, more are a menu.
fn above(text: &str, units: &mut [Unit], head: &mut Head) {
    let free: Vec<usize> = (0..units.len()).filter(|at| units[*at].is_free()).collect();
    let menu = free.len() > 2 || units.iter().any(is_menu);
    for (nth, at) in free.into_iter().enumerate() {
        let unit = &mut units[at];
        let own = unit.text(text);
        if nth == 0 && !menu && unit.words <= 6 && !unit.ends {
            head.outlet = Some(Found::new(own.to_owned(), "line above the headline"));
            unit.mark_as(BlockKind::Credit, "outlet: line above the headline");
        } else if menu || unit.words <= 8 {
            unit.mark_as(BlockKind::Boilerplate, "above the headline");
        }
    }
}

fn is_menu(unit: &Unit) -> bool {
    unit.label.as_ref().is_some_and(|label| label.reason.starts_with("menu"))
}

/// Between headline and text: a name is a byline; a longer line is the lead.
fn below(text: &str, units: &mut [Unit], from: usize, body: usize, head: &mut Head) {
    let mut lead = false;
    for unit in units[from..body.max(from)].iter_mut().filter(|unit| unit.is_free()) {
        let own = unit.text(text);
        if unit.words >= 2 && unit.words <= 4 && !unit.ends && all_capitals(own) {
            head.author = head.author.take().or_else(|| Some(own.to_owned()));
            unit.mark_as(BlockKind::Credit, "name under the headline");
        } else if unit.words >= 8 && !lead {
            lead = true;
            unit.mark_as(BlockKind::Lead, "longer line above the text");
        }
    }
    // A paragraph parted from the text by a picture's lines is the summary.
    let parted = units.get(body + 1).is_some_and(|unit| {
        unit.label.as_ref().is_some_and(|label| {
            matches!(label.kind, BlockKind::Credit | BlockKind::Caption)
                || label.reason == "repeats the headline"
        })
    });
    let more = units.iter().skip(body + 1).any(|unit| unit.is_free() && unit.is_prose());
    if parted && more && !lead && units[body].words <= 100 && body >= from {
        units[body].mark_as(BlockKind::Lead, "paragraph parted from the text by a picture's lines");
    }
}

/// `Ann Smith`: each word begins with a capital letter.
pub(super) fn all_capitals(own: &str) -> bool {
    own.split_whitespace().all(|word| word.chars().next().is_some_and(char::is_uppercase))
        && are_names(own)
}

/// Lines that are nothing but an address, at the very top or bottom.
fn addresses(text: &str, units: &mut [Unit], head: &mut Head) {
    let count = units.len();
    for (at, unit) in units.iter_mut().enumerate() {
        let own = unit.text(text);
        let address = (own.starts_with("https://") || own.starts_with("http://"))
            && !own.contains(char::is_whitespace);
        if !address || !unit.is_free() {
            continue;
        }
        if head.url.is_none() && (at < 5 || at + 3 >= count) {
            head.url = Some(Found::new(own.to_owned(), "line that is an address"));
        }
        unit.mark_as(BlockKind::Credit, "line that is an address");
    }
}

/// A date of its own line above the text or right below its first paragraph, or the
/// dateline the text begins with.
fn date(text: &str, units: &mut [Unit], body: usize, habit: Option<&Habit>, head: &mut Head) {
    for at in 0..units.len().min(body + 3) {
        let unit = &mut units[at];
        let own = unit.text(text);
        if at == body {
            if head.date.is_none() {
                head.date = dateline(own).map(|iso| Found::new(iso, "dateline of the text"));
            }
            continue;
        }
        let labelled = unit.is(BlockKind::Credit);
        if !(unit.is_free() || labelled) || unit.words > 16 || is_update(unit) {
            continue;
        }
        let Some(date) = dates::written(own).into_iter().next() else { continue };
        let beside = super::signs::words(&own[..date.place.start]).len()
            + super::signs::words(&own[date.place.end..]).len();
        if beside > 6 || (unit.ends && beside > 2 && !own.ends_with(['.', ','])) {
            continue;
        }
        unit.mark_as(BlockKind::Credit, "date line");
        if head.date.as_ref().is_none_or(|known| known.reason.0.starts_with("dateline")) {
            let (iso, why) = date.settled(habit, None);
            let reason = format!("date line “{own}”");
            head.date = Some(match why {
                Some((why, confidence)) => {
                    Found { confidence, ..Found::new(iso, format!("{reason}, {why}")) }
                }
                None => Found::new(iso, reason),
            });
        }
    }
}

fn is_update(unit: &Unit) -> bool {
    unit.signs.iter().any(|found| found.sign == super::signs::Sign::Updated)
}

/// `SOFIA, 15 January 2018 (Agency) — …`: a date among the first words, before a sign that
/// ends a dateline.
fn dateline(own: &str) -> Option<String> {
    let end = own.char_indices().nth(120).map_or(own.len(), |(at, _)| at);
    let date = dates::written(&own[..end]).into_iter().next()?;
    let before = super::signs::words(&own[..date.place.start]);
    let closes =
        own[date.place.end..].trim_start().starts_with(['.', '-', '–', '—', '(', '/', '|', ':']);
    let first = before.is_empty() && date.clock;
    (date.has_day() && before.len() <= 4 && (closes || first)).then_some(date.iso)
}

/// `Home > World > Europe`.
fn breadcrumbs(text: &str, units: &mut [Unit], body: usize) {
    for unit in &mut units[..body] {
        let pieces: Vec<&str> =
            unit.text(text).split(['>', '»', '›', '|', '/', '→', '\\']).collect();
        let short = pieces.iter().all(|piece| (1..=4).contains(&piece.split_whitespace().count()));
        if pieces.len() >= 3 && short {
            unit.mark_as(BlockKind::Boilerplate, "path of sections");
        }
    }
}
