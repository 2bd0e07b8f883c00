//! What a query means: a tree of words and how they are wanted together.
//!
//! Made by `parse`, read by `search`. Every leaf is one word (or one name, subject or
//! pattern) with its [`Reach`]. Which forms a leaf stands for is for `expand`.

use super::Filter;

/// What a reader looks for, and where.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// What is looked for; `None` when the query has no word.
    pub root: Option<Node>,
    /// Where, by the fields that stand outside brackets.
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
    /// Parts near one another, in either order: each part but the first with how many words
    /// it may stand from the part before it, 1 being next to it.
    Near(Box<Node>, Vec<(u32, Node)>),
    /// Sources in which all of these occur.
    All(Vec<Node>),
    /// Sources in which one of these occurs.
    Any(Vec<Node>),
    /// Sources in which this does not occur.
    Not(Box<Node>),
    /// A bracket with fields of its own: only where they are met.
    Within(Box<Filter>, Box<Node>),
    /// All sources that meet the fields; it has no hits, and stands under [`Node::Not`].
    Where(Box<Filter>),
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
    /// All words that are written nearly so.
    Fuzzy,
    /// All words that match this pattern.
    Pattern,
    /// The name of that label or form.
    Name,
    /// The subject of that label or word.
    Concept,
}
