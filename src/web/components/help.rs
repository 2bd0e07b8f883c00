//! The help: keys, what can be searched for, and what the page does not do.

use yew::prelude::*;

use super::icon::{Icon, icon};
use crate::web::texts::Texts;

/// What the help needs.
#[derive(Clone, PartialEq, Properties)]
pub struct HelpProps {
    /// What the collection is.
    pub about: AttrValue,
    /// Tries a query.
    pub on_query: Callback<String>,
    /// Begins the tour.
    pub on_tour: Callback<()>,
    /// Closes it.
    pub on_close: Callback<()>,
    /// The interface's words.
    pub texts: &'static Texts,
}

/// The help, as a modal dialog while it is there.
#[component]
pub fn Help(props: &HelpProps) -> Html {
    let HelpProps { about, on_query, on_tour, on_close, texts } = props;
    let dialog = use_node_ref();
    use_effect_with((), {
        let dialog = dialog.clone();
        move |()| {
            if let Some(dialog) = dialog.cast::<web_sys::HtmlDialogElement>() {
                // Fails only where it is open already.
                let _ = dialog.show_modal();
            }
        }
    });
    let close = on_close.reform(|_: MouseEvent| ());
    html! {
        <dialog ref={dialog} class="help" aria-labelledby="help-title" onclose={on_close.reform(|_| ())}>
            <header class="help-top">
                <h2 id="help-title">{ texts.help }</h2>
                <button type="button" class="plain" aria-label={texts.close} onclick={close}>{ icon(Icon::Cross) }</button>
            </header>
            if !about.is_empty() { <p class="about">{ about.clone() }</p> }
            <button type="button" class="toggle" onclick={on_tour.reform(|_| ())}>{ texts.tour.start }</button>
            <dl class="keys">
                for (keys, what) in texts.keys.iter() {
                    <div key={*keys}>
                        <dt>
                            for key in keys.split("  ") { <kbd>{ key }</kbd>{ " " } }
                        </dt>
                        <dd>{ *what }</dd>
                    </div>
                }
            </dl>
            <h3>{ texts.query_help }</h3>
            <ul class="queries">
                for (query, what) in texts.queries.iter() {
                    <li key={*query}>
                        <button type="button" class="word" onclick={on_query.reform(move |_| (*query).to_owned())}>{ *query }</button>
                        { " " }<span>{ *what }</span>
                    </li>
                }
            </ul>
            <p class="silence">{ texts.silence }</p>
        </dialog>
    }
}
