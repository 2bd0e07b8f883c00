//! A term: its number, colour, pattern and count, and the forms it covers.
//!
//! In: the term and what the engine found. Out: a chip whose dialog lists every form by
//! language, with its count, the reason it counts, and a switch. Escape, or leaving it,
//! closes the dialog; Escape gives the focus back to the chip.

use std::{collections::BTreeMap, rc::Rc};

use wasm_bindgen::JsCast as _;
use yew::prelude::*;

use super::{
    icon::{Icon, icon},
    meta::dir,
    source_row::badge,
};
use crate::{
    lang::Lang,
    protocol::{FormCount, FormId, Keep, Term, TermAnswer},
    web::texts::Texts,
};

/// What a chip needs.
#[derive(Clone, PartialEq, Properties)]
pub struct TermChipProps {
    /// Which of the terms it is, from 0.
    pub index: usize,
    /// The term.
    pub term: Term,
    /// What it found; `None` while it is looked for.
    pub answer: Option<Rc<TermAnswer>>,
    /// Whether its forms are shown from the start.
    #[prop_or_default]
    pub open: bool,
    /// Switches a form.
    pub on_toggle: Callback<(usize, FormId)>,
    /// Chooses which forms count, all at once.
    #[prop_or_default]
    pub on_keep: Callback<(usize, Keep)>,
    /// Takes the term away.
    pub on_remove: Callback<usize>,
    /// The interface's words.
    pub texts: &'static Texts,
}

/// A term.
#[component]
pub fn TermChip(props: &TermChipProps) -> Html {
    let TermChipProps { index, term, answer, open, on_remove, texts, .. } = props;
    let index = *index;
    let open = use_state_eq(|| *open);
    let (chip, button, panel) = (use_node_ref(), use_node_ref(), use_node_ref());
    let toggle = {
        let open = open.clone();
        move |_: MouseEvent| open.set(!*open)
    };
    use_effect_with(*open, {
        let panel = panel.clone();
        move |open| {
            if let (true, Some(panel)) = (*open, panel.cast::<web_sys::HtmlElement>()) {
                let _ = panel.focus();
            }
        }
    });
    let close = {
        let (open, button) = (open.setter(), button.clone());
        Callback::from(move |()| {
            open.set(false);
            if let Some(button) = button.cast::<web_sys::HtmlElement>() {
                let _ = button.focus();
            }
        })
    };
    let onkeydown = {
        let (close, open) = (close.clone(), *open);
        move |event: KeyboardEvent| {
            if open && event.key() == "Escape" {
                event.stop_propagation();
                close.emit(());
            }
        }
    };
    let onfocusout = {
        let (open, chip) = (open.setter(), chip.clone());
        move |event: FocusEvent| {
            let to = event.related_target().and_then(|to| to.dyn_into::<web_sys::Node>().ok());
            let inside = chip.get().is_some_and(|chip| chip.contains(to.as_ref()));
            if !inside {
                open.set(false);
            }
        }
    };
    let remove = on_remove.reform(move |_| index);
    let count = answer.as_ref().map(|answer| texts.number(answer.total));
    let (id, query) = (format!("forms-{index}"), term.query.clone());
    html! {
        <div ref={chip} class={classes!("term", open.then_some("is-open"))} {onkeydown} {onfocusout}>
            <button ref={button} type="button" class="term-button" aria-expanded={open.to_string()}
                aria-controls={id.clone()} aria-label={chip_label(props)} onclick={toggle}>
                { badge(index) }
                <bdi class="term-query">{ term.name.clone().unwrap_or_else(|| query.clone()) }</bdi>
                <span class="term-count">{ count.unwrap_or_else(|| "…".to_owned()) }</span>
            </button>
            <button type="button" class="term-remove" aria-label={(texts.remove)(&query)} onclick={remove}>
                { icon(Icon::Cross) }
            </button>
            if *open {
                <div ref={panel} {id} class="forms" role="dialog" tabindex="-1" aria-label={(texts.forms_of)(&query)}>
                    <header class="forms-top">
                        <p class="forms-title">{ (texts.forms_of)(&query) }</p>
                        <button type="button" class="plain" aria-label={texts.close} onclick={close.reform(|_| ())}>
                            { icon(Icon::Cross) }
                        </button>
                    </header>
                        if term.name.is_some() { <p class="note set-words"><bdi>{ query.clone() }</bdi></p> }
                    if let Some(answer) = answer { { forms(props, answer) } }
                </div>
            }
        </div>
    }
}

