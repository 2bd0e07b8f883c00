//! Deterministic, whole or refused: what is promised of packs.

use proptest::prelude::*;
use tellings::{
    engine::Engine,
    index::Section,
    lang::Lang,
    pack,
    protocol::{Corrections, Counted, Filter, HitOrder, Measure, Passage, Request, Term},
    source::BlockKind,
    span::Span,
};

use crate::{support, worlds};

/// Asks everything that can be asked; what is answered does not matter, that it is does.
fn ask(engine: &Engine) {
    let queries = [
        "Putin OR санкц* OR \"the US\" OR ~войн OR /mini.*/",
        "name:\"George Hughes\" OR concept:war OR Tillerson",
        "minister NEAR/3 Hughes AND NOT министр",
    ];
    let terms: Vec<Term> = queries.into_iter().map(Term::new).collect();
    let named = Filter {
        names: vec!["Putin".to_owned(), "George Hughes".to_owned()],
        kinds: vec![BlockKind::Paragraph, BlockKind::Comment],
        ..Filter::default()
    };
    let (id, ids) = ("s0".to_owned(), vec!["s0".to_owned(), "s1".to_owned()]);
    let passage =
        |source: &str, end| Passage { source: source.to_owned(), span: Span::new(0, end) };
    let [a, b] = [passage("s0", 40), passage("s1", 60)];
    let corrections =
        Corrections { joined: vec![[a.clone(), b.clone()]], ..Corrections::default() };
    let mut requests = vec![
        Request::Collection,
        Request::Source { id: id.clone() },
        Request::Compare { ids: ids.clone(), corrections: Corrections::default() },
        Request::Compare { ids: ids.clone(), corrections },
        Request::Told { ids },
        Request::Matches { most: 3 },
        Request::Labels { lang: Lang::RU },
        Request::Diff { a, b },
    ];
    for text in ["с", "Geo", "outlet:"] {
        requests.push(Request::Suggest { text: text.to_owned(), count: 5 });
    }
    for filter in [Filter::default(), named] {
        let (terms, order) = (terms.clone(), HitOrder::default());
        requests.extend([
            Request::Search { terms: terms.clone(), filter: filter.clone() },
            Request::Marks { id: id.clone(), terms: terms.clone(), filter: filter.clone() },
            Request::Mentions { filter: filter.clone(), most: 9 },
            Request::Rank { terms: terms.clone(), filter: filter.clone() },
            Request::Timeline { filter: filter.clone() },
            Request::Reuse { filter: filter.clone(), most: 9 },
            Request::Csv { terms: terms.clone(), filter: filter.clone(), order: order.clone() },
            Request::Collocates {
                terms: terms.clone(),
                filter: filter.clone(),
                window: 4,
                least: 1,
                measure: Measure::LogDice,
                count: 9,
            },
            Request::Hits { terms, filter: filter.clone(), order, from: 0, count: 10 },
        ]);
        for of in Counted::ALL {
            let (group, against) = (filter.clone(), Filter::default());
            requests.extend([
                Request::Coverage { of, filter: filter.clone(), most: 9 },
                Request::Frequencies { of, group: filter.clone(), most: 9 },
                Request::Keyness { of, group, against, least: 1, most: 9 },
                Request::Readers { id: id.clone(), of, most: 9 },
            ]);
        }
    }
    for request in requests {
        let _ = engine.answer(&request);
    }
}

/// What a stranger may make of a section: any number or byte in it another one, or less of it.
#[derive(Clone, Debug)]
enum Change {
    Number(prop::sample::Index, u32),
    Byte(prop::sample::Index, u8),
    Cut(prop::sample::Index),
    Gone,
}

impl Change {
    fn any() -> impl Strategy<Value = Self> {
        let number = prop_oneof![0_u32..4, Just(u32::MAX), 0_u32..2_000, any::<u32>()];
        prop_oneof![
            6 => (any::<prop::sample::Index>(), number).prop_map(|(at, to)| Self::Number(at, to)),
            6 => (any::<prop::sample::Index>(), any::<u8>()).prop_map(|(at, to)| Self::Byte(at, to)),
            1 => any::<prop::sample::Index>().prop_map(Self::Cut),
            1 => Just(Self::Gone),
        ]
    }

