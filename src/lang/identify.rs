//! Which language a text is in.
//!
//! In: a text of any length. Out: its language, with a word of explanation. Undecided texts
//! are [`Lang::UND`]; callers fall back to the language around them. The script decides
//! first, then the letters that only some languages have, then a table of letter sequences
//! and words (`data/identify`). Serbian, Croatian and Bosnian in Latin letters are all
//! reported as Serbian. Languages outside the table are undetermined, not guessed.

mod model;
mod reason;
mod sample;

use self::{
    model::{Model, model},
    sample::{Sample, sample},
};
use super::Lang;

/// How much better, in 1/64 of a natural logarithm, another language must be for a block to
/// leave the language of its document.
const LOYALTY: i32 = 5 * 64;
/// How much better the best language must be where there are hardly any letters.
const CLEAR: i32 = 64;
/// Fewer letters than these show little.
const FEW: usize = 4;
/// Fewer letters than these, in a script that the document is not in, are a name or a title.
const A_NAME: usize = 24;
/// One unknown letter in so many makes a text one of an unknown language.
const UNKNOWN: usize = 24;

/// A language, and why it was concluded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identified {
    /// The language; [`Lang::UND`] where the text does not show it.
    pub lang: Lang,
    /// What in the text shows it, as a short English phrase.
    pub reason: String,
}

impl Identified {
    fn new(lang: Lang, reason: impl Into<String>) -> Self {
        Self { lang, reason: reason.into() }
    }
}

/// The language of `text`.
#[must_use]
pub fn identify(text: &str) -> Identified {
    let sample = sample(text);
    match judge(&sample, None) {
        Ok(Verdict { model, best, second }) => {
            let lang = model.languages[best];
            Identified::new(lang, reason::shown(model, &sample, best, second))
        }
        Err(Doubt { reason }) => Identified::new(Lang::UND, reason),
    }
}

/// The language of `text` that stands in a document in `prior`: a short block keeps the
/// document's language unless the evidence for another one is clear.
#[must_use]
pub fn identify_among(text: &str, prior: Lang) -> Lang {
    let sample = sample(text);
    if prior == Lang::UND {
        return judge(&sample, None).map_or(Lang::UND, |verdict| verdict.lang());
    }
    let at_home = model(sample.alphabet).is_none_or(|model| model.languages.contains(&prior));
    let found = judge(&sample, Some(prior)).map_or(Lang::UND, |verdict| verdict.lang());
    let stays = if found == Lang::UND {
        // The table cannot tell a language that it does not have from any other.
        (prior.rules().is_none() && !at_home) || sample.letters < A_NAME
    } else {
        !at_home && sample.letters < A_NAME
    };
    if stays { prior } else { found }
}

/// The language found and the next best one.
struct Verdict {
    model: &'static Model,
    best: usize,
    second: usize,
}

impl Verdict {
    fn lang(&self) -> Lang {
        self.model.languages[self.best]
    }
}

/// Why no language was found.
struct Doubt {
    reason: String,
}

fn doubt<T>(reason: impl Into<String>) -> Result<T, Doubt> {
    Err(Doubt { reason: reason.into() })
}

fn judge(sample: &Sample, prior: Option<Lang>) -> Result<Verdict, Doubt> {
    if !sample.any {
        return doubt("no letters");
    }
    let Some(model) = model(sample.alphabet) else {
        return doubt("letters of another script");
    };
    if let Some(reason) = reason::unknown_letters(model, sample, UNKNOWN) {
        return doubt(reason);
    }
    let mut scores = vec![0; model.languages.len()];
    for word in &sample.words {
        model.add(word, &mut scores);
    }
    for (score, lang) in scores.iter_mut().zip(&model.languages) {
        if prior == Some(*lang) {
            *score += LOYALTY;
        }
    }
    let (best, second) = best_two(&scores);
    if prior.is_none() && sample.letters < FEW && scores[best] - scores[second] < CLEAR {
        let script = sample.alphabet.name();
        return doubt(format!("only {script} letters, too short"));
    }
    if model.languages[best] == Lang::UND {
        return doubt("letter sequences of another language");
    }
    Ok(Verdict { model, best, second })
}

