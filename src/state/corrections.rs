//! What the reader changed about links: as actions change it, and as words of an address.
//!
//! In: [`Corrections`] and changes of them, or the parts of an address. Out: the next
//! corrections, or the parts that name them: `cut=2013-call@120-180~40-96@2017-thaw` for two
//! passages that do not tell the same, `tie=…` for two that do, `unlearn=ru:слово~bg:дума` for
//! words that are not to be learned from them. The same parts, a line each, are what a browser
//! keeps. Invariant: [`take`] of [`parts`] gives the corrections back.

use super::{
    Action,
    escape::{decode, encode},
};
use crate::{
    lang::Lang,
    protocol::{Corrections, Passage, TaughtWord},
    span::Span,
};

/// The keys of an address.
const KEYS: [&str; 3] = ["cut", "tie", "unlearn"];

/// Parts two passages or words; in the first of them it is written twice.
const BETWEEN: char = '~';

/// Most changes of each kind: an address must stay one.
const MOST: usize = 60;

fn is_same<T: PartialEq>([x, y]: &[T; 2], [a, b]: &[T; 2]) -> bool {
    (x, y) == (a, b) || (x, y) == (b, a)
}

/// Forgets what the reader said of two passages.
pub(super) fn take_back(own: &mut Corrections, pair: &[Passage; 2]) {
    own.broken.retain(|other| !is_same(other, pair));
    own.joined.retain(|other| !is_same(other, pair));
}

/// Breaks the link of two passages. What the reader joined before is only let go.
pub(super) fn cut(own: &mut Corrections, pair: [Passage; 2]) {
    let was_joined = own.joined.iter().any(|other| is_same(other, &pair));
    take_back(own, &pair);
    if !was_joined && own.broken.len() < MOST {
        own.broken.push(pair);
    }
}

/// Joins two passages of different sources.
pub(super) fn join(own: &mut Corrections, pair: [Passage; 2]) {
    take_back(own, &pair);
    if pair[0].source != pair[1].source && own.joined.len() < MOST {
        own.joined.push(pair);
    }
}

/// Learns two words of a joined pair no more, or again.
pub(super) fn toggle_learned(own: &mut Corrections, words: [TaughtWord; 2]) {
    let before = own.unlearned.len();
    own.unlearned.retain(|one| !is_same(one, &words));
    if own.unlearned.len() == before && before < MOST {
        own.unlearned.push(words);
    }
}

/// What an action says something of.
pub(super) enum Changed {
    Link([Passage; 2]),
    Words([TaughtWord; 2]),
}

/// What this action says something of, if it is about links.
pub(super) fn changed_by(action: &Action) -> Option<Changed> {
    match action {
        Action::Cut(pair) | Action::Join(pair) | Action::TakeBack(pair) => {
            Some(Changed::Link(pair.clone()))
        }
        Action::ToggleLearned(words) => Some(Changed::Words(words.clone())),
        _ => None,
    }
}

/// Says of what was changed what is said of it in `shown`, and leaves the rest as it is:
/// changes that came with an address do not become the reader's own.
pub(super) fn follow(own: &mut Corrections, shown: &Corrections, changed: &Changed) {
    match changed {
        Changed::Link(pair) => {
            take_back(own, pair);
            let said = |all: &[[Passage; 2]]| all.iter().find(|one| is_same(one, pair)).cloned();
            own.broken.extend(said(&shown.broken));
            own.joined.extend(said(&shown.joined));
        }
        Changed::Words(words) => {
            own.unlearned.retain(|one| !is_same(one, words));
            let said = shown.unlearned.iter().find(|one| is_same(one, words));
            own.unlearned.extend(said.cloned());
        }
    }
}

/// The keys and values that name the corrections.
#[must_use]
pub fn parts(own: &Corrections) -> Vec<(&'static str, String)> {
    let Corrections { broken, joined, unlearned } = own;
    let mut all = Vec::new();
    for (key, pairs) in [(KEYS[0], broken), (KEYS[1], joined)] {
        for [a, b] in pairs {
            let of = |span: Span| format!("{}-{}", span.start, span.end);
            let (from, to) = (twice(&a.source), &b.source);
            all.push((key, format!("{from}@{}{BETWEEN}{}@{to}", of(a.span), of(b.span))));
        }
    }
    for [a, b] in unlearned {
        let value = format!("{}:{}{BETWEEN}{}:{}", a.lang, twice(&a.word), b.lang, b.word);
        all.push((KEYS[2], value));
    }
    all
}

