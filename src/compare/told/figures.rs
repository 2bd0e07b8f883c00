//! Figures: numbers with their unit and what they count, as each language writes them.
//!
//! In: a passage, read, and which tokens dates have taken. Out: [`Found`] figures in order:
//! `6-часови`, `about two hours`, `1,5 млн`, `$3bn`, `15 %`, with the value, the unit, and
//! the noun that is counted. No figures are: years and clock times, numbers of a name
//! (`G-8`), ordinals, numbers of a list, and numbers that neither measure nor count.

use serde::{Deserialize, Serialize};

use super::reading::{Kind, Reading};
use crate::{
    lang::{Lang, telling::Role},
    span::Span,
};

/// How exact a source says that a figure is.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum Exact {
    /// It says nothing.
    #[default]
    Plain,
    /// About this.
    About,
    /// More than this, or at least.
    Over,
    /// Less than this, or at most.
    Under,
}

/// A figure, by the tokens of its passage.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Found {
    /// First token, the word for how exact it is included.
    pub from: usize,
    /// One past the last.
    pub to: usize,
    pub value: f64,
    /// The end of a range.
    pub up_to: Option<f64>,
    /// Empty where it has none.
    pub unit: &'static str,
    pub exact: Exact,
    /// The noun counted.
    pub counted: Option<usize>,
}

const SIGNS: &[(char, &str)] =
    &[('$', "USD"), ('€', "EUR"), ('£', "GBP"), ('₽', "RUB"), ('₴', "UAH"), ('%', "percent")];
const DASHES: &[char] = &['-', '–', '—', '‑', '−'];

/// The figures of a passage; `taken` says of each token whether a date has it.
pub(super) fn figures(reading: &Reading<'_>, taken: &[bool]) -> Vec<Found> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < reading.tokens.len() {
        if taken.get(at).copied().unwrap_or(false) {
            at += 1;
            continue;
        }
        match figure(reading, at) {
            Ok(figure) => {
                at = figure.to.max(at + 1);
                found.push(figure);
            }
            Err(next) => at = next.max(at + 1),
        }
    }
    found
}

/// Every number of a passage, whatever it counts: its value and its bytes.
pub(super) fn numbers(reading: &Reading<'_>) -> Vec<(f64, Span)> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < reading.tokens.len() {
        let compound = reading.word(at).and_then(|word| reading.lexicon.compound(word));
        let (value, next, spelt) = match (compound, number(reading, at)) {
            (Some((value, _)), _) => (value, at + 1, false),
            (None, Ok(number)) => number,
            (None, Err(_)) => {
                at += 1;
                continue;
            }
        };
        let (mut value, mut next) = (value, next);
        while let Some((count, times)) = reading.at(next, Role::Times) {
            value *= times.value;
            next += count;
        }
        // One written as a word is an article.
        if !spelt || value > 1.0 {
            found.push((value, reading.span(at, next)));
        }
        at = next.max(at + 1);
    }
    found
}

/// The figure that begins at a token; else the token to go on with.
fn figure(reading: &Reading<'_>, start: usize) -> Result<Found, usize> {
    let sign = reading.sign(start, &['$', '€', '£', '₽', '₴']).map(unit_of);
    let first = start + usize::from(sign.is_some());
    let compound = reading.word(first).and_then(|word| reading.lexicon.compound(word));
    if let Some((value, unit)) = compound {
        return Ok(told(reading, start, first + 1, value, None, unit));
    }
    if let Some((count, whole)) = reading.at(first, Role::Whole) {
        return Ok(told(reading, start, first + count, whole.value, None, whole.unit));
    }
    if let Some((count, _)) = reading.at(first, Role::Half) {
        let (more, unit) = reading.at(first + count, Role::Unit).ok_or(start + 1)?;
        return Ok(told(reading, start, first + count + more, 0.5, None, unit.unit));
    }
    let (mut value, mut next, spelt) = number(reading, first)?;
    let mut up_to = None;
    if reading.sign(next, DASHES).is_some()
        && let Ok((end, after, _)) = number(reading, next + 1)
        && end > value
    {
        (up_to, next) = (Some(end), after);
    }
    let mut step = 1.0;
    while let Some((count, times)) = reading.at(next, Role::Times) {
        step *= times.value;
        next += count;
        next += usize::from(reading.sign(next, &['.']).is_some() && is_short(reading, next - 1));
    }
    value *= step;
    up_to = up_to.map(|end| end * step);
    if let Some((count, _)) = reading.at(next, Role::Plus) {
        value += step / 2.0;
        next += count;
    }
    let (unit, after) = match sign {
        Some(unit) => (unit, next),
        None => unit(reading, next),
    };
    if !unit.is_empty()
        && sign.is_none()
        && let Some((count, _)) = reading.at(after, Role::Plus)
    {
        return Ok(told(reading, start, after + count, value + 0.5, up_to, unit));
    }
    if !unit.is_empty() {
        return Ok(told(reading, start, after, value, up_to, unit));
    }
    // One without a unit is an article or a pronoun.
    let bare = reading.is(first, Role::One) || is_year(reading, first, next);
    let counted = noun(reading, next, value).filter(|_| !bare).ok_or(next)?;
    let mut found = told(reading, start, counted + 1, value, up_to, "");
    let alone = spelt && step == 1.0 && (value < 2.0 || is_known(reading, first, counted, value));
    found.counted = Some(counted);
    if alone { Err(next) } else { Ok(found) }
}