/// Where the highest and the next highest score are; the first of equals.
fn best_two(scores: &[i32]) -> (usize, usize) {
    let mut order: Vec<usize> = (0..scores.len()).collect();
    order.sort_by_key(|&at| std::cmp::Reverse(scores[at]));
    (order.first().copied().unwrap_or(0), order.get(1).copied().unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{any, proptest};

    use super::{identify, identify_among};
    use crate::lang::Lang;

    const SENTENCES: [(&str, Lang); 13] = [
        ("The two presidents spoke on the telephone for almost an hour.", Lang::EN),
        ("Президенты двух стран говорили по телефону почти час.", Lang::RU),
        ("Двамата президенти разговаряха по телефона почти един час.", Lang::BG),
        ("Президенти двох країн розмовляли телефоном майже годину.", Lang::UK),
        ("Двајцата претседатели разговараа на телефон речиси еден час.", Lang::MK),
        ("Двојица председника су разговарала телефоном скоро сат времена.", Lang::SR),
        ("Dvojica predsednika su razgovarala telefonom skoro sat vremena.", Lang::SR),
        ("Прэзідэнты дзвюх краін размаўлялі па тэлефоне амаль гадзіну.", Lang::BE),
        ("Obaj prezydenci rozmawiali przez telefon prawie godzinę.", Lang::PL),
        ("Oba prezidenti spolu telefonovali téměř hodinu.", Lang::CS),
        ("Die beiden Präsidenten sprachen fast eine Stunde am Telefon.", Lang::DE),
        ("Les deux présidents se sont parlé au téléphone pendant près d’une heure.", Lang::FR),
        ("Los dos presidentes hablaron por teléfono durante casi una hora.", Lang::ES),
    ];

    #[test]
    fn a_sentence_of_each_language_is_recognised_and_says_why() {
        for (text, lang) in SENTENCES {
            let found = identify(text);
            assert_eq!(found.lang, lang, "{text}: {}", found.reason);
            assert!(!found.reason.is_empty(), "{text}");
        }
    }

    #[test]
    fn capitals_change_nothing() {
        for (text, _) in SENTENCES {
            assert_eq!(identify(&text.to_uppercase()), identify(text));
        }
    }

    #[test]
    fn a_text_without_letters_is_undetermined() {
        for text in ["", " \n", "2013-05-03, 09:16", "— … !", "👍👍"] {
            let found = identify(text);
            assert_eq!((found.lang, found.reason.as_str()), (Lang::UND, "no letters"), "{text:?}");
        }
    }

    #[test]
    fn letters_that_few_languages_have_decide_and_are_named() {
        for (text, among, letter) in [
            ("выборы", &[Lang::RU, Lang::BE][..], 'ы'),
            ("ъгъл", &[Lang::BG], 'ъ'),
            ("зв'язок їхній", &[Lang::UK], 'ї'),
            ("воўк", &[Lang::BE], 'ў'),
            ("ноќ", &[Lang::MK], 'ќ'),
            ("ноћ", &[Lang::SR], 'ћ'),
            ("źródło", &[Lang::PL], 'ź'),
            ("señor", &[Lang::ES], 'ñ'),
        ] {
            let found = identify(text);
            assert!(among.contains(&found.lang), "{text}: {found:?}");
            assert!(found.reason.starts_with("letter"), "{text}: {found:?}");
            assert!(found.reason.contains(letter), "{text}: {found:?}");
        }
    }

    #[test]
    fn languages_outside_the_table_are_undetermined() {
        for text in [
            "Οι δύο πρόεδροι μίλησαν στο τηλέφωνο",
            "两国总统通了电话",
            "Екі елдің президенті телефон арқылы сөйлесті",
            "Molemmat presidentit puhuivat puhelimessa lähes tunnin ajan",
            "I due presidenti hanno parlato al telefono per quasi un'ora",
        ] {
            assert_eq!(identify(text).lang, Lang::UND, "{text}: {}", identify(text).reason);
        }
    }

    #[test]
    fn two_letters_show_no_language() {
        let found = identify("ok");
        assert_eq!(found.lang, Lang::UND);
        assert_eq!(found.reason, "only Latin letters, too short");
    }

    #[test]
    fn a_short_block_keeps_the_language_of_its_document() {
        for (text, lang) in [("Спорт", Lang::BG), ("Спорт", Lang::RU), ("Новини", Lang::UK)]
        {
            assert_eq!(identify_among(text, lang), lang, "{text}");
        }
        assert_eq!(identify_among("New York Times", Lang::BG), Lang::BG);
        assert_eq!(identify_among("12:30", Lang::BG), Lang::BG);
    }

    #[test]
    fn a_block_that_is_clearly_in_another_language_leaves_its_document() {
        for (text, lang) in SENTENCES {
            for (_, prior) in SENTENCES {
                assert_eq!(identify_among(text, prior), lang, "{text} in {prior}");
            }
        }
    }

    proptest! {
        #[test]
        fn any_text_gets_an_answer(text in any::<String>(), at in 0usize..13) {
            let _ = identify(&text);
            let _ = identify_among(&text, SENTENCES[at].1);
        }

        #[test]
        fn letters_of_every_kind_get_an_answer(text in "[a-zà-žа-яѐ-џқ' ’\u{301}ßİ]{0,80}") {
            let _ = identify(&text);
        }
    }
}
