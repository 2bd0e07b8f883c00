//! Whole pages: nothing is lost, nothing hostile hurts, threads and heads are understood.

use std::time::Instant;

use proptest::prelude::{Just, Strategy, any, prop_oneof, proptest};

use super::{Saved, document};
use crate::source::{BlockKind, Document, Report};

fn read(html: &str) -> Document {
    document("page".to_owned(), "page.html", html, Report::default(), Saved::default()).unwrap()
}

/// The texts of the blocks of a kind.
fn texts(document: &Document, kind: BlockKind) -> Vec<&str> {
    let own = document.blocks.iter().filter(|block| block.kind == kind);
    own.map(|block| block.span.of_text(&document.text).trim()).collect()
}

fn is_whole(document: &Document) {
    let mut end = 0;
    for block in &document.blocks {
        assert_eq!(block.span.start, end, "gap or overlap");
        assert!(block.span.start <= block.body && block.body <= block.span.end);
        end = block.span.end;
    }
    assert_eq!(end as usize, document.text.len());
}

const WORDS: &str =
    "The council met on Monday and spoke for two hours about the bridge, its cost and its end.";

#[test]
fn scripts_styles_and_handlers_never_get_into_the_text() {
    let page = read(&format!(
        "<h1 onclick='x()'>A bridge</h1><script>alert('no')</script><style>p{{}}</style>\
         <p onmouseover=\"steal()\">{WORDS} <a href='javascript:no()'>here</a></p>\
         <p>{WORDS}</p><svg><text>drawn</text><script>no()</script></svg>\
         <iframe srcdoc='<p>no</p>'>no frame</iframe><img src=x onerror=no() alt=no>"
    ));
    for never in ["alert", "steal", "javascript", "onerror", "drawn", "no frame", "{}", "<"] {
        assert!(!page.text.contains(never), "{never}: {}", page.text);
    }
    assert!(page.text.contains("here"), "{}", page.text);
    let dropped: Vec<&str> = page.report.dropped.iter().map(|(what, _)| what.as_str()).collect();
    for what in ["scripts", "styles", "drawings", "pictures"] {
        assert!(dropped.contains(&what), "{what} is not listed in {dropped:?}");
    }
    assert!(page.report.dropped.iter().all(|(_, bytes)| *bytes > 0));
    is_whole(&page);
}

#[test]
fn text_after_an_unclosed_drawing_is_not_lost() {
    let page = read(&format!("<svg><g><path d=M0><p>{WORDS}</p><math><mi>x<div>{WORDS}</div>"));
    assert_eq!(page.text.matches("The council").count(), 2);
}

#[test]
fn tricks_with_foreign_elements_stay_text_and_lose_no_paragraph() {
    for trick in [
        "<svg><style><img src=x onerror=alert(1)></style></svg>",
        "<math><mi><mglyph><style><!--</style><img title='--><img src=1 onerror=alert(1)>'></math>",
        "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
        "<svg><foreignObject><p><a href='javascript:alert(1)'>there</a></foreignObject></svg>",
        "<template><script>alert(1)</script></template>",
        "<a href='java\nscript:alert(1)' onclick=alert(1)>there</a>",
        "<svg/onload=alert(1)><set attributeName=href to=javascript:alert(1)></svg>",
        "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    ] {
        let page =
            read(&format!("<h1>A bridge</h1><p>{WORDS}</p>{trick}<p>{WORDS} It rained.</p>"));
        is_whole(&page);
        assert!(page.text.contains(WORDS), "{trick}");
        assert!(!page.text.contains("javascript:"), "{trick}: {}", page.text);
        // Whatever of it is text is shown as text: nothing of a page is ever put in as markup.
        let url = page.meta.url.as_ref().map(|found| found.value.as_str());
        assert!(url.is_none_or(|url| url.starts_with("http")), "{trick}");
    }
}

