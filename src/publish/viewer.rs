//! What Trunk built as one page without a collection.
//!
//! The glue and the start are inline at the end, after what they read; the wasm stands
//! there as data.

use super::{html, importer::anchored, pack_up, policy};
use crate::error::{Error, Kind, Result};

/// The one page of `index`, Trunk's `index.html`; `file` gives the files beside it.
///
/// # Errors
/// When a part or a file is missing, or cannot stand in a page.
pub fn viewer(index: &str, file: impl Fn(&str) -> Option<Vec<u8>>) -> Result<String> {
    let part = |id, attribute| {
        let url = html::attribute(index, id, attribute)?;
        let name = url.trim_start_matches("./").to_owned();
        let missing = || Error::new(Kind::File, "the file is missing").in_file(&name);
        Ok::<_, Error>((file(&name).ok_or_else(missing)?, name))
    };
    let inline = |id, attribute, end| {
        let (bytes, name) = part(id, attribute)?;
        let text = String::from_utf8(bytes).ok().filter(|text| is_inline(text, end));
        let unfit = || Error::new(Kind::Input, "the text cannot stand in a page").in_file(&name);
        text.ok_or_else(unfit)
    };
    let glue = anchored(&inline("glue", "src", "</script")?);
    let start = inline("start", "src", "</script")?;
    let style = inline("tables", "href", "</style")? + &inline("style", "href", "</style")?;
    let wasm = pack_up(&part("wasm", "href")?.0)?;

    let policy = policy::of_one_file(&[&glue, &start], &style);
    let mut page = html::replace(index, "csp", &policy::element(&policy))?;
    page = html::replace(&page, "style", &format!(r#"<style id="style">{style}</style>"#))?;
    for moved in ["pack", "wasm", "glue", "start", "tables"] {
        page = html::replace(&page, moved, "")?;
    }
    html::append(
        &page,
        &format!(
            r#"<script type="application/octet-stream" id="pack"></script>
<script type="application/octet-stream" id="wasm">{wasm}</script>
<script id="glue">{glue}</script>
<script id="start">{start}</script>
"#
        ),
    )
}

/// Whether a text arrives in a page as it is: it does not end its element, and has no line
/// ends that HTML changes, which would change its hash.
pub(super) fn is_inline(text: &str, end: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    !lower.contains(end) && !lower.contains("<!--") && !text.contains(['\r', '\0'])
}
