//! Phrases of page furniture in a line.
//!
//! In: a line's words. Out: the sign they show, if they show one, and how much of the line
//! it is. The phrases are the languages' own ([`Signs`]); those of all languages are looked
//! for in every text, because a page's furniture need not be in its text's language. What
//! follows from a sign is decided by the stages that ask.

use std::{ops::Range, sync::LazyLock};

use rustc_hash::FxHashMap;

use crate::lang::{
    Lang, in_cyrillic,
    signs::{SIGNS, Signs},
};

/// What a phrase is a sign of: the fields of [`Signs`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::source) enum Sign {
    Login,
    Share,
    Teasers,
    Notices,
    Comments,
    Marker,
    Tags,
    Credits,
    Agency,
    Byline,
    Updated,
    Ago,
    Quoting,
    Answering,
}

impl Sign {
    /// What a reader is told the line is.
    pub(in crate::source) const fn words(self) -> &'static str {
        match self {
            Self::Login => "log-in or registration",
            Self::Share => "sharing or subscribing",
            Self::Teasers => "lists of other articles",
            Self::Notices => "notice about the publication",
            Self::Comments => "heading of readers' comments",
            Self::Marker => "part of a comment's header",
            Self::Tags => "label of tags",
            Self::Credits => "label of a source",
            Self::Agency => "name of an agency",
            Self::Byline => "label of an author",
            Self::Updated => "label of a change",
            Self::Ago => "age of a teaser",
            Self::Quoting => "label of a quotation",
            Self::Answering => "label of an answer",
        }
    }
}

/// How much of the line a phrase is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::source) enum How {
    Inside,
    Start,
    Whole,
}

/// A phrase found in a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::source) struct Sighting {
    pub(in crate::source) sign: Sign,
    pub(in crate::source) phrase: &'static str,
    pub(in crate::source) how: How,
    /// Words of the phrase, gaps not counted.
    pub(in crate::source) words: usize,
    /// The bytes of the line it covers.
    pub(in crate::source) place: Range<usize>,
    /// The publisher's name, where the phrase holds it.
    pub(in crate::source) name: Option<Range<usize>>,
}

/// A word of a line: its bytes there, and its lower-case form.
#[derive(Clone, Debug)]
pub(in crate::source) struct Word {
    pub(in crate::source) place: Range<usize>,
    pub(in crate::source) lower: String,
}

impl Word {
    pub(in crate::source) fn is_number(&self) -> bool {
        self.lower.bytes().all(|b| b.is_ascii_digit())
    }
}

/// No phrase is looked for beyond this many words of a line: furniture is short.
const LONGEST: usize = 64;

/// The first words of `line`, at most [`LONGEST`].
pub(in crate::source) fn words(line: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut start = None;
    for (at, c) in line.char_indices().chain([(line.len(), ' ')]) {
        // A copyright mark is a word of its own: notices begin with it.
        let alone = matches!(c, '©' | '+');
        match (c.is_alphanumeric(), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                words.push(Word { place: from..at, lower: line[from..at].to_lowercase() });
                start = None;
            }
            _ => {}
        }
        if alone {
            words.push(Word { place: at..at + c.len_utf8(), lower: c.to_string() });
        }
        if words.len() >= LONGEST {
            break;
        }
    }
    words
}

#[derive(Debug)]
enum Part {
    Word(String),
    Number,
    Gap,
    Name,
}

#[derive(Debug)]
struct Phrase {
    sign: Sign,
    text: &'static str,
    parts: Vec<Part>,
    words: usize,
}

/// Phrases by their first word (`#` for a number).
static BOOK: LazyLock<FxHashMap<String, Vec<Phrase>>> = LazyLock::new(|| {
    let mut book: FxHashMap<String, Vec<Phrase>> = FxHashMap::default();
    let mut put = |phrase: Phrase| {
        let first = match phrase.parts.first() {
            Some(Part::Word(word)) => word.clone(),
            Some(Part::Number) => "#".to_owned(),
            _ => return,
        };
        book.entry(first).or_default().push(phrase);
    };
    for (lang, signs) in SIGNS {
        for (sign, phrases) in fields(signs) {
            for text in phrases {
                put(Phrase::read(sign, text, text));
                if *lang == Lang::SR {
                    put(Phrase::read(sign, text, &in_cyrillic(text)));
                }
            }
        }
    }
    book
});

