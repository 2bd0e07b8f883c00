//! A text cut into pieces by its marks: the one place where marks meet text.
//!
//! In: a stretch of a source's text, where it begins, the marks that fall into it, and the
//! current hit. Out: [`Piece`]s. Invariant: the pieces joined are the text, byte for byte,
//! whatever the marks are; overlapping marks share pieces. Making nodes of pieces, and
//! painting, do not belong here.

use crate::{protocol::Mark, sort::sort, span::Span};

/// How many terms have a colour of their own; later terms share.
pub const SLOTS: u32 = 8;

/// The colour and pattern of a term: 1 to [`SLOTS`].
#[must_use]
pub const fn slot(term: u32) -> u32 {
    term % SLOTS + 1
}

/// A stretch of text under the same marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Its bytes in the source's text.
    pub span: Span,
    /// The slots that mark it, a bit each: bit 0 is slot 1.
    pub slots: u8,
    /// Whether it belongs to the current hit.
    pub current: bool,
}

impl Piece {
    /// The slots that mark it, lowest first.
    pub fn slots(&self) -> impl Iterator<Item = u32> {
        let bits = self.slots;
        (1..=SLOTS).filter(move |slot| bits & (1 << (slot - 1)) != 0)
    }
}

/// Cuts `text`, which begins at byte `start` of its source, at every edge of a mark or of
/// the current hit. Marks that reach outside count as far as they reach in; edges inside a
/// character are ignored.
#[must_use]
pub fn pieces(text: &str, start: u32, marks: &[Mark], current: Option<Span>) -> Vec<Piece> {
    let whole = Span::new(start, start + Span::of(0, text.len()).end);
    let fits = |at: &u32| {
        whole.start < *at && *at < whole.end && text.is_char_boundary((at - start) as usize)
    };
    let inside: Vec<&Mark> = marks.iter().filter(|mark| mark.span.overlaps(whole)).collect();
    let mut edges: Vec<u32> = inside
        .iter()
        .map(|mark| mark.span)
        .chain(current)
        .flat_map(|span| [span.start, span.end])
        .filter(fits)
        .chain([whole.start, whole.end])
        .collect();
    sort(&mut edges);
    edges.dedup();
    let mut first = 0;
    edges
        .windows(2)
        .map(|edge| {
            let span = Span::new(edge[0], edge[1]);
            // Marks come sorted by start; those that ended before this piece are done with.
            while inside.get(first).is_some_and(|mark| mark.span.end <= span.start) {
                first += 1;
            }
            let slots = inside[first..]
                .iter()
                .take_while(|mark| mark.span.start < span.end)
                .filter(|mark| mark.span.overlaps(span))
                .fold(0, |bits, mark| bits | 1 << (slot(mark.term) - 1));
            Piece { span, slots, current: current.is_some_and(|hit| hit.overlaps(span)) }
        })
        .collect()
}

/// The UTF-16 positions, counted from the start of `text`, of spans given in bytes of the
/// source, where `text` begins at byte `start`. Spans must be sorted by start; those that do
/// not lie wholly inside, or cut a character, are left out.
#[must_use]
pub fn utf16(text: &str, start: u32, spans: &[Span]) -> Vec<(u32, u32)> {
    let mut at = (0_usize, 0_u32);
    spans
        .iter()
        .filter_map(|span| {
            let from = span.start.checked_sub(start)? as usize;
            let to = span.end.checked_sub(start)? as usize;
            let hit = text.get(from..to)?;
            if from < at.0 {
                at = (0, 0);
            }
            at = (from, at.1 + units(text.get(at.0..from)?));
            Some((at.1, at.1 + units(hit)))
        })
        .collect()
}

