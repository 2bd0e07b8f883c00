//! `pack`, `page`, `site` and `viewer`: a collection as files for others.
//!
//! The one-file viewer is the page without a collection, built by `cargo xtask build`; what
//! makes a page import is in `importer.html` beside it. Those found when this program was
//! built are inside it; `--viewer` names others.

use std::{fs, path::Path, process::ExitCode};

use super::{files, output::Output};
use crate::{
    error::{Error, Kind, Result},
    publish,
};

include!(concat!(env!("OUT_DIR"), "/viewer.rs"));

/// Indexes a collection into one file.
pub(super) fn pack(out: &Output, collection: &Path, output: &Path) -> Result<ExitCode> {
    let engine = files::engine(collection)?;
    files::write(output, engine.pack())?;
    let sources = engine.index().sources.len();
    say(out, output, engine.pack().len(), &format!("{sources} sources"))
}

/// Writes a collection as one HTML file.
pub(super) fn page(
    out: &Output,
    collection: &Path,
    output: &Path,
    with_import: bool,
    viewer: Option<&Path>,
) -> Result<ExitCode> {
    let (mut viewer, importer) = self::viewer(viewer)?;
    if with_import {
        let importer = importer.ok_or_else(|| {
            Error::new(Kind::File, "there is no importer.html beside the viewer")
                .advise("run `cargo xtask build`")
        })?;
        viewer = publish::with_importer(&viewer, &importer)?;
    }
    let engine = files::engine(collection)?;
    let html = publish::one_file(&viewer, &engine)?;
    files::write(output, html.as_bytes())?;
    say(out, output, html.len(), &format!("{} sources", engine.index().sources.len()))
}

/// Writes a collection as a folder for a static host.
pub(super) fn site(
    out: &Output,
    collection: &Path,
    output: &Path,
    viewer: Option<&Path>,
    address: Option<&str>,
) -> Result<ExitCode> {
    let site = files_of_a_site(collection, viewer, address)?;
    make_folder(&output.join(publish::SOURCE_PAGES))?;
    let mut bytes = 0;
    for file in &site {
        files::write(&output.join(&file.name), &file.bytes)?;
        bytes += file.bytes.len();
    }
    say(out, output, bytes, &format!("{} files", site.len()))
}

/// The files of a collection's site.
pub(super) fn files_of_a_site(
    collection: &Path,
    viewer: Option<&Path>,
    address: Option<&str>,
) -> Result<Vec<publish::File>> {
    let (viewer, importer) = self::viewer(viewer)?;
    publish::site(&viewer, importer.as_deref(), &files::engine(collection)?, address)
}

/// Makes the viewer of what Trunk wrote, and `importer.html` of what wasm-bindgen wrote.
pub(super) fn make_viewer(
    out: &Output,
    dist: &Path,
    output: &Path,
    importer: Option<&Path>,
) -> Result<ExitCode> {
    let index = String::from_utf8_lossy(&files::read(&dist.join("index.html"))?).into_owned();
    let viewer = publish::viewer(&index, |name| files::read(&dist.join(name)).ok())?;
    if let Some(folder) = output.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        make_folder(folder)?;
    }
    files::write(output, viewer.as_bytes())?;
    if let Some(folder) = importer {
        let wasm = files::read(&folder.join("importer_bg.wasm"))?;
        let importer = publish::importer(&wasm, files::read(&folder.join("importer.js"))?)?;
        files::write(&output.with_file_name(IMPORTER_FILE), importer.as_bytes())?;
    }
    say(out, output, viewer.len(), "the viewer")
}

fn make_folder(folder: &Path) -> Result<()> {
    fs::create_dir_all(folder).map_err(|error| {
        Error::new(Kind::File, format!("it cannot be made: {error}")).in_file(files::name(folder))
    })
}

/// What makes a page import, beside the viewer.
const IMPORTER_FILE: &str = "importer.html";

/// The viewer, and what makes it import, where that is known.
pub(super) fn viewer(path: Option<&Path>) -> Result<(String, Option<String>)> {
    let text =
        |path: &Path| files::read(path).map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    match (path, VIEWER) {
        (Some(path), _) => Ok((text(path)?, text(&path.with_file_name(IMPORTER_FILE)).ok())),
        (None, Some(viewer)) => Ok((viewer.to_owned(), IMPORTER.map(str::to_owned))),
        (None, None) => Err(Error::new(Kind::File, "this program was built without the viewer")
            .advise("run `cargo xtask build` and build it again, or name one with --viewer")),
    }
}

fn say(out: &Output, output: &Path, bytes: usize, what: &str) -> Result<ExitCode> {
    if out.json {
        out.value(&serde_json::json!({ "file": files::name(output), "bytes": bytes }))?;
    } else {
        out.text(&format!("{}: {what}, {} kB\n", files::name(output), bytes.div_ceil(1000)))?;
    }
    Ok(ExitCode::SUCCESS)
}
