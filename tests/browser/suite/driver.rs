//! Browsers and the programs that drive them.
//!
//! In: an [`Engine`]. Out: a WebDriver server of its own on a free port, with a fresh
//! profile, gone when the [`Driver`] is dropped or this program ends, however it does.
//! $TELLINGS_CHROMIUM and $TELLINGS_CHROMIUM_DRIVER (likewise FIREFOX, WEBKIT) name programs
//! that are not on the PATH.

use std::{
    env, fs,
    io::{BufRead as _, BufReader},
    net::{Ipv4Addr, TcpListener, TcpStream},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use serde_json::{Map, Value, json};

use crate::{place::on_path, session::patience};

/// The kinds of browsers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Chromium,
    Firefox,
    WebKit,
}

/// Runs a program, with all that it starts, until our end of its input is closed; then the
/// folder goes too.
const KEEPER: &str = r#"folder=$1; shift; "$@" </dev/null & trap '' TERM; read -r end
kill -TERM 0; sleep 1; rm -rf -- "$folder"; kill -KILL 0"#;

/// A running driver.
pub struct Driver {
    /// What it drives.
    pub engine: Engine,
    /// Its address.
    pub address: String,
    /// What to ask of it for a session.
    pub capabilities: Map<String, Value>,
    programs: Vec<Child>,
    port: u16,
}

impl Engine {
    /// The browser and its driver, if both are there.
    fn programs(self) -> Option<(PathBuf, PathBuf)> {
        let (browsers, driver): (&[&str], _) = match self {
            Self::Chromium => (&["chromium", "chromium-browser", "google-chrome"], "chromedriver"),
            Self::Firefox => (&["firefox", "firefox-esr"], "geckodriver"),
            Self::WebKit => (&["MiniBrowser"], "WebKitWebDriver"),
        };
        let variable = format!("TELLINGS_{self:?}").to_uppercase();
        let named = |variable: String| env::var_os(variable).map(PathBuf::from);
        let browser = named(variable.clone())
            .or_else(|| browsers.iter().copied().find_map(on_path))
            .or_else(|| (self == Self::WebKit).then(mini_browser)?)?;
        let driver = named(format!("{variable}_DRIVER")).or_else(|| on_path(driver))?;
        // WebKitGTK cannot do without a screen.
        let is_all = self != Self::WebKit || on_path("Xvfb").is_some();
        is_all.then_some((browser, driver))
    }
}

/// WebKitGTK's own browser, which no distribution puts on the PATH.
fn mini_browser() -> Option<PathBuf> {
    let triples = fs::read_dir("/usr/lib").ok()?.flatten().map(|entry| entry.path());
    let folders = triples.chain(["/usr/libexec".into()]);
    let mut found: Vec<PathBuf> = folders
        .filter_map(|folder| fs::read_dir(folder).ok())
        .flat_map(|entries| entries.flatten().map(|entry| entry.path().join("MiniBrowser")))
        .filter(|path| path.is_file())
        .collect();
    found.sort();
    found.pop()
}

impl Driver {
    /// Starts one; `None` where the browser or its driver is missing.
    pub fn start(engine: Engine) -> Option<Self> {
        let (browser, driver) = engine.programs()?;
        let folder = tempfile::Builder::new().prefix("tellings-browser-").tempdir();
        // Its keeper takes it away, also when we cannot.
        let folder = folder.expect("a folder for the profile").keep();
        let port = free_port();
        let mut command = kept(&driver, &folder);
        let mut programs = Vec::new();
        let capabilities = match engine {
            Engine::Chromium => {
                command.arg(format!("--port={port}"));
                chromium(&browser, &folder)
            }
            Engine::Firefox => {
                command.arg(format!("--port={port}")).args(["--websocket-port", "0"]);
                command.arg("--profile-root").arg(&folder);
                json!({ "moz:firefoxOptions": { "binary": browser, "args": ["-headless"] } })
            }
            Engine::WebKit => {
                let (screen, number) = screen(&folder);
                programs.push(screen);
                command.arg(format!("--port={port}")).env("DISPLAY", format!(":{number}"));
                command.env("XDG_DATA_HOME", &folder).env("XDG_CACHE_HOME", &folder);
                json!({ "webkitgtk:browserOptions": {
                    "binary": browser, "args": ["--automation"],
                } })
            }
        };
        programs.push(command.stdout(Stdio::null()).spawn().expect("the driver starts"));
        let Value::Object(capabilities) = capabilities else { return None };
        let address = format!("http://127.0.0.1:{port}");
        Some(Self { engine, address, capabilities, programs, port })
    }

    /// Waits until it listens.
    pub fn wait(&self) -> Result<(), String> {
        let start = Instant::now();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).is_err() {
            if start.elapsed() > patience() {
                return Err("its driver does not listen".to_owned());
            }
            thread::sleep(Duration::from_millis(50));
        }
        Ok(())
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Those that were started last first: a browser needs its screen.
        for program in self.programs.iter_mut().rev() {
            drop(program.stdin.take());
            _ = program.wait();
        }
    }
}

/// A program that ends with us, in a group with all that it starts, and takes a folder along.
fn kept(program: &Path, folder: &Path) -> Command {
    let mut command = Command::new("sh");
    command.args(["-c", KEEPER, "sh"]).arg(folder).arg(program);
    command.stdin(Stdio::piped()).stderr(Stdio::null());
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    command
}

fn chromium(browser: &Path, folder: &Path) -> Value {
    let profile = format!("--user-data-dir={}", folder.join("profile").display());
    json!({ "goog:chromeOptions": { "binary": browser, "args": [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--disable-dev-shm-usage", "--window-size=1280,900", profile,
    ] } })
}

/// A screen that nobody sees, and its number.
fn screen(folder: &Path) -> (Child, String) {
    let mut command = kept(Path::new("Xvfb"), folder);
    command.args(["-displayfd", "1", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"]);
    let mut screen = command.stdout(Stdio::piped()).spawn().expect("Xvfb starts");
    let mut number = String::new();
    let said = screen.stdout.take().expect("its output");
    BufReader::new(said).read_line(&mut number).expect("the screen's number");
    (screen, number.trim().to_owned())
}

fn free_port() -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
    listener.local_addr().expect("its address").port()
}
