//! What a comparison of small collections finds.
#![allow(clippy::expect_used, reason = "a test may fail")]

use super::{
    Comparison, Corrections, EvidenceKind, Shared, align::Method, compare, told::Agreement,
};
use crate::{
    index::{Builder, Concepts},
    pack::{self, Pack},
    source::{Presets, collection},
};

/// What is shared by the sources of these texts, as `of` picks it: labels and counts.
fn shared(texts: [(&str, &str); 2], of: fn(Comparison) -> Vec<Shared>) -> Vec<(String, Vec<u32>)> {
    let files = texts.map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()));
    let mut builder = Builder::new();
    for document in collection::read(&files).expect("files that can be read").sources {
        builder.add(&document).expect("a document of its own id");
    }
    let concepts = Concepts::bundled().expect("a list");
    let bytes = pack::write(&builder.finish("", "", &Presets::default(), &concepts));
    let pack = Pack::open(bytes.expect("a pack")).expect("a pack");
    let comparison = compare(pack.index(), &[0, 1], &Corrections::default());
    of(comparison).into_iter().map(|row| (row.label, row.counts)).collect()
}

#[test]
fn a_name_is_one_whole_however_it_is_written() {
    let english = "# The call\n\nThe Kremlin’s aides kept silent, and later Barack Obama \
                   spoke of April.\n";
    let russian = "# Звонок\n\nМолчали в Кремле, и Кремль ждал. Говорил лишь Барак Обама.\n";
    let names = shared([("a.md", english), ("b.md", russian)], |all| all.names);
    let counts = |of: &str| {
        let own = names.iter().find(|(label, _)| label.contains(of));
        own.map(|(_, counts)| counts.clone())
    };
    assert_eq!(counts("Кремль"), Some(vec![1, 2]), "{names:?}");
    assert_eq!(counts("April"), None, "a month is no name: {names:?}");
    let obama = counts("Обама").or(counts("Obama"));
    assert_eq!(obama, Some(vec![1, 1]), "{names:?}");
}

#[test]
fn a_word_counts_for_the_subjects_that_it_is_a_word_of() {
    let one = "# Новина\n\nТази страна помогна. Говори цялата страна.\n";
    let other = "# Случай\n\nТова е странно, и странният случай остана.\n";
    let subjects = shared([("a.md", one), ("b.md", other)], |all| all.concepts);
    let counts = |of: &str| {
        let own = subjects.iter().find(|(label, _)| label == of);
        own.map(|(_, counts)| counts.clone())
    };
    assert_eq!(counts("country"), Some(vec![2, 0]), "{subjects:?}");
    assert_eq!(counts("strange"), Some(vec![0, 2]), "{subjects:?}");
}

#[test]
fn a_decimal_is_not_the_number_of_its_digits() {
    let one = "# Цена\n\nЭто стоило 1,5 млн рублей.\n";
    let other = "# Цена\n\nЭто стоило 15 млн рублей.\n";
    let figures = shared([("a.md", one), ("b.md", other)], |all| all.figures);
    let counts: Vec<_> = figures.iter().map(|(_, counts)| counts.clone()).collect();
    assert_eq!(counts, [[1, 0], [0, 1]], "{figures:?}");
}

#[test]
fn what_programs_read_has_one_name() {
    let names = |value: serde_json::Result<serde_json::Value>| value.expect("a name");
    for kind in [
        EvidenceKind::Name,
        EvidenceKind::Figure,
        EvidenceKind::Concept,
        EvidenceKind::Word,
        EvidenceKind::Taught,
    ] {
        assert_eq!(names(serde_json::to_value(kind)), kind.name());
    }
    for method in [Method::Order, Method::Evidence, Method::Joined] {
        assert_eq!(names(serde_json::to_value(method)), method.name());
    }
    for agreement in [Agreement::Alone, Agreement::Same, Agreement::Different] {
        assert_eq!(names(serde_json::to_value(agreement)), agreement.name());
    }
}
