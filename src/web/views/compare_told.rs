//! Figures, dates and quotations of the sources compared, level with one another.
//!
//! In: a comparison with its sources. Out: a table for each kind; a cell has the words of
//! its source, which lead to their passage, with how they were understood and who else has
//! the same value. Whether sources agree is said in words.

use yew::prelude::*;

use super::{called, compare_page::ComparePageProps, compare_tables};
use crate::{
    protocol::{Agreement, Figure, Request, Response, Told, Understood},
    span::Span,
    web::{
        components::{cut::cut, export::Export, go::Go, meta::dir, waiting::waiting},
        hooks::use_answer,
    },
};

/// How many rows of a table are shown until more is asked for.
const FEW: usize = 12;
/// How many letters of a quotation are shown.
const LONGEST: usize = 280;

/// A row: what it is about, whether sources agree, the words of each source.
struct Line {
    head: String,
    agreement: Option<Agreement>,
    cells: Vec<Vec<Words>>,
}

/// Words of a source, and what is to be said of them.
struct Words {
    span: Span,
    note: Option<String>,
}

/// The tables.
#[component]
pub fn ToldTables(props: &ComparePageProps) -> Html {
    let ComparePageProps { sources, texts, .. } = props;
    let all = use_state_eq(|| false);
    let ids = sources.iter().map(|source| source.card.id.clone()).collect();
    let answer = use_answer(Some(Request::Told { ids }));
    let told = answer.response.clone().filter(|_| answer.is_current);
    let Some(Response::Told(told)) = told.as_deref() else {
        return waiting([&answer], texts);
    };
    let tables = [
        (texts.figures, figures(told, props)),
        (texts.dates_told, dates(told, props)),
        (texts.quotations, quotations(told, props)),
    ];
    let is_long = tables.iter().any(|(_, lines)| lines.len() > FEW);
    let shown = if *all { usize::MAX } else { FEW };
    let toggle = {
        let all = all.clone();
        move |_| all.set(!*all)
    };
    let make = Callback::from({
        let (props, told) = (props.clone(), told.clone());
        move |()| compare_tables::told(&props, &told)
    });
    html! {
        <>
            <div class="controls"><Export name="told" {make} {texts} /></div>
            for (heading, lines) in &tables { { table(props, heading, lines, shown) } }
            if is_long {
                <button type="button" class="quiet" aria-expanded={all.to_string()} onclick={toggle}>
                    { if *all { texts.fewer } else { texts.show_all } }
                </button>
            }
        </>
    }
}

fn figures(told: &Told, props: &ComparePageProps) -> Vec<Line> {
    let names = props.names();
    let unit = |unit: &str| (props.texts.unit)(unit).map_or_else(|| unit.to_owned(), str::to_owned);
    let line = |row: &crate::protocol::FigureRow| Line {
        head: match row.counted.as_str() {
            "" => unit(&row.unit),
            counted => called(&props.labels, counted).to_owned(),
        },
        agreement: Some(row.agreement),
        cells: words(&row.cells, |column, one| Words {
            span: one.span,
            note: as_in(&row.cells, column, one, &names, props),
        }),
    };
    told.figures.iter().map(line).collect()
}

/// Who else has the same value, where not all that have one agree.
fn as_in(
    cells: &[Vec<Figure>],
    column: usize,
    one: &Figure,
    names: &[String],
    props: &ComparePageProps,
) -> Option<String> {
    let same = |other: &Figure| (other.value, other.up_to) == (one.value, one.up_to);
    let others =
        cells.iter().enumerate().filter(|(at, cell)| *at != column && cell.iter().any(same));
    let others: Vec<&str> =
        others.filter_map(|(at, _)| names.get(at)).map(String::as_str).collect();
    (!others.is_empty() && names.len() > 2)
        .then(|| (props.texts.comparing.as_in)(&others.join(", ")))
}

