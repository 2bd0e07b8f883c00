//! The offer of a new version of the site.
//!
//! In: what the service worker tells. Out: a line with a button, once a new version lies
//! ready. Nothing changes under a reader: it is opened only when she takes it.

use js_sys::Function;
use wasm_bindgen::{JsCast as _, JsValue, prelude::Closure};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::prelude::*;

use crate::web::{hooks::use_client, texts::Texts};

/// What the offer needs.
#[derive(Clone, PartialEq, Properties)]
pub struct UpdateProps {
    /// The interface's words.
    pub texts: &'static Texts,
}

/// The offer; nothing as long as there is no new version.
#[component]
pub fn Update(props: &UpdateProps) -> Html {
    let UpdateProps { texts } = props;
    let take = use_state(|| None::<Function>);
    let client = use_client();
    use_effect_with(client, {
        let set = take.setter();
        move |client| {
            let Some(client) = client else { return };
            let offer = Closure::<dyn Fn(Function)>::new(move |take| set.set(Some(take)));
            let done = client.boot().keep_up(offer.as_ref().unchecked_ref());
            // Kept as long as the page: a version may come at any time.
            offer.forget();
            spawn_local(async move {
                // Where no worker can be had, the page works without one.
                let _ = JsFuture::from(done).await;
            });
        }
    });
    let Some(take) = (*take).clone() else { return Html::default() };
    let onclick = move |_| {
        // It reloads the page.
        let _ = take.call0(&JsValue::NULL);
    };
    html! {
        <p class="update" role="status">
            { texts.workshop.update }{ " " }
            <button type="button" class="quiet" {onclick}>{ texts.workshop.update_take }</button>
        </p>
    }
}
