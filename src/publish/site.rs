//! The viewer and a collection as a folder for any static host.
//!
//! Every file that the page needs is named by its content, so a host may keep it for ever
//! and an old page never meets a new file; what has a name of its own (pages, manifest,
//! worker) is asked for anew. Readable without a program: the page of the collection, and a
//! page for each source. With the site's address it tells search engines and other sites
//! where it is; without, nothing that needs one is written.

use xxhash_rust::xxh3::xxh3_64;

use super::{
    collection, gzip, hosting, html, icon, one_file, policy, social, source_page, unpack, with_text,
};
use crate::{
    engine::Engine,
    error::{Error, Kind, Result},
};

/// A file of a site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name in the folder, with the folder below it where it is in one.
    pub name: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// The sizes of the icon in pixels.
const SIDES: [u32; 2] = [192, 512];

/// The files of a site for the collection of `engine`, `embed.html` for other pages
/// included. With what [`importer()`](super::importer()) makes, it imports. `address` is where
/// it will be.
///
/// # Errors
/// When `viewer` is not what [`viewer`](super::viewer()) makes, or `address` is none.
pub fn site(
    viewer: &str,
    importer: Option<&str>,
    engine: &Engine,
    address: Option<&str>,
) -> Result<Vec<File>> {
    let base = address.map(base).transpose()?;
    let base = base.as_deref();
    let info = collection(engine)?;
    let content = |id| Ok::<_, Error>(&viewer[html::element(viewer, id)?.content]);
    let files = [
        named("collection", "pack", gzip(&engine.travelling_pack())?),
        named("tellings", "wasm", unpack(content("wasm")?)?),
        named("late", "wasm", unpack(content("late")?)?),
        named("tellings", "js", content("glue")?.into()),
        named("start", "js", content("start")?.into()),
        named("style", "css", content("style")?.into()),
        named("icon", "svg", icon::svg().into()),
    ];
    let importing = importer.map(importer_files).transpose()?;
    let importing = importing.iter().flatten();
    let links: String = importing.clone().map(|(link, _)| link.as_str()).collect();
    let importing: Vec<File> = importing.map(|(_, file)| file.clone()).collect();
    let icons: Vec<(u32, File)> = SIDES
        .into_iter()
        .map(|side| Ok((side, named(&format!("icon-{side}"), "png", icon::png(side)?))))
        .collect::<Result<_>>()?;
    let pixels: Vec<(u32, &str)> =
        icons.iter().map(|(side, file)| (*side, file.name.as_str())).collect();
    let [pack, wasm, late, glue, start, style, drawing] =
        files.each_ref().map(|file| file.name.as_str());
    let manifest = hosting::manifest(&info, drawing, &pixels);

    let parts = [
        (
            "csp",
            format!(
                r#"{}
    <link id="pack" rel="preload" as="fetch" crossorigin href="{pack}">
    <link id="wasm" rel="preload" as="fetch" type="application/wasm" crossorigin href="{wasm}">
    <link id="late" rel="alternate" type="application/wasm" href="{late}">{links}"#,
                policy::element(&policy::of_a_site())
            ),
        ),
        ("icon", format!(r#"<link rel="icon" href="{drawing}">"#)),
        ("style", format!(r#"<link rel="stylesheet" id="style" href="{style}">"#)),
        ("glue", format!(r#"<script defer id="glue" src="{glue}"></script>"#)),
        ("start", format!(r#"<script defer id="start" src="{start}"></script>"#)),
    ];
    let mut page = html::replace(viewer, "pack", "")?;
    page = html::replace(&page, "wasm", "")?;
    page = html::replace(&page, "late", "")?;
    for (id, by) in parts {
        page = html::replace(&page, id, &by)?;
    }
    let names = source_page::names(&info);
    page = with_text(&page, engine, &names)?;
    let picture = pixels.last().map(|(_, name)| *name).unwrap_or_default();
    let at = base.map(|base| (base, picture));
    let head = social::of_a_collection(&info, at);
    let touch = pixels.first().map(|(_, name)| *name).unwrap_or_default();
    // The version is that of everything the page is made of; the page says it, so that the
    // worker can tell the page of its version from another.
    let version =
        format!("{:016x}", xxh3_64([page.as_bytes(), head.as_bytes()].concat().as_slice()));
    let head = format!(
        r#"{head}<link rel="manifest" href="{}">
<link rel="apple-touch-icon" href="{touch}">
<meta name="version" content="{version}">
<link id="offline" rel="alternate" type="text/javascript" href="sw.js">"#,
        manifest.name
    );
    page = html::replace(&page, "description", &head)?;

    let needed = files.iter().map(|file| file.name.as_str());
    let needed: Vec<&str> = needed.chain(pixels.iter().map(|(_, name)| *name)).collect();
    let later: Vec<&str> = importing.iter().map(|file| file.name.as_str()).collect();
    let kept: Vec<&str> = needed.iter().chain(&later).copied().collect();
    let mut all = vec![
        hosting::headers(&kept),
        hosting::worker(&version, &needed, &later),
        hosting::embed_script(),
        File { name: "index.html".into(), bytes: page.into_bytes() },
        File { name: "embed.html".into(), bytes: one_file(viewer, engine)?.into_bytes() },
    ];
    if let Some(base) = base {
        all.push(hosting::oembed(&info, base));
        all.push(hosting::sitemap(base, &names));
    }
    all.extend(source_page::pages(&info, engine, style, drawing, at));
    let icons = icons.into_iter().map(|(_, file)| file);
    all.extend(files.clone().into_iter().chain(icons).chain(importing).chain([manifest]));
    Ok(all)
}

/// An address as the beginning of the addresses of its files.
fn base(address: &str) -> Result<String> {
    let is_web = ["https://", "http://"].iter().any(|start| address.starts_with(start));
    if !is_web || address.contains(['?', '#', '"', '<', '>', ' ']) {
        let what = format!("“{address}” is no address of a site");
        return Err(Error::new(Kind::Input, what)
            .advise("name the folder it will be in: https://example.org/talks/"));
    }
    Ok(if address.ends_with('/') { address.to_owned() } else { format!("{address}/") })
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

#[cfg(test)]
mod tests {
    use super::base;

    #[test]
    fn an_address_ends_its_folder_and_is_whole() {
        assert_eq!(base("https://example.org/talks").unwrap(), "https://example.org/talks/");
        assert_eq!(base("http://localhost:8080/").unwrap(), "http://localhost:8080/");
        for none in ["example.org", "javascript:alert(1)", "https://a/\"><script>", "https://a/?b"]
        {
            assert!(base(none).is_err(), "{none}");
        }
    }
}
