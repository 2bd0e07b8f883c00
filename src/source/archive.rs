//! ZIP archives, opened with care.
//!
//! In: an archive's bytes. Out: its files, each unpacked on request. Whatever an archive
//! says of itself is not believed: the bytes are counted as they are unpacked, against one
//! limit for all of them, and a path that leaves the archive is refused. Encrypted and
//! damaged files are errors that say what to do. What the files mean is for others.

use std::io::{Cursor, Read as _};

use zip::{ZipArchive, result::ZipError};

use super::import::LIMIT;
use crate::error::{Error, Kind, Result};

/// The most files that are looked at in an archive.
const FILES: usize = 10_000;

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
        let mut bytes = Vec::new();
        // One byte more than is allowed shows that there is more, whatever the file claims.
        let read = file.take(self.left + 1).read_to_end(&mut bytes);
        if bytes.len() as u64 > self.left {
            self.left = 0;
            let what = format!("unpacked it has more than {} MB, the limit", LIMIT / 1_000_000);
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
    fn a_bomb_is_refused_with_the_limit_named() {
        let zeros = vec![0_u8; 70_000_000];
        let bytes = packed(&[("a", &zeros), ("b", &zeros), ("c", &zeros), ("d.txt", b"small")]);
        assert!(bytes.len() < 1_000_000);
        let mut archive = Archive::open(&bytes).unwrap();
        assert!(archive.file("a").is_ok() && archive.file("b").is_ok());
        let refused = archive.file("c").unwrap_err().to_string();
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
