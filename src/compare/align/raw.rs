//! Alignment of passages that belong to no index.
//!
//! In: passages as given, each its own text, and the languages. Out: pairs of their
//! numbers. Words are known by the rules of their language and the list of concepts.

use rustc_hash::FxHashMap;

use super::{
    Evidence, Known, LEARNED, Lesson, Lessons, Pair, Side, Words, learn, reports, versions,
};
use crate::{
    error::Result,
    index::{ConceptList, Concepts, everyday, table::int},
    lang::Lang,
    sort::sort,
    span::Span,
    text,
};

/// The passages of two texts and their languages.
pub type Texts<'t> = [(&'t [String], Lang); 2];

/// Of a pair that teaches: how sure it is at least.
const TEACHES: f64 = 0.9;

/// What pairs of texts teach each other, for each pair: the words of the surest links of the
/// others. Its own would only say once more what is known of it.
pub(super) fn taught(texts: &[[&Side; 2]], independent: bool) -> Vec<Lessons> {
    let none = Lessons::default();
    let mut lessons: Vec<([Lang; 2], Lesson, usize)> = Vec::new();
    for (at, [a, b]) in texts.iter().enumerate() {
        let evidence = Evidence::new(a, b, &LEARNED, &none);
        let turned = a.lang > b.lang;
        for pair in found(&evidence, independent).iter().filter(|pair| pair.score >= TEACHES) {
            let [mut here, mut there] = evidence.lesson(pair.a, pair.b);
            if turned {
                std::mem::swap(&mut here, &mut there);
            }
            let langs = if turned { [b.lang, a.lang] } else { [a.lang, b.lang] };
            lessons.push((langs, Lesson { a: here, b: there, joined: false }, at));
        }
    }
    sort(&mut lessons);
    let of_pair = |(at, [a, b]): (usize, &[&Side; 2])| {
        let langs = [a.lang.min(b.lang), a.lang.max(b.lang)];
        let others = lessons.iter().filter(|(own, _, from)| *own == langs && *from != at);
        Lessons::new(&learn(&others.map(|(_, lesson, _)| lesson.clone()).collect::<Vec<_>>()))
    };
    texts.iter().enumerate().map(of_pair).collect()
}

fn found(evidence: &Evidence<'_>, independent: bool) -> Vec<Pair> {
    if independent { reports(evidence) } else { versions(evidence) }
}

/// Knows words by rules and a list; keeps what it has seen.
pub struct Aligner {
    concepts: ConceptList,
    keys: FxHashMap<(Lang, String), u32>,
    seen: FxHashMap<(Lang, String), Known>,
}

impl Aligner {
    /// Knows the list of concepts that comes with the program.
    ///
    /// # Errors
    /// Never: a test reads the list.
    pub fn new() -> Result<Self> {
        let concepts = Concepts::bundled()?.listed();
        Ok(Self { concepts, keys: FxHashMap::default(), seen: FxHashMap::default() })
    }

    /// The rows of passages of one language.
    pub(super) fn side(&mut self, passages: &[String], lang: Lang) -> Side {
        let mut side = Side::new(lang);
        self.fill(&mut side, passages, lang);
        side.finish()
    }

    /// Adds passages to a side.
    pub(in crate::compare) fn fill(&mut self, side: &mut Side, passages: &[String], lang: Lang) {
        for passage in passages {
            let whole = Span::of(0, passage.len());
            let words: Vec<_> = text::words(passage, whole, lang).collect();
            side.add(passage, whole, lang, &words, self);
        }
    }

    /// The pairs of passages of `a` and `b` that tell the same: numbers from 0, and how
    /// sure the pair is. They are versions of one text, or independent reports.
    pub fn align(
        &mut self,
        a: (&[String], Lang),
        b: (&[String], Lang),
        independent: bool,
    ) -> Vec<(usize, usize, f64)> {
        self.align_all(&[[a, b]], independent).pop().unwrap_or_default()
    }

