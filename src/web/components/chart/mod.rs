//! Charts to take along: drawings that say with numbers and names what the page shows.
//!
//! In: what a view draws. Out: a [`Chart`], SVG drawn by Yew, in units that are pixels, whose
//! looks come from the page's style; as a file it [carries them
//! itself](crate::web::browser::picture). Each kind has a module: [`bars`], [`columns`],
//! [`spread`], [`ties`]. They are still: what is pointed at and clicked stands in the views.

pub mod bars;
pub mod columns;
pub mod spread;
pub mod ties;

use yew::prelude::*;

use super::cut::cut;

/// How wide a chart is unless it needs more.
const WIDE: f64 = 960.0;
/// The room on every side.
const EDGE: f64 = 16.0;
/// Where what is drawn begins, below the title.
const TOP: f64 = 56.0;
/// The room for names at the left, and the letters that fit into it.
const NAMES: f64 = 240.0;
const LETTERS: usize = 34;

/// A drawing of its own.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// What it shows.
    pub title: AttrValue,
    /// Its width and height.
    pub size: [f64; 2],
    /// What is drawn.
    shapes: Html,
}

impl Chart {
    /// A chart that is so wide, and whose shapes end so far below.
    fn new(title: AttrValue, width: f64, bottom: f64, shapes: Html) -> Self {
        Self { title, size: [width, bottom + EDGE], shapes }
    }

    /// Its nodes.
    pub fn draw(&self, node: &NodeRef) -> Html {
        let [width, height] = self.size.map(|side| side.to_string());
        html! {
            <svg ref={node} class="chart" role="img" aria-label={self.title.clone()}
                viewBox={format!("0 0 {width} {height}")} width={width.clone()} height={height.clone()}>
                <title>{ self.title.clone() }</title>
                <rect class="ground" width={width} height={height} />
                { words([EDGE, 32.0], "chart-title", "start", &self.title) }
                { self.shapes.clone() }
            </svg>
        }
    }
}

/// A number of the drawing.
fn at(place: f64) -> String {
    // Hundredths of a pixel cannot be seen.
    format!("{place:.1}")
}

/// Words of the drawing, at the left, the middle or the right (`start`, `middle`, `end`) of
/// their place.
fn words([x, y]: [f64; 2], class: &'static str, anchor: &'static str, text: &str) -> Html {
    html! { <text {class} x={at(x)} y={at(y)} text-anchor={anchor}>{ text.to_owned() }</text> }
}

/// A name at the left, in full when it is pointed at.
fn name(y: f64, text: &str) -> Html {
    html! {
        <text x={at(EDGE)} y={at(y)} text-anchor="start"><title>{ text.to_owned() }</title>{ cut(text, LETTERS) }</text>
    }
}

/// A rectangle: its corner and its size.
fn block(class: impl Into<Classes>, [x, y]: [f64; 2], [width, height]: [f64; 2]) -> Html {
    html! { <rect class={class} x={at(x)} y={at(y)} width={at(width)} height={at(height)} /> }
}

/// A line of the scale from one point to another.
fn rule([x1, y1]: [f64; 2], [x2, y2]: [f64; 2]) -> Html {
    html! { <line class="rule" x1={at(x1)} y1={at(y1)} x2={at(x2)} y2={at(y2)} /> }
}
