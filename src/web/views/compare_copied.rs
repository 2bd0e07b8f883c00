//! What the sources of a comparison have in the same words, and their whole texts word by
//! word.
//!
//! In: the sources of a comparison. Out: the list of [`copied`](super::copied) for them, and a
//! diff of any two of them when it is asked for.

use std::rc::Rc;

use yew::prelude::*;

use super::{compare_page::ComparePageProps, copied::Copied, diff_box::DiffBox};
use crate::{
    protocol::{Card, Filter},
    span::Span,
};

/// How many stretches are asked for.
const ROWS: u32 = 400;

/// What they have in the same words.
#[component]
pub fn Copies(props: &ComparePageProps) -> Html {
    let ComparePageProps { sources, texts, .. } = props;
    let whole = use_state_eq(|| None::<(usize, usize)>);
    let ids = sources.iter().map(|source| source.card.id.clone()).collect();
    let filter = Filter { ids, ..Filter::default() };
    let cards = sources.iter().map(|source| Rc::new(source.card.clone()));
    let cards = use_memo(sources.clone(), |_| cards.collect::<Rc<[Rc<Card>]>>());
    let place = |props: &ComparePageProps, (id, at): &(String, u32)| {
        (props.column(id).unwrap_or_default(), *at)
    };
    let href = Callback::from({
        let props = props.clone();
        move |to| props.href.emit(place(&props, &to))
    });
    let on_go = props.on_go.reform({
        let props = props.clone();
        move |to| place(&props, &to)
    });
    html! {
        <section class="copies" aria-label={texts.comparing.word_for_word}>
            <Copied {filter} rows={ROWS} cards={(*cards).clone()} {href} {on_go} {texts} />
            { wholes(props, &whole) }
        </section>
    }
}

/// The whole texts of two sources, word by word.
fn wholes(props: &ComparePageProps, whole: &UseStateHandle<Option<(usize, usize)>>) -> Html {
    let ComparePageProps { sources, texts, .. } = props;
    let names = props.names();
    let all = |at: usize| props.passage(at, Span::new(0, sources[at].card.bytes));
    let mut pairs = Vec::new();
    for a in 0..sources.len() {
        pairs.extend((a + 1..sources.len()).map(|b| (a, b)));
    }
    let choose = |pair: (usize, usize)| {
        let whole = whole.clone();
        move |_| whole.set((*whole != Some(pair)).then_some(pair))
    };
    html! {
        <section class="whole-diff" aria-label={texts.comparing.whole_texts}>
            <h3 class="shared-head">{ texts.comparing.whole_texts }</h3>
            <div class="controls" role="group" aria-label={texts.comparing.which_two}>
                for pair in pairs {
                    <button key={format!("{pair:?}")} type="button" class="toggle" aria-pressed={(**whole == Some(pair)).to_string()}
                        onclick={choose(pair)}>{ format!("{} – {}", names[pair.0], names[pair.1]) }</button>
                }
            </div>
            if let Some((a, b)) = **whole { <DiffBox a={all(a)} b={all(b)} {texts} /> }
        </section>
    }
}
