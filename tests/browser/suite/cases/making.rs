//! A collection made, corrected, kept and saved in the page.

use serde_json::json;

use crate::{page::Page, probe::probed};

in_every_engine!(
    a_pasted_text_becomes_a_source_and_can_be_taken_back,
    a_source_is_corrected_and_another_removed,
    a_saved_page_works_and_saves_itself_again,
    a_saved_page_has_the_notes_and_the_switches_that_were_to_go_with_it,
    sources_are_put_in_another_order_by_keys_and_by_dragging,
    a_kept_collection_is_there_after_a_reload,
    going_back_to_what_was_open_leaves_the_kept_one_as_it_is,
    a_kept_collection_can_be_renamed,
    a_full_browser_says_so_and_nothing_is_lost,
    a_browser_that_keeps_nothing_says_so,
    a_pack_is_saved_and_opened_with_its_notes,
    files_are_saved_as_an_archive_that_gives_the_collection_back,
    a_shared_address_of_another_collection_warns,
);

/// What would be downloaded is kept to be looked at.
const CATCH: &str = "(() => {
  const make = URL.createObjectURL;
  URL.createObjectURL = (blob) => {
    if (!blob.type.startsWith('text/javascript')) self.saved = blob;
    return make.call(URL, blob);
  };
  HTMLAnchorElement.prototype.click = () => {};
})()";

fn open(page: &Page) {
    page.click(".workshop-button");
    page.wait("document.querySelector('dialog.workshop[open]')", "the dialog is open");
}

fn wait_for_sources(page: &Page, count: usize) {
    page.wait(
        &format!("tellings.sources().length === {count} && !document.querySelector('.bench-work')"),
        &format!("there are {count} sources"),
    );
}

fn paste(page: &Page, text: &str) {
    page.click(".paste summary");
    // All at once, as a paste comes.
    page.eval(&format!(
        "(() => {{
           const field = document.querySelector('#add-text');
           field.value = {};
           field.dispatchEvent(new InputEvent('input', {{ bubbles: true }}));
         }})()",
        json!(text)
    ));
    page.press("#add-pasted");
}

fn a_pasted_text_becomes_a_source_and_can_be_taken_back(page: &Page) {
    page.open("#v1/overview");
    open(page);
    paste(page, "Talks in Geneva\n\nThe delegations spoke of sanctions for two hours.\n");
    wait_for_sources(page, 5);
    page.wait("document.querySelector('.report-source')", "what was understood is told");
    let total = page.number("(async () => (await tellings.search('Geneva')).total)()");
    assert!(total > 0, "it is found");
    page.click("#undo-change");
    wait_for_sources(page, 4);
    assert_eq!(page.number("(async () => (await tellings.search('Geneva')).total)()"), 0);
}

fn a_source_is_corrected_and_another_removed(page: &Page) {
    page.open("#v1/overview");
    open(page);
    page.click(".correct > summary");
    page.click(".correct-list > li:first-child summary");
    let outlet = ".correct-list > li:first-child .field:nth-child(2) input";
    page.eval(&format!("document.querySelector({}).value = ''", json!(outlet)));
    page.keys(outlet, "The Example");
    page.click(".correct-list > li:nth-child(2) .check input");
    page.click("#apply-changes");
    wait_for_sources(page, 3);
    page.wait("tellings.sources()[0].outlet === 'The Example'", "the correction holds");
    page.click("#undo-change");
    wait_for_sources(page, 4);
    assert_ne!(page.text("tellings.sources()[0].outlet"), "The Example");
}

fn a_saved_page_works_and_saves_itself_again(page: &Page) {
    page.open("#v1/overview");
    page.eval(CATCH);
    open(page);
    page.press("#save-page");
    page.wait("self.saved", "a page is saved");
    let saved = page.text("self.saved.text()");
    page.go(&page.file("saved.html", &probed(&saved)));
    page.wait_until_ready();
    assert_eq!(page.number("tellings.sources().length"), 4);
    let total = page.number("(async () => (await tellings.search('sanctions')).total)()");
    assert!(total > 0, "the saved page searches");
    // And can be saved again, with the same result.
    page.eval(CATCH);
    open(page);
    page.press("#save-page");
    page.wait("self.saved", "it is saved again");
    let second = page.text("self.saved.text()");
    page.go(&page.file("second.html", &second));
    page.wait_until_ready();
    page.eval(CATCH);
    open(page);
    page.press("#save-page");
    page.wait("self.saved", "it is saved a third time");
    assert!(page.text("self.saved.text()") == second, "the same in gives the same out");
}

