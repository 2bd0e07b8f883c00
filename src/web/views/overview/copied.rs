//! What the sources of the collection have in the same words, and who had it first.
//!
//! In: what every view knows. Out: the list of [`copied`](crate::web::views::copied) over all
//! sources that pass.

use yew::prelude::*;

use crate::web::views::{Scene, copied::Copied};

/// How many stretches are asked for.
const ROWS: u32 = 1000;

/// What the part needs.
#[derive(Clone, PartialEq, Properties)]
pub struct CopiedInAllProps {
    /// What every view knows.
    pub scene: Scene,
}

/// What was copied.
#[component]
pub fn CopiedInAll(props: &CopiedInAllProps) -> Html {
    let CopiedInAllProps { scene } = props;
    let texts = scene.texts;
    let href = {
        let scene = scene.clone();
        Callback::from(move |(id, at): (String, u32)| scene.read_href(&id, Some(at)).to_string())
    };
    let on_go = scene.on_read().reform(|(id, at): (String, u32)| (id, Some(at)));
    html! {
        <section class="copies" aria-label={texts.comparing.word_for_word}>
            <Copied filter={(*scene.filter).clone()} rows={ROWS} cards={scene.cards.clone()} {href} {on_go} {texts} />
        </section>
    }
}
