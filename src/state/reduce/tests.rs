//! What actions make of the state.
//!
//! In: a state and actions, as a reader does them. Out: what she then finds. What an address
//! says is tried in `address.rs`, what is said of links in `corrections.rs`.

use std::rc::Rc;

use super::{MOST_COMPARED, MOST_TERMS, reduce};
use crate::{
    lang::Lang,
    protocol::{CollectionInfo, Corrections, FormId, Keep, Passage, Term},
    span::Span,
    state::{Action, Note, Notice, Place, State, View},
};

fn after(actions: impl IntoIterator<Item = Action>) -> State {
    actions.into_iter().fold(State::default(), reduce)
}

fn collection() -> Action {
    Action::Opened(Rc::new(CollectionInfo {
        terms: vec!["sanctions".into(), "Putin".into()],
        view: Some("hits".into()),
        ..CollectionInfo::default()
    }))
}

#[test]
fn the_authors_terms_are_lit_on_opening() {
    let state = after([collection()]);
    assert_eq!(state.place.view, View::Hits);
    assert_eq!(state.place.terms, [Term::new("sanctions"), Term::new("Putin")]);
}

#[test]
fn a_view_may_be_preset_by_its_whole_address() {
    let preset = |view: &str| {
        after([Action::Opened(Rc::new(CollectionInfo {
            terms: vec!["a".into()],
            view: Some(view.to_owned()),
            ..CollectionInfo::default()
        }))])
    };
    let state = preset("#v1/hits?t=talks&lang=ru&notes=x");
    assert_eq!(state.place.view, View::Hits);
    assert_eq!(state.place.terms, [Term::new("talks")]);
    assert_eq!(state.place.filter.langs, [Lang::RU]);
    assert_eq!(preset("#v1/words").place.terms, [Term::new("a")]);
}

#[test]
fn the_author_may_give_a_whole_address_and_what_is_gone_of_it_is_left_out() {
    let state = after([Action::Opened(Rc::new(CollectionInfo {
        terms: vec!["Putin".into()],
        view: Some("#v1/read/gone?t=sanctions&off=en:sanctioned&lang=ru&at=7".into()),
        ..CollectionInfo::default()
    }))]);
    let [term] = state.place.terms.as_slice() else { panic!("one term") };
    assert_eq!((term.query.as_str(), term.without.len()), ("sanctions", 1));
    assert_eq!(state.place.filter.langs, [Lang::RU]);
    assert_eq!((state.place.source, state.place.at, state.notices), (None, None, vec![]));
}

#[test]
fn going_back_to_an_address_without_a_place_lights_them_again() {
    let state = after([collection(), Action::RemoveTerm(0), Action::Went(None, vec![])]);
    assert_eq!(state.place, state.home);
    assert_eq!(state.place.terms.len(), 2);
}

#[test]
fn an_address_keeps_the_authors_terms_out() {
    let place = Place { terms: vec![Term::new("talks")], ..Place::default() };
    let state = after([Action::Went(Some(place.clone()), vec![]), collection()]);
    assert_eq!(state.place, place);
}

#[test]
fn a_source_that_the_collection_lacks_is_dropped_with_a_notice() {
    let place =
        Place { view: View::Read, source: Some("gone".into()), at: Some(7), ..Place::default() };
    let state = after([Action::Went(Some(place), vec![]), collection()]);
    assert_eq!((state.place.source, state.place.at), (None, None));
    assert_eq!(state.notices, [Notice::UnknownSource("gone".into())]);
}

#[test]
fn a_form_switched_off_and_on_leaves_the_term_as_it_was() {
    let form = FormId { lang: Lang::RU, form: "санкций".into() };
    let off =
        after([Action::AddTerm("санкции".into()), Action::ToggleForms(0, vec![form.clone()])]);
    assert_eq!(off.place.terms[0].without, std::slice::from_ref(&form));
    let on = reduce(off, Action::ToggleForms(0, vec![form]));
    assert_eq!(on.place.terms, [Term::new("санкции")]);
}

#[test]
fn every_change_of_terms_and_filters_can_be_taken_back_and_nothing_else() {
    let state = after([
        collection(),
        Action::RemoveTerm(0),
        Action::Show(View::Read),
        Action::ToggleLang(Lang::RU),
        Action::SetKeep(0, Keep::Exact),
    ]);
    let state = reduce(state, Action::Undo);
    assert_eq!(state.place.terms, [Term::new("Putin")]);
    assert_eq!(state.place.filter.langs, [Lang::RU]);
    let state = reduce(reduce(state, Action::Undo), Action::Undo);
    assert_eq!((&state.place.terms, &state.place.filter), (&state.home.terms, &state.home.filter));
    assert_eq!(state.place.view, View::Read, "the view is not a change to take back");
    assert_eq!(reduce(state.clone(), Action::Undo), state, "nothing is left");
}

