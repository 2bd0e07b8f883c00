//! What is done with a comparison: silences, links broken and joined, words that differ,
//! what stands near, tables taken along, sources matched.
//!
//! Each case starts from the address of a comparison of bundled sources and goes on by what a
//! reader presses; whatever a reader changed must be in the address and can be taken back.
//! That two to four sources stand side by side at all is for `views.rs`, their charts are for
//! `charts.rs`.

use crate::page::{ENTER, Page};

in_every_engine!(
    each_source_says_what_it_leaves_out_with_the_passages_of_the_others,
    a_link_can_be_broken_shared_and_taken_back,
    two_passages_are_joined_by_keyboard_and_stay_joined,
    chosen_passages_and_whole_texts_are_compared_word_by_word,
    the_words_near_the_hits_lead_to_where_they_stand,
    a_table_is_copied_where_nothing_can_be_saved,
    sources_of_events_of_their_own_have_their_nearest,
);

const FOUR: &str = "#v1/compare/2013-call/2017-thaw/2021-video-call/2025-istanbul";

fn each_source_says_what_it_leaves_out_with_the_passages_of_the_others(page: &Page) {
    page.open("#v1/compare/2017-thaw/2021-video-call?face=left-out");
    page.wait("document.querySelectorAll('.silences').length === 2", "a list for each");
    page.wait("document.querySelector('.silences blockquote')", "with passages");
    page.press(".silences:first-of-type .from");
    page.wait(
        "document.querySelector('.source-page')?.dataset.source === '2021-video-call'",
        "which lead to their place: what the first leaves out stands in the other",
    );
    page.open(&format!("{FOUR}?face=left-out"));
    page.wait("document.querySelectorAll('.silences').length === 4", "a list for each of four");
    page.wait("document.querySelector('.silence-head .word')", "names or subjects");
    page.press(".silence-head .word");
    page.wait("tellings.state().terms.length === 1", "it is a term everywhere");
}

fn a_link_can_be_broken_shared_and_taken_back(page: &Page) {
    const PAIR: &str = "#v1/compare/2017-thaw/2013-call";
    const TIE: &str = "document.querySelector('.pair .tie-line')";
    page.open(PAIR);
    page.press(".pair .column-1 .pick");
    page.press(".pair .column-2 .pick");
    page.press(".picked .join");
    page.wait(TIE, "they are linked");
    page.press(".pair .ties summary");
    page.press(".pair .tie-line button");
    page.wait(&format!("!{TIE}"), "the link is broken");
    page.eval("localStorage.clear()");
    page.open(&format!("{PAIR}?cut=2017-thaw@0-9~0-9@2013-call"));
    page.wait("document.querySelectorAll('.changes > ul > li').length === 1", "as shared");
    page.press(".changes button");
    page.wait("!document.querySelector('.changes')", "it is taken back");
    page.wait("!location.hash.includes('cut=')", "the address says nothing of it any more");
}

fn two_passages_are_joined_by_keyboard_and_stay_joined(page: &Page) {
    const PAIR: &str = "#v1/compare/2017-thaw/2013-call";
    page.open(PAIR);
    enter(page, ".pair .column-1 .pick");
    page.wait("document.querySelector('.picked [role=status]').textContent", "one is chosen");
    enter(page, ".pair.only .column-2 .pick");
    enter(page, ".picked .join");
    page.wait("document.querySelectorAll('.changes > ul > li').length === 1", "it is listed");
    page.wait("location.hash.includes('tie=')", "the address names it");
    page.wait("document.querySelector('.taught, .changes > .note')", "what it teaches is told");
    page.open(PAIR);
    page.wait("document.querySelectorAll('.changes > ul > li').length === 1", "it is kept");
    page.press(".changes > ul button");
    page.wait("!document.querySelector('.changes')", "it is taken back");
    page.eval(
        "[...document.querySelectorAll('.top button')].find((one) => one.textContent === 'Undo').click()",
    );
    page.wait("document.querySelectorAll('.changes > ul > li').length === 1", "undone");
}

/// Goes to an element by keyboard, which shows it, and presses Enter there.
fn enter(page: &Page, selector: &str) {
    page.wait(&format!("document.querySelector('{selector}')"), "it is there");
    page.eval(&format!("document.querySelector('{selector}').focus()"));
    page.keys(":focus", ENTER);
}

fn chosen_passages_and_whole_texts_are_compared_word_by_word(page: &Page) {
    page.open("#v1/compare/2013-call/2017-thaw");
    page.press(".pair .column-1 .pick");
    page.press(".pair .column-2 .pick");
    page.press(".picked [aria-expanded]");
    page.wait("document.querySelector('.picked .diff-text del')", "what differs is set off");
    page.open("#v1/compare/2013-call/2017-thaw?face=copied");
    page.press(".whole-diff button");
    page.wait("document.querySelector('.whole-diff .diff-text ins')", "so it is in whole texts");
    page.wait("document.querySelector('.copies > .empty')", "nothing was copied, it says");
}

fn the_words_near_the_hits_lead_to_where_they_stand(page: &Page) {
    page.open("#v1/words?t=Putin");
    page.press(".words-view .segment:nth-of-type(2)");
    page.wait("document.querySelector('.word-table tbody tr')", "words near Putin");
    page.wait("location.hash.includes('near=5')", "the address says how near");
    page.press(".word-table tbody .word");
    page.wait("document.querySelector('main.hits [data-hits]')", "the hits are open");
    page.wait("tellings.state().terms[1]?.query.includes('NEAR/5')", "the words are a term");
    page.wait("Number(document.querySelector('[data-hits]')?.dataset.hits) > 0", "it has hits");
}

fn a_table_is_copied_where_nothing_can_be_saved(page: &Page) {
    page.open("#v1/compare/2013-call/2017-thaw?face=shared");
    page.wait("document.querySelector('.export')", "the table can be taken along");
    page.eval(
        "Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true })",
    );
    page.press("main .export");
    page.press(".ways li:last-child button");
    page.wait("document.querySelector('.copy-field textarea')", "the text can be copied");
    let text = page.text("document.querySelector('.copy-field textarea').value");
    assert!(text.starts_with("kind\titem\t2013-call\t2017-thaw\n"), "{text}");
    assert!(text.lines().count() > 5, "{text}");
}

fn sources_of_events_of_their_own_have_their_nearest(page: &Page) {
    page.open("#v1/overview/events");
    page.wait("document.querySelector('.own-events')", "the sources are matched");
    assert!(page.is("!document.querySelector('.event')"), "four talks, twelve years apart");
    let nearest = "[...document.querySelectorAll('.own-events > ul > li')]
        .filter((one) => /Nearest: .+, \\d+ %/.test(one.textContent)).length";
    assert_eq!(page.number(nearest), 4, "each is listed with the one nearest to it");
    page.open("#v1/overview/copied");
    page.wait("document.querySelector('.copies > .empty')", "nothing was copied, it says");
}
