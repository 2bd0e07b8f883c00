//! The sections of an index in less room, for packs that travel.
//!
//! In: sections. Out: fewer and smaller ones ([`slim`]), and from them the sections as they
//! were, byte for byte ([`whole`]), on any machine. What follows from the forms (their folded
//! spellings, which of them share a lexeme) is left out and made again; numbers that rise are
//! written as steps, strings that stand in order without the beginning that they share with the
//! one before. Made for gzip to come after it: its window is too small to see that sections
//! repeat one another.

use super::{
    PART, Section, dictionary,
    lexemes::lexemes,
    relation::{self, Group},
    table::{
        Ints, Strings, int, push_varint, take_varint, write_groups, write_ints, write_strings,
    },
    vocabulary::Case,
};
use crate::{lang::Lang, text};

/// What is left out: it follows from the forms.
const MADE: [Section; 4] = [Section::Folds, Section::Keys, Section::FormKeys, Section::KeyForms];

/// A section in less room; `None` for one that is left out.
#[must_use]
pub fn slim(section: Section, bytes: &[u8]) -> Option<Vec<u8>> {
    if MADE.contains(&section) {
        return None;
    }
    let mut out = Vec::new();
    match section {
        Section::FoldForms | Section::Lists => put_steps(Ints::new(bytes), &mut out),
        Section::Forms => put_strings(Strings::new(bytes), &mut out),
        Section::Names | Section::Concepts | Section::Everyday => {
            let (labels, groups) = relation::parts(bytes);
            put_strings(labels, &mut out);
            push_varint(int(groups.len()), &mut out);
            (0..groups.len()).for_each(|at| put_steps(groups.get(at), &mut out));
        }
        Section::ConceptWords | Section::NameWords => {
            let split = Ints::new(bytes).get(0) as usize;
            put_strings(Strings::new(bytes.get(4..split).unwrap_or_default()), &mut out);
            let concepts = Ints::new(bytes.get(split..).unwrap_or_default());
            concepts.iter().for_each(|concept| push_varint(concept, &mut out));
        }
        _ => out.extend_from_slice(bytes),
    }
    Some(out)
}

/// All sections, from those that [`slim`] made. Anything else gives sections, too, but of no
/// use.
#[must_use]
pub fn whole<'a>(bytes: impl Fn(Section) -> &'a [u8]) -> Vec<(Section, Vec<u8>)> {
    let fold_forms = write_ints(take_steps(&mut bytes(Section::FoldForms)));
    let forms = take_strings(&mut bytes(Section::Forms));
    let forms = write_strings(forms.iter().map(String::as_str));
    let section = |section| match section {
        Section::FoldForms => fold_forms.clone(),
        Section::Forms => forms.clone(),
        Section::Lists => write_ints(take_steps(&mut bytes(section))),
        Section::Names | Section::Concepts | Section::Everyday => {
            let rest = &mut bytes(section);
            let labels = take_strings(rest);
            take_varint(rest);
            let group = |label| Group { label, forms: take_steps(rest) };
            relation::write(&labels.into_iter().map(group).collect::<Vec<_>>())
        }
        Section::ConceptWords | Section::NameWords => {
            let rest = &mut bytes(section);
            let words = take_strings(rest);
            let concepts: Vec<u32> = words.iter().map(|_| take_varint(rest)).collect();
            super::concept_words::write(words.iter().map(String::as_str), concepts)
        }
        _ => bytes(section).to_vec(),
    };
    let mut all: Vec<_> = Section::ALL.into_iter().map(|own| (own, section(own))).collect();
    make(&mut all);
    all
}

/// Puts into whole sections what follows from the forms among them.
pub fn make(sections: &mut [(Section, Vec<u8>)]) {
    let bytes = |section| {
        let own = sections.iter().find(|(own, _)| *own == section);
        own.map(|(_, bytes)| bytes.as_slice()).unwrap_or_default()
    };
    let forms = Strings::new(bytes(Section::Forms));
    let cases = bytes(Section::Cases);
    let is_upper = |form: usize| cases.get(form) == Some(&(Case::Upper as u8));
    let fold_forms = Ints::new(bytes(Section::FoldForms));
    let made = Made::of(Ints::new(bytes(Section::Languages)), fold_forms, forms, is_upper);
    for (section, bytes) in sections {
        *bytes = match section {
            Section::Languages => write_ints(made.rows.iter().copied()),
            Section::Folds => made.folds.clone(),
            Section::Keys => made.keys.clone(),
            Section::FormKeys => write_groups(made.form_keys.iter().map(Vec::as_slice)),
            Section::KeyForms => write_groups(made.key_forms.iter().map(Vec::as_slice)),
            _ => continue,
        };
    }
}

