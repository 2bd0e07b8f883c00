//! A line of time for each source: published, commented on, dates told.
//!
//! In: points, each with its day. Out: one SVG that is as wide as the page, a row for each
//! source with its name above it. Places are in percent, so that nothing has to be
//! measured. The table beside it (in the view) has the same points for whoever cannot see
//! a drawing. Clicks are for the table: a drawing has no room for fingers.

use std::rc::Rc;

use yew::prelude::*;

/// A point of a row.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// The day, counted from any first day.
    pub day: f64,
    /// Its class: `published`, `comment` or `told`.
    pub class: &'static str,
    /// What it says when pointed at.
    pub title: AttrValue,
}

/// A row.
#[derive(Clone, Debug, PartialEq)]
pub struct Track {
    /// The source's name.
    pub name: AttrValue,
    /// When it was published, in words.
    pub date: AttrValue,
    /// Its points.
    pub points: Rc<[Point]>,
}

/// What the drawing needs.
#[derive(Clone, PartialEq, Properties)]
pub struct TimelineProps {
    /// The rows.
    pub tracks: Rc<[Track]>,
    /// Where the drawing begins and ends: days.
    pub range: (f64, f64),
    /// Marks of the scale: day and name.
    pub scale: Rc<[(f64, AttrValue)]>,
    /// What it shows, in words.
    pub label: AttrValue,
}

/// The height of a row, and where in it the line is.
const ROW: usize = 46;
const LINE: usize = 30;

/// The place of a day, in percent of the width, with some room at the ends.
#[must_use]
pub fn place(day: f64, (from, to): (f64, f64)) -> f64 {
    let share = if to > from { (day - from) / (to - from) } else { 0.5 };
    2.0 + share.clamp(0.0, 1.0) * 96.0
}

fn percent(day: f64, range: (f64, f64)) -> String {
    format!("{:.2}%", place(day, range))
}

/// The drawing.
#[component]
pub fn Timeline(props: &TimelineProps) -> Html {
    let TimelineProps { tracks, range, scale, label } = props;
    let height = tracks.len() * ROW + 28;
    html! {
        <svg class="timeline" width="100%" height={height.to_string()} role="img" aria-label={label.clone()}>
            for (day, name) in scale.iter() {
                <line class="grid" x1={percent(*day, *range)} x2={percent(*day, *range)} y1="0" y2={(height - 22).to_string()} />
                <text class="scale" x={percent(*day, *range)} y={(height - 8).to_string()} text-anchor="middle">{ name.clone() }</text>
            }
            for (at, track) in tracks.iter().enumerate() {
                <text class="track-name" x="0" y={(at * ROW + 16).to_string()}>{ track.name.clone() }<tspan class="scale" dx="10">{ track.date.clone() }</tspan></text>
                <line class="track" x1="0" x2="100%" y1={(at * ROW + LINE).to_string()} y2={(at * ROW + LINE).to_string()} />
                for point in track.points.iter() {
                    { dot(point, at * ROW + LINE, *range) }
                }
            }
        </svg>
    }
}

fn dot(point: &Point, y: usize, range: (f64, f64)) -> Html {
    let x = percent(point.day, range);
    if point.class == "comment" {
        let (from, to) = ((y - 5).to_string(), (y + 5).to_string());
        return html! { <line class="comment" x1={x.clone()} x2={x} y1={from} y2={to}><title>{ point.title.clone() }</title></line> };
    }
    let radius = if point.class == "published" { "6" } else { "4" };
    html! { <circle class={point.class} cx={x} cy={y.to_string()} r={radius}><title>{ point.title.clone() }</title></circle> }
}

#[cfg(test)]
mod tests {
    use super::place;

    #[test]
    fn the_first_day_is_left_and_the_last_is_right() {
        assert!(place(0.0, (0.0, 10.0)) < place(5.0, (0.0, 10.0)));
        assert!((place(5.0, (5.0, 5.0)) - 50.0).abs() < 1e-9, "one day stands in the middle");
        assert!((place(99.0, (0.0, 10.0)) - 98.0).abs() < 1e-9, "what is beyond stays inside");
    }
}
