//! A collection as an archive of files: what was given, and what is said of it.
//!
//! In: a collection, and the files that its sources came from, as far as they are known. Out:
//! a ZIP archive. A source that is read from one of the files as it is in the collection comes
//! as that file, any other one as its text; `collection.toml` has what was corrected, left out,
//! noted, and the order. Invariant: the archive, unpacked or not, is read as a collection of
//! the same sources.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
    io::{Cursor, Write as _},
};

use zip::{CompressionMethod, ZipWriter, result::ZipError, write::SimpleFileOptions};

use super::kept;
use crate::{
    engine::Engine,
    error::{Error, Kind, Result},
    source::{Document, Presets, collection},
    span::Span,
};

/// The name of what is said of a collection.
const SAYS: &str = "collection.toml";

/// A file: its name and its bytes.
type File = (String, Vec<u8>);

/// The archive of a collection whose sources came from `originals`.
///
/// # Errors
/// When it would be too large.
pub fn archive(engine: &Engine, originals: Vec<File>) -> Result<Vec<u8>> {
    let index = engine.index();
    let sources: Vec<Document> = index.sources.iter().map(kept::document).collect();
    let mut taken = BTreeMap::new();
    // What cannot be unpacked was told when it came.
    let unpacked = collection::unpacked(&originals, &mut Vec::new());
    let mut files: Vec<File> = originals
        .into_iter()
        .filter(|(_, bytes)| !collection::is_archive(bytes))
        .chain(unpacked)
        .filter(|(name, _)| base(name) != SAYS)
        .map(|(name, bytes)| (free_name(base(&name), &mut taken), bytes))
        .collect();
    let read = documents(&files);
    let found = places(&sources, &read);
    // A file of which nothing is in the collection any more stays away.
    let used: BTreeSet<&str> = found.iter().flatten().map(|at| read[*at].file.as_str()).collect();
    files.retain(|(name, _)| used.contains(name.as_str()));
    let mut texts = vec![None; sources.len()];
    for (at, source) in sources.iter().enumerate().filter(|(at, _)| found[*at].is_none()) {
        let name = free_name(&format!("{}.txt", plain(&source.id)), &mut taken);
        files.push((name.clone(), source.text.clone().into_bytes()));
        texts[at] = Some(name);
    }
    let read = documents(&files);
    let mut says = heading(index.title(), index.description(), &index.presets());
    let mut found = places(&sources, &read);
    // A text is read as one source.
    let by_file: BTreeMap<&str, usize> =
        read.iter().enumerate().map(|(at, document)| (document.file.as_str(), at)).collect();
    for (found, name) in found.iter_mut().zip(texts) {
        if let Some(name) = name {
            *found = by_file.get(name.as_str()).copied();
        }
    }
    for (source, found) in sources.iter().zip(&found) {
        says.push_str(&entry(source, found.and_then(|at| read.get(at))));
    }
    let found: BTreeSet<usize> = found.into_iter().flatten().collect();
    for (at, document) in read.iter().enumerate() {
        if !found.contains(&at) {
            let (file, id) = (quoted(&document.file), quoted(&document.id));
            let _ = write!(says, "\n[[source]]\nfile = {file}\nid = {id}\nleft_out = true\n");
        }
    }
    for note in index.presets().notes {
        let (source, text) = (quoted(&note.source), quoted(&note.text));
        let at = note.at.map(|at| format!("at = {at}\n")).unwrap_or_default();
        let _ = write!(says, "\n[[note]]\nsource = {source}\n{at}text = {text}\n");
    }
    files.push((SAYS.to_owned(), says.into_bytes()));
    files.sort_unstable();
    zipped(&files).map_err(|error| {
        Error::new(Kind::TooLarge, format!("the archive cannot be written: {error}"))
            .advise("make several collections of it")
    })
}

/// What is read from the files, with nothing said of it.
fn documents(files: &[File]) -> Vec<Document> {
    collection::read(files).map(|read| read.sources).unwrap_or_default()
}

