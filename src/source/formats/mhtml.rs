//! MHTML: a page of the web saved by a browser into one file (RFC 2557).
//!
//! In: the file. Out: its page, understood as an HTML file is, with the address and the time
//! at which it was saved. The page is the part that the file names as its start, else the
//! first that is HTML; its styles, scripts and pictures are counted in the report. Of mail
//! only what browsers write is read: headers, one level of parts, their two encodings.

use std::collections::BTreeMap;

use super::{File, Format, Read, html};
use crate::{
    error::{Error, Kind, Result},
    source::{Found, dates, html::Saved},
};

/// Pages saved whole.
pub(super) static MHTML: Format =
    Format { name: "MHTML", extensions: &["mhtml", "mht"], begins, read };

/// Within how many bytes a file says that parts follow.
const HEAD: usize = 4_096;
/// Parts that are looked at, at most.
const PARTS: usize = 20_000;

/// Headers of a message stand first, and say that related parts follow.
fn begins(bytes: &[u8]) -> bool {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]).to_ascii_lowercase();
    let starts = ["from:", "mime-version:", "content-type:", "snapshot-content-location:"];
    starts.iter().any(|name| head.trim_start().starts_with(name))
        && head.contains("multipart/related")
}

fn read(file: &File<'_>) -> Result<Read> {
    let broken = || {
        Error::new(Kind::Input, "the saved page is damaged: it has no HTML part")
            .advise("save the page again")
    };
    let whole = Part::read(file.bytes);
    let boundary = whole.parameter("content-type", "boundary").ok_or_else(broken)?;
    let parts: Vec<Part<'_>> =
        split(whole.body, boundary.as_bytes()).into_iter().map(Part::read).collect();
    let is_page =
        |part: &&Part<'_>| matches!(part.kind().as_str(), "text/html" | "application/xhtml+xml");
    let start = whole.parameter("content-type", "start");
    let named = start.as_deref().and_then(|start| {
        parts.iter().filter(is_page).find(|part| part.header("content-id") == Some(start))
    });
    let page = named.or_else(|| parts.iter().find(is_page)).ok_or_else(broken)?;
    let mut dropped: BTreeMap<String, u64> = BTreeMap::new();
    for other in parts.iter().filter(|part| !std::ptr::eq(*part, page)) {
        *dropped.entry(words(&other.kind()).to_owned()).or_default() += other.body.len() as u64;
    }
    let location = ["snapshot-content-location", "content-location"]
        .iter()
        .find_map(|name| whole.header(name))
        .or_else(|| page.header("content-location"));
    let saved = Saved {
        url: location.filter(|address| address.starts_with("http")).map(str::to_owned),
        at: whole.header("date").and_then(|date| {
            let iso = dates::stated(date)?;
            Some(Found::stated(iso, format!("date of the saved file: “{date}”")))
        }),
    };
    let charset = page.parameter("content-type", "charset");
    let mut read = html::page(file.name, &page.decoded(), charset.as_deref(), saved)?;
    for document in &mut read.documents {
        document.report.dropped.extend(dropped.clone());
    }
    Ok(read)
}

fn words(kind: &str) -> &'static str {
    match kind {
        "text/css" => "styles (other files)",
        "text/html" | "application/xhtml+xml" => "embedded pages (other files)",
        kind if kind.contains("script") => "scripts (other files)",
        kind if kind.starts_with("image/") => "pictures (other files)",
        kind if kind.starts_with("font/") || kind.contains("font") => "fonts (other files)",
        kind if kind.starts_with("video/") || kind.starts_with("audio/") => "media (other files)",
        _ => "other files",
    }
}

/// The stretches between the lines of a boundary.
fn split<'b>(body: &'b [u8], boundary: &[u8]) -> Vec<&'b [u8]> {
    let mut parts = Vec::new();
    let (mut from, mut at) = (None, 0);
    for line in body.split_inclusive(|byte| *byte == b'\n') {
        let end = at + line.len();
        let own = line.trim_ascii_end();
        if let Some(rest) = own.strip_prefix(b"--").and_then(|own| own.strip_prefix(boundary))
            && (rest.is_empty() || rest == b"--")
        {
            if let Some(from) = from.replace(end) {
                parts.push(&body[from..at]);
            }
            if rest == b"--" || parts.len() >= PARTS {
                return parts;
            }
        }
        at = end;
    }
    // Cut short: what is there of the last part counts.
    parts.extend(from.filter(|from| *from < body.len()).map(|from| &body[from..]));
    parts
}

/// Headers, names in lower case, and what follows them.
struct Part<'b> {
    headers: Vec<(String, String)>,
    body: &'b [u8],
}

impl<'b> Part<'b> {
    fn read(bytes: &'b [u8]) -> Self {
        let mut headers: Vec<(String, String)> = Vec::new();
        let mut at = 0;
        for line in bytes.split_inclusive(|byte| *byte == b'\n') {
            at += line.len();
            let own = String::from_utf8_lossy(line.trim_ascii_end());
            if own.trim().is_empty() {
                if headers.is_empty() {
                    continue;
                }
                break;
            }
            // A line that begins with white space goes on with the header before it.
            match (own.starts_with([' ', '\t']), headers.last_mut()) {
                (true, Some((_, value))) => {
                    value.push(' ');
                    value.push_str(own.trim());
                }
                _ => {
                    let (name, value) = own.split_once(':').unwrap_or((&own, ""));
                    headers.push((name.trim().to_ascii_lowercase(), value.trim().to_owned()));
                }
            }
        }
        Self { headers, body: &bytes[at..] }
    }

    fn header(&self, name: &str) -> Option<&str> {
        let own = self.headers.iter().find(|(own, value)| own == name && !value.is_empty());
        own.map(|(_, value)| value.as_str())
    }

