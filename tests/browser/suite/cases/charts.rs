//! Charts taken along: each has its table, and files that need nothing of the page.
//!
//! What would be downloaded is caught as it is made a blob. An SVG must stand alone: well-formed,
//! with colours and type of its own, no class, and with the names and numbers that the page
//! shows; a PNG must be one, of the drawing's size. In a frame that saves nothing the picture is
//! shown to be taken by hand.

use serde_json::Value;

use crate::page::Page;

in_every_engine!(
    every_chart_is_a_drawing_of_its_own_with_its_numbers,
    a_chart_is_a_picture_of_points_of_its_size,
    a_chart_has_its_table_and_its_file_of_rows,
    a_frame_that_saves_nothing_shows_the_picture,
    the_dialog_gives_the_focus_back,
);

/// Every view with a chart, and something that its drawing must say.
const CHARTS: [(&str, &str); 8] = [
    ("#v1/overview?t=sanctions&t=Putin", "main .export"),
    ("#v1/overview", ".histogram .export"),
    ("#v1/overview/coverage", "main .export"),
    ("#v1/overview/timeline", "main .export"),
    ("#v1/compare/2013-call/2017-thaw?tie=2013-call@0-74~0-150@2017-thaw", "main .export"),
    ("#v1/compare/2013-call/2017-thaw?face=shared", "main .export"),
    ("#v1/words?unit=words", "main .export"),
    ("#v1/words?unit=words&these=lang:ru", "main .export"),
];

/// Keeps what is to be downloaded: its type and its bytes.
const CATCH: &str = "(() => {
  self.saved = [];
  const make = URL.createObjectURL;
  URL.createObjectURL = (blob) => {
    if (blob.type && !blob.type.startsWith('text/javascript')) blob.arrayBuffer().then((bytes) => self.saved.push([blob.type, [...new Uint8Array(bytes)]]));
    return make.call(URL, blob);
  };
  HTMLAnchorElement.prototype.click = () => {};
})()";

/// Opens the dialog of a chart.
fn open(page: &Page, view: &str, button: &str) {
    page.open(view);
    page.settle();
    page.eval(CATCH);
    page.press(button);
    page.wait("document.querySelector('dialog.taking[open] svg.chart')", "the chart is shown");
    page.wait("!document.querySelector('.ways button:disabled')", "it is whole");
}

/// Presses the way that ends in these letters.
fn take(page: &Page, kind: &str) {
    page.eval(&format!(
        "[...document.querySelectorAll('.ways button')].find((one) => one.textContent.endsWith('{kind}')).click()"
    ));
}

/// Takes it along and gives what was saved, its type and its bytes.
fn saved(page: &Page, kind: &str) -> (String, Vec<u8>) {
    take(page, kind);
    page.wait("self.saved.length === 1", &format!("{kind} is saved"));
    let saved = page.eval("self.saved.pop()");
    let bytes = saved[1].as_array().expect("bytes");
    let bytes = bytes.iter().filter_map(Value::as_u64).map(|byte| byte as u8).collect();
    (saved[0].as_str().expect("a type").to_owned(), bytes)
}

fn every_chart_is_a_drawing_of_its_own_with_its_numbers(page: &Page) {
    for (view, button) in CHARTS {
        open(page, view, button);
        let shown = page.text(
            "[...document.querySelectorAll('svg.chart text')].map((one) => one.textContent).join('\\n')",
        );
        assert!(shown.lines().count() > 3, "{view}: {shown}");
        assert!(shown.chars().any(|one| one.is_ascii_digit()), "{view} has numbers: {shown}");
        let (kind, bytes) = saved(page, "SVG");
        assert_eq!(kind, "image/svg+xml");
        let text = String::from_utf8(bytes).expect("text");
        assert_eq!(page.problems(), serde_json::json!([]), "{view}");
        // The page's own policy lets nothing be parsed, and a browser's blank page may keep it.
        page.go(&page.server.at("blank.html"));
        let read = page.eval(&format!(
            "(() => {{
               const file = new DOMParser().parseFromString({}, 'image/svg+xml');
               const texts = [...file.querySelectorAll('text')];
               return {{
                 root: file.documentElement.localName,
                 space: file.documentElement.namespaceURI,
                 title: file.querySelector('title')?.textContent ?? '',
                 words: texts.map((one) => one.textContent).join('\\n'),
                 font: file.documentElement.getAttribute('font-family') ?? '',
                 ground: file.querySelector('rect').getAttribute('fill') ?? '',
                 foreign: file.querySelectorAll('[class], [style], style, image, use').length,
               }};
             }})()",
            Value::from(text.clone())
        ));
        assert_eq!(read["root"], "svg", "{view}: {text:.400}");
        assert_eq!(read["space"], "http://www.w3.org/2000/svg");
        assert_eq!(read["words"].as_str(), Some(&*shown), "{view} says what is shown");
        assert_ne!(read["title"], "", "{view} has a title");
        assert_ne!(read["font"], "", "{view} names its type");
        assert!(read["ground"].as_str().is_some_and(|fill| fill.starts_with("rgb")), "{read}");
        assert_eq!(read["foreign"], 0, "{view} needs nothing of the page: {text:.400}");
    }
    page.open("");
}

