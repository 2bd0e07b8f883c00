//! Reads Rust text as far as the architecture tests need it: which modules a file uses,
//! which of its lines are tests.
//!
//! In: a file's text and the module it is. Out: [`Use`]s and [`Line`]s. Comments, strings
//! and characters are blanked first, so that prose about a module is no import of it. It
//! is no parser of Rust: macros that build paths, and `use` of renamed crates, pass unseen.

/// A path that starts at the crate's root, by the module below the root that it names.
#[derive(Debug, PartialEq, Eq)]
pub struct Use {
    /// The first name after the root; `*` for a glob.
    pub module: String,
    /// Where, from 1.
    pub line: usize,
}

/// A token and the line it is on. Only names, `::` and single signs matter here.
#[derive(Clone, Copy)]
struct Token<'a> {
    text: &'a str,
    line: usize,
}

/// What `text` uses of the crate that it calls `root`. `path` is the module path of the file
/// (`["lang", "sounds"]`), by which `super` leads to the root where that is `crate`.
pub fn uses(text: &str, path: &[&str], root: &str) -> Vec<Use> {
    let blanked = blank(text);
    let tokens = tokens(&blanked);
    let mut found = Vec::new();
    // For each open brace: whether it opened a module, which is one more step for `super`.
    let mut braces: Vec<bool> = Vec::new();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let inside = path.len() + braces.iter().filter(|module| **module).count();
        let before = at.checked_sub(1).and_then(|i| tokens.get(i)).map_or("", |t| t.text);
        at += 1;
        match token.text {
            "{" => {
                let opens_module =
                    at.checked_sub(3).and_then(|i| tokens.get(i)).is_some_and(|t| t.text == "mod");
                braces.push(opens_module);
            }
            "}" => _ = braces.pop(),
            name if name == root && before != "::" => follow(&tokens, at, 0, &mut found),
            "super" if root == "crate" && before != "::" => {
                follow(&tokens, at, inside.saturating_sub(1), &mut found);
            }
            _ => {}
        }
    }
    found
}

