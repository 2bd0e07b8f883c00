//! The Hits view: the concordance, asked for in stretches as they come on screen.

use std::{cell::RefCell, collections::BTreeMap, ops::Range, rc::Rc};

use yew::prelude::*;

use super::Scene;
use crate::{
    lang::Lang,
    protocol::{GroupBy, HitGroup, HitLine as Line, Request, Response},
    state::Action,
    web::{
        browser::download,
        client::Ticket,
        components::{
            hit_line::HitLine, hit_order::HitOrderBar, meta::short_name, waiting::refused,
            windowed::Windowed,
        },
        hooks::use_client,
    },
};

/// How many lines are asked for at a time.
const STRETCH: u32 = 100;

/// What the view needs.
#[derive(Clone, PartialEq, Properties)]
pub struct HitsProps {
    /// What every view knows.
    pub scene: Scene,
}

/// Lines that are there, by their number.
#[derive(Clone, Default, PartialEq)]
struct Lines {
    lines: Rc<BTreeMap<u32, Rc<Line>>>,
    groups: Rc<[HitGroup]>,
    total: u32,
    /// Why there are none.
    refused: Option<AttrValue>,
}

/// All hits.
#[component]
pub fn Hits(props: &HitsProps) -> Html {
    let HitsProps { scene } = props;
    let (lines, range) = use_lines(scene);
    let texts = scene.texts;
    let (on_save, by_hand) = use_table(scene);
    let render =
        use_callback((scene.clone(), lines.lines.clone()), |index: u32, (scene, lines)| {
            let line = lines.get(&index).cloned();
            let card = line.as_ref().and_then(|line| scene.card(&line.source));
            let source = card.map(|card| short_name(card)).unwrap_or_default();
            let href =
                line.as_ref().map(|line| scene.read_href(&line.source, Some(line.span.start)));
            html! {
                <li key={index}>
                    <HitLine {line} {source} href={href.unwrap_or_default()} texts={scene.texts}
                        on_go={scene.on_read().reform(|(id, at)| (id, Some(at)))} />
                </li>
            }
        });
    let found = scene.search.as_ref().map_or(lines.total, |found| found.total);
    let label = use_callback(scene.clone(), |(by, label): (GroupBy, String), scene| match by {
        GroupBy::Source => scene.card(&label).map(|card| short_name(card)).unwrap_or(label),
        GroupBy::Outlet if label.is_empty() => scene.texts.unknown_outlet.to_owned(),
        GroupBy::Lang => Lang::parse(&label).map_or(label, |lang| scene.texts.language_name(lang)),
        GroupBy::Outlet | GroupBy::Form => label,
    });
    let show = use_state_eq(|| None::<u32>);
    let on_group = {
        let show = show.setter();
        Callback::from(move |from: u32| show.set(Some(from)))
    };
    if scene.terms.is_empty() {
        return html! { <p class="empty">{ texts.no_terms }</p> };
    }
    if found == 0 && scene.search.is_some() {
        return html! { <p class="empty">{ texts.no_hits }</p> };
    }
    if let Some(why) = &lines.refused {
        return refused(why);
    }
    html! {
        <div class="hits" data-hits={lines.total.to_string()}>
            <HitOrderBar order={scene.place.order.clone()} groups={lines.groups.clone()} {label} {on_group}
                on_order={scene.on_action.reform(Action::SetOrder)} {on_save} {texts} />
            if let Some(table) = &*by_hand {
                <label class="note">{ texts.save_table }<textarea readonly=true rows="8" value={table.clone()} /></label>
            }
            <Windowed class="hit-lines" total={lines.total.max(found)} row={44} {render} on_range={range} show={*show}
                label={texts.hits} />
        </div>
    }
}

/// The lines that were asked for, and the way to ask for those on screen.
#[hook]
fn use_lines(scene: &Scene) -> (Lines, Callback<Range<u32>>) {
    let client = use_client();
    let lines = use_state_eq(Lines::default);
    let asked = use_mut_ref(BTreeMap::<u32, Ticket>::new);
    let there = use_mut_ref(Lines::default);
    let order = use_memo(scene.place.order.clone(), Clone::clone);
    let query = (scene.terms.clone(), scene.filter.clone(), order);
    use_effect_with(query.clone(), {
        let (asked, there, lines) = (asked.clone(), there.clone(), lines.setter());
        move |_| {
            // Answers to the query before must not mix with those to this one.
            asked.borrow_mut().clear();
            there.replace(Lines::default());
            lines.set(Lines::default());
        }
    });
    let ask = use_callback((client, query), {
        let set = lines.setter();
        move |range: Range<u32>, (client, (terms, filter, order))| {
            let Some(client) = client else { return };
            for from in (range.start / STRETCH..=range.end / STRETCH).map(|n| n * STRETCH) {
                if asked.borrow().contains_key(&from) || terms.is_empty() {
                    continue;
                }
                let request = Request::Hits {
                    terms: terms.to_vec(),
                    filter: (**filter).clone(),
                    order: (**order).clone(),
                    from,
                    count: STRETCH,
                };
                let (set, there) = (set.clone(), there.clone());
                let ticket = client.ask_then(request, move |response| {
                    set.set(take(&there, from, &response));
                });
                asked.borrow_mut().insert(from, ticket);
            }
        }
    });
    use_effect_with(ask.clone(), |ask| ask.emit(0..1));
    ((*lines).clone(), ask)
}

/// The way to save all hits as a table, and the table where a frame may forbid that.
#[hook]
fn use_table(scene: &Scene) -> (Callback<()>, UseStateHandle<Option<String>>) {
    let client = use_client();
    let asked = use_mut_ref(|| None::<Ticket>);
    let by_hand = use_state_eq(|| None::<String>);
    use_effect_with((scene.terms.clone(), scene.filter.clone(), scene.place.order.clone()), {
        let by_hand = by_hand.setter();
        move |_| by_hand.set(None)
    });
    let save = {
        let (scene, by_hand) = (scene.clone(), by_hand.setter());
        Callback::from(move |()| {
            let Some(client) = &client else { return };
            let request = Request::Csv {
                terms: scene.terms.to_vec(),
                filter: (*scene.filter).clone(),
                order: scene.place.order.clone(),
            };
            let by_hand = by_hand.clone();
            let ticket = client.ask_then(request, move |response| {
                if let Response::Csv(table) = &*response {
                    let is_saved =
                        download::save("hits.csv", "text/csv;charset=utf-8", table.as_bytes());
                    if !is_saved || download::is_framed() {
                        by_hand.set(Some(table.clone()));
                    }
                }
            });
            asked.replace(Some(ticket));
        })
    };
    (save, by_hand)
}

/// Adds a stretch to the lines that are there.
fn take(there: &RefCell<Lines>, from: u32, response: &Response) -> Lines {
    let mut there = there.borrow_mut();
    if let Response::Hits(answer) = response {
        let mut lines = (*there.lines).clone();
        lines.extend((from..).zip(answer.lines.iter().cloned().map(Rc::new)));
        *there = Lines {
            lines: Rc::new(lines),
            groups: answer.groups.as_slice().into(),
            total: answer.total,
            refused: None,
        };
    }
    if let Response::Refused(why) = response {
        there.refused = Some(why.clone().into());
    }
    there.clone()
}
