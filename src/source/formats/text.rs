//! Plain text: the file is the source's text, byte for byte where it is UTF-8.

use super::{File, Format, Read};
use crate::{error::Result, source::import};

/// Plain text.
pub(super) static TEXT: Format =
    Format { name: "plain text", extensions: &["txt", "text"], begins: |_| false, read };

fn read(file: &File<'_>) -> Result<Read> {
    Read::one(import::import(file.name, file.bytes)?)
}
