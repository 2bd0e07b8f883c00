//! The command line and the page answer alike.

use std::{fs, process::Command};

use serde_json::{Map, Value, json};

use crate::{page::Page, place};

in_every_engine!(command_line_and_page_answer_alike);

fn command_line_and_page_answer_alike(page: &Page) {
    page.open("");
    let requests = fs::read_to_string(place::own("requests.txt")).expect("the requests");
    let mut count = 0;
    for request in requests.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let (what, rest) = request.split_once(' ').expect("a request has two words");
        let words: Vec<&str> =
            if what == "search" { vec![rest] } else { rest.split(' ').collect() };
        let call = match what {
            "search" => format!("tellings.search({})", json!(rest)),
            _ => format!("tellings.compare({})", json!(words)),
        };
        let told = page.text(&format!("(async () => JSON.stringify(await {call}))()"));
        let told: Value = serde_json::from_str(&told).expect("what the page says");
        assert_eq!(plain(told, None), plain(ask(what, &words), Some("")), "{request}");
        count += 1;
    }
    assert!(count > 20, "{count} requests");
}

/// What the command line answers.
fn ask(what: &str, words: &[&str]) -> Value {
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
