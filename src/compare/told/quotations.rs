//! Quotations: what somebody said, in which words, and through whom the source has it.
//!
//! In: a block, read, and its passages. Out: [`Found`] quotations in order. Direct ones
//! stand in quotation marks; indirect ones follow “that”, or stand beside a verb of saying
//! or “according to”. A phrase in quotation marks without anyone who says it (a title, a
//! word held at a distance) is none. Who reports what another said is its chain: `said
//! Putin, cited by TASS`.

use super::{
    reading::{Kind, Reading},
    speaker::{Phrase, after, after_by, before, opening},
};
use crate::{
    lang::{Lang, telling::Role},
    sort::sort_by_key,
    span::Span,
};

/// Words that a phrase in quotation marks needs to be one's words.
const SHORT: usize = 2;
/// Words from which it need not follow the verb at once: less may be a name or a title.
const CLEAR: usize = 4;
/// Words from which a quotation stands even where no one is named.
const LONG: usize = 8;

/// A quotation, by the tokens of its block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// What was said.
    pub words: (usize, usize),
    /// Whether in quotation marks.
    pub direct: bool,
    pub speaker: Option<Phrase>,
    /// Who reports it, nearest to the speaker first.
    pub through: Vec<Phrase>,
}

/// A mark of somebody's saying something.
#[derive(Clone, Debug)]
struct Saying {
    /// First token of the verb or phrase, and one past its last.
    verb: (usize, usize),
    speaker: Option<Phrase>,
    /// To whom it was said, a medium.
    to: Option<Phrase>,
    is_via: bool,
    /// Whether it is “according to”, or “as … says”: nothing but the rest of the sentence is
    /// what is said.
    is_by: bool,
}

/// The quotations of a block.
pub(super) fn quotations(reading: &Reading<'_>, passages: &[Span]) -> Vec<Found> {
    let quoted = quoted(reading);
    let mut found = Vec::new();
    let mut open = 0;
    let ranges: Vec<(usize, usize)> = passages
        .iter()
        .map(|passage| {
            let from = open;
            while reading.tokens.get(open).is_some_and(|token| token.span.start < passage.end) {
                open += 1;
            }
            (from, open)
        })
        .collect();
    let sayings: Vec<Vec<Saying>> =
        ranges.iter().map(|&range| sayings(reading, range, &quoted)).collect();
    for &quote in &quoted {
        found.extend(direct(reading, quote, &ranges, &sayings));
    }
    for (range, sayings) in ranges.iter().zip(&sayings) {
        let Some(own) = indirect(reading, *range, sayings) else { continue };
        // What is mostly in quotation marks was found as that.
        let quoted = found.iter().filter(|other| other.direct).map(|other| {
            let (from, to) = (other.words.0.max(own.words.0), other.words.1.min(own.words.1));
            to.saturating_sub(from)
        });
        if 2 * quoted.sum::<usize>() < own.words.1 - own.words.0 {
            found.retain(|other| other.words.0 < own.words.0 || own.words.1 < other.words.1);
            found.push(own);
        }
    }
    sort_by_key(&mut found, |own| own.words);
    found
}

/// What stands in quotation marks: the tokens between them.
fn quoted(reading: &Reading<'_>) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut open: Option<(usize, &[char])> = None;
    for at in 0..reading.tokens.len() {
        let Kind::Sign(sign) = reading.tokens[at].kind else { continue };
        match open {
            Some((from, closing)) if closing.contains(&sign) => {
                found.push((from + 1, at));
                open = None;
            }
            Some(_) => {}
            None => {
                let closing: &[char] = match sign {
                    '«' => &['»'],
                    '„' => &['“', '”', '"'],
                    '“' => &['”'],
                    '"' => &['"'],
                    _ => continue,
                };
                open = Some((at, closing));
            }
        }
    }
    found.retain(|(from, to)| from < to);
    found
}

fn words(reading: &Reading<'_>, (from, to): (usize, usize)) -> usize {
    (from..to).filter(|&at| reading.word(at).is_some()).count()
}

