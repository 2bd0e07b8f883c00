//! A static host for the tests, under a sub-path, that remembers what it was asked.
//!
//! In: the built site. Out: its files below `/a/sub/path/`, pages with the [`probe`] in
//! them, and a log of every request, foreign ones included.

use std::{
    fs,
    io::{BufRead as _, BufReader, Write as _},
    net::{Ipv4Addr, TcpListener, TcpStream},
    path::PathBuf,
    sync::{Arc, Mutex},
    thread,
};

use crate::probe::probed;

/// Where on the host the site lies.
const BELOW: &str = "/a/sub/path/";

/// A page of another site, which shows ours in a frame that may do nothing but run scripts.
const BLOG: &str = r#"<!doctype html><html lang="en"><title>A blog</title>
<link rel="icon" href="data:,"><p>As told:</p>
<iframe title="Tellings" sandbox="allow-scripts" width="900" height="600" src="embed.html"></iframe>"#;

/// A blog that allows nothing but what the site brings, with two embedded views.
const EMBEDS: &str = r#"<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta id="csp" http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; frame-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'">
<title>Two accounts</title><link rel="icon" href="data:,"><script defer src="embed.js"></script></head>
<body><h1>As told</h1>
<tellings-embed id="one" view="read" sources="2013-call" terms="Putin, sanctions" theme="dark"><a href="embed.html">The story</a></tellings-embed>
<p>And every hit:</p>
<tellings-embed id="two" view="hits" q="Putin" max-height="700" label="Hits"></tellings-embed></body></html>"#;

/// A page with a program of its own that uses the module.
const MODULE: &str = r#"<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta id="csp" http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; img-src data:">
<title>A search</title><link rel="icon" href="data:,"><script type="module" src="module-use.js"></script></head>
<body><h1>A search</h1></body></html>"#;

/// That program.
const MODULE_USE: &str = r"
import init, { Engine } from './module/tellings.js';
await init();
const engine = new Engine();
engine.addText({ id: 'a', text: 'Talks in Geneva\n\nThey spoke of sanctions.\n', lang: 'en' });
engine.addText({ id: 'b', text: 'Он говорил о санкциях.\n', lang: 'ru' });
engine.build();
self.found = JSON.stringify(Engine.open(engine.save()).search('sanctions'));
";

/// A host; it serves as long as the test program runs.
pub struct Server {
    address: String,
    log: Arc<Mutex<Vec<String>>>,
    folder: Arc<Mutex<Option<PathBuf>>>,
}

impl Server {
    /// Serves a folder.
    pub fn start(folder: PathBuf) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
        let address = format!("http://{}{BELOW}", listener.local_addr().expect("its address"));
        let log = Arc::<Mutex<Vec<String>>>::default();
        let folder = Arc::new(Mutex::new(Some(folder)));
        let (heard, served) = (Arc::clone(&log), Arc::clone(&folder));
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                // Stopped: whoever comes is hung up on.
                let Some(folder) = served.lock().expect("the folder").clone() else { continue };
                let heard = Arc::clone(&heard);
                // A browser that hangs up does not care for the rest.
                thread::spawn(move || _ = answer(&stream, &folder, &heard));
            }
        });
        Self { address, log, folder }
    }

    /// The address of a page.
    pub fn at(&self, page: &str) -> String {
        format!("{}{page}", self.address)
    }

    /// Serves another folder from now on; with none, nobody.
    pub fn change(&self, folder: Option<PathBuf>) {
        *self.folder.lock().expect("the folder") = folder;
    }

    /// What was asked for, in order: names below the site, whole paths outside it.
    pub fn asked(&self) -> Vec<String> {
        self.log.lock().expect("the log").clone()
    }
}

fn answer(
    mut stream: &TcpStream,
    folder: &std::path::Path,
    log: &Mutex<Vec<String>>,
) -> std::io::Result<()> {
    let mut lines = BufReader::new(stream);
    let mut request = String::new();
    lines.read_line(&mut request)?;
    let mut line = String::new();
    while lines.read_line(&mut line)? > 2 {
        line.clear();
    }
    let Some(path) = request.split(' ').nth(1) else { return Ok(()) };
    let path = path.split('?').next().unwrap_or_default();
    let name = path.strip_prefix(BELOW).unwrap_or(path);
    log.lock().expect("the log").push(name.to_owned());
    let name = if name.is_empty() { "index.html" } else { name };
    let file = match name {
        "blog.html" => Some(BLOG.as_bytes().to_vec()),
        "embeds.html" => Some(probed(EMBEDS).into_bytes()),
        "module.html" => Some(probed(MODULE).into_bytes()),
        "blank.html" => Some(b"<!doctype html><title>A page without a policy</title>".to_vec()),
        "module-use.js" => Some(MODULE_USE.as_bytes().to_vec()),
        name if name.contains(['\\']) || name.contains("..") => None,
        name if name.starts_with("sources/") || name.starts_with("module/") => {
            fs::read(folder.join(name)).ok()
        }
        name if name.contains('/') => None,
        name if name.ends_with(".html") => {
            fs::read_to_string(folder.join(name)).ok().map(|page| probed(&page).into_bytes())
        }
        name => fs::read(folder.join(name)).ok(),
    };
    let kind = match name.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css",
        Some("js") => "text/javascript",
        Some("wasm") => "application/wasm",
        _ => "application/octet-stream",
    };
    let status = if file.is_some() { "200 OK" } else { "404 Not Found" };
    let body = file.unwrap_or_default();
    let length = body.len();
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n\
         Connection: close\r\n\r\n"
    )?;
    stream.write_all(&body)
}
