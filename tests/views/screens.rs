//! Whole screens put together from the fixtures, to look at and to check as a whole.

use std::rc::Rc;

use futures_executor::block_on;
use tellings::{
    lang::Lang,
    protocol::{Filter, Term, TermAnswer},
    state::{Place, Settings, View, address},
    web::{
        components::{
            help::Help,
            hit_bar::ticks,
            hit_line::HitLine,
            meta::short_name,
            source_row::SourceRow,
            tabs::Tabs,
            term_chip::TermChip,
            top_bar::TopBar,
            word_table::{WordRow, WordTable},
        },
        texts::choose,
        views::{Found, Scene, compare_page::ComparePage, panel::Panel, source_page::SourcePage},
    },
};
use yew::{LocalServerRenderer, prelude::*};

use crate::fixtures::{Story, story};

const ABOUT: &str = "Four accounts, in three languages, of talks between two capitals: one telephone call, one closed door, one long table, one screen.";

#[derive(Clone, PartialEq, Properties)]
struct ScreenProps {
    view: View,
    open_chip: bool,
    help: bool,
}

/// All screens: their names and their nodes as text.
pub fn bodies() -> Vec<(&'static str, String)> {
    let screen = |view, open_chip, help| {
        let renderer =
            LocalServerRenderer::<Screen>::with_props(ScreenProps { view, open_chip, help });
        block_on(renderer.hydratable(false).render())
    };
    let mut all: Vec<_> = View::ALL.map(|view| (view.name(), screen(view, false, false))).into();
    all.push(("chip", screen(View::Read, true, false)));
    all.push(("help", screen(View::Overview, false, true).replace("<dialog", "<dialog open")));
    all
}

fn scene(story: &Story, view: View) -> Scene {
    let terms = [Term::new("sanctions"), Term::new("Istanbul")];
    let cards: Rc<[_]> = story.cards.iter().cloned().map(Rc::new).collect();
    let filter = Filter::default();
    let place =
        Place { view, source: Some("call".into()), terms: terms.to_vec(), ..Place::default() };
    Scene {
        search: Some(Rc::new(Found::of(&story.search, &cards))),
        cards,
        notes: Rc::from([]),
        mentions: Rc::from([]),
        labels: Rc::from([]),
        place: Rc::new(place),
        queries: terms.iter().map(|term| AttrValue::from(term.query.clone())).collect(),
        terms: Rc::from(terms),
        filter: Rc::new(filter),
        on_action: Callback::noop(),
        texts: choose(["en"]),
    }
}

#[component]
fn Screen(props: &ScreenProps) -> Html {
    let ScreenProps { view, open_chip, help } = props;
    let story = story();
    let scene = scene(&story, *view);
    let texts = scene.texts;
    let answers: Rc<[Rc<TermAnswer>]> = story.search.terms.iter().cloned().map(Rc::new).collect();
    let place = Place { view: *view, ..(*scene.place).clone() };
    let hrefs =
        View::ALL.map(|view| AttrValue::from(address::write(&Place { view, ..place.clone() })));
    html! {
        <>
            if *open_chip {
                <div class="top"><TermChip index={0} term={Term::new("sanctions")} answer={answers[0].clone()} open={true}
                    on_toggle={Callback::noop()} on_remove={Callback::noop()} {texts} /></div>
            }
            <TopBar title="Four accounts of two capitals" terms={scene.terms.clone()} answers={answers.clone()}
                settings={Settings::default()} on_action={Callback::noop()} on_share={Callback::noop()}
                on_shared_close={Callback::noop()} on_help={Callback::noop()} {texts} />
            <Tabs view={*view} {hrefs} hits={Some(16)} on_show={Callback::noop()} {texts} />
            <div class="body">
                <Panel scene={scene.clone()} />
                <main id="main" class={classes!("view", view.name())}>
                    { match view {
                        View::Overview => sources(&story, &scene),
                        View::Read => read(&story, &scene),
                        View::Hits => hits(&story, &scene),
                        View::Compare => compare(&story, &scene),
                        View::Words => words(&scene),
                    } }
                </main>
            </div>
            if *help {
                <Help about={ABOUT} {texts}
                    on_query={Callback::noop()} on_tour={Callback::noop()} on_close={Callback::noop()} />
            }
        </>
    }
}

fn sources(story: &Story, scene: &Scene) -> Html {
    html! {
        <>
        <details class="intro"><summary>{ ABOUT }</summary></details>
        <ol class="source-rows">
            for (card, hits) in story.cards.iter().zip(&story.search.sources) {
                <li key={card.id.clone()}>
                    <SourceRow card={Rc::new(card.clone())} hits={Rc::<[u32]>::from(hits.hits.as_slice())} terms={scene.queries.clone()}
                        ticks={Some(ticks(&story.marks(&card.id), card.bytes))} href={scene.read_href(&card.id, None)}
                        compared={card.id == "call"} on_read={Callback::noop()} texts={scene.texts} />
                </li>
            }
        </ol>
        </>
    }
}

fn read(story: &Story, scene: &Scene) -> Html {
    let marks = story.marks("call");
    let at = marks[2].span.start;
    html! {
        <SourcePage source={Rc::new(story.source("call"))} marks={Rc::from(marks)} lanes={scene.lanes()} {at}
            address={Callback::from(|_| String::new())}
            on_at={Callback::noop()} on_hit={Callback::noop()} on_source={Callback::noop()} texts={scene.texts} />
    }
}

fn hits(story: &Story, scene: &Scene) -> Html {
    html! {
        <div class="hits">
            <ol class="hit-lines">
                for (index, line) in story.lines.iter().enumerate() {
                    <li key={index}>
                        <HitLine line={Rc::new(line.clone())} href="#" on_go={Callback::noop()} texts={scene.texts}
                            source={scene.card(&line.source).map(|card| short_name(card)).unwrap_or_default()} />
                    </li>
                }
            </ol>
        </div>
    }
}

/// The words of the fixtures, counted by hand.
fn words(scene: &Scene) -> Html {
    let row = |label: &'static str, counts, log_ratio| WordRow {
        label: label.into(),
        query: label.into(),
        lang: Some(Lang::EN),
        counts,
        sources: [2, 1],
        log_ratio,
        log_likelihood: 16.2,
        deviation: Some(0.3),
    };
    let rows = [row("sanctions", [8, 1], 3.0), row("telephone", [1, 6], -2.6)];
    html! {
        <WordTable rows={Rc::<[_]>::from(rows)} is_keyness={true} words={[1_200, 900]}
            on_term={Callback::noop()} texts={scene.texts} />
    }
}

fn compare(story: &Story, scene: &Scene) -> Html {
    html! {
        <ComparePage comparison={Rc::new(story.comparison.clone())}
            sources={Rc::<[_]>::from(["detente", "istanbul"].map(|id| Rc::new(story.source(id))))} href={Callback::from(|_| "#".to_owned())}
            on_go={Callback::noop()} on_action={Callback::noop()} texts={scene.texts} />
    }
}
