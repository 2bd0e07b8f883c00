//! Unicode words of a block (UAX #29), with their bytes.
//!
//! In: a text and the span of a block's body. Out: its words, in order. A word is a
//! segment with a letter or digit; `don't` and `60,000` are one word, `Russian-American`
//! two. A drop cap that stands apart from the rest of its word (`М инистерството`) is
//! joined to it: [`Word::letters`] leaves the gap out, the span covers it.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation as _;

use crate::{lang::Lang, span::Span};

/// One word as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    /// Its bytes in the source's text.
    pub span: Span,
    /// A drop cap's gap inside the span; empty for all other words.
    gap: Span,
}

impl Word {
    /// The word as written, without a drop cap's gap.
    #[must_use]
    pub fn letters(self, text: &str) -> Cow<'_, str> {
        if self.gap.is_empty() {
            return Cow::Borrowed(self.span.of_text(text));
        }
        let cap = Span::new(self.span.start, self.gap.start).of_text(text);
        let rest = Span::new(self.gap.end, self.span.end).of_text(text);
        Cow::Owned(format!("{cap}{rest}"))
    }
}

/// The words of `text` within `body`, in order; `lang` decides which single capitals are
/// words of their own and which are drop caps.
pub fn words(text: &str, body: Span, lang: Lang) -> impl Iterator<Item = Word> + '_ {
    let base = body.start as usize;
    let drop_cap = drop_cap(body.of_text(text), base, lang);
    let from = drop_cap.map_or(base, |word| word.span.end as usize);
    let rest = text.get(from..body.end as usize).unwrap_or_default();
    // The standard joins words at a colon, as Swedish does: `tel:Reuters` is two words here.
    let pieces = rest.unicode_word_indices().flat_map(|(at, word)| {
        word.split(':').scan(at, |next, piece| {
            let at = *next;
            *next += piece.len() + 1;
            Some((at, piece))
        })
    });
    let plain = pieces.map(move |(at, word)| Word {
        span: Span::of(from + at, from + at + word.len()),
        gap: Span::default(),
    });
    drop_cap.into_iter().chain(plain)
}

/// A first word whose capital stands apart: one capital letter that is no word of the
/// language, one space, then lower-case letters.
fn drop_cap(body: &str, base: usize, lang: Lang) -> Option<Word> {
    let rules = lang.rules()?;
    let start = body.len() - body.trim_start().len();
    let mut letters = body[start..].chars();
    let (cap, space, next) = (letters.next()?, letters.next()?, letters.next()?);
    let is_gap = matches!(space, ' ' | '\u{a0}') && cap.is_uppercase() && next.is_lowercase();
    if !is_gap {
        return None;
    }
    let lower = cap.to_lowercase().to_string();
    if rules.stop_words.contains(&lower.as_str()) {
        return None;
    }
    let gap =
        Span::of(base + start + cap.len_utf8(), base + start + cap.len_utf8() + space.len_utf8());
    let rest = &body[gap.end as usize - base..];
    let (_, word) = rest.unicode_word_indices().next()?;
    Some(Word { span: Span::of(base + start, gap.end as usize + word.len()), gap })
}

#[cfg(test)]
mod tests {
    use super::words;
    use crate::{lang::Lang, span::Span};

    fn list(text: &str, lang: Lang) -> Vec<String> {
        let body = Span::of(0, text.len());
        words(text, body, lang).map(|word| word.letters(text).into_owned()).collect()
    }

    #[test]
    fn words_are_letters_and_digits_with_inner_apostrophes_and_marks() {
        assert_eq!(
            list("Don’t: 60,000 Russian-American об'єктів — ё!", Lang::EN),
            ["Don’t", "60,000", "Russian", "American", "об'єктів", "ё"]
        );
    }

    #[test]
    fn a_colon_parts_words() {
        assert_eq!(list("Фото:ТАСС, 10:20", Lang::RU), ["Фото", "ТАСС", "10", "20"]);
    }

    #[test]
    fn a_drop_cap_is_joined_to_its_word_and_its_span_covers_both() {
        let text = " \nЩ астие не за горами";
        assert_eq!(list(text, Lang::RU)[0], "Щастие");
        let first = words(text, Span::of(0, text.len()), Lang::RU).next().expect("a word");
        assert_eq!(first.span.of_text(text), "Щ астие");
    }

    #[test]
    fn no_language_without_rules_joins_drop_caps() {
        assert_eq!(list("М инистр", Lang::UND), ["М", "инистр"]);
    }
}
