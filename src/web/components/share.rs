//! Share: the address of what is open.
//!
//! It is copied where the browser allows that; where it refuses (an embedded page, a file)
//! the address is shown, selected, to be copied by hand.

use yew::prelude::*;

use super::icon::{Icon, icon};
use crate::web::texts::Texts;

/// How sharing went.
#[derive(Clone, Debug, PartialEq)]
pub enum Shared {
    /// The address is on the clipboard.
    Copied,
    /// The browser refused: here is the address.
    ByHand(AttrValue),
}

/// What Share needs.
#[derive(Clone, PartialEq, Properties)]
pub struct ShareProps {
    /// Whether there are notes that an address could carry.
    #[prop_or_default]
    pub notes: bool,
    /// Asks for the address to be copied, with the notes or without.
    pub on_share: Callback<bool>,
    /// How it went, once it was tried.
    pub shared: Option<Shared>,
    /// Puts the result away.
    pub on_close: Callback<()>,
    /// The interface's words.
    pub texts: &'static Texts,
}

/// The button and its result.
#[component]
pub fn Share(props: &ShareProps) -> Html {
    let ShareProps { notes, on_share, shared, on_close, texts } = props;
    let field = use_node_ref();
    use_effect_with(shared.clone(), {
        let field = field.clone();
        move |_| {
            if let Some(field) = field.cast::<web_sys::HtmlInputElement>() {
                let _ = field.focus();
                field.select();
            }
        }
    });
    let onkeydown = {
        let on_close = on_close.clone();
        move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                on_close.emit(());
            }
        }
    };
    let with_notes = match notes {
        true => html! {
            <button type="button" class="quiet small" onclick={on_share.reform(|_| true)}>{ texts.share_notes }</button>
        },
        false => Html::default(),
    };
    html! {
        <div class="share" {onkeydown}>
            <button type="button" class="plain with-icon" onclick={on_share.reform(|_| false)}>
                { icon(Icon::Link) }<span class="wide-only">{ texts.share }</span>
                <span class="visually-hidden narrow-only">{ texts.share }</span>
            </button>
            <span role="status" class="share-result">
                if *shared == Some(Shared::Copied) { <span class="share-done">{ texts.copied }{ with_notes.clone() }</span> }
            </span>
            if let Some(Shared::ByHand(address)) = shared {
                <div class="share-by-hand">
                    <label>
                        { texts.copy_yourself }
                        <input ref={field} type="text" readonly=true value={address.clone()} />
                    </label>
                    { with_notes }
                    <button type="button" class="plain" aria-label={texts.close} onclick={on_close.reform(|_| ())}>
                        { icon(Icon::Cross) }
                    </button>
                </div>
            }
        </div>
    }
}
