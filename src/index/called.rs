//! How a name is called that occurs in several forms: by its dictionary form.
//!
//! In: the forms of a name. Out: one of them, or, where it occurs only inflected, what they
//! are forms of: the nominative that explains most of what is written (Лаврова and Лавровым
//! are of Лавров), and of two that explain as much the one that sounds more like the name in
//! other languages (Путина is of Путин, not of Путино, where Putin stands in another text).
//! Which forms are one name is for `names`.

use super::{Case, Vocabulary, vocabulary::titled};
use crate::lang::{
    Lang,
    cases::{cases, nominatives},
    sounds::{Sounded, similarity_of},
};

/// The dictionary form of a name in one language.
pub(super) fn dictionary_form(
    vocabulary: Vocabulary<'_>,
    forms: &[u32],
    lang: Lang,
) -> Option<String> {
    let hits = |form: u32| vocabulary.list(form).hits();
    let own: Vec<u32> =
        forms.iter().copied().filter(|&form| vocabulary.lang(form) == lang).collect();
    let most = own.iter().copied().max_by_key(|&form| (hits(form), std::cmp::Reverse(form)))?;
    if vocabulary.case(most) == Case::Upper {
        return Some(vocabulary.shown(most));
    }
    let others: Vec<Sounded> = forms
        .iter()
        .filter(|&&form| vocabulary.lang(form) != lang)
        .map(|&form| Sounded::new(vocabulary.lower(form), vocabulary.lang(form)))
        .collect();
    let lower: Vec<&str> = own.iter().map(|&form| vocabulary.lower(form)).collect();
    let mut bases: Vec<String> = lower.iter().map(|&form| form.to_owned()).collect();
    lower.iter().for_each(|form| bases.extend(nominatives(form, lang)));
    bases.sort_unstable();
    bases.dedup();
    let rank = |base: &'_ String| {
        let explained = own
            .iter()
            .zip(&lower)
            .filter(|(_, form)| *form == base || !cases(form, base, lang).is_empty());
        let sounded = Sounded::new(base, lang);
        let sound = others.iter().map(|other| similarity_of(&sounded, other)).fold(0.0, f64::max);
        let written = own.iter().zip(&lower).find(|(_, form)| *form == base);
        (
            explained.map(|(&form, _)| hits(form)).sum::<u32>(),
            sound,
            written.map_or(0, |(&form, _)| hits(form)),
            std::cmp::Reverse((base.len(), base.clone())),
        )
    };
    let best =
        bases.iter().map(rank).max_by(|a, b| a.partial_cmp(b).unwrap_or(std::cmp::Ordering::Equal));
    let base = best?.3.0.1;
    let shown = own.iter().zip(&lower).find(|(_, form)| **form == base);
    Some(match shown {
        Some((&form, _)) => vocabulary.shown(form),
        None if vocabulary.case(most) == Case::Title => titled(&base),
        None => base,
    })
}
