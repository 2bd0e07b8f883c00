//! Without a program, without a network after the first visit, and from one version to the
//! next.

use std::{fs, path::PathBuf, process::Command};

use crate::{page::Page, place};

in_every_engine!(
    a_source_has_a_page_of_its_own_that_leads_to_the_whole,
    after_the_first_visit_the_site_needs_no_host,
    a_new_version_is_offered_and_comes_whole,
);

fn a_source_has_a_page_of_its_own_that_leads_to_the_whole(page: &Page) {
    page.go(&page.server.at("sources/2013-call.html"));
    page.wait("document.querySelector('article h1')", "it can be read");
    assert_eq!(page.number("document.scripts.length"), 0);
    assert!(
        page.is("getComputedStyle(document.querySelector('main')).maxWidth !== 'none'"),
        "styled"
    );
    assert!(page.is("document.querySelector('meta[property=\"og:title\"]').content"), "previewed");
    page.click("main > p a:nth-of-type(2)");
    page.wait_until_ready();
    assert_eq!(page.text("tellings.state().source"), "2013-call");
}

/// Waits until the site is kept.
fn keep(page: &Page) {
    page.wait(
        "navigator.serviceWorker.controller?.state === 'activated'",
        "the worker of the site is at work",
    );
}

fn search(page: &Page) {
    let total = page.number("(async () => (await tellings.search('sanctions')).total)()");
    assert!(total > 0, "it searches");
}

fn after_the_first_visit_the_site_needs_no_host(page: &Page) {
    page.open("");
    keep(page);
    page.server.change(None);
    page.open("#v1/hits?t=sanctions");
    search(page);
    page.open("?anything#v1/read/2017-thaw");
    search(page);
}

/// A site of the same sources under another title.
fn another(page: &Page) -> PathBuf {
    let folder = page.folder().to_owned();
    let sources = folder.join("sources");
    fs::create_dir_all(&sources).expect("a folder for the sources");
    for file in fs::read_dir(place::sources()).expect("the sources").flatten() {
        fs::copy(file.path(), sources.join(file.file_name())).expect("a copy");
    }
    let about = sources.join("collection.toml");
    let told = fs::read_to_string(&about).expect("what the collection is");
    let title = told.lines().find(|line| line.starts_with("title")).expect("its title");
    fs::write(&about, told.replace(title, "title = \"The new version\"")).expect("another title");
    let site = folder.join("site");
    let mut command = Command::new(place::command_line());
    command.arg("site").arg(&sources).arg("-o").arg(&site);
    command.arg("--viewer").arg(place::dist().join("viewer.html"));
    assert!(command.output().expect("the command line").status.success());
    site
}

fn a_new_version_is_offered_and_comes_whole(page: &Page) {
    page.open("#v1/overview");
    keep(page);
    let before = page.text("document.querySelector('h1.collection').textContent");
    let site = another(page);
    page.server.change(Some(site.clone()));
    // Half of it is there: the old version stays.
    let pack = fs::read_dir(&site)
        .expect("the site")
        .flatten()
        .map(|file| file.path())
        .find(|path| path.extension().is_some_and(|ending| ending == "pack"))
        .expect("its pack");
    let away = pack.with_extension("away");
    fs::rename(&pack, &away).expect("the pack is away");
    page.eval("navigator.serviceWorker.ready.then((one) => one.update()).catch(() => null)");
    page.open("#v1/hits?t=sanctions");
    assert_eq!(page.text("document.querySelector('h1.collection').textContent"), before);
    search(page);
    // All of it is there: it is offered, and taken.
    fs::rename(&away, &pack).expect("the pack is back");
    page.eval("navigator.serviceWorker.ready.then((one) => one.update())");
    page.wait("document.querySelector('.update button')", "the new version is offered");
    assert_eq!(page.text("document.querySelector('h1.collection').textContent"), before);
    page.click(".update button");
    page.wait(
        "document.querySelector('h1.collection')?.textContent === 'The new version'",
        "the new version is there",
    );
    page.wait_until_ready();
    search(page);
}
