//! How many sources there are of each year, and the range of years that is kept.
//!
//! In: years with counts, and the filter in force. Out: a drawing, and two selects that set
//! the range; the buttons of the facet are the drawing's table. Years in between without a
//! source have room in the drawing, so that time is even.

use std::rc::Rc;

use yew::prelude::*;

use super::{chart::columns::columns, export::Export, table::Table};
use crate::{protocol::Filter, sort::sort, state::Action, web::texts::Texts};

/// The drawing's height, in its own units.
const HIGH: f64 = 40.0;
/// The most years drawn.
const MOST: i32 = 200;

/// What the histogram needs.
#[derive(Clone, PartialEq, Properties)]
pub struct HistogramProps {
    /// Years with their counts.
    pub values: Rc<[(String, u32)]>,
    /// The filter in force.
    pub filter: Rc<Filter>,
    /// Changes the filter.
    pub on_action: Callback<Action>,
    /// The interface's words.
    pub texts: &'static Texts,
}

/// Every year from the first to the last with its count; nothing where there are fewer
/// than two, or more than can be drawn.
#[must_use]
pub fn years(values: &[(String, u32)]) -> Vec<(i32, u32)> {
    let mut known: Vec<(i32, u32)> =
        values.iter().filter_map(|(year, count)| Some((year.parse().ok()?, *count))).collect();
    sort(&mut known);
    let (Some(first), Some(last)) = (known.first(), known.last()) else { return Vec::new() };
    if first.0 == last.0 || last.0 - first.0 >= MOST {
        return Vec::new();
    }
    let count =
        |year: i32| known.iter().filter(|(own, _)| *own == year).map(|(_, count)| count).sum();
    (first.0..=last.0).map(|year| (year, count(year))).collect()
}

/// The drawing and its range.
#[component]
pub fn Histogram(props: &HistogramProps) -> Html {
    let HistogramProps { values, filter, on_action, texts } = props;
    let years = years(values);
    if years.is_empty() {
        return Html::default();
    }
    let most = years.iter().map(|(_, count)| *count).max().unwrap_or(1).max(1);
    let year_of =
        |date: &Option<String>| date.as_deref().and_then(|date| date.get(..4)).map(str::to_owned);
    let (from, to) = (year_of(&filter.from), year_of(&filter.to));
    let is_kept = |year: i32| {
        let year = year.to_string();
        from.as_ref().is_none_or(|from| *from <= year) && to.as_ref().is_none_or(|to| year <= *to)
    };
    let is_offered =
        |year: &str| years.iter().any(|(own, count)| *count > 0 && own.to_string() == year);
    let select = |label: &'static str, chosen: &Option<String>, is_from: bool| {
        let onchange = {
            let (filter, on_action) = (filter.clone(), on_action.clone());
            move |event: Event| {
                let Some(select) = event.target_dyn_into::<web_sys::HtmlSelectElement>() else {
                    return;
                };
                let year = Some(select.value()).filter(|year| !year.is_empty());
                let (from, to) =
                    if is_from { (year, filter.to.clone()) } else { (filter.from.clone(), year) };
                // A range that ends before it begins is that one year.
                let (from, to) = match (from, to) {
                    (Some(from), Some(to)) if from > to => {
                        if is_from {
                            (Some(from.clone()), Some(from))
                        } else {
                            (Some(to.clone()), Some(to))
                        }
                    }
                    range => range,
                };
                on_action.emit(Action::SetDates { from, to });
            }
        };
        html! {
            <label>
                <span>{ label }</span>
                <select {onchange}>
                    <option value="" selected={chosen.is_none()}>{ texts.any_date }</option>
                    // An address may name a year that no source is of.
                    if let Some(year) = chosen.as_ref().filter(|year| !is_offered(year)) {
                        <option key={year.clone()} value={year.clone()} selected=true>{ year.clone() }</option>
                    }
                    for (year, _) in years.iter().filter(|(_, count)| *count > 0) {
                        <option key={*year} value={year.to_string()} selected={chosen.as_deref() == Some(&year.to_string())}>{ *year }</option>
                    }
                </select>
            </label>
        }
    };
    let counted: Rc<[(String, u32)]> =
        years.iter().map(|(year, count)| (year.to_string(), *count)).collect();
    let make = Callback::from({
        let counted = counted.clone();
        move |()| table(&counted)
    });
    let texts: &'static Texts = texts;
    let draw = Callback::from(move |()| {
        columns(format!("{} · {}", texts.sources, texts.facet_year).into(), &counted)
    });
    html! {
        <div class="histogram">
            <svg viewBox={format!("0 0 {} {HIGH}", years.len())} preserveAspectRatio="none" height="40" width="100%" aria-hidden="true">
                for (at, (year, count)) in years.iter().copied().enumerate() {
                    { column(at, count, most, is_kept(year)) }
                }
            </svg>
            <div class="range">
                { select(texts.from_date, &from, true) }
                { select(texts.to_date, &to, false) }
                <Export name="years" {make} {draw} {texts} />
            </div>
        </div>
    }
}

/// The table to take along.
fn table(counted: &[(String, u32)]) -> Table {
    let mut table = Table::new(&["year", "sources"]);
    table.rows =
        counted.iter().map(|(year, count)| vec![year.clone(), count.to_string()]).collect();
    table
}

fn column(at: usize, count: u32, most: u32, is_kept: bool) -> Html {
    let high = if count == 0 { 0.0 } else { (f64::from(count) / f64::from(most) * HIGH).max(2.0) };
    html! {
        <rect class={classes!((!is_kept).then_some("is-out"))} x={format!("{:.2}", at as f64 + 0.1)} width="0.8"
            y={format!("{:.1}", HIGH - high)} height={format!("{high:.1}")} />
    }
}

#[cfg(test)]
mod tests {
    use super::years;

    #[test]
    fn a_year_without_sources_has_room_all_the_same() {
        let values = [("2013".to_owned(), 2), ("2016".to_owned(), 1)];
        assert_eq!(years(&values), [(2013, 2), (2014, 0), (2015, 0), (2016, 1)]);
        assert_eq!(years(&values[..1]), []);
        assert_eq!(years(&[("0001".to_owned(), 1), ("2016".to_owned(), 1)]), []);
    }
}
