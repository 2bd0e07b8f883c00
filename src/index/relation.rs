//! Groups of forms with a name: the names and the concepts of a collection.
//!
//! In: labelled lists of forms. Out: tables, and [`Relation`] as a view that answers both
//! ways: the forms of a group, the groups of a form. Why forms belong together is decided
//! by the files that write one (`names`, `concepts`).

use super::table::{Groups, Ints, Strings, int, write_groups, write_ints, write_strings};

/// One labelled group of forms, to be written.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Group {
    /// What it is called.
    pub label: String,
    /// Its forms, by number.
    pub forms: Vec<u32>,
}

/// Labelled groups of forms.
#[derive(Clone, Copy, Default)]
pub struct Relation<'a> {
    labels: Strings<'a>,
    groups: Groups<'a>,
    /// (form, group) pairs, sorted: the way back.
    forms: Ints<'a>,
    back: Ints<'a>,
}

impl<'a> Relation<'a> {
    /// The relation in `bytes`, as [`write()`] wrote it.
    #[must_use]
    pub fn new(bytes: &'a [u8]) -> Self {
        let (labels, groups) = parts(bytes);
        let (forms, back) = (Ints::new(part(bytes, 2)), Ints::new(part(bytes, 3)));
        Self { labels, groups, forms, back }
    }

    /// How many groups there are.
    #[must_use]
    pub fn len(self) -> u32 {
        int(self.groups.len())
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// What a group is called.
    #[must_use]
    pub fn label(self, group: u32) -> &'a str {
        self.labels.get(group as usize)
    }

    /// The forms of a group, rising.
    #[must_use]
    pub fn forms(self, group: u32) -> Ints<'a> {
        self.groups.get(group as usize)
    }

    /// How many forms the groups before one have together.
    #[must_use]
    pub fn first_form(self, group: u32) -> usize {
        self.groups.first(group as usize)
    }

    /// The groups that a form is in.
    pub fn of(self, form: u32) -> impl Iterator<Item = u32> + 'a {
        let from = self.forms.lower_bound(form);
        let Self { forms, back, .. } = self;
        (from..forms.len()).take_while(move |&at| forms.get(at) == form).map(move |at| back.get(at))
    }

    /// The group of that label.
    #[must_use]
    pub fn find(self, label: &str) -> Option<u32> {
        (0..self.len()).find(|&group| self.label(group) == label)
    }
}

/// The labels and the groups of a relation, from which the rest follows.
pub(super) fn parts(bytes: &[u8]) -> (Strings<'_>, Groups<'_>) {
    (Strings::new(part(bytes, 0)), Groups::new(part(bytes, 1)))
}

fn part(bytes: &[u8], at: usize) -> &[u8] {
    let head = Ints::new(bytes);
    let from = if at == 0 { 16 } else { head.get(at - 1) as usize };
    bytes.get(from..head.get(at) as usize).unwrap_or_default()
}

/// Writes a relation: the ends of four parts, then labels, groups, and the pairs back.
#[must_use]
pub(crate) fn write(groups: &[Group]) -> Vec<u8> {
    let mut pairs: Vec<(u32, u32)> = Vec::new();
    for (number, group) in groups.iter().enumerate() {
        pairs.extend(group.forms.iter().map(|&form| (form, int(number))));
    }
    pairs.sort_unstable();
    let parts = [
        write_strings(groups.iter().map(|group| group.label.as_str())),
        write_groups(groups.iter().map(|group| group.forms.as_slice())),
        write_ints(pairs.iter().map(|pair| pair.0)),
        write_ints(pairs.iter().map(|pair| pair.1)),
    ];
    let mut end = 16;
    let mut out = Vec::new();
    for part in &parts {
        end += part.len();
        out.extend(int(end).to_le_bytes());
    }
    parts.into_iter().for_each(|mut part| out.append(&mut part));
    out
}

#[cfg(test)]
mod tests {
    use super::{Group, Relation, write};

    #[test]
    fn a_relation_answers_both_ways() {
        let group = |label: &str, forms: &[u32]| Group { label: label.into(), forms: forms.into() };
        let bytes = write(&[group("peace", &[1, 4]), group("world", &[4, 7])]);
        let read = Relation::new(&bytes);
        assert_eq!(read.len(), 2);
        assert_eq!(read.label(1), "world");
        assert_eq!(read.forms(1).iter().collect::<Vec<_>>(), [4, 7]);
        assert_eq!(read.of(4).collect::<Vec<_>>(), [0, 1]);
        assert_eq!(read.of(2).count(), 0);
        assert_eq!(read.find("peace"), Some(0));
    }

    #[test]
    fn no_bytes_are_no_groups() {
        assert!(Relation::new(&[]).is_empty());
        assert_eq!(Relation::new(&[255; 20]).of(3).count(), 0);
    }
}
