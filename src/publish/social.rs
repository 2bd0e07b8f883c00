//! What search engines and previews are told in the head of a page: description, Open Graph
//! tags, the kind of card, and, where the site's address is known, the page's own and a picture.
//!
//! Everything is escaped. Invariant: an address is either whole or not there.

use std::fmt::Write as _;

use super::html::escape;
use crate::protocol::{Card, CollectionInfo};

/// For a page of the whole collection. `at` is the site's address and its picture's name.
#[must_use]
pub fn of_a_collection(info: &CollectionInfo, at: Option<(&str, &str)>) -> String {
    let CollectionInfo { title, description, .. } = info;
    let mut tags = description_tag(description);
    property(&mut tags, "og:type", "website");
    property(&mut tags, "og:title", title);
    property(&mut tags, "og:description", description);
    card(&mut tags, at);
    if let Some((base, _)) = at {
        address(&mut tags, base);
        let _ = writeln!(
            tags,
            r#"<link rel="alternate" type="application/json+oembed" href="{}oembed.json" title="{}">"#,
            escape(base),
            escape(title)
        );
    }
    tags
}

/// For the page `name` of one source, which starts with `about`. `at` is the site's address
/// and its picture's name.
#[must_use]
pub fn of_a_source(
    info: &CollectionInfo,
    source: &Card,
    about: &str,
    name: &str,
    at: Option<(&str, &str)>,
) -> String {
    let mut tags = description_tag(about);
    property(&mut tags, "og:type", "article");
    property(&mut tags, "og:site_name", &info.title);
    property(&mut tags, "og:title", &source.title);
    property(&mut tags, "og:description", about);
    property(&mut tags, "article:published_time", source.date.as_deref().unwrap_or_default());
    for author in &source.authors {
        property(&mut tags, "article:author", author);
    }
    card(&mut tags, at);
    if let Some((base, _)) = at {
        address(&mut tags, &format!("{base}{name}"));
    }
    tags
}

/// How a preview is drawn: a small picture beside the words. Previews of sites other than
/// those that read Open Graph's tags take its title, description and picture, too.
fn card(tags: &mut String, at: Option<(&str, &str)>) {
    tags.push_str("<meta name=\"twitter:card\" content=\"summary\">\n");
    if let Some((base, picture)) = at.filter(|(_, picture)| !picture.is_empty()) {
        property(tags, "og:image", &format!("{base}{picture}"));
        property(tags, "og:image:alt", "Tellings");
    }
}

fn description_tag(text: &str) -> String {
    format!("<meta id=\"description\" name=\"description\" content=\"{}\">\n", escape(text))
}

fn property(tags: &mut String, name: &str, value: &str) {
    if !value.is_empty() {
        // Writing to a string cannot fail.
        let _ = writeln!(tags, "<meta property=\"{name}\" content=\"{}\">", escape(value));
    }
}

fn address(tags: &mut String, url: &str) {
    property(tags, "og:url", url);
    let _ = writeln!(tags, "<link rel=\"canonical\" href=\"{}\">", escape(url));
}
