//! Word documents (Office Open XML, ECMA-376) to a source.
//!
//! In: the file. Out: its text in reading order: headings, lists, quotations, captions and
//! tables by their styles, footnotes and endnotes after the text, the heads and feet of the
//! pages set aside. Core properties give metadata where the text does not. Deleted text and
//! reviewers' remarks are counted as dropped. Styles are known by their English names, which
//! Word keeps in every language.

mod styles;
mod words;

use std::collections::BTreeMap;

use super::{File, Format, Read};
use crate::{
    error::{Error, Kind, Result},
    source::{
        BlockKind, Found, Report,
        archive::{self, Archive},
        assembly::Assembly,
        dates,
        import::{self, Raw},
        xml,
    },
};

/// Word documents.
pub(super) static DOCX: Format =
    Format { name: "Word document", extensions: &["docx", "docm"], begins, read };

/// The path of the text.
const TEXT: &str = "word/document.xml";

fn begins(bytes: &[u8]) -> bool {
    archive::is_zip(bytes) && Archive::open(bytes).is_ok_and(|mut archive| archive.has(TEXT))
}

fn read(file: &File<'_>) -> Result<Read> {
    let mut archive = Archive::open(file.bytes)?;
    let styles = match archive.has("word/styles.xml") {
        true => styles::read(&part(&mut archive, "word/styles.xml")?)?,
        false => BTreeMap::new(),
    };
    let mut assembly = Assembly::default();
    let mut dropped: BTreeMap<String, u64> = BTreeMap::new();
    words::read(&part(&mut archive, TEXT)?, &styles, None, &mut assembly, &mut dropped)?;
    for notes in ["word/footnotes.xml", "word/endnotes.xml"] {
        if archive.has(notes) {
            words::read(&part(&mut archive, notes)?, &styles, None, &mut assembly, &mut dropped)?;
        }
    }
    for path in archive.paths() {
        let Some(name) = path.strip_prefix("word/") else {
            let what = if path.starts_with("docProps/") { continue } else { "other parts" };
            *dropped.entry(what.to_owned()).or_default() += archive.file(&path)?.len() as u64;
            continue;
        };
        if (name.starts_with("header") || name.starts_with("footer")) && name.ends_with(".xml") {
            let aside =
                Some(if name.starts_with('h') { "head of the pages" } else { "foot of the pages" });
            words::read(&part(&mut archive, &path)?, &styles, aside, &mut assembly, &mut dropped)?;
        } else if name.starts_with("media/") {
            *dropped.entry("pictures".to_owned()).or_default() += archive.file(&path)?.len() as u64;
        } else if name == "comments.xml" {
            *dropped.entry("reviewers' remarks".to_owned()).or_default() +=
                archive.file(&path)?.len() as u64;
        }
    }
    if assembly.is_empty() {
        return Err(Error::new(Kind::Input, "the document has no text"));
    }
    let report = Report {
        encoding: "UTF-8".to_owned(),
        dropped: dropped.into_iter().collect(),
        ..Report::default()
    };
    let mut document =
        import::document(Raw::assembled(import::id_of(file.name), file.name, assembly, report));
    if archive.has("docProps/core.xml") {
        let core = xml::fields(&part(&mut archive, "docProps/core.xml")?);
        let known = |name: &str| {
            core.iter()
                .find(|(own, value)| own == name && !value.is_empty())
                .map(|(_, value)| value.clone())
        };
        let stated = |name: &str| {
            known(name)
                .map(|value| Found::stated(value, format!("property “{name}” of the document")))
        };
        let day = |name: &str| {
            let found = stated(name)?;
            Some(Found { value: dates::stated(&found.value)?, ..found })
        };
        let meta = &mut document.meta;
        meta.title = meta.title.take().or_else(|| stated("title"));
        meta.date = meta.date.take().or_else(|| day("created"));
        meta.updated = meta.updated.take().or_else(|| {
            day("modified")
                .filter(|found| meta.date.as_ref().is_none_or(|date| date.value < found.value))
        });
        meta.authors = meta.authors.take().or_else(|| {
            let found = stated("creator")?;
            Some(Found::stated(vec![found.value], found.reason.0))
        });
        let used = ["title", "created", "modified", "creator"];
        document.report.fields.extend(
            core.into_iter()
                .filter(|(name, value)| !used.contains(&name.as_str()) && !value.is_empty()),
        );
    }
    Read::one(document)
}

fn part(archive: &mut Archive<'_>, path: &str) -> Result<String> {
    Ok(String::from_utf8_lossy(&archive.file(path)?).into_owned())
}

