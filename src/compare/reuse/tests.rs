//! What reuse finds in small collections.
#![allow(clippy::expect_used, reason = "a test may fail")]

use super::{First, reuse};
use crate::{
    index::{Builder, Concepts},
    pack::{self, Pack},
    query::Filter,
    source::{Presets, collection},
};

fn pack(files: &[(&str, &str)]) -> Pack {
    let files: Vec<(String, Vec<u8>)> =
        files.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect();
    let mut builder = Builder::new();
    for document in collection::read(&files).expect("files that can be read").sources {
        builder.add(&document).expect("a document of its own id");
    }
    let sections = builder.finish("", "", &Presets::default(), &Concepts::default());
    let bytes = pack::write(&sections).expect("a pack");
    Pack::open(bytes).expect("what was just written")
}

const STORY: &str = "The two presidents spoke for about two hours over a closed video link and \
                     agreed that their advisers would go on with the talks.";

#[test]
fn a_sentence_copied_with_a_word_changed_is_one_stretch() {
    let copied = STORY.replace("closed", "secure");
    let pack = pack(&[
        ("a.txt", &format!("A heading of its own\n\nIt began so. {STORY} Then came the evening.")),
        ("b.txt", &format!("Another title here\n\n{copied} Nothing else was said on that day.")),
    ]);
    let index = pack.index();
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
    let pack = pack(&[("a.txt", STORY), ("b.txt", "Nothing of the kind was ever said by us.")]);
    assert_eq!(reuse(pack.index(), &Filter::default(), 10).total, 0);
}

#[test]
fn the_earlier_date_had_it_first_and_a_year_says_nothing_of_its_days() {
    use super::earlier;
    assert_eq!(earlier(Some("2013-05-03"), Some("2013-05-04")), Some(First::A));
    assert_eq!(earlier(Some("2013-05-03T10:00"), Some("2013-05-03T09:16")), Some(First::B));
    assert_eq!(earlier(Some("2013"), Some("2013-05-04")), None);
    assert_eq!(earlier(None, Some("2013")), None);
}
