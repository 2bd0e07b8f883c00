//! Building an index, a document at a time, so that a long build can be cut into slices.
//!
//! In: documents. Out: the sections of their index. Every word, passage, block and statement
//! about a document goes into its table here; what belongs together among the words is
//! decided at the end, by `names` and `concepts`.

use std::collections::BTreeSet;

use super::{
    ConceptWords, Concepts, Index, LIMIT, Section, everyday,
    forms::{FormsWriter, Occurring},
    in_full, known, names,
    relation::{self, Group},
    rows::SourcesWriter,
    runs::RunsWriter,
    table, vocabulary,
};
use crate::{
    error::{Error, Kind, Result},
    lang::Lang,
    source::{BlockKind, Document, Presets},
    text,
};

/// How many words in capitals are a headline rather than acronyms.
const SHOUTED: usize = 3;

/// Whether a passage is in capitals throughout.
fn is_shouted(passage: &str) -> bool {
    !passage.chars().any(char::is_lowercase) && passage.split_whitespace().count() >= SHOUTED
}

/// Whether a word after `between` begins what is said within a sentence, where a capital is not its own:
/// after a colon or an opening quotation mark, unless the mark is closed right after it.
fn begins_speech(between: &str, rest: &str) -> bool {
    let closed = rest.chars().next().is_some_and(|mark| "»”“\"’".contains(mark));
    !closed && between.contains([':', '«', '“', '„', '"', '…'])
}

/// Builds an index, a document at a time, so that a long build can be cut into slices.
#[derive(Default)]
pub struct Builder {
    sources: SourcesWriter,
    forms: FormsWriter,
    runs: RunsWriter,
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
            let mut begins = own.iter().peekable();
            let (mut shouted, mut end) = (false, body.start);
            let titled = block.kind == BlockKind::Headline && block.lang == Lang::EN;
            for word in text::words(&document.text, body, block.lang) {
                let begun = begins.next_if(|passage| passage.start <= word.span.start);
                let first = begun.is_some();
                if let Some(passage) = begun {
                    shouted = is_shouted(passage.of_text(&document.text));
                }
                let letters = word.letters(&document.text);
                let between = crate::span::Span::new(end, word.span.start).of_text(&document.text);
                let rest = &document.text[word.span.end as usize..];
                end = word.span.end;
                if !titled && !shouted {
                    self.runs.note(&letters, between, block.lang);
                }
                self.forms.note(Occurring {
                    lang: block.lang,
                    letters: &letters,
                    start: word.span.start,
                    length: word.span.len(),
                    inside: !first
                        && block.kind != BlockKind::Headline
                        && !begins_speech(between, rest),
                    headline: block.kind == BlockKind::Headline,
                    shouted,
                });
                count += u32::from(block.kind != BlockKind::Boilerplate);
            }
            self.runs.end();
            passages.push(own);
        }
        self.forms.end_source(self.sources.len());
        self.sources.add(document, &passages, count);
        Ok(())
    }

    /// The sections of the finished index, in the order of [`Section::ALL`].
    #[must_use]
    pub fn finish(
        self,
        title: &str,
        description: &str,
        presets: &Presets,
        concepts: &Concepts,
    ) -> Vec<(Section, Vec<u8>)> {
        let view = presets.view.as_deref().unwrap_or_default();
        let info =
            [title, description, view].into_iter().chain(presets.terms.iter().map(String::as_str));
        let mut sections = vec![(Section::Info, table::write_strings(info))];
        sections.extend(self.sources.finish());
        let (tables, evidence) = self.forms.finish();
        let vocabulary = vocabulary(&|section| of(&tables, section));
        let names = names::groups(vocabulary, &evidence, &self.runs.finish());
        let kinds = names.iter().map(|name| name.kind as u8).collect();
        let reasons = names.iter().flat_map(|name| name.joined.iter().map(|why| *why as u8));
        let reasons: Vec<u8> = reasons.collect();
        let shared = names.iter().any(|name| !name.given.is_empty());
        let given = names.iter().filter(|_| shared).map(|name| name.given.as_slice());
        let given = table::write_groups(given);
        let (concepts, concept_words, concept_labels) = concepts.occurring(vocabulary);
        let name_words = known::words(&names, ConceptWords::new(&concept_words));
        let names: Vec<Group> = names.into_iter().map(|name| name.group).collect();
        let everyday = relation::write(&everyday::occurring(vocabulary));
        sections.extend(tables);
        sections.push((Section::Names, relation::write(&names)));
        sections.push((Section::NameKinds, kinds));
        sections.push((Section::NameReasons, reasons));
        sections.push((Section::NameWords, name_words));
        sections.push((Section::Given, given));
        sections
            .push((Section::InFull, in_full::write(Index::new(|section| of(&sections, section)))));
        sections.push((Section::Concepts, relation::write(&concepts)));
        sections.push((Section::ConceptWords, concept_words));
        sections.push((Section::ConceptLabels, concept_labels));
        sections.push((Section::Everyday, everyday));
        let places: Vec<String> = presets
            .notes
            .iter()
            .map(|note| note.at.map(|at| at.to_string()).unwrap_or_default())
            .collect();
        let notes = presets.notes.iter().zip(&places);
        let notes = notes.flat_map(|(note, at)| [note.source.as_str(), at, note.text.as_str()]);
        sections.push((Section::Notes, table::write_strings(notes)));
        sections
    }
}

/// The bytes of a section among those that there are.
fn of(sections: &[(Section, Vec<u8>)], section: Section) -> &[u8] {
    let found = sections.iter().find(|(own, _)| *own == section);
    found.map_or(&[][..], |(_, bytes)| bytes.as_slice())
}
