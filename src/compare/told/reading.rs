//! A passage as tokens, each with the roles that its language gives it.
//!
//! In: a text, a passage, a language. Out: a [`Reading`]: digits, words and signs in order,
//! and for each place the phrases of the lexicon that begin there. What a figure, a date
//! or a quotation looks like is for the files beside this one.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::{
    lang::{
        Lang,
        telling::{Entry, Lexicon, Role, TELLING, lexicon},
    },
    span::Span,
    text,
};

/// Tokens of the longest phrase of a lexicon.
const PHRASE: usize = 6;

/// The months of each language with a lexicon, by their names as words are compared: every
/// word of a source is looked up, so the names are folded once.
static MONTHS: LazyLock<Vec<(Lang, FxHashMap<String, u32>)>> = LazyLock::new(|| {
    let with_lexicon = TELLING.iter().filter_map(|(lang, _)| Some((*lang, lang.rules()?)));
    with_lexicon
        .map(|(lang, rules)| {
            let mut months = FxHashMap::default();
            for (month, names) in (1..).zip(&rules.months) {
                for name in *names {
                    months.entry(text::fold(name, lang)).or_insert(month);
                    months.entry((*name).to_owned()).or_insert(month);
                }
            }
            (lang, months)
        })
        .collect()
});

/// What a token is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::compare) enum Kind {
    /// Digits only.
    Digits,
    /// Letters, as they are compared.
    Word(String),
    /// Any other sign.
    Sign(char),
}

/// A token of a passage.
#[derive(Clone, Debug)]
pub(in crate::compare) struct Token {
    /// Its bytes in the source's text.
    pub span: Span,
    pub kind: Kind,
    /// Whether no white space stands before it.
    pub tight: bool,
    /// Whether it begins with a capital.
    pub capital: bool,
}

/// A passage, read.
pub(in crate::compare) struct Reading<'t> {
    pub text: &'t str,
    pub lang: Lang,
    pub lexicon: &'static Lexicon,
    pub tokens: Vec<Token>,
    /// By token: the phrases that begin there, with their number of tokens.
    phrases: Vec<Vec<(usize, Entry)>>,
}

impl<'t> Reading<'t> {
    /// Reads a passage; nothing where its language has no lexicon.
    pub(in crate::compare) fn new(text: &'t str, passage: Span, lang: Lang) -> Option<Self> {
        let lexicon = lexicon(lang)?;
        let tokens = tokens(text, passage, lang);
        let mut phrases = Vec::with_capacity(tokens.len());
        for at in 0..tokens.len() {
            let (mut phrase, mut found) = (String::new(), Vec::new());
            let longest = match &tokens[at].kind {
                Kind::Word(word) => lexicon.longest(word),
                _ => 0,
            };
            for (count, token) in tokens[at..].iter().take(PHRASE).enumerate() {
                if phrase.len() >= longest {
                    break;
                }
                if count > 0 && !token.tight {
                    phrase.push(' ');
                }
                match &token.kind {
                    Kind::Word(word) => phrase.push_str(word),
                    Kind::Sign(sign @ ('-' | '.')) if token.tight => phrase.push(*sign),
                    _ => break,
                }
                found.extend(lexicon.roles(&phrase).iter().map(|entry| (count + 1, *entry)));
            }
            phrases.push(found);
        }
        Some(Self { text, lang, lexicon, tokens, phrases })
    }

    /// The longest phrase of that role that begins at a token: how many tokens, and what.
    pub(in crate::compare) fn at(&self, at: usize, role: Role) -> Option<(usize, Entry)> {
        let own = self.phrases.get(at)?.iter().rev();
        own.copied().find(|(_, entry)| entry.role == role)
    }

    /// Whether a phrase of that role begins at a token.
    pub(in crate::compare) fn is(&self, at: usize, role: Role) -> bool {
        self.at(at, role).is_some()
    }

    /// The phrase of that role that ends just before a token: where it begins.
    pub(in crate::compare) fn before(&self, at: usize, role: Role) -> Option<usize> {
        let from = at.saturating_sub(PHRASE);
        (from..at).find(|&start| {
            let own = self.phrases.get(start).into_iter().flatten();
            own.clone().any(|(count, entry)| entry.role == role && start + count == at)
        })
    }

    /// Whether any token of a range begins a phrase of that role.
    pub(in crate::compare) fn any(&self, role: Role) -> bool {
        (0..self.tokens.len()).any(|at| self.is(at, role))
    }

    /// The word at a token.
    pub(in crate::compare) fn word(&self, at: usize) -> Option<&str> {
        match &self.tokens.get(at)?.kind {
            Kind::Word(word) => Some(word),
            _ => None,
        }
    }

    /// The digits at a token.
    pub(in crate::compare) fn digits(&self, at: usize) -> Option<&'t str> {
        let token = self.tokens.get(at).filter(|token| token.kind == Kind::Digits)?;
        Some(token.span.of_text(self.text))
    }

    /// Whether that sign stands at a token.
    pub(in crate::compare) fn sign(&self, at: usize, signs: &[char]) -> Option<char> {
        match self.tokens.get(at)?.kind {
            Kind::Sign(sign) if signs.contains(&sign) => Some(sign),
            _ => None,
        }
    }

    /// Whether no white space stands before a token.
    pub(in crate::compare) fn tight(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.tight)
    }

    /// Whether a token is a word with a capital.
    pub(in crate::compare) fn capital(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.capital)
    }

    /// The bytes of tokens `from..to`.
    pub(in crate::compare) fn span(&self, from: usize, to: usize) -> Span {
        match (self.tokens.get(from), self.tokens.get(to.wrapping_sub(1))) {
            (Some(first), Some(last)) => Span::new(first.span.start, last.span.end),
            _ => Span::default(),
        }
    }

    /// The month that a word names, 1 to 12.
    pub(in crate::compare) fn month(&self, at: usize) -> Option<u32> {
        let word = self.word(at)?;
        let (_, months) = MONTHS.iter().find(|(lang, _)| *lang == self.lang)?;
        months.get(word).copied()
    }
}

fn tokens(text: &str, passage: Span, lang: Lang) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let base = passage.start as usize;
    let mut letters = passage.of_text(text).char_indices().peekable();
    let mut space = true;
    while let Some((at, letter)) = letters.next() {
        if letter.is_whitespace() || letter == '\u{feff}' {
            space = true;
            continue;
        }
        let digits = letter.is_ascii_digit();
        let mut end = at + letter.len_utf8();
        if digits || letter.is_alphabetic() {
            let body = passage.of_text(text);
            while let Some(&(next_at, next)) = letters.peek() {
                let mark = crate::unicode::is_mark(next);
                let inner = matches!(next, '\'' | '’' | 'ʼ')
                    && body[next_at + next.len_utf8()..].starts_with(char::is_alphabetic);
                let joins = if digits {
                    next.is_ascii_digit()
                } else {
                    next.is_alphabetic() || mark || inner
                };
                if !joins {
                    break;
                }
                end = next_at + next.len_utf8();
                letters.next();
            }
        }
        let span = Span::of(base + at, base + end);
        let kind = if digits {
            Kind::Digits
        } else if letter.is_alphabetic() {
            Kind::Word(text::fold(&text::lower(span.of_text(text)), lang))
        } else {
            Kind::Sign(letter)
        };
        let capital = letter.is_uppercase();
        tokens.push(Token { span, kind, tight: !space, capital });
        space = false;
    }
    tokens
}