fn dates(told: &Told, props: &ComparePageProps) -> Vec<Line> {
    let own = props.texts.comparing;
    let line = |row: &crate::protocol::DateRow| Line {
        head: props.texts.date(&row.when),
        agreement: None,
        cells: words(&row.cells, |_, one| Words {
            span: one.span,
            note: match one.how {
                Understood::Written => None,
                Understood::Nearest => Some(own.nearest_year.to_owned()),
                Understood::Counted => Some(own.counted_date.to_owned()),
            },
        }),
    };
    told.dates.iter().map(line).collect()
}

fn quotations(told: &Told, props: &ComparePageProps) -> Vec<Line> {
    let own = props.texts.comparing;
    let nobody = || props.texts.nobody_named.to_owned();
    let note = |column: usize, one: &crate::protocol::Quotation| {
        let text = props.sources.get(column).map_or("", |source| &source.text);
        let through: Vec<&str> = one.through.iter().map(|span| span.of_text(text)).collect();
        let through = (!through.is_empty()).then(|| (own.reported_by)(&through.join(" ← ")));
        let indirect = (!one.direct).then(|| own.indirect.to_owned());
        let said: Vec<String> = indirect.into_iter().chain(through).collect();
        (!said.is_empty()).then(|| said.join("; "))
    };
    let line = |row: &crate::protocol::QuotationRow| Line {
        head: if row.speaker.is_empty() { nobody() } else { row.speaker.clone() },
        agreement: None,
        cells: words(&row.cells, |column, one| Words { span: one.span, note: note(column, one) }),
    };
    told.quotations.iter().map(line).collect()
}

fn words<T>(cells: &[Vec<T>], words: impl Fn(usize, &T) -> Words) -> Vec<Vec<Words>> {
    let cell =
        |(column, cell): (usize, &Vec<T>)| cell.iter().map(|one| words(column, one)).collect();
    cells.iter().enumerate().map(cell).collect()
}

fn table(props: &ComparePageProps, heading: &'static str, lines: &[Line], shown: usize) -> Html {
    let texts = props.texts;
    html! {
        <div class="told">
            <h3 class="shared-head">{ heading }</h3>
            if lines.is_empty() { <p class="note">{ texts.none }</p> } else {
                <div class="matrix-scroller" role="region" aria-label={heading} tabindex="0">
                    <table class="told-table">
                        <thead><tr>
                            <td></td>
                            for (column, name) in props.names().into_iter().enumerate() {
                                <th key={column} scope="col">{ name }</th>
                            }
                        </tr></thead>
                        <tbody>
                            for (number, line) in lines.iter().take(shown).enumerate() {
                                <tr key={number}>
                                    <th scope="row">
                                        <bdi>{ line.head.clone() }</bdi>
                                        if let Some(agreement) = line.agreement.filter(|one| *one != Agreement::Alone) {
                                            <span class={if agreement == Agreement::Same { "note agree" } else { "note differ" }}>{ (texts.agreement)(agreement) }</span>
                                        }
                                    </th>
                                    for (column, cell) in line.cells.iter().enumerate() {
                                        <td key={column}>{ told_cell(props, column, cell) }</td>
                                    }
                                </tr>
                            }
                        </tbody>
                    </table>
                </div>
            }
        </div>
    }
}

/// The words of a cell, each leading to its passage.
fn told_cell(props: &ComparePageProps, column: usize, cell: &[Words]) -> Html {
    let ComparePageProps { sources, href, on_go, texts, .. } = props;
    let Some(source) = sources.get(column) else { return Html::default() };
    let lang = source.card.lang;
    if cell.is_empty() {
        return html! { <span class="zero">{ "–" }</span> };
    }
    let passage_link = |span: Span| {
        let start = span.start;
        html! {
            <Go href={href.emit((column, start))} onclick={on_go.reform(move |()| (column, start))}>
                { cut(span.of_text(&source.text), LONGEST) }
            </Go>
        }
    };
    html! {
        <ul lang={lang.to_string()} dir={dir(lang)}>
            for Words { span, note } in cell {
                <li key={span.start}>
                    { passage_link(*span) }
                    if let Some(note) = note { <span class="note" lang={texts.lang.to_string()}>{ note.clone() }</span> }
                </li>
            }
        </ul>
    }
}
