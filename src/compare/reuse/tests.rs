//! What reuse finds in small collections.

use super::{First, reuse};
use crate::{
    engine::{Build, Engine},
    index::Concepts,
    query::Filter,
    source::{Presets, collection},
};

fn engine(files: &[(&str, &str)]) -> Engine {
    let files: Vec<(String, Vec<u8>)> =
        files.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect();
    let collection = collection::read(&files).expect("files that can be read");
    let mut build = Build::new();
    collection.sources.into_iter().for_each(|document| build.add(document));
    build.finish("", "", &Presets::default(), &Concepts::default()).expect("a collection")
}

const STORY: &str = "The two presidents spoke for about two hours over a closed video link and \
                     agreed that their advisers would go on with the talks.";

#[test]
fn a_sentence_copied_with_a_word_changed_is_one_stretch() {
    let copied = STORY.replace("closed", "secure");
    let engine = engine(&[
        ("a.txt", &format!("A heading of its own\n\nIt began so. {STORY} Then came the evening.")),
        ("b.txt", &format!("Another title here\n\n{copied} Nothing else was said on that day.")),
    ]);
    let index = engine.index();
    let found = reuse(index, &Filter::default(), 10);
    assert_eq!(found.total, 1, "{found:?}");
    let row = &found.rows[0];
    let text = |id: &str| index.sources.find(id).map(|source| source.text()).unwrap_or_default();
    assert_eq!(row.a.span.of_text(text("a")), STORY.trim_end_matches('.'));
    assert_eq!(row.b.span.of_text(text("b")), copied.trim_end_matches('.'));
    assert_eq!((row.same, row.words), (23, [24, 24]));
}

#[test]
fn what_is_not_the_same_is_not_found() {
    let engine = engine(&[("a.txt", STORY), ("b.txt", "Nothing of the kind was ever said by us.")]);
    assert_eq!(reuse(engine.index(), &Filter::default(), 10).total, 0);
}

#[test]
fn the_earlier_date_had_it_first_and_a_year_says_nothing_of_its_days() {
    use super::earlier;
    assert_eq!(earlier(Some("2013-05-03"), Some("2013-05-04")), Some(First::A));
    assert_eq!(earlier(Some("2013-05-03T10:00"), Some("2013-05-03T09:16")), Some(First::B));
    assert_eq!(earlier(Some("2013"), Some("2013-05-04")), None);
    assert_eq!(earlier(None, Some("2013")), None);
}
