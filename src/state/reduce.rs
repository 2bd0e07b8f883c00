//! One action on one state.
//!
//! In: a [`State`] and an [`Action`]. Out: the next state. Pure and total: an action that
//! makes no sense (an index that is gone, a term twice) changes nothing.

use super::{Action, Notice, Place, State, View, address, sets};
use crate::protocol::{CollectionInfo, Filter, Term};

/// How many terms can be lit at once: one for each colour.
pub const MOST_TERMS: usize = 8;

/// How many sources can stand side by side.
pub const MOST_COMPARED: usize = 4;

/// How many changes can be taken back.
const MOST_UNDONE: usize = 50;

/// The state after `action`.
#[must_use]
pub fn reduce(mut state: State, action: Action) -> State {
    match action {
        Action::Opened(info) => opened(&mut state, &info),
        Action::Went(place, notices) => {
            state.addressed = place.is_some();
            state.place = place.unwrap_or_else(|| state.home.clone());
            for notice in notices {
                notify(&mut state, notice);
            }
        }
        Action::SetTheme(theme) => state.settings.theme = theme,
        Action::SetLang(lang) => state.settings.lang = lang,
        Action::Notify(notice) => notify(&mut state, notice),
        Action::Dismiss(index) => {
            if index < state.notices.len() {
                state.notices.remove(index);
            }
        }
        Action::Undo => {
            if let Some((terms, filter)) = state.past.pop() {
                state.place.terms = terms;
                state.place.filter = filter;
            }
        }
        action => {
            let before = (state.place.terms.clone(), state.place.filter.clone());
            let notice = match action {
                Action::GoHome => {
                    state.place = state.home.clone();
                    None
                }
                action => change(&mut state.place, action),
            };
            if before.0 != state.place.terms || before.1 != state.place.filter {
                if state.past.len() >= MOST_UNDONE {
                    state.past.remove(0);
                }
                state.past.push(before);
            }
            if let Some(notice) = notice {
                notify(&mut state, notice);
            }
        }
    }
    state
}

/// What changes the place only.
fn change(place: &mut Place, action: Action) -> Option<Notice> {
    match action {
        Action::Show(view) => place.view = view,
        Action::Read { id, at } => {
            place.view = View::Read;
            place.source = Some(id);
            place.at = at;
        }
        Action::ShowPart(part) => place.part = part,
        Action::Count(unit) => place.unit = unit,
        Action::Contrast { these, against } => {
            place.these = these;
            place.against = against;
        }
        Action::At(at) => place.at = at,
        Action::SetOrder(order) => place.order = order,
        Action::Compare(ids) => return compare(place, ids),
        Action::ToggleCompared(id) => {
            if !place.compare.contains(&id) && place.compare.len() >= MOST_COMPARED {
                return Some(Notice::TooMany(MOST_COMPARED));
            }
            toggle(&mut place.compare, id);
        }
        Action::ClearFilter => place.filter = Filter::default(),
        Action::SetDates { from, to } => {
            place.filter.from = from;
            place.filter.to = to;
        }
        Action::ToggleLang(lang) => toggle(&mut place.filter.langs, lang),
        Action::ToggleOutlet(outlet) => toggle(&mut place.filter.outlets, outlet),
        Action::ToggleKind(kind) => toggle(&mut place.filter.kinds, kind),
        Action::ToggleSource(id) => toggle(&mut place.filter.ids, id),
        action => return change_terms(&mut place.terms, action),
    }
    None
}

fn change_terms(terms: &mut Vec<Term>, action: Action) -> Option<Notice> {
    match action {
        Action::AddTerm(query) => {
            let query = query.trim();
            if query.is_empty() || terms.iter().any(|term| term.query == query) {
                return None;
            }
            if terms.len() >= MOST_TERMS {
                return Some(Notice::TooMany(MOST_TERMS));
            }
            terms.push(Term::new(query));
        }
        Action::SetTerm(index, query) => {
            let query = query.trim();
            if query.is_empty() {
                return change_terms(terms, Action::RemoveTerm(index));
            }
            match terms.get_mut(index) {
                Some(term) if term.query != query => {
                    *term = Term { name: term.name.take(), ..Term::new(query) };
                }
                _ => {}
            }
        }
        Action::RemoveTerm(index) if index < terms.len() => {
            terms.remove(index);
        }
        Action::ClearTerms => terms.clear(),
        Action::ToggleForm(index, form) => {
            if let Some(term) = terms.get_mut(index) {
                toggle(&mut term.without, form);
            }
        }
        Action::SetKeep(index, keep) => {
            if let Some(term) = terms.get_mut(index) {
                term.keep = keep;
                term.without.clear();
            }
        }
        Action::NameTerm(index, name) => {
            if let Some(term) = terms.get_mut(index) {
                let name = name.trim();
                term.name = (!name.is_empty() && name != term.query).then(|| name.to_owned());
            }
        }
        Action::AddList(list) => return add_list(terms, &list),
        _ => {}
    }
    None
}

