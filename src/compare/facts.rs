//! What the passages of one source are about: names, figures, concepts, words.
//!
//! In: an index and a source. Out: its passages of main text, each with its [`Fact`]s. A
//! word gives its name, as the index joined names, else all subjects it may be a word of,
//! else the lexeme of its language.
//! Stop words and words of one letter give none. Figures are what `told` reads: `1,5 млн` is
//! 1,500,000 and `15` something else; numbers that neither measure nor count are none.

use std::collections::BTreeMap;

use crate::{
    index::{Case, Index, Vocabulary, namesakes::Namesakes},
    lang::Lang,
    span::Span,
    text,
};

use super::{
    EvidenceKind,
    told::{self, Measured},
};

/// What a word says, comparable across sources.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum What {
    /// A name, by number.
    Name(u32),
    /// A number with its unit and what it counts.
    Figure(Amount),
    /// A concept, by number.
    Concept(u32),
    /// A lexeme, by the number of its first key.
    Word(u32),
}

impl What {
    pub(super) fn kind(&self) -> EvidenceKind {
        match self {
            Self::Name(_) => EvidenceKind::Name,
            Self::Figure(_) => EvidenceKind::Figure,
            Self::Concept(_) => EvidenceKind::Concept,
            Self::Word(_) => EvidenceKind::Word,
        }
    }
}

/// A number that measures or counts.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Amount {
    /// The bits of its value, and of the end of a range: numbers that are equal have equal ones.
    value: u64,
    up_to: Option<u64>,
    /// Empty where it has none.
    unit: &'static str,
    /// The subject counted, as far as all languages know it.
    counted: Option<u32>,
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
    let (text, date) = (source.text(), source.date());
    let passages = source.passages();
    let (mut told, mut people) = (Vec::new(), People::default());
    for block in source.blocks().filter(|block| block.kind().is_main()) {
        let (span, lang) = (block.span(), block.lang());
        let words: Vec<_> = text::words(text, Span::new(block.body(), span.end), lang).collect();
        for &passage in passages.iter().filter(|passage| span.contains(**passage)) {
            let mut facts = Vec::new();
            for word in words.iter().filter(|word| passage.contains(word.span)) {
                let all = whats(index, &word.letters(text), lang).into_iter();
                for what in all {
                    let what = people.tell(index, what, source.number(), word.span);
                    facts.push(Fact { what, span: word.span });
                }
            }
            for measured in told::measured(text, passage, lang, date) {
                let what = What::Figure(amount(index, text, lang, &measured));
                facts.push(Fact { what, span: measured.span });
            }
            crate::sort::sort_by_key(&mut facts, |fact| fact.span);
            told.push(Told { span: passage, facts });
        }
    }
    told
}

/// The people who share their surname, by name, worked out when first met.
#[derive(Default)]
struct People(BTreeMap<u32, Option<Namesakes>>);

impl People {
    /// The one of several people whose surname it is where it stands; the surname as a word
    /// where that is not said.
    fn tell(&mut self, index: Index<'_>, what: What, source: u32, span: Span) -> What {
        let What::Name(first) = what else { return what };
        if !index.is_shared(first) {
            return what;
        }
        let form = index.names.forms(first).get(0);
        let own = index.names.of(form).find(|&name| {
            let whose = self.0.entry(name).or_insert_with(|| Namesakes::new(index, name));
            whose.as_ref().is_some_and(|whose| whose.is_own(source, span.start))
        });
        let key = || index.vocabulary.keys_of_form(form).get(0);
        own.map_or_else(|| What::Word(key()), What::Name)
    }
}

/// What a figure says: zero and minus zero are one value.
fn amount(index: Index<'_>, text: &str, lang: Lang, measured: &Measured) -> Amount {
    let noun = measured.counted.map(|noun| whats(index, noun.of_text(text), lang));
    let counted = noun.into_iter().flatten().find_map(|what| match what {
        What::Concept(concept) => Some(concept),
        _ => None,
    });
    let bits = |value: f64| (value + 0.0).to_bits();
    let (value, up_to) = (bits(measured.value), measured.up_to.map(bits));
    Amount { value, up_to, unit: measured.unit, counted }
}

/// What a word of the collection says before all.
pub(super) fn what(index: Index<'_>, letters: &str, lang: Lang) -> Option<What> {
    whats(index, letters, lang).into_iter().next()
}

/// All that a word of the collection may say: an ambiguous one is a word of several subjects.
fn whats(index: Index<'_>, letters: &str, lang: Lang) -> Vec<What> {
    let lower = text::lower(letters);
    let folded = text::fold(&lower, lang);
    let stop = lang.rules().is_some_and(|rules| rules.stop_words.contains(&folded.as_str()));
    if stop || lower.chars().count() < 2 || lower.contains(|c: char| c.is_ascii_digit()) {
        return Vec::new();
    }
    let Some(form) = form(index.vocabulary, letters, &lower, &folded, lang) else {
        return Vec::new();
    };
    // A name is nothing else, though its word may be a subject's (`Вашингтон`, `США`).
    let name = index.names.of(form).next().or_else(|| known(index, form));
    if let Some(name) = name {
        return vec![What::Name(name)];
    }
    let subjects: Vec<What> = index.concepts.of(form).map(What::Concept).collect();
    if !subjects.is_empty() {
        return subjects;
    }
    index.vocabulary.keys_of_form(form).iter().next().map(What::Word).into_iter().collect()
}

/// The name that a word is by its subject, where the index did not join it: `Kremlin’s` is
/// the `Кремль` of another source.
fn known(index: Index<'_>, form: u32) -> Option<u32> {
    let capital = |form: u32| index.vocabulary.case(form) != Case::Lower;
    let subject = index.concepts.of(form).next().filter(|_| capital(form))?;
    let forms = index.concepts.forms(subject).iter().filter(|&form| capital(form));
    let mut names = forms.filter_map(|form| index.names.of(form).next());
    let first = names.next()?;
    names.all(|name| name == first).then_some(first)
}

/// The form that a word of the collection is counted under.
pub(super) fn form(
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
