//! Matching of sources that belong to no index.
//!
//! In: sources, each a list of passages with its language and, if known, its date. Out: for
//! each the others that tell the same event, best first. The method is that of collections;
//! only where the passages come from differs.

use super::{Match, Shelf};
use crate::{compare::align::raw::Aligner, lang::Lang};

/// A source as given.
pub struct Given<'g> {
    /// Its language.
    pub lang: Lang,
    /// When it was published, ISO 8601.
    pub date: Option<&'g str>,
    /// Its passages, the headline first.
    pub passages: &'g [String],
}

/// For each source the others, in other languages only, that tell the same event: numbers
/// from 0, best first, `most` at most.
pub fn rank(aligner: &mut Aligner, sources: &[Given<'_>], most: usize) -> Vec<Vec<usize>> {
    let mut shelf = Shelf::default();
    for source in sources {
        shelf
            .add(source.lang, source.date, |side| aligner.fill(side, source.passages, source.lang));
    }
    let matched = shelf.matched(true, most);
    matched.matches.iter().map(|own| own.iter().map(|Match { to, .. }| *to).collect()).collect()
}

#[cfg(test)]
mod tests {
    use super::{Aligner, Given, Shelf, rank};
    use crate::lang::Lang;

    const TEXTS: [(Lang, &str, [&str; 2]); 5] = [
        (
            Lang::EN,
            "2017-07-08",
            ["Lavrov and Tillerson meet in Hamburg", "They spoke of Syria for 40 minutes."],
        ),
        (
            Lang::RU,
            "2017-07-08",
            ["В Гамбурге встретились Лавров и Тиллерсон", "О Сирии говорили 40 минут."],
        ),
        (Lang::RU, "2017-07-09", ["Дельфин уплыл из Сочинского порта", "Его видели 12 рыбаков."]),
        (Lang::EN, "2017-07-09", ["A dolphin left the port of Sochi", "12 fishermen saw it."]),
        (Lang::EN, "2017-07-09", ["Apples are dear this year", "A kilogram costs 3 dollars."]),
    ];

    fn texts(order: [usize; 5]) -> Vec<(Lang, &'static str, Vec<String>)> {
        let own = |at: usize| {
            let (lang, date, passages) = TEXTS[at];
            (lang, date, passages.map(str::to_owned).to_vec())
        };
        order.map(own).to_vec()
    }

    fn given<'g>(texts: &'g [(Lang, &'static str, Vec<String>)], dated: bool) -> Vec<Given<'g>> {
        let own = |(lang, date, passages): &'g (Lang, &'static str, Vec<String>)| Given {
            lang: *lang,
            date: dated.then_some(*date),
            passages,
        };
        texts.iter().map(own).collect()
    }

    #[test]
    fn a_report_is_found_in_the_other_language_with_and_without_dates() {
        let texts = texts([0, 1, 2, 3, 4]);
        for dated in [true, false] {
            let mut aligner = Aligner::new().expect("the list can be read");
            let found = rank(&mut aligner, &given(&texts, dated), 3);
            let best: Vec<Option<usize>> = found.iter().map(|own| own.first().copied()).collect();
            assert_eq!(best[..4], [Some(1), Some(0), Some(3), Some(2)], "{found:?}");
        }
    }

    #[test]
    fn sources_on_one_event_are_grouped_whatever_their_order() {
        for order in [[0, 1, 2, 3, 4], [4, 2, 0, 3, 1], [3, 4, 1, 2, 0]] {
            let texts = texts(order);
            let mut aligner = Aligner::new().expect("the list can be read");
            let mut shelf = Shelf::default();
            for one in given(&texts, true) {
                shelf.add(one.lang, one.date, |side| aligner.fill(side, one.passages, one.lang));
            }
            let matched = shelf.matched(false, 5);
            let back = |at: &usize| order[*at];
            let mut groups: Vec<Vec<usize>> =
                matched.groups().iter().map(|group| group.iter().map(back).collect()).collect();
            groups.iter_mut().for_each(|group| group.sort_unstable());
            groups.sort_unstable();
            assert_eq!(groups, [vec![0, 1], vec![2, 3]]);
            let at = |number: usize| order.iter().position(|own| *own == number).unwrap_or(0);
            let shared = matched.reasons(at(0), at(1), 9);
            let lavrov = ["Lavrov".to_owned(), "Лавров".to_owned()];
            assert!(shared.contains(&lavrov), "{shared:?}");
        }
    }
}
