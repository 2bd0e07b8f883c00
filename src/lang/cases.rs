//! Which case of a name a form is, told by its ending.
//!
//! In: a form, the nominative, and their language; or a form alone. Out: the cases that it may
//! be, and the nominatives that it may be of. The tables know how names end, not words at large:
//! they say why a form is a name's, and how a name is called that only occurs inflected. Which
//! words are forms of one lexeme is decided by the languages' own files.

use serde::{Deserialize, Serialize};

use super::Lang;

/// A case other than the nominative.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Case {
    /// Of whom.
    Genitive,
    /// To whom.
    Dative,
    /// Whom.
    Accusative,
    /// By whom.
    Instrumental,
    /// Of whom it is told, and where.
    Locative,
    /// The one called to.
    Vocative,
}

impl Case {
    const LETTERS: [(char, Self); 6] = [
        ('g', Self::Genitive),
        ('d', Self::Dative),
        ('a', Self::Accusative),
        ('i', Self::Instrumental),
        ('l', Self::Locative),
        ('v', Self::Vocative),
    ];

    /// Its English name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Genitive => "genitive",
            Self::Dative => "dative",
            Self::Accusative => "accusative",
            Self::Instrumental => "instrumental",
            Self::Locative => "locative",
            Self::Vocative => "vocative",
        }
    }
}

/// A line for each ending of the nominative (`-`: a consonant), then the endings of the other
/// cases, each with the first letters of their names.
const RUSSIAN: &str = "
- а=ga у=d ом=i ем=i ым=i е=l
й я=ga ю=d ем=i ём=i е=l и=l
ий ого=ga ому=d им=i ом=l его=ga ему=d ем=l
ый ого=ga ому=d ым=i ом=l
ой ого=ga ому=d ым=i им=i ом=l
ь я=ga ю=d ем=i ём=i и=gdl ью=i
а ы=g и=g е=dl у=a ой=i ей=i ою=i
ова овой=gdli ову=a
ева евой=gdli еву=a
ёва ёвой=gdli ёву=a
ина иной=gdli ину=a
ая ой=gdli ую=a
я и=gdl е=dl ю=a ей=i ёй=i
о а=g у=d ом=i е=l
ы ов=g ам=d ами=i ах=l
";

const UKRAINIAN: &str = "
- а=ga у=dl ові=dl еві=dl ом=i ем=i им=i і=l е=v
й я=ga ю=dl єві=dl ем=i єм=i ї=l
ий ого=ga ому=dl им=i ім=l
ій ого=ga ому=dl ім=il
ь я=ga ю=dl еві=dl ем=i і=l
о а=ga у=dl ові=dl ом=i
а и=g і=dl у=a ою=i ею=i о=v ої=g ій=dl
ка ці=dl
га зі=dl
ха сі=dl
я і=gdl ї=gdl ю=a ею=i єю=i е=v
и ів=g ам=d ами=i ах=l
";

const BELARUSIAN: &str = "
- а=ga у=d ам=i ом=i ым=i е=l
й я=ga ю=d ем=i і=l
і ага=ga аму=d ім=il
ы ага=ga аму=d ым=il
ь я=ga ю=d ем=i і=gdl
а ы=g і=g е=dl у=a ай=i ой=gdli
я і=gdl ю=a яй=i
";

const POLISH: &str = "
- a=ga owi=d em=i ie=l e=l u=lv iem=i
i iego=ga iemu=d im=il
y ego=ga emu=d ym=il
a y=g i=g ie=dl e=dl ę=a ą=i o=v iej=gdl ej=gdl
ka ce=dl
ga dze=dl
o a=g u=dl em=i
";

const SERBIAN: &str = "
- а=ga у=dl ом=i ем=i е=v a=ga u=dl om=i em=i e=v
а е=g и=dl у=a ом=i о=v
a e=g i=dl u=a om=i o=v
";

const GERMAN: &str = "
- s=g
";

fn table(lang: Lang) -> &'static str {
    match lang {
        Lang::RU => RUSSIAN,
        Lang::UK => UKRAINIAN,
        Lang::BE => BELARUSIAN,
        Lang::PL => POLISH,
        Lang::SR => SERBIAN,
        Lang::DE => GERMAN,
        _ => "",
    }
}

/// The rows of a table: the nominative's ending, the others, each with its cases.
fn rows(lang: Lang) -> impl Iterator<Item = (&'static str, Vec<(&'static str, &'static str)>)> {
    table(lang).lines().filter_map(|line| {
        let mut cells = line.split(' ');
        let nominative = cells.next().filter(|cell| !cell.is_empty())?;
        Some((nominative, cells.filter_map(|cell| cell.split_once('=')).collect()))
    })
}