/// What follows from the forms.
#[derive(Default)]
struct Made {
    rows: Vec<u32>,
    folds: Vec<u8>,
    keys: Vec<u8>,
    form_keys: Vec<Vec<u32>>,
    key_forms: Vec<Vec<u32>>,
}

impl Made {
    fn of(
        languages: Ints<'_>,
        fold_forms: Ints<'_>,
        forms: Strings<'_>,
        is_upper: impl Fn(usize) -> bool,
    ) -> Self {
        let mut made = Self::default();
        let all_folds = fold_forms.len().saturating_sub(1);
        // A form belongs to one language: foreign rows cannot have it counted again.
        let (mut folds_end, mut forms_end) = (0, 0);
        for row in 0..languages.len() / PART {
            let code = languages.get(row * PART);
            let [a, b, c, _] = code.to_le_bytes();
            let lang = Lang::from_bytes([a, b, c]);
            let first_fold = |row: usize| match languages.get(row * PART + 5) as usize {
                _ if row * PART >= languages.len() => all_folds,
                first => first.min(all_folds),
            };
            let start = first_fold(row).max(folds_end);
            folds_end = first_fold(row + 1).max(start);
            let form = |fold| (fold_forms.get(fold) as usize).min(forms.len());
            let first_form = form(start).max(forms_end);
            forms_end = form(folds_end).max(first_form);
            let own_forms = first_form..forms_end;
            let folded: Vec<String> =
                own_forms.clone().map(|form| text::fold(forms.get(form), lang)).collect();
            let words = own_forms.clone().zip(&folded);
            let words = words.map(|(form, fold)| (fold.as_str(), is_upper(form)));
            let first_key = int(made.key_forms.len());
            let lexemes = lexemes(lang, words, int(first_form), first_key);
            let (folds_from, keys_from) = (int(made.folds.len()), int(made.keys.len()));
            let folds = folded.chunk_by(|a, b| a == b).map(|same| same[0].as_str());
            made.folds.extend(dictionary::write(folds));
            made.keys.extend(dictionary::write(lexemes.keys.iter().map(String::as_str)));
            let (folds_to, keys_to) = (int(made.folds.len()), int(made.keys.len()));
            let first_fold = int(start);
            made.rows
                .extend([code, folds_from, folds_to, keys_from, keys_to, first_fold, first_key]);
            made.form_keys.extend(lexemes.of_forms);
            made.key_forms.extend(lexemes.forms);
        }
        made
    }
}

/// Numbers that rise, as steps, after their count.
fn put_steps(numbers: Ints<'_>, out: &mut Vec<u8>) {
    push_varint(int(numbers.len()), out);
    let mut last = 0;
    for number in numbers.iter() {
        push_varint(number.wrapping_sub(last), out);
        last = number;
    }
}

fn take_steps(bytes: &mut &[u8]) -> Vec<u32> {
    let (count, mut last, mut numbers) = (take_varint(bytes), 0_u32, Vec::new());
    for _ in 0..count {
        if bytes.is_empty() {
            break;
        }
        last = last.wrapping_add(take_varint(bytes));
        numbers.push(last);
    }
    numbers
}

/// Strings, after their count: how many bytes each shares with the one before, how many
/// follow; then what follows, of all.
fn put_strings(strings: Strings<'_>, out: &mut Vec<u8>) {
    push_varint(int(strings.len()), out);
    let (mut last, mut letters) = ("", Vec::new());
    for string in (0..strings.len()).map(|at| strings.get(at)) {
        let same = string.bytes().zip(last.bytes()).take_while(|(a, b)| a == b).count();
        push_varint(int(same), out);
        push_varint(int(string.len() - same), out);
        letters.extend_from_slice(&string.as_bytes()[same..]);
        last = string;
    }
    push_varint(int(letters.len()), out);
    out.append(&mut letters);
}

fn take_strings(bytes: &mut &[u8]) -> Vec<String> {
    let mut lengths = Vec::new();
    for _ in 0..take_varint(bytes) {
        if bytes.is_empty() {
            break;
        }
        lengths.push((take_varint(bytes) as usize, take_varint(bytes) as usize));
    }
    let all = take_varint(bytes) as usize;
    let (mut letters, rest) = bytes.split_at(all.min(bytes.len()));
    *bytes = rest;
    let (mut last, mut strings) = (Vec::new(), Vec::new());
    for (same, own) in lengths {
        let (new, after) = letters.split_at(own.min(letters.len()));
        letters = after;
        last.truncate(same);
        last.extend_from_slice(new);
        strings.push(String::from_utf8_lossy(&last).into_owned());
    }
    strings
}
