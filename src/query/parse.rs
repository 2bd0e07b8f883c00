//! The query language: from what a reader types to a tree of what is looked for.
//!
//! In: any text. Out: a [`Query`]. Parsing never fails: what is not understood is read as
//! plain words, and a note says so. Words stand side by side for AND; `-`, `NOT`, `NEAR/n`,
//! `AND` and `OR` bind in this order. Fields outside brackets narrow the whole query, those
//! in a bracket narrow the bracket. What the words find is for `expand`.

use super::{
    Filter, Leaf, Node, Query, Reach,
    fields::{Fields, is_field},
    note,
    tokens::{Token, tokens},
};
use crate::{lang::Lang, span::Span, text};

/// How deep brackets may stand in one another.
const DEEPEST: usize = 40;

/// Reads a query.
#[must_use]
pub fn parse(typed: &str) -> Query {
    let mut reader = Reader {
        tokens: tokens(typed),
        at: 0,
        depth: 0,
        notes: Vec::new(),
        fields: vec![Fields::default()],
    };
    let mut parts = Vec::new();
    while reader.at < reader.tokens.len() {
        parts.extend(reader.any());
        // A closing bracket that closes nothing.
        if reader.take(&Token::Close) {
            reader.note(note::STRAY_BRACKET);
        }
    }
    let mut root = group(parts, Node::All);
    let only_excludes = match &root {
        Some(Node::All(parts)) => parts.iter().all(is_excluding),
        Some(root) => is_excluding(root),
        None => false,
    };
    if only_excludes {
        reader.note(note::ONLY_NOT);
    }
    let filter = reader.fields.pop().and_then(Fields::finish);
    if filter.is_none() {
        reader.note(note::NO_BLOCKS);
        root = None;
    }
    Query { root, filter: filter.unwrap_or_default(), notes: reader.notes }
}

struct Reader {
    tokens: Vec<Token>,
    at: usize,
    depth: usize,
    notes: Vec<String>,
    /// The fields met so far: outside brackets first, those of the innermost bracket last.
    fields: Vec<Fields>,
}

impl Reader {
    fn take(&mut self, token: &Token) -> bool {
        let is = self.tokens.get(self.at) == Some(token);
        self.at += usize::from(is);
        is
    }

