//! How the reader likes the page: read from the browser and kept there.

use super::browser::{self, history, storage};
use crate::{
    lang::Lang,
    state::{Look, Settings, Theme},
};

const THEME: &str = "tellings.theme";
const LANG: &str = "tellings.lang";

/// What the browser kept.
#[must_use]
pub fn kept() -> Settings {
    Settings {
        theme: storage::get(THEME).and_then(|name| Theme::parse(&name)).unwrap_or_default(),
        lang: storage::get(LANG).and_then(|tag| Lang::parse(&tag)),
        look: Look::read(&history::fragment()),
    }
}

/// Has the browser keep them, where it may, and the page take them on.
pub fn keep(settings: Settings) {
    let name = |theme: Theme| (theme != Theme::Auto).then(|| theme.name());
    storage::set(THEME, name(settings.theme));
    storage::set(LANG, settings.lang.as_ref().map(Lang::code));
    browser::set_root_attribute("data-look", settings.look.bare.then_some("bare"));
    browser::set_root_attribute("data-theme", name(settings.shown_theme()));
}
