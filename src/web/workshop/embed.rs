//! The HTML that embeds what is open, made ready to paste, and what it will look like.
//!
//! A site shows that in a frame as another page would; a file may hold no frame, and a frame
//! no other, so these only lead to it.

use std::rc::Rc;

use yew::prelude::*;

use super::snippet::{Kind, one_file, snippet};
use crate::{
    state::{Look, Place, Theme, address},
    web::{
        browser::{self, download, history},
        components::copy_field::CopyField,
        texts::Texts,
    },
};

/// What the section needs.
#[derive(Clone, PartialEq, Properties)]
pub struct EmbedProps {
    /// What is open.
    pub place: Rc<Place>,
    /// The collection's title.
    pub title: AttrValue,
    /// The interface's words.
    pub texts: &'static Texts,
}

/// The section.
#[component]
pub fn Embed(props: &EmbedProps) -> Html {
    let EmbedProps { place, title, texts } = props;
    let is_site = browser::is_site();
    let kind = use_state_eq(|| if is_site { Kind::Auto } else { Kind::Plain });
    let theme = use_state_eq(Theme::default);
    let is_previewed = use_state_eq(|| false);
    let own = history::address();
    let page = one_file(&own, is_site);
    let place = address::write(place);
    let named = (*theme != Theme::Auto).then_some(*theme);
    let framed = Look { bare: true, theme: named }.add_to(place.clone());
    // The element asks for the look itself.
    let src = format!("{page}{}", if *kind == Kind::Auto { &place } else { &framed });
    let code = snippet(*kind, &src, named.map(Theme::name), title);
    let looked_at = format!("{page}{framed}");
    let preview = {
        let is_previewed = is_previewed.clone();
        move |_| is_previewed.set(!*is_previewed)
    };
    let choose_theme = {
        let theme = theme.setter();
        move |event: Event| {
            let select = event.target_dyn_into::<web_sys::HtmlSelectElement>();
            if let Some(chosen) = select.and_then(|select| Theme::parse(&select.value())) {
                theme.set(chosen);
            }
        }
    };
    let choice = |one: Kind, name: &'static str| {
        let set = kind.setter();
        html! {
            <button type="button" class="toggle" aria-pressed={(*kind == one).to_string()}
                onclick={move |_| set.set(one)}>{ name }</button>
        }
    };
    html! {
        <section class="workshop-part embed" aria-labelledby="embed-title">
            <h3 id="embed-title">{ texts.workshop.embed }</h3>
            <p class="note">{ texts.workshop.embed_intro }</p>
            if own.starts_with("file:") { <p class="note">{ texts.workshop.embed_local }</p> }
            <div class="choices">
                if is_site {
                    <span role="group" aria-label={texts.workshop.embed_kind}>
                        { choice(Kind::Auto, texts.workshop.embed_auto) }{ choice(Kind::Plain, texts.workshop.embed_plain) }
                    </span>
                }
                <label>{ texts.theme }{ " " }
                    <select class="select" onchange={choose_theme}>
                        for (one, name) in [(Theme::Auto, texts.theme_auto), (Theme::Light, texts.theme_light), (Theme::Dark, texts.theme_dark)] {
                            <option value={one.name()} selected={one == *theme}>{ name }</option>
                        }
                    </select>
                </label>
                if is_site && !download::is_framed() {
                    <button type="button" class="toggle" id="embed-preview" aria-expanded={is_previewed.to_string()}
                        onclick={preview}>{ texts.workshop.embed_preview }</button>
                }
                <a href={looked_at.clone()} target="_blank" rel="noopener">{ texts.workshop.embed_window }</a>
            </div>
            if *is_previewed {
                <iframe key={looked_at.clone()} class="preview" title={format!("{}: {title}", texts.workshop.embed_preview)}
                    sandbox="allow-scripts" referrerpolicy="no-referrer" src={looked_at} />
            }
            <CopyField text={code} label="HTML" rows={5} {texts} />
        </section>
    }
}
