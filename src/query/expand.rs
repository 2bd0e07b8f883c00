//! From one word to all the forms it stands for, each with its reason.
//!
//! In: a word as typed, how widely it is meant, and an index. Out: forms of the collection.
//! The typed word's own forms come first: its spellings and inflections in every language
//! that has them. Then the same name in other languages; then words for the same subject
//! in languages where the word itself does not occur. A word that does not occur as typed is
//! also found by its subject, or as a name by its sound.

use std::collections::{BTreeMap, BTreeSet};

use super::{How, Leaf, Reach, Why, fuzzy, fuzzy::Fuzzy, pattern::Pattern};
use crate::{
    index::{Case, Index, Joined, Part, Relation, acronym_key},
    lang::{
        LANGUAGES, Lang,
        sounds::{Sounded, similarity_at_least},
    },
    text,
};

/// How alike a typed word and a name of the collection must sound.
const ALIKE: f64 = 0.84;

/// Why a form belongs, through what, and how it came to be one name with that.
#[derive(Clone, Debug)]
pub(super) struct Reason {
    pub why: Why,
    pub via: Option<String>,
    pub how: Option<How>,
}

impl Reason {
    fn of(why: Why) -> Self {
        Self { why, via: None, how: None }
    }
}

/// The forms that `leaf` stands for, by number.
pub(super) fn expand(index: Index<'_>, leaf: &Leaf) -> BTreeMap<u32, Reason> {
    let typed = Typed::new(&leaf.letters);
    match leaf.reach {
        Reach::Forms => all_forms(index, &typed),
        Reach::Exact => exact(index, &typed),
        Reach::Prefix => prefixed(index, &typed),
        Reach::Fuzzy => nearly(index, &typed),
        Reach::Pattern => matching(index, &leaf.letters),
        Reach::Name => {
            let mut found = BTreeMap::new();
            called(index, index.names, &typed.lower)
                .into_iter()
                .for_each(|name| add_name(index, name, None, &mut found));
            if found.is_empty() {
                known(index, &keys_anywhere(&typed), &mut found);
            }
            if found.is_empty()
                && let Some(name) = sounding_whole(index, &typed.lower)
            {
                add_name(index, name, Some(How::Sounds), &mut found);
            }
            found
        }
        Reach::Concept => {
            let mut found = BTreeMap::new();
            for concept in called(index, index.concepts, &typed.lower) {
                add_concept(index, concept, &mut found, |_| true);
            }
            if found.is_empty() {
                subjects(index, &keys_anywhere(&typed), &mut found);
            }
            found
        }
    }
}

struct Typed {
    lower: String,
    capitals: bool,
    /// Whether it is one of the words that a language is full of.
    stop: bool,
}

impl Typed {
    fn new(letters: &str) -> Self {
        let cased = letters.chars().filter(|c| c.is_uppercase() || c.is_lowercase());
        let capitals = cased.clone().count() > 1 && cased.clone().all(char::is_uppercase);
        let lower = text::lower(letters);
        let stop =
            LANGUAGES.iter().any(|rules| rules.is_stop_word(&text::fold(&lower, rules.lang)));
        Self { lower, capitals, stop }
    }

    /// Typed small, a common word is meant: us, not US, not in a Russian text either.
    fn is_common(&self) -> bool {
        !self.capitals && self.stop
    }

    /// Typed in capitals, none.
    fn is_loud(&self) -> bool {
        self.capitals && self.stop
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
                found.insert(form, Reason::of(Why::Exact));
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
            found.insert(form, Reason::of(Why::Prefix));
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
            found.insert(form, Reason::of(why));
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
            found.insert(form, Reason::of(Why::Pattern));
        }
    }
    found
}

/// The names, or subjects, that are called as typed; where none is, those that have a form
/// written so.
pub(super) fn called(index: Index<'_>, groups: Relation<'_>, lower: &str) -> BTreeSet<u32> {
    let is_label = |group: &u32| text::lower(groups.label(*group)) == lower;
    let mut sought: BTreeSet<u32> = (0..groups.len()).filter(is_label).collect();
    if sought.is_empty() {
        for part in index.vocabulary.parts() {
            let forms = index.vocabulary.forms_of_fold(part, &text::fold(lower, part.lang));
            sought.extend(forms.flat_map(|form| groups.of(form)));
        }
    }
    sought
}

/// The name of several words whose first and last sound like those typed: Владимир Путин, typed
/// as Vladimir Putin.
pub(super) fn sounding_whole(index: Index<'_>, lower: &str) -> Option<u32> {
    let ends = |name: &str| {
        let (first, last) = (name.split_once(' ')?.0, name.rsplit_once(' ')?.1);
        Some([first, last].map(|word| Sounded::new(word, lang_of_script(word))))
    };
    let [given, surname] = ends(lower)?;
    let found = (0..index.names.len()).filter_map(|name| {
        let [first, last] = ends(&text::lower(index.names.label(name)))?;
        let surname = similarity_at_least(&surname, &last, ALIKE)?;
        Some((surname + similarity_at_least(&given, &first, ALIKE)?, name))
    });
    found.max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, name)| name)
}