/// Beginnings of the words for those whom a story is about, by language.
const PARTIES: &[(Lang, &[&str])] = &[
    (Lang::EN, &["countr", "side", "state", "nation", "president", "leader", "minister"]),
    (Lang::RU, &["стран", "сторон", "государств", "держав", "президент", "лидер", "министр"]),
    (Lang::BG, &["стран", "държав", "президент", "лидер", "министр", "министър"]),
    (Lang::UK, &["країн", "сторон", "сторін", "держав", "президент", "лідер", "міністр"]),
];

/// Whether a number in words refers to what is known instead of counting it: “the three
/// envoys”, “двете държави”, and the two countries, presidents or sides that talk.
fn is_known(reading: &Reading<'_>, first: usize, counted: usize, value: f64) -> bool {
    let word = |at: usize| reading.word(at).unwrap_or_default();
    let definite = match reading.lang {
        Lang::EN => first > 0 && matches!(word(first - 1), "the" | "these" | "those"),
        Lang::BG => ["те", "та"].iter().any(|ending| word(first).ends_with(ending)),
        _ => false,
    };
    let parties = PARTIES.iter().filter(|(lang, _)| *lang == reading.lang);
    let is_party =
        parties.flat_map(|(_, words)| *words).any(|start| word(counted).starts_with(start));
    definite || value == 2.0 && is_party
}

fn told(
    reading: &Reading<'_>,
    from: usize,
    to: usize,
    value: f64,
    up_to: Option<f64>,
    unit: &'static str,
) -> Found {
    let kinds =
        [(Role::About, Exact::About), (Role::Over, Exact::Over), (Role::Under, Exact::Under)];
    // “More than about” is about: the longest word before it counts.
    let before = kinds
        .iter()
        .filter_map(|&(role, exact)| Some((reading.before(from, role)?, exact)))
        .min_by_key(|(start, _)| *start);
    let (from, exact) = before.unwrap_or((from, Exact::Plain));
    Found { from, to, value, up_to, unit, exact, counted: None }
}

fn unit_of(sign: char) -> &'static str {
    SIGNS.iter().find(|(own, _)| *own == sign).map_or("", |(_, unit)| unit)
}

/// The unit that stands at a token, and the token after it.
fn unit(reading: &Reading<'_>, at: usize) -> (&'static str, usize) {
    if let Some(sign) = reading.sign(at, &['%', '€', '$', '£', '₽', '₴']) {
        let (next, joined) = (at + 1, reading.sign(at + 1, DASHES).is_some());
        // `15 %-ный` is per cent too.
        let tail = joined && reading.tight(at + 2) && reading.word(at + 2).is_some();
        return (unit_of(sign), if tail { at + 3 } else { next });
    }
    if reading.sign(at, DASHES).is_some() {
        if let Some((count, joined)) = reading.at(at + 1, Role::Joined) {
            return (joined.unit, at + 1 + count);
        }
        return ("", at);
    }
    match reading.at(at, Role::Unit) {
        Some((count, unit)) => {
            let next = at + count;
            // The full stop of an abbreviation inside a sentence belongs to it.
            let stop = reading.sign(next, &['.']).is_some() && is_short(reading, next - 1);
            (unit.unit, next + usize::from(stop && reading.tokens.len() > next + 1))
        }
        None => ("", at),
    }
}

/// Whether a word looks like an abbreviation.
fn is_short(reading: &Reading<'_>, at: usize) -> bool {
    reading.word(at).is_some_and(|word| word.chars().count() <= 4)
}

