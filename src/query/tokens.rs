//! The pieces that a typed query falls into.
//!
//! In: any text. Out: [`Token`]s; every letter typed lies in one of them. What they mean
//! together is for `parse`.

use super::pattern::Pattern;

/// How far apart words joined by a bare `NEAR` may stand.
const NEAR: u32 = 10;
/// The farthest that `NEAR/n` reaches.
const FARTHEST: u32 = 100;

/// A piece of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token {
    Open,
    Close,
    And,
    Or,
    Not,
    Near(u32),
    Quoted(String),
    Pattern(String),
    Plain(String),
}

const QUOTES: &str = "\"“„«»”";

/// Cuts a query up.
pub(super) fn tokens(typed: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut rest = typed.trim_start();
    while let Some(first) = rest.chars().next() {
        let after = &rest[first.len_utf8()..];
        rest = match first {
            '(' => push(&mut tokens, Token::Open, after),
            ')' => push(&mut tokens, Token::Close, after),
            '-' | '−' if after.starts_with(begins_a_part) => push(&mut tokens, Token::Not, after),
            '"' | '“' | '„' | '«' => {
                let (words, after) = quoted(after);
                push(&mut tokens, Token::Quoted(words.to_owned()), after)
            }
            '/' => match pattern(after) {
                Some((pattern, after)) => {
                    push(&mut tokens, Token::Pattern(pattern.to_owned()), after)
                }
                None => plain(&mut tokens, rest),
            },
            _ => plain(&mut tokens, rest),
        }
        .trim_start();
    }
    tokens
}

fn push<'t>(tokens: &mut Vec<Token>, token: Token, after: &'t str) -> &'t str {
    tokens.push(token);
    after
}

/// Whether a dash before this letter excludes what it begins.
fn begins_a_part(letter: char) -> bool {
    letter.is_alphanumeric() || "(=~/".contains(letter) || QUOTES.contains(letter)
}

/// The words up to the closing quotation mark, and what follows it.
fn quoted(text: &str) -> (&str, &str) {
    let end = text.find(['"', '”', '“', '»']).unwrap_or(text.len());
    let after = text[end..].chars().next().map_or("", |close| &text[end + close.len_utf8()..]);
    (&text[..end], after)
}

/// The pattern up to the slash that ends it: one with nothing but the end of a part after it.
fn pattern(text: &str) -> Option<(&str, &str)> {
    let mut escaped = false;
    for (at, letter) in text.char_indices() {
        let after = &text[at + letter.len_utf8()..];
        match letter {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '/' if after.is_empty()
                || after.starts_with(|c: char| c.is_whitespace() || c == ')') =>
            {
                let pattern = &text[..at];
                return Pattern::new(pattern, &|c| c).is_ok().then_some((pattern, after));
            }
            _ => {}
        }
    }
    None
}

/// A word, an operator in capitals, or a field with its value; gives back what follows.
fn plain<'t>(tokens: &mut Vec<Token>, rest: &'t str) -> &'t str {
    let ends = |c: char| c.is_whitespace() || c == '(' || c == ')' || QUOTES.contains(c);
    let end = match rest.find(ends) {
        Some(0) => rest.chars().next().map_or(0, char::len_utf8),
        Some(end) => end,
        None => rest.len(),
    };
    let (word, after) = rest.split_at(end);
    match word {
        "AND" => return push(tokens, Token::And, after),
        "OR" => return push(tokens, Token::Or, after),
        "NOT" => return push(tokens, Token::Not, after),
        "NEAR" => return push(tokens, Token::Near(NEAR), after),
        _ => {}
    }
    let reach = word.strip_prefix("NEAR/").and_then(|n| n.parse().ok());
    if let Some(reach) = reach.filter(|reach| (1..=FARTHEST).contains(reach)) {
        return push(tokens, Token::Near(reach), after);
    }
    // `field:"a value"` is one piece.
    if word.ends_with(':') && after.starts_with(['"', '“', '„', '«']) {
        let mark = after.chars().next().map_or(0, char::len_utf8);
        let (value, after) = quoted(&after[mark..]);
        return push(tokens, Token::Plain(format!("{word}{value}")), after);
    }
    push(tokens, Token::Plain(word.to_owned()), after)
}
