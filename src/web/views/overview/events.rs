//! Which sources tell the same event.
//!
//! In: the engine's matches of the whole collection, a long job. Out: a group for each event
//! that several sources tell, those that pass the filter, with what two of them share as the
//! reason, and the ways to compare them or to see them alone; then the others, each with the
//! source nearest to it. The groups are the engine's, whatever the filter.

use std::rc::Rc;

use yew::prelude::*;

use crate::{
    protocol::{Card, Matches, Matching, Request, Response},
    state::{Action, MOST_COMPARED},
    web::{
        components::{
            export::Export,
            few::Few,
            go::Go,
            meta::{date, dir, short_name},
            progress::progress,
            table::Table,
        },
        hooks::use_job,
        views::{Scene, drawn},
    },
};

/// How many matches of a source are asked for.
const MATCHES: u32 = 6;
/// How many groups, and how many other sources, are shown until more is asked for.
const FEW: usize = 20;
/// How many sources of a group are listed until more is asked for.
const MEMBERS: usize = 12;
/// How many reasons a group is shown with.
const REASONS: usize = 3;

/// What the part needs.
#[derive(Clone, PartialEq, Properties)]
pub struct EventsProps {
    /// What every view knows.
    pub scene: Scene,
}

/// An event that several sources tell.
#[derive(Debug, PartialEq)]
struct Event {
    /// The sources, in the collection's order.
    ids: Vec<String>,
    /// Its closest matches, from which to which: the reasons that are shown.
    reasons: Vec<(String, Matching)>,
    /// The sources to compare.
    closest: Vec<String>,
}

/// The matches as they are shown.
#[derive(Debug, PartialEq)]
struct Arranged {
    events: Vec<Event>,
    /// Sources of an event of their own, each with the nearest other.
    alone: Vec<(Rc<Card>, Option<Matching>)>,
}

impl Arranged {
    fn new(matches: &Matches, shown: &[Rc<Card>]) -> Self {
        let mut ids: Vec<&str> = shown.iter().map(|card| card.id.as_str()).collect();
        ids.sort_unstable();
        let lists = Lists::new(matches);
        let groups = groups(matches, |id| ids.binary_search(&id).is_ok());
        let mut told: Vec<&str> = groups.iter().flatten().copied().collect();
        told.sort_unstable();
        let alone = shown.iter().filter(|card| told.binary_search(&card.id.as_str()).is_err());
        let event = |group: &Vec<&str>| {
            let pairs = lists.within(group);
            let closest = closest(&pairs, group);
            let first = pairs.into_iter().take(REASONS);
            let reasons = first.map(|(from, one)| (from.to_owned(), one.clone())).collect();
            Event { ids: group.iter().map(|id| (*id).to_owned()).collect(), reasons, closest }
        };
        Self {
            events: groups.iter().map(event).collect(),
            alone: alone.map(|card| (card.clone(), lists.of(&card.id).first().cloned())).collect(),
        }
    }
}

/// The groups.
#[component]
pub fn Events(props: &EventsProps) -> Html {
    let EventsProps { scene } = props;
    let texts = scene.texts;
    let own = texts.comparing;
    let job = use_job(Request::Matches { most: MATCHES });
    let known = (job.response.clone(), scene.shown(), scene.cards.clone());
    let arranged = use_memo(known, |(response, shown, cards)| match response.as_deref() {
        Some(Response::Matches(matches)) => {
            let shown: Vec<_> =
                shown.iter().filter_map(|(at, _)| cards.get(*at).cloned()).collect();
            Some(Rc::new(Arranged::new(matches, &shown)))
        }
        _ => None,
    });
    let Some(arranged) = (*arranged).clone() else { return progress(&job, texts) };
    let Arranged { events, alone } = &*arranged;
    let make = Callback::from({
        let response = job.response;
        move |()| match response.as_deref() {
            Some(Response::Matches(matches)) => table(matches),
            _ => Table::default(),
        }
    });
    let draw = (!events.is_empty()).then(|| {
        let (scene, arranged) = (scene.clone(), arranged.clone());
        Callback::from(move |()| {
            let ids: Vec<&[String]> = arranged.events.iter().map(|own| &*own.ids).collect();
            drawn::events(&scene, &ids)
        })
    });
    let count = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
    let one_event = {
        let (scene, arranged) = (scene.clone(), arranged.clone());
        Callback::from(move |at: usize| event(&scene, &arranged.events[at]))
    };
    let one_alone = {
        let (scene, arranged) = (scene.clone(), arranged.clone());
        Callback::from(move |at: usize| {
            let (card, near) = &arranged.alone[at];
            html! {
                <li key={card.id.clone()}>
                    { source(&scene, card) }
                    if let Some(near) = near { { nearest(&scene, near) } }
                </li>
            }
        })
    };
    html! {
        <section class="events" aria-label={own.same_event}>
            <div class="controls">
                <p class="note">{ own.same_event_intro }</p>
                <Export name="events" {make} {draw} {texts} />
            </div>
            if events.is_empty() { <p class="empty">{ own.no_groups }</p> } else { <h3 class="shared-head">{ (own.n_groups)(count(events.len())) }</h3> }
            <Few class="event-list" total={events.len()} few={FEW} item={one_event} {texts} />
            if !alone.is_empty() {
                <details class="own-events" open={events.is_empty()}>
                    <summary>{ (own.own_event)(count(alone.len())) }</summary>
                    <Few total={alone.len()} few={4 * FEW} item={one_alone} {texts} />
                </details>
            }
        </section>
    }
}