/// Pages made to hurt, `n` times whatever it is that hurts.
fn hostile(n: usize) -> Vec<(&'static str, String)> {
    let attributes: String = (0..n).map(|nth| format!(" a{nth}=1")).collect();
    let thread = "<div><b>ann</b> <i>3 May 2013 09:16</i> Well said.</div>".repeat(n / 8);
    vec![
        ("deep nesting", format!("{}{WORDS}", "<div>".repeat(n))),
        ("deep nesting closed", format!("{}{WORDS}{}", "<div>".repeat(n), "</div>".repeat(n))),
        ("deep lists", format!("{}{WORDS}", "<ul><li>".repeat(n))),
        ("deep tables", format!("{}{WORDS}", "<table><tr><td>".repeat(n))),
        ("deep formatting", format!("{}{WORDS}", "<b><i><a href=x>".repeat(n))),
        ("deep drawings", format!("<p>{WORDS}</p>{}", "<svg><foreignObject><math><g>".repeat(n))),
        ("many attributes", format!("<p{attributes}>{WORDS}</p>")),
        ("one attribute many times", format!("<p{}>{WORDS}</p>", " class=a".repeat(n))),
        ("a long attribute", format!("<p class='{}'>{WORDS}</p>", "ad-".repeat(n))),
        ("unclosed tags", format!("{}<p>{WORDS}", "<p><a href=x><td><li><svg>".repeat(n))),
        ("end tags only", format!("{}{WORDS}", "</div></p></b>".repeat(n))),
        ("many lines", format!("<p>{WORDS}</p>").repeat(n / 8)),
        ("many headings", "<h2>Bridge</h2>".repeat(n / 2)),
        ("many quotations", format!("<blockquote>{WORDS}</blockquote>").repeat(n / 8)),
        ("many comments", format!("<p>{WORDS}</p><div class=comments>{thread}</div>")),
        (
            "many answers",
            format!(
                "<p>{WORDS}</p><div class=comments>{}</div>",
                "<p class=c><b>ann</b> 3 May 2013 09:16<br>@ann, in reply to #7: well said.</p>"
                    .repeat(n / 8)
            ),
        ),
        (
            "many dates",
            format!("<p>{WORDS}</p>{}", "<p>05/10/2018 and 10/05/2018</p>".repeat(n / 8)),
        ),
        ("many names", (0..n).map(|nth| format!("<x{nth}>a")).collect()),
        ("an open remark", format!("<p>{WORDS}</p><!-- {}", "-- ".repeat(n))),
        ("an open tag", format!("<p>{WORDS}</p><a {}", "href='x' ".repeat(n))),
    ]
}

#[test]
fn the_time_of_hostile_pages_grows_with_their_length_and_no_faster() {
    let time = |html: &str| {
        let start = Instant::now();
        is_whole(&read(html));
        start.elapsed().as_secs_f64()
    };
    for ((what, short), (_, long)) in hostile(1_000).into_iter().zip(hostile(8_000)) {
        // Eight times the page takes eight times as long; with its square it would be 64.
        let few = time(&short).min(time(&short));
        let many = time(&long);
        assert!(many < few * 24.0 + 0.5, "{what}: {few} s, eight times of it {many} s");
    }
}

#[test]
fn a_million_attributes_and_elements_are_a_page_like_any_other() {
    let attributes: String = (0..1_000_000).map(|nth| format!(" a{nth}")).collect();
    let page = read(&format!("{}<p{attributes}>{WORDS}</p>", "<i>".repeat(1_000_000)));
    assert!(page.text.contains(WORDS));
    is_whole(&page);
}

#[test]
fn boilerplate_says_why_it_is_none_of_the_text() {
    let page = read(&format!(
        "<nav><a href=/>Home</a> <a href=/w>World</a></nav><article><h1>A bridge opens</h1>\
         <p>{WORDS}</p><div class='newsletter-signup'>Get our best stories every day.</div>\
         <p>{WORDS} It rained.</p><div class=related-posts><a href=/b>Another bridge closes</a></div></article>\
         <footer>All of it is ours.</footer>"
    ));
    assert_eq!(texts(&page, BlockKind::Headline), ["A bridge opens"]);
    assert_eq!(texts(&page, BlockKind::Paragraph).len(), 2);
    let reasons: Vec<&str> = page
        .blocks
        .iter()
        .filter(|block| block.kind == BlockKind::Boilerplate)
        .map(|block| block.reason.0.as_str())
        .collect();
    assert_eq!(
        reasons,
        [
            "navigation: element nav",
            "log-in or subscription: class “newsletter”",
            "other articles: class “related”",
            "foot of the page: element footer"
        ]
    );
}

#[test]
fn a_table_of_facts_is_a_line_for_each_row_and_a_layout_table_is_none() {
    let page = read(&format!(
        "<h1>A bridge</h1><p>{WORDS}</p><table><tr><th>Year</th><th>Cost</th></tr>\
         <tr><td>2013</td><td>5 million</td></tr></table><p>{WORDS} It is long.</p>"
    ));
    assert!(page.text.contains("Year\tCost\n2013\t5 million\n"), "{}", page.text);
    let layout = read(&format!(
        "<table><tr><td>Menu</td><td><p>{WORDS}</p><p>{WORDS}!</p></td></tr></table>"
    ));
    assert_eq!(texts(&layout, BlockKind::Paragraph).len(), 2);
}

