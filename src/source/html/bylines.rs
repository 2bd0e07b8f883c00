//! Whom a page's own lines credit.
//!
//! In: a page, its labels, and which runs are near its text. Out: the authors that elements
//! near the headline and labelled lines (`Author: …`, `Текст: …`) name, and where the text
//! was taken or translated from (`Source: …`, `Переклад з норвезької: …`). What the page's
//! data states comes before all of it, and is read elsewhere.

use std::ops::Range;

use super::{
    label::{Label, Page},
    marks, metadata,
};
use crate::source::{
    BlockKind, Found, dates,
    plain::{
        signs::{self, How, Sign},
        tags::are_names,
        units::plainly,
    },
};

/// A line that credits has at most so many words.
const LINE: usize = 20;

/// A line of a label and a name has at most so many words.
pub(super) const SIGNED: usize = 8;

/// The authors that a page shows near its headline.
pub(super) fn authors(page: &Page<'_>, zone: &Range<usize>) -> Option<Found<Vec<String>>> {
    let mut authors = Vec::new();
    let mut why = None;
    let head = zone.start..(page.region.runs.start + 2).min(zone.end);
    let mut add = |name: String, line: &str| {
        if !authors.contains(&name) {
            why.get_or_insert_with(|| format!("line “{line}”"));
            authors.push(name);
        }
    };
    for nth in head {
        let run = &page.runs[nth];
        if run.words <= LINE {
            let line = run.text(page.text);
            by_markup(page, run.id).into_iter().for_each(|name| add(name, line));
            // `Ann Smith, 3 May 2024, 14:20`.
            let date = dates::written(line).into_iter().next();
            let before = date.and_then(|date| a_name(&line[..date.place.start]));
            before.into_iter().for_each(|name| add(name, line));
        }
    }
    for nth in zone.clone() {
        let run = &page.runs[nth];
        if run.words <= LINE {
            let line = run.text(page.text);
            for part in line.split(['|', '•', '·']) {
                labelled(part).into_iter().chain(signed(part)).for_each(|name| add(name, line));
            }
        }
    }
    authors.truncate(20);
    Some(Found::new(authors, why?))
}

/// The names in elements of a run that are made for an author.
fn by_markup(page: &Page<'_>, block: usize) -> Vec<String> {
    const WORDS: &[&str] = &["author", "authors", "autor", "byline", "writer", "avtor"];
    let tree = page.tree;
    let says = |id: usize| {
        tree.attribute(id, "rel").is_some_and(|rel| rel == "author")
            || ["itemprop", "class"].iter().any(|key| {
                tree.attribute(id, key).is_some_and(|own| {
                    marks::words(own).iter().any(|word| WORDS.contains(&word.as_str()))
                })
            })
    };
    let around = tree.ancestors(block).take(2);
    let within = (block..tree.nodes[block].end).take(60);
    let mut found: Vec<String> = Vec::new();
    for id in around.chain(within).filter(|id| says(*id)) {
        let own = tree.text_below(id, 160);
        if let Some(name) = a_name(&own)
            && !found.contains(&name)
        {
            found.push(name);
        }
    }
    found
}

/// A name, and nothing else, label left out.
fn a_name(own: &str) -> Option<String> {
    let labels = signs::opening(&signs::words(own));
    let label = labels.iter().filter(|found| found.sign == Sign::Byline && found.how == How::Start);
    let end = label.map(|found| found.place.end).max().unwrap_or(0);
    let own = own[end..].trim_start_matches(|c: char| c == ':' || c.is_whitespace());
    let own =
        metadata::plain(own.trim_matches(|c: char| matches!(c, ',' | '|' | '—' | '–' | '·' | ' ')));
    let words = own.split_whitespace().count();
    let is = (2..=4).contains(&words)
        && own.len() <= 80
        && !own.chars().any(|c| c.is_ascii_digit() || matches!(c, ',' | ':' | '|' | '@' | '/'))
        && are_names(&own)
        && signs::sightings(&signs::words(&own)).iter().all(|found| found.how != How::Whole);
    is.then_some(own)
}

/// The name in a line that is a label of authors and a name, without a colon: `от Иван Петров`.
pub(super) fn signed(own: &str) -> Option<String> {
    let labels = signs::opening(&signs::words(own));
    let is = labels.iter().any(|found| found.sign == Sign::Byline && found.how == How::Start);
    let name = (is && !own.contains(':') && !is_of_translator(own)).then(|| a_name(own)).flatten();
    // `By the end of May` is none: a name has a capital at either end.
    let is_capital = |word: Option<&str>| {
        word.and_then(|word| word.chars().find(|c| c.is_alphabetic()))
            .is_some_and(char::is_uppercase)
    };
    name.filter(|name| {
        let mut words = name.split(' ');
        is_capital(words.next()) && is_capital(words.next_back())
    })
}

