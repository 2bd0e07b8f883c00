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

/// How much text stands in a page, in bytes; of sources beyond it only headline and lead do.
const MOST: usize = 2_000_000;

/// How long the beginning of a source may be where it stands for the whole, in characters.
const LEAD: usize = 300;

/// What heads a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heading<'a> {
    /// The page is this source's.
    Page,
    /// The source is one of many; it has a page of its own under this name.
    Link(&'a str),
    /// The source is one of many in one file.
    Part,
}

/// The sources, readable. `pages` names the page of each, where they have any.
#[must_use]
pub fn readable(info: &CollectionInfo, engine: &Engine, pages: &[String]) -> String {
    let CollectionInfo { title, description, .. } = info;
    let mut page = format!("<main class=\"text-only\"><h1>{}</h1>\n", escape(title));
    paragraph(&mut page, "p", description);
    for (index, card) in info.sources.iter().enumerate() {
        let Response::Source(source) = engine.answer(&Request::Source { id: card.id.clone() })
        else {
            continue;
        };
        let heading = pages.get(index).map_or(Heading::Part, |page| Heading::Link(page));
        let whole = article(&source, &heading);
        if page.len() + whole.len() <= MOST {
            page.push_str(&whole);
        } else {
            let mut short = opening(&source, &heading);
            paragraph(&mut short, "p", &lead(&source));
            page.push_str(&short);
            page.push_str("</article>\n");
        }
    }
    page + "</main>"
}

/// The beginning of a source: its lead or first paragraph, cut at a word.
#[must_use]
pub fn lead(source: &SourceText) -> String {
    let of = |kind| source.blocks.iter().find(|block| block.kind == kind);
    let block = of(BlockKind::Lead).or_else(|| of(BlockKind::Paragraph));
    let text = block.map(|block| body(source, block)).unwrap_or_default();
    let Some((end, _)) = text.char_indices().nth(LEAD) else { return text.to_owned() };
    let cut = text[..end].rfind(char::is_whitespace).unwrap_or(end);
    format!("{} …", text[..cut].trim_end())
}

fn body<'a>(source: &'a SourceText, block: &BlockInfo) -> &'a str {
    let body = block.body.max(block.span.start) as usize..block.span.end as usize;
    source.text.get(body).unwrap_or_default().trim()
}

/// The beginning of an article: its heading and where it comes from.
fn opening(source: &SourceText, heading: &Heading<'_>) -> String {
    let card = &source.card;
    let mut page = format!("<article lang=\"{}\" dir=\"auto\">\n", card.lang);
    match heading {
        Heading::Page => paragraph(&mut page, "h1", &card.title),
        Heading::Part => paragraph(&mut page, "h2", &card.title),
        Heading::Link(to) => {
            let (to, title) = (escape(to), escape(&card.title));
            let _ = writeln!(page, "<h2><a href=\"{to}\">{title}</a></h2>");
        }
    }
    page + &origin(card)
}

/// A source, readable.
#[must_use]
pub fn article(source: &SourceText, heading: &Heading<'_>) -> String {
    let SourceText { card, blocks, .. } = source;
    let mut page = opening(source, heading);
    for block in blocks {
        let body = body(source, block);
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
        let text = escape(text).replace('\r', "").replace('\n', "<br>\n");
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
