//! A small HTTP/1.1 server, for looking at pages on this computer.
//!
//! In: a port, and what finds a file by its path. Out: those files as a static host would give
//! them, on 127.0.0.1 only and under no other name than this computer's (a foreign one that was
//! made to point here would let its pages read them), but never to be kept. Both `tellings serve` and `cargo xtask serve`
//! are made of it: it knows only the standard library. It is no server for the public.

use std::{
    io::{self, BufRead as _, BufReader, Read as _, Write as _},
    net::{Ipv4Addr, Shutdown, TcpListener, TcpStream},
    process::Command,
    sync::Arc,
    thread,
    time::Duration,
};

/// A request with more than this before its empty line is refused.
const LONGEST_HEAD: u64 = 16 * 1024;

/// How much more of a refused request is read, so that the refusal is.
const LONGEST_REST: u64 = 1024 * 1024;

/// Finds a file by its path, without its first slash: the name by whose ending it is known
/// what it is, and its bytes.
pub type Find = dyn Fn(&str) -> Option<(String, Vec<u8>)> + Send + Sync;

/// Listens on the port that was asked for; else on 8080, or any if that is taken.
///
/// # Errors
/// When it cannot be used.
pub fn listen(port: Option<u16>) -> io::Result<TcpListener> {
    let on = |port| TcpListener::bind((Ipv4Addr::LOCALHOST, port));
    match port {
        Some(port) => on(port),
        None => on(8080).or_else(|_| on(0)),
    }
}

/// Answers each connection on a thread of its own; a broken one concerns nobody else.
pub fn accept(listener: &TcpListener, find: Box<Find>) {
    let find: Arc<Find> = Arc::from(find);
    for stream in listener.incoming().flatten() {
        let find = Arc::clone(&find);
        thread::spawn(move || {
            // The browser went away; there is nobody to tell.
            _ = answer(&stream, &*find);
        });
    }
}

/// Reads one request and answers it.
fn answer(stream: &TcpStream, find: &Find) -> io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    let mut head = BufReader::new(stream.take(LONGEST_HEAD));
    let mut request = String::new();
    head.read_line(&mut request)?;
    let (mut line, mut is_local) = (String::new(), true);
    while head.read_line(&mut line)? > 2 {
        let host = line.split_once(':').filter(|(name, _)| name.eq_ignore_ascii_case("host"));
        is_local &= host.is_none_or(|(_, host)| is_this_computer(host.trim()));
        line.clear();
    }
    let is_whole = line.ends_with('\n');
    if !is_whole && head.get_ref().limit() > 0 {
        // The browser went away before it had asked.
        return Ok(());
    }
    let mut words = request.split(' ');
    let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let path = target.split(['?', '#']).next().and_then(|path| path.strip_prefix('/'));
    let (status, kind, body) = match method {
        _ if !is_whole => {
            let why = b"The head of the request is too long.\n".to_vec();
            ("431 Request Header Fields Too Large", TEXT, why)
        }
        _ if !is_local => {
            let why = b"Only localhost and 127.0.0.1 are answered for.\n".to_vec();
            ("403 Forbidden", TEXT, why)
        }
        "GET" | "HEAD" => match path.and_then(decoded).and_then(|path| find(&path)) {
            Some((name, body)) => ("200 OK", content_type(&name), body),
            None => ("404 Not Found", TEXT, b"There is no such file.\n".to_vec()),
        },
        _ => ("405 Method Not Allowed", TEXT, b"Only GET and HEAD are answered.\n".to_vec()),
    };
    let mut out = stream;
    write!(
        out,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n\
         Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n",
        body.len()
    )?;
    if method != "HEAD" {
        out.write_all(&body)?;
    }
    out.flush()?;
    if !is_whole {
        // Closed on words that were not read, a connection is reset, and the answer is lost.
        out.shutdown(Shutdown::Write)?;
        io::copy(&mut stream.take(LONGEST_REST), &mut io::sink())?;
    }
    Ok(())
}

/// Whether a `Host` names this computer, with or without a port.
fn is_this_computer(host: &str) -> bool {
    let is_port = |port: &str| port.bytes().all(|byte| byte.is_ascii_digit());
    let name =
        host.rsplit_once(':').filter(|(_, port)| is_port(port)).map_or(host, |(name, _)| name);
    ["127.0.0.1", "localhost", "[::1]"].iter().any(|own| name.eq_ignore_ascii_case(own))
}

/// A path with its `%41`s decoded; `None` if that is no text, or reaches upwards.
fn decoded(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(if byte == b'%' {
            let mut digit = || char::from(rest.next()?).to_digit(16);
            u8::try_from(digit()? * 16 + digit()?).ok()?
        } else {
            byte
        });
    }
    let path = String::from_utf8(bytes).ok()?;
    let upwards = path.starts_with('/')
        || path.contains(['\\', ':', '\0'])
        || path.split('/').any(|part| part == "..");
    (!upwards).then_some(path)
}

