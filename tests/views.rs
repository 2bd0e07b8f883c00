//! Every part of the page, rendered to text natively and compared with what was approved.
//!
//! The values are fixtures in place of the engine's answers, so these tests say what the
//! page makes of an answer, not what the answer should be. With `TELLINGS_SCREENS` set to
//! a folder, whole screens are written there as pages to look at.
#![cfg(feature = "ssr")]

#[path = "views/charts.rs"]
mod charts;
#[path = "views/fixtures.rs"]
mod fixtures;
#[path = "views/screens.rs"]
mod screens;

use std::rc::Rc;

use futures_executor::block_on;
use tellings::{
    lang::Lang,
    protocol::{Corrections, Filter, Meeting, Meets, Passage, Taught, TaughtWord, Term},
    state::{Action, Face, Settings, View},
    web::{
        components::{
            facets::{Facets, FacetsProps},
            filters::{Filters, FiltersProps},
            hit_bar::{HitBar, HitBarProps, ticks},
            hit_line::{HitLine, HitLineProps},
            source_row::{SourceRow, SourceRowProps},
            term_chip::{TermChip, TermChipProps},
            top_bar::{TopBar, TopBarProps},
        },
        texts::choose,
        views::{
            compare_page::{ComparePage, ComparePageProps},
            source_page::{SourcePage, SourcePageProps},
        },
    },
};
use yew::{LocalServerRenderer, html::BaseComponent, prelude::*};

/// What a component renders, a tag a line, so that a change of it reads as a change.
fn render<C: BaseComponent>(props: C::Properties) -> String {
    let rendered = LocalServerRenderer::<C>::with_props(props).hydratable(false).render();
    block_on(rendered).replace('<', "\n<").replace("\n</", "</").trim_start().to_owned()
}

fn nothing<T: 'static>() -> Callback<T> {
    Callback::noop()
}

#[test]
fn a_source_in_the_list_says_what_it_is_and_how_often_it_has_the_terms() {
    let story = fixtures::story();
    insta::assert_snapshot!(render::<SourceRow>(yew::props!(SourceRowProps {
        card: Rc::new(story.cards[2].clone()),
        hits: Rc::from([4, 0]),
        terms: Rc::from([AttrValue::from("санкции"), AttrValue::from("Istanbul")]),
        ticks: Some(ticks(&story.marks("istanbul"), 900)),
        href: "#v1/read/istanbul",
        on_read: nothing(),
        texts: choose(["en"]),
    })));
}

#[test]
fn an_open_chip_lists_every_form_by_language_with_its_reason() {
    let story = fixtures::story();
    insta::assert_snapshot!(render::<TermChip>(yew::props!(TermChipProps {
        index: 0,
        term: Term::new("sanctions"),
        answer: Some(Rc::new(story.search.terms[0].clone())),
        open: true,
        on_toggle: nothing(),
        on_remove: nothing(),
        texts: choose(["en"]),
    })));
}

#[test]
fn the_top_has_the_title_the_search_field_the_terms_and_the_switches() {
    let story = fixtures::story();
    insta::assert_snapshot!(render::<TopBar>(yew::props!(TopBarProps {
        title: "Переговоры",
        terms: Rc::from([Term::new("sanctions"), Term::new("Istanbul")]),
        answers: Rc::from([Rc::new(story.search.terms[0].clone())]),
        settings: Settings::default(),
        on_action: nothing::<Action>(),
        on_share: nothing(),
        on_shared_close: nothing(),
        on_help: nothing(),
        texts: choose(["ru"]),
    })));
}

