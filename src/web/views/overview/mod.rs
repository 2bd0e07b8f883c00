//! The Overview: who says what, in three parts.
//!
//! In: what every view knows, and what the collection is. Out: the part chosen: the sources
//! with bars of their hits, the table of names and concepts by source, or the timeline.

mod coverage;
mod sources;
mod timeline;

use yew::prelude::*;

use self::{coverage::CoverageTable, sources::Sources, timeline::When};
use super::Scene;
use crate::{
    state::{Action, Part},
    web::components::segments::segments,
};

/// What the view needs.
#[derive(Clone, PartialEq, Properties)]
pub struct OverviewProps {
    /// What every view knows.
    pub scene: Scene,
    /// What the collection is.
    #[prop_or_default]
    pub about: AttrValue,
}

/// Who says what.
#[component]
pub fn Overview(props: &OverviewProps) -> Html {
    let OverviewProps { scene, about } = props;
    let texts = scene.texts;
    let parts = [
        (Part::Sources, texts.sources),
        (Part::Coverage, texts.who_says_what),
        (Part::Timeline, texts.when),
    ];
    html! {
        <>
            if !about.is_empty() { <details class="intro"><summary>{ about.clone() }</summary></details> }
            { segments(texts.overview, &parts, scene.place.part, &scene.on_action.reform(Action::ShowPart)) }
            { match scene.place.part {
                Part::Sources => html! { <Sources scene={scene.clone()} /> },
                Part::Coverage => html! { <CoverageTable scene={scene.clone()} /> },
                Part::Timeline => html! { <When scene={scene.clone()} /> },
            } }
        </>
    }
}
