//! From letters to sounds, by the tables of a language and of its script.
//!
//! In: a word and its language. Out: its sounds, each with the letter it comes from. At
//! each place the longest spelling that fits wins, the language's before the script's. A
//! spelling may be tied to the word's start (`^kn`), to its end (`mb$`), or to what follows
//! without taking it (`c|e`), where `V` is any Latin vowel and `C` any consonant. A word in another script than its language's, or of a
//! language without rules, is read by its script alone. Letters nobody knows lose their
//! accents; what is still unknown has no sound.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::alphabet;
use crate::{
    lang::{LANGUAGES, Lang, Script},
    sort::sort_by_key,
    unicode::{decompose, is_mark, nfc},
};

/// Letters of the Latin script as most languages, and romanisations, sound them.
const LATIN: &[(&str, &str)] = &[
    ("shch", "SC"),
    ("sch", "S"),
    ("tch", "C"),
    ("tsch", "C"),
    ("sh", "S"),
    ("ch", "C"),
    ("zh", "Z"),
    ("kh", "x"),
    ("ph", "f"),
    ("th", "t"),
    ("gh", "g"),
    ("ck", "k"),
    ("cz", "C"),
    ("sz", "S"),
    ("tz", "c"),
    ("ts", "c"),
    ("qu", "kv"),
    ("c|e", "s"),
    ("c|i", "s"),
    ("c|y", "s"),
    ("a", "a"),
    ("b", "b"),
    ("c", "k"),
    ("d", "d"),
    ("e", "e"),
    ("f", "f"),
    ("g", "g"),
    ("h", "h"),
    ("i", "i"),
    ("j", "j"),
    ("k", "k"),
    ("l", "l"),
    ("m", "m"),
    ("n", "n"),
    ("o", "o"),
    ("p", "p"),
    ("q", "k"),
    ("r", "r"),
    ("s", "s"),
    ("t", "t"),
    ("u", "u"),
    ("v", "v"),
    ("w", "v"),
    ("x", "ks"),
    ("y", "i"),
    ("z", "z"),
    ("ä", "e"),
    ("æ", "e"),
    ("ö", "o"),
    ("ø", "o"),
    ("œ", "o"),
    ("ü", "u"),
    ("ß", "s"),
    ("ç", "s"),
    ("č", "C"),
    ("ć", "C"),
    ("š", "S"),
    ("ś", "S"),
    ("ş", "S"),
    ("ș", "S"),
    ("ž", "Z"),
    ("ż", "Z"),
    ("ź", "z"),
    ("đ", "d"),
    ("ð", "T"),
    ("þ", "T"),
    ("ł", "l"),
    ("ñ", "nj"),
    ("ţ", "c"),
    ("ț", "c"),
    ("ı", "y"),
    ("ə", "e"),
];

/// Letters of the Cyrillic script as most languages sound them.
const CYRILLIC: &[(&str, &str)] = &[
    ("дж", "J"),
    ("а", "a"),
    ("б", "b"),
    ("в", "v"),
    ("г", "g"),
    ("ґ", "g"),
    ("ѓ", "J"),
    ("ђ", "J"),
    ("д", "d"),
    ("е", "e"),
    ("ѐ", "e"),
    ("ё", "jo"),
    ("є", "je"),
    ("ж", "Z"),
    ("з", "z"),
    ("ѕ", "z"),
    ("и", "i"),
    ("ѝ", "i"),
    ("і", "i"),
    ("ї", "ji"),
    ("й", "j"),
    ("ј", "j"),
    ("к", "k"),
    ("ќ", "C"),
    ("ћ", "C"),
    ("л", "l"),
    ("љ", "l"),
    ("м", "m"),
    ("н", "n"),
    ("њ", "nj"),
    ("о", "o"),
    ("п", "p"),
    ("р", "r"),
    ("с", "s"),
    ("т", "t"),
    ("у", "u"),
    ("ў", "w"),
    ("ф", "f"),
    ("х", "x"),
    ("ц", "c"),
    ("ч", "C"),
    ("џ", "J"),
    ("ш", "S"),
    ("щ", "SC"),
    ("ъ", ""),
    ("ы", "y"),
    ("ь", ""),
    ("э", "e"),
    ("ю", "ju"),
    ("я", "ja"),
];

/// A word spelt in sounds.
pub(super) struct Spelt {
    /// Indices into the alphabet.
    pub(super) sounds: Vec<u8>,
    /// For each sound, the letter of the word that it begins with.
    pub(super) letters: Vec<usize>,
    /// The word's letters, lower case and composed, without apostrophes.
    pub(super) word: Vec<char>,
}

