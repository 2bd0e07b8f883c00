//! A list of which the first items are shown until the rest is asked for.
//!
//! In: how many items there are, how many are few, and what draws one. Out: a list with a
//! button below it where there are more. Long lists that are scrolled are for
//! [`windowed`](super::windowed).

use yew::prelude::*;

use crate::web::texts::Texts;

/// What a list needs.
#[derive(Clone, PartialEq, Properties)]
pub struct FewProps {
    /// Its class.
    #[prop_or_default]
    pub class: Classes,
    /// How many items there are.
    pub total: usize,
    /// How many are shown at first, and how many more each time.
    pub few: usize,
    /// Draws the item of that number, a `li`.
    pub item: Callback<usize, Html>,
    /// The interface's words.
    pub texts: &'static Texts,
}

/// The list.
#[component]
pub fn Few(props: &FewProps) -> Html {
    let FewProps { class, total, few, item, texts } = props;
    let shown = use_state_eq(|| *few);
    let rest = total.saturating_sub(*shown);
    let more = {
        let (shown, few) = (shown.clone(), *few);
        move |_| shown.set(*shown + 4 * few)
    };
    html! {
        <>
            <ul class={class.clone()}>{ for (0..(*shown).min(*total)).map(|at| item.emit(at)) }</ul>
            if rest > 0 {
                <button type="button" class="quiet small" onclick={more}>{ (texts.more)(u32::try_from(rest).unwrap_or(u32::MAX)) }</button>
            }
        </>
    }
}
