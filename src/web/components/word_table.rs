//! Words, names or concepts with their figures, sorted by any of them.
//!
//! In: rows of frequencies, or of one group against another. Out: a table whose heads sort
//! it; the size of a difference also as a bar to the right or left, so that it does not
//! hang on colour. A click on a word leads to its concordance.

use std::rc::Rc;

use yew::prelude::*;

use super::{
    chart::{
        Chart,
        bars::{Cell, bars},
    },
    export::Export,
    matrix::bar,
    meta::dir,
    table::Table,
};
use crate::{
    lang::Lang,
    protocol::{Frequencies, Keyness},
    sort::{sort_by, sort_by_key},
    web::texts::Texts,
};

/// How many rows are shown at a time.
const FEW: usize = 50;
/// The largest difference that a bar shows: 2⁸ times as frequent.
const FAR: f64 = 8.0;

/// A row.
#[derive(Clone, Debug, PartialEq)]
pub struct WordRow {
    /// What is counted.
    pub label: AttrValue,
    /// The query that finds it.
    pub query: AttrValue,
    /// The language of a word.
    pub lang: Option<Lang>,
    /// How often, in this group and in the other.
    pub counts: [u32; 2],
    /// In how many sources of each.
    pub sources: [u32; 2],
    /// The binary logarithm of how many times as frequent it is.
    pub log_ratio: f64,
    /// How surprising that is.
    pub log_likelihood: f64,
    /// How unevenly it is spread in the group where it is more frequent.
    pub deviation: Option<f64>,
}

impl WordRow {
    /// Rows of a list of frequencies; `called` says what a label is called.
    #[must_use]
    pub fn of_frequencies(found: &Frequencies, called: &dyn Fn(&str) -> AttrValue) -> Rc<[Self]> {
        let row = |row: &crate::protocol::FrequencyRow| Self {
            label: called(&row.label),
            query: row.query.clone().into(),
            lang: row.lang,
            counts: [row.count, 0],
            sources: [row.sources, 0],
            log_ratio: 0.0,
            log_likelihood: 0.0,
            deviation: None,
        };
        found.rows.iter().map(row).collect()
    }

    /// Rows of one group against another; `called` says what a label is called.
    #[must_use]
    pub fn of_keyness(found: &Keyness, called: &dyn Fn(&str) -> AttrValue) -> Rc<[Self]> {
        let row = |row: &crate::protocol::KeynessRow| Self {
            label: called(&row.label),
            query: row.query.clone().into(),
            lang: row.lang,
            counts: row.counts,
            sources: row.sources,
            log_ratio: row.log_ratio,
            log_likelihood: row.log_likelihood,
            deviation: row.deviation[usize::from(row.log_ratio < 0.0)],
        };
        found.rows.iter().map(row).collect()
    }
}

/// What rows are sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// As the engine gave them: most frequent, or most surprising first.
    Given,
    /// The alphabet.
    Label,
    /// The count in this group, or in the other.
    Count(usize),
    /// The number of sources of this group.
    Sources,
    /// The size of the difference: more frequent here first.
    Ratio,
}

/// The order of the rows.
#[must_use]
pub fn order(rows: &[WordRow], by: Order) -> Vec<usize> {
    let mut order: Vec<usize> = (0..rows.len()).collect();
    match by {
        Order::Given => {}
        Order::Label => sort_by_key(&mut order, |at| rows[*at].label.to_lowercase()),
        Order::Count(group) => {
            sort_by_key(&mut order, |at| std::cmp::Reverse(rows[*at].counts[group]));
        }
        Order::Sources => sort_by_key(&mut order, |at| std::cmp::Reverse(rows[*at].sources[0])),
        Order::Ratio => {
            sort_by(&mut order, |a, b| rows[*b].log_ratio.total_cmp(&rows[*a].log_ratio));
        }
    }
    order
}

/// What a table needs.
#[derive(Clone, PartialEq, Properties)]
pub struct WordTableProps {
    /// The rows.
    pub rows: Rc<[WordRow]>,
    /// Whether a group is set against another.
    pub is_keyness: bool,
    /// The words of each group.
    pub words: [u32; 2],
    /// Leads to the concordance of a query.
    pub on_term: Callback<String>,
    /// The interface's words.
    pub texts: &'static Texts,
}

