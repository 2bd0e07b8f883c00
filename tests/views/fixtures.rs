//! A small story in place of the engine's answers. Texts are written for these tests.

use tellings::{
    lang::Lang,
    protocol::{
        BlockInfo, Card, Comparison, Evidence, EvidenceKind, Facet, FormCount, HitLine, Link, Mark,
        Method, Passage, SearchAnswer, Shared, SourceHits, SourceText, TermAnswer, Why,
    },
    source::{
        BlockKind::{
            self, Boilerplate, Comment, Credit, Headline, Lead, Paragraph, Quote, Subheading, Tags,
        },
        Found, Meta, Report,
    },
    span::Span,
};

/// A block as written here: kind, depth of a comment, header, words.
type Written = (BlockKind, u8, &'static str, &'static str);

/// What the tests show.
pub struct Story {
    pub cards: Vec<Card>,
    pub search: SearchAnswer,
    pub lines: Vec<HitLine>,
    pub comparison: Comparison,
}

const CALL: &[Written] = &[
    (Boilerplate, 0, "", "Home  News  Sections  Log in"),
    (Headline, 0, "", "Two capitals agree to let their services talk"),
    (Credit, 0, "", "By our correspondent"),
    (
        Lead,
        0,
        "",
        "A call placed by Washington lasted half an hour and ended with a promise to meet. What the sanctions lists will look like by then, nobody would say.",
    ),
    (
        Paragraph,
        0,
        "",
        "The White House placed the call late on Monday. According to the account given in Moscow, the two presidents spoke first about Boston, where the bombs at the finishing line had killed three people a fortnight earlier, and only then about Syria and the sanctions that each side had written against officials of the other.",
    ),
    (
        Paragraph,
        0,
        "",
        "Both readings of the conversation agree on its warmest sentence: the services of the two countries should warn each other sooner. They part over what came after. One says that the sanctioned officials were named; the other that no names fell.",
    ),
    (Subheading, 0, "", "A letter, and a reply still to come"),
    (
        Paragraph,
        0,
        "",
        "A letter on missile defence, carried to Moscow in April, was called “constructive”. The reply is being written. Diplomats who know both drafts expect it before the summit in Northern Ireland, where the sanctions question will be raised again, whether or not it is on paper.",
    ),
    (
        Quote,
        0,
        "",
        "“We have learned to telephone. We have not yet learned to listen,” said a former ambassador.",
    ),
    (
        Paragraph,
        0,
        "",
        "For Sochi the two agreed on a joint group. It will sit from the autumn, and its first task is a list of everybody who may enter the mountains in February.",
    ),
    (Tags, 0, "", "United States, Russia, diplomacy"),
    (
        Boilerplate,
        0,
        "",
        "Share this article\nSubscribe to our letter\nRead also: Ten facts about summits",
    ),
    (
        Comment,
        0,
        "old_sailor  3 May 2013 09:16\n",
        "They agree to talk about talking. Wake me when a sanction is lifted.",
    ),
    (
        Comment,
        1,
        "Marta  3 May 2013 09:48\n",
        "Better than not answering the telephone, which was the state of things in winter.",
    ),
    (Comment, 2, "old_sailor  3 May 2013 10:02\n", "In winter at least nobody pretended."),
    (
        Comment,
        1,
        "Reader from Plovdiv  3 May 2013 11:30\n",
        "The lists were short then. Sanctions grow like ivy: slowly, and on everything.",
    ),
    (Comment, 0, "guest  4 May 2013 00:12\n", "And who pays for the Olympic fence?"),
];

const DETENTE: &[Written] = &[
    (Headline, 0, "", "Тихое потепление: о чём договорились министры за закрытой дверью"),
    (Lead, 0, "", "Источники говорят о скромной разрядке. Санкции остаются."),
    (
        Paragraph,
        0,
        "",
        "Министры встретились на два часа дольше, чем было объявлено. Стороны согласились вернуть к работе канал связи между военными в Сирии. О санкциях говорили в самом конце и без протокола.",
    ),
    (
        Paragraph,
        0,
        "",
        "Американская сторона, по словам собеседников, впервые назвала условия, при которых санкции могут быть смягчены. Российская ответила, что под санкциями жить научилась.",
    ),
    (Paragraph, 0, "", "Следующая встреча назначена в Стамбуле."),
];