/// Ticks what the saved page shall be like.
fn wish(page: &Page, wishes: &[&str]) {
    for wish in wishes {
        page.eval(&format!(
            "[...document.querySelectorAll('.save .check')]
               .find((one) => one.textContent.includes('{wish}')).click()"
        ));
    }
}

/// Writes a note on the source that is open, as a reader does.
fn note(page: &Page, text: &str) {
    page.click(".quote-box > button");
    page.click(".quote-panel .toggle");
    page.keys(".note-field textarea", text);
    page.eval("void document.activeElement.blur()");
    page.wait("document.querySelector('.panel-notes li')", "the note is listed");
}

fn a_saved_page_has_the_notes_and_the_switches_that_were_to_go_with_it(page: &Page) {
    page.open("#v1/read/2013-call?t=sanctions&off=en:sanctions");
    let total = "(async () => document.querySelector('.term-count').textContent)()";
    let count = page.text(total);
    note(page, "Who was there?");
    page.eval(CATCH);
    open(page);
    wish(page, &["with your notes", "opens with the present terms"]);
    page.press("#save-page");
    page.wait("self.saved", "a page is saved");
    let saved = page.text("self.saved.text()");
    page.go(&page.file("switched.html", &probed(&saved)));
    page.wait_until_ready();
    assert_eq!(page.text("tellings.state().source"), "2013-call");
    assert_eq!(page.text("tellings.state().terms[0].without[0].form"), "sanctions");
    assert_eq!(page.text(total), count, "the switch holds");
    page.wait(
        "document.querySelector('.panel-notes')?.textContent.includes('Who was there?')",
        "the note is there",
    );
    page.eval("document.querySelector('.panel-notes a').click()");
    page.click(".note-field button");
    page.wait("!document.querySelector('.panel-notes')", "it is taken away");
    page.go("about:blank");
    page.go(&page.file("switched.html", &probed(&saved)));
    page.wait_until_ready();
    assert!(page.is("!document.querySelector('.panel-notes')"), "it does not come back");
}

fn order(page: &Page) -> String {
    page.text("tellings.sources().map((source) => source.id).join(' ')")
}

fn sources_are_put_in_another_order_by_keys_and_by_dragging(page: &Page) {
    page.open("#v1/overview");
    let before = order(page);
    let [first, second, third, fourth] = before.split(' ').collect::<Vec<_>>()[..] else {
        panic!("{before}: four sources")
    };
    open(page);
    page.click(".correct > summary");
    page.eval("void document.querySelector('#move-down-0').focus()");
    page.keys("#move-down-0", "\u{E007}");
    page.wait("document.activeElement.id === 'move-down-0'", "the button keeps the focus");
    page.wait(
        "document.querySelector('.correct > [role=status]').textContent.includes('2')",
        "its place is said",
    );
    // The last one is dragged to the top.
    page.eval(
        "(() => {
           const data = new DataTransfer();
           const rows = document.querySelectorAll('.correct-list > li');
           const at = (type, node) => node.dispatchEvent(
             new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: data }));
           at('dragstart', rows[3].querySelector('.handle'));
           at('dragover', rows[0]);
           at('drop', rows[0]);
         })()",
    );
    page.press("#apply-changes");
    let wanted = format!("{fourth} {second} {first} {third}");
    page.wait(
        &format!("tellings.sources().map((source) => source.id).join(' ') === '{wanted}'"),
        "they stand in the new order",
    );
    page.wait("document.querySelector('#undo-change')", "it can be taken back");
    page.press("#undo-change");
    page.wait(
        &format!("tellings.sources().map((source) => source.id).join(' ') === '{before}'"),
        "they stand as before",
    );
}

