//! Embedded in a blog that allows next to nothing.

use crate::page::Page;

in_every_engine!(
    two_embeds_show_what_their_attributes_say,
    an_embed_is_as_high_as_what_it_shows,
    messages_from_strangers_are_ignored,
    the_snippet_embeds_what_is_open,
    the_dialog_shows_what_will_be_embedded,
);

fn open(page: &Page) {
    page.go(&page.server.at("embeds.html"));
    page.wait(
        "document.querySelectorAll('tellings-embed > iframe').length === 2",
        "both elements made their frames",
    );
}

/// Scrolls to one of the two: a frame is loaded when it is near, and Chromium does not lay out
/// one that is out of sight.
fn enter(page: &Page, at: u16) {
    page.eval(&format!("document.querySelectorAll('tellings-embed')[{at}].scrollIntoView()"));
    page.enter_frame(at);
    page.wait_until_ready();
}

/// Waits until the first embed has its height, and gives it.
fn settled(page: &Page) -> u64 {
    enter(page, 0);
    page.wait(
        "innerHeight > 600 && Math.abs(document.body.getBoundingClientRect().height - innerHeight) <= 1",
        "the frame is as high as the page in it",
    );
    page.leave_frame();
    page.number("document.querySelector('#one > iframe').clientHeight")
}

fn two_embeds_show_what_their_attributes_say(page: &Page) {
    open(page);
    for (at, view, terms) in [(0, "read", 2), (1, "hits", 1)] {
        enter(page, at);
        assert_eq!(page.text("self.origin"), "null", "it is in a sandbox");
        assert_eq!(page.text("tellings.state().view"), view);
        assert_eq!(page.number("tellings.state().terms.length"), terms);
        for hidden in [".search", ".tabs", ".panel", ".collection"] {
            let height =
                format!("document.querySelector('{hidden}')?.getClientRects().length ?? 0");
            assert_eq!(page.number(&height), 0, "{hidden} is hidden");
        }
        assert_eq!(page.problems(), serde_json::json!([]));
        page.leave_frame();
    }
    enter(page, 0);
    assert_eq!(page.text("document.documentElement.dataset.theme"), "dark");
    page.press(".bare-foot button:last-of-type");
    page.wait("document.querySelector('.search').getClientRects().length", "all of it is there");
    page.leave_frame();
}

fn an_embed_is_as_high_as_what_it_shows(page: &Page) {
    open(page);
    settled(page);
    enter(page, 1);
    page.leave_frame();
    let height = "document.querySelector('#one > iframe').clientHeight";
    let second = "document.querySelector('#two > iframe').clientHeight";
    page.wait(&format!("{second} <= 700 && {second} !== 480"), "no higher than it may be");
    page.eval("document.querySelector('#one').setAttribute('height', '321')");
    page.wait(&format!("{height} === 321"), "the author's own height holds");
}

fn messages_from_strangers_are_ignored(page: &Page) {
    open(page);
    let before = settled(page);
    let height = "document.querySelector('#one > iframe').clientHeight";
    // Messages come in the order in which they were sent: what comes after all tells that
    // all have come.
    const HEAR: &str = "addEventListener('message', ({ data }) => { self.heard = data; })";
    const LAST: &str = "self.heard === 'the last'";
    page.eval(HEAR);
    page.enter_frame(0);
    page.eval(HEAR);
    page.leave_frame();
    // From this window, which is no frame of the element; then, of the frame, misshapen.
    page.eval(
        "(postMessage({ tellings: 'height', height: 5000 }, '*'), postMessage('the last', '*'))",
    );
    page.wait(LAST, "its own messages have come");
    page.eval("self.heard = null");
    page.enter_frame(0);
    for message in [
        "{ tellings: 'height', height: '5000' }",
        "{ tellings: 'height', height: -1 }",
        "{ tellings: 'height' }",
        "'height'",
        "null",
    ] {
        page.eval(&format!("parent.postMessage({message}, '*')"));
    }
    page.eval("parent.postMessage('the last', '*')");
    // From itself, not from its parent; then from the parent, but no colour.
    page.eval(
        "(postMessage({ tellings: 'embed', theme: 'light', style: { ink: 'red' } }, '*'), \
          postMessage('the last', '*'))",
    );
    page.wait(LAST, "its own messages have come");
    page.eval("self.heard = null");
    page.leave_frame();
    page.wait(LAST, "the frame's messages have come");
    page.eval(
        "((frame) => {
           frame.postMessage(
             { tellings: 'embed', style: { ink: 'url(https://example.org/)', paper: 7, other: 'red' } }, '*');
           frame.postMessage('the last', '*');
         })(document.querySelector('#one > iframe').contentWindow)",
    );
    page.enter_frame(0);
    page.wait(LAST, "the messages of the page around it have come");
    assert_eq!(page.text("document.documentElement.dataset.theme"), "dark");
    assert_eq!(page.text("document.documentElement.style.cssText"), "");
    page.leave_frame();
    assert_eq!(page.number(height), before);
}

fn the_dialog_shows_what_will_be_embedded(page: &Page) {
    page.open("#v1/hits?t=sanctions");
    page.click(".workshop-button");
    page.press("#embed-preview");
    page.wait("document.querySelector('iframe.preview')", "the frame is there");
    page.enter_frame(0);
    page.wait_until_ready();
    assert_eq!(page.text("self.origin"), "null", "it is in a sandbox");
    assert_eq!(page.text("tellings.state().view"), "hits");
    assert_eq!(page.text("document.documentElement.dataset.look"), "bare");
    page.leave_frame();
}

fn the_snippet_embeds_what_is_open(page: &Page) {
    page.open("#v1/hits?t=sanctions");
    page.click(".workshop-button");
    page.wait("document.querySelector('.embed textarea')", "the snippet is there");
    let code = page.text("document.querySelector('.embed textarea').value");
    assert!(code.contains("/a/sub/path/embed.js\"></script>"), "{code}");
    assert!(code.contains("/a/sub/path/embed.html#v1/hits?t=sanctions\""), "{code}");
    page.press(".embed .toggle:nth-of-type(2)");
    page.wait(
        "document.querySelector('.embed textarea').value.startsWith('<iframe ')",
        "the frame alone",
    );
    let src = page.text(
        "(() => {
           const code = document.querySelector('.embed textarea').value;
           return /src=\"([^\"]*)\"/.exec(code)[1].replaceAll('&amp;', '&');
         })()",
    );
    page.go(&src);
    page.wait_until_ready();
    assert_eq!(page.text("tellings.state().view"), "hits");
    assert_eq!(page.text("document.documentElement.dataset.look"), "bare");
}
