//! The parts of the Overview, and where their numbers lead.

use crate::page::Page;

in_every_engine!(
    a_number_of_the_table_leads_to_its_passages,
    a_rate_is_shown_in_place_of_counts_and_back,
    a_date_of_the_timeline_leads_to_its_passage,
);

fn a_number_of_the_table_leads_to_its_passages(page: &Page) {
    page.open("#v1/overview");
    page.click("main .segment:nth-of-type(2)");
    page.wait("document.querySelector('.matrix tbody tr')", "the table is there");
    page.wait("location.hash.includes('overview/coverage')", "the part is in the address");
    let label = page.text("document.querySelector('.matrix tbody .word').textContent");
    page.click(".cell-button");
    page.wait("tellings.state().terms.length === 1", &format!("{label} is a term"));
    page.wait("document.querySelector('.text .is-current, .text .is-target')", "it is shown");
    assert_eq!(page.text("tellings.state().view"), "read");
}

fn a_rate_is_shown_in_place_of_counts_and_back(page: &Page) {
    page.open("#v1/overview/coverage");
    page.wait("document.querySelector('.cell-button')", "the table is there");
    let cell = "document.querySelector('.cell-button').textContent";
    let count = page.text(cell);
    page.click(".controls .segments:nth-of-type(2) .segment:nth-of-type(2)");
    page.wait(&format!("{cell}.includes('.')"), "a rate has tenths");
    page.click(".controls .segments:nth-of-type(2) .segment:nth-of-type(1)");
    page.wait(&format!("{cell} === '{count}'"), "the count is back");
}

fn a_date_of_the_timeline_leads_to_its_passage(page: &Page) {
    page.open("#v1/overview/timeline");
    page.wait("document.querySelector('svg.timeline circle')", "the drawing is there");
    let told = "[...document.querySelectorAll('.moments tbody a')]
        .find((link) => link.hash.includes('at='))";
    let address = page.text(&format!("{told}.hash"));
    page.eval(&format!("{told}.click()"));
    page.wait("document.querySelector('.source-page .is-target')", "the passage is shown");
    let at = address.rsplit("at=").next().unwrap_or_default().to_owned();
    assert!(page.text("tellings.state().address").contains(&format!("at={at}")), "{address}");
}
