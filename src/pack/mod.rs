//! The pack: a collection and its index in one file, read without parsing or copying.
//!
//! In: the sections of an index ([`write()`]), or the bytes of a file ([`Pack::open`]).
//! Out: those bytes, or an [`Index`] that is a view of them. All numbers little-endian:
//!
//! | bytes | what |
//! |---|---|
//! | 8 | `TELLINGS` |
//! | 4 | version of the format, [`VERSION`], or [`SLIM`]: some sections in less room, some left out |
//! | 4 | number of sections |
//! | 8 | checksum of the directory that follows |
//! | 24 each | directory: tag (4 letters), where it begins (4), how long (4), zero (4), checksum (8) |
//! | … | the sections, in the directory's order, each at a multiple of 8, zeros between |
//!
//! Checksums are XXH3, 64 bits. A section may come without a new version: a reader leaves out
//! those it does not know and takes one that is missing for empty. What it would misread is a
//! new version, which it refuses; older ones it makes anew. Invariant: same sections, same
//! bytes. A damaged, cut or foreign file is an [`Error`] that says which, never a panic. What
//! is inside a section is for `index`.

mod slim;

use xxhash_rust::xxh3::xxh3_64;

use crate::{
    error::{Error, Kind, Result},
    index::{Index, Section},
};

/// The version of the format that this program writes.
pub const VERSION: u32 = 4;
/// The version of packs that travel ([`Pack::slim`]): of each format, the one after it.
pub const SLIM: u32 = VERSION + 1;
/// The oldest that it reads. Up to 3, the dictionaries were finite-state maps.
const OLDEST: u32 = 2;

/// The first bytes of every pack.
pub const MAGIC: &[u8; 8] = b"TELLINGS";
const HEAD: usize = 24;
const ENTRY: usize = 24;

/// Frames the sections of an index as a pack.
///
/// # Errors
/// When it would be larger than 4 GiB.
pub fn write(sections: &[(Section, Vec<u8>)]) -> Result<Vec<u8>> {
    frame(VERSION, sections)
}

fn frame(version: u32, sections: &[(Section, Vec<u8>)]) -> Result<Vec<u8>> {
    let body = HEAD + ENTRY * sections.len();
    let size = sections.iter().fold(body, |at, (_, bytes)| at.next_multiple_of(8) + bytes.len());
    if u32::try_from(size).is_err() {
        return Err(Error::new(Kind::TooLarge, "the pack would be larger than 4 GiB")
            .advise("make several collections of it"));
    }
    let (mut directory, mut out) = (Vec::new(), vec![0; body]);
    for (section, bytes) in sections {
        out.resize(out.len().next_multiple_of(8), 0);
        directory.extend(section.tag());
        for number in [out.len(), bytes.len(), 0] {
            directory.extend(crate::index::table::int(number).to_le_bytes());
        }
        directory.extend(xxh3_64(bytes).to_le_bytes());
        out.extend_from_slice(bytes);
    }
    out[..8].copy_from_slice(MAGIC);
    out[8..12].copy_from_slice(&version.to_le_bytes());
    out[12..16].copy_from_slice(&crate::index::table::int(sections.len()).to_le_bytes());
    out[16..24].copy_from_slice(&sum(version, &directory).to_le_bytes());
    out[HEAD..body].copy_from_slice(&directory);
    Ok(out)
}

/// An opened pack: its bytes, and where in them the sections are.
pub struct Pack {
    bytes: Vec<u8>,
    ranges: [std::ops::Range<usize>; Section::ALL.len()],
}

impl Pack {
    /// Opens the bytes of a pack and checks them.
    ///
    /// # Errors
    /// When they are no pack, of another version, cut short or damaged.
    pub fn open(bytes: Vec<u8>) -> Result<Self> {
        let damaged = |what: &str| {
            Error::new(Kind::Pack, format!("the pack is damaged: {what}"))
                .advise("get or build it again")
        };
        if !bytes.starts_with(MAGIC) {
            return Err(Error::new(Kind::Pack, "this is not a pack of Tellings")
                .advise("build one with `tellings pack`"));
        }
        let version = number(&bytes, 8).ok_or_else(|| damaged("it is cut short"))?;
        if !(OLDEST..=SLIM).contains(&version) {
            let what =
                format!("the pack is of version {version}, this program reads {OLDEST} to {SLIM}");
            return Err(Error::new(Kind::Pack, what).advise(if version > VERSION {
                "use a newer Tellings"
            } else {
                "build the pack again"
            }));
        }
        let count = number(&bytes, 12).map_or(0, |count| count as usize);
        let directory = HEAD
            .checked_add(count.saturating_mul(ENTRY))
            .and_then(|end| bytes.get(HEAD..end))
            .ok_or_else(|| damaged("it is cut short"))?;
        if checksum(&bytes, 16) != Some(sum(version, directory)) {
            return Err(damaged("its directory is not what was written"));
        }
        let mut ranges = [const { 0..0 }; Section::ALL.len()];
        for entry in directory.chunks_exact(ENTRY) {
            let (from, len) = (number(entry, 4).unwrap_or(0), number(entry, 8).unwrap_or(0));
            let range = from as usize..(from as usize).saturating_add(len as usize);
            let name = String::from_utf8_lossy(&entry[..4]).into_owned();
            let section = bytes
                .get(range.clone())
                .ok_or_else(|| damaged(&format!("section “{name}” is cut short")))?;
            if checksum(entry, 16) != Some(xxh3_64(section)) {
                return Err(damaged(&format!("section “{name}” is not what was written")));
            }
            if let Some(at) = Section::ALL.iter().position(|section| section.tag() == entry[..4]) {
                ranges[at] = range;
            }
        }
        let pack = Self { bytes, ranges };
        if version == VERSION { Ok(pack) } else { Self::open(pack.whole(version % 2 == SLIM % 2)?) }
    }

