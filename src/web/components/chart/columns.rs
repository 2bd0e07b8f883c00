//! Columns side by side, each with its number: sources by year.
//!
//! In: names with counts, in their order. Out: a [`Chart`].

use yew::prelude::*;

use super::{Chart, EDGE, TOP, WIDE, block, rule, words};

/// How high the highest column is, and how wide one is at least and at most.
const HIGH: f64 = 220.0;
const NARROW: f64 = 10.0;
const BROAD: f64 = 90.0;
/// The room that a name or a number needs.
const NAME: f64 = 44.0;

/// The chart.
#[must_use]
pub fn columns(title: AttrValue, counts: &[(String, u32)]) -> Chart {
    let length = counts.len().max(1) as f64;
    let step = ((WIDE - 2.0 * EDGE) / length).clamp(NARROW, BROAD);
    let width = WIDE.max(2.0 * EDGE + step * length);
    let most = counts.iter().map(|(_, count)| *count).max().unwrap_or_default().max(1);
    let base = TOP + HIGH;
    // Where names have no room, every second, third … is written.
    let every = (NAME / step).ceil().max(1.0) as usize;
    let column = |(number, (name, count)): (usize, &(String, u32))| {
        let x = EDGE + number as f64 * step;
        let middle = x + step / 2.0;
        let high = f64::from(*count) / f64::from(most) * (HIGH - 24.0);
        html! {
            <>
                if *count > 0 {
                    { block("bar", [x + step * 0.1, base - high], [step * 0.8, high]) }
                    { words([middle, base - high - 6.0], "number", "middle", &count.to_string()) }
                }
                if number % every == 0 { { words([middle, base + 18.0], "soft", "middle", name) } }
            </>
        }
    };
    let shapes = html! {
        <>
            { for counts.iter().enumerate().map(column) }
            { rule([EDGE, base], [width - EDGE, base]) }
        </>
    };
    Chart::new(title, width, base + 24.0, shapes)
}
