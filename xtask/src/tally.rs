//! Counting what was tested, and noting what failed.
//!
//! In: the lines that `cargo test` prints. Out: an [`Outcome`]: how many passed, and of each
//! that failed its name and why, in a line, to be told once more at the very end. A test
//! without its data prints a line that starts with `skipped:`; the test harness calls it
//! passed, we do not.

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

/// What came of a step.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    pub counts: Counts,
    /// What failed and why, a line each.
    pub faults: Vec<String>,
}

impl Outcome {
    /// A step that is no test run and went well.
    pub fn good() -> Self {
        Self { counts: Counts::one(true), faults: Vec::new() }
    }

    /// A step that is no test run and failed, for these reasons.
    pub fn bad(faults: Vec<String>) -> Self {
        Self { counts: Counts::one(false), faults }
    }

    /// A step that could not be made here.
    pub fn skipped() -> Self {
        Self { counts: Counts { skipped: 1, ..Counts::default() }, faults: Vec::new() }
    }
}

/// The most letters of a reason.
const REASON: usize = 300;

/// Reads the output of `cargo test -- --show-output`, line by line.
#[derive(Default)]
pub struct Tally {
    counts: Counts,
    faults: Vec<String>,
    /// Whether what is being read are the outputs of tests that failed.
    in_failures: bool,
    /// Whether the next line says why.
    why_comes: bool,
    /// How many tests said that they were skipped.
    said: usize,
    /// Whether the test whose output is being read has said so before.
    counted: bool,
}

impl Tally {
    /// Takes in the next line.
    pub fn line(&mut self, line: &str) {
        let line = line.trim();
        self.note(line);
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

    /// Notes which test failed, and the first line of why.
    fn note(&mut self, line: &str) {
        if self.why_comes {
            self.why_comes = false;
            if let Some(fault) = self.faults.last_mut() {
                fault.push_str(": ");
                fault.extend(line.chars().take(REASON));
            }
        } else if matches!(line, "failures:" | "successes:") || line.starts_with("test result: ") {
            self.in_failures = line == "failures:";
        } else if let Some(rest) = line.strip_prefix("---- ").filter(|_| self.in_failures) {
            let name = rest.trim_end_matches(" ----").trim_end_matches(" stdout");
            self.faults.push(name.to_owned());
        } else if self.in_failures && line.starts_with("thread '") && line.contains(" panicked at ")
        {
            // A test may panic in several threads; the first says why.
            self.why_comes = self.faults.last().is_some_and(|fault| !fault.contains(": "));
        }
    }

    /// What came of a run that ended well or not. A failure without a failed test (it did
    /// not compile, or it crashed) counts as one.
    pub fn end(self, went_well: bool) -> Outcome {
        let Counts { passed, failed, skipped } = self.counts;
        let counts = Counts {
            passed: passed.saturating_sub(self.said),
            failed: if went_well { failed } else { failed.max(1) },
            skipped: skipped + self.said,
        };
        Outcome { counts, faults: self.faults }
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
    use super::{Counts, Outcome, Tally};

    fn outcome(output: &str, went_well: bool) -> Outcome {
        let mut tally = Tally::default();
        output.lines().for_each(|line| tally.line(line));
        tally.end(went_well)
    }

    fn count(output: &str, went_well: bool) -> Counts {
        outcome(output, went_well).counts
    }

    #[test]
    fn a_failed_test_is_noted_with_the_first_line_of_why() {
        let output = "successes:\n\n---- a stdout ----\nthread 'x' panicked at a.rs:1:1:\nhm\n\n\
                      successes:\n    a\n\nfailures:\n\n---- b::c stdout ----\nsaid before\n\n\
                      thread 'b::c' (7) panicked at b.rs:2:5:\nwaited in vain: more\nsecond line\n\n\
                      ---- d stdout ----\nError: no such file\n\nfailures:\n    b::c\n    d\n\n\
                      test result: FAILED. 1 passed; 2 failed; 0 ignored";
        assert_eq!(outcome(output, false).faults, ["b::c: waited in vain: more", "d"]);
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
