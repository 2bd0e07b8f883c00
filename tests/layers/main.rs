//! The architecture, checked: imports point only to earlier layers, files are short and
//! say what they are, nothing outside tests unwraps.
//!
//! [`LAYERS`] is the list of ARCHITECTURE.md. What the tests read of a file, and what they
//! cannot see, is in [`scan`]; the scanner has tests of its own below, so a check that
//! sees nothing is noticed.

#![allow(clippy::expect_used, reason = "a test that cannot read the project should stop")]

mod scan;

use std::{
    fs,
    path::{Path, PathBuf},
};

/// The layers, from left to right. A module may use those of its own layer and of the
/// layers before it.
const LAYERS: &[&[&str]] = &[
    &["span", "error", "sort", "unicode"],
    &["lang"],
    &["source"],
    &["text"],
    &["index"],
    &["pack"],
    &["query"],
    &["compare"],
    &["protocol", "engine"],
    &["importing"],
    &["state"],
    &["wire"],
    &["web", "importer", "api", "publish", "cli", "bin"],
];

/// No file of ours is longer, in lines.
const LONGEST: usize = 500;

#[test]
fn imports_point_only_to_earlier_layers() {
    let wrong: Vec<String> = rust_files("src")
        .iter()
        .filter(|file| file.name != "lib.rs")
        .flat_map(|file| wrong_imports(&file.name, &file.text))
        .collect();
    report(&wrong);
}

#[test]
fn no_file_has_more_than_500_lines() {
    let mut wrong = Vec::new();
    for file in [rust_files("src"), rust_files("xtask/src")].concat() {
        let lines = file.text.lines().count();
        if lines > LONGEST {
            wrong.push(format!("{}: {lines} lines; split it by purpose", file.path.display()));
        }
    }
    report(&wrong);
}

#[test]
fn every_file_says_at_its_top_what_it_is() {
    let mut wrong = Vec::new();
    for file in [rust_files("src"), rust_files("xtask/src")].concat() {
        if !file.text.trim_start_matches('\u{feff}').starts_with("//!") {
            wrong.push(format!(
                "{}: begin it with `//!`: what goes in, what comes out, the invariant, what \
                 does not belong here",
                file.path.display()
            ));
        }
    }
    report(&wrong);
}

#[test]
fn nothing_outside_tests_unwraps() {
    let mut wrong = Vec::new();
    for file in rust_files("src").iter().filter(|file| !is_test_file(&file.name)) {
        for line in scan::unwraps(&file.text) {
            wrong.push(format!(
                "{}:{line}: `unwrap` or `expect`; return a `Result`, or take the case that \
                 cannot happen with `unwrap_or_default`, `let … else` or `?`",
                file.path.display()
            ));
        }
    }
    report(&wrong);
}

/// One Rust file.
#[derive(Clone)]
struct File {
    /// For messages, below the project's folder.
    path: PathBuf,
    /// Below the folder that was read, with `/` (`lang/mod.rs`).
    name: String,
    /// What it says.
    text: String,
}

/// All Rust files in a folder of the project, by name.
fn rust_files(folder: &str) -> Vec<File> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let base = root.join(folder);
    let mut files = Vec::new();
    let mut folders = vec![base.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder of the project can be read") {
            let path = entry.expect("so can its entries").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let name = path.strip_prefix(&base).expect("it lies there").to_string_lossy();
                files.push(File {
                    name: name.replace('\\', "/"),
                    text: fs::read_to_string(&path).expect("a Rust file is UTF-8"),
                    path: path.strip_prefix(root).expect("it lies there").to_owned(),
                });
            }
        }
    }
    files.sort_by(|a, b| a.name.cmp(&b.name));
    assert!(!files.is_empty(), "{}: no Rust files found", base.display());
    files
}

/// Whether a file of `src` is nothing but tests (`source/tests.rs`, `source/tests/…`).
fn is_test_file(name: &str) -> bool {
    name.split('/').any(|part| part == "tests.rs" || part == "tests")
}

/// The module path of a file of `src`: `lang/mod.rs` and `lang.rs` are `lang`.
fn module_path(name: &str) -> Vec<&str> {
    let mut path: Vec<&str> = name.trim_end_matches(".rs").split('/').collect();
    if path.last() == Some(&"mod") {
        path.pop();
    }
    path
}

/// The layer of a module below the root.
fn layer_of(module: &str) -> Option<usize> {
    LAYERS.iter().position(|layer| layer.contains(&module))
}

/// What `src/NAME` imports and must not, one message each.
fn wrong_imports(name: &str, text: &str) -> Vec<String> {
    let path = module_path(name);
    let is_binary = matches!(path[..], ["main"] | ["bin", ..]);
    let own = if is_binary { "bin" } else { path[0] };
    let Some(layer) = layer_of(own) else {
        return vec![format!(
            "src/{name}: `{own}` is in no layer; add it to LAYERS in tests/layers/main.rs and \
             to the table in ARCHITECTURE.md"
        )];
    };
    // In a binary the library is `tellings`, and `crate` is the binary itself.
    let root = if is_binary { "tellings" } else { "crate" };
    let mut wrong = Vec::new();
    for scan::Use { module, line } in scan::uses(text, &path, root) {
        match layer_of(&module) {
            Some(used) if used <= layer => {}
            Some(_) => wrong.push(format!(
                "src/{name}:{line}: `{own}` imports `{module}`, a later layer; move what both \
                 need to `{own}` or before it, or the code that needs `{module}` into a later \
                 layer"
            )),
            None => wrong.push(format!(
                "src/{name}:{line}: `{module}` is no layer; name the module that defines what \
                 you need, not a re-export at the root"
            )),
        }
    }
    wrong
}

