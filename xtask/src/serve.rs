//! `cargo xtask serve`: the built site on this computer.
//!
//! In: the folder `dist/`. Out: its files over HTTP/1.1, on 127.0.0.1 only, as a static
//! host would serve them, but never cached. Nothing outside the folder is reachable, not
//! even by a symbolic link. It is for looking at the page, no server for the public.

use std::{fs, path::Path};

use anyhow::{Context as _, Result};
use clap::Args;

use crate::{build, project::Project};

// The same server as that of `tellings serve`, which this program must not wait for.
#[path = "../../src/cli/http.rs"]
mod http;

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

/// Builds the site and serves it until it is interrupted.
pub fn run(project: &Project, options: &Options) -> Result<()> {
    if !options.no_build {
        build::run(project, &options.build)?;
    }
    let folder = project.dist();
    let folder = folder.canonicalize().with_context(|| {
        format!("{} is not there; leave out --no-build to build it", folder.display())
    })?;
    let listener = http::listen(options.port).context("the port cannot be used")?;
    let address = format!("http://{}/", listener.local_addr()?);
    println!("{address}  (Ctrl-C ends it)");
    if options.open
        && let Err(error) = http::open(&address)
    {
        eprintln!("the browser cannot be opened from here: {error}");
    }
    http::accept(&listener, Box::new(move |path| file(&folder, path)));
    Ok(())
}

/// The file of that path, if it lies in the folder; a folder's is its `index.html`.
fn file(folder: &Path, path: &str) -> Option<(String, Vec<u8>)> {
    let path = folder.join(path).canonicalize().ok()?;
    let path = if path.is_dir() { path.join("index.html").canonicalize().ok()? } else { path };
    let is_inside = path.starts_with(folder) && path.is_file();
    is_inside.then(|| Some((path.file_name()?.to_str()?.to_owned(), fs::read(&path).ok()?)))?
}

#[cfg(test)]
mod tests {
    use super::{file, fs, http};
    use std::{
        env,
        io::{Read as _, Write as _},
        net::{SocketAddr, TcpStream},
        path::PathBuf,
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
        let listener = http::listen(Some(0)).unwrap();
        let address = listener.local_addr().unwrap();
        let served = folder.canonicalize().unwrap();
        thread::spawn(move || {
            http::accept(&listener, Box::new(move |path| file(&served, path)));
        });
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
}
