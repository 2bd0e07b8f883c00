//! The inflection engine: paradigms as text tables, read once.
//!
//! In: the tables of one language ([`Paradigms`]) and a folded word. Out: its lexeme keys, each
//! a stem, a slash and a class (`рису/v`). A word is first sought among whole words, then
//! among irregular roots behind a prefix, then split by every ending that fits; an ambiguous
//! ending gives several keys. No language is known here, and no dictionary.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

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
    /// to `participles`, `>` does only that, `~` adds keys by `shifts`, `^` wants a vowel in the stem, a figure is another
    /// least length of the stem.
    pub endings: &'static str,
    /// Endings of the stems that `endings` hands on, in the same form.
    pub participles: &'static str,
    /// Whole words, each line one lexeme: `key : form…`. Such words get no other key. A form
    /// may be a stem with a list of endings, `слов+list`; a leading `?` leaves the rules on.
    /// On a line without a colon every word stands for itself alone. Below a line `[roots]`
    /// stand verbs that also occur behind a prefix, `-` before forms that occur only there.
    pub irregular: &'static str,
    /// Words without forms: each is its own only key, unless `irregular` has it.
    pub closed: &'static [&'static str],
    /// Prefixes of the irregular roots: as written, and as they stand in the key.
    pub prefixes: &'static [(&'static str, &'static str)],
    /// Whether the key of a prefixed root is spelt like those of the rules, so that `irregular`
    /// need not list the forms that are regular.
    pub joins: bool,
    /// Reflexive particles at the end of a verb, the unambiguous first.
    pub reflexives: &'static [&'static str],
    /// The class of verbs, which alone is reflexive.
    pub verb: &'static str,
    /// Last vowels of a stem that alternate: the vowels, and what else the key has in their place.
    pub shifts: &'static [(&'static str, &'static str)],
    /// Accented letters of a stem, and what stands for them in its key: there they come and go
    /// from form to form, or from writer to writer.
    pub accents: &'static [(char, char)],
    /// Letters that are vowels, for `shifts`.
    pub vowels: &'static str,
    /// Beginnings that make a comparative of a positive (`най-`).
    pub degrees: &'static [&'static str],
}

/// The tables of one language, ready for look-up.
pub struct Inflection {
    endings: Table,
    participles: Table,
    words: FxHashMap<String, Vec<Key>>,
    roots: FxHashMap<String, Vec<Key>>,
    paradigms: Paradigms,
}

/// By ending. Asked for each ending of each word, and never gone through: its order is nothing.
type Table = FxHashMap<String, Vec<Rule>>;

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
    /// Wants a vowel in the stem.
    vowel: bool,
    /// Adds keys by the shifts of vowels.
    shifts: bool,
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
        let (words, roots) =
            paradigms.irregular.split_once("[roots]").unwrap_or((paradigms.irregular, ""));
        let sets = Sets(lines(paradigms.sets).filter_map(|line| line.split_once(' ')).collect());
        Self {
            endings: table(paradigms.endings, &sets),
            participles: table(paradigms.participles, &sets),
            words: whole(words, &sets),
            roots: whole(roots, &sets),
            paradigms,
        }
    }

    /// Adds the keys of a folded word: at least one, none twice.
    pub fn keys(&self, word: &str, keys: &mut Vec<String>) {
        let degree = self.paradigms.degrees.iter().find_map(|degree| word.strip_prefix(degree));
        let word = degree.filter(|rest| rest.chars().count() > 2).unwrap_or(word);
        let before = keys.len();
        if !self.listed(word, "", keys)
            && !self.paradigms.closed.contains(&word)
            && !self.reflexive(word, keys)
        {
            self.split(word, None, "", keys);
        }
        if keys.len() == before {
            keys.push(word.to_owned());
        }
    }

    /// Adds the keys of a folded word as a form of a verb, if it can be one.
    pub fn verb_keys(&self, word: &str, keys: &mut Vec<String>) {
        self.split(word, Some(self.paradigms.verb), "", keys);
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
            let bound = (!plain.is_empty()).then(|| self.roots.get(&format!("-{rest}"))).flatten();
            let found = self.roots.get(rest).into_iter().chain(bound).flatten();
            for Key { key, open } in found {
                let seam = if plain.is_empty() || self.paradigms.joins { "" } else { "-" };
                add(keys, format!("{plain}{seam}{key}{mark}"));
                closed |= !open && plain.is_empty();
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
        self.splits(&self.endings, word, |rule, stem, to| {
            if rule.key && only.is_none_or(|class| class == rule.class) {
                self.key(rule, stem, to, mark, keys);
            }
            if rule.hand_on {
                self.splits(&self.participles, &format!("{stem}{to}"), |rule, stem, to| {
                    self.key(rule, stem, to, mark, keys);
                });
            }
        });
    }

    /// Calls `found` with every rule, stem and replacement by which the table splits the word.
    fn splits(&self, table: &Table, word: &str, mut found: impl FnMut(&Rule, &str, &str)) {
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
                let vowel = !rule.vowel || stem.contains(|c| self.paradigms.vowels.contains(c));
                if fits && vowel && length >= rule.least {
                    rule.to.iter().for_each(|to| found(rule, stem, to));
                    shadowed |= rule.strong;
                }
            }
            if shadowed {
                return;
            }
        }
    }

    /// Adds the key of one split, and those that the shifts of its last vowel give.
    fn key(&self, rule: &Rule, stem: &str, to: &str, mark: &str, keys: &mut Vec<String>) {
        let end = format!("{to}/{}{mark}", rule.class);
        add(keys, self.plain(format!("{stem}{end}")));
        let vowel = stem.char_indices().rfind(|&(_, c)| self.paradigms.vowels.contains(c));
        let Some((at, vowel)) = vowel.filter(|_| rule.shifts) else { return };
        let (head, rest) = stem.split_at(at + vowel.len_utf8());
        for (from, other) in self.paradigms.shifts {
            if let Some(head) = head.strip_suffix(from) {
                add(keys, self.plain(format!("{head}{other}{rest}{end}")));
            }
        }
    }

    /// The key without accents that come and go.
    fn plain(&self, key: String) -> String {
        let accents = self.paradigms.accents;
        if accents.is_empty() || key.is_ascii() {
            return key;
        }
        let plain =
            |c| accents.iter().find(|(accented, _)| *accented == c).map_or(c, |&(_, to)| to);
        key.chars().map(plain).collect()
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
                debug_assert!(self.0.contains_key(list), "`{form}`: name the list in `sets`");
                let endings = self.0.get(list).copied().unwrap_or_default();
                let spell = |ending: &str| format!("{stem}{}", ending.trim_matches('-'));
                endings.split_whitespace().map(spell).collect()
            }
        }
    }
}