fn units(text: &str) -> u32 {
    text.chars().map(|letter| if letter.len_utf16() == 2 { 2 } else { 1 }).sum()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Piece, pieces, slot, utf16};
    use crate::{protocol::Mark, span::Span};

    fn mark(start: u32, end: u32, term: u32) -> Mark {
        Mark { span: Span::new(start, end), term, form: 0 }
    }

    #[test]
    fn a_text_without_marks_is_one_piece() {
        let all = pieces("Прага", 7, &[], None);
        assert_eq!(all, [Piece { span: Span::new(7, 17), slots: 0, current: false }]);
        assert!(pieces("", 7, &[], None).is_empty());
    }

    #[test]
    fn overlapping_terms_share_the_piece_where_they_overlap() {
        let all = pieces("Vladimir Putin said", 0, &[mark(0, 14, 0), mark(9, 19, 1)], None);
        let slots: Vec<_> = all.iter().map(|piece| (piece.span.start, piece.slots)).collect();
        assert_eq!(slots, [(0, 0b01), (9, 0b11), (14, 0b10)]);
    }

    #[test]
    fn a_long_mark_is_not_forgotten_behind_a_short_one() {
        let all = pieces("abcdefgh", 0, &[mark(0, 8, 0), mark(1, 2, 1), mark(4, 5, 1)], None);
        assert!(all.iter().all(|piece| piece.slots & 1 == 1), "{all:?}");
    }

    #[test]
    fn the_current_hit_is_told_apart() {
        let all = pieces("a b c", 10, &[mark(10, 11, 0), mark(14, 15, 0)], Some(Span::new(14, 15)));
        let current: Vec<_> = all.iter().filter(|piece| piece.current).collect();
        assert_eq!(current.len(), 1);
        assert_eq!(current[0].span, Span::new(14, 15));
    }

    #[test]
    fn the_ninth_term_shares_the_first_colour() {
        assert_eq!((slot(0), slot(7), slot(8)), (1, 8, 1));
    }

    #[test]
    fn letters_outside_the_basic_plane_count_two_units() {
        let text = "😀 да";
        assert_eq!(utf16(text, 100, &[Span::new(105, 109)]), [(3, 5)]);
        assert_eq!(utf16(text, 100, &[Span::new(101, 109), Span::new(90, 104)]), []);
    }

    proptest! {
        #[test]
        fn the_pieces_joined_are_the_text(
            text in "[a-zа-я😀 \n]{0,60}",
            start in 0_u32..1000,
            raw in proptest::collection::vec((0_u32..160, 0_u32..30, 0_u32..12), 0..20),
            now in proptest::option::of((0_u32..160, 0_u32..30)),
        ) {
            let mut marks: Vec<Mark> = raw.iter().map(|&(at, len, term)| mark(start + at, start + at + len, term)).collect();
            marks.sort_by_key(|mark| (mark.span, mark.term));
            let now = now.map(|(at, len)| Span::new(start + at, start + at + len));
            let all = pieces(&text, start, &marks, now);
            let joined: String = all
                .iter()
                .map(|piece| Span::new(piece.span.start - start, piece.span.end - start).of_text(&text))
                .collect();
            prop_assert_eq!(&joined, &text);
            // Every whole mark is painted in full, by pieces of its own slot.
            for mark in &marks {
                let local = mark.span.range().start - start as usize..mark.span.range().end - start as usize;
                if text.get(local).is_some_and(|hit| !hit.is_empty()) {
                    let painted: u32 = all
                        .iter()
                        .filter(|piece| mark.span.contains(piece.span) && piece.slots & (1 << (slot(mark.term) - 1)) != 0)
                        .map(|piece| piece.span.len())
                        .sum();
                    prop_assert_eq!(painted, mark.span.len());
                }
            }
        }

        #[test]
        fn utf16_positions_cut_the_same_words(text in "[a-zа-я😀 ]{0,40}", a in 0_usize..100, b in 0_usize..100) {
            let units: Vec<u16> = text.encode_utf16().collect();
            let (a, b) = (a.min(b), a.max(b));
            if let (Some(hit), [(from, to)]) = (text.get(a..b), &utf16(&text, 0, &[Span::of(a, b)])[..]) {
                prop_assert_eq!(String::from_utf16_lossy(&units[*from as usize..*to as usize]), hit);
            }
        }
    }
}
