//! A line of the concordance: a hit with the words around it.
//!
//! On a wide screen the hits stand below one another in the middle; on a phone the line
//! runs on like a sentence. The whole line leads to the passage in Read.

use std::rc::Rc;

use yew::prelude::*;

use super::{go::Go, meta::dir, pieces::slot};
use crate::{protocol::HitLine as Line, web::texts::Texts};

/// How many letters before the hit a phone shows.
const NEAR: usize = 48;

/// What a line needs.
#[derive(Clone, PartialEq, Properties)]
pub struct HitLineProps {
    /// The line; `None` while it is on its way.
    pub line: Option<Rc<Line>>,
    /// The name of its source.
    pub source: AttrValue,
    /// The address of its passage.
    pub href: AttrValue,
    /// Goes to the passage.
    pub on_go: Callback<(String, u32)>,
    /// The interface's words.
    pub texts: &'static Texts,
}

/// A line.
#[component]
pub fn HitLine(props: &HitLineProps) -> Html {
    let HitLineProps { line, source, href, on_go, texts } = props;
    let Some(line) = line else {
        return html! { <div class="hit-line is-waiting" aria-label={texts.loading}></div> };
    };
    let go = on_go.reform({
        let line = line.clone();
        move |()| (line.source.clone(), line.span.start)
    });
    let text = |text: &str| text.replace(['\n', '\r'], " ");
    // White space at the end of a line that is cut on its left would be moved there.
    let (before, space) = match line.before.strip_suffix(char::is_whitespace) {
        Some(before) => (before, " "),
        None => (line.before.as_str(), ""),
    };
    let (far, near) = split_before(before);
    html! {
        <Go href={href.clone()} class="hit-line" onclick={go}>
            <bdi class="hit-source">{ source.clone() }</bdi>
            <span class="hit-text" lang={line.lang.to_string()} dir={dir(line.lang)}>
                <span class="before"><bdi><span class="far">{ text(far) }</span>{ text(near) }</bdi></span>
                <span class="now">{ space }<mark class={format!("term-{}", slot(line.term))}>{ text(&line.hit) }</mark></span>
                <span class="after">{ text(&line.after) }</span>
            </span>
        </Go>
    }
}

/// The words before a hit, in those that a phone has no room for and those next to the hit.
fn split_before(before: &str) -> (&str, &str) {
    let start = before.char_indices().rev().nth(NEAR).map_or(0, |(at, _)| at);
    let word = before[start..].find(char::is_whitespace).filter(|_| start > 0);
    before.split_at(word.map_or(start, |space| start + space))
}

#[cfg(test)]
mod tests {
    use super::split_before;

    #[test]
    fn a_phone_shows_whole_words_before_the_hit() {
        let long = "Делегациите обсъдиха банковите сметки на дипломатите и директните полети без ";
        let (far, near) = split_before(long);
        assert_eq!(format!("{far}{near}"), long);
        assert!(near.starts_with(' ') && !far.is_empty(), "{near}");
        assert_eq!(split_before("short "), ("", "short "));
    }
}
