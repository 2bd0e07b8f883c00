//! The bundled collection: what every visitor reads first.

use tellings::source::{BlockKind, Document};

use crate::support;

fn count(document: &Document, wanted: impl Fn(BlockKind) -> bool) -> usize {
    document.blocks.iter().filter(|block| wanted(block.kind)).count()
}

#[test]
fn it_opens_without_problems_with_four_digests() {
    let talks = support::talks();
    assert_eq!(talks.problems, []);
    assert!(!talks.title.is_empty() && !talks.description.is_empty());
    let langs: Vec<_> = talks.sources.iter().map(|source| source.meta.lang.value).collect();
    assert_eq!(langs.iter().map(ToString::to_string).collect::<Vec<_>>(), ["en", "ru", "ru", "bg"]);
    for source in &talks.sources {
        assert!(source.meta.outlet.is_some() && source.meta.date.is_some(), "{}", source.id);
        let main = source.blocks.iter().filter(|block| block.kind.is_main());
        let words: usize = main
            .map(|block| tellings::text::words(&source.text, block.span, block.lang).count())
            .sum();
        assert!((300..=600).contains(&words), "{} has {words} words", source.id);
    }
    let cited = talks.sources.iter().filter(|source| source.meta.cites.is_some()).count();
    assert_eq!(cited, 3, "the one of 2021 was published without a headline");
}

#[test]
fn its_thread_has_ten_comments_and_three_depths() {
    let talks = support::talks();
    let comments = talks.sources[0].blocks.iter().filter(|b| b.kind == BlockKind::Comment);
    let depths: Vec<u8> = comments.map(|comment| comment.depth).collect();
    assert!(depths.len() >= 10, "{}", depths.len());
    assert!((0..=2).all(|depth| depths.contains(&depth)), "{depths:?}");
}

#[test]
fn its_bulgarian_source_has_furniture_set_aside() {
    let talks = support::talks();
    let bulgarian = &talks.sources[3];
    assert!(count(bulgarian, |kind| kind == BlockKind::Boilerplate) >= 3);
    assert!(count(bulgarian, BlockKind::is_main) >= 8);
}

#[test]
fn its_terms_are_found_in_at_least_two_sources() {
    let talks = support::talks();
    let terms = talks.presets.terms.clone();
    assert_eq!(terms.len(), 2);
    let engine = support::engine(talks);
    for term in terms {
        let found = support::search(&engine, &term);
        assert!(found.terms[0].sources >= 2, "{term}: {:?}", found.sources);
        assert_eq!(found.terms[0].notes, [""; 0]);
    }
}
