//! Passages: the sentences of a block (UAX #29), mended by what the language knows.
//!
//! In: a text, a block's body and its language. Out: the spans of its sentences without
//! the white space around them. Unicode's rule breaks after every full stop before a
//! capital: a break after an abbreviation (`г. Москва`), an initial (`Ф. И. О.`), or at a
//! line end inside a sentence is taken back.

use unicode_segmentation::UnicodeSegmentation as _;

use crate::{lang::Lang, span::Span};

/// The sentences of `text` within `body`, in order.
#[must_use]
pub fn passages(text: &str, body: Span, lang: Lang) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    let mut open = false;
    for (at, sentence) in body.of_text(text).split_sentence_bound_indices() {
        let start = body.start as usize + at;
        let trimmed = Span::of(
            start + sentence.len() - sentence.trim_start().len(),
            start + sentence.trim_end().len(),
        );
        if trimmed.is_empty() {
            continue;
        }
        match found.last_mut() {
            Some(last) if open || goes_on(text, *last, trimmed) => last.end = trimmed.end,
            _ => found.push(trimmed),
        }
        open = ends_open(trimmed.of_text(text), lang);
    }
    found
}

/// Whether the sentence seems to end only because of an abbreviation's or initial's stop.
fn ends_open(sentence: &str, lang: Lang) -> bool {
    let Some(rest) = sentence.strip_suffix('.') else { return false };
    let word = rest.rsplit(|c: char| c.is_whitespace() || "(«„“\".".contains(c)).next();
    let Some(word) = word.filter(|word| !word.is_empty()) else { return false };
    let mut letters = word.chars();
    let initial = letters.next().is_some_and(char::is_uppercase) && letters.next().is_none();
    let abbreviations = lang.rules().map_or(&[][..], |rules| rules.abbreviations);
    initial || abbreviations.contains(&word.to_lowercase().as_str())
}

/// Whether `next` only continues `last` on a new line: no final mark, one line end between
/// them, and a lower-case letter after it.
fn goes_on(text: &str, last: Span, next: Span) -> bool {
    let between = Span::new(last.end, next.start).of_text(text);
    between.matches('\n').count() == 1
        && next.of_text(text).starts_with(char::is_lowercase)
        && !last.of_text(text).ends_with(['.', '!', '?', '…', ':', ';', '"', '»', '“', '”'])
}

#[cfg(test)]
mod tests {
    use super::passages;
    use crate::{lang::Lang, span::Span};

    fn list(text: &str) -> Vec<&str> {
        passages(text, Span::of(0, text.len()), Lang::RU)
            .into_iter()
            .map(|span| span.of_text(text))
            .collect()
    }

    #[test]
    fn a_passage_is_a_sentence_without_the_space_around_it() {
        assert_eq!(list(" Раз. Два!  «Три?» \n"), ["Раз.", "Два!", "«Три?»"]);
    }

    #[test]
    fn initials_do_not_end_a_passage() {
        assert_eq!(list("Указать Ф. И. О. лиц. Затем"), ["Указать Ф. И. О. лиц.", "Затем"]);
    }

    #[test]
    fn a_line_end_inside_a_sentence_does_not_end_it() {
        assert_eq!(list("Переговоры\nпрошли. Всё"), ["Переговоры\nпрошли.", "Всё"]);
        assert_eq!(list("Заголовок\nПереговоры"), ["Заголовок", "Переговоры"]);
    }
}
