//! The passages of a comparison, level with one another.
//!
//! In: a comparison with its sources. Out: a drawing of all ties, which leads to each, the
//! rows, and what is done with passages that the reader chooses. Long comparisons show their
//! first rows until more is asked for.

use std::rc::Rc;

use wasm_bindgen::JsCast as _;
use yew::prelude::*;

use super::{
    compare_changes::changes, compare_page::ComparePageProps, compare_tables::links,
    diff_box::DiffBox, drawn,
};
use crate::{
    protocol::Passage,
    span::Span,
    state::Action,
    web::{
        browser,
        components::{
            export::Export,
            link_bar::LinkBar,
            pair_rows::{Row, rows},
            row_nodes::{Rows, Side},
            segments::segments,
        },
    },
};

/// How many rows are shown until more is asked for.
const FEW: usize = 40;

/// Which rows are shown.
#[derive(Clone, Copy, PartialEq)]
enum Shown {
    All,
    /// Told by every source.
    Every,
    Tied,
    Apart,
}

/// A passage that the reader has chosen: its column and its place.
type Picked = (usize, Span);

/// The passages side by side.
#[component]
pub fn Passages(props: &ComparePageProps) -> Html {
    let ComparePageProps { comparison, sources, href, on_go, on_action, texts, .. } = props;
    let shown = use_state_eq(|| Shown::All);
    let most = use_state_eq(|| FEW);
    let goal = use_state(|| None::<usize>);
    let picked = use_state_eq(Vec::<Picked>::new);
    let differ = use_state_eq(|| false);
    let rows = use_memo((comparison.clone(), sources.clone()), |(comparison, sources)| {
        let ids: Vec<String> = sources.iter().map(|source| source.card.id.clone()).collect();
        Rc::new(rows(comparison, &ids))
    });
    use_effect_with(goal.clone(), |goal| {
        if let Some(row) = **goal {
            show_row(row);
        }
    });
    let names = props.names();
    let sides: Vec<Side<'_>> = sources
        .iter()
        .zip(&names)
        .map(|(source, name)| Side { text: &source.text, lang: source.card.lang, name })
        .collect();

    let is_shown = |row: &Row| match *shown {
        Shown::All => true,
        Shown::Every => !row.ties.is_empty() && row.cells.iter().all(|cell| !cell.is_empty()),
        Shown::Tied => !row.ties.is_empty(),
        Shown::Apart => row.ties.is_empty(),
    };
    let kept: Vec<(usize, &Row)> =
        rows.iter().enumerate().filter(|(_, row)| is_shown(row)).collect();
    let rest = u32::try_from(kept.len().saturating_sub(*most)).unwrap_or(u32::MAX);
    let ties: usize = rows.iter().map(|row| row.ties.len()).sum();
    let pick = {
        let (picked, differ) = (picked.clone(), differ.setter());
        Callback::from(move |one: Picked| {
            differ.set(false);
            picked.set(with(&picked, one));
        })
    };
    let cut = on_action.reform({
        let props = props.clone();
        move |(columns, spans): ([usize; 2], [Span; 2])| {
            Action::Cut([0, 1].map(|at| props.passage(columns[at], spans[at])))
        }
    });
    let on_term = props.on_term();
    let nodes = Rows {
        sides: &sides,
        is_tied: ties > 0,
        href,
        on_go,
        on_term: &on_term,
        picked: &picked,
        on_pick: &pick,
        on_break: &cut,
        texts,
    };
    let lengths: Rc<[u32]> = sources.iter().map(|source| source.card.bytes).collect();
    let on_row = {
        let (most, shown, goal) = (most.clone(), shown.setter(), goal.setter());
        Callback::from(move |row: usize| {
            shown.set(Shown::All);
            most.set((*most).max(row + FEW / 4));
            goal.set(Some(row));
        })
    };
    let choose = {
        let shown = shown.setter();
        Callback::from(move |to| shown.set(to))
    };
    let more = {
        let most = most.clone();
        move |_| most.set(*most + FEW)
    };
    let mut choices = vec![
        (Shown::All, texts.keep_all),
        (Shown::Every, texts.comparing.told_by_all),
        (Shown::Tied, texts.told_by_several),
        (Shown::Apart, texts.told_by_one),
    ];
    // Of two, several are all.
    if sources.len() == 2 {
        choices.remove(1);
    }
    let make = {
        let props = props.clone();
        Callback::from(move |()| links(&props))
    };
    let label = AttrValue::from((texts.link_bar)(u32::try_from(ties).unwrap_or(u32::MAX)));
    let draw = (ties > 0).then(|| {
        let (props, rows, label) = (props.clone(), (*rows).clone(), label.clone());
        Callback::from(move |()| drawn::links(&props, &rows, label.clone()))
    });
    html! {
        <section aria-label={texts.passages}>
            <div class="controls">
                if ties == 0 { <p class="note">{ texts.no_ties }</p> } else { { segments(texts.which_passages, &choices, *shown, &choose) } }
                <Export name="links" {make} {draw} {texts} />
            </div>
            { changes(props) }
            if ties > 0 {
                <LinkBar rows={(*rows).clone()} {lengths} {on_row} {label} />
            }
            <div class="pairs-head" aria-hidden="true">
                for name in &names { <span key={name.clone()}>{ name.clone() }</span> }
            </div>
            <ol class="pairs">
                for (number, row) in kept.into_iter().take(*most) { { nodes.row(number, row) } }
            </ol>
            if rest > 0 { <button type="button" class="quiet" onclick={more}>{ (texts.more)(rest) }</button> }
            { picks(props, &picked, &differ) }
        </section>
    }
}