/// The stem of a nominative with that ending; two letters at least.
fn stem<'w>(word: &'w str, ending: &str) -> Option<&'w str> {
    let stem = match ending {
        "-" => word.ends_with(is_consonant).then_some(word)?,
        ending => word.strip_suffix(ending)?,
    };
    stem.chars().nth(1).map(|_| stem)
}

fn is_consonant(letter: char) -> bool {
    letter.is_alphabetic() && !"аеёиоуыэюяійьєїўaeiouyąęóöäü".contains(letter)
}

/// The stem without the vowel before its last letter, where that may be fleeting: Павел, Павла.
fn without_fleeting(stem: &str) -> Option<String> {
    let (last, _) = stem.char_indices().next_back()?;
    let (vowel, letter) = stem[..last].char_indices().next_back()?;
    let short = || format!("{}{}", &stem[..vowel], &stem[last..]);
    ("еоёіe".contains(letter) && stem.ends_with(is_consonant)).then(short)
}

/// The cases that `form` may be of the nominative `base`, both in lower case; none where it is
/// the nominative, or no form of it that names have.
#[must_use]
pub fn cases(form: &str, base: &str, lang: Lang) -> Vec<Case> {
    let mut found = Vec::new();
    for (nominative, endings) in rows(lang) {
        let Some(stem) = stem(base, nominative) else { continue };
        let short = if nominative == "-" { without_fleeting(stem) } else { None };
        for (ending, letters) in endings {
            let is = |stem: &str| form.strip_prefix(stem) == Some(ending);
            if is(stem) || short.as_deref().is_some_and(is) {
                found.extend(Case::LETTERS.iter().filter(|(c, _)| letters.contains(*c)));
            }
        }
    }
    let mut found: Vec<Case> = found.into_iter().map(|&(_, case)| case).collect();
    found.sort_unstable();
    found.dedup();
    if form == base { Vec::new() } else { found }
}

/// The nominatives that `form`, in lower case, may be an inflected form of.
#[must_use]
pub fn nominatives(form: &str, lang: Lang) -> Vec<String> {
    let mut found = Vec::new();
    for (nominative, endings) in rows(lang) {
        for (ending, _) in endings {
            let Some(stem) = form.strip_suffix(ending) else { continue };
            let base = match nominative {
                "-" if stem.ends_with(is_consonant) => stem.to_owned(),
                "-" => continue,
                ending => format!("{stem}{ending}"),
            };
            if stem.chars().nth(1).is_some() && !found.contains(&base) {
                found.push(base);
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{Case, cases, nominatives};
    use crate::lang::Lang;

    #[test]
    fn an_ending_tells_the_cases_that_it_may_be() {
        let told = |form, base, lang| {
            let names: Vec<_> = cases(form, base, lang).into_iter().map(Case::name).collect();
            names.join(" ")
        };
        for (form, base, lang, cases) in [
            ("тиллерсона", "тиллерсон", Lang::RU, "genitive accusative"),
            ("путиным", "путин", Lang::RU, "instrumental"),
            ("захаровой", "захарова", Lang::RU, "genitive dative instrumental locative"),
            ("зеленского", "зеленский", Lang::RU, "genitive accusative"),
            ("павла", "павел", Lang::RU, "genitive accusative"),
            ("москве", "москва", Lang::RU, "dative locative"),
            ("байденові", "байден", Lang::UK, "dative locative"),
            ("америці", "америка", Lang::UK, "dative locative"),
            ("dudy", "duda", Lang::PL, "genitive"),
            ("putins", "putin", Lang::DE, "genitive"),
            ("путин", "путин", Lang::RU, ""),
            ("трамп", "путин", Lang::RU, ""),
            ("тръмп", "тръмпа", Lang::BG, ""),
        ] {
            assert_eq!(told(form, base, lang), cases, "{form} of {base}");
        }
    }

    #[test]
    fn a_form_may_be_of_several_nominatives() {
        assert!(nominatives("лаврова", Lang::RU).contains(&"лавров".to_owned()));
        assert!(nominatives("обамы", Lang::RU).contains(&"обама".to_owned()));
        assert_eq!(nominatives("putin", Lang::EN), Vec::<String>::new());
        assert_eq!(nominatives("а", Lang::RU), Vec::<String>::new());
    }
}
