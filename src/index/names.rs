//! Names: lexemes written with a capital, joined where they are one in several languages.
//!
//! In: a vocabulary, how each lexeme is written, and its runs of capitals. Out: a relation
//! from each name to its forms in every spelling, inflection and script of the collection
//! (Тиллерсона = Тиллерсон = Tillerson; США = САЩ = USA), why each form is the name's, and
//! what it is of. Two are joined when the gazetteer knows them as one thing, or when each
//! sounds most like the other of all names of its language. A name of several words stands
//! under the word that is hardly ever without the others (`parts`): a person under the surname.
//! Two people of one surname are two names of the same forms (`namesakes`).

use std::collections::BTreeMap;

use super::{
    Case, Joined, NameKind, Vocabulary,
    called::dictionary_form,
    candidates::{Candidate, candidates, of_form, settle},
    closest::closest,
    forms::Evidence,
    parts::{self, Head, Parts},
    relation::Group,
    runs::Runs,
};
use crate::{lang::Lang, text::gazetteer::Gazetteer};

/// A name, and what it is of.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Named {
    /// Its label and forms.
    pub group: Group,
    /// Why each of the forms is the name's, in their order.
    pub joined: Vec<Joined>,
    /// What it is of.
    pub kind: NameKind,
    /// The given names by which it is told from others of the same forms.
    pub given: Vec<u32>,
    /// The thing that it is, by number in the gazetteer.
    pub thing: Option<u32>,
}

/// The names of a collection with their forms, in order of their labels.
#[must_use]
pub(crate) fn groups(vocabulary: Vocabulary<'_>, evidence: &[Evidence], runs: &Runs) -> Vec<Named> {
    let mut candidates = candidates(vocabulary, evidence);
    let of_form = of_form(vocabulary, &candidates);
    let parts = parts::read_all(vocabulary, &of_form, runs);
    settle(&mut candidates);

    let mut home: Vec<usize> = (0..candidates.len()).collect();
    let mut join = |a: usize, b: usize| {
        let (a, b) = (root(&home, a), root(&home, b));
        home[a.max(b)] = a.min(b);
    };
    let mut first: BTreeMap<u32, usize> = BTreeMap::new();
    for (at, candidate) in candidates.iter().enumerate() {
        if let Some(&thing) = candidate.things.first() {
            join(*first.entry(thing).or_insert(at), at);
        }
    }
    let closest = closest(&candidates);
    for (&(a, _), &b) in &closest {
        if closest.get(&(b, candidates[a].lang)) == Some(&a) {
            join(a, b);
        }
    }
    let mut joined: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for at in 0..candidates.len() {
        joined.entry(root(&home, at)).or_default().push(at);
    }
    let forms_of = |members: &[usize]| {
        let keys = members.iter().map(|&at| candidates[at].key);
        let mut forms: Vec<u32> =
            keys.flat_map(|key| vocabulary.forms_of_key(key).iter()).collect();
        forms.sort_unstable();
        forms.dedup();
        forms
    };
    let naming = Naming {
        vocabulary,
        candidates: &candidates,
        parts: &parts,
        // How a word of a longer name is called by itself.
        word: &|word: &str, lang: Lang| {
            if let Some(known) = Gazetteer::bundled().dictionary_form(word, lang) {
                return known.to_owned();
            }
            let form = parts::form(vocabulary, word, lang);
            let members = form
                .and_then(|form| of_form.get(&form))
                .and_then(|&at| joined.get(&root(&home, at)));
            let called = members.and_then(|own| dictionary_form(vocabulary, &forms_of(own), lang));
            called.unwrap_or_else(|| word.to_owned())
        },
    };
    let mut names: Vec<Named> = Vec::new();
    for members in joined.values() {
        let forms = forms_of(members);
        let hits = forms.iter().map(|&form| vocabulary.list(form).hits()).sum();
        let thing = members.iter().find_map(|&at| candidates[at].things.first().copied());
        let is_head =
            |head: &Head| Some(head.thing) == thing && forms.binary_search(&head.form).is_ok();
        if !parts.is_part(&forms, hits) || parts.heads.iter().any(is_head) {
            naming.add(members, forms, &mut names);
        }
    }
    for head in &parts.heads {
        if !first.contains_key(&head.thing) {
            names.push(whole_thing(head, &parts.heads));
        }
    }
    names.sort_unstable();
    names.dedup_by(|a, b| a.group == b.group);
    without_parts(names)
}

