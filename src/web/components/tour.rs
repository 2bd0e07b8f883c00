//! A short tour of the page: one sentence for each of its parts.
//!
//! In: the step that is shown. Out: a bar at the foot of the window that says what a part is
//! for, while the part itself is outlined (`data-tour` on the root, `static/workshop.css`).
//! It opens the view that it tells of and changes nothing else; it bars nothing: everything can
//! be tried while it is there.

use yew::prelude::*;

use super::icon::{Icon, icon};
use crate::{
    state::{Action, View},
    web::{
        browser::{self, storage},
        texts::Texts,
    },
};

/// Under which key the browser keeps that a reader knows the tour.
const KEY: &str = "tellings.toured";

/// The parts, by the name that the style sheet knows, and the view that each is in.
pub const STEPS: [(&str, Option<View>); 6] = [
    ("search", None),
    ("terms", None),
    ("panel", Some(View::Overview)),
    ("read", Some(View::Read)),
    ("compare", Some(View::Compare)),
    ("share", None),
];

/// Whether the reader may not know the page: never where nothing can be kept, because she
/// would be asked each time.
#[must_use]
pub fn is_new() -> bool {
    const PROBE: &str = "tellings.probe";
    let keeps = storage::set(PROBE, Some("1"));
    storage::set(PROBE, None);
    keeps && storage::get(KEY).is_none()
}

/// She knows it now, or does not want to.
pub fn is_known() {
    storage::set(KEY, Some("1"));
}

/// The offer of a tour, for whoever is here for the first time.
pub fn invitation(on_start: &Callback<()>, on_close: &Callback<()>, texts: &Texts) -> Html {
    html! {
        <p class="invitation">
            { texts.tour.invitation }
            <button type="button" class="quiet" onclick={on_start.reform(|_| ())}>{ texts.tour.start }</button>
            <button type="button" class="plain" aria-label={texts.tour.decline} onclick={on_close.reform(|_| ())}>{ icon(Icon::Cross) }</button>
        </p>
    }
}

/// What the tour needs.
#[derive(Clone, PartialEq, Properties)]
pub struct TourProps {
    /// Opens the views.
    pub on_action: Callback<Action>,
    /// Ends it.
    pub on_close: Callback<()>,
    /// The interface's words.
    pub texts: &'static Texts,
}

/// The tour.
#[component]
pub fn Tour(props: &TourProps) -> Html {
    let TourProps { on_action, on_close, texts } = props;
    let step = use_state_eq(|| 0_usize);
    let (name, _) = STEPS[*step];
    let bar = use_node_ref();
    use_effect_with(*step, {
        let (on_action, bar) = (on_action.clone(), bar.clone());
        move |step| {
            let (name, view) = STEPS[*step];
            browser::set_root_attribute("data-tour", Some(name));
            if let Some(view) = view {
                on_action.emit(Action::Show(view));
            }
            if let Some(bar) = bar.cast::<web_sys::HtmlElement>() {
                let _ = bar.focus();
            }
            || browser::set_root_attribute("data-tour", None)
        }
    });
    let go = |to: usize| {
        let step = step.setter();
        move |_: MouseEvent| step.set(to)
    };
    let onkeydown = {
        let on_close = on_close.clone();
        move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                on_close.emit(());
            }
        }
    };
    let is_last = *step + 1 == STEPS.len();
    let close = on_close.reform(|_: MouseEvent| ());
    html! {
        <section ref={bar} class="tour" tabindex="-1" aria-label={texts.tour.name} {onkeydown}>
            <p key={name} role="status">
                <span class="tour-step">{ format!("{} / {}", *step + 1, STEPS.len()) }</span>
                { texts.tour.steps[*step] }
            </p>
            <div class="tour-buttons">
                if *step > 0 {
                    <button type="button" class="toggle" onclick={go(*step - 1)}>{ texts.tour.back }</button>
                }
                if is_last {
                    <button type="button" class="toggle" aria-pressed="true" onclick={close.clone()}>{ texts.tour.end }</button>
                } else {
                    <button type="button" class="toggle" aria-pressed="true" onclick={go(*step + 1)}>{ texts.tour.next }</button>
                }
                <button type="button" class="plain" aria-label={texts.close} onclick={close}>{ icon(Icon::Cross) }</button>
            </div>
        </section>
    }
}
