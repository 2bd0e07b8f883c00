//! Clues: what two passages may share, and one source's passages as rows of clues.
//!
//! In: a text and its passages, and what is known of its words ([`Words`]: the index, or the
//! rules and the list of concepts). Out: a [`Side`]: each different [`Clue`] once, and for
//! each passage which clues stand in it and where. Forms of one lexeme are one clue;
//! numbers are one clue by value, however written; months and weekdays are one in all
//! languages. Which clues of two sources go together is for `ties`.

use rustc_hash::FxHashMap;

use crate::{
    compare::told::{self, reading::Reading},
    lang::{Lang, Script, sounds::Sounded, telling::Role},
    span::Span,
    text,
};

/// What is known of a word.
#[derive(Clone, Debug, Default)]
pub(in crate::compare) struct Known {
    /// Its lexeme's keys: words of one language that share one are the same.
    pub keys: Vec<u32>,
    /// Its subjects: words of any language that share one mean the same.
    pub concepts: Vec<u32>,
    /// Its names in all spellings, as the index joined them.
    pub names: Vec<u32>,
    /// Rows of everyday words.
    pub everyday: Vec<u32>,
}

/// Who knows words: an index, or rules and a list.
pub(in crate::compare) trait Words {
    /// What is known of a word as written.
    fn known(&mut self, letters: &str, lang: Lang) -> Known;
}

/// What kind of clue it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(in crate::compare) enum Kind {
    /// A number, by the bits of its value.
    Number(u64),
    /// A month (1 to 12) or a day of the week (from 101).
    Calendar(u32),
    /// A sign that translations keep.
    Sign(char),
    /// A word, by its first key.
    Word(u32),
}

/// One clue.
#[derive(Clone, Debug)]
pub(in crate::compare) struct Clue {
    pub kind: Kind,
    pub known: Known,
    /// Whether it is mostly written with a capital.
    pub capital: bool,
    /// Whether it began a passage with a capital.
    pub started: bool,
    /// Whether it is too common to be told from its sound.
    pub stop: bool,
    /// Letters or digits.
    pub letters: usize,
    /// As it stands first.
    pub written: String,
    /// The same, folded.
    pub folded: String,
    pub script: Option<Script>,
    pub sounded: Option<Sounded>,
}

/// One passage.
#[derive(Clone, Debug, Default)]
pub(in crate::compare) struct Row {
    pub span: Span,
    /// Each clue once, with its first place, by number.
    pub clues: Vec<(u32, Span)>,
    /// Letters and digits.
    pub length: u32,
}

/// A source's passages.
#[derive(Clone, Debug)]
pub(in crate::compare) struct Side {
    pub lang: Lang,
    pub clues: Vec<Clue>,
    pub rows: Vec<Row>,
    /// For each clue: how often with a capital, how often without.
    cases: Vec<(u32, u32)>,
    numbers: FxHashMap<Kind, u32>,
}

impl Side {
    pub(in crate::compare) fn new(lang: Lang) -> Self {
        Self {
            lang,
            clues: Vec::new(),
            rows: Vec::new(),
            cases: Vec::new(),
            numbers: FxHashMap::default(),
        }
    }

    /// Adds a passage; `words` are its words.
    pub(in crate::compare) fn add(
        &mut self,
        text: &str,
        passage: Span,
        lang: Lang,
        words: &[text::Word],
        known: &mut impl Words,
    ) {
        let mut row = Row { span: passage, ..Row::default() };
        let mut taken: Vec<Span> = Vec::new();
        if let Some(reading) = Reading::new(text, passage, lang) {
            self.figures(&reading, &mut row, &mut taken);
        }
        for (at, word) in words.iter().enumerate() {
            if taken.iter().any(|span| span.contains(word.span)) {
                continue;
            }
            let letters = word.letters(text);
            if letters.starts_with(|c: char| c.is_ascii_digit()) {
                if let Some(value) = value(&letters) {
                    self.plain(Kind::Number(value.to_bits()), text, word.span, &mut row);
                }
            } else {
                self.word(&letters, at == 0, word.span, lang, known, &mut row);
            }
        }
        for (at, letter) in passage.of_text(text).char_indices() {
            if letter.is_alphanumeric() {
                row.length += 1;
            } else if let Some(sign) = sign(letter) {
                let start = passage.start as usize + at;
                let span = Span::of(start, start + letter.len_utf8());
                self.plain(Kind::Sign(sign), text, span, &mut row);
            }
        }
        row.clues.sort_unstable_by_key(|&(clue, span)| (clue, span.start));
        row.clues.dedup_by_key(|(clue, _)| *clue);
        self.rows.push(row);
    }

    /// Says of each clue whether it is mostly written with a capital: after the last row.
    pub(in crate::compare) fn finish(mut self) -> Self {
        for (clue, &(with, without)) in self.clues.iter_mut().zip(&self.cases) {
            let unseen = with + without == 0;
            let ordinary =
                clue.stop || !clue.known.everyday.is_empty() || !clue.known.concepts.is_empty();
            clue.capital = with > without || unseen && clue.started && !ordinary;
        }
        self
    }

