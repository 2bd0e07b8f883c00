//! Elements of our own pages, found by id.
//!
//! Only for pages that this project makes: an `id` in double quotes, no `>` inside
//! attributes, no element of the same name inside another. Anything else is an error that
//! names the missing part.

use std::ops::Range;

use crate::error::{Error, Kind, Result};

/// An element of a page.
#[derive(Debug)]
pub struct Element {
    /// From `<` to the end of its closing tag.
    pub whole: Range<usize>,
    /// What stands between its tags; empty where it has but one.
    pub content: Range<usize>,
}

/// The element with this id.
pub fn element(html: &str, id: &str) -> Result<Element> {
    find(html, id).ok_or_else(|| no_viewer(id))
}

fn find(html: &str, id: &str) -> Option<Element> {
    let at = html.find(&format!(" id=\"{id}\""))?;
    let start = html[..at].rfind('<')?;
    let open = at + html[at..].find('>')? + 1;
    let name = html[start + 1..at].split_whitespace().next()?;
    if matches!(name, "link" | "meta") {
        return Some(Element { whole: start..open, content: open..open });
    }
    let closing = format!("</{name}>");
    let close = open + html[open..].find(&closing)?;
    Some(Element { whole: start..close + closing.len(), content: open..close })
}

/// That a page lacks a part that all our pages have.
pub fn no_viewer(id: &str) -> Error {
    Error::new(Kind::Input, format!("this is no viewer of Tellings: it has no “{id}”"))
        .advise("build it with: cargo xtask build")
}

/// The value of an attribute of the element with this id.
pub fn attribute(html: &str, id: &str, name: &str) -> Result<String> {
    let tag = &html[element(html, id)?.whole];
    let value = tag.split_once(&format!(" {name}=\"")).and_then(|(_, rest)| rest.split_once('"'));
    value.map(|(value, _)| value.to_owned()).ok_or_else(|| no_viewer(id))
}

/// The page with `content` inside the element with this id.
pub fn fill(html: &str, id: &str, content: &str) -> Result<String> {
    Ok(splice(html, element(html, id)?.content, content))
}

/// The page with `by` in place of the element with this id.
pub fn replace(html: &str, id: &str, by: &str) -> Result<String> {
    Ok(splice(html, element(html, id)?.whole, by))
}

fn splice(html: &str, range: Range<usize>, by: &str) -> String {
    [&html[..range.start], by, &html[range.end..]].concat()
}

/// Text as it may stand in a page, and in attributes between double quotes.
#[must_use]
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + text.len() / 16);
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\0' => escaped.push('\u{FFFD}'),
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::{attribute, element, escape, fill, replace};

    const PAGE: &str = r#"<head><link id="a" href="x.css"></head><p id="b">old</p><p>rest</p>"#;

    #[test]
    fn an_element_is_found_with_its_content() {
        assert_eq!(&PAGE[element(PAGE, "b").unwrap().whole], r#"<p id="b">old</p>"#);
        assert_eq!(&PAGE[element(PAGE, "b").unwrap().content], "old");
        assert_eq!(attribute(PAGE, "a", "href").unwrap(), "x.css");
    }

    #[test]
    fn only_that_element_is_changed() {
        assert!(fill(PAGE, "b", "new").unwrap().ends_with(r#"<p id="b">new</p><p>rest</p>"#));
        assert!(replace(PAGE, "a", "").unwrap().starts_with("<head></head>"));
    }

    #[test]
    fn a_part_that_is_missing_is_named() {
        assert!(fill(PAGE, "pack", "").unwrap_err().to_string().contains("“pack”"));
    }

    #[test]
    fn no_text_becomes_markup() {
        let text = escape("<script>\"&\0");
        assert_eq!(text, "&lt;script&gt;&quot;&amp;\u{FFFD}");
    }
}
