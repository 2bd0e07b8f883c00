//! The inflection engine: paradigms as text tables, read once.
//!
//! In: the tables of one language ([`Paradigms`]) and a folded word. Out: its lexeme keys, each
//! a stem, a slash and a class (`рису/v`). A word is first sought among whole words, then
//! among irregular roots behind a prefix, then split by every ending that fits; an ambiguous
//! ending gives several keys. No language is known here, and no dictionary: a generated table,
//! where there is one, is asked before these rules.

use std::collections::BTreeMap;

/// The tables of one language. Every table has one entry a line; blank lines and lines
/// that start with `#` are skipped.
#[derive(Default)]
pub struct Paradigms {
    /// Capital letters that stand for sets of letters in `after`, and words that stand for
    /// lists of endings behind a `+`: `NAME members`.
    pub sets: &'static str,
    /// Endings: `class after to : ending…`. The stem must end in a letter of `after` (`*`: any)
    /// and have two letters; the key is stem, `to` (or each of `to`, divided by commas) and
    /// class. `-` is nothing. Class marks: `!` shadows shorter endings, `+` hands the stem on
    /// to `participles`, `>` does only that, a figure is another least length of the stem.
    pub endings: &'static str,
    /// Endings of the stems that `endings` hands on, in the same form.
    pub participles: &'static str,
    /// Whole words, each line one lexeme: `key : form…`. Such words get no other key. A form
    /// may be a stem with a list of endings, `слов+list`; a leading `?` leaves the rules on.
    /// On a line without a colon every word stands for itself alone.
    pub words: &'static str,
    /// The same for verbs that also occur behind a prefix.
    pub roots: &'static str,
    /// Prefixes of `roots`: as written, and as they stand in the key.
    pub prefixes: &'static [(&'static str, &'static str)],
    /// Reflexive particles at the end of a verb, the unambiguous first.
    pub reflexives: &'static [&'static str],
    /// The class of verbs, which alone is reflexive.
    pub verb: &'static str,
    /// Beginnings that make a comparative of a positive (`най-`).
    pub degrees: &'static [&'static str],
}

/// The tables of one language, ready for look-up.
pub struct Inflection {
    endings: Table,
    participles: Table,
    words: BTreeMap<String, Vec<Key>>,
    roots: BTreeMap<String, Vec<Key>>,
    paradigms: Paradigms,
}

type Table = BTreeMap<String, Vec<Rule>>;

/// What one ending says.
struct Rule {
    class: &'static str,
    after: Option<String>,
    to: Vec<&'static str>,
    least: usize,
    /// Shadows shorter endings.
    strong: bool,
    /// Gives a key of its own.
    key: bool,
    /// Hands the stem on to the participles.
    hand_on: bool,
}

/// The key of a whole word, and whether the rules still apply to it.
struct Key {
    key: &'static str,
    open: bool,
}

/// The longest ending in letters, participle suffix and all.
const LONGEST: usize = 9;

impl Inflection {
    /// Reads the tables.
    #[must_use]
    pub fn new(paradigms: Paradigms) -> Self {
        let sets = Sets(lines(paradigms.sets).filter_map(|line| line.split_once(' ')).collect());
        Self {
            endings: table(paradigms.endings, &sets),
            participles: table(paradigms.participles, &sets),
            words: whole(paradigms.words, &sets),
            roots: whole(paradigms.roots, &sets),
            paradigms,
        }
    }

    /// Adds the keys of a folded word: at least one, none twice.
    pub fn keys(&self, word: &str, keys: &mut Vec<String>) {
        let degree = self.paradigms.degrees.iter().find_map(|degree| word.strip_prefix(degree));
        let word = degree.filter(|rest| rest.chars().count() > 2).unwrap_or(word);
        let before = keys.len();
        if !self.listed(word, "", keys) && !self.reflexive(word, keys) {
            self.split(word, None, "", keys);
        }
        if keys.len() == before {
            keys.push(word.to_owned());
        }
    }

    /// Looks the word up among whole words and prefixed roots; whether the rules are done.
    fn listed(&self, word: &str, mark: &str, keys: &mut Vec<String>) -> bool {
        let mut closed = false;
        for Key { key, open } in self.words.get(word).into_iter().flatten() {
            add(keys, format!("{key}{mark}"));
            closed |= !open;
        }
        if closed {
            return true;
        }
        for (prefix, plain) in [("", "")].iter().chain(self.paradigms.prefixes) {
            let Some(rest) = word.strip_prefix(prefix) else { continue };
            for Key { key, open } in self.roots.get(rest).into_iter().flatten() {
                add(keys, format!("{plain}{key}{mark}"));
                closed |= !open;
            }
        }
        closed
    }

