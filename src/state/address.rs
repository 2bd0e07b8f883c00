//! A place as the fragment of an address, and back.
//!
//! `#v1/read/2013-call?t=Putin&off=ru:путину&lang=ru&at=120`: a version, the view with the
//! sources it shows, then what is lit and what is narrowed. In: any string. Out: a place
//! and a notice for each part that means nothing, so an address typed wrong or cut short
//! still opens. Invariant: [`read`] of [`write()`] gives the place back. Letters of every
//! script stay as they are, because people read addresses.

use super::{
    COLOURS, Face, Group, Look, MOST_COMPARED, MOST_TERMS, Notice, Part, Place, View, corrections,
    escape::{decode, encode},
    notes, origin,
};
use crate::{
    lang::Lang,
    protocol::{Counted, FormId, GroupBy, Keep, Neighbour, Term},
    source::BlockKind,
};

/// The version of addresses that this page writes and reads.
const VERSION: &str = "v1";

/// The longest query of one term, in bytes: longer addresses are cut by mail and chat.
pub(super) const LONGEST: usize = 6_000;

/// How many words around a hit lines are sorted by.
pub const MOST_LEVELS: usize = 3;

/// How many words on either side of a hit are near it, at most.
pub const MOST_NEAR: u32 = 20;

/// How an address says that only what is written as typed counts; longer than any code of
/// a language.
const EXACT: &str = "exact";

/// The fragment that names `place`, with its `#`.
#[must_use]
pub fn write(place: &Place) -> String {
    let Place {
        view,
        terms,
        filter,
        source,
        at,
        compare,
        face,
        corrections,
        part,
        unit,
        these,
        against,
        near,
        order,
    } = place;
    let mut path = format!("#{VERSION}/{}", view.name());
    let mut query = Query::default();
    if *part != Part::default() {
        match view {
            View::Overview => segment(&mut path, part.name()),
            _ => query.add("part", part.name()),
        }
    }
    match (view, source) {
        (View::Read, Some(id)) => segment(&mut path, id),
        (_, Some(id)) => query.add("source", id),
        (_, None) => {}
    }
    for id in compare {
        match view {
            View::Compare => segment(&mut path, id),
            _ => query.add("with", id),
        }
    }
    if *face != Face::default() {
        query.add("face", face.name());
    }
    if *unit != Counted::default() {
        query.add("unit", unit.name());
    }
    for (key, group) in [("these", these), ("against", against)] {
        if let Some(group) = group {
            query.add(key, &group.name());
        }
    }
    if let Some(near) = near {
        query.add("near", &near.to_string());
    }
    for Term { query: text, name, keep, colour, without } in terms {
        query.add("t", text);
        if let Some(name) = name {
            query.add("name", name);
        }
        match keep {
            Keep::All => {}
            Keep::Exact => query.add("forms", EXACT),
            Keep::Lang(lang) => query.add("forms", lang.code()),
        }
        if let Some(colour) = colour {
            query.add("colour", &colour.to_string());
        }
        for FormId { lang, form } in without {
            query.add("off", &format!("{lang}:{form}"));
        }
    }
    for lang in &filter.langs {
        query.add("lang", lang.code());
    }
    for outlet in &filter.outlets {
        query.add("outlet", outlet);
    }
    for (key, date) in [("from", &filter.from), ("to", &filter.to)] {
        if let Some(date) = date {
            query.add(key, date);
        }
    }
    for kind in &filter.kinds {
        query.add("in", kind.name());
    }
    for id in &filter.ids {
        query.add("only", id);
    }
    for (key, labels) in [("named", &filter.names), ("concept", &filter.concepts)] {
        for label in labels {
            query.add(key, label);
        }
    }
    if !order.sort.is_empty() {
        let names: Vec<&str> = order.sort.iter().map(|neighbour| neighbour.name()).collect();
        query.add("sort", &names.join(","));
    }
    if let Some(group) = order.group {
        query.add("group", group.name());
    }
    if let Some(at) = at {
        query.add("at", &at.to_string());
    }
    for (key, value) in corrections::parts(corrections) {
        query.add(key, &value);
    }
    path + &query.0
}

