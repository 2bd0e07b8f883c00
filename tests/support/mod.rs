//! What several tests need: the engine over small collections, and the data folder.
//!
//! In: texts, or paths inside the folder that `TELLINGS_DATA` names (by default `shared`
//! beside the checkout). Out: engines and answers. Where data is missing, a line that begins
//! with `skipped:` is printed; with `TELLINGS_STRICT=1` it is a failure. No test is in here.

#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "each test uses a part of it; it panics where the test is to fail"
)]

use std::{env, fs, path::PathBuf, sync::LazyLock};

use tellings::{
    engine::{Build, Engine},
    index::{Builder, Concepts, Section},
    pack,
    protocol::{
        Comparison, Corrections, Filter, HitOrder, HitsAnswer, Mark, Request, Response,
        SearchAnswer, Term,
    },
    source::collection::{self, Collection},
};

static CONCEPTS: LazyLock<Concepts> =
    LazyLock::new(|| Concepts::parse(include_str!("../../data/concepts.toml")).unwrap());

static FEW: LazyLock<Concepts> = LazyLock::new(|| {
    let list = "[[concept]]
id = 'sanctions'
en = ['sanction']
ru = ['санкция']
bg = ['санкция']
uk = ['санкція']
[[concept]]
id = 'usa'
en = ['US']
ru = ['США']
bg = ['САЩ']
uk = ['США']
[[concept]]
id = 'war'
en = ['war']
ru = ['война']
bg = ['война']
uk = ['війна']
";
    Concepts::parse(list).unwrap()
});

/// A file or folder of the test data, or `None` after saying that it is missing.
pub fn data(path: &str) -> Option<PathBuf> {
    let folder = env::var_os("TELLINGS_DATA")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared"), PathBuf::from);
    let found = folder.join(path);
    if found.exists() {
        return Some(found);
    }
    let strict = env::var_os("TELLINGS_STRICT").is_some_and(|value| value == "1");
    assert!(!strict, "no {path} in the test data: set TELLINGS_DATA to its folder");
    println!("skipped: no {path} in the test data");
    None
}

/// The files of a folder, by name, as the command line reads them.
pub fn files(folder: &PathBuf) -> Vec<(String, Vec<u8>)> {
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
        .into_iter()
        .map(|path| {
            (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read(&path).unwrap())
        })
        .collect()
}

/// The bundled collection, as it is read.
pub fn talks() -> Collection {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("corpus/talks");
    collection::read(&files(&folder)).unwrap()
}

/// An engine over a collection, built with the bundled subjects.
pub fn engine(collection: Collection) -> Engine {
    let Collection { title, description, presets, sources, problems: _ } = collection;
    let mut build = Build::new();
    sources.into_iter().for_each(|document| build.add(document));
    build.finish(&title, &description, &presets, &CONCEPTS).unwrap()
}

/// An engine over files.
pub fn engine_of(files: &[(String, Vec<u8>)]) -> Engine {
    engine(collection::read(files).unwrap())
}

/// An engine over files with a few subjects of its own: it is built in no time.
pub fn small_engine(files: &[(String, String)]) -> Engine {
    open(&sections(files))
}

/// The sections of the index that a [`small_engine`] has.
pub fn sections(files: &[(String, String)]) -> Vec<(Section, Vec<u8>)> {
    let files: Vec<_> =
        files.iter().map(|(name, text)| (name.clone(), text.clone().into_bytes())).collect();
    let Collection { title, description, presets, sources, .. } = collection::read(&files).unwrap();
    let mut builder = Builder::new();
    sources.iter().for_each(|document| builder.add(document).unwrap());
    builder.finish(&title, &description, &presets, &FEW)
}

/// An engine over sections, which may be anybody's.
pub fn open(sections: &[(Section, Vec<u8>)]) -> Engine {
    Engine::open(pack::write(sections).unwrap()).unwrap()
}

/// The answer to a search for one query.
pub fn search(engine: &Engine, query: &str) -> SearchAnswer {
    search_term(engine, &Term::new(query), &Filter::default())
}

/// The answer to a search for one term.
pub fn search_term(engine: &Engine, term: &Term, filter: &Filter) -> SearchAnswer {
    match engine.answer(&Request::Search { terms: vec![term.clone()], filter: filter.clone() }) {
        Response::Search(answer) => answer,
        other => panic!("a search was answered by {other:?}"),
    }
}

/// The marks of one term in one source.
pub fn marks(engine: &Engine, id: &str, term: &Term, filter: &Filter) -> Vec<Mark> {
    let (id, terms) = (id.to_owned(), vec![term.clone()]);
    match engine.answer(&Request::Marks { id, terms, filter: filter.clone() }) {
        Response::Marks(marks) => marks,
        other => panic!("marks were answered by {other:?}"),
    }
}

/// The whole concordance of one term.
pub fn hits(engine: &Engine, term: &Term, filter: &Filter) -> HitsAnswer {
    let terms = vec![term.clone()];
    let order = HitOrder::default();
    let request = Request::Hits { terms, filter: filter.clone(), order, from: 0, count: u32::MAX };
    match engine.answer(&request) {
        Response::Hits(answer) => answer,
        other => panic!("hits were answered by {other:?}"),
    }
}

/// A comparison of sources.
pub fn compare(engine: &Engine, ids: &[&str]) -> Comparison {
    let ids = ids.iter().map(|id| (*id).to_owned()).collect();
    match engine.answer(&Request::Compare { ids, corrections: Corrections::default() }) {
        Response::Comparison(comparison) => comparison,
        other => panic!("a comparison was answered by {other:?}"),
    }
}
