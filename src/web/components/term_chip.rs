//! A term: its number, colour, pattern and count, and the forms it covers.
//!
//! In: the term and what the engine found. Out: a chip whose dialog lists every form by
//! language, with its count, the reason it counts, and a switch; forms that were joined with a
//! name of another language have a switch together as well. Escape, or leaving it, closes the
//! dialog; Escape gives the focus back to the chip.

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
    protocol::{FormCount, FormId, How, Keep, Term, TermAnswer},
    state::COLOURS,
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
    /// Switches forms, each.
    pub on_toggle: Callback<(usize, Vec<FormId>)>,
    /// Chooses which forms count, all at once.
    #[prop_or_default]
    pub on_keep: Callback<(usize, Keep)>,
    /// Gives the term a name.
    #[prop_or_default]
    pub on_name: Callback<(usize, String)>,
    /// Gives the term a colour.
    #[prop_or_default]
    pub on_colour: Callback<(usize, Option<u8>)>,
    /// Takes the term away.
    pub on_remove: Callback<usize>,
    /// The interface's words.
    pub texts: &'static Texts,
}

/// A term.
#[component]
pub fn TermChip(props: &TermChipProps) -> Html {
    let TermChipProps { index, term, answer, open, on_name, on_remove, texts, .. } = props;
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
    let name = {
        let on_name = on_name.clone();
        move |event: Event| {
            if let Some(field) = event.target_dyn_into::<web_sys::HtmlInputElement>() {
                on_name.emit((index, field.value()));
            }
        }
    };
    let count = answer.as_ref().map(|answer| texts.number(answer.total));
    let (id, query) = (format!("forms-{index}"), term.query.clone());
    html! {
        <div ref={chip} class={classes!("term", open.then_some("is-open"))} {onkeydown} {onfocusout}>
            <button ref={button} type="button" class="term-button" aria-expanded={open.to_string()}
                aria-controls={id.clone()} onclick={toggle}>
                { badge(index) }
                <bdi class="term-query">{ term.name.clone().unwrap_or_else(|| query.clone()) }</bdi>
                <span class="term-count" aria-hidden="true">{ count.unwrap_or_else(|| "…".to_owned()) }</span>
                if let Some(answer) = answer { <span class="visually-hidden">{ (texts.n_hits)(answer.total) }</span> }
            </button>
            <button type="button" class="term-remove" aria-label={(texts.remove)(&query)} onclick={remove}>
                { icon(Icon::Cross) }
            </button>
            if *open {
                <div ref={panel} {id} class="forms" role="dialog" tabindex="-1" aria-label={(texts.forms_of)(&query)}>
                    <div class="forms-top">
                        <p class="forms-title">{ (texts.forms_of)(&query) }</p>
                        <button type="button" class="plain" aria-label={texts.close} onclick={close.reform(|_| ())}>
                            { icon(Icon::Cross) }
                        </button>
                    </div>
                    if term.name.is_some() { <p class="note set-words"><bdi>{ query.clone() }</bdi></p> }
                    if let Some(answer) = answer { { forms(props, answer) } }
                    { colours(props) }
                    <label class="set-name">
                        { texts.name_set }
                        <input maxlength="80" value={term.name.clone().unwrap_or_default()} onchange={name} />
                    </label>
                </div>
            }
        </div>
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
            for name in &answer.names {
                if let Some(kind) = (texts.naming.kind)(name.kind) {
                    <p class="note name-kind" key={name.label.clone()}><bdi>{ name.label.clone() }</bdi>{ ": " }{ kind }</p>
                }
            }
            if answer.forms.is_empty() {
                <p class="note">{ texts.no_forms }</p>
            } else {
                <p class="note">{ texts.forms_hint }</p>
                { which(props, &answer.forms) }
            }
            for (lang, forms) in by_language(&answer.forms) {
                <section key={lang.to_string()} class="forms-of">
                    <h2>{ texts.language_name(lang) }</h2>
                    <ul>
                        for joining in joinings(&forms) {
                            <li key={format!("{} {:?}", joining.0, joining.1)}>{ joined(props, &joining) }</li>
                        }
                        for form in &forms {
                            <li key={form.form.clone()}>{ switch(props, form) }</li>
                        }
                    </ul>
                </section>
            }
        </>
    }
}

