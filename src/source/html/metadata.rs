//! What a page states about itself in its head.
//!
//! In: a tree. Out: its `meta` elements by name, its links, and answers from them: outlet,
//! authors, address, language, and when and by what program it was saved. Every answer has
//! its reason. The title and the dates are weighed in modules of their own.

use std::collections::BTreeMap;

use super::{linked::Linked, tree::Tree};
use crate::{
    lang::Lang,
    source::{Found, dates, given},
};

/// The head of a page.
#[derive(Debug, Default)]
pub(super) struct Head {
    fields: BTreeMap<String, String>,
    canonical: Option<String>,
    lang: Option<String>,
    /// The text of `title`.
    pub(super) title: Option<String>,
}

/// Fields kept of a page, at most.
const FIELDS: usize = 400;

impl Head {
    /// Reads a page's head, wherever its elements stand.
    pub(super) fn read(tree: &Tree) -> Self {
        let mut head = Self::default();
        for id in tree.all("meta") {
            let key =
                ["property", "name", "itemprop"].iter().find_map(|key| tree.attribute(id, key));
            let (Some(key), Some(value)) = (key, tree.attribute(id, "content")) else { continue };
            let value = plain(value);
            if !value.is_empty() && head.fields.len() < FIELDS {
                head.fields.entry(key.trim().to_lowercase()).or_insert(value);
            }
        }
        head.canonical = tree
            .all("link")
            .find(|id| {
                tree.attribute(*id, "rel").is_some_and(|rel| rel.eq_ignore_ascii_case("canonical"))
            })
            .and_then(|id| tree.attribute(id, "href"))
            .map(str::to_owned);
        head.lang = tree.all("html").find_map(|id| tree.attribute(id, "lang")).map(str::to_owned);
        head.title = tree
            .all("title")
            .map(|id| plain(&tree.text_below(id, 2_000)))
            .find(|title| !title.is_empty());
        head
    }

    /// The first of the named fields that is filled, and its name.
    pub(super) fn field<'a>(&'a self, names: &[&'a str]) -> Option<(&'a str, &'a str)> {
        names.iter().find_map(|name| Some((*name, self.fields.get(*name)?.as_str())))
    }

    /// Where the page was published.
    pub(super) fn address(&self, data: &Linked, saved: &Saved) -> Option<Found<String>> {
        let whole = |url: &str| given::host(url).is_some();
        let canonical = self.canonical.as_deref().filter(|url| whole(url));
        let found = canonical
            .map(|url| (url, "canonical link"))
            .or_else(|| self.field(&["og:url"]).map(|(_, url)| (url, "og:url")))
            .or_else(|| saved.url.as_deref().map(|url| (url, "noted when the page was saved")))
            .or_else(|| data.url.as_deref().map(|url| (url, "JSON-LD url")));
        found.filter(|(url, _)| whole(url)).map(|(url, why)| Found::stated(url.to_owned(), why))
    }

    /// Who published the page.
    pub(super) fn outlet(&self, data: &Linked, address: Option<&str>) -> Option<Found<String>> {
        if let Some((name, value)) =
            self.field(&["og:site_name", "application-name", "apple-mobile-web-app-title"])
        {
            return Some(Found::stated(value.to_owned(), format!("meta {name}")));
        }
        if let Some(publisher) =
            data.publisher.as_deref().map(plain).filter(|name| !name.is_empty())
        {
            return Some(Found::stated(publisher, "JSON-LD publisher"));
        }
        address.and_then(given::host).map(|host| Found::guessed(host, "host of the address"))
    }

    /// Who wrote the page's text.
    pub(super) fn authors(&self, data: &Linked) -> Option<Found<Vec<String>>> {
        let mut authors: Vec<String> = data.authors.iter().map(|name| plain(name)).collect();
        let mut why = "JSON-LD author".to_owned();
        if authors.is_empty()
            && let Some((name, value)) = self.field(&[
                "author",
                "article:author",
                "parsely-author",
                "sailthru.author",
                "dc.creator",
                "byl",
            ])
        {
            why = format!("meta {name}");
            authors = value
                .split([';', ','])
                .map(|name| plain(name).trim_start_matches("By ").to_owned())
                .collect();
        }
        authors.retain(|name| {
            (1..=80).contains(&name.len()) && !name.contains("://") && !name.starts_with('@')
        });
        let mut seen = Vec::new();
        authors.retain(|name| {
            !seen.contains(name) && {
                seen.push(name.clone());
                true
            }
        });
        authors.truncate(20);
        (!authors.is_empty()).then(|| Found::stated(authors, why))
    }