/// A thing that is told by names of several words only.
fn whole_thing(head: &Head, heads: &[Head]) -> Named {
    let of_thing = heads.iter().filter(|other| other.thing == head.thing);
    let mut forms: Vec<u32> = of_thing.map(|head| head.form).collect();
    forms.sort_unstable();
    let label = heads.iter().find(|other| other.form == forms[0] && other.thing == head.thing);
    let label = label.map_or_else(String::new, |head| head.whole.clone());
    let entry = Gazetteer::bundled().entry(head.thing);
    let place = entry.is_some_and(|entry| entry.kind.is_place());
    let kind = if place { NameKind::Place } else { NameKind::Body };
    let joined = vec![Joined::Whole; forms.len()];
    let thing = Some(head.thing);
    Named { group: Group { label, forms }, joined, kind, given: Vec::new(), thing }
}

/// What is known where names are made of candidates that are one.
struct Naming<'n, 'a> {
    vocabulary: Vocabulary<'a>,
    candidates: &'n [Candidate],
    parts: &'n Parts,
    word: &'n dyn Fn(&str, Lang) -> String,
}

impl Naming<'_, '_> {
    /// Adds the name that candidates are together; for several people of one surname a name
    /// each.
    fn add(&self, members: &[usize], mut forms: Vec<u32>, names: &mut Vec<Named>) {
        let Self { vocabulary, candidates, parts, word } = self;
        let things: Vec<u32> =
            members.iter().flat_map(|&at| candidates[at].things.iter().copied()).collect();
        let heads: Vec<&Head> =
            parts.heads.iter().filter(|head| things.contains(&head.thing)).collect();
        let own = forms.clone();
        forms.extend(heads.iter().map(|head| head.form));
        forms.sort_unstable();
        forms.dedup();
        let joined = forms.iter().map(|form| {
            if own.binary_search(form).is_err() {
                return Joined::Whole;
            }
            let of = members.iter().map(|&at| &candidates[at]);
            let mut of =
                of.filter(|own| vocabulary.forms_of_key(own.key).iter().any(|one| one == *form));
            if of.any(|own| !own.things.is_empty()) {
                Joined::Known
            } else if members.len() > 1 {
                Joined::Sounds
            } else {
                Joined::Alone
            }
        });
        let joined: Vec<Joined> = joined.collect();
        let thing = things.first().copied();
        let entry = thing.and_then(|thing| Gazetteer::bundled().entry(thing));
        let speaks = members.iter().any(|at| parts.speaking.contains(at));
        let kind = match entry {
            Some(entry) if entry.governs.is_some() && speaks => NameKind::Government,
            Some(entry) if entry.kind.is_place() => NameKind::Place,
            Some(_) => NameKind::Body,
            None if members.iter().any(|at| parts.persons.contains(at)) => NameKind::Person,
            None if forms.iter().all(|&form| vocabulary.case(form) == Case::Upper) => {
                NameKind::Body
            }
            None => NameKind::Unknown,
        };
        let people = match thing {
            None => parts.people(*vocabulary, candidates, members, &forms, word),
            Some(_) => Vec::new(),
        };
        if people.len() > 1 {
            for (label, given) in people {
                let group = Group { label, forms: forms.clone() };
                let joined = joined.clone();
                names.push(Named { group, joined, kind: NameKind::Person, given, thing });
            }
            return;
        }
        let label = match people.into_iter().next() {
            Some((whole, _)) => whole,
            None => self.label(&forms, thing.is_some(), &heads),
        };
        names.push(Named { group: Group { label, forms }, joined, kind, given: Vec::new(), thing });
    }

    /// How a name is called: in the language in which it is mostly written, whole where it has
    /// several words, otherwise by its dictionary form.
    fn label(&self, forms: &[u32], is_thing: bool, heads: &[&Head]) -> String {
        let vocabulary = self.vocabulary;
        let best = forms.iter().copied().max_by_key(|&form| {
            let lower = vocabulary.lower(form);
            (vocabulary.list(form).hits(), std::cmp::Reverse((lower.len(), lower)))
        });
        let Some(best) = best else { return String::new() };
        if let Some(head) = heads.iter().find(|head| head.form == best) {
            return head.whole.clone();
        }
        let (shown, lang) = (vocabulary.shown(best), vocabulary.lang(best));
        if vocabulary.case(best) == Case::Upper {
            return shown;
        }
        let listed = || Gazetteer::bundled().dictionary_form(&shown, lang);
        match if is_thing { listed() } else { None } {
            Some(listed) => listed.to_owned(),
            None => dictionary_form(vocabulary, forms, lang).unwrap_or(shown),
        }
    }
}

