//! Building an index, a document at a time, so that a long build can be cut into slices.
//!
//! In: documents. Out: the sections of their index. Every word, passage, block and statement
//! about a document goes into its table here; what belongs together among the words is
//! decided at the end, by `names` and `concepts`.

use std::collections::BTreeSet;

use super::{
    Concepts, LIMIT, Section,
    forms::{FormsWriter, Occurring},
    names, relation,
    rows::SourcesWriter,
    table, vocabulary,
};
use crate::{
    error::{Error, Kind, Result},
    source::{BlockKind, Document, Presets},
    text,
};

/// Builds an index, a document at a time, so that a long build can be cut into slices.
#[derive(Default)]
pub struct Builder {
    sources: SourcesWriter,
    forms: FormsWriter,
    ids: BTreeSet<String>,
}

impl Builder {
    /// An empty index.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// How many sources it has.
    #[must_use]
    pub fn len(&self) -> u32 {
        self.sources.len()
    }

    /// Whether it has none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Adds a document: its words, passages, blocks and metadata.
    ///
    /// # Errors
    /// When its id is taken, or the collection would have more than [`LIMIT`] bytes of text.
    /// What was added before stays.
    pub fn add(&mut self, document: &Document) -> Result<()> {
        if self.sources.text_bytes() + document.text.len() > LIMIT {
            let what = format!("the collection has more than {} MB of text", LIMIT / 1_000_000);
            return Err(Error::new(Kind::TooLarge, what)
                .in_file(&document.file)
                .advise("make several collections of it"));
        }
        if !self.ids.insert(document.id.clone()) {
            let what = format!("another source has the id “{}”", document.id);
            return Err(Error::new(Kind::Input, what).in_file(&document.file).advise("rename one"));
        }
        let (mut passages, mut count) = (Vec::with_capacity(document.blocks.len()), 0);
        for block in &document.blocks {
            let body = crate::span::Span::new(block.body, block.span.end);
            let own = text::passages(&document.text, body, block.lang);
            let mut begins = own.iter().map(|passage| passage.start).peekable();
            for word in text::words(&document.text, body, block.lang) {
                let first = begins.next_if(|&begin| begin <= word.span.start).is_some();
                let letters = word.letters(&document.text);
                self.forms.note(Occurring {
                    lang: block.lang,
                    letters: &letters,
                    start: word.span.start,
                    length: word.span.len(),
                    inside: !first && block.kind != BlockKind::Headline,
                });
                count += u32::from(block.kind != BlockKind::Boilerplate);
            }
            passages.push(own);
        }
        self.forms.end_source(self.sources.len());
        self.sources.add(document, &passages, count);
        Ok(())
    }

    /// The sections of the finished index, in the order of [`Section::ALL`].
    ///
    /// # Errors
    /// When the vocabulary cannot be written; for words of texts that does not happen.
    pub fn finish(
        self,
        title: &str,
        description: &str,
        presets: &Presets,
        concepts: &Concepts,
    ) -> Result<Vec<(Section, Vec<u8>)>> {
        let view = presets.view.as_deref().unwrap_or_default();
        let info =
            [title, description, view].into_iter().chain(presets.terms.iter().map(String::as_str));
        let mut sections = vec![(Section::Info, table::write_strings(info))];
        sections.extend(self.sources.finish());
        let (tables, evidence) = self.forms.finish().map_err(|error| {
            Error::new(Kind::Input, format!("the vocabulary cannot be written: {error}"))
        })?;
        let bytes = |section| {
            let found = tables.iter().find(|(own, _)| *own == section);
            found.map_or(&[][..], |(_, bytes)| bytes.as_slice())
        };
        let vocabulary = vocabulary(&bytes);
        let names = relation::write(&names::groups(vocabulary, &evidence));
        let (concepts, concept_words) = concepts.occurring(vocabulary);
        sections.extend(tables);
        sections.push((Section::Names, names));
        sections.push((Section::Concepts, relation::write(&concepts)));
        sections.push((Section::ConceptWords, concept_words));
        Ok(sections)
    }
}