/// One rule of a table.
struct Rule {
    spelling: Vec<char>,
    /// How many of the spelling's letters it takes; the rest must follow.
    takes: usize,
    sounds: Vec<u8>,
}

impl Rule {
    fn fits(&self, rest: &[char]) -> bool {
        rest.len() >= self.spelling.len()
            && self.spelling.iter().zip(rest).all(|(&wanted, &letter)| match wanted {
                'V' => "aeiouy".contains(letter),
                'C' => letter.is_ascii_lowercase() && !"aeiouy".contains(letter),
                _ => wanted == letter,
            })
    }
}

/// The rules by first letter, longest first.
type Table = BTreeMap<char, Vec<Rule>>;

/// Spells a word in sounds.
pub(super) fn spell(word: &str, lang: Lang) -> Spelt {
    let spoken = |letter: &char| !matches!(letter, '\'' | '’' | 'ʼ');
    let lower: String = nfc(word).chars().flat_map(char::to_lowercase).collect();
    let mut word: Vec<char> = nfc(&lower).chars().filter(spoken).collect();
    if word.iter().any(|letter| script_of(&[*letter]) == Some(Script::Cyrillic)) {
        for letter in &mut word {
            *letter = disguised(*letter);
        }
    }
    let table = table_for(&word, lang);
    let mut framed = Vec::with_capacity(word.len() + 2);
    framed.push('^');
    framed.extend(word.iter().map(|&letter| known(letter, table)));
    framed.push('$');
    let mut spelt = Spelt { sounds: Vec::new(), letters: Vec::new(), word };
    let mut at = 0;
    while at < framed.len() {
        let rest = &framed[at..];
        let rules = table.get(&rest[0]).map_or(&[][..], Vec::as_slice);
        let Some(rule) = rules.iter().find(|rule| rule.fits(rest)) else {
            at += 1;
            continue;
        };
        for &sound in &rule.sounds {
            if spelt.sounds.last() != Some(&sound) {
                spelt.sounds.push(sound);
                spelt.letters.push(at.saturating_sub(1));
            }
        }
        at += rule.takes;
    }
    spelt
}

/// The word with Cyrillic letters for the Latin ones that were typed among them.
#[must_use]
pub fn undisguised(word: &str) -> Cow<'_, str> {
    let cyrillic = |letter: char| script_of(&[letter]) == Some(Script::Cyrillic);
    if !word.chars().any(cyrillic) || word.chars().all(|letter| !letter.is_ascii_alphabetic()) {
        return Cow::Borrowed(word);
    }
    let own = |letter: char| {
        let small = letter.to_ascii_lowercase();
        match disguised(small) {
            cyrillic if cyrillic == small => letter,
            cyrillic => cyrillic,
        }
    };
    Cow::Owned(word.chars().map(own).collect())
}

/// The Cyrillic letter that a Latin one within a Cyrillic word was typed for.
fn disguised(letter: char) -> char {
    const LOOKS: &[(char, char)] = &[
        ('a', 'а'),
        ('b', 'в'),
        ('c', 'с'),
        ('e', 'е'),
        ('h', 'н'),
        ('i', 'і'),
        ('k', 'к'),
        ('m', 'м'),
        ('o', 'о'),
        ('p', 'р'),
        ('t', 'т'),
        ('x', 'х'),
        ('y', 'у'),
    ];
    LOOKS.iter().find(|(latin, _)| *latin == letter).map_or(letter, |&(_, cyrillic)| cyrillic)
}

/// The letter, or its base if the table does not know it with its accent.
fn known(letter: char, table: &Table) -> char {
    match letter {
        '^' | '$' => ' ',
        _ if letter.is_ascii() || table.contains_key(&letter) => letter,
        _ => base(letter),
    }
}

/// The letter without its accent.
pub(super) fn base(letter: char) -> char {
    let mut base = None;
    decompose(letter, &mut |part| {
        base.get_or_insert(part);
    });
    base.filter(|&part| !is_mark(part)).unwrap_or(letter)
}

/// The script of a word's first letter that has one of the two.
pub(super) fn script_of(word: &[char]) -> Option<Script> {
    word.iter().find_map(|letter| match letter {
        'a'..='z' | 'A'..='Z' | '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => {
            Some(Script::Latin)
        }
        '\u{400}'..='\u{52f}' => Some(Script::Cyrillic),
        _ => None,
    })
}

