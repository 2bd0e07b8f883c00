//! How surprising, how large and how even a difference between counts is.
//!
//! In: counts and sizes. Out: numbers. Shared by whatever sets counts side by side: key
//! words of a group of sources, words near a hit. Logarithms come from `libm`, so that the
//! figures are the same on every target. Which counts are compared is for the caller.

/// Log-likelihood (G²) of a word that occurs `a` times among `of_a` words of one group and
/// `b` times among `of_b` of the other: two cells, as Rayson & Garside, *Comparing corpora
/// using frequency profiling* (2000). 3.84 is p < 0.05, 6.63 p < 0.01, 15.13 p < 0.0001.
#[must_use]
pub fn log_likelihood([a, b]: [u32; 2], [of_a, of_b]: [u32; 2]) -> f64 {
    let (a, b, of_a, of_b) = (f64::from(a), f64::from(b), f64::from(of_a), f64::from(of_b));
    if of_a + of_b == 0.0 {
        return 0.0;
    }
    let share = (a + b) / (of_a + of_b);
    2.0 * (part(a, of_a * share) + part(b, of_b * share))
}

/// Log-likelihood of two words' meeting, from the four cells of their table: both, only
/// the first, only the second, neither. Dunning, *Accurate methods for the statistics of
/// surprise and coincidence* (1993).
#[must_use]
pub fn association([both, first, second, neither]: [u32; 4]) -> f64 {
    let cells = [both, first, second, neither].map(f64::from);
    let all: f64 = cells.iter().sum();
    if all == 0.0 {
        return 0.0;
    }
    let rows = [cells[0] + cells[1], cells[2] + cells[3]];
    let columns = [cells[0] + cells[2], cells[1] + cells[3]];
    let expected = |at: usize| rows[at / 2] * columns[at % 2] / all;
    2.0 * (0..4).map(|at| part(cells[at], expected(at))).sum::<f64>()
}

/// How closely two words keep together, from how often they meet and how often each
/// occurs: at most 14, one point is twice as often. Rychlý, *A lexicographer-friendly
/// association score* (2008).
#[must_use]
pub fn log_dice(both: u32, first: u32, second: u32) -> f64 {
    let dice = 2.0 * f64::from(both) / (f64::from(first) + f64::from(second)).max(1.0);
    14.0 + libm::log2(dice.max(f64::MIN_POSITIVE))
}

/// How many times as frequent a word is in the first group as in the second, as a binary
/// logarithm: 1 is twice, −1 half. A word that a group lacks counts as half a time there.
/// Hardie, *Log Ratio: an informal introduction* (2014).
#[must_use]
pub fn log_ratio(counts: [u32; 2], sizes: [u32; 2]) -> f64 {
    let rate = |at: usize| {
        let count = if counts[at] == 0 { 0.5 } else { f64::from(counts[at]) };
        count / f64::from(sizes[at].max(1))
    };
    libm::log2(rate(0) / rate(1))
}

/// How unevenly a word is spread over the parts of a group, each given as (its words, the
/// word's count in it): from 0, as the sizes of the parts let expect, to nearly 1, all in
/// the smallest part. Gries, *Dispersions and adjusted frequencies in corpora* (2008).
/// Nothing where there is one part, or no count.
#[must_use]
pub fn deviation(parts: impl Iterator<Item = (u32, u32)> + Clone) -> Option<f64> {
    let (mut size, mut count, mut filled) = (0.0, 0.0, 0);
    for (words, own) in parts.clone() {
        size += f64::from(words);
        count += f64::from(own);
        filled += u32::from(words > 0);
    }
    if filled < 2 || count == 0.0 {
        return None;
    }
    let apart = parts.map(|(words, own)| (f64::from(own) / count - f64::from(words) / size).abs());
    Some(apart.sum::<f64>() / 2.0)
}

fn part(found: f64, expected: f64) -> f64 {
    if found > 0.0 && expected > 0.0 { found * libm::log(found / expected) } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::{association, deviation, log_dice, log_likelihood, log_ratio};

    fn close(found: f64, published: f64) {
        assert!((found - published).abs() < 0.006, "{found} is not {published}");
    }

    /// Table 1 of Dunning (1993): bigrams of 31,777 words of news.
    #[test]
    fn association_is_as_dunning_published_it() {
        close(association([110, 2442, 111, 29114]), 270.72);
        close(association([29, 13, 123, 31612]), 263.90);
        close(association([31, 23, 139, 31584]), 256.84);
        close(association([10, 0, 3, 31764]), 167.23);
    }

    /// The example of Gries (2008): five parts of 9, 10, 10, 10 and 11 letters with 1 to 5 `a`.
    #[test]
    fn deviation_is_as_gries_published_it() {
        let parts = [(9, 1), (10, 2), (10, 3), (10, 4), (11, 5)];
        close(deviation(parts.into_iter()).unwrap_or_default(), 0.18);
        assert_eq!(deviation([(9, 3)].into_iter()), None);
        assert_eq!(deviation([(9, 0), (8, 0)].into_iter()), None);
    }

    /// The worked example of Lancaster University's corpus course: 52 times in 50,000 words
    /// against 57 times in 75,000.
    #[test]
    fn log_likelihood_is_as_lancaster_published_it() {
        close(log_likelihood([52, 57], [50_000, 75_000]), 2.65);
    }

    #[test]
    fn a_word_of_equal_rate_is_no_surprise() {
        close(log_likelihood([10, 100], [1_000, 10_000]), 0.0);
        close(log_ratio([10, 100], [1_000, 10_000]), 0.0);
        close(log_ratio([40, 100], [1_000, 10_000]), 2.0);
        close(log_ratio([4, 0], [1_000, 1_000]), 3.0);
        close(log_likelihood([0, 0], [0, 0]), 0.0);
    }

    #[test]
    fn words_that_never_part_have_the_highest_dice() {
        close(log_dice(7, 7, 7), 14.0);
        close(log_dice(7, 14, 14), 13.0);
        assert!(log_dice(0, 7, 7) < 0.0);
    }
}
