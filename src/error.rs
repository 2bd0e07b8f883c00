//! The one error of the engine and the command line.
//!
//! An [`Error`] says what happened ([`Kind`]), to which file, and what to do. It is shown
//! or returned, never both. User input ends in an `Error`, never in a panic; what was
//! already loaded stays loaded. Problems that do not stop the work (a broken line of a
//! JSONL file) are [`Error`]s too, collected in the collection's `problems`.

use std::fmt;

/// What went wrong, with the file it concerns and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    kind: Kind,
    file: Option<String>,
    line: Option<usize>,
    what: String,
    advice: Option<String>,
}

/// The kinds of failure that callers tell apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A file could not be read or written.
    File,
    /// A file has nothing to read, or is no text.
    Input,
    /// Something is larger than a stated limit.
    TooLarge,
    /// A pack is damaged, cut short, or of another version.
    Pack,
    /// A request names something that is not there.
    NotFound,
}

/// The result of anything that can fail.
pub type Result<T, E = Error> = std::result::Result<T, E>;

impl Error {
    /// An error of `kind`; `what` is a sentence without a full stop.
    #[must_use]
    pub fn new(kind: Kind, what: impl Into<String>) -> Self {
        Self { kind, file: None, line: None, what: what.into(), advice: None }
    }

    /// Names the file it concerns.
    #[must_use]
    pub fn in_file(mut self, file: impl Into<String>) -> Self {
        self.file = Some(file.into());
        self
    }

    /// Names the line (from 1) of the file.
    #[must_use]
    pub fn at_line(mut self, line: usize) -> Self {
        self.line = Some(line);
        self
    }

    /// Says what to do, as a sentence without a full stop.
    #[must_use]
    pub fn advise(mut self, advice: impl Into<String>) -> Self {
        self.advice = Some(advice.into());
        self
    }

    /// What kind of failure it is.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// The file it concerns, if it concerns one.
    #[must_use]
    pub fn file(&self) -> Option<&str> {
        self.file.as_deref()
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { kind: _, file, line, what, advice } = self;
        if let Some(file) = file {
            write!(f, "{file}: ")?;
        }
        if let Some(line) = line {
            write!(f, "line {line}: ")?;
        }
        f.write_str(what)?;
        match advice {
            Some(advice) => write!(f, "; {advice}"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for Error {}

#[cfg(test)]
mod tests {
    use super::{Error, Kind};

    #[test]
    fn a_message_says_which_file_what_happened_and_what_to_do() {
        let error = Error::new(Kind::TooLarge, "the text has 300 MB, the limit is 200 MB")
            .in_file("big.txt")
            .at_line(3)
            .advise("split it into several sources");
        assert_eq!(
            error.to_string(),
            "big.txt: line 3: the text has 300 MB, the limit is 200 MB; split it into several sources"
        );
    }
}
