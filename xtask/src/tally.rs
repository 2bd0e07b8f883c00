//! Counting what was tested.
//!
//! In: the lines that `cargo test` prints. Out: [`Counts`]. A test without its data prints
//! a line that starts with `skipped:`; the test harness calls it passed, we do not.

use std::{fmt, ops::AddAssign};

/// How many tests and other steps there were.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub passed: usize,
    pub failed: usize,
    pub skipped: usize,
}

impl Counts {
    /// One step that is no test run.
    pub fn one(went_well: bool) -> Self {
        Self { passed: went_well.into(), failed: (!went_well).into(), skipped: 0 }
    }
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        let Self { passed, failed, skipped } = other;
        self.passed += passed;
        self.failed += failed;
        self.skipped += skipped;
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { passed, failed, skipped } = self;
        write!(f, "{passed} passed, {failed} failed, {skipped} skipped")
    }
}

/// Reads the output of `cargo test -- --show-output`, line by line.
#[derive(Default)]
pub struct Tally {
    counts: Counts,
    /// How many tests said that they were skipped.
    said: usize,
    /// Whether the test whose output is being read has said so before.
    counted: bool,
}

impl Tally {
    /// Takes in the next line.
    pub fn line(&mut self, line: &str) {
        let line = line.trim();
        if line.starts_with("---- ") {
            self.counted = false;
        } else if line.starts_with("skipped:") && !self.counted {
            self.counted = true;
            self.said += 1;
        } else if let Some(result) = line.strip_prefix("test result: ") {
            self.counted = false;
            self.counts.passed += number(result, "passed");
            self.counts.failed += number(result, "failed");
            self.counts.skipped += number(result, "ignored");
        }
    }

    /// The counts of a run that ended well or not. A failure without a failed test (it did
    /// not compile, or it crashed) counts as one.
    pub fn end(self, went_well: bool) -> Counts {
        let Counts { passed, failed, skipped } = self.counts;
        Counts {
            passed: passed.saturating_sub(self.said),
            failed: if went_well { failed } else { failed.max(1) },
            skipped: skipped + self.said,
        }
    }
}

/// The number before a word: 3 in `ok. 3 passed; 0 failed`.
fn number(text: &str, word: &str) -> usize {
    let words: Vec<&str> = text.split([' ', ';']).collect();
    words
        .windows(2)
        .find(|two| two[1] == word)
        .and_then(|two| two[0].parse().ok())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{Counts, Tally};

    fn count(output: &str, went_well: bool) -> Counts {
        let mut tally = Tally::default();
        output.lines().for_each(|line| tally.line(line));
        tally.end(went_well)
    }

    #[test]
    fn results_of_all_test_binaries_are_added_up() {
        let output = "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 3 filtered out\n\
                      test result: FAILED. 2 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out";
        assert_eq!(count(output, false), Counts { passed: 14, failed: 1, skipped: 1 });
    }

    #[test]
    fn a_test_that_says_it_was_skipped_counts_once_and_not_as_passed() {
        let output = "---- a stdout ----\nskipped: no data\nskipped: no data here either\n\n\
                      ---- b stdout ----\nskipped: no data\n\
                      test result: ok. 3 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out";
        assert_eq!(count(output, true), Counts { passed: 1, failed: 0, skipped: 2 });
    }

    #[test]
    fn what_does_not_compile_has_failed_once() {
        assert_eq!(count("", false), Counts { passed: 0, failed: 1, skipped: 0 });
        assert_eq!(count("", true), Counts::default());
    }

    #[test]
    fn the_last_line_reads_plainly() {
        let counts = Counts { passed: 3, failed: 0, skipped: 2 };
        assert_eq!(counts.to_string(), "3 passed, 0 failed, 2 skipped");
    }
}
