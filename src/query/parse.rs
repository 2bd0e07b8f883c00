//! The query language: from what a reader types to a tree of what is looked for.
//!
//! In: any text. Out: a [`Query`]. Parsing never fails: what is not understood is read as
//! plain words, and a note says so. Words stand side by side for AND; capitals `AND`,
//! `OR`, `NOT`, a leading `-`, quotes, brackets, `=exact`, `prefix*` and the fields
//! `lang: in: outlet: date: source:` are understood. What the words find is for `expand`.

use super::{Filter, note};
use crate::{lang::Lang, source::BlockKind, span::Span, text};

/// What a reader looks for, and where.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// What is looked for; `None` when the query has no word.
    pub root: Option<Node>,
    /// Where, by the query's own fields.
    pub filter: Filter,
    /// What was not understood, as sentences.
    pub notes: Vec<String>,
}

/// A part of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// One word.
    Word(Leaf),
    /// Words that follow one another.
    Phrase(Vec<Leaf>),
    /// Sources in which all of these occur.
    All(Vec<Node>),
    /// Sources in which one of these occurs.
    Any(Vec<Node>),
    /// Sources in which this does not occur.
    Not(Box<Node>),
}

/// One word of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leaf {
    /// Its letters as typed.
    pub letters: String,
    /// How widely it is meant.
    pub reach: Reach,
}

/// How widely a word is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// All forms, spellings and languages.
    Forms,
    /// This spelling only.
    Exact,
    /// All words that begin so.
    Prefix,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Token {
    Open,
    Close,
    And,
    Or,
    Not,
    Quoted(String),
    Plain(String),
}

/// Reads a query.
#[must_use]
pub fn parse(typed: &str) -> Query {
    let mut reader = Reader { tokens: tokens(typed), at: 0, query: Query::default() };
    let mut parts = Vec::new();
    while reader.at < reader.tokens.len() {
        parts.extend(reader.any());
        // A closing bracket that closes nothing.
        if reader.take(&Token::Close) {
            reader.query.notes.push(note::STRAY_BRACKET.to_owned());
        }
    }
    reader.query.root = group(parts, Node::All);
    if matches!(reader.query.root, Some(Node::Not(_))) {
        reader.query.notes.push(note::ONLY_NOT.to_owned());
    }
    reader.query
}

fn tokens(typed: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut rest = typed.trim_start();
    while let Some(first) = rest.chars().next() {
        let after = &rest[first.len_utf8()..];
        rest = match first {
            '(' => {
                tokens.push(Token::Open);
                after
            }
            ')' => {
                tokens.push(Token::Close);
                after
            }
            '-' | '−'
                if after.starts_with(|c: char| c.is_alphanumeric() || "\"“„«(=".contains(c)) =>
            {
                tokens.push(Token::Not);
                after
            }
            '"' | '“' | '„' | '«' => {
                let end = after.find(['"', '”', '“', '»']).unwrap_or(after.len());
                tokens.push(Token::Quoted(after[..end].to_owned()));
                after[end..].chars().next().map_or("", |close| &after[end + close.len_utf8()..])
            }
            _ => {
                let end = match rest.find(|c: char| c.is_whitespace() || "()\"“„«»”".contains(c))
                {
                    Some(0) => first.len_utf8(),
                    Some(end) => end,
                    None => rest.len(),
                };
                tokens.push(match &rest[..end] {
                    "AND" => Token::And,
                    "OR" => Token::Or,
                    "NOT" => Token::Not,
                    word => Token::Plain(word.to_owned()),
                });
                // `field:"a value"` is one token.
                let field = rest[..end].ends_with(':') && rest[end..].starts_with('"');
                if field && let Some(Token::Plain(word)) = tokens.last_mut() {
                    let value = &rest[end + 1..];
                    let close = value.find('"').unwrap_or(value.len());
                    word.push_str(&value[..close]);
                    value.get(close + 1..).unwrap_or_default()
                } else {
                    &rest[end..]
                }
            }
        }
        .trim_start();
    }
    tokens
}

