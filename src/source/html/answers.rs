//! Depth in threads whose comments stand side by side in the markup.
//!
//! In: a tree, and the comments of one thread in order. Out: the depth of each, where
//! something shows it: parents that attributes or links name, how far each is moved to the
//! right, words after a header (`Отговор на #2`), or a class for answers. The first of these
//! that shows any depth is believed. Threads whose elements stand in one another need none
//! of it.

use std::collections::BTreeMap;

use super::{
    comments::Comment,
    marks,
    runs::Run,
    tree::{Id, Tree},
};
use crate::source::plain::answers::{self, Earlier};

/// A comment of a thread: its element, and where its own runs are.
pub(super) struct Told<'c> {
    pub(super) id: Id,
    pub(super) comment: &'c Comment,
}

/// The depths of a thread's comments; `None` where nothing shows them.
pub(super) fn depths(
    tree: &Tree,
    text: &str,
    runs: &[Run],
    area: Id,
    thread: &[Told<'_>],
) -> Option<Vec<u8>> {
    let shown = |depths: Vec<u8>| depths.iter().any(|depth| *depth > 0).then_some(depths);
    shown(answers::depths(&by_parents(tree, thread)))
        .or_else(|| shown(by_indent(tree, area, thread)))
        .or_else(|| {
            let parents = by_words(tree, text, runs, thread);
            let mut depths = answers::depths(&parents);
            for (depth, told) in depths.iter_mut().zip(thread).skip(1) {
                if *depth == 0 && is_answer(tree, told.id) {
                    *depth = 1;
                }
            }
            shown(depths)
        })
}

const OWN: &[&str] = &["data-comment-id", "data-commentid", "data-cid", "data-id", "id"];
const PARENT: &[&str] = &[
    "data-parent-comment-id",
    "data-parent-id",
    "data-parentid",
    "data-parent",
    "data-pid",
    "data-reply-to",
    "data-replyto",
];

/// The last number of an id: `comment-12`, `#c12`.
fn key(value: &str) -> Option<&str> {
    let end = value.trim_end_matches(|c: char| !c.is_ascii_digit());
    let start = end.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = &end[start.len()..];
    // Ids need not be numbers.
    let own = if digits.is_empty() { value.trim().trim_start_matches('#') } else { digits };
    (!own.is_empty() && own != "0").then_some(own)
}

/// The comments that attributes, or links in headers, name as answered.
fn by_parents(tree: &Tree, thread: &[Told<'_>]) -> Vec<Option<usize>> {
    let named = |id: Id, names: &[&str]| {
        names.iter().find_map(|name| tree.attribute(id, name)).and_then(key)
    };
    let around = |id: Id| tree.ancestors(id).take(2);
    let mut before: BTreeMap<&str, usize> = BTreeMap::new();
    let mut parents = Vec::with_capacity(thread.len());
    for (nth, told) in thread.iter().enumerate() {
        let own = OWN.iter().filter_map(|name| tree.attribute(told.id, name));
        let own: Vec<&str> = own.filter_map(key).collect();
        // A number that the comment itself has names nobody else.
        let find = |key: &str| before.get(key).copied().filter(|_| !own.contains(&key));
        let attribute = around(told.id).find_map(|id| named(id, PARENT));
        parents.push(attribute.and_then(find).or_else(|| {
            let inside = told.id..tree.nodes[told.id].end;
            inside.take(60).filter(|id| tree.name(*id) == "a").find_map(|id| {
                let (_, to) = tree.attribute(id, "href")?.rsplit_once('#')?;
                find(key(to)?)
            })
        }));
        before.extend(own.iter().map(|key| (*key, nth)));
    }
    parents
}

/// The furthest that an element moves a comment, in hundredths.
const FURTHEST: u32 = 1_000_000;

/// How far each comment is moved to the right, as ranks.
fn by_indent(tree: &Tree, area: Id, thread: &[Told<'_>]) -> Vec<u8> {
    let moved: Vec<u32> = thread
        .iter()
        .map(|told| {
            let own = tree.ancestors(told.id).take_while(|id| *id > area);
            let style = own.filter_map(|id| tree.attribute(id, "style")).filter_map(margin);
            let spacer =
                (told.id..tree.nodes[told.id].end).take(12).find_map(|id| -> Option<u32> {
                    // A cell that only moves the next one, by itself or by a picture in it.
                    let cell = if tree.name(id) == "img" { tree.nodes[id].parent } else { id };
                    let is = tree.name(cell) == "td" && tree.text_below(cell, 1).is_empty();
                    tree.attribute(id, "width").filter(|_| is)?.trim_end_matches("px").parse().ok()
                });
            let spacer = spacer.map(|pixels| pixels.saturating_mul(100).min(FURTHEST));
            style.chain(spacer).fold(0, u32::saturating_add)
        })
        .collect();
    let mut steps = moved.clone();
    steps.sort_unstable();
    steps.dedup();
    let rank = |own: &u32| steps.binary_search(own).unwrap_or(0);
    moved.iter().map(|own| u8::try_from(rank(own)).unwrap_or(u8::MAX)).collect()
}

/// `margin-left: 40px`, in hundredths of whatever it is in.
fn margin(style: &str) -> Option<u32> {
    style.split(';').find_map(|rule| {
        let (name, value) = rule.split_once(':')?;
        let is = matches!(
            name.trim().to_lowercase().as_str(),
            "margin-left" | "padding-left" | "margin-inline-start" | "padding-inline-start"
        );
        let value = value.trim();
        let end = value.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(value.len());
        let (whole, part) = value[..end].split_once('.').unwrap_or((&value[..end], ""));
        let part: u32 = format!("{part:0<2}").get(..2)?.parse().ok()?;
        let whole: u32 = whole.parse().ok()?;
        is.then(|| whole.saturating_mul(100).saturating_add(part).min(FURTHEST))
    })
}

/// How many elements of a comment are asked whom it answers: one names them, or a few are tried.
const NAMING: usize = 4;

/// The comments that words name as answered: in a header, in the first lines, or in an element
/// made for it.
fn by_words(tree: &Tree, text: &str, runs: &[Run], thread: &[Told<'_>]) -> Vec<Option<usize>> {
    let number = |comment: &Comment| {
        let header = comment.runs.start..comment.body.max(comment.runs.start + 1);
        header.take(4).find_map(|nth| answers::number(runs.get(nth)?.text(text)))
    };
    let all: Vec<Earlier> = thread
        .iter()
        .map(|told| Earlier::new(number(told.comment), told.comment.author.as_deref()))
        .collect();
    let mut parents = Vec::with_capacity(thread.len());
    for (nth, told) in thread.iter().enumerate() {
        let from = nth.saturating_sub(answers::BACK);
        let earlier = &all[from..nth];
        let Comment { runs: own, body, .. } = told.comment;
        let first = own.start..(*body + 2).min(own.end).max(own.start + 1);
        let said = first.take(8).filter_map(|at| runs.get(at));
        let by_words =
            said.map(|run| run.text(text)).find_map(|own| answers::answered(own, earlier));
        let found = by_words.or_else(|| {
            let inside = (told.id..tree.nodes[told.id].end).take(60);
            inside.filter(|id| names_answered(tree, *id)).take(NAMING).find_map(|id| {
                // As if a word for it stood before the name.
                let named = format!("@{}", tree.text_below(id, 120));
                answers::answered(&named, earlier)
            })
        });
        parents.push(found.map(|at| from + at));
    }
    parents
}

/// Whether the markup says that an element names the comment that is answered.
fn names_answered(tree: &Tree, id: Id) -> bool {
    tree.attribute(id, "class").is_some_and(|value| {
        let words = marks::words(value);
        let has = |word: &str| words.iter().any(|own| own == word);
        has("parent") || has("addressee") || (has("reply") && has("to")) || has("mention")
    })
}

/// Whether a class says that a comment is an answer.
fn is_answer(tree: &Tree, id: Id) -> bool {
    const WORDS: &[&str] = &[
        "reply",
        "child",
        "children",
        "answer",
        "subcomment",
        "nested",
        "sub",
        "response",
        "otvet",
        "otgovor",
        "vidpovid",
    ];
    let own = tree.ancestors(id).take(2);
    own.filter_map(|id| tree.attribute(id, "class"))
        .any(|value| marks::words(value).iter().any(|word| WORDS.contains(&word.as_str())))
}