    /// The tag of the language that the page says it is in.
    pub(super) fn language_tag<'a>(&'a self, data: &'a Linked) -> Option<&'a str> {
        self.lang.as_deref().or(data.language.as_deref())
    }

    /// The language that the page says it is in.
    pub(super) fn language(&self, data: &Linked) -> Option<Found<Lang>> {
        let tag = self.language_tag(data)?;
        let why = if self.lang.is_some() { "lang of the page" } else { "JSON-LD inLanguage" };
        Lang::parse(tag).map(|lang| Found::stated(lang, format!("{why} “{tag}”")))
    }
}

/// What the program that saved the page noted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::source) struct Saved {
    /// Where the page was.
    pub(in crate::source) url: Option<String>,
    /// When it was saved.
    pub(in crate::source) at: Option<Found<String>>,
}

impl Saved {
    /// What is known here, and from `other` what is not.
    pub(super) fn or(self, other: Self) -> Self {
        Self { url: self.url.or(other.url), at: self.at.or(other.at) }
    }
}

/// Reads the remarks of browsers (`saved from url=(0042)https://…`) and of `SingleFile`
/// (`url: …`, `saved date: …`).
pub(super) fn saved(notes: &[String]) -> Saved {
    let mut saved = Saved::default();
    for note in notes {
        if let Some((_, rest)) = note.split_once("saved from url=") {
            let url = rest.trim_start_matches(|c: char| c == '(' || c == ')' || c.is_ascii_digit());
            saved.url = saved.url.or_else(|| url.split_whitespace().next().map(str::to_owned));
        }
        for line in note.lines() {
            let Some((key, value)) = line.split_once(':') else { continue };
            match key.trim().to_lowercase().as_str() {
                "url" => saved.url = saved.url.or_else(|| Some(value.trim().to_owned())),
                "saved date" | "saved on" | "archived on" | "snapshot date" => {
                    let date = dates::written(value).into_iter().next().map(|date| date.iso);
                    saved.at = saved.at.or_else(|| {
                        date.or_else(|| by_browser(value)).map(|iso| {
                            Found::stated(
                                iso,
                                format!("noted when the page was saved: “{}”", value.trim()),
                            )
                        })
                    });
                }
                _ => {}
            }
        }
    }
    saved
}

/// `Tue Mar 05 2024 10:11:12 GMT+0100`: the order of a browser's own dates.
fn by_browser(value: &str) -> Option<String> {
    let words: Vec<&str> = value.split_whitespace().collect();
    let [_, month, day, year, clock, ..] = words.as_slice() else { return None };
    let date = dates::written(&format!("{day} {month} {year} {clock}")).into_iter().next()?;
    Some(date.iso)
}

/// White space collapsed, entities that were escaped twice resolved.
pub(super) fn plain(value: &str) -> String {
    let own = if value.contains('&') {
        value
            .replace("&quot;", "\"")
            .replace("&#039;", "'")
            .replace("&#39;", "'")
            .replace("&#8217;", "’")
            .replace("&#8216;", "‘")
            .replace("&#8211;", "–")
            .replace("&nbsp;", " ")
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&amp;", "&")
    } else {
        value.to_owned()
    };
    own.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::saved;

    #[test]
    fn browsers_note_the_address_and_single_file_the_date_as_well() {
        let note = "saved from url=(0031)https://news.example.org/bridge".to_owned();
        assert_eq!(saved(&[note]).url.as_deref(), Some("https://news.example.org/bridge"));
        let note = "Page saved with SingleFile\n url: https://news.example.org/b \n saved date: Tue Mar 05 2024 10:11:12 GMT+0100 (CET)";
        let found = saved(&[note.to_owned()]);
        assert_eq!(found.url.as_deref(), Some("https://news.example.org/b"));
        assert_eq!(found.at.unwrap().value, "2024-03-05T10:11");
    }
}
