//! EPUB books to a source.
//!
//! In: the file. Out: one source a book, its chapters in the order of its spine: a book is
//! published as one text, and what it tells is told across its chapters. (To compare
//! chapters, unpack the book and give its pages.) Headings stay headings; what the package
//! says of the book is its metadata. Pictures, fonts and styles are counted in the report.

use std::collections::BTreeMap;

use super::{File, Format, Read};
use crate::{
    error::{Error, Kind, Result},
    lang::Lang,
    source::{
        Found, Report,
        archive::{self, Archive},
        assembly::Assembly,
        dates, decode,
        import::{self, Raw},
        markup,
        xml::{self, Step},
    },
};

/// Books.
pub(super) static EPUB: Format = Format { name: "EPUB", extensions: &["epub"], begins, read };

/// The path that says where the package is.
const CONTAINER: &str = "META-INF/container.xml";
/// The reason of what the package says.
const PACKAGE: &str = "package of the book";

fn begins(bytes: &[u8]) -> bool {
    archive::is_zip(bytes) && Archive::open(bytes).is_ok_and(|mut archive| archive.has(CONTAINER))
}

fn read(file: &File<'_>) -> Result<Read> {
    let mut archive = Archive::open(file.bytes)?;
    let path = root(&part(&mut archive, CONTAINER)?)?;
    let package = package(&part(&mut archive, &path)?, &path)?;
    if archive.has("META-INF/encryption.xml")
        && is_locked(&part(&mut archive, "META-INF/encryption.xml")?)?
    {
        return Err(Error::new(Kind::Input, "the book is encrypted (it has copy protection)")
            .advise("give a copy without it"));
    }
    let mut assembly = Assembly::default();
    let mut report = Report { encoding: "UTF-8".to_owned(), ..Report::default() };
    let mut marks = 0;
    for chapter in &package.spine {
        let read = archive.file(chapter).and_then(|bytes| {
            let decoded = decode::decode(&bytes)?;
            report.replaced += decoded.replaced;
            markup::read(&decoded.text, &mut assembly).map_err(|why| Error::new(Kind::Input, why))
        });
        match read {
            Ok(bytes) => marks += bytes,
            // A page of the book may be nothing but a picture.
            Err(error) if error.kind() == Kind::TooLarge => return Err(error),
            Err(error) => report.notes.push(format!("{chapter} was not read: {error}.")),
        }
    }
    if assembly.is_empty() {
        return Err(
            Error::new(Kind::Input, "the book has no text").advise("its pages may be pictures")
        );
    }
    let mut dropped: BTreeMap<&str, u64> = BTreeMap::from([("markup", marks)]);
    for path in archive.paths() {
        let what = match super::extension(&path).unwrap_or_default().to_ascii_lowercase().as_str() {
            "jpg" | "jpeg" | "png" | "gif" | "svg" | "webp" => "pictures",
            "ttf" | "otf" | "woff" | "woff2" => "fonts",
            "css" | "js" => "styles and scripts",
            _ => continue,
        };
        *dropped.entry(what).or_default() += archive.file(&path)?.len() as u64;
    }
    report.dropped = dropped.into_iter().map(|(what, bytes)| (what.to_owned(), bytes)).collect();
    report.fields = package.others;
    let lang =
        package.lang.as_deref().and_then(Lang::parse).map(|lang| Found::stated(lang, PACKAGE));
    let raw = Raw { lang, ..Raw::assembled(import::id_of(file.name), file.name, assembly, report) };
    let mut document = import::document(raw);
    let meta = &mut document.meta;
    meta.title = package.title.map(|title| Found::stated(title, PACKAGE)).or(meta.title.take());
    meta.outlet = package.publisher.map(|name| Found::stated(name, PACKAGE)).or(meta.outlet.take());
    if !package.authors.is_empty() {
        meta.authors = Some(Found::stated(package.authors, PACKAGE));
    }
    let date = package.date.as_deref().and_then(dates::stated);
    meta.date = date.map(|date| Found::stated(date, PACKAGE)).or(meta.date.take());
    Read::one(document)
}

fn part(archive: &mut Archive<'_>, path: &str) -> Result<String> {
    Ok(String::from_utf8_lossy(&archive.file(path)?).into_owned())
}

/// Where the package is.
fn root(container: &str) -> Result<String> {
    let mut path = None;
    xml::walk(container, |step| {
        if let Step::Open("rootfile", tag) = step {
            path = path.take().or(xml::attribute(tag, "full-path"));
        }
    })?;
    path.ok_or_else(|| Error::new(Kind::Input, "the book is damaged: it names no package"))
}

/// Whether more than fonts is encrypted.
fn is_locked(encryption: &str) -> Result<bool> {
    let mut locked = false;
    xml::walk(encryption, |step| {
        if let Step::Open("CipherReference", tag) = step {
            let path = xml::attribute(tag, "URI").unwrap_or_default().to_lowercase();
            locked |= [".xhtml", ".html", ".htm", ".xml"].iter().any(|end| path.ends_with(end));
        }
    })?;
    Ok(locked)
}

