//! A folder of files to a [`Collection`] of documents.
//!
//! In: named byte strings of any format, one of which may be `collection.toml`; archives are
//! unpacked, and may hold it too. Out: the documents in the collection's order, the presets,
//! and the problems met. One bad file costs only itself.

mod twins;

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Document, Presets,
    archive::Archive,
    correction::correct,
    formats::{self, Read},
    given,
    manifest::{self, Entry, Manifest},
};
use crate::error::{Error, Kind, Result};

/// Sources and what their author says about them as a whole.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Collection {
    /// Its title.
    pub title: String,
    /// What it is, in a sentence or two.
    pub description: String,
    /// What a reader finds lit on opening it.
    pub presets: Presets,
    /// Its sources: in the author's order, then by id.
    pub sources: Vec<Document>,
    /// What went wrong without stopping the rest.
    pub problems: Vec<Error>,
}

/// Reads a collection from `files` (name, bytes), in any order.
///
/// # Errors
/// When not one source could be read.
pub fn read(files: &[(String, Vec<u8>)]) -> Result<Collection> {
    let mut problems = Vec::new();
    let unpacked = unpacked(files, &mut problems);
    let mut files: Vec<(&str, &[u8])> = files
        .iter()
        .filter(|(_, bytes)| !formats::is_archive(bytes))
        .chain(&unpacked)
        .map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
        .collect();
    files.sort_unstable();
    let manifest = stated(&files, &mut problems);
    let Manifest { title, description, mut presets, sources: entries, problems: own } = manifest;
    problems.extend(own);
    let mut sources = Vec::new();
    for (name, bytes) in files.into_iter().filter(|(name, _)| !is_ignored(name)) {
        match formats::read(name, bytes) {
            Ok(Read { documents, problems: some }) => {
                sources.extend(documents);
                problems.extend(some);
            }
            Err(problem) => problems.push(problem),
        }
    }
    let order = state(entries, &mut sources, &mut problems);
    let mut ranked: Vec<(usize, Document)> = order
        .into_iter()
        .zip(sources)
        .filter_map(|(place, source)| Some((place?, source)))
        .collect();
    ranked
        .sort_by(|(a, one), (b, other)| (a, &one.id, &one.file).cmp(&(b, &other.id, &other.file)));
    let mut sources: Vec<Document> = ranked.into_iter().map(|(_, document)| document).collect();
    distinguish(&mut sources, &mut problems);
    if sources.is_empty() {
        return Err(nothing(&problems));
    }
    presets.notes.retain(|note| {
        let is_there = sources.iter().any(|source| source.id == note.source);
        if !is_there {
            let what = format!("it has a note on “{}”, which is no source", note.source);
            problems.push(Error::new(Kind::Input, what).in_file(manifest::FILE));
        }
        is_there
    });
    twins::point_out(&mut sources);
    Ok(Collection { title, description, presets, sources, problems })
}

/// The sources in one file: those of the archive, where it is one.
///
/// # Errors
/// When not one could be read.
pub fn documents(name: &str, bytes: &[u8]) -> Result<Read> {
    if !formats::is_archive(bytes) {
        return formats::read(name, bytes);
    }
    let Collection { sources, problems, .. } = read(&[(name.to_owned(), bytes.to_vec())])?;
    Ok(Read { documents: sources, problems })
}

/// The files in the archives among `files`, their paths after the archive's name.
#[must_use]
pub fn unpacked(files: &[(String, Vec<u8>)], problems: &mut Vec<Error>) -> Vec<(String, Vec<u8>)> {
    let own = |(name, bytes): &(String, Vec<u8>)| {
        let mut left = u64::MAX;
        unpack(name, bytes, 1, &mut left, problems)
    };
    files.iter().flat_map(own).collect()
}

/// Whether a file is an archive of files, to be unpacked.
#[must_use]
pub fn is_archive(bytes: &[u8]) -> bool {
    formats::is_archive(bytes)
}