/// The place that a fragment names, with or without its `#`, and what of it was not
/// understood. No place where the fragment is empty or of an unknown version.
#[must_use]
pub fn read(fragment: &str) -> (Option<Place>, Vec<Notice>) {
    let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
    if fragment.is_empty() {
        return (None, Vec::new());
    }
    let (path, query) = fragment.split_once('?').unwrap_or((fragment, ""));
    let mut segments = path.split('/');
    let version = segments.next().unwrap_or_default();
    if version != VERSION {
        return (None, vec![Notice::AddressVersion(decode(version))]);
    }
    let mut place = Place::default();
    let mut notices = Vec::new();
    let name = decode(segments.next().unwrap_or_default());
    match View::parse(&name) {
        Some(view) => place.view = view,
        None => notices.push(Notice::AddressPart(name)),
    }
    for id in segments.filter(|id| !id.is_empty()).map(decode) {
        let taken = match place.view {
            View::Read if place.source.is_none() => {
                place.source = Some(id);
                continue;
            }
            View::Overview if let Some(part) = Part::parse(&id) => {
                place.part = part;
                continue;
            }
            View::Compare => push(&mut place.compare, id, MOST_COMPARED),
            _ => Err(id),
        };
        notices.extend(taken.err().map(Notice::AddressPart));
    }
    for part in query.split('&').filter(|part| !part.is_empty()) {
        let (key, value) = part.split_once('=').unwrap_or((part, ""));
        let value = decode(value);
        if key == origin::KEY || key == notes::KEY || Look::default().take(key, &value) {
            continue;
        }
        if value.len() > LONGEST || !apply(&mut place, key, value) {
            notices.push(Notice::AddressPart(decode(part).chars().take(60).collect()));
        }
    }
    (Some(place), notices)
}

/// Takes one `key=value` into the place; `false` where it means nothing.
fn apply(place: &mut Place, key: &str, value: String) -> bool {
    if value.is_empty() {
        return false;
    }
    let Place { filter, terms, .. } = place;
    match key {
        "t" if terms.len() < MOST_TERMS => terms.push(Term::new(value)),
        "off" => {
            let form = value.split_once(':').and_then(|(lang, form)| {
                Some(FormId { lang: Lang::parse(lang)?, form: form.to_owned() })
            });
            let (Some(term), Some(form)) = (terms.last_mut(), form) else { return false };
            return push(&mut term.without, form, usize::MAX).is_ok();
        }
        "name" => match terms.last_mut() {
            Some(term) if term.name.is_none() => term.name = Some(value),
            _ => return false,
        },
        "forms" => {
            let keep = match value.as_str() {
                EXACT => Some(Keep::Exact),
                code => Lang::parse(code).map(Keep::Lang),
            };
            let (Some(term), Some(keep)) = (terms.last_mut(), keep) else { return false };
            term.keep = keep;
        }
        "colour" => {
            let colour = value.parse().ok().filter(|colour| (1..=COLOURS).contains(colour));
            let (Some(term), Some(colour)) = (terms.last_mut(), colour) else { return false };
            term.colour = Some(colour);
        }
        "lang" => {
            let Some(lang) = Lang::parse(&value) else { return false };
            return push(&mut filter.langs, lang, usize::MAX).is_ok();
        }
        "in" => {
            let Some(kind) = BlockKind::parse(&value) else { return false };
            return push(&mut filter.kinds, kind, usize::MAX).is_ok();
        }
        "outlet" => return push(&mut filter.outlets, value, usize::MAX).is_ok(),
        "named" => return push(&mut filter.names, value, usize::MAX).is_ok(),
        "concept" => return push(&mut filter.concepts, value, usize::MAX).is_ok(),
        "only" => return push(&mut filter.ids, value, usize::MAX).is_ok(),
        "with" => return push(&mut place.compare, value, MOST_COMPARED).is_ok(),
        "from" if is_date(&value) => filter.from = Some(value),
        "to" if is_date(&value) => filter.to = Some(value),
        "part" | "unit" | "these" | "against" | "face" | "near" => {
            return choose(place, key, &value).is_some();
        }
        "cut" | "tie" | "unlearn" => {
            return corrections::take(&mut place.corrections, key, &value);
        }
        "sort" => {
            let sort: Option<Vec<_>> = value.split(',').map(Neighbour::parse).collect();
            let Some(sort) = sort.filter(|sort| sort.len() <= MOST_LEVELS) else { return false };
            place.order.sort = sort;
        }
        "group" => {
            place.order.group = GroupBy::parse(&value);
            return place.order.group.is_some();
        }
        "source" => place.source = Some(value),
        "at" => {
            place.at = value.parse().ok();
            return place.at.is_some();
        }
        _ => return false,
    }
    true
}

