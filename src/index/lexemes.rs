//! What follows from the forms of a language: its lexemes, and which forms share one.
//!
//! In: folded forms in order. Out: the lists that [`super::Vocabulary`] reads. They are made
//! when an index is built, and again when a pack comes without them (`slim`): the same forms
//! give the same numbers.

use super::{table::int, vocabulary::acronym_key};
use crate::lang::Lang;

/// The lexemes of one language.
pub(crate) struct Lexemes {
    /// Their keys, each once, in order: the place of one is its number.
    pub keys: Vec<String>,
    /// The keys of each form, by number.
    pub of_forms: Vec<Vec<u32>>,
    /// The forms of each key, by number.
    pub forms: Vec<Vec<u32>>,
}

/// The lexemes of forms: each folded, and whether it is in capitals only. The numbers of the
/// forms begin at `first_form`, those of the keys at `first_key`.
pub(crate) fn lexemes<'f>(
    lang: Lang,
    forms: impl Iterator<Item = (&'f str, bool)>,
    first_form: u32,
    first_key: u32,
) -> Lexemes {
    let (mut pairs, mut of_forms) = (Vec::new(), Vec::new());
    for (fold, upper) in forms {
        let own = keys(fold, upper, lang);
        pairs.extend(own.into_iter().map(|key| (key, of_forms.len())));
        of_forms.push(Vec::new());
    }
    pairs.sort_unstable();
    let (mut keys, mut forms): (Vec<String>, Vec<Vec<u32>>) = (Vec::new(), Vec::new());
    for (key, form) in pairs {
        if keys.last() != Some(&key) {
            keys.push(key);
            forms.push(Vec::new());
        }
        of_forms[form].push(first_key + int(forms.len() - 1));
        if let Some(last) = forms.last_mut() {
            last.push(first_form + int(form));
        }
    }
    Lexemes { keys, of_forms, forms }
}

/// The lexeme keys of a folded form, each once.
fn keys(fold: &str, upper: bool, lang: Lang) -> Vec<String> {
    let mut keys = Vec::new();
    match lang.rules() {
        // In capitals, a common word is another one: US is not us.
        Some(rules) if upper && rules.is_stop_word(fold) => {}
        Some(rules) => (rules.lexemes)(fold, &mut keys),
        None => keys.push(fold.to_owned()),
    }
    if upper {
        keys.push(acronym_key(fold));
    }
    keys.sort_unstable();
    keys.dedup();
    keys
}
