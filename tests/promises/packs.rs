//! Deterministic, whole or refused: what is promised of packs.

use proptest::prelude::*;
use tellings::{
    engine::Engine,
    pack,
    protocol::{Corrections, Filter, HitOrder, Request, Term},
};

use crate::{support, worlds};

/// Asks everything that a page asks; what is answered does not matter, that it is does.
fn ask(engine: &Engine) {
    let (terms, filter) = (vec![Term::new("Putin OR санкц* OR \"the US\"")], Filter::default());
    let ids = vec!["s0".to_owned(), "s1".to_owned()];
    for request in [
        Request::Collection,
        Request::Search { terms: terms.clone(), filter: filter.clone() },
        Request::Source { id: "s0".to_owned() },
        Request::Marks { id: "s0".to_owned(), terms: terms.clone(), filter: filter.clone() },
        Request::Hits { terms, filter, order: HitOrder::default(), from: 0, count: 10 },
        Request::Compare { ids, corrections: Corrections::default() },
        Request::Suggest { text: "с".to_owned(), count: 5 },
    ] {
        let _ = engine.answer(&request);
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

#[test]
fn a_pack_without_sections_answers_without_a_panic() {
    match pack::write(&[]).and_then(Engine::open) {
        Ok(engine) => ask(&engine),
        Err(error) => assert!(error.to_string().contains("pack")),
    }
}