/// The table.
#[component]
pub fn WordTable(props: &WordTableProps) -> Html {
    let WordTableProps { rows, is_keyness, words, texts, .. } = props;
    let texts: &'static Texts = texts;
    let by = use_state_eq(|| Order::Given);
    let shown = use_state_eq(|| FEW);
    use_effect_with((rows.clone(), *is_keyness), {
        let (by, shown) = (by.setter(), shown.setter());
        move |_| {
            by.set(Order::Given);
            shown.set(FEW);
        }
    });
    let order = order(rows, *by);
    let rest = order.len().saturating_sub(*shown);
    let most = rows.iter().map(|row| row.counts[0]).max().unwrap_or_default();
    let head = |to: Order, name: &'static str, title: Option<&'static str>| {
        let by = by.clone();
        let is_chosen = *by == to;
        let sorted = if to == Order::Label { "ascending" } else { "descending" };
        html! {
            <th scope="col" aria-sort={is_chosen.then_some(sorted)}>
                <button type="button" class="column-head" {title} onclick={move |_| by.set(to)}>{ name }</button>
            </th>
        }
    };
    let more = {
        let shown = shown.clone();
        move |_| shown.set(*shown + 4 * FEW)
    };
    let make = Callback::from({
        let (rows, is_keyness) = (rows.clone(), *is_keyness);
        move |()| table(&rows, is_keyness)
    });
    let draw = Callback::from({
        let (rows, order, is_keyness) = (rows.clone(), order.clone(), *is_keyness);
        let shown = *shown;
        move |()| chart(&rows, order.iter().copied().take(shown), is_keyness, texts)
    });
    html! {
        <>
            <div class="controls">
                <p class="note">
                    if *is_keyness { { (texts.two_groups)(words[0], words[1]) } } else { { (texts.n_words)(words[0]) } }
                </p>
                <Export name="words" {make} {draw} {texts} />
            </div>
            if *is_keyness { <p class="note">{ texts.keyness_note }</p> }
            <table class="word-table">
                <thead><tr>
                    { head(Order::Label, texts.words_head, None) }
                    { head(Order::Count(0), if *is_keyness { texts.here } else { texts.count }, None) }
                    if *is_keyness {
                        { head(Order::Count(1), texts.there, None) }
                        { head(Order::Ratio, texts.times_as_often, Some(texts.ratio_hint)) }
                        { head(Order::Given, texts.sureness, Some(texts.sureness_hint)) }
                        <th scope="col" title={texts.spread_hint}>{ texts.spread }</th>
                    }
                    { head(Order::Sources, texts.sources, None) }
                </tr></thead>
                <tbody>
                    for at in order.iter().copied().take(*shown) { { line(props, &rows[at], most) } }
                </tbody>
            </table>
            if rest > 0 {
                <button type="button" class="quiet small" onclick={more}>{ (texts.more)(u32::try_from(rest).unwrap_or(u32::MAX)) }</button>
            }
        </>
    }
}

fn line(props: &WordTableProps, row: &WordRow, most: u32) -> Html {
    let WordTableProps { is_keyness, on_term, texts, .. } = props;
    let go = on_term.reform({
        let query = row.query.to_string();
        move |_| query.clone()
    });
    html! {
        <tr key={format!("{}{}", row.lang.map(|lang| lang.to_string()).unwrap_or_default(), row.query)}>
            <th scope="row">
                <button type="button" class="word" title={(texts.make_term)(&row.label)} onclick={go}>
                    <bdi lang={row.lang.map(|lang| lang.to_string())} dir={row.lang.map(dir)}>{ row.label.clone() }</bdi>
                </button>
                if let Some(lang) = row.lang { <span class="note">{ lang.to_string() }</span> }
            </th>
            <td>
                if !is_keyness { { bar(f64::from(row.counts[0]), f64::from(most)) } }
                { texts.number(row.counts[0]) }
            </td>
            if *is_keyness {
                <td>{ texts.number(row.counts[1]) }</td>
                <td>{ difference(row.log_ratio) }{ times(row, texts) }</td>
                <td>{ texts.decimal(row.log_likelihood) }</td>
                <td>{ row.deviation.map_or_else(|| "–".to_owned(), |apart| texts.decimal(apart)) }</td>
            }
            <td>{ if *is_keyness { format!("{} · {}", texts.number(row.sources[0]), texts.number(row.sources[1])) } else { texts.number(row.sources[0]) } }</td>
        </tr>
    }
}