/// The files of the archive named `name`, their paths after its name; none where it is no
/// archive. An archive in it is unpacked too, one deeper is not; all of them together may
/// have `left` bytes, of which those used are taken.
fn unpack(
    name: &str,
    bytes: &[u8],
    deeper: u8,
    left: &mut u64,
    problems: &mut Vec<Error>,
) -> Vec<(String, Vec<u8>)> {
    if !formats::is_archive(bytes) {
        return Vec::new();
    }
    let mut archive = match Archive::open(bytes) {
        Ok(archive) => archive.within(*left),
        Err(error) => {
            problems.push(error.in_file(name));
            return Vec::new();
        }
    };
    let mut files = Vec::new();
    for path in archive.paths() {
        let full = format!("{name}/{path}");
        if is_ignored(&path) && file_name(&path) != manifest::FILE {
            continue;
        }
        let read = archive.file(&path);
        *left = archive.left();
        match read {
            Ok(bytes) if !formats::is_archive(&bytes) => files.push((full, bytes)),
            Ok(bytes) if deeper > 0 => {
                files.extend(unpack(&full, &bytes, deeper - 1, left, problems));
                archive = archive.within(*left);
            }
            Ok(_) => problems.push(
                Error::new(Kind::Input, "an archive in an archive in an archive is not unpacked")
                    .in_file(full)
                    .advise("unpack it and give its files"),
            ),
            Err(error) => {
                let over = error.kind() == Kind::TooLarge && archive.left() == 0;
                problems.push(error.in_file(full));
                if over {
                    break;
                }
            }
        }
    }
    files
}

/// What the manifest says: the one that lies nearest to the top. Others are a problem.
fn stated(files: &[(&str, &[u8])], problems: &mut Vec<Error>) -> Manifest {
    let mut all: Vec<&(&str, &[u8])> =
        files.iter().filter(|(name, _)| file_name(name) == manifest::FILE).collect();
    all.sort_by_key(|(name, _)| name.matches(['/', '\\']).count());
    let Some(((name, bytes), others)) = all.split_first() else { return Manifest::default() };
    for (other, _) in others {
        let what = format!("{name} is the collection's; this one was not read");
        problems.push(Error::new(Kind::Input, what).in_file(*other));
    }
    manifest::read(name, bytes)
}

/// Whether a file is none of a source: the manifest itself, and what systems leave in
/// folders and archives.
fn is_ignored(name: &str) -> bool {
    let file = file_name(name);
    file == manifest::FILE
        || file.starts_with('.')
        || matches!(file, "Thumbs.db" | "desktop.ini")
        || name.split(['/', '\\']).any(|folder| folder == "__MACOSX")
}

fn file_name(name: &str) -> &str {
    name.rsplit(['/', '\\']).next().unwrap_or(name)
}

/// Puts what the manifest states into the sources; returns each source's place in the
/// author's order, the last place for those not named, none for those left out.
fn state(
    entries: Vec<Entry>,
    sources: &mut [Document],
    problems: &mut Vec<Error>,
) -> Vec<Option<usize>> {
    let mut order = vec![Some(usize::MAX); sources.len()];
    let mut by_name: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, source) in sources.iter().enumerate() {
        by_name.entry(file_name(&source.file).to_owned()).or_default().push(at);
    }
    for (place, entry) in entries.into_iter().enumerate() {
        let Entry { file, id, given, by, left_out } = entry;
        let named = |source: &Document| match (&file, &id) {
            (Some(file), _) => {
                source.file == *file
                    || source
                        .file
                        .strip_suffix(file.as_str())
                        .is_some_and(|rest| rest.ends_with('/'))
            }
            (None, Some(id)) => source.id == *id,
            (None, None) => false,
        };
        let mut at: Vec<usize> = match &file {
            Some(file) => by_name.get(file_name(file)).cloned().unwrap_or_default(),
            None => (0..sources.len()).collect(),
        };
        at.retain(|at| named(&sources[*at]));
        // One JSONL file holds many sources; the id says which is meant.
        if at.len() > 1
            && let Some(id) = &id
        {
            at.retain(|at| sources[*at].id == *id);
        }
        // Of files of one name, the one nearest to the top is meant.
        let depth = |at: &usize| sources[*at].file.matches('/').count();
        let top = at.iter().map(depth).min();
        at.retain(|at| Some(depth(at)) == top);
        let called = file.clone().or_else(|| id.clone()).unwrap_or_default();
        let problem = |what: String| Error::new(Kind::Input, what).in_file(manifest::FILE);
        let &[at] = at.as_slice() else {
            problems.push(match at.len() {
                0 => problem(format!("it names “{called}”, which was not read")),
                n => problem(format!("“{called}” is {n} sources")).advise("name one by its “id”"),
            });
            continue;
        };
        if order[at] != Some(usize::MAX) {
            problems.push(problem(format!("it names “{called}” twice")));
            continue;
        }
        order[at] = (!left_out).then_some(place);
        if let Some(id) = id {
            sources[at].id = id;
        }
        let mut unused = given::apply(&mut sources[at], given, manifest::FILE);
        unused.extend(correct(&mut sources[at], &by));
        problems.extend(unused.into_iter().map(|what| problem(format!("{called}: {what}"))));
    }
    order
}

