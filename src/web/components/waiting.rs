//! What stands where an answer of the engine is not there yet.
//!
//! In: answers that something is to be made of. Out: that it is being waited for; or, where one
//! was refused, what happened, so that nobody waits for what will not come. Long jobs have
//! [`progress`](super::progress).

use yew::prelude::*;

use crate::web::{hooks::Answer, texts::Texts};

/// The words for answers of which one is not there.
pub fn waiting<'a>(answers: impl IntoIterator<Item = &'a Answer>, texts: &Texts) -> Html {
    match answers.into_iter().find_map(Answer::refused) {
        Some(why) => refused(why),
        None => html! { <p class="empty is-waiting">{ texts.loading }</p> },
    }
}

/// What happened in place of an answer: the engine's own words.
pub fn refused(why: &str) -> Html {
    html! { <p class="empty" role="alert" lang="en">{ why.to_owned() }</p> }
}
