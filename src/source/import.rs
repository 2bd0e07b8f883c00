//! One file's bytes to a [`Document`].
//!
//! In: a file name and its bytes. Out: one document, or an [`Error`] that says why not.

use super::Document;
use crate::error::{Error, Kind, Result};

/// The largest text that is opened, in bytes.
pub const LIMIT: usize = 200_000_000;

/// Imports one file.
///
/// # Errors
/// Empty, binary, or larger than [`LIMIT`].
pub fn import(name: &str, _bytes: &[u8]) -> Result<Document> {
    Err(Error::new(Kind::Input, "not yet").in_file(name))
}
