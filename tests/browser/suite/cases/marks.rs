//! The number shown = the hits listed = the marks painted.

use serde_json::json;

use crate::page::Page;

in_every_engine!(shown_listed_and_painted_are_the_same_number);

/// What is searched for: common, inflected, a phrase, a beginning, exact, nothing.
const QUERIES: [&str; 7] =
    ["sanctions", "Putin", "Путин", "\"United States\"", "diplom*", "=Russia", "zzzz"];

/// Scrolls through the source that is open and counts the different ranges that are painted
/// while their block is on screen.
const PAINTED: &str = "(async () => {
  const seen = new Set();
  // Painted in a block just now: of each range its place, its words, and the term's highlight.
  const painted = (block) => {
    const found = [];
    for (const [name, ranges] of CSS.highlights) {
      for (const range of ranges) {
        if (!block.contains(range.startContainer)) continue;
        const before = document.createRange();
        before.setStart(block, 0);
        before.setEnd(range.startContainer, range.startOffset);
        found.push([block.id, String(before).length, String(range), name].join('|'));
      }
    }
    return found;
  };
  for (const aside of document.querySelectorAll('details.aside')) aside.open = true;
  for (const block of document.querySelectorAll('[data-block]')) {
    if (block.dataset.marks === '0') continue;
    let found = [];
    for (let tries = 0; tries < 3000; tries += 1) {
      // Again and again: the page may scroll just now to where the reader was before.
      block.scrollIntoView({ block: 'center' });
      found = painted(block);
      if (found.length === Number(block.dataset.marks)) break;
      await new Promise((resume) => setTimeout(resume, 20));
    }
    for (const one of found) seen.add(one);
  }
  return seen.size;
})()";

/// Scrolls through the list of hits and counts the different lines.
const LISTED: &str = "(async () => {
  const seen = new Set();
  const list = document.querySelector('.hit-lines');
  if (!list) return 0;
  for (let stuck = 0, y = 0; seen.size < list.dataset.total && stuck < 3000; stuck += 1) {
    for (const link of list.querySelectorAll('a[href]')) seen.add(link.getAttribute('href'));
    y += 400;
    window.scrollTo(0, y % (document.documentElement.scrollHeight + 400));
    await new Promise((resume) => setTimeout(resume, 20));
  }
  return seen.size;
})()";

fn shown_listed_and_painted_are_the_same_number(page: &Page) {
    page.open("");
    for query in QUERIES {
        let address = |view: &str, source: Option<&str>| json!({ "view": view, "terms": [{ "query": query, "without": [] }], "source": source });
        let show = |view: &str, source: Option<&str>| {
            page.eval(&format!("tellings.setState({})", address(view, source)));
            page.wait(
                &format!("document.querySelector('.term-query')?.textContent === {}", json!(query)),
                "the term is set",
            );
            page.settle();
        };
        let found = page.eval(&format!("tellings.search({})", json!(query)));
        let total = found["total"].as_u64().expect("a total");
        assert_eq!(total == 0, query == "zzzz", "{query}: {found}");
        show("hits", None);
        let shown = "Number(document.querySelector('.term-count').textContent)";
        assert_eq!(page.number(shown), total, "{query}: shown on the chip");
        if total > 0 {
            page.wait(
                &format!("document.querySelector('[data-hits]')?.dataset.hits === '{total}'"),
                "the hits are listed",
            );
        }
        assert_eq!(page.number(LISTED), total, "{query}: listed");
        let mut painted = 0;
        for source in found["sources"].as_array().expect("sources") {
            let (id, hits) = (source["id"].as_str().expect("an id"), &source["hits"]);
            show("read", Some(id));
            page.wait(
                &format!(
                    "document.querySelector('.source-page')?.dataset.source === '{id}' && \
                     document.querySelector('.source-page').dataset.marks === '{hits}'"
                ),
                "the source has its marks",
            );
            let here = page.number(PAINTED);
            assert_eq!(Some(here), hits.as_u64(), "{query}: painted in {id}");
            painted += here;
        }
        assert_eq!(painted, total, "{query}: painted in all");
    }
}
