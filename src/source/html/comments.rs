//! Readers' comments on a page.
//!
//! In: a tree, its runs, and where the article stands. Out: for each run of a comment which
//! comment it belongs to, and each comment's depth, author and time. A thread is looked for
//! where the markup or a heading says so. Its comments are the elements that begin with a
//! stamp (a date with its clock, an age, a `time` element) and look alike; an element within
//! another answers it, unless the markup states the depth.

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

use super::{
    answers,
    marks::{self, Role},
    metadata::plain,
    region::Extents,
    runs::Run,
    stamp::{self, Known, Stamp},
    tree::{Id, Tree},
};
use crate::source::plain::signs::{self, How, Sign};

/// A comment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Comment {
    /// Its first run and the one past its last.
    pub(super) runs: Range<usize>,
    /// The first run of its words.
    pub(super) body: usize,
    pub(super) depth: u8,
    pub(super) author: Option<String>,
    pub(super) time: Option<String>,
    pub(super) reason: String,
}

/// Comments of a page that are read, at most.
const MANY: usize = 50_000;

/// The comments of a page, in order; `article` is the element that holds its text.
pub(super) fn find(
    tree: &Tree,
    text: &str,
    runs: &[Run],
    extents: &Extents,
    article: Id,
    known: Known<'_>,
) -> Vec<Comment> {
    let mut comments = Vec::new();
    for (area, reason) in areas(tree, text, runs, extents, article) {
        let stamps = alike(
            tree,
            runs,
            extents
                .runs(area)
                .filter_map(|nth| {
                    Some((nth, stamp::of(tree, &runs[nth], runs[nth].text(text), known)?))
                })
                .take(MANY)
                .collect(),
        );
        let items = items(tree, runs, extents, area, &stamps);
        let places = places(tree, text, runs, extents, area, &items);
        let known = items.iter().zip(places).filter(|(_, own)| !own.is_empty());
        let mut thread: Vec<(Id, Comment)> = known
            .map(|(item, own)| (item.id, comment(tree, text, runs, own, item, &reason)))
            .collect();
        if thread.iter().all(|(_, comment)| comment.depth == 0) {
            let told: Vec<answers::Told<'_>> =
                thread.iter().map(|(id, comment)| answers::Told { id: *id, comment }).collect();
            let depths = answers::depths(tree, text, runs, area, &told).unwrap_or_default();
            thread.iter_mut().zip(depths).for_each(|((_, comment), depth)| comment.depth = depth);
        }
        comments.extend(thread.into_iter().map(|(_, comment)| comment));
    }
    comments.sort_by_key(|comment| comment.runs.start);
    let mut free = 0;
    comments.retain(|comment| {
        let fits = comment.runs.start >= free;
        if fits {
            free = comment.runs.end;
        }
        fits
    });
    comments
}

/// The elements that hold threads, outermost first, and why.
fn areas(
    tree: &Tree,
    text: &str,
    runs: &[Run],
    extents: &Extents,
    article: Id,
) -> Vec<(Id, String)> {
    let holds = |id: Id| id <= article && article < tree.nodes[id].end;
    let mut areas: Vec<(Id, String)> = Vec::new();
    let mut id = 1;
    while id < tree.nodes.len() {
        let claim = (!tree.name(id).is_empty() && !holds(id) && !extents.runs(id).is_empty())
            .then(|| marks::claim(tree, id))
            .flatten()
            .filter(|claim| claim.role == Role::Comments);
        match claim {
            Some(claim) => {
                areas.push((id, claim.said));
                id = tree.nodes[id].end;
            }
            None => id += 1,
        }
    }
    for (nth, run) in runs.iter().enumerate().filter(|(_, run)| run.words <= 8) {
        let found = signs::sightings(&signs::words(run.text(text)));
        let heads =
            found.first().filter(|found| found.sign == Sign::Comments && found.how == How::Whole);
        let Some(phrase) = heads.map(|found| found.phrase) else { continue };
        let around = tree
            .ancestors(run.id)
            .skip(1)
            .take(4)
            .find(|id| !holds(*id) && extents.runs(*id).end > nth + 2)
            .or_else(|| follows(tree, runs, extents, nth).filter(|id| !holds(*id)));
        if let Some(area) = around
            && areas
                .iter()
                .all(|(known, _)| area >= tree.nodes[*known].end || *known >= tree.nodes[area].end)
        {
            areas.push((area, format!("below “{phrase}”")));
        }
    }
    areas
}