    /// `text/html`.
    fn kind(&self) -> String {
        let kind = self.header("content-type").unwrap_or_default();
        kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
    }

    /// A parameter of a header: `boundary="…"`.
    fn parameter(&self, header: &str, wanted: &str) -> Option<String> {
        self.header(header)?.split(';').skip(1).find_map(|parameter| {
            let (name, value) = parameter.split_once('=')?;
            let value = value.trim().trim_matches('"');
            (name.trim().eq_ignore_ascii_case(wanted) && !value.is_empty())
                .then(|| value.to_owned())
        })
    }

    /// The bytes as the page's server sent them: their charset is the page's affair.
    fn decoded(&self) -> Vec<u8> {
        let encoding = self.header("content-transfer-encoding").unwrap_or_default();
        match encoding.to_ascii_lowercase().as_str() {
            "quoted-printable" => quoted_printable(self.body),
            "base64" => base64(self.body),
            _ => self.body.to_vec(),
        }
    }
}

/// `=D0` is a byte, `=` at the end of a line joins it to the next; what is neither stays.
fn quoted_printable(body: &[u8]) -> Vec<u8> {
    let digit = |at: usize| body.get(at).and_then(|byte| char::from(*byte).to_digit(16));
    let mut bytes = Vec::with_capacity(body.len());
    let mut at = 0;
    while let Some(byte) = body.get(at) {
        let two = (digit(at + 1), digit(at + 2));
        match (byte, body.get(at + 1), two) {
            (b'=', Some(b'\r'), _) if body.get(at + 2) == Some(&b'\n') => at += 3,
            (b'=', Some(b'\n'), _) => at += 2,
            (b'=', _, (Some(high), Some(low))) => {
                bytes.push(u8::try_from(high * 16 + low).unwrap_or(b'?'));
                at += 3;
            }
            _ => {
                bytes.push(*byte);
                at += 1;
            }
        }
    }
    bytes
}

fn base64(body: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(body.len() / 4 * 3);
    let (mut held, mut bits) = (0_u32, 0);
    for byte in body {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            b'=' => break,
            _ => continue,
        };
        held = (held << 6 | u32::from(value)) & 0xff_ffff;
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push((held >> bits & 0xff) as u8);
        }
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::{super::read, begins, quoted_printable, split};

    const TOLD: &str = "The bridge was opened on Monday, two weeks before the day that the town had been promised.";

    fn saved(encoding: &str, body: &str) -> String {
        format!(
            "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://news.example.org/bridge\r\nSubject: A bridge\r\nDate: Tue, 5 Mar 2024 10:11:12 -0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"----Bound--x----\"\r\n\r\n\r\n------Bound--x----\r\nContent-Type: text/html\r\nContent-ID: <a@mhtml>\r\nContent-Transfer-Encoding: {encoding}\r\nContent-Location: https://news.example.org/bridge\r\n\r\n{body}\r\n------Bound--x----\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n------Bound--x------\r\n"
        )
    }

    #[test]
    fn the_page_is_read_with_its_address_and_the_time_of_saving() {
        let body = format!("<h1>A bridge</h1><p class=3D\"x\">{TOLD} =D0=94=D0=B0=\r\n.</p>");
        let file = saved("quoted-printable", &body);
        assert!(begins(file.as_bytes()));
        let document = read("a.mhtml", file.as_bytes()).unwrap().documents.remove(0);
        assert!(document.text.contains(&format!("{TOLD} Да.")), "{}", document.text);
        let meta = &document.meta;
        assert_eq!(meta.url.as_ref().unwrap().value, "https://news.example.org/bridge");
        assert_eq!(meta.captured.as_ref().unwrap().value, "2024-03-05T10:11");
        assert!(document.report.dropped.iter().any(|(what, _)| what.starts_with("pictures")));
    }

    #[test]
    fn an_old_encoding_in_base64_is_read() {
        let cp1251 = encoding_rs::WINDOWS_1251.encode("<p>Мост открыт для всех жителей.</p>").0;
        let sixes = |three: &[u8]| {
            let held = three.iter().fold(0_u32, |held, byte| held << 8 | u32::from(*byte));
            let held = held << (8 * (3 - three.len()));
            (0..4).map(|nth| (held >> (18 - 6 * nth) & 63) as usize).collect::<Vec<_>>()
        };
        let letters: Vec<char> =
            ('A'..='Z').chain('a'..='z').chain('0'..='9').chain("+/".chars()).collect();
        let text: String = cp1251.chunks(3).flat_map(sixes).map(|six| letters[six]).collect();
        let file = saved("base64", &text)
            .replace("text/html\r\nContent-ID", "text/html; charset=windows-1251\r\nContent-ID");
        let document = read("a.mht", file.as_bytes()).unwrap().documents.remove(0);
        assert!(document.text.contains("Мост открыт для всех жителей."), "{}", document.text);
        assert_eq!(document.report.encoding, "windows-1251");
    }

    #[test]
    fn what_is_cut_short_or_no_page_is_said() {
        let file = saved("quoted-printable", &format!("<p>{TOLD}</p>"));
        let cut = &file[..file.find("two weeks").unwrap()];
        assert!(read("a.mhtml", cut.as_bytes()).unwrap().documents[0].text.contains("The bridge"));
        let error = read("a.mhtml", b"MIME-Version: 1.0\n\nno parts").unwrap_err().to_string();
        assert!(error.contains("no HTML part"), "{error}");
    }

    #[test]
    fn parts_stand_between_boundaries() {
        assert_eq!(split(b"x\n--b\n1\n--b\r\n2\n--b--\n3\n", b"b"), [&b"1\n"[..], b"2\n"]);
        assert_eq!(quoted_printable(b"a=3D=zz=\nb="), b"a==zzb=");
    }
}
