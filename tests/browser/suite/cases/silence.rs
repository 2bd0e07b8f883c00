//! What is put somewhere else works there, and asks nobody for anything.

use std::{collections::BTreeSet, fs};

use crate::{
    page::{Page, file_address},
    place,
    probe::probed,
};

in_every_engine!(
    the_site_asks_for_its_own_files_only,
    reading_and_searching_do_not_wait_for_what_only_comparing_needs,
    one_file_from_disk_searches_and_marks,
    one_file_from_disk_works_without_a_worker,
    a_page_in_a_sandboxed_frame_works,
);

/// Searches and reads, wherever the page is, and finds what it must.
fn search_and_read(page: &Page) {
    page.wait_until_ready();
    page.eval(
        "tellings.setState({ view: 'read', source: '2017-thaw', \
               terms: [{ query: 'sanctions', without: [] }] })",
    );
    page.wait(
        "(() => {
           const source = document.querySelector('.source-page[data-source=\"2017-thaw\"]');
           const block = source?.querySelector('.block:not([data-marks=\"0\"])');
           block?.scrollIntoView();
           return block && [...CSS.highlights.values()].some((ranges) => ranges.size > 0);
         })()",
        "the hits on screen are marked",
    );
    let requests = "performance.getEntriesByType('resource').map((one) => one.name)
        .filter((name) => !name.startsWith('blob:') && !name.startsWith('data:'))";
    assert_eq!(page.eval(requests), serde_json::json!([]), "one file asks for nothing");
}

fn the_site_asks_for_its_own_files_only(page: &Page) {
    page.open("");
    for view in ["overview", "hits", "compare", "words", "read"] {
        page.eval(&format!("tellings.setState({{ view: '{view}' }})"));
        page.wait(&format!("document.querySelector('main.{view}')"), view);
        page.settle();
    }
    let own: BTreeSet<String> = fs::read_dir(place::dist())
        .expect("the site")
        .flatten()
        .map(|file| file.file_name().to_string_lossy().into_owned())
        .filter(|name| !name.ends_with(".html"))
        .chain([String::new()])
        .collect();
    let asked = page.server.asked();
    let foreign: Vec<&String> = asked.iter().filter(|name| !own.contains(*name)).collect();
    assert!(foreign.is_empty(), "{foreign:?} was asked for");
    let away = "performance.getEntriesByType('resource').map((one) => one.name)
        .filter((name) => !name.startsWith(location.origin) && !name.startsWith('blob:')
            && !name.startsWith('data:'))";
    assert_eq!(page.eval(away), serde_json::json!([]));
}

fn reading_and_searching_do_not_wait_for_what_only_comparing_needs(page: &Page) {
    // What the page itself asked for; its service worker keeps everything for later.
    const SECOND: &str = "performance.getEntriesByType('resource')
        .filter((one) => one.name.includes('/late-')).length";
    for address in
        ["#v1/overview?t=Putin", "#v1/read/2017-thaw?t=sanctions", "#v1/hits?t=sanctions"]
    {
        page.open(address);
        page.settle();
        assert_eq!(page.number(SECOND), 0, "{address} asked for the second part");
    }
    page.eval("tellings.setState({ view: 'words' })");
    page.wait("document.querySelector('main.words table')", "words are counted");
    assert!(page.number(SECOND) > 0, "they are not counted in the first part");
}

fn one_file_from_disk_searches_and_marks(page: &Page) {
    // As published, without the probe, so that its policy is the one that is tried.
    page.go(&file_address(&place::dist().join("embed.html")));
    search_and_read(page);
    page.go(&page.file("story.html", &one_file()));
    search_and_read(page);
}

fn one_file_from_disk_works_without_a_worker(page: &Page) {
    page.go(&format!("{}?worker=refused", page.file("story.html", &one_file())));
    search_and_read(page);
    assert_eq!(page.number("probe.workers.length"), 0);
}

fn a_page_in_a_sandboxed_frame_works(page: &Page) {
    page.go(&page.server.at("blog.html"));
    page.enter_frame(0);
    search_and_read(page);
    assert_eq!(page.text("self.origin"), "null", "the sandbox is one");
}

fn one_file() -> String {
    probed(&fs::read_to_string(place::dist().join("embed.html")).expect("the one file"))
}
