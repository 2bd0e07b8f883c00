//! What makes a page import: the importer's wasm and glue, as elements of a page.
//!
//! The glue is a script that does nothing by itself: `start.js` makes a worker of its text,
//! or runs it where no worker can be had.

use base64::{Engine as _, engine::general_purpose::STANDARD};

use super::{
    html, pack_up, policy,
    viewer::{is_inline, viewer_of},
};
use crate::error::{Error, Kind, Result};

/// The elements, of what wasm-bindgen wrote.
///
/// # Errors
/// When the glue cannot stand in a page.
pub fn importer(wasm: &[u8], glue: Vec<u8>) -> Result<String> {
    let glue = String::from_utf8(glue).ok().filter(|glue| is_inline(glue, "</script"));
    let glue = glue.ok_or_else(|| {
        Error::new(Kind::Input, "the importer's glue cannot stand in a page")
            .advise("build it with: cargo xtask build")
    })?;
    let glue = anchored(&glue);
    Ok(format!(
        r#"<script type="application/octet-stream" id="importer">{}</script>
<script id="importer-glue">{glue}</script>
"#,
        pack_up(wasm)?
    ))
}

/// The viewer in a page as a site gives it to be saved: its one file, and, if wanted, what
/// makes it import, added at the end (`add-importer`, `add-glue`).
///
/// # Errors
/// When it is no such page.
pub fn viewer_to_save(page: &str) -> Result<String> {
    let viewer = viewer_of(page)?;
    // The page's own scripts name these elements too.
    let added = page.rsplit_once("</html>").map_or("", |(_, added)| added);
    let content = |id| html::element(added, id).map(|element| &added[element.content]);
    let (Ok(wasm), Ok(glue)) = (content("add-importer"), content("add-glue")) else {
        return Ok(viewer);
    };
    let wasm = STANDARD.decode(wasm).map_err(|_| html::no_viewer("importer"))?;
    with_importer(&viewer, &importer(&wasm, glue.into())?)
}

/// The glue without the question where its own file is, which fails in a page whose address
/// cannot be extended (`about:srcdoc`, `blob:`), and whose answer nothing needs.
pub(super) fn anchored(glue: &str) -> String {
    glue.replace("document.currentScript !== null", "document.currentScript?.src")
}

/// The viewer with these elements, and a policy that lets them run.
///
/// # Errors
/// When either is not what this program makes.
pub fn with_importer(viewer: &str, importer: &str) -> Result<String> {
    let content = |page, id| Ok::<_, Error>(&page[html::element(page, id)?.content]);
    let scripts =
        [content(viewer, "glue")?, content(viewer, "start")?, content(importer, "importer-glue")?];
    let policy = policy::of_one_file(&scripts, content(viewer, "style")?);
    let page = html::replace(viewer, "csp", &policy::element(&policy))?;
    let pack = html::element(&page, "pack")?.whole;
    let pack = format!("{importer}{}", &page[pack]);
    html::replace(&page, "pack", &pack)
}
