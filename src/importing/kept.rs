//! A source of a pack as the document it was built from, to be built from again.

use crate::{
    index::Source,
    source::{Block, Document, Reason},
};

/// The document.
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
    let (meta, report) = source.known_of();
    Document {
        id: source.id().to_owned(),
        file: source.file().to_owned(),
        text: source.text().to_owned(),
        blocks: blocks.collect(),
        meta,
        report,
    }
}
