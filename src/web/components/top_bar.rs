//! The top of the page: the collection's title, the search field with its terms, Share,
//! and how the reader likes the page.

use std::rc::Rc;

use yew::prelude::*;

use super::{
    icon::{Icon, icon},
    share::{Share, Shared},
    term_chip::TermChip,
    word_list::WordList,
};
use crate::{
    lang::Lang,
    protocol::{Suggested, Suggestion, Term, TermAnswer},
    state::{Action, Settings, Theme},
    web::texts::{TEXTS, Texts},
};

/// What the top needs.
#[derive(Clone, PartialEq, Properties)]
pub struct TopBarProps {
    /// The collection's title.
    pub title: AttrValue,
    /// The terms.
    pub terms: Rc<[Term]>,
    /// What each found; shorter than `terms` while they are looked for.
    pub answers: Rc<[Rc<TermAnswer>]>,
    /// Completions of what is being typed.
    #[prop_or_else(|| Rc::new([]))]
    pub suggestions: Rc<[Suggestion]>,
    /// How the reader likes the page.
    pub settings: Settings,
    /// Whether there is a change to take back.
    #[prop_or_default]
    pub can_undo: bool,
    /// Whether the page shows something else than its author published.
    #[prop_or_default]
    pub is_changed: bool,
    /// How sharing went.
    #[prop_or_default]
    pub shared: Option<Shared>,
    /// Changes terms and settings.
    pub on_action: Callback<Action>,
    /// Says what is being typed.
    #[prop_or_default]
    pub on_type: Callback<String>,
    /// Whether there are notes that an address could carry.
    #[prop_or_default]
    pub notes: bool,
    /// Copies the address, with the notes or without.
    pub on_share: Callback<bool>,
    /// Puts the result of sharing away.
    pub on_shared_close: Callback<()>,
    /// Opens the help.
    pub on_help: Callback<()>,
    /// Opens what is done with the collection.
    #[prop_or_default]
    pub on_workshop: Callback<()>,
    /// The interface's words.
    pub texts: &'static Texts,
}

/// The top of the page.
#[component]
pub fn TopBar(props: &TopBarProps) -> Html {
    let TopBarProps { title, terms, answers, on_action, texts, .. } = props;
    let on_toggle = on_action.reform(|(index, forms)| Action::ToggleForms(index, forms));
    let on_remove = on_action.reform(Action::RemoveTerm);
    let on_name = on_action.reform(|(index, name)| Action::NameTerm(index, name));
    let on_colour = on_action.reform(|(index, colour)| Action::ColourTerm(index, colour));
    let on_keep = on_action.reform(|(index, keep)| Action::SetKeep(index, keep));
    html! {
        <header class="top">
            // A collection without a title has a heading all the same.
            <h1 class="collection" title={title.clone()}>{ if title.is_empty() { "Tellings".into() } else { title.clone() } }</h1>
            <div class="search-box">
                <SearchField suggestions={props.suggestions.clone()} on_type={props.on_type.clone()}
                    on_add={on_action.reform(Action::AddTerm)} {texts} />
                <WordList on_action={on_action.clone()} {texts} />
            </div>
            <div class="tools">
                <Share notes={props.notes} on_share={props.on_share.clone()} shared={props.shared.clone()}
                    on_close={props.on_shared_close.clone()} {texts} />
                <button type="button" class="plain with-icon workshop-button" aria-haspopup="dialog"
                    onclick={props.on_workshop.reform(|_| ())}>
                    { icon(Icon::Box) }<span class="wide-only">{ texts.workshop.name }</span>
                    <span class="visually-hidden narrow-only">{ texts.workshop.name }</span>
                </button>
                { preferences(props) }
                <button type="button" class="plain help-button" aria-label={texts.help} aria-keyshortcuts="?"
                    onclick={props.on_help.reform(|_| ())}>{ "?" }</button>
            </div>
            if !terms.is_empty() || props.can_undo || props.is_changed {
                <div class="terms-row">
                    if !terms.is_empty() {
                        <ul class="terms" aria-label={texts.terms}>
                            for (index, term) in terms.iter().enumerate() {
                                <li key={term.query.clone()}>
                                    <TermChip {index} term={term.clone()} answer={answers.get(index).cloned()}
                                        on_toggle={on_toggle.clone()} on_keep={on_keep.clone()} on_name={on_name.clone()} on_colour={on_colour.clone()}
                                        on_remove={on_remove.clone()} {texts} />
                                    { instead(index, answers.get(index), on_action, texts) }
                                </li>
                            }
                        </ul>
                    }
                    <div class="term-tools">
                        if props.can_undo {
                            <button type="button" class="quiet" onclick={on_action.reform(|_| Action::Undo)}>{ texts.undo }</button>
                        }
                        if props.is_changed {
                            <button type="button" class="quiet" onclick={on_action.reform(|_| Action::GoHome)}>{ texts.published_view }</button>
                        }
                    </div>
                </div>
            }
        </header>
    }
}

/// What to try instead of a term that finds nothing.
fn instead(
    index: usize,
    answer: Option<&Rc<TermAnswer>>,
    on_action: &Callback<Action>,
    texts: &Texts,
) -> Html {
    let Some(answer) = answer.filter(|answer| !answer.instead.is_empty()) else {
        return Html::default();
    };
    html! {
        <span class="instead">
            { texts.did_you_mean }
            for one in &answer.instead {
                <button type="button" class="quiet" lang={one.lang.to_string()}
                    onclick={on_action.reform({
                        let query = one.text.clone();
                        move |_| Action::SetTerm(index, query.clone())
                    })}>{ one.text.clone() }</button>
            }
        </span>
    }
}