/// How many times as frequent, in words. Where a group lacks it there is no such number: the
/// log ratio stands on half an occurrence then, which only serves to sort.
fn times(row: &WordRow, texts: &Texts) -> String {
    match row.counts {
        [_, 0] => texts.only_here.to_owned(),
        [0, _] => texts.only_there.to_owned(),
        _ => format!("{} ×", texts.decimal(libm::exp2(row.log_ratio))),
    }
}

/// A bar from the middle: to the right where it is more frequent here.
fn difference(log_ratio: f64) -> Html {
    let long = (log_ratio.abs().min(FAR) / FAR * 20.0).max(0.5);
    let x = if log_ratio < 0.0 { 20.0 - long } else { 20.0 };
    html! {
        <svg class="small-bar" viewBox="0 0 40 8" width="40" height="8" aria-hidden="true">
            <rect class={if log_ratio < 0.0 { "less" } else { "" }} x={format!("{x:.1}")} y="0" width={format!("{long:.1}")} height="8" />
            <path class="middle" d="M20 0V8" />
        </svg>
    }
}

/// The rows that are shown, drawn.
fn chart(
    rows: &[WordRow],
    order: impl Iterator<Item = usize>,
    is_keyness: bool,
    texts: &Texts,
) -> Chart {
    let row = |at: usize| {
        let row = &rows[at];
        let count =
            |group: usize| Cell::new(f64::from(row.counts[group]), texts.number(row.counts[group]));
        let mut cells = vec![count(0)];
        if is_keyness {
            cells.push(count(1));
            let is_less = row.log_ratio < 0.0;
            cells.push(Cell {
                value: row.log_ratio.abs().min(FAR),
                words: times(row, texts),
                is_less,
            });
        }
        (row.label.clone(), cells)
    };
    let heads: &[&'static str] =
        if is_keyness { &[texts.here, texts.there, texts.times_as_often] } else { &[texts.count] };
    let heads: Vec<AttrValue> = heads.iter().map(|head| (*head).into()).collect();
    bars(texts.words.into(), &heads, &order.map(row).collect::<Vec<_>>(), false)
}

fn table(rows: &[WordRow], is_keyness: bool) -> Table {
    let mut table = Table::new(if is_keyness {
        &[
            "item",
            "lang",
            "count",
            "count_other",
            "sources",
            "sources_other",
            "log_ratio",
            "log_likelihood",
            "deviation",
        ]
    } else {
        &["item", "lang", "count", "sources"]
    });
    for row in rows {
        let lang = row.lang.map(|lang| lang.to_string()).unwrap_or_default();
        let mut cells = vec![row.label.to_string(), lang, row.counts[0].to_string()];
        if is_keyness {
            cells.push(row.counts[1].to_string());
        }
        cells.push(row.sources[0].to_string());
        if is_keyness {
            cells.push(row.sources[1].to_string());
            cells.push(format!("{:.3}", row.log_ratio));
            cells.push(format!("{:.3}", row.log_likelihood));
            cells.push(row.deviation.map(|apart| format!("{apart:.3}")).unwrap_or_default());
        }
        table.rows.push(cells);
    }
    table
}

#[cfg(test)]
mod tests {
    use super::{Order, WordRow, order, times};
    use crate::web::texts::choose;

    fn row(label: &'static str, counts: [u32; 2], log_ratio: f64) -> WordRow {
        WordRow {
            label: label.into(),
            query: label.into(),
            lang: None,
            counts,
            sources: [1, 0],
            log_ratio,
            log_likelihood: 0.0,
            deviation: None,
        }
    }

    #[test]
    fn what_a_group_lacks_is_not_so_many_times_as_frequent() {
        let texts = choose(["en"]);
        assert_eq!(times(&row("a", [15, 0], 4.9), texts), "only here");
        assert_eq!(times(&row("a", [0, 8], -4.0), texts), "only there");
        assert_eq!(times(&row("a", [8, 2], 2.0), texts), "4.0 ×");
    }

    #[test]
    fn every_head_sorts_by_its_own_figure() {
        let rows = [row("b", [1, 9], -3.0), row("a", [5, 1], 2.0), row("C", [3, 3], 0.0)];
        assert_eq!(order(&rows, Order::Given), [0, 1, 2]);
        assert_eq!(order(&rows, Order::Label), [1, 0, 2]);
        assert_eq!(order(&rows, Order::Count(0)), [1, 2, 0]);
        assert_eq!(order(&rows, Order::Count(1)), [0, 2, 1]);
        assert_eq!(order(&rows, Order::Ratio), [1, 2, 0]);
    }
}
