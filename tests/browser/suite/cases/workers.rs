//! The worker: refused, dead, gone without a word.

use crate::page::{ENTER, Page};

in_every_engine!(
    without_a_worker_the_page_does_the_work_itself,
    a_worker_that_died_is_replaced,
    a_worker_that_does_not_answer_is_replaced,
);

fn search(page: &Page) {
    page.keys("#search", &format!("sanctions{ENTER}"));
    page.wait(
        "document.querySelector('.term-query')?.textContent === 'sanctions'",
        "the term is set",
    );
    page.settle();
    assert!(page.number("Number(document.querySelector('.term-count').textContent)") > 0);
}

fn without_a_worker_the_page_does_the_work_itself(page: &Page) {
    page.open("?worker=refused#v1/overview");
    assert_eq!(page.number("probe.workers.length"), 0);
    page.wait("document.querySelector('.notices li')", "it is said");
    search(page);
}

fn a_worker_that_died_is_replaced(page: &Page) {
    page.open("#v1/overview");
    page.eval("probe.workers[0].dispatchEvent(new ErrorEvent('error', { message: 'killed' }))");
    search(page);
    assert_eq!(page.number("probe.workers.length"), 2);
    page.wait("document.querySelector('.notices li')", "it is said");
}

fn a_worker_that_does_not_answer_is_replaced(page: &Page) {
    page.open("#v1/overview");
    page.eval("probe.workers[0].terminate()");
    // After the deadline of an answer.
    search(page);
    assert_eq!(page.number("probe.workers.length"), 2);
    page.wait("document.querySelector('.notices li')", "it is said");
}