    /// The same for many pairs of texts, which teach each other the words of their
    /// languages. Their order changes nothing.
    pub fn align_all(
        &mut self,
        texts: &[Texts<'_>],
        independent: bool,
    ) -> Vec<Vec<(usize, usize, f64)>> {
        let sides: Vec<[Side; 2]> =
            texts.iter().map(|pair| pair.map(|(text, lang)| self.side(text, lang))).collect();
        let read: Vec<[&Side; 2]> = sides.iter().map(|pair| pair.each_ref()).collect();
        let lessons = taught(&read, independent);
        let pairs = read.iter().zip(&lessons).map(|([a, b], lessons)| {
            let pairs = found(&Evidence::new(a, b, &LEARNED, lessons), independent);
            pairs.iter().map(|pair| (pair.a, pair.b, pair.score)).collect()
        });
        pairs.collect()
    }
}

impl Words for Aligner {
    fn known(&mut self, letters: &str, lang: Lang) -> Known {
        let name = (lang, letters.to_owned());
        if let Some(known) = self.seen.get(&name) {
            return known.clone();
        }
        let folded = text::fold(&text::lower(letters), lang);
        let mut lexemes = Vec::new();
        match lang.rules() {
            Some(rules) => (rules.lexemes)(&folded, &mut lexemes),
            None => lexemes.push(folded.clone()),
        }
        let concepts = self.concepts.of(letters, lang);
        let keys = lexemes.into_iter().map(|key| {
            let next = int(self.keys.len());
            *self.keys.entry((lang, key)).or_insert(next)
        });
        let known = Known {
            keys: keys.collect(),
            concepts,
            names: Vec::new(),
            everyday: everyday::rows(&folded, lang),
        };
        self.seen.insert(name, known.clone());
        known
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Aligner;
    use crate::lang::Lang;

    const EN: [&str; 6] = [
        "The two presidents spoke by telephone for 45 minutes on Friday.",
        "Lavrov and Tillerson will meet in Hamburg in July.",
        "Nobody in the building wanted to say why the talks had failed.",
        "Sanctions were not discussed, the Kremlin said.",
        "About 60,000 soldiers stood at the border in 2014.",
        "Is this a new beginning?",
    ];
    const RU: [&str; 6] = [
        "Президенты двух стран 45 минут говорили в пятницу по телефону.",
        "Лавров и Тиллерсон встретятся в июле в Гамбурге.",
        "Никто в здании не хотел сказать, почему провалились переговоры.",
        "Санкции не обсуждались, сообщили в Кремле.",
        "Около 60 тысяч солдат стояли на границе в 2014 году.",
        "Это новое начало?",
    ];

    fn owned(passages: &[&str]) -> Vec<String> {
        passages.iter().map(|passage| (*passage).to_owned()).collect()
    }

    fn pairs(a: &[String], b: &[String], independent: bool) -> Vec<(usize, usize)> {
        let mut aligner = Aligner::new().expect("the list can be read");
        let found = aligner.align((a, Lang::EN), (b, Lang::RU), independent);
        assert!(found.iter().all(|(.., score)| (0.0..=1.0).contains(score)), "{found:?}");
        found.into_iter().map(|(i, j, _)| (i, j)).collect()
    }

    #[test]
    fn a_translation_is_followed_passage_by_passage() {
        let own = pairs(&owned(&EN), &owned(&RU), false);
        assert_eq!(own, (0..6).map(|at| (at, at)).collect::<Vec<_>>());
    }

    #[test]
    fn a_moved_passage_is_found_where_it_went() {
        let mut moved = owned(&RU);
        moved.rotate_left(2);
        moved.swap(0, 1);
        let own = pairs(&owned(&EN), &moved, false);
        for (i, j) in [(1, 5), (0, 4), (3, 0), (4, 2)] {
            assert!(own.contains(&(i, j)), "{own:?}");
        }
    }

    #[test]
    fn two_passages_told_in_one_are_linked_to_it_both() {
        let mut merged = owned(&RU);
        let second = merged.remove(1);
        merged[0] = format!("{} {second}", merged[0]);
        let own = pairs(&owned(&EN), &merged, false);
        assert!(own.contains(&(0, 0)) && own.contains(&(1, 0)), "{own:?}");
    }

    #[test]
    fn a_passage_that_was_left_out_is_linked_to_nothing() {
        let mut cut = owned(&RU);
        cut.remove(3);
        let own = pairs(&owned(&EN), &cut, false);
        assert!(own.iter().all(|(i, _)| *i != 3), "{own:?}");
        assert_eq!(own.len(), 5, "{own:?}");
    }

    #[test]
    fn texts_on_different_things_are_not_linked() {
        let other = owned(&[
            "Сборная Бразилии выиграла матч со счетом 3:1.",
            "Урожай яблок в этом году невелик.",
            "Фильм получил главный приз в Каннах.",
        ]);
        assert_eq!(pairs(&owned(&EN), &other, true), []);
    }

    #[test]
    fn nothing_is_aligned_with_nothing() {
        assert_eq!(pairs(&[], &owned(&RU), false), []);
        assert_eq!(pairs(&owned(&["", "…"]), &[], true), []);
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 8, ..ProptestConfig::default() })]

        #[test]
        fn swapping_the_sides_swaps_the_answer(
            a in prop::collection::vec(0..6usize, 0..6),
            b in prop::collection::vec(0..6usize, 0..6),
            independent in any::<bool>(),
        ) {
            let of = |from: &[&str], rows: &[usize]| -> Vec<String> {
                rows.iter().map(|&row| from[row].to_owned()).collect()
            };
            let (a, b) = (of(&EN, &a), of(&RU, &b));
            let mut aligner = Aligner::new().expect("the list can be read");
            let there = aligner.align((&a, Lang::EN), (&b, Lang::RU), independent);
            let back = aligner.align((&b, Lang::RU), (&a, Lang::EN), independent);
            let mut back: Vec<_> = back.into_iter().map(|(i, j, score)| (j, i, score)).collect();
            back.sort_by_key(|pair| (pair.0, pair.1));
            prop_assert_eq!(there, back);
        }
    }
}