fn chip_label(props: &TermChipProps) -> String {
    let TermChipProps { term, answer, texts, .. } = props;
    let count = answer.as_ref().map(|answer| (texts.n_hits)(answer.total));
    match count {
        Some(count) => format!("{}, {count}", (texts.forms_of)(&term.query)),
        None => (texts.forms_of)(&term.query),
    }
}

/// The forms by language, in the order in which the languages first appear, each with its
/// place in the answer.
fn by_language(forms: &[FormCount]) -> Vec<(Lang, Vec<&FormCount>)> {
    let mut order: Vec<Lang> = Vec::new();
    let mut groups: BTreeMap<Lang, Vec<&FormCount>> = BTreeMap::new();
    for form in forms {
        if !order.contains(&form.lang) {
            order.push(form.lang);
        }
        groups.entry(form.lang).or_default().push(form);
    }
    order.into_iter().filter_map(|lang| groups.remove_entry(&lang)).collect()
}

fn forms(props: &TermChipProps, answer: &TermAnswer) -> Html {
    let TermChipProps { texts, .. } = props;
    html! {
        <>
            for note in &answer.notes { <p class="note">{ note.clone() }</p> }
            if answer.forms.is_empty() {
                <p class="note">{ texts.no_forms }</p>
            } else {
                <p class="note">{ texts.forms_hint }</p>
                { which(props, &answer.forms) }
            }
            for (lang, forms) in by_language(&answer.forms) {
                <section key={lang.to_string()} class="forms-of">
                    <h4>{ texts.language_name(lang) }</h4>
                    <ul>
                        for form in forms {
                            <li key={form.form.clone()}>{ switch(props, form) }</li>
                        }
                    </ul>
                </section>
            }
        </>
    }
}

/// All, as typed only, or one language only, in one click.
fn which(props: &TermChipProps, forms: &[FormCount]) -> Html {
    let TermChipProps { index, term, on_keep, texts, .. } = props;
    let index = *index;
    let langs = by_language(forms).into_iter().map(|(lang, _)| lang);
    let mut choices = vec![(Keep::All, texts.keep_all.to_owned())];
    if forms.iter().any(|form| Keep::Exact.admits(form.lang, form.reason)) {
        choices.push((Keep::Exact, texts.keep_exact.to_owned()));
    }
    choices.extend(
        langs.map(|lang| (Keep::Lang(lang), (texts.keep_lang)(&texts.language_name(lang)))),
    );
    html! {
        <div class="forms-which" role="group" aria-label={texts.keep_which}>
            for (keep, label) in choices {
                <button type="button" class="quiet" key={label.clone()}
                    aria-pressed={(term.keep == keep && term.without.is_empty()).to_string()}
                    onclick={on_keep.reform(move |_| (index, keep))}>{ label }</button>
            }
        </div>
    }
}

fn switch(props: &TermChipProps, form: &FormCount) -> Html {
    let TermChipProps { index, on_toggle, texts, .. } = props;
    let id = FormId { lang: form.lang, form: form.form.clone() };
    let index = *index;
    let onchange = on_toggle.reform(move |_: Event| (index, id.clone()));
    let reason = (texts.why)(form.reason);
    let via = form.via.as_deref().map(texts.via);
    html! {
        <label class={classes!("form", form.off.then_some("is-off"))}>
            <input type="checkbox" role="switch" checked={!form.off} {onchange} />
            <span class="form-word" lang={form.lang.to_string()} dir={dir(form.lang)}>{ form.form.clone() }</span>
            <span class="form-why">
                { reason }
                if let Some(via) = via { { ", " }{ via } }
            </span>
            <span class="form-count">{ texts.number(form.count) }</span>
        </label>
    }
}

#[cfg(test)]
mod tests {
    use super::by_language;
    use crate::{
        lang::Lang,
        protocol::{FormCount, Why},
    };

    #[test]
    fn languages_stand_in_the_order_of_their_first_form() {
        let form = |form: &str, lang| FormCount {
            form: form.into(),
            lang,
            count: 1,
            reason: Why::Exact,
            via: None,
            off: false,
        };
        let forms =
            [form("санкции", Lang::RU), form("sanctions", Lang::EN), form("санкций", Lang::RU)];
        let groups: Vec<_> =
            by_language(&forms).into_iter().map(|(lang, f)| (lang, f.len())).collect();
        assert_eq!(groups, [(Lang::RU, 2), (Lang::EN, 1)]);
    }
}
