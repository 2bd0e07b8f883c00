//! What two sources share and do not: names, subjects, words or figures as a table.
//!
//! In: things with a count in each source. Out: rows with a small bar to either side; what
//! both have comes first. A click on a thing makes it a term everywhere.

use std::rc::Rc;

use yew::prelude::*;

use crate::{protocol::Shared, sort::sort_by, web::texts::Texts};

/// How many rows are shown before the rest is asked for.
const FEW: usize = 10;
/// The longest bar, in its own units.
const LONG: u32 = 60;

/// What a table needs.
#[derive(Clone, PartialEq, Properties)]
pub struct SharedTableProps {
    /// Names the table.
    pub heading: AttrValue,
    /// What the sources have.
    pub rows: Rc<[Shared]>,
    /// The names of the two sources.
    pub columns: [AttrValue; 2],
    /// Which counts belong to the two.
    pub sides: [usize; 2],
    /// Makes it a term.
    pub on_term: Callback<String>,
    /// The interface's words.
    pub texts: &'static Texts,
}

/// The rows as shown: what both have first, the more often the earlier.
#[must_use]
pub fn sorted(rows: &[Shared], sides: [usize; 2]) -> Vec<(&Shared, [u32; 2])> {
    let count = |row: &Shared, side: usize| row.counts.get(side).copied().unwrap_or_default();
    let mut rows: Vec<(&Shared, [u32; 2])> = rows
        .iter()
        .map(|row| (row, sides.map(|side| count(row, side))))
        .filter(|(_, counts)| counts.iter().any(|count| *count > 0))
        .collect();
    sort_by(&mut rows, |(a, x), (b, y)| {
        let both = |counts: &[u32; 2]| counts.iter().all(|count| *count > 0);
        let sum = |counts: &[u32; 2]| counts[0].saturating_add(counts[1]);
        (both(y), sum(y)).cmp(&(both(x), sum(x))).then_with(|| a.label.cmp(&b.label))
    });
    rows
}

/// The table.
#[component]
pub fn SharedTable(props: &SharedTableProps) -> Html {
    let SharedTableProps { heading, rows, columns, sides, on_term, texts } = props;
    let all = use_state_eq(|| false);
    let rows = sorted(rows, *sides);
    let rest = rows.len().saturating_sub(FEW);
    let shown = if *all { rows.len() } else { FEW };
    let most = rows.iter().flat_map(|(_, counts)| *counts).max().unwrap_or(1);
    let toggle = {
        let all = all.clone();
        move |_| all.set(!*all)
    };
    html! {
        <section class="shared">
            <table>
                <caption>{ heading.clone() }</caption>
                <thead>
                    <tr>
                        <th scope="col" class="left"><bdi>{ columns[0].clone() }</bdi></th>
                        <th scope="col" class="thing"><span class="visually-hidden">{ heading.clone() }</span></th>
                        <th scope="col" class="right"><bdi>{ columns[1].clone() }</bdi></th>
                    </tr>
                </thead>
                <tbody>
                    for (row, counts) in rows.iter().take(shown) {
                        <tr key={row.query.clone()} class={side_class(*counts)}>
                            <td class="left">{ side(counts[0], most, true, texts) }</td>
                            <th scope="row" class="thing">
                                <button type="button" class="word" title={(texts.make_term)(&row.label)} onclick={on_term.reform({
                                    let query = row.query.clone();
                                    move |_| query.clone()
                                })}>
                                    <bdi>{ row.label.clone() }</bdi>
                                </button>
                            </th>
                            <td class="right">{ side(counts[1], most, false, texts) }</td>
                        </tr>
                    }
                </tbody>
            </table>
            if rows.is_empty() { <p class="note">{ texts.none }</p> }
            if rest > 0 {
                <button type="button" class="quiet small" aria-expanded={all.to_string()} onclick={toggle}>
                    if *all { { texts.fewer } } else { { (texts.more)(u32::try_from(rest).unwrap_or(u32::MAX)) } }
                </button>
            }
        </section>
    }
}

const fn side_class(counts: [u32; 2]) -> &'static str {
    match counts {
        [0, _] => "only-right",
        [_, 0] => "only-left",
        _ => "in-both",
    }
}

/// A count with its bar; the bars grow away from the middle.
fn side(count: u32, most: u32, left: bool, texts: &Texts) -> Html {
    let long = (count.saturating_mul(LONG) / most.max(1)).max(u32::from(count > 0));
    let x = if left { LONG - long } else { 0 };
    html! {
        <span class="side">
            <span class="side-count">{ if count == 0 { "–".to_owned() } else { texts.number(count) } }</span>
            if count > 0 { <svg class="side-bar" viewBox={format!("0 0 {LONG} 8")} width={LONG.to_string()} height="8" aria-hidden="true">
                <rect x={x.to_string()} y="0" width={long.to_string()} height="8" />
            </svg> }
        </span>
    }
}

#[cfg(test)]
mod tests {
    use super::sorted;
    use crate::protocol::Shared;

    fn row(label: &str, counts: [u32; 3]) -> Shared {
        Shared {
            label: label.into(),
            query: label.into(),
            counts: counts.to_vec(),
            passages: vec![],
        }
    }

    #[test]
    fn what_both_have_comes_before_what_one_has_more_of() {
        let rows =
            [row("a", [0, 9, 0]), row("b", [1, 1, 0]), row("c", [2, 1, 9]), row("d", [0, 0, 5])];
        let labels: Vec<_> =
            sorted(&rows, [0, 1]).iter().map(|(row, _)| row.label.as_str()).collect();
        assert_eq!(labels, ["c", "b", "a"], "d is in neither of the two");
    }
}
