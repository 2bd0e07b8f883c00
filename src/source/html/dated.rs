//! When a page was published and changed.
//!
//! In: the page's data, its head, its address, its runs. Out: both dates with where they
//! were found. What publishers state for machines comes first, then `time` elements and
//! lines with a date near the headline, the address, and last the first comment, which is an
//! upper bound. Relative dates are reckoned only from a known time of saving.

use super::{
    comments::Comment, label::Label, linked::Linked, metadata::Head, runs::Run, stamp, tree::Tree,
};
use crate::source::{
    BlockKind, Confidence, Found,
    dates::{self, Habit, Written},
    plain::signs::{self, How, Sign},
};

/// Names under which heads give the time of publication.
const PUBLISHED: &[&str] = &[
    "article:published_time",
    "article:published",
    "og:published_time",
    "og:article:published_time",
    "datepublished",
    "date",
    "dc.date.issued",
    "dc.date",
    "dcterms.date",
    "dcterms.created",
    "parsely-pub-date",
    "sailthru.date",
    "publish-date",
    "publish_date",
    "publishdate",
    "pubdate",
    "publication_date",
    "publicationdate",
    "article.published",
    "cxenseparse:recs:publishtime",
    "article:post_date",
    "created",
    "datecreated",
    "citation_publication_date",
    "article_date_original",
    "release_date",
    "firstpublished",
    "published_at",
    "publishedat",
    "last-modified-first",
];

/// Names under which heads give the time of the last change.
const CHANGED: &[&str] = &[
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "dcterms.modified",
    "last-modified",
    "lastmod",
    "article:updated",
    "revised",
];

/// What the dates are found in.
pub(super) struct Sources<'s> {
    pub(super) tree: &'s Tree,
    pub(super) text: &'s str,
    pub(super) runs: &'s [Run],
    pub(super) labels: &'s [Label],
    pub(super) head: &'s Head,
    pub(super) data: &'s Linked,
    pub(super) address: Option<&'s str>,
    /// When the page was saved.
    pub(super) saved: Option<&'s str>,
    /// How day and month stand in its dates.
    pub(super) habit: Option<&'s Habit>,
}

impl Sources<'_> {
    /// The latest day that a date of the page can be.
    fn bound(&self) -> Option<&str> {
        self.saved.or(self.data.modified.as_deref().filter(|own| own.len() >= 10))
    }
}

/// When the page was published.
pub(super) fn published(from: &Sources<'_>) -> Option<Found<String>> {
    let stated = |value: Option<&str>, why: &str| Some(Found::stated(machine(value?)?, why));
    let bound = |value: Option<&str>, why: &str| Some(Found::guessed(machine(value?)?, why));
    stated(from.data.published.as_deref(), "JSON-LD datePublished")
        .or_else(|| {
            let (name, value) = from.head.field(PUBLISHED)?;
            stated(Some(value), &format!("meta {name}"))
        })
        .or_else(|| marked(from, "datePublished"))
        .or_else(|| near_headline(from))
        .or_else(|| by_address(from.address?))
        .or_else(|| anywhere(from))
        .or_else(|| bound(from.data.modified.as_deref(), "JSON-LD dateModified, an upper bound"))
        .or_else(|| {
            let (name, value) = from.head.field(CHANGED)?;
            bound(Some(value), &format!("meta {name}, an upper bound"))
        })
}

/// The day of the earliest comment: the text is not younger.
pub(super) fn by_comments(comments: &[Comment]) -> Option<Found<String>> {
    let first = comments.iter().filter_map(|comment| comment.time.as_ref()?.get(..10)).min()?;
    Some(Found::guessed(first.to_owned(), "date of the first comment, an upper bound"))
}

/// When the page was last changed, where that is another time.
pub(super) fn changed(from: &Sources<'_>, published: Option<&str>) -> Option<Found<String>> {
    let stated = |value: &str, why: &str| Some(Found::stated(machine(value)?, why));
    from.data
        .modified
        .as_deref()
        .and_then(|value| stated(value, "JSON-LD dateModified"))
        .or_else(|| {
            let (name, value) = from.head.field(CHANGED)?;
            stated(value, &format!("meta {name}"))
        })
        .or_else(|| marked(from, "dateModified"))
        .or_else(|| around_headline(from).iter().find_map(|nth| changed_line(from, *nth)))
        .filter(|found| Some(found.value.as_str()) != published)
}

