//! What somebody states about a source: a JSONL line, an entry of `collection.toml`.
//!
//! In: stated fields. Out: the document's metadata with those fields in place of what its
//! text suggested, and the reason naming who stated them. A statement that cannot be used
//! (a date no calendar has) is returned as a sentence and changes nothing.

use super::{Document, Found, Item, dates, import};
use crate::lang::Lang;

/// Stated fields; absent ones change nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Given {
    pub(super) title: Option<String>,
    pub(super) outlet: Option<String>,
    pub(super) date: Option<String>,
    pub(super) updated: Option<String>,
    pub(super) captured: Option<String>,
    pub(super) lang: Option<String>,
    pub(super) url: Option<String>,
    pub(super) origin: Option<String>,
    pub(super) authors: Vec<String>,
    pub(super) cites: Option<String>,
}

/// Puts `given` into `document`; returns what could not be used.
pub(super) fn apply(document: &mut Document, given: Given, reason: &str) -> Vec<String> {
    let Given { title, outlet, date, updated, captured, lang, url, origin, authors, cites } = given;
    let meta = &mut document.meta;
    let (before, host) = (meta.lang.value, url.as_deref().and_then(host));
    if let (None, Some(host)) = (&outlet, host) {
        meta.outlet = Some(Found::guessed(host, "host of the address"));
    }
    if !authors.is_empty() {
        meta.authors = Some(Found::stated(authors, reason));
    }
    if let Some(cites) = cites {
        meta.cites = Some(cites).filter(|cites| !cites.is_empty());
    }
    let mut unused = Vec::new();
    for (item, value) in [
        (Item::Title, title),
        (Item::Outlet, outlet),
        (Item::Date, date),
        (Item::Updated, updated),
        (Item::Captured, captured),
        (Item::Url, url),
        (Item::Origin, origin),
        (Item::Lang, lang),
    ] {
        let Some(value) = value else { continue };
        match read(item, &value) {
            Ok(value) => meta.set(item, Some(Found::stated(value, reason))),
            Err(why) => unused.push(why),
        }
    }
    // The blocks' languages were weighed against the document's.
    if meta.lang.value != before {
        import::speak(document);
    }
    unused
}

/// What somebody writes for an item, as it is kept: a date as ISO 8601, a language as its code.
pub(super) fn read(item: Item, value: &str) -> Result<String, String> {
    match item {
        Item::Date | Item::Updated | Item::Captured => {
            dates::stated(value).ok_or_else(|| format!("the date “{value}” was not understood"))
        }
        Item::Lang => Lang::parse(value)
            .map(|lang| lang.to_string())
            .ok_or_else(|| format!("“{value}” is no language code such as “en”")),
        _ => Ok(value.to_owned()),
    }
}

/// The host of an address, without `www.`.
pub(super) fn host(url: &str) -> Option<String> {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"))?;
    let host = rest.split(['/', '?', '#']).next()?;
    let host = host.rsplit('@').next()?.split(':').next()?;
    let host = host.strip_prefix("www.").unwrap_or(host).to_lowercase();
    (host.contains('.') && !host.starts_with('.')).then_some(host)
}

#[cfg(test)]
mod tests {
    use super::{Given, apply, host};
    use crate::{lang::Lang, source::import::import};

    #[test]
    fn what_is_stated_wins_over_what_the_text_suggests() {
        let text = "Daily Example\n\nA bridge opens in the old town\n\nThe mayor cut the ribbon on Monday while hundreds of people watched from the river.";
        let mut document = import("a.txt", text.as_bytes()).unwrap();
        assert_eq!(document.meta.outlet.as_ref().unwrap().value, "Daily Example");
        let given = Given {
            outlet: Some("The Example".into()),
            date: Some("5 March 2020".into()),
            lang: Some("mk".into()),
            ..Given::default()
        };
        assert_eq!(apply(&mut document, given, "given"), [""; 0]);
        assert_eq!(document.meta.outlet.unwrap().value, "The Example");
        assert_eq!(document.meta.date.unwrap().value, "2020-03-05");
        assert_eq!(document.meta.lang.reason.0, "given");
        assert!(document.blocks.iter().any(|block| Some(block.lang) == Lang::parse("mk")));
    }

    #[test]
    fn a_statement_that_cannot_be_used_is_said_and_changes_nothing() {
        let mut document = import("a.txt", b"One line.").unwrap();
        let before = document.clone();
        let given =
            Given { date: Some("2020-02-31".into()), lang: Some("?".into()), ..Given::default() };
        assert_eq!(apply(&mut document, given, "given").len(), 2);
        assert_eq!(document, before);
    }

    #[test]
    fn the_host_of_an_address_names_the_outlet() {
        assert_eq!(host("https://www.Example.org:80/a?b").as_deref(), Some("example.org"));
        assert_eq!(host("mailto:a@example.org"), None);
    }
}
