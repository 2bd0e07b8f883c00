//! How long the engine takes: to build a collection, open its pack, answer queries, compare.
//!
//! In: the bundled digests, repeated under other ids to about 2 MB. Out: times, by
//! `cargo bench`. What the answers are is for the tests.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a benchmark that fails stops")]

use std::{fs, hint::black_box, path::Path, sync::LazyLock};

use divan::{Bencher, counter::BytesCount};
use tellings::{
    engine::{Build, Engine},
    index::Concepts,
    protocol::{Corrections, Filter, HitOrder, Request, Term},
    source::{Document, Presets, collection},
};

/// How much text is searched, in bytes.
const SIZE: usize = 2_000_000;

static CONCEPTS: LazyLock<Concepts> =
    LazyLock::new(|| Concepts::parse(include_str!("../data/concepts.toml")).unwrap());

static DOCUMENTS: LazyLock<Vec<Document>> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/talks");
    let files: Vec<(String, Vec<u8>)> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| {
            (path.file_name().unwrap().to_str().unwrap().to_owned(), fs::read(&path).unwrap())
        })
        .collect();
    let talks = collection::read(&files).unwrap().sources;
    let (mut documents, mut bytes) = (Vec::new(), 0);
    for (nth, talk) in (0..).zip(talks.iter().cycle()) {
        if bytes >= SIZE {
            break;
        }
        bytes += talk.text.len();
        let id = format!("{}-{}", talk.id, nth / talks.len());
        documents.push(Document { id, ..talk.clone() });
    }
    documents
});

static PACK: LazyLock<Vec<u8>> = LazyLock::new(|| built().pack().to_vec());

static ENGINE: LazyLock<Engine> = LazyLock::new(|| Engine::open(PACK.clone()).unwrap());

fn built() -> Engine {
    let mut build = Build::new();
    DOCUMENTS.iter().cloned().for_each(|document| build.add(document));
    build.finish("", "", &Presets::default(), &CONCEPTS).unwrap()
}

fn main() {
    LazyLock::force(&ENGINE);
    divan::main();
}

#[divan::bench(sample_count = 5)]
fn build(bencher: Bencher<'_, '_>) {
    let bytes: usize = DOCUMENTS.iter().map(|document| document.text.len()).sum();
    bencher.counter(BytesCount::new(bytes)).bench(built);
}

#[divan::bench]
fn open(bencher: Bencher<'_, '_>) {
    bencher
        .counter(BytesCount::new(PACK.len()))
        .with_inputs(|| PACK.clone())
        .bench_values(|pack| Engine::open(pack).unwrap());
}

/// A word, one spelling, a phrase, a prefix, a combination, and a word that nobody wrote.
#[divan::bench(args = [
    "sanctions", "=санкции", "\"Владимир Путин\"", "пере*", "(Putin OR Trump) -sanctions lang:ru", "zeppelin",
])]
fn search(bencher: Bencher<'_, '_>, query: &str) {
    let request = Request::Search { terms: vec![Term::new(query)], filter: Filter::default() };
    bencher.bench(|| ENGINE.answer(black_box(&request)));
}

#[divan::bench]
fn hits(bencher: Bencher<'_, '_>) {
    let (terms, filter) = (vec![Term::new("Putin")], Filter::default());
    let request = Request::Hits { terms, filter, order: HitOrder::default(), from: 0, count: 50 };
    bencher.bench(|| ENGINE.answer(black_box(&request)));
}

#[divan::bench]
fn compare(bencher: Bencher<'_, '_>) {
    let ids = ["2017-thaw-0", "2021-video-call-0"].map(str::to_owned).to_vec();
    let request = Request::Compare { ids, corrections: Corrections::default() };
    bencher.bench(|| ENGINE.answer(black_box(&request)));
}
