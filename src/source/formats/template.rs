//! The file to copy for a new format: one [`Format`], which says by what its files are
//! known and how their text is put together.
//!
//! In: a file. Out: its documents. Every word that a reader of the file sees must be in the
//! text of one of them, in reading order; what is no text is counted in the report. Then
//! add `mod` and the line in [`super::FORMATS`], a case in `tests/formats.rs`, and the
//! ending to the list in README.md. Errors say what to do; the registry adds the file's name.

use super::{File, Format, Read};
use crate::{
    error::Result,
    source::{
        BlockKind, Report,
        assembly::Assembly,
        decode,
        import::{self, Raw},
    },
};

/// A format in which each line that begins with `=` is a heading.
#[allow(dead_code, reason = "an example to copy, not a format of the registry")]
static TEMPLATE: Format =
    Format { name: "template", extensions: &["template"], begins: |_| false, read };

fn read(file: &File<'_>) -> Result<Read> {
    let decoded = decode::decode(file.bytes)?;
    let mut assembly = Assembly::default();
    let mut signs = 0;
    for line in decoded.text.lines() {
        match line.strip_prefix('=') {
            Some(heading) => {
                signs += 1;
                assembly.known(BlockKind::Subheading, heading, "line that begins with “=”");
            }
            None => assembly.plain(line),
        }
    }
    let report = Report {
        encoding: decoded.encoding.to_owned(),
        replaced: decoded.replaced,
        dropped: vec![("signs of headings".to_owned(), signs)],
        notes: decoded.notes,
        ..Report::default()
    };
    let raw = Raw::assembled(import::id_of(file.name), file.name, assembly, report);
    Read::one(import::document(raw))
}

#[cfg(test)]
mod tests {
    use super::{File, read};
    use crate::source::BlockKind;

    #[test]
    fn headings_are_known_and_counted() {
        let file = File { name: "a.template", bytes: b"One came.\n= Two\nThree left.\n" };
        let document = read(&file).unwrap().documents.remove(0);
        assert_eq!(document.text, "One came.\n\nTwo\n\nThree left.");
        assert_eq!(document.blocks[1].kind, BlockKind::Subheading);
        assert_eq!(document.report.dropped[0].1, 1);
    }
}
