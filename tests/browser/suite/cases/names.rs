//! What a term says of the names it covers, and what a reader can undo of it.
//!
//! The chip of a name tells why spellings are one name, what it is a name of, and has a
//! switch for each joining, which counts, hits and address follow; the colour that a reader
//! chooses for it stays in the address. How names are joined is tested in `tests/mentions.rs`.

use crate::page::Page;

in_every_engine!(
    a_joining_of_names_says_why_and_is_undone_by_one_switch,
    a_term_says_what_its_name_is_of,
    a_term_takes_the_colour_that_is_chosen_and_the_address_keeps_it,
);

const COUNT: &str = "Number(document.querySelector('.term-count').textContent)";

fn a_joining_of_names_says_why_and_is_undone_by_one_switch(page: &Page) {
    page.open("#v1/hits?t=Putin");
    let all = page.number(COUNT);
    page.click(".term-button");
    page.wait("document.querySelector('.joining input')", "a joining has a switch");
    let reason = page.text("document.querySelector('.form-joined').textContent");
    assert!(reason.contains("Путин") && reason.contains("same sounds"), "{reason}");
    let why = page.text(
        "[...document.querySelectorAll('.forms-of [lang=ru]')]
           .map((word) => word.closest('label').querySelector('.form-why').textContent).join('\\n')",
    );
    assert!(why.contains("genitive"), "{why}");
    let joined = page.number("Number(document.querySelector('.joining .form-count').textContent)");
    assert!(joined > 0 && joined < all, "{joined} of {all}");
    page.press(".joining input");
    page.wait(&format!("{COUNT} === {}", all - joined), "the count follows");
    page.settle();
    assert_eq!(
        page.number("Number(document.querySelector('[data-hits]').dataset.hits)"),
        all - joined
    );
    page.wait("location.hash.includes('off=')", "the address keeps it");
    page.press(".joining input");
    page.wait(&format!("{COUNT} === {all}"), "and back again");
}

fn a_term_says_what_its_name_is_of(page: &Page) {
    page.open("#v1/hits?t=Putin");
    page.click(".term-button");
    page.wait("document.querySelector('.name-kind')", "what it is of is told");
    let told = page.text("document.querySelector('.name-kind').textContent");
    assert!(told.contains("Путин") && told.contains("person"), "{told}");
}

fn a_term_takes_the_colour_that_is_chosen_and_the_address_keeps_it(page: &Page) {
    page.open("#v1/hits?t=Putin");
    let tint = "getComputedStyle(document.querySelector('.badge')).backgroundColor";
    let before = page.text(tint);
    page.click(".term-button");
    page.press(".swatch.hue-5");
    page.wait(&format!("{tint} !== '{before}'"), "its badge has another colour");
    page.wait("location.hash.includes('colour=5')", "the address keeps the colour");
    let chosen = page.text(tint);
    page.open(&page.text("location.hash"));
    page.wait(&format!("{tint} === '{chosen}'"), "the address brings it back");
}
