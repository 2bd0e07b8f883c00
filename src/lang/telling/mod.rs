//! Words that tell figures and dates, and who said what: one text file a language.
//!
//! In: a language. Out: its [`Lexicon`]: what role a word or short phrase plays, with a
//! value or a unit. A line of a file is `role [value] : words`. In a word, `/` parts a stem
//! from its endings (`час//а/ов`: час, часа, часов), `_` joins the words of a phrase. Words
//! stand as they are compared: lower case, accents folded (names of agencies may keep
//! their capitals). How a figure or a quotation is read of them is for `compare`.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::Lang;

/// What a word does where figures, dates and quotations are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// A number.
    Number,
    /// The number one, which is mostly an article or a pronoun.
    One,
    /// What a number is multiplied by.
    Times,
    /// Half of what follows.
    Half,
    /// “And a half”.
    Plus,
    /// A unit of measure.
    Unit,
    /// A number and its unit in one word.
    Whole,
    /// A unit as the second part of a compound (`6-hour`).
    Joined,
    /// A number as the first part of a compound.
    Prefix,
    /// The figure is about this.
    About,
    /// The figure is more than this.
    Over,
    /// The figure is less than this.
    Under,
    /// A plural that does not look like one.
    Plural,
    /// No noun, so nothing that is counted.
    Plain,
    /// A day, so many after today.
    Day,
    /// A day of the week, Monday is 1.
    Weekday,
    /// The one before this one.
    Last,
    /// The present one.
    This,
    /// The one after this one.
    Next,
    /// So long ago, after the figure.
    Ago,
    /// So long ago, before the figure.
    AgoBefore,
    /// So long from now, before the figure.
    Hence,
    /// What is told lies ahead.
    Future,
    /// What may stand before a bare year.
    Year,
    /// What stands beside a year.
    YearWord,
    /// The middle of what follows.
    Middle,
    /// A pronoun.
    Pronoun,
    /// What was said follows.
    That,
    /// Who said it follows.
    By,
    /// A verb of saying follows, which the rest of the sentence depends on.
    As,
    /// Saying it while doing something else, as the subject of the sentence does.
    Converb,
    /// Who speaks for the source itself.
    Own,
    /// A body that reports what others say.
    Medium,
    /// Who reported it follows, or stands beside.
    Via,
    /// To whom it was said.
    To,
    /// What was said, as a noun before its speaker.
    Words,
    /// A title follows, no words of a speaker.
    Titled,
    /// A clause begins.
    Stop,
}

/// What the lines of the files call the roles.
const ROLES: &[(&str, Role)] = &[
    ("number", Role::Number),
    ("one", Role::One),
    ("times", Role::Times),
    ("half", Role::Half),
    ("plus", Role::Plus),
    ("unit", Role::Unit),
    ("whole", Role::Whole),
    ("joined", Role::Joined),
    ("prefix", Role::Prefix),
    ("about", Role::About),
    ("over", Role::Over),
    ("under", Role::Under),
    ("plural", Role::Plural),
    ("plain", Role::Plain),
    ("day", Role::Day),
    ("weekday", Role::Weekday),
    ("last", Role::Last),
    ("this", Role::This),
    ("next", Role::Next),
    ("ago", Role::Ago),
    ("ago-", Role::AgoBefore),
    ("hence", Role::Hence),
    ("future", Role::Future),
    ("year", Role::Year),
    ("yearword", Role::YearWord),
    ("middle", Role::Middle),
    ("pronoun", Role::Pronoun),
    ("that", Role::That),
    ("by", Role::By),
    ("as", Role::As),
    ("converb", Role::Converb),
    ("own", Role::Own),
    ("medium", Role::Medium),
    ("via", Role::Via),
    ("to", Role::To),
    ("words", Role::Words),
    ("titled", Role::Titled),
    ("stop", Role::Stop),
];

/// A role with what comes with it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Entry {
    /// The role.
    pub role: Role,
    /// Its number, 0 where it has none.
    pub value: f64,
    /// Its unit, empty where it has none.
    pub unit: &'static str,
}

/// The words of a language that have a role.
pub struct Lexicon {
    words: FxHashMap<String, Vec<Entry>>,
    /// The longest phrase that begins with a word, in bytes.
    longest: FxHashMap<String, usize>,
    prefixes: Vec<(String, f64)>,
}

impl Lexicon {
    /// The roles of a word or phrase, as it is compared.
    #[must_use]
    pub fn roles(&self, phrase: &str) -> &[Entry] {
        self.words.get(phrase).map_or(&[], Vec::as_slice)
    }

