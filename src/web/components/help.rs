//! The help: keys, what can be searched for, and what the page does not do.

use yew::prelude::*;

use super::dialog::Dialog;
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
    html! {
        <Dialog id="help" heading={texts.help} {on_close} {texts}>
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
        </Dialog>
    }
}
