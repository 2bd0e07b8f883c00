//! What opens over the page and has the reader until it is closed.
//!
//! In: a heading and what stands below it. Out: a modal dialog. It closes by its button, by
//! Escape, or because whoever shows it takes it away. The browser then gives the focus back
//! to what had it, but only where the dialog was closed before it went: the button closes it,
//! and what follows from that ([`DialogProps::on_close`]) takes it away.

use yew::prelude::*;

use super::icon::{Icon, icon};
use crate::web::texts::Texts;

/// What a dialog needs.
#[derive(Clone, PartialEq, Properties)]
pub struct DialogProps {
    /// Its name in the page, of which its heading's is made.
    pub id: &'static str,
    /// Its heading.
    pub heading: AttrValue,
    /// Classes beside those of every dialog.
    #[prop_or_default]
    pub class: Classes,
    /// It was closed.
    pub on_close: Callback<()>,
    /// What stands in it.
    #[prop_or_default]
    pub children: Html,
    /// The interface's words.
    pub texts: &'static Texts,
}

/// A dialog, modal while it is there.
#[component]
pub fn Dialog(props: &DialogProps) -> Html {
    let DialogProps { id, heading, class, on_close, children, texts } = props;
    let dialog = use_node_ref();
    let with = |act: fn(&web_sys::HtmlDialogElement)| {
        let dialog = dialog.clone();
        move || {
            if let Some(dialog) = dialog.cast::<web_sys::HtmlDialogElement>() {
                act(&dialog);
            }
        }
    };
    use_effect_with((), {
        let open = with(|dialog| {
            // Fails only where it is open already.
            let _ = dialog.show_modal();
        });
        let close = with(web_sys::HtmlDialogElement::close);
        move |()| {
            open();
            // Taken away while it is open, it gives the focus back all the same.
            close
        }
    });
    let close = with(web_sys::HtmlDialogElement::close);
    let heading_id = format!("{id}-title");
    html! {
        <dialog ref={dialog} id={*id} class={classes!("help", class.clone())} aria-labelledby={heading_id.clone()} onclose={on_close.reform(|_| ())}>
            <header class="help-top">
                <h2 id={heading_id}>{ heading.clone() }</h2>
                <button type="button" class="plain" aria-label={texts.close} onclick={move |_| close()}>{ icon(Icon::Cross) }</button>
            </header>
            { children.clone() }
        </dialog>
    }
}
