//! What each run of a page is.
//!
//! In: a page's runs and where its article stands. Out: for each run a kind and the reason.
//! What stands outside the article, or in an element made for something else, is set aside;
//! what is left gets its kind from its element. A line that shows a sign of page furniture
//! ([`signs`]), that is nothing but a link, or that is short and no sentence, is no text.

use std::ops::Range;

use super::{
    bylines, near,
    region::{self, Extents, Region},
    runs::Run,
    tree::{Id, Tree},
};
use crate::source::{
    BlockKind, dates,
    plain::{
        signs::{self, How, Sighting, Sign},
        units::{ends_sentence, plainly},
    },
};

/// A run's kind and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Label {
    pub(super) kind: BlockKind,
    pub(super) reason: String,
}

impl Label {
    pub(super) fn new(kind: BlockKind, reason: impl Into<String>) -> Self {
        Self { kind, reason: reason.into() }
    }

    fn aside(reason: impl Into<String>) -> Self {
        Self::new(BlockKind::Boilerplate, reason)
    }
}

/// A page as far as it is understood when its runs are labelled.
pub(super) struct Page<'p> {
    pub(super) tree: &'p Tree,
    pub(super) text: &'p str,
    pub(super) runs: &'p [Run],
    pub(super) region: &'p Region,
    pub(super) stated: Option<&'p [bool]>,
    /// The page's title as its data and its head give it.
    pub(super) titles: [Option<&'p str>; 3],
    /// The summary as its data and its head give it.
    pub(super) summaries: [Option<&'p str>; 2],
}

/// The kinds of all runs, and which runs are near the text.
pub(super) fn all(page: &Page<'_>, extents: &Extents) -> (Vec<Label>, Range<usize>) {
    let headline = headline(page);
    let zone = near::zone(page, extents, headline);
    let mut labels: Vec<Label> =
        (0..page.runs.len()).map(|nth| one(page, nth, headline, &zone)).collect();
    repeated(page, headline, &mut labels);
    leads(page, headline, &mut labels);
    pulled(page, &mut labels);
    leading_aside(page, &mut labels);
    lonely_headings(page, &mut labels);
    never_empty(page, &mut labels);
    (labels, zone)
}

/// The run that is the headline: the heading that says the title, else the first of the
/// first rank near the article.
fn headline(page: &Page<'_>) -> Option<usize> {
    let heads = |nth: &usize| {
        let run = &page.runs[*nth];
        rank(page.tree, run.id).is_some() && run.words > 0 && page.region.ruled[*nth].is_none()
    };
    let before = 0..page.region.runs.end;
    for title in page.titles.iter().flatten().map(|title| plainly(title)) {
        let says = |nth: &usize| {
            let own = plainly(page.runs[*nth].text(page.text));
            own == title
                || (own.len() >= 24 && title.starts_with(&own))
                || (title.len() >= 24 && own.starts_with(&title))
        };
        if let Some(nth) = before.clone().rev().filter(heads).find(says) {
            return Some(nth);
        }
    }
    let first = |nth: &usize| rank(page.tree, page.runs[*nth].id) == Some(1);
    let body = first_prose(page);
    before
        .clone()
        .take(body)
        .rev()
        .filter(heads)
        .find(first)
        .or_else(|| before.filter(heads).find(first))
        .or_else(|| unmarked(page, body))
}

/// The line above the text that says the title, on a page whose headline is no heading.
fn unmarked(page: &Page<'_>, body: usize) -> Option<usize> {
    let titles: Vec<String> = page.titles.iter().flatten().map(|title| plainly(title)).collect();
    (page.region.runs.start..body.min(page.region.runs.end)).find(|nth| {
        let run = &page.runs[*nth];
        let own = plainly(said(page.tree, run, page.text));
        page.region.ruled[*nth].is_none()
            && own.len() >= 24
            && run.linked * 2 <= run.words
            && titles.iter().any(|title| title.starts_with(&own))
    })
}

/// What a headline says: all of a heading, the first line of anything else.
pub(super) fn said<'t>(tree: &Tree, run: &Run, text: &'t str) -> &'t str {
    let own = run.text(text);
    match rank(tree, run.id) {
        Some(_) => own,
        None => own.lines().next().unwrap_or(own).trim_end(),
    }
}

