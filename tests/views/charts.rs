//! Charts to take along: what is drawn says what is shown, in names and numbers.

use tellings::web::components::chart::{
    Chart,
    bars::{Cell, bars},
    columns::columns,
    spread::{Shape, Spot, Spread, Track, spread},
    ties::{Text, ties},
};
use yew::prelude::*;

use crate::render;

#[derive(Clone, PartialEq, Properties)]
struct DrawnProps {
    chart: Chart,
}

#[component]
fn Drawn(props: &DrawnProps) -> Html {
    props.chart.draw(&NodeRef::default())
}

fn drawn(chart: Chart) -> String {
    render::<Drawn>(DrawnProps { chart })
}

/// The values of an attribute of the elements of a class, in their order.
fn values(page: &str, class: &str, name: &str) -> Vec<f64> {
    let of = |line: &str| {
        let at = line.find(&format!(" {name}=\""))? + name.len() + 3;
        line[at..].split('"').next()?.parse().ok()
    };
    page.lines().filter(|line| line.contains(&format!("class=\"{class}"))).filter_map(of).collect()
}

#[test]
fn a_bar_is_as_long_as_its_number_says_and_has_it_behind() {
    let row = |name: &'static str, value: f64| {
        (AttrValue::from(name), vec![Cell::new(value, format!("{value} hits"))])
    };
    let rows = [row("talks", 8.0), row("a <b> & more", 4.0), row("nothing", 0.0)];
    let page = drawn(bars("Words".into(), &["Count".into()], &rows, true));
    let long = values(&page, "bar", "width");
    assert!((long[0] - 2.0 * long[1]).abs() < 0.2, "{long:?}");
    assert_eq!(long.len(), 2, "nothing has no bar");
    for words in ["8 hits", "4 hits", "0 hits", "talks", "a &lt;b&gt; &amp; more", "Count"] {
        assert!(page.contains(words), "{words} in {page}");
    }
}

#[test]
fn columns_of_two_hundred_years_name_as_many_as_there_is_room_for() {
    let years: Vec<(String, u32)> = (1824..2024).map(|year| (year.to_string(), year % 3)).collect();
    let page = drawn(columns("Years".into(), &years));
    let names = page.matches("class=\"soft\"").count();
    assert!((20..=50).contains(&names), "{names} names");
    assert_eq!(page.matches("class=\"number\"").count(), values(&page, "bar", "height").len());
}

#[test]
fn spots_of_a_track_lie_where_they_are_in_the_lane_of_their_kind() {
    let spot = |share, lane| Spot { share, lane, shape: Shape::Term(lane + 1), title: "x".into() };
    let page = drawn(spread(&Spread {
        title: "Hits".into(),
        legend: vec![(Shape::Term(1), "sanctions".into()), (Shape::Term(2), "Putin".into())],
        scale: vec![(0.0, "0 %".into()), (1.0, "100 %".into())],
        tracks: vec![Track {
            name: "The source".into(),
            note: "3 hits".into(),
            spots: vec![spot(0.0, 0), spot(0.5, 1), spot(1.0, 0)],
        }],
        lanes: 2,
    }));
    // After those of the legend.
    let (x, y) = (values(&page, "tick", "x"), values(&page, "tick", "y"));
    assert!((x[3] - (x[2] + x[4]) / 2.0).abs() < 0.2, "{x:?}");
    assert!(y[2] < y[3] && (y[2] - y[4]).abs() < 0.1, "{y:?}");
    for words in ["The source", "3 hits", "sanctions", "Putin", "100 %"] {
        assert!(page.contains(words), "{words} in {page}");
    }
}

#[test]
fn a_line_joins_the_places_of_two_texts() {
    let text = |name: &'static str, is_tied| Text {
        name: name.into(),
        note: "1 / 1".into(),
        passages: vec![([0.25, 0.75], is_tied)],
    };
    let page = drawn(ties(
        "One link".into(),
        &[text("upper", true), text("lower", false)],
        &[(0, [0.5, 0.0])],
    ));
    let ends = ["x1", "x2"].map(|end| values(&page, "tie-line", end)[0]);
    let bar = [values(&page, "bar", "x")[0], values(&page, "bar", "width")[0]];
    assert!((ends[0] - bar[0] - bar[1] / 2.0).abs() < 1.0, "from the middle: {ends:?} {bar:?}");
    assert!(ends[1] < bar[0], "to the beginning");
    assert_eq!(page.matches("class=\"bar pale\"").count(), 1, "what only one tells is pale");
}