fn fields(signs: &'static Signs) -> [(Sign, &'static [&'static str]); 14] {
    [
        (Sign::Login, signs.login),
        (Sign::Share, signs.share),
        (Sign::Teasers, signs.teasers),
        (Sign::Notices, signs.notices),
        (Sign::Comments, signs.comments),
        (Sign::Marker, signs.markers),
        (Sign::Tags, signs.tags),
        (Sign::Credits, signs.credits),
        (Sign::Agency, signs.agencies),
        (Sign::Byline, signs.bylines),
        (Sign::Updated, signs.updated),
        (Sign::Ago, signs.ago),
        (Sign::Quoting, signs.quoting),
        (Sign::Answering, signs.answering),
    ]
}

impl Phrase {
    /// The phrase `text`, as it is `written`.
    fn read(sign: Sign, text: &'static str, written: &str) -> Self {
        let mut parts = Vec::new();
        for piece in written.split(' ') {
            match piece {
                "#" => parts.push(Part::Number),
                "…" => parts.push(Part::Gap),
                "@" => parts.push(Part::Name),
                _ => parts.extend(words(piece).into_iter().map(|word| Part::Word(word.lower))),
            }
        }
        let words = parts.iter().filter(|part| matches!(part, Part::Word(_))).count();
        Self { sign, text, parts, words }
    }

    /// Where a match that begins at word `from` ends, and the words of the name it holds.
    fn end(&self, line: &[Word], from: usize) -> Option<(usize, Option<Range<usize>>)> {
        end(&self.parts, line, from)
    }
}

fn end(parts: &[Part], line: &[Word], at: usize) -> Option<(usize, Option<Range<usize>>)> {
    let Some((part, rest)) = parts.split_first() else { return Some((at, None)) };
    match part {
        Part::Word(word) => {
            (line.get(at)?.lower == *word).then(|| end(rest, line, at + 1)).flatten()
        }
        Part::Number => line.get(at)?.is_number().then(|| end(rest, line, at + 1)).flatten(),
        Part::Gap => (at..=at + 8).find_map(|next| end(rest, line, next)),
        Part::Name => (at + 1..=(at + 4).min(line.len()))
            .rev()
            .find_map(|next| end(rest, line, next).map(|(end, _)| (end, Some(at..next)))),
    }
}

/// Every phrase of `line`, the best first: a whole line before a beginning, long before
/// short.
pub(in crate::source) fn sightings(line: &[Word]) -> Vec<Sighting> {
    beginning_within(line, line.len())
}

/// The phrases that `line` begins with, the best first.
pub(in crate::source) fn opening(line: &[Word]) -> Vec<Sighting> {
    beginning_within(line, 1)
}

fn beginning_within(line: &[Word], limit: usize) -> Vec<Sighting> {
    let mut found = Vec::new();
    for (at, word) in line.iter().enumerate().take(limit) {
        let keys = [Some(word.lower.as_str()), word.is_number().then_some("#")];
        for phrase in keys.into_iter().flatten().filter_map(|key| BOOK.get(key)).flatten() {
            let Some((end, name)) = phrase.end(line, at) else { continue };
            let how = match (at, line[end..].iter().all(Word::is_number)) {
                (0, true) => How::Whole,
                (0, false) => How::Start,
                _ => How::Inside,
            };
            found.push(Sighting {
                sign: phrase.sign,
                phrase: phrase.text,
                how,
                words: phrase.words,
                place: word.place.start..line[end - 1].place.end,
                name: name.map(|name| line[name.start].place.start..line[name.end - 1].place.end),
            });
        }
    }
    found.sort_by(|a, b| (b.how, b.words, a.sign).cmp(&(a.how, a.words, b.sign)));
    found
}

#[cfg(test)]
mod tests {
    use super::{How, Sign, sightings, words};

    fn best(line: &str) -> Option<(Sign, How)> {
        sightings(&words(line)).first().map(|found| (found.sign, found.how))
    }

    #[test]
    fn numbers_and_gaps_stand_for_what_they_say() {
        assert_eq!(best("преди 17 минути"), Some((Sign::Ago, How::Whole)));
        assert_eq!(best("Полето Ваш град не трябва да е празно."), Some((Sign::Login, How::Whole)));
        assert_eq!(best("12 Comments"), Some((Sign::Comments, How::Whole)));
        assert_eq!(best("COMMENTS (7)"), Some((Sign::Comments, How::Whole)));
        assert_eq!(best("vor 3 Stunden"), Some((Sign::Ago, How::Whole)));
        assert_eq!(best("пре 2 недеље"), Some((Sign::Ago, How::Whole)));
        assert_eq!(best("Прочитајте још:"), Some((Sign::Teasers, How::Whole)));
    }

    #[test]
    fn the_publishers_name_is_taken_from_a_notice() {
        let line = "© 2019 Daily Example";
        let found = sightings(&words(line));
        let name = found.iter().find_map(|sighting| sighting.name.clone());
        assert_eq!(name.map(|name| &line[name]), Some("Daily Example"));
    }

    #[test]
    fn an_ordinary_sentence_shows_no_sign_of_three_words_or_more() {
        for line in [
            "The minister said on Monday that the talks would be held in the spring.",
            "Министр сообщил, что переговоры продолжатся в понедельник.",
            "Министърът съобщи, че преговорите ще продължат в понеделник.",
            "Міністр повідомив, що переговори триватимуть у понеділок.",
            "Der Minister sagte am Montag, dass die Gespräche im Frühjahr fortgesetzt werden.",
            "Le ministre a déclaré lundi que les négociations se poursuivraient au printemps.",
            "El ministro dijo el lunes que las negociaciones continuarán en la primavera.",
            "Minister powiedział w poniedziałek, że rozmowy będą kontynuowane wiosną.",
            "Ministar je u ponedeljak rekao da će se razgovori nastaviti na proleće.",
            "Министерот во понеделникот рече дека преговорите ќе продолжат напролет.",
            "Міністр паведаміў, што перамовы працягнуцца ў панядзелак.",
        ] {
            assert!(sightings(&words(line)).iter().all(|found| found.words < 3), "{line}");
        }
    }

    #[test]
    fn every_phrase_is_lower_case_and_begins_with_a_word_or_a_number() {
        for (lang, signs) in crate::lang::signs::SIGNS {
            for (sign, phrases) in super::fields(signs) {
                for phrase in phrases {
                    assert_eq!(*phrase, phrase.to_lowercase(), "{lang}");
                    let found = sightings(&words(&phrase.replace('#', "3").replace('@', "Name")));
                    assert!(
                        found.iter().any(|found| found.sign == sign && found.phrase == *phrase),
                        "{lang}: “{phrase}” does not find itself",
                    );
                }
            }
        }
    }
}
