//! The names of months.
//!
//! In: a word in lower case. Out: the month it names, in the forms and short forms that stand
//! in dates. Languages that have a file of their own bring their months; the others that are
//! recognised stand here. No name means two months: Croatian `listopad` (October) is left
//! out, because Polish and Ukrainian have it for November.

use std::{collections::BTreeMap, sync::LazyLock};

use crate::lang::{LANGUAGES, Lang};

/// The months of languages without a file of their own.
#[rustfmt::skip]
static OTHERS: &[(Lang, [&[&str]; 12])] = &[
    (Lang::DE, [
        &["januar", "jänner", "jan", "jän"], &["februar", "feber", "feb"], &["märz", "mär", "mrz"],
        &["april", "apr"], &["mai"], &["juni", "jun"], &["juli", "jul"], &["august", "aug"],
        &["september", "sept", "sep"], &["oktober", "okt"], &["november", "nov"],
        &["dezember", "dez"],
    ]),
    (Lang::FR, [
        &["janvier", "janv"], &["février", "fevrier", "févr", "fév"], &["mars"],
        &["avril", "avr"], &["mai"], &["juin"], &["juillet", "juil"], &["août", "aout"],
        &["septembre", "sept"], &["octobre", "oct"], &["novembre", "nov"],
        &["décembre", "decembre", "déc"],
    ]),
    (Lang::ES, [
        &["enero", "ene"], &["febrero", "feb"], &["marzo", "mar"], &["abril", "abr"],
        &["mayo", "may"], &["junio", "jun"], &["julio", "jul"], &["agosto", "ago"],
        &["septiembre", "setiembre", "sep", "sept", "set"], &["octubre", "oct"],
        &["noviembre", "nov"], &["diciembre", "dic"],
    ]),
    (Lang::PL, [
        &["styczeń", "stycznia", "styczniu", "sty"], &["luty", "lutego", "lutym", "lut"],
        &["marzec", "marca", "marcu", "mar"], &["kwiecień", "kwietnia", "kwietniu", "kwi"],
        &["maj", "maja", "maju"], &["czerwiec", "czerwca", "czerwcu", "cze"],
        &["lipiec", "lipca", "lipcu", "lip"], &["sierpień", "sierpnia", "sierpniu", "sie"],
        &["wrzesień", "września", "wrześniu", "wrz"],
        &["październik", "października", "październiku", "paź"],
        &["listopad", "listopada", "listopadzie", "lis"],
        &["grudzień", "grudnia", "grudniu", "gru"],
    ]),
    (Lang::SR, [
        &["januar", "januara", "јануар", "јануара", "jan", "јан"],
        &["februar", "februara", "фебруар", "фебруара", "feb", "феб"],
        &["mart", "marta", "март", "марта", "mar", "мар"],
        &["april", "aprila", "април", "априла", "apr", "апр"],
        &["maj", "maja", "мај", "маја"], &["jun", "juna", "јун", "јуна", "juni", "јуни"],
        &["jul", "jula", "јул", "јула", "juli", "јули"],
        &["avgust", "avgusta", "август", "августа", "avg", "авг"],
        &["septembar", "septembra", "септембар", "септембра", "sep", "сеп", "sept", "септ"],
        &["oktobar", "oktobra", "октобар", "октобра", "okt", "окт"],
        &["novembar", "novembra", "новембар", "новембра", "nov", "нов"],
        &["decembar", "decembra", "децембар", "децембра", "dec", "дец"],
    ]),
    (Lang::MK, [
        &["јануари", "јан"], &["февруари", "фев"], &["март", "мар"], &["април", "апр"], &["мај"],
        &["јуни", "јун"], &["јули", "јул"], &["август", "авг"], &["септември", "септ", "сеп"],
        &["октомври", "окт"], &["ноември", "ное"], &["декември", "дек"],
    ]),
    (Lang::BE, [
        &["студзень", "студзеня", "студзені"], &["люты", "лютага", "лютым"],
        &["сакавік", "сакавіка", "сакавіку"], &["красавік", "красавіка", "красавіку"],
        &["май", "мая", "маі", "травень", "траўня"], &["чэрвень", "чэрвеня", "чэрвені"],
        &["ліпень", "ліпеня", "ліпені"], &["жнівень", "жніўня", "жніўні"],
        &["верасень", "верасня", "верасні"], &["кастрычнік", "кастрычніка", "кастрычніку"],
        &["лістапад", "лістапада", "лістападзе"], &["снежань", "снежня", "снежні"],
    ]),
];

static MONTHS: LazyLock<BTreeMap<&'static str, i8>> = LazyLock::new(|| all().collect());

/// Every name with its month.
fn all() -> impl Iterator<Item = (&'static str, i8)> {
    let own = LANGUAGES.iter().map(|language| &language.months);
    own.chain(OTHERS.iter().map(|(_, months)| months))
        .flat_map(|months| (1_i8..).zip(months))
        .flat_map(|(month, names)| names.iter().map(move |name| (*name, month)))
}

/// The month that a word names, 1 to 12.
pub(super) fn of(word: &str) -> Option<i8> {
    MONTHS.get(word).copied()
}

#[cfg(test)]
mod tests {
    use super::{all, of};

    #[test]
    fn no_name_means_two_months() {
        for (name, month) in all() {
            assert_eq!(of(name), Some(month), "{name}");
            assert_eq!(name, name.to_lowercase());
        }
    }
}
