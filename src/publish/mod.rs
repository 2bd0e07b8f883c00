//! Pages for readers: one file, or a folder for any static host.
//!
//! In: what Trunk built, and an open [`Engine`]. Out: HTML and files. The [`viewer()`] is the
//! page with everything but a collection, and [`importer()`] what it can do without; [`one_file`] puts a collection into it, and
//! [`site()`] takes it apart into files with hashed names. Invariants: the same in gives the
//! same out, byte for byte; the policy in the page names the hash of every script and
//! style, so nothing else runs; text goes in escaped. Reading and writing disks does not
//! belong here.

mod hosting;
mod html;
mod icon;
mod importer;
mod policy;
mod site;
mod social;
mod source_page;
mod text;
mod viewer;

pub use importer::{importer, viewer_to_save, with_importer};
pub use site::{File, site};
pub use source_page::FOLDER as SOURCE_PAGES;
pub use viewer::{viewer, viewer_of};

use std::io::{Read as _, Write as _};

use base64::{Engine as _, engine::general_purpose::STANDARD};
use flate2::{Compression, read::GzDecoder, write::GzEncoder};

use crate::{
    engine::Engine,
    error::{Error, Kind, Result},
    protocol::{CollectionInfo, Request, Response},
};

/// The collection of `engine` as one HTML file that needs nothing else.
///
/// # Errors
/// When `viewer` is not what [`viewer()`] makes.
pub fn one_file(viewer: &str, engine: &Engine) -> Result<String> {
    let page = html::fill(viewer, "pack", &pack_up(&engine.travelling_pack())?)?;
    let head = social::of_a_collection(&collection(engine)?, None);
    let page = html::replace(&page, "description", head.trim_end())?;
    with_text(&page, engine, &[])
}

/// Puts into a page what can be read without a program: its title and the text of the
/// sources, which have the pages `names` where there are any.
fn with_text(page: &str, engine: &Engine, names: &[String]) -> Result<String> {
    let info = collection(engine)?;
    let page = html::fill(page, "title", &html::escape(&info.title))?;
    html::fill(&page, "app", &text::readable(&info, engine, names))
}

fn collection(engine: &Engine) -> Result<CollectionInfo> {
    match engine.answer(&Request::Collection) {
        Response::Collection(info) => Ok(info),
        _ => Err(Error::new(Kind::Pack, "the pack does not say what it holds")),
    }
}

/// Bytes as they stand in a page: compressed, in letters.
fn pack_up(bytes: &[u8]) -> Result<String> {
    Ok(STANDARD.encode(gzip(bytes)?))
}

/// Compressed with neither name nor time, so that the same bytes give the same.
fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    let packed = encoder.write_all(bytes).and_then(|()| encoder.finish());
    packed.map_err(|error| Error::new(Kind::File, format!("cannot compress: {error}")))
}

/// Undoes [`pack_up`].
fn unpack(letters: &str) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let packed = STANDARD.decode(letters.trim()).map_err(|_| html::no_viewer("wasm"))?;
    match GzDecoder::new(packed.as_slice()).read_to_end(&mut bytes) {
        Ok(_) => Ok(bytes),
        Err(_) => Err(html::no_viewer("wasm")),
    }
}

#[cfg(test)]
mod tests {
    use super::{
        File, importer, one_file, pack_up, site, unpack, viewer, viewer_of, viewer_to_save,
        with_importer,
    };
    use base64::{Engine as _, engine::general_purpose::STANDARD};

    use crate::{
        engine::{Build, Engine},
        index::Concepts,
        source::{Presets, import::import},
    };

