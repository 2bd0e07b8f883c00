//! The viewer and a collection as a folder for any static host.
//!
//! Every file but the two pages is named by its content, so a host may keep it for ever
//! and an old page never meets a new file.

use xxhash_rust::xxh3::xxh3_64;

use super::{gzip, html, one_file, policy, unpack, with_text};
use crate::{
    engine::Engine,
    error::{Error, Result},
};

/// A file of a site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name in the folder.
    pub name: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// The files of a site for the collection of `engine`, `embed.html` for other pages
/// included. With what [`importer()`](super::importer()) makes, it imports.
///
/// # Errors
/// When `viewer` is not what [`viewer`](super::viewer()) makes.
pub fn site(viewer: &str, importer: Option<&str>, engine: &Engine) -> Result<Vec<File>> {
    let content = |id| Ok(&viewer[html::element(viewer, id)?.content]);
    let files = [
        named("collection", "pack", gzip(engine.pack())?),
        named("tellings", "wasm", unpack(content("wasm")?)?),
        named("tellings", "js", content("glue")?.into()),
        named("start", "js", content("start")?.into()),
        named("style", "css", content("style")?.into()),
    ];
    let importing = importer.map(importer_files).transpose()?;
    let importing = importing.iter().flatten();
    let links: String = importing.clone().map(|(link, _)| link.as_str()).collect();
    let [pack, wasm, glue, start, style] = files.each_ref().map(|file| file.name.as_str());
    let parts = [
        (
            "csp",
            format!(
                r#"{}
    <link id="pack" rel="preload" as="fetch" crossorigin href="{pack}">
    <link id="wasm" rel="preload" as="fetch" type="application/wasm" crossorigin href="{wasm}">{links}"#,
                policy::element(&policy::of_a_site())
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
    let importing = importing.map(|(_, file)| file.clone());
    Ok(files.into_iter().chain(importing).chain(pages).collect())
}

/// The importer's files, each with the link by which the page finds it when it needs it.
fn importer_files(importer: &str) -> Result<[(String, File); 2]> {
    let content = |id| Ok::<_, Error>(&importer[html::element(importer, id)?.content]);
    let wasm = named("importer", "wasm", unpack(content("importer")?)?);
    let glue = named("importer", "js", content("importer-glue")?.into());
    let link = |id, kind, file: File| {
        let link = format!(
            "\n    <link id=\"{id}\" rel=\"alternate\" type=\"{kind}\" href=\"{}\">",
            file.name
        );
        (link, file)
    };
    Ok([link("importer", "application/wasm", wasm), link("importer-glue", "text/javascript", glue)])
}

fn named(stem: &str, extension: &str, bytes: Vec<u8>) -> File {
    File { name: format!("{stem}-{:016x}.{extension}", xxh3_64(&bytes)), bytes }
}
