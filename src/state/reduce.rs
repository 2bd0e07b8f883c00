//! One action on one state.
//!
//! In: a [`State`] and an [`Action`]. Out: the next state. Pure and total: an action that
//! makes no sense (an index that is gone, a term twice) changes nothing.

use super::{Action, Notice, Past, Place, State, View, address, corrections, notes, sets};
use crate::protocol::{CollectionInfo, Corrections, Filter, Term};

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
            own_corrections(&mut state);
            for notice in notices {
                notify(&mut state, notice);
            }
        }
        Action::SetTheme(theme) => {
            state.settings.theme = theme;
            state.settings.look.theme = None;
        }
        Action::ShowAll => state.settings.look.bare = false,
        Action::SetLang(lang) => state.settings.lang = lang,
        Action::Notify(notice) => notify(&mut state, notice),
        Action::Dismiss(index) => {
            if index < state.notices.len() {
                state.notices.remove(index);
            }
        }
        Action::Undo => {
            if let Some(Past { terms, filter, notes, corrections, kept }) = state.past.pop() {
                state.place.terms = terms;
                state.place.filter = filter;
                state.notes = notes;
                state.place.corrections = corrections;
                state.kept = kept;
            }
        }
        action => {
            let now = |State { place, notes, kept, .. }: &State| Past {
                terms: place.terms.clone(),
                filter: place.filter.clone(),
                notes: notes.clone(),
                corrections: place.corrections.clone(),
                kept: kept.clone(),
            };
            let before = now(&state);
            let notice = match action {
                Action::GoHome => {
                    state.place = state.home.clone();
                    own_corrections(&mut state);
                    None
                }
                Action::Note(note) => {
                    notes::set(&mut state.notes, note);
                    None
                }
                Action::TakeNotes(others) => {
                    notes::merge(&mut state.notes, others);
                    None
                }
                action => {
                    let changed = corrections::changed_by(&action);
                    let notice = change(&mut state.place, action);
                    if let Some(changed) = changed {
                        corrections::follow(&mut state.kept, &state.place.corrections, &changed);
                    }
                    notice
                }
            };
            if before != now(&state) {
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
        Action::Near(near) => place.near = near,
        Action::Face(face) => place.face = face,
        Action::Cut(pair) => corrections::cut(&mut place.corrections, pair),
        Action::Join(pair) => corrections::join(&mut place.corrections, pair),
        Action::TakeBack(pair) => corrections::take_back(&mut place.corrections, &pair),
        Action::ToggleLearned(words) => {
            corrections::toggle_learned(&mut place.corrections, words);
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
        Action::ToggleName(label) => toggle(&mut place.filter.names, label),
        Action::ToggleConcept(label) => toggle(&mut place.filter.concepts, label),
        Action::Only(ids) => place.filter.ids = ids,
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
                    let (name, colour) = (term.name.take(), term.colour);
                    *term = Term { name, colour, ..Term::new(query) };
                }
                _ => {}
            }
        }
        Action::RemoveTerm(index) if index < terms.len() => {
            terms.remove(index);
        }
        Action::ToggleForms(index, forms) => {
            let term = terms.get_mut(index)?;
            forms.into_iter().for_each(|form| toggle(&mut term.without, form));
        }
        Action::SetKeep(index, keep) => {
            let term = terms.get_mut(index)?;
            (term.keep, term.without) = (keep, Vec::new());
        }
        Action::NameTerm(index, name) => {
            let term = terms.get_mut(index)?;
            let name = name.trim();
            term.name = (!name.is_empty() && name != term.query).then(|| name.to_owned());
        }
        Action::ColourTerm(index, colour) => {
            terms.iter_mut().skip(index).take(1).for_each(|term| term.colour = colour);
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

/// An address that names no changes of links leaves the reader's own in force.
fn own_corrections(state: &mut State) {
    if state.place.corrections == Corrections::default() {
        state.place.corrections = state.kept.clone();
    }
}

/// Applies the author's presets and drops what the collection does not have.
fn opened(state: &mut State, info: &CollectionInfo) {
    let has = |id: &String| info.sources.iter().any(|card| card.id == *id);
    let terms = info.terms.iter().take(MOST_TERMS);
    let view = info.view.as_deref().unwrap_or_default();
    state.home = Place {
        terms: terms.map(|preset| sets::preset(preset)).collect(),
        view: View::parse(view).unwrap_or_default(),
        ..Place::default()
    };
    // A view may be preset by its whole address.
    if let Some(place) = address::read(view).0.filter(|_| view.starts_with('#')) {
        let terms = match place.terms.is_empty() {
            true => std::mem::take(&mut state.home.terms),
            false => place.terms,
        };
        // Of what the author does not have any more, a reader need not hear.
        let at = place.at.filter(|_| place.source.as_ref().is_some_and(has));
        state.home = Place { terms, at, source: place.source.filter(has), ..place };
        state.home.compare.retain(has);
        state.home.filter.ids.retain(has);
    }
    if !state.addressed {
        state.place = state.home.clone();
    }
    own_corrections(state);
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
mod tests;
