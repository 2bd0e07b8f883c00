//! The notes on sources and their passages, which are the reader's to change.
//!
//! In: notes as they are written. Out: a list, in the order of the sources' texts, and the
//! same as lines that a browser can keep. Invariant: a place has one note, and no note is
//! empty. An address may carry notes (`#v1/read/a?notes=…`); they are no part of the place.
//! Where they are kept does not belong here.

use super::escape::{decode, encode};
use crate::sort::sort_by_key;

pub use crate::source::Note;

/// The key in addresses.
pub(super) const KEY: &str = "notes";

/// What the notes in an address may take at most, in bytes: longer ones are cut on their way.
const LONGEST: usize = 6_000;

/// Puts a note in the place of the one that is there; one without words takes it away.
pub fn set(notes: &mut Vec<Note>, note: Note) {
    notes.retain(|other| (&other.source, other.at) != (&note.source, note.at));
    if !note.text.trim().is_empty() {
        notes.push(note);
        sort_by_key(notes, |note| (note.source.clone(), note.at));
    }
}

/// Takes in the notes of somebody else: where both are on one place, both are kept.
pub fn merge(notes: &mut Vec<Note>, others: Vec<Note>) {
    for other in others {
        let is_there = |note: &&Note| (&note.source, note.at) == (&other.source, other.at);
        let text = match notes.iter().find(is_there) {
            Some(own) if own.text.contains(&other.text) => continue,
            Some(own) => format!("{}\n\n{}", own.text, other.text),
            None => other.text.clone(),
        };
        set(notes, Note { text, ..other });
    }
}

/// The fragment with the notes, however long they are.
#[must_use]
pub fn add(fragment: &str, notes: &[Note]) -> String {
    let mut fragment = fragment.to_owned();
    if !notes.is_empty() {
        fragment.push(if fragment.contains('?') { '&' } else { '?' });
        fragment.push_str(KEY);
        fragment.push('=');
        encode(&mut fragment, write(notes).trim_end_matches('\n'));
    }
    fragment
}

/// Whether the notes are short enough for an address.
#[must_use]
pub fn fit(notes: &[Note]) -> bool {
    write(notes).len() <= LONGEST
}

/// The notes that a fragment carries.
#[must_use]
pub fn carried(fragment: &str) -> Vec<Note> {
    let (_, query) = fragment.split_once('?').unwrap_or_default();
    let parts = query.split('&').filter_map(|part| part.split_once('='));
    parts.filter(|(key, _)| *key == KEY).flat_map(|(_, value)| read(&decode(value))).collect()
}

/// The fragment without its notes.
#[must_use]
pub fn without(fragment: &str) -> String {
    let Some((path, query)) = fragment.split_once('?') else { return fragment.to_owned() };
    let is_other = |part: &&str| part.split('=').next() != Some(KEY);
    let rest: Vec<&str> = query.split('&').filter(is_other).collect();
    if rest.is_empty() { path.to_owned() } else { format!("{path}?{}", rest.join("&")) }
}

/// The notes as lines: source, byte (or nothing) and words, parted by tabs.
#[must_use]
pub fn write(notes: &[Note]) -> String {
    let mut out = String::new();
    for Note { source, at, text } in notes {
        let at = at.map(|at| at.to_string()).unwrap_or_default();
        for (part, end) in [(source, '\t'), (&at, '\t'), (text, '\n')] {
            let part = part.replace('\\', "\\\\").replace('\t', "\\t").replace('\n', "\\n");
            out.push_str(&part.replace('\r', ""));
            out.push(end);
        }
    }
    out
}

/// Reads what [`write()`] wrote; lines that are none are left out.
#[must_use]
pub fn read(lines: &str) -> Vec<Note> {
    let mut notes = Vec::new();
    for line in lines.lines() {
        let mut parts = line.split('\t').map(plain);
        if let (Some(source), Some(at), Some(text)) = (parts.next(), parts.next(), parts.next()) {
            set(&mut notes, Note { source, at: at.parse().ok(), text });
        }
    }
    notes
}

/// A part of a line without its escapes.
fn plain(part: &str) -> String {
    let mut out = String::new();
    let mut letters = part.chars();
    while let Some(letter) = letters.next() {
        out.push(match letter {
            '\\' => match letters.next() {
                Some('t') => '\t',
                Some('n') => '\n',
                Some(other) => other,
                None => '\\',
            },
            letter => letter,
        });
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Note, add, carried, fit, merge, read, set, without, write};
    use crate::state::address;

    fn note(source: &str, at: Option<u32>, text: &str) -> Note {
        Note { source: source.into(), at, text: text.into() }
    }

    #[test]
    fn an_address_without_its_notes_is_otherwise_the_same() {
        for (fragment, bare) in [
            ("#v1/read/a?notes=a%09%09b", "#v1/read/a"),
            ("#v1/hits?t=x&notes=a%09%09b&c=1", "#v1/hits?t=x&c=1"),
            ("#v1/hits?t=notes", "#v1/hits?t=notes"),
            ("#v1/read/a", "#v1/read/a"),
        ] {
            assert_eq!(without(fragment), bare);
        }
    }

    #[test]
    fn a_place_has_one_note_and_an_empty_one_takes_it_away() {
        let mut notes = Vec::new();
        set(&mut notes, note("b", None, "whole"));
        set(&mut notes, note("a", Some(7), "first"));
        set(&mut notes, note("a", Some(7), "second"));
        assert_eq!(notes, [note("a", Some(7), "second"), note("b", None, "whole")]);
        set(&mut notes, note("a", Some(7), " \n"));
        assert_eq!(notes, [note("b", None, "whole")]);
    }

    #[test]
    fn notes_of_others_come_beside_ones_own() {
        let mut notes = vec![note("a", None, "mine")];
        let others = vec![note("a", None, "theirs"), note("b", Some(3), "new")];
        merge(&mut notes, others.clone());
        let both = [note("a", None, "mine\n\ntheirs"), note("b", Some(3), "new")];
        assert_eq!(notes, both);
        merge(&mut notes, others);
        assert_eq!(notes, both, "coming again changes nothing");
    }

    #[test]
    fn an_address_carries_notes_and_names_the_same_place() {
        let notes = vec![note("2013-call", Some(120), "Кто & why?\n#1"), note("b/c", None, "50%")];
        for fragment in ["#v1/overview", "#v1/hits?t=talks"] {
            let made = add(fragment, &notes);
            assert_eq!(carried(&made), notes);
            assert_eq!(address::read(&made), address::read(fragment));
        }
        assert_eq!(add("#v1/hits", &[]), "#v1/hits");
        assert_eq!(carried("#v1/hits?notes=%FF&t=x"), []);
        assert!(fit(&notes) && !fit(&[note("a", None, &"long ".repeat(2_000))]));
    }

    #[test]
    fn lines_that_are_no_notes_are_left_out() {
        assert_eq!(read("nonsense\n\na\t\tkept\n"), [note("a", None, "kept")]);
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(source in "[a-z\\\\\t]{1,6}", at: Option<u32>, text in "[a-я\\\\nt \t\n]{1,20}") {
            let mut notes = Vec::new();
            set(&mut notes, note(&source, at, &text));
            prop_assert_eq!(read(&write(&notes)), notes);
        }
    }
}
