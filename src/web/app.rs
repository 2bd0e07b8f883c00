//! The app.

use yew::prelude::*;

use super::hooks::{use_answer, use_store};
use crate::protocol::{Request, Response};

/// The whole page.
#[component]
pub fn App() -> Html {
    let store = use_store();
    let collection = use_answer(Some(Request::Collection));
    let Some(Response::Collection(info)) = collection.response.as_deref() else {
        let notices = store.map(|store| store.notices.clone()).unwrap_or_default();
        return html! { <p id="notices">{ format!("{notices:?}") }</p> };
    };
    html! {
        <main>
            <h1>{ info.title.clone() }</h1>
            <ul>
                for card in info.sources.iter() {
                    <li key={card.id.clone()} lang={card.lang.code().to_owned()}>{ card.title.clone() }</li>
                }
            </ul>
        </main>
    }
}