    /// The same sentence twice tells nothing new.
    fn note(&mut self, note: impl Into<String>) {
        let note = note.into();
        if !self.notes.contains(&note) {
            self.notes.push(note);
        }
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
                Some(_) => self.chain(&mut parts),
            }
        }
        group(parts, Node::All)
    }

    /// A part, with what stands near it.
    fn chain(&mut self, parts: &mut Vec<Node>) {
        let first = self.one();
        let mut rest = Vec::new();
        while let Some(&Token::Near(reach)) = self.tokens.get(self.at) {
            self.at += 1;
            match self.one() {
                Some(next) if !is_excluding(&next) => rest.push((reach, next)),
                other => {
                    self.note(note::LONE_NEAR);
                    parts.extend(other);
                }
            }
        }
        match first {
            Some(first) if !rest.is_empty() && !is_excluding(&first) => {
                parts.push(Node::Near(Box::new(first), rest));
            }
            first => {
                if !rest.is_empty() {
                    self.note(note::LONE_NEAR);
                }
                parts.extend(first);
                parts.extend(rest.into_iter().map(|(_, node)| node));
            }
        }
    }

    /// One part; `None` where what stands here finds no words of its own.
    fn one(&mut self) -> Option<Node> {
        let token = self.tokens.get(self.at)?.clone();
        if matches!(token, Token::And | Token::Or | Token::Close | Token::Near(_)) {
            // Only NEAR comes here twice: its caller sees that nothing is in front of it.
            return None;
        }
        self.at += 1;
        match token {
            Token::Not => self.not(),
            Token::Open => self.bracket(),
            Token::Quoted(words) => phrase(&words, Reach::Forms),
            Token::Pattern(letters) => Some(Node::Word(Leaf { letters, reach: Reach::Pattern })),
            Token::Plain(word) => self.plain(&word),
            Token::And | Token::Or | Token::Close | Token::Near(_) => None,
        }
    }

    fn not(&mut self) -> Option<Node> {
        if let Some(Token::Plain(word)) = self.tokens.get(self.at)
            && let Some((field, value)) = word.split_once(':')
            && let Some(fields) = self.fields.last_mut()
            && let Some(taken) = fields.leave_out(field, value)
        {
            self.at += 1;
            return match taken {
                Ok(filter) if filter == Filter::default() => None,
                Ok(filter) => Some(Node::Not(Box::new(Node::Where(Box::new(filter))))),
                Err(note) => {
                    self.note(note);
                    None
                }
            };
        }
        self.depth += 1;
        let node = if self.depth > DEEPEST { None } else { self.one() };
        self.depth -= 1;
        match node? {
            Node::Not(twice) if !matches!(*twice, Node::Where(_)) => Some(*twice),
            node => Some(Node::Not(Box::new(node))),
        }
    }

    fn bracket(&mut self) -> Option<Node> {
        if self.depth >= DEEPEST {
            self.note(note::TOO_DEEP);
            return None;
        }
        self.depth += 1;
        self.fields.push(Fields::default());
        let inner = self.any();
        let filter = self.fields.pop().and_then(Fields::finish);
        self.depth -= 1;
        if !self.take(&Token::Close) {
            self.note(note::OPEN_BRACKET);
        }
        match (inner, filter) {
            (_, None) => {
                self.note(note::NO_BLOCKS);
                None
            }
            (inner, Some(filter)) if filter == Filter::default() => inner,
            (Some(inner), Some(filter)) => Some(Node::Within(Box::new(filter), Box::new(inner))),
            (None, Some(_)) => None,
        }
    }

    fn plain(&mut self, word: &str) -> Option<Node> {
        if let Some((field, value)) = word.split_once(':')
            && !value.is_empty()
        {
            let leaf = |reach| Some(Node::Word(Leaf { letters: value.to_owned(), reach }));
            match field {
                "name" => return leaf(Reach::Name),
                "concept" => return leaf(Reach::Concept),
                _ => {}
            }
            if let Some(taken) = self.fields.last_mut().and_then(|own| own.take(field, value)) {
                if let Err(note) = taken {
                    self.note(note);
                }
                return None;
            }
            if field.chars().any(char::is_alphabetic) {
                self.note(note::not_understood(word));
            }
        } else if word.strip_suffix(':').is_some_and(is_field) {
            self.note(note::no_value(word));
            return None;
        }
        if let Some(exact) = word.strip_prefix('=') {
            return phrase(exact, Reach::Exact);
        }
        if let Some(prefix) = word.strip_suffix('*')
            && prefix.chars().any(char::is_alphanumeric)
        {
            return phrase(prefix, Reach::Prefix);
        }
        if let Some(fuzzy) = word.strip_prefix('~')
            && fuzzy.chars().filter(|c| c.is_alphanumeric()).count() > 1
        {
            return phrase(fuzzy, Reach::Fuzzy);
        }
        if word.starts_with(['~', '/']) || word.starts_with("NEAR/") {
            self.note(note::not_understood(word));
        }
        phrase(word, Reach::Forms)
    }
}

fn is_excluding(node: &Node) -> bool {
    matches!(node, Node::Not(_) | Node::Where(_))
}