/// Follows a path from `at`, where `depth` modules lie between it and the root, through
/// further `super`s and groups, and notes the modules it names at the root.
fn follow(tokens: &[Token<'_>], at: usize, depth: usize, found: &mut Vec<Use>) {
    if tokens.get(at).is_none_or(|token| token.text != "::") {
        return;
    }
    let Some(next) = tokens.get(at + 1) else { return };
    match next.text {
        "super" => follow(tokens, at + 2, depth.saturating_sub(1), found),
        "self" => follow(tokens, at + 2, depth, found),
        "{" => group(tokens, at + 2, depth, found),
        name if depth == 0 => found.push(Use { module: name.to_owned(), line: next.line }),
        _ => {}
    }
}

/// The first names of a group `{a, b::{c, d}, super::e}` whose first token is at `at`.
fn group(tokens: &[Token<'_>], mut at: usize, depth: usize, found: &mut Vec<Use>) {
    let mut open = 1;
    let mut first = true;
    while let Some(token) = tokens.get(at).filter(|_| open > 0) {
        match token.text {
            "{" => open += 1,
            "}" => open -= 1,
            "," if open == 1 => first = true,
            "super" if first && open == 1 => {
                first = false;
                follow(tokens, at + 1, depth.saturating_sub(1), found);
            }
            "self" if first && open == 1 => first = false,
            name if first && open == 1 => {
                first = false;
                if depth == 0 {
                    found.push(Use { module: name.to_owned(), line: token.line });
                }
            }
            _ => {}
        }
        at += 1;
    }
}

/// The lines (from 1) outside tests on which a value is unwrapped or expected.
pub fn unwraps(text: &str) -> Vec<usize> {
    let blanked = blank(text);
    let tokens = tokens(&blanked);
    let tests = tests(&tokens);
    let mut lines: Vec<usize> = tokens
        .windows(3)
        .enumerate()
        .filter(|(at, _)| !tests.iter().any(|test| test.contains(at)))
        .filter(|(_, three)| {
            matches!(three[0].text, "." | "::")
                && matches!(three[1].text, "unwrap" | "expect" | "unwrap_err" | "expect_err")
                && matches!(three[2].text, "(" | ")")
        })
        .map(|(_, three)| three[1].line)
        .collect();
    lines.dedup();
    lines
}

/// The ranges of tokens under a `#[cfg(test)]`, or everything under a `#![cfg(test)]`.
fn tests(tokens: &[Token<'_>]) -> Vec<std::ops::Range<usize>> {
    let mut ranges = Vec::new();
    for (at, seven) in tokens.windows(6).enumerate() {
        let texts = [0, 1, 2, 3, 4, 5].map(|i| seven[i].text);
        if texts != ["[", "cfg", "(", "test", ")", "]"] {
            continue;
        }
        if at.checked_sub(1).is_some_and(|i| tokens[i].text == "!") {
            return std::iter::once(0..tokens.len()).collect();
        }
        // The item ends with its first brace closed, or at a `;` before any brace.
        let mut open = 0_usize;
        let mut end = at + 6;
        while let Some(token) = tokens.get(end) {
            end += 1;
            match token.text {
                "{" => open += 1,
                "}" if open <= 1 => break,
                "}" => open -= 1,
                ";" if open == 0 => break,
                _ => {}
            }
        }
        ranges.push(at..end);
    }
    ranges
}

/// Names, `::` and single signs, with their lines.
fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut line = 1;
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let length = if is_name(c) {
            rest.find(|c| !is_name(c)).unwrap_or(rest.len())
        } else if rest.starts_with("::") {
            2
        } else {
            c.len_utf8()
        };
        let (token, after) = rest.split_at(length);
        if !c.is_whitespace() {
            tokens.push(Token { text: token, line });
        } else if c == '\n' {
            line += 1;
        }
        rest = after;
    }
    tokens
}

fn is_name(c: char) -> bool {
    c == '_' || c.is_alphanumeric()
}

/// The text with comments, strings and characters turned to blanks; its lines stay.
pub fn blank(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    let mut after_name = false;
    while let Some(c) = rest.chars().next() {
        let length = comment(rest).or_else(|| quoted(rest, after_name));
        if let Some(length) = length {
            let (blanked, after) = rest.split_at(length);
            out.extend(blanked.chars().map(|c| if c == '\n' { '\n' } else { ' ' }));
            rest = after;
            after_name = false;
        } else {
            out.push(c);
            rest = &rest[c.len_utf8()..];
            after_name = is_name(c);
        }
    }
    out
}

/// The length of the comment that `text` starts with; block comments nest.
fn comment(text: &str) -> Option<usize> {
    if text.starts_with("//") {
        return Some(text.find('\n').unwrap_or(text.len()));
    }
    if !text.starts_with("/*") {
        return None;
    }
    let (mut at, mut open) = (0, 0);
    while at < text.len() {
        let here = &text.as_bytes()[at..];
        if here.starts_with(b"/*") {
            (at, open) = (at + 2, open + 1);
        } else if here.starts_with(b"*/") {
            (at, open) = (at + 2, open - 1);
            if open == 0 {
                return Some(at);
            }
        } else {
            at += 1;
        }
    }
    Some(text.len())
}

/// The length of the string or character that `text` starts with, its prefix included. A
/// prefix (`r#`, `b`, `c`) counts only where no name is just ending (`for"` is no prefix).
fn quoted(text: &str, after_name: bool) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = 0;
    if !after_name {
        at += usize::from(matches!(bytes.first(), Some(b'b' | b'c')));
        if bytes.get(at) == Some(&b'r') {
            let hashes = bytes[at + 1..].iter().take_while(|b| **b == b'#').count();
            if bytes.get(at + 1 + hashes) == Some(&b'"') {
                let start = at + 2 + hashes;
                let end = format!("\"{}", "#".repeat(hashes));
                let length = text[start..].find(&end).map_or(text.len() - start, |i| i + end.len());
                return Some(start + length);
            }
        }
    }
    match bytes.get(at) {
        Some(b'"') => {
            at += 1;
            while at < bytes.len() && bytes[at] != b'"' {
                at += if bytes[at] == b'\\' { 2 } else { 1 };
            }
            // An escape may stand last in a text cut short, or before a wide character.
            let mut end = (at + 1).min(text.len());
            while !text.is_char_boundary(end) {
                end += 1;
            }
            Some(end)
        }
        Some(b'\'') => character(&text[at + 1..]).map(|length| at + 1 + length),
        _ => None,
    }
}

/// The length of a character literal after its opening quote; `None` for a lifetime.
fn character(text: &str) -> Option<usize> {
    let mut chars = text.char_indices();
    let (_, first) = chars.next()?;
    if first == '\\' {
        let escaped = chars.next()?.1.len_utf8() + 1;
        return text[escaped..].find('\'').map(|i| escaped + i + 1);
    }
    chars.next().filter(|(_, c)| *c == '\'').map(|(at, _)| at + 1)
}
