//! Where people who share a surname are called in full, read off the texts.
//!
//! In: an index with names and the given names that tell people apart. Out: the section that
//! `namesakes` reads: of each name its places, three numbers each. A place is the person's of
//! whose given names most stand before the surname; where two have as many, nobody's.

use super::{
    Index,
    table::{int, write_groups},
};
use crate::{span::Span, text};

/// How far before a surname its given names may stand, in bytes.
const BEFORE: u32 = 80;
/// How many words of given names are read at most.
const GIVEN: usize = 4;

/// The section.
pub(super) fn write(index: Index<'_>) -> Vec<u8> {
    let mut found: Vec<Vec<[u32; 3]>> = vec![Vec::new(); index.names.len() as usize];
    let mut any = false;
    for name in (0..index.names.len()).filter(|&name| index.is_shared(name)) {
        let forms = index.names.forms(name);
        let people: Vec<u32> = index.names.of(forms.get(0)).collect();
        // Those of the same forms have the same places, which are gone through once.
        let same = |&&other: &&u32| {
            index.is_shared(other) && index.names.forms(other).iter().eq(forms.iter())
        };
        if people.iter().find(same) != Some(&name) {
            continue;
        }
        let given: Vec<Vec<&str>> = people
            .iter()
            .map(|&one| {
                let forms = index.given.get(one as usize).iter();
                forms.map(|form| index.vocabulary.lower(form)).collect()
            })
            .collect();
        for place in forms.iter().flat_map(|form| index.vocabulary.list(form)) {
            if let Some((person, from)) = called(index, place.source, place.start, &given) {
                found[people[person] as usize].push([place.source, place.start, from]);
                any = true;
            }
        }
    }
    let groups = found.into_iter().filter(|_| any).map(|mut places| {
        places.sort_unstable();
        places.dedup();
        places.concat()
    });
    let groups: Vec<Vec<u32>> = groups.collect();
    write_groups(groups.iter().map(Vec::as_slice))
}

/// Who is called in full where a surname begins, by place among `given`, and where that begins.
fn called(index: Index<'_>, source: u32, start: u32, given: &[Vec<&str>]) -> Option<(usize, u32)> {
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
    best.next().is_none().then_some((person, from + int(begin)))
}
