//! People who share a surname, told apart where it stands.
//!
//! In: a name that others have too. Out: for each place of the surname, whose it is: the
//! person's whose given name stands before it; alone, that of the one person of the surname
//! whom the same source calls in full. Where a source calls two so, or none, the surname alone
//! is not said to be anybody's. Names that nobody shares need none of this.

use rustc_hash::FxHashMap;

use super::Index;
use crate::{sort::sort, span::Span, text};

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

/// The places of a surname that several people have.
pub struct Namesakes {
    /// Source, first byte, whose: in order.
    places: Vec<(u32, u32, Whose)>,
}

/// How far before a surname its given names may stand, in bytes.
const BEFORE: u32 = 80;
/// How many words of given names are read at most.
const GIVEN: usize = 4;

/// Who is called in full, and where that begins.
type Full = (usize, u32);

impl Namesakes {
    /// The places of a name, if others share it.
    #[must_use]
    pub fn new(index: Index<'_>, name: u32) -> Option<Self> {
        if index.given.get(name as usize).is_empty() {
            return None;
        }
        let forms = index.names.forms(name);
        let people: Vec<u32> = index.names.of(forms.get(0)).collect();
        let own = people.iter().position(|&one| one == name)?;
        let given: Vec<Vec<&str>> = people
            .iter()
            .map(|&one| {
                let forms = index.given.get(one as usize).iter();
                forms.map(|form| index.vocabulary.lower(form)).collect()
            })
            .collect();
        // Whom each place calls in full, and whom each source does.
        let mut found: Vec<(u32, u32, Option<Full>)> = Vec::new();
        let mut called: FxHashMap<u32, Vec<usize>> = FxHashMap::default();
        for form in forms.iter() {
            for place in index.vocabulary.list(form) {
                let full = in_full(index, place.source, place.start, &given);
                if let Some((person, _)) = full {
                    let known = called.entry(place.source).or_default();
                    if !known.contains(&person) {
                        known.push(person);
                    }
                }
                found.push((place.source, place.start, full));
            }
        }
        let whose = |(source, start, full): (u32, u32, Option<Full>)| {
            let whose = match (full, called.get(&source).map(Vec::as_slice)) {
                (Some((person, from)), _) if person == own => Whose::Full(from),
                (Some(_), _) => Whose::Other,
                (None, Some([person])) if *person == own => Whose::SameSource,
                (None, Some([_])) => Whose::Other,
                (None, _) => Whose::Unsaid,
            };
            (source, start, whose)
        };
        let mut places: Vec<_> = found.into_iter().map(whose).collect();
        sort(&mut places);
        Some(Self { places })
    }

    /// Whose the surname at a place is.
    #[must_use]
    pub fn of(&self, source: u32, start: u32) -> Whose {
        let at = self.places.partition_point(|place| (place.0, place.1) < (source, start));
        self.places.get(at).map_or(Whose::Unsaid, |place| place.2)
    }

    /// Whether the place is the person's.
    #[must_use]
    pub fn is_own(&self, source: u32, start: u32) -> bool {
        matches!(self.of(source, start), Whose::Full(_) | Whose::SameSource)
    }

    /// How many places are the person's.
    #[must_use]
    pub fn hits(&self) -> usize {
        let own = |place: &&(u32, u32, Whose)| self.is_own(place.0, place.1);
        self.places.iter().filter(own).count()
    }
}

/// The person who is called in full where a surname begins, and where that begins: the one
/// of whose given names most stand before it.
fn in_full(index: Index<'_>, source: u32, start: u32, given: &[Vec<&str>]) -> Option<Full> {
    let source = index.sources.get(source);
    let block = source.block_at(start)?;
    let from = source.boundary(block.body().max(start.saturating_sub(BEFORE)).min(start));
    let before = source.slice(Span::new(from, start));
    let mut counts = vec![0_usize; given.len()];
    let (mut rest, mut begin) = (before, before.len());
    for _ in 0..GIVEN {
        let trimmed = rest.trim_end_matches([' ', '\u{a0}', '-', '.']);
        let word =
            trimmed.rsplit(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’').next()?;
        let (lower, gap) = (text::lower(word), rest.len() - trimmed.len());
        let mut known = false;
        for (count, own) in counts.iter_mut().zip(given) {
            let is = own.contains(&lower.as_str());
            *count += usize::from(is);
            known |= is;
        }
        if !known || gap == 0 || gap > 3 {
            break;
        }
        begin = trimmed.len() - word.len();
        rest = &trimmed[..begin];
    }
    let most = *counts.iter().max().filter(|&&most| most > 0)?;
    let mut best = (0..).zip(&counts).filter(|(_, count)| **count == most);
    let (person, _) = best.next()?;
    let whole = from + crate::index::table::int(begin);
    best.next().is_none().then_some((person, whole))
}
