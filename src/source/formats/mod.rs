//! The formats that sources come in, one file each.
//!
//! In: a file's name and bytes. Out: its documents, and what was wrong with parts of it
//! ([`Read`]). [`FORMATS`] is the registry, one line a format; `template` is the file to
//! copy for a new one. Which format a file has is told by its first bytes where they show
//! it, then by its name. Archives of several files are unpacked by `collection`, because
//! they may hold the manifest of one. A bad part costs only itself.

mod docx;
mod epub;
mod html;
mod json;
mod jsonl;
mod markdown;
mod mhtml;
mod table;
mod template;
mod text;

use super::{Document, archive};
use crate::error::{Error, Kind, Result};

/// The formats that are read. Order is the order in which they are listed.
pub static FORMATS: &[&Format] = &[
    &text::TEXT,
    &markdown::MARKDOWN,
    &html::HTML,
    &mhtml::MHTML,
    &docx::DOCX,
    &epub::EPUB,
    &jsonl::JSONL,
    &json::JSON,
    &table::TABLE,
];

/// All that import knows of a format. A file of `formats` is one `static` of this.
pub struct Format {
    /// What people call it.
    pub name: &'static str,
    /// How the names of its files end, lower case, without the dot.
    pub extensions: &'static [&'static str],
    /// Whether a file surely has it by its bytes, whatever it is called.
    begins: fn(&[u8]) -> bool,
    /// Reads a file.
    read: fn(&File<'_>) -> Result<Read>,
}

/// A file to read.
pub(super) struct File<'a> {
    pub(super) name: &'a str,
    pub(super) bytes: &'a [u8],
}

/// What was read of a file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Read {
    /// Its sources, in its order.
    pub documents: Vec<Document>,
    /// What was wrong with parts of it, in its order.
    pub problems: Vec<Error>,
}

impl Read {
    /// One source.
    fn one(document: Document) -> Result<Self> {
        Ok(Self { documents: vec![document], problems: Vec::new() })
    }
}

/// Reads the sources in a file that is no archive of files.
///
/// # Errors
/// When nothing of it can be read: it is empty, of no known format, encrypted, damaged, or
/// larger than [`super::import::LIMIT`].
pub fn read(name: &str, bytes: &[u8]) -> Result<Read> {
    super::import::refuse_large(bytes.len())
        .and_then(|()| format_of(name, bytes))
        .and_then(|format| {
            let mut read = (format.read)(&File { name, bytes })?;
            for document in &mut read.documents {
                // A page within another format has said already that it is one.
                if document.report.format.is_empty() {
                    format.name.clone_into(&mut document.report.format);
                }
            }
            Ok(read)
        })
        .map_err(|error| if error.file().is_some() { error } else { error.in_file(name) })
}

/// The extensions of all files that are read, in the order of the formats, archives last.
#[must_use]
pub fn extensions() -> Vec<&'static str> {
    FORMATS.iter().flat_map(|format| format.extensions).copied().chain(["zip"]).collect()
}

fn format_of(name: &str, bytes: &[u8]) -> Result<&'static Format> {
    if let Some(format) = FORMATS.iter().find(|format| (format.begins)(bytes)) {
        return Ok(format);
    }
    let extension = extension(name).unwrap_or_else(|| guess(bytes)).to_ascii_lowercase();
    let format = FORMATS.iter().find(|format| format.extensions.contains(&extension.as_str()));
    if let Some((what, advice)) = foreign(bytes, &extension) {
        return Err(Error::new(Kind::Input, what).advise(advice));
    }
    match format {
        Some(format) => Ok(format),
        None => {
            let what = format!("“.{extension}” files are not read");
            let known: Vec<String> = extensions().iter().map(|one| format!(".{one}")).collect();
            Err(Error::new(Kind::Input, what).advise(format!("read are {}", known.join(" "))))
        }
    }
}

/// The extension that a file without one would have, by its first sign.
fn guess(bytes: &[u8]) -> &'static str {
    let first = |bytes: &[u8]| bytes.iter().copied().find(|byte| !byte.is_ascii_whitespace());
    match first(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)) {
        Some(b'[') if bytes.trim_ascii_end().ends_with(b"]") => "json",
        Some(b'{') if bytes.trim_ascii_end().ends_with(b"}") => "jsonl",
        _ => "txt",
    }
}

