//! Standard output and standard error of the command line.
//!
//! In: answers, as lines or as a value for JSON. Out: text on standard output. A reader
//! who closes the pipe early (`| head`) ends the output, not the program with an error.

use std::{
    io::{self, ErrorKind, Write},
    process::ExitCode,
};

use serde::Serialize;

use crate::error::{Error, Kind, Result};

/// Where answers go, and in what shape.
pub(super) struct Output {
    /// Whether answers are printed as JSON.
    pub json: bool,
}

impl Output {
    pub(super) fn new(json: bool) -> Self {
        Self { json }
    }

    /// Prints text.
    ///
    /// # Errors
    /// When standard output cannot be written.
    pub(super) fn text(&self, text: &str) -> Result<()> {
        let mut out = io::stdout().lock();
        match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
            Err(error) if error.kind() != ErrorKind::BrokenPipe => {
                Err(Error::new(Kind::File, format!("standard output cannot be written: {error}")))
            }
            _ => Ok(()),
        }
    }

    /// Prints a text that another program made.
    ///
    /// # Errors
    /// When standard output cannot be written.
    pub(super) fn bytes(&self, text: &[u8]) -> Result<ExitCode> {
        self.text(&String::from_utf8_lossy(text))?;
        Ok(ExitCode::SUCCESS)
    }

    /// Prints a value as JSON, on one line.
    ///
    /// # Errors
    /// When standard output cannot be written.
    pub(super) fn value(&self, value: &impl Serialize) -> Result<()> {
        let json = serde_json::to_string(value).map_err(|error| {
            Error::new(Kind::File, format!("the answer cannot be written: {error}"))
        })?;
        self.text(&format!("{json}\n"))
    }
}

/// Says on standard error why something was refused.
pub(super) fn refuse(error: &Error) {
    // Nothing is left to do where standard error itself is closed.
    let _ = writeln!(io::stderr(), "tellings: {error}");
}

/// Says that the sources are watched.
pub(super) fn say_watching() {
    let _ = writeln!(io::stderr(), "tellings: watching; Ctrl-C ends it");
}

/// Says a problem that did not stop the work.
pub(super) fn warn(error: &Error) {
    let _ = writeln!(io::stderr(), "tellings: warning: {error}");
}
