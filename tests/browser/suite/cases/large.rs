//! A collection of thousands of sources keeps the page light.

use std::{fmt::Write as _, fs, process::Command};

use serde_json::json;

use crate::{driver::Engine, page::Page, place, probe::probed};

/// How many sources.
const SOURCES: usize = 3_000;
/// The most elements that the page may have outside Read.
const MOST: u64 = 5_000;

const WORDS: [&str; 12] = [
    "talks",
    "sanctions",
    "minister",
    "embassy",
    "border",
    "price",
    "winter",
    "treaty",
    "grain",
    "harbour",
    "letter",
    "election",
];

/// Sources in three languages, from many outlets and days, each with words of its own.
fn sources() -> String {
    let mut lines = String::new();
    for number in 0..SOURCES {
        let word = |at: usize| WORDS[(number * 7 + at * 5) % WORDS.len()];
        let text = format!(
            "The {} and the {} of Saint Nowhere\n\nOn {} May {} the {} came to Istanbul with {} people. \
             The {} will wait, said the mayor.\n",
            word(0),
            word(1),
            number % 28 + 1,
            1990 + number % 30,
            word(2),
            number + 2,
            word(3)
        );
        let lang = ["en", "ru", "bg"][number % 3];
        let source = json!({
            "id": format!("source-{number}"), "text": text, "lang": lang,
            "outlet": format!("Outlet {}", number % 90),
            "date": format!("{}-05-{:02}", 1990 + number % 30, number % 28 + 1),
        });
        let _ = writeln!(lines, "{source}");
    }
    lines
}

/// A page with all of them.
fn opened() -> Option<Page> {
    let page = Page::in_a(Engine::Chromium)?;
    let folder = page.folder().join("large");
    fs::create_dir_all(&folder).expect("a folder");
    let (data, made) = (folder.join("sources.jsonl"), folder.join("large.html"));
    fs::write(&data, sources()).expect("the sources");
    let mut command = Command::new(place::command_line());
    command.arg("page").arg(&data).arg("-o").arg(&made);
    command.arg("--viewer").arg(place::dist().join("viewer.html"));
    assert!(command.status().expect("the command line").success());
    let story = fs::read_to_string(&made).expect("the page");
    _ = fs::remove_dir_all(&folder);
    page.go(&page.file("large.html", &probed(&story)));
    page.wait_until_ready();
    assert_eq!(page.number("tellings.sources().length"), SOURCES as u64);
    Some(page)
}

#[test]
fn a_long_job_tells_how_far_it_is_and_can_be_stopped_while_search_goes_on() {
    let Some(page) = opened() else { return };
    page.eval("location.hash = '#v1/overview/events'");
    page.wait("document.querySelector('.job progress')", "the job is under way");
    let found = page.eval("(async () => (await tellings.search('harbour')).total)()");
    assert!(found.as_u64().is_some_and(|hits| hits > 0), "{found}");
    assert!(page.is("document.querySelector('.job progress')"), "it was answered meanwhile");
    page.press(".job button");
    page.wait("document.querySelector('.job [role=status]')", "it says that it was stopped");
    page.press(".job button");
    page.wait("document.querySelector('.job progress')?.value > 0", "it goes on when asked");
    // Going away stops it, too.
    page.eval("location.hash = '#v1/overview'");
    page.settle();
    assert_eq!(page.problems(), json!([]));
}

#[test]
fn no_view_of_thousands_of_sources_has_thousands_of_elements() {
    let Some(page) = opened() else { return };
    for address in [
        "#v1/overview?t=talks&t=sanctions",
        "#v1/overview/coverage?t=talks",
        "#v1/overview/timeline",
        "#v1/hits?t=talks&t=sanctions&group=form",
        "#v1/compare/source-1/source-2/source-4/source-5",
        "#v1/words?unit=words&these=lang:en",
    ] {
        page.eval(&format!("location.hash = {}", json!(address)));
        let view = address.split(['/', '?']).nth(1).unwrap_or_default();
        page.wait(&format!("document.querySelector('main.{view}')"), address);
        page.settle();
        for scroll in [0, 20_000, 0] {
            // What comes on screen is drawn in the next frame, and is told of in that after it.
            page.eval(&format!(
                "(scrollTo(0, {scroll}), new Promise((resume) =>
                   requestAnimationFrame(() => requestAnimationFrame(() => resume()))))"
            ));
            page.settle();
            let count = page.number("document.querySelectorAll('*').length");
            assert!(count < MOST, "{address} has {count} elements, scrolled to {scroll}");
        }
    }
    assert_eq!(page.problems(), json!([]));
}