/// What the package says.
#[derive(Default)]
struct Package {
    title: Option<String>,
    authors: Vec<String>,
    lang: Option<String>,
    publisher: Option<String>,
    date: Option<String>,
    others: Vec<(String, String)>,
    /// The paths of the chapters, in order.
    spine: Vec<String>,
}

fn package(text: &str, path: &str) -> Result<Package> {
    let folder = path.rsplit_once('/').map(|(folder, _)| folder).unwrap_or_default();
    let mut package = Package::default();
    let mut items: BTreeMap<String, String> = BTreeMap::new();
    let mut field: Option<(String, String)> = None;
    let mut in_metadata = false;
    xml::walk(text, |step| match step {
        Step::Open("metadata", _) => in_metadata = true,
        Step::Close("metadata") => in_metadata = false,
        Step::Open("item", tag) => {
            if let (Some(id), Some(href)) = (xml::attribute(tag, "id"), xml::attribute(tag, "href"))
            {
                items.insert(id, resolve(folder, &href));
            }
        }
        Step::Open("itemref", tag) => {
            let item = xml::attribute(tag, "idref").and_then(|id| items.get(&id).cloned());
            package.spine.extend(item);
        }
        Step::Open(name, _) if in_metadata => field = Some((name.to_owned(), String::new())),
        Step::Text(text) => {
            if let Some((_, value)) = &mut field {
                value.push_str(text);
            }
        }
        Step::Close(_) => {
            let Some((name, value)) = field.take() else { return };
            let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
            if value.is_empty() {
                return;
            }
            match name.as_str() {
                "title" if package.title.is_none() => package.title = Some(value),
                "creator" => package.authors.push(value),
                "language" if package.lang.is_none() => package.lang = Some(value),
                "publisher" if package.publisher.is_none() => package.publisher = Some(value),
                "date" if package.date.is_none() => package.date = Some(value),
                _ => package.others.push((name, value)),
            }
        }
        Step::Open(..) => {}
    })?;
    Ok(package)
}

/// The path of `href` in the archive, seen from `folder`.
fn resolve(folder: &str, href: &str) -> String {
    let href = percent_decoded(href.split('#').next().unwrap_or(href));
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in href.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}

fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let code = (first == b'%').then(|| after.get(..2)).flatten();
        let code =
            code.and_then(|code| u8::from_str_radix(std::str::from_utf8(code).ok()?, 16).ok());
        bytes.push(code.unwrap_or(first));
        rest = if code.is_some() { &after[2..] } else { after };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::resolve;
    use crate::source::{archive::tests::packed, formats};

    const CONTAINER: &str =
        r#"<container><rootfiles><rootfile full-path="OEBPS/p.opf"/></rootfiles></container>"#;
    const PACKAGE: &str = r#"<package xmlns:dc="x"><metadata><dc:title>The  bridge</dc:title><dc:creator>A. Name</dc:creator><dc:language>uk</dc:language><dc:date>2019</dc:date><dc:rights>Free</dc:rights></metadata><manifest><item id="b" href="two%20b.xhtml"/><item id="a" href="../one.xhtml"/></manifest><spine><itemref idref="a"/><itemref idref="b"/></spine></package>"#;

    #[test]
    fn chapters_come_in_the_order_of_the_spine() {
        let bytes = packed(&[
            ("META-INF/container.xml", CONTAINER.as_bytes()),
            ("OEBPS/p.opf", PACKAGE.as_bytes()),
            (
                "OEBPS/two b.xhtml",
                "<html><body><h1>Друга</h1><p>Слово.</p></body></html>".as_bytes(),
            ),
            ("one.xhtml", "<html><body><h1>Перша</h1><p>Інше.</p></body></html>".as_bytes()),
            ("x.png", &[1; 40]),
        ]);
        let document = formats::read("b.epub", &bytes).unwrap().documents.remove(0);
        assert_eq!(document.text, "Перша\n\nІнше.\n\nДруга\n\nСлово.");
        assert_eq!(document.meta.title.unwrap().value, "The bridge");
        assert_eq!(document.meta.lang.value.code(), "uk");
        assert_eq!(document.meta.date.unwrap().value, "2019");
        assert!(document.report.dropped.contains(&("pictures".to_owned(), 40)));
        assert_eq!(document.report.fields, [("rights".to_owned(), "Free".to_owned())]);
    }

    #[test]
    fn a_protected_book_is_refused_with_advice() {
        let lock = r#"<encryption><CipherReference URI="OEBPS/a.xhtml"/></encryption>"#;
        let bytes = packed(&[
            ("META-INF/container.xml", CONTAINER.as_bytes()),
            ("META-INF/encryption.xml", lock.as_bytes()),
            ("OEBPS/p.opf", PACKAGE.as_bytes()),
        ]);
        let error = formats::read("b.epub", &bytes).unwrap_err().to_string();
        assert!(error.contains("encrypted") && error.contains("b.epub"), "{error}");
    }

    #[test]
    fn paths_are_seen_from_the_package() {
        assert_eq!(resolve("a/b", "../c/d%20e.xhtml#f"), "a/c/d e.xhtml");
        assert_eq!(resolve("", "../../x"), "x");
    }
}