/// Takes what is one of few.
fn choose(place: &mut Place, key: &str, value: &str) -> Option<()> {
    match key {
        "part" => place.part = Part::parse(value)?,
        "unit" => place.unit = Counted::parse(value)?,
        "face" => place.face = Face::parse(value)?,
        "near" => {
            place.near = Some(value.parse().ok().filter(|near| (1..=MOST_NEAR).contains(near))?);
        }
        "these" => place.these = Some(Group::parse(value)?),
        _ => place.against = Some(Group::parse(value)?),
    }
    Some(())
}

/// Adds `item` unless it is there or the list is full; gives it back then.
fn push<T: PartialEq>(list: &mut Vec<T>, item: T, most: usize) -> Result<(), T> {
    if list.len() >= most || list.contains(&item) {
        return Err(item);
    }
    list.push(item);
    Ok(())
}

/// Whether `text` looks like an ISO 8601 date or the beginning of one.
fn is_date(text: &str) -> bool {
    text.len() <= 32
        && text.starts_with(|c: char| c.is_ascii_digit())
        && text.chars().all(|c| c.is_ascii_digit() || "-:T.Z+".contains(c))
}

/// The part of a fragment after `?`.
#[derive(Default)]
struct Query(String);

impl Query {
    fn add(&mut self, key: &str, value: &str) {
        self.0.push(if self.0.is_empty() { '?' } else { '&' });
        self.0.push_str(key);
        self.0.push('=');
        encode(&mut self.0, value);
    }
}

