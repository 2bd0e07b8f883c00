//! Where things lie along a line: hits in their sources, moments in time.
//!
//! In: a track for each source or event, with spots as shares of its length. Out: a [`Chart`]
//! with a scale and a legend. A track has lanes where spots of several kinds would hide one
//! another.

use yew::prelude::*;

use super::{Chart, EDGE, NAMES, TOP, WIDE, at, block, name, rule, words};

/// The height of a track, and what a lane beyond the first adds to it.
const TRACK: f64 = 26.0;
const LANE: f64 = 12.0;
/// The room for a note at the right.
const NOTE: f64 = 130.0;

/// How a spot looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A tick in the colour of a term, 1 to 8.
    Term(u32),
    /// A full disc.
    Disc,
    /// A ring.
    Ring,
    /// A thin line.
    Dash,
}

/// Something on a track.
#[derive(Clone, Debug, PartialEq)]
pub struct Spot {
    /// Where it is: 0 at the beginning, 1 at the end.
    pub share: f64,
    /// In which lane, from 0.
    pub lane: u32,
    /// How it looks.
    pub shape: Shape,
    /// What it says when pointed at.
    pub title: AttrValue,
}

/// A line with spots.
#[derive(Clone, Debug, PartialEq)]
pub struct Track {
    /// What lies along it.
    pub name: AttrValue,
    /// What stands behind it: a number in words.
    pub note: AttrValue,
    /// Its spots.
    pub spots: Vec<Spot>,
}

/// What is drawn.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Spread {
    /// What it shows.
    pub title: AttrValue,
    /// The kinds of spots with their names.
    pub legend: Vec<(Shape, AttrValue)>,
    /// Marks of the scale: where, and what they say.
    pub scale: Vec<(f64, AttrValue)>,
    /// The tracks.
    pub tracks: Vec<Track>,
    /// How many lanes a track has.
    pub lanes: u32,
}

/// The chart.
#[must_use]
pub fn spread(of: &Spread) -> Chart {
    let (from, to) = (EDGE + NAMES, WIDE - EDGE - NOTE);
    let x = |share: f64| from + share.clamp(0.0, 1.0) * (to - from);
    let lanes = f64::from(of.lanes.max(1));
    let high = TRACK + (lanes - 1.0) * LANE;
    let top = TOP + if of.legend.is_empty() { 0.0 } else { 24.0 };
    let bottom = top + of.tracks.len() as f64 * high;
    let track = |(number, track): (usize, &Track)| {
        let y = top + number as f64 * high;
        let middle = y + high / 2.0;
        let lane = |lane: u32| middle + (f64::from(lane) - (lanes - 1.0) / 2.0) * LANE;
        html! {
            <>
                { name(middle + 4.5, &track.name) }
                { rule([from, middle], [to, middle]) }
                for one in &track.spots { { spot(one.shape, [x(one.share), lane(one.lane)], &one.title) } }
                { words([to + 12.0, middle + 4.5], "number", "start", &track.note) }
            </>
        }
    };
    let shapes = html! {
        <>
            { legend(&of.legend) }
            for (share, name) in &of.scale {
                { rule([x(*share), top], [x(*share), bottom + 4.0]) }
                { words([x(*share), bottom + 18.0], "soft", "middle", name) }
            }
            { for of.tracks.iter().enumerate().map(track) }
        </>
    };
    Chart::new(of.title.clone(), WIDE, bottom + 24.0, shapes)
}

/// The kinds of spots in a line; a name has as much room as its letters need.
fn legend(kinds: &[(Shape, AttrValue)]) -> Html {
    let mut x = EDGE + 6.0;
    let mut all = Vec::new();
    for (shape, name) in kinds {
        all.push(spot(*shape, [x, TOP], &AttrValue::default()));
        all.push(words([x + 14.0, TOP + 4.5], "soft", "start", name));
        x += 44.0 + name.chars().count() as f64 * 7.5;
    }
    all.into_iter().collect()
}

fn spot(shape: Shape, [x, y]: [f64; 2], title: &AttrValue) -> Html {
    let title = if title.is_empty() {
        Html::default()
    } else {
        html! { <title>{ title.clone() }</title> }
    };
    let circle = |class: &'static str, radius: &'static str| {
        html! { <circle {class} cx={at(x)} cy={at(y)} r={radius}>{ title.clone() }</circle> }
    };
    match shape {
        Shape::Term(slot) => {
            block(classes!("tick", format!("term-{slot}")), [x - 1.0, y - 5.0], [2.0, 10.0])
        }
        Shape::Disc => circle("disc", "6"),
        Shape::Ring => circle("ring", "4"),
        Shape::Dash => {
            html! { <line class="dash" x1={at(x)} x2={at(x)} y1={at(y - 5.0)} y2={at(y + 5.0)}>{ title }</line> }
        }
    }
}