    const INDEX: &str = r#"<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta id="csp" http-equiv="Content-Security-Policy" content="default-src 'none'">
<link id="icon" rel="icon" href="data:,">
<title id="title">Tellings</title><meta id="description" name="description" content="">
<link id="pack" rel="alternate" href="collection.pack">
<link rel="stylesheet" href="./tokens-1.css" id="tokens"/>
<link rel="stylesheet" href="./ground-1.css" id="ground"/>
<link rel="stylesheet" href="./reading-1.css" id="reading"/>
<link rel="stylesheet" href="./comparing-1.css" id="comparing"/>
<link rel="stylesheet" href="./tables-1.css" id="tables"/>
<link rel="stylesheet" href="./style-1.css" id="style"/>
<link rel="stylesheet" href="./workshop-1.css" id="workshop"/>
<link id="late" rel="alternate" href="./late.wasm">
<link id="wasm" rel="preload" href="./page_bg.wasm"></head>
<body><div id="app"></div><script defer id="glue" src="./page.js"></script>
<script defer id="frame" src="./frame-1.js"></script>
<script defer id="shelf" src="./shelf-1.js"></script>
<script defer id="start" src="./start-1.js" integrity="sha384-x"></script></body></html>"#;

    fn built(name: &str) -> Option<Vec<u8>> {
        let file: &[u8] = match name {
            "tokens-1.css" => b":root { --ink: black }",
            "ground-1.css" | "reading-1.css" | "comparing-1.css" => b"p { margin: 0 }",
            "tables-1.css" => b"table { width: 100% }",
            "style-1.css" => b"body { color: black }",
            "workshop-1.css" => b"dialog { color: black }",
            "frame-1.js" => b"parent;",
            "shelf-1.js" => b"indexedDB;",
            "page_bg.wasm" | "late.wasm" => b"\0asm",
            "page.js" => b"if (document.currentScript !== null) { document.currentScript.src }",
            "start-1.js" => b"'use strict';",
            _ => return None,
        };
        Some(file.to_vec())
    }

    fn made() -> String {
        viewer(INDEX, built).unwrap()
    }

    fn engine() -> Engine {
        let text = "Talks <in> Istanbul\n\nThe delegations met for an hour & left.\n";
        let mut build = Build::new();
        build.add(import("talks.txt", text.as_bytes()).unwrap());
        build.finish("A & B", "", &Presets::default(), &Concepts::default()).unwrap()
    }

    #[test]
    fn what_is_packed_up_comes_back() {
        let bytes: Vec<u8> = (0..=255).cycle().take(10_000).collect();
        assert_eq!(unpack(&pack_up(&bytes).unwrap()).unwrap(), bytes);
    }

    #[test]
    fn the_viewer_needs_no_other_file() {
        let viewer = made();
        for gone in ["href=\"./", "src=", "integrity", "collection.pack"] {
            assert!(!viewer.contains(gone), "{gone} in {viewer}");
        }
        assert!(viewer.contains("'wasm-unsafe-eval'") && viewer.contains("trusted-types tellings"));
    }

    #[test]
    fn a_script_that_would_end_itself_is_refused() {
        let hostile = |name: &str| match name {
            "start-1.js" => Some(b"'</script>'".to_vec()),
            name => built(name),
        };
        let error = viewer(INDEX, hostile).unwrap_err();
        assert!(error.to_string().contains("start-1.js"), "{error}");
    }

    #[test]
    fn a_missing_file_is_named() {
        let error = viewer(INDEX, |name| built(name).filter(|_| name != "page.js")).unwrap_err();
        assert_eq!(error.file(), Some("page.js"));
    }

    #[test]
    fn one_collection_gives_one_page() {
        let page = one_file(&made(), &engine()).unwrap();
        assert_eq!(page, one_file(&made(), &engine()).unwrap());
        assert!(page.contains("<h1>A &amp; B</h1>"));
        assert!(page.contains("met for an hour &amp; left") && !page.contains("<in>"));
        assert!(one_file("<p>something else</p>", &engine()).is_err());
    }

    #[test]
    fn a_page_gives_its_viewer_back() {
        let importer = importer(b"\0asm", b"let tellings_importer;".to_vec()).unwrap();
        for viewer in [made(), with_importer(&made(), &importer).unwrap()] {
            let page = one_file(&viewer, &engine()).unwrap();
            assert_eq!(viewer_of(&page).unwrap(), viewer);
        }
        let added = format!(
            "{}<script id=\"add-importer\">{}</script><script id=\"add-glue\">let tellings_importer;</script>",
            one_file(&made(), &engine()).unwrap(),
            STANDARD.encode(b"\0asm")
        );
        assert_eq!(viewer_to_save(&added).unwrap(), with_importer(&made(), &importer).unwrap());
        assert!(viewer_of("<p id=\"csp\">something else</p>").is_err());
    }

