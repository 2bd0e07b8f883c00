//! A record of named fields to a source: a row of a table, an object of JSON.
//!
//! In: the fields, with the names that their publisher gave them. Out: a document. Fields
//! that mean what a source has are mapped, whatever they are called; the others are kept in
//! the document's report, so nothing is lost. A field is taken for one meaning only, by its
//! exact name before any other.

use super::{
    Document, Found, Report, dates,
    given::{self, Given},
    html::{self, Saved},
    import::{self, Raw},
};
use crate::{
    error::{Error, Kind, Result},
    lang::Lang,
};

/// The reason of what a record states.
const GIVEN: &str = "given";

/// What a field can mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    Id,
    Text,
    Html,
    Title,
    Date,
    Updated,
    Captured,
    Lang,
    Outlet,
    Url,
    Author,
}

/// The names of each meaning, the best first, without signs and in lower case.
const NAMES: &[(Meaning, &[&str])] = &[
    (Meaning::Id, &["id", "guid", "uid", "key", "slug", "docid", "articleid"]),
    (
        Meaning::Text,
        &[
            "text",
            "body",
            "content",
            "fulltext",
            "articlebody",
            "bodytext",
            "maintext",
            "plaintext",
            "article",
            "story",
            "текст",
            "съдържание",
            "содержание",
            "зміст",
        ],
    ),
    (Meaning::Html, &["html", "bodyhtml", "contenthtml", "rawhtml"]),
    (
        Meaning::Title,
        &["title", "headline", "heading", "name", "заголовок", "заглавие", "название", "назва"],
    ),
    (
        Meaning::Date,
        &[
            "date",
            "published",
            "datepublished",
            "publishedat",
            "publicationdate",
            "pubdate",
            "publishdate",
            "datetime",
            "time",
            "created",
            "createdat",
            "timestamp",
            "дата",
        ],
    ),
    (Meaning::Updated, &["updated", "datemodified", "modified", "updatedat", "lastmodified"]),
    (
        Meaning::Captured,
        &[
            "captured",
            "capturedat",
            "crawled",
            "crawledat",
            "scrapedat",
            "retrieved",
            "retrievedat",
            "accessed",
            "fetchedat",
            "datedownload",
        ],
    ),
    (
        Meaning::Lang,
        &["lang", "language", "inlanguage", "locale", "langcode", "язык", "език", "мова"],
    ),
    (
        Meaning::Outlet,
        &[
            "outlet",
            "publisher",
            "source",
            "publication",
            "site",
            "sitename",
            "newspaper",
            "media",
            "domain",
            "издание",
            "источник",
            "източник",
            "видання",
            "джерело",
        ],
    ),
    (Meaning::Url, &["url", "link", "href", "permalink", "canonical", "address", "uri", "ссылка"]),
    (
        Meaning::Author,
        &[
            "authors",
            "author",
            "byline",
            "creator",
            "writer",
            "writtenby",
            "автор",
            "авторы",
            "автори",
        ],
    ),
];

/// A field's value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Value {
    /// A string or a number.
    Word(String),
    /// A list of strings.
    Words(Vec<String>),
    /// Anything else, as its format writes it.
    Other(String),
}

impl Value {
    fn into_shown(self) -> String {
        match self {
            Self::Word(word) | Self::Other(word) => word,
            Self::Words(words) => words.join(", "),
        }
    }
}

/// What each of `names` means: each meaning is the best of its names that occurs, once.
pub(super) fn meanings(names: &[String]) -> Vec<Option<Meaning>> {
    let plain: Vec<String> = names
        .iter()
        .map(|name| {
            name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
        })
        .collect();
    let mut found = vec![None; names.len()];
    for (meaning, called) in NAMES {
        let at = called.iter().find_map(|name| {
            (0..plain.len()).find(|at| found[*at].is_none() && plain[*at] == *name)
        });
        if let Some(at) = at {
            found[at] = Some(*meaning);
        }
    }
    found
}

/// A record being read: where it stands and what it is called without an id.
pub(super) struct Place<'a> {
    pub(super) file: &'a str,
    pub(super) nth: usize,
    pub(super) encoding: &'a str,
}

