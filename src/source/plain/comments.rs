//! Readers' comments.
//!
//! In: the lines of a text. Out: the comments, each with its lines, depth, author, time and
//! where its words begin. A comment is known by its header: a name and a date with a clock
//! time, often after the name alone on a line, often numbered and indented. One header is
//! chance (a byline); comments come in numbers, or under a heading that says so. What
//! stands inside a comment (quotations, lists) stays inside.

use std::ops::Range;

use super::{
    answers::{self, Earlier},
    lines::{Line, MarkKind},
    signs::{self, How, Sighting, Sign, Word},
    units::{CommentHead, Label, ends_sentence},
};
use crate::source::{
    BlockKind,
    dates::{self, Habit},
};

/// One comment: its lines and what its header says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Comment {
    pub(super) lines: Range<usize>,
    pub(super) label: Label,
}

/// A line that looks like the header of a comment.
#[derive(Clone, Debug)]
struct Header {
    /// Where the comment begins: the name's line, if the name stands alone above.
    first: usize,
    /// The header's own line.
    line: usize,
    author: Option<String>,
    time: Option<String>,
    /// The name stands twice, or is numbered: sure even alone.
    sure: bool,
    /// Only an age (`3 hours ago`): sure only under a heading of comments.
    aged: bool,
}

/// No header, and no heading of comments, is longer than this many bytes.
const HEADER: usize = 160;

/// The comments of a text; `text` and `lines` as they are.
/// `habit` is how day and month stand in its dates.
pub(super) fn find(text: &str, lines: &[Line], habit: Option<&Habit>) -> Vec<Comment> {
    let filled: Vec<usize> = (0..lines.len()).filter(|line| !lines[*line].is_blank()).collect();
    let mut headers = Vec::new();
    let (mut heading, mut feed, mut prose) = (None, None, None);
    for (nth, &line) in filled.iter().enumerate() {
        let content = &text[lines[line].words_at()..lines[line].content.end];
        if prose.is_none() && is_prose(content) {
            prose = Some(line);
        }
        if content.len() > HEADER {
            continue;
        }
        let words = signs::words(content);
        match whole_sign(&words) {
            Some(Sign::Comments) => heading = heading.or(Some(line)),
            Some(Sign::Teasers) => feed = Some(line),
            _ => {}
        }
        // A line that is a header itself is no name above the next one.
        let is_header =
            |line: &usize| headers.last().is_some_and(|last: &Header| last.line == *line);
        let above = nth.checked_sub(1).map(|above| filled[above]).filter(|line| !is_header(line));
        if let Some(header) = header(text, lines, line, above, &words, habit) {
            headers.push(header);
        }
    }
    let headers = believable(headers, lines, heading, feed, prose);
    threads(text, lines, &headers)
}

fn whole_sign(words: &[Word]) -> Option<Sign> {
    signs::sightings(words)
        .into_iter()
        .find(|found| found.how == How::Whole)
        .map(|found| found.sign)
}

fn is_prose(content: &str) -> bool {
    let words = content.split_whitespace().count();
    words >= 30 || (words >= 12 && ends_sentence(content))
}

/// Reads `line` as a header; `above` is the filled line before it.
fn header(
    text: &str,
    lines: &[Line],
    line: usize,
    above: Option<usize>,
    words: &[Word],
    habit: Option<&Habit>,
) -> Option<Header> {
    let content = &text[lines[line].words_at()..lines[line].content.end];
    if words.len() > 18 {
        return None;
    }
    let (place, time, aged) = stamp(content, words, habit)?;
    // `Published: 22:04, 3 May 2013` is a date line.
    let label = |found: &Sighting| found.sign == Sign::Updated || found.sign == Sign::Byline;
    if signs::sightings(words).iter().any(|found| found.how != How::Inside && label(found)) {
        return None;
    }
    let rest = &content[place.end..];
    if !only_markers(rest) {
        return None;
    }
    let name = clean_name(&content[..place.start]);
    let alone = above.and_then(|above| name_above(text, lines, above, line));
    let (first, author, sure) = match (name, alone) {
        (name, Some((above, bare, numbered)))
            if name.is_empty() || name.to_lowercase().starts_with(&bare.to_lowercase()) =>
        {
            let sure = numbered || !name.is_empty();
            (above, if name.is_empty() { bare } else { name }, sure)
        }
        (name, _) if name.is_empty() || name.split_whitespace().count() > 5 => return None,
        (name, _) => (line, name, numbered(&lines[line])),
    };
    Some(Header { first, line, author: Some(author), time, sure: sure && !aged, aged })
}

