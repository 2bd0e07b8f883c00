//! `cargo xtask serve`: the built site on this computer.
//!
//! In: the folder `dist/`. Out: its files over HTTP/1.1, on 127.0.0.1 only, as a static
//! host would serve them, but never cached. Nothing outside the folder is reachable, not
//! even by a symbolic link. It is for looking at the page, no server for the public.

use std::{
    fs,
    io::{BufRead as _, BufReader, Read as _, Write as _},
    net::{Ipv4Addr, TcpListener, TcpStream},
    path::{Path, PathBuf},
    process::Command,
    sync::Arc,
    thread,
    time::Duration,
};

use anyhow::{Context as _, Result};
use clap::Args;

use crate::{build, project::Project};

/// What `cargo xtask serve` can be told.
#[derive(Args)]
#[group(skip)]
pub struct Options {
    #[command(flatten)]
    build: build::Options,
    /// Serve `dist/` as it is, without building
    #[arg(long)]
    no_build: bool,
    /// Open the page in the browser
    #[arg(long)]
    open: bool,
    /// The port [default: 8080, or any that is free]
    #[arg(long)]
    port: Option<u16>,
}

/// A request with more than this before its empty line is refused.
const LONGEST_HEAD: u64 = 16 * 1024;

/// Builds the site and serves it until it is interrupted.
pub fn run(project: &Project, options: &Options) -> Result<()> {
    if !options.no_build {
        build::run(project, &options.build)?;
    }
    let folder = project.dist();
    let folder = folder.canonicalize().with_context(|| {
        format!("{} is not there; leave out --no-build to build it", folder.display())
    })?;
    let listener = listen(options.port)?;
    let address = format!("http://{}/", listener.local_addr()?);
    println!("{address}  (Ctrl-C ends it)");
    if options.open {
        open(&address);
    }
    accept(&listener, folder);
    Ok(())
}

/// Listens on the port that was asked for; else on 8080, or any if that is taken.
fn listen(port: Option<u16>) -> Result<TcpListener> {
    let on = |port| TcpListener::bind((Ipv4Addr::LOCALHOST, port));
    match port {
        Some(port) => on(port).with_context(|| format!("port {port} cannot be used")),
        None => on(8080).or_else(|_| on(0)).context("no port can be used"),
    }
}

/// Answers each connection on a thread of its own; a broken one concerns nobody else.
fn accept(listener: &TcpListener, folder: PathBuf) {
    let folder = Arc::new(folder);
    for stream in listener.incoming().flatten() {
        let folder = Arc::clone(&folder);
        thread::spawn(move || {
            // The browser went away; there is nobody to tell.
            _ = answer(&stream, &folder);
        });
    }
}

/// Reads one request and answers it.
fn answer(stream: &TcpStream, folder: &Path) -> std::io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    let mut head = BufReader::new(stream.take(LONGEST_HEAD));
    let mut request = String::new();
    head.read_line(&mut request)?;
    let mut line = String::new();
    while head.read_line(&mut line)? > 2 {
        line.clear();
    }
    let mut words = request.split(' ');
    let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let (status, kind, body) = match method {
        "GET" | "HEAD" => {
            match file(folder, target).and_then(|path| Some((fs::read(&path).ok()?, path))) {
                Some((body, path)) => ("200 OK", content_type(&path), body),
                None => ("404 Not Found", TEXT, b"There is no such file.\n".to_vec()),
            }
        }
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
    out.flush()
}

/// The file that a request's target names, if it lies in the folder; a folder's is its
/// `index.html`.
fn file(folder: &Path, target: &str) -> Option<PathBuf> {
    let path = target.split(['?', '#']).next()?.strip_prefix('/')?;
    let path = folder.join(decoded(path)?).canonicalize().ok()?;
    let path = if path.is_dir() { path.join("index.html").canonicalize().ok()? } else { path };
    (path.starts_with(folder) && path.is_file()).then_some(path)
}

