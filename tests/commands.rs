//! The command line as it is run: shapes, exit codes, and what bad input is answered with.
//!
//! In: small files of our own in a folder of each test's own, and the built binary. Out of
//! it: standard output, standard error and the exit code. The shapes of `--json` are kept as
//! snapshots. What the engine answers is for the other tests.

#![cfg(feature = "cli")]
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test that fails panics, and one that measures says so"
)]

use std::{
    fs::{self, File},
    io::{Read as _, Write as _},
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::Instant,
};

use serde_json::Value;

/// A folder that is empty when a test begins.
struct Folder(PathBuf);

impl Folder {
    fn new(test: &str) -> Self {
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(test);
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    /// Two accounts of one event, and a manifest.
    fn of_two(test: &str) -> Self {
        let folder = Self::new(test);
        folder.file("quay.txt", EN);
        folder.file("prichal.txt", RU);
        folder.file("collection.toml", TOML);
        folder
    }

    fn file(&self, name: &str, bytes: impl AsRef<[u8]>) {
        fs::write(self.0.join(name), bytes).unwrap();
    }
}

const EN: &str = "The ferry opens

The mayors Smith and Petrov met on 4 June 2015 on the quay and opened the new ferry for 60 guests.

Comments

Anna Reed
4 June 2015, 10:20
The ferry is late again, as it was in the spring of last year.

Log in
";
const RU: &str = "Паром открыт

Мэры Смит и Петров 4 июня открыли новый паром, и на причале их ждали 60 гостей.

Петров обещал мост.
";
const TOML: &str = "title = 'Ferry'\n[presets]\nterms = ['ferry']\n[[source]]\nfile = 'quay.txt'\noutlet = 'The Quay'\n[[source]]\nfile = 'prichal.txt'\ndate = 2015-06-05\n";

/// What a run ended with.
struct Ran {
    code: i32,
    out: String,
    err: String,
}

impl Ran {
    fn json(&self) -> Value {
        assert_eq!(self.code, 0, "{}", self.err);
        serde_json::from_str(&self.out).unwrap()
    }

