//! The focus that never gets lost.
//!
//! What has the focus may go: a chip is removed, a panel closes, a list becomes shorter. Browsers
//! then leave the focus nowhere, and whoever works by keys starts again at the top of the page.
//! Here it goes to what is nearest to where it was: the first thing that can have it in the
//! smallest part of the page that is still there. Fields are left out, because a phone would show
//! its keyboard. Modal dialogs look after the focus themselves.

use std::{cell::RefCell, rc::Rc};

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::{JsCast as _, closure::Closure};
use web_sys::{Element, FocusOptions, HtmlElement, MutationObserver, MutationObserverInit};
use yew::prelude::*;

use crate::web::browser;

/// What can be given the focus.
const TARGETS: &str = "a[href], button:not(:disabled), summary, [tabindex]";

/// Looks after the focus as long as the page is there.
#[hook]
pub fn use_kept_focus() {
    use_effect_with((), |()| {
        let keeping = keep();
        move || drop(keeping)
    });
}

/// What had the focus last, with all that it stands in.
type Path = Rc<RefCell<Vec<Element>>>;

/// Stops looking when it is dropped.
struct Keeping {
    observer: MutationObserver,
    _called: Closure<dyn FnMut()>,
    _listener: EventListener,
}

impl Drop for Keeping {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

fn keep() -> Option<Keeping> {
    let app = browser::element("app")?;
    let path = Path::default();
    let options = EventListenerOptions::run_in_capture_phase();
    let listener = EventListener::new_with_options(&app, "focusin", options, {
        let path = path.clone();
        move |event| {
            let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            let all = std::iter::successors(target, |one: &Element| one.parent_element());
            path.replace(all.collect());
        }
    });
    let called = Closure::<dyn FnMut()>::new(move || look(&path));
    let observer = MutationObserver::new(called.as_ref().unchecked_ref()).ok()?;
    let what = MutationObserverInit::new();
    what.set_child_list(true);
    what.set_subtree(true);
    observer.observe_with_options(&app, &what).ok()?;
    Some(Keeping { observer, _called: called, _listener: listener })
}

/// Gives the focus to what is nearest to where it was, if what had it is gone.
fn look(path: &Path) {
    let is_gone = path.borrow().first().is_some_and(|last| !last.is_connected());
    if !is_gone {
        return;
    }
    let path = path.take();
    let active = browser::window().and_then(|window| window.document()?.active_element());
    // Something else has it by now.
    if active.is_some_and(|active| active.local_name() != "body") {
        return;
    }
    let there = path.iter().skip(1).filter(|element| element.is_connected());
    if let Some(target) = there.filter_map(target_in).next() {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        // What cannot have it leaves it where it is.
        let _ = target.focus_with_options(&options);
    }
}

/// A part of the page that can have the focus, or the first in it that can.
fn target_in(part: &Element) -> Option<HtmlElement> {
    let is_shown = |element: &HtmlElement| element.get_bounding_client_rect().width() > 0.0;
    let own = part.clone().dyn_into::<HtmlElement>().ok();
    if let Some(own) = own.filter(|own| own.has_attribute("tabindex") && is_shown(own)) {
        return Some(own);
    }
    let all = part.query_selector_all(TARGETS).ok()?;
    let mut all = (0..all.length()).filter_map(|at| all.item(at)?.dyn_into::<HtmlElement>().ok());
    all.find(is_shown)
}