#[test]
fn a_source_is_shown_whole_with_its_structure_and_marks() {
    let story = fixtures::story();
    let marks = story.marks("call");
    let at = marks[1].span.start;
    let page = render::<SourcePage>(yew::props!(SourcePageProps {
        source: Rc::new(story.source("call")),
        marks: Rc::from(marks.as_slice()),
        lanes: 2,
        at: Some(at),
        address: Callback::from(|_| String::new()),
        on_at: nothing(),
        on_hit: nothing(),
        on_source: nothing(),
        texts: choose(["en"]),
    }));
    assert_eq!(page.matches("is-current").count(), 1, "one hit is the current one");
    assert_eq!(page.matches("<mark").count(), marks.len(), "a mark for each hit");
    insta::assert_snapshot!(page);
}

#[test]
fn every_word_of_a_source_is_on_its_page() {
    for id in ["call", "detente", "istanbul", "video"] {
        let source = fixtures::story().source(id);
        let page = render::<SourcePage>(yew::props!(SourcePageProps {
            source: Rc::new(source.clone()),
            marks: Rc::from([]),
            lanes: 0,
            address: Callback::from(|_| String::new()),
            on_at: nothing(),
            on_hit: nothing(),
            on_source: nothing(),
            texts: choose(["bg"]),
        }));
        let page = page.replace("&#x27;", "'").replace("&quot;", "\"").replace("&amp;", "&");
        for word in source.text.split_whitespace() {
            assert!(page.contains(word), "{id} lost “{word}”");
        }
    }
}

#[test]
fn nothing_on_the_page_needs_an_inline_style_or_handler() {
    for (name, page) in screens::bodies() {
        assert!(!page.contains(" style="), "{name} has an inline style");
        assert!(!page.contains(" onclick="), "{name} has an inline handler");
    }
}

#[test]
fn a_line_of_the_concordance_names_its_source_and_marks_the_hit() {
    let story = fixtures::story();
    insta::assert_snapshot!(render::<HitLine>(yew::props!(HitLineProps {
        line: Some(Rc::new(story.lines[0].clone())),
        source: "ZN.UA 2021",
        href: "#v1/read/video?at=7",
        on_go: nothing(),
        texts: choose(["uk"]),
    })));
}

#[test]
fn facets_are_buttons_that_say_whether_they_are_pressed() {
    let story = fixtures::story();
    let filter = Filter { langs: vec![Lang::RU], ..Filter::default() };
    insta::assert_snapshot!(render::<Facets>(yew::props!(FacetsProps {
        facets: Rc::from(story.search.facets.as_slice()),
        filter: Rc::new(filter),
        on_action: nothing(),
        texts: choose(["uk"]),
    })));
}

#[test]
fn an_empty_result_says_which_filter_emptied_it() {
    let story = fixtures::story();
    let filter = Filter {
        langs: vec![Lang::RU],
        outlets: vec!["The Nowhere Times".into()],
        ..Filter::default()
    };
    let mut facets = story.search.facets;
    facets.retain(|facet| facet.field == "outlet");
    let chips = render::<Filters>(yew::props!(FiltersProps {
        filter: Rc::new(filter),
        facets: Rc::from(facets.as_slice()),
        empty: true,
        on_action: nothing(),
        texts: choose(["en"]),
    }));
    assert!(chips.contains("Without “The Nowhere Times”"), "{chips}");
    insta::assert_snapshot!(chips);
}

fn comparison(face: Face, change: impl FnOnce(&mut ComparePageProps)) -> String {
    let story = fixtures::story();
    let mut props = yew::props!(ComparePageProps {
        comparison: Rc::new(story.comparison.clone()),
        sources: Rc::from(["detente", "istanbul"].map(|id| Rc::new(story.source(id)))),
        face: face,
        href: Callback::from(|(side, at)| format!("#{side}-{at}")),
        on_go: nothing(),
        on_action: nothing(),
        texts: choose(["en"]),
    });
    change(&mut props);
    render::<ComparePage>(props)
}

#[test]
fn a_comparison_shows_what_is_told_by_both_and_what_stands_only_here() {
    insta::assert_snapshot!(comparison(Face::Passages, |_| {}));
}

#[test]
fn a_comparison_shows_what_is_shared_as_tables() {
    insta::assert_snapshot!(comparison(Face::Shared, |_| {}));
}

