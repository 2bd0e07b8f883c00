//! Whether numbers in dates stand day first or month first: `05/10/2018`.
//!
//! In: a text, its language, its address. Out: the order that its other dates show, or that
//! its country or language has, with the reason and how sure it is. A date that can be read in
//! one way only is not asked about here.

use super::{Written, written};
use crate::{
    lang::Lang,
    source::{Confidence, given},
};

/// The order of day and month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::source) enum Order {
    DayFirst,
    MonthFirst,
}

/// The order that dates of a text are in, why, and how sure that is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::source) struct Habit {
    pub(in crate::source) order: Order,
    pub(in crate::source) reason: String,
    pub(in crate::source) confidence: Confidence,
}

/// What is known of a text whose dates are read.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::source) struct Home<'h> {
    /// The language tag that its page states (`en-GB`).
    pub(in crate::source) tag: Option<&'h str>,
    /// Where it was published.
    pub(in crate::source) address: Option<&'h str>,
}

/// Ends of hosts that are a country's on paper only, or of countries that write both ways.
const NO_COUNTRY: &[&str] =
    &["ai", "ca", "cc", "co", "eu", "fm", "gg", "io", "ly", "me", "tv", "ws"];

/// Countries, by the ends of their hosts, that put the month first.
const MONTH_FIRST: &[&str] = &["us", "ph", "gu", "pr"];

/// The order of the dates in `text`; `None` where no date of it needs one. `lang` is asked for
/// the text's language only then.
pub(in crate::source) fn habit(
    text: &str,
    home: Home<'_>,
    lang: impl FnOnce() -> Lang,
) -> Option<Habit> {
    let numeric = lines_of_numbers(text);
    if numeric.iter().all(|date| date.either.is_none()) {
        return None;
    }
    let habit = |order, reason: String, confidence| Some(Habit { order, reason, confidence });
    let shown = |order| numeric.iter().filter(|date| date.order == Some(order)).count();
    let (days, months) = (shown(Order::DayFirst), shown(Order::MonthFirst));
    if days != months {
        let order = if days > months { Order::DayFirst } else { Order::MonthFirst };
        return habit(order, "as in other dates of the page".to_owned(), Confidence::Likely);
    }
    let region = home.tag.and_then(|tag| tag.trim().split_once(['-', '_']));
    if let Some((_, region)) = region.filter(|(_, region)| region.len() == 2) {
        let order = by_country(&region.to_lowercase());
        let tag = home.tag.unwrap_or_default();
        return habit(order, format!("as usual where the language is “{tag}”"), Confidence::Likely);
    }
    let host = home.address.and_then(given::host);
    let end = host.as_deref().and_then(|host| host.rsplit('.').next());
    if let Some(end) = end.filter(|end| end.len() == 2 && !NO_COUNTRY.contains(end)) {
        return habit(by_country(end), format!("as usual in “.{end}”"), Confidence::Likely);
    }
    match lang() {
        Lang::UND => None,
        Lang::EN => habit(
            Order::MonthFirst,
            "as most pages in English without a country have it".to_owned(),
            Confidence::Guessed,
        ),
        other => habit(
            Order::DayFirst,
            format!("as usual in the language “{other}”"),
            Confidence::Likely,
        ),
    }
}

fn by_country(code: &str) -> Order {
    if MONTH_FIRST.contains(&code) { Order::MonthFirst } else { Order::DayFirst }
}

/// Dates looked at, at most.
const ENOUGH: usize = 200;

/// The dates of `text` whose parts are numbers with strokes between.
fn lines_of_numbers(text: &str) -> Vec<Written> {
    let has = |line: &&str| {
        line.as_bytes()
            .windows(3)
            .any(|three| three[0].is_ascii_digit() && three[1] == b'/' && three[2].is_ascii_digit())
    };
    let short = text.lines().filter(has).map(|line| {
        let from = line.find('/').unwrap_or_default().saturating_sub(40);
        let from = line.floor_char_boundary(from);
        &line[from..line.floor_char_boundary((from + 400).min(line.len()))]
    });
    short.flat_map(written).take(ENOUGH).collect()
}

impl Written {
    /// The date as it is meant, and why, where it needed deciding; `bound` is the latest day it
    /// can be.
    pub(in crate::source) fn settled(
        &self,
        habit: Option<&Habit>,
        bound: Option<&str>,
    ) -> (String, Option<(String, Confidence)>) {
        let Some([day_first, month_first]) = &self.either else { return (self.iso.clone(), None) };
        let late = |iso: &String| bound.is_some_and(|bound| iso.get(..10) > bound.get(..10));
        let chosen = |iso: &String, what: &str, why: &str, sure| {
            (iso.clone(), Some((format!("{what} first, {why}"), sure)))
        };
        match (late(day_first), late(month_first)) {
            (true, false) => {
                return chosen(month_first, "month", "else it would lie ahead", Confidence::Likely);
            }
            (false, true) => {
                return chosen(day_first, "day", "else it would lie ahead", Confidence::Likely);
            }
            _ => {}
        }
        match habit {
            Some(Habit { order: Order::DayFirst, reason, confidence }) => {
                chosen(day_first, "day", reason, *confidence)
            }
            Some(Habit { order: Order::MonthFirst, reason, confidence }) => {
                chosen(month_first, "month", reason, *confidence)
            }
            None => (self.iso.clone(), None),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Home, Order, habit};
    use crate::{
        lang::Lang,
        source::{Confidence, dates::written},
    };

    #[test]
    fn other_dates_decide_then_the_country_then_the_language() {
        let uk = Home { tag: None, address: Some("https://news.example.co.uk/a") };
        let us = Home { tag: Some("en-US"), address: None };
        for (text, home, lang, order) in [
            ("05/10/2018 and 13/05/2018", us, Lang::EN, Order::DayFirst),
            ("05/10/2018\n05/23/2018", uk, Lang::BG, Order::MonthFirst),
            ("05/10/2018", uk, Lang::EN, Order::DayFirst),
            ("05/10/2018", us, Lang::ES, Order::MonthFirst),
            ("05/10/2018", Home::default(), Lang::RU, Order::DayFirst),
            ("05/10/2018", Home::default(), Lang::EN, Order::MonthFirst),
        ] {
            assert_eq!(habit(text, home, || lang).unwrap().order, order, "{text} {home:?}");
        }
        let guess = habit("05/10/2018", Home::default(), || Lang::EN).unwrap();
        assert_eq!(guess.confidence, Confidence::Guessed);
        assert_eq!(habit("05/10/2018", Home::default(), || Lang::UND), None);
        assert_eq!(habit("13/05/2018, 1/2 of it", us, || Lang::EN), None);
    }

    #[test]
    fn a_date_is_not_read_as_one_that_lies_ahead() {
        let date = &written("05/10/2018 09:16")[0];
        let us = habit("05/10/2018", Home::default(), || Lang::EN);
        assert_eq!(date.settled(us.as_ref(), None).0, "2018-05-10T09:16");
        assert_eq!(date.settled(us.as_ref(), Some("2018-05-01")).0, "2018-05-10T09:16");
        let day_first = habit("05/10/2018", Home::default(), || Lang::RU);
        assert_eq!(date.settled(day_first.as_ref(), None).0, "2018-10-05T09:16");
        assert_eq!(date.settled(day_first.as_ref(), Some("2018-06-01")).0, "2018-05-10T09:16");
        assert_eq!(date.settled(None, None).0, "2018");
    }
}