fn segment(path: &mut String, id: &str) {
    path.push('/');
    encode(path, id);
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{COLOURS, MOST_NEAR, read, write};
    use crate::{
        lang::Lang,
        protocol::{
            Corrections, Counted, Filter, FormId, GroupBy, HitOrder, Keep, Neighbour, Passage, Term,
        },
        source::BlockKind,
        span::Span,
        state::{Face, Group, Notice, Part, Place, View},
    };

    #[test]
    fn an_address_can_be_read_by_people() {
        let place = Place {
            view: View::Read,
            source: Some("2013-call".into()),
            at: Some(120),
            terms: vec![
                Term::new("\"talks in Istanbul\""),
                Term {
                    query: "Путин".into(),
                    name: Some("Him".into()),
                    keep: Keep::Lang(Lang::RU),
                    colour: Some(3),
                    without: vec![FormId { lang: Lang::RU, form: "путину".into() }],
                },
            ],
            filter: Filter { langs: vec![Lang::RU], ..Filter::default() },
            ..Place::default()
        };
        assert_eq!(
            write(&place),
            "#v1/read/2013-call?t=%22talks+in+Istanbul%22&t=Путин&name=Him&forms=ru&colour=3&off=ru:путину&lang=ru&at=120"
        );
    }

    #[test]
    fn what_the_reader_changed_about_links_is_in_the_address() {
        let passage =
            |source: &str, at| Passage { source: source.into(), span: Span::new(at, at + 9) };
        let joined = vec![[passage("a", 0), passage("b", 20)]];
        let place = Place {
            view: View::Compare,
            face: Face::LeftOut,
            corrections: Corrections { joined, ..Corrections::default() },
            ..Place::default()
        };
        let address = write(&place);
        assert_eq!(address, "#v1/compare?face=left-out&tie=a@0-9~20-29@b");
        assert_eq!(read(&address), (Some(place), vec![]));
        assert_eq!(read("#v1/compare?tie=a@0~b").1.len(), 1, "nonsense is told");
    }

    #[test]
    fn what_a_browser_escapes_is_understood() {
        let (place, notices) = read("#v1/hits?t=%D0%9F%D1%83%D1%82%D0%B8%D0%BD%20call");
        assert_eq!(place.unwrap().terms, [Term::new("Путин call")]);
        assert_eq!(notices, []);
    }

    #[test]
    fn no_fragment_names_no_place() {
        assert_eq!(read(""), (None, vec![]));
        assert_eq!(read("#"), (None, vec![]));
    }

    #[test]
    fn nonsense_is_left_out_and_reported() {
        let (place, notices) = read("#v1/reed?t=Putin&lang=12345&off&x=%ZZ&at=-1&from=soon");
        assert_eq!(place, Some(Place { terms: vec![Term::new("Putin")], ..Place::default() }));
        let parts = ["reed", "lang=12345", "off", "x=%ZZ", "at=-1", "from=soon"];
        assert_eq!(notices, parts.map(|part| Notice::AddressPart(part.into())));
        assert_eq!(read("#install"), (None, vec![Notice::AddressVersion("install".into())]));
    }

    prop_compose! {
        fn term()(
            query in ".{1,12}",
            name in prop::option::of(".{1,8}"),
            keep in prop::sample::select(vec![Keep::All, Keep::Exact, Keep::Lang(Lang::BG)]),
            colour in prop::option::of(1..=COLOURS),
            without in prop::collection::btree_set(".{0,8}", 0..3),
        ) -> Term {
            let without = without.into_iter().map(|form| FormId { lang: Lang::UK, form }).collect();
            Term { query, name, keep, colour, without }
        }
    }

    fn ids(most: usize) -> impl Strategy<Value = Vec<String>> {
        prop::collection::btree_set(".{1,9}", 0..=most).prop_map(|ids| ids.into_iter().collect())
    }

    prop_compose! {
        fn filter()(
            langs in prop::sample::subsequence(vec![Lang::EN, Lang::RU, Lang::BG, Lang::UND], 0..4),
            kinds in prop::sample::subsequence(BlockKind::ALL.to_vec(), 0..4),
            outlets in ids(3),
            (ids, names, concepts) in (ids(3), ids(3), ids(3)),
            from in prop::option::of("[0-9]{4}(-[0-9]{2}){0,2}"),
            to in prop::option::of("[0-9]{4}(-[0-9]{2}){0,2}"),
        ) -> Filter {
            Filter { langs, outlets, from, to, kinds, ids, names, concepts }
        }
    }

    fn group() -> impl Strategy<Value = Option<Group>> {
        let groups = prop_oneof![
            prop::sample::select(vec![Lang::EN, Lang::UK]).prop_map(Group::Lang),
            ".{1,9}".prop_map(Group::Outlet),
            "[0-9]{4}".prop_map(Group::Year),
            Just(Group::Ticked),
            Just(Group::Comments),
        ];
        prop::option::of(groups)
    }

    prop_compose! {
        fn order()(
            sort in prop::collection::vec(prop::sample::select(Neighbour::ALL.to_vec()), 0..4),
            group in prop::option::of(prop::sample::select(GroupBy::ALL.to_vec())),
        ) -> HitOrder {
            HitOrder { sort, group }
        }
    }

    prop_compose! {
        fn place()(
            view in prop::sample::select(View::ALL.to_vec()),
            terms in prop::collection::vec(term(), 0..4),
            filter in filter(),
            source in prop::option::of(".{1,9}"),
            at in prop::option::of(any::<u32>()),
            compare in ids(4),
            part in prop::sample::select(Part::ALL.to_vec()),
            (face, unit) in (
                prop::sample::select(Face::ALL.to_vec()),
                prop::sample::select(Counted::ALL.to_vec()),
            ),
            (these, against, near) in (group(), group(), prop::option::of(1..=MOST_NEAR)),
            order in order(),
        ) -> Place {
            let corrections = Corrections::default();
            Place {
                view,
                terms,
                filter,
                source,
                at,
                compare,
                face,
                corrections,
                part,
                unit,
                these,
                against,
                near,
                order,
            }
        }
    }

    proptest! {
        #[test]
        fn every_place_comes_back_from_its_address(place in place()) {
            let address = write(&place);
            prop_assert_eq!(read(&address), (Some(place), vec![]));
        }

        #[test]
        fn any_fragment_opens(fragment in "(#?v1/)?.{0,80}") {
            let (place, _) = read(&fragment);
            if let Some(place) = place {
                prop_assert_eq!(read(&write(&place)).0, Some(place));
            }
        }
    }
}