fn first_prose(page: &Page<'_>) -> usize {
    page.region
        .runs
        .clone()
        .find(|nth| {
            page.region.ruled[*nth].is_none() && region::prose(&page.runs[*nth], page.text) > 0
        })
        .unwrap_or(page.region.runs.start)
}

/// The rank of the heading that holds a run.
pub(super) fn rank(tree: &Tree, id: Id) -> Option<u8> {
    tree.ancestors(id).take(3).find_map(|id| match tree.name(id).as_bytes() {
        [b'h', rank @ b'1'..=b'6'] => Some(rank - b'0'),
        _ => None,
    })
}

fn one(page: &Page<'_>, nth: usize, headline: Option<usize>, zone: &Range<usize>) -> Label {
    let run = &page.runs[nth];
    let stated = page.stated.is_some_and(|stated| stated[nth]);
    if Some(nth) == headline {
        let why = match rank(page.tree, run.id) {
            Some(_) => "heading of the article",
            None => "line above the text that says the page's title",
        };
        return Label::new(BlockKind::Headline, why);
    }
    let is_near = zone.contains(&nth);
    if let Some(claim) = &page.region.ruled[nth] {
        let label = if is_near { near::claimed(page, run, claim) } else { None };
        return label
            .unwrap_or_else(|| Label::aside(format!("{}: {}", claim.role.words(), claim.said)));
    }
    if !page.region.runs.contains(&nth) {
        let label = if is_near { near::outside(page, nth) } else { None };
        return label.unwrap_or_else(|| Label::aside("outside the article"));
    }
    if headline.is_some_and(|headline| nth < headline) {
        return Label::aside("above the headline");
    }
    inside(page, run, stated)
}

/// A run inside the article that no element around it rules out.
fn inside(page: &Page<'_>, run: &Run, stated: bool) -> Label {
    let own = run.text(page.text);
    let around =
        |name: &str| page.tree.ancestors(run.id).take(8).any(|id| page.tree.name(id) == name);
    if around("figure") && !around("table") {
        return Label::new(BlockKind::Caption, "text of a figure");
    }
    if run.words == 0 {
        return Label::aside("no words");
    }
    if let Some(label) = by_sign(own, run) {
        return label;
    }
    if let Some(label) = near::beside_picture(page, run).filter(|_| !stated) {
        return label;
    }
    if run.words <= 14 && bylines::is_translation(own) {
        return Label::new(BlockKind::Credit, "says what it was translated from");
    }
    let points = own.starts_with(['>', '»', '→', '►', '▶', '➤', '+', '•', '*']);
    if points && run.linked * 5 >= run.words * 2 && run.words <= 30 {
        return Label::aside("points to a link");
    }
    if run.linked * 10 >= run.words * 8 && run.words <= 30 && (!stated || around("li")) {
        return Label::aside("nothing but a link");
    }
    if let Some(rank) = rank(page.tree, run.id) {
        return match rank {
            1 => Label::aside("second heading of the first rank"),
            _ => Label::new(BlockKind::Subheading, ""),
        };
    }
    if around("blockquote") {
        return Label::new(BlockKind::Quote, "");
    }
    if around("li") || around("dd") || around("dt") {
        return Label::new(BlockKind::List, "");
    }
    if run.row {
        return Label::new(BlockKind::List, "row of a table");
    }
    let date = || dates::written(own).into_iter().next();
    if run.words <= 14
        && !stated
        && (run.time.is_some()
            || date().is_some_and(|date| {
                date.has_day() && (date.place.end - date.place.start) * 3 > own.len()
            }))
    {
        return Label::new(BlockKind::Credit, "date line");
    }
    if is_clock(own) {
        return Label::new(BlockKind::Credit, "clock time");
    }
    let sentence = ends_sentence(own);
    let loose = !matches!(page.tree.name(run.id), "p" | "td" | "pre");
    if run.strong == run.words && run.words <= 14 && !sentence {
        return Label::new(BlockKind::Subheading, "bold line");
    }
    if run.words < 8 && !sentence && loose && !stated {
        return Label::aside("short line, no sentence");
    }
    Label::new(BlockKind::Paragraph, "")
}

