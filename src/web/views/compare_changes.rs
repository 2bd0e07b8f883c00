//! What the reader changed about the links of a comparison, and what that teaches.
//!
//! In: a comparison with its corrections. Out: the passages joined and broken, each with the
//! way back, and the words learned from those joined, each with its switch and its reason.
//! Only what concerns the sources shown is listed; the rest stays as it is.

use yew::prelude::*;

use super::compare_page::ComparePageProps;
use crate::{
    protocol::{Passage, Taught},
    state::Action,
    web::components::{cut::cut, meta::dir},
};

/// How many letters of a passage are shown.
const SHORT: usize = 120;

/// The changes; nothing where there are none.
pub fn changes(props: &ComparePageProps) -> Html {
    let ComparePageProps { comparison, corrections, texts, .. } = props;
    let own = texts.comparing;
    let shown = |pair: &&[Passage; 2]| pair.iter().all(|one| props.column(&one.source).is_some());
    let joined: Vec<_> = corrections.joined.iter().filter(shown).collect();
    let broken: Vec<_> = corrections.broken.iter().filter(shown).collect();
    if joined.is_empty() && broken.is_empty() {
        return Html::default();
    }
    html! {
        <details class="changes" open=true>
            <summary>{ own.your_links }</summary>
            <ul>
                for pair in &joined { { line(props, pair, own.joined_by_you) } }
                for pair in &broken { { line(props, pair, own.broken_by_you) } }
            </ul>
            if !joined.is_empty() {
                if comparison.taught.is_empty() { <p class="note">{ own.taught_nothing }</p> } else {
                    <fieldset class="taught">
                        <legend>{ own.taught }</legend>
                        <p class="note">{ own.taught_hint }</p>
                        <ul>for one in &comparison.taught { { word(props, one) } }</ul>
                    </fieldset>
                }
            }
        </details>
    }
}

fn line(props: &ComparePageProps, pair: &[Passage; 2], what: &'static str) -> Html {
    let ComparePageProps { on_action, texts, .. } = props;
    let back = on_action.reform({
        let pair = pair.clone();
        move |_| Action::TakeBack(pair.clone())
    });
    html! {
        <li key={format!("{pair:?}")}>
            { excerpt(props, &pair[0]) }
            <span class="note">{ what }</span>
            { excerpt(props, &pair[1]) }
            <button type="button" class="quiet small" onclick={back}>{ texts.comparing.take_back }</button>
        </li>
    }
}

/// The beginning of a passage, in its language.
fn excerpt(props: &ComparePageProps, passage: &Passage) -> Html {
    let Some(source) = props.column(&passage.source).and_then(|at| props.sources.get(at)) else {
        return Html::default();
    };
    let words = cut(passage.span.of_text(&source.text), SHORT);
    let lang = source.card.lang;
    html! { <q lang={lang.to_string()} dir={dir(lang)}>{ words }</q> }
}

/// Two words that were learned, with the switch.
fn word(props: &ComparePageProps, taught: &Taught) -> Html {
    let ComparePageProps { on_action, texts, .. } = props;
    let words = taught.words.clone();
    let toggle = on_action.reform(move |_: Event| Action::ToggleLearned(words.clone()));
    let [a, b] = &taught.words;
    html! {
        <li key={format!("{:?}", taught.words)}>
            <label>
                <input type="checkbox" checked={!taught.off} onchange={toggle} />
                <span class="taught-word" lang={a.lang.to_string()}>{ a.word.clone() }</span>{ " = " }
                <span class="taught-word" lang={b.lang.to_string()}>{ b.word.clone() }</span>
                <span class="note">{ (texts.comparing.sure)(libm::round(taught.reliability * 100.0) as u32) }</span>
            </label>
        </li>
    }
}