/// The names after a label of authors and its colon.
fn labelled(own: &str) -> Vec<String> {
    let Some((label, rest)) = own.split_once(':') else { return Vec::new() };
    let words = signs::words(label);
    let is = !words.is_empty()
        && signs::sightings(&words)
            .iter()
            .any(|found| found.how == How::Whole && found.sign == Sign::Byline);
    if !is || is_of_translator(label) {
        return Vec::new();
    }
    rest.split([',', ';']).filter_map(a_name).collect()
}

/// Who translated a text did not write it.
fn is_of_translator(label: &str) -> bool {
    let plain = plainly(label);
    TRANSLATION.iter().any(|word| plain.starts_with(word))
}

/// Beginnings of labels for the source of a text.
const SOURCE: &[&str] = &[
    "source",
    "original",
    "источник",
    "оригинал",
    "первоисточник",
    "по материалам",
    "източник",
    "по материали",
    "джерело",
    "першоджерело",
    "за матеріалами",
    "оригінал",
    "quelle",
    "fuente",
    "źródło",
    "извор",
    "izvor",
    "крыніца",
];

/// Beginnings of labels for a translation.
const TRANSLATION: &[&str] = &[
    "translated",
    "translation",
    "перевод",
    "перевел",
    "перевела",
    "переведено",
    "превод",
    "преведе",
    "преведено",
    "переклад",
    "переклала",
    "перекладено",
    "übersetzt",
    "übersetzung",
    "traduit",
    "traduction",
    "traducido",
    "traducción",
    "tłumaczenie",
    "przekład",
    "prevod",
    "пераклад",
];

/// Words for “from” in such a label.
const FROM: &[&str] =
    &["from", "с", "со", "из", "от", "з", "із", "aus", "de", "du", "del", "z", "са"];

fn from_another_language(label: &str) -> bool {
    let plain = plainly(label);
    let mut words = plain.split(' ');
    let first = words.next().unwrap_or_default();
    TRANSLATION.contains(&first) && words.any(|word| FROM.contains(&word))
}

/// Whether a line says from which language its text was translated.
pub(super) fn is_translation(own: &str) -> bool {
    let label = own.split_once(':').map_or(own, |(label, _)| label);
    label.split_whitespace().count() <= 5 && from_another_language(label)
}

/// Where the text was taken or translated from, as lines at its beginning or end state it.
pub(super) fn origin(
    page: &Page<'_>,
    labels: &[Label],
    zone: &Range<usize>,
) -> Option<Found<String>> {
    let (mut source, mut translation) = (None, None);
    for nth in zone.clone() {
        let run = &page.runs[nth];
        if run.words > LINE || labels[nth].kind == BlockKind::Boilerplate {
            continue;
        }
        let own = run.text(page.text);
        let (label, rest) = own.split_once(':').unwrap_or((own, ""));
        let (label, rest) = (label.trim(), rest.trim());
        let short = label.split_whitespace().count() <= 5;
        let name = rest.trim_end_matches('.');
        let plain = plainly(label);
        if short
            && (1..=120).contains(&name.len())
            && SOURCE.iter().any(|from| plain.starts_with(from))
        {
            source.get_or_insert_with(|| (name.to_owned(), format!("line “{label}:”")));
        } else if short && from_another_language(label) {
            translation.get_or_insert_with(|| label.to_owned());
        }
    }
    Some(match (source, translation) {
        (Some((name, why)), None) => Found::new(name, why),
        (Some((name, why)), Some(line)) => Found::new(name, format!("{why}; line “{line}”")),
        (None, Some(line)) => Found::new(line.clone(), format!("line “{line}”")),
        (None, None) => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{a_name, from_another_language, labelled, signed};

    #[test]
    fn a_name_is_two_words_with_capitals_or_more() {
        assert_eq!(a_name("By Ann Smith").as_deref(), Some("Ann Smith"));
        assert_eq!(a_name("Автор: Иван Петров").as_deref(), Some("Иван Петров"));
        assert_eq!(a_name("Олена Вербицька —").as_deref(), Some("Олена Вербицька"));
        for other in ["18 юни 2022", "Новини", "read the whole story", "Ann Smith, 3 May"]
        {
            assert_eq!(a_name(other), None, "{other}");
        }
    }

    #[test]
    fn a_line_of_a_label_and_a_name_is_signed() {
        assert_eq!(signed("от Иван Петров").as_deref(), Some("Иван Петров"));
        assert_eq!(signed("By Ann Smith").as_deref(), Some("Ann Smith"));
        for other in
            ["Иван Петров", "Превод Ана Попова", "от днес мостът е отворен", "By the end of May"]
        {
            assert_eq!(signed(other), None, "{other}");
        }
    }

    #[test]
    fn lines_name_authors_and_translations() {
        assert_eq!(labelled("Текст: Нина Котова, Пётр Лапин"), ["Нина Котова", "Пётр Лапин"]);
        assert_eq!(labelled("Переклад: Марта Дідух"), [""; 0]);
        assert!(from_another_language("Переклад з норвезької"));
        assert!(from_another_language("Translated from the German"));
        assert!(!from_another_language("Перевод"));
    }
}
