//! What is known of a source, with the reasons, and what became of its file's bytes.
//!
//! In: what the engine or the importer tells of it. Out: nodes that the report of an import
//! and the page of a source show alike. Reasons are the engine's own words, in English.

use yew::prelude::*;

use super::{cut::cut, meta::dir};
use crate::{
    lang::Lang,
    source::{BlockKind, Found, Item, Meta, Report},
    web::texts::Texts,
};

/// The value of an item, as people write it.
#[must_use]
pub fn shown(item: Item, value: &str, texts: &Texts) -> String {
    match item {
        Item::Date | Item::Updated | Item::Captured => texts.date(value),
        Item::Lang => texts.language_name(Lang::parse(value).unwrap_or(Lang::UND)),
        _ => value.to_owned(),
    }
}

/// Why a conclusion was drawn, and how sure it is.
pub fn why(found: &Found<String>, texts: &Texts) -> Html {
    html! {
        <span class="known-why">
            { (texts.workshop.sure)(found.confidence) }
            if !found.reason.0.is_empty() { { ": " }<span lang="en">{ found.reason.0.clone() }</span> }
        </span>
    }
}

/// The items, each with its reason and what `more` adds to it; unknown ones only if `all`.
pub fn items(meta: &Meta, all: bool, texts: &Texts, more: &dyn Fn(Item) -> Html) -> Html {
    let item = |item: Item| {
        let found = meta.get(item);
        if found.is_none() && meta.overruled.item(item).is_none() && !all {
            return Html::default();
        }
        let lang = (item == Item::Title).then(|| meta.lang.value.to_string());
        let dir = (item == Item::Title).then(|| dir(meta.lang.value));
        html! {
            <div key={item.name()} data-item={item.name()}>
                <dt>{ (texts.workshop.item)(item) }</dt>
                <dd>
                    if let Some(found) = found {
                        <bdi class="known-value" {lang} {dir}>{ shown(item, &found.value, texts) }</bdi>{ " " }{ why(&found, texts) }
                    } else {
                        <span class="known-why">{ texts.workshop.unknown }</span>
                    }
                    { more(item) }
                </dd>
            </div>
        }
    };
    html! { <dl class="known">{ for Item::ALL.map(item) }</dl> }
}

/// Of a field that means nothing to us, no more is shown.
const FIELD: usize = 300;

/// Where the bytes went: blocks by kind, what was left out; remarks and fields without meaning.
pub fn bytes(kinds: &[(BlockKind, u32, u32)], report: &Report, texts: &Texts) -> Html {
    let words = texts.workshop;
    let size = |bytes: u32| format!("{} B", texts.number(bytes));
    let mut read_as = vec![report.format.as_str(), report.encoding.as_str()];
    read_as.retain(|part| !part.is_empty());
    html! {
        <ul class="reasons">
            if !read_as.is_empty() { <li>{ format!("{}: {}", words.read_as, read_as.join(", ")) }</li> }
            for (kind, count, bytes) in kinds {
                <li key={kind.name()}>{ format!("{}: {} ({})", (texts.kind)(*kind), texts.number(*count), size(*bytes)) }</li>
            }
            for (what, bytes) in &report.dropped {
                <li key={what.clone()}>{ format!("{}: ", words.dropped) }<span lang="en">{ what.clone() }</span>{ format!(" ({})", size(u32::try_from(*bytes).unwrap_or(u32::MAX))) }</li>
            }
            if report.replaced > 0 { <li>{ (words.replaced)(report.replaced) }</li> }
            for (index, note) in report.notes.iter().enumerate() { <li key={index} lang="en">{ note.clone() }</li> }
            for (index, (name, value)) in report.fields.iter().enumerate() { <li key={index}><bdi>{ name.clone() }</bdi>{ ": " }<bdi>{ cut(value, FIELD) }</bdi></li> }
        </ul>
    }
}
