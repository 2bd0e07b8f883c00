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

/// A host; it serves as long as the test program runs.
pub struct Server {
    address: String,
    log: Arc<Mutex<Vec<String>>>,
}

impl Server {
    /// Serves a folder.
    pub fn start(folder: PathBuf) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
        let address = format!("http://{}{BELOW}", listener.local_addr().expect("its address"));
        let log = Arc::<Mutex<Vec<String>>>::default();
        let heard = Arc::clone(&log);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (folder, heard) = (folder.clone(), Arc::clone(&heard));
                // A browser that hangs up does not care for the rest.
                thread::spawn(move || _ = answer(&stream, &folder, &heard));
            }
        });
        Self { address, log }
    }

    /// The address of a page.
    pub fn at(&self, page: &str) -> String {
        format!("{}{page}", self.address)
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
        name if name.contains(['/', '\\']) => None,
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