struct Reader {
    tokens: Vec<Token>,
    at: usize,
    query: Query,
}

impl Reader {
    fn take(&mut self, token: &Token) -> bool {
        let is = self.tokens.get(self.at) == Some(token);
        self.at += usize::from(is);
        is
    }

    fn any(&mut self) -> Option<Node> {
        let mut parts: Vec<Node> = self.all().into_iter().collect();
        while self.take(&Token::Or) {
            parts.extend(self.all());
        }
        group(parts, Node::Any)
    }

    fn all(&mut self) -> Option<Node> {
        let mut parts = Vec::new();
        loop {
            while self.take(&Token::And) {}
            match self.tokens.get(self.at) {
                None | Some(Token::Or | Token::Close) => break,
                Some(_) => parts.extend(self.one()),
            }
        }
        group(parts, Node::All)
    }

    fn one(&mut self) -> Option<Node> {
        let token = self.tokens.get(self.at)?.clone();
        match token {
            Token::And | Token::Or | Token::Close => None,
            Token::Not => {
                self.at += 1;
                match self.one()? {
                    Node::Not(twice) => Some(*twice),
                    node => Some(Node::Not(Box::new(node))),
                }
            }
            Token::Open => {
                self.at += 1;
                let inner = self.any();
                if !self.take(&Token::Close) {
                    self.query.notes.push(note::OPEN_BRACKET.to_owned());
                }
                inner
            }
            Token::Quoted(words) => {
                self.at += 1;
                phrase(&words, Reach::Forms)
            }
            Token::Plain(word) => {
                self.at += 1;
                self.plain(&word)
            }
        }
    }

    fn plain(&mut self, word: &str) -> Option<Node> {
        if let Some((field, value)) = word.split_once(':')
            && !value.is_empty()
        {
            if self.field(field, value) {
                return None;
            }
            if field.chars().any(char::is_alphabetic) {
                self.query.notes.push(note::not_understood(word));
            }
        }
        if let Some(exact) = word.strip_prefix('=') {
            return phrase(exact, Reach::Exact);
        }
        if let Some(prefix) = word.strip_suffix('*')
            && prefix.chars().any(char::is_alphanumeric)
        {
            return phrase(prefix, Reach::Prefix);
        }
        if word.starts_with(['~', '/']) || word.starts_with("NEAR/") {
            self.query.notes.push(note::not_understood(word));
        }
        phrase(word, Reach::Forms)
    }

    /// Whether `field:value` was understood.
    fn field(&mut self, field: &str, value: &str) -> bool {
        let filter = &mut self.query.filter;
        match field {
            "lang" => match Lang::parse(value) {
                Some(lang) => filter.langs.push(lang),
                None => self.query.notes.push(note::no_such(field, value)),
            },
            "in" => match BlockKind::parse(value) {
                Some(kind) => filter.kinds.push(kind),
                None if value == "all" => filter.kinds.extend(BlockKind::ALL),
                None if value == "text" => {
                    filter.kinds.extend(BlockKind::ALL.into_iter().filter(|kind| kind.is_main()));
                }
                None => self.query.notes.push(note::no_such(field, value)),
            },
            "outlet" => filter.outlets.push(value.to_owned()),
            "source" => filter.ids.push(value.to_owned()),
            "date" => {
                let (from, to) = value.split_once("..").unwrap_or((value, value));
                let bound = |bound: &str| Some(bound.to_owned()).filter(|bound| !bound.is_empty());
                (filter.from, filter.to) = (bound(from), bound(to));
            }
            _ => return false,
        }
        true
    }
}

/// The words of `typed` as a word or phrase; the reach is that of the last word, those
/// before it are meant exactly where the whole is.
fn phrase(typed: &str, reach: Reach) -> Option<Node> {
    let before = if reach == Reach::Exact { Reach::Exact } else { Reach::Forms };
    let mut leaves: Vec<Leaf> = text::words(typed, Span::of(0, typed.len()), Lang::UND)
        .map(|word| Leaf { letters: word.letters(typed).into_owned(), reach: before })
        .collect();
    leaves.last_mut()?.reach = reach;
    match leaves.len() {
        1 => leaves.pop().map(Node::Word),
        _ => Some(Node::Phrase(leaves)),
    }
}

