//! The engine as an ES module: in a page that allows only its own files, and in Node.
//!
//! Both add texts, build, save, open what was saved, and search it; Node's pack is that of the
//! command line, byte for byte. What the package says of itself (its kind, its types) is read
//! from its files. Without a built module the cases are skipped.

use std::{fs, process::Command};

use serde_json::{Value, json};

use crate::{page::Page, place};

in_every_engine!(a_page_searches_by_the_module);

/// Whether the module is built; says so where it is not.
fn is_built() -> bool {
    let is_built = place::dist().join("module/tellings.js").is_file();
    assert!(is_built || !place::is_strict(), "there is no module; run `cargo xtask build`");
    if !is_built {
        println!("skipped: there is no module; run `cargo xtask build`");
    }
    is_built
}

/// What is in `module-use.js`, for pages, and in the script for Node below: adds, builds,
/// saves, opens, searches.
fn check(found: &str) {
    let found: Value = serde_json::from_str(found).expect("what was found");
    assert_eq!(found["total"], json!(2), "{found}");
    // Bytes would be more: the text begins with letters of two bytes.
    assert_eq!(found["sources"][1]["marks"][0]["start"], json!(13), "{found}");
}

fn a_page_searches_by_the_module(page: &Page) {
    if !is_built() {
        page.open("");
        return;
    }
    page.go(&page.server.at("module.html"));
    page.wait("self.found", "the module has searched");
    check(&page.text("self.found"));
}

/// The program, with the wasm read from disk, and its pack written beside.
const NODE: &str = r"
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
const [, , folder, texts, made] = process.argv;
const { default: init, Engine, diff } = await import(pathToFileURL(`${folder}/tellings.js`));
await init({ module_or_path: readFileSync(`${folder}/tellings_bg.wasm`) });
const engine = new Engine();
for (const line of readFileSync(texts, 'utf8').trim().split('\n')) engine.addText(JSON.parse(line));
engine.build();
writeFileSync(made, engine.save());
const edits = diff('Два часа 🚀 говорили', 'Три часа 🚀 молча говорили');
console.log(JSON.stringify({ ...Engine.open(engine.save()).search('sanctions'), edits }));
";

#[test]
fn node_searches_by_the_module_and_makes_the_pack_of_the_command_line() {
    let Some(node) = place::on_path("node") else {
        println!("skipped: there is no Node");
        return;
    };
    if !is_built() {
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let at = |name: &str| folder.path().join(name);
    let lines = [
        json!({ "id": "a", "text": "Talks in Geneva\n\nThey spoke of sanctions.\n", "lang": "en" }),
        json!({ "id": "b", "text": "Он говорил о санкциях.\n", "lang": "ru" }),
    ];
    let lines = lines.map(|line| format!("{line}\n")).concat();
    fs::write(at("texts.jsonl"), lines).expect("the texts");
    fs::write(at("use.mjs"), NODE).expect("the program");
    let mut command = Command::new(node);
    command.arg(at("use.mjs")).arg(place::dist().canonicalize().expect("dist").join("module"));
    let output = command.arg(at("texts.jsonl")).arg(at("node.pack")).output().expect("Node");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let found = String::from_utf8_lossy(&output.stdout);
    check(&found);
    let found: Value = serde_json::from_str(&found).expect("what was found");
    let edits = found["edits"].as_array().expect("edits");
    let same: Vec<bool> = edits.iter().filter_map(|edit| edit["same"].as_bool()).collect();
    assert_eq!(same, [false, true, false, true], "{found}");
    assert_eq!(edits[0]["b"], json!({ "start": 0, "end": 3 }), "{found}");
    assert_eq!(edits[3]["a"]["end"], json!(20), "{found}");
    assert_eq!(edits[3]["b"]["end"], json!(26), "{found}");
    let mut command = Command::new(place::command_line());
    command.arg("pack").arg(at("texts.jsonl")).arg("-o").arg(at("native.pack"));
    assert!(command.output().expect("the command line").status.success());
    let read = |name: &str| fs::read(at(name)).expect("a pack");
    assert!(read("node.pack") == read("native.pack"), "the packs differ");
}

#[test]
fn the_module_says_what_it_is_and_has_types() {
    if !is_built() {
        return;
    }
    let read = |name: &str| {
        fs::read_to_string(place::dist().join("module").join(name)).expect("a file of the module")
    };
    let package: Value = serde_json::from_str(&read("package.json")).expect("JSON");
    assert_eq!((&package["type"], &package["types"]), (&json!("module"), &json!("tellings.d.ts")));
    let types = read("tellings.d.ts");
    for name in ["class Engine", "function diff", "interface Text", "interface Found", "InitInput"]
    {
        assert!(types.contains(name), "{name} in {types}");
    }
}
