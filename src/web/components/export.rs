//! Taking something away from the page: a table as CSV, a drawing as SVG.
//!
//! In: the name of a file, and what makes its text when it is asked for. Out: a button;
//! where files cannot be saved (a sandboxed frame), the text to select and copy.

use yew::prelude::*;

use super::icon::{Icon, icon};
use crate::{
    text::csv_row,
    web::{browser::download, texts::Texts},
};

/// What a button needs.
#[derive(Clone, PartialEq, Properties)]
pub struct ExportProps {
    /// The file's name.
    pub name: AttrValue,
    /// What kind of file it is, shown on the button: `CSV`.
    pub kind: &'static str,
    /// Makes the text.
    pub make: Callback<(), String>,
    /// The interface's words.
    pub texts: &'static Texts,
}

/// The button.
#[component]
pub fn Export(props: &ExportProps) -> Html {
    let ExportProps { name, kind, make, texts } = props;
    let by_hand = use_state_eq(|| None::<AttrValue>);
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
    let onclick = {
        let (name, kind, make, by_hand) = (name.clone(), *kind, make.clone(), by_hand.clone());
        move |_| {
            let text = make.emit(());
            let mime = if kind == "SVG" { "image/svg+xml" } else { "text/csv;charset=utf-8" };
            let saved = !download::is_framed() && download::save(&name, mime, text.as_bytes());
            by_hand.set((!saved).then(|| text.into()));
        }
    };
    let close = {
        let by_hand = by_hand.clone();
        move |_| by_hand.set(None)
    };
    html! {
        <div class="export">
            <button type="button" class="quiet small" {onclick}>{ (texts.save_as)(kind) }</button>
            if let Some(text) = &*by_hand {
                <div class="export-text">
                    <label>
                        { texts.copy_text }
                        <textarea ref={field} readonly=true rows="6" value={text.clone()} />
                    </label>
                    <button type="button" class="plain" aria-label={texts.close} onclick={close}>{ icon(Icon::Cross) }</button>
                </div>
            }
        </div>
    }
}

/// A table as CSV.
#[must_use]
pub fn csv<'a>(rows: impl IntoIterator<Item = Vec<std::borrow::Cow<'a, str>>>) -> String {
    let mut out = String::new();
    for row in rows {
        csv_row(&mut out, row.iter().map(AsRef::as_ref));
    }
    out
}