/// `14:05`, as the entries of a live report have it.
fn is_clock(own: &str) -> bool {
    let digits = |part: &str| part.len() <= 2 && part.bytes().all(|byte| byte.is_ascii_digit());
    own.split_once(':').is_some_and(|(hour, minute)| {
        digits(hour) && digits(minute) && !hour.is_empty() && minute.len() == 2
    })
}

pub(super) fn by_sign(own: &str, run: &Run) -> Option<Label> {
    if run.words > 40 {
        return None;
    }
    if run.words <= bylines::SIGNED && bylines::signed(own).is_some() {
        return Some(Label::new(BlockKind::Credit, format!("{}: “{own}”", Sign::Byline.words())));
    }
    let words = signs::words(own);
    let found = signs::sightings(&words);
    let counts = |found: &&Sighting| match found.how {
        How::Whole => true,
        // One word is a label only with its colon, before a few words.
        How::Start => {
            let short = run.words <= 8 || found.sign == Sign::Tags;
            found.words >= 2 || (short && labelled(own, found))
        }
        How::Inside => found.words >= 3 && run.words <= 25,
    };
    let best = found.iter().find(counts)?;
    let linky = run.linked * 2 >= run.words;
    let colon = labelled(own, best);
    let whole = best.how == How::Whole;
    let kind = match best.sign {
        Sign::Login | Sign::Share | Sign::Notices | Sign::Comments | Sign::Teasers
            if whole || colon || linky || best.words >= 3 =>
        {
            BlockKind::Boilerplate
        }
        Sign::Tags if whole || colon => BlockKind::Tags,
        Sign::Credits | Sign::Agency | Sign::Byline | Sign::Updated
            if whole || (colon && run.words <= 14) =>
        {
            BlockKind::Credit
        }
        Sign::Ago if whole => BlockKind::Credit,
        _ => return None,
    };
    Some(Label::new(kind, format!("{}: “{}”", best.sign.words(), best.phrase)))
}

/// Whether a phrase stands before a colon or an arrow.
fn labelled(own: &str, found: &Sighting) -> bool {
    own[found.place.end..].trim_start().starts_with([':', '|', '>', '»'])
}

/// The headline said again.
fn repeated(page: &Page<'_>, headline: Option<usize>, labels: &mut [Label]) {
    let Some(headline) = headline else { return };
    let twin = plainly(page.runs[headline].text(page.text));
    for (nth, label) in labels.iter_mut().enumerate() {
        if nth != headline
            && label.kind.is_main()
            && plainly(page.runs[nth].text(page.text)) == twin
        {
            *label = Label::aside("repeats the headline");
        }
    }
}

/// Between headline and text: the summary.
fn leads(page: &Page<'_>, headline: Option<usize>, labels: &mut [Label]) {
    let Some(headline) = headline else { return };
    let body = first_prose(page);
    let summaries: Vec<String> =
        page.summaries.iter().flatten().map(|summary| plainly(summary)).collect();
    for nth in headline + 1..labels.len().min(headline + 24) {
        let run = &page.runs[nth];
        if page.region.ruled[nth].is_some() || run.linked * 2 > run.words {
            continue;
        }
        let own = plainly(run.text(page.text));
        let says = run.words >= 5
            && summaries.iter().any(|summary| {
                *summary == own
                    || (own.len() > 60
                        && (summary.starts_with(&own)
                            || own.starts_with(summary.trim_end_matches(['.', '…']))))
            });
        if nth < body && near::is_second_heading(page, headline, nth) {
            labels[nth] = Label::new(BlockKind::Lead, "heading below the headline");
            continue;
        }
        if nth <= body
            && labels[nth].kind != BlockKind::Caption
            && run.words >= 8
            && let Some(word) = near::summary_word(page, run)
        {
            labels[nth] = Label::new(BlockKind::Lead, format!("class “{word}”"));
            continue;
        }
        let outside = !page.region.runs.contains(&nth);
        let above =
            nth < body && outside && run.words >= 8 && (ends_sentence(run.text(page.text)) || says);
        let body_like = page.region.runs.contains(&nth) && is_like_next(page, nth);
        if above || (says && nth <= body + 1 && !body_like) {
            let why = if says {
                "the summary that the page’s data gives"
            } else {
                "between headline and text"
            };
            labels[nth] = Label::new(BlockKind::Lead, why);
        }
    }
}

