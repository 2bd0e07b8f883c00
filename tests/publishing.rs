//! What authors and packagers use: watching and serving sources, completions, the manual page.
//!
//! In: a folder of each test's own, and the built binary. Out of it: files, standard output,
//! the exit code. What is in a page is for the tests of `src/publish` and of the browsers.

#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, reason = "a test that fails panics")]

use std::{
    fs,
    io::{BufRead as _, BufReader, Read as _, Write as _},
    net::TcpStream,
    path::{Path, PathBuf},
    process::{Child, Command, Output, Stdio},
    thread,
    time::{Duration, Instant},
};

fn tellings() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tellings"));
    command.stdin(Stdio::null());
    command
}

fn run(arguments: &[&str]) -> Output {
    tellings().args(arguments).output().unwrap()
}

fn folder(test: &str) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(test);
    let _ = fs::remove_dir_all(&path);
    fs::create_dir_all(&path).unwrap();
    path
}

/// Waits until the file holds more than `before` bytes, and is whole; how many it holds then.
fn grown(file: &Path, before: u64) -> u64 {
    let size = || fs::metadata(file).map_or(0, |file| file.len());
    let start = Instant::now();
    loop {
        let now = size();
        thread::sleep(Duration::from_millis(50));
        // It may be written just now.
        if now > before && now == size() {
            return now;
        }
        assert!(start.elapsed() < Duration::from_secs(60), "{} does not grow", file.display());
    }
}

/// A program that ends with the test.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended by itself, which the test has noticed then.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[test]
fn a_watched_collection_is_made_anew_when_a_source_changes() {
    let folder = folder("watched");
    fs::write(folder.join("a.txt"), "The ferry opens\n\nThe mayors met on the quay.\n").unwrap();
    let pack = folder.join("ferry.pack");
    let mut command = tellings();
    command.arg("pack").arg(&folder).arg("-o").arg(&pack).arg("--watch");
    let _running = Running(command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap());
    let first = grown(&pack, 0);
    fs::write(folder.join("b.txt"), "The ferry is late\n\nNobody waits for it any more.\n")
        .unwrap();
    // The new source is in it.
    grown(&pack, first);
}

/// A page as Trunk leaves it, with next to nothing in it, made into a viewer.
fn viewer(folder: &Path) -> PathBuf {
    let dist = folder.join("dist");
    fs::create_dir_all(&dist).unwrap();
    let styles = ["tokens", "ground", "reading", "comparing", "tables", "style", "workshop"];
    let scripts = ["frame", "shelf", "start"];
    let links =
        styles.map(|id| format!("<link rel=\"stylesheet\" href=\"./{id}.css\" id=\"{id}\">"));
    let tags = scripts.map(|id| format!("<script defer id=\"{id}\" src=\"./{id}.js\"></script>"));
    for id in styles {
        fs::write(dist.join(format!("{id}.css")), "p { margin: 0 }").unwrap();
    }
    for id in scripts {
        fs::write(dist.join(format!("{id}.js")), format!("'{id}';")).unwrap();
    }
    for wasm in ["page_bg.wasm", "late.wasm"] {
        fs::write(dist.join(wasm), "\0asm").unwrap();
    }
    let glue = "if (document.currentScript !== null) { document.currentScript.src }";
    fs::write(dist.join("page.js"), glue).unwrap();
    let index = format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">\
         <meta id=\"csp\" http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\">\
         <link id=\"icon\" rel=\"icon\" href=\"data:,\"><title id=\"title\">Tellings</title>\
         <meta id=\"description\" name=\"description\" content=\"\">\
         <link id=\"pack\" rel=\"alternate\" href=\"collection.pack\">\
         <link id=\"late\" rel=\"alternate\" href=\"./late.wasm\">{}\
         <link id=\"wasm\" rel=\"preload\" href=\"./page_bg.wasm\"></head><body>\
         <div id=\"app\"></div><script defer id=\"glue\" src=\"./page.js\"></script>{}</body></html>",
        links.concat(),
        tags.concat()
    );
    fs::write(dist.join("index.html"), index).unwrap();
    let viewer = folder.join("viewer.html");
    let made = tellings().arg("viewer").arg(&dist).arg("-o").arg(&viewer).output().unwrap();
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    viewer
}

/// What a server answers.
fn ask(host: &str, path: &str) -> String {
    let mut stream = TcpStream::connect(host).unwrap();
    write!(stream, "GET /{path} HTTP/1.1\r\nHost: {host}\r\n\r\n").unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    String::from_utf8_lossy(&answer).into_owned()
}

#[test]
fn a_served_collection_is_shown_anew_when_a_source_changes() {
    let folder = folder("served");
    let sources = folder.join("sources");
    fs::create_dir_all(&sources).unwrap();
    fs::write(sources.join("a.txt"), "The ferry opens\n\nThe mayors met on the quay.\n").unwrap();
    let mut command = tellings();
    command.arg("serve").arg(&sources).args(["--port", "0", "--viewer"]).arg(viewer(&folder));
    command.stdout(Stdio::piped()).stderr(Stdio::null());
    let mut running = Running(command.spawn().unwrap());
    let mut line = String::new();
    BufReader::new(running.0.stdout.take().unwrap()).read_line(&mut line).unwrap();
    let host = line.trim().trim_start_matches("http://").trim_end_matches('/').to_owned();
    let page = ask(&host, "");
    assert!(page.starts_with("HTTP/1.1 200") && page.contains("met on the quay"), "{page}");
    for (path, kind) in [
        ("manifest.webmanifest", "application/manifest+json"),
        ("embed.html", "text/html; charset=utf-8"),
        ("sources/a.html", "text/html; charset=utf-8"),
    ] {
        assert!(ask(&host, path).contains(&format!("Content-Type: {kind}\r\n")), "{path}");
    }
    assert!(ask(&host, "sw.js").starts_with("HTTP/1.1 404"), "it would show the version before");
    fs::write(sources.join("a.txt"), "The ferry opens\n\nNobody waited for the boat.\n").unwrap();
    let start = Instant::now();
    while !ask(&host, "").contains("waited for the boat") {
        assert!(start.elapsed() < Duration::from_secs(60), "the page stays as it is");
        thread::sleep(Duration::from_millis(50));
    }
}

#[test]
fn a_collection_is_not_served_without_a_viewer() {
    let ran = run(&["serve", "no-such-folder", "--viewer", "no-such-viewer.html"]);
    assert_eq!(ran.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&ran.stderr).contains("no-such-viewer.html"));
}

#[test]
fn watching_nothing_is_refused() {
    let ran = run(&["pack", "no-such-folder", "-o", "x.pack", "--watch"]);
    assert_eq!(ran.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&ran.stderr).contains("nothing to watch"));
}

#[test]
fn every_shell_gets_completions_of_every_command() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let ran = run(&["completions", shell]);
        let script = String::from_utf8(ran.stdout).unwrap();
        assert!(ran.status.success(), "{shell}");
        for command in ["inspect", "compare", "site", "serve", "completions"] {
            assert!(script.contains(command), "{shell} lacks {command}");
        }
    }
}

#[test]
fn the_program_and_each_command_have_a_manual_page() {
    let page = |arguments: &[&str]| {
        let ran = run(arguments);
        assert!(ran.status.success());
        String::from_utf8(ran.stdout).unwrap()
    };
    let whole = page(&["man"]);
    assert!(whole.contains(".TH tellings 1") && whole.contains("tellings\\-site"), "{whole}");
    assert!(page(&["man", "site"]).contains("\\-\\-address"));
    assert_eq!(run(&["man", "no-such-command"]).status.code(), Some(1));
}
