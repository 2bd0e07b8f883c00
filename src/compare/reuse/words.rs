//! The words of each source as numbers of their forms, in the order of the text.
//!
//! In: the postings of an index. Out: for each source its words. Between blocks that are
//! not looked in lies a gap that no run crosses: a word of its own that nothing equals.

use super::prints::{self, Print};
use crate::{
    index::{Index, table::int},
    query::{Filter, Gate},
    source::BlockKind,
    span::Span,
};

/// One word: where it begins and ends, and its form.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Word {
    start: u32,
    end: u32,
    form: u32,
}

/// The words of the sources looked in.
pub(super) struct Words {
    sources: Vec<Own>,
}

#[derive(Default)]
struct Own {
    /// Where the blocks looked in lie; empty where the source is not looked in.
    open: Vec<Span>,
    words: Vec<Word>,
}

impl Words {
    /// Still without words.
    pub(super) fn new(index: Index<'_>, filter: &Filter) -> Self {
        let admits = |kind: BlockKind| {
            if filter.kinds.is_empty() { kind.is_main() } else { filter.kinds.contains(&kind) }
        };
        let gate = Gate::new(index, filter);
        let sources = index.sources.iter().map(|source| {
            let mut open: Vec<Span> = Vec::new();
            let blocks = source.blocks().filter(|block| admits(block.kind()));
            for block in blocks.take_while(|_| gate.admits(source, None)) {
                let apart = block.kind() == BlockKind::Comment;
                match open.last_mut() {
                    Some(last) if last.end == block.span().start && !apart => {
                        last.end = block.span().end;
                    }
                    _ => open.push(block.span()),
                }
            }
            Own { open, words: Vec::new() }
        });
        Self { sources: sources.collect() }
    }

    /// Reads the postings of forms from `from` on until `slice` occurrences were met: the
    /// form to go on with.
    pub(super) fn read(&mut self, index: Index<'_>, from: u32, slice: usize) -> Option<u32> {
        let mut met = 0;
        for form in from..int(index.vocabulary.len()) {
            if met >= slice {
                return Some(form);
            }
            for place in index.vocabulary.list(form) {
                met += 1;
                let Some(own) = self.sources.get_mut(place.source as usize) else { break };
                let at = own.open.partition_point(|block| block.end <= place.start);
                if own.open.get(at).is_some_and(|block| block.start <= place.start) {
                    own.words.push(Word { start: place.start, end: place.end, form });
                }
            }
        }
        None
    }

    /// Puts the words of the sources from `from` on in order and adds their fingerprints,
    /// until `slice` words were met: the source to go on with.
    pub(super) fn sort(&mut self, from: u32, slice: usize, prints: &mut Vec<Print>) -> Option<u32> {
        let mut met = 0;
        let sources = int(self.sources.len());
        for source in from..sources {
            if met >= slice {
                return Some(source);
            }
            let Some(own) = self.sources.get_mut(source as usize) else { break };
            met += own.words.len();
            own.words.sort_unstable();
            for stretch in stretches(&own.open, &own.words) {
                let forms = own.words[stretch.clone()].iter().map(|word| word.form);
                prints::winnow(forms, source, int(stretch.start), prints);
            }
        }
        None
    }

    /// How many words of a source are looked in.
    pub(super) fn count(&self, source: u32) -> u32 {
        self.sources.get(source as usize).map_or(0, |own| int(own.words.len()))
    }

    /// The form of a word.
    pub(super) fn form(&self, source: u32, at: u32) -> Option<u32> {
        Some(self.sources.get(source as usize)?.words.get(at as usize)?.form)
    }

    /// The words around one that a run may extend over.
    pub(super) fn around(&self, source: u32, at: u32) -> std::ops::Range<u32> {
        let own = self.sources.get(source as usize);
        let found = own.and_then(|own| {
            let word = own.words.get(at as usize)?;
            let block = own.open.get(own.open.partition_point(|block| block.end <= word.start))?;
            let from = own.words.partition_point(|word| word.start < block.start);
            let to = own.words.partition_point(|word| word.start < block.end);
            Some(int(from)..int(to))
        });
        found.unwrap_or(0..0)
    }

    /// The bytes from the first word to the last before `to`.
    pub(super) fn span(&self, source: u32, from: u32, to: u32) -> Span {
        let words = self.sources.get(source as usize).map_or(&[][..], |own| &own.words);
        match (words.get(from as usize), words.get((to as usize).wrapping_sub(1))) {
            (Some(first), Some(last)) => Span::new(first.start, last.end),
            _ => Span::default(),
        }
    }
}

/// The words of each stretch that is looked in.
fn stretches<'w>(
    open: &'w [Span],
    words: &'w [Word],
) -> impl Iterator<Item = std::ops::Range<usize>> + 'w {
    open.iter().map(|block| {
        let from = words.partition_point(|word| word.start < block.start);
        from..from + words[from..].partition_point(|word| word.start < block.end)
    })
}