/// How the name of a file ends, if it says a format.
pub(super) fn extension(name: &str) -> Option<&str> {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let (stem, extension) = file.rsplit_once('.')?;
    (!stem.is_empty() && !extension.contains(' ')).then_some(extension)
}

/// What a file is that no format reads, and what to do about it.
fn foreign(bytes: &[u8], extension: &str) -> Option<(&'static str, &'static str)> {
    const SAVE: &str = "save its text as .txt, .docx or .html";
    let office = matches!(extension, "docx" | "doc" | "dot");
    Some(match bytes {
        [b'%', b'P', b'D', b'F', ..] => ("PDF files are not read", SAVE),
        [0xd0, 0xcf, 0x11, 0xe0, ..] if extension == "docx" => (
            "the document is encrypted, or an old .doc under a new name",
            "open it, remove the password, and save it as .docx",
        ),
        [0xd0, 0xcf, 0x11, 0xe0, ..] => ("old Office documents are not read", "save it as .docx"),
        [b'{', b'\\', b'r', b't', b'f', ..] => ("RTF documents are not read", "save it as .docx"),
        [0x1f, 0x8b, ..] | [b'7', b'z', 0xbc, 0xaf, ..] | [b'R', b'a', b'r', b'!', ..] => {
            ("this kind of archive is not read", "unpack it, or pack the files as .zip")
        }
        [b'P', b'K', 3, 4, ..] => ("this kind of document is not read", SAVE),
        _ if office || extension == "epub" => {
            ("the document is damaged: it does not begin as one", "download or save it again")
        }
        _ => return None,
    })
}

/// Whether a file is an archive of files that may be sources.
pub(super) fn is_archive(bytes: &[u8]) -> bool {
    archive::is_zip(bytes) && !FORMATS.iter().any(|format| (format.begins)(bytes)) && {
        let paths = archive::Archive::open(bytes).map(|mut archive| archive.paths());
        // Other office documents are archives too; what is in them is no source.
        !paths.is_ok_and(|paths| {
            paths.iter().any(|path| {
                matches!(path.as_str(), "[Content_Types].xml" | "META-INF/manifest.xml")
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{FORMATS, extension, extensions, is_archive, read};
    use crate::source::archive::tests::packed;

    #[test]
    fn each_extension_belongs_to_one_format() {
        let all = extensions();
        assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len());
        assert!(all.iter().all(|one| *one == one.to_lowercase() && !one.starts_with('.')));
        assert!(FORMATS.iter().all(|format| !format.name.is_empty()));
    }

    #[test]
    fn a_name_ends_in_an_extension_or_in_none() {
        assert_eq!(extension("a/b.c/d.TXT"), Some("TXT"));
        assert_eq!(extension("a.b/c"), None);
        assert_eq!(extension(".hidden"), None);
        assert_eq!(extension("No. 5 and more"), None);
    }

    #[test]
    fn what_cannot_be_read_says_what_to_do() {
        for (name, bytes, words) in [
            ("a.pdf", &b"%PDF-1.7"[..], &["PDF", "save its text"][..]),
            ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1", &["old Office", ".docx"]),
            ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1", &["encrypted", "password"]),
            ("a.docx", b"word", &["damaged", "again"]),
            ("a.rar", b"Rar!\x1a", &["archive", ".zip"]),
            ("a.jpg", b"\xff\xd8\xff", &["“.jpg” files are not read", ".txt", ".epub"]),
            ("a.txt", b"\x89PNG\r\n\x1a\n\0\0", &["not a text"]),
        ] {
            let error = read(name, bytes).unwrap_err().to_string();
            assert!(error.starts_with(name), "{error}");
            for word in words {
                assert!(error.contains(word), "no “{word}” in {error}");
            }
        }
    }

    #[test]
    fn office_documents_are_no_archives_of_sources() {
        assert!(is_archive(&packed(&[("a.txt", b"One")])));
        let sheet = packed(&[("[Content_Types].xml", b"<x/>"), ("xl/workbook.xml", b"<x/>")]);
        assert!(!is_archive(&sheet));
        assert!(read("a.xlsx", &sheet).unwrap_err().to_string().contains("not read"));
    }
}
