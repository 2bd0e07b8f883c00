//! What the passages of one source are about: names, figures, concepts, words.
//!
//! In: an index and a source. Out: its passages of main text, each with its [`Fact`]s. A
//! word gives one fact: the subject it is a word of, else the name, else the lexeme of its
//! language. A subject that is mostly written with a capital (a place, a body) is a name. Stop words and words of one letter give none.

use crate::{
    index::{Case, Index, Vocabulary},
    lang::Lang,
    span::Span,
    text,
};

use super::EvidenceKind;

/// What a word says, comparable across sources.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum What {
    /// A concept that is mostly written as a name, by number.
    Known(u32),
    /// A name, by number.
    Name(u32),
    /// A number, its digits without separators.
    Figure(String),
    /// A concept, by number.
    Concept(u32),
    /// A lexeme, by the number of its first key.
    Word(u32),
}

impl What {
    pub(super) fn kind(&self) -> EvidenceKind {
        match self {
            Self::Known(_) | Self::Name(_) => EvidenceKind::Name,
            Self::Figure(_) => EvidenceKind::Figure,
            Self::Concept(_) => EvidenceKind::Concept,
            Self::Word(_) => EvidenceKind::Word,
        }
    }
}

/// One fact and where it stands.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Fact {
    pub what: What,
    pub span: Span,
}

/// A passage and its facts, in the order of the text.
pub(super) struct Told {
    pub span: Span,
    pub facts: Vec<Fact>,
}

/// The passages of a source's main text with what they tell.
pub(super) fn facts(index: Index<'_>, source: u32) -> Vec<Told> {
    let source = index.sources.get(source);
    let text = source.text();
    let passages = source.passages();
    let mut told = Vec::new();
    for block in source.blocks().filter(|block| block.kind().is_main()) {
        let (span, lang) = (block.span(), block.lang());
        let words: Vec<_> = text::words(text, Span::new(block.body(), span.end), lang).collect();
        for &passage in passages.iter().filter(|passage| span.contains(**passage)) {
            let facts = words
                .iter()
                .filter(|word| passage.contains(word.span))
                .filter_map(|word| {
                    Some(Fact { what: what(index, &word.letters(text), lang)?, span: word.span })
                })
                .collect();
            told.push(Told { span: passage, facts });
        }
    }
    told
}

/// What a word of the collection says.
pub(super) fn what(index: Index<'_>, letters: &str, lang: Lang) -> Option<What> {
    let lower = text::lower(letters);
    let digits: String = lower.chars().filter(char::is_ascii_digit).collect();
    if !digits.is_empty() {
        return Some(What::Figure(digits));
    }
    let folded = text::fold(&lower, lang);
    let stop = lang.rules().is_some_and(|rules| rules.stop_words.contains(&folded.as_str()));
    if stop || lower.chars().count() < 2 {
        return None;
    }
    let form = form(index.vocabulary, letters, &lower, &folded, lang)?;
    let subject = index.concepts.of(form).next();
    subject
        .map(
            |concept| {
                if is_known(index, concept) { What::Known(concept) } else { What::Concept(concept) }
            },
        )
        .or_else(|| index.names.of(form).next().map(What::Name))
        .or_else(|| index.vocabulary.keys_of_form(form).iter().next().map(What::Word))
}

/// Whether most forms of a concept are written with a capital.
pub(super) fn is_known(index: Index<'_>, concept: u32) -> bool {
    let forms = index.concepts.forms(concept);
    let capital = forms.iter().filter(|&form| index.vocabulary.case(form) != Case::Lower).count();
    2 * capital > forms.len()
}

/// The form that a word of the collection is counted under.
fn form(
    vocabulary: Vocabulary<'_>,
    letters: &str,
    lower: &str,
    folded: &str,
    lang: Lang,
) -> Option<u32> {
    let part = vocabulary.parts().find(|part| part.lang == lang)?;
    let spellings =
        vocabulary.forms_of_fold(part, folded).filter(|&form| vocabulary.lower(form) == lower);
    // Capitals only are a form of their own, filed after the same letters in lower case.
    let capitals = letters.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
    if capitals { spellings.max() } else { spellings.min() }
}
