//! Which comment a comment says it answers.
//!
//! In: the first words of a comment or its header, and the comments before it. Out: the one
//! that it names after a word for answering (`Отговор на #2`, `in reply to Ann`, `@Ann`).
//! Only comments that are there are meant: a number or a name of nobody says nothing.

use super::signs::{self, Sign};

/// A comment that may be answered.
#[derive(Debug)]
pub(in crate::source) struct Earlier {
    /// The number that it shows.
    number: Option<u32>,
    /// In small letters: hundreds of later comments are compared with it.
    author: Option<String>,
}

impl Earlier {
    pub(in crate::source) fn new(number: Option<u32>, author: Option<&str>) -> Self {
        let author = author.filter(|name| name.chars().any(char::is_alphanumeric));
        Self { number, author: author.map(str::to_lowercase) }
    }
}

/// Where a comment says it answers another, in bytes.
const BEGINNING: usize = 240;

/// How many comments back one is looked for that is answered.
pub(in crate::source) const BACK: usize = 400;

/// The place among `earlier` of the comment that `own` says it answers.
pub(in crate::source) fn answered(own: &str, earlier: &[Earlier]) -> Option<usize> {
    let own = &own[..own.floor_char_boundary(BEGINNING.min(own.len()))];
    let words = signs::words(own);
    let said = signs::sightings(&words).into_iter().filter(|found| found.sign == Sign::Answering);
    let mut places: Vec<usize> = said.map(|found| found.place.end).collect();
    places.sort_unstable();
    let by_words = places.into_iter().find_map(|end| {
        let rest = &own[end..];
        by_number(rest, earlier).or_else(|| by_name(rest, earlier))
    });
    by_words.or_else(|| by_name(own.trim_start().strip_prefix('@')?, earlier))
}

/// `#2`, `[#2]`, `№ 2`, `2`.
fn by_number(rest: &str, earlier: &[Earlier]) -> Option<usize> {
    let rest = rest.trim_start_matches(|c: char| !c.is_alphanumeric() || c == '№');
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let number: u32 = rest[..digits].parse().ok()?;
    earlier.iter().rposition(|other| other.number == Some(number))
}

/// The author whose name `rest` begins with: the longest name, the last comment of it.
fn by_name(rest: &str, earlier: &[Earlier]) -> Option<usize> {
    let rest = rest.trim_start_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let fits = |name: &str| {
        let after = rest.strip_prefix(name)?;
        (!after.starts_with(char::is_alphanumeric)).then_some(name.len())
    };
    let found = earlier
        .iter()
        .enumerate()
        .filter_map(|(at, other)| Some((fits(other.author.as_deref()?)?, at)));
    found.max().map(|(_, at)| at)
}

/// The depth of each comment, where each may answer one before it.
pub(in crate::source) fn depths(parents: &[Option<usize>]) -> Vec<u8> {
    let mut depths: Vec<u8> = Vec::with_capacity(parents.len());
    for (nth, parent) in parents.iter().enumerate() {
        let above = parent.filter(|parent| *parent < nth).map(|parent| depths[parent]);
        depths.push(above.map_or(0, |above| above.saturating_add(1)));
    }
    depths
}

/// The number that a header begins with: `#2`, `№ 2`, `2.`, or nothing else.
pub(in crate::source) fn number(header: &str) -> Option<u32> {
    let own = header.trim();
    let rest = own.trim_start_matches(['#', '№', '[', ' ']);
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let after = rest[digits..].trim_start_matches([']', '.', ')']);
    let marked = rest.len() < own.len() || rest[digits..].starts_with(['.', ')']);
    let is = (marked && !after.starts_with(|c: char| c.is_ascii_digit() || c == ':'))
        || after.is_empty();
    if is { rest[..digits].parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::{Earlier, answered, depths, number};

    #[test]
    fn a_comment_names_the_one_it_answers() {
        let earlier = [
            Earlier::new(Some(1), Some("Дядо Кольо")),
            Earlier::new(Some(2), Some("Ann")),
            Earlier::new(Some(3), Some("Ann Smith")),
            Earlier::new(Some(4), Some("Ann")),
        ];
        for (own, at) in [
            ("До коментар [#1] от \"Дядо Кольо\":", Some(0)),
            ("Отговор на №2: Не е така.", Some(1)),
            ("в ответ на Дядо Кольо", Some(0)),
            ("In reply to Ann Smith", Some(2)),
            ("@Ann, you are right.", Some(3)),
            ("Відповідь на #9", None),
            ("Ann Smithson wrote", None),
            ("The answer to it all is 2.", None),
        ] {
            assert_eq!(answered(own, &earlier), at, "{own}");
        }
    }

    #[test]
    fn an_answer_is_one_deeper_than_what_it_answers() {
        assert_eq!(depths(&[None, Some(0), Some(1), Some(0), None]), [0, 1, 2, 1, 0]);
        for (header, at) in [("#2 Ann 14:20", Some(2)), ("12.", Some(12)), ("3", Some(3))] {
            assert_eq!(number(header), at, "{header}");
        }
        for header in ["14:20 | 3.5.2024", "3.5.2024", "Ann", "20 years"] {
            assert_eq!(number(header), None, "{header}");
        }
    }
}