/// A path with its `%41`s decoded; `None` if that is no text, or reaches upwards.
fn decoded(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(if byte == b'%' {
            let digits = [rest.next()?, rest.next()?];
            u8::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok()?
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
fn content_type(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "json" | "map" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "txt" | "md" | "toml" | "ts" => TEXT,
        _ => "application/octet-stream",
    }
}

/// Opens an address in the browser; where that fails, the address is on the screen anyway.
fn open(address: &str) {
    let mut command = if cfg!(windows) {
        let mut command = Command::new("cmd");
        command.args(["/C", "start", ""]);
        command
    } else {
        Command::new(if cfg!(target_os = "macos") { "open" } else { "xdg-open" })
    };
    if let Err(error) = command.arg(address).spawn() {
        eprintln!("the browser cannot be opened from here: {error}");
    }
}

#[cfg(test)]
mod tests {
    use super::{accept, content_type, decoded, fs, listen};
    use std::{
        env,
        io::{Read as _, Write as _},
        net::{SocketAddr, TcpStream},
        path::{Path, PathBuf},
        process, thread,
    };

    /// A served folder with one page, beside a file that must stay out of reach.
    fn served(name: &str) -> (SocketAddr, PathBuf) {
        let outside = env::temp_dir().join(format!("tellings-serve-{name}-{}", process::id()));
        let folder = outside.join("dist");
        fs::create_dir_all(folder.join("sub")).unwrap();
        fs::write(outside.join("secret.txt"), "secret").unwrap();
        fs::write(folder.join("index.html"), "<p>page</p>").unwrap();
        fs::write(folder.join("sub/a b.wasm"), [0, 97, 115, 109]).unwrap();
        let listener = listen(Some(0)).unwrap();
        let address = listener.local_addr().unwrap();
        let served = folder.canonicalize().unwrap();
        thread::spawn(move || accept(&listener, served));
        (address, outside)
    }

    fn ask(address: SocketAddr, request: &str) -> String {
        let mut stream = TcpStream::connect(address).unwrap();
        write!(stream, "{request} HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        String::from_utf8_lossy(&answer).into_owned()
    }

    #[test]
    fn files_come_with_their_types_and_are_never_cached() {
        let (address, folder) = served("types");
        let page = ask(address, "GET /?q=a%20b");
        assert!(page.starts_with("HTTP/1.1 200 OK\r\n"), "{page}");
        assert!(page.contains("Content-Type: text/html; charset=utf-8\r\n"));
        assert!(page.contains("Cache-Control: no-store\r\n"));
        assert!(page.ends_with("\r\n\r\n<p>page</p>"));
        let wasm = ask(address, "GET /sub/a%20b.wasm");
        assert!(wasm.contains("Content-Type: application/wasm\r\n"));
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn head_has_no_body_and_post_is_refused() {
        let (address, folder) = served("methods");
        let head = ask(address, "HEAD /index.html");
        assert!(head.contains("Content-Length: 11\r\n") && head.ends_with("\r\n\r\n"));
        assert!(ask(address, "POST /").starts_with("HTTP/1.1 405"));
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn nothing_outside_the_folder_is_reachable() {
        let (address, outside) = served("outside");
        #[cfg(unix)]
        std::os::unix::fs::symlink(outside.join("secret.txt"), outside.join("dist/link.txt"))
            .unwrap();
        let secret = outside.join("secret.txt");
        for target in [
            "/../secret.txt",
            "/%2e%2e/secret.txt",
            "/sub/..%2f..%2fsecret.txt",
            "/..\\secret.txt",
            "/link.txt",
            &format!("/{}", secret.display()),
            &secret.display().to_string(),
        ] {
            let answer = ask(address, &format!("GET {target}"));
            assert!(answer.starts_with("HTTP/1.1 404"), "{target}: {answer}");
        }
        fs::remove_dir_all(outside).unwrap();
    }

    #[test]
    fn a_path_is_decoded_or_refused() {
        assert_eq!(decoded("a%20%D0%B1").as_deref(), Some("a б"));
        assert_eq!(decoded("a..b/c").as_deref(), Some("a..b/c"));
        for bad in ["%", "%4", "%zz", "%ff", "a/../b", "/etc", "c:/x", "a%00"] {
            assert_eq!(decoded(bad), None, "{bad}");
        }
    }

    #[test]
    fn an_unknown_ending_is_bytes() {
        assert_eq!(content_type(Path::new("x.pack")), "application/octet-stream");
        assert_eq!(content_type(Path::new("x")), "application/octet-stream");
    }
}