/// Which document each source is; none where no file gives it as it is.
fn places(sources: &[Document], read: &[Document]) -> Vec<Option<usize>> {
    let mut in_file: BTreeMap<&str, usize> = BTreeMap::new();
    for document in read {
        *in_file.entry(&document.file).or_default() += 1;
    }
    // Of the sources of one file only the id says which is meant.
    let mut alike: BTreeMap<(Told<'_>, Option<&str>), Vec<usize>> = BTreeMap::new();
    for (at, document) in read.iter().enumerate().rev() {
        let is_alone = in_file.get(document.file.as_str()) == Some(&1);
        let id = (!is_alone).then_some(document.id.as_str());
        alike.entry((told(document), id)).or_default().push(at);
    }
    let mut places = Vec::with_capacity(sources.len());
    for source in sources {
        let mut take = |id| alike.get_mut(&(told(source), id))?.pop();
        places.push(take(Some(source.id.as_str())).or_else(|| take(None)));
    }
    places
}

/// A text, and where its blocks are.
type Told<'d> = (&'d str, Vec<Span>);

fn told(document: &Document) -> Told<'_> {
    (&document.text, document.blocks.iter().map(|block| block.span).collect())
}

fn heading(title: &str, description: &str, presets: &Presets) -> String {
    let Presets { terms, view, notes: _ } = presets;
    let terms: Vec<String> = terms.iter().map(|term| quoted(term)).collect();
    let view = view.iter().map(|view| format!("view = {}\n", quoted(view))).collect::<String>();
    format!(
        "title = {}\ndescription = {}\n\n[presets]\nterms = [{}]\n{view}",
        quoted(title),
        quoted(description),
        terms.join(", ")
    )
}

/// What is said of a source: what differs from the document that is read.
fn entry(source: &Document, read: Option<&Document>) -> String {
    let Some(read) = read else { return String::new() };
    let mut entry =
        format!("\n[[source]]\nfile = {}\nid = {}\n", quoted(&read.file), quoted(&source.id));
    let (own, other) = (&source.meta, &read.meta);
    let value = |found: &Option<crate::source::Found<String>>| {
        found.as_ref().map(|found| found.value.clone()).unwrap_or_default()
    };
    for (key, own, other) in [
        ("title", value(&own.title), value(&other.title)),
        ("outlet", value(&own.outlet), value(&other.outlet)),
        ("date", value(&own.date), value(&other.date)),
        ("updated", value(&own.updated), value(&other.updated)),
        ("captured", value(&own.captured), value(&other.captured)),
        ("url", value(&own.url), value(&other.url)),
        ("origin", value(&own.origin), value(&other.origin)),
        ("lang", own.lang.value.to_string(), other.lang.value.to_string()),
        ("cites", own.cites.clone().unwrap_or_default(), other.cites.clone().unwrap_or_default()),
    ] {
        if own != other {
            let _ = writeln!(entry, "{key} = {}", quoted(&own));
        }
    }
    if own.author_names() != other.author_names() {
        let authors: Vec<String> = own.author_names().iter().map(|author| quoted(author)).collect();
        let _ = writeln!(entry, "authors = [{}]", authors.join(", "));
    }
    let blocks = source.blocks.iter().zip(&read.blocks);
    let kinds: Vec<String> = blocks
        .filter(|(own, other)| {
            own.span == other.span && (own.kind, own.lang) != (other.kind, other.lang)
        })
        .map(|(own, other)| {
            let spoken =
                if own.lang == other.lang { String::new() } else { format!(":{}", own.lang) };
            format!("{} = {}", own.span.start, quoted(&format!("{}{spoken}", own.kind.name())))
        })
        .collect();
    if !kinds.is_empty() {
        let _ = writeln!(entry, "kinds = {{ {} }}", kinds.join(", "));
    }
    entry
}

