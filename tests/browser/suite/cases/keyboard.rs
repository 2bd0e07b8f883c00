//! The whole page by keys alone: nothing needs a pointer.
//!
//! One case walks as a reader does who has no mouse, from the first word searched to the words
//! of a comparison and back, and sees at each step where she is. The others hold the rules: Tab
//! goes through every view to its end, in the order of the page, and always shows where it is;
//! what opens closes by Escape and gives the focus back; what goes leaves the focus nearby.

use crate::{
    driver::Engine,
    page::{ENTER, ESCAPE, Page, TAB},
};

in_every_engine!(
    a_reader_finds_reads_and_compares_by_keys_alone,
    what_opens_closes_by_escape_and_gives_the_focus_back,
    what_goes_leaves_the_focus_where_it_was,
);

const ACTIVE: &str = "document.activeElement";

/// Why whoever looks cannot see where the focus is; an empty text where she can.
const UNSEEN: &str = "(() => {
  const { activeElement } = document;
  const name = activeElement.outerHTML.slice(0, 120);
  const { width, height, bottom, top } = activeElement.getBoundingClientRect();
  if (width < 1 || height < 1) return `no size: ${name}`;
  if (bottom <= 0 || top >= innerHeight) return `out of sight: ${name}`;
  const { outlineStyle, outlineWidth } = getComputedStyle(activeElement);
  if (outlineStyle === 'none' || outlineWidth === '0px') return `no outline: ${name}`;
  return '';
})()";

/// Waits until something has the focus.
fn has_focus(page: &Page, selector: &str) {
    page.wait(&format!("{ACTIVE}.matches({selector:?})"), &format!("{selector} has the focus"));
}

/// Goes on by Tab until something of that selector has the focus, which shows.
fn tab_to(page: &Page, selector: &str) {
    page.wait(&format!("document.querySelector({selector:?})"), "it is there");
    for _ in 0..250 {
        page.hit_keys(TAB);
        if page.is(&format!("{ACTIVE}.matches({selector:?})")) {
            assert_eq!(page.text(UNSEEN), "");
            return;
        }
    }
    panic!("Tab does not lead to {selector}");
}

fn a_reader_finds_reads_and_compares_by_keys_alone(page: &Page) {
    page.open("#v1/overview");
    page.hit_keys("/");
    has_focus(page, "#search");
    page.hit_keys("sanctions");
    // Not Enter: WebKitGTK's list of suggestions keeps the first one for itself.
    tab_to(page, ".search-add");
    page.hit_keys(ENTER);
    page.wait("document.querySelector('.term-query')?.textContent === 'sanctions'", "a term");
    page.settle();
    for number in ["1 ", "2 "] {
        page.hit_keys("n");
        page.wait(
            &format!("document.querySelector('.strip-count')?.textContent.startsWith('{number}')"),
            "the hits are walked through",
        );
        page.wait("document.querySelector('.text .is-current')", "the hit is shown");
    }
    let first = page.text("document.querySelector('.source-page').dataset.source");
    page.hit_keys("]");
    page.wait(
        &format!("document.querySelector('.source-page')?.dataset.source !== '{first}'"),
        "the next source is open",
    );
    page.hit_keys("1");
    page.wait("document.querySelector('main.overview .source-row')", "the overview is open");
    page.settle();
    for at in [1, 2] {
        tab_to(page, &format!(".source-rows > li:nth-child({at}) .toggle"));
        page.hit_keys(ENTER);
        page.wait(&format!("tellings.state().compare.length === {at}"), "it is beside the others");
    }
    page.hit_keys("4");
    page.wait("document.querySelectorAll('.columns-head h2').length === 2", "both are compared");
    tab_to(page, ".pair a, .pair button");
    page.hit_keys("5");
    page.wait("document.querySelector('.word-table tbody tr')", "the words are listed");
    tab_to(page, ".word-table tbody .word");
    page.hit_keys(ENTER);
    page.wait("document.querySelector('main.hits .hit-lines a')", "its hits are listed");
    tab_to(page, ".hit-lines a");
    page.hit_keys(ENTER);
    page.wait("document.querySelector('.text .is-current')", "the passage is shown");
    page.back();
    page.wait("document.querySelector('main.hits .hit-lines a')", "Back leads to the hits");
}

fn what_opens_closes_by_escape_and_gives_the_focus_back(page: &Page) {
    page.open("#v1/read/2013-call?t=sanctions");
    for (button, opened) in [
        (".help-button", "dialog.help[open]"),
        (".workshop-button", "dialog.workshop[open]"),
        (".word-list > button", ".word-list form"),
        (".term-button", ".forms"),
        (".quote-box > button", ".quote-panel"),
    ] {
        page.eval(&format!("document.querySelector({button:?}).focus()"));
        page.hit_keys(ENTER);
        page.wait(&format!("document.querySelector({opened:?})"), opened);
        // Into it: some have nothing to be in at once.
        page.hit_keys(TAB);
        page.wait(
            &format!("document.querySelector({opened:?}).contains({ACTIVE})"),
            "the focus is in it",
        );
        page.hit_keys(ESCAPE);
        page.wait(&format!("!document.querySelector({opened:?})"), "it is closed");
        has_focus(page, button);
    }
}

fn what_goes_leaves_the_focus_where_it_was(page: &Page) {
    page.open("#v1/overview?t=sanctions&t=Putin&lang=ru");
    page.settle();
    for (button, next) in [
        (".term-remove", ".terms *"),
        (".term-remove", ".top *"),
        (".filters .chip", ".panel *, .panel"),
    ] {
        page.eval(&format!("document.querySelector({button:?}).focus()"));
        page.hit_keys(ENTER);
        has_focus(page, next);
        page.settle();
    }
    page.hit_keys("?");
    page.wait("document.querySelector('dialog.help[open]')", "keys go on working");
}

#[test]
fn tab_goes_through_every_view_to_its_end_and_shows_where_it_is() {
    let Some(page) = Page::in_a(Engine::Chromium) else { return };
    for view in [
        "#v1/overview?t=sanctions",
        "#v1/overview/coverage",
        "#v1/read/2013-call?t=sanctions",
        "#v1/hits?t=sanctions",
        "#v1/compare/2017-thaw/2021-video-call",
        "#v1/words?unit=words",
    ] {
        page.open(view);
        page.settle();
        assert!(
            page.is(
                "!document.querySelector('[tabindex]:not([tabindex=\"0\"], [tabindex=\"-1\"])')"
            )
        );
        page.eval("(() => { self.last = null; self.seen = new Set(); })()");
        let mut stops = 0;
        loop {
            page.hit_keys(TAB);
            let told = page.text(&format!(
                "(() => {{
                   const {{ activeElement }} = document;
                   if (activeElement === document.body || seen.has(activeElement)) return 'end';
                   if (last && !(last.compareDocumentPosition(activeElement) & Node.DOCUMENT_POSITION_FOLLOWING)) {{
                     return `back: ${{activeElement.outerHTML.slice(0, 120)}}`;
                   }}
                   seen.add(last = activeElement);
                   return {UNSEEN};
                 }})()"
            ));
            if told == "end" {
                break;
            }
            assert_eq!(told, "", "{view}, stop {stops}");
            stops += 1;
        }
        assert!(stops > 20, "{view} has {stops} stops");
        assert!(
            page.is("document.querySelector('main').contains(last)"),
            "{view}: the end is the view's"
        );
    }
    assert_eq!(page.problems(), serde_json::json!([]));
}
