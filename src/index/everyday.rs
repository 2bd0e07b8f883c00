//! Everyday words that translations keep: not, because, three weeks, said, north.
//!
//! In: folded words and their languages. Out: the rows of `everyday.txt` that each stands in,
//! and of `general.txt`, whose words say more: buy, wave, enormous. A word there is a whole
//! word, or with `*` the beginning of one with an ending of at most four letters. They are
//! too common or too vague to be subjects, so no query goes through them; yet passages that
//! share many of them are likely to be translations. Each row was written for this project.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::{FIRST_GENERAL, GENERAL, Vocabulary, relation::Group};
use crate::{lang::Lang, text};

const EVERYDAY: &str = include_str!("everyday.txt");
const GENERAL_WORDS: &str = include_str!("general.txt");
/// Letters that may follow a beginning, at most; after a short one, one less.
const ENDING: usize = 4;
const SHORT: usize = 3;

/// A language, a word, and whether only its beginning.
type Entry = (Lang, &'static str, bool);

/// For each language, the rows of whole words and of beginnings (`true`).
static ROWS: LazyLock<FxHashMap<Entry, Vec<u32>>> = LazyLock::new(|| {
    let mut rows: FxHashMap<_, Vec<u32>> = FxHashMap::default();
    for (first, list) in [(0, EVERYDAY), (FIRST_GENERAL, GENERAL_WORDS)] {
        let mut lines = list.lines().map(|line| line.split('|').map(str::trim));
        let langs: Vec<Option<Lang>> =
            lines.next().map(|head| head.map(Lang::parse).collect()).unwrap_or_default();
        for (row, line) in (first..).zip(lines) {
            for (words, lang) in line.zip(&langs) {
                let Some(lang) = *lang else { continue };
                for word in words.split_whitespace() {
                    let stem = word.strip_suffix('*');
                    let entry = (lang, stem.unwrap_or(word), stem.is_some());
                    rows.entry(entry).or_default().push(row);
                }
            }
        }
    }
    rows
});

/// The rows that a word stands in.
pub(crate) fn rows(folded: &str, lang: Lang) -> Vec<u32> {
    let mut found = ROWS.get(&(lang, folded, false)).cloned().unwrap_or_default();
    let letters = folded.chars().count();
    for (before, (at, _)) in folded.char_indices().enumerate().skip(1) {
        let ending = letters - before;
        if ending <= if before <= SHORT { ENDING - 1 } else { ENDING } {
            found.extend(ROWS.get(&(lang, &folded[..at], true)).into_iter().flatten());
        }
    }
    found.extend(ROWS.get(&(lang, folded, true)).into_iter().flatten());
    found.sort_unstable();
    found.dedup();
    found
}

/// The rows that a vocabulary has words of in two languages or more, with their forms.
pub(crate) fn occurring(vocabulary: Vocabulary<'_>) -> Vec<Group> {
    let mut all: Vec<(u32, Lang, u32)> = Vec::new();
    for (form, lang) in (0..).zip((0..).map(|form| vocabulary.lang(form))).take(vocabulary.len()) {
        let folded = text::fold(vocabulary.lower(form), lang);
        all.extend(rows(&folded, lang).into_iter().map(|row| (row, lang, form)));
    }
    all.sort_unstable();
    let of_row = all.chunk_by(|x, y| x.0 == y.0);
    let ties = of_row.filter(|own| own.iter().any(|one| one.1 != own[0].1));
    let group = |own: &[(u32, Lang, u32)]| {
        let mut forms: Vec<u32> = own.iter().map(|&(.., form)| form).collect();
        forms.sort_unstable();
        let label = if own[0].0 < FIRST_GENERAL { "" } else { GENERAL };
        Group { label: label.to_owned(), forms }
    };
    ties.map(group).collect()
}

#[cfg(test)]
mod tests {
    use super::{FIRST_GENERAL, rows};
    use crate::lang::Lang;

    #[test]
    fn words_of_one_meaning_share_a_row_in_all_their_forms() {
        for (one, other) in [("bought", "покупали"), ("waves", "волны"), ("not", "не")]
        {
            let (here, there) = (rows(one, Lang::EN), rows(other, Lang::RU));
            assert!(here.iter().any(|row| there.contains(row)), "{one} {other}");
        }
        assert!(rows("волны", Lang::RU)[0] >= FIRST_GENERAL);
        assert!(rows("not", Lang::EN)[0] < FIRST_GENERAL);
    }
}
