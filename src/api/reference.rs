//! A quotation with its reference, ready to be pasted.
//!
//! In: the card of a source, the words quoted (none: the source as a whole), and the
//! address that leads back to them. Out: text in one of four shapes: plain, Markdown,
//! BibTeX and CSL-JSON, the format of the Citation Style Language. Nothing is invented:
//! what is not known of a source is left out. Where the text is put is for the page.

use std::fmt::Write as _;

use crate::protocol::Card;

/// The shape of a reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// As people write it.
    Plain,
    /// Markdown: a block quotation and a link.
    Markdown,
    /// An entry for BibTeX.
    Bibtex,
    /// An item of CSL-JSON.
    Csl,
}

impl Shape {
    /// All shapes, in the order of a menu.
    pub const ALL: [Self; 4] = [Self::Plain, Self::Markdown, Self::Bibtex, Self::Csl];

    /// Its name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Plain => "Text",
            Self::Markdown => "Markdown",
            Self::Bibtex => "BibTeX",
            Self::Csl => "CSL-JSON",
        }
    }
}

/// The reference of `card`, quoting `quote`, found again at `address`.
#[must_use]
pub fn reference(card: &Card, quote: &str, address: &str, shape: Shape) -> String {
    let quote = quote.split_whitespace().collect::<Vec<_>>().join(" ");
    match shape {
        Shape::Plain => plain(card, &quote, address),
        Shape::Markdown => markdown(card, &quote, address),
        Shape::Bibtex => bibtex(card, &quote, address),
        Shape::Csl => csl(card, &quote, address),
    }
}

/// Where the source itself is, if that is known.
fn origin(card: &Card) -> Option<&str> {
    card.url.as_deref()
}

