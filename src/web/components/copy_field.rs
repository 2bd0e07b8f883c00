//! A text to take along.
//!
//! In: a text and what it is. Out: a field that shows it, with a button that copies it; where
//! the browser refuses, the text stands selected, to be copied by hand. What is taken along,
//! and why it cannot be saved, is for those who show the field.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::web::{browser::clipboard, texts::Texts};

/// What the field needs.
#[derive(Clone, PartialEq, Properties)]
pub struct CopyFieldProps {
    /// The text.
    pub text: AttrValue,
    /// What it is.
    pub label: AttrValue,
    /// How many lines are shown.
    #[prop_or(4)]
    pub rows: u32,
    /// The interface's words.
    pub texts: &'static Texts,
}

/// The field with its button.
#[component]
pub fn CopyField(props: &CopyFieldProps) -> Html {
    let CopyFieldProps { text, label, rows, texts } = props;
    let field = use_node_ref();
    let is_copied = use_state_eq(|| None::<bool>);
    use_effect_with(text.clone(), {
        let is_copied = is_copied.setter();
        // What was copied is not what stands there any more.
        move |_| is_copied.set(None)
    });
    let onclick = {
        let (text, field, is_copied) = (text.clone(), field.clone(), is_copied.setter());
        move |_| {
            if let Some(field) = field.cast::<web_sys::HtmlTextAreaElement>() {
                let _ = field.focus();
                field.select();
            }
            let (text, is_copied) = (text.clone(), is_copied.clone());
            spawn_local(async move { is_copied.set(Some(clipboard::copy(&text).await)) });
        }
    };
    html! {
        <div class="copy-field">
            <label>
                <span>{ label.clone() }</span>
                <textarea ref={field} readonly=true spellcheck="false" rows={rows.to_string()} value={text.clone()} />
            </label>
            <p class="copy-row">
                <button type="button" class="toggle" {onclick}>{ texts.copy }</button>
                <span class="note" role="status">
                    { match *is_copied {
                        Some(true) => texts.copied_text,
                        Some(false) => texts.taking.copy_text,
                        None => "",
                    } }
                </span>
            </p>
        </div>
    }
}
