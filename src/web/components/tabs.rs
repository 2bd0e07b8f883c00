//! The tabs of the views.
//!
//! They are links in a navigation, because each view has an address of its own: Back leads
//! to the view before, and the keys 1 to 5 lead to each.

use yew::prelude::*;

use super::go::Go;
use crate::{state::View, web::texts::Texts};

/// What the tabs need.
#[derive(Clone, PartialEq, Properties)]
pub struct TabsProps {
    /// The view that is open.
    pub view: View,
    /// The address of each view, in order.
    pub hrefs: [AttrValue; 5],
    /// How many hits there are, shown on the tab of the hits.
    pub hits: Option<u32>,
    /// Opens a view.
    pub on_show: Callback<View>,
    /// The interface's words.
    pub texts: &'static Texts,
}

/// The name of a view.
#[must_use]
pub fn name(view: View, texts: &Texts) -> &'static str {
    match view {
        View::Overview => texts.overview,
        View::Read => texts.read,
        View::Hits => texts.hits,
        View::Compare => texts.compare,
        View::Words => texts.words,
    }
}

/// The tabs.
#[component]
pub fn Tabs(props: &TabsProps) -> Html {
    let TabsProps { view: open, hrefs, hits, on_show, texts } = props;
    html! {
        <nav class="tabs" id="tabs" aria-label={texts.views}>
            for (view, href) in View::ALL.into_iter().zip(hrefs) {
                <Go key={view.name()} href={href.clone()} current={view == *open}
                    class={classes!("tab", (view == *open).then_some("is-open"))}
                    onclick={on_show.reform(move |()| view)}>
                    { name(view, texts) }
                    if let (View::Hits, Some(hits)) = (view, hits) {
                        <span class="tab-count">{ texts.number(*hits) }</span>
                    }
                </Go>
            }
        </nav>
    }
}
