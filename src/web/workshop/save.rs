//! The collection as a file to take along: one page that needs nothing else, or the pack.
//!
//! Where the browser saves no files (a sandboxed frame) the page is text to copy.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{bench::Bench, snippet::one_file};
use crate::{
    importing::{Presets, Wishes},
    state::{Place, View, address},
    web::{
        browser::{self, download, history, message},
        components::copy_field::CopyField,
        texts::Texts,
    },
};

/// What the section needs.
#[derive(Clone, PartialEq, Properties)]
pub struct SaveProps {
    /// Where it is done.
    pub bench: Bench,
    /// The collection's title.
    pub title: AttrValue,
    /// The collection's hash.
    pub hash: AttrValue,
    /// What is open.
    pub place: Rc<Place>,
    /// How many sources there are.
    pub all: u32,
    /// Those that pass the filter.
    pub shown: Rc<[String]>,
    /// The interface's words.
    pub texts: &'static Texts,
}

/// A name for a file that every system takes.
#[must_use]
pub fn file_name(title: &str, ending: &str) -> String {
    let mut name = String::new();
    for c in title.chars().take(60) {
        if c.is_alphanumeric() {
            name.push(c);
        } else if !name.ends_with('-') && !name.is_empty() {
            name.push('-');
        }
    }
    let name = name.trim_end_matches('-');
    format!("{}.{ending}", if name.is_empty() { "tellings" } else { name })
}

/// A place as an author's presets: the view is preset by its whole address.
fn presets(place: &Place) -> Presets {
    let place = Place {
        source: place.source.clone().filter(|_| place.view == View::Read),
        ..place.clone()
    };
    Presets {
        terms: place.terms.iter().map(|term| term.query.clone()).collect(),
        view: Some(address::write(&place)),
        notes: Vec::new(),
    }
}

/// The section.
#[component]
pub fn Save(props: &SaveProps) -> Html {
    let SaveProps { bench, title, hash, place, all, shown, texts } = props;
    let words = texts.workshop;
    let only_shown = use_state_eq(|| false);
    let with_terms = use_state_eq(|| false);
    let with_tools = use_state_eq(|| false);
    let with_notes = use_state_eq(|| false);
    let has_notes = !bench.notes().is_empty();
    let saved = use_state_eq(|| None::<AttrValue>);
    let by_hand = use_state_eq(|| None::<AttrValue>);
    let can_change = bench.can_import();
    let is_narrowed = (shown.len() as u64) < u64::from(*all) && !shown.is_empty();
    let give = {
        let (saved, by_hand) = (saved.setter(), by_hand.setter());
        Callback::from(move |(name, kind, bytes): (String, &'static str, Vec<u8>)| {
            if !download::is_framed() && download::save(&name, kind, &bytes) {
                let kilobytes = u32::try_from(bytes.len().div_ceil(1000)).unwrap_or(u32::MAX);
                saved.set(Some((words.saved)(&name, kilobytes).into()));
                by_hand.set(None);
            } else {
                saved.set(None);
                let text = String::from_utf8(bytes).ok();
                by_hand.set(Some(text.unwrap_or_default().into()));
            }
        })
    };
    let save_page = {
        let (bench, give, name) = (bench.clone(), give.clone(), file_name(title, "html"));
        let keep = (*only_shown && is_narrowed).then(|| shown.to_vec());
        let presets = with_terms.then(|| presets(place));
        let with_tools = *with_tools;
        // Those that it came with stay.
        let notes = (!*with_notes).then(|| bench.published_notes());
        move |_| {
            let (keep, presets, notes) = (keep.clone(), presets.clone(), notes.clone());
            let wishes = Wishes { keep, presets, notes, ..Wishes::default() };
            let (give, name) = (give.clone(), name.clone());
            let then = move |html| give.emit((name, "text/html;charset=utf-8", html));
            bench.page(can_change.then_some(wishes), with_tools, then);
        }
    };
    let take_along = |ending: &'static str, kind: &'static str| {
        let (bench, give, name) = (bench.clone(), give.clone(), file_name(title, ending));
        move |_: MouseEvent| {
            let (give, name) = (give.clone(), name.clone());
            bench.take_along(ending == "zip", move |bytes| give.emit((name, kind, bytes)));
        }
    };
    let save_pack = take_along("pack", "application/octet-stream");
    let save_archive = take_along("zip", "application/zip");
    let open_pack = {
        let bench = bench.clone();
        move |event: Event| {
            let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
            let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
            input.set_value("");
            bench.open_pack(async move {
                let bytes = wasm_bindgen_futures::JsFuture::from(file.array_buffer()).await;
                bytes.and_then(JsCast::dyn_into).map_err(|thrown| message(&thrown))
            });
        }
    };
    let check = |state: &UseStateHandle<bool>, name: AttrValue| {
        let set = state.setter();
        let onchange = move |event: Event| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                set.set(input.checked());
            }
        };
        html! { <label class="check"><input type="checkbox" checked={**state} {onchange} />{ name }</label> }
    };
    let count = u32::try_from(shown.len()).unwrap_or(u32::MAX);
    html! {
        <section class="workshop-part save" aria-labelledby="save-title">
            <h3 id="save-title">{ words.save }</h3>
            <p class="note">{ words.save_intro }</p>
            <div class="choices">
                if can_change {
                    if is_narrowed { { check(&only_shown, (words.save_shown)(count).into()) } }
                    else { <span class="note">{ (words.save_all)(*all) }</span> }
                    { check(&with_terms, words.save_terms.into()) }
                    if has_notes { { check(&with_notes, words.save_notes.into()) } }
                    if browser::is_site() { { check(&with_tools, words.save_tools.into()) } }
                }
            </div>
            <div class="choices">
                <button type="button" class="toggle" id="save-page" onclick={save_page}>{ words.save_page }</button>
                if browser::is_site() {
                    <a href={one_file(&history::address(), true)} download={file_name(title, "html")}>{ words.offline }</a>
                }
                // What is no text cannot be copied by hand.
                if can_change && !download::is_framed() {
                    <button type="button" class="quiet" id="save-archive" onclick={save_archive}>{ words.save_archive }</button>
                }
                if !download::is_framed() {
                    <button type="button" class="quiet" id="save-pack" onclick={save_pack}>{ words.save_pack }</button>
                }
                <label class="quiet file-choice">{ words.open_pack }
                    <input type="file" id="open-pack" class="visually-hidden" accept=".pack" onchange={open_pack} />
                </label>
            </div>
            <p class="note" role="status">{ (*saved).clone().unwrap_or_default() }</p>
            if let Some(text) = &*by_hand {
                <CopyField text={text.clone()} label={words.save_refused} rows={6} {texts} />
            }
            <p class="note identity">{ (words.identity)(env!("CARGO_PKG_VERSION"), hash) }</p>
        </section>
    }
}

#[cfg(test)]
mod tests {
    use super::file_name;

    #[test]
    fn a_file_is_named_after_the_collection_by_letters_alone() {
        assert_eq!(file_name("Four accounts: a/b?", "html"), "Four-accounts-a-b.html");
        assert_eq!(file_name("Переговоры", "pack"), "Переговоры.pack");
        assert_eq!(file_name("../..", "html"), "tellings.html");
    }
}
