//! The command line and the page answer alike.

use std::{fs, process::Command, sync::OnceLock};

use serde_json::{Map, Value, json};

use crate::{page::Page, place};

in_every_engine!(
    command_line_and_page_answer_alike,
    the_page_makes_the_pack_that_the_command_line_makes,
);

/// Promised of every machine: 64 bits there, 32 here.
fn the_page_makes_the_pack_that_the_command_line_makes(page: &Page) {
    let made = page.folder().join("made.pack");
    let mut command = Command::new(place::command_line());
    command.arg("pack").arg(place::sources()).arg("-o").arg(&made);
    assert!(command.output().expect("the command line").status.success());
    let pack = fs::read(&made).expect("the pack");
    let hash = u64::from_le_bytes(pack[16..24].try_into().expect("eight bytes"));
    page.open("");
    let published = page.text("tellings.state().address");
    let files: Map<String, Value> = fs::read_dir(place::sources())
        .expect("the sources")
        .flatten()
        .map(|file| {
            let text = fs::read_to_string(file.path()).expect("a text");
            (file.file_name().to_string_lossy().into_owned(), json!(text))
        })
        .collect();
    // Without the sources that are there the files are all it is made of. First another
    // collection, so that the one made of the files is seen to come.
    let make = |files: Value, count: usize| {
        page.eval(&format!(
            "(async () => {{
               const files = Object.entries({files}).map(([name, text]) => new File([text], name));
               await tellings.add(files, {{ keep: [] }});
             }})()"
        ));
        page.wait(&format!("self.tellings?.sources().length === {count}"), "it is open");
        page.wait_until_ready();
        page.text("tellings.state().address")
    };
    let other = make(json!({ "other.txt": "Talks in Geneva\n\nThey spoke for two hours.\n" }), 1);
    assert_ne!(other, published, "another collection has another address");
    let address = make(Value::Object(files), 4);
    assert_eq!(address, published, "made again it is the same collection");
    assert!(
        address.contains(&format!("c={}", &format!("{hash:016x}")[..8])),
        "{address}, {hash:016x}"
    );
}

fn command_line_and_page_answer_alike(page: &Page) {
    page.open("");
    for Asked { request, what, words, answer } in asked() {
        let call = match what.as_str() {
            "search" => format!("tellings.search({})", json!(words[0])),
            _ => format!("tellings.compare({})", json!(words)),
        };
        let told = page.text(&format!("(async () => JSON.stringify(await {call}))()"));
        let told: Value = serde_json::from_str(&told).expect("what the page says");
        assert_eq!(&plain(told, None), answer, "{request}");
    }
}

/// A request, and what the command line answers.
struct Asked {
    request: String,
    what: String,
    words: Vec<String>,
    answer: Value,
}

/// All requests, asked of the command line once for all browsers.
fn asked() -> &'static [Asked] {
    static ASKED: OnceLock<Vec<Asked>> = OnceLock::new();
    ASKED.get_or_init(|| {
        let requests = fs::read_to_string(place::own("requests.txt")).expect("the requests");
        let requests = requests.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
        let asked: Vec<Asked> = requests
            .map(|request| {
                let (what, rest) = request.split_once(' ').expect("a request has two words");
                let words: Vec<String> = match what {
                    "search" => vec![rest.to_owned()],
                    _ => rest.split(' ').map(str::to_owned).collect(),
                };
                let answer = plain(ask(what, &words), Some(""));
                Asked { request: request.to_owned(), what: what.to_owned(), words, answer }
            })
            .collect();
        assert!(asked.len() > 20, "{} requests", asked.len());
        asked
    })
}

/// What the command line answers.
fn ask(what: &str, words: &[String]) -> Value {
    let mut command = Command::new(place::command_line());
    command.args([what, "--json"]).arg(place::sources()).args(words);
    let output = command.output().expect("the command line; run `cargo xtask build`");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("what the command line says")
}

/// An answer with numbers written alike (1 and 1.0 are one number to JavaScript) and, for
/// answers in bytes, positions in UTF-16. `source` is the one that positions belong to.
fn plain(value: Value, source: Option<&str>) -> Value {
    match value {
        Value::Number(number) => json!(number.as_f64()),
        Value::Array(all) => all.into_iter().map(|one| plain(one, source)).collect(),
        Value::Object(all) => {
            let own = ["source", "id"].iter().find_map(|key| all.get(*key)?.as_str());
            let own = own.map(str::to_owned);
            let source = source.map(|outer| own.as_deref().unwrap_or(outer));
            let fields = all.into_iter().map(|(key, value)| {
                let value = match (source, key.as_str(), value.as_u64()) {
                    (Some(id), "start" | "end", Some(byte)) => json!(utf16(id, byte) as f64),
                    _ => plain(value, source),
                };
                (key, value)
            });
            Value::Object(fields.collect::<Map<_, _>>())
        }
        other => other,
    }
}

/// A byte's place in a source, in UTF-16 units. Each bundled source is a plain text, whose
/// text is the file.
fn utf16(id: &str, byte: u64) -> usize {
    let path = place::sources().join(format!("{id}.txt"));
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path:?}: {error}"));
    let byte = usize::try_from(byte).expect("a position");
    text.get(..byte).expect("positions lie between letters").encode_utf16().count()
}
