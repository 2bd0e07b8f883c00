//! ZIP archives, opened with care.
//!
//! In: an archive's bytes. Out: its files, each unpacked on request. Whatever an archive
//! says of itself is not believed: the bytes are counted as they are unpacked, against one
//! limit for all of them (archives within it included) and one for how much a file may grow,
//! and a path that leaves the archive is refused. What claims to be beyond a limit is not
//! even begun. Encrypted and damaged files are errors that say what to do.

use std::io::{Cursor, Read as _};

use zip::{ZipArchive, result::ZipError};

use super::import::LIMIT;
use crate::error::{Error, Kind, Result};

/// The most files that are looked at in an archive.
const FILES: usize = 10_000;

/// How many times its packed size a file may have unpacked: texts have 3 to 10 times, tables
/// of repeated lines 100 times; what is made to fill a disk has 1,000.
const GROWTH: u64 = 250;
/// Files of at most this many bytes may have grown more: their packed size is all overhead.
const SMALL: u64 = 1_000_000;

/// An archive, and how much of it may still be unpacked.
pub(super) struct Archive<'b> {
    zip: ZipArchive<Cursor<&'b [u8]>>,
    left: u64,
}

/// Whether bytes begin as a ZIP archive does (also an empty one).
pub(super) fn is_zip(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

impl<'b> Archive<'b> {
    /// Opens an archive; errors do not name the file, the caller does.
    pub(super) fn open(bytes: &'b [u8]) -> Result<Self> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(&error))?;
        if zip.len() > FILES {
            let what = format!("the archive has {} files, the limit is {FILES}", zip.len());
            return Err(Error::new(Kind::TooLarge, what).advise("split it"));
        }
        Ok(Self { zip, left: LIMIT as u64 })
    }

    /// The same archive, of which only `left` bytes may be unpacked: it lies in another.
    pub(super) fn within(self, left: u64) -> Self {
        Self { left: left.min(self.left), ..self }
    }

    /// How many bytes may still be unpacked.
    pub(super) fn left(&self) -> u64 {
        self.left
    }

    /// The paths of its files, in its order; folders are left out.
    pub(super) fn paths(&mut self) -> Vec<String> {
        (0..self.zip.len())
            .filter_map(|at| self.path(at))
            .filter(|path| !path.ends_with('/'))
            .collect()
    }

    fn path(&mut self, at: usize) -> Option<String> {
        let name = self.zip.name_for_index(at)?.ok()?;
        Some(name.replace('\\', "/"))
    }

    /// Unpacks the file at `path`.
    pub(super) fn file(&mut self, path: &str) -> Result<Vec<u8>> {
        if is_outside(path) {
            let what = format!("“{path}” lies outside of the archive");
            return Err(Error::new(Kind::Input, what).advise("it is not unpacked"));
        }
        let at = (0..self.zip.len())
            .find(|at| self.path(*at).as_deref() == Some(path))
            .ok_or_else(|| Error::new(Kind::Input, format!("“{path}” is missing in it")))?;
        let file = self.zip.by_index(at).map_err(|error| damaged(&error))?;
        let grown = (file.compressed_size().saturating_mul(GROWTH)).max(SMALL);
        let limit = grown.min(self.left);
        let mut bytes = Vec::new();
        // One byte more than is allowed shows that there is more, whatever the file claims.
        let claimed = file.size() > limit;
        let read = if claimed { Ok(0) } else { file.take(limit + 1).read_to_end(&mut bytes) };
        if claimed || bytes.len() as u64 > limit {
            if grown <= self.left {
                let what = format!(
                    "unpacked it has more than {GROWTH} times its size in the archive, the limit"
                );
                return Err(Error::new(Kind::TooLarge, what)
                    .advise("if it is a text, unpack it and give the file"));
            }
            self.left = 0;
            let what =
                format!("unpacked the archive has more than {} MB, the limit", LIMIT / 1_000_000);
            return Err(Error::new(Kind::TooLarge, what).advise("split it into several archives"));
        }
        self.left -= bytes.len() as u64;
        read.map_err(|error| damaged(&ZipError::Io(error)))?;
        Ok(bytes)
    }

    /// Whether it has a file at `path`.
    pub(super) fn has(&mut self, path: &str) -> bool {
        self.zip.index_for_name(path).is_some()
    }
}

/// Whether a path would leave the folder that it is unpacked in.
fn is_outside(path: &str) -> bool {
    let drive = path.as_bytes().get(1) == Some(&b':');
    drive
        || path.starts_with('/')
        || path.contains('\0')
        || path.split('/').any(|part| part == "..")
}

fn damaged(error: &ZipError) -> Error {
    match error {
        ZipError::UnsupportedArchive(why) if *why == ZipError::PASSWORD_REQUIRED => {
            Error::new(Kind::Input, "it is encrypted")
                .advise("unpack it with its password and give the files")
        }
        ZipError::UnsupportedArchive(why) => {
            Error::new(Kind::Input, format!("this kind of archive is not read: {why}"))
                .advise("pack the files again as a usual ZIP")
        }
        ZipError::CompressionMethodNotSupported(_) => {
            Error::new(Kind::Input, "its compression is not read")
                .advise("pack the files again as a usual ZIP")
        }
        _ => Error::new(Kind::Input, "the archive is damaged or cut short")
            .advise("download or save it again"),
    }
}

#[cfg(test)]
pub(super) mod tests {
    use std::io::{Cursor, Write as _};

    use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

    use super::Archive;

    /// A ZIP of `files`.
    pub(in crate::source) fn packed(files: &[(&str, &[u8])]) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
        for (name, bytes) in files {
            zip.start_file(*name, options).unwrap();
            zip.write_all(bytes).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    #[test]
    fn files_are_listed_and_unpacked() {
        let bytes = packed(&[("a.txt", b"One"), ("x/b.txt", b"Two")]);
        let mut archive = Archive::open(&bytes).unwrap();
        assert_eq!(archive.paths(), ["a.txt", "x/b.txt"]);
        assert_eq!(archive.file("x/b.txt").unwrap(), b"Two");
        assert!(archive.file("c").unwrap_err().to_string().contains("missing"));
    }

    #[test]
    fn a_path_outside_is_refused() {
        let bytes = packed(&[("../../a.txt", b"One"), ("/etc/b", b"Two"), ("c.txt", b"Three")]);
        let mut archive = Archive::open(&bytes).unwrap();
        for path in archive.paths() {
            match archive.file(&path) {
                Ok(_) => assert_eq!(path, "c.txt"),
                Err(error) => assert!(error.to_string().contains("outside"), "{error}"),
            }
        }
    }

    #[test]
    fn a_bomb_is_refused_before_it_is_unpacked_with_the_limit_named() {
        let zeros = vec![0_u8; 70_000_000];
        let mut bytes = packed(&[("a", &zeros), ("d.txt", b"small")]);
        assert!(bytes.len() < 1_000_000);
        let refused = Archive::open(&bytes).unwrap().file("a").unwrap_err().to_string();
        assert!(refused.contains("250 times its size"), "{refused}");
        assert_eq!(Archive::open(&bytes).unwrap().file("d.txt").unwrap(), b"small");
        // One that says it is small is found out as it is unpacked.
        let claimed = 70_000_000_u32.to_le_bytes();
        while let Some(at) = bytes.windows(4).position(|own| own == claimed) {
            bytes[at..at + 4].copy_from_slice(&1_000_u32.to_le_bytes());
        }
        assert!(Archive::open(&bytes).and_then(|mut archive| archive.file("a")).is_err());
    }

    #[test]
    fn all_files_of_an_archive_share_one_limit() {
        let half = b"One line of a text. ".repeat(300);
        let bytes = packed(&[("a", &half), ("b", &half), ("d.txt", b"small")]);
        let mut archive = Archive::open(&bytes).unwrap().within(10_000);
        assert!(archive.file("a").is_ok());
        let refused = archive.file("b").unwrap_err().to_string();
        assert!(refused.contains("200 MB, the limit"), "{refused}");
        assert!(archive.file("d.txt").is_err());
    }

    #[test]
    fn a_damaged_archive_says_so() {
        let bytes = packed(&[("a.txt", &b"word ".repeat(1000))]);
        assert!(Archive::open(&bytes[..bytes.len() / 2]).is_err());
        let mut damaged = bytes;
        damaged[40] ^= 0xff;
        damaged[45] ^= 0x55;
        let error =
            Archive::open(&damaged).and_then(|mut archive| archive.file("a.txt")).unwrap_err();
        assert!(error.to_string().contains("damaged"), "{error}");
    }
}