/// Takes one part; `false` where it names no correction.
pub fn take(own: &mut Corrections, key: &str, value: &str) -> bool {
    let Some((from, to)) = halves(value) else { return false };
    if key == KEYS[2] {
        let word = |text: &str| {
            let (lang, word) = text.split_once(':')?;
            Some(TaughtWord { lang: Lang::parse(lang)?, word: word.to_owned() })
        };
        let (Some(a), Some(b)) = (word(&from), word(to)) else { return false };
        let is_new = !own.unlearned.contains(&[a.clone(), b.clone()]);
        if is_new && own.unlearned.len() < MOST {
            own.unlearned.push([a, b]);
        }
        return is_new;
    }
    let (Some((source_a, span_a)), Some((span_b, source_b))) =
        (from.rsplit_once('@'), to.split_once('@'))
    else {
        return false;
    };
    let passage = |source: &str, span: &str| {
        let (start, end) = span.split_once('-')?;
        let (start, end) = (start.parse().ok()?, end.parse().ok()?);
        (start <= end).then(|| Passage { source: source.to_owned(), span: Span::new(start, end) })
    };
    let (Some(a), Some(b)) = (passage(source_a, span_a), passage(source_b, span_b)) else {
        return false;
    };
    let pair = [a, b];
    let known = own.broken.iter().chain(&own.joined).any(|other| is_same(other, &pair));
    let list = match key {
        "cut" => &mut own.broken,
        "tie" if pair[0].source != pair[1].source => &mut own.joined,
        _ => return false,
    };
    if !known && list.len() < MOST {
        list.push(pair);
    }
    !known
}

/// The corrections as lines that a browser can keep.
#[must_use]
pub fn write(own: &Corrections) -> String {
    let mut out = String::new();
    for (key, value) in parts(own) {
        out.push_str(key);
        out.push('=');
        encode(&mut out, &value);
        out.push('\n');
    }
    out
}

/// Reads what [`write()`] wrote; lines that are none are left out.
#[must_use]
pub fn read(lines: &str) -> Corrections {
    let mut own = Corrections::default();
    for (key, value) in lines.lines().filter_map(|line| line.split_once('=')) {
        take(&mut own, key, &decode(value));
    }
    own
}

fn twice(text: &str) -> String {
    text.replace(BETWEEN, "~~")
}

/// What stands before and after the sign between, the first as it was.
fn halves(value: &str) -> Option<(String, &str)> {
    let mut first = String::new();
    let mut letters = value.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        if letter == BETWEEN && letters.next_if(|(_, next)| *next == BETWEEN).is_none() {
            return Some((first, &value[at + BETWEEN.len_utf8()..]));
        }
        first.push(letter);
    }
    None
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{cut, join, parts, read, take, take_back, toggle_learned, write};
    use crate::{
        lang::Lang,
        protocol::{Corrections, Passage, TaughtWord},
        span::Span,
    };

    fn passage(source: &str, start: u32) -> Passage {
        Passage { source: source.into(), span: Span::new(start, start + 5) }
    }

    #[test]
    fn two_passages_are_broken_or_joined_never_both() {
        let mut own = Corrections::default();
        let pair = || [passage("a", 0), passage("b", 9)];
        join(&mut own, pair());
        join(&mut own, [passage("b", 9), passage("a", 0)]);
        assert_eq!((own.joined.len(), own.broken.len()), (1, 0), "whichever comes first");
        cut(&mut own, pair());
        assert_eq!(own, Corrections::default(), "what was joined is let go");
        cut(&mut own, pair());
        assert_eq!((own.joined.len(), own.broken.len()), (0, 1));
        join(&mut own, [passage("a", 0), passage("a", 9)]);
        assert!(own.joined.is_empty(), "a source is not joined with itself");
        take_back(&mut own, &pair());
        assert_eq!(own, Corrections::default());
    }

    #[test]
    fn a_word_is_learned_again_whichever_side_is_named_first() {
        let word = |word: &str| TaughtWord { lang: Lang::RU, word: word.into() };
        let mut own = Corrections::default();
        toggle_learned(&mut own, [word("a"), word("b")]);
        assert_eq!(own.unlearned.len(), 1);
        toggle_learned(&mut own, [word("b"), word("a")]);
        assert!(own.unlearned.is_empty());
    }

    #[test]
    fn the_parts_can_be_read_by_people() {
        let own = Corrections {
            broken: vec![[passage("2013-call", 120), passage("2017~thaw", 40)]],
            ..Corrections::default()
        };
        assert_eq!(parts(&own), [("cut", "2013-call@120-125~40-45@2017~thaw".to_owned())]);
        let mut own = Corrections::default();
        for nonsense in ["", "a~b", "a@1~2@b", "a@5-1~2-3@b", "a@1-2~x-3@b", "a@1-2"] {
            assert!(!take(&mut own, "cut", nonsense), "{nonsense}");
        }
        assert!(!take(&mut own, "tie", "a@1-2~3-4@a"));
        assert!(!take(&mut own, "unlearn", "12345:a~bg:b"));
        assert_eq!(own, Corrections::default());
    }

    prop_compose! {
        fn pair()(a in "[a~@я]{1,5}", b in "[b~@:]{1,5}", at in 0_u32..99) -> [Passage; 2] {
            [passage(&format!("1{a}"), at), passage(&format!("2{b}"), at + 3)]
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(cuts in prop::collection::vec(pair(), 0..3), tie in pair(), word in "[а-я~:\n]{0,5}") {
            let mut own = Corrections::default();
            cuts.into_iter().for_each(|pair| cut(&mut own, pair));
            join(&mut own, tie);
            let word = |lang| TaughtWord { lang, word: word.clone() };
            toggle_learned(&mut own, [word(Lang::BG), word(Lang::RU)]);
            prop_assert_eq!(read(&write(&own)), own);
        }
    }
}
