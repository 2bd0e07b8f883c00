//! Reading one source: citing it, its thread of comments, notes, where one was.

use crate::page::Page;

in_every_engine!(
    what_is_selected_is_quoted_with_its_reference,
    answers_fold_away_and_come_back,
    a_note_is_kept_listed_and_taken_back,
    a_source_is_shown_again_where_it_was_left,
    a_reload_goes_back_to_where_the_reader_was,
    notes_travel_with_an_address,
    what_only_the_readers_bring_leads_to_where_they_say_it,
);

fn what_is_selected_is_quoted_with_its_reference(page: &Page) {
    page.open("#v1/read/2017-thaw");
    page.wait("document.querySelector('.text p.block')", "the text is there");
    let words = page.text(
        "(() => { const block = document.querySelector('.text p.block');
           const text = document.createTreeWalker(block, NodeFilter.SHOW_TEXT).nextNode();
           const range = document.createRange();
           range.setStart(text, 0); range.setEnd(text, 30);
           getSelection().removeAllRanges(); getSelection().addRange(range);
           return String(getSelection()).trim(); })()",
    );
    page.click(".quote-box > button");
    let quoted = "document.querySelector('.quote-panel textarea').value";
    page.wait("document.querySelector('.quote-panel textarea')", "the reference is shown");
    let plain = page.text(quoted);
    assert!(plain.contains(&words) && plain.contains("#v1/read/2017-thaw?at="), "{plain}");
    page.click(".quote-panel .segment:nth-of-type(2)");
    page.wait(&format!("{quoted} !== {}", serde_json::json!(plain)), "another shape");
    assert!(page.text(quoted).contains(&words));
}

fn answers_fold_away_and_come_back(page: &Page) {
    let shown = "document.querySelectorAll('.text .comment').length";
    page.open("#v1/read/2013-call");
    page.wait("document.querySelector('.comment .quiet')", "a comment has answers");
    let all = page.number(shown);
    page.click(".comment .quiet");
    page.wait(&format!("{shown} < {all}"), "its answers are folded away");
    page.click(".comment .quiet");
    page.wait(&format!("{shown} === {all}"), "they are back");
}

fn a_note_is_kept_listed_and_taken_back(page: &Page) {
    const NOTE: &str = "document.querySelector('.note-field textarea')?.value";
    page.open("#v1/read/2017-thaw");
    page.click(".quote-box > button");
    page.click(".quote-panel .toggle");
    page.wait("document.activeElement?.matches('.note-field textarea')", "the field has the focus");
    page.keys(".note-field textarea", "Who was there?");
    page.eval("document.activeElement.blur()");
    page.wait("document.querySelector('.panel-notes li')", "the note is listed");
    page.open("#v1/hits?t=sanctions");
    page.wait(
        "document.querySelector('.panel-notes')?.textContent.includes('Who was there?')",
        "it is listed beside every view, after the page was opened anew",
    );
    page.eval("document.querySelector('.panel-notes a').click()");
    page.wait(&format!("{NOTE} === 'Who was there?'"), "it stands where it was written");
    page.click(".note-field button");
    page.wait("!document.querySelector('.panel-notes')", "it is taken away");
    page.eval("[...document.querySelectorAll('.term-tools > .quiet')][0].click()");
    page.wait(&format!("{NOTE} === 'Who was there?'"), "Undo brings it back");
}

/// Scrolls down, and waits until the page has learned of it, when it is next drawn.
fn scroll(page: &Page) {
    page.wait("document.documentElement.scrollHeight > 900 + innerHeight", "it is long enough");
    page.eval(
        "new Promise((resume) => {
           if (scrollY === 900) return resume();
           addEventListener('scroll', () => resume(), { once: true });
           scrollTo(0, 900);
         })",
    );
}

fn a_source_is_shown_again_where_it_was_left(page: &Page) {
    page.set_size(1280, 500);
    page.open("#v1/read/2013-call");
    page.wait("document.querySelector('.text .comment')", "the text is there");
    scroll(page);
    page.press(".tab:nth-of-type(3)");
    page.wait("document.querySelector('main.hits')", "another view is open");
    page.press(".tab:nth-of-type(2)");
    page.wait("Math.abs(scrollY - 900) < 4", "the reader is where she was");
}

fn a_reload_goes_back_to_where_the_reader_was(page: &Page) {
    page.set_size(1280, 500);
    for address in ["#v1/read/2013-call", "#v1/read/2013-call?t=Putin&at=0"] {
        page.open(address);
        page.wait("document.querySelector('.text .comment')", "the text is there");
        scroll(page);
        page.open(address);
        page.wait("Math.abs(scrollY - 900) < 4", "she is where she was");
    }
    page.open("#v1/read/2013-call?t=Putin&at=1");
    page.wait("document.querySelector('.text .is-current')", "a hit is shown");
    page.wait("Math.abs(scrollY - 900) > 4", "another address leads to its place");
}

fn notes_travel_with_an_address(page: &Page) {
    page.open("#v1/overview?notes=2017-thaw%09%09Who+was+there?");
    let listed = "document.querySelector('.panel-notes')?.textContent.includes('Who was there?')";
    page.wait(listed, "the note of the address is there");
    page.eval(
        "Object.defineProperty(navigator, 'clipboard', { configurable: true,
           value: { writeText: async (text) => { self.copied = text; } } })",
    );
    page.click(".share > button");
    page.wait("self.copied", "an address is copied");
    assert!(!page.text("self.copied").contains("notes="), "without the notes unless asked");
    page.click(".share .quiet");
    page.wait("self.copied.includes('notes=')", "with the notes");
    let copied = page.text("self.copied");
    page.eval("localStorage.clear()");
    page.go("about:blank");
    page.go(&copied);
    page.wait_until_ready();
    page.wait(listed, "the notes came along");
}

fn what_only_the_readers_bring_leads_to_where_they_say_it(page: &Page) {
    page.open("#v1/read/2013-call");
    page.click(".readers summary");
    page.wait("document.querySelector('.readers-lists li')", "the lists are there");
    let word = page.text("document.querySelector('.readers-lists .word').textContent");
    page.press(".readers-lists .small");
    page.wait("document.querySelector('.text .comment.is-target')", &format!("{word} is shown"));
    page.click(".readers-lists .word");
    page.wait("tellings.state().terms.length === 1", "it is a term");
    page.wait("document.querySelectorAll('.text .comment[data-marks]').length > 0", "it is lit");
}