#[test]
fn lists_quotations_captions_and_subheadings_keep_their_roles() {
    let page = read(&format!(
        "<article><h1>A bridge</h1><p>{WORDS}</p><figure><img src=x><figcaption>The bridge at dawn</figcaption></figure>\
         <h2>What it costs</h2><ul><li>Five million for the stone</li><li>Two million for the iron</li></ul>\
         <p>{WORDS} It rained.</p><blockquote><p>We shall walk on it together one day.</p></blockquote><p>{WORDS} Then they left.</p></article>"
    ));
    assert_eq!(texts(&page, BlockKind::Caption), ["The bridge at dawn"]);
    assert_eq!(texts(&page, BlockKind::Subheading), ["What it costs"]);
    assert_eq!(
        texts(&page, BlockKind::List),
        ["Five million for the stone\nTwo million for the iron"]
    );
    assert_eq!(texts(&page, BlockKind::Quote), ["We shall walk on it together one day."]);
    is_whole(&page);
}

#[test]
fn a_page_that_is_all_furniture_still_has_a_text() {
    let page = read("<nav><a href=/>Home</a><a href=/b>News of the whole wide world</a></nav>");
    assert!(page.blocks.iter().any(|block| block.kind.is_main()));
    assert!(
        document(
            "a".into(),
            "a.html",
            "<p></p><script>1</script>",
            Report::default(),
            Saved::default()
        )
        .is_err()
    );
}

/// The comments of a page: depth, author, time, words.
fn thread(html: &str) -> Vec<(u8, String, String, String)> {
    let page =
        read(&format!("<article><h1>A bridge</h1><p>{WORDS}</p><p>{WORDS}</p></article>{html}"));
    let own = page.blocks.iter().filter(|block| block.kind == BlockKind::Comment);
    own.map(|block| {
        let body = page.text[block.body as usize..block.span.end as usize].trim();
        let (author, time) = (block.author.clone(), block.time.clone());
        (block.depth, author.unwrap_or_default(), time.unwrap_or_default(), body.to_owned())
    })
    .collect()
}

fn told(depth: u8, author: &str, time: &str, body: &str) -> (u8, String, String, String) {
    (depth, author.to_owned(), time.to_owned(), body.to_owned())
}

#[test]
fn threads_are_read_whatever_their_markup() {
    let expected = [
        told(0, "Ann", "2013-05-03T09:16", "I walked over it on 4 May 2013."),
        told(0, "Боян Г.", "2013-05-03T10:02", "Хубав мост!"),
        told(0, "guest", "2013-05-04T00:10", "Too narrow for a bus."),
    ];
    let rows = |make: &dyn Fn(&str, &str, &str) -> String| -> String {
        [
            make("Ann", "3 May 2013 09:16", "I walked over it on 4 May 2013."),
            make("Боян Г.", "3 May 2013 10:02", "Хубав мост!"),
            make("guest", "4 May 2013 00:10", "Too narrow for a bus."),
        ]
        .concat()
    };
    for (what, html) in [
        (
            "nested elements",
            format!(
                "<div class=comments>{}</div>",
                rows(&|name, time, body| format!(
                    "<div class=c><div class=top><b>{name}</b> <i>{time}</i></div><p>{body}</p><a href=#>Reply</a></div>"
                ))
            ),
        ),
        (
            "headers and words side by side",
            format!(
                "<h3>Comments (3)</h3><dl id=comments>{}</dl>",
                rows(&|name, time, body| format!("<dt>{name}, {time}</dt><dd>{body}</dd>"))
            ),
        ),
        (
            "names above the header",
            format!(
                "<div id=comments>{}<p>Leave a comment</p></div>",
                rows(&|name, time, body| format!(
                    "<div class=nick>{name}</div><div class=when>{time}</div><div class=text>{body}</div>"
                ))
            ),
        ),
        (
            "under a heading only",
            format!(
                "<section><h2>3 comments</h2>{}</section>",
                rows(&|name, time, body| format!(
                    "<div class=x1><span>{name}</span><span>{time}</span><div>{body}</div></div>"
                ))
            ),
        ),
    ] {
        assert_eq!(thread(&html), expected, "{what}");
    }
}

