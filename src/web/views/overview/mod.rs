//! The Overview: who says what, in parts.
//!
//! In: what every view knows, and what the collection is. Out: the part chosen: the sources
//! with bars of their hits, the table of names and concepts by source, the timeline, the
//! sources by event, or what was copied.

mod copied;
mod coverage;
mod events;
mod hits_chart;
mod sources;
mod timeline;

use yew::prelude::*;

use self::{
    copied::CopiedInAll, coverage::CoverageTable, events::Events, hits_chart::HitsChart,
    sources::Sources, timeline::When,
};
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
        (Part::Events, texts.comparing.same_event),
        (Part::Copied, texts.comparing.word_for_word),
    ];
    html! {
        <>
            if !about.is_empty() && scene.place.part == Part::Sources { <details class="intro"><summary>{ about.clone() }</summary></details> }
            <div class="parts">
                { segments(texts.overview, &parts, scene.place.part, &scene.on_action.reform(Action::ShowPart)) }
                if scene.place.part == Part::Sources { <HitsChart scene={scene.clone()} /> }
            </div>
            { match scene.place.part {
                Part::Sources => html! { <Sources scene={scene.clone()} /> },
                Part::Coverage => html! { <CoverageTable scene={scene.clone()} /> },
                Part::Timeline => html! { <When scene={scene.clone()} /> },
                Part::Events => html! { <Events scene={scene.clone()} /> },
                Part::Copied => html! { <CopiedInAll scene={scene.clone()} /> },
            } }
        </>
    }
}
