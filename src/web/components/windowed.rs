//! A long list of which only what is on screen is there.
//!
//! In: how many rows, how a row looks. Out: a list whose rows above and below the screen
//! are two spacers. It follows whatever scrolls around it (the page or a panel), because
//! it only looks at where it is on the screen. A list that is short enough is shown whole,
//! with rows of any height; in a long one all rows have the height of the first.

use std::ops::Range;

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast as _;
use yew::prelude::*;

/// Lists up to this length are shown whole.
pub const WHOLE: u32 = 60;
/// Rows kept ready above and below the screen.
const SPARE: u32 = 8;
/// How many rows are shown before the screen is known.
const AT_FIRST: u32 = 24;

/// The rows to show: those between `top` and `bottom`, pixels from the list's start, and
/// some spare ones.
#[must_use]
pub fn on_screen(top: f64, bottom: f64, row: f64, total: u32) -> Range<u32> {
    // The cast saturates, as it should: a place above the list is row 0.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let row_at = |y: f64| (y / row.max(1.0)).floor().max(0.0) as u32;
    let first = row_at(top).saturating_sub(SPARE).min(total);
    let last = row_at(bottom).saturating_add(SPARE + 1).min(total).max(first);
    // Whole steps, so that scrolling by a pixel changes nothing.
    first / SPARE * SPARE..last.div_ceil(SPARE).saturating_mul(SPARE).min(total)
}

/// What a long list needs.
#[derive(Clone, PartialEq, Properties)]
pub struct WindowedProps {
    /// How many rows there are.
    pub total: u32,
    /// The height of a row in pixels until the first one can be measured.
    pub row: u32,
    /// Makes a row: a `<li>` with a key.
    pub render: Callback<u32, Html>,
    /// Says which rows are on screen.
    #[prop_or_default]
    pub on_range: Callback<Range<u32>>,
    /// A row to bring on screen when it changes.
    #[prop_or_default]
    pub show: Option<u32>,
    /// Classes of the list.
    pub class: Classes,
    /// Names the list.
    #[prop_or_default]
    pub label: Option<AttrValue>,
}

/// A long list.
#[component]
pub fn Windowed(props: &WindowedProps) -> Html {
    let WindowedProps { total, row, render, on_range, show, class, label } = props;
    let total = *total;
    let whole = total <= WHOLE;
    let list = use_node_ref();
    let height = use_state_eq(|| f64::from(*row));
    let range = use_state_eq(|| 0..AT_FIRST.min(total));
    let look = {
        let (list, height, range) = (list.clone(), height.clone(), range.clone());
        move || {
            let Some(list) = list.cast::<web_sys::Element>() else { return };
            let Some(window) = web_sys::window() else { return };
            let measured = list.query_selector(":scope > li:not(.spacer)").ok().flatten();
            let row = measured.map(|row| row.get_bounding_client_rect().height());
            let row = row.filter(|row| *row >= 8.0).unwrap_or(*height);
            height.set(row);
            let top = -list.get_bounding_client_rect().top();
            let screen = window.inner_height().ok().and_then(|all| all.as_f64()).unwrap_or(800.0);
            range.set(on_screen(top, top + screen, row, total));
        }
    };
    use_effect_with((total, whole, *height), {
        move |(_, whole, _)| {
            let mut listeners = Vec::new();
            if !whole {
                look();
                if let Some(window) = web_sys::window() {
                    let look = std::rc::Rc::new(look);
                    for event in ["scroll", "resize"] {
                        let look = look.clone();
                        listeners.push(EventListener::new_with_options(
                            window.unchecked_ref(),
                            event,
                            EventListenerOptions::run_in_capture_phase(),
                            move |_| look(),
                        ));
                    }
                }
            }
            move || drop(listeners)
        }
    });
    let rows = if whole { 0..total } else { range.start.min(total)..range.end.min(total) };
    use_effect_with(rows.clone(), {
        let on_range = on_range.clone();
        move |rows| on_range.emit(rows.clone())
    });
    use_effect_with((*show, total), {
        let (list, height) = (list.clone(), *height);
        move |(show, _)| {
            let (Some(show), Some(list)) = (show, list.cast::<web_sys::Element>()) else { return };
            reveal(&list, f64::from(*show) * height, height);
        }
    });
    html! {
        <ol ref={list} class={classes!(class.clone(), (!whole).then_some("is-windowed"))}
            aria-label={label.clone()} data-total={total.to_string()}>
            if !whole { { spacer("above", f64::from(rows.start) * *height) } }
            for index in rows.clone() {
                { render.emit(index) }
            }
            if !whole { { spacer("below", f64::from(total - rows.end) * *height) } }
        </ol>
    }
}

/// Empty space: an SVG, because its height is an attribute and needs no inline style.
fn spacer(key: &'static str, height: f64) -> Html {
    html! {
        <li {key} class="spacer" role="presentation" aria-hidden="true">
            <svg width="1" height={format!("{height:.0}")} />
        </li>
    }
}

/// Scrolls the list's nearest scroller so that a row is in it, if it is not.
fn reveal(list: &web_sys::Element, top: f64, height: f64) {
    let scroller = list.closest(".scroller").ok().flatten();
    let Some(scroller) = scroller else { return };
    let area = scroller.get_bounding_client_rect();
    let y = list.get_bounding_client_rect().top() + top;
    if y < area.top() || y + height > area.bottom() {
        let by = y - area.top() - area.height() / 3.0;
        #[allow(clippy::cast_possible_truncation)]
        scroller.set_scroll_top(scroller.scroll_top() + by as i32);
    }
}

#[cfg(test)]
mod tests {
    use super::on_screen;

    #[test]
    fn only_rows_on_screen_and_a_few_spare_ones_are_made() {
        let rows = on_screen(100_000.0, 100_800.0, 100.0, 2_219);
        assert!(rows.start <= 1_000 && rows.end >= 1_008, "{rows:?}");
        assert!(rows.len() <= 40, "{rows:?}");
    }

    #[test]
    fn a_list_scrolled_out_of_sight_has_no_wild_rows() {
        assert_eq!(on_screen(-5_000.0, -4_000.0, 100.0, 100), 0..16);
        assert!(
            on_screen(1e12, 1e12, 100.0, 100).is_empty()
                || on_screen(1e12, 1e12, 100.0, 100).end == 100
        );
        assert_eq!(on_screen(0.0, 800.0, 0.0, 0), 0..0);
    }

    #[test]
    fn scrolling_by_a_pixel_changes_no_row() {
        assert_eq!(on_screen(1_000.0, 1_800.0, 40.0, 500), on_screen(1_001.0, 1_801.0, 40.0, 500));
    }
}
