//! The words of a group, alone and against others.

use crate::page::Page;

in_every_engine!(
    a_group_is_set_against_the_rest_and_named_in_the_address,
    the_table_of_words_is_sorted_by_its_heads,
);

fn a_group_is_set_against_the_rest_and_named_in_the_address(page: &Page) {
    page.open("#v1/words?unit=words");
    page.wait("document.querySelector('.word-table tbody tr')", "frequencies are listed");
    page.eval(
        "(() => { const select = document.querySelector('.group-choice select');
           select.value = 'lang:ru'; select.dispatchEvent(new Event('change', { bubbles: true })); })()",
    );
    page.wait("document.querySelectorAll('.group-choice').length === 2", "there are two groups");
    page.settle();
    page.wait(
        "decodeURIComponent(location.hash).includes('these=lang:ru')",
        "the address names it",
    );
    page.wait("document.querySelector('.word-table tbody tr')", "what sets it apart is listed");
    let word = page.text("document.querySelector('.word-table tbody .word').textContent");
    page.click(".word-table tbody .word");
    page.wait(
        "document.querySelector('main.hits [data-hits]')?.dataset.hits > 0",
        &format!("the concordance of {word} is open"),
    );
}

fn the_table_of_words_is_sorted_by_its_heads(page: &Page) {
    page.open("#v1/words?unit=words");
    page.wait("document.querySelector('.word-table tbody tr')", "frequencies are listed");
    let first = "document.querySelector('.word-table tbody .word').textContent";
    let most = page.text(first);
    page.click(".word-table thead .column-head");
    page.wait(&format!("{first} !== '{most}'"), "the alphabet gives another order");
    page.wait("document.querySelector('.word-table [aria-sort]')", "the head says so");
    page.click(".word-table thead th:nth-of-type(2) .column-head");
    page.wait(&format!("{first} === '{most}'"), "counted, the most frequent is first again");
}
