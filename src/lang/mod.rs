//! Languages: what the engine knows of each, one file a language.
//!
//! In: a word or a text. Out: its lexeme keys, its sounds, its language. [`Language`] is
//! all the knowledge of one language (its irregular words stand beside it, in `<language>.txt`);
//! [`LANGUAGES`] is the registry, one line a language;
//! [`template`] is the file to copy for a new one. A language outside the registry keeps
//! its code ([`Lang`]) and gets segmentation, exact and prefix search. Nothing here knows
//! sources, indexes or queries.

mod belarusian;
mod bulgarian;
pub mod cases;
mod english;
mod french;
mod german;
#[cfg(feature = "import")]
pub mod identify;
mod inflect;
mod macedonian;
mod polish;
mod russian;
mod serbian;
#[cfg(feature = "import")]
pub mod signs;
pub mod sounds;
mod spanish;
pub mod telling;
pub mod template;
mod ukrainian;

use std::fmt;

pub use serbian::in_cyrillic;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The languages with rules of their own. Order is the order in which they are listed.
pub static LANGUAGES: &[&Language] = &[
    &english::ENGLISH,
    &russian::RUSSIAN,
    &bulgarian::BULGARIAN,
    &ukrainian::UKRAINIAN,
    &german::GERMAN,
    &french::FRENCH,
    &spanish::SPANISH,
    &polish::POLISH,
    &serbian::SERBIAN,
    &macedonian::MACEDONIAN,
    &belarusian::BELARUSIAN,
];

/// A language by its ISO 639 code (`en`, `mk`, `und`): two or three lower-case letters.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Lang([u8; 3]);

impl Lang {
    /// Undetermined.
    pub const UND: Self = Self(*b"und");
    /// English.
    pub const EN: Self = Self(*b"en\0");
    /// Russian.
    pub const RU: Self = Self(*b"ru\0");
    /// Bulgarian.
    pub const BG: Self = Self(*b"bg\0");
    /// Ukrainian.
    pub const UK: Self = Self(*b"uk\0");
    /// Belarusian.
    pub const BE: Self = Self(*b"be\0");
    /// Macedonian.
    pub const MK: Self = Self(*b"mk\0");
    /// Serbian.
    pub const SR: Self = Self(*b"sr\0");
    /// Polish.
    pub const PL: Self = Self(*b"pl\0");
    /// Czech.
    pub const CS: Self = Self(*b"cs\0");
    /// German.
    pub const DE: Self = Self(*b"de\0");
    /// French.
    pub const FR: Self = Self(*b"fr\0");
    /// Spanish.
    pub const ES: Self = Self(*b"es\0");

    /// The language of a tag such as `en`, `bg-BG` or `und`; `None` when its first part is
    /// not two or three ASCII letters.
    #[must_use]
    pub fn parse(tag: &str) -> Option<Self> {
        let first = tag.trim().split(['-', '_']).next()?.as_bytes();
        if !(2..=3).contains(&first.len()) || !first.iter().all(u8::is_ascii_alphabetic) {
            return None;
        }
        let mut code = [0; 3];
        for (to, from) in code.iter_mut().zip(first) {
            *to = from.to_ascii_lowercase();
        }
        Some(Self(code))
    }

    /// The language stored as three bytes in a pack; bytes that are no code read as [`Lang::UND`].
    #[must_use]
    pub fn from_bytes(code: [u8; 3]) -> Self {
        let end = if code[2] == 0 { 2 } else { 3 };
        std::str::from_utf8(&code[..end]).ok().and_then(Self::parse).unwrap_or(Self::UND)
    }

    /// Three bytes: the code, filled up with a zero byte.
    #[must_use]
    pub const fn bytes(self) -> [u8; 3] {
        self.0
    }

    /// The code, as in `lang` attributes.
    #[must_use]
    pub fn code(&self) -> &str {
        let end = if self.0[2] == 0 { 2 } else { 3 };
        std::str::from_utf8(&self.0[..end]).unwrap_or("und")
    }

    /// What the engine knows of it, if it is in the registry.
    #[must_use]
    pub fn rules(self) -> Option<&'static Language> {
        LANGUAGES.iter().copied().find(|language| language.lang == self)
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Debug for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl Serialize for Lang {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.code())
    }
}

impl<'de> Deserialize<'de> for Lang {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let tag = String::deserialize(from)?;
        Self::parse(&tag).ok_or_else(|| serde::de::Error::custom("not a language code"))
    }
}

/// The writing system of a language, as far as the engine tells them apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Script {
    /// Latin letters.
    Latin,
    /// Cyrillic letters.
    Cyrillic,
}

/// All that the engine knows of one language. A file of `src/lang` is one `static` of this.
pub struct Language {
    /// Its code.
    pub lang: Lang,
    /// Its name in itself.
    pub name: &'static str,
    /// Its writing system.
    pub script: Script,
    /// Accented letters that are letters of their own and survive folding (`йї`).
    pub letters: &'static str,
    /// Letters that readers type for one another: folded from, folded to (`ё` → `е`).
    pub folds: &'static [(char, char)],
    /// Adds the lexeme keys of a folded word. Two words of the language are one lexeme if
    /// they share a key; an ambiguous word has several. Never empty-handed: a word the
    /// rules do not know is its own key.
    pub lexemes: fn(&str, &mut Vec<String>),
    /// Inflectional endings of names, longest first, stripped when names are matched.
    pub endings: &'static [&'static str],
    /// How letters sound, longest spelling first: see [`sounds`].
    pub sounds: &'static [(&'static str, &'static str)],
    /// Short words before a full stop that do not end a sentence, without the stop.
    pub abbreviations: &'static [&'static str],
    /// The forms of each month's name as they stand in dates, January first.
    pub months: [&'static [&'static str]; 12],
    /// Words too common to tell one text from another.
    pub stop_words: &'static [&'static str],
    /// Verbs that attribute speech (`said`), for quotations and comparison.
    pub attribution: &'static [&'static str],
}

impl Language {
    /// Whether a folded word is too common to tell one text from another.
    #[must_use]
    pub fn is_stop_word(&self, folded: &str) -> bool {
        self.stop_words.contains(&folded)
    }
}

#[cfg(test)]
mod tests {
    use super::{LANGUAGES, Lang};

    #[test]
    fn a_language_tag_is_read_by_its_first_part() {
        assert_eq!(Lang::parse("bg-BG"), Some(Lang::BG));
        assert_eq!(Lang::parse(" EN_us "), Some(Lang::EN));
        assert_eq!(Lang::parse("english"), None);
        assert_eq!(Lang::parse(""), None);
    }

    #[test]
    fn bytes_that_are_no_code_read_as_undetermined() {
        assert_eq!(Lang::from_bytes(*b"uk\0"), Lang::UK);
        assert_eq!(Lang::from_bytes([0xff, 0, 7]), Lang::UND);
    }

    #[test]
    fn every_word_of_every_language_has_a_key() {
        for language in LANGUAGES {
            for word in ["a", "я", "x1", "сааб", "running", "войната", "об'єкт"] {
                let mut keys = Vec::new();
                (language.lexemes)(word, &mut keys);
                assert!(!keys.is_empty(), "{}: {word} has no key", language.lang);
                assert!(keys.iter().all(|key| !key.is_empty()), "{}: {word}", language.lang);
            }
        }
    }
}