/// The number at a token, the token after it, and whether it is written in words; else the
/// token to go on with.
fn number(reading: &Reading<'_>, at: usize) -> Result<(f64, usize, bool), usize> {
    if reading.digits(at).is_some() {
        let (value, next) = literal(reading, at)?;
        return Ok((value, next, false));
    }
    let mut next = at;
    let (mut sum, mut last) = (0.0, f64::INFINITY);
    while let Some((count, entry)) =
        reading.at(next, Role::Number).or_else(|| reading.at(next, Role::One).filter(|_| next > at))
    {
        let value = if entry.role == Role::One { 1.0 } else { entry.value };
        if value >= last || (last < 20.0 && next > at) {
            break;
        }
        // Tens take ones, hundreds take both.
        sum += value;
        last = value;
        next += count;
        let hyphen = reading.sign(next, &['-']).is_some() && reading.tight(next);
        next += usize::from(hyphen && reading.is(next + 1, Role::Number));
    }
    if next > at {
        return Ok((sum, next, true));
    }
    if let Some((count, _)) = reading.at(at, Role::One) {
        return Ok((1.0, at + count, true));
    }
    // A thousand, a million: the number itself follows no other.
    match reading.at(at, Role::Times) {
        Some((count, entry)) if !is_short(reading, at) && count == 1 => {
            let singular = reading.is(at + 1, Role::Unit);
            if singular { Ok((entry.value, at + 1, true)) } else { Err(at + 1) }
        }
        _ => Err(at + 1),
    }
}

/// A number in digits: groups of thousands, decimals.
fn literal(reading: &Reading<'_>, at: usize) -> Result<(f64, usize), usize> {
    let mut digits = reading.digits(at).unwrap_or_default().to_owned();
    let mut next = at + 1;
    let name = at > 0
        && reading.tight(at)
        && match reading.tokens[at - 1].kind {
            Kind::Word(_) | Kind::Digits => true,
            Kind::Sign(sign) => {
                matches!(sign, ':' | '/' | '.' | ',' | '#' | '№' | '*' | '@')
                    || DASHES.contains(&sign) && at > 1 && reading.tight(at - 1)
            }
        };
    let numbered = at > 0 && reading.sign(at - 1, &['№', '#']).is_some();
    let decimal = if reading.lang == Lang::EN { '.' } else { ',' };
    let mut decimals = String::new();
    loop {
        let group =
            |from: usize| reading.digits(from).filter(|more| more.len() == 3 && digits.len() <= 15);
        let sign = reading.sign(next, &['.', ',']).filter(|_| reading.tight(next));
        if let (Some(sign), true) = (sign, reading.tight(next + 1)) {
            let Some(more) = reading.digits(next + 1) else { break };
            let grouped = sign != decimal && more.len() == 3;
            if grouped {
                digits.push_str(more);
            } else if sign == decimal || more.len() < 3 {
                // `60,000` is grouped in English, 1.5 and 1,5 are decimals everywhere else.
                more.clone_into(&mut decimals);
                next += 2;
                break;
            } else {
                break;
            }
            next += 2;
        } else if let (false, Some(more), true) =
            (reading.tight(next), group(next), digits.len() <= 3 || next > at + 1)
        {
            digits.push_str(more);
            next += 1;
        } else {
            break;
        }
    }
    let glued = reading.tight(next)
        && (reading.digits(next).is_some()
            || reading.sign(next, &[':', '/']).is_some() && reading.digits(next + 1).is_some()
            || reading.sign(next, &['.']).is_some() && reading.digits(next + 1).is_some()
            || reading.word(next).is_some()
                && !reading.is(next, Role::Times)
                && !reading.is(next, Role::Unit));
    let listed = at == 0 && reading.sign(1, &['.', ')']).is_some() && next == 1;
    let ordinal = reading.sign(next, &['-']).is_some()
        && reading.tight(next + 1)
        && reading.word(next + 1).is_some()
        && !reading.is(next + 1, Role::Joined);
    if name || numbered || glued || listed || ordinal {
        let mut end = next;
        while reading.tight(end) {
            end += 1;
        }
        return Err(end.max(next));
    }
    let written = if decimals.is_empty() { digits } else { format!("{digits}.{decimals}") };
    written.parse().map(|value| (value, next)).map_err(|_| next)
}

/// Whether a number without unit is rather a year.
fn is_year(reading: &Reading<'_>, from: usize, to: usize) -> bool {
    let year = reading.digits(from).is_some_and(|digits| {
        digits.len() == 4 && ('1'..='2').contains(&digits.chars().next().unwrap_or_default())
    });
    year && to == from + 1
}

