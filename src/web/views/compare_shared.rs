//! What the sources of a comparison share as tables: names, subjects, words, figures.
//!
//! In: a comparison with its sources. Out: bars that face each other for two sources, a
//! table with a column each for more. What more of them have comes first; the reader chooses
//! whether to see what all, several or one of them have.

use std::rc::Rc;

use yew::prelude::*;

use super::{called, compare_page::ComparePageProps, compare_tables, drawn};
use crate::{
    protocol::{Shared, SourceText},
    sort::sort_by_key,
    web::components::{
        export::Export,
        matrix::{Matrix, MatrixColumn, MatrixRow},
        meta::short_name,
        segments::segments,
        shared_table::SharedTable,
    },
};

/// How many rows a table of three or four sources shows at first.
const FEW: usize = 10;

/// Which rows are shown.
#[derive(Clone, Copy, PartialEq)]
enum Among {
    Any,
    Every,
    Several,
    One,
}

impl Among {
    fn admits(self, row: &Shared) -> bool {
        let have = row.counts.iter().filter(|count| **count > 0).count();
        match self {
            Self::Any => true,
            Self::Every => have == row.counts.len(),
            Self::Several => have > 1 && have < row.counts.len(),
            Self::One => have == 1,
        }
    }
}

/// All tables.
#[component]
pub fn SharedTables(props: &ComparePageProps) -> Html {
    let ComparePageProps { comparison, sources, texts, .. } = props;
    let own = texts.comparing;
    let among = use_state_eq(|| Among::Any);
    let choose = {
        let among = among.setter();
        Callback::from(move |to| among.set(to))
    };
    let mut choices = vec![
        (Among::Any, texts.keep_all),
        (Among::Every, own.in_all),
        (Among::Several, own.in_several),
        (Among::One, own.in_one),
    ];
    // Of two, several are all.
    if sources.len() == 2 {
        choices.remove(2);
    }
    let lists = [
        (texts.names, &comparison.names),
        (texts.concepts, &comparison.concepts),
        (texts.words, &comparison.words),
        (texts.figures, &comparison.figures),
    ];
    let make = {
        let props = props.clone();
        Callback::from(move |()| {
            let found = &props.comparison;
            let lists: [(&str, &[Shared]); 4] = [
                ("name", &found.names),
                ("concept", &found.concepts),
                ("word", &found.words),
                ("figure", &found.figures),
            ];
            compare_tables::shared(&props, &lists)
        })
    };
    let draw = {
        let (props, among) = (props.clone(), *among);
        Callback::from(move |()| {
            let found = &props.comparison;
            let lists = [&found.names, &found.concepts, &found.words, &found.figures];
            let rows = lists.iter().flat_map(|all| {
                let all = chosen(&props, among, all);
                counted(&props, &all)
                    .into_iter()
                    .take(FEW)
                    .map(|(row, counts)| matrix_row(row, counts))
                    .collect::<Vec<_>>()
            });
            let title = props.texts.what_they_share.into();
            drawn::counts(
                title,
                &matrix_columns(&props),
                &rows.collect::<Vec<_>>(),
                false,
                props.texts,
            )
        })
    };
    html! {
        <section aria-label={texts.what_they_share}>
            <div class="controls">{ segments(own.which_rows, &choices, *among, &choose) }<Export name="shared" {make} {draw} {texts} /></div>
            <div class="shared-tables">
                for (heading, all) in lists {
                    { shared(props, heading, &chosen(props, *among, all)) }
                }
            </div>
        </section>
    }
}

/// The rows that are shown, subjects called as the page's language calls them.
fn chosen(props: &ComparePageProps, among: Among, all: &[Shared]) -> Vec<Shared> {
    let named = |row: &Shared| Shared {
        label: called(&props.labels, &row.label).to_owned(),
        ..row.clone()
    };
    all.iter().filter(|row| among.admits(row)).map(named).collect()
}

/// What the sources share of one kind: facing bars for two, a table with a column each for
/// more.
fn shared(props: &ComparePageProps, heading: &'static str, all: &[Shared]) -> Html {
    let ComparePageProps { sources, on_go, texts, .. } = props;
    let on_term = props.on_term();
    let place = |at: usize| props.place(at);
    if let [left, right] = &**sources {
        return html! {
            <SharedTable {heading} rows={Rc::<[_]>::from(all)} sides={[place(0), place(1)]}
                columns={[left, right].map(|source| AttrValue::from(short_name(&source.card)))}
                {on_term} {texts} />
        };
    }
    let rows = counted(props, all);
    let on_cell = {
        let passages: Vec<_> = rows.iter().map(|(row, _)| row.passages.clone()).collect();
        let ids: Vec<String> = sources.iter().map(|source| source.card.id.clone()).collect();
        let on_go = on_go.clone();
        Callback::from(move |(row, column): (usize, usize)| {
            let own = passages.get(row).into_iter().flatten();
            if let Some(passage) = own.clone().find(|one| one.source == ids[column]) {
                on_go.emit((column, passage.span.start));
            }
        })
    };
    let rows = rows.into_iter().map(|(row, counts)| matrix_row(row, counts));
    html! {
        <div class="shared">
            <h3 class="shared-head">{ heading }</h3>
            <Matrix caption={heading} columns={matrix_columns(props)} rows={rows.collect::<Rc<[_]>>()}
                as_rate={false} few={FEW} on_term={on_term.clone()} {on_cell} {texts} />
        </div>
    }
}

/// A column for each source.
fn matrix_columns(props: &ComparePageProps) -> Rc<[MatrixColumn]> {
    let column = |source: &Rc<SourceText>| MatrixColumn {
        name: short_name(&source.card).into(),
        title: source.card.title.clone().into(),
        words: source.card.words,
    };
    props.sources.iter().map(column).collect()
}

fn matrix_row(row: &Shared, counts: Rc<[u32]>) -> MatrixRow {
    MatrixRow { label: row.label.clone().into(), query: row.query.clone().into(), counts }
}

/// The rows with a count for each column; what more sources have comes first.
fn counted<'r>(props: &ComparePageProps, all: &'r [Shared]) -> Vec<(&'r Shared, Rc<[u32]>)> {
    let counts = |row: &Shared| -> Rc<[u32]> {
        let count = |at| row.counts.get(props.place(at)).copied().unwrap_or_default();
        (0..props.sources.len()).map(count).collect()
    };
    let mut rows: Vec<(&Shared, Rc<[u32]>)> = all.iter().map(|row| (row, counts(row))).collect();
    sort_by_key(&mut rows, |(_, counts)| {
        let have = counts.iter().filter(|count| **count > 0).count();
        std::cmp::Reverse((have, counts.iter().sum::<u32>()))
    });
    rows
}

#[cfg(test)]
mod tests {
    use super::Among;
    use crate::protocol::Shared;

    #[test]
    fn what_two_of_three_have_is_in_several_neither_in_all_nor_in_one() {
        let row = |counts: [u32; 3]| Shared {
            label: String::new(),
            query: String::new(),
            counts: counts.to_vec(),
            passages: vec![],
        };
        let kinds = [Among::Any, Among::Every, Among::Several, Among::One];
        let admits = |counts| kinds.map(|among| among.admits(&row(counts)));
        assert_eq!(admits([2, 0, 1]), [true, false, true, false]);
        assert_eq!(admits([2, 3, 1]), [true, true, false, false]);
        assert_eq!(admits([0, 3, 0]), [true, false, false, true]);
    }
}