#[test]
fn a_source_leaves_out_what_the_other_has_with_the_passages_of_the_other() {
    let page = comparison(Face::LeftOut, |props| {
        let mut found = (*props.comparison).clone();
        let passage = found.only[0][1].clone();
        found.names[1].passages = vec![passage];
        props.comparison = Rc::new(found);
    });
    let words = words_of(&page);
    assert!(words.contains("Not in") && words.contains("Сирия"), "{words}");
    insta::assert_snapshot!(page);
}

/// The words of a page without its tags.
fn words_of(page: &str) -> String {
    page.lines().filter_map(|line| line.split_once('>')).map(|(_, words)| words).collect()
}

#[test]
fn what_the_reader_changed_about_links_is_listed_with_what_it_teaches() {
    let page = comparison(Face::Passages, |props| {
        let mut found = (*props.comparison).clone();
        let pair = |at: usize| [found.only[0][at].clone(), found.only[1][at].clone()];
        let corrections = Corrections {
            joined: vec![pair(0)],
            broken: vec![
                pair(1),
                [
                    Passage { source: "other".into(), ..found.only[0][0].clone() },
                    found.only[1][0].clone(),
                ],
            ],
            unlearned: vec![],
        };
        let word = |lang, word: &str| TaughtWord { lang, word: word.into() };
        found.taught = vec![Taught {
            words: [word(Lang::BG, "часа"), word(Lang::RU, "часа")],
            reliability: 0.45,
            because: vec![pair(0)],
            off: true,
        }];
        found.meetings = vec![Meeting {
            sources: ["detente".into(), "istanbul".into()],
            linked: [1, 2],
            passages: [9, 7],
            how: Meets::Little,
        }];
        props.comparison = Rc::new(found);
        props.corrections = Rc::new(corrections);
    });
    let at = page.find("class=\"changes\"").expect("the changes are listed");
    let end = at + page[at..].find("</details>").expect("their end");
    assert_eq!(page[at..end].matches("<q ").count(), 4, "a source that is not shown is left out");
    let little = page.find("class=\"little\"").map(|at| &page[at..at + 220]).unwrap_or_default();
    assert!(little.contains("share little: 2 of 7 passages"), "{little}");
    insta::assert_snapshot!(&page[at - 10..end]);
}

#[test]
fn a_bar_has_a_lane_for_each_term_and_a_tick_for_each_hit() {
    let story = fixtures::story();
    let marks = story.marks("call");
    let bar = render::<HitBar>(yew::props!(HitBarProps {
        ticks: ticks(&marks, 4_000),
        lanes: 2,
        label: "Where the hits lie in the text",
        on_pick: nothing(),
    }));
    assert_eq!(bar.matches("class=\"lane\"").count(), 2);
    assert_eq!(bar.matches("class=\"tick").count(), ticks(&marks, 4_000).len());
}

#[test]
fn screens_are_written_when_a_folder_is_named() {
    let Ok(folder) = std::env::var("TELLINGS_SCREENS") else {
        println!("no screens written: TELLINGS_SCREENS is not set");
        return;
    };
    let style = concat!(
        include_str!("../static/tokens.css"),
        include_str!("../static/ground.css"),
        include_str!("../static/reading.css"),
        include_str!("../static/comparing.css"),
        include_str!("../static/tables.css"),
        include_str!("../static/style.css"),
    );
    for (name, body) in screens::bodies() {
        for theme in ["light", "dark"] {
            let page = format!(
                "<!doctype html><html lang=\"en\" data-theme=\"{theme}\"><meta charset=\"utf-8\">\
                 <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
                 <title>{name}</title><style>{style}</style><body><div id=\"app\">{body}</div></body></html>"
            );
            std::fs::write(format!("{folder}/{name}-{theme}.html"), page).expect("screens folder");
        }
    }
    assert_eq!(screens::bodies().len(), View::ALL.len() + 2);
}
