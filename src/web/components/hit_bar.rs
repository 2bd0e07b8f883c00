//! A bar for a source with a tick for each hit, a lane for each term.
//!
//! In: the hits as shares of the text. Out: an SVG drawing. Colour and lane both tell the
//! term. A click goes to the nearest hit; by keyboard the count beside the bar and the
//! previous and next buttons lead to the same hits, so the bar is a picture to them.

use std::rc::Rc;

use yew::prelude::*;

use super::pieces::{SLOTS, slot};
use crate::{protocol::Mark, sort::sort_by_key};

/// The width of a bar in its own units: finer ticks could not be seen.
pub const WIDTH: u32 = 400;
/// The height of a lane, its gap included.
const LANE: u32 = 8;

/// A tick: where, for which term, and the first hit it stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tick {
    /// Its place, 0 to [`WIDTH`] - 1.
    pub x: u32,
    /// Which of the terms, from 0.
    pub term: u32,
    /// The first byte of the first hit there.
    pub at: u32,
}

impl Tick {
    /// The lanes that so many terms need.
    #[must_use]
    pub fn lanes(terms: usize) -> u32 {
        u32::try_from(terms).unwrap_or(u32::MAX).min(SLOTS)
    }
}

/// The ticks of a source of `bytes` bytes; hits of a term too close to tell apart share one.
#[must_use]
pub fn ticks(marks: &[Mark], bytes: u32) -> Rc<[Tick]> {
    let place = |at: u32| {
        let x = u64::from(at) * u64::from(WIDTH) / u64::from(bytes.max(1));
        u32::try_from(x).unwrap_or(WIDTH).min(WIDTH - 1)
    };
    let mut ticks: Vec<Tick> = marks
        .iter()
        .map(|mark| Tick { x: place(mark.span.start), term: mark.term, at: mark.span.start })
        .collect();
    sort_by_key(&mut ticks, |tick| (tick.term, tick.x, tick.at));
    ticks.dedup_by_key(|tick| (tick.term, tick.x));
    ticks.into()
}

/// The tick nearest to a point: a share of the width and of the height.
#[must_use]
pub fn nearest(ticks: &[Tick], lanes: u32, across: f64, down: f64) -> Option<Tick> {
    let x = across * f64::from(WIDTH);
    let lane = down * f64::from(lanes);
    ticks.iter().copied().min_by(|a, b| {
        // A lane's distance weighs as much as a twentieth of the width.
        let far = |tick: &Tick| {
            let lanes_off = (f64::from(tick.term) + 0.5 - lane).abs().floor();
            (f64::from(tick.x) - x).abs() + lanes_off * f64::from(WIDTH / 20)
        };
        far(a).total_cmp(&far(b))
    })
}

/// What a bar needs.
#[derive(Clone, PartialEq, Properties)]
pub struct HitBarProps {
    /// Its ticks.
    pub ticks: Rc<[Tick]>,
    /// How many terms there are.
    pub lanes: u32,
    /// What it shows, in words.
    pub label: AttrValue,
    /// The byte the reader is at, shown as a line.
    #[prop_or_default]
    pub here: Option<u32>,
    /// Whether it stands upright, from the beginning of the text above to its end below.
    #[prop_or_default]
    pub upright: bool,
    /// Goes to the hit at that byte.
    pub on_pick: Callback<u32>,
}

/// A bar of hits.
#[component]
pub fn HitBar(props: &HitBarProps) -> Html {
    let HitBarProps { ticks, lanes, label, here, upright, on_pick } = props;
    let node = use_node_ref();
    let (lanes, upright) = ((*lanes).max(1), *upright);
    let onclick = {
        let (node, ticks, on_pick) = (node.clone(), ticks.clone(), on_pick.clone());
        move |event: MouseEvent| {
            let Some(bar) = node.cast::<web_sys::Element>() else { return };
            let area = bar.get_bounding_client_rect();
            let across = (f64::from(event.client_x()) - area.left()) / area.width().max(1.0);
            let down = (f64::from(event.client_y()) - area.top()) / area.height().max(1.0);
            let (across, down) = if upright { (down, across) } else { (across, down) };
            if let Some(tick) = nearest(&ticks, lanes, across, down) {
                on_pick.emit(tick.at);
            }
        }
    };
    let here = here.and_then(|at| ticks.iter().find(|tick| tick.at == at)).map(|tick| tick.x);
    let (wide, high) = if upright { (lanes * LANE, WIDTH) } else { (WIDTH, lanes * LANE) };
    let across = lanes * LANE;
    html! {
        <svg ref={node} class="hit-bar" role="img" aria-label={label.clone()} {onclick} preserveAspectRatio="none"
            viewBox={format!("0 0 {wide} {high}")} width={upright.then(|| wide.to_string())}
            height={(!upright).then(|| high.to_string())}>
            // Upright it is the same drawing with its axes changed for one another.
            <g transform={upright.then_some("matrix(0 1 1 0 0 0)")}>
                for lane in 0..lanes {
                    <rect class="lane" x="0" y={(lane * LANE + 1).to_string()}
                        width={WIDTH.to_string()} height={(LANE - 2).to_string()} />
                }
                for tick in ticks.iter() {
                    <rect class={format!("tick term-{}", slot(tick.term))} x={tick.x.to_string()}
                        y={(tick.term * LANE + 1).to_string()} width="2" height={(LANE - 2).to_string()} />
                }
                if let Some(x) = here {
                    <rect class="here" x={x.to_string()} y="0" width="2" height={across.to_string()} />
                }
            </g>
        </svg>
    }
}

#[cfg(test)]
mod tests {
    use super::{Tick, WIDTH, nearest, ticks};
    use crate::{protocol::Mark, span::Span};

    fn mark(start: u32, term: u32) -> Mark {
        Mark { span: Span::new(start, start + 4), term, form: 0 }
    }

    #[test]
    fn hits_too_close_to_see_share_a_tick() {
        let ticks = ticks(&[mark(0, 0), mark(1, 0), mark(5000, 0), mark(1, 1)], 10_000);
        let places: Vec<_> = ticks.iter().map(|tick| (tick.term, tick.x, tick.at)).collect();
        assert_eq!(places, [(0, 0, 0), (0, WIDTH / 2, 5000), (1, 0, 1)]);
    }

    #[test]
    fn a_hit_at_the_very_end_stays_on_the_bar() {
        assert_eq!(ticks(&[mark(10, 0)], 10)[0].x, WIDTH - 1);
        assert_eq!(ticks(&[mark(3, 0)], 0)[0].x, WIDTH - 1);
    }

    #[test]
    fn a_click_finds_the_nearest_hit_of_the_lane_it_is_in() {
        let all = [Tick { x: 100, term: 0, at: 1 }, Tick { x: 104, term: 1, at: 2 }];
        let picked = |across, down| nearest(&all, 2, across, down).map(|tick| tick.at);
        assert_eq!(picked(0.255, 0.1), Some(1));
        assert_eq!(picked(0.255, 0.9), Some(2));
        assert_eq!(nearest(&[], 2, 0.5, 0.5), None);
    }
}
