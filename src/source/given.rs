//! What somebody states about a source: a JSONL line, an entry of `collection.toml`.
//!
//! In: stated fields. Out: the document's metadata with those fields in place of what its
//! text suggested, and the reason naming who stated them. A statement that cannot be used
//! (a date no calendar has) is returned as a sentence and changes nothing.

use super::{Document, Found, dates, import};
use crate::lang::Lang;

/// Stated fields; absent ones change nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Given {
    pub(super) title: Option<String>,
    pub(super) outlet: Option<String>,
    pub(super) date: Option<String>,
    pub(super) updated: Option<String>,
    pub(super) lang: Option<String>,
    pub(super) url: Option<String>,
    pub(super) authors: Vec<String>,
    pub(super) cites: Option<String>,
}

/// Puts `given` into `document`; returns what could not be used.
pub(super) fn apply(document: &mut Document, given: Given, reason: &str) -> Vec<String> {
    let mut unused = Vec::new();
    let Given { title, outlet, date, updated, lang, url, authors, cites } = given;
    let found = |value: String| Found::new(value, reason);
    let meta = &mut document.meta;
    if let Some(title) = title {
        meta.title = Some(found(title));
    }
    match (outlet, url.as_deref().and_then(host)) {
        (Some(outlet), _) => meta.outlet = Some(found(outlet)),
        (None, Some(host)) => meta.outlet = Some(Found::new(host, "host of the address")),
        (None, None) => {}
    }
    if let Some(url) = url {
        meta.url = Some(found(url));
    }
    if !authors.is_empty() {
        meta.authors = authors;
    }
    if cites.is_some() {
        meta.cites = cites;
    }
    if let Some(date) = date {
        match dates::stated(&date) {
            Some(iso) => meta.date = Some(found(iso)),
            None => unused.push(format!("the date “{date}” was not understood")),
        }
    }
    if let Some(date) = updated {
        match dates::stated(&date) {
            Some(iso) => meta.updated = Some(found(iso)),
            None => unused.push(format!("the date “{date}” was not understood")),
        }
    }
    if let Some(tag) = lang {
        match Lang::parse(&tag) {
            Some(lang) => {
                // The blocks' languages were weighed against the document's.
                let weighed = meta.lang.value == lang;
                meta.lang = Found::new(lang, reason);
                if !weighed {
                    import::speak(document);
                }
            }
            None => unused.push(format!("“{tag}” is no language code such as “en”")),
        }
    }
    unused
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
