//! The viewer and a collection as a folder for any static host.
//!
//! Every file but the two pages is named by its content, so a host may keep it for ever
//! and an old page never meets a new file.

use xxhash_rust::xxh3::xxh3_64;

use super::{gzip, html, one_file, policy, unpack, with_text};
use crate::{engine::Engine, error::Result};

/// A file of a site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name in the folder.
    pub name: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// The files of a site for the collection of `engine`, `embed.html` for other pages
/// included.
///
/// # Errors
/// When `viewer` is not what [`viewer`](super::viewer()) makes.
pub fn site(viewer: &str, engine: &Engine) -> Result<Vec<File>> {
    let content = |id| Ok(&viewer[html::element(viewer, id)?.content]);
    let files = [
        named("collection", "pack", gzip(engine.pack())?),
        named("tellings", "wasm", unpack(content("wasm")?)?),
        named("tellings", "js", content("glue")?.into()),
        named("start", "js", content("start")?.into()),
        named("style", "css", content("style")?.into()),
    ];
    let [pack, wasm, glue, start, style] = files.each_ref().map(|file| file.name.as_str());
    let parts = [
        (
            "csp",
            format!(
                r#"<meta id="csp" http-equiv="Content-Security-Policy" content="{}">
    <link id="pack" rel="preload" as="fetch" crossorigin href="{pack}">
    <link id="wasm" rel="preload" as="fetch" type="application/wasm" crossorigin href="{wasm}">"#,
                policy::of_a_site()
            ),
        ),
        ("style", format!(r#"<link rel="stylesheet" id="style" href="{style}">"#)),
        ("glue", format!(r#"<script defer id="glue" src="{glue}"></script>"#)),
        ("start", format!(r#"<script defer id="start" src="{start}"></script>"#)),
    ];
    let mut page = html::replace(viewer, "pack", "")?;
    page = html::replace(&page, "wasm", "")?;
    for (id, by) in parts {
        page = html::replace(&page, id, &by)?;
    }
    let pages =
        [("index.html", with_text(&page, engine)?), ("embed.html", one_file(viewer, engine)?)];
    let pages = pages.map(|(name, page)| File { name: name.into(), bytes: page.into_bytes() });
    Ok(files.into_iter().chain(pages).collect())
}

fn named(stem: &str, extension: &str, bytes: Vec<u8>) -> File {
    File { name: format!("{stem}-{:016x}.{extension}", xxh3_64(&bytes)), bytes }
}