const ISTANBUL: &[Written] = &[
    (Headline, 0, "", "Шест часа в Истанбул: какво остана на масата"),
    (
        Paragraph,
        0,
        "",
        "Екипите на двете страни разговаряха шест часа за работата на посолствата. За санкции не се говореше, твърди едната страна; другата не потвърди.",
    ),
    (
        Paragraph,
        0,
        "",
        "Делегациите обсъдиха банковите сметки на дипломатите, директните полети и имотите, затворени преди години.",
    ),
    (
        Paragraph,
        0,
        "",
        "Следващата среща пак ще бъде в Истанбул. Датата зависи от това дали санкциите срещу авиацията ще бъдат облекчени.",
    ),
];

const VIDEO: &[Written] = &[
    (Headline, 0, "", "Два часа по закрытой видеосвязи"),
    (
        Paragraph,
        0,
        "",
        "Совместного заявления не будет. Одна сторона предупредила о санкциях, каких ещё не было; другая попросила гарантий на бумаге.",
    ),
    (Subheading, 0, "", "Что сказали союзникам"),
    (
        Paragraph,
        0,
        "",
        "После разговора президент созвонился с четырьмя столицами. Санкции будут общими, сказал он, или их не будет.",
    ),
];

fn written(id: &str) -> (&'static [Written], Lang) {
    match id {
        "call" => (CALL, Lang::EN),
        "detente" => (DETENTE, Lang::RU),
        "istanbul" => (ISTANBUL, Lang::BG),
        _ => (VIDEO, Lang::RU),
    }
}

fn card(id: &str, title: &str, outlet: &str, date: &str, cites: &str, url: Option<&str>) -> Card {
    let (blocks, lang) = written(id);
    let (text, _) = source_of(blocks, lang);
    Card {
        id: id.into(),
        title: title.into(),
        outlet: Some(outlet.into()),
        lang,
        date: Some(date.into()),
        date_reason: Some("date of the first comment".into()),
        url: url.map(Into::into),
        cites: (!cites.is_empty()).then(|| cites.into()),
        authors: Vec::new(),
        words: u32::try_from(text.split_whitespace().count()).unwrap(),
        bytes: Span::of(0, text.len()).end,
        comments: u32::try_from(blocks.iter().filter(|block| block.0 == Comment).count()).unwrap(),
    }
}

fn source_of(blocks: &[Written], lang: Lang) -> (String, Vec<BlockInfo>) {
    let mut text = String::new();
    let mut infos = Vec::new();
    for (kind, depth, head, words) in blocks {
        let start = text.len();
        text.push_str(head);
        let body = text.len();
        text.push_str(words);
        text.push_str("\n\n");
        let mut head_words = head.split("  ");
        infos.push(BlockInfo {
            kind: *kind,
            span: Span::of(start, text.len()),
            lang,
            depth: *depth,
            author: head_words.next().filter(|_| *kind == Comment).map(Into::into),
            time: (*kind == Comment).then(|| "2013-05-03T09:16".into()),
            body: Span::of(0, body).end,
            reason: if *kind == Boilerplate { "line of a menu".into() } else { String::new() },
        });
    }
    (text, infos)
}

impl Story {
    /// A source in full.
    pub fn source(&self, id: &str) -> SourceText {
        let (blocks, lang) = written(id);
        let (text, blocks) = source_of(blocks, lang);
        let card = self.cards.iter().find(|card| card.id == id).unwrap().clone();
        let meta =
            Meta { title: Some(Found::new(card.title.clone(), "first line")), ..Meta::default() };
        SourceText { card, text, blocks, meta: Box::new(meta), report: Report::default() }
    }