/// Ambiguous forms give several lexemes: one whose forms another name has all of is no
/// name of its own, unless they are people of one surname.
fn without_parts(names: Vec<Named>) -> Vec<Named> {
    let mut of_form: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for (at, name) in names.iter().enumerate() {
        name.group.forms.iter().for_each(|&form| of_form.entry(form).or_default().push(at));
    }
    let is_part = |at: usize| {
        let forms = &names[at].group.forms;
        let rivals = forms.first().and_then(|form| of_form.get(form)).into_iter().flatten();
        rivals.filter(|&&other| other != at).any(|&other| {
            let others = &names[other].group.forms;
            let has_all = forms.iter().all(|form| others.binary_search(form).is_ok());
            let namesakes = !names[at].given.is_empty() && !names[other].given.is_empty();
            has_all && (forms.len() < others.len() || other < at && !namesakes)
        })
    };
    let keep: Vec<bool> = (0..names.len()).map(|at| !is_part(at)).collect();
    names.into_iter().zip(keep).filter_map(|(name, keep)| keep.then_some(name)).collect()
}

fn root(home: &[usize], mut at: usize) -> usize {
    while home[at] != at {
        at = home[at];
    }
    at
}

#[cfg(test)]
mod tests {
    use super::NameKind;
    use crate::{
        index::{Builder, Concepts, Index, Section},
        source::collection,
    };

    /// The names of texts with their forms and kinds.
    fn names(texts: &[&str]) -> Vec<String> {
        let files: Vec<(String, Vec<u8>)> = (0..)
            .zip(texts)
            .map(|(at, text)| (format!("{at}.txt"), format!("{text}\n").into_bytes()))
            .collect();
        let documents = collection::read(&files).unwrap().sources;
        let mut builder = Builder::new();
        documents.iter().for_each(|document| builder.add(document).unwrap());
        let none = Concepts::parse("concept = []").unwrap();
        let sections = builder.finish("", "", &Default::default(), &none);
        let bytes = |section: Section| {
            let found = sections.iter().find(|(own, _)| *own == section);
            found.map_or(&[][..], |(_, bytes)| bytes.as_slice())
        };
        let index = Index::new(bytes);
        let told = |name: u32| {
            let forms = index.names.forms(name).iter().map(|form| index.vocabulary.shown(form));
            let kind = match index.name_kind(name) {
                NameKind::Unknown => '?',
                NameKind::Person => 'p',
                NameKind::Place => 'l',
                NameKind::Body => 'b',
                NameKind::Government => 'g',
            };
            format!("{} {kind}: {}", index.names.label(name), forms.collect::<Vec<_>>().join(" "))
        };
        (0..index.names.len()).map(told).collect()
    }

    #[test]
    fn a_person_stands_under_the_surname_and_is_called_in_full() {
        let told = names(&[
            "Yesterday the president met Vladimir Putin there. We know that Putin was late again.",
            "Вчера президент встретил Владимира Путина и сказал, что Путин опоздал.",
        ]);
        assert_eq!(told, ["Vladimir Putin p: Putin Путин Путина"]);
    }

    #[test]
    fn two_people_of_one_surname_are_two_names() {
        let told =
            names(&["We saw how George Hughes met Barbara Hughes, and that Hughes was late."]);
        assert_eq!(told, ["Barbara Hughes p: Hughes", "George Hughes p: Hughes"]);
    }

    #[test]
    fn a_name_that_occurs_inflected_only_is_called_by_its_nominative() {
        let told = names(&[
            "Мы знаем, что вчера Сергея Лаврова не было, а президент виделся с Лавровым и с Марией Захаровой в Германии.",
            "We know that Lavrov was not there and that Maria Zakharova was in Germany.",
        ]);
        assert_eq!(
            told,
            [
                "Germany l: Germany Германии",
                "Maria Zakharova p: Zakharova Захаровой",
                "Сергей Лавров p: Lavrov Лаврова Лавровым",
            ]
        );
    }

    #[test]
    fn things_are_joined_by_what_they_are_and_told_by_kind() {
        let told = names(&[
            "We heard that the White House told the US and that Moscow said so, in Germany too.",
            "Мы знаем, что США и ООН были в Германии, а потом и в Москве.",
        ]);
        assert_eq!(
            told,
            [
                "Germany l: Germany Германии",
                "Moscow g: Moscow Москве",
                "US l: US США",
                "White House l: House",
                "ООН b: ООН",
            ]
        );
    }

    #[test]
    fn a_capital_that_acts_stands_for_its_government_too() {
        let told = names(&[
            "We know that Moscow has not rejected the plan, and that they met in London.",
            "Известно, что Москва плана не отвергла и что Вашингтон настаивает.",
        ]);
        assert_eq!(told, ["London l: London", "Moscow g: Moscow Москва", "Вашингтон g: Вашингтон"]);
    }

    #[test]
    fn words_with_a_capital_are_not_yet_names() {
        let told = names(&[
            "He told the President of the North that WE asked French and American men: “Nobody was there.”",
        ]);
        assert_eq!(told, Vec::<String>::new());
    }
}
