//! Page furniture: log-in forms, sharing, notices, headings of other articles.
//!
//! In: units with their signs. Out: the same units, furniture labelled as boilerplate with
//! the sign quoted. First each unit is judged alone ([`label`]); later, when headline and
//! feeds are known, what stands below the last of the text follows its sign ([`cut`]).
//! A unit that shows no sign and has text after it stays.

use super::{
    signs::{How, Sighting, Sign},
    units::Unit,
};
use crate::source::BlockKind;

/// Labels the units that are furniture by their own words.
pub(super) fn label(units: &mut [Unit]) {
    for unit in units {
        let Some(found) = unit.signs.iter().find(|found| counts(unit, found)) else { continue };
        let reason = because(found);
        unit.mark_as(BlockKind::Boilerplate, reason);
    }
}

fn because(found: &Sighting) -> String {
    format!("{}: “{}”", found.sign.words(), found.phrase)
}

/// Whether a phrase is enough of a unit to say what the unit is.
fn counts(unit: &Unit, found: &Sighting) -> bool {
    if !is_furniture(found.sign) {
        return false;
    }
    match (found.how, found.words) {
        (How::Whole, _) => true,
        (How::Start, 3..) => unit.words <= 60,
        // Two words begin many a sentence; a line of furniture is short or no sentence.
        (How::Start, 2) => unit.words <= 6 || (!unit.ends && unit.words <= 12),
        (How::Start, _) => unit.words <= 2 && !unit.ends,
        (How::Inside, 3..) => unit.words <= 25,
        (How::Inside, _) => false,
    }
}

const fn is_furniture(sign: Sign) -> bool {
    matches!(sign, Sign::Login | Sign::Share | Sign::Teasers | Sign::Notices | Sign::Comments)
}

/// So many short lines in a row are a menu.
const MENU: usize = 5;

/// Labels menus: many lines of few words in a row, in a text that also has paragraphs. The
/// last is left alone where a paragraph follows: it may be that paragraph's heading.
pub(super) fn menus(units: &mut [Unit]) {
    if !units.iter().any(Unit::is_prose) {
        return;
    }
    let entry = |unit: &Unit| {
        !unit.is(BlockKind::Tags) && unit.words <= 4 && !unit.ends && !unit.is(BlockKind::Comment)
    };
    let mut at = 0;
    while at < units.len() {
        let run = units[at..].iter().take_while(|unit| entry(unit)).count();
        let heads = units.get(at + run).is_some_and(Unit::is_prose);
        if run >= MENU {
            for unit in &mut units[at..at + run - usize::from(heads)] {
                unit.mark_as(BlockKind::Boilerplate, format!("menu: {run} short lines in a row"));
            }
        }
        at += run.max(1);
    }
}

/// Where the text begins: its first paragraph that is long or soon followed by another. A
/// lone sentence above it is a notice.
pub(super) fn begin_of_text(units: &[Unit]) -> Option<usize> {
    let prose: Vec<usize> =
        (0..units.len()).filter(|at| units[*at].is_free() && units[*at].is_prose()).collect();
    let dense = |nth: usize| {
        let at = prose[nth];
        units[at].words >= 40 || prose.get(nth + 1).is_some_and(|next| next - at <= 4)
    };
    (0..prose.len())
        .find(|nth| dense(*nth))
        .or((!prose.is_empty()).then_some(0))
        .map(|nth| prose[nth])
}

/// Labels what follows a furniture sign: below the last of the text everything, within the
/// text the headings listed right under the sign.
pub(super) fn cut(units: &mut [Unit]) {
    let Some(begin) = begin_of_text(units) else { return };
    let last = last_of_text(units).unwrap_or(begin);
    let mut reason = None;
    for at in begin..units.len() {
        if at > last && units[at].is(BlockKind::Boilerplate) && opens_tail(&units[at]) {
            let sign = units[at].signs.iter().find(|found| is_furniture(found.sign));
            let phrase = sign.map_or("a menu", |found| found.phrase);
            reason = Some(format!("below “{phrase}”, among page furniture"));
        } else if at > last && reason.is_none() && headings_in_a_row(&units[at..]) {
            reason = Some("below the text, among headings in a row".to_owned());
        }
        if let Some(reason) = &reason {
            units[at].mark_as(BlockKind::Boilerplate, reason.clone());
        } else if at < last {
            listed(units, at);
        }
    }
}