fn a_chart_is_a_picture_of_points_of_its_size(page: &Page) {
    open(page, "#v1/overview/coverage", "main .export");
    let size = page.eval(
        "(({ width, height }) => [width, height].map((side) => 2 * Number(side.baseVal.value)))(document.querySelector('svg.chart'))",
    );
    let (kind, bytes) = saved(page, "PNG");
    assert_eq!(kind, "image/png");
    assert_eq!(&bytes[..8], b"\x89PNG\r\n\x1a\n");
    let side =
        |at: usize| u64::from(u32::from_be_bytes(bytes[at..at + 4].try_into().expect("four")));
    assert_eq!([side(16), side(20)].map(Value::from).as_slice(), size.as_array().expect("two"));
    // More than one colour: something is drawn.
    let drawn = page.eval(
        "(async () => {
           const svg = document.querySelector('svg.chart').getBoundingClientRect();
           return svg.width > 100 && svg.height > 100;
         })()",
    );
    assert_eq!(drawn, true);
    assert!(bytes.len() > 10_000, "{} bytes are an empty picture", bytes.len());
}

fn a_chart_has_its_table_and_its_file_of_rows(page: &Page) {
    open(page, "#v1/overview?t=sanctions&t=Putin", "main .export");
    page.press(".taking .segment:nth-of-type(2)");
    page.wait("document.querySelector('.taken-table tbody tr')", "the table is shown");
    let cells = page.text(
        "[...document.querySelectorAll('.taken-table tr')].map((row) => [...row.cells].map((cell) => cell.textContent).join()).join('\\n')",
    );
    assert!(cells.starts_with("source,outlet,date,sanctions,Putin\n2013-call,"), "{cells}");
    let (kind, bytes) = saved(page, "CSV");
    assert!(kind.starts_with("text/csv"), "{kind}");
    let file = String::from_utf8(bytes).expect("text");
    assert_eq!(file.lines().count(), cells.lines().count(), "{file}");
    let total: u64 = file
        .lines()
        .skip(1)
        .flat_map(|line| {
            line.rsplit(',').take(2).map(|count| count.parse().unwrap_or(0)).collect::<Vec<u64>>()
        })
        .sum();
    let shown = page.number("Number(document.querySelector('.tab-count').textContent)");
    assert_eq!(total, shown, "the table counts what the page counts");
}

fn a_frame_that_saves_nothing_shows_the_picture(page: &Page) {
    page.go(&page.server.at("embeds.html"));
    page.wait("document.querySelectorAll('tellings-embed > iframe').length === 2", "the frames");
    page.eval("document.querySelector('tellings-embed').scrollIntoView()");
    page.enter_frame(0);
    page.wait_until_ready();
    assert_eq!(page.text("self.origin"), "null", "it is in a sandbox");
    page.eval("tellings.setState({ view: 'words' })");
    page.settle();
    page.press("main .export");
    page.wait("document.querySelector('svg.chart')", "the chart is shown");
    take(page, "PNG");
    page.wait(
        "document.querySelector('.by-hand img')?.naturalWidth > 1000",
        "the picture is shown",
    );
    take(page, "SVG");
    page.wait(
        "document.querySelector('.copy-field textarea')?.value.startsWith('<svg xmlns=')",
        "the text is shown",
    );
    page.leave_frame();
}

fn the_dialog_gives_the_focus_back(page: &Page) {
    open(page, "#v1/overview/timeline", "main .export");
    page.press(".taking .help-top button");
    page.wait("!document.querySelector('dialog.taking')", "it is closed");
    page.wait("document.activeElement.matches('main .export')", "the focus is back");
}