    fn make(&self, bytes: &mut Vec<u8>) {
        match self {
            Self::Number(at, to) if bytes.len() >= 4 => {
                let at = at.index(bytes.len() / 4) * 4;
                bytes[at..at + 4].copy_from_slice(&to.to_le_bytes());
            }
            Self::Byte(at, to) if !bytes.is_empty() => {
                let at = at.index(bytes.len());
                bytes[at] = *to;
            }
            Self::Cut(at) => bytes.truncate(at.index(bytes.len() + 1)),
            Self::Number(..) | Self::Byte(..) | Self::Gone => bytes.clear(),
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn the_same_files_in_any_order_make_the_same_bytes(
        (files, shuffled) in worlds::files().prop_flat_map(|files| {
            (Just(files.clone()), Just(files).prop_shuffle())
        }),
    ) {
        let (one, other) = (support::small_engine(&files), support::small_engine(&shuffled));
        prop_assert!(one.pack() == other.pack(), "the packs differ");
        let opened = Engine::open(one.pack().to_vec()).unwrap();
        prop_assert!(opened.pack() == one.pack());
    }

    #[test]
    fn a_damaged_pack_is_refused_or_the_damage_is_in_no_section(
        files in worlds::files(),
        places in proptest::collection::vec((any::<prop::sample::Index>(), 1_u8..), 1..4),
        cut in any::<prop::sample::Index>(),
    ) {
        let engine = support::small_engine(&files);
        let whole = engine.pack();
        for (place, change) in places {
            let mut damaged = whole.to_vec();
            damaged[place.index(whole.len())] ^= change;
            match Engine::open(damaged) {
                Err(error) => prop_assert!(error.to_string().contains("pack"), "{error}"),
                // Zeros between sections say nothing; whatever else there is was checked.
                Ok(opened) => {
                    prop_assert_eq!(whole[place.index(whole.len())], 0);
                    ask(&opened);
                }
            }
        }
        prop_assert!(Engine::open(whole[..cut.index(whole.len())].to_vec()).is_err());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]

    #[test]
    fn a_pack_of_a_strangers_making_is_answered_or_refused_without_a_panic(
        files in worlds::files(),
        changes in proptest::collection::vec((0..Section::ALL.len(), Change::any()), 1..4),
    ) {
        let mut sections = support::sections(&files);
        for (which, change) in changes {
            let (_, bytes) = &mut sections[which % Section::ALL.len()];
            change.make(bytes);
        }
        // Its sums are right: whoever makes a pack makes them, too.
        if let Ok(engine) = pack::write(&sections).and_then(Engine::open) {
            ask(&engine);
        }
    }
}

#[test]
fn names_are_found_in_all_spellings_where_a_pack_does_not_say_why() {
    let text = |name: &str, text: &str| (name.to_owned(), text.to_owned());
    let files = [
        text("en.txt", "They met there\n\nWe know that Lavrov and Tillerson met, and Lavrov left."),
        text("ru.txt", "Они встретились\n\nМы знаем, что Лаврова и Тиллерсона видели вместе."),
    ];
    let mut sections = support::sections(&files);
    let all = support::search(&support::open(&sections), "Lavrov");
    assert_eq!(all.terms[0].total, 3, "{all:?}");
    sections.retain(|(section, _)| *section != Section::NameReasons);
    let without = support::search(&support::open(&sections), "Lavrov");
    assert_eq!(without.terms[0].total, 3, "{without:?}");
    assert!(without.terms[0].forms.iter().all(|form| form.how.is_none()));
}

#[test]
fn a_pack_without_sections_answers_without_a_panic() {
    match pack::write(&[]).and_then(Engine::open) {
        Ok(engine) => ask(&engine),
        Err(error) => assert!(error.to_string().contains("pack")),
    }
}
