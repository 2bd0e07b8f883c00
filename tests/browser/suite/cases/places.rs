//! Addresses: shared, walked back and forth, cut short.

use crate::page::{ENTER, Page};

in_every_engine!(
    a_shared_address_restores_the_view,
    back_and_forward_walk_through_the_views,
    an_address_with_nonsense_is_harmless_and_says_so,
);

fn a_shared_address_restores_the_view(page: &Page) {
    page.open("#v1/overview");
    page.keys("#search", &format!("sanctions{ENTER}"));
    page.wait("document.querySelector('.term-query')", "the term is set");
    page.settle();
    page.click(".term-button");
    page.click(".forms .form input");
    page.wait("tellings.state().terms[0].without.length === 1", "the form is off");
    page.settle();
    page.click(".forms .plain");
    page.click(".tab:nth-of-type(3)");
    page.wait(
        "document.querySelector('[data-hits]') && tellings.state().view === 'hits'",
        "the hits are shown",
    );
    let state = page.eval("tellings.state()");
    let address = page.text("tellings.state().address");
    assert!(address.contains("t=sanctions&off="), "{address}");
    page.wait("decodeURI(location.hash) === tellings.state().address", "the address bar has it");
    let count = page.text("document.querySelector('.term-count').textContent");
    page.click(".share > button");
    page.wait("document.querySelector('.share-done, .share-by-hand input')", "it can be shared");
    page.open(&address);
    assert_eq!(page.eval("tellings.state()"), state);
    assert_eq!(page.text("document.querySelector('.term-count').textContent"), count);
}

fn back_and_forward_walk_through_the_views(page: &Page) {
    let is_at = |view: &str| {
        page.wait(&format!("document.querySelector('main.{view}')"), &format!("{view} is shown"));
        // The next step is a reader's: she sees the view whole, and its address, before it.
        page.settle();
        // An address that was typed names no collection.
        let same = "[decodeURI(location.hash), tellings.state().address]
            .map((one) => one.replace(/[?&]c=\\w+/, ''))";
        page.wait(&format!("(([a, b]) => a === b)({same})"), "the address is there");
    };
    page.open("#v1/overview?t=sanctions");
    is_at("overview");
    page.click(".tab:nth-of-type(3)");
    is_at("hits");
    page.click(".tab:nth-of-type(4)");
    is_at("compare");
    page.back();
    is_at("hits");
    page.back();
    is_at("overview");
    page.forward();
    is_at("hits");
    assert_eq!(page.text("document.querySelector('.term-query').textContent"), "sanctions");
}

fn an_address_with_nonsense_is_harmless_and_says_so(page: &Page) {
    for nonsense in [
        "#v1/nowhere/at/all?t=sanctions",
        "#v9/read/2013-call",
        "#v1/read/no-such-source?t=sanctions",
        "#v1/read/2013-call?off=zz&lang=klingon&at=-5&from=yesterday&t",
        "#%E0%A4%A&&&===???###",
        "#v1/compare/a/b/c/d/e/f/g?t=<script>alert(1)</script>",
    ] {
        page.open(nonsense);
        page.wait("document.querySelector('.notices li')", &format!("{nonsense}: it is said"));
        assert_eq!(page.problems(), serde_json::json!([]), "{nonsense}");
        let total = page.number("(async () => (await tellings.search('sanctions')).total)()");
        assert!(total > 0, "{nonsense}: it still searches");
    }
}
