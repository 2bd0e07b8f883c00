//! From one word to all the forms it stands for, each with its reason.
//!
//! In: a word as typed, how widely it is meant, and an index. Out: forms of the collection.
//! The typed word's own forms come first: its spellings and inflections in every language
//! that has them. Then the same name in other languages; then words for the same subject
//! in languages where the word itself does not occur. A word that does not occur as typed is
//! also found by its subject, or as a name by its sound.

use std::collections::{BTreeMap, BTreeSet};

use super::{Leaf, Reach, Why, fuzzy, fuzzy::Fuzzy, pattern::Pattern};
use crate::{
    index::{Case, Index, Part, Relation, acronym_key},
    lang::{
        LANGUAGES, Lang,
        sounds::{Sounded, similarity_at_least},
    },
    text,
};

/// How alike a typed word and a name of the collection must sound.
const ALIKE: f64 = 0.84;

/// Why a form belongs, and through what.
pub(super) type Reason = (Why, Option<String>);

/// The forms that `leaf` stands for, by number.
pub(super) fn expand(index: Index<'_>, leaf: &Leaf) -> BTreeMap<u32, Reason> {
    let typed = Typed::new(&leaf.letters);
    match leaf.reach {
        Reach::Forms => all_forms(index, &typed),
        Reach::Exact => exact(index, &typed),
        Reach::Prefix => prefixed(index, &typed),
        Reach::Fuzzy => nearly(index, &typed),
        Reach::Pattern => matching(index, &leaf.letters),
        Reach::Name => labelled(index, index.names, &typed, Why::Name),
        Reach::Concept => {
            let found = labelled(index, index.concepts, &typed, Why::Concept);
            if found.is_empty() { subjects(index, &typed) } else { found }
        }
    }
}

struct Typed {
    lower: String,
    capitals: bool,
}

impl Typed {
    fn new(letters: &str) -> Self {
        let cased = letters.chars().filter(|c| c.is_uppercase() || c.is_lowercase());
        let capitals = cased.clone().count() > 1 && cased.clone().all(char::is_uppercase);
        Self { lower: text::lower(letters), capitals }
    }
}

fn exact(index: Index<'_>, typed: &Typed) -> BTreeMap<u32, Reason> {
    let vocabulary = index.vocabulary;
    let mut found = BTreeMap::new();
    for part in vocabulary.parts() {
        let folded = text::fold(&typed.lower, part.lang);
        for form in vocabulary.forms_of_fold(part, &folded) {
            let same_case = !typed.capitals || vocabulary.case(form) == Case::Upper;
            if same_case && vocabulary.lower(form) == typed.lower {
                found.insert(form, (Why::Exact, None));
            }
        }
    }
    found
}

fn prefixed(index: Index<'_>, typed: &Typed) -> BTreeMap<u32, Reason> {
    let mut found = BTreeMap::new();
    for part in index.vocabulary.parts() {
        let folded = text::fold(&typed.lower, part.lang);
        for form in index.vocabulary.forms_of_prefix(part, &folded) {
            found.insert(form, (Why::Prefix, None));
        }
    }
    found
}

fn nearly(index: Index<'_>, typed: &Typed) -> BTreeMap<u32, Reason> {
    let mut found = BTreeMap::new();
    for part in index.vocabulary.parts() {
        let folded = text::fold(&typed.lower, part.lang);
        let mut way = Fuzzy::new(&folded, fuzzy::allowed(folded.chars().count()));
        for (form, edits) in index.vocabulary.forms_along(part, &mut way) {
            let why = if edits > 0 {
                Why::Fuzzy
            } else if index.vocabulary.lower(form) == typed.lower {
                Why::Exact
            } else {
                Why::Spelling
            };
            found.insert(form, (why, None));
        }
    }
    found
}

fn matching(index: Index<'_>, typed: &str) -> BTreeMap<u32, Reason> {
    let mut found = BTreeMap::new();
    for part in index.vocabulary.parts() {
        let fold = |letter: char| {
            let folded = text::fold(letter.encode_utf8(&mut [0; 4]), part.lang);
            let mut letters = folded.chars();
            letters.next().filter(|_| letters.next().is_none()).unwrap_or(letter)
        };
        let Ok(mut pattern) = Pattern::new(typed, &fold) else { continue };
        for (form, _) in index.vocabulary.forms_along(part, &mut pattern) {
            found.insert(form, (Why::Pattern, None));
        }
    }
    found
}

/// The forms of the names, or subjects, that are called as typed; where none is, of those
/// that have a form written so.
fn labelled(
    index: Index<'_>,
    groups: Relation<'_>,
    typed: &Typed,
    why: Why,
) -> BTreeMap<u32, Reason> {
    let called = |group: &u32| text::lower(groups.label(*group)) == typed.lower;
    let mut sought: BTreeSet<u32> = (0..groups.len()).filter(called).collect();
    if sought.is_empty() {
        for part in index.vocabulary.parts() {
            let forms = index.vocabulary.forms_of_fold(part, &text::fold(&typed.lower, part.lang));
            sought.extend(forms.flat_map(|form| groups.of(form)));
        }
    }
    let mut found = BTreeMap::new();
    for group in sought {
        add(&mut found, groups.forms(group).iter(), why, groups.label(group));
    }
    found
}

