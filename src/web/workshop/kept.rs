//! The collections that this browser keeps: opened, renamed, removed, put back.
//!
//! One that was opened from here is kept again after every change; others are kept when the
//! reader asks for it. Where the browser keeps nothing, that is said with its reason.

use std::{future::Future, rc::Rc};

use js_sys::{Array, ArrayBuffer};
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::bench::Bench;
use crate::web::{
    browser::shelf::{self, Kept},
    texts::Texts,
};

/// What the section needs.
#[derive(Clone, PartialEq, Properties)]
pub struct KeptProps {
    /// Where it is done.
    pub bench: Bench,
    /// The collection's title.
    pub title: AttrValue,
    /// The interface's words.
    pub texts: &'static Texts,
}

/// What the section knows of the shelf.
#[derive(Clone, Default, PartialEq)]
struct Known {
    all: Option<Rc<Vec<Kept>>>,
    /// Why the last thing could not be done.
    problem: Option<String>,
}

/// The section.
#[component]
pub fn KeptCollections(props: &KeptProps) -> Html {
    let KeptProps { bench, title, texts } = props;
    let words = texts.workshop;
    let known = use_state_eq(Known::default);
    let removed = use_state_eq(|| None::<Kept>);
    // The pack of what was removed and its files, so that they can be put back.
    let pack_of_removed = use_mut_ref(|| None::<(ArrayBuffer, Array)>);
    let name = use_node_ref();
    let is_open = bench.kept();
    // Does something and looks again.
    let then_look = {
        let known = known.setter();
        move |work: std::pin::Pin<Box<dyn Future<Output = Result<(), String>>>>| {
            let known = known.clone();
            spawn_local(async move {
                let refused = work.await.err();
                let (all, problem) = match shelf::list().await {
                    Ok(all) => (Some(Rc::new(all)), refused),
                    Err(why) => (None, Some(why)),
                };
                known.set(Known { all, problem });
            });
        }
    };
    use_effect_with(is_open.clone(), {
        let then_look = then_look.clone();
        move |_| then_look(Box::pin(async { Ok(()) }))
    });
    let typed = {
        let name = name.clone();
        move || name.cast::<HtmlInputElement>().map(|field| field.value()).unwrap_or_default()
    };
    let keep = {
        let (bench, then_look, typed) = (bench.clone(), then_look.clone(), typed.clone());
        move |_| {
            let (bench, name) = (bench.clone(), typed());
            then_look(Box::pin(async move { bench.keep(name).await }));
        }
    };
    let row = |card: &Kept| {
        let open = {
            let (bench, card) = (bench.clone(), card.clone());
            move |_| bench.open_kept(card.clone())
        };
        let rename = {
            let (then_look, typed, card) = (then_look.clone(), typed.clone(), card.clone());
            let bench = bench.clone();
            move |_| {
                let (bench, card) = (bench.clone(), Kept { name: typed(), ..card.clone() });
                if !card.name.trim().is_empty() {
                    then_look(Box::pin(async move {
                        let card = shelf::put(&card, None, &Array::new()).await?;
                        bench.rename_kept(&card);
                        Ok(())
                    }));
                }
            }
        };
        let remove = {
            let (then_look, card, bench) = (then_look.clone(), card.clone(), bench.clone());
            let (removed, pack_of_removed) = (removed.setter(), pack_of_removed.clone());
            move |_| {
                let (card, bench) = (card.clone(), bench.clone());
                let (removed, pack_of_removed) = (removed.clone(), pack_of_removed.clone());
                then_look(Box::pin(async move {
                    let pack = shelf::pack(&card.id).await?;
                    let files = shelf::files(&card.id).await;
                    shelf::remove(&card.id).await?;
                    pack_of_removed.replace(Some((pack, files)));
                    bench.forget_kept(&card.id);
                    removed.set(Some(card));
                    Ok(())
                }));
            }
        };
        let is_this = is_open.as_ref().is_some_and(|open| open.id == card.id);
        html! {
            <li key={card.id.clone()} class={classes!("kept", is_this.then_some("is-open"))}>
                <span class="kept-name">{ card.name.clone() }</span>
                <span class="kicker"><span>{ (texts.n_sources)(card.sources) }</span><span>{ format!("{} kB", texts.number(card.kilobytes)) }</span></span>
                <span class="kept-tools">
                    <button type="button" class="quiet kept-open" onclick={open}>{ words.open }</button>
                    <button type="button" class="quiet kept-rename" onclick={rename}>{ words.rename }</button>
                    <button type="button" class="quiet kept-remove" onclick={remove}>{ words.remove }</button>
                </span>
            </li>
        }
    };
    let put_back = |card: &Kept| {
        let (then_look, card) = (then_look.clone(), card.clone());
        let (removed, held) = (removed.setter(), pack_of_removed.clone());
        let onclick = move |_| {
            let (card, removed, held) = (card.clone(), removed.clone(), held.clone());
            then_look(Box::pin(async move {
                let pack = held.borrow().clone();
                if let Some((pack, files)) = pack {
                    shelf::put(&card, Some(&pack), &files).await?;
                }
                held.take();
                removed.set(None);
                Ok(())
            }));
        };
        html! { <button type="button" class="quiet kept-back" {onclick}>{ words.put_back }</button> }
    };
    html! {
        <section class="workshop-part kept-part" aria-labelledby="kept-title">
            <h3 id="kept-title">{ words.kept }</h3>
            { match &known.all {
                Some(all) if all.is_empty() => html! { <p class="note">{ words.kept_none }</p> },
                Some(all) => html! { <ul class="kept-list">{ for all.iter().map(row) }</ul> },
                None => Html::default(),
            } }
            <div role="status">
                { match known.problem.as_deref() {
                    Some(shelf::FULL) => html! { <p class="problem">{ words.keep_full }</p> },
                    Some(why) => html! { <p class="problem">{ (words.keep_refused)(why) }</p> },
                    None => Html::default(),
                } }
            </div>
            if let Some(card) = &*removed {
                <p class="note" role="status">{ (words.removed)(&card.name) }{ " " }{ put_back(card) }</p>
            }
            <div class="choices">
                <label class="field"><span>{ words.keep_name }</span>
                    <input ref={name} type="text" id="keep-name" maxlength="200"
                        value={is_open.as_ref().map_or_else(|| title.clone(), |open| open.name.clone().into())} />
                </label>
                <button type="button" class="toggle" id="keep" onclick={keep}>{ words.keep }</button>
            </div>
        </section>
    }
}