/// Authors, outlet, headline, date.
fn described(card: &Card) -> String {
    let day = card.date.as_deref().map(|date| date.split('T').next().unwrap_or_default());
    let authors = (!card.authors.is_empty()).then(|| card.authors.join(", "));
    let title = format!("“{}”", card.cites.as_ref().unwrap_or(&card.title));
    let parts = [authors.as_deref(), card.outlet.as_deref(), Some(&title), day];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn plain(card: &Card, quote: &str, address: &str) -> String {
    let mut out = if quote.is_empty() { String::new() } else { format!("“{quote}”\n— ") };
    out.push_str(&described(card));
    for place in origin(card).into_iter().chain([address]) {
        out.push('\n');
        out.push_str(place);
    }
    out
}

fn markdown(card: &Card, quote: &str, address: &str) -> String {
    let escape = |text: &str| {
        let special = |c: char| "\\`*_[]<>#|".contains(c);
        text.chars().fold(String::new(), |mut out, c| {
            if special(c) {
                out.push('\\');
            }
            out.push(c);
            out
        })
    };
    let mut out =
        if quote.is_empty() { String::new() } else { format!("> {}\n>\n> — ", escape(quote)) };
    // Writing to a string cannot fail.
    let _ = write!(out, "[{}](<{}>)", escape(&described(card)), address.replace('>', "%3E"));
    if let Some(url) = origin(card) {
        let _ = write!(out, " ([original](<{}>))", url.replace('>', "%3E"));
    }
    out
}

fn bibtex(card: &Card, quote: &str, address: &str) -> String {
    let escape = |text: &str| text.replace(['{', '}', '\\'], "");
    let title = card.cites.as_ref().unwrap_or(&card.title);
    let mut fields = vec![("title", format!("{{{}}}", escape(title)))];
    if !card.authors.is_empty() {
        fields.push(("author", escape(&card.authors.join(" and "))));
    }
    if let Some(outlet) = &card.outlet {
        fields.push(("journal", escape(outlet)));
    }
    if let Some(date) = &card.date {
        fields.push(("date", date.split('T').next().unwrap_or_default().to_owned()));
    }
    fields.push(("langid", card.lang.to_string()));
    fields.push(("url", origin(card).unwrap_or(address).to_owned()));
    if !quote.is_empty() {
        fields.push(("annotation", format!("{} ({address})", escape(quote))));
    }
    let key: String =
        card.id.chars().filter(|c| c.is_ascii_alphanumeric() || "-_".contains(*c)).collect();
    let fields: Vec<String> =
        fields.iter().map(|(name, value)| format!("  {name} = {{{value}}}")).collect();
    format!(
        "@article{{{},\n{}\n}}",
        if key.is_empty() { "source" } else { &key },
        fields.join(",\n")
    )
}

fn csl(card: &Card, quote: &str, address: &str) -> String {
    let mut fields = vec![
        ("id", string(&card.id)),
        ("type", string("article-newspaper")),
        ("title", string(card.cites.as_ref().unwrap_or(&card.title))),
        ("language", string(&card.lang.to_string())),
    ];
    if !card.authors.is_empty() {
        let names: Vec<String> =
            card.authors.iter().map(|name| format!("{{\"literal\":{}}}", string(name))).collect();
        fields.push(("author", format!("[{}]", names.join(","))));
    }
    if let Some(outlet) = &card.outlet {
        fields.push(("container-title", string(outlet)));
    }
    let day = card.date.as_deref().and_then(|date| date.split('T').next());
    let parts: Option<Vec<u32>> =
        day.map(|day| day.split('-').filter_map(|part| part.parse().ok()).collect());
    if let Some(parts) = parts.filter(|parts| !parts.is_empty()) {
        let parts: Vec<String> = parts.iter().map(u32::to_string).collect();
        fields.push(("issued", format!("{{\"date-parts\":[[{}]]}}", parts.join(","))));
    }
    fields.push(("URL", string(origin(card).unwrap_or(address))));
    if !quote.is_empty() {
        fields.push(("note", string(&format!("“{quote}” {address}"))));
    }
    let fields: Vec<String> =
        fields.iter().map(|(name, value)| format!("\"{name}\":{value}")).collect();
    format!("{{{}}}", fields.join(","))
}

/// A string of JSON (RFC 8259, section 7).
fn string(text: &str) -> String {
    let mut out = String::from('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            c if c < ' ' => {
                // Writing to a string cannot fail.
                let _ = write!(out, "\\u{:04x}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::{Shape, reference};
    use crate::{lang::Lang, protocol::Card};

    fn card() -> Card {
        Card {
            id: "2013-call".into(),
            title: "Two [presidents] talk".into(),
            outlet: Some("Review \"R\"".into()),
            lang: Lang::EN,
            date: Some("2013-04-29T10:00".into()),
            date_reason: None,
            url: None,
            cites: None,
            authors: vec!["A. Writer".into()],
            words: 10,
            bytes: 60,
            comments: 0,
        }
    }

    #[test]
    fn a_quotation_names_author_outlet_headline_date_and_the_way_back() {
        assert_eq!(
            reference(&card(), "They\n  talked.", "story.html#v1", Shape::Plain),
            "“They talked.”\n— A. Writer, Review \"R\", “Two [presidents] talk”, 2013-04-29\nstory.html#v1"
        );
    }

    #[test]
    fn what_markdown_would_take_for_markup_is_escaped() {
        let text = reference(&card(), "a *b*", "x#y", Shape::Markdown);
        assert!(text.starts_with("> a \\*b\\*\n>\n> — [A. Writer"), "{text}");
        assert!(text.contains("\\[presidents\\]") && text.ends_with("](<x#y>)"), "{text}");
    }

    #[test]
    fn csl_is_json_with_the_parts_of_the_date() {
        let text = reference(&card(), "said \"no\"", "x", Shape::Csl);
        let item: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(item["issued"]["date-parts"][0], serde_json::json!([2013, 4, 29]));
        assert_eq!(item["note"], "“said \"no\"” x");
    }

    #[test]
    fn a_bibtex_entry_leaves_out_what_is_not_known() {
        let bare = Card { outlet: None, date: None, authors: vec![], ..card() };
        let text = reference(&bare, "", "x", Shape::Bibtex);
        assert!(
            text.starts_with("@article{2013-call,\n  title = {{Two [presidents] talk}}"),
            "{text}"
        );
        assert!(
            !text.contains("author") && !text.contains("journal") && !text.contains("date ="),
            "{text}"
        );
    }
}