/// A language of the script, by which a word of unknown language is read.
fn lang_of_script(word: &str) -> Lang {
    let cyrillic = word.chars().any(|c| matches!(c, 'а'..='я' | 'А'..='Я' | 'Ѐ'..='ӿ'));
    if cyrillic { Lang::RU } else { Lang::EN }
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
        index.names.of(form).for_each(|name| add_name(index, name, None, &mut found));
    }
    for &form in &own {
        for concept in index.concepts.of(form) {
            let others = |form| !own_langs.contains(&index.vocabulary.lang(form));
            add_concept(index, concept, &mut found, others);
        }
    }
    // Rules alone also read a word of one language as an odd form of another's: `санкциите`
    // as Russian. Only letters that stand in a text are sure to be its word.
    if !found.values().any(|reason| matches!(reason.why, Why::Exact | Why::Spelling)) {
        let keys = keys_anywhere(typed);
        known(index, &keys, &mut found);
        subjects(index, &keys, &mut found);
    }
    if found.is_empty() && !typed.is_common() {
        sounding(index, typed, &mut found);
    }
    found
}

/// The forms of a name; `typed` is how what was typed came to be that name, where it is no
/// form of it.
fn add_name(index: Index<'_>, name: u32, typed: Option<How>, found: &mut BTreeMap<u32, Reason>) {
    let forms = index.names.forms(name);
    // The surname alone is nobody's in particular where several have it.
    let label = match index.is_shared(name) {
        true => index.vocabulary.shown(forms.get(0)),
        false => index.names.label(name).to_owned(),
    };
    for (form, joined) in index.joined(name) {
        let how = match joined {
            Joined::Whole => Some(How::Whole),
            _ if typed.is_some() => typed,
            Joined::Alone => None,
            Joined::Known => Some(How::Known),
            Joined::Sounds => Some(How::Sounds),
        };
        let reason = || Reason { why: Why::Name, via: Some(label.clone()), how };
        found.entry(form).or_insert_with(reason);
    }
}

fn add_concept(
    index: Index<'_>,
    concept: u32,
    found: &mut BTreeMap<u32, Reason>,
    wanted: impl Fn(u32) -> bool,
) {
    let via = index.concepts.label(concept);
    for form in index.concepts.forms(concept).iter().filter(|&form| wanted(form)) {
        let reason = || Reason { why: Why::Concept, via: Some(via.to_owned()), how: None };
        found.entry(form).or_insert_with(reason);
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
            let other = match vocabulary.case(form) {
                Case::Upper => typed.is_common(),
                Case::Lower => typed.is_loud(),
                Case::Title => false,
            };
            if !other {
                keys.extend(vocabulary.keys_of_form(form).iter());
            }
        }
        if keys.is_empty()
            && !typed.is_loud()
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
        found.insert(form, Reason::of(why));
    }
}

/// The keys that the typed word may have in each language.
fn keys_anywhere(typed: &Typed) -> Vec<(Lang, String)> {
    let mut all = Vec::new();
    for rules in LANGUAGES {
        let folded = text::fold(&typed.lower, rules.lang);
        let mut keys = Vec::new();
        (rules.lexemes)(&folded, &mut keys);
        if !typed.is_common() {
            keys.push(acronym_key(&folded));
        }
        all.extend(keys.into_iter().map(|key| (rules.lang, key)));
    }
    all
}

/// The subjects that words of those keys mean in a language in which they do not occur here.
fn subjects(index: Index<'_>, keys: &[(Lang, String)], found: &mut BTreeMap<u32, Reason>) {
    for (lang, key) in keys {
        for concept in index.concept_words.find(*lang, key) {
            add_concept(index, concept, found, |_| true);
        }
    }
}

/// The places and bodies that words of those keys name in a language in which they do not occur
/// here.
fn known(index: Index<'_>, keys: &[(Lang, String)], found: &mut BTreeMap<u32, Reason>) {
    // A place that is a subject has its words there.
    let is_known = |name: &u32| {
        index.joined(*name).any(|(_, joined)| matches!(joined, Joined::Known | Joined::Whole))
    };
    for (lang, key) in keys {
        let names = index.name_words.find(*lang, key);
        names.for_each(|name| add_name(index, name, Some(How::Known), found));
        for concept in index.concept_words.find(*lang, key) {
            for form in index.concepts.forms(concept).iter() {
                let names = index.names.of(form).filter(is_known);
                names.for_each(|name| add_name(index, name, Some(How::Known), found));
            }
        }
    }
}

/// The forms of a place or body that several typed words name in a language in which they do
/// not occur here: `Estados Unidos`.
pub(super) fn known_whole(index: Index<'_>, leaves: &[Leaf]) -> BTreeMap<u32, Reason> {
    let mut found = BTreeMap::new();
    for rules in LANGUAGES {
        let fold = |leaf: &Leaf| text::fold(&text::lower(&leaf.letters), rules.lang);
        let key = leaves.iter().map(fold).collect::<Vec<_>>().join(" ");
        let names = index.name_words.find(rules.lang, &key);
        names.for_each(|name| add_name(index, name, Some(How::Known), &mut found));
    }
    found
}

/// The names that sound most like the typed word.
fn sounding(index: Index<'_>, typed: &Typed, found: &mut BTreeMap<u32, Reason>) {
    let sought = Sounded::new(&typed.lower, lang_of_script(&typed.lower));
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
        add_name(index, name, Some(How::Sounds), found);
    }
}
