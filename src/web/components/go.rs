//! A link to a place of this page.
//!
//! It has a real address, so that it can be copied and opened in a new tab; a plain click
//! is handed to the page instead, which changes its state without going through the
//! address.

use yew::prelude::*;

/// What a link of the page needs.
#[derive(Clone, PartialEq, Properties)]
pub struct GoProps {
    /// The address of the place.
    pub href: AttrValue,
    /// What a plain click does.
    pub onclick: Callback<()>,
    /// Classes.
    #[prop_or_default]
    pub class: Classes,
    /// Its name, where its content does not say it.
    #[prop_or_default]
    pub label: Option<AttrValue>,
    /// Whether it leads to what is shown already.
    #[prop_or_default]
    pub current: bool,
    /// What it shows.
    pub children: Html,
}

/// A link of the page.
#[component]
pub fn Go(props: &GoProps) -> Html {
    let GoProps { href, onclick, class, label, current, children } = props;
    let onclick = {
        let go = onclick.clone();
        move |event: MouseEvent| {
            if event.ctrl_key() || event.meta_key() || event.shift_key() || event.button() != 0 {
                return;
            }
            event.prevent_default();
            go.emit(());
        }
    };
    html! {
        <a href={href.clone()} class={class.clone()} aria-label={label.clone()}
            aria-current={current.then_some("true")} {onclick}>
            { children.clone() }
        </a>
    }
}
