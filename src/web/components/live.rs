//! The polite live region: what a screen reader says after a search.

use yew::prelude::*;

/// Says `words` when they change. The region is always there, so that changes are heard.
pub fn live(words: AttrValue) -> Html {
    html! { <p class="visually-hidden" role="status" aria-live="polite" id="said">{ words }</p> }
}