    /// The index in it.
    #[must_use]
    pub fn index(&self) -> Index<'_> {
        Index::new(|section| self.section(section))
    }

    fn section(&self, section: Section) -> &[u8] {
        self.bytes.get(self.ranges[section as usize].clone()).unwrap_or_default()
    }

    /// Its bytes.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Its hash, 16 hexadecimal digits: the checksum of its directory, which holds those of
    /// all sections. It names the collection in addresses.
    #[must_use]
    pub fn hash(&self) -> String {
        format!("{:016x}", checksum(&self.bytes, 16).unwrap_or_default())
    }
}

/// The checksum of a directory; a pack whose version was changed has another.
fn sum(version: u32, directory: &[u8]) -> u64 {
    xxh3_64(directory) ^ u64::from(version.abs_diff(OLDEST))
}

fn number(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..at + 4)?.try_into().ok().map(u32::from_le_bytes)
}

fn checksum(bytes: &[u8], at: usize) -> Option<u64> {
    bytes.get(at..at + 8)?.try_into().ok().map(u64::from_le_bytes)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{OLDEST, Pack, SLIM, VERSION, sum, write};
    use crate::index::Section;

    fn pack() -> Vec<u8> {
        write(&[(Section::Info, vec![1, 2, 3]), (Section::Texts, b"text".to_vec())])
            .expect("a small pack")
    }

    fn refusal(bytes: Vec<u8>) -> String {
        Pack::open(bytes).err().map(|error| error.to_string()).unwrap_or_default()
    }

    #[test]
    fn a_foreign_file_is_no_pack() {
        assert_eq!(
            refusal(b"PK\x03\x04".to_vec()),
            "this is not a pack of Tellings; build one with `tellings pack`"
        );
        assert!(refusal(Vec::new()).starts_with("this is not a pack"));
    }

    #[test]
    fn a_pack_of_the_future_is_named() {
        let mut bytes = pack();
        bytes[8] = 9;
        assert_eq!(
            refusal(bytes.clone()),
            format!(
                "the pack is of version 9, this program reads {OLDEST} to {SLIM}; use a newer \
                 Tellings"
            )
        );
        bytes[8] = 1;
        assert!(refusal(bytes).ends_with("build the pack again"));
    }

    #[test]
    fn a_section_that_is_not_known_is_left_out_and_a_missing_one_is_empty() {
        let mut bytes = pack();
        let end = bytes.len();
        bytes[24..28].copy_from_slice(b"zzzz");
        let checksum = sum(VERSION, &bytes[24..72]);
        bytes[16..24].copy_from_slice(&checksum.to_le_bytes());
        let opened = Pack::open(bytes).expect("the rest can be read");
        assert_eq!(opened.section(Section::Texts), b"text");
        assert_eq!(opened.section(Section::Info), b"");
        assert_eq!((opened.index().title(), opened.bytes().len()), ("", end));
    }

    #[test]
    fn a_changed_byte_is_found_in_its_section() {
        let mut bytes = pack();
        let last = bytes.len() - 1;
        bytes[last] ^= 1;
        assert!(refusal(bytes).contains("section “text” is not what was written"));
    }

    proptest! {
        #[test]
        fn a_cut_pack_is_refused(cut in 0_usize..90) {
            let bytes = pack();
            prop_assume!(cut < bytes.len());
            prop_assert!(Pack::open(bytes[..cut].to_vec()).is_err());
        }

        #[test]
        fn any_changed_byte_that_is_not_padding_is_refused(at in 0_usize..80, change in 1_u8..) {
            let mut bytes = pack();
            let padding = bytes.len() - 4 - 5..bytes.len() - 4;
            prop_assume!(at < bytes.len() && !padding.contains(&at));
            bytes[at] ^= change;
            prop_assert!(Pack::open(bytes).is_err());
        }
    }
}