#[test]
fn answers_are_deeper_by_nesting_and_by_what_the_markup_states() {
    let one = |name: &str, time: &str, more: &str| {
        format!(
            "<li class=c><b>{name}</b> <time datetime='{time}'>then</time><p>Well said, {name}.</p>{more}</li>"
        )
    };
    let inner = one("Cy", "2013-05-03T10:00", "");
    let middle = one("Bo", "2013-05-03T09:30", &format!("<ul>{inner}</ul>"));
    let nested = format!(
        "<ul class=comments>{}{}</ul>",
        one("Ann", "2013-05-03T09:16", &format!("<ul>{middle}</ul>")),
        one("Di", "2013-05-04T08:00", "")
    );
    let depths: Vec<(u8, String)> =
        thread(&nested).into_iter().map(|(depth, author, _, _)| (depth, author)).collect();
    let names = ["Ann", "Bo", "Cy", "Di"].map(str::to_owned);
    assert_eq!(depths, [0, 1, 2, 0].into_iter().zip(names).collect::<Vec<_>>());
    let stated: String = [("Ann", 1), ("Bo", 2), ("Cy", 3), ("Di", 1)]
        .iter()
        .map(|(name, level)| {
            format!(
                "<div class='c level-{level}'><b>{name}</b> 3 May 2013 09:16<p>Well said.</p></div>"
            )
        })
        .collect();
    let depths: Vec<u8> =
        thread(&format!("<div id=comments>{stated}</div>")).iter().map(|one| one.0).collect();
    assert_eq!(depths, [0, 1, 2, 0]);
}

#[test]
fn flat_threads_are_deeper_by_what_shows_whom_they_answer() {
    let names = ["Ann", "Bo", "Cy", "Di"];
    let comment = |nth: usize, class: &str, more: &str, header: &str, words: &str| {
        let name = names[nth];
        format!(
            "<div class='c {class}' id=c{nth}7 {more}><b class=author>{name}</b> {header}<i>3 May 2013 09:1{nth}</i><p>{words}Well said.</p></div>"
        )
    };
    let parents = [None, Some(0), Some(1), None];
    let by = |one: &dyn Fn(usize, Option<usize>) -> String| -> Vec<u8> {
        let all: String =
            parents.iter().enumerate().map(|(nth, parent)| one(nth, *parent)).collect();
        thread(&format!("<div id=comments>{all}</div>")).iter().map(|one| one.0).collect()
    };
    let parent = |parent: Option<usize>, named: &dyn Fn(usize) -> String| {
        parent.map(named).unwrap_or_default()
    };
    for (what, depths) in [
        (
            "attribute",
            by(&|nth, to| {
                comment(nth, "", &parent(to, &|to| format!("data-parent-id={to}7")), "", "")
            }),
        ),
        (
            "link",
            by(&|nth, to| {
                comment(nth, "", "", &parent(to, &|to| format!("<a href='#c{to}7'>^</a> ")), "")
            }),
        ),
        (
            "margin",
            by(&|nth, _| {
                comment(nth, "", &format!("style='margin-left: {}px'", [0, 24, 48, 0][nth]), "", "")
            }),
        ),
        (
            "margin or a cell that moves",
            by(&|nth, _| match nth {
                1 => comment(nth, "", "style='margin-left: 24px'", "", ""),
                2 => comment(nth, "", "", "<td width=48></td>", ""),
                _ => comment(nth, "", "", "", ""),
            }),
        ),
        (
            "margins beyond every number",
            by(&|nth, _| match nth {
                1 => comment(nth, "", "style='margin-left: 4000000000px'", "", ""),
                2 => {
                    let cell = "<td width=4294967295px></td>";
                    comment(nth, "", "style='margin-left: 4000000000px'", cell, "")
                }
                _ => comment(nth, "", "", "", ""),
            }),
        ),
        (
            "words",
            by(&|nth, to| {
                comment(nth, "", "", "", &parent(to, &|to| format!("В отговор на {}: ", names[to])))
            }),
        ),
        (
            "address",
            by(&|nth, to| comment(nth, "", "", "", &parent(to, &|to| format!("@{}, ", names[to])))),
        ),
        (
            "element",
            by(&|nth, to| {
                comment(
                    nth,
                    "",
                    "",
                    &parent(to, &|to| format!("<span class=reply-to>{}</span> ", names[to])),
                    "",
                )
            }),
        ),
    ] {
        assert_eq!(depths, [0, 1, 2, 0], "{what}");
    }
    let by_class =
        by(&|nth, to| comment(nth, if to.is_some() { "c-reply" } else { "" }, "", "", ""));
    assert_eq!(by_class, [0, 1, 1, 0]);
    let after = |strangers: usize| {
        let strangers = "<i class=mention>Nobody</i> ".repeat(strangers);
        by(&|nth, to| {
            let named = |to: usize| format!("{strangers}<i class=mention>{}</i> ", names[to]);
            comment(nth, "", "", "", &parent(to, &named))
        })
    };
    assert_eq!(after(3), [0, 1, 2, 0], "the answered one is among the first who are mentioned");
    assert_eq!(after(4), [0; 4], "who mentions a crowd answers nobody");
    assert_eq!(by(&|nth, _| comment(nth, "", "", "", "")), [0; 4]);
}