fn zipped(files: &[File]) -> std::result::Result<Vec<u8>, ZipError> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, bytes) in files {
        zip.start_file(name.as_str(), options)?;
        zip.write_all(bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}

fn base(name: &str) -> &str {
    name.rsplit(['/', '\\']).next().unwrap_or(name)
}

/// The name, or with a number before its ending where it is taken. `taken` holds the names, and
/// the last number that was given to each: ten thousand files may be called `index.html`.
fn free_name(name: &str, taken: &mut BTreeMap<String, usize>) -> String {
    let (stem, ending) = match name.rfind('.').filter(|dot| *dot > 0) {
        Some(dot) => name.split_at(dot),
        None => (name, ""),
    };
    // Some disks know no capitals.
    let own = name.to_lowercase();
    let mut nth = taken.get(&own).copied().unwrap_or_default();
    loop {
        nth += 1;
        let free = if nth == 1 { name.to_owned() } else { format!("{stem}-{nth}{ending}") };
        let small = free.to_lowercase();
        if !taken.contains_key(&small) {
            taken.insert(small, 1);
            taken.insert(own, nth);
            return free;
        }
    }
}

/// An id as a name that every disk takes.
fn plain(id: &str) -> String {
    let name: String = id
        .chars()
        .take(80)
        .map(|c| if c.is_alphanumeric() || c == '-' { c } else { '_' })
        .collect();
    if name.is_empty() { "source".to_owned() } else { name }
}

/// A string as TOML writes it: as JSON does, but for one letter.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string().replace('\u{7f}', "\\u007f")
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::{File, archive, documents, free_name};
    use crate::{
        engine::Engine,
        importing::{Job, Step, Wishes},
        lang::Lang,
        source::{As, BlockKind, Correction, Item, Note, Presets, collection},
    };

    fn run(wishes: Wishes, pack: Option<Vec<u8>>, files: &[File]) -> Vec<u8> {
        let mut job = Job::new(wishes, pack).unwrap();
        files.iter().for_each(|(name, bytes)| job.file(name, bytes.clone()));
        loop {
            if let Step::Done(pack, _) = job.step().unwrap() {
                return pack;
            }
        }
    }

    fn files() -> Vec<File> {
        let page = "<html lang=en><title>Talks</title><body><article><h1>Talks in Geneva</h1><p>The \
                    delegations met for an hour and spoke of sanctions.<p>They will meet again.\
                    </article><footer>All rights reserved</footer>";
        [
            ("x/a.html", page),
            ("b.txt", "Talks in Istanbul\n\nThe delegations met. They agreed to swap prisoners.\n"),
            ("many.jsonl", "{\"id\":\"m1\",\"text\":\"One. Two.\"}\n{\"id\":\"m2\",\"text\":\"Three.\",\"date\":\"2020-01-02\"}\n"),
            ("collection.toml", "title = 'Talks'\n[[source]]\nfile = 'b.txt'\noutlet = 'The \"Example\"'\n"),
        ]
        .map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()))
        .to_vec()
    }

    /// What a collection is, whatever the reasons for it.
    fn told(pack: &[u8]) -> Vec<String> {
        let engine = Engine::open(pack.to_vec()).unwrap();
        let index = engine.index();
        let mut all =
            vec![format!("{} {} {:?}", index.title(), index.description(), index.presets())];
        for document in index.sources.iter().map(super::kept::document) {
            let value = |found: &Option<crate::source::Found<String>>| {
                found.as_ref().map(|found| found.value.clone())
            };
            let meta = &document.meta;
            let kinds: Vec<_> =
                document.blocks.iter().map(|block| (block.kind, block.span, block.lang)).collect();
            all.push(format!(
                "{} {:?} {:?} {:?} {:?} {:?} {} {kinds:?} {:?}",
                document.id,
                value(&meta.title),
                value(&meta.outlet),
                value(&meta.date),
                value(&meta.url),
                meta.author_names(),
                meta.lang.value,
                document.text
            ));
        }
        all
    }

    #[test]
    fn an_archive_is_read_as_the_collection_it_was_made_of() {
        let pack = run(Wishes::default(), None, &files());
        let first = Engine::open(pack.clone()).unwrap();
        let last_block = |id: &str| {
            let source = first.index().sources.find(id).unwrap();
            source.blocks().last().unwrap().span().start
        };
        let by = |id: &str| Correction { id: id.into(), ..Correction::default() };
        let wishes = Wishes {
            keep: Some(["m2", "a", "b"].map(str::to_owned).to_vec()),
            corrections: vec![
                Correction {
                    items: vec![(Item::Title, Some("Said \\ \u{7f} \"otherwise\"".into()))],
                    blocks: vec![(
                        last_block("a"),
                        Some(As { kind: BlockKind::Caption, lang: Some(Lang::BG) }),
                    )],
                    ..by("a")
                },
                Correction {
                    items: vec![
                        (Item::Date, Some(String::new())),
                        (Item::Authors, Some("N. N.".into())),
                    ],
                    ..by("m2")
                },
            ],
            notes: Some(vec![Note { source: "a".into(), at: Some(0), text: "Two\nlines".into() }]),
            presets: Some(Presets {
                terms: vec!["sanctions".into()],
                view: Some("#v1/hits?t=sanctions&off=en:sanctioned".into()),
                notes: Vec::new(),
            }),
            ..Wishes::default()
        };
        let pack = run(wishes, Some(pack), &[]);
        let engine = Engine::open(pack.clone()).unwrap();
        for originals in [files(), Vec::new()] {
            let has_all = !originals.is_empty();
            let zip = archive(&engine, originals).unwrap();
            assert!(zip == archive(&engine, if has_all { files() } else { Vec::new() }).unwrap());
            let again = run(Wishes::default(), None, &[("talks.zip".to_owned(), zip.clone())]);
            let (before, after) = (told(&pack), told(&again));
            // From its text alone a page's blocks are understood anew.
            let same = if has_all { before.len() } else { 2 };
            assert_eq!(before[..same], after[..same]);
            assert_eq!(before.len(), after.len());
            let zip = ("talks.zip".to_owned(), zip);
            let read = collection::read(std::slice::from_ref(&zip)).unwrap();
            assert_eq!(read.problems, []);
            // And an archive of what came from an archive is no deeper.
            let third = archive(&Engine::open(again.clone()).unwrap(), vec![zip]).unwrap();
            let third = run(Wishes::default(), None, &[("again.zip".to_owned(), third)]);
            assert_eq!(told(&third), told(&again));
        }
    }

    #[test]
    fn each_of_many_equal_names_becomes_one_of_its_own() {
        let mut taken = BTreeMap::new();
        let first = free_name("index-3.html", &mut taken);
        let mut all: BTreeSet<String> = (0..20_000)
            .map(|nth| free_name(["index.html", "Index.html"][nth % 2], &mut taken).to_lowercase())
            .collect();
        assert!(all.contains("index.html") && all.contains("index-20001.html"));
        all.insert(first);
        assert_eq!(all.len(), 20_001, "no name twice");
    }

    #[test]
    fn many_files_of_one_name_are_all_there_and_one_that_went_stays_away() {
        let file = |nth: usize| {
            (format!("{nth:03}/index.txt"), format!("Text {nth}.\n\nOne.").into_bytes())
        };
        let files: Vec<File> = (0..300).map(file).collect();
        let pack = run(Wishes::default(), None, &files);
        let engine = Engine::open(pack).unwrap();
        let ids = engine.index().sources.iter().map(|source| source.id().to_owned());
        let mut kept: Vec<String> = ids.skip(1).collect();
        kept.reverse();
        let wishes = Wishes { keep: Some(kept), ..Wishes::default() };
        let pack = run(wishes, Some(engine.pack().to_vec()), &[]);
        let zip = archive(&Engine::open(pack.clone()).unwrap(), files).unwrap();
        let zip = ("c.zip".to_owned(), zip);
        assert_eq!(collection::unpacked(std::slice::from_ref(&zip), &mut Vec::new()).len(), 300);
        let again = run(Wishes::default(), None, &[zip]);
        assert_eq!(told(&again), told(&pack));
        assert_eq!(told(&again).len(), 300, "the collection and 299 sources");
    }

    #[test]
    fn files_of_one_name_are_all_there() {
        let same = |folder: &str, text: &str| (format!("{folder}/a.txt"), text.as_bytes().to_vec());
        let files = [same("x", "One text."), same("y", "Another text.")];
        let pack = run(Wishes::default(), None, &files);
        let zip = archive(&Engine::open(pack.clone()).unwrap(), files.to_vec()).unwrap();
        let again = run(Wishes::default(), None, &[("c.zip".to_owned(), zip)]);
        assert_eq!(told(&pack), told(&again));
        assert_eq!(documents(&files).len(), 2);
    }
}
