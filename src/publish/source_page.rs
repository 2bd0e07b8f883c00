//! A page of its own for each source of a site.
//!
//! In: the collection, and the site's style, icon and address. Out: files that search engines
//! find, that are read without a program and previewed where their address is posted. A
//! source has its page whatever its id is. The page that searches is for `viewer`.

use super::{
    File,
    html::escape,
    social,
    text::{self, Heading},
};
use crate::{
    engine::Engine,
    protocol::{Card, CollectionInfo, Request, Response},
    state::{Place, View, address},
};
use std::{collections::BTreeSet, fmt::Write as _};
use xxhash_rust::xxh3::xxh3_64;

/// The folder they are in.
pub const FOLDER: &str = "sources";

/// What may be in such a page: a style, the icon, nothing else.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; \
                      form-action 'none'";

/// The names of the sources' pages, in the collection's order: the id where every host and
/// every disk can take it, else a number made of it.
#[must_use]
pub fn names(info: &CollectionInfo) -> Vec<String> {
    let mut taken = BTreeSet::new();
    let name = |card: &Card| {
        let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
        let id = card.id.as_str();
        let is_fit = (1..=80).contains(&id.len()) && id.chars().all(is_plain);
        let stem = Some(id).filter(|id| is_fit && taken.insert(id.to_ascii_lowercase()));
        let stem = stem.map_or_else(|| format!("s{:016x}", xxh3_64(id.as_bytes())), str::to_owned);
        format!("{FOLDER}/{stem}.html")
    };
    info.sources.iter().map(name).collect()
}

/// The pages. `style` and `icon` are the site's files; `at` is the site's address and its
/// picture's name.
#[must_use]
pub fn pages(
    info: &CollectionInfo,
    engine: &Engine,
    style: &str,
    icon: &str,
    at: Option<(&str, &str)>,
) -> Vec<File> {
    let names = names(info);
    let made = info.sources.iter().zip(names).filter_map(|(card, name)| {
        let Response::Source(source) = engine.answer(&Request::Source { id: card.id.clone() })
        else {
            return None;
        };
        let about = text::lead(&source);
        let place = Place { view: View::Read, source: Some(card.id.clone()), ..Place::default() };
        let mut page = format!("<!doctype html>\n<html lang=\"{}\">\n<head>\n", card.lang);
        let _ = write!(
            page,
            r#"<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title} · {collection}</title>
{social}<link rel="icon" href="../{icon}">
<link rel="stylesheet" href="../{style}">
</head>
<body>
<main class="text-only">
<p><a href="../">{collection}</a> · <a href="../{read}">Tellings</a></p>
{article}</main>
</body>
</html>
"#,
            title = escape(&card.title),
            collection = escape(&info.title),
            social = social::of_a_source(info, card, &about, &name, at),
            read = escape(&address::write(&place)),
            article = text::article(&source, &Heading::Page),
        );
        Some(File { name, bytes: page.into_bytes() })
    });
    made.collect()
}

#[cfg(test)]
mod tests {
    use super::names;
    use crate::{
        engine::{Build, Engine},
        index::Concepts,
        protocol::{CollectionInfo, Request, Response},
        source::{Presets, import::import},
    };

    fn info(ids: &[&str]) -> (Engine, CollectionInfo) {
        let mut build = Build::new();
        for (at, id) in ids.iter().enumerate() {
            let text = format!("Number {at}\n\nThe delegations met & left.\n");
            let mut document = import("a.txt", text.as_bytes()).unwrap();
            document.id = (*id).to_owned();
            build.add(document);
        }
        let engine = build.finish("A & B", "", &Presets::default(), &Concepts::default()).unwrap();
        let Response::Collection(info) = engine.answer(&Request::Collection) else { panic!() };
        (engine, info)
    }

    #[test]
    fn a_name_is_the_id_where_every_disk_can_take_it() {
        let (_, info) = info(&["2013-call", "2013-CALL", "a/../b", "Стамбул"]);
        let names = names(&info);
        assert_eq!(names[0], "sources/2013-call.html");
        for odd in &names[1..] {
            assert!(odd.starts_with("sources/s") && odd.len() == 30, "{odd}");
        }
    }

    #[test]
    fn a_page_says_what_it_is_and_leads_to_the_whole() {
        let (engine, info) = info(&["a"]);
        let at = Some(("https://example.org/talks/", "icon-512.png"));
        let pages = super::pages(&info, &engine, "style.css", "icon.svg", at);
        let page = String::from_utf8(pages[0].bytes.clone()).unwrap();
        for part in [
            "<html lang=\"en\">",
            "<title>Number 0 · A &amp; B</title>",
            "<link rel=\"canonical\" href=\"https://example.org/talks/sources/a.html\">",
            "<meta property=\"og:type\" content=\"article\">",
            "<meta property=\"og:image\" content=\"https://example.org/talks/icon-512.png\">",
            "<meta name=\"twitter:card\" content=\"summary\">",
            "<a href=\"../#v1/read/a\">",
            "met &amp; left",
        ] {
            assert!(page.contains(part), "{part} in {page}");
        }
        assert!(!page.contains("<script"), "{page}");
    }
}