/// Language and theme, as native selects: they work with any input.
fn preferences(props: &TopBarProps) -> Html {
    let TopBarProps { settings, on_action, texts, .. } = props;
    let chosen = |event: &Event| {
        event.target_dyn_into::<web_sys::HtmlSelectElement>().map(|select| select.value())
    };
    let set_lang = {
        let on_action = on_action.clone();
        move |event: Event| {
            if let Some(lang) = chosen(&event).as_deref().and_then(Lang::parse) {
                on_action.emit(Action::SetLang(Some(lang)));
            }
        }
    };
    let set_theme = {
        let on_action = on_action.clone();
        move |event: Event| {
            if let Some(theme) = chosen(&event).as_deref().and_then(Theme::parse) {
                on_action.emit(Action::SetTheme(theme));
            }
        }
    };
    let theme_name = |theme| match theme {
        Theme::Auto => texts.theme_auto,
        Theme::Light => texts.theme_light,
        Theme::Dark => texts.theme_dark,
    };
    html! {
        <>
            <span class="preference">
                { icon(Icon::Globe) }
                <select id="language" aria-label={texts.interface_language} onchange={set_lang}>
                    for one in TEXTS.iter().copied() {
                        <option key={one.lang.to_string()} value={one.lang.to_string()} lang={one.lang.to_string()}
                            selected={one.lang == texts.lang}>{ one.name }</option>
                    }
                </select>
            </span>
            <span class="preference">
                { icon(Icon::Moon) }
                <select id="theme" aria-label={texts.theme} onchange={set_theme}>
                    for theme in Theme::ALL {
                        <option key={theme.name()} value={theme.name()} selected={theme == settings.shown_theme()}>
                            { theme_name(theme) }
                        </option>
                    }
                </select>
            </span>
        </>
    }
}

/// What a suggestion is: its language or kind, and its count.
fn suggested(one: &Suggestion, texts: &Texts) -> String {
    let kind = match one.kind {
        Suggested::Word => texts.language_name(one.lang),
        kind => (texts.suggested)(kind).to_owned(),
    };
    format!("{kind} · {}", texts.number(one.count))
}

#[derive(Clone, PartialEq, Properties)]
struct SearchFieldProps {
    suggestions: Rc<[Suggestion]>,
    on_type: Callback<String>,
    on_add: Callback<String>,
    texts: &'static Texts,
}

/// The search field. Enter adds what was typed as a term.
#[component]
fn SearchField(props: &SearchFieldProps) -> Html {
    let SearchFieldProps { suggestions, on_type, on_add, texts } = props;
    let field = use_node_ref();
    let typed = use_state_eq(String::new);
    // Whether the reader went into the list of suggestions since she last typed.
    let in_list = use_mut_ref(|| false);
    let oninput = {
        let (typed, on_type, in_list) = (typed.setter(), on_type.clone(), in_list.clone());
        move |event: InputEvent| {
            in_list.replace(false);
            if let Some(field) = event.target_dyn_into::<web_sys::HtmlInputElement>() {
                on_type.emit(field.value());
                typed.set(field.value());
            }
        }
    };
    let add = {
        let (typed, on_add, on_type) = (typed.setter(), on_add.clone(), on_type.clone());
        let field = field.clone();
        // The field itself is asked: a fast reader presses Enter before it was drawn again.
        move || {
            let Some(field) = field.cast::<web_sys::HtmlInputElement>() else { return };
            let value = field.value();
            if !value.trim().is_empty() {
                field.set_value("");
                on_add.emit(value.trim().to_owned());
                on_type.emit(String::new());
                typed.set(String::new());
            }
        }
    };
    let onsubmit = {
        let add = add.clone();
        move |event: SubmitEvent| {
            event.prevent_default();
            add();
        }
    };
    let onkeydown = move |event: KeyboardEvent| match &*event.key() {
        "ArrowDown" | "ArrowUp" => {
            in_list.replace(true);
        }
        // Enter means what was typed, unless a suggestion was gone to: WebKit's list takes the
        // key for itself as long as it is open.
        "Enter" if !*in_list.borrow() && !event.is_composing() => {
            event.prevent_default();
            add();
        }
        _ => {}
    };
    html! {
        <form class="search" role="search" {onsubmit}>
            <label class="visually-hidden" for="search">{ texts.search }</label>
            <span class="search-icon">{ icon(Icon::Lens) }</span>
            <input ref={field} id="search" type="search" name="q" autocomplete="off" autocapitalize="none"
                spellcheck="false" enterkeyhint="search" list="suggestions" maxlength="300"
                aria-keyshortcuts="/" placeholder={texts.search_hint} value={(*typed).clone()} {oninput} {onkeydown} />
            <datalist id="suggestions">
                for one in suggestions.iter() {
                    <option key={format!("{} {}", one.lang, one.text)} value={one.text.clone()}>
                        { suggested(one, texts) }
                    </option>
                }
            </datalist>
            <button type="submit" class="search-add">{ texts.add }</button>
        </form>
    }
}
