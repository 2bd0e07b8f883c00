//! Plain text to understood blocks.
//!
//! In: a text. Out: its blocks, which cover it byte for byte, and what its own lines say
//! about it (title, outlet, date). A pipeline of small stages, each of which labels what it
//! is sure of and leaves the rest: `lines` → `comments` → `units` → `teasers`, `tags`,
//! `furniture`, `headline` → the tail of the page → `stretch` → `subheadings`. What the languages know
//! of pages is in their `signs`; no stage knows a language or a site.

pub(in crate::source) mod answers;
mod comments;
mod furniture;
mod headline;
mod lines;
pub(super) mod signs;
mod stretch;
mod subheadings;
pub(super) mod tags;
mod teasers;
pub(super) mod units;

use std::ops::Range;

use self::{
    comments::Comment,
    lines::Line,
    signs::Sighting,
    units::{Label, Unit},
};
use super::{
    Block, BlockKind, Found, Reason,
    assembly::Known,
    dates::{self, Home},
    import,
};
use crate::{lang::Lang, span::Span};

/// What a text's own lines say.
#[derive(Debug, Default)]
pub(super) struct Understood {
    pub(super) blocks: Vec<Block>,
    pub(super) title: Option<Found<String>>,
    pub(super) outlet: Option<Found<String>>,
    pub(super) authors: Option<Found<Vec<String>>>,
    pub(super) date: Option<Found<String>>,
    pub(super) updated: Option<Found<String>>,
    pub(super) url: Option<Found<String>>,
}

/// Understands `text`; `title` is a headline known from elsewhere, `known` the parts whose
/// roles are. The blocks' languages are still undetermined.
pub(super) fn understand(text: &str, title: Option<&str>, known: &[Known]) -> Understood {
    let lines = lines::split(text);
    let habit = dates::habit(text, Home::default(), || import::language([text]).value);
    let comments = comments::find(text, &lines, habit.as_ref());
    let mut units = uncommented(text, &lines, &comments);
    let headline = stated(text, &mut units, known);
    teasers::feeds(text, &mut units);
    let labelled = tags::label(text, &mut units);
    furniture::label(&mut units);
    furniture::menus(&mut units);
    let head = headline::label(text, &mut units, title, habit.as_ref());
    teasers::repeated(text, &mut units);
    furniture::cut(&mut units);
    stretch::outside(&mut units);
    subheadings::label(text, &mut units);
    let outlet = head.outlet.or_else(|| named_by_notice(text, &units));
    let date = head.date.or_else(|| of_first_comment(&comments));
    let authors = match labelled.authors {
        authors if !authors.is_empty() => Some(Found::new(authors, "labelled line")),
        _ => head.author.map(|author| Found::new(vec![author], "line at the headline")),
    };
    Understood {
        blocks: blocks(text, &lines, &units, comments),
        title: headline.or(head.title),
        outlet,
        authors,
        date,
        updated: labelled.updated.map(|(iso, reason)| Found::new(iso, reason)),
        url: head.url,
    }
}

/// Labels the units that lie in parts of known roles; the headline among them, if any.
fn stated(text: &str, units: &mut [Unit], known: &[Known]) -> Option<Found<String>> {
    let mut parts = known.iter().peekable();
    let mut headline = None;
    for unit in units {
        while parts.next_if(|part| part.place.end <= unit.content.start).is_some() {}
        let Some(part) = parts.peek().filter(|part| part.place.start < unit.content.end) else {
            continue;
        };
        unit.mark_as(part.kind, part.reason.clone());
        if part.kind == BlockKind::Headline && headline.is_none() {
            let words: Vec<&str> = text[part.place.clone()].split_whitespace().collect();
            headline = Some(Found::new(words.join(" "), part.reason.clone()));
        }
    }
    headline
}

/// The units of the lines that no comment has claimed.
fn uncommented(text: &str, lines: &[Line], comments: &[Comment]) -> Vec<Unit> {
    let mut units = Vec::new();
    let mut from = 0;
    for comment in comments {
        units.extend(units::group(text, lines, from..comment.lines.start));
        from = comment.lines.end;
    }
    units.extend(units::group(text, lines, from..lines.len()));
    units
}

/// The publisher as a notice names it (`© 2019 Daily Example`).
fn named_by_notice(text: &str, units: &[Unit]) -> Option<Found<String>> {
    let named = |unit: &Unit, found: &Sighting| {
        let name = found.name.clone()?;
        let own = unit.text(text);
        let first = own[name.clone()].chars().next()?;
        first.is_uppercase().then(|| {
            Found::new(own[name].to_owned(), format!("named by the notice “{}”", found.phrase))
        })
    };
    units
        .iter()
        .filter(|unit| unit.is(BlockKind::Boilerplate))
        .find_map(|unit| unit.signs.iter().find_map(|found| named(unit, found)))
}

/// The day of the earliest comment: the text is not younger.
fn of_first_comment(comments: &[Comment]) -> Option<Found<String>> {
    let times = comments.iter().filter_map(|comment| comment.label.comment.as_ref()?.time.as_ref());
    let first = times.filter_map(|time| time.get(..10)).min()?;
    Some(Found::guessed(first.to_owned(), "date of the first comment, an upper bound"))
}

/// Units and comments, in order, as blocks without gap or overlap.
fn blocks(text: &str, lines: &[Line], units: &[Unit], comments: Vec<Comment>) -> Vec<Block> {
    let mut parts: Vec<(Range<usize>, Label)> = comments
        .into_iter()
        .map(|comment| (comment.lines, comment.label))
        .chain(units.iter().filter_map(|unit| Some((unit.lines.clone(), unit.label.clone()?))))
        .collect();
    parts.sort_by_key(|(lines, _)| lines.start);
    parts.dedup_by(|next, before| belong_together(&before.1, &next.1));
    if parts.is_empty() && !lines.is_empty() {
        let label = Label { kind: BlockKind::Paragraph, reason: String::new(), comment: None };
        parts.push((0..lines.len(), label));
    }
    let starts: Vec<usize> = parts
        .iter()
        .enumerate()
        .map(|(nth, (own, _))| if nth == 0 { 0 } else { lines[own.start].all.start })
        .collect();
    let ends = starts.iter().copied().skip(1).chain([text.len()]);
    let places = starts.iter().copied().zip(ends);
    parts
        .into_iter()
        .zip(places)
        .map(|((_, label), (start, end))| block(label, start, end))
        .collect()
}

/// Items of one list, lines of one feed, tags below one label are one block.
fn belong_together(before: &Label, next: &Label) -> bool {
    matches!(
        before.kind,
        BlockKind::List | BlockKind::Boilerplate | BlockKind::Tags | BlockKind::Credit
    ) && before == next
}

fn block(label: Label, start: usize, end: usize) -> Block {
    let span = Span::of(start, end);
    let head = label.comment;
    Block {
        kind: label.kind,
        span,
        lang: Lang::UND,
        depth: head.as_ref().map_or(0, |head| head.depth),
        body: head.as_ref().map_or(span.start, |head| Span::of(head.body.min(end), end).start),
        author: head.as_ref().and_then(|head| head.author.clone()),
        time: head.and_then(|head| head.time),
        reason: Reason::new(label.reason),
    }
}