/// The element of several runs that follows the heading `nth`, where both stand in the
/// element that holds the article.
fn follows(tree: &Tree, runs: &[Run], extents: &Extents, nth: usize) -> Option<Id> {
    let heading = runs[nth].id;
    let beside = |id: &Id| !(*id <= heading && heading < tree.nodes[*id].end);
    let outermost = tree.ancestors(runs.get(nth + 1)?.id).take_while(beside).last()?;
    (extents.runs(outermost).len() >= 2).then_some(outermost)
}

/// How an element looks: its name and the first of its classes, numbers left out.
fn look(tree: &Tree, id: Id) -> (String, Option<String>) {
    let class = tree.attribute(id, "class").or_else(|| tree.attribute(id, "itemtype"));
    let first = class.and_then(|class| class.split_whitespace().next());
    let plain = first.map(|own| own.chars().filter(|c| !c.is_ascii_digit()).collect());
    (tree.name(id).to_owned(), plain)
}

/// The stamps in elements that look like most of them: one template makes a thread, so a
/// date in the words of a comment stands in another element.
fn alike(tree: &Tree, runs: &[Run], stamps: Vec<(usize, Stamp)>) -> Vec<(usize, Stamp)> {
    let mut looks: BTreeMap<(String, Option<String>), usize> = BTreeMap::new();
    for (nth, _) in &stamps {
        *looks.entry(look(tree, runs[*nth].id)).or_default() += 1;
    }
    let most = looks.values().copied().max().unwrap_or(0);
    // Of two looks that are equally common, the first on the page heads the comments.
    let first = stamps.iter().map(|(nth, _)| look(tree, runs[*nth].id));
    let Some(common) = first.into_iter().find(|look| looks.get(look) == Some(&most)) else {
        return stamps;
    };
    if most * 2 < stamps.len() {
        return stamps;
    }
    stamps.into_iter().filter(|(nth, _)| look(tree, runs[*nth].id) == common).collect()
}

struct Item {
    id: Id,
    /// The run of its stamp.
    run: usize,
    stamp: Stamp,
    depth: u8,
}

/// The elements of an area that are comments, one for each stamp.
fn items(
    tree: &Tree,
    runs: &[Run],
    extents: &Extents,
    area: Id,
    stamps: &[(usize, Stamp)],
) -> Vec<Item> {
    // The outermost element in which a stamp is the first: a comment with its answers.
    let widest = |nth: usize| {
        let before = nth.checked_sub(1).map(|nth| stamps[nth].0);
        tree.ancestors(runs[stamps[nth].0].id)
            .take_while(|id| *id > area)
            .take_while(|id| before.is_none_or(|before| extents.runs(*id).start > before))
            .collect::<Vec<Id>>()
    };
    let look = |id: Id| look(tree, id);
    let mut looks: BTreeMap<(String, Option<String>), usize> = BTreeMap::new();
    let chains: Vec<Vec<Id>> = (0..stamps.len()).map(widest).collect();
    for chain in &chains {
        // The last of these is the list around the first answer of a comment.
        for own in chain.iter().map(|id| look(*id)).collect::<BTreeSet<_>>() {
            *looks.entry(own).or_default() += 1;
        }
    }
    // Outermost first: of the looks that most stamps have, the widest.
    let enough = stamps.len().div_ceil(2);
    let common =
        chains.iter().rev().flat_map(|chain| chain.iter().rev()).map(|id| look(*id)).find(|own| {
            looks.get(own).is_some_and(|count| *count >= enough)
                && !matches!(own.0.as_str(), "ul" | "ol")
        });
    let Some(common) = common else { return Vec::new() };
    let mut items: Vec<Item> = Vec::new();
    let mut seen = BTreeSet::new();
    let level = |id: Id| tree.ancestors(id).take_while(|id| *id > area).count();
    let own = |nth: usize| chains[nth].iter().rev().copied().find(|id| look(*id) == common);
    // Nothing bounds the first: what wraps the whole thread may look like a comment.
    let highest = (1..stamps.len()).filter_map(own).map(level).min().unwrap_or(0);
    for (nth, (run, stamp)) in stamps.iter().enumerate() {
        let fits = |id: &Id| nth > 0 || level(*id) >= highest;
        let all = chains[nth].iter().rev().copied().filter(|id| look(*id) == common);
        let Some(id) = all.clone().find(fits).or_else(|| all.clone().next()) else { continue };
        if !seen.insert(id) {
            continue;
        }
        let around = tree
            .ancestors(id)
            .skip(1)
            .take_while(|id| *id > area)
            .filter(|id| look(*id) == common)
            .count();
        let depth =
            stated_depth(tree, id).unwrap_or_else(|| u8::try_from(around).unwrap_or(u8::MAX));
        items.push(Item { id, run: *run, stamp: stamp.clone(), depth });
    }
    let least = items.iter().map(|item| item.depth).min().unwrap_or(0);
    for item in &mut items {
        item.depth -= least;
    }
    items
}