/// The tables are parsed once: two of the scripts alone, and one a language.
struct Tables {
    latin: Table,
    cyrillic: Table,
    languages: Vec<(Lang, Table)>,
}

fn table_for(word: &[char], lang: Lang) -> &'static Table {
    static TABLES: OnceLock<Tables> = OnceLock::new();
    let tables = TABLES.get_or_init(|| Tables {
        latin: parse(&[], LATIN),
        cyrillic: parse(&[], CYRILLIC),
        languages: LANGUAGES
            .iter()
            .map(|language| (language.lang, parse(language.sounds, of_script(language.script))))
            .collect(),
    });
    let of_language = || tables.languages.iter().find(|(code, _)| *code == lang);
    let own_script = lang.rules().map(|rules| rules.script);
    match (script_of(word), own_script) {
        (Some(script), Some(own)) if script != own => match script {
            Script::Latin => &tables.latin,
            Script::Cyrillic => &tables.cyrillic,
        },
        (Some(Script::Cyrillic), None) => &tables.cyrillic,
        (_, None) => &tables.latin,
        (_, Some(_)) => of_language().map_or(&tables.latin, |(_, table)| table),
    }
}

fn of_script(script: Script) -> &'static [(&'static str, &'static str)] {
    match script {
        Script::Latin => LATIN,
        Script::Cyrillic => CYRILLIC,
    }
}

fn parse(own: &[(&str, &str)], script: &[(&str, &str)]) -> Table {
    let mut table = Table::new();
    for (spelling, sounds) in own.iter().chain(script) {
        let takes = spelling.find('|').unwrap_or(spelling.len());
        let takes = spelling[..takes].chars().count();
        let spelling: Vec<char> = spelling.chars().filter(|&letter| letter != '|').collect();
        let sounds = sounds.bytes().filter_map(alphabet::sound).collect();
        if let Some(&first) = spelling.first() {
            table.entry(first).or_default().push(Rule { spelling, takes, sounds });
        }
    }
    for rules in table.values_mut() {
        // Stable, so that of two rules for one spelling the language's stays first.
        sort_by_key(rules, |rule| std::cmp::Reverse(rule.spelling.len()));
    }
    table
}

#[cfg(test)]
mod tests {
    use super::{CYRILLIC, LATIN};
    use crate::lang::LANGUAGES;
    use crate::lang::Lang;
    use crate::lang::sounds::{alphabet, sounds};

    #[test]
    fn every_rule_takes_a_letter_and_gives_known_sounds() {
        let own = LANGUAGES.iter().flat_map(|language| language.sounds);
        for (spelling, sounds) in LATIN.iter().chain(CYRILLIC).chain(own) {
            assert!(!spelling.is_empty() && !spelling.starts_with('|'), "{spelling} takes nothing");
            let strange = sounds.bytes().find(|&letter| alphabet::sound(letter).is_none());
            assert_eq!(strange, None, "{spelling} sounds {sounds}");
        }
    }

    #[test]
    fn a_word_sounds_as_its_language_says() {
        for (word, lang, expected) in [
            ("knight", Lang::EN, "nait"),
            ("shchors", Lang::EN, "SCors"),
            ("мэй", Lang::RU, "mej"),
            ("щит", Lang::RU, "SCit"),
            ("щит", Lang::BG, "Stit"),
            ("гора", Lang::UK, "hora"),
            ("гора", Lang::RU, "gora"),
            ("анна", Lang::RU, "ana"),
        ] {
            assert_eq!(sounds(word, lang), expected, "{word} in {lang}");
        }
    }

    #[test]
    fn a_language_without_rules_is_read_by_its_script() {
        let bosnian = Lang::parse("bs").unwrap();
        assert_eq!(sounds("ђоковић", bosnian), "JokoviC");
        assert_eq!(sounds("đoković", bosnian), "dokoviC");
    }

    #[test]
    fn a_word_in_a_foreign_script_is_read_by_that_script() {
        assert_eq!(sounds("nato", Lang::RU), "nato");
        assert_eq!(sounds("нато", Lang::EN), "nato");
    }

    #[test]
    fn a_letter_with_an_unknown_accent_sounds_without_it() {
        assert_eq!(sounds("é", Lang::EN), sounds("e", Lang::EN));
        assert_eq!(sounds("путѝн", Lang::RU), "putin");
        assert_eq!(sounds("漢字 42", Lang::EN), "");
    }
}
