//! Taking something away from the page: a table as CSV, JSON, Markdown or on the clipboard, a
//! drawing as SVG.
//!
//! In: the name of a file, and what makes its content when it is asked for. Out: a button
//! that opens the ways; where files cannot be saved (a sandboxed frame) or nothing can be
//! copied, the text to select and copy.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::{
    icon::{Icon, icon},
    table::{Shape, Table},
};
use crate::web::{
    browser::{clipboard, download},
    texts::Texts,
};

/// What a button needs.
#[derive(Clone, PartialEq, Properties)]
pub struct ExportProps {
    /// The file's name, without its ending.
    pub name: AttrValue,
    /// Makes the table.
    pub make: Callback<(), Table>,
    /// Makes the drawing, where there is one.
    #[prop_or_default]
    pub draw: Option<Callback<(), String>>,
    /// The interface's words.
    pub texts: &'static Texts,
}

/// The button.
#[component]
pub fn Export(props: &ExportProps) -> Html {
    let ExportProps { name, make, draw, texts } = props;
    let own = texts.comparing;
    let by_hand = use_state_eq(|| None::<AttrValue>);
    let is_copied = use_state_eq(|| false);
    let field = use_node_ref();
    use_effect_with((*by_hand).clone(), {
        let field = field.clone();
        move |_| {
            if let Some(field) = field.cast::<web_sys::HtmlTextAreaElement>() {
                let _ = field.focus();
                field.select();
            }
        }
    });
    let save = {
        let (name, by_hand) = (name.clone(), by_hand.setter());
        Callback::from(move |(ending, mime, text): (&'static str, &'static str, String)| {
            let name = format!("{name}.{ending}");
            let saved = !download::is_framed() && download::save(&name, mime, text.as_bytes());
            by_hand.set((!saved).then(|| text.into()));
        })
    };
    let file = |shape: Shape| {
        let (name, ending, mime) = shape.names();
        let make = make.clone();
        let onclick = save.reform(move |_: MouseEvent| (ending, mime, make.emit(()).write(shape)));
        html! { <li key={name}><button type="button" class="quiet small" {onclick}>{ (texts.save_as)(name) }</button></li> }
    };
    let copy = {
        let (make, by_hand, is_copied) = (make.clone(), by_hand.setter(), is_copied.setter());
        move |_| {
            let text = make.emit(()).write(Shape::Tabs);
            let (by_hand, is_copied) = (by_hand.clone(), is_copied.clone());
            spawn_local(async move {
                let done = clipboard::copy(&text).await;
                is_copied.set(done);
                by_hand.set((!done).then(|| text.into()));
            });
        }
    };
    let close = {
        let by_hand = by_hand.clone();
        move |_| by_hand.set(None)
    };
    html! {
        <details class="export">
            <summary>{ own.take }</summary>
            <ul class="export-ways">
                for shape in Shape::FILES { { file(shape) } }
                if let Some(draw) = draw {
                    <li key="svg"><button type="button" class="quiet small" onclick={save.reform({
                        let draw = draw.clone();
                        move |_| ("svg", "image/svg+xml", draw.emit(()))
                    })}>{ (texts.save_as)("SVG") }</button></li>
                }
                <li key="copy"><button type="button" class="quiet small" onclick={copy}>
                    { if *is_copied { texts.copied_text } else { own.copy_table } }
                </button></li>
            </ul>
            if let Some(text) = &*by_hand {
                <div class="export-text">
                    <label>
                        { texts.copy_text }
                        <textarea ref={field} readonly=true rows="6" value={text.clone()} />
                    </label>
                    <button type="button" class="plain" aria-label={texts.close} onclick={close}>{ icon(Icon::Cross) }</button>
                </div>
            }
        </details>
    }
}
