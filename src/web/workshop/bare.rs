//! What stands below a view that another page shows.
//!
//! In: the collection's title, and what is open. Out: whose view it is, the way back to the one
//! that was embedded once the reader has left it, and the way to all of the page.

use std::rc::Rc;

use yew::prelude::*;

use crate::{
    state::{Action, Place},
    web::texts::Texts,
};

/// What the foot needs.
#[derive(Clone, PartialEq, Properties)]
pub struct BareFootProps {
    /// The collection's title.
    pub title: AttrValue,
    /// What is open.
    pub place: Rc<Place>,
    /// Changes the state.
    pub on_action: Callback<Action>,
    /// The interface's words.
    pub texts: &'static Texts,
}

/// The foot.
#[component]
pub fn BareFoot(props: &BareFootProps) -> Html {
    let BareFootProps { title, place, on_action, texts } = props;
    let first = use_memo((), |()| (**place).clone());
    let has_moved = !first.is_same_page(place);
    let back = on_action.reform(move |_| Action::Went(Some((*first).clone()), Vec::new()));
    html! {
        <footer class="bare-foot">
            <span class="bare-title">{ title.clone() }</span>
            if has_moved { <button type="button" class="quiet" onclick={back}>{ texts.workshop.back_to_start }</button> }
            <button type="button" class="quiet" onclick={on_action.reform(|_| Action::ShowAll)}>{ texts.workshop.show_all }</button>
        </footer>
    }
}