/// Fails with all the messages, if there are any.
fn report(wrong: &[String]) {
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

mod scanner {
    //! The scanner on small inputs: what it must see, and what it must not.

    use super::{
        scan::{blank, unwraps, uses},
        wrong_imports,
    };

    fn modules(text: &str, path: &[&str]) -> Vec<String> {
        uses(text, path, "crate").into_iter().map(|used| used.module).collect()
    }

    #[test]
    fn a_path_in_a_use_or_in_an_expression_is_an_import() {
        assert_eq!(modules("use crate::index::Index;", &["text"]), ["index"]);
        assert_eq!(modules("fn f() { crate::pack::open(&[]) }", &["text"]), ["pack"]);
        assert_eq!(modules("pub(crate) fn f(a: &crate::query::Query) {}", &["text"]), ["query"]);
        assert_eq!(modules("fn f() { go(crate::web::x) }", &["text"]), ["web"]);
    }

    #[test]
    fn every_name_of_a_group_is_an_import_and_only_the_first_of_each_path() {
        let text =
            "use crate::{\n    lang::{self, Lang, sounds::{a, b}},\n    span::Span,\n    pack,\n};";
        assert_eq!(modules(text, &["text"]), ["lang", "span", "pack"]);
        assert_eq!(uses(text, &["text"], "crate")[1].line, 3);
    }

    #[test]
    fn super_reaches_the_root_only_from_the_right_depth() {
        assert_eq!(modules("use super::sounds;", &["lang", "english"]), [""; 0]);
        assert_eq!(modules("use super::super::index;", &["lang", "english"]), ["index"]);
        assert_eq!(modules("use super::{super::index, sounds};", &["lang", "english"]), ["index"]);
        assert_eq!(modules("use super::index;", &["lang"]), ["index"]);
        assert_eq!(modules("mod tests { use super::Lang; }", &["lang"]), [""; 0]);
        assert_eq!(modules("mod tests { use super::super::index; }", &["lang"]), ["index"]);
        assert_eq!(modules("fn f() { super::index::go() }", &["lang"]), ["index"]);
    }

    #[test]
    fn a_glob_of_the_root_is_seen() {
        assert_eq!(modules("use crate::*;", &["text"]), ["*"]);
    }

    #[test]
    fn comments_and_strings_import_nothing() {
        let text = "//! See [`crate::index`].\n/* crate::pack /* crate::api */ crate::web */\n\
                    const A: &str = \"crate::query \\\" crate::query\";\n\
                    const B: &str = r#\"crate::state \" \"#;\nconst C: &[u8] = b\"crate::api\";";
        assert_eq!(modules(text, &["text"]), [""; 0]);
    }

    #[test]
    fn a_quote_character_or_a_lifetime_opens_no_string() {
        let text =
            "fn f<'a>(x: &'a str) { x == '\"' || x == '\\'' || x == '\\u{22}' } use crate::web::x;";
        assert_eq!(modules(text, &["text"]), ["web"]);
        assert_eq!(blank("b'\"' 'я' r\"\\\" x"), "              x");
    }

    #[test]
    fn a_later_layer_an_unknown_name_and_an_unknown_module_are_refused() {
        let message = wrong_imports("text/words.rs", "//! Words.\nuse crate::index::Index;");
        assert_eq!(message.len(), 1);
        assert!(message[0].starts_with("src/text/words.rs:2: `text` imports `index`"));
        assert_eq!(wrong_imports("text/words.rs", "use crate::Index;").len(), 1);
        assert_eq!(wrong_imports("helpers.rs", "").len(), 1);
        assert_eq!(wrong_imports("index/mod.rs", "use crate::{lang, index::a};").len(), 0);
        assert_eq!(wrong_imports("engine.rs", "use crate::protocol::Request;").len(), 0);
    }

    #[test]
    fn a_binary_knows_the_library_by_its_name() {
        let text = "mod args; use crate::args; use tellings::{query, nothing};";
        assert_eq!(wrong_imports("bin/tellings.rs", text).len(), 1);
        assert_eq!(wrong_imports("main.rs", "use tellings::web::App;").len(), 0);
    }

    #[test]
    fn unwraps_are_seen_outside_tests_only() {
        let text = "fn a() { x.unwrap(); }\n#[cfg(test)]\nmod tests { fn b() { x.unwrap(); } }\n\
                    fn c() { x\n.expect(\"…\"); x.unwrap_or(1); map(Option::unwrap) }";
        assert_eq!(unwraps(text), [1, 5]);
        assert_eq!(unwraps("#![cfg(test)]\nfn a() { x.unwrap(); }"), [0; 0]);
        assert_eq!(unwraps("#[cfg(test)]\nmod tests;\nfn a() { x.unwrap() }"), [3]);
    }
}