fn numbered(line: &Line) -> bool {
    line.mark.is_some_and(|mark| matches!(mark.kind, MarkKind::Number { .. }))
}

/// The date with its clock time, or the age, of a header.
fn stamp(
    content: &str,
    words: &[Word],
    habit: Option<&Habit>,
) -> Option<(Range<usize>, Option<String>, bool)> {
    if let Some(date) = dates::written(content).into_iter().next() {
        let (iso, _) = date.settled(habit, None);
        return (date.clock).then_some((date.place, Some(iso), false));
    }
    let aged = signs::sightings(words).into_iter().find(|found| found.sign == Sign::Ago)?;
    Some((aged.place, None, true))
}

/// A name alone on the line `above`: a few words, no sentence.
fn name_above(
    text: &str,
    lines: &[Line],
    above: usize,
    line: usize,
) -> Option<(usize, String, bool)> {
    let above_line = &lines[above];
    let bare = text[above_line.words_at()..above_line.content.end].trim();
    let bare = match bare.strip_prefix(['#', '№']) {
        Some(rest) => rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' '),
        None => bare,
    };
    // A blank line between is allowed only where the layout shows that both belong together.
    if above + 1 != line && !numbered(above_line) {
        return None;
    }
    let words = bare.split_whitespace().count();
    let name = (1..=4).contains(&words) && bare.len() <= 80 && !ends_sentence(bare);
    name.then(|| (above, bare.to_owned(), numbered(above_line)))
}

/// Words that stand around the name and the date in headers.
fn is_marker(word: &Word) -> bool {
    word.is_number()
        || signs::sightings(std::slice::from_ref(word))
            .iter()
            .any(|found| matches!(found.sign, Sign::Marker | Sign::Quoting))
}

fn only_markers(rest: &str) -> bool {
    let words = signs::words(rest);
    words.len() <= 8
        && (words.iter().all(is_marker)
            || signs::sightings(&words).iter().any(|found| {
                found.how == How::Whole
                    && matches!(found.sign, Sign::Marker | Sign::Ago | Sign::Comments | Sign::Share)
            }))
}

/// The name before a date: signs and header words at its end left out.
fn clean_name(before: &str) -> String {
    let sign = |c: char| {
        crate::source::is_space(c)
            || matches!(
                c,
                ',' | ':' | '|' | '-' | '–' | '—' | '•' | '·' | '(' | '#' | '/' | '→' | '>'
            )
    };
    let mut name = before.trim_matches(sign);
    while let Some((head, last)) = name.rsplit_once(crate::source::is_space) {
        let words = signs::words(last);
        if words.is_empty() || !words.iter().all(|word| !word.is_number() && is_marker(word)) {
            break;
        }
        name = head.trim_end_matches(sign);
    }
    name.to_owned()
}

/// The headers that are comments, not a byline, a date line or a feed of articles.
fn believable(
    headers: Vec<Header>,
    lines: &[Line],
    heading: Option<usize>,
    feed: Option<usize>,
    prose: Option<usize>,
) -> Vec<Header> {
    let begins = |line: usize| heading.is_some_and(|heading| heading < line);
    let in_body = |line: usize| prose.is_none_or(|prose| prose < line);
    // A file may be nothing but a thread: then its first lines are a header, and more follow.
    let thread_only = headers.len() >= 3
        && headers[0].first <= 2
        && headers.windows(2).filter(|two| two[1].first - two[0].first <= 12).count() + 1
            == headers.len();
    let mut kept: Vec<Header> = headers
        .into_iter()
        .filter(|header| !header.aged || begins(header.line))
        .filter(|header| header.sure || begins(header.line) || in_body(header.line) || thread_only)
        .filter(|header| {
            // Under a heading of other articles, a section and a date are no reader and time.
            header.sure || feed.is_none_or(|feed| feed > header.line || begins(header.line))
        })
        .collect();
    let indented = kept.iter().any(|header| lines[header.first].indent > 0);
    let enough = kept.len() >= 2
        || kept.iter().any(|header| header.sure && indented)
        || kept.iter().any(|header| begins(header.line));
    if !enough {
        kept.clear();
    }
    kept
}

