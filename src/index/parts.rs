//! Names of several words, among the single words that an index knows.
//!
//! In: the candidates for names and the runs of capitals. Out: which candidates are hardly
//! ever more than a part of another's name (Vladimir, where every Vladimir is Putin), which
//! are persons, under which form a known thing of several words stands, and how each name
//! is called in full, in the nominative. A person is called in full only where one set of given
//! names stands before the surname in all languages: people of one surname are not made one.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Vocabulary,
    called::dictionary_form,
    candidates::Candidate,
    people::{Read, read},
    runs::Runs,
};
use crate::{
    lang::Lang,
    text::{self, gazetteer::Gazetteer, known::KnownName},
};

/// Of a word's hits, the share inside a name that makes it a part of that name, in tenths.
const MOSTLY: u32 = 8;
/// How alike given names must be to be one person's.
const ALIKE: f64 = 0.74;
/// The same where no language has both.
const ALIKE_ABROAD: f64 = 0.35;

/// A name as written in a run, and how often.
struct Written {
    given: String,
    whole: String,
    last: String,
    lang: Lang,
    count: u32,
    /// Whether a given name that is known, an initial or a rank says that it is a person.
    sure: bool,
    /// The words of `given` that are names, and initials.
    forms: Vec<u32>,
    /// Those of them that are candidates.
    names: Vec<usize>,
}

impl Written {
    fn is_sure(&self, is_given: &dyn Fn(usize) -> bool) -> bool {
        self.sure || !self.names.is_empty() && self.names.iter().all(|&at| is_given(at))
    }
}

/// What runs say about candidates, which go by their place in the list.
#[derive(Default)]
pub(super) struct Parts {
    /// How often a form is a word of another's name.
    covered: BTreeMap<u32, u32>,
    /// The candidates that are persons.
    pub persons: BTreeSet<usize>,
    /// The candidates that are said to say something.
    pub speaking: BTreeSet<usize>,
    /// The forms under which things of several words stand.
    pub heads: Vec<Head>,
    written: BTreeMap<usize, Vec<Written>>,
}

/// A word that is hardly ever without the rest of a name of several words.
pub(super) struct Head {
    /// The thing, by its number in the gazetteer.
    pub thing: u32,
    /// The word.
    pub form: u32,
    /// The name as written.
    pub whole: String,
}

/// Reads what the runs say about the candidates.
pub(super) fn read_all(
    vocabulary: Vocabulary<'_>,
    of_form: &BTreeMap<u32, usize>,
    runs: &Runs,
) -> Parts {
    let list = Gazetteer::bundled();
    let mut parts = Parts::default();
    let mut things: BTreeMap<(u32, Lang, u32), (u32, String)> = BTreeMap::new();
    let at = |form: Option<u32>| form.and_then(|form| of_form.get(&form).copied());
    for (lang, speaker) in &runs.speaking {
        parts.speaking.extend(at(form(vocabulary, speaker, *lang)));
    }
    for (&(lang, ref run), &count) in &runs.counts {
        let own = |word: &str| form(vocabulary, word, lang);
        for part in read(run, lang, list) {
            match part {
                Read::Thing { entry, words } => {
                    for form in words.iter().filter_map(|word| own(word)) {
                        let seen = things.entry((entry, lang, form)).or_default();
                        *seen = (seen.0 + count, words.join(" "));
                        *parts.covered.entry(form).or_default() += count;
                    }
                }
                Read::Person { given, surname, sure } => {
                    let Some(surname_at) = at(own(surname)) else { continue };
                    let named = |word: &&str| at(own(word)).is_some() || word.chars().count() == 1;
                    // `Yesterday Vladimir Putin`: the name begins with the first word that is one.
                    let from = given.iter().position(named).unwrap_or(given.len());
                    let given = &given[from..];
                    if sure {
                        parts.persons.insert(surname_at);
                    }
                    if given.is_empty() {
                        continue;
                    }
                    for form in given.iter().filter_map(|word| own(word)) {
                        *parts.covered.entry(form).or_default() += count;
                    }
                    let word = |word: &&str| {
                        let form = own(word)?;
                        (of_form.contains_key(&form) || word.chars().count() == 1).then_some(form)
                    };
                    parts.written.entry(surname_at).or_default().push(Written {
                        sure,
                        forms: given.iter().filter_map(word).collect(),
                        names: given.iter().filter_map(|word| at(own(word))).collect(),
                        given: given.join(" "),
                        whole: format!("{} {surname}", given.join(" ")),
                        last: surname.to_owned(),
                        lang,
                        count,
                    });
                }
            }
        }
    }
    // A thing stands under the word that is hardly ever without the others; under the longest
    // of those, because short ones are more likely to be something else.
    let mut best: BTreeMap<(u32, Lang), (usize, Head)> = BTreeMap::new();
    for ((thing, lang, form), (count, whole)) in things {
        let letters = vocabulary.lower(form).chars().count();
        let mostly = count * 10 >= vocabulary.list(form).hits() * MOSTLY;
        let longest = best.get(&(thing, lang)).is_none_or(|(known, _)| *known < letters);
        if mostly && longest {
            best.insert((thing, lang), (letters, Head { thing, form, whole }));
        }
    }
    parts.heads = best.into_values().map(|(_, head)| head).collect();
    parts
}