/// Adds sets up to the last colour; what does not fit is said.
fn add_list(terms: &mut Vec<Term>, list: &str) -> Option<Notice> {
    let mut notice = None;
    for set in sets::read(list) {
        if terms.iter().any(|term| term.query == set.query) {
            continue;
        }
        if terms.len() >= MOST_TERMS {
            return Some(Notice::TooMany(MOST_TERMS));
        }
        if set.query.len() > address::LONGEST {
            let start: String = set.query.chars().take(40).collect();
            notice = Some(Notice::LongList(set.name.unwrap_or(start)));
            continue;
        }
        terms.push(set);
    }
    notice
}

fn compare(place: &mut Place, ids: Vec<String>) -> Option<Notice> {
    let mut chosen: Vec<String> = Vec::new();
    for id in ids {
        if !chosen.contains(&id) {
            chosen.push(id);
        }
    }
    let too_many = chosen.len() > MOST_COMPARED;
    chosen.truncate(MOST_COMPARED);
    place.view = View::Compare;
    place.compare = chosen;
    too_many.then_some(Notice::TooMany(MOST_COMPARED))
}

/// Applies the author's presets and drops what the collection does not have.
fn opened(state: &mut State, info: &CollectionInfo) {
    let terms = info.terms.iter().take(MOST_TERMS);
    state.home = Place {
        terms: terms.map(|preset| sets::preset(preset)).collect(),
        view: info.view.as_deref().and_then(View::parse).unwrap_or_default(),
        ..Place::default()
    };
    if !state.addressed {
        state.place = state.home.clone();
    }
    let has = |id: &String| info.sources.iter().any(|card| card.id == *id);
    let place = &mut state.place;
    let mut unknown = Vec::new();
    if let Some(id) = place.source.take_if(|id| !has(id)) {
        place.at = None;
        unknown.push(id);
    }
    unknown.extend(place.compare.extract_if(.., |id| !has(id)));
    unknown.extend(place.filter.ids.extract_if(.., |id| !has(id)));
    for id in unknown {
        notify(state, Notice::UnknownSource(id));
    }
}

/// The same notice twice tells the reader nothing new.
fn notify(state: &mut State, notice: Notice) {
    if !state.notices.contains(&notice) {
        state.notices.push(notice);
    }
}

fn toggle<T: PartialEq>(list: &mut Vec<T>, item: T) {
    match list.iter().position(|other| *other == item) {
        Some(index) => {
            list.remove(index);
        }
        None => list.push(item),
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::{MOST_COMPARED, MOST_TERMS, reduce};
    use crate::{
        lang::Lang,
        protocol::{CollectionInfo, FormId, Keep, Term},
        state::{Action, Notice, Place, State, View},
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
    fn going_back_to_an_address_without_a_place_lights_them_again() {
        let state = after([collection(), Action::ClearTerms, Action::Went(None, vec![])]);
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
        let place = Place {
            view: View::Read,
            source: Some("gone".into()),
            at: Some(7),
            ..Place::default()
        };
        let state = after([Action::Went(Some(place), vec![]), collection()]);
        assert_eq!((state.place.source, state.place.at), (None, None));
        assert_eq!(state.notices, [Notice::UnknownSource("gone".into())]);
    }

    #[test]
    fn a_form_switched_off_and_on_leaves_the_term_as_it_was() {
        let form = FormId { lang: Lang::RU, form: "санкций".into() };
        let off = after([Action::AddTerm("санкции".into()), Action::ToggleForm(0, form.clone())]);
        assert_eq!(off.place.terms[0].without, std::slice::from_ref(&form));
        let on = reduce(off, Action::ToggleForm(0, form));
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
        assert_eq!(
            (&state.place.terms, &state.place.filter),
            (&state.home.terms, &state.home.filter)
        );
        assert_eq!(state.place.view, View::Read, "the view is not a change to take back");
        assert_eq!(reduce(state.clone(), Action::Undo), state, "nothing is left");
    }

    #[test]
    fn the_published_view_comes_back_and_can_be_left_again() {
        let changed = after([collection(), Action::ClearTerms, Action::AddTerm("x".into())]);
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
            Action::ToggleForm(0, form),
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
        assert_eq!(
            after([Action::RemoveTerm(3), Action::SetTerm(1, "x".into())]),
            State::default()
        );
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
}
