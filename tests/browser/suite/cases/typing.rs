//! How long typing and scrolling keep the page from answering, with 2,219 articles.
//!
//! Measured, not asserted: a time depends on the machine. Run with
//! `cargo test -p browser-tests -- --ignored --nocapture typing`.

use std::{fs, process::Command, thread, time::Duration};

use crate::{
    driver::Engine,
    page::{ENTER, Page},
    place,
    probe::probed,
};

/// Gathers long tasks from now on; those of the time before are forgotten.
const WATCH: &str = "(() => {
  self.tasks = [];
  new PerformanceObserver((list) => self.tasks.push(...list.getEntries().map((one) => one.duration)))
    .observe({ type: 'longtask', buffered: false });
  self.gaps = [];
  let last = performance.now();
  const beat = () => {
    const now = performance.now();
    self.gaps.push(now - last);
    last = now;
    setTimeout(beat);
  };
  beat();
})()";

/// Scrolls down in steps as a wheel makes them, and back to the top.
const SCROLL: &str = "(async () => {
  for (let step = 0; step < 60; step++) {
    scrollBy(0, step < 40 ? 500 : -1500);
    await new Promise((resume) => setTimeout(resume, 50));
  }
})()";

/// Says what was gathered since [`WATCH`].
fn tell(page: &Page, what: &str) {
    let tasks = page.eval("self.tasks.map(Math.round).sort((a, b) => b - a).slice(0, 8)");
    let gap = page.eval("Math.round(Math.max(...self.gaps))");
    println!("{what}: tasks over 50 ms: {tasks}; longest pause: {gap} ms");
}

#[test]
#[ignore = "measures; takes a minute"]
fn the_longest_task_while_typing_and_scrolling() {
    let articles = place::data().join("eval/news/news.jsonl");
    if !articles.is_file() {
        println!("skipped: no articles in {}", articles.display());
        return;
    }
    let Some(page) = Page::in_a(Engine::Chromium) else { return };
    let made = std::env::temp_dir().join(format!("tellings-articles-{}.html", std::process::id()));
    let mut command = Command::new(place::command_line());
    command.arg("page").arg(&articles).arg("-o").arg(&made);
    command.arg("--viewer").arg(place::dist().join("viewer.html"));
    assert!(command.status().expect("the command line").success());
    let story = fs::read_to_string(&made).expect("the page");
    _ = fs::remove_file(&made);
    page.go(&page.file("articles.html", &probed(&story)));
    page.wait_until_ready();
    for view in ["overview", "hits"] {
        page.eval(&format!("tellings.setState({{ view: '{view}' }})"));
        page.settle();
        page.eval(WATCH);
        for (term, word) in ["parliament", "Великобритания", "Brexit"].iter().enumerate()
        {
            for letter in word.chars() {
                page.keys("#search", &letter.to_string());
                thread::sleep(Duration::from_millis(80));
            }
            page.keys("#search", ENTER);
            page.wait(
                &format!("document.querySelectorAll('.term').length >= {}", term + 1),
                "a term",
            );
            page.settle();
            thread::sleep(Duration::from_millis(300));
        }
        tell(&page, &format!("typing in {view}"));
        page.eval(WATCH);
        page.eval(SCROLL);
        tell(&page, &format!("scrolling {view}"));
        page.eval("tellings.setState({ terms: [] })");
    }
}