/// A date written for machines, as the clock on the page has it; or as people write it.
pub(super) fn machine(value: &str) -> Option<String> {
    let value = value.trim();
    if value.len() >= 8
        && value.bytes().take(8).all(|b| b.is_ascii_digit())
        && !value.as_bytes().get(8).is_some_and(u8::is_ascii_digit)
    {
        return dates::stated(&format!("{}-{}-{}", &value[..4], &value[4..6], &value[6..8]));
    }
    dates::stated(value).or_else(|| {
        let (date, _) = value.split_once('T')?;
        dates::stated(date)
    })
}

/// An element that microdata marks.
fn marked(from: &Sources<'_>, property: &str) -> Option<Found<String>> {
    let tree = from.tree;
    let is = |id: &usize| {
        tree.attribute(*id, "itemprop")
            .is_some_and(|own| own.split_whitespace().any(|own| own == property))
    };
    (1..tree.nodes.len()).filter(is).find_map(|id| {
        let value = tree.attribute(id, "datetime").or_else(|| tree.attribute(id, "content"));
        let iso = value.and_then(machine).or_else(|| machine(&tree.text_below(id, 200)))?;
        Some(Found::stated(iso, format!("itemprop {property}")))
    })
}

/// A `time` element or a line with a date between headline and text, or right around them.
fn near_headline(from: &Sources<'_>) -> Option<Found<String>> {
    let order = around_headline(from);
    let time = order.iter().find_map(|nth| {
        let id = from.runs[*nth].time?;
        let iso = machine(from.tree.attribute(id, "datetime")?)?;
        Some(Found::new(iso, "time element near the headline"))
    });
    time.or_else(|| order.iter().find_map(|nth| line(from, *nth, "date near the headline")))
        .or_else(|| order.iter().find_map(|nth| reckoned(from, *nth)))
}

/// The runs between headline and text and right around them, the nearest first.
fn around_headline(from: &Sources<'_>) -> Vec<usize> {
    let Some(headline) = from.labels.iter().position(|label| label.kind == BlockKind::Headline)
    else {
        return Vec::new();
    };
    let body =
        from.labels.iter().skip(headline).position(|label| label.kind == BlockKind::Paragraph);
    let body = headline + body.unwrap_or(0);
    let around = headline.saturating_sub(6)..(body + 4).min(from.runs.len());
    let mut order: Vec<usize> = around.collect();
    order.sort_by_key(|nth| (*nth < headline, nth.abs_diff(headline)));
    order
}

/// A short line with an age (`published 3 hours ago`) or a day without its year, on a page
/// whose time of saving is known.
fn reckoned(from: &Sources<'_>, nth: usize) -> Option<Found<String>> {
    let known = stamp::Known { saved: Some(from.saved?), published: None, habit: from.habit };
    let own = from.runs[nth].text(from.text);
    let iso = stamp::written(own, known)?.time?;
    let changed = says_changed(own);
    (!changed && from.runs[nth].words <= 14)
        .then(|| Found::new(iso, format!("“{own}”, reckoned from when the page was saved")))
}

/// A line that says when the page was changed.
fn changed_line(from: &Sources<'_>, nth: usize) -> Option<Found<String>> {
    let run = &from.runs[nth];
    let own = run.text(from.text);
    if run.words > 24 {
        return None;
    }
    let (_, changed) = told_apart(from, own);
    Some(changed?.found(&format!("line “{own}”")))
}

fn says_changed(own: &str) -> bool {
    let found = signs::sightings(&signs::words(own));
    found.iter().any(|found| found.sign == Sign::Updated && found.how != How::Inside)
        || found.iter().any(|found| found.sign == Sign::Updated && own.contains(':'))
}

/// The first whole date of a line that is one of publication, and the first of a change: what
/// stands before a date says which it is.
fn told_apart(from: &Sources<'_>, own: &str) -> (Option<Settled>, Option<Settled>) {
    let (mut published, mut changed) = (None, None);
    let mut done = 0;
    for date in dates::written(own) {
        let before = own[done..date.place.start].trim_start_matches(['(', '|', ' ']);
        let is_change = says_changed(before);
        done = date.place.end;
        let settled = Settled::of(from, &date);
        if settled.iso.len() >= 10 {
            let slot = if is_change { &mut changed } else { &mut published };
            slot.get_or_insert(settled);
        }
    }
    (published, changed)
}

/// A date of a line, and why day and month stand in it as they do, if that was a question.
struct Settled {
    iso: String,
    why: Option<(String, Confidence)>,
}

impl Settled {
    fn of(from: &Sources<'_>, date: &Written) -> Self {
        let (iso, why) = date.settled(from.habit, from.bound());
        Self { iso, why }
    }

