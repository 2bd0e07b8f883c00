//! Random collections and queries.
//!
//! In: proptest's random choices. Out: files of a few sources in several languages, whose
//! words are forms of few lexemes, so that most queries find something, and whose people
//! share surnames, in one source or in several; and queries over
//! the whole language, built of the same words. No test is in here.

use proptest::{collection::vec, prelude::*, sample::select};

const EN: &[&str] = &[
    "sanction",
    "sanctions",
    "minister",
    "ministers",
    "said",
    "Putin",
    "Putin's",
    "Vilnius",
    "George Hughes",
    "Barbara Hughes",
    "Hughes",
    "talks",
    "talk",
    "the",
    "us",
    "US",
    "60,000",
    "café",
    "cafe",
    "war",
    "signed",
    "signing",
];
const RU: &[&str] = &[
    "санкции",
    "санкций",
    "министр",
    "министра",
    "Путин",
    "Путина",
    "Вильнюсе",
    "Анна Петрова",
    "Марии Петровой",
    "Петрова",
    "Джордж Хьюз",
    "переговоры",
    "переговоров",
    "ёлка",
    "елка",
    "США",
    "война",
    "войне",
    "и",
    "подписал",
    "60 000",
    "его",
];
const BG: &[&str] = &[
    "санкции",
    "санкциите",
    "министърът",
    "министри",
    "Путин",
    "Вилнюс",
    "преговори",
    "преговорите",
    "САЩ",
    "война",
    "войната",
    "и",
    "на",
    "подписа",
    "министерството",
    "60 000",
];
const UK: &[&str] = &[
    "санкції",
    "санкцій",
    "міністр",
    "міністри",
    "Путін",
    "Путіна",
    "Вільнюсі",
    "Марія Петрова",
    "Петрова",
    "переговори",
    "США",
    "війна",
    "війни",
    "об'єкт",
    "об’єкти",
    "і",
    "підписав",
    "60 тисяч",
];
const CS: &[&str] =
    &["sankce", "ministr", "ministři", "Putin", "Vilnius", "válka", "a", "dohoda", "60 000"];

/// The languages of sources and their words.
const LANGS: [(&str, &[&str]); 5] = [("en", EN), ("ru", RU), ("bg", BG), ("uk", UK), ("cs", CS)];

/// Between words: mostly spaces; also what ends passages and blocks.
const GAPS: &[&str] =
    &[" ", " ", " ", " ", ", ", ". ", " – ", "-", " (", ") ", "\n", "\n\n", "\r\n\r\n", ": ", "…"];

/// What stands among the words: comments, furniture, a heading.
const PARTS: &[&str] = &[
    "\n\nComments\n\nAnna Reed\n4 June 2015, 10:20\nThe sanctions were late again, said the ministers.\n\nTom Hill\n4 June 2015, 11:45\nWhat talks? I have not seen any talks in weeks.\n\n",
    "\n\nShare\nLog in\n\n",
    "\n\nМ инистерството на войната съобщи във вторник, че преговорите са приключили рано.\n\n",
    "\n\nTags: Putin, sanctions, США\n\n",
];

fn text(words: &'static [&'static str]) -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        12 => (select(words), select(GAPS)).prop_map(|(word, gap)| format!("{word}{gap}")),
        1 => select(PARTS).prop_map(str::to_owned),
    ];
    vec(piece, 1..40).prop_map(|pieces| pieces.concat())
}

fn source() -> impl Strategy<Value = (String, String)> {
    (0..LANGS.len()).prop_flat_map(|at| {
        let (code, words) = LANGS[at];
        (text(words), select(&["", "2013", "2017-09", "2021-12-07"][..]), any::<bool>()).prop_map(
            move |(text, date, named)| {
                let mut given = serde_json::json!({ "lang": code, "text": format!("x {text}") });
                if !date.is_empty() {
                    given["date"] = date.into();
                }
                if named {
                    given["outlet"] = "The Quay".into();
                }
                (code.to_owned(), given.to_string())
            },
        )
    })
}

/// Files of a random collection: each a source of one line of JSONL, called `s0`, `s1`, ….
pub fn files() -> impl Strategy<Value = Vec<(String, String)>> {
    vec(source(), 2..5).prop_map(|sources| {
        let named = sources.into_iter().enumerate().map(|(at, (_, line))| {
            let line = line.replacen('{', &format!("{{\"id\":\"s{at}\","), 1);
            (format!("s{at}.jsonl"), line)
        });
        named.collect()
    })
}

fn word() -> impl Strategy<Value = String> {
    let first = |words: &'static str| words.split(' ').next().unwrap_or(words).to_owned();
    (0..LANGS.len()).prop_flat_map(|at| select(LANGS[at].1)).prop_map(first)
}

/// A query of words, phrases, prefixes and brackets, joined by OR alone: no part of it
/// hides hits of another part.
pub fn free_query() -> impl Strategy<Value = String> {
    vec(leaf(), 1..4).prop_map(|leaves| leaves.join(" OR "))
}

fn leaf() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => word(),
        1 => word().prop_map(|word| format!("={word}")),
        1 => word().prop_map(|word| format!("{}*", word.chars().take(4).collect::<String>())),
        2 => vec(word(), 2..4).prop_map(|words| format!("\"{}\"", words.join(" "))),
        1 => word().prop_map(|word| format!("~{word}")),
        1 => (word(), 1..4_usize).prop_map(|(word, keep)| {
            let begins: String = word.chars().filter(|c| c.is_alphanumeric()).take(keep).collect();
            format!("/{begins}.*/")
        }),
        1 => select(&["name:\"George Hughes\"", "name:\"Barbara Hughes\"", "name:Петрова", "name:Putin", "name:Путин", "concept:war", "concept:санкции"][..])
            .prop_map(str::to_owned),
        1 => word().prop_map(|word| word.to_lowercase()),
        1 => word().prop_map(|word| word.to_uppercase()),
    ]
}

/// Any query, well formed or not, with fields.
pub fn query() -> impl Strategy<Value = String> {
    let join = select(
        &[" ", " AND ", " OR ", " NOT ", " -", " (", ") ", "\"", " NEAR/2 ", " NEAR/9 ", " NEAR "]
            [..],
    );
    let field = select(
        &[
            "",
            "",
            "",
            "lang:ru",
            "lang:bg",
            "in:comment",
            "in:all",
            "in:boilerplate",
            "in:text",
            "outlet:\"The Quay\"",
            "date:2013..2017",
            "date:2021..",
            "source:s1",
            "in:nothing",
            "-lang:ru",
            "-in:comment",
            "(lang:uk in:text minister OR міністр)",
            "date:soon",
        ][..],
    );
    (vec((leaf(), join), 0..5), leaf(), field).prop_map(|(parts, last, field)| {
        let joined: String = parts.into_iter().map(|(leaf, join)| leaf + join).collect();
        format!("{joined}{last} {field}")
    })
}
