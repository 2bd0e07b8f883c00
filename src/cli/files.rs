//! From paths to files, collections and engines.
//!
//! In: a path that a user typed. Out: its bytes, the collection in a folder, or an engine
//! over it. A file above the limit is refused before it is read. Problems with single
//! files are said on standard error and cost only those files.

use std::{
    fs,
    path::{Path, PathBuf},
};

use super::{output::warn, progress};
use crate::{
    engine::{Build, Engine},
    error::{Error, Kind, Result},
    index::Concepts,
    source::{
        collection::{self, Collection},
        import::LIMIT,
    },
};

/// How large a pack may be, in bytes: its offsets are 32 bits wide.
const PACK_LIMIT: u64 = u32::MAX as u64;

/// The path as the user knows it.
pub(super) fn name(path: &Path) -> String {
    path.display().to_string()
}

/// Whether a path is the sign for standard input.
pub(super) fn is_stdin(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// Reads a file, or standard input for `-`.
///
/// # Errors
/// When it is missing, unreadable, or above the limit.
pub(super) fn read(path: &Path) -> Result<Vec<u8>> {
    if is_stdin(path) {
        return read_stdin();
    }
    let pack = path.extension().is_some_and(|ending| ending == "pack");
    read_at_most(path, if pack { PACK_LIMIT } else { LIMIT as u64 })
}

fn read_stdin() -> Result<Vec<u8>> {
    use std::io::Read as _;
    let mut bytes = Vec::new();
    let limit = LIMIT as u64;
    std::io::stdin().lock().take(limit + 1).read_to_end(&mut bytes).map_err(|error| {
        Error::new(Kind::File, format!("standard input cannot be read: {error}"))
    })?;
    if bytes.len() > LIMIT {
        let what = format!("standard input has more than {} MB, the limit", limit / 1_000_000);
        return Err(Error::new(Kind::TooLarge, what).advise("split it"));
    }
    Ok(bytes)
}

fn read_at_most(path: &Path, limit: u64) -> Result<Vec<u8>> {
    let size = fs::metadata(path).map_err(|error| unreadable(path, &error))?.len();
    if size > limit {
        let what = format!("it has {} MB, the limit is {} MB", size / 1_000_000, limit / 1_000_000);
        return Err(Error::new(Kind::TooLarge, what).in_file(name(path)).advise("split it"));
    }
    fs::read(path).map_err(|error| unreadable(path, &error))
}

/// Writes a file.
///
/// # Errors
/// When it cannot be written.
pub(super) fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    fs::write(path, bytes).map_err(|error| {
        Error::new(Kind::File, format!("it cannot be written: {error}")).in_file(name(path))
    })
}

fn unreadable(path: &Path, error: &std::io::Error) -> Error {
    Error::new(Kind::File, format!("it cannot be read: {error}")).in_file(name(path))
}

/// The collection at `path`: a folder of files, or one file. Problems are said.
///
/// # Errors
/// When nothing of it can be read.
pub(super) fn collection(path: &Path) -> Result<Collection> {
    let paths = if path.is_dir() { files_in(path)? } else { vec![path.to_owned()] };
    let bar = progress::bar("reading", paths.len());
    let mut files = Vec::new();
    for own in paths {
        match read(&own) {
            Ok(bytes) => files.push((base_name(&own), bytes)),
            Err(error) if path.is_dir() => bar.suspend(|| warn(&error)),
            Err(error) => return Err(error),
        }
        bar.inc(1);
    }
    let collection = collection::read(&files);
    bar.finish_and_clear();
    let collection = collection.map_err(|error| match error.file() {
        Some(_) => error,
        None => error.in_file(name(path)),
    })?;
    collection.problems.iter().for_each(warn);
    Ok(collection)
}

/// The files of a folder that are not hidden, by name.
fn files_in(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)
        .map_err(|error| unreadable(folder, &error))?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.is_file() && !is_hidden(path))
        .collect();
    paths.sort();
    Ok(paths)
}

/// The name of a file without its folders.
pub(super) fn base_name(path: &Path) -> String {
    if is_stdin(path) {
        return "stdin".to_owned();
    }
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

fn is_hidden(path: &Path) -> bool {
    base_name(path).starts_with('.')
}

/// An engine over the collection at `path`: a pack is opened, anything else is built.
///
/// # Errors
/// When it cannot be read.
pub(super) fn engine(path: &Path) -> Result<Engine> {
    if !path.is_dir() && !is_stdin(path) && is_pack(path) {
        return Engine::open(read_at_most(path, PACK_LIMIT)?)
            .map_err(|error| error.in_file(name(path)));
    }
    build(collection(path)?)
}

/// Whether a file begins as a pack does, or is called one.
fn is_pack(path: &Path) -> bool {
    use std::io::Read as _;
    let mut start = [0; 8];
    let begins = fs::File::open(path).and_then(|mut file| file.read_exact(&mut start));
    path.extension().is_some_and(|ending| ending == "pack")
        || (begins.is_ok() && start == *crate::pack::MAGIC)
}

/// Builds an engine from a collection.
fn build(collection: Collection) -> Result<Engine> {
    let Collection { title, description, presets, sources, problems: _ } = collection;
    let concepts = Concepts::bundled()?;
    let bar = progress::bar("indexing", sources.len());
    let mut build = Build::new();
    sources.into_iter().for_each(|document| build.add(document));
    loop {
        match build.step() {
            Ok(progress) => {
                bar.set_position(u64::from(progress.done));
                if progress.done == progress.total {
                    break;
                }
            }
            Err(error) => warn(&error),
        }
    }
    bar.finish_and_clear();
    build.finish(&title, &description, &presets, &concepts)
}