#[test]
fn dates_in_numbers_are_read_as_the_page_writes_them() {
    let date = |head: &str, line: &str, more: &str| {
        let page = read(&format!(
            "{head}<article><h1>A bridge opens over the river</h1><div>{line}</div><p>{WORDS}</p><p>{WORDS} It rained.</p>{more}</article>"
        ));
        page.meta.date.map(|found| (found.value, found.reason.0))
    };
    for (head, line, more, iso, why) in [
        ("<html lang=en-GB>", "05/10/2018", "", "2018-10-05", "en-GB"),
        ("<html lang=en-US>", "05/10/2018", "", "2018-05-10", "en-US"),
        ("<html lang=en-US>", "05/10/2018", "<p>See 23/04/2017.</p>", "2018-10-05", "other dates"),
        ("<link rel=canonical href='https://a.example.ie/b'>", "05/10/18", "", "2018-10-05", ".ie"),
        (
            "<!-- Page saved with SingleFile\n url: https://b.example/c \n saved date: Sat Jun 16 2018 10:11:12 GMT+0100 --><html lang=en-GB>",
            "05/10/2018",
            "",
            "2018-05-10",
            "lie ahead",
        ),
    ] {
        let (found, reason) = date(head, line, more).unwrap();
        assert_eq!(found, iso, "{line} {head}");
        assert!(reason.contains(why), "{reason}");
    }
}

fn soup() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("<p>".to_owned()),
        Just("</p>".to_owned()),
        Just("<div class='comments'>".to_owned()),
        Just("</div>".to_owned()),
        Just("<li>".to_owned()),
        Just("<ul>".to_owned()),
        Just("</ul>".to_owned()),
        Just("<a href=x>".to_owned()),
        Just("</a>".to_owned()),
        Just("<table><tr><td>".to_owned()),
        Just("<td>".to_owned()),
        Just("</table>".to_owned()),
        Just("<br>".to_owned()),
        Just("<svg>".to_owned()),
        Just("<h1>".to_owned()),
        Just("<article>".to_owned()),
        Just("</article>".to_owned()),
        Just("<nav>".to_owned()),
        Just("<blockquote>".to_owned()),
        Just("ann 3 May 2013 09:16".to_owned()),
        Just("преди 3 часа".to_owned()),
        Just(" ".to_owned()),
        Just(WORDS.to_owned()),
        Just("мост".to_owned()),
        Just("&amp;".to_owned()),
        "[a-zа-я<&>\"' ]{0,12}",
    ];
    proptest::collection::vec(piece, 1..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn every_byte_of_any_page_is_in_one_block(html in soup()) {
        if let Ok(page) = document("p".into(), "p.html", &html, Report::default(), Saved::default()) {
            is_whole(&page);
        }
    }

    #[test]
    fn any_text_at_all_is_read(html in any::<String>()) {
        if let Ok(page) = document("p".into(), "p.html", &html, Report::default(), Saved::default()) {
            is_whole(&page);
        }
    }

    #[test]
    fn words_of_plain_elements_all_arrive_in_order(
        words in proptest::collection::vec("[a-z]{1,8}", 1..40),
        tags in proptest::collection::vec(prop_oneof![Just("p"), Just("div"), Just("span"), Just("li"), Just("b"), Just("h2"), Just("td"), Just("section")], 40),
    ) {
        let html: String = words.iter().zip(&tags).map(|(word, tag)| format!("<{tag}>{word}</{tag}> ")).collect();
        let page = read(&html);
        let got: Vec<&str> = page.text.split_whitespace().collect();
        assert_eq!(got, words.iter().map(String::as_str).collect::<Vec<_>>());
    }
}
