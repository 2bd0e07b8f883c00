//! Quoting: the words selected, with a reference, in the shape that the reader wants.
//!
//! In: the card of the source that is read, and the address of a byte of it. Out: a button
//! that opens a small panel. The text can be copied by a button where the browser allows
//! it, and by hand everywhere.

use std::rc::Rc;

use gloo::events::EventListener;
use wasm_bindgen::JsCast as _;
use yew::prelude::*;

use super::{
    icon::{Icon, icon},
    segments::segments,
};
use crate::{
    api::reference::{Shape, reference},
    protocol::Card,
    web::{
        browser::{self, clipboard},
        texts::Texts,
    },
};

/// What the button needs.
#[derive(Clone, PartialEq, Properties)]
pub struct QuoteProps {
    /// The source.
    pub card: Rc<Card>,
    /// The whole address that leads to a block of it, by the block's number.
    pub address: Callback<Option<usize>, String>,
    /// Begins a note on a block, by its number, or on the whole source.
    pub on_note: Callback<Option<usize>>,
    /// The interface's words.
    pub texts: &'static Texts,
}

/// What is selected: the words, and the block they begin in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Selected {
    words: String,
    block: Option<usize>,
}

/// The button and its panel.
#[component]
pub fn Quote(props: &QuoteProps) -> Html {
    let QuoteProps { card, address, on_note, texts } = props;
    let selected = use_state_eq(Selected::default);
    let open = use_state_eq(|| false);
    let shape = use_state_eq(|| Shape::Plain);
    let is_copied = use_state_eq(|| false);
    use_effect_with(*open, {
        let selected = selected.setter();
        move |is_open| {
            // What was selected stays while the panel is open: a click in it deselects.
            let document =
                browser::window().and_then(|window| window.document()).filter(|_| !is_open);
            let listener = document.map(|document| {
                EventListener::new(&document, "selectionchange", move |_| {
                    selected.set(selection().unwrap_or_default());
                })
            });
            move || drop(listener)
        }
    });
    let text = reference(card, &selected.words, &address.emit(selected.block), *shape);
    let toggle = {
        let (open, is_copied) = (open.clone(), is_copied.setter());
        move |_| {
            is_copied.set(false);
            open.set(!*open);
        }
    };
    let copy = {
        let (text, is_copied) = (text.clone(), is_copied.setter());
        move |_| {
            let (text, is_copied) = (text.clone(), is_copied.clone());
            wasm_bindgen_futures::spawn_local(async move {
                is_copied.set(clipboard::copy(&text).await);
            });
        }
    };
    let choose = {
        let (shape, is_copied) = (shape.setter(), is_copied.setter());
        Callback::from(move |to| {
            is_copied.set(false);
            shape.set(to);
        })
    };
    let note = {
        let (on_note, open, block) = (on_note.clone(), open.setter(), selected.block);
        move |_| {
            open.set(false);
            on_note.emit(block);
        }
    };
    let onkeydown = {
        let open = open.setter();
        move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                open.set(false);
            }
        }
    };
    let shapes = Shape::ALL.map(|shape| (shape, shape.name()));
    html! {
        <div class="quote-box" {onkeydown}>
            <button type="button" class="plain with-icon" aria-expanded={open.to_string()} onclick={toggle.clone()}>
                { icon(Icon::Quote) }
                <span class="wide-only">{ if selected.words.is_empty() { texts.cite } else { texts.quote_selection } }</span>
                <span class="visually-hidden narrow-only">{ texts.cite }</span>
            </button>
            if *open {
                <section class="quote-panel" aria-label={texts.cite}>
                    <div class="quote-top">
                        { segments(texts.shape, &shapes, *shape, &choose) }
                        <button type="button" class="plain" aria-label={texts.close} onclick={toggle}>{ icon(Icon::Cross) }</button>
                    </div>
                    <textarea readonly=true rows="7" aria-label={texts.cite} value={text} />
                    <div class="quote-top">
                        <p class="note">{ texts.cite_hint }</p>
                        <button type="button" class="toggle" onclick={note}>{ texts.write_note }</button>
                        <button type="button" class="toggle" onclick={copy}>{ if *is_copied { texts.copied_text } else { texts.copy } }</button>
                    </div>
                </section>
            }
        </div>
    }
}

/// What the reader has selected of the text that is read.
fn selection() -> Option<Selected> {
    let selection = browser::window()?.get_selection().ok()??;
    let node = selection.anchor_node()?;
    let element = match node.dyn_into::<web_sys::Element>() {
        Ok(element) => element,
        Err(node) => node.parent_element()?,
    };
    let block = element.closest(".text [data-block]").ok()??;
    let words = String::from(selection.to_string());
    let block = block.get_attribute("data-block").and_then(|number| number.parse().ok());
    Some(Selected { words: words.trim().to_owned(), block })
}
