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
    let unpacked: Vec<(String, Vec<u8>)> =
        files.iter().flat_map(|(name, bytes)| unpack(name, bytes, 1, &mut problems)).collect();
    let mut files: Vec<(&str, &[u8])> = files
        .iter()
        .filter(|(_, bytes)| !formats::is_archive(bytes))
        .chain(&unpacked)
        .map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
        .collect();
    files.sort_unstable();
    let manifest = stated(&files, &mut problems);
    let Manifest { title, description, presets, sources: entries, problems: own } = manifest;
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
    let mut ranked: Vec<(usize, Document)> = order.into_iter().zip(sources).collect();
    ranked
        .sort_by(|(a, one), (b, other)| (a, &one.id, &one.file).cmp(&(b, &other.id, &other.file)));
    let mut sources: Vec<Document> = ranked.into_iter().map(|(_, document)| document).collect();
    distinguish(&mut sources, &mut problems);
    if sources.is_empty() {
        return Err(nothing(&problems));
    }
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

/// The files of the archive named `name`, their paths after its name; none where it is no
/// archive. An archive in it is unpacked too, one deeper is not.
fn unpack(
    name: &str,
    bytes: &[u8],
    deeper: u8,
    problems: &mut Vec<Error>,
) -> Vec<(String, Vec<u8>)> {
    if !formats::is_archive(bytes) {
        return Vec::new();
    }
    let mut archive = match Archive::open(bytes) {
        Ok(archive) => archive,
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
        match archive.file(&path) {
            Ok(bytes) if !formats::is_archive(&bytes) => files.push((full, bytes)),
            Ok(bytes) if deeper > 0 => files.extend(unpack(&full, &bytes, deeper - 1, problems)),
            Ok(_) => problems.push(
                Error::new(Kind::Input, "an archive in an archive in an archive is not unpacked")
                    .in_file(full)
                    .advise("unpack it and give its files"),
            ),
            Err(error) => {
                let over = error.kind() == Kind::TooLarge;
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
/// author's order, the last place for those not named.
fn state(entries: Vec<Entry>, sources: &mut [Document], problems: &mut Vec<Error>) -> Vec<usize> {
    let mut order = vec![usize::MAX; sources.len()];
    for (place, Entry { file, id, given }) in entries.into_iter().enumerate() {
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
        let mut at: Vec<usize> = (0..sources.len()).filter(|at| named(&sources[*at])).collect();
        // One JSONL file holds many sources; the id says which is meant.
        if at.len() > 1
            && let Some(id) = &id
        {
            at.retain(|at| sources[*at].id == *id);
        }
        let called = file.clone().or_else(|| id.clone()).unwrap_or_default();
        let problem = |what: String| Error::new(Kind::Input, what).in_file(manifest::FILE);
        let &[at] = at.as_slice() else {
            problems.push(match at.len() {
                0 => problem(format!("it names “{called}”, which was not read")),
                n => problem(format!("“{called}” is {n} sources")).advise("name one by its “id”"),
            });
            continue;
        };
        if order[at] != usize::MAX {
            problems.push(problem(format!("it names “{called}” twice")));
            continue;
        }
        order[at] = place;
        if let Some(id) = id {
            sources[at].id = id;
        }
        let unused = given::apply(&mut sources[at], given, manifest::FILE);
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