/// Gives sources of one id distinct ids, `name-2`, `name-3`: none is lost.
fn distinguish(sources: &mut [Document], problems: &mut Vec<Error>) {
    let mut taken: BTreeSet<String> = sources.iter().map(|source| source.id.clone()).collect();
    let mut first: BTreeMap<String, String> = BTreeMap::new();
    let mut last: BTreeMap<String, usize> = BTreeMap::new();
    for source in sources {
        let Some(other) = first.get(&source.id) else {
            first.insert(source.id.clone(), source.file.clone());
            continue;
        };
        let nth = last.entry(source.id.clone()).or_insert(1);
        let id = loop {
            *nth += 1;
            let id = format!("{}-{nth}", source.id);
            if taken.insert(id.clone()) {
                break id;
            }
        };
        let what = format!(
            "“{}” is also the id of a source in {other}; this one is called “{id}”",
            source.id
        );
        problems.push(Error::new(Kind::Input, what).in_file(source.file.as_str()));
        source.id = id;
    }
}

fn nothing(problems: &[Error]) -> Error {
    let error = match problems {
        [] => {
            return Error::new(Kind::Input, "there is no file to read")
                .advise("add texts, saved pages, documents or tables");
        }
        [only] => format!("no source could be read: {only}"),
        [first, rest @ ..] => {
            format!("no source could be read: {first} (and {} more problems)", rest.len())
        }
    };
    Error::new(Kind::Input, error)
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::source::archive::tests::packed;

    fn files(list: &[(&str, &str)]) -> Vec<(String, Vec<u8>)> {
        list.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect()
    }

    const TOML: &str = "title = 'Two'\n[[source]]\nfile = 'z.txt'\nid = 'last'\noutlet = 'Z'\ndate = 2020-01-02\n[[source]]\nfile = 'gone.txt'\n";

    #[test]
    fn the_order_of_files_changes_nothing() {
        let mut list = files(&[
            ("b.txt", "One."),
            ("a", "Two."),
            ("z.txt", "Three."),
            ("c.jsonl", "{\"id\":\"m\",\"text\":\"Four.\"}\n"),
            ("collection.toml", TOML),
        ]);
        let collection = read(&list).unwrap();
        let ids: Vec<_> = collection.sources.iter().map(|source| source.id.as_str()).collect();
        assert_eq!(ids, ["last", "a", "b", "m"]);
        for _ in 0..list.len() {
            list.rotate_left(1);
            assert_eq!(read(&list).unwrap(), collection);
        }
        list.reverse();
        assert_eq!(read(&list).unwrap(), collection);
    }

    #[test]
    fn the_authors_statements_win_and_a_missing_file_is_a_problem() {
        let collection = read(&files(&[("z.txt", "Three."), ("collection.toml", TOML)])).unwrap();
        let meta = &collection.sources[0].meta;
        assert_eq!(meta.outlet.as_ref().unwrap().value, "Z");
        assert_eq!(meta.date.as_ref().unwrap().reason.0, "collection.toml");
        assert_eq!(collection.problems.len(), 1);
        assert!(collection.problems[0].to_string().contains("“gone.txt”"));
    }

    #[test]
    fn two_sources_of_one_id_are_both_kept() {
        let collection =
            read(&files(&[("x/a.txt", "One."), ("y/a.txt", "Two."), ("a-2.txt", "Three.")]))
                .unwrap();
        let ids: Vec<_> = collection.sources.iter().map(|source| source.id.as_str()).collect();
        assert_eq!(ids, ["a", "a-3", "a-2"]);
        let problem = collection.problems[0].to_string();
        assert!(problem.contains("x/a.txt") && problem.contains("y/a.txt"), "{problem}");
    }

    #[test]
    fn files_that_cannot_be_read_cost_only_themselves() {
        let collection = read(&files(&[
            ("a.txt", "One."),
            ("b.txt", ""),
            ("c.jpg", "?"),
            (".DS_Store", "x"),
            ("collection.toml", "broken"),
        ]))
        .unwrap();
        assert_eq!(collection.sources.len(), 1);
        assert_eq!(collection.problems.len(), 3);
    }

    #[test]
    fn an_archive_is_a_folder_and_may_hold_the_manifest() {
        let inner = packed(&[("d.txt", b"Four.")]);
        let bytes = packed(&[
            ("all/z.txt", b"Three."),
            ("all/a.md", b"# One\n\nTwo."),
            ("all/collection.toml", TOML.as_bytes()),
            ("__MACOSX/all/._z.txt", b"\0\0"),
            ("all/in.zip", &inner),
            ("all/x.jpg", b"?"),
        ]);
        let collection = read(&[("c.zip".to_owned(), bytes)]).unwrap();
        let ids: Vec<_> = collection.sources.iter().map(|source| source.id.as_str()).collect();
        assert_eq!(ids, ["last", "a", "d"]);
        assert_eq!(collection.title, "Two");
        assert_eq!(collection.sources[2].file, "c.zip/all/in.zip/d.txt");
        let problems: Vec<_> = collection.problems.iter().map(ToString::to_string).collect();
        assert_eq!(problems.len(), 2, "{problems:?}");
        assert!(problems.iter().any(|problem| problem.starts_with("c.zip/all/x.jpg: ")));
    }

    #[test]
    fn of_an_archive_what_is_encrypted_outside_or_a_bomb_costs_only_itself() {
        let mut bytes = packed(&[
            ("secret.txt", b"Locked away."),
            ("../out.txt", b"Outside."),
            ("bomb.txt", &vec![b' '; 60_000_000]),
            ("good.txt", b"One line."),
        ]);
        // The bit for encryption, in the file's own head and in the directory's.
        for (head, flags) in [(&b"PK\x03\x04"[..], 6), (b"PK\x01\x02", 8)] {
            let at = bytes.windows(4).position(|own| own == head).unwrap();
            bytes[at + flags] |= 1;
        }
        let collection = read(&[("a.zip".to_owned(), bytes)]).unwrap();
        assert_eq!(collection.sources.len(), 1);
        assert_eq!(collection.sources[0].file, "a.zip/good.txt");
        let problems: Vec<_> = collection.problems.iter().map(ToString::to_string).collect();
        for (file, why) in [
            ("a.zip/secret.txt", "encrypted"),
            ("a.zip/../out.txt", "outside"),
            ("a.zip/bomb.txt", "250 times"),
        ] {
            assert!(
                problems.iter().any(|one| one.starts_with(file) && one.contains(why)),
                "{file}: {problems:?}"
            );
        }
    }

    #[test]
    fn an_archive_three_deep_is_not_unpacked_and_said() {
        let third = packed(&[("d.txt", b"Four.")]);
        let second = packed(&[("third.zip", &third), ("b.txt", b"Two.")]);
        let first = packed(&[("second.zip", &second), ("a.txt", b"One.")]);
        let collection = read(&[("first.zip".to_owned(), first)]).unwrap();
        assert_eq!(collection.sources.len(), 2);
        let problem = collection.problems[0].to_string();
        assert!(problem.starts_with("first.zip/second.zip/third.zip: "), "{problem}");
    }

    #[test]
    fn a_folder_without_sources_is_refused_with_the_reason() {
        assert!(read(&[]).is_err());
        let error = read(&files(&[("b.txt", " ")])).unwrap_err().to_string();
        assert!(error.contains("b.txt") && error.contains("no text"), "{error}");
    }
}
