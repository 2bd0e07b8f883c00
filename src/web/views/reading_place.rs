//! Where the reader was in each source, for as long as the tab is open.
//!
//! In: the source that is shown, and the place she was led to. Out: whether she is back, by
//! a reload, where she had read on from there. The page is scrolled to where she left off,
//! unless she was led to a place anew.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use gloo::{events::EventListener, timers::callback::Timeout};
use yew::prelude::*;

use crate::web::browser::{self, history, storage};

/// Under which key the tab keeps it.
const KEY: &str = "tellings.left";

/// What is known of the last time.
enum Last {
    /// It was not asked for yet.
    Unknown,
    /// The page was left at this address, which is the one it was opened at again.
    Here,
    /// The source and the place that were shown first, at that address.
    At(String, Option<u32>),
    /// She went on since, or came from elsewhere.
    Over,
}

thread_local! {
    /// How far down each source was left, in pixels.
    static LEFT: RefCell<Vec<(String, f64)>> = const { RefCell::new(Vec::new()) };
    static LAST: RefCell<Last> = const { RefCell::new(Last::Unknown) };
}

/// Takes over what the tab kept, and has it keep what is known when the page is left. What is
/// kept begins with the path and the address, so that another page is not taken for this one.
fn begin() {
    let Some(window) = browser::window() else { return };
    let path = window.location().pathname().unwrap_or_default();
    let kept = storage::of_tab(KEY).unwrap_or_default();
    let mut lines = kept.lines();
    let (own, address) = (lines.next() == Some(&path), lines.next());
    if own {
        let left = lines.filter_map(|line| line.split_once('\t'));
        let left = left.filter_map(|(y, id)| Some((id.to_owned(), y.parse().ok()?)));
        LEFT.with_borrow_mut(|all| all.extend(left));
    }
    let is_here = own && address == Some(&history::fragment());
    LAST.set(if is_here { Last::Here } else { Last::Over });
    EventListener::new(&window, "pagehide", move |_| {
        let mut lines = format!("{path}\n{}\n", history::fragment());
        LEFT.with_borrow(|all| {
            for (id, y) in all {
                lines.push_str(&format!("{y:.0}\t{id}\n"));
            }
        });
        storage::keep_in_tab(KEY, &lines);
    })
    .forget();
}

/// Whether what is shown is what the page was left at.
fn is_back(id: &str, at: Option<u32>) -> bool {
    if LAST.with_borrow(|last| matches!(last, Last::Unknown)) {
        begin();
    }
    LAST.with_borrow_mut(|last| {
        match last {
            Last::Here => *last = Last::At(id.to_owned(), at),
            Last::At(own, place) if own == id && *place == at => {}
            _ => *last = Last::Over,
        }
        matches!(last, Last::At(..))
    })
}

/// How long a text may take to be laid out, in tries and milliseconds between them.
const TRIES: (u32, u32) = (400, 25);

/// How many tries in a row must find the page at the place: what is drawn anew meanwhile may
/// make it shorter for a moment.
const HELD: u32 = 8;

/// Remembers where this source is left, and goes back there when it is shown again.
#[hook]
pub fn use_reading_place(id: &str, at: Option<u32>) -> Rc<RefCell<bool>> {
    let back = use_mut_ref(|| false);
    use_effect_with((id.to_owned(), at), {
        let back = back.clone();
        move |(id, at)| {
            back.replace(is_back(id, *at));
        }
    });
    let is_back = back.clone();
    use_effect_with(id.to_owned(), move |id| {
        let is_led = at.is_some() && !*is_back.borrow();
        let left = |(own, y): &(String, f64)| (own == id).then_some(*y);
        let left = LEFT.with_borrow(|all| all.iter().find_map(left)).filter(|_| !is_led);
        let way = Rc::new(Way { to: Cell::new(left), next: RefCell::default() });
        // After whatever else scrolls when a view is opened.
        way.clone().go(0, 0);
        let (id, own) = (id.clone(), way.clone());
        // Where she goes on herself meanwhile, she is not held up.
        let hands = browser::window().map(|window| {
            ["wheel", "touchmove", "pointerdown", "keydown"].map(|event| {
                let way = way.clone();
                EventListener::new(&window, event, move |_| way.to.set(None))
            })
        });
        let listener = browser::window().map(|window| {
            EventListener::new(&window.clone(), "scroll", move |_| {
                if own.to.get().is_some() {
                    return;
                }
                let y = window.scroll_y().unwrap_or_default();
                LEFT.with_borrow_mut(|all| match all.iter_mut().find(|(own, _)| *own == id) {
                    Some((_, left)) => *left = y,
                    None => all.push((id.clone(), y)),
                });
            })
        });
        move || {
            way.next.take();
            drop((listener, hands));
        }
    });
    back
}

/// The way back to a place, until it is reached.
struct Way {
    to: Cell<Option<f64>>,
    next: RefCell<Option<Timeout>>,
}

impl Way {
    /// Scrolls to the place; again later while the page is too short for it, or may become so.
    fn go(self: Rc<Self>, tries: u32, held: u32) {
        let own = self.clone();
        let step = move || {
            let (Some(y), Some(window)) = (own.to.get(), browser::window()) else { return };
            window.scroll_to_with_x_and_y(0.0, y);
            let there = window.scroll_y().is_ok_and(|now| (now - y).abs() < 1.0);
            let held = if there { held + 1 } else { 0 };
            match held >= HELD || tries >= TRIES.0 {
                true => own.to.set(None),
                false => own.go(tries + 1, held),
            }
        };
        let wait = if tries == 0 { 0 } else { TRIES.1 };
        self.next.replace(Some(Timeout::new(wait, step)));
    }
}