    /// The marks of two terms in a source, outside boilerplate.
    pub fn marks(&self, id: &str) -> Vec<Mark> {
        let source = self.source(id);
        let terms = [&["anction", "анкци"][..], &["tanbul", "танбул", "Moscow", "Сири"][..]];
        let mut marks = Vec::new();
        for (term, needles) in (0..).zip(terms) {
            for needle in needles {
                for (at, _) in source.text.match_indices(needle) {
                    let is_letter = |letter: char| letter.is_alphabetic();
                    let start = source.text[..at].rfind(|c| !is_letter(c)).map_or(0, |before| {
                        before + source.text[before..].chars().next().map_or(1, char::len_utf8)
                    });
                    let end = source.text[at..]
                        .find(|c| !is_letter(c))
                        .map_or(source.text.len(), |to| at + to);
                    marks.push(Mark { span: Span::of(start, end), term, form: 0 });
                }
            }
        }
        marks.retain(|mark| {
            source
                .blocks
                .iter()
                .any(|block| block.kind != Boilerplate && block.span.contains(mark.span))
        });
        marks.sort_by_key(|mark| (mark.span, mark.term));
        marks
    }
}

fn form(
    form: &str,
    lang: Lang,
    count: u32,
    reason: Why,
    via: Option<&str>,
    off: bool,
) -> FormCount {
    let (via, how, cases) = (via.map(Into::into), None, Vec::new());
    FormCount { form: form.into(), lang, count, reason, via, how, cases, off }
}

fn facet(field: &str, value: &str, count: u32) -> Facet {
    Facet { field: field.into(), value: value.into(), count }
}

fn shared(label: &str, counts: [u32; 2]) -> Shared {
    Shared {
        label: label.into(),
        query: label.into(),
        counts: counts.to_vec(),
        passages: Vec::new(),
    }
}

fn passage(source: &SourceText, words: &str) -> Passage {
    let at = source.text.find(words).unwrap_or_else(|| panic!("no “{words}”"));
    Passage { source: source.card.id.clone(), span: Span::of(at, at + words.len()) }
}

fn comparison(story: &Story) -> Comparison {
    let [left, right] = ["detente", "istanbul"].map(|id| story.source(id));
    let tie = |kind, a: &str, b: &str| Evidence {
        kind,
        a: passage(&left, a).span,
        b: passage(&right, b).span,
    };
    let link = |a: &str, b: &str, evidence| Link {
        a: passage(&left, a),
        b: passage(&right, b),
        score: 1.0,
        method: Method::Evidence,
        evidence,
    };
    Comparison {
        sources: vec!["detente".into(), "istanbul".into()],
        links: vec![
            link(
                "Следующая встреча назначена в Стамбуле.",
                "Следващата среща пак ще бъде в Истанбул.",
                vec![
                    tie(EvidenceKind::Name, "Стамбуле", "Истанбул"),
                    tie(EvidenceKind::Word, "встреча назначена", "среща пак"),
                ],
            ),
            link(
                "О санкциях говорили в самом конце и без протокола.",
                "За санкции не се говореше, твърди едната страна; другата не потвърди.",
                vec![
                    tie(EvidenceKind::Concept, "санкциях", "санкции"),
                    tie(EvidenceKind::Word, "говорили", "говореше"),
                ],
            ),
        ],
        only: vec![
            vec![
                passage(&left, "Министры встретились на два часа дольше, чем было объявлено."),
                passage(
                    &left,
                    "Американская сторона, по словам собеседников, впервые назвала условия, при которых санкции могут быть смягчены.",
                ),
                passage(&left, "Российская ответила, что под санкциями жить научилась."),
            ],
            vec![
                passage(
                    &right,
                    "Екипите на двете страни разговаряха шест часа за работата на посолствата.",
                ),
                passage(
                    &right,
                    "Делегациите обсъдиха банковите сметки на дипломатите, директните полети и имотите, затворени преди години.",
                ),
            ],
        ],
        silences: vec![Vec::new(), Vec::new()],
        meetings: Vec::new(),
        taught: Vec::new(),
        names: vec![shared("Стамбул", [1, 2]), shared("Сирия", [1, 0])],
        concepts: vec![
            shared("санкции", [4, 2]),
            shared("посольства", [0, 1]),
            shared("военные", [1, 0]),
        ],
        words: vec![
            shared("встреча", [1, 1]),
            shared("разрядка", [1, 0]),
            shared("авиация", [0, 1]),
            shared("протокол", [1, 0]),
        ],
        figures: vec![shared("2 часа", [1, 0]), shared("6 часа", [0, 1])],
    }
}