    /// Found because of `reason`.
    fn found(self, reason: &str) -> Found<String> {
        match self.why {
            Some((why, confidence)) => {
                Found { confidence, ..Found::new(self.iso, format!("{reason}, {why}")) }
            }
            None => Found::new(self.iso, reason),
        }
    }
}

/// A short line with a whole date in it.
fn line(from: &Sources<'_>, nth: usize, why: &str) -> Option<Found<String>> {
    let run = &from.runs[nth];
    let own = run.text(from.text);
    if run.words > 24 || own.len() > 240 {
        return None;
    }
    Some(day(from, own)?.found(&format!("{why}: “{own}”")))
}

/// The first whole date of a line; Chinese, Japanese and Korean write `2024年4月24日`.
fn day(from: &Sources<'_>, own: &str) -> Option<Settled> {
    match told_apart(from, own) {
        (Some(published), _) => return Some(published),
        (None, Some(_)) => return None,
        (None, None) => {}
    }
    let iso = of_the_far_east(own)?;
    Some(Settled { iso, why: None })
}

fn of_the_far_east(own: &str) -> Option<String> {
    let plain: String = own
        .chars()
        .filter(|c| !c.is_whitespace())
        .map(|c| match c {
            '年' | '月' | '년' | '월' => '-',
            '日' | '일' => ' ',
            c => c,
        })
        .collect();
    if plain.len() == own.len() {
        return None;
    }
    dates::written(&plain).into_iter().find(|date| date.iso.len() >= 10).map(|date| date.iso)
}

/// `/2024/04/24/`, `/2024/0424/`, `-20240424`.
fn by_address(url: &str) -> Option<Found<String>> {
    let path = url.split_once("://").map_or(url, |(_, rest)| rest).split(['?', '#']).next()?;
    let parts: Vec<&str> = path.split(['/', '-', '_', '.']).collect();
    let digits =
        |part: &str, count: usize| part.len() == count && part.bytes().all(|b| b.is_ascii_digit());
    parts.iter().enumerate().find_map(|(nth, part)| {
        let next = |by: usize| parts.get(nth + by).copied().unwrap_or_default();
        let iso = if digits(part, 8) {
            format!("{}-{}-{}", &part[..4], &part[4..6], &part[6..])
        } else if digits(part, 4) && digits(next(1), 4) {
            format!("{part}-{}-{}", &next(1)[..2], &next(1)[2..])
        } else if digits(part, 4)
            && (digits(next(1), 2) || digits(next(1), 1))
            && (digits(next(2), 2) || digits(next(2), 1))
        {
            format!("{part}-{:0>2}-{:0>2}", next(1), next(2))
        } else {
            return None;
        };
        let year = &iso[..4];
        if !("1990".."2100").contains(&year) {
            return None;
        }
        Some(Found::new(dates::stated(&iso)?, "date in the address"))
    })
}

/// A line that is set aside as a date line, or a `time` element, anywhere.
fn anywhere(from: &Sources<'_>) -> Option<Found<String>> {
    let credit = (0..from.runs.len())
        .filter(|nth| from.labels[*nth].kind == BlockKind::Credit)
        .find_map(|nth| line(from, nth, "date line"));
    credit.or_else(|| {
        from.tree.all("time").find_map(|id| {
            let iso = machine(from.tree.attribute(id, "datetime")?)?;
            Some(Found::guessed(iso, "first time element of the page"))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::{by_address, machine, of_the_far_east};

    #[test]
    fn an_address_may_carry_the_day() {
        for (url, iso) in [
            ("https://example.org/2024/04/24/bridge", Some("2024-04-24")),
            ("https://example.org/n1/2024/0424/c1001.html", Some("2024-04-24")),
            ("https://example.org/bridge-20240424", Some("2024-04-24")),
            ("https://example.org/story/1234567", None),
        ] {
            assert_eq!(by_address(url).map(|found| found.value).as_deref(), iso, "{url}");
        }
    }

    #[test]
    fn dates_for_machines_keep_the_clock_of_the_page() {
        assert_eq!(machine("2024-04-24T09:16:00+03:00").as_deref(), Some("2024-04-24T09:16"));
        assert_eq!(machine("20240424").as_deref(), Some("2024-04-24"));
        assert_eq!(machine("soon"), None);
    }

    #[test]
    fn dates_of_the_far_east_are_read() {
        assert_eq!(of_the_far_east("2024年4月24日").as_deref(), Some("2024-04-24"));
    }
}
