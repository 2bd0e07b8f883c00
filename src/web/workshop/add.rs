//! Sources added to the collection: files chosen or dropped, a text pasted.
//!
//! In: what the reader gives. Out: files on the bench. What became of them is shown by
//! [`report`](super::report).

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::bench::Bench;
use crate::web::{browser::message, importer::Files, texts::Texts};

/// What the importer reads, by the ends of names.
const ACCEPT: &str = ".html,.htm,.xhtml,.shtml,.mhtml,.mht,.txt,.text,.md,.markdown,.json,.jsonl,.ndjson,.csv,.tsv,.docx,.epub,.zip";

/// What the section needs.
#[derive(Clone, PartialEq, Properties)]
pub struct AddProps {
    /// Where it is done.
    pub bench: Bench,
    /// The interface's words.
    pub texts: &'static Texts,
}

/// Puts what a browser gave (`FileList` or an array) on the bench.
pub fn add(bench: &Bench, files: &JsValue, anew: bool) {
    let files = if files.is_array() { files.clone() } else { Array::from(files).into() };
    bench.add(async move { Files::read(&files).await.map_err(|thrown| message(&thrown)) }, anew);
}

/// A pasted text as a file; `None` where it cannot be made one.
fn pasted(text: &str, is_html: bool) -> Option<JsValue> {
    let item = Object::new();
    let kind = if is_html { "html" } else { "text" };
    for (key, value) in [("name", "pasted"), (kind, text)] {
        Reflect::set(&item, &key.into(), &value.into()).ok()?;
    }
    Some(Array::of1(&item).into())
}

/// The section.
#[component]
pub fn Add(props: &AddProps) -> Html {
    let AddProps { bench, texts } = props;
    let words = texts.workshop;
    let anew = use_state_eq(|| false);
    let field = use_node_ref();
    // The page that a pasted text was copied from, as HTML: it says more than the text.
    let html = use_mut_ref(|| None::<String>);
    if !bench.can_import() {
        return html! {
            <section class="workshop-part" aria-labelledby="add-title">
                <h3 id="add-title">{ words.add }</h3>
                <p class="note">{ words.no_importer }</p>
            </section>
        };
    }
    let onchange = {
        let (bench, anew) = (bench.clone(), *anew);
        move |event: Event| {
            let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
            if let Some(files) = input.files().filter(|files| files.length() > 0) {
                add(&bench, &files, anew);
                // The same file can be chosen again.
                input.set_value("");
            }
        }
    };
    let onpaste = {
        let html = html.clone();
        move |event: Event| {
            let given = event.dyn_ref::<web_sys::ClipboardEvent>().and_then(|event| {
                let data = event.clipboard_data()?.get_data("text/html").ok()?;
                Some(data).filter(|data| !data.is_empty())
            });
            html.replace(given);
        }
    };
    let oninput = {
        let html = html.clone();
        move |event: InputEvent| {
            // What was typed is what counts.
            if event.input_type() != "insertFromPaste" {
                html.take();
            }
        }
    };
    let add_pasted = {
        let (bench, anew, field) = (bench.clone(), *anew, field.clone());
        move |_| {
            let Some(field) = field.cast::<HtmlTextAreaElement>() else { return };
            let (text, from) = (field.value(), html.take());
            if text.trim().is_empty() {
                return;
            }
            let is_html = from.is_some();
            if let Some(file) = pasted(&from.unwrap_or(text), is_html) {
                add(&bench, &file, anew);
                field.set_value("");
            }
        }
    };
    let toggle = {
        let set = anew.setter();
        move |event: Event| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                set.set(input.checked());
            }
        }
    };
    html! {
        <section class="workshop-part add" aria-labelledby="add-title">
            <h3 id="add-title">{ words.add }</h3>
            <p class="note">{ words.add_intro }</p>
            <div class="choices">
                <label class="toggle file-choice">
                    { words.choose_files }
                    <input type="file" id="add-files" class="visually-hidden" multiple=true accept={ACCEPT} {onchange} />
                </label>
                <span class="note">{ words.drop_here }</span>
                <label class="check"><input type="checkbox" checked={*anew} onchange={toggle} />{ words.begin_anew }</label>
            </div>
            <details class="paste">
                <summary>{ words.paste_text }</summary>
                <textarea ref={field} id="add-text" rows="6" aria-label={words.paste_text} {onpaste} {oninput} />
                <button type="button" class="toggle" id="add-pasted" onclick={add_pasted}>{ words.add_pasted }</button>
            </details>
        </section>
    }
}
