//! Texts as bars, with a line for each pair of passages that tell the same.
//!
//! In: the names of the texts, and where passages and lines lie, as shares of each text.
//! Out: a [`Chart`]. What is tied is full, what only one tells is pale.

use yew::prelude::*;

use super::{Chart, EDGE, NAMES, TOP, WIDE, at, block, name, words};

/// From one bar to the next, and how high a bar is.
const STEP: f64 = 96.0;
const BAR: f64 = 16.0;
/// The room for a note at the right.
const NOTE: f64 = 90.0;

/// A text.
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    /// What it is called.
    pub name: AttrValue,
    /// What stands behind it: a number in words.
    pub note: AttrValue,
    /// Its passages: where each begins and ends, and whether it is tied.
    pub passages: Vec<([f64; 2], bool)>,
}

/// The chart; a line joins a place of the text of that number with one of the next.
#[must_use]
pub fn ties(title: AttrValue, texts: &[Text], lines: &[(usize, [f64; 2])]) -> Chart {
    let (from, to) = (EDGE + NAMES, WIDE - EDGE - NOTE);
    let x = |share: f64| from + share.clamp(0.0, 1.0) * (to - from);
    let top = |text: usize| TOP + text as f64 * STEP;
    let passage = |text: usize, [begin, end]: [f64; 2], is_tied: bool| {
        let long = (x(end) - x(begin) - 1.0).max(1.0);
        block(if is_tied { "bar" } else { "bar pale" }, [x(begin), top(text)], [long, BAR])
    };
    let shapes = html! {
        <>
            for (text, [above, below]) in lines {
                <line class="tie-line" x1={at(x(*above))} y1={at(top(*text) + BAR)} x2={at(x(*below))} y2={at(top(text + 1))} />
            }
            for (number, text) in texts.iter().enumerate() {
                { name(top(number) + 12.5, &text.name) }
                for (place, is_tied) in &text.passages { { passage(number, *place, *is_tied) } }
                { words([to + 12.0, top(number) + 12.5], "number", "start", &text.note) }
            }
        </>
    };
    let bottom = top(texts.len().saturating_sub(1)) + BAR + 8.0;
    Chart::new(title, WIDE, bottom, shapes)
}
