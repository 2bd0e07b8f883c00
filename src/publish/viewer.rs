//! What Trunk built as one page without a collection.
//!
//! The glue and the start are inline at the end, after what they read; the wasm stands
//! there as data. The page is written as browsers write out what they have read, so that a
//! page that is open can give back the file it came from.

use super::{html, importer::anchored, pack_up, policy};
use crate::error::{Error, Kind, Result};

/// The scripts that run before the program, and the style sheets, by id, in their order.
const SCRIPTS: [&str; 3] = ["frame", "shelf", "start"];
const STYLES: [&str; 7] =
    ["tokens", "ground", "reading", "comparing", "tables", "style", "workshop"];

/// What a viewer is made of: the whole elements for policy, icon and importer (none: empty),
/// the content of the others.
struct Parts<'a> {
    policy: &'a str,
    icon: &'a str,
    style: &'a str,
    importer: &'a str,
    wasm: &'a str,
    late: &'a str,
    glue: &'a str,
    start: &'a str,
}

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
    let joined = |ids: &[&'static str], attribute, end| {
        ids.iter().map(|id| Ok(lean(&inline(id, attribute, end)?))).collect::<Result<String>>()
    };
    let glue = anchored(&inline("glue", "src", "</script")?);
    let start = joined(&SCRIPTS, "src", "</script")?;
    let style = joined(&STYLES, "href", "</style")?;
    Ok(page(&Parts {
        policy: &policy::element(&policy::of_one_file(&[&glue, &start], &style)),
        icon: &index[html::element(index, "icon")?.whole],
        style: &style,
        importer: "",
        wasm: &pack_up(&part("wasm", "href")?.0)?,
        late: &pack_up(&part("late", "href")?.0)?,
        glue: &glue,
        start: &start,
    }))
}

/// The viewer in a page that [`one_file`](super::one_file()) made, with what makes it import
/// where it has that.
///
/// # Errors
/// When it is no such page.
pub fn viewer_of(one_file: &str) -> Result<String> {
    let whole = |id| Ok::<_, Error>(&one_file[html::element(one_file, id)?.whole]);
    let content = |id| Ok::<_, Error>(&one_file[html::element(one_file, id)?.content]);
    let importer = match (whole("importer"), whole("importer-glue")) {
        (Ok(wasm), Ok(glue)) => format!("{wasm}\n{glue}\n"),
        _ => String::new(),
    };
    Ok(page(&Parts {
        policy: whole("csp")?,
        icon: whole("icon")?,
        style: content("style")?,
        importer: &importer,
        wasm: content("wasm")?,
        late: content("late")?,
        glue: content("glue")?,
        start: content("start")?,
    }))
}

fn page(Parts { policy, icon, style, importer, wasm, late, glue, start }: &Parts<'_>) -> String {
    format!(
        r#"<!doctype html>
<html lang="en"><head>
<meta charset="utf-8">
{policy}
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title id="title">Tellings</title>
<meta id="description" name="description" content="">
{icon}
<style id="style">{style}</style>
</head>
<body>
<div id="app"></div>
<noscript><p>Searching and comparing need JavaScript.</p></noscript>
{importer}<script type="application/octet-stream" id="pack"></script>
<script type="application/octet-stream" id="wasm">{wasm}</script>
<script type="application/octet-stream" id="late">{late}</script>
<script id="glue">{glue}</script>
<script id="start">{start}</script>
</body></html>"#
    )
}

/// One of our own scripts or style sheets without comments and indents, which no reader of
/// the page needs. Only for those: comments there stand on lines of their own, and no text
/// goes on over the end of a line.
fn lean(text: &str) -> String {
    let mut lean = String::with_capacity(text.len());
    let mut is_comment = false;
    for line in text.lines().map(str::trim) {
        is_comment |= line.starts_with("/*");
        if !is_comment && !line.is_empty() && !line.starts_with("//") {
            lean.push_str(line);
            lean.push('\n');
        }
        is_comment &= !line.ends_with("*/");
    }
    lean
}

/// Whether a text arrives in a page as it is: it does not end its element, and has no line
/// ends that HTML changes, which would change its hash.
pub(super) fn is_inline(text: &str, end: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    !lower.contains(end) && !lower.contains("<!--") && !text.contains(['\r', '\0'])
}

#[cfg(test)]
mod tests {
    use super::lean;

    #[test]
    fn only_comments_and_indents_are_left_out() {
        let text = "/* One\n   two. */\na {\n  b: c;\n}\n\n// No.\n  d('//'); // e\n/* f */\ng\n";
        assert_eq!(lean(text), "a {\nb: c;\n}\nd('//'); // e\ng\n");
    }

    #[test]
    fn our_own_files_comment_on_lines_of_their_own() {
        for text in [
            include_str!("../../static/start.js"),
            include_str!("../../static/shelf.js"),
            include_str!("../../static/frame.js"),
            include_str!("../../static/style.css"),
            include_str!("../../static/tables.css"),
            include_str!("../../static/workshop.css"),
        ] {
            for line in text.lines().map(str::trim) {
                let comment = line.find("/*").map(|at| line[at..].find("*/").map(|end| at + end));
                let is_alone = match comment {
                    None => true,
                    Some(None) => line.starts_with("/*"),
                    Some(Some(end)) => line.starts_with("/*") && end + 2 == line.len(),
                };
                assert!(is_alone, "put the comment on a line of its own: {line}");
                assert!(line.matches('`').count() % 2 == 0, "a text goes on: {line}");
            }
        }
    }
}