/// Makes the document of a record; beside it, what of the record could not be used.
pub(super) fn document(
    place: &Place<'_>,
    fields: Vec<(String, Value)>,
    what: &str,
) -> Result<(Document, Vec<String>)> {
    let names: Vec<String> = fields.iter().map(|(name, _)| name.clone()).collect();
    let mut unused = Vec::new();
    let mut report = Report { encoding: place.encoding.to_owned(), ..Report::default() };
    let mut given = Given::default();
    let (mut id, mut text, mut html) = (None, None, None);
    for ((name, value), meaning) in fields.into_iter().zip(meanings(&names)) {
        let Some(meaning) = meaning else {
            report.fields.push((name, value.into_shown()));
            continue;
        };
        if meaning == Meaning::Author {
            given.authors = authors(value, &name, &mut unused);
            continue;
        }
        let word = match (meaning, value) {
            (_, Value::Word(word)) => word,
            (Meaning::Text, Value::Words(paragraphs)) => paragraphs.join("\n\n"),
            (_, value) => {
                unused.push(format!("“{name}” is no string"));
                report.fields.push((name, value.into_shown()));
                continue;
            }
        };
        let short = Some(word.trim().to_owned()).filter(|word| !word.is_empty());
        match meaning {
            Meaning::Text => text = Some(word),
            Meaning::Html => html = Some(word),
            Meaning::Id => id = short,
            Meaning::Title => given.title = short,
            Meaning::Date => given.date = short,
            Meaning::Updated => given.updated = short,
            Meaning::Captured => given.captured = short,
            Meaning::Lang => given.lang = short,
            Meaning::Outlet => given.outlet = short,
            Meaning::Url => given.url = short,
            Meaning::Author => {}
        }
    }
    // The plain text is the publisher's own; a page beside it is kept as it is.
    let (text, page) = match (text, html) {
        (Some(text), html) => {
            report.fields.extend(html.map(|html| ("html".to_owned(), html)));
            (text, false)
        }
        (None, Some(html)) => (html, true),
        (None, None) => return Err(Error::new(Kind::Input, format!("the {what} has no “text”"))),
    };
    if text.chars().all(super::is_space) {
        return Err(Error::new(Kind::Input, "the “text” is empty"));
    }
    import::refuse_large(text.len())?;
    let id = id.unwrap_or_else(|| {
        let id = format!("{}-{}", import::id_of(place.file), place.nth);
        unused.push(format!("the {what} has no “id”; its source is called “{id}”"));
        id
    });
    let mut document = if page {
        let at = given.captured.as_deref().and_then(dates::stated);
        let saved = Saved { url: given.url.clone(), at: at.map(|iso| Found::stated(iso, GIVEN)) };
        html::document(id, place.file, &text, report, saved)?
    } else {
        let lang =
            given.lang.as_deref().and_then(Lang::parse).map(|lang| Found::stated(lang, GIVEN));
        import::document(Raw {
            title: given.title.clone(),
            lang,
            ..Raw::of(id, place.file, text, report)
        })
    };
    unused.extend(given::apply(&mut document, given, GIVEN));
    Ok((document, unused))
}

fn authors(value: Value, name: &str, unused: &mut Vec<String>) -> Vec<String> {
    let names = match value {
        Value::Word(one) => vec![one],
        Value::Words(all) => all,
        Value::Other(_) => {
            unused.push(format!("“{name}” is neither a string nor a list of strings"));
            Vec::new()
        }
    };
    names.into_iter().map(|name| name.trim().to_owned()).filter(|name| !name.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::{Meaning, meanings};

    #[test]
    fn fields_are_known_by_many_names_and_the_best_wins() {
        let names = ["Source", "body", "Published At", "article_id", "text", "views", "Заголовок"];
        let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        use Meaning::{Date, Id, Outlet, Text, Title};
        assert_eq!(
            meanings(&names),
            [Some(Outlet), None, Some(Date), Some(Id), Some(Text), None, Some(Title)]
        );
    }
}