fn a_kept_collection_can_be_renamed(page: &Page) {
    page.open("#v1/overview");
    open(page);
    page.press("#keep");
    page.wait("document.querySelector('.kept.is-open')", "it is kept");
    page.eval("document.querySelector('#keep-name').value = 'Under another name'");
    page.press(".kept-rename");
    let name = "document.querySelector('.kept-name')?.textContent === 'Under another name'";
    page.wait(name, "it has the name");
    page.open("#v1/overview");
    open(page);
    page.wait(name, "and keeps it");
    page.press(".kept-open");
    page.wait("document.querySelector('.kept.is-open')", "it can be opened");
    page.eval("document.querySelector('#keep-name').value = 'And another'");
    page.press(".kept-rename");
    let name = "document.querySelector('.kept-name')?.textContent === 'And another'";
    page.wait(name, "it has that name");
    paste(
        page,
        "Talks in Geneva

The delegations spoke of sanctions for two hours.
",
    );
    wait_for_sources(page, 5);
    page.wait(name, "and does not get the old one back with a change");
}

fn a_full_browser_says_so_and_nothing_is_lost(page: &Page) {
    page.open("#v1/overview");
    open(page);
    page.press("#keep");
    page.wait("document.querySelector('.kept.is-open')", "it is kept");
    page.eval(
        "(() => {
           const put = IDBObjectStore.prototype.put;
           IDBObjectStore.prototype.put = function (value, ...key) {
             if (String(value) === '[object ArrayBuffer]') throw new DOMException('', 'QuotaExceededError');
             return put.call(this, value, ...key);
           };
         })()",
    );
    paste(page, "Talks in Geneva\n\nThe delegations spoke of sanctions for two hours.\n");
    wait_for_sources(page, 5);
    page.wait("document.querySelector('.problems li')", "it is said that the change is not kept");
    assert!(page.text("document.querySelector('.problems li').textContent").contains("no room"));
    page.press("#keep");
    page.wait("document.querySelector('.kept-part .problem')", "it is said again");
    assert!(page.is("document.querySelector('.kept')"), "what was kept is still listed");
    assert_eq!(page.number("tellings.sources().length"), 5);
    page.open("#v1/overview");
    open(page);
    page.press(".kept-open");
    page.wait("document.querySelector('.kept.is-open')", "what was kept before opens");
    wait_for_sources(page, 4);
}

fn a_pack_is_saved_and_opened_with_its_notes(page: &Page) {
    page.open("#v1/read/2013-call");
    note(page, "Who was there?");
    page.eval(CATCH);
    open(page);
    paste(page, "Talks in Geneva\n\nThe delegations spoke of sanctions for two hours.\n");
    wait_for_sources(page, 5);
    page.press("#save-pack");
    page.wait("self.saved", "a pack is saved");
    page.press("#undo-change");
    wait_for_sources(page, 4);
    choose(page, "#open-pack", "self.saved", "talks.pack");
    wait_for_sources(page, 5);
    page.wait(
        "document.querySelector('.panel-notes')?.textContent.includes('Who was there?')",
        "the note came along",
    );
}

/// Gives a field of files a file of that name, whose content is an expression.
fn choose(page: &Page, field: &str, content: &str, name: &str) {
    page.eval(&format!(
        "(() => {{
           const files = new DataTransfer();
           files.items.add(new File([{content}], '{name}'));
           const field = document.querySelector('{field}');
           field.files = files.files;
           field.dispatchEvent(new Event('change', {{ bubbles: true }}));
         }})()"
    ));
}