    /// How long a phrase may be that begins with a word, in bytes: 0 if none does.
    #[must_use]
    pub fn longest(&self, first: &str) -> usize {
        self.longest.get(first).copied().unwrap_or_default()
    }

    /// The number and the unit of a compound such as `двухчасовой`.
    #[must_use]
    pub fn compound(&self, word: &str) -> Option<(f64, &'static str)> {
        self.prefixes.iter().find_map(|(prefix, value)| {
            let rest = self.roles(word.strip_prefix(prefix.as_str())?);
            let unit = rest.iter().find(|entry| entry.role == Role::Joined)?.unit;
            Some((*value, unit))
        })
    }

    fn parse(file: &'static str) -> Self {
        let mut lexicon = Self {
            words: FxHashMap::default(),
            longest: FxHashMap::default(),
            prefixes: Vec::new(),
        };
        for line in file.lines().filter(|line| !line.starts_with('#')) {
            let Some((head, words)) = line.split_once(" : ") else { continue };
            let mut head = head.split(' ');
            let named = head.next().unwrap_or_default();
            let Some(&(_, role)) = ROLES.iter().find(|(name, _)| *name == named) else { continue };
            let mut entry = Entry { role, value: 0.0, unit: "" };
            for part in head {
                match part.parse() {
                    Ok(value) => entry.value = value,
                    Err(_) => entry.unit = part,
                }
            }
            for word in words.split(' ').flat_map(spelt) {
                if role == Role::Prefix {
                    lexicon.prefixes.push((word, entry.value));
                } else {
                    let first = word.split([' ', '-', '.']).next().unwrap_or_default();
                    let longest = lexicon.longest.entry(first.to_owned()).or_default();
                    *longest = word.len().max(*longest);
                    lexicon.words.entry(word).or_default().push(entry);
                }
            }
        }
        lexicon
    }
}

/// The forms that a word of a file stands for.
fn spelt(word: &str) -> impl Iterator<Item = String> {
    let word = word.replace('_', " ").to_lowercase();
    let mut parts = word.split('/').map(str::to_owned).collect::<Vec<_>>();
    let stem = parts.remove(0);
    if parts.is_empty() {
        parts.push(String::new());
    }
    parts.into_iter().map(move |ending| format!("{stem}{ending}"))
}

static ENGLISH: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::parse(include_str!("english.txt")));
static RUSSIAN: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::parse(include_str!("russian.txt")));
static UKRAINIAN: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon::parse(include_str!("ukrainian.txt")));
static BULGARIAN: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon::parse(include_str!("bulgarian.txt")));

/// The lexicon of each language that has one.
pub static TELLING: &[(Lang, &LazyLock<Lexicon>)] =
    &[(Lang::EN, &ENGLISH), (Lang::RU, &RUSSIAN), (Lang::UK, &UKRAINIAN), (Lang::BG, &BULGARIAN)];

/// The lexicon of a language, if it has one.
#[must_use]
pub fn lexicon(lang: Lang) -> Option<&'static Lexicon> {
    TELLING.iter().find(|(own, _)| *own == lang).map(|(_, lexicon)| &***lexicon)
}

#[cfg(test)]
mod tests {
    use super::{Lang, ROLES, Role, lexicon};

    #[test]
    fn a_stem_has_the_endings_listed() {
        let russian = lexicon(Lang::RU).expect("a lexicon");
        for word in ["час", "часов", "тысяч", "недель", "с половиной"]
        {
            assert!(!russian.roles(word).is_empty(), "{word}");
        }
        assert!(russian.roles("недел").is_empty());
        assert_eq!(russian.compound("двухчасовую"), Some((2.0, "hour")));
        assert_eq!(russian.compound("двухэтажный"), None);
    }

    #[test]
    fn every_line_of_every_file_has_a_role() {
        for file in [
            include_str!("english.txt"),
            include_str!("russian.txt"),
            include_str!("ukrainian.txt"),
            include_str!("bulgarian.txt"),
        ] {
            for line in file.lines().filter(|line| !line.starts_with('#')) {
                let (head, words) = line.split_once(" : ").expect("a colon between spaces");
                let role = head.split(' ').next().unwrap_or_default();
                assert!(ROLES.iter().any(|(name, _)| *name == role), "{line}");
                assert!(words.split(' ').all(|word| !word.is_empty()), "{line}");
            }
        }
    }

    #[test]
    fn every_language_tells_the_days_of_the_week() {
        for (lang, lexicon) in super::TELLING {
            let days = lexicon.words.values().flatten().filter(|own| own.role == Role::Weekday);
            let days: std::collections::BTreeSet<u32> = days.map(|day| day.value as u32).collect();
            assert_eq!(days.len(), 7, "{lang}");
        }
    }
}
