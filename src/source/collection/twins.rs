//! The same text again.
//!
//! In: the sources of a collection. Out: for each that tells another's text once more, word
//! for word or nearly, a note in its report that names the other and how much they share.
//! Nothing is left out: which of two is the better one is for the author to say. Nearness is
//! the share of common runs of five words (shingles: Broder 1997), compared only between
//! sources that have rare runs in common, so that the time grows with the text.

use std::collections::BTreeMap;

use xxhash_rust::xxh3::xxh3_64;

use crate::source::Document;

/// So many words in a row make a run.
const RUN: usize = 5;
/// Every so-many-th run is looked at, chosen by its hash, so by its words alone.
const SAMPLED: u64 = 4;
/// Runs that more sources than these have are phrases of the outlet, not of a text.
const COMMON: usize = 12;
/// From this share of the shorter text on, in hundredths, one is nearly the other.
const NEAR: usize = 80;
/// Texts of fewer words than these say the same by chance.
const SHORT: usize = 12;

/// Notes in their reports which sources tell the same text again.
pub(super) fn point_out(sources: &mut [Document]) {
    let runs: Vec<Vec<u64>> = sources.iter().map(runs).collect();
    let mut holders: BTreeMap<u64, Vec<u32>> = BTreeMap::new();
    for (at, own) in runs.iter().enumerate() {
        for run in own {
            holders.entry(*run).or_default().push(u32::try_from(at).unwrap_or(u32::MAX));
        }
    }
    let mut shared: BTreeMap<(u32, u32), usize> = BTreeMap::new();
    for all in holders.values().filter(|all| (2..=COMMON).contains(&all.len())) {
        for (nth, one) in all.iter().enumerate() {
            for other in &all[nth + 1..] {
                *shared.entry((*one, *other)).or_default() += 1;
            }
        }
    }
    let mut notes: Vec<(usize, String)> = Vec::new();
    for ((one, other), count) in shared {
        let (one, other) = (one as usize, other as usize);
        let shorter = runs[one].len().min(runs[other].len()).max(1);
        let share = (count * 100 / shorter).min(100);
        if share < NEAR {
            continue;
        }
        let same = plain(&sources[one]) == plain(&sources[other]);
        for (at, twin) in [(one, other), (other, one)] {
            let id = &sources[twin].id;
            notes.push((at, match same {
                true => format!("The source “{id}” has the same text."),
                false => format!("{share} % of the shorter text stands in the source “{id}” too: nearly the same text."),
            }));
        }
    }
    for (at, note) in notes {
        sources[at].report.notes.push(note);
    }
}

/// The words of the main text.
fn plain(source: &Document) -> String {
    let main = source.blocks.iter().filter(|block| block.kind.is_main());
    main.flat_map(|block| block.span.of_text(&source.text).split_whitespace())
        .collect::<Vec<_>>()
        .join(" ")
}

/// The sampled runs of the main text, each once, sorted.
fn runs(source: &Document) -> Vec<u64> {
    let text = plain(source).to_lowercase();
    let words: Vec<u64> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| xxh3_64(word.as_bytes()))
        .collect();
    if words.len() < SHORT {
        return Vec::new();
    }
    let hash = |run: &[u64]| {
        run.iter().fold(0_u64, |hash, word| {
            hash.rotate_left(7).wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ word
        })
    };
    // Of a short text every run counts.
    let every = if words.len() < 200 { 1 } else { SAMPLED };
    let mut runs: Vec<u64> =
        words.windows(RUN).map(hash).filter(|run| every == 1 || run % SAMPLED == 0).collect();
    runs.sort_unstable();
    runs.dedup();
    runs
}

#[cfg(test)]
mod tests {
    use crate::source::collection::read;

    const TEXT: &str = "The mayors of the two towns met on Monday on the old bridge and agreed to open it in the spring, when the ice is gone and the road is dry again.";

    #[test]
    fn the_same_text_and_nearly_the_same_are_pointed_out_and_kept() {
        let near = TEXT.replace("in the spring", "in April");
        let files = [
            ("a.txt", TEXT),
            ("b.txt", TEXT),
            ("c.txt", &near),
            (
                "d.txt",
                "The council talked about the new school and its garden for the whole of the evening, and voted for it.",
            ),
        ];
        let files: Vec<(String, Vec<u8>)> = files
            .iter()
            .map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec()))
            .collect();
        let collection = read(&files).unwrap();
        let notes = |at: usize| collection.sources[at].report.notes.join(" ");
        assert!(notes(0).contains("“b” has the same text"), "{}", notes(0));
        assert!(notes(2).contains("“a” too: nearly"), "{}", notes(2));
        assert_eq!((collection.sources.len(), notes(3).as_str()), (4, ""));
    }
}
