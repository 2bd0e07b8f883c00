//! The number shown = the hits listed = the marks painted, for every query.

use proptest::prelude::*;
use tellings::{
    engine::Engine,
    protocol::{Filter, FormId, Request, Response, Term},
    source::BlockKind,
    text,
};

use crate::{support, worlds};

/// Everything but its gaps, as it is compared: a phrase is shown with single spaces.
fn folded(letters: &str, lang: tellings::lang::Lang) -> String {
    let joined: String = letters.chars().filter(|c| !c.is_whitespace()).collect();
    text::fold(&text::lower(&joined), lang)
}

fn agrees(engine: &Engine, term: &Term, filter: &Filter) -> Result<(), TestCaseError> {
    let answer = support::search_term(engine, term, filter);
    let found = &answer.terms[0];
    let listed = support::hits(engine, term, filter);
    prop_assert_eq!(found.total, listed.total, "shown and counted in the list");
    prop_assert_eq!(found.total as usize, listed.lines.len(), "shown and listed");
    let by_source: u32 = answer.sources.iter().map(|source| source.hits[0]).sum();
    prop_assert_eq!(found.total, by_source, "shown and summed over sources");
    let on: u32 = found.forms.iter().filter(|form| !form.off).map(|form| form.count).sum();
    prop_assert_eq!(found.total, on, "shown and summed over forms");
    let index = engine.index();
    let mut painted = Vec::new();
    for source in &answer.sources {
        let marks = support::marks(engine, &source.id, term, filter);
        prop_assert_eq!(marks.len(), source.hits[0] as usize, "marks in {}", &source.id);
        let held = index.sources.find(&source.id).unwrap();
        for mark in marks {
            let written = held.text().get(mark.span.range());
            prop_assert!(written.is_some_and(|written| !written.is_empty()), "{mark:?}");
            let form = &found.forms[mark.form as usize];
            prop_assert!(!form.off, "a form that is off has a mark");
            prop_assert_eq!(
                folded(written.unwrap(), form.lang),
                folded(&form.form, form.lang),
                "a mark is its form"
            );
            let block = held.blocks().find(|block| block.span().contains(mark.span));
            prop_assert!(block.is_some(), "a mark lies in one block: {:?}", written);
            painted.push((source.id.clone(), mark.span));
        }
    }
    let lines: Vec<_> = listed.lines.into_iter().map(|line| (line.source, line.span)).collect();
    prop_assert_eq!(&lines, &painted, "listed and painted");
    let with_hits = answer.sources.iter().filter(|source| source.hits[0] > 0).count();
    prop_assert_eq!(found.sources as usize, with_hits);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn the_number_shown_is_the_hits_listed_and_the_marks_painted(
        files in worlds::files(),
        queries in proptest::collection::vec(worlds::query(), 1..6),
    ) {
        let engine = support::small_engine(&files);
        for query in queries {
            agrees(&engine, &Term::new(&query), &Filter::default())?;
            let kinds = vec![BlockKind::Comment, BlockKind::Paragraph, BlockKind::Boilerplate];
            agrees(&engine, &Term::new(&query), &Filter { kinds, ..Filter::default() })?;
        }
    }

    #[test]
    fn several_terms_are_painted_as_each_alone(
        files in worlds::files(),
        one in worlds::query(),
        other in worlds::query(),
    ) {
        let engine = support::small_engine(&files);
        let terms = vec![Term::new(one), Term::new(other)];
        let filter = Filter::default();
        let request = Request::Search { terms: terms.clone(), filter: filter.clone() };
        let Response::Search(both) = engine.answer(&request) else { panic!("no search") };
        for (at, term) in terms.iter().enumerate() {
            let alone = support::search_term(&engine, term, &filter);
            prop_assert_eq!(&both.terms[at], &alone.terms[0]);
        }
        for source in &both.sources {
            let (id, terms) = (source.id.clone(), terms.clone());
            let request = Request::Marks { id, terms, filter: filter.clone() };
            let Response::Marks(marks) = engine.answer(&request) else { panic!("no marks") };
            for (term, &hits) in (0..).zip(&source.hits) {
                let own = marks.iter().filter(|mark| mark.term == term).count();
                prop_assert_eq!(own, hits as usize);
            }
        }
    }

    #[test]
    fn a_form_switched_off_takes_away_its_own_hits_and_no_others(
        files in worlds::files(),
        query in worlds::free_query(),
    ) {
        let engine = support::small_engine(&files);
        let all = support::search(&engine, &query);
        for form in &all.terms[0].forms {
            let without = vec![FormId { lang: form.lang, form: form.form.clone() }];
            let term = Term { without, ..Term::new(&query) };
            let rest = support::search_term(&engine, &term, &Filter::default());
            prop_assert_eq!(rest.terms[0].total, all.terms[0].total - form.count);
            let shown = rest.terms[0].forms.iter().find(|f| (f.lang, &f.form) == (form.lang, &form.form));
            prop_assert!(shown.is_some_and(|shown| shown.off && shown.count == form.count));
            agrees(&engine, &term, &Filter::default())?;
        }
    }

    #[test]
    fn switching_a_form_off_never_adds_hits_where_all_words_are_wanted(
        files in worlds::files(),
        one in worlds::free_query(),
        other in worlds::free_query(),
    ) {
        let engine = support::small_engine(&files);
        let query = format!("({one}) ({other})");
        let all = support::search(&engine, &query);
        for form in &all.terms[0].forms {
            let without = vec![FormId { lang: form.lang, form: form.form.clone() }];
            let term = Term { without, ..Term::new(&query) };
            let rest = support::search_term(&engine, &term, &Filter::default());
            prop_assert!(rest.terms[0].total <= all.terms[0].total - form.count);
            agrees(&engine, &term, &Filter::default())?;
        }
    }
}
