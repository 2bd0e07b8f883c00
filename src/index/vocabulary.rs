//! The vocabulary: every form of every language, its lexeme keys, where it occurs.
//!
//! In: words with their language, case and place. Out: tables, and [`Vocabulary`] as a
//! view. Forms are numbered by language, then folded form, then spelling, so that the
//! forms of one folded form, and of one prefix, are neighbours. A word in capitals only
//! (`US`) is a form of its own beside the same letters in lower case (`us`). The numbers of
//! folded forms and of keys are their places in a [`Dictionary`] of each language.

use super::{
    dictionary::Dictionary,
    postings::List,
    table::{Groups, Ints, Strings, int},
    walk::{self, Walk},
};
use crate::lang::Lang;

/// How a form is mostly written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Case {
    /// `word`
    #[default]
    Lower,
    /// `Word`
    Title,
    /// `WORD`, two letters or more
    Upper,
}

/// A word with a capital.
pub(super) fn titled(lower: &str) -> String {
    let mut letters = lower.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

/// The key that only the capitals-only spelling of a word has.
#[must_use]
pub fn acronym_key(folded: &str) -> String {
    format!("^{folded}")
}

/// One language's part of the vocabulary.
#[derive(Clone, Copy)]
pub struct Part<'a> {
    /// The language.
    pub lang: Lang,
    folds: Dictionary<'a>,
    keys: Dictionary<'a>,
    first_fold: u32,
    first_key: u32,
}

/// Numbers in a row of [`super::Section::Languages`].
pub(crate) const PART: usize = 7;

/// The forms of an index.
#[derive(Clone, Copy)]
pub struct Vocabulary<'a> {
    pub(crate) languages: Ints<'a>,
    pub(crate) folds: &'a [u8],
    pub(crate) keys: &'a [u8],
    pub(crate) fold_forms: Ints<'a>,
    pub(crate) forms: Strings<'a>,
    pub(crate) cases: &'a [u8],
    pub(crate) form_keys: Groups<'a>,
    pub(crate) key_forms: Groups<'a>,
    pub(crate) lists: Ints<'a>,
    pub(crate) postings: &'a [u8],
}

impl<'a> Vocabulary<'a> {
    /// How many forms there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.forms.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The languages with forms.
    pub fn parts(self) -> impl Iterator<Item = Part<'a>> {
        (0..self.languages.len() / PART).map(move |row| {
            let field = |at: usize| self.languages.get(row * PART + at);
            let cut = |bytes: &'a [u8], from: u32, to: u32| {
                Dictionary::new(bytes.get(from as usize..to as usize).unwrap_or_default())
            };
            let [a, b, c, _] = field(0).to_le_bytes();
            Part {
                lang: Lang::from_bytes([a, b, c]),
                folds: cut(self.folds, field(1), field(2)),
                keys: cut(self.keys, field(3), field(4)),
                first_fold: field(5),
                first_key: field(6),
            }
        })
    }

    /// The forms of a folded form in one language, by number.
    #[must_use]
    pub fn forms_of_fold(self, part: Part<'a>, folded: &str) -> std::ops::Range<u32> {
        part.folds.get(folded).map_or(0..0, |at| self.fold_range(part, at))
    }

    /// The forms of all folded forms of one language that begin with `prefix`: neighbours.
    #[must_use]
    pub fn forms_of_prefix(self, part: Part<'a>, prefix: &str) -> std::ops::Range<u32> {
        let found = part.folds.beginning_with(prefix);
        if found.is_empty() {
            return 0..0;
        }
        self.fold_range(part, found.start).start..self.fold_range(part, found.end - 1).end
    }

    /// The forms of the folded forms of one language at which `way` arrives, in order, with
    /// how far they are.
    #[must_use]
    pub fn forms_along(self, part: Part<'a>, way: &mut dyn Walk) -> Vec<(u32, u32)> {
        let found = walk::walk(part.folds, way).into_iter();
        found.flat_map(|(at, far)| self.fold_range(part, at).map(move |form| (form, far))).collect()
    }

    fn fold_range(self, part: Part<'a>, at: usize) -> std::ops::Range<u32> {
        let fold = (part.first_fold as usize).saturating_add(at);
        let form = |fold| self.fold_forms.get(fold).min(int(self.len()));
        form(fold)..form(fold.saturating_add(1))
    }

    /// The number of a lexeme key of one language.
    #[must_use]
    pub fn key(self, part: Part<'a>, key: &str) -> Option<u32> {
        part.keys.get(key).map(|at| part.first_key.saturating_add(int(at)))
    }

    /// The forms that have a lexeme key.
    #[must_use]
    pub fn forms_of_key(self, key: u32) -> Ints<'a> {
        self.key_forms.get(key as usize)
    }

    /// The lexeme keys of a form.
    #[must_use]
    pub fn keys_of_form(self, form: u32) -> Ints<'a> {
        self.form_keys.get(form as usize)
    }

    /// A form in lower case.
    #[must_use]
    pub fn lower(self, form: u32) -> &'a str {
        self.forms.get(form as usize)
    }

    /// How a form is mostly written.
    #[must_use]
    pub fn case(self, form: u32) -> Case {
        match self.cases.get(form as usize) {
            Some(1) => Case::Title,
            Some(2) => Case::Upper,
            _ => Case::Lower,
        }
    }

    /// A form as mostly written.
    #[must_use]
    pub fn shown(self, form: u32) -> String {
        let lower = self.lower(form);
        match self.case(form) {
            Case::Lower => lower.to_owned(),
            Case::Upper => lower.to_uppercase(),
            Case::Title => titled(lower),
        }
    }

    /// The first form of each language, rising.
    #[must_use]
    pub fn starts(self) -> Vec<(u32, Lang)> {
        let starts =
            self.parts().map(|part| (self.fold_forms.get(part.first_fold as usize), part.lang));
        starts.collect()
    }

    /// The language of a form.
    #[must_use]
    pub fn lang(self, form: u32) -> Lang {
        let parts =
            self.parts().filter(|part| self.fold_forms.get(part.first_fold as usize) <= form);
        parts.last().map_or(Lang::UND, |part| part.lang)
    }

    /// Where a form occurs.
    #[must_use]
    pub fn list(self, form: u32) -> List<'a> {
        let from = self.lists.get(form as usize) as usize;
        let bytes = self.postings.get(from..).unwrap_or_default();
        List::new(bytes, int(self.lower(form).len()))
    }
}
