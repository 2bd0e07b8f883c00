//! What stands around an article, between and beside its headline and its text.
//!
//! In: a page, its headline. Out: which runs are that near, and what those outside the
//! element of the text are: the summary, captions of pictures, credits, date lines, tags.
//! What is near is judged by its own words; the rest of a page is furniture.

use std::ops::Range;

use super::{
    label::{Label, Page, by_sign, rank},
    marks::{self, Claim, Role},
    region::Extents,
    runs::Run,
    tree::Id,
};
use crate::source::{BlockKind, dates};

/// So many runs before the headline, and after the text, may belong to the article.
const BEFORE: usize = 6;
const AFTER: usize = 12;

/// A caption has at most so many words, credits included.
const CAPTION: usize = 45;

/// A summary has at most so many words.
const SUMMARY_WORDS: usize = 90;

/// Words of class names for what holds a picture.
const PICTURES: &[&str] = &[
    "photo",
    "foto",
    "image",
    "img",
    "picture",
    "pic",
    "thumb",
    "thumbnail",
    "media",
    "figure",
    "illustration",
    "lightbox",
    "gallery",
    "announce",
];

/// Words of class names for a summary.
const SUMMARY: &[&str] = &[
    "lead",
    "lede",
    "standfirst",
    "intro",
    "introduction",
    "summary",
    "subtitle",
    "subheadline",
    "subhead",
    "perex",
    "deck",
    "dek",
    "excerpt",
    "abstract",
    "anons",
    "sapo",
    "vorspann",
    "chapeau",
    "entradilla",
    "zajawka",
    "second-title",
    "article-summary",
    "podzaglavie",
];

/// The runs in the innermost element that holds both the headline and the text, as far as
/// they are near.
pub(super) fn zone(page: &Page<'_>, extents: &Extents, headline: Option<usize>) -> Range<usize> {
    let region = page.region.runs.clone();
    let Some(headline) = headline.filter(|nth| *nth <= region.start) else { return region };
    let holds = |id: &Id| *id <= page.region.id && page.region.id < page.tree.nodes[*id].end;
    let around = page.tree.ancestors(page.runs[headline].id).find(holds);
    let all = extents.runs(around.unwrap_or(0));
    let from = all.start.max(headline.saturating_sub(BEFORE));
    let to = all.end.min(region.end + AFTER);
    from.min(region.start)..to.max(region.end)
}

/// What a run near the text, but outside its element, is.
pub(super) fn outside(page: &Page<'_>, nth: usize) -> Option<Label> {
    let run = &page.runs[nth];
    let own = run.text(page.text);
    if run.words == 0 {
        return None;
    }
    if let Some(label) = by_sign(own, run)
        && matches!(label.kind, BlockKind::Tags | BlockKind::Credit)
    {
        return Some(label);
    }
    if let Some(caption) = beside_picture(page, run) {
        return Some(caption);
    }
    let dated = run.words <= 24
        && (run.time.is_some() || dates::written(own).into_iter().any(|date| date.has_day()));
    (dated && run.linked < run.words).then(|| Label::new(BlockKind::Credit, "date line"))
}

/// The caption that a short text beside a picture is: both in an element made for pictures.
pub(super) fn beside_picture(page: &Page<'_>, run: &Run) -> Option<Label> {
    let tree = page.tree;
    let holder = tree.ancestors(run.id).take(4).find(|id| {
        let (id, end) = (*id, tree.nodes[*id].end);
        let small = end - id <= 60 && !matches!(tree.name(id), "p" | "body" | "article" | "main");
        small && (id..end).any(|id| matches!(tree.name(id), "img" | "picture"))
    })?;
    let words = tree.text_below(holder, 1_000).split_whitespace().count();
    if words > CAPTION || run.linked * 2 > run.words {
        return None;
    }
    let class = class_word(page, holder, PICTURES)?;
    Some(Label::new(BlockKind::Caption, format!("beside a picture: class “{class}”")))
}

/// Whether the element of a run, or the one around it, is made for a summary: the word. What
/// holds more than a summary has is named for something else.
pub(super) fn summary_word(page: &Page<'_>, run: &Run) -> Option<&'static str> {
    let short =
        |id: &Id| page.tree.text_below(*id, 2_000).split_whitespace().nth(SUMMARY_WORDS).is_none();
    page.tree.ancestors(run.id).take(2).filter(short).find_map(|id| class_word(page, id, SUMMARY))
}

fn class_word(page: &Page<'_>, id: Id, among: &'static [&'static str]) -> Option<&'static str> {
    let words = marks::words(page.tree.attribute(id, "class")?);
    among.iter().copied().find(|wanted| {
        let parts: Vec<&str> = wanted.split('-').collect();
        words
            .windows(parts.len())
            .any(|own| own.iter().map(String::as_str).eq(parts.iter().copied()))
    })
}

/// What an element near the text is whose markup claims a role of its own.
pub(super) fn claimed(page: &Page<'_>, run: &Run, claim: &Claim) -> Option<Label> {
    let reason = || format!("{}: {}", claim.role.words(), claim.said);
    match claim.role {
        Role::Caption => Some(Label::new(BlockKind::Caption, reason())),
        Role::Credit => Some(Label::new(BlockKind::Credit, reason())),
        Role::Tags => Some(Label::new(BlockKind::Tags, reason())),
        // `class="media__copyright"` below a picture.
        Role::Foot | Role::Media if claim.said.starts_with("class") => beside_picture(page, run),
        _ => None,
    }
}

/// Whether a heading stands right below the headline: the summary.
pub(super) fn is_second_heading(page: &Page<'_>, headline: usize, nth: usize) -> bool {
    let run = &page.runs[nth];
    nth <= headline + 2
        && run.words >= 5
        && run.linked == 0
        && rank(page.tree, run.id).is_some_and(|rank| rank >= 2)
}