/// The groups of which at least two sources pass, the largest first.
fn groups(matches: &Matches, passes: impl Fn(&str) -> bool) -> Vec<Vec<&str>> {
    let mut groups: Vec<Vec<&str>> = Vec::new();
    for group in &matches.groups {
        let own: Vec<&str> = group.iter().map(String::as_str).filter(|id| passes(id)).collect();
        if own.len() > 1 {
            groups.push(own);
        }
    }
    crate::sort::sort_by_key(&mut groups, |group| std::cmp::Reverse(group.len()));
    groups
}

/// The matches of each source, by id.
struct Lists<'m>(Vec<(&'m str, &'m [Matching])>);

impl<'m> Lists<'m> {
    fn new(matches: &'m Matches) -> Self {
        let mut lists: Vec<(&str, &[Matching])> =
            matches.sources.iter().map(|own| (own.id.as_str(), own.matches.as_slice())).collect();
        crate::sort::sort_by_key(&mut lists, |(id, _)| *id);
        Self(lists)
    }

    fn of(&self, id: &str) -> &'m [Matching] {
        self.0.binary_search_by_key(&id, |(own, _)| *own).map_or(&[], |at| self.0[at].1)
    }

    /// The matches inside a group, the closest first, each pair once.
    fn within(&self, group: &[&'m str]) -> Vec<(&'m str, &'m Matching)> {
        let mut members = group.to_vec();
        members.sort_unstable();
        let mut all: Vec<(&str, &Matching)> = Vec::new();
        for &id in group {
            for one in self.of(id) {
                // What the other lists, too, is told from the one that comes first.
                let is_told =
                    one.id.as_str() < id && self.of(&one.id).iter().any(|own| own.id == id);
                if members.binary_search(&one.id.as_str()).is_ok() && !is_told {
                    all.push((id, one));
                }
            }
        }
        crate::sort::sort_by(&mut all, |(a, x), (b, y)| {
            y.score.total_cmp(&x.score).then_with(|| (a, &x.id).cmp(&(b, &y.id)))
        });
        all
    }
}

/// The sources of a group to compare: all, or of many those of the closest matches.
fn closest<'m>(pairs: &[(&'m str, &'m Matching)], group: &[&'m str]) -> Vec<String> {
    let mut chosen: Vec<&str> = Vec::new();
    let by_closeness = pairs.iter().flat_map(|(from, one)| [*from, one.id.as_str()]);
    for id in by_closeness.chain(group.iter().copied()) {
        if chosen.len() < MOST_COMPARED && !chosen.contains(&id) {
            chosen.push(id);
        }
    }
    group.iter().filter(|id| chosen.contains(id)).map(|id| (*id).to_owned()).collect()
}

fn event(scene: &Scene, event: &Event) -> Html {
    let texts = scene.texts;
    let own = texts.comparing;
    let Event { ids, reasons, closest } = event;
    let compare = scene.on_action.reform({
        let closest = closest.clone();
        move |_| Action::Compare(closest.clone())
    });
    let only = scene.on_action.reform({
        let ids = ids.clone();
        move |_| Action::Only(ids.clone())
    });
    let label = if closest.len() < ids.len() {
        (own.compare_closest)(u32::try_from(closest.len()).unwrap_or(u32::MAX))
    } else {
        own.compare_these.to_owned()
    };
    let member = {
        let (scene, ids) = (scene.clone(), ids.clone());
        Callback::from(move |at: usize| {
            let card = scene.card(&ids[at]);
            html! { <li key={ids[at].clone()}>{ card.map(|card| source(&scene, card)) }</li> }
        })
    };
    html! {
        <li key={ids.join("\n")} class="event">
            <Few class="event-sources" total={ids.len()} few={MEMBERS} item={member} {texts} />
            <ul class="event-reasons">
                for (from, one) in reasons {
                    <li key={format!("{from}\n{}", one.id)}>
                        if ids.len() > 2 { <span class="pair-names">{ name(scene, from) }{ " – " }{ name(scene, &one.id) }</span> }
                        { reason(scene, from, one) }
                    </li>
                }
            </ul>
            <div class="controls">
                <button type="button" class="toggle" onclick={compare}>{ label }</button>
                <button type="button" class="quiet" onclick={only}>{ own.only_these }</button>
            </div>
        </li>
    }
}

fn name(scene: &Scene, id: &str) -> String {
    scene.card(id).map_or_else(|| id.to_owned(), |card| short_name(card))
}