/// The colours to choose from.
fn colours(props: &TermChipProps) -> Html {
    let TermChipProps { index, term, on_colour, texts, .. } = props;
    let index = *index;
    // That of its place among the terms, unless another was chosen.
    let own = u8::try_from(index).unwrap_or_default() % COLOURS + 1;
    html! {
        <div class="set-colour" role="group" aria-label={texts.naming.colour}>
            for colour in 1..=COLOURS {
                <button type="button" class={format!("swatch hue-{colour}")} key={colour}
                    aria-label={format!("{} {colour}", texts.naming.colour)}
                    aria-pressed={(term.colour.unwrap_or(own) == colour).to_string()}
                    onclick={on_colour.reform(move |_: MouseEvent| (index, (colour != own).then_some(colour)))} />
            }
        </div>
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

/// Forms of one language that were joined with a name in one way: the name, how, the forms.
type Joining<'f> = (&'f str, How, Vec<&'f FormCount>);

/// The joinings of forms of one language; one form alone has its own switch.
fn joinings<'f>(forms: &[&'f FormCount]) -> Vec<Joining<'f>> {
    let mut all: Vec<Joining<'f>> = Vec::new();
    for form in forms {
        let (Some(via), Some(how)) = (form.via.as_deref(), form.how) else { continue };
        match all.iter_mut().find(|(name, own, _)| (*name, *own) == (via, how)) {
            Some((_, _, forms)) => forms.push(form),
            None => all.push((via, how, vec![form])),
        }
    }
    all.retain(|(_, _, forms)| forms.len() > 1);
    all
}

fn id(form: &FormCount) -> FormId {
    FormId { lang: form.lang, form: form.form.clone() }
}

/// A switch for all forms of a joining.
fn joined(props: &TermChipProps, (name, how, forms): &Joining<'_>) -> Html {
    let TermChipProps { index, on_toggle, texts, .. } = props;
    let (index, off) = (*index, forms.iter().all(|form| form.off));
    // Those that are not yet as the switch will be.
    let ids = forms.iter().filter(|form| form.off == off).map(|form| id(form));
    let ids: Vec<FormId> = ids.collect();
    let count = forms.iter().map(|form| form.count).sum();
    html! {
        <label class={classes!("form", "joining", off.then_some("is-off"))}>
            <input type="checkbox" role="switch" checked={!off}
                onchange={on_toggle.reform(move |_: Event| (index, ids.clone()))} />
            <span class="form-joined">{ (texts.naming.joined)(name, (texts.naming.how)(*how)) }</span>
            <span class="form-count">{ texts.number(count) }</span>
        </label>
    }
}

/// Why a form belongs to a term, in full.
fn reason(form: &FormCount, texts: &Texts) -> String {
    let naming = texts.naming;
    let mut told = (texts.why)(form.reason).to_owned();
    if let Some(via) = &form.via {
        told.push_str(", ");
        told.push_str(&(texts.via)(via));
    }
    let cases: Vec<&str> = form.cases.iter().map(|case| (naming.case)(*case)).collect();
    let how = form.how.map(naming.how).map(str::to_owned);
    let more: Vec<String> =
        how.into_iter().chain((!cases.is_empty()).then(|| cases.join(naming.or))).collect();
    if !more.is_empty() {
        told.push_str(": ");
        told.push_str(&more.join(", "));
    }
    told
}

fn switch(props: &TermChipProps, form: &FormCount) -> Html {
    let TermChipProps { index, on_toggle, texts, .. } = props;
    let id = id(form);
    let index = *index;
    let onchange = on_toggle.reform(move |_: Event| (index, vec![id.clone()]));
    html! {
        <label class={classes!("form", form.off.then_some("is-off"))}>
            <input type="checkbox" role="switch" checked={!form.off} {onchange} />
            <span class="form-word" lang={form.lang.to_string()} dir={dir(form.lang)}>{ form.form.clone() }</span>
            <span class="form-why">{ reason(form, texts) }</span>
            <span class="form-count">{ texts.number(form.count) }</span>
        </label>
    }
}

#[cfg(test)]
mod tests {
    use super::{by_language, joinings};
    use crate::{
        lang::Lang,
        protocol::{FormCount, Why},
    };

    #[test]
    fn forms_joined_with_a_name_in_one_way_have_a_switch_together() {
        let form = |form: &str, how| FormCount {
            form: form.into(),
            lang: Lang::RU,
            count: 1,
            reason: Why::Name,
            via: Some("Tillerson".into()),
            how,
            cases: Vec::new(),
            off: false,
        };
        let sounds = Some(crate::protocol::How::Sounds);
        let forms =
            [form("Тиллерсона", sounds), form("Тиллерсону", sounds), form("Тиллерсон", None)];
        let told = joinings(&forms.iter().collect::<Vec<_>>());
        assert_eq!(told.len(), 1);
        assert_eq!(told[0].2.len(), 2);
        assert!(joinings(&[&forms[0]]).is_empty(), "one form has its own switch");
    }

    #[test]
    fn languages_stand_in_the_order_of_their_first_form() {
        let form = |form: &str, lang| FormCount {
            form: form.into(),
            lang,
            count: 1,
            reason: Why::Exact,
            via: None,
            how: None,
            cases: Vec::new(),
            off: false,
        };
        let forms =
            [form("санкции", Lang::RU), form("sanctions", Lang::EN), form("санкций", Lang::RU)];
        let groups: Vec<_> =
            by_language(&forms).into_iter().map(|(lang, f)| (lang, f.len())).collect();
        assert_eq!(groups, [(Lang::RU, 2), (Lang::EN, 1)]);
    }
}