const TEXT: &str = "text/plain; charset=utf-8";

/// What a file is, by its name's ending.
fn content_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map(|(_, ending)| ending).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "json" | "map" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "webp" => "image/webp",
        "xml" => "application/xml",
        "ico" => "image/x-icon",
        "txt" | "md" | "toml" | "ts" => TEXT,
        _ => "application/octet-stream",
    }
}

/// Opens an address in the browser; where that fails, the address is on the screen anyway.
///
/// # Errors
/// When there is no browser to be had.
pub fn open(address: &str) -> io::Result<()> {
    let mut command = if cfg!(windows) {
        let mut command = Command::new("cmd");
        command.args(["/C", "start", ""]);
        command
    } else {
        Command::new(if cfg!(target_os = "macos") { "open" } else { "xdg-open" })
    };
    command.arg(address).spawn().map(drop)
}

#[cfg(test)]
mod tests {
    use super::{LONGEST_HEAD, accept, content_type, decoded, is_this_computer, listen};
    use std::{
        io::{Read as _, Write as _},
        net::TcpStream,
        thread,
    };

    /// What a server that has one page answers.
    fn answers(request: &str) -> String {
        let listener = listen(Some(0)).unwrap();
        let address = listener.local_addr().unwrap();
        let page = |path: &str| (path == "a.txt").then(|| (path.to_owned(), b"page".to_vec()));
        thread::spawn(move || accept(&listener, Box::new(page)));
        let mut stream = TcpStream::connect(address).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    #[test]
    fn a_head_that_is_too_long_is_refused_and_told_so() {
        let with = |long: u64| {
            let long = "a".repeat(usize::try_from(long).unwrap());
            answers(&format!("GET /a.txt HTTP/1.1\r\nHost: localhost\r\nCookie: {long}\r\n\r\n"))
        };
        assert!(with(LONGEST_HEAD - 100).starts_with("HTTP/1.1 200 "));
        for long in [LONGEST_HEAD, 20 * LONGEST_HEAD] {
            let answer = with(long);
            assert!(answer.starts_with("HTTP/1.1 431 "), "{long}: {answer}");
        }
        let target = "a".repeat(usize::try_from(LONGEST_HEAD).unwrap());
        assert!(answers(&format!("GET /{target} HTTP/1.1\r\n\r\n")).starts_with("HTTP/1.1 431 "));
    }

    #[test]
    fn a_name_that_was_made_to_point_here_is_refused() {
        let at = |host: &str| answers(&format!("GET /a.txt HTTP/1.1\r\n{host}\r\n\r\n"));
        for host in ["Host: localhost:8080", "host:127.0.0.1", "Accept: */*"] {
            assert!(at(host).ends_with("\r\n\r\npage"), "{host}");
        }
        for host in ["Host: example.org", "HOST: example.org:8080", "Host: localhost\r\nHost: a.b"]
        {
            let answer = at(host);
            assert!(answer.starts_with("HTTP/1.1 403 ") && !answer.ends_with("page"), "{answer}");
        }
        for own in ["localhost", "LOCALHOST:1", "127.0.0.1:80", "[::1]", "[::1]:8080"] {
            assert!(is_this_computer(own), "{own}");
        }
        for foreign in
            ["", "localhost.example.org", "127.0.0.1.example.org:80", "a:localhost", "::1"]
        {
            assert!(!is_this_computer(foreign), "{foreign}");
        }
    }

    #[test]
    fn a_path_is_decoded_or_refused() {
        assert_eq!(decoded("a%20%D0%B1").as_deref(), Some("a б"));
        assert_eq!(decoded("a..b/c").as_deref(), Some("a..b/c"));
        for bad in ["%", "%4", "%+4", "%zz", "%ff", "a/../b", "/etc", "c:/x", "a%00"] {
            assert_eq!(decoded(bad), None, "{bad}");
        }
    }

    #[test]
    fn every_kind_of_file_of_a_site_has_its_type() {
        for (name, kind) in [
            ("index.html", "text/html; charset=utf-8"),
            ("sources/a.b.html", "text/html; charset=utf-8"),
            ("style-0.css", "text/css; charset=utf-8"),
            ("sw.js", "text/javascript; charset=utf-8"),
            ("page-0.wasm", "application/wasm"),
            ("manifest.webmanifest", "application/manifest+json"),
            ("oembed.json", "application/json"),
            ("sitemap.xml", "application/xml"),
            ("icon.svg", "image/svg+xml"),
            ("icon.png", "image/png"),
            ("x.pack", "application/octet-stream"),
            ("_headers", "application/octet-stream"),
        ] {
            assert_eq!(content_type(name), kind, "{name}");
        }
    }
}