/// The chosen passages with one chosen or let go; the two chosen last stay.
fn with(picked: &[Picked], one: Picked) -> Vec<Picked> {
    let mut all: Vec<Picked> = picked.iter().copied().filter(|other| *other != one).collect();
    if all.len() == picked.len() {
        all.push(one);
    }
    let first = all.len().saturating_sub(2);
    all.split_off(first)
}

/// What can be done with the chosen passages.
fn picks(
    props: &ComparePageProps,
    picked: &UseStateHandle<Vec<Picked>>,
    differ: &UseStateHandle<bool>,
) -> Html {
    let ComparePageProps { on_action, texts, .. } = props;
    let own = texts.comparing;
    let passages: Vec<_> =
        picked.iter().map(|(column, span)| props.passage(*column, *span)).collect();
    let let_go = {
        let picked = picked.setter();
        move |_| picked.set(Vec::new())
    };
    let toggle = {
        let differ = differ.clone();
        move |_| differ.set(!*differ)
    };
    let join = |pair: [Passage; 2]| {
        let (picked, on_action) = (picked.setter(), on_action.clone());
        move |_| {
            picked.set(Vec::new());
            on_action.emit(Action::Join(pair.clone()));
        }
    };
    html! {
        // Always there, so that a screen reader hears what comes into it.
        <div class={classes!("picked", passages.is_empty().then_some("is-empty"))} role="region" aria-label={own.pick}>
            <p role="status">{ match passages.len() { 0 => "", 1 => own.picked_one, _ => own.picked_two } }</p>
            if let [a, b] = &passages[..] {
                if a.source != b.source {
                    <button type="button" class="toggle join" onclick={join([a.clone(), b.clone()])}>{ own.join }</button>
                }
                <button type="button" class="toggle" aria-expanded={differ.to_string()} onclick={toggle}>{ own.word_by_word }</button>
            }
            if !passages.is_empty() { <button type="button" class="plain" onclick={let_go}>{ own.let_go }</button> }
            if let ([a, b], true) = (&passages[..], **differ) {
                <DiffBox a={a.clone()} b={b.clone()} {texts} />
            }
        </div>
    }
}

/// Brings a row on screen and gives it the focus, so that Tab goes on from there.
fn show_row(number: usize) {
    let row = browser::element(&format!("row-{number}"));
    if let Some(row) = row.and_then(|row| row.dyn_into::<web_sys::HtmlElement>().ok()) {
        let options = web_sys::ScrollIntoViewOptions::new();
        options.set_block(web_sys::ScrollLogicalPosition::Center);
        row.scroll_into_view_with_scroll_into_view_options(&options);
        // A row that cannot have it leaves it where it is.
        let _ = row.focus();
    }
}

#[cfg(test)]
mod tests {
    use super::with;
    use crate::span::Span;

    #[test]
    fn the_two_passages_chosen_last_stay_chosen() {
        let one = |at| (0, Span::new(at, at + 1));
        let three = [one(1), one(2), one(3)].into_iter().fold(vec![], |all, one| with(&all, one));
        assert_eq!(three, [one(2), one(3)]);
        assert_eq!(with(&three, one(2)), [one(3)], "a second click lets go");
    }
}
