//! Collects the forms of a collection's words, and writes the vocabulary.
//!
//! In: words, source by source. Out: the tables that [`super::Vocabulary`] reads, and what
//! the capitals of each lexeme say about its being a name ([`Evidence`]). One pass over
//! the words with an interning table: a spelling is folded and looked up only when it is
//! first met. The order in which words come leaves no trace in the tables.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::{
    Section,
    candidates::is_thing,
    dictionary,
    lexemes::{Lexemes, lexemes},
    postings::ListWriter,
    table::{int, write_groups, write_ints, write_strings},
    vocabulary::{Case, titled},
};
use crate::{lang::Lang, text};

/// One occurrence of a word, as the writer needs it.
#[derive(Clone, Copy)]
pub(crate) struct Occurring<'w> {
    /// Its language.
    pub lang: Lang,
    /// Its letters as written.
    pub letters: &'w str,
    /// First byte in the source's text.
    pub start: u32,
    /// Bytes in the source's text.
    pub length: u32,
    /// Whether its capital, if it has one, is its own (not that of a sentence or headline).
    pub inside: bool,
    /// Whether it stands in a headline, where all words may have one.
    pub headline: bool,
    /// Whether it stands among capitals only, where capitals make no acronym.
    pub shouted: bool,
}

/// Tables as written.
type Written = Vec<(Section, Vec<u8>)>;

/// How a lexeme is written where a capital would be its own.
#[derive(Clone, Copy, Default)]
pub(crate) struct Evidence {
    /// Times in lower case.
    pub lower: u32,
    /// Times with a capital first, inside a sentence.
    pub title: u32,
    /// Times in capitals only.
    pub upper: u32,
    /// Times with a capital that may be the sentence's.
    pub begins: u32,
}

#[derive(Default)]
struct Form {
    lower: String,
    fold: String,
    upper: bool,
    seen: Evidence,
    list: ListWriter,
}

/// The forms met so far, by language.
#[derive(Default)]
pub(crate) struct FormsWriter {
    languages: BTreeMap<Lang, Forms>,
    /// Hits of the source at hand: language's form, start, length.
    hits: BTreeMap<Lang, Vec<(u32, u32, u32)>>,
}

#[derive(Default)]
struct Forms {
    spellings: FxHashMap<Box<str>, (u32, Case)>,
    numbers: FxHashMap<(Box<str>, bool), u32>,
    forms: Vec<Form>,
}

impl Forms {
    fn intern(&mut self, letters: &str, lang: Lang) -> (u32, Case) {
        if let Some(&known) = self.spellings.get(letters) {
            return known;
        }
        let (case, lower) = (case(letters), text::lower(letters));
        let upper = case == Case::Upper;
        let next = int(self.forms.len());
        let number = *self.numbers.entry((lower.as_str().into(), upper)).or_insert(next);
        if number == next {
            let fold = text::fold(&lower, lang);
            self.forms.push(Form { lower, fold, upper, ..Form::default() });
        }
        self.spellings.insert(letters.into(), (number, case));
        (number, case)
    }
}

/// How a word is written: `Upper` needs two letters and no lower-case one.
fn case(letters: &str) -> Case {
    let mut cased = letters.chars().filter(|c| c.is_uppercase() || c.is_lowercase());
    match (cased.next(), cased.next()) {
        (Some(first), Some(second)) if first.is_uppercase() && second.is_uppercase() => {
            if cased.all(char::is_uppercase) { Case::Upper } else { Case::Title }
        }
        (Some(first), _) if first.is_uppercase() => Case::Title,
        _ => Case::Lower,
    }
}

impl FormsWriter {
    /// Notes a word of the source at hand.
    pub(crate) fn note(&mut self, word: Occurring<'_>) {
        let forms = self.languages.entry(word.lang).or_default();
        let (number, case) = match word.shouted {
            true => (forms.intern(&text::lower(word.letters), word.lang).0, Case::Title),
            false => forms.intern(word.letters, word.lang),
        };
        let seen = &mut forms.forms[number as usize].seen;
        match case {
            Case::Lower => seen.lower += 1,
            Case::Upper => seen.upper += 1,
            Case::Title if word.inside && !word.shouted => seen.title += 1,
            Case::Title if !word.headline && !word.shouted => seen.begins += 1,
            Case::Title => {}
        }
        self.hits.entry(word.lang).or_default().push((number, word.start, word.length));
    }

    /// Files what was noted under `source`; sources come in rising order.
    pub(crate) fn end_source(&mut self, source: u32) {
        let mut places = Vec::new();
        for (lang, hits) in &mut self.hits {
            let Some(forms) = self.languages.get_mut(lang) else { continue };
            hits.sort_unstable();
            for same in hits.chunk_by(|a, b| a.0 == b.0) {
                places.clear();
                places.extend(same.iter().map(|&(_, start, length)| (start, length)));
                let form = &mut forms.forms[same[0].0 as usize];
                form.list.add(source, &places, int(form.lower.len()));
            }
            hits.clear();
        }
    }