/// The story.
pub fn story() -> Story {
    let cards = vec![
        card(
            "call",
            "Two capitals agree to let their services talk",
            "The Strait Courier",
            "2013-04-30T18:20",
            "Washington and Moscow: half an hour on the telephone",
            Some("https://example.org/call"),
        ),
        card(
            "detente",
            "Тихое потепление: о чём договорились министры за закрытой дверью",
            "Обзор дня",
            "2017-05-12",
            "«Скромная разрядка» за закрытой дверью",
            None,
        ),
        card(
            "istanbul",
            "Шест часа в Истанбул: какво остана на масата",
            "Вестник „Бряг“",
            "2025-02-28",
            "",
            Some("https://example.org/istanbul"),
        ),
        card(
            "video",
            "Два часа по закрытой видеосвязи",
            "Неделя",
            "2021-12-07",
            "Переговоры по видеосвязи закончились",
            None,
        ),
    ];
    let mut story = Story {
        cards,
        search: SearchAnswer::default(),
        lines: Vec::new(),
        comparison: Comparison::default(),
    };
    let mut per_source = Vec::new();
    for card in &story.cards {
        let marks = story.marks(&card.id);
        let source = story.source(&card.id);
        let count =
            |term| u32::try_from(marks.iter().filter(|mark| mark.term == term).count()).unwrap();
        per_source.push(SourceHits { id: card.id.clone(), hits: vec![count(0), count(1)] });
        for mark in &marks {
            let block = source.blocks.iter().find(|block| block.span.contains(mark.span)).unwrap();
            story.lines.push(HitLine {
                source: card.id.clone(),
                term: mark.term,
                span: mark.span,
                lang: block.lang,
                kind: block.kind,
                before: Span::new(block.span.start, mark.span.start).of_text(&source.text).into(),
                hit: mark.span.of_text(&source.text).into(),
                after: Span::new(mark.span.end, block.span.end)
                    .of_text(&source.text)
                    .trim_end()
                    .into(),
            });
        }
    }
    let total = |term: usize| per_source.iter().map(|one| one.hits[term]).sum();
    story.search = SearchAnswer {
        terms: vec![
            TermAnswer {
                total: total(0),
                sources: 4,
                forms: vec![
                    form("sanctions", Lang::EN, 4, Why::Exact, None, false),
                    form("sanction", Lang::EN, 1, Why::Inflection, None, false),
                    form("sanctioned", Lang::EN, 1, Why::Inflection, None, true),
                    form("санкции", Lang::RU, 3, Why::Concept, Some("sanctions"), false),
                    form("санкциями", Lang::RU, 1, Why::Inflection, Some("санкции"), false),
                    form("санкциях", Lang::RU, 2, Why::Inflection, Some("санкции"), false),
                    form("санкции", Lang::BG, 1, Why::Concept, Some("sanctions"), false),
                    form("санкциите", Lang::BG, 1, Why::Inflection, Some("санкции"), false),
                ],
                ..TermAnswer::default()
            },
            TermAnswer { total: total(1), sources: 3, ..TermAnswer::default() },
        ],
        sources: per_source,
        facets: vec![
            facet("lang", "en", 1),
            facet("lang", "ru", 2),
            facet("lang", "bg", 1),
            facet("outlet", "The Strait Courier", 1),
            facet("outlet", "Обзор дня", 1),
            facet("outlet", "Вестник „Бряг“", 1),
            facet("outlet", "Неделя", 1),
            facet("year", "2013", 1),
            facet("year", "2017", 1),
            facet("year", "2021", 1),
            facet("year", "2025", 1),
            facet("kind", "headline", 4),
            facet("kind", "paragraph", 4),
            facet("kind", "comment", 1),
            facet("kind", "boilerplate", 1),
        ],
    };
    story.comparison = comparison(&story);
    story
}