/// Signs after which no text is expected. Sharing alone is none: buttons stand anywhere.
fn opens_tail(unit: &Unit) -> bool {
    unit.signs.iter().any(|found| {
        counts(unit, found)
            && matches!(found.sign, Sign::Login | Sign::Teasers | Sign::Notices | Sign::Comments)
    }) || unit.signs.iter().any(|found| found.sign == Sign::Share && found.words >= 2)
        || unit.label.as_ref().is_some_and(|label| label.reason.starts_with("menu"))
}

/// Three or more: no text ends so, a list of other articles does.
fn headings_in_a_row(units: &[Unit]) -> bool {
    let row = units
        .iter()
        .take_while(|unit| unit.is_free() && unit.is_heading_like() && unit.mark.is_none());
    row.count() >= 3
}

/// The last unit of the text: the last paragraph that is long or has another beside it.
/// A single sentence between headings is a teaser's summary.
fn last_of_text(units: &[Unit]) -> Option<usize> {
    let prose = |at: usize| units.get(at).is_some_and(|unit| unit.is_free() && unit.is_prose());
    (0..units.len()).rev().find(|&at| {
        prose(at) && (units[at].words >= 40 || prose(at + 1) || (at > 0 && prose(at - 1)))
    })
}

/// Headings right below a heading of other articles, up to the next blank line or paragraph.
fn listed(units: &mut [Unit], at: usize) {
    let heading = units[at].signs.first().filter(|found| {
        found.sign == Sign::Teasers
            && found.how == How::Whole
            && units[at].is(BlockKind::Boilerplate)
    });
    let Some(phrase) = heading.map(|found| found.phrase) else { return };
    let reason = format!("listed under “{phrase}”");
    for (nth, unit) in units[at + 1..].iter_mut().enumerate() {
        let first = nth == 0;
        if !unit.is_free() || !unit.is_heading_like() || (unit.apart && !first) {
            break;
        }
        unit.mark_as(BlockKind::Boilerplate, reason.clone());
    }
}

#[cfg(test)]
mod tests {
    use crate::source::plain::{lines, units};

    fn furniture(text: &str) -> Vec<Option<String>> {
        let lines = lines::split(text);
        let mut units = units::group(text, &lines, 0..lines.len());
        super::label(&mut units);
        units.into_iter().map(|unit| unit.label.map(|label| label.reason)).collect()
    }

    #[test]
    fn a_log_in_form_is_boilerplate_in_every_language() {
        for form in [
            "Forgot your password?\nRemember me\nThe field City must not be empty.",
            "Забыли пароль?\nЗапомнить меня\nПоле «Город» обязательно для заполнения",
            "Забравена парола\nЗапомни ме\nПолето Град не трябва да е празно.",
            "Забули пароль?\nЗапам’ятати мене\nПоле «Місто» обов’язкове для заповнення",
        ] {
            assert!(furniture(form).iter().all(Option::is_some), "{form}: {:?}", furniture(form));
        }
    }

    #[test]
    fn the_reason_quotes_the_sign() {
        assert_eq!(
            furniture("Read also").remove(0).as_deref(),
            Some("lists of other articles: “read also”")
        );
    }

    #[test]
    fn a_sentence_that_begins_with_the_words_of_a_sign_is_text() {
        for text in [
            "Вход в здание был закрыт с утра, сообщили журналистам в мэрии города.",
            "Share prices fell for the third day, and nobody in the city could say why.",
            "Снимките на спътника показват нови постройки край езерото, съобщи агенцията.",
            "Контакти між сторонами тривають, заявив речник міністерства у вівторок.",
        ] {
            assert_eq!(furniture(text), [None], "{text}");
        }
    }
}