    /// The tables, and the evidence of each key, by number.
    pub(crate) fn finish(self) -> (Written, Vec<Evidence>) {
        let mut out = Tables::default();
        for (lang, forms) in self.languages {
            out.language(lang, forms.forms);
        }
        out.finish()
    }
}

/// The tables while they are written, language after language.
#[derive(Default)]
struct Tables {
    rows: Vec<u32>,
    folds: Vec<u8>,
    keys: Vec<u8>,
    fold_forms: Vec<u32>,
    forms: Vec<String>,
    cases: Vec<u8>,
    form_keys: Vec<Vec<u32>>,
    key_forms: Vec<Vec<u32>>,
    evidence: Vec<Evidence>,
    lists: Vec<u32>,
    postings: Vec<u8>,
}

impl Tables {
    fn language(&mut self, lang: Lang, mut forms: Vec<Form>) {
        forms.sort_unstable_by(|a, b| {
            (&a.fold, &a.lower, a.upper).cmp(&(&b.fold, &b.lower, b.upper))
        });
        let (first_form, first_fold, first_key) =
            (int(self.forms.len()), int(self.fold_forms.len()), int(self.key_forms.len()));

        let words = forms.iter().map(|form| (form.fold.as_str(), form.upper));
        let Lexemes { keys, of_forms, forms: of_keys } =
            lexemes(lang, words, first_form, first_key);
        for members in &of_keys {
            let mut seen = Evidence::default();
            for &form in members {
                let own = forms[(form - first_form) as usize].seen;
                seen.lower += own.lower;
                seen.title += own.title;
                seen.upper += own.upper;
                seen.begins += own.begins;
            }
            // `Moscow never meant to tell`: what only ever begins sentences is a name if it is
            // known to be one.
            let known =
                |&form: &u32| is_thing(&titled(&forms[(form - first_form) as usize].lower), lang);
            if seen.lower + seen.title + seen.upper == 0 && members.iter().any(known) {
                seen.title = seen.begins;
            }
            self.evidence.push(seen);
        }
        self.key_forms.extend(of_keys);
        let keys_from = int(self.keys.len());
        self.keys.extend(dictionary::write(keys.iter().map(String::as_str)));

        let mut at = first_form;
        for same in forms.chunk_by(|a, b| a.fold == b.fold) {
            self.fold_forms.push(at);
            at += int(same.len());
        }
        let folds_from = int(self.folds.len());
        let same = forms.chunk_by(|a, b| a.fold == b.fold);
        self.folds.extend(dictionary::write(same.map(|same| same[0].fold.as_str())));

        let [a, b, c] = lang.bytes();
        self.rows.extend([
            u32::from_le_bytes([a, b, c, 0]),
            folds_from,
            int(self.folds.len()),
            keys_from,
            int(self.keys.len()),
            first_fold,
            first_key,
        ]);
        for (form, own) in forms.into_iter().zip(of_forms) {
            self.cases.push(self.shown_case(&form, &own) as u8);
            self.lists.push(int(self.postings.len()));
            form.list.write(&mut self.postings);
            self.forms.push(form.lower);
            self.form_keys.push(own);
        }
    }

    /// A form that is never seen with a capital of its own is shown with one where its
    /// lexeme has one (`Тиллерсон` only ever begins sentences, `Тиллерсона` does not).
    fn shown_case(&self, form: &Form, keys: &[u32]) -> Case {
        let Evidence { lower, title, .. } = form.seen;
        let of_lexeme = || keys.iter().any(|&key| self.evidence[key as usize].title > 0);
        match form.upper {
            true => Case::Upper,
            false if title > lower || (title == 0 && lower == 0 && of_lexeme()) => Case::Title,
            false => Case::Lower,
        }
    }

    fn finish(mut self) -> (Written, Vec<Evidence>) {
        self.fold_forms.push(int(self.forms.len()));
        let tables = vec![
            (Section::Languages, write_ints(self.rows)),
            (Section::Folds, self.folds),
            (Section::Keys, self.keys),
            (Section::FoldForms, write_ints(self.fold_forms)),
            (Section::Forms, write_strings(self.forms.iter().map(String::as_str))),
            (Section::Cases, self.cases),
            (Section::FormKeys, write_groups(self.form_keys.iter().map(Vec::as_slice))),
            (Section::KeyForms, write_groups(self.key_forms.iter().map(Vec::as_slice))),
            (Section::Lists, write_ints(self.lists)),
            (Section::Postings, self.postings),
        ];
        (tables, self.evidence)
    }
}