    /// The number of a clue.
    pub(super) fn number(&self, kind: Kind) -> Option<u32> {
        self.numbers.get(&kind).copied()
    }

    /// The row of a passage.
    pub(in crate::compare) fn row_of(&self, passage: Span) -> Option<usize> {
        self.rows.iter().position(|row| row.span == passage)
    }

    fn figures(&mut self, reading: &Reading<'_>, row: &mut Row, taken: &mut Vec<Span>) {
        for (value, span) in told::values(reading) {
            self.plain(Kind::Number(value.to_bits()), reading.text, span, row);
            taken.push(span);
        }
        for at in 0..reading.tokens.len() {
            let span = reading.tokens[at].span;
            let month = reading.month(at).filter(|_| reading.word(at).is_some_and(|w| w.len() > 3));
            let day = reading.at(at, Role::Weekday).map(|(_, entry)| 100 + entry.value as u32);
            if let Some(named) = month.or(day) {
                self.plain(Kind::Calendar(named), reading.text, span, row);
                taken.push(span);
            }
        }
    }

    fn plain(&mut self, kind: Kind, text: &str, span: Span, row: &mut Row) {
        let letters = match kind {
            Kind::Number(bits) => (1 + libm::log10(f64::from_bits(bits).max(1.0)) as usize).min(9),
            _ => 1,
        };
        let clue = self.intern(kind, || Clue {
            kind,
            known: Known::default(),
            capital: false,
            started: false,
            stop: false,
            letters,
            written: span.of_text(text).to_owned(),
            folded: String::new(),
            script: None,
            sounded: None,
        });
        row.clues.push((clue, span));
    }

    fn word(
        &mut self,
        letters: &str,
        first: bool,
        span: Span,
        lang: Lang,
        words: &mut impl Words,
        row: &mut Row,
    ) {
        let lower = text::lower(letters);
        let folded = text::fold(&lower, lang);
        let known = words.known(letters, lang);
        let Some(&key) = known.keys.first() else { return };
        let stop = lang.rules().is_some_and(|rules| rules.stop_words.contains(&folded.as_str()));
        let number = self.intern(Kind::Word(key), || Clue {
            kind: Kind::Word(key),
            capital: false,
            started: first && letters.starts_with(char::is_uppercase),
            stop,
            letters: lower.chars().count(),
            script: script_of(&lower),
            sounded: (!stop && lower.chars().count() > 1).then(|| Sounded::new(&lower, lang)),
            written: letters.to_owned(),
            folded,
            known: known.clone(),
        });
        let own = &mut self.clues[number as usize].known;
        let all = [
            (known.keys, &mut own.keys),
            (known.concepts, &mut own.concepts),
            (known.names, &mut own.names),
        ];
        for (from, to) in all {
            to.extend(from);
            to.sort_unstable();
            to.dedup();
        }
        // The first word of a passage has a capital whatever it is.
        if !first {
            let cases = &mut self.cases[number as usize];
            if letters.starts_with(char::is_uppercase) { cases.0 += 1 } else { cases.1 += 1 }
        }
        row.clues.push((number, span));
    }

    fn intern(&mut self, kind: Kind, clue: impl FnOnce() -> Clue) -> u32 {
        if let Some(&known) = self.numbers.get(&kind) {
            return known;
        }
        let number = crate::index::table::int(self.clues.len());
        self.clues.push(clue());
        self.cases.push((0, 0));
        self.numbers.insert(kind, number);
        number
    }
}

/// The value of a number without a unit, as written: `2014`, `60,000`, `5-й`.
fn value(letters: &str) -> Option<f64> {
    let digits: String =
        letters.chars().take_while(|c| c.is_ascii_digit() || ",.".contains(*c)).collect();
    let tail = digits.rsplit([',', '.']).next().unwrap_or_default();
    let grouped = digits.len() > tail.len() && tail.len() == 3;
    let plain: String = if grouped || digits.len() == tail.len() {
        digits.chars().filter(char::is_ascii_digit).collect()
    } else {
        digits.replace(',', ".")
    };
    plain.parse().ok()
}

fn script_of(word: &str) -> Option<Script> {
    word.chars().find_map(|letter| match letter {
        'a'..='z' => Some(Script::Latin),
        '\u{400}'..='\u{52f}' => Some(Script::Cyrillic),
        _ => None,
    })
}

/// The signs that translations keep, in one spelling.
fn sign(letter: char) -> Option<char> {
    Some(match letter {
        '?' | '!' | ':' | ';' | '%' | '$' | '€' | '£' | '/' => letter,
        '"' | '«' | '„' | '“' | '”' | '»' => '"',
        '(' | ')' | '[' => '(',
        '—' | '–' => '–',
        '…' => '…',
        _ => return None,
    })
}