fn table(text: &'static str, sets: &Sets) -> Table {
    let mut table = Table::default();
    for line in lines(text) {
        let Some((head, endings)) = line.split_once(':') else {
            debug_assert!(false, "write `class after to : endings` in place of `{line}`");
            continue;
        };
        let mut head = head.split_whitespace();
        let (Some(class), Some(after), Some(to)) = (head.next(), head.next(), head.next()) else {
            debug_assert!(false, "write class, after and to before the colon in `{line}`");
            continue;
        };
        for ending in endings.split_whitespace().flat_map(|ending| sets.forms(ending)) {
            table.entry(ending).or_default().push(Rule {
                class: class.trim_end_matches(|c: char| !c.is_alphabetic()),
                after: sets.letters(after),
                to: to.split(',').map(|to| to.trim_matches('-')).collect(),
                least: class.chars().find_map(|c| c.to_digit(10)).map_or(2, |least| least as usize),
                strong: class.contains('!'),
                key: !class.contains('>'),
                vowel: class.contains('^'),
                shifts: class.contains('~'),
                hand_on: class.contains(['+', '>']),
            });
        }
    }
    table
}

fn whole(text: &'static str, sets: &Sets) -> FxHashMap<String, Vec<Key>> {
    let mut words: FxHashMap<String, Vec<Key>> = FxHashMap::default();
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

#[cfg(test)]
mod tests {
    use super::{Inflection, Paradigms};

    fn keys(word: &str) -> Vec<String> {
        let inflection = Inflection::new(Paradigms {
            sets: "V аеиоуяі\nC бвгдкмнрст\nadj ый ая\nend у ет",
            endings: "n C - : - а ом\nn~ C - : у\nv! C а : аешь\nv C а : шь\na+ C - : +adj\nv^ C и : ит",
            participles: "v а - : нн",
            irregular: "дети/n : дети ребенок\nвдруг\n[roots]\nид/v : ид+end шел",
            prefixes: &[("по", "по"), ("подо", "под")],
            reflexives: &["ся"],
            verb: "v",
            shifts: &[("і", "о")],
            vowels: "аеиоуяі",
            degrees: &["най-"],
            closed: &["под"],
            joins: false,
            accents: &[('ѐ', 'е')],
        });
        let mut keys = Vec::new();
        inflection.keys(word, &mut keys);
        keys
    }

    #[test]
    fn an_ending_gives_stem_and_class() {
        assert_eq!(keys("домом"), ["дом/n", "домом/n"]);
    }

    #[test]
    fn a_strong_ending_shadows_shorter_ones() {
        assert_eq!(keys("знаешь"), ["зна/v"]);
    }

    #[test]
    fn a_participle_is_its_verb_as_well_as_an_adjective() {
        assert_eq!(keys("сказанный"), ["сказанн/a", "сказа/v"]);
    }

    #[test]
    fn an_irregular_word_has_no_other_key() {
        assert_eq!(keys("ребенок"), keys("дети"));
        assert_eq!(keys("вдруг"), ["вдруг"]);
    }

    #[test]
    fn an_irregular_root_keeps_its_prefix_in_the_key() {
        assert!(keys("пошел").contains(&"по-ид/v".to_owned()));
        assert!(keys("подошел").contains(&"под-ид/v".to_owned()));
        assert_eq!(keys("шел"), ["ид/v"]);
    }

    #[test]
    fn a_reflexive_verb_is_another_word() {
        assert_eq!(keys("носится"), ["носи/vся"]);
    }

    #[test]
    fn a_vowel_that_alternates_gives_another_key() {
        assert!(keys("рогіту").contains(&"рогот/n".to_owned()));
    }

    #[test]
    fn a_stem_of_a_class_that_wants_a_vowel_has_one() {
        assert_eq!(keys("мстит"), ["мстит/n"]);
        assert_eq!(keys("най-мстит"), keys("мстит"));
    }

    #[test]
    fn a_word_that_never_changes_is_its_own_only_key() {
        assert_eq!(keys("под"), ["под"]);
    }

    #[test]
    fn accents_that_come_and_go_are_no_part_of_a_key() {
        assert_eq!(keys("пѐтом"), ["пет/n", "петом/n"]);
    }

    #[test]
    fn a_word_without_rules_is_its_own_key() {
        assert_eq!(keys("facebook"), ["facebook"]);
        assert_eq!(keys(""), [""]);
    }
}
