//! The Read view: asks for the source that is open and its marks, and walks through both.

use std::{cell::RefCell, rc::Rc};

use yew::prelude::*;

use super::{
    Scene,
    source_page::{SourcePage, hit_at},
};
use crate::{
    protocol::{Mark, Request, Response, SourceText},
    state::Action,
    web::{
        components::waiting::waiting,
        hooks::use_answer,
        workshop::bench::{Bench, Now},
    },
};

/// What the view needs.
#[derive(Clone, PartialEq, Properties)]
pub struct ReadProps {
    /// What every view knows.
    pub scene: Scene,
    /// Steps asked for by key: each value is one step.
    pub steps: Steps,
    /// How many of them were taken, by this view and by those that stood here before.
    pub taken: Rc<RefCell<u32>>,
    /// Where the collection is made anew, if it can be.
    pub making: Option<(Bench, Now)>,
}

/// Steps that keys ask for, of which a view takes those it has not taken yet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Steps {
    /// How many were asked for in all.
    pub asked: u32,
    /// Whether the last was through sources; if not, through hits.
    pub is_source: bool,
    /// Whether the last went on; if not, back.
    pub next: bool,
}

impl Steps {
    /// One more step.
    #[must_use]
    pub const fn and(self, is_source: bool, next: bool) -> Self {
        Self { asked: self.asked.wrapping_add(1), is_source, next }
    }
}

/// The source that is open.
#[component]
pub fn Read(props: &ReadProps) -> Html {
    let ReadProps { scene, steps, taken, making } = props;
    let texts = scene.texts;
    let id = scene.place.source.clone().or_else(|| first(scene));
    let answer = use_answer(id.clone().map(|id| Request::Source { id }));
    let request = id.clone().filter(|_| !scene.terms.is_empty()).map(|id| Request::Marks {
        id,
        terms: scene.terms.to_vec(),
        filter: (*scene.filter).clone(),
    });
    let has_terms = request.is_some();
    let marks = use_answer(request);
    let source = use_memo(answer.response.clone(), |response| match response.as_deref() {
        Some(Response::Source(source)) => Some(Rc::new(source.clone())),
        _ => None,
    });
    // Marks of another source, or of terms that are gone, must never be painted here.
    let fits = has_terms && marks.is_current;
    let marks: Rc<Rc<[Mark]>> =
        use_memo((marks.response, fits), |(response, fits)| match response.as_deref() {
            Some(Response::Marks(marks)) if *fits => marks.clone().into(),
            _ => Rc::from([]),
        });
    let on_hit = use_callback(
        (scene.clone(), id.clone(), (*marks).clone()),
        |next: bool, (scene, id, marks)| {
            if let (Some(id), false) = (id, scene.terms.is_empty()) {
                scene.on_action.emit(step(scene, id, marks, next));
            }
        },
    );
    let on_source = use_callback((scene.clone(), id.clone()), |next: bool, (scene, id)| {
        let to = id.as_ref().and_then(|id| neighbour(scene, id, next, |_| true));
        if let Some(id) = to {
            scene.on_action.emit(Action::Read { id, at: None });
        }
    });
    // A key for a source that opened this view has done what it should; one for a hit waits
    // until it is known where the hits are.
    let opened_by = *use_state(|| steps.asked);
    use_effect_with((*steps, fits || !has_terms), {
        let (on_hit, on_source, taken) = (on_hit.clone(), on_source.clone(), taken.clone());
        move |(steps, is_known)| {
            if *taken.borrow() == steps.asked || !(steps.is_source || *is_known) {
                return;
            }
            taken.replace(steps.asked);
            if !steps.is_source {
                on_hit.emit(steps.next);
            } else if steps.asked != opened_by {
                on_source.emit(steps.next);
            }
        }
    });
    let source: Option<Rc<SourceText>> = (*source).clone();
    match source.filter(|_| answer.refused().is_none()) {
        Some(source) => html! {
            <SourcePage {source} marks={(*marks).clone()} lanes={scene.lanes()} at={scene.place.at}
                address={Callback::from({
                    let scene = scene.clone();
                    move |at: Option<u32>| super::whole_address(&scene.read_href(id.as_deref().unwrap_or_default(), at))
                })}
                labels={scene.labels.clone()} on_term={scene.on_action.reform(Action::AddTerm)}
                notes={scene.notes.clone()} on_note={scene.on_action.reform(Action::Note)}
                on_at={scene.on_action.reform(|at| Action::At(Some(at)))} {on_hit} {on_source} making={making.clone()} {texts} />
        },
        None if id.is_none() => html! { <p class="empty">{ texts.choose_source }</p> },
        None => waiting([&answer], texts),
    }
}

/// The source to read when none was chosen: the first that passes.
fn first(scene: &Scene) -> Option<String> {
    let (at, _) = scene.shown().first().cloned()?;
    scene.cards.get(at).map(|card| card.id.clone())
}

/// One hit on or back; past the last hit, into the next source that has one.
fn step(scene: &Scene, id: &str, marks: &[Mark], next: bool) -> Action {
    let here = scene.place.at.and_then(|at| hit_at(marks, at));
    let to = match (here, next) {
        (None, true) => Some(0),
        (None, false) => marks.len().checked_sub(1),
        (Some(here), true) => Some(here + 1),
        (Some(here), false) => here.checked_sub(1),
    };
    if let Some(mark) = to.and_then(|to| marks.get(to)) {
        return Action::Read { id: id.to_owned(), at: Some(mark.span.start) };
    }
    let other = neighbour(scene, id, next, |hits| hits.iter().any(|count| *count > 0));
    // From the edge of the other source, the nearest hit is its first, or its last.
    let at = Some(if next { 0 } else { u32::MAX });
    other.map_or(Action::At(scene.place.at), |id| Action::Read { id, at })
}

/// The nearest source, on or back, around the ends, whose hits are as wanted.
fn neighbour(
    scene: &Scene,
    id: &str,
    next: bool,
    wanted: impl Fn(&[u32]) -> bool,
) -> Option<String> {
    let shown = scene.shown();
    let is_here =
        |(at, _): &(usize, Rc<[u32]>)| scene.cards.get(*at).is_some_and(|card| card.id == id);
    let here = shown.iter().position(is_here).unwrap_or_default();
    let length = shown.len();
    (1..=length)
        .map(|off| if next { (here + off) % length } else { (here + length - off) % length })
        .filter_map(|place| shown.get(place))
        .find(|(_, hits)| wanted(hits))
        .and_then(|(at, _)| scene.cards.get(*at))
        .map(|card| card.id.clone())
}
