//! Opening, searching, filtering, reading, comparing.

use crate::page::Page;

in_every_engine!(
    opens_with_the_authors_terms_lit,
    a_search_lights_up_hits_in_several_languages,
    switching_a_form_off_lowers_the_count_and_switching_it_on_restores_it,
    a_filter_narrows_sources_and_hits_and_can_be_let_go,
    a_name_narrows_to_the_sources_that_mention_it,
    numbers_and_dates_are_written_as_the_language_of_the_page_does,
    the_tour_shows_every_part_and_is_offered_once,
    n_and_p_walk_through_the_hits_and_on_into_the_next_source,
    a_hit_of_the_list_opens_where_it_stands,
    two_sources_stand_side_by_side_with_what_ties_them,
    figures_dates_and_quotations_lead_to_their_passages,
    up_to_four_sources_stand_side_by_side,
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
    // All but the Russian source of 2017, which names no president.
    assert_eq!(page.number(with_hits), 3);
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

fn a_name_narrows_to_the_sources_that_mention_it(page: &Page) {
    page.open("#v1/overview");
    let rows = "document.querySelectorAll('.source-row').length";
    page.wait("document.querySelector('[aria-labelledby=facet-name] .facet-value')", "names");
    let all = page.number(rows);
    let fewest = "[...document.querySelectorAll('[aria-labelledby=facet-name] .facet-value')]
        .sort((a, b) => parseInt(a.lastChild.textContent) - parseInt(b.lastChild.textContent))[0]";
    let left = page.number(&format!("parseInt(({fewest}).lastChild.textContent)"));
    assert!(left < all, "{left} of {all}");
    page.eval(&format!("({fewest}).click()"));
    page.wait(&format!("{rows} === {left}"), "as many sources as the name was said to be in");
    page.wait("location.hash.includes('named=')", "it is in the address");
    page.click(".filters .chip");
    page.wait(&format!("{rows} === {all}"), "all are back");
}

fn numbers_and_dates_are_written_as_the_language_of_the_page_does(page: &Page) {
    page.open("#v1/overview");
    let shown = "document.querySelector('.source-row time').textContent";
    for lang in ["ru", "bg", "uk", "en"] {
        page.eval(&format!(
            "(() => {{ const select = document.querySelector('#language'); select.value = '{lang}';
               select.dispatchEvent(new Event('change', {{ bubbles: true }})); }})()"
        ));
        page.wait(&format!("document.documentElement.lang === '{lang}'"), "the page speaks it");
        page.wait(
            &format!(
                "{shown} === new Intl.DateTimeFormat('{lang}' === 'en' ? 'en-GB' : '{lang}', {{
                   year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' }})
                   .format(new Date(document.querySelector('.source-row time').dateTime))"
            ),
            "a date is written as the language does",
        );
        page.wait(
            &format!(
                "document.querySelector('.source-facts').textContent.includes(
                   new Intl.NumberFormat('{lang}').format(tellings.sources()[0].words))"
            ),
            "so is a number",
        );
    }
    // One that is grouped in some of them and not in others tells that the language counts.
    assert!(page.number("tellings.sources()[0].words") > 999);
}

fn the_tour_shows_every_part_and_is_offered_once(page: &Page) {
    page.open("#v1/overview");
    page.click(".invitation .quiet");
    page.wait("document.querySelector('.tour')", "it comes with the second part");
    let mut seen = Vec::new();
    while page.is("document.querySelector('.tour')") {
        page.wait("document.activeElement?.matches('.tour, .tour *')", "it has the focus");
        let part = page.text("document.documentElement.dataset.tour");
        assert!(!seen.contains(&part), "{part} again after {seen:?}");
        seen.push(part);
        let before = page.text("document.querySelector('.tour-step').textContent");
        page.eval("document.querySelector('.tour [aria-pressed=true]').click()");
        page.wait(
            &format!("document.querySelector('.tour-step')?.textContent !== '{before}'"),
            "it goes on",
        );
    }
    assert_eq!(seen, ["search", "terms", "panel", "read", "compare", "share"]);
    assert!(page.is("!document.documentElement.dataset.tour"));
    page.open("#v1/overview");
    assert!(page.is("!document.querySelector('.invitation')"), "it is offered once");
    page.click(".help-button");
    page.click(".help > .toggle");
    page.wait("document.querySelector('.tour')", "the help has it");
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
    page.click(".faces .segment:nth-of-type(3)");
    page.wait(
        "/Putin|Путин/.test(document.querySelector('.shared-tables')?.textContent)",
        "what they share is shown",
    );
    page.click(".choice .swap");
    page.wait(&format!("{chosen} === '2013-call,2021-video-call'"), "the columns are swapped");
}

fn figures_dates_and_quotations_lead_to_their_passages(page: &Page) {
    page.open("#v1/compare/2017-thaw/2021-video-call");
    page.click(".faces .segment:nth-of-type(4)");
    page.wait("document.querySelectorAll('.told-table tbody tr').length > 3", "they are listed");
    page.eval("document.querySelector('.told-table tbody a').click()");
    page.wait("document.querySelector('.text .is-target')", "the passage is shown");
}

fn up_to_four_sources_stand_side_by_side(page: &Page) {
    let columns = "document.querySelectorAll('.columns-head h2').length";
    page.open("#v1/compare/2021-video-call/2013-call");
    for count in [3, 4] {
        page.click(".choice > .quiet");
        page.wait(&format!("{columns} === {count}"), "one more stands there");
        page.wait("document.querySelector('.pairs > li .passage')", "with its passages");
    }
    assert!(!page.is("document.querySelector('.choice > .quiet')"), "four is the most");
    assert!(page.text("tellings.state().address").matches('/').count() == 5);
    page.click(".choice-one:first-child .plain");
    page.wait(&format!("{columns} === 3"), "one is taken away");
}