    /// Refused: exit code 1 and one line that says all of `words`.
    fn refused(&self, words: &[&str]) {
        assert_eq!(self.code, 1, "{}{}", self.out, self.err);
        assert!(!self.err.contains("panicked"), "{}", self.err);
        assert!(self.err.starts_with("tellings: "), "{}", self.err);
        for word in words {
            assert!(self.err.contains(word), "no “{word}” in {}", self.err);
        }
    }
}

/// Runs `tellings` in a folder with something on standard input.
fn run_with(folder: &Path, arguments: &[&str], input: &str) -> Ran {
    let mut child = Command::new(env!("CARGO_BIN_EXE_tellings"))
        .args(arguments)
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A program that does not read its input closes it; that is its right.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    let output = child.wait_with_output().unwrap();
    Ran {
        code: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

fn run(folder: &Folder, arguments: &[&str]) -> Ran {
    run_with(&folder.0, arguments, "")
}

#[test]
fn inspect_tells_blocks_and_metadata_with_reasons() {
    let folder = Folder::of_two("inspect");
    let seen = run(&folder, &["inspect", "--json", "quay.txt", "prichal.txt"]).json();
    insta::assert_json_snapshot!(seen);
}

#[test]
fn search_tells_hits_marks_and_forms() {
    let folder = Folder::of_two("search");
    insta::assert_json_snapshot!(
        run(&folder, &["search", "--json", ".", "Petrov OR ferry"]).json()
    );
    let noted = run(&folder, &["search", "--json", ".", "(ferry"]).json();
    assert_eq!(noted["notes"][0], "A bracket is opened and not closed.");
}

#[test]
fn compare_tells_what_is_shared_and_what_is_not() {
    let folder = Folder::new("compare");
    // A link needs other passages to stand out from.
    let told = "The band slept through the morning.\n\nA dog barked at nobody.\n\nRain fell on empty hills.\n\nThe mayors Smith and Petrov opened the ferry for 60 guests.\n";
    let retold = "Оркестр спал всё утро.\n\nСобака лаяла.\n\nНа холмы лил дождь.\n\nМэры Смит и Петров открыли паром для 60 гостей.\n";
    folder.file("en.txt", told);
    folder.file("ru.txt", retold);
    let compared = run(&folder, &["compare", "--json", ".", "en", "ru"]).json();
    assert_eq!(compared["links"].as_array().unwrap().len(), 2, "{compared}");
    insta::assert_json_snapshot!(compared);
}

#[test]
fn a_pack_answers_like_its_folder_and_is_the_same_each_time() {
    let folder = Folder::of_two("pack");
    for name in ["one.pack", "two.pack"] {
        let said = run(&folder, &["pack", ".", "-o", name, "--json"]);
        assert_eq!(said.code, 0, "{}", said.err);
        fs::rename(folder.0.join(name), folder.0.with_extension(name)).unwrap();
    }
    let (one, two) = (folder.0.with_extension("one.pack"), folder.0.with_extension("two.pack"));
    assert!(fs::read(&one).unwrap() == fs::read(&two).unwrap(), "a second build differs");
    let pack = one.to_str().unwrap();
    for arguments in [&["search", "Petrov"][..], &["compare", "quay", "prichal"]] {
        let [command, rest @ ..] = arguments else { continue };
        let ask = |path| run(&folder, &[&["--json", command, path], rest].concat()).json();
        assert_eq!(ask(pack), ask("."), "{command}");
    }
}

#[test]
fn clean_prints_the_main_text_the_headline_or_the_date() {
    let folder = Folder::of_two("clean");
    let clean =
        |arguments: &[&str]| run(&folder, &[&["clean", "quay.txt"], arguments].concat()).out;
    let text = clean(&[]);
    assert!(text.starts_with("The ferry opens\n\nThe mayors"), "{text}");
    assert!(!text.contains("Anna Reed") && !text.contains("Log in"), "{text}");
    assert_eq!(clean(&["--title"]), "The ferry opens\n");
    assert!(clean(&["--date"]).starts_with("2015-06-04"));
    assert_eq!(
        run(&folder, &["clean", "quay.txt", "--title", "--json"]).json()[0],
        "The ferry opens"
    );
}

#[test]
fn lang_conflate_and_names_answer_line_by_line() {
    let folder = Folder::new("lines");
    let lines = "The mayors opened a new ferry on Tuesday.\nМэры открыли во вторник новый паром.\nКметовете откриха новия ферибот във вторник.\nМери відкрили у вівторок новий пором.\n";
    assert_eq!(run_with(&folder.0, &["lang"], lines).out, "en\nru\nbg\nuk\n");
    let keys =
        run_with(&folder.0, &["conflate", "--lang", "ru", "--json"], "паром\nпаромом\nмост\n");
    let keys = keys.json();
    let of = |at: usize| -> Vec<String> {
        keys[at].as_str().unwrap().split('\t').map(str::to_owned).collect()
    };
    assert!(of(0).iter().any(|key| of(1).contains(key)), "{keys}");
    assert!(!of(0).iter().any(|key| of(2).contains(key)), "{keys}");
    folder.file("list.txt", "Sarah Whitfield\nIvan Petrov\nOlha Kovalenko\n");
    let best = run_with(
        &folder.0,
        &["names", "--from", "ru", "--to", "en", "list.txt"],
        "Иван Петров\nОльга Коваленко\n",
    );
    let first: Vec<_> = best.out.lines().map(|line| line.split('\t').next().unwrap()).collect();
    assert_eq!(first, ["Ivan Petrov", "Olha Kovalenko"]);
}

#[test]
fn a_wrong_use_ends_with_two_and_help_with_none() {
    let folder = Folder::of_two("usage");
    for wrong in [&[][..], &["fly"], &["search", "."], &["compare", ".", "quay"], &["inspect"]] {
        assert_eq!(run(&folder, wrong).code, 2, "{wrong:?}");
    }
    assert_eq!(run(&folder, &["conflate", "--lang", "?"]).code, 2);
    let help = run(&folder, &["search", "--help"]);
    assert_eq!(help.code, 0);
    assert!(help.out.contains("in:comment"));
}

#[test]
fn what_is_missing_is_named() {
    let folder = Folder::of_two("missing");
    run(&folder, &["inspect", "gone.txt"]).refused(&["gone.txt"]);
    run(&folder, &["search", "gone", "x"]).refused(&["gone"]);
    run(&folder, &["compare", ".", "quay", "nowhere"]).refused(&["“nowhere”"]);
    run(&folder, &["pack", ".", "-o", "no/such/folder.pack"]).refused(&["folder.pack"]);
}

#[test]
fn one_bad_file_among_others_costs_only_itself() {
    let folder = Folder::of_two("mixed");
    folder.file("empty.txt", "");
    folder.file("picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR");
    let seen = run(&folder, &["inspect", "--json", "empty.txt", "quay.txt", "picture.txt"]);
    seen.refused(&["empty.txt", "no text", "picture.txt", "not a text"]);
    let shown: Value = serde_json::from_str(&seen.out).unwrap();
    assert_eq!(shown.as_array().unwrap().len(), 1);
    let found = run(&folder, &["search", "--json", ".", "ferry"]);
    assert!(found.json()["total"].as_u64().unwrap() > 0);
    assert!(found.err.contains("warning: empty.txt") && found.err.contains("warning: picture.txt"));
}

#[test]
fn broken_utf8_is_replaced_and_said() {
    let folder = Folder::new("broken");
    // A text with one letter in it that is broken; without letters of its own it would be
    // taken for an older encoding.
    folder.file("a.txt", [b"The \xd0 ferry ", "Паром\n".as_bytes()].concat());
    let seen = run(&folder, &["inspect", "--json", "a.txt"]).json();
    assert_eq!(seen[0]["replaced"], 1);
    assert!(seen[0]["notes"][0].as_str().unwrap().contains("U+FFFD"), "{seen}");
}

#[test]
fn a_byte_order_mark_and_carriage_returns_are_kept() {
    let folder = Folder::new("windows");
    let text = format!("\u{feff}{}", EN.replace('\n', "\r\n"));
    folder.file("a.txt", &text);
    let seen = run(&folder, &["inspect", "--json", "a.txt"]).json();
    let blocks = seen[0]["blocks"].as_array().unwrap();
    assert_eq!(blocks.last().unwrap()["end"], text.len());
    let found = run(&folder, &["search", "--json", "a.txt", "mayors"]).json();
    let start = found["sources"][0]["marks"][0]["start"].as_u64().unwrap();
    assert_eq!(text.find("mayors"), usize::try_from(start).ok(), "places are of the file's bytes");
}

#[test]
fn a_folder_of_many_formats_is_one_collection_and_bad_files_cost_only_themselves() {
    let folder = Folder::new("formats");
    folder.file("a.txt", "The ferry opens.\n");
    folder.file("b.md", "# A ferry\n\nIt *opens* on Tuesday.\n");
    folder.file("c.csv", "id;text;views\nrow;The ferry is late.;5\n");
    folder.file("d.json", "{\"id\":\"object\",\"body\":\"One more ferry.\"}");
    folder.file("e.pdf", b"%PDF-1.7");
    folder.file("f.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1");
    folder.file("g.zip", b"PK\x03\x04 and no more");
    let found = run(&folder, &["search", "--json", ".", "ferry"]);
    assert_eq!(found.json()["total"], 4);
    for said in ["e.pdf: PDF files", "f.docx: the document is encrypted", "g.zip: "] {
        assert!(found.err.contains(said), "no “{said}” in {}", found.err);
    }
    let seen = run(&folder, &["inspect", "--json", "c.csv"]).json();
    assert_eq!(seen[0]["fields"][0][1], "5");
    assert_eq!(seen[0]["bytes"]["understood"], 18);
}

#[test]
fn old_encodings_are_read_and_said() {
    let folder = Folder::new("encodings");
    // «Паром открыт. Мэры города приехали на причал.» in windows-1251.
    let bytes = b"\xcf\xe0\xf0\xee\xec \xee\xf2\xea\xf0\xfb\xf2. \xcc\xfd\xf0\xfb \xe3\xee\xf0\xee\xe4\xe0 \xef\xf0\xe8\xe5\xf5\xe0\xeb\xe8 \xed\xe0 \xef\xf0\xe8\xf7\xe0\xeb.";
    folder.file("a.txt", bytes);
    let seen = run(&folder, &["inspect", "--json", "a.txt"]).json();
    assert_eq!(seen[0]["encoding"], "windows-1251");
    assert_eq!(seen[0]["lang"], "ru");
    assert_eq!(run(&folder, &["search", "--json", "a.txt", "паромы"]).json()["total"], 1);
}

#[test]
fn inspect_shows_the_beginning_of_a_block_however_long_its_words_are() {
    let folder = Folder::new("word");
    folder.file("a.txt", "0".repeat(100_000));
    let seen = run(&folder, &["inspect", "a.txt"]);
    assert!(seen.code == 0 && seen.out.len() < 1_000, "{} bytes are shown", seen.out.len());
}

#[test]
fn a_minus_reads_standard_input() {
    let folder = Folder::new("stdin");
    let seen = run_with(&folder.0, &["inspect", "--json", "-"], "The ferry opens.\n").json();
    assert_eq!(seen[0]["id"], "stdin");
    let packed = run_with(
        &folder.0,
        &["pack", "-", "-o", "a.pack"],
        "{\"id\":\"a\",\"text\":\"A ferry.\"}\n",
    );
    assert_eq!(packed.code, 0, "{}", packed.err);
    assert_eq!(run(&folder, &["search", "--json", "a.pack", "ferry"]).json()["total"], 1);
    run_with(&folder.0, &["inspect", "-"], "").refused(&["stdin", "no text"]);
}

#[test]
fn broken_lines_of_a_jsonl_file_are_named_and_the_rest_is_kept() {
    let folder = Folder::new("jsonl");
    folder.file(
        "all.jsonl",
        "{\"id\":\"a\",\"text\":\"The ferry opens.\"}\n{\"id\":\n{\"id\":\"c\"}\n[]\n{\"id\":\"e\",\"text\":\"A ferry.\"}\n",
    );
    let found = run(&folder, &["search", "--json", "all.jsonl", "ferry"]);
    assert_eq!(found.json()["total"], 2);
    for line in ["line 2", "line 3", "line 4"] {
        assert!(found.err.contains(line), "{}", found.err);
    }
}

#[test]
fn two_sources_of_one_id_are_both_searched() {
    let folder = Folder::new("twins");
    folder.file("a.txt", "The ferry opens.\n");
    folder.file("all.jsonl", "{\"id\":\"a\",\"text\":\"A ferry.\"}\n");
    let found = run(&folder, &["search", "--json", ".", "ferry"]);
    let ids: Vec<_> =
        found.json()["sources"].as_array().unwrap().iter().map(|s| s["id"].to_string()).collect();
    assert_eq!(ids, ["\"a\"", "\"a-2\""]);
    assert!(found.err.contains("“a-2”"), "{}", found.err);
}

#[test]
fn a_pack_that_is_damaged_cut_or_of_the_future_is_refused() {
    let folder = Folder::of_two("damage");
    assert_eq!(run(&folder, &["pack", ".", "-o", "whole.pack"]).code, 0);
    let whole = fs::read(folder.0.join("whole.pack")).unwrap();
    let mut damaged = whole.clone();
    let middle = whole.len() / 2;
    damaged[middle..middle + 8].iter_mut().for_each(|byte| *byte ^= 0x55);
    let mut future = whole.clone();
    future[8] = 99;
    for (name, bytes, words) in [
        ("damaged.pack", damaged.as_slice(), &["damaged.pack", "is damaged"][..]),
        ("cut.pack", &whole[..whole.len() - 100], &["cut.pack", "cut short"]),
        ("head.pack", &whole[..12], &["head.pack", "damaged"]),
        ("none.pack", b"PK\x03\x04", &["none.pack", "not a pack"]),
        ("future.pack", &future, &["future.pack", "version 99", "newer"]),
    ] {
        folder.file(name, bytes);
        run(&folder, &["search", name, "ferry"]).refused(words);
    }
}

#[test]
fn a_folder_with_nothing_to_read_is_refused() {
    let folder = Folder::new("nothing");
    run(&folder, &["search", ".", "x"]).refused(&["no file to read"]);
    folder.file("empty.txt", " \n");
    run(&folder, &["search", ".", "x"]).refused(&["no source could be read", "empty.txt"]);
}

#[test]
fn a_text_above_the_limit_is_refused_with_the_limit_named() {
    let folder = Folder::new("huge");
    // A hole in the file: it takes no room, and is refused before it is read.
    File::create(folder.0.join("huge.txt")).unwrap().set_len(200_000_001).unwrap();
    run(&folder, &["inspect", "huge.txt"]).refused(&["huge.txt", "200 MB"]);
    run(&folder, &["search", "huge.txt", "x"]).refused(&["huge.txt", "200 MB"]);
}

#[test]
fn a_reader_who_closes_the_pipe_is_no_error() {
    let folder = Folder::new("pipe");
    // More than a pipe holds, so that the rest is written when nobody reads.
    folder.file("long.txt", "The ferry opens on Tuesday. ".repeat(8_000));
    let mut child = Command::new(env!("CARGO_BIN_EXE_tellings"))
        .args(["clean", "long.txt"])
        .current_dir(&folder.0)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut out = child.stdout.take().unwrap();
    let mut first = [0; 10];
    out.read_exact(&mut first).unwrap();
    drop(out);
    let ended = child.wait_with_output().unwrap();
    assert!(ended.status.success(), "{}", String::from_utf8_lossy(&ended.stderr));
    assert!(ended.stderr.is_empty(), "{}", String::from_utf8_lossy(&ended.stderr));
}

#[test]
#[ignore = "takes minutes without optimisation: cargo test --release --test commands -- --ignored"]
fn a_text_of_fifty_megabytes_opens() {
    let folder = Folder::new("fifty");
    folder.file("long.txt", format!("{EN}\n{RU}\n").repeat(50_000_000 / (EN.len() + RU.len()) + 1));
    let start = Instant::now();
    let found = run(&folder, &["search", "--json", "long.txt", "Petrov"]).json();
    println!("50 MB searched in {:?}", start.elapsed());
    assert!(found["total"].as_u64().unwrap() > 10_000);
}

#[test]
fn align_links_passages_as_given() {
    let folder = Folder::new("align");
    let line = r#"{"id":"x","l1":"en","l2":"ru","a":["Lavrov flew to Hamburg.","It rained for 40 days."],"b":["Дождь шел 40 дней.","Лавров улетел в Гамбург."]}"#;
    folder.file("pairs.jsonl", line);
    let said = run(&folder, &["align", "--jsonl", "pairs.jsonl"]).json();
    assert_eq!(said["id"], "x");
    let links = said["links"].as_array().unwrap();
    assert!(!links.is_empty() && links.iter().all(|link| link[0] != link[1]), "{said}");
    folder.file("broken.jsonl", "{");
    run(&folder, &["align", "--jsonl", "broken.jsonl"]).refused(&["broken.jsonl", "line 1"]);
}

#[test]
fn match_names_the_source_that_tells_the_same_and_why() {
    let folder = Folder::of_two("match");
    folder
        .file("apples.txt", "Apples are dear\n\nA kilogram of apples costs more than in spring.\n");
    let found = run(&folder, &["match", "--json", "."]).json();
    let quay = found["sources"].as_array().unwrap().iter().find(|own| own["id"] == "quay").unwrap();
    assert_eq!(quay["matches"][0]["id"], "prichal", "{found}");
    let shared = quay["matches"][0]["shared"].as_array().unwrap();
    assert!(shared.contains(&serde_json::json!(["Petrov", "Петров"])), "{found}");
}
