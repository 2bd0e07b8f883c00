//! What is known of the source that is read, and its correction.
//!
//! In: the source, what the reader says of it so far, the bench. Out: the items with their
//! reasons, fields to correct them and, below a block, its role and language. What is said is
//! carried out all at once, because the collection is made anew for it; what was understood
//! stays beside it and can be put back.

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::source_page::SourcePageProps;
use crate::{
    importing::{As, Correction, Item, kinds},
    lang::Lang,
    protocol::BlockInfo,
    source::BlockKind,
    web::components::known,
};

/// What the reader says so far; `None` while nothing is being corrected.
pub type Said = UseStateHandle<Option<Correction>>;

/// Says `to` in a list of what is said, in place of what was said of the same.
fn say<K: Copy + PartialEq, T>(list: &mut Vec<(K, T)>, of: K, to: Option<T>) {
    list.retain(|(own, _)| *own != of);
    list.extend(to.map(|to| (of, to)));
}

/// What is known of the source.
pub fn about(props: &SourcePageProps, said: &Said) -> Html {
    let SourcePageProps { source, making, texts, .. } = props;
    let words = texts.workshop;
    let bench = making.as_ref().filter(|(bench, _)| bench.can_import());
    let open = bench.is_some_and(|(_, now)| now.corrected.as_ref() == Some(&source.card.id));
    let more = |item: Item| {
        html! { <>
            if let Some(was) = source.meta.overruled.item(item) {
                <span class="known-was">
                    { words.was }{ " " }
                    if let Some(was) = was {
                        <bdi>{ known::shown(item, &was.value, texts) }</bdi>{ " " }{ known::why(was, texts) }
                    } else { { words.unknown } }
                    { put_back(props, said, Correction { items: vec![(item, None)], ..Correction::default() }) }
                </span>
            }
            if let Some(by) = &**said { { field(props, said, by, item) } }
        </> }
    };
    let kinds = kinds(source.blocks.iter().map(|block| (block.kind, block.span)));
    let toggle = {
        let (said, id) = (said.clone(), source.card.id.clone());
        move |_| {
            let begun =
                said.is_none().then(|| Correction { id: id.clone(), ..Correction::default() });
            said.set(begun);
        }
    };
    html! {
        <details class="source-about" {open}>
            <summary>{ words.about }</summary>
            { known::items(&source.meta, said.is_some(), texts, &more) }
            { known::bytes(&kinds, &source.report, texts) }
            if let Some((bench, now)) = bench {
                <div class="choices" role="status">
                    <button type="button" class="toggle" id="correct" aria-pressed={said.is_some().to_string()} onclick={toggle}>{ words.correct }</button>
                    if let Some(by) = &**said {
                        <button type="button" class="toggle" id="apply-correction" disabled={by.is_empty() || now.work.is_some()} onclick={{
                            let (bench, by) = (bench.clone(), by.clone());
                            move |_| bench.correct(by.clone())
                        }}>{ words.apply }</button>
                    }
                    if now.work.is_some() { <span>{ words.at_work }</span> }
                    else if open && now.past > 0 {
                        <button type="button" class="quiet" onclick={{ let bench = bench.clone(); move |_| bench.undo() }}>{ words.undo_change }</button>
                    }
                    if open { for problem in now.problems.iter() { <p class="problem" lang="en">{ problem.clone() }</p> } }
                </div>
                if said.is_some() { <p class="note">{ words.correct_intro }</p> }
            }
        </details>
    }
}

/// Puts back what was understood, at once unless more is being said.
fn put_back(props: &SourcePageProps, said: &Said, by: Correction) -> Html {
    let SourcePageProps { source, making, texts, .. } = props;
    let Some((bench, _)) = making.as_ref().filter(|(bench, _)| bench.can_import()) else {
        return Html::default();
    };
    if said.is_some() {
        return Html::default();
    }
    let by = Correction { id: source.card.id.clone(), ..by };
    let bench = bench.clone();
    html! { <button type="button" class="quiet put-back" onclick={move |_| bench.correct(by.clone())}>{ texts.workshop.put_back }</button> }
}

/// The field of an item.
fn field(props: &SourcePageProps, said: &Said, by: &Correction, item: Item) -> Html {
    let before = props.source.meta.get(item).map(|found| found.value).unwrap_or_default();
    let told = by.items.iter().find(|(own, _)| *own == item);
    let value = told.and_then(|(_, to)| to.clone()).unwrap_or_else(|| before.clone());
    let onchange = {
        let (said, by) = (said.clone(), by.clone());
        move |event: Event| {
            let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
            let (mut by, to) = (by.clone(), input.value());
            say(&mut by.items, item, (to != before).then_some(Some(to)));
            said.set(Some(by));
        }
    };
    let label = (props.texts.workshop.item)(item);
    html! { <input type="text" class="known-field" aria-label={label} {value} {onchange} /> }
}

/// Role and language of a block, to be corrected.
pub fn block_fields(props: &SourcePageProps, said: &Said, block: &BlockInfo) -> Html {
    let SourcePageProps { source, texts, .. } = props;
    let words = texts.workshop;
    let start = block.span.start;
    let was = source.meta.overruled.block(start);
    let Some(by) = &**said else {
        return Html::default();
    };
    let before = As { kind: block.kind, lang: Some(block.lang) };
    let told = by.blocks.iter().find(|(own, _)| *own == start).map(|(_, to)| *to);
    let now = told.flatten().unwrap_or(before);
    let set = {
        let (said, by) = (said.clone(), by.clone());
        Callback::from(move |to: Option<As>| {
            let mut by = by.clone();
            say(&mut by.blocks, start, (to != Some(before)).then_some(to));
            said.set(Some(by));
        })
    };
    let on_kind = {
        let set = set.clone();
        move |event: Event| {
            let chosen = event.target_dyn_into::<HtmlSelectElement>();
            if let Some(kind) = chosen.and_then(|select| BlockKind::parse(&select.value())) {
                set.emit(Some(As { kind, ..now }));
            }
        }
    };
    let spoken = now.lang.unwrap_or(block.lang).to_string();
    let on_lang = {
        let (set, spoken) = (set.clone(), spoken.clone());
        move |event: Event| {
            let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
            match Lang::parse(&input.value()) {
                Some(lang) => set.emit(Some(As { lang: Some(lang), ..now })),
                // What is no code is taken back.
                None => input.set_value(&spoken),
            }
        }
    };
    html! {
        <div class="block-fields" data-of={start.to_string()}>
            <select class="select" aria-label={texts.facet_kind} onchange={on_kind}>
                for kind in BlockKind::ALL {
                    <option value={kind.name()} selected={kind == now.kind}>{ (texts.kind)(kind) }</option>
                }
            </select>
            <input type="text" size="4" maxlength="3" aria-label={(words.item)(Item::Lang)} value={spoken} onchange={on_lang} />
            if let Some(was) = was {
                <button type="button" class="quiet" aria-pressed={(told == Some(None)).to_string()} onclick={set.reform(|_: MouseEvent| None)}>
                    { words.put_back }{ ": " }{ (texts.kind)(was.kind) }{ ", " }{ texts.language_name(was.lang) }
                </button>
            }
            if !block.reason.is_empty() { <span class="known-why" lang="en">{ block.reason.clone() }</span> }
        </div>
    }
}