    /// Takes a reflexive particle off a verb; whether that leaves no other reading.
    fn reflexive(&self, word: &str, keys: &mut Vec<String>) -> bool {
        for (i, particle) in self.paradigms.reflexives.iter().enumerate() {
            let Some(verb) = word.strip_suffix(particle) else { continue };
            let before = keys.len();
            let mark = self.paradigms.reflexives[0];
            if !self.listed(verb, mark, keys) {
                self.split(verb, Some(self.paradigms.verb), mark, keys);
            }
            return keys.len() > before && i == 0;
        }
        false
    }

    /// Splits the word by every ending that fits, longest first.
    fn split(&self, word: &str, only: Option<&str>, mark: &str, keys: &mut Vec<String>) {
        splits(&self.endings, word, |rule, stem, to| {
            if rule.key && only.is_none_or(|class| class == rule.class) {
                add(keys, format!("{stem}{to}/{}{mark}", rule.class));
            }
            if rule.hand_on {
                splits(&self.participles, &format!("{stem}{to}"), |rule, stem, to| {
                    add(keys, format!("{stem}{to}/{}{mark}", rule.class));
                });
            }
        });
    }
}

/// Calls `found` with every rule, stem and replacement by which the table splits the word.
fn splits(table: &Table, word: &str, mut found: impl FnMut(&Rule, &str, &str)) {
    let letters = word.chars().count();
    let mut shadowed = false;
    let starts = word.char_indices().map(|(at, _)| at).chain([word.len()]);
    for (length, at) in starts.enumerate().skip(letters.saturating_sub(LONGEST)) {
        let (stem, ending) = word.split_at(at);
        for rule in table.get(ending).into_iter().flatten() {
            let last = stem.chars().next_back();
            let fits = match &rule.after {
                Some(set) => last.is_some_and(|last| set.contains(last)),
                None => true,
            };
            if fits && length >= rule.least {
                rule.to.iter().for_each(|to| found(rule, stem, to));
                shadowed |= rule.strong;
            }
        }
        if shadowed {
            return;
        }
    }
}

fn add(keys: &mut Vec<String>, key: String) {
    if !keys.contains(&key) {
        keys.push(key);
    }
}

fn lines(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// Named sets of letters and lists of endings.
struct Sets(BTreeMap<&'static str, &'static str>);

impl Sets {
    /// The letters of `after`, sets spelled out; `None` for `*`.
    fn letters(&self, after: &str) -> Option<String> {
        if after == "*" {
            return None;
        }
        let letter = |c: char| match self.0.get(c.to_string().as_str()) {
            Some(set) => (*set).trim().to_owned(),
            None => c.to_string(),
        };
        Some(after.chars().map(letter).collect())
    }

    /// A form as written, or one form for every ending of the list behind its `+`.
    fn forms(&self, form: &str) -> Vec<String> {
        match form.split_once('+') {
            None if form == "-" => vec![String::new()],
            None => vec![form.to_owned()],
            Some((stem, list)) => {
                let endings = self.0.get(list).copied().unwrap_or_default();
                let spell = |ending: &str| format!("{stem}{}", ending.trim_matches('-'));
                endings.split_whitespace().map(spell).collect()
            }
        }
    }
}

fn table(text: &'static str, sets: &Sets) -> Table {
    let mut table = Table::new();
    for line in lines(text) {
        let Some((head, endings)) = line.split_once(':') else { continue };
        let mut head = head.split_whitespace();
        let (Some(class), Some(after), Some(to)) = (head.next(), head.next(), head.next()) else {
            continue;
        };
        for ending in endings.split_whitespace().flat_map(|ending| sets.forms(ending)) {
            table.entry(ending).or_default().push(Rule {
                class: class.trim_end_matches(|c: char| !c.is_alphabetic()),
                after: sets.letters(after),
                to: to.split(',').map(|to| to.trim_matches('-')).collect(),
                least: class
                    .chars()
                    .find_map(|c| c.to_digit(10))
                    .map_or(2, |least| least as usize),
                strong: class.contains('!'),
                key: !class.contains('>'),
                hand_on: class.contains(['+', '>']),
            });
        }
    }
    table
}

fn whole(text: &'static str, sets: &Sets) -> BTreeMap<String, Vec<Key>> {
    let mut words: BTreeMap<String, Vec<Key>> = BTreeMap::new();
    for line in lines(text) {
        let Some((key, forms)) = line.split_once(':') else {
            for key in line.split_whitespace() {
                words.entry(key.to_owned()).or_default().push(Key { key, open: false });
            }
            continue;
        };
        let (key, open) = match key.trim().strip_prefix('?') {
            Some(key) => (key, true),
            None => (key.trim(), false),
        };
        for form in forms.split_whitespace().flat_map(|form| sets.forms(form)) {
            words.entry(form).or_default().push(Key { key, open });
        }
    }
    words
}
