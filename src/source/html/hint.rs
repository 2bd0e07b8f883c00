//! Which runs the page's own data gives as the article's text.
//!
//! In: the runs and the text that JSON-LD states. Out: for each run whether most of its
//! three-word sequences stand in that text; nothing where that text is short or hardly found on the page
//! (a teaser, or the text of another page).

use std::collections::BTreeSet;

use super::runs::Run;

/// A stated text of fewer words is a teaser.
const SHORT: usize = 60;

/// Which runs are stated to be the article's text.
pub(super) fn stated(text: &str, runs: &[Run], body: Option<&str>) -> Option<Vec<bool>> {
    let body = words(&without_tags(body?));
    if body.len() < SHORT {
        return None;
    }
    let known: BTreeSet<&[String]> = body.windows(3).collect();
    let mut found = 0;
    let stated: Vec<bool> = runs
        .iter()
        .map(|run| {
            let own = words(run.text(text));
            if own.len() < 3 {
                return false;
            }
            let hits = own.windows(3).filter(|window| known.contains(window)).count();
            let is = hits * 10 >= (own.len() - 2) * 6;
            found += if is { own.len() } else { 0 };
            is
        })
        .collect();
    // Where the page has far more prose than its data states, the data is a summary.
    let prose = |only: bool| -> usize {
        let own = runs.iter().zip(&stated).filter(|(_, stated)| !only || **stated);
        own.map(|(run, _)| super::region::prose(run, text)).sum()
    };
    (found * 10 >= body.len() * 5 && prose(true) * 10 >= prose(false) * 3).then_some(stated)
}

fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

fn without_tags(body: &str) -> String {
    if !body.contains('<') && !body.contains("&lt;") {
        return body.to_owned();
    }
    let tree = super::tree::Tree::read(body);
    let text = super::runs::of(&tree).0;
    if text.contains('<') { super::runs::of(&super::tree::Tree::read(&text)).0 } else { text }
}
