//! What was probably meant by a query that finds nothing.
//!
//! In: an index and the query. Out: the query with each word that nobody wrote replaced by
//! one that somebody did: written nearly so; typed in the other alphabet (`putin` for
//! `путин`); or typed with the keyboard set to the other alphabet (`genby`). The fewest
//! edits first, then the most frequent.

use std::collections::BTreeSet;

use super::{Leaf, Node, Reach, Suggested, Suggestion, expand, fuzzy, fuzzy::Fuzzy, parse};
use crate::{index::Index, sort::sort, text};

/// The keys of a Latin keyboard and what the Russian one has there; letters alone, since
/// signs end a word.
const KEYS: [(&str, &str); 2] = [
    ("qwertyuiopasdfghjklzxcvbnm", "йцукенгшщзфывапролдячсмить"),
    ("qwertyuiopasdfghjklzxcvbnm", "йцукенгшщзфівапролдячсмить"),
];

/// How Cyrillic letters are written in Latin ones, most letters first. What languages write
/// differently is within the edits that a word is allowed.
const LETTERS: [(&str, &str); 33] = [
    ("shch", "щ"),
    ("zh", "ж"),
    ("kh", "х"),
    ("ts", "ц"),
    ("ch", "ч"),
    ("sh", "ш"),
    ("yu", "ю"),
    ("ya", "я"),
    ("yi", "ї"),
    ("ye", "є"),
    ("a", "а"),
    ("b", "б"),
    ("v", "в"),
    ("g", "г"),
    ("d", "д"),
    ("e", "е"),
    ("z", "з"),
    ("i", "и"),
    ("j", "й"),
    ("k", "к"),
    ("l", "л"),
    ("m", "м"),
    ("n", "н"),
    ("o", "о"),
    ("p", "п"),
    ("r", "р"),
    ("s", "с"),
    ("t", "т"),
    ("u", "у"),
    ("f", "ф"),
    ("h", "х"),
    ("c", "к"),
    ("y", "ы"),
];

/// At most `count` queries to try instead of `typed`.
#[must_use]
pub fn instead(index: Index<'_>, typed: &str, count: usize) -> Vec<Suggestion> {
    let Some(root) = parse(typed).root else { return Vec::new() };
    let mut leaves = Vec::new();
    collect(&root, &mut leaves);
    leaves.retain(|leaf| expand::expand(index, leaf).is_empty());
    let mut queries: Vec<Suggestion> = Vec::new();
    for (nth, leaf) in leaves.iter().enumerate() {
        let words = nearest(index, &leaf.letters);
        let Some(first) = words.first().cloned() else { continue };
        if nth == 0 {
            queries = words.into_iter().take(count).collect();
            for query in &mut queries {
                query.text = typed.replacen(&leaf.letters, &query.text, 1);
            }
        } else {
            for query in &mut queries {
                query.text = query.text.replacen(&leaf.letters, &first.text, 1);
            }
        }
    }
    queries
}

/// The words that a query wants, those it excludes left out.
fn collect<'n>(node: &'n Node, leaves: &mut Vec<&'n Leaf>) {
    match node {
        Node::Word(leaf) if matches!(leaf.reach, Reach::Forms | Reach::Exact) => leaves.push(leaf),
        Node::Phrase(all) => leaves.extend(all),
        Node::Near(first, rest) => {
            collect(first, leaves);
            rest.iter().for_each(|(_, node)| collect(node, leaves));
        }
        Node::All(nodes) | Node::Any(nodes) => nodes.iter().for_each(|node| collect(node, leaves)),
        Node::Within(_, node) => collect(node, leaves),
        Node::Word(_) | Node::Not(_) | Node::Where(_) => {}
    }
}

/// The words of the collection nearest to one that nobody wrote, one for each lexeme.
fn nearest(index: Index<'_>, typed: &str) -> Vec<Suggestion> {
    let lower = text::lower(typed);
    let vocabulary = index.vocabulary;
    let mut found: Vec<(u32, u32, u32)> = Vec::new();
    for spelling in spellings(&lower) {
        for part in vocabulary.parts() {
            let folded = text::fold(&spelling, part.lang);
            let mut way = Fuzzy::new(&folded, fuzzy::allowed(folded.chars().count()));
            for (form, edits) in vocabulary.forms_along(part, &mut way) {
                found.push((edits, u32::MAX - vocabulary.list(form).hits(), form));
            }
        }
    }
    sort(&mut found);
    let mut seen = BTreeSet::new();
    found.retain(|&(_, _, form)| seen.insert(vocabulary.keys_of_form(form).get(0)));
    // Two languages may have a word of one spelling: as a query it is the same.
    let mut spelled = BTreeSet::new();
    found.retain(|&(_, _, form)| spelled.insert(vocabulary.shown(form)));
    let found = found.into_iter().map(|(_, rarity, form)| Suggestion {
        text: vocabulary.shown(form),
        kind: Suggested::Word,
        lang: vocabulary.lang(form),
        count: u32::MAX - rarity,
    });
    found.collect()
}

/// A word as typed, and as it may have been meant in the other alphabet.
fn spellings(lower: &str) -> BTreeSet<String> {
    let mut all = BTreeSet::from([lower.to_owned()]);
    let is_latin = lower.chars().any(|c| c.is_ascii_alphabetic());
    for (latin, cyrillic) in KEYS {
        let (from, to) = if is_latin { (latin, cyrillic) } else { (cyrillic, latin) };
        let turned = |letter: char| {
            let at = from.chars().position(|key| key == letter)?;
            to.chars().nth(at)
        };
        all.extend(lower.chars().map(turned).collect::<Option<String>>());
    }
    let (mut rest, mut other) = (lower, String::new());
    while let Some(letter) = rest.chars().next() {
        let pair = LETTERS.iter().find_map(|&(latin, cyrillic)| {
            let (from, to) = if is_latin { (latin, cyrillic) } else { (cyrillic, latin) };
            rest.strip_prefix(from).map(|after| (to, after))
        });
        let (to, after) = pair.unwrap_or(("", &rest[letter.len_utf8()..]));
        other.push_str(to);
        rest = after;
    }
    if !other.is_empty() {
        all.insert(other);
    }
    all
}

#[cfg(test)]
mod tests {
    use super::spellings;

    #[test]
    fn a_word_may_be_meant_in_the_other_alphabet() {
        let has = |typed: &str, meant: &str| spellings(typed).contains(meant);
        assert!(has("putin", "путин"));
        assert!(has("shchuka", "щука"));
        assert!(has("genby", "путин"), "typed on a Latin keyboard");
        assert!(has("ыфтсешщты", "sanctions"), "typed on a Cyrillic keyboard");
        assert!(has("байден", "bajden"));
        assert_eq!(spellings("2017").len(), 1);
    }
}
