//! The Hits view: the concordance, asked for in stretches as they come on screen.

use std::{cell::RefCell, collections::BTreeMap, ops::Range, rc::Rc};

use yew::prelude::*;

use super::Scene;
use crate::{
    protocol::{HitLine as Line, Request, Response},
    web::{
        client::Ticket,
        components::{hit_line::HitLine, meta::short_name, windowed::Windowed},
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
    total: u32,
}

/// All hits.
#[component]
pub fn Hits(props: &HitsProps) -> Html {
    let HitsProps { scene } = props;
    let (lines, range) = use_lines(scene);
    let texts = scene.texts;
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
    if scene.terms.is_empty() {
        return html! { <p class="empty">{ texts.no_terms }</p> };
    }
    if found == 0 && scene.search.is_some() {
        return html! { <p class="empty">{ texts.no_hits }</p> };
    }
    html! {
        <div class="hits" data-hits={lines.total.to_string()}>
            <Windowed class="hit-lines" total={lines.total.max(found)} row={44} {render} on_range={range}
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
    let query = (scene.terms.clone(), scene.filter.clone());
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
        move |range: Range<u32>, (client, (terms, filter))| {
            let Some(client) = client else { return };
            for from in (range.start / STRETCH..=range.end / STRETCH).map(|n| n * STRETCH) {
                if asked.borrow().contains_key(&from) || terms.is_empty() {
                    continue;
                }
                let request = Request::Hits {
                    terms: terms.to_vec(),
                    filter: (**filter).clone(),
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

/// Adds a stretch to the lines that are there.
fn take(there: &RefCell<Lines>, from: u32, response: &Response) -> Lines {
    let mut there = there.borrow_mut();
    if let Response::Hits(answer) = response {
        let mut lines = (*there.lines).clone();
        lines.extend((from..).zip(answer.lines.iter().cloned().map(Rc::new)));
        *there = Lines { lines: Rc::new(lines), total: answer.total };
    }
    there.clone()
}