/// The depth that attributes or classes state (`data-depth="2"`, `depth-3`, `level-2`).
fn stated_depth(tree: &Tree, id: Id) -> Option<u8> {
    for name in ["data-depth", "data-level", "data-nesting", "aria-level"] {
        if let Some(depth) = tree.attribute(id, name).and_then(|own| own.trim().parse().ok()) {
            return Some(depth);
        }
    }
    let words = marks::words(tree.attribute(id, "class").unwrap_or_default());
    words.windows(2).find_map(|two| {
        matches!(two[0].as_str(), "depth" | "level" | "indent" | "lvl")
            .then(|| two[1].parse().ok())
            .flatten()
    })
}

fn comment(
    tree: &Tree,
    text: &str,
    runs: &[Run],
    own: Range<usize>,
    item: &Item,
    area: &str,
) -> Comment {
    let named = author_run(tree, runs, own.clone(), item.run);
    let said = |nth: usize| {
        let own = runs[nth].text(text);
        if nth != item.run {
            return name(own);
        }
        let before = name(&own[..item.stamp.place.start]);
        if before.is_empty() { name(&own[item.stamp.place.end..]) } else { before }
    };
    let mut author = tree
        .attribute(item.id, "data-author")
        .or_else(|| tree.attribute(item.id, "data-user"))
        .map(plain);
    if author.is_none() {
        author = author_element(tree, item.id).or_else(|| named.map(said));
    }
    if author.as_ref().is_none_or(String::is_empty) {
        author = own.clone().take_while(|nth| *nth <= item.run).map(said).find(|name| {
            (1..=5).contains(&name.split_whitespace().count())
                && name.chars().any(char::is_alphabetic)
        });
    }
    let heads = |nth: &usize| {
        *nth == item.run
            || Some(*nth) == named
            || (*nth < item.run && runs[*nth].words <= 4)
            || is_control(runs[*nth].text(text))
    };
    let body = own.clone().find(|nth| !heads(nth)).unwrap_or(own.end);
    // Buttons below the words are furniture.
    let last = own.clone().rev().find(|nth| !is_control(runs[*nth].text(text)));
    let end = last.map_or(own.end, |last| last + 1).max(item.run + 1);
    let stamp = runs[item.run].text(text);
    Comment {
        body: body.min(end),
        runs: own.start..end,
        depth: item.depth,
        author: author
            .map(|name| without_answered(&name).to_owned())
            .filter(|name| !name.is_empty() && name.len() <= 120),
        time: item.stamp.time.clone(),
        reason: format!("in comments ({area}), stamp “{stamp}”"),
    }
}

/// The runs of each comment. Mostly a comment is an element; on old pages only its header is
/// one, and its words follow as far as the next header.
fn places(
    tree: &Tree,
    text: &str,
    runs: &[Run],
    extents: &Extents,
    area: Id,
    items: &[Item],
) -> Vec<Range<usize>> {
    let is_small = |nth: usize| runs[nth].words <= 4 || is_control(runs[nth].text(text));
    let is_header =
        |item: &&Item| extents.runs(item.id).all(|nth| nth == item.run || is_small(nth));
    let bare = items.iter().filter(is_header).count() * 2 > items.len();
    let start = |item: &Item| {
        let start = extents.runs(item.id).start;
        let before = start.checked_sub(1).filter(|nth| extents.runs(area).contains(nth));
        let named = |nth: &usize| runs[*nth].words <= 4 && says_author(tree, runs[*nth].id);
        before.filter(|_| bare).filter(named).unwrap_or(start)
    };
    let all = extents.runs(area);
    let mut places = Vec::with_capacity(items.len());
    for (nth, item) in items.iter().enumerate() {
        let next = items.get(nth + 1).map(start);
        let end = match next {
            Some(next) if bare => next,
            // A form and its request may follow the last.
            None if bare => (item.run + 1..all.end)
                .find(|nth| is_request(runs[*nth].text(text)))
                .unwrap_or(all.end),
            next => extents.runs(item.id).end.min(next.unwrap_or(usize::MAX)),
        };
        places.push(start(item)..end);
    }
    places
}

/// Whether a run asks for a comment or for logging in.
fn is_request(own: &str) -> bool {
    signs::sightings(&signs::words(own)).iter().any(|found| {
        matches!(found.sign, Sign::Comments | Sign::Login)
            && (found.how == How::Whole || (found.how == How::Start && found.words >= 2))
    })
}

