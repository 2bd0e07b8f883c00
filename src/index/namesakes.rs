//! People who share a surname, told apart where it stands.
//!
//! In: a name that others have too. Out: for each place of the surname, whose it is: the
//! person's whose given name stands before it; alone, that of the one person of the surname
//! whom the same source calls in full. Where a source calls two so, or none, the surname alone
//! is not said to be anybody's. Names that nobody shares need none of this. Who is called in
//! full, and where, is read off the texts once, when the index is built (`in_full`).

use super::{Index, table::Ints};
use crate::sort::sort;

/// Whose a surname is, where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Whose {
    /// The person's, called in full from this byte on.
    Full(u32),
    /// The person's, whom alone of that surname the source calls in full.
    SameSource,
    /// Somebody else's of that surname.
    Other,
    /// Two people may be meant, and nothing tells which.
    Unsaid,
}

/// A person who shares the surname with others.
pub struct Namesakes {
    /// Where each of them is called in full, in order.
    called: Vec<Called>,
    /// The person, by number among the names.
    own: u32,
}

/// A place where somebody is called in full.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Called {
    source: u32,
    /// Where the surname begins.
    start: u32,
    person: u32,
    /// Where the given names begin.
    from: u32,
}

/// How many numbers tell of a place: source, where the surname begins, where the given names do.
pub(super) const PLACE: usize = 3;

impl Namesakes {
    /// A name, if others share it.
    #[must_use]
    pub fn new(index: Index<'_>, name: u32) -> Option<Self> {
        if !index.is_shared(name) {
            return None;
        }
        let surname = index.names.forms(name).get(0);
        let mut called: Vec<Called> = index
            .names
            .of(surname)
            .flat_map(|person| places(index.in_full.get(person as usize), person))
            .collect();
        sort(&mut called);
        Some(Self { called, own: name })
    }

    /// Whose the surname at a place is.
    #[must_use]
    pub fn of(&self, source: u32, start: u32) -> Whose {
        let from = self.called.partition_point(|called| called.source < source);
        let here = &self.called[from..];
        let here = &here[..here.partition_point(|called| called.source == source)];
        if let Ok(at) = here.binary_search_by_key(&start, |called| called.start) {
            let Called { person, from, .. } = here[at];
            return if person == self.own { Whose::Full(from.min(start)) } else { Whose::Other };
        }
        match here.split_first() {
            Some((one, rest)) if rest.iter().all(|other| other.person == one.person) => {
                if one.person == self.own { Whose::SameSource } else { Whose::Other }
            }
            _ => Whose::Unsaid,
        }
    }

    /// Whether the place is the person's.
    #[must_use]
    pub fn is_own(&self, source: u32, start: u32) -> bool {
        matches!(self.of(source, start), Whose::Full(_) | Whose::SameSource)
    }

    /// How many of the places of forms are the person's.
    #[must_use]
    pub fn hits(&self, index: Index<'_>, forms: Ints<'_>) -> usize {
        let places = forms.iter().flat_map(|form| index.vocabulary.list(form));
        places.filter(|place| self.is_own(place.source, place.start)).count()
    }
}

fn places(numbers: Ints<'_>, person: u32) -> impl Iterator<Item = Called> {
    (0..numbers.len() / PLACE).map(move |at| {
        let number = |nth| numbers.get(at * PLACE + nth);
        Called { source: number(0), start: number(1), person, from: number(2) }
    })
}