fn group(mut parts: Vec<Node>, join: fn(Vec<Node>) -> Node) -> Option<Node> {
    if parts.len() > 1 { Some(join(parts)) } else { parts.pop() }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Node, Reach, parse};
    use crate::{lang::Lang, source::BlockKind};

    /// The tree as brackets: `&` all, `|` any, `-` not, `"` phrase, `=` exact, `*` prefix.
    fn tree(node: &Node) -> String {
        let list = |nodes: &[Node]| nodes.iter().map(tree).collect::<Vec<_>>().join(" ");
        match node {
            Node::Word(leaf) => match leaf.reach {
                Reach::Forms => leaf.letters.clone(),
                Reach::Exact => format!("={}", leaf.letters),
                Reach::Prefix => format!("{}*", leaf.letters),
            },
            Node::Phrase(leaves) => {
                let words: Vec<_> =
                    leaves.iter().map(|leaf| tree(&Node::Word(leaf.clone()))).collect();
                format!("\"{}\"", words.join(" "))
            }
            Node::All(nodes) => format!("(& {})", list(nodes)),
            Node::Any(nodes) => format!("(| {})", list(nodes)),
            Node::Not(node) => format!("-{}", tree(node)),
        }
    }

    fn read(typed: &str) -> String {
        parse(typed).root.as_ref().map(tree).unwrap_or_default()
    }

    #[test]
    fn words_side_by_side_are_all_wanted() {
        assert_eq!(read("Putin sanctions"), "(& Putin sanctions)");
        assert_eq!(read("Putin AND sanctions"), "(& Putin sanctions)");
        assert_eq!(read("a OR b c"), "(| a (& b c))");
        assert_eq!(read("(a OR b) c"), "(& (| a b) c)");
    }

    #[test]
    fn not_is_a_word_or_a_leading_dash() {
        assert_eq!(read("war -peace"), "(& war -peace)");
        assert_eq!(read("war NOT \"cold war\""), "(& war -\"cold war\")");
        assert_eq!(read("U-turn"), "\"U turn\"", "a dash inside a word is none");
    }

    #[test]
    fn exact_prefix_and_phrase_are_told_apart() {
        assert_eq!(read("=sanctions sanc*"), "(& =sanctions sanc*)");
        assert_eq!(read("«Белый дом»"), "\"Белый дом\"");
        assert_eq!(read("российско-американск*"), "\"российско американск*\"");
    }

    #[test]
    fn fields_narrow_and_unknown_ones_are_words() {
        let query = parse("Putin lang:ru in:comment outlet:\"Military Review\" date:2017..2021");
        assert_eq!(query.filter.langs, [Lang::RU]);
        assert_eq!(query.filter.kinds, [BlockKind::Comment]);
        assert_eq!(query.filter.outlets, ["Military Review"]);
        assert_eq!(query.filter.from.as_deref(), Some("2017"));
        assert_eq!(read("Putin lang:ru"), "Putin");
        assert_eq!(read("http://x"), "\"http x\"");
    }

    #[test]
    fn what_is_not_understood_is_said() {
        assert_eq!(parse("(war").notes, ["A bracket is opened and not closed."]);
        assert_eq!(parse("~war").notes, ["“~war” is read as plain words."]);
        assert_eq!(parse("in:footer x").notes, ["There is no “footer” for “in:”."]);
        assert_eq!(read("— … !"), "");
    }

    proptest! {
        #[test]
        fn any_text_is_some_query(typed in "\\PC{0,40}", spiced in "[-()\"=*:a-c «»ANDORNOT ]{0,40}") {
            let _ = (parse(&typed), parse(&spiced));
        }
    }
}
