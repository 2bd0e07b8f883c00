//! The text of a collection as plain HTML: what stands in a page before, or without, the
//! program.
//!
//! Everything is escaped; only `http` and `https` addresses become links. Boilerplate is
//! left to the program, which can fold it away.

use std::fmt::Write as _;

use super::html::escape;
use crate::{
    engine::Engine,
    protocol::{BlockInfo, Card, CollectionInfo, Request, Response, SourceText},
    source::BlockKind,
};

/// How much text stands in a page, in bytes; sources beyond it only the program shows.
const MOST: usize = 2_000_000;

/// What the collection is, for search engines.
#[must_use]
pub fn description(info: &CollectionInfo) -> String {
    let content = escape(&info.description);
    format!(r#"<meta id="description" name="description" content="{content}">"#)
}

/// The sources, readable.
#[must_use]
pub fn readable(info: &CollectionInfo, engine: &Engine) -> String {
    let CollectionInfo { title, description, .. } = info;
    let mut page = format!("<main class=\"text-only\"><h1>{}</h1>\n", escape(title));
    paragraph(&mut page, "p", description);
    for card in &info.sources {
        let Response::Source(source) = engine.answer(&Request::Source { id: card.id.clone() })
        else {
            continue;
        };
        let source = article(&source);
        if page.len() + source.len() > MOST {
            break;
        }
        page.push_str(&source);
    }
    page + "</main>"
}

fn article(source: &SourceText) -> String {
    let SourceText { card, text, blocks } = source;
    let lang = card.lang;
    let mut page = format!("<article lang=\"{lang}\" dir=\"auto\">\n");
    paragraph(&mut page, "h2", &card.title);
    page.push_str(&origin(card));
    for block in blocks {
        let body = block.body.max(block.span.start) as usize..block.span.end as usize;
        let body = text.get(body).unwrap_or_default().trim();
        match block.kind {
            BlockKind::Boilerplate => {}
            BlockKind::Headline if body == card.title => {}
            BlockKind::Headline | BlockKind::Subheading => paragraph(&mut page, "h3", body),
            BlockKind::Quote => paragraph(&mut page, "blockquote", body),
            BlockKind::Comment => page.push_str(&comment(block, body)),
            BlockKind::List => {
                page.push_str("<ul>\n");
                for item in body.lines().filter(|item| !item.trim().is_empty()) {
                    paragraph(&mut page, "li", item.trim());
                }
                page.push_str("</ul>\n");
            }
            BlockKind::Lead
            | BlockKind::Paragraph
            | BlockKind::Caption
            | BlockKind::Credit
            | BlockKind::Tags => paragraph(&mut page, "p", body),
        }
    }
    page + "</article>\n"
}

/// Outlet, date, and the original that is retold.
fn origin(card: &Card) -> String {
    let mut parts: Vec<String> = Vec::new();
    parts.extend(card.outlet.as_deref().map(escape));
    parts.extend(card.date.as_deref().map(escape));
    let cites = card.cites.as_deref().or(card.url.as_deref());
    match (&card.url, cites) {
        (Some(url), Some(cites)) if url.starts_with("https://") || url.starts_with("http://") => {
            parts.push(format!("<a href=\"{}\">{}</a>", escape(url), escape(cites)));
        }
        (_, Some(cites)) => parts.push(escape(cites)),
        (_, None) => {}
    }
    if parts.is_empty() { String::new() } else { format!("<p>{}</p>\n", parts.join(" · ")) }
}

fn comment(block: &BlockInfo, body: &str) -> String {
    let who: Vec<String> =
        [&block.author, &block.time].into_iter().flatten().map(|part| escape(part)).collect();
    let mut page = String::from("<blockquote>");
    if !who.is_empty() {
        let _ = write!(page, "<p><cite>{}</cite></p>", who.join(" · "));
    }
    paragraph(&mut page, "p", body);
    page + "</blockquote>\n"
}

/// `text` in an element, its line ends kept; nothing where there is no text.
fn paragraph(page: &mut String, name: &str, text: &str) {
    if !text.is_empty() {
        let text = escape(text).replace('\n', "<br>\n");
        // Writing to a string cannot fail.
        let _ = writeln!(page, "<{name}>{text}</{name}>");
    }
}

#[cfg(test)]
mod tests {
    use super::origin;
    use crate::{lang::Lang, protocol::Card};

    fn card(url: &str) -> Card {
        Card {
            id: "a".into(),
            title: "A".into(),
            outlet: Some("Tom & <Sons>".into()),
            lang: Lang::EN,
            date: None,
            date_reason: None,
            url: Some(url.into()),
            cites: Some("The \"original\"".into()),
            authors: Vec::new(),
            words: 0,
            bytes: 0,
            comments: 0,
        }
    }

    #[test]
    fn the_original_is_linked_and_cited() {
        assert_eq!(
            origin(&card("https://example.org/?a=1&b=2")),
            "<p>Tom &amp; &lt;Sons&gt; · <a href=\"https://example.org/?a=1&amp;b=2\">\
             The &quot;original&quot;</a></p>\n"
        );
    }

    #[test]
    fn an_address_that_runs_something_is_no_link() {
        assert!(!origin(&card("javascript:alert(1)")).contains("href"));
    }
}
