//! A field for a list of words, pasted or loaded.
//!
//! In: text as `state::sets` reads it. Out: one action with the whole list, which becomes
//! terms. The field opens where it is asked for and closes when the list is taken.

use wasm_bindgen::JsCast as _;
use yew::prelude::*;

use super::icon::{Icon, icon};
use crate::{state::Action, web::texts::Texts};

/// What the field needs.
#[derive(Clone, PartialEq, Properties)]
pub struct WordListProps {
    /// Takes the list.
    pub on_action: Callback<Action>,
    /// The interface's words.
    pub texts: &'static Texts,
}

/// The button, and the field once it was pressed.
#[component]
pub fn WordList(props: &WordListProps) -> Html {
    let WordListProps { on_action, texts } = props;
    let is_open = use_state_eq(|| false);
    let field = use_node_ref();
    use_effect_with(*is_open, {
        let field = field.clone();
        move |_| {
            if let Some(field) = field.cast::<web_sys::HtmlElement>() {
                let _ = field.focus();
            }
        }
    });
    let toggle = {
        let is_open = is_open.clone();
        move |_: MouseEvent| is_open.set(!*is_open)
    };
    let onsubmit = {
        let (is_open, field, on_action) = (is_open.setter(), field.clone(), on_action.clone());
        move |event: SubmitEvent| {
            event.prevent_default();
            if let Some(field) = field.cast::<web_sys::HtmlTextAreaElement>() {
                on_action.emit(Action::AddList(field.value()));
                is_open.set(false);
            }
        }
    };
    let onkeydown = {
        let is_open = is_open.setter();
        move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                event.stop_propagation();
                is_open.set(false);
            }
        }
    };
    let onload = {
        let field = field.clone();
        move |event: Event| {
            let input = event.target_dyn_into::<web_sys::HtmlInputElement>();
            let file = input.and_then(|input| input.files()).and_then(|files| files.get(0));
            let (Some(file), field) = (file, field.clone()) else { return };
            wasm_bindgen_futures::spawn_local(async move {
                let blob: &web_sys::Blob = file.unchecked_ref();
                let text = wasm_bindgen_futures::JsFuture::from(blob.text()).await;
                let text = text.ok().and_then(|text| text.as_string());
                let field = field.cast::<web_sys::HtmlTextAreaElement>();
                if let (Some(field), Some(text)) = (field, text) {
                    field.set_value(&text);
                }
            });
        }
    };
    html! {
        <div class="word-list" {onkeydown}>
            <button type="button" class="plain" title={texts.list} aria-label={texts.list} aria-expanded={is_open.to_string()}
                onclick={toggle}>{ icon(Icon::List) }</button>
            if *is_open {
                <form {onsubmit}>
                    <h2 class="forms-title">{ texts.list }</h2>
                    <label>
                        <span class="note">{ texts.list_hint }</span>
                        <textarea ref={field} rows="6" spellcheck="false" />
                    </label>
                    <label class="note">
                        { texts.list_file }{ " " }<input type="file" accept=".txt,.csv,text/plain" onchange={onload} />
                    </label>
                    <button type="submit" class="search-add">{ texts.add }</button>
                </form>
            }
        </div>
    }
}