    #[test]
    fn a_site_is_the_viewer_in_parts() {
        let importer = importer(b"\0asm importer", b"let tellings_importer;".to_vec()).unwrap();
        let files = site(&made(), Some(&importer), &engine(), None).unwrap();
        let named = |start: &str, end: &str| {
            files.iter().find(|file| file.name.starts_with(start) && file.name.ends_with(end))
        };
        assert_eq!(named("tellings", ".wasm").unwrap().bytes, b"\0asm");
        assert_eq!(named("importer", ".wasm").unwrap().bytes, b"\0asm importer");
        assert_eq!(named("importer", ".js").unwrap().bytes, b"let tellings_importer;");
        let index = files.iter().find(|file| file.name == "index.html").unwrap();
        let index = std::str::from_utf8(&index.bytes).unwrap();
        let others = ["_headers", "embed.js"];
        let linked = |file: &&File| {
            !file.name.ends_with(".html")
                && !others.contains(&&*file.name)
                && !file.name.starts_with("icon-512")
        };
        for file in files.iter().filter(linked) {
            assert!(index.contains(&format!("\"{}\"", file.name)), "{} in {index}", file.name);
        }
        assert!(!index.contains("sha256"), "a site needs no hashes: {index}");
    }

    #[test]
    fn a_site_that_knows_its_address_tells_it() {
        let text = |files: &[File], name: &str| {
            let file = files.iter().find(|file| file.name == name);
            file.map(|file| String::from_utf8(file.bytes.clone()).unwrap())
        };
        let files = site(&made(), None, &engine(), Some("https://example.org/talks")).unwrap();
        let index = text(&files, "index.html").unwrap();
        assert!(index.contains("<link rel=\"canonical\" href=\"https://example.org/talks/\">"));
        let oembed = index.find("application/json+oembed").unwrap();
        assert!(oembed < 4096, "it is found by who reads only the beginning: {oembed}");
        let oembed = text(&files, "oembed.json").unwrap();
        assert!(oembed.contains("https://example.org/talks/embed.html#v1"), "{oembed}");
        let map = text(&files, "sitemap.xml").unwrap();
        assert!(map.contains("<loc>https://example.org/talks/sources/talks.html</loc>"), "{map}");
        let files = site(&made(), None, &engine(), None).unwrap();
        assert_eq!(text(&files, "oembed.json"), None);
        assert!(!text(&files, "index.html").unwrap().contains("canonical"));
    }

    #[test]
    fn another_collection_is_another_version() {
        let version = |title: &str| {
            let mut build = Build::new();
            build.add(import("talks.txt", b"Talks in Istanbul\n\nThey met.\n").unwrap());
            let engine =
                build.finish(title, "", &Presets::default(), &Concepts::default()).unwrap();
            let files = site(&made(), None, &engine, None).unwrap();
            let worker = files.iter().find(|file| file.name == "sw.js").unwrap();
            String::from_utf8(worker.bytes.clone()).unwrap()
        };
        assert_eq!(version("A"), version("A"));
        assert_ne!(version("A"), version("B"));
    }

    #[test]
    fn a_page_imports_only_if_it_carries_the_importer() {
        let importer = importer(b"\0asm", b"let tellings_importer;".to_vec()).unwrap();
        let page = one_file(&with_importer(&made(), &importer).unwrap(), &engine()).unwrap();
        let start = page.find("'use strict'").unwrap();
        assert!(page.find("let tellings_importer").unwrap() < start, "it is read before");
        assert_eq!(page.matches("'sha256-").count(), 4, "{page}");
        let without = one_file(&made(), &engine()).unwrap();
        assert!(!without.contains("importer"));
        assert_eq!(without.matches("'sha256-").count(), 3);
    }
}
