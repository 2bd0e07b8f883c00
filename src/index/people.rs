//! What names of several words say about the words in them.
//!
//! In: runs of capitalised words and the gazetteer. Out: for each run, known things in it
//! (White House), and persons: the surname, the words before it, whether they are sure to
//! be given names. President, North or Russian before a name are no part of it. What
//! belongs together in the collection is for `names`.

use crate::{
    lang::Lang,
    text::gazetteer::{Found, Gazetteer, Kind, Told},
};

/// A reading of a part of a run.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Read<'r> {
    /// Several words are one known thing.
    Thing {
        /// The thing, by its number in the gazetteer.
        entry: u32,
        /// Its words.
        words: Vec<&'r str>,
    },
    /// Words before the last one may be its given names.
    Person {
        /// What stands before the surname.
        given: Vec<&'r str>,
        /// The surname, or whatever the last word is.
        surname: &'r str,
        /// Whether a given name, an initial or a rank says so.
        sure: bool,
    },
}

/// Reads a run, its words separated by single spaces.
pub(crate) fn read<'r>(run: &'r str, lang: Lang, list: &Gazetteer) -> Vec<Read<'r>> {
    let words: Vec<&str> = run.split(' ').collect();
    let found = list.find(&words, lang);
    let (mut out, mut own, mut sure) = (Vec::new(), Vec::new(), false);
    let mut at = 0;
    while at < words.len() {
        let here = found.iter().find(|found| found.at == at);
        let long = here.map_or(1, |found| found.words);
        let word = words[at];
        match here.map(|found| (found, sort(found, list))) {
            // A surname may also be a place, or the word for one: George Washington, Stephen King.
            Some((_, Sort::Given)) => {
                sure = true;
                own.push(word);
            }
            Some((found, of)) if long > 1 || !(sure && at + 1 == words.len() && own.len() == 1) => {
                person(&mut own, &mut sure, &mut out);
                if long > 1
                    && of == Sort::Thing
                    && let Some(&entry) = found.entries.first()
                {
                    out.push(Read::Thing { entry, words: words[at..at + long].to_vec() });
                }
                sure = of == Sort::Rank;
            }
            _ => {
                sure |= word.chars().count() == 1 && at + 1 < words.len();
                own.push(word);
            }
        }
        at += long;
    }
    person(&mut own, &mut sure, &mut out);
    out
}

fn person<'r>(own: &mut Vec<&'r str>, sure: &mut bool, out: &mut Vec<Read<'r>>) {
    let given = std::mem::take(own);
    if let Some((surname, given)) = given.split_last()
        && (*sure || !given.is_empty())
        && surname.chars().any(char::is_lowercase)
    {
        out.push(Read::Person { given: given.to_vec(), surname, sure: *sure });
    }
    *sure = false;
}

/// What a found word says about the name that it stands in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    Given,
    Rank,
    Thing,
    /// Side, sort, or derived from a thing.
    Other,
}

fn sort(found: &Found, list: &Gazetteer) -> Sort {
    let kinds =
        || found.entries.iter().filter_map(|&entry| list.entry(entry)).map(|entry| entry.kind);
    if kinds().any(|kind| kind == Kind::Given) {
        Sort::Given
    } else if kinds().any(|kind| kind == Kind::Rank) {
        Sort::Rank
    } else if found.told < Told::Derived && kinds().any(|kind| !kind.is_part()) {
        Sort::Thing
    } else {
        Sort::Other
    }
}

#[cfg(test)]
mod tests {
    use super::{Read, read};
    use crate::{lang::Lang, text::gazetteer::Gazetteer};

    fn told(run: &str, lang: Lang) -> Vec<String> {
        let list = Gazetteer::bundled();
        let tell = |read| match read {
            Read::Thing { words, .. } => format!("[{}]", words.join(" ")),
            Read::Person { given, surname, sure } => {
                format!("{} {surname}{}", given.join(" "), if sure { "" } else { "?" })
            }
        };
        read(run, lang, list).into_iter().map(tell).collect()
    }

    #[test]
    fn ranks_and_countries_before_a_person_are_no_part_of_the_name() {
        assert_eq!(told("Russian President Vladimir Putin", Lang::EN), ["Vladimir Putin"]);
        assert_eq!(told("President Trump", Lang::EN), [" Trump"]);
        assert_eq!(told("Владимиром Путиным", Lang::RU), ["Владимиром Путиным"]);
        assert_eq!(told("B N Yeltsin", Lang::EN), ["B N Yeltsin"]);
        assert_eq!(told("Rex Tillerson", Lang::EN), ["Rex Tillerson?"]);
        assert_eq!(told("George Washington", Lang::EN), ["George Washington"]);
    }

    #[test]
    fn known_things_are_no_persons() {
        assert_eq!(told("White House", Lang::EN), ["[White House]"]);
        assert_eq!(told("Security Council", Lang::EN), ["[Security Council]"]);
        assert_eq!(told("North Korea", Lang::EN), ["[North Korea]"]);
    }
}
