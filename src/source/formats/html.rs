//! Saved pages of the web.
//!
//! In: the file. Out: its text, understood by `html`. Here is only what a page must say
//! before it can be read: its encoding, in a byte order mark, a `meta` element or an XML
//! declaration near its beginning; a page that says none is read by its letters.

use super::{File, Format, Read};
use crate::{
    error::Result,
    source::{
        Report, decode,
        html::{self, Saved},
        import,
    },
};

/// Pages of the web.
pub(super) static HTML: Format =
    Format { name: "HTML", extensions: &["html", "htm", "xhtml", "shtml"], begins, read };

/// Within how many bytes a page says its encoding (browsers look at 1,024; what savers of
/// pages put before may take more).
const PRESCAN: usize = 8_192;

/// A page begins with its type or its root, after remarks and an XML declaration.
fn begins(bytes: &[u8]) -> bool {
    let mut rest = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    for (open, close) in [(&b"<?xml"[..], &b"?>"[..]), (b"<!--", b"-->")] {
        if rest.starts_with(open) {
            let head = &rest[..rest.len().min(PRESCAN)];
            let Some(end) = head.windows(close.len()).position(|own| own == close) else {
                return false;
            };
            rest = rest[end + close.len()..].trim_ascii_start();
        }
    }
    let starts = |with: &[u8]| {
        rest.get(..with.len()).is_some_and(|own| own.eq_ignore_ascii_case(with))
            && rest
                .get(with.len())
                .is_some_and(|next| matches!(next, b'>' | b' ' | b'\t' | b'\r' | b'\n'))
    };
    starts(b"<!doctype html") || starts(b"<html")
}

fn read(file: &File<'_>) -> Result<Read> {
    page(file.name, file.bytes, None, Saved::default())
}

/// Reads a page of which something is known from elsewhere: the encoding that its server
/// stated, which counts before its own word, and how it was saved.
pub(super) fn page(name: &str, bytes: &[u8], charset: Option<&str>, saved: Saved) -> Result<Read> {
    let decoded = decode::decode_as(bytes, charset.or_else(|| encoding(bytes)))?;
    let report = Report {
        encoding: decoded.encoding.to_owned(),
        replaced: decoded.replaced,
        notes: decoded.notes,
        ..Report::default()
    };
    Read::one(html::document(import::id_of(name), name, &decoded.text, report, saved)?)
}

/// The encoding that a page says it has: `charset=…` in a `meta` element, `encoding="…"` in
/// an XML declaration.
fn encoding(bytes: &[u8]) -> Option<&str> {
    let head = &bytes[..bytes.len().min(PRESCAN)];
    let mut rest = head;
    while let Some(at) = rest.iter().position(|byte| *byte == b'<') {
        rest = &rest[at + 1..];
        let tag = &rest[..rest.iter().position(|byte| *byte == b'>').unwrap_or(rest.len())];
        let name =
            |name: &[u8]| tag.get(..name.len()).is_some_and(|own| own.eq_ignore_ascii_case(name));
        let stated = if name(b"meta") {
            after(tag, b"charset")
        } else if name(b"?xml") {
            after(tag, b"encoding")
        } else {
            None
        };
        if stated.is_some() {
            return stated;
        }
    }
    None
}

/// What follows `key` and an equals sign, without its quotation marks.
fn after<'b>(tag: &'b [u8], key: &[u8]) -> Option<&'b str> {
    let at = tag.windows(key.len()).position(|own| own.eq_ignore_ascii_case(key))?;
    let rest = tag[at + key.len()..].trim_ascii_start().strip_prefix(b"=")?;
    let is_mark = |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, b'"' | b'\'');
    let rest = &rest[rest.iter().position(|byte| !is_mark(byte))?..];
    let end = rest
        .iter()
        .position(|byte| is_mark(byte) || matches!(byte, b';' | b'/' | b'?' | b'>'))
        .unwrap_or(rest.len());
    std::str::from_utf8(&rest[..end]).ok().filter(|label| !label.is_empty())
}

#[cfg(test)]
mod tests {
    use super::{super::read, begins, encoding};

    const TOLD: &str = "Мост открыт после долгого ремонта, сообщили в мэрии города. По нему \
        уже прошли первые пешеходы, а машины поедут завтра утром.";

    fn page(head: &str, label: &str) -> Vec<u8> {
        let html =
            format!("<html><head>{head}</head><body><h1>Мост</h1><p>{TOLD}</p></body></html>");
        encoding_rs::Encoding::for_label(label.as_bytes()).unwrap().encode(&html).0.into_owned()
    }

    #[test]
    fn a_page_is_read_in_the_encoding_that_it_says() {
        for (head, label) in [
            ("<meta charset=windows-1251>", "windows-1251"),
            ("<META HTTP-EQUIV='Content-Type' CONTENT='text/html; charset=KOI8-R'>", "koi8-r"),
            (
                "<meta http-equiv=Content-Type content=\"text/html;charset=iso-8859-5\"/>",
                "iso-8859-5",
            ),
            ("<meta charset = \"utf-8\" />", "utf-8"),
            // What a page says of itself may be wrong: its bytes are UTF-8.
            ("<meta charset=windows-1251>", "utf-8"),
            // No page that can be read as ASCII is UTF-16.
            ("<meta charset=utf-16>", "windows-1251"),
        ] {
            let read = read("a.html", &page(head, label)).unwrap();
            let document = &read.documents[0];
            assert!(document.text.contains(TOLD), "{head} as {label}: {}", document.text);
            assert_eq!(document.report.encoding.to_lowercase(), label, "{head}");
        }
    }

    #[test]
    fn a_page_that_says_no_encoding_is_read_by_its_letters() {
        for label in ["windows-1251", "koi8-r", "utf-8"] {
            let read = read("a.html", &page("<title>Мост</title>", label)).unwrap();
            assert!(read.documents[0].text.contains(TOLD), "{label}");
        }
        let wide: Vec<u8> = [0xff, 0xfe]
            .into_iter()
            .chain(format!("<p>{TOLD}</p>").encode_utf16().flat_map(u16::to_le_bytes))
            .collect();
        assert!(read("a.htm", &wide).unwrap().documents[0].text.contains(TOLD));
    }

    #[test]
    fn an_encoding_is_looked_for_where_it_is_said() {
        assert_eq!(encoding(b"<?xml version='1.0' encoding='koi8-u'?>"), Some("koi8-u"));
        assert_eq!(encoding(b"<p>charset=koi8-r</p>"), None);
        assert_eq!(encoding(b"<meta name=a content=b><meta charset='x'>"), Some("x"));
    }

    #[test]
    fn a_page_is_known_by_how_it_begins_whatever_it_is_called() {
        for bytes in [
            &b"<!DOCTYPE html>"[..],
            b"\xef\xbb\xbf \n<HTML lang=ru>",
            b"<?xml version='1.0'?>\n<!-- saved -->\n<html xmlns='x'>",
        ] {
            assert!(begins(bytes));
        }
        for bytes in [&b"<p>One"[..], b"html", b"<htmlx>", b"<!-- <html>", b""] {
            assert!(!begins(bytes));
        }
    }
}