/// Comments with their extent and depth.
fn threads(text: &str, lines: &[Line], headers: &[Header]) -> Vec<Comment> {
    let outermost = headers.iter().map(|header| lines[header.first].indent).min().unwrap_or(0);
    let mut open: Vec<usize> = Vec::new();
    let mut comments = Vec::new();
    for (nth, header) in headers.iter().enumerate() {
        let limit = headers.get(nth + 1).map_or(lines.len(), |next| next.first);
        let end = extent(text, lines, header.line + 1..limit, outermost);
        let indent = lines[header.first].indent;
        while open.last().is_some_and(|outer| *outer >= indent) {
            open.pop();
        }
        let depth = match lines[header.first].mark.map(|mark| mark.kind) {
            Some(MarkKind::Number { levels, .. }) if levels > 1 => levels - 1,
            _ => u8::try_from(open.len()).unwrap_or(u8::MAX),
        };
        open.push(indent);
        let body = (header.line + 1..end)
            .find(|line| !lines[*line].is_blank())
            .map_or_else(|| lines[end - 1].all.end, |line| lines[line].content.start);
        let who = header.author.as_deref().unwrap_or_default();
        let reason = format!(
            "comment header “{}”",
            text[lines[header.line].words_at()..lines[header.line].content.end].trim()
        );
        comments.push(Comment {
            lines: header.first..end,
            label: Label {
                kind: BlockKind::Comment,
                reason,
                comment: Some(CommentHead {
                    depth,
                    author: (!who.is_empty()).then(|| who.to_owned()),
                    time: header.time.clone(),
                    body,
                }),
            },
        });
    }
    answers_by_words(text, lines, headers, &mut comments);
    comments
}

/// Where no indent shows the depth, comments may say which one they answer.
fn answers_by_words(text: &str, lines: &[Line], headers: &[Header], comments: &mut [Comment]) {
    let head = |comment: &Comment| comment.label.comment.as_ref().map_or(0, |head| head.depth);
    if comments.iter().any(|comment| head(comment) > 0) {
        return;
    }
    let all: Vec<Earlier> = headers
        .iter()
        .map(|header| {
            let number = answers::number(&text[lines[header.first].content.clone()]);
            Earlier::new(number, header.author.as_deref())
        })
        .collect();
    let parents: Vec<Option<usize>> = comments
        .iter()
        .enumerate()
        .map(|(nth, comment)| {
            let own = lines[comment.lines.clone()].iter().filter(|line| !line.is_blank());
            let header = headers[nth].line + 1 - comment.lines.start;
            let own = own.take(header + 2).map(|line| &text[line.content.clone()]);
            let from = nth.saturating_sub(answers::BACK);
            own.filter(|own| own.len() <= HEADER)
                .find_map(|own| answers::answered(own, &all[from..nth]))
                .map(|at| from + at)
        })
        .collect();
    for (comment, depth) in comments.iter_mut().zip(answers::depths(&parents)) {
        if let Some(head) = &mut comment.label.comment {
            head.depth = depth;
        }
    }
}

/// Where the comment whose words begin at `range` ends: before the next header, before a
/// line left of the whole thread, or before page furniture.
fn extent(text: &str, lines: &[Line], range: Range<usize>, outermost: usize) -> usize {
    let mut end = range.start;
    for line in range {
        if lines[line].is_blank() {
            continue;
        }
        if lines[line].indent < outermost {
            break;
        }
        let content = &text[lines[line].words_at()..lines[line].content.end];
        if outermost == 0 && content.len() <= 200 && ends_thread(content) {
            break;
        }
        end = line + 1;
    }
    end
}