/// The marks of saying in a passage, outside quotation marks.
fn sayings(
    reading: &Reading<'_>,
    (from, to): (usize, usize),
    quoted: &[(usize, usize)],
) -> Vec<Saying> {
    let verbs = reading.lang.rules().map_or(&[][..], |rules| rules.attribution);
    // `“…, — сообщила Стент. — …”`: the reporter's words may stand inside the marks.
    let inserted = |at: usize| {
        at >= 2
            && reading.sign(at - 1, &['—', '–']).is_some()
            && reading.sign(at - 2, &[',', '.', '!', '?', '…']).is_some()
    };
    let inside = |at: usize| {
        let quoted = quoted.iter().any(|&(open, close)| open <= at && at < close);
        quoted && !inserted(at)
    };
    let mut found = Vec::new();
    let mut at = from;
    while at < to {
        if inside(at) {
            at += 1;
            continue;
        }
        let phrase = |role| reading.at(at, role).filter(|(count, _)| at + count <= to);
        if let Some((count, _)) = phrase(Role::By) {
            let speaker = after_by(reading, at + count, to);
            let next = speaker.as_ref().map_or(at + count, |speaker| speaker.to);
            let verb = (at, at + count);
            found.push(Saying { verb, speaker, to: None, is_via: false, is_by: true });
            at = next.max(at + 1);
        } else if let Some((count, _)) = phrase(Role::Via) {
            let verb = (at, at + count);
            let speaker = after(reading, at + count, to).or_else(|| before(reading, at, from));
            let split = speaker.as_ref().and_then(|own| own.split(reading));
            let is_via = split.is_none();
            let (medium, speaker) = match split {
                Some((medium, speaker)) => (Some(medium), Some(speaker)),
                None => (None, speaker),
            };
            found.push(Saying { verb, speaker, to: medium, is_via, is_by: false });
            at += count;
        } else if reading.is(at, Role::Converb) {
            // `Putin tried …, accusing Kyiv of “…”`: one subject does both.
            let speaker = opening(reading, from, at);
            let verb = (at, at + 1);
            found.push(Saying { verb, speaker, to: None, is_via: false, is_by: false });
            at += 1;
        } else if reading.word(at).is_some_and(|word| verbs.contains(&word))
            // A verb inside a sentence has no capital: the United States.
            && (at == from || !reading.capital(at))
        {
            let apart = |own: usize| inside(own) && !inserted(at);
            let (speaker, told_to) = of_verb(reading, at, (from, to), &apart);
            let is_by = at > from && reading.is(at - 1, Role::As);
            let verb = (if is_by { at - 1 } else { at }, at + 1);
            found.push(Saying { verb, speaker, to: told_to, is_via: false, is_by });
            at += 1;
        } else {
            at += 1;
        }
    }
    // What a source says in its own voice is no quotation.
    found.retain(|saying| saying.speaker.as_ref().is_none_or(|own| !own.is_own));
    // Where somebody else speaks, a medium only reports it.
    let someone = found
        .iter()
        .any(|saying| !saying.is_via && saying.speaker.as_ref().is_some_and(|own| !own.is_medium));
    if someone {
        for saying in &mut found {
            saying.is_via |= saying.speaker.as_ref().is_some_and(|own| own.is_medium);
        }
    }
    found
}

/// Who says it, and to which medium: before the verb (`X said`), or after it (`said X`,
/// `told BuzzFeed X`).
fn of_verb(
    reading: &Reading<'_>,
    verb: usize,
    (from, to): (usize, usize),
    inside: &impl Fn(usize) -> bool,
) -> (Option<Phrase>, Option<Phrase>) {
    let first = before(reading, verb, from).filter(|own| !inside(own.from));
    let second = after(reading, verb + 1, to).filter(|own| !inside(own.from));
    let (medium, second) = match second {
        Some(own) => match own.split(reading) {
            Some((medium, rest)) => (Some(medium), Some(rest)),
            None => (None, Some(own)),
        },
        None => (None, None),
    };
    // Directly after a quotation or a comma the verb comes first in Slavic languages.
    let opens = verb == from
        || matches!(reading.tokens[verb - 1].kind, Kind::Sign(_))
        || reading.is(verb - 1, Role::As);
    if reading.lang == Lang::EN && !opens {
        // English has the speaker first; what follows the verb is who was told.
        let speaker = first.filter(|own| own.named || own.is_pronoun || own.to - own.from <= 3);
        let told = medium.or(second.filter(|own| own.is_medium));
        return (speaker, told);
    }
    let named = |own: &Option<Phrase>| own.as_ref().is_some_and(|own| own.named);
    let speaker = if opens && second.is_some() {
        second
    } else if named(&first) {
        first
    } else if named(&second) {
        second
    } else {
        // Somebody without a name: a pronoun, or few words (`источники`, `американские власти`).
        first.filter(|own| own.is_pronoun || own.to - own.from <= 3)
    };
    (speaker, medium)
}