/// The noun that a number before a token counts: within three words, past adjectives.
fn noun(reading: &Reading<'_>, at: usize, value: f64) -> Option<usize> {
    let mut words = Vec::new();
    for next in at..at + 3 {
        let apart = reading.is(next, Role::Plain)
            || reading.is(next, Role::Stop)
            || reading.is(next, Role::That);
        match reading.word(next) {
            Some(_) if !apart => words.push(next),
            _ => break,
        }
    }
    let ends = |at: &usize, endings: &[&str]| {
        let word = reading.word(*at).unwrap_or_default();
        let long = word.chars().count() > 4;
        long && endings.iter().any(|ending| word.ends_with(ending))
    };
    if reading.lang == Lang::EN {
        let plural = words.iter().copied().find(|next| {
            let word = reading.word(*next).unwrap_or_default();
            let looks = word.len() > 3 && word.ends_with('s') && !word.ends_with("ss");
            looks && !word.ends_with("'s") || reading.is(*next, Role::Plural)
        });
        return plural.filter(|_| value != 1.0);
    }
    let adjective: &[&str] = match reading.lang {
        Lang::RU => &[
            "ых", "их", "ые", "ие", "ого", "его", "ому", "ему", "ую", "юю", "ая", "яя", "ыми",
            "ими",
        ],
        Lang::UK => &["их", "ими", "ого", "ому", "ські", "цькі", "льні", "нні", "ових", "ові"],
        Lang::BG => &["ски", "ския", "ската", "ските", "шки", "чки", "лни", "нни", "ови"],
        _ => &[],
    };
    // `60 000 военных`: what looks like an adjective may be the noun.
    let noun = words.iter().find(|next| !ends(next, adjective));
    noun.or(words.last()).copied().filter(|next| !reading.capital(*next))
}

#[cfg(test)]
mod tests {
    use super::{Exact, Reading, figures};
    use crate::{lang::Lang, span::Span};

    fn read(text: &str, lang: Lang) -> Vec<(f64, &'static str, Exact, String)> {
        let reading = Reading::new(text, Span::of(0, text.len()), lang).expect("a lexicon");
        let found = figures(&reading, &[]).into_iter().map(|figure| {
            let counted = figure.counted.and_then(|at| reading.word(at)).unwrap_or_default();
            (figure.value, figure.unit, figure.exact, counted.to_owned())
        });
        found.collect()
    }

    #[test]
    fn figures_are_read_in_every_language_and_notation() {
        use Exact::{About, Over, Plain, Under};
        for (lang, text, value, unit, exact, counted) in [
            (Lang::BG, "6-часови преговори", 6.0, "hour", Plain, ""),
            (Lang::BG, "продължи 6 часа.", 6.0, "hour", Plain, ""),
            (Lang::BG, "Шест часа в Истанбул", 6.0, "hour", Plain, ""),
            (Lang::BG, "60 хил. войници", 60_000.0, "", Plain, "войници"),
            (Lang::EN, "for about two hours", 2.0, "hour", About, ""),
            (Lang::EN, "a two-hour call", 2.0, "hour", Plain, ""),
            (Lang::EN, "an hour and a half and 60,000 people", 60_000.0, "", Plain, "people"),
            (Lang::EN, "half an hour later", 0.5, "hour", Plain, ""),
            (Lang::EN, "more than $3bn a year", 3e9, "USD", Over, ""),
            (Lang::EN, "rose by 15 % again", 15.0, "percent", Plain, ""),
            (Lang::EN, "2.5 million euros", 2.5e6, "EUR", Plain, ""),
            (Lang::EN, "Twenty-five European officials", 25.0, "", Plain, "officials"),
            (Lang::RU, "продолжались около двух часов.", 2.0, "hour", About, ""),
            (Lang::RU, "двухчасовую конференцию", 2.0, "hour", Plain, ""),
            (Lang::RU, "1,5 млн рублей", 1.5e6, "RUB", Plain, ""),
            (Lang::RU, "60 тыс. человек", 60_000.0, "", Plain, "человек"),
            (Lang::RU, "60\u{a0}000 военных", 60_000.0, "", Plain, "военных"),
            (Lang::RU, "два европейских чиновника", 2.0, "", Plain, "чиновника"),
            (Lang::RU, "менее полутора часов", 1.5, "hour", Under, ""),
            (Lang::RU, "два с половиной года", 2.5, "year", Plain, ""),
            (Lang::UK, "близько двох годин", 2.0, "hour", About, ""),
            (Lang::UK, "понад 15 відсотків", 15.0, "percent", Over, ""),
            (Lang::UK, "двогодинна розмова", 2.0, "hour", Plain, ""),
        ] {
            let expected = (value, unit, exact, counted.to_owned());
            assert!(read(text, lang).contains(&expected), "{text}: {:?}", read(text, lang));
        }
    }

    #[test]
    fn names_years_clock_times_ordinals_and_articles_are_no_figures() {
        for (lang, text) in [
            (Lang::EN, "the G-8 summit and the G20"),
            (Lang::EN, "T-100 wrote at 09:16"),
            (Lang::EN, "in 2011 the FBI"),
            (Lang::EN, "one of the key issues"),
            (Lang::EN, "the 20th time"),
            (Lang::RU, "один из них, в 90-х"),
            (Lang::RU, "Reasonable, 2,3"),
            (Lang::BG, "една от тях"),
            (Lang::EN, "1. Fresh tradition"),
            (Lang::EN, "the two countries, the three envoys"),
            (Lang::RU, "лидеры двух стран"),
            (Lang::BG, "двете държави"),
        ] {
            assert_eq!(read(text, lang), [], "{text}");
        }
    }
}