/// A source: what it is, leading to it.
fn source(scene: &Scene, card: &Rc<Card>) -> Html {
    let texts = scene.texts;
    let id = card.id.clone();
    html! {
        <>
            <Go href={scene.read_href(&card.id, None)} onclick={scene.on_read().reform(move |()| (id.clone(), None))}>
                <span lang={card.lang.to_string()} dir={dir(card.lang)}>{ card.title.clone() }</span>
            </Go>
            <span class="note">
                <bdi>{ card.outlet.clone().unwrap_or_else(|| texts.unknown_outlet.to_owned()) }</bdi>
                { ", " }{ date(card, texts) }{ ", " }{ texts.language_name(card.lang) }
            </span>
        </>
    }
}

/// Why two sources are thought to tell the same: what both have, and how far apart they are.
fn reason(scene: &Scene, from: &str, one: &Matching) -> Html {
    let texts = scene.texts;
    let langs = [from, &one.id].map(|id| scene.card(id).map(|card| card.lang.to_string()));
    html! {
        <>
            <span class="note">{ texts.comparing.both_tell }</span>{ " " }
            for (at, [a, b]) in one.shared.iter().enumerate() {
                if at > 0 { { ", " } }
                <span lang={langs[0].clone()}>{ a.clone() }</span>
                if a != b { { " = " }<span lang={langs[1].clone()}>{ b.clone() }</span> }
            }
            if let Some(days) = one.days { <span class="note">{ " · " }{ (texts.comparing.days_apart)(days) }</span> }
        </>
    }
}

fn nearest(scene: &Scene, near: &Matching) -> Html {
    let share = libm::round(near.score * 100.0) as u32;
    html! { <span class="note">{ (scene.texts.comparing.nearest)(&name(scene, &near.id), share) }</span> }
}

fn table(matches: &Matches) -> Table {
    let mut table = Table::new(&["event", "source", "match", "closeness", "days_apart", "shared"]);
    for own in &matches.sources {
        let event = matches.groups.iter().position(|group| group.contains(&own.id));
        let event = event.map(|at| (at + 1).to_string()).unwrap_or_default();
        for one in &own.matches {
            let shared: Vec<String> =
                one.shared.iter().map(|[a, b]| format!("{a} = {b}")).collect();
            let days = one.days.map(|days| days.to_string()).unwrap_or_default();
            let closeness = format!("{:.3}", one.score);
            let (source, other) = (own.id.clone(), one.id.clone());
            table.rows.push(vec![event.clone(), source, other, closeness, days, shared.join("; ")]);
        }
    }
    table
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::{Arranged, Lists, closest, groups};
    use crate::{
        lang::Lang,
        protocol::{Card, Matches, Matching, SourceMatches},
    };

    fn matches() -> Matches {
        let matching =
            |id: &str, score| Matching { id: id.into(), score, days: None, shared: vec![] };
        let own = |id: &str, matches| SourceMatches { id: id.into(), matches };
        Matches {
            sources: vec![
                own("a", vec![matching("b", 0.4), matching("e", 0.9)]),
                own("b", vec![matching("a", 0.4), matching("c", 0.5)]),
                own("c", vec![matching("b", 0.5)]),
                own("d", vec![matching("e", 0.8)]),
                own("e", vec![matching("d", 0.8), matching("a", 0.9)]),
            ],
            groups: vec![
                vec!["x".into(), "y".into()],
                ["a", "b", "c", "d", "e"].map(str::to_owned).to_vec(),
            ],
            ..Matches::default()
        }
    }

    #[test]
    fn a_group_needs_two_sources_that_pass_and_the_largest_comes_first() {
        let matches = matches();
        assert_eq!(groups(&matches, |_| true)[0].len(), 5);
        let some = groups(&matches, |id| id != "x" && id < "c");
        assert_eq!(some, [vec!["a", "b"]]);
    }

    #[test]
    fn of_a_large_group_the_closest_are_compared_in_the_order_of_the_group() {
        let matches = matches();
        let group = ["a", "b", "c", "d", "e"];
        let pairs = Lists::new(&matches).within(&group);
        let told: Vec<_> = pairs.iter().map(|(from, one)| (*from, one.id.as_str())).collect();
        assert_eq!(told, [("a", "e"), ("d", "e"), ("b", "c"), ("a", "b")], "each pair once");
        assert_eq!(closest(&pairs, &group), ["a", "b", "d", "e"]);
    }

    #[test]
    fn whoever_is_in_no_event_stands_alone_beside_the_nearest() {
        let mut matches = matches();
        matches.groups = vec![vec!["a".into(), "b".into()]];
        let card = |id: &str| {
            Rc::new(Card {
                id: id.into(),
                title: id.into(),
                outlet: None,
                lang: Lang::EN,
                date: None,
                date_reason: None,
                url: None,
                cites: None,
                authors: vec![],
                words: 1,
                bytes: 1,
                comments: 0,
            })
        };
        let arranged = Arranged::new(&matches, &["a", "b", "d"].map(card));
        assert_eq!(arranged.events.len(), 1);
        assert_eq!(arranged.events[0].ids, ["a", "b"]);
        assert_eq!(arranged.events[0].reasons.len(), 1, "each pair once");
        let near = arranged.alone[0].1.as_ref().map(|near| near.id.as_str());
        assert_eq!((arranged.alone[0].0.id.as_str(), near), ("d", Some("e")));
    }
}