fn direct(
    reading: &Reading<'_>,
    quote: (usize, usize),
    ranges: &[(usize, usize)],
    sayings: &[Vec<Saying>],
) -> Option<Found> {
    let size = words(reading, quote);
    let titled = (quote.0.saturating_sub(6)..quote.0).any(|at| reading.is(at, Role::Titled));
    if size < SHORT || titled {
        return None;
    }
    let of = |at: usize| ranges.iter().position(|&(from, to)| from <= at && at < to);
    let (first, last) = (of(quote.0 - 1)?, of(quote.1).or_else(|| of(quote.1 - 1))?);
    let apart = |saying: &Saying| {
        if saying.verb.0 >= quote.1 {
            saying.verb.0 - quote.1
        } else {
            quote.0.abs_diff(saying.verb.1)
        }
    };
    let mut near: Vec<&Saying> = sayings[last].iter().chain(&sayings[first]).collect();
    let colon = quote.0 >= 2 && reading.sign(quote.0 - 2, &[':']).is_some();
    if near.is_empty() && colon && first > 0 {
        near.extend(&sayings[first - 1]);
    }
    sort_by_key(&mut near, |saying| apart(saying));
    let own = near.iter().find(|saying| !saying.is_via && saying.speaker.is_some());
    let own = own.or_else(|| near.iter().find(|saying| saying.speaker.is_some()));
    let follows = colon || own.is_some_and(|own| own.verb.1 + 1 == quote.0);
    if own.is_none() && size < LONG || size < CLEAR && !follows {
        return None;
    }
    let through = through(&near, own.copied());
    Some(Found {
        words: quote,
        direct: true,
        speaker: own.and_then(|saying| saying.speaker.clone()),
        through,
    })
}

/// Who reports what `own` says.
fn through(near: &[&Saying], own: Option<&Saying>) -> Vec<Phrase> {
    let told = own.and_then(|saying| saying.to.clone());
    let mut chain: Vec<Phrase> = told.into_iter().collect();
    for saying in near.iter().filter(|saying| saying.is_via) {
        let same = own.is_some_and(|own| own.verb == saying.verb);
        if let Some(speaker) = saying.speaker.clone().filter(|_| !same)
            && !chain.contains(&speaker)
        {
            chain.push(speaker);
        }
    }
    chain
}

fn indirect(
    reading: &Reading<'_>,
    (from, to): (usize, usize),
    sayings: &[Saying],
) -> Option<Found> {
    let own = sayings
        .iter()
        .find(|saying| !saying.is_via && saying.speaker.is_some())
        .or_else(|| sayings.iter().find(|saying| saying.speaker.is_some()))?;
    let speaker = own.speaker.clone()?;
    let (verb, next) = own.verb;
    // What stands behind a semicolon is another sentence.
    let to = (next..to).find(|&at| reading.sign(at, &[';']).is_some()).unwrap_or(to);
    let that = |at: &usize| reading.is(*at, Role::That);
    let stop = (next..to).find(that);
    // What another reports at the end is no part of it.
    let tail = sayings.iter().filter(|saying| saying.is_via && saying.verb.0 > next);
    let tail = tail.filter_map(|saying| comma(reading, saying.verb.0, next)).min();
    let end = tail.unwrap_or_else(|| end(reading, to));
    let clause = match stop {
        Some(that) if that < next + 14 && !own.is_by => Some((that + 1, end)),
        _ if own.is_by => {
            // `According to Y, X is near`; `X is, according to Y, near` is one's all over.
            let signs = (from..verb).rev().find(|&at| reading.sign(at, &[':', ';']).is_some());
            let from = signs.map_or(from, |sign| sign + 1);
            // `That X, as Y said, is near, Z doubts` is not all Y's.
            if (from..verb).any(|at| that(&at)) {
                return None;
            }
            let opens = verb <= from + 1;
            Some(if opens { (past(reading, speaker.to, to), end) } else { (from, end) })
        }
        _ => {
            let comma = comma(reading, verb.min(speaker.from), from)?;
            let told = own.to.as_ref().map_or(next, |told| told.to);
            let tail = next.max(speaker.to).max(told) >= self::end(reading, to);
            (tail && comma > from + 3).then_some((from, comma))
        }
    };
    let words_of = clause.filter(|&clause| words(reading, clause) > 2)?;
    let near: Vec<&Saying> = sayings.iter().collect();
    let through = through(&near, Some(own));
    Some(Found { words: words_of, direct: false, speaker: Some(speaker), through })
}

/// Where the clause begins after a speaker: past the comma, and past what is added to the
/// name between commas (`, помощника Тиллерсона,`).
fn past(reading: &Reading<'_>, at: usize, to: usize) -> usize {
    if reading.sign(at, &[',']).is_none() {
        return at;
    }
    let next = (at + 1..to.min(at + 5)).find(|&at| reading.sign(at, &[',']).is_some());
    let added = next.filter(|&next| {
        !reading.is(at + 1, Role::Plain) && (at + 1..next).any(|at| reading.capital(at))
    });
    added.unwrap_or(at) + 1
}

/// The comma, or dash, just before a token, not before `from`.
fn comma(reading: &Reading<'_>, at: usize, from: usize) -> Option<usize> {
    (from..at).rev().take(3).find(|&at| reading.sign(at, &[',', '—', '–', '-']).is_some())
}

