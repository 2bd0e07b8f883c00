//! Nothing in the page bars a reader who sees, hears or points otherwise: axe-core finds no
//! violation in any view, in either theme, wide or narrow, or in what opens over a view.
//!
//! axe-core reads the page's tree and its computed colours, which are the same in every
//! engine, so one engine looks. What it cannot see (order of focus, words that say
//! something) other cases must.

use std::fs;

use crate::{driver::Engine, page::Page, place};

/// Every view, and what it shows.
const VIEWS: [&str; 20] = [
    "#v1/overview?t=sanctions&t=Putin",
    "#v1/overview",
    "#v1/overview?named=Putin&concept=sanctions",
    "#v1/overview/coverage?t=sanctions",
    "#v1/overview/timeline",
    "#v1/overview?lang=ru&from=1999&to=1999",
    "#v1/read/2013-call?t=Putin&t=sanctions",
    "#v1/hits?t=Putin&t=sanctions",
    "#v1/hits?t=Putin&sort=1L,1R&group=form",
    "#v1/compare/2017-thaw/2021-video-call?t=Putin",
    "#v1/compare/2017-thaw/2021-video-call/2013-call?t=Putin",
    "#v1/compare/2013-call/2017-thaw/2021-video-call?face=left-out",
    "#v1/compare/2013-call/2017-thaw?face=left-out",
    "#v1/compare/2013-call/2017-thaw?face=copied",
    "#v1/compare/2013-call/2017-thaw?cut=2013-call@0-9~0-9@2017-thaw",
    "#v1/overview/events",
    "#v1/overview/copied",
    "#v1/words?t=Putin&near=5",
    "#v1/words?unit=words",
    "#v1/words?unit=words&these=lang:ru",
];

/// What opens over a view: where, and what to click.
const OPENED: [(&str, &str); 12] = [
    ("#v1/compare/2017-thaw/2021-video-call", ".faces .segment:nth-of-type(3)"),
    ("#v1/compare/2017-thaw/2021-video-call", ".faces .segment:nth-of-type(4)"),
    ("#v1/compare/2017-thaw/2021-video-call", ".pair .pick"),
    ("#v1/compare/2013-call/2017-thaw?face=copied", ".whole-diff button"),
    ("#v1/compare/2013-call/2017-thaw?face=shared", "main .export"),
    ("#v1/overview/timeline", "main .export"),
    ("#v1/hits?t=sanctions", ".term-button"),
    ("#v1/read/2017-thaw", ".quote-box > button"),
    ("#v1/overview", ".help-button"),
    ("#v1/overview", ".share > button"),
    ("#v1/overview", ".word-list > button"),
    ("#v1/overview", ".invitation .quiet"),
];

/// What axe-core has against the page as it stands: rule, how many, where, and why.
const LOOK: &str = "(async () => (await axe.run(document, { resultTypes: ['violations'] }))
  .violations.map(({ id, nodes }) => [id, nodes.length, ...nodes.slice(0, 3).map(
    ({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary}`)].join('\\n  ')))()";

struct Looker {
    page: Page,
    axe: String,
}

impl Looker {
    fn new() -> Option<Self> {
        let Some(axe) = place::axe() else {
            println!("skipped: no axe-core; `cargo xtask setup` installs it");
            return None;
        };
        let axe = fs::read_to_string(axe).expect("axe-core");
        Some(Self { page: Page::in_a(Engine::Chromium)?, axe })
    }

    /// The page as it stands has no barrier, in either theme.
    fn finds_nothing(&self, what: &str) {
        self.page.run(&self.axe);
        for theme in ["light", "dark"] {
            self.page.eval(&format!("document.documentElement.dataset.theme = '{theme}'"));
            // A colour on its way from one theme to the other is neither.
            self.page.eval("Promise.all(document.getAnimations().map((one) => one.finished))");
            let found = self.page.eval(LOOK);
            let found: Vec<&str> =
                found.as_array().into_iter().flatten().filter_map(|one| one.as_str()).collect();
            assert!(found.is_empty(), "{what}, {theme}:\n{}", found.join("\n"));
        }
        assert_eq!(self.page.problems(), serde_json::json!([]), "{what}");
    }
}

#[test]
fn no_wide_view_has_a_barrier() {
    no_view_has_a_barrier(1280);
}

#[test]
fn no_narrow_view_has_a_barrier() {
    no_view_has_a_barrier(360);
}

fn no_view_has_a_barrier(width: u32) {
    let Some(looker) = Looker::new() else { return };
    looker.page.set_size(width, 900);
    for view in VIEWS {
        looker.page.open(view);
        looker.finds_nothing(&format!("{view} at {width}"));
    }
}

#[test]
fn nothing_that_opens_over_a_view_has_a_barrier() {
    let Some(looker) = Looker::new() else { return };
    for (view, button) in OPENED {
        looker.page.open(view);
        looker.page.click(button);
        looker.finds_nothing(&format!("{button} in {view}"));
    }
}
