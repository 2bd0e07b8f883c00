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
            go::Go,
            meta::{date, dir, short_name},
            progress::progress,
            table::Table,
        },
        hooks::use_job,
        views::Scene,
    },
};

/// How many matches of a source are asked for.
const MATCHES: u32 = 6;
/// How many groups, and how many other sources, are shown until more is asked for.
const FEW: usize = 20;
/// How many sources of a group are listed.
const MEMBERS: usize = 12;

/// What the part needs.
#[derive(Clone, PartialEq, Properties)]
pub struct EventsProps {
    /// What every view knows.
    pub scene: Scene,
}

/// The groups.
#[component]
pub fn Events(props: &EventsProps) -> Html {
    let EventsProps { scene } = props;
    let texts = scene.texts;
    let own = texts.comparing;
    let most = use_state_eq(|| FEW);
    let job = use_job(Request::Matches { most: MATCHES });
    let Some(Response::Matches(matches)) = job.response.as_deref() else {
        return progress(&job, texts);
    };
    let shown: Vec<&Rc<Card>> =
        scene.shown().iter().filter_map(|(at, _)| scene.cards.get(*at)).collect();
    let mut ids: Vec<&str> = shown.iter().map(|card| card.id.as_str()).collect();
    ids.sort_unstable();
    let groups: Vec<Vec<&str>> = groups(matches, |id| ids.binary_search(&id).is_ok());
    let mut told: Vec<&str> = groups.iter().flatten().copied().collect();
    told.sort_unstable();
    let alone: Vec<&&Rc<Card>> =
        shown.iter().filter(|card| told.binary_search(&card.id.as_str()).is_err()).collect();
    let lists = Lists::new(matches);
    let make = Callback::from({
        let matches = matches.clone();
        move |()| table(&matches)
    });
    let count = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
    let rest = groups.len().saturating_sub(*most);
    let more = {
        let most = most.clone();
        move |_| most.set(*most + 4 * FEW)
    };
    html! {
        <section class="events" aria-label={own.same_event}>
            <div class="controls">
                <p class="note">{ own.same_event_intro }</p>
                <Export name="events" {make} {texts} />
            </div>
            if groups.is_empty() { <p class="empty">{ own.no_groups }</p> } else { <h3 class="shared-head">{ (own.n_groups)(count(groups.len())) }</h3> }
            <ol class="event-list">
                for group in groups.iter().take(*most) { { event(scene, &lists, group) } }
            </ol>
            if rest > 0 { <button type="button" class="quiet" onclick={more}>{ (texts.more)(count(rest)) }</button> }
            if !alone.is_empty() {
                <details class="own-events" open={groups.is_empty()}>
                    <summary>{ (own.own_event)(count(alone.len())) }</summary>
                    <ul>
                        for card in alone.iter().take(4 * FEW) {
                            <li key={card.id.clone()}>
                                { source(scene, card) }
                                if let Some(near) = lists.of(&card.id).first() { { nearest(scene, near) } }
                            </li>
                        }
                        if alone.len() > 4 * FEW { <li class="note">{ (texts.more)(count(alone.len() - 4 * FEW)) }</li> }
                    </ul>
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

fn event<'m>(scene: &Scene, lists: &Lists<'m>, group: &[&'m str]) -> Html {
    let texts = scene.texts;
    let own = texts.comparing;
    let pairs = lists.within(group);
    let ids = closest(&pairs, group);
    let compare = scene.on_action.reform({
        let ids = ids.clone();
        move |_| Action::Compare(ids.clone())
    });
    let only = scene.on_action.reform({
        let all: Vec<String> = group.iter().map(|id| (*id).to_owned()).collect();
        move |_| Action::Only(all.clone())
    });
    let label = if ids.len() < group.len() {
        (own.compare_closest)(u32::try_from(ids.len()).unwrap_or(u32::MAX))
    } else {
        own.compare_these.to_owned()
    };
    html! {
        <li key={group.join("\n")} class="event">
            <ul class="event-sources">
                for id in group.iter().take(MEMBERS) { if let Some(card) = scene.card(id) { <li key={(*id).to_owned()}>{ source(scene, card) }</li> } }
                if group.len() > MEMBERS { <li class="note">{ (texts.more)(u32::try_from(group.len() - MEMBERS).unwrap_or(u32::MAX)) }</li> }
            </ul>
            <ul class="event-reasons">
                for (from, one) in pairs.iter().take(3) {
                    <li key={format!("{from}\n{}", one.id)}>
                        if group.len() > 2 { <span class="pair-names">{ name(scene, from) }{ " – " }{ name(scene, &one.id) }</span> }
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
    let share = libm::round(near.score * 100.0);
    html! {
        <span class="note">{ format!("{}: {}, {} %", scene.texts.comparing.nearest, name(scene, &near.id), share) }</span>
    }
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
    use super::{Lists, closest, groups};
    use crate::protocol::{Matches, Matching, SourceMatches};

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
}
