//! What the views draw, as charts to take along.
//!
//! In: what a view shows. Out: a [`Chart`] of the same, with names and numbers in it: hits in
//! their sources, moments in time, events and their sources, passages and their links, counts
//! by source. What it looks like is for [`chart`](crate::web::components::chart).

use std::rc::Rc;

use yew::prelude::*;

use super::{Scene, compare_page::ComparePageProps};
use crate::{
    protocol::{Card, Mark},
    web::{
        components::{
            chart::{
                Chart,
                bars::{Cell, bars},
                spread::{Shape, Spot, Spread, Track, spread},
                ties::{Text, ties},
            },
            days::{day, scale},
            hit_bar::{Tick, WIDTH, ticks},
            link_bar::lines,
            matrix::{MatrixColumn, MatrixRow, value},
            meta::short_name,
            pair_rows::Row,
            pieces::slot,
            timeline::{TimelineProps, place},
        },
        texts::Texts,
    },
};

/// How many rows of counts are drawn; the table has all.
const ROWS: usize = 40;

/// Where the hits lie in each source, a lane for each term.
#[must_use]
pub fn hits(scene: &Scene, found: &[(Rc<Card>, Rc<[Mark]>)]) -> Chart {
    let texts = scene.texts;
    let lanes = Tick::lanes(scene.queries.len());
    let track = |(card, marks): &(Rc<Card>, Rc<[Mark]>)| {
        let spot = |tick: &Tick| Spot {
            share: f64::from(tick.x) / f64::from(WIDTH),
            lane: tick.term % lanes.max(1),
            shape: Shape::Term(slot(tick.term)),
            title: AttrValue::default(),
        };
        let count = u32::try_from(marks.len()).unwrap_or(u32::MAX);
        Track {
            name: short_name(card).into(),
            note: (texts.n_hits)(count).into(),
            spots: ticks(marks, card.bytes).iter().map(spot).collect(),
        }
    };
    let term = |(at, query): (u32, &AttrValue)| (Shape::Term(slot(at)), query.clone());
    let percent = |tenths: u32| (f64::from(tenths) / 10.0, format!("{} %", tenths * 10).into());
    spread(&Spread {
        title: texts.hits.into(),
        legend: (0..).zip(&*scene.queries).map(term).collect(),
        scale: [0, 5, 10].map(percent).into(),
        tracks: found.iter().map(track).collect(),
        lanes,
    })
}

/// The timeline as a chart; `legend` names the classes of its points.
#[must_use]
pub fn moments(of: &TimelineProps, legend: Vec<(&'static str, &'static str)>) -> Chart {
    let shape = |class: &str| match class {
        "published" => Shape::Disc,
        "comment" => Shape::Dash,
        _ => Shape::Ring,
    };
    let share = |day: f64| place(day, of.range) / 100.0;
    let tracks = of.tracks.iter().map(|track| Track {
        name: track.name.clone(),
        note: track.date.clone(),
        spots: track
            .points
            .iter()
            .map(|point| Spot {
                share: share(point.day),
                lane: 0,
                shape: shape(point.class),
                title: point.title.clone(),
            })
            .collect(),
    });
    spread(&Spread {
        title: of.label.clone(),
        legend: legend.into_iter().map(|(class, name)| (shape(class), name.into())).collect(),
        scale: of.scale.iter().map(|(day, name)| (share(*day), name.clone())).collect(),
        tracks: tracks.collect(),
        lanes: 1,
    })
}

/// When the sources of each event were published: a track for each, named by its first.
#[must_use]
pub fn events(scene: &Scene, groups: &[&[String]]) -> Chart {
    let texts = scene.texts;
    let cards = |group: &&[String]| -> Vec<Rc<Card>> {
        group.iter().filter_map(|id| scene.card(id).cloned()).collect()
    };
    let when = |card: &Card| card.date.as_deref().and_then(day);
    let groups: Vec<Vec<Rc<Card>>> = groups.iter().take(ROWS).map(cards).collect();
    let days: Vec<f64> = groups.iter().flatten().filter_map(|card| when(card)).collect();
    let from = days.iter().copied().fold(f64::INFINITY, f64::min);
    let to = days.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let share = |day: f64| place(day, (from, to)) / 100.0;
    let spot = |card: &Rc<Card>| {
        let date = texts.date(card.date.as_deref()?.split('T').next()?);
        let title = format!("{}: {date}", short_name(card)).into();
        Some(Spot { share: share(when(card)?), lane: 0, shape: Shape::Disc, title })
    };
    let track = |group: &Vec<Rc<Card>>| Track {
        name: group.first().map(|card| card.title.clone()).unwrap_or_default().into(),
        note: (texts.n_sources)(u32::try_from(group.len()).unwrap_or(u32::MAX)).into(),
        spots: group.iter().filter_map(spot).collect(),
    };
    let marks = if days.is_empty() { Vec::new() } else { scale(from, to) };
    spread(&Spread {
        title: texts.comparing.same_event.into(),
        legend: vec![(Shape::Disc, texts.published.into())],
        scale: marks.iter().map(|(day, iso)| (share(*day), texts.date(iso).into())).collect(),
        tracks: groups.iter().map(track).collect(),
        lanes: 1,
    })
}

/// The texts of a comparison with the links between neighbours.
#[must_use]
pub fn links(props: &ComparePageProps, rows: &[Row], title: AttrValue) -> Chart {
    let lengths: Vec<u32> = props.sources.iter().map(|source| source.card.bytes).collect();
    let names = props.names();
    let text = |column: usize| {
        let length = f64::from(lengths[column].max(1));
        let passages: Vec<([f64; 2], bool)> = rows
            .iter()
            .flat_map(|row| {
                row.cells.get(column).into_iter().flatten().map(move |span| (span, row))
            })
            .map(|(span, row)| {
                ([span.start, span.end].map(|at| f64::from(at) / length), !row.ties.is_empty())
            })
            .collect();
        let tied = passages.iter().filter(|(_, is_tied)| *is_tied).count();
        let note = format!("{tied} / {}", passages.len()).into();
        Text { name: names[column].clone().into(), note, passages }
    };
    let texts: Vec<Text> = (0..lengths.len()).map(text).collect();
    let share = |at: u32| f64::from(at) / f64::from(crate::web::components::link_bar::WIDTH);
    let lines: Vec<(usize, [f64; 2])> =
        lines(rows, &lengths).into_iter().map(|(bar, ends, _)| (bar, ends.map(share))).collect();
    ties(title, &texts, &lines)
}

/// Counts by source, or in a thousand words.
#[must_use]
pub fn counts(
    title: AttrValue,
    columns: &[MatrixColumn],
    rows: &[MatrixRow],
    as_rate: bool,
    texts: &Texts,
) -> Chart {
    let row = |row: &MatrixRow| {
        let cells = row.counts.iter().zip(columns).map(|(count, column)| {
            let value = value(*count, column.words, as_rate);
            Cell::new(value, if as_rate { texts.decimal(value) } else { texts.number(*count) })
        });
        (row.label.clone(), cells.collect())
    };
    let names: Vec<AttrValue> = columns.iter().map(|column| column.name.clone()).collect();
    let rows: Vec<_> = rows.iter().take(ROWS).map(row).collect();
    bars(title, &names, &rows, true)
}
