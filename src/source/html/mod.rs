//! A saved web page to a source.
//!
//! In: decoded HTML, however broken or hostile. Out: a [`Document`]: its text is what a reader
//! of the page sees, in the page's order; every byte of it is in one block; what is not text
//! (scripts, styles, pictures) is listed in the report with its bytes. A pipeline of small
//! stages: `tree` → `runs` → (`linked`, `hint`) → `region` → (`near`) `label`, `comments` →
//! `blocks`; beside it `metadata`, `title`, `bylines`, `dated`. Markup never gets further than `tree`. No stage
//! knows a site; what the languages know of pages is in their signs.

mod answers;
mod blocks;
mod bylines;
mod comments;
mod dated;
mod hint;
mod label;
mod linked;
mod marks;
mod metadata;
mod names;
mod near;
mod region;
mod relative;
mod runs;
mod stamp;
mod title;
mod tree;

pub(super) use self::metadata::Saved;
use self::{label::Page, region::Extents, tree::Tree};
use super::{
    BlockKind, Confidence, Document, Meta, Report,
    dates::{self, Home},
    import,
};
use crate::error::{Error, Kind, Result};

/// Reads a page; `known` is what is known from elsewhere of how it was saved.
///
/// # Errors
/// When the page has no visible text.
pub(super) fn document(
    id: String,
    file: &str,
    html: &str,
    mut report: Report,
    known: Saved,
) -> Result<Document> {
    let tree = Tree::read(html);
    let (text, runs) = runs::of(&tree);
    if runs.is_empty() {
        return Err(Error::new(Kind::Input, "the page has no visible text")
            .advise("save it after it has loaded, or copy its text"));
    }
    let (head, data) = (metadata::Head::read(&tree), linked::read(&tree));
    let saved = known.or(metadata::saved(&tree.notes));
    let stated = hint::stated(&text, &runs, data.body.as_deref());
    let region = region::find(&tree, &text, &runs, stated.as_deref());
    let url = head.address(&data, &saved);
    let address = url.as_ref().map(|found| found.value.as_str());
    let outlet = head.outlet(&data, address);
    let names = head.field(&["og:title"]).map(|(_, title)| title.to_owned());
    let page = Page {
        tree: &tree,
        text: &text,
        runs: &runs,
        region: &region,
        stated: stated.as_deref(),
        titles: [data.headline.as_deref(), names.as_deref(), head.title.as_deref()],
        summaries: [
            data.description.as_deref(),
            head.field(&["og:description", "description"]).map(|(_, own)| own),
        ],
    };
    let extents = Extents::of(&tree, &runs);
    let (labels, zone) = label::all(&page, &extents);
    let headline = labels.iter().position(|label| label.kind == BlockKind::Headline);
    let headline = headline.map(|nth| label::said(&tree, &runs[nth], &text));
    let outlet = match outlet {
        Some(host) if host.confidence == Confidence::Guessed => {
            title::outlet(&head, headline).or(Some(host))
        }
        None => title::outlet(&head, headline),
        stated => stated,
    };
    let title = title::find(
        &head,
        &data,
        headline,
        outlet.as_ref().map(|found| found.value.as_str()),
        address,
    );
    let home = Home { tag: head.language_tag(&data), address };
    let habit = dates::habit(&text, home, || {
        import::language(region.runs.clone().map(|nth| runs[nth].text(&text))).value
    });
    let sources = dated::Sources {
        tree: &tree,
        text: &text,
        runs: &runs,
        labels: &labels,
        head: &head,
        data: &data,
        address,
        saved: saved.at.as_ref().map(|found| found.value.as_str()),
        habit: habit.as_ref(),
    };
    let date = dated::published(&sources);
    let known = stamp::Known {
        saved: sources.saved,
        published: date.as_ref().map(|found| found.value.as_str()),
        habit: habit.as_ref(),
    };
    let comments = comments::find(&tree, &text, &runs, &extents, region.id, known);
    let date = date.or_else(|| dated::by_comments(&comments));
    let updated = dated::changed(&sources, date.as_ref().map(|found| found.value.as_str()));
    let meta = Meta {
        title,
        outlet,
        authors: head.authors(&data).or_else(|| bylines::authors(&page, &zone)),
        date,
        updated,
        captured: saved.at.clone(),
        origin: bylines::origin(&page, &labels, &zone),
        url,
        ..Meta::default()
    };
    let lang = head.language(&data);
    let blocks = blocks::of(&text, &runs, labels, comments);
    report.format = "HTML".to_owned();
    report.dropped.extend(tree.dropped.iter().map(|(what, bytes)| ((*what).to_owned(), *bytes)));
    let mut document = Document { id, file: file.to_owned(), text, blocks, meta, report };
    import::name_languages(&mut document, lang);
    Ok(document)
}

#[cfg(test)]
mod tests;
