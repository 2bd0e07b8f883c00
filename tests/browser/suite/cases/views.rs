//! Opening, searching, filtering, reading, comparing.

use crate::page::Page;

in_every_engine!(
    opens_with_the_authors_terms_lit,
    a_search_lights_up_hits_in_several_languages,
    switching_a_form_off_lowers_the_count_and_switching_it_on_restores_it,
    a_filter_narrows_sources_and_hits_and_can_be_let_go,
    n_and_p_walk_through_the_hits_and_on_into_the_next_source,
    a_hit_of_the_list_opens_where_it_stands,
    two_sources_stand_side_by_side_with_what_ties_them,
);

fn opens_with_the_authors_terms_lit(page: &Page) {
    page.open("");
    let terms =
        page.text("[...document.querySelectorAll('.term-query')].map((q) => q.textContent).join()");
    assert_eq!(terms, "Putin,sanctions");
    assert!(page.is("document.title.includes('Washington and Moscow')"));
    assert_eq!(page.number("tellings.sources().length"), 4);
    page.wait(
        "[...CSS.highlights.values()].some((ranges) => ranges.size > 0)",
        "a preset term is lit",
    );
}

fn a_search_lights_up_hits_in_several_languages(page: &Page) {
    page.open("#v1/overview");
    assert_eq!(page.number("document.querySelectorAll('.term').length"), 0);
    // Not Enter: WebKitGTK's list of suggestions keeps the first one for itself.
    page.keys("#search", "Putin");
    page.click(".search-add");
    page.wait("document.querySelector('.term-query')?.textContent === 'Putin'", "the term is set");
    page.settle();
    let found = page
        .eval("(async () => (await tellings.search('Putin')).forms.map((form) => form.lang))()");
    assert!(["en", "ru", "bg"].iter().all(|lang| found.to_string().contains(lang)), "{found}");
    let with_hits = "[...document.querySelectorAll('.source-row .count:not(.is-none)')].length";
    assert!(page.number(with_hits) >= 3);
}

fn switching_a_form_off_lowers_the_count_and_switching_it_on_restores_it(page: &Page) {
    const COUNT: &str = "Number(document.querySelector('.term-count').textContent)";
    page.open("#v1/hits?t=sanctions");
    let all = page.number(COUNT);
    page.click(".term-button");
    page.wait("document.querySelector('.forms .form')", "the forms are listed");
    let of_first = page.number("Number(document.querySelector('.form-count').textContent)");
    assert!(0 < of_first && of_first < all, "{of_first} of {all}");
    page.click(".forms .form input");
    page.wait(&format!("{COUNT} === {}", all - of_first), "the count is lower");
    page.wait(
        &format!(
            "Number(document.querySelector('[data-hits]').dataset.hits) === {}",
            all - of_first
        ),
        "the list is as much shorter",
    );
    page.click(".forms .form input");
    page.wait(&format!("{COUNT} === {all}"), "the count is back");
}

fn a_filter_narrows_sources_and_hits_and_can_be_let_go(page: &Page) {
    page.open("#v1/overview?t=Putin");
    let rows = "document.querySelectorAll('.source-row').length";
    let count = "Number(document.querySelector('.term-count').textContent)";
    let (all, hits) = (page.number(rows), page.number(count));
    page.click("[aria-labelledby=facet-lang] .facet-value");
    page.wait(&format!("{rows} < {all} && {count} < {hits}"), "fewer sources and hits");
    page.click(".filters .chip");
    page.wait(&format!("{rows} === {all} && {count} === {hits}"), "all are back");
}

fn n_and_p_walk_through_the_hits_and_on_into_the_next_source(page: &Page) {
    const AT: &str = "document.querySelector('.strip-count')?.textContent";
    const CURRENT: &str = "document.querySelector('.text .is-current')";
    page.open("#v1/read/2017-thaw?t=sanctions&t=diplomats");
    page.keys("body", "n");
    page.wait(&format!("{AT}.startsWith('1 ') && {CURRENT}"), "the first hit is current");
    page.keys("body", "n");
    page.wait(&format!("{AT}.startsWith('2 ')"), "the second hit is current");
    let seen = format!(
        "(() => {{ const at = {CURRENT}?.getBoundingClientRect();
           return at && at.top >= 0 && at.bottom <= innerHeight; }})()"
    );
    page.wait(&seen, "the current hit is on screen");
    page.keys("body", "p");
    page.wait(&format!("{AT}.startsWith('1 ')"), "the first hit is current again");
    page.keys("body", "p");
    page.wait(
        "document.querySelector('.source-page').dataset.source !== '2017-thaw'",
        "the walk goes on in the source before",
    );
}

fn a_hit_of_the_list_opens_where_it_stands(page: &Page) {
    page.open("#v1/hits?t=sanctions");
    page.wait("document.querySelector('.hit-lines li a')", "the hits are listed");
    page.click(".hit-lines li a");
    page.wait("document.querySelector('.text .is-current')", "the hit is current in its source");
    assert!(page.text("tellings.state().address").starts_with("#v1/read/"));
}

fn two_sources_stand_side_by_side_with_what_ties_them(page: &Page) {
    page.open("#v1/compare/2021-video-call/2013-call");
    page.wait("document.querySelector('.pairs > li')", "passages stand side by side");
    let heads = page.number("document.querySelectorAll('.columns-head h2').length");
    assert_eq!(heads, 2);
    let chosen = "[...document.querySelectorAll('.choice select')].map((one) => one.value).join()";
    assert_eq!(page.text(chosen), "2021-video-call,2013-call");
    assert!(page.is("document.querySelector('.shared-tables').textContent.includes('Putin') \
                     || document.querySelector('.shared-tables').textContent.includes('Путин')"));
    page.click(".choice button");
    page.wait(&format!("{chosen} === '2013-call,2021-video-call'"), "the columns are swapped");
}