fn subjects(index: Index<'_>, typed: &Typed) -> BTreeMap<u32, Reason> {
    let mut found = BTreeMap::new();
    elsewhere(index, typed, &mut found);
    found
}

fn all_forms(index: Index<'_>, typed: &Typed) -> BTreeMap<u32, Reason> {
    let mut found = BTreeMap::new();
    let mut own_langs = BTreeSet::new();
    for part in index.vocabulary.parts() {
        let before = found.len();
        inflected(index, part, typed, &mut found);
        if found.len() > before {
            own_langs.insert(part.lang);
        }
    }
    let own: Vec<u32> = found.keys().copied().collect();
    for &form in &own {
        for name in index.names.of(form) {
            add(&mut found, index.names.forms(name).iter(), Why::Name, index.names.label(name));
        }
    }
    for &form in &own {
        for concept in index.concepts.of(form) {
            let others = index.concepts.forms(concept).iter();
            let others = others.filter(|&form| !own_langs.contains(&index.vocabulary.lang(form)));
            add(&mut found, others, Why::Concept, index.concepts.label(concept));
        }
    }
    // Rules alone also read a word of one language as an odd form of another's: `санкциите`
    // as Russian. Only letters that stand in a text are sure to be its word.
    if !found.values().any(|(why, _)| matches!(why, Why::Exact | Why::Spelling)) {
        elsewhere(index, typed, &mut found);
    }
    if found.is_empty() {
        sounding(index, typed, &mut found);
    }
    found
}

fn add(found: &mut BTreeMap<u32, Reason>, forms: impl Iterator<Item = u32>, why: Why, via: &str) {
    for form in forms {
        found.entry(form).or_insert_with(|| (why, Some(via.to_owned())));
    }
}

/// The spellings and inflections of the typed word in one language.
fn inflected(index: Index<'_>, part: Part<'_>, typed: &Typed, found: &mut BTreeMap<u32, Reason>) {
    let vocabulary = index.vocabulary;
    let folded = text::fold(&typed.lower, part.lang);
    // Typed in capitals, and occurring so: the acronym alone is meant (US, not us).
    let acronym = typed.capitals.then(|| vocabulary.key(part, &acronym_key(&folded))).flatten();
    let mut keys = BTreeSet::new();
    if let Some(key) = acronym {
        keys.insert(key);
    } else {
        // The stored keys know the dictionary's exceptions; the rules know every word.
        for form in vocabulary.forms_of_fold(part, &folded) {
            keys.extend(vocabulary.keys_of_form(form).iter());
        }
        if keys.is_empty()
            && let Some(rules) = part.lang.rules()
        {
            let mut own = Vec::new();
            (rules.lexemes)(&folded, &mut own);
            keys.extend(own.iter().filter_map(|key| vocabulary.key(part, key)));
        }
    }
    for form in keys.into_iter().flat_map(|key| vocabulary.forms_of_key(key).iter()) {
        let lower = vocabulary.lower(form);
        let why = if lower == typed.lower {
            Why::Exact
        } else if text::fold(lower, part.lang) == folded {
            Why::Spelling
        } else {
            Why::Inflection
        };
        found.insert(form, (why, None));
    }
}

/// The subjects that the typed word means in a language in which it does not occur here.
fn elsewhere(index: Index<'_>, typed: &Typed, found: &mut BTreeMap<u32, Reason>) {
    for rules in LANGUAGES {
        let folded = text::fold(&typed.lower, rules.lang);
        let mut keys = vec![acronym_key(&folded)];
        (rules.lexemes)(&folded, &mut keys);
        for concept in keys.iter().flat_map(|key| index.concept_words.find(rules.lang, key)) {
            add(
                found,
                index.concepts.forms(concept).iter(),
                Why::Concept,
                index.concepts.label(concept),
            );
        }
    }
}

/// The names that sound most like the typed word.
fn sounding(index: Index<'_>, typed: &Typed, found: &mut BTreeMap<u32, Reason>) {
    let cyrillic = typed.lower.chars().any(|c| matches!(c, 'а'..='я' | 'ѐ'..='ӿ'));
    let lang = if cyrillic { Lang::RU } else { Lang::EN };
    let sought = Sounded::new(&typed.lower, lang);
    let mut best: Option<(f64, u32)> = None;
    for name in 0..index.names.len() {
        for form in index.names.forms(name).iter() {
            let (own, vocabulary) = (index.vocabulary.lower(form), index.vocabulary);
            let sounded = Sounded::new(own, vocabulary.lang(form));
            let alike = similarity_at_least(&sought, &sounded, ALIKE).unwrap_or_default();
            if alike > best.map_or(0.0, |(best, _)| best) {
                best = Some((alike, name));
            }
        }
    }
    if let Some((_, name)) = best {
        add(found, index.names.forms(name).iter(), Why::Name, index.names.label(name));
    }
}