/// The end of a passage without its final mark.
fn end(reading: &Reading<'_>, to: usize) -> usize {
    let last = to.saturating_sub(1);
    if reading.sign(last, &['.', '!', ';', ':']).is_some() { last } else { to }
}

#[cfg(test)]
mod tests {
    use super::{Lang, Reading, quotations};
    use crate::{span::Span, text};

    /// Of each quotation: its speaker, who reports it, and its words.
    fn read(of: &str, lang: Lang) -> Vec<(String, Vec<String>, String)> {
        let body = Span::of(0, of.len());
        let reading = Reading::new(of, body, lang).expect("a lexicon");
        let own = |from, to| reading.span(from, to).of_text(of).to_owned();
        quotations(&reading, &text::passages(of, body, lang))
            .into_iter()
            .map(|found| {
                let speaker = found.speaker.map(|speaker| {
                    let (from, to) = speaker.name.unwrap_or((speaker.from, speaker.to));
                    own(from, to)
                });
                let through = found.through.iter().map(|by| own(by.from, by.to)).collect();
                (speaker.unwrap_or_default(), through, own(found.words.0, found.words.1))
            })
            .collect()
    }

    #[test]
    fn a_quotation_has_its_speaker_and_who_reports_it() {
        for (lang, of, speaker, through, words) in [
            (
                Lang::EN,
                "“We agreed to go on with the talks,” said Anna Smith, the envoy.",
                "Anna Smith",
                "",
                "We agreed to go on with the talks,",
            ),
            (
                Lang::EN,
                "The United States envoy said that the talks would go on.",
                "United States envoy",
                "",
                "the talks would go on",
            ),
            (
                Lang::EN,
                "According to the Kremlin press service, the call lasted two hours.",
                "Kremlin press service",
                "",
                "the call lasted two hours",
            ),
            (
                Lang::RU,
                "«Мы очень довольны этим разговором», — сообщил Reuters помощник министра \
                 Иван Петров.",
                "Иван Петров",
                "Reuters",
                "Мы очень довольны этим разговором",
            ),
            (
                Lang::RU,
                "По словам Ивана Петрова, помощника Сидорова, переговоры прошли успешно.",
                "Ивана Петрова",
                "",
                "переговоры прошли успешно",
            ),
            (
                Lang::RU,
                "Переговоры прошли без посредников, пишет газета.",
                "газета",
                "",
                "Переговоры прошли без посредников",
            ),
            (
                Lang::BG,
                "„Всички виждаме колко бързо се променя светът“, каза Иванов, цитиран от ТАСС.",
                "Иванов",
                "ТАСС",
                "Всички виждаме колко бързо се променя светът",
            ),
            (
                Lang::BG,
                "Министърът на отбраната заяви, че учението ще продължи, предаде Ройтерс.",
                "Министърът на отбраната",
                "Ройтерс",
                "учението ще продължи",
            ),
            (
                Lang::RU,
                "Петров в ходе беседы снял с себя вину, обвинив соседей в «линии, которая \
                 ведет к полному развалу всех договоренностей».",
                "Петров",
                "",
                "линии, которая ведет к полному развалу всех договоренностей",
            ),
            (
                Lang::UK,
                "Міністр Іван Петренко заявив, що переговори ще тривають.",
                "Міністр Іван Петренко",
                "",
                "переговори ще тривають",
            ),
        ] {
            let through: Vec<String> = through.split_terminator(' ').map(str::to_owned).collect();
            assert_eq!(read(of, lang), [(speaker.to_owned(), through, words.to_owned())], "{of}");
        }
    }

    #[test]
    fn what_a_source_says_in_its_own_voice_is_no_quotation() {
        for (lang, of) in [
            (Lang::RU, "Почему их урезали, он не сказал, замечает редакция."),
            (Lang::BG, "Имена не бяха споменати, отбелязва редакцията."),
        ] {
            assert_eq!(read(of, lang), [], "{of}");
        }
        let named = "Редакция газеты Труд сообщила, что номер выйдет завтра.";
        assert_eq!(read(named, Lang::RU).len(), 1, "another's editors are somebody");
    }

    #[test]
    fn a_title_and_a_word_held_at_a_distance_are_nobodys_words() {
        for (lang, of) in [
            (Lang::RU, "Дипломаты упредили очередной виток «симметричных ответов»."),
            (Lang::RU, "Его статья называется «Враг у ворот: кто и как может остановить его»."),
            (Lang::EN, "The source “Kommersant” reported nothing."),
            (Lang::BG, "Вестник „Труд“ излиза всеки ден."),
        ] {
            assert_eq!(read(of, lang), [], "{of}");
        }
    }
}