/// The words of `typed` as a word or phrase; the reach is that of the last word, those
/// before it are meant in the same way unless they are whole.
fn phrase(typed: &str, reach: Reach) -> Option<Node> {
    let before = if reach == Reach::Prefix { Reach::Forms } else { reach };
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

    use super::parse;
    use crate::{
        lang::Lang,
        query::{Node, Reach},
        source::BlockKind,
    };

    /// The tree as brackets: `&` all, `|` any, `-` not, `"` phrase, `=` exact, `*` prefix.
    fn tree(node: &Node) -> String {
        let list = |nodes: &[Node]| nodes.iter().map(tree).collect::<Vec<_>>().join(" ");
        match node {
            Node::Word(leaf) => match leaf.reach {
                Reach::Forms => leaf.letters.clone(),
                Reach::Exact => format!("={}", leaf.letters),
                Reach::Prefix => format!("{}*", leaf.letters),
                Reach::Fuzzy => format!("~{}", leaf.letters),
                Reach::Pattern => format!("/{}/", leaf.letters),
                Reach::Name => format!("name:{}", leaf.letters),
                Reach::Concept => format!("concept:{}", leaf.letters),
            },
            Node::Near(first, rest) => {
                let rest: Vec<_> =
                    rest.iter().map(|(reach, node)| format!("{reach} {}", tree(node))).collect();
                format!("(# {} {})", tree(first), rest.join(" "))
            }
            Node::Within(filter, node) => format!("({:?} {})", filter.langs, tree(node)),
            Node::Where(filter) => format!("{:?}", filter.langs),
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
    fn near_binds_its_neighbours() {
        assert_eq!(read("a NEAR/3 b c"), "(& (# a 3 b) c)");
        assert_eq!(read("a NEAR b NEAR/2 (c OR d)"), "(# a 10 b 2 (| c d))");
        assert_eq!(read("-a NEAR/3 b"), "(& -a b)");
        assert_eq!(parse("NEAR/3 b").notes, ["NEAR needs a word on either side."]);
        assert_eq!(parse("a NEAR/3").notes, ["NEAR needs a word on either side."]);
        assert_eq!(read("NEAR/0"), "\"NEAR 0\"");
    }

    #[test]
    fn fuzzy_patterns_names_and_subjects_are_told_apart() {
        assert_eq!(read("~sanctoins /санкци[йя]/"), "(& ~sanctoins /санкци[йя]/)");
        assert_eq!(read("-~war -/w.r/"), "(& -~war -/w.r/)");
        assert_eq!(
            read("name:\"Sergei Lavrov\" concept:war"),
            "(& name:Sergei Lavrov concept:war)"
        );
        assert_eq!(read("~a"), "a", "a single letter is near everything");
        assert_eq!(read("/usr/lib"), "\"usr lib\"", "no pattern ends so");
        assert_eq!(read("/(/"), "", "no pattern at all");
    }

    #[test]
    fn fields_narrow_their_bracket_and_can_be_turned_round() {
        assert_eq!(read("a OR (b lang:ru)"), "(| a ([ru] b))");
        assert_eq!(read("a -lang:ru"), "(& a -[ru])");
        assert!(parse("a (b lang:ru)").filter.langs.is_empty());
        assert!(!parse("a -in:comment").filter.kinds.contains(&BlockKind::Comment));
        assert_eq!(parse("a date:soon").notes, ["There is no “soon” for “date:”."]);
        assert_eq!(parse("a in:tags -in:tags").root, None);
    }

    #[test]
    fn brackets_without_end_are_read() {
        assert!(parse(&("(".repeat(50_000) + "a")).root.is_some());
        let _ = parse(&("NOT ".repeat(50_000) + "a"));
        assert!(parse(&"(a ".repeat(50_000)).root.is_some());
    }

    #[test]
    fn what_is_not_understood_is_said() {
        assert_eq!(parse("(war").notes, ["A bracket is opened and not closed."]);
        assert_eq!(parse("war lang:").notes, ["“lang:” says nothing without a value."]);
        assert_eq!(parse("~a").notes, ["“~a” is read as plain words."]);
        assert_eq!(parse("in:footer x").notes, ["There is no “footer” for “in:”."]);
        assert_eq!(read("— … !"), "");
    }

    proptest! {
        #[test]
        fn any_text_is_some_query(typed in "\\PC{0,40}", spiced in "[-()\"=*~/:a-c «»ANDORNOTEAR1 ]{0,40}") {
            let _ = (parse(&typed), parse(&spiced));
        }
    }
}
