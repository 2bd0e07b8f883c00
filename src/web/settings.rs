//! How the reader likes the page: read from the browser and kept there.

use super::browser::{self, storage};
use crate::{
    lang::Lang,
    state::{Settings, Theme},
};

const THEME: &str = "tellings.theme";
const LANG: &str = "tellings.lang";

/// What the browser kept.
#[must_use]
pub fn kept() -> Settings {
    Settings {
        theme: storage::get(THEME).and_then(|name| Theme::parse(&name)).unwrap_or_default(),
        lang: storage::get(LANG).and_then(|tag| Lang::parse(&tag)),
    }
}

/// Has the browser keep them, where it may, and the page take them on.
pub fn keep(settings: Settings) {
    let Settings { theme, lang } = settings;
    let theme = (theme != Theme::Auto).then(|| theme.name());
    storage::set(THEME, theme);
    storage::set(LANG, lang.as_ref().map(Lang::code));
    browser::set_root_attribute("data-theme", theme);
}