/// Whether a run stands in the text as the paragraph after it does.
fn is_like_next(page: &Page<'_>, nth: usize) -> bool {
    let own = page.runs[nth].id;
    let rest = page.region.runs.end.min(nth + 12);
    let next = (nth + 1..rest).find(|next| region::prose(&page.runs[*next], page.text) > 0);
    let Some(next) = next.map(|next| page.runs[next].id) else { return true };
    let class = |id: Id| page.tree.attribute(id, "class");
    own == next
        || (page.tree.nodes[own].parent == page.tree.nodes[next].parent
            && page.tree.name(own) == page.tree.name(next)
            && class(own) == class(next))
}

/// Quotations set apart that the text has as well.
fn pulled(page: &Page<'_>, labels: &mut [Label]) {
    let quotes: Vec<usize> = page
        .region
        .runs
        .clone()
        .filter(|nth| labels[*nth].kind == BlockKind::Quote && page.runs[*nth].words <= 50)
        .collect();
    if quotes.is_empty() {
        return;
    }
    let texts: Vec<(usize, String)> = page
        .region
        .runs
        .clone()
        .filter(|nth| labels[*nth].kind == BlockKind::Paragraph)
        .map(|nth| (nth, plainly(page.runs[nth].text(page.text))))
        .collect();
    for nth in quotes.into_iter().take(200) {
        let own = plainly(page.runs[nth].text(page.text));
        if own.len() >= 30 && texts.iter().any(|(_, text)| text.contains(&own)) {
            labels[nth] = Label::aside("a quotation that the text has as well");
        }
    }
}

/// Short lines that end in a colon and lead to what was set aside.
fn leading_aside(page: &Page<'_>, labels: &mut [Label]) {
    for nth in page.region.runs.clone() {
        let run = &page.runs[nth];
        let short = labels[nth].kind == BlockKind::Paragraph && run.words <= 14;
        let next = labels.get(nth + 1).is_none_or(|next| next.kind == BlockKind::Boilerplate);
        if short && next && run.text(page.text).ends_with(':') {
            labels[nth] = Label::aside("leads to what was set aside");
        }
    }
}

/// Headings with nothing of the text below them head what was set aside.
fn lonely_headings(page: &Page<'_>, labels: &mut [Label]) {
    let mut text_below = false;
    for nth in page.region.runs.clone().rev() {
        match labels[nth].kind {
            BlockKind::Subheading if !text_below => {
                labels[nth] = Label::aside("heading with no text below it");
            }
            BlockKind::Subheading => {}
            BlockKind::Paragraph | BlockKind::Quote | BlockKind::List => text_below = true,
            BlockKind::Boilerplate if page.runs[nth].words >= 3 => {}
            _ => {}
        }
    }
}

/// A page of which nothing would be left is all text, but for what its markup rules out.
fn never_empty(page: &Page<'_>, labels: &mut [Label]) {
    let text = |label: &Label| {
        label.kind.is_main()
            && label.kind != BlockKind::Headline
            && label.kind != BlockKind::Caption
    };
    if labels.iter().any(text) {
        return;
    }
    for (nth, label) in labels.iter_mut().enumerate() {
        let free = page.region.ruled[nth].is_none() && page.runs[nth].words > 0;
        if label.kind == BlockKind::Boilerplate
            && free
            && page.runs[nth].linked * 2 <= page.runs[nth].words
        {
            *label = Label::new(BlockKind::Paragraph, "the page has no other text");
        }
    }
    if !labels.iter().any(text)
        && let Some(longest) =
            (0..labels.len()).max_by_key(|nth| (page.runs[*nth].words, usize::MAX - nth))
    {
        labels[longest] =
            Label::new(BlockKind::Paragraph, "the longest line of a page without text");
    }
}
