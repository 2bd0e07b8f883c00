//! Labelled runs to blocks.
//!
//! In: a page's text, its runs, their labels, its comments. Out: blocks, in order, that cover
//! the text without gap or overlap: items of one list and lines of one piece of furniture are
//! one block, each comment is one, header included. Roles are not decided here.

use std::ops::Range;

use super::{comments::Comment, label::Label, runs::Run};
use crate::{
    lang::Lang,
    source::{Block, BlockKind, Reason},
    span::Span,
};

/// The blocks of a page.
pub(super) fn of(
    text: &str,
    runs: &[Run],
    labels: Vec<Label>,
    comments: Vec<Comment>,
) -> Vec<Block> {
    let mut parts: Vec<(Range<usize>, Label, Option<Comment>)> = Vec::new();
    let mut comments = comments.into_iter().peekable();
    let mut labels = labels.into_iter().enumerate();
    while let Some((nth, label)) = labels.next() {
        if let Some(comment) = comments.next_if(|comment| comment.runs.start == nth) {
            let label = Label::new(BlockKind::Comment, comment.reason.clone());
            let more = comment.runs.len().saturating_sub(1);
            parts.push((comment.runs.clone(), label, Some(comment)));
            for _ in 0..more {
                labels.next();
            }
            continue;
        }
        match parts.last_mut() {
            Some((whole, last, None)) if belong_together(last, &label) => whole.end = nth + 1,
            _ => parts.push((nth..nth + 1, label, None)),
        }
    }
    let starts: Vec<usize> = parts
        .iter()
        .enumerate()
        .map(|(nth, (own, _, _))| if nth == 0 { 0 } else { runs[own.start].place.start })
        .collect();
    let ends = starts.iter().copied().skip(1).chain([text.len()]);
    let places = starts.iter().copied().zip(ends);
    parts
        .into_iter()
        .zip(places)
        .map(|((_, label, comment), (start, end))| {
            let span = Span::of(start, end);
            let body = comment.as_ref().map_or(start, |comment| {
                runs.get(comment.body).map_or(end, |run| run.place.start).min(end)
            });
            Block {
                kind: label.kind,
                span,
                lang: Lang::UND,
                depth: comment.as_ref().map_or(0, |comment| comment.depth),
                body: Span::of(body, end).start,
                author: comment.as_ref().and_then(|comment| comment.author.clone()),
                time: comment.and_then(|comment| comment.time),
                reason: Reason::new(label.reason),
            }
        })
        .collect()
}

/// Items of one list, lines of one piece of furniture, tags of one list are one block.
fn belong_together(before: &Label, next: &Label) -> bool {
    matches!(
        before.kind,
        BlockKind::List | BlockKind::Boilerplate | BlockKind::Tags | BlockKind::Credit
    ) && before == next
}