fn ends_thread(content: &str) -> bool {
    let found = signs::sightings(&signs::words(content));
    let marker = found.iter().any(|found| found.how == How::Whole && found.sign == Sign::Marker);
    !marker
        && found.iter().any(|found| {
            matches!(found.sign, Sign::Login | Sign::Teasers | Sign::Notices | Sign::Comments)
                && (found.how == How::Whole || (found.how == How::Start && found.words >= 3))
        })
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::source::plain::lines;

    fn told(text: &str) -> Vec<(u8, String, String, String)> {
        find(text, &lines::split(text), None)
            .into_iter()
            .map(|comment| {
                let head = comment.label.comment.unwrap();
                (
                    head.depth,
                    head.author.unwrap_or_default(),
                    head.time.unwrap_or_default(),
                    text[head.body..].split_whitespace().next().unwrap_or_default().to_owned(),
                )
            })
            .collect()
    }

    fn row(depth: u8, author: &str, time: &str, body: &str) -> (u8, String, String, String) {
        (depth, author.into(), time.into(), body.into())
    }

    const BODY: &str =
        "The council met for the third time this week and talked about the old bridge.\n";

    #[test]
    fn indent_gives_the_depth_of_numbered_comments() {
        let text = format!(
            "{BODY}\n  1. ann\n    ann 1 June 2019 10: 05 New\n    Well done.\n    1. bob 2\n      bob 2 1 June 2019 10: 30 New\n      No.\n  2. eve\n    eve 2 June 2019 08: 00 New\n"
        );
        assert_eq!(
            told(&text),
            [
                row(0, "ann", "2019-06-01T10:05", "Well"),
                row(1, "bob 2", "2019-06-01T10:30", "No."),
                row(0, "eve", "2019-06-02T08:00", ""),
            ]
        );
    }

    #[test]
    fn a_flat_thread_is_known_by_names_with_dates() {
        let text = format!(
            "{BODY}\nКоментари (2)\n\nПетър\n12.03.2024 14:05\nНе съм съгласен.\nОтговори\n\nМая, 12.03.2024 в 15:10\nИ аз.\n\nОще новини\nДруго\n"
        );
        assert_eq!(
            told(&text),
            [row(0, "Петър", "2024-03-12T14:05", "Не"), row(0, "Мая", "2024-03-12T15:10", "И")]
        );
    }

    #[test]
    fn a_flat_comment_may_say_which_one_it_answers() {
        let text = format!(
            "{BODY}\nКоментари\n\n#1 Петър\n12.03.2024 14:05\nНе съм съгласен.\n\n#2 Мая\n12.03.2024 15:10\nОтговор на #1\nИ аз.\n\n#3 Петър\n12.03.2024 15:20\nВ отговор на Мая: да.\n"
        );
        let depths: Vec<u8> = told(&text).into_iter().map(|(depth, ..)| depth).collect();
        assert_eq!(depths, [0, 1, 2]);
    }

    #[test]
    fn a_byline_with_a_date_is_no_comment() {
        assert_eq!(
            told(&format!(
                "{BODY}{BODY}Published: 10:05, 1 June 2019\nUpdated: 11:05, 1 June 2019\n{BODY}"
            )),
            []
        );
        assert_eq!(told(&format!("The bridge\nAnn Smith, 1 June 2019 10:05\n\n{BODY}{BODY}")), []);
    }

    #[test]
    fn ages_are_comments_only_under_their_heading() {
        let feed = "Свят Преди 2 часа\nТекст\nСпорт Преди 3 часа\n";
        assert_eq!(told(&format!("{BODY}{feed}")), []);
        let thread = "3 comments\nann 2 hours ago\nYes.\nbob • 3 hours ago\nNo.\n";
        assert_eq!(
            told(&format!("{BODY}{thread}")),
            [row(0, "ann", "", "Yes."), row(0, "bob", "", "No.")]
        );
    }
}
