//! When each source was published, commented on, and which dates it tells.
//!
//! In: the engine's moments. Out: a drawing with a row for each source (the first ones that
//! pass, where there are many), and the same as a table in which each date leads to its
//! passage.

use std::{collections::BTreeMap, rc::Rc};

use yew::prelude::*;

use crate::{
    protocol::{Moment, MomentKind, Request, Response},
    state::Action,
    web::{
        components::{
            days::{day, scale},
            export::Export,
            go::Go,
            meta::{dir, short_name},
            table::Table,
            timeline::{Point, Timeline, TimelineProps, Track},
            waiting::waiting,
        },
        hooks::use_answer,
        texts::Texts,
        views::{Scene, drawn},
    },
};

/// How many sources have a row.
const ROWS: usize = 40;
/// How many dates the table shows before the rest is asked for.
const FEW: usize = 40;
/// What moments there are, in the order of the legend.
const KINDS: [MomentKind; 3] = [MomentKind::Published, MomentKind::Comment, MomentKind::Told];

/// What the part needs.
#[derive(Clone, PartialEq, Properties)]
pub struct WhenProps {
    /// What every view knows.
    pub scene: Scene,
}

/// The timeline.
#[component]
pub fn When(props: &WhenProps) -> Html {
    let WhenProps { scene } = props;
    let texts = scene.texts;
    let all = use_state_eq(|| false);
    let answer = use_answer(Some(Request::Timeline { filter: (*scene.filter).clone() }));
    let moments = use_memo(answer.response.clone(), |response| match response.as_deref() {
        Some(Response::Timeline(moments)) => Some(Rc::<[Moment]>::from(moments.as_slice())),
        _ => None,
    });
    let Some(moments) = (*moments).clone() else {
        return waiting([&answer], texts);
    };
    if moments.is_empty() {
        return html! { <p class="empty">{ texts.undated_all }</p> };
    }
    let chart = chart(scene, &moments);
    let draw = Callback::from({
        let chart = chart.clone();
        move |()| {
            let name = |kind: MomentKind| (class(kind), kind_name(kind, texts));
            drawn::moments(&chart, KINDS.map(name).into())
        }
    });
    let make = Callback::from({
        let (moments, scene) = (moments.clone(), scene.clone());
        move |()| table(&moments, &scene)
    });
    let rest = moments.len().saturating_sub(FEW);
    let shown = if *all { moments.len() } else { FEW };
    let toggle = {
        let all = all.clone();
        move |_| all.set(!*all)
    };
    let TimelineProps { tracks, range, scale, label } = chart;
    html! {
        <section class="when" aria-label={texts.when}>
            <div class="controls">
                { legend(texts) }
                <Export name="timeline" {make} {draw} {texts} />
            </div>
            <Timeline {tracks} {range} {scale} {label} />
            <table class="moments">
                <caption>{ texts.dates }</caption>
                <thead><tr>
                    <th scope="col">{ texts.when }</th><th scope="col">{ texts.what }</th>
                    <th scope="col">{ texts.source }</th><th scope="col">{ texts.reason }</th>
                </tr></thead>
                <tbody>
                    for (at, moment) in moments.iter().take(shown).enumerate() { { row(at, moment, scene) } }
                </tbody>
            </table>
            if rest > 0 {
                <button type="button" class="quiet small" aria-expanded={all.to_string()} onclick={toggle}>
                    if *all { { texts.fewer } } else { { (texts.more)(u32::try_from(rest).unwrap_or(u32::MAX)) } }
                </button>
            }
        </section>
    }
}

fn kind_name(kind: MomentKind, texts: &Texts) -> &'static str {
    match kind {
        MomentKind::Published => texts.published,
        MomentKind::Told => texts.told,
        MomentKind::Comment => texts.commented,
    }
}

const fn class(kind: MomentKind) -> &'static str {
    match kind {
        MomentKind::Published => "published",
        MomentKind::Told => "told",
        MomentKind::Comment => "comment",
    }
}

fn legend(texts: &Texts) -> Html {
    html! {
        <ul class="legend">
            for kind in KINDS {
                <li key={class(kind)}>
                    <svg class="timeline" width="16" height="16" aria-hidden="true">
                        if kind == MomentKind::Comment { <line class="comment" x1="8" x2="8" y1="3" y2="13" /> }
                        else { <circle class={class(kind)} cx="8" cy="8" r={if kind == MomentKind::Published { "6" } else { "4" }} /> }
                    </svg>
                    { kind_name(kind, texts) }
                </li>
            }
        </ul>
    }
}

/// The drawing of the moments.
fn chart(scene: &Scene, moments: &[Moment]) -> TimelineProps {
    let texts = scene.texts;
    let mut rows: BTreeMap<&str, Vec<Point>> = BTreeMap::new();
    let (mut from, mut to) = (f64::INFINITY, f64::NEG_INFINITY);
    for moment in moments {
        let Some(day) = day(&moment.when) else { continue };
        let points = rows.entry(&moment.source).or_default();
        let title = format!("{}: {}", kind_name(moment.kind, texts), texts.date(&moment.when));
        points.push(Point { day, class: class(moment.kind), title: title.into() });
        if points.len() == 1 || moment.kind != MomentKind::Told {
            (from, to) = (from.min(day), to.max(day));
        }
        (from, to) = (from.min(day), to.max(day));
    }
    let tracks = scene.cards.iter().filter_map(|card| {
        let points = rows.remove(card.id.as_str())?;
        let day = card.date.as_deref().and_then(|date| date.split('T').next());
        let date = day.map(|day| texts.date(day)).unwrap_or_default().into();
        Some(Track { name: short_name(card).into(), date, points: points.into() })
    });
    let tracks: Rc<[Track]> = tracks.take(ROWS).collect();
    let scale =
        scale(from, to).into_iter().map(|(day, iso)| (day, texts.date(&iso).into())).collect();
    TimelineProps { tracks, range: (from, to), scale, label: texts.when.into() }
}

fn row(at: usize, moment: &Moment, scene: &Scene) -> Html {
    let texts = scene.texts;
    let card = scene.card(&moment.source);
    let start = moment.span.map(|span| span.start);
    let go = scene.on_action.reform({
        let id = moment.source.clone();
        move |()| Action::Read { id: id.clone(), at: start }
    });
    html! {
        <tr key={at}>
            <td><time datetime={moment.when.clone()}>{ texts.date(&moment.when) }</time></td>
            <td>{ kind_name(moment.kind, texts) }</td>
            <td>
                if let Some(card) = card {
                    <Go href={scene.read_href(&moment.source, start)} onclick={go}>
                        <span lang={card.lang.to_string()} dir={dir(card.lang)}>{ short_name(card) }</span>
                    </Go>
                }
            </td>
            <td class="note">{ moment.reason.clone() }</td>
        </tr>
    }
}

fn table(moments: &[Moment], scene: &Scene) -> Table {
    let mut table = Table::new(&["when", "what", "source", "reason"]);
    for moment in moments {
        let what = kind_name(moment.kind, scene.texts).to_owned();
        let (when, source) = (moment.when.clone(), moment.source.clone());
        table.rows.push(vec![when, what, source, moment.reason.clone()]);
    }
    table
}
