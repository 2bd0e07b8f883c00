//! A source of a pack as the document it was built from, to be built from again.

use crate::{
    index::{Source, Stated},
    source::{Block, Document, Found, Meta, Reason, Report},
};

/// The document. What a pack does not hold, the bytes left out on import and remarks, is
/// empty.
pub(super) fn document(source: Source<'_>) -> Document {
    let blocks = source.blocks().map(|block| Block {
        kind: block.kind(),
        span: block.span(),
        lang: block.lang(),
        depth: block.depth(),
        author: block.author().map(str::to_owned),
        time: block.time().map(str::to_owned),
        body: block.body(),
        reason: Reason::new(block.reason()),
    });
    let found =
        |field| source.stated(field).map(|(value, reason)| Found::new(value.to_owned(), reason));
    Document {
        id: source.id().to_owned(),
        file: source.file().to_owned(),
        text: source.text().to_owned(),
        blocks: blocks.collect(),
        meta: Meta {
            lang: Found::new(source.lang(), source.lang_reason()),
            title: found(Stated::Title),
            outlet: found(Stated::Outlet),
            authors: source.authors().map(str::to_owned).collect(),
            date: found(Stated::Date),
            updated: found(Stated::Updated),
            url: found(Stated::Url),
            cites: source.cites().map(str::to_owned),
        },
        report: Report { encoding: source.encoding().to_owned(), ..Report::default() },
    }
}