/// The form that a word as written is.
pub(super) fn form(vocabulary: Vocabulary<'_>, word: &str, lang: Lang) -> Option<u32> {
    let part = vocabulary.parts().find(|part| part.lang == lang)?;
    let lower = text::lower(word);
    let mut forms = vocabulary.forms_of_fold(part, &text::fold(&lower, lang));
    forms.find(|&form| vocabulary.lower(form) == lower)
}

/// Whom a given name is thought to be, with where it is written.
type Person<'w> = (KnownName, Vec<&'w Written>);

/// Joins people of whom no language has both: Sarah and Сару, Joe and Джозеф. Only a language
/// that tells two apart makes them two.
fn join_across_languages(people: &mut Vec<Person<'_>>) {
    loop {
        let mut best: Option<(f64, usize, usize)> = None;
        for b in 1..people.len() {
            for a in 0..b {
                let ((one, of_one), (other, of_other)) = (&people[a], &people[b]);
                let both = of_one.iter().any(|own| of_other.iter().any(|o| o.lang == own.lang));
                let alike = one.similarity(other);
                if !both && best.is_none_or(|(most, ..)| alike > most) {
                    best = Some((alike, a, b));
                }
            }
        }
        let Some((_, a, b)) = best.filter(|(alike, ..)| *alike >= ALIKE_ABROAD) else { break };
        let (_, mut other) = people.remove(b);
        people[a].1.append(&mut other);
    }
}

impl Parts {
    /// Whether forms are hardly ever more than a part of another's name.
    pub(super) fn is_part(&self, forms: &[u32], hits: u32) -> bool {
        let covered: u32 = forms.iter().filter_map(|form| self.covered.get(form)).sum();
        covered > 0 && covered * 10 >= hits * MOSTLY
    }

    /// The people who have the surname: how each is called in full, and the words of the
    /// given names. One of them if all given names are one person's; none where nobody is
    /// called in full.
    pub(super) fn people(
        &self,
        vocabulary: Vocabulary<'_>,
        candidates: &[Candidate],
        members: &[usize],
        forms: &[u32],
        word: &dyn Fn(&str, Lang) -> String,
    ) -> Vec<(String, Vec<u32>)> {
        let mut all: Vec<&Written> =
            members.iter().filter_map(|at| self.written.get(at)).flatten().collect();
        // `Госсекретарь Тиллерсон`, `с Лавровым Тиллерсон говорил`: a word that often stands
        // alone is no given name, nor is a surname.
        let is_given = |at: usize| {
            let forms: Vec<u32> = vocabulary.forms_of_key(candidates[at].key).iter().collect();
            let hits = forms.iter().map(|&form| vocabulary.list(form).hits()).sum();
            !self.written.contains_key(&at) && self.is_part(&forms, hits)
        };
        let sure = all.iter().any(|written| written.is_sure(&is_given));
        all.retain(|written| !sure || written.is_sure(&is_given));
        let in_full = |written: &Written| {
            written.given.chars().filter(|letter| letter.is_lowercase()).count() > 1
        };
        all.sort_by_key(|written| {
            std::cmp::Reverse((in_full(written), written.count, written.lang, &written.whole))
        });
        let mut people: Vec<Person<'_>> = Vec::new();
        for written in all {
            let given = KnownName::new(&written.given, written.lang);
            match people.iter_mut().find(|(known, _)| known.similarity(&given) >= ALIKE) {
                Some((_, own)) => own.push(written),
                None => people.push((given, vec![written])),
            }
        }
        join_across_languages(&mut people);
        if !sure && people.len() > 1 {
            return Vec::new();
        }
        let told = people.into_iter().map(|(_, own)| {
            let hits = |lang: Lang| {
                own.iter().filter(|one| one.lang == lang).map(|one| one.count).sum::<u32>()
            };
            let best = own.iter().max_by_key(|one| {
                (in_full(one), hits(one.lang), one.count, std::cmp::Reverse(&one.whole))
            });
            let label = best.map_or_else(String::new, |one| {
                let words = one.given.split(' ').map(|given| word(given, one.lang));
                let surname = dictionary_form(vocabulary, forms, one.lang);
                let surname = surname.unwrap_or_else(|| one.last.clone());
                words.chain([surname]).collect::<Vec<_>>().join(" ")
            });
            let mut given: Vec<u32> =
                own.iter().flat_map(|one| one.forms.iter().copied()).collect();
            given.sort_unstable();
            given.dedup();
            (label, given)
        });
        let mut told: Vec<(String, Vec<u32>)> = told.collect();
        told.sort_unstable();
        told
    }
}