#[test]
fn a_note_is_kept_and_taking_it_away_can_be_taken_back() {
    let note =
        |text: &str| Action::Note(Note { source: "a".into(), at: Some(3), text: text.into() });
    let state = after([note("why?"), note("")]);
    assert!(state.notes.is_empty());
    let state = reduce(state, Action::Undo);
    assert_eq!(state.notes.len(), 1);
    assert!(reduce(state, Action::Undo).notes.is_empty());
}

#[test]
fn a_broken_link_stays_broken_where_an_address_names_none_and_can_be_taken_back() {
    let passage = |source: &str| Passage { source: source.into(), span: Span::new(0, 5) };
    let pair = || [passage("a"), passage("b")];
    let state = after([Action::Cut(pair()), Action::Went(Some(Place::default()), vec![])]);
    assert_eq!(state.place.corrections.broken, [pair()]);
    let named = Corrections { joined: vec![pair()], ..Corrections::default() };
    let place = Place { corrections: named.clone(), ..Place::default() };
    let shared = reduce(state.clone(), Action::Went(Some(place), vec![]));
    assert_eq!(shared.place.corrections, named, "an address that names some is believed");
    assert_eq!(shared.kept.broken, [pair()], "the reader's own are still kept");
    let other = || [passage("c"), passage("d")];
    let shared = reduce(shared, Action::Join(other()));
    assert_eq!(shared.place.corrections.joined, [pair(), other()]);
    assert_eq!(shared.kept.joined, [other()], "what came with the address is not the reader's");
    assert_eq!(shared.kept.broken, [pair()]);
    let home = reduce(shared.clone(), Action::GoHome);
    assert_eq!(home.place.corrections, shared.kept, "the published view has her changes");
    assert_eq!(reduce(home, Action::Undo).place, shared.place);
    let state = reduce(state, Action::Undo);
    assert_eq!(
        (&state.place.corrections, &state.kept),
        (&Corrections::default(), &Corrections::default())
    );
}

#[test]
fn the_published_view_comes_back_and_can_be_left_again() {
    let changed = after([collection(), Action::RemoveTerm(0), Action::AddTerm("x".into())]);
    let home = reduce(changed.clone(), Action::GoHome);
    assert_eq!(home.place, home.home);
    assert_eq!(reduce(home, Action::Undo).place.terms, changed.place.terms);
}

#[test]
fn a_list_adds_named_sets_up_to_the_last_colour() {
    let state = after([Action::AddList("A: x, y\nB: z\n".into())]);
    let names: Vec<_> = state.place.terms.iter().map(|term| term.name.as_deref()).collect();
    assert_eq!(names, [Some("A"), Some("B")]);
    let list: String = (0..20).map(|n| format!("S{n}: w{n}\n")).collect();
    let state = reduce(state, Action::AddList(list));
    assert_eq!(state.place.terms.len(), MOST_TERMS);
    assert_eq!(state.notices, [Notice::TooMany(MOST_TERMS)]);
    let long = "word\n".repeat(3) + &(0..9_000).map(|n| format!("{n}\n")).collect::<String>();
    let state = after([Action::AddList(long)]);
    assert!(state.place.terms.is_empty());
    assert!(matches!(state.notices[..], [Notice::LongList(_)]));
}

#[test]
fn choosing_forms_at_once_forgets_single_switches() {
    let form = FormId { lang: Lang::RU, form: "санкций".into() };
    let state = after([
        Action::AddTerm("санкции".into()),
        Action::ToggleForms(0, vec![form]),
        Action::SetKeep(0, Keep::Lang(Lang::RU)),
        Action::NameTerm(0, " Money ".into()),
    ]);
    let term = &state.place.terms[0];
    assert_eq!((term.keep, term.without.len()), (Keep::Lang(Lang::RU), 0));
    assert_eq!(term.name.as_deref(), Some("Money"));
}

#[test]
fn an_empty_or_repeated_term_adds_nothing() {
    let state = after(["a", " a ", "", "  "].map(|query| Action::AddTerm(query.into())));
    assert_eq!(state.place.terms, [Term::new("a")]);
    assert_eq!(after([Action::RemoveTerm(3), Action::SetTerm(1, "x".into())]), State::default());
}

#[test]
fn more_terms_than_colours_are_refused_with_one_notice() {
    let state = after((0..MOST_TERMS + 3).map(|n| Action::AddTerm(n.to_string())));
    assert_eq!(state.place.terms.len(), MOST_TERMS);
    assert_eq!(state.notices, [Notice::TooMany(MOST_TERMS)]);
}

#[test]
fn no_more_sources_are_compared_than_fit_side_by_side() {
    let ids = (0..=MOST_COMPARED).map(|n| n.to_string()).collect();
    let state = after([Action::Compare(ids)]);
    assert_eq!(state.place.compare.len(), MOST_COMPARED);
    assert_eq!(state.notices, [Notice::TooMany(MOST_COMPARED)]);
}