/// The role that a style gives to a paragraph.
fn role(style: &str) -> Option<BlockKind> {
    let style = style.to_lowercase();
    Some(match style.as_str() {
        "title" => BlockKind::Headline,
        "subtitle" => BlockKind::Lead,
        "caption" => BlockKind::Caption,
        "quote" | "intense quote" | "block text" => BlockKind::Quote,
        _ if style.starts_with("heading ") => BlockKind::Subheading,
        _ if style.starts_with("list") && style != "list paragraph" => BlockKind::List,
        _ if style.starts_with("toc ") => BlockKind::Boilerplate,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use crate::source::{BlockKind, Document, archive::tests::packed, formats};

    const STYLES: &str = r#"<w:styles xmlns:w="x"><w:style w:styleId="1"><w:name w:val="heading 1"/></w:style><w:style w:styleId="a3"><w:name w:val="Title"/></w:style></w:styles>"#;

    fn document(body: &str, more: &[(&str, &str)]) -> Document {
        let text = format!(
            r#"<?xml version="1.0"?><w:document xmlns:w="x"><w:body>{body}</w:body></w:document>"#
        );
        let mut files =
            vec![("word/document.xml", text.as_bytes()), ("word/styles.xml", STYLES.as_bytes())];
        files.extend(more.iter().map(|(name, text)| (*name, text.as_bytes())));
        formats::read("a.docx", &packed(&files)).unwrap().documents.remove(0)
    }

    fn paragraph(style: &str, words: &str) -> String {
        format!(
            r#"<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t xml:space="preserve">{words}</w:t></w:r></w:p>"#
        )
    }

    #[test]
    fn styles_give_roles_and_properties_metadata() {
        let body = [
            paragraph("a3", "Мост открыт"),
            paragraph("x", "Его открыли в понедельник."),
            paragraph("1", "Что дальше"),
            r#"<w:p><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr><w:r><w:t>Пункт</w:t></w:r></w:p>"#.to_owned(),
            r#"<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Город</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>3</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"#.to_owned(),
            r#"<w:p><w:r><w:t>Конец</w:t><w:footnoteReference w:id="2"/></w:r><w:del><w:r><w:delText>прочь</w:delText></w:r></w:del></w:p>"#.to_owned(),
        ]
        .concat();
        let core = r#"<cp:coreProperties xmlns:cp="a" xmlns:dc="b"><dc:title>Другое</dc:title><dc:creator>И. Имя</dc:creator><dcterms:created>2020-03-05T10:00:00Z</dcterms:created><cp:keywords>мост</cp:keywords></cp:coreProperties>"#;
        let notes = r#"<w:footnotes xmlns:w="x"><w:footnote w:id="0" w:type="separator"><w:p/></w:footnote><w:footnote w:id="2"><w:p><w:r><w:t>Сноска.</w:t></w:r></w:p></w:footnote></w:footnotes>"#;
        let document = document(
            &body,
            &[
                ("docProps/core.xml", core),
                ("word/footnotes.xml", notes),
                ("word/header1.xml", "<w:hdr><w:p><w:r><w:t>Шапка</w:t></w:r></w:p></w:hdr>"),
            ],
        );
        assert_eq!(
            document.text,
            "Мост открыт\n\nЕго открыли в понедельник.\n\nЧто дальше\n\n  - Пункт\n\nГород | 3\n\nКонец[2]\n\n[2] Сноска.\n\nШапка"
        );
        let kinds: Vec<_> = document.blocks.iter().map(|block| block.kind).collect();
        use BlockKind::{Boilerplate, Headline, List, Paragraph, Subheading};
        assert_eq!(
            kinds,
            [Headline, Paragraph, Subheading, List, List, Paragraph, Paragraph, Boilerplate]
        );
        assert_eq!(document.meta.title.as_ref().unwrap().value, "Мост открыт");
        assert_eq!(document.meta.date.as_ref().unwrap().value, "2020-03-05T10:00");
        assert_eq!(document.meta.author_names(), ["И. Имя"]);
        assert_eq!(document.report.fields, [("keywords".to_owned(), "мост".to_owned())]);
        assert!(document.report.dropped.contains(&("deleted text".to_owned(), 10)));
    }

    #[test]
    fn a_damaged_document_says_so() {
        for (text, word) in
            [("<w:document><w:body><w:p", "damaged"), ("", "damaged"), ("<w:document/>", "no text")]
        {
            let bytes = packed(&[("word/document.xml", text.as_bytes())]);
            let error = formats::read("a.docx", &bytes).unwrap_err().to_string();
            assert!(error.starts_with("a.docx: ") && error.contains(word), "{error}");
        }
    }
}