fn files_are_saved_as_an_archive_that_gives_the_collection_back(page: &Page) {
    page.open("#v1/overview");
    open(page);
    let html = "<!doctype html><html lang=en><title>Talks</title><article><h1>Talks in Geneva</h1>\
                <p>The delegations spoke of sanctions for two hours.</article>";
    choose(page, "#add-files", &json!(html).to_string(), "geneva.html");
    wait_for_sources(page, 5);
    page.click(".correct > summary");
    page.click(".correct-list > li:last-child summary");
    let outlet = ".correct-list > li:last-child .field:nth-child(2) input";
    page.keys(outlet, "The Example");
    page.click(".correct-list > li:nth-child(2) .check input");
    page.press("#apply-changes");
    wait_for_sources(page, 4);
    // The files are kept with the collection.
    page.press("#keep");
    page.wait("document.querySelector('.kept.is-open')", "it is kept");
    page.open("#v1/overview");
    open(page);
    page.press(".kept-open");
    page.wait("document.querySelector('.kept.is-open')", "it is open again");
    let told = "JSON.stringify(tellings.sources().map(({ id, title, outlet, date, lang, words }) =>
        [id, title, outlet, date, lang, words]))";
    let before = page.text(told);
    assert!(before.contains("The Example"), "{before}");
    page.eval(CATCH);
    page.press("#save-archive");
    page.wait("self.saved?.type === 'application/zip'", "an archive is saved");
    let names = page.text("self.saved.text()");
    assert!(
        names.contains("geneva.html") && names.contains("collection.toml"),
        "the file is in it"
    );
    page.press("#undo-change");
    page.wait(
        &format!("!{told}.includes('The Example') && !document.querySelector('.bench-work')"),
        "it is as it was published",
    );
    page.press(".add .check input");
    choose(page, "#add-files", "self.saved", "talks.zip");
    page.wait(&format!("{told} === {}", json!(before)), "it is the same collection");
}

fn a_kept_collection_is_there_after_a_reload(page: &Page) {
    page.open("#v1/overview");
    open(page);
    paste(page, "Talks in Geneva\n\nThe delegations spoke of sanctions for two hours.\n");
    wait_for_sources(page, 5);
    page.press("#keep");
    page.wait("document.querySelector('.kept.is-open')", "it is kept");
    page.open("#v1/overview");
    wait_for_sources(page, 4);
    open(page);
    page.click(".kept-open");
    wait_for_sources(page, 5);
    page.click(".kept-remove");
    page.wait("!document.querySelector('.kept')", "it is gone");
    page.click(".kept-back");
    page.wait("document.querySelector('.kept')", "it is back");
}

fn going_back_to_what_was_open_leaves_the_kept_one_as_it_is(page: &Page) {
    page.open("#v1/overview");
    open(page);
    paste(page, "Talks in Geneva\n\nThe delegations spoke of sanctions for two hours.\n");
    wait_for_sources(page, 5);
    page.press("#keep");
    page.wait("document.querySelector('.kept.is-open')", "it is kept");
    page.open("#v1/overview");
    open(page);
    page.press(".kept-open");
    wait_for_sources(page, 5);
    page.press("#undo-change");
    wait_for_sources(page, 4);
    page.open("#v1/overview");
    open(page);
    page.press(".kept-open");
    wait_for_sources(page, 5);
}

fn a_browser_that_keeps_nothing_says_so(page: &Page) {
    page.open("#v1/overview");
    page.eval(
        "IDBFactory.prototype.open = () => { throw new DOMException('no storage here', 'SecurityError'); }",
    );
    open(page);
    page.wait("document.querySelector('.kept-part .problem')", "it is said");
    assert!(
        page.text("document.querySelector('.kept-part .problem').textContent")
            .contains("no storage here")
    );
}

fn a_shared_address_of_another_collection_warns(page: &Page) {
    page.open("#v1/hits?t=sanctions&c=00000000");
    page.wait("document.querySelector('.notices li')", "it is said");
    page.eval("void Object.defineProperty(navigator, 'clipboard', { value: undefined })");
    page.click(".share > button");
    page.wait("document.querySelector('.share-by-hand input')", "the address is there");
    let address = page.text("document.querySelector('.share-by-hand input').value");
    assert!(address.contains("&c=") && !address.contains("00000000"), "{address}");
    page.go("about:blank");
    page.go(&address);
    page.wait_until_ready();
    assert!(!page.is("document.querySelector('.notices li')"), "it is the same collection");
}