/// Whether the markup of an element says that it names an author.
fn says_author(tree: &Tree, id: Id) -> bool {
    const NAMES: &[&str] = &[
        "author",
        "user",
        "username",
        "nick",
        "nickname",
        "name",
        "fn",
        "login",
        "commenter",
        "poster",
        "byline",
    ];
    ["class", "itemprop", "rel", "id", "data-testid"].iter().any(|attribute| {
        tree.attribute(id, attribute).is_some_and(|value| {
            marks::words(value).iter().any(|word| NAMES.contains(&word.as_str()))
        })
    })
}

/// The name in the innermost element of a comment that is made for its author.
fn author_element(tree: &Tree, comment: Id) -> Option<String> {
    let mut all =
        (comment + 1..tree.nodes[comment].end).take(80).filter(|id| says_author(tree, *id));
    let mut found = all.next()?;
    for id in all {
        if id >= tree.nodes[found].end {
            break;
        }
        found = id;
    }
    let own = name(&tree.text_below(found, 160));
    let words = own.split_whitespace().count();
    ((1..=5).contains(&words) && own.len() <= 80 && own.chars().any(char::is_alphabetic))
        .then_some(own)
}

/// The run in an element whose markup says that it names the author.
fn author_run(tree: &Tree, runs: &[Run], own: Range<usize>, stamp: usize) -> Option<usize> {
    let first = runs[own.start].id;
    own.take(8).filter(|nth| runs[*nth].words <= 8 && *nth <= stamp + 3).find(|nth| {
        let mut around = tree
            .ancestors(runs[*nth].id)
            .take_while(|id| *id >= first || *id == runs[*nth].id)
            .take(4);
        let inner = (runs[*nth].id..tree.nodes[runs[*nth].id].end).take(12);
        let says = |id: Id| says_author(tree, id);
        around.any(says) || inner.into_iter().any(says)
    })
}

/// A name as a comment's header has it: without its number and the words around it.
fn name(own: &str) -> String {
    let own = own.trim().lines().next().unwrap_or_default();
    let bare =
        own.trim_start_matches(['#', '№', ' ']).trim_start_matches(|c: char| c.is_ascii_digit());
    // `#2 Ann`, `2. Ann`; but `2pac`.
    let own = match bare.strip_prefix(['.', ')']) {
        Some(rest) if rest.starts_with(' ') => rest,
        _ if own.starts_with(['#', '№']) => bare,
        _ => own,
    };
    let is_sign = |c: char| {
        crate::source::is_space(c)
            || matches!(
                c,
                ',' | ':' | '|' | '-' | '–' | '—' | '•' | '·' | '(' | '#' | '/' | '@' | '→'
            )
    };
    let mut own = own.trim_matches(is_sign);
    while let Some((head, last)) = own.rsplit_once(crate::source::is_space) {
        let words = signs::words(last);
        // `Sergey V.` has an initial.
        if last.ends_with('.') && last.starts_with(char::is_uppercase) {
            break;
        }
        let marker = !words.is_empty()
            && signs::sightings(&words).iter().any(|found| {
                found.how == How::Whole
                    && found.sign == Sign::Marker
                    && words.iter().all(|word| !word.is_number())
            });
        if !marker {
            break;
        }
        own = head.trim_end_matches(is_sign);
    }
    plain(own)
}

/// `Ann replied to Bob`: without whom she answers.
fn without_answered(name: &str) -> &str {
    let found = signs::sightings(&signs::words(name));
    let said = found.iter().filter(|found| found.sign == Sign::Answering);
    let start = said.map(|found| found.place.start).filter(|start| *start > 0).min();
    start.map_or(name, |start| name[..start].trim_end())
}

/// Buttons and scores of a comment (`Reply`, `+12 -1`, `Rating: 12 - 3`).
fn is_control(own: &str) -> bool {
    let words = signs::words(own);
    let is_number = |word: &signs::Word| word.is_number() || word.lower == "+";
    let others: Vec<&signs::Word> = words.iter().filter(|word| !is_number(word)).collect();
    let score = others.len() < words.len();
    let marker = |word: &&signs::Word| {
        signs::sightings(&signs::words(&word.lower)).iter().any(|found| {
            found.how == How::Whole && matches!(found.sign, Sign::Marker | Sign::Share)
        })
    };
    let whole = || {
        signs::sightings(&words).iter().any(|found| {
            found.how == How::Whole && matches!(found.sign, Sign::Marker | Sign::Share)
        })
    };
    let labelled = || score && own.contains(':') && others.len() == 1;
    !words.is_empty()
        && words.len() <= 6
        && !own.ends_with(['.', '!', '?'])
        && (others.iter().all(marker) || whole() || labelled())
}
