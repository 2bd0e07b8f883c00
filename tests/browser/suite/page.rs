//! A browser with the page open: the words that the cases are told in.
//!
//! In: addresses, JavaScript expressions, CSS selectors. Out: what the page shows. Whatever
//! takes time is waited for, up to [`patience`]; what does not come fails the test with
//! what was awaited and what the page shows instead. A case never waits for a time to pass.

use std::{
    fs,
    path::Path,
    time::{Duration, Instant},
};

use fantoccini::{
    Client, Locator,
    actions::{InputSource as _, KeyAction, KeyActions},
    elements::Element,
    error::{CmdError, ErrorStatus},
};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::{
    driver::Engine,
    place,
    server::Server,
    session::{Session, lose_patience, patience},
};

/// How often is looked whether something has come.
const PAUSE: Duration = Duration::from_millis(40);

/// Keys, as WebDriver writes them.
pub const ENTER: &str = "\u{E007}";
pub const ESCAPE: &str = "\u{E00C}";
pub const TAB: &str = "\u{E004}";

/// A browser with one window.
pub struct Page {
    session: Option<Session>,
    folder: TempDir,
    /// The host of the built site.
    pub server: Server,
}

impl Page {
    /// A browser and the site; `None`, and says so, where either is missing.
    pub fn in_a(engine: Engine) -> Option<Self> {
        let is_missing = |what: &str| -> Option<Self> {
            assert!(!place::is_strict() || engine != Engine::Chromium, "{what}");
            println!("skipped: {what}");
            None
        };
        let dist = place::dist();
        if !dist.join("index.html").is_file() {
            return is_missing("there is no built site; run `cargo xtask build`");
        }
        let Some(session) = Session::take(engine) else {
            return is_missing(&format!("there is no {engine:?} with its driver"));
        };
        let folder = tempfile::Builder::new().prefix("tellings-case-").tempdir();
        let folder = folder.expect("a folder for the case");
        let page = Self { session: Some(session), folder, server: Server::start(dist) };
        page.set_size(1280, 900);
        Some(page)
    }

    fn session(&self) -> &Session {
        self.session.as_ref().expect("the session lasts as long as the page")
    }

    /// Has the browser do something that it can.
    fn have<T>(&self, what: &str, how: impl AsyncFnOnce(&Client) -> Result<T, CmdError>) -> T {
        self.session().run(how).unwrap_or_else(|error| panic!("{what}: {error}"))
    }

    /// Makes the window as large.
    pub fn set_size(&self, width: u32, height: u32) {
        self.have("a size", async |client| client.set_window_size(width, height).await);
    }

    /// Goes to an address.
    pub fn go(&self, address: &str) {
        self.have(address, async |client| client.goto(address).await);
    }

    /// Opens the site, at a fragment or a query, and waits until it can be used.
    pub fn open(&self, at: &str) {
        // Another fragment alone would not load the page anew.
        self.go("about:blank");
        self.go(&self.server.at(at));
        self.wait_until_ready();
    }

    /// Waits until the page can be used and its search has been answered.
    pub fn wait_until_ready(&self) {
        self.wait("self.tellings?.sources().length > 0", "the app stands");
        self.settle();
    }

    /// Waits until nothing is being looked for.
    pub fn settle(&self) {
        self.wait(
            "!document.querySelector('.is-waiting, [aria-busy=true]') && \
             [...document.querySelectorAll('.term-count')].every((one) => one.textContent !== '…')",
            "every answer is there",
        );
    }

    /// The test's own folder.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// A file in the test's own folder, as an address.
    pub fn file(&self, name: &str, content: &str) -> String {
        let path = self.folder.path().join(name);
        fs::write(&path, content).expect("a file for the test");
        file_address(&path)
    }

    /// The value of an expression; of a promise, what it resolves to.
    pub fn eval(&self, expression: &str) -> Value {
        self.try_eval(expression).unwrap_or_else(|why| panic!("{why}, of {expression}"))
    }

    /// The same; where there is none, why. A page that is being left answers nothing either.
    fn try_eval(&self, expression: &str) -> Result<Value, String> {
        // What is no data (an element, the navigator) is not sent: a driver would fail over it.
        let script = format!(
            "const done = arguments[arguments.length - 1];
             const data = (value) => {{
               try {{ return JSON.parse(JSON.stringify(value) ?? 'null'); }} catch {{ return null; }}
             }};
             (async () => {expression})().then(
               (value) => done([data(value)]), (error) => done(String(error.stack || error)));"
        );
        match self.session().script(&script).map_err(|error| error.to_string())? {
            Value::Array(mut value) => Ok(value.pop().unwrap_or_default()),
            error => Err(error.to_string()),
        }
    }

    /// The value of an expression that is a whole number.
    pub fn number(&self, expression: &str) -> u64 {
        let value = self.eval(expression);
        value.as_u64().unwrap_or_else(|| panic!("{expression} is {value}, no number"))
    }

    /// The value of an expression that is a text.
    pub fn text(&self, expression: &str) -> String {
        let value = self.eval(expression);
        value.as_str().unwrap_or_else(|| panic!("{expression} is {value}, no text")).to_owned()
    }

    /// Whether an expression holds.
    pub fn is(&self, expression: &str) -> bool {
        self.eval(&format!("Boolean({expression})")) == json!(true)
    }

    /// Waits until an expression holds.
    pub fn wait(&self, expression: &str, what: &str) {
        let boolean = format!("Boolean({expression})");
        let start = Instant::now();
        loop {
            let told = self.try_eval(&boolean);
            if told == Ok(json!(true)) {
                return;
            }
            if start.elapsed() > patience() {
                lose_patience();
                let told = told.map_or_else(|why| format!("\n{why}"), |_| String::new());
                let shown = self.try_eval("document.body.innerText.slice(0, 600)");
                let problems = self.try_eval("self.probe?.problems");
                panic!(
                    "waited in vain until {what}: {expression}{told}\n{problems:?}\n{}",
                    shown.ok().as_ref().and_then(Value::as_str).unwrap_or_default()
                );
            }
            std::thread::sleep(PAUSE);
        }
    }

    /// Runs a script of somebody else's in the page.
    pub fn run(&self, script: &str) {
        self.have("the script", async |client| client.execute(script, vec![]).await);
    }

    /// Clicks on the first element of a selector, once it is there and can be clicked.
    pub fn click(&self, selector: &str) {
        self.reach("click on", selector, async |element| element.click().await);
    }

    /// Clicks on the first element of a selector without a pointer: WebKit's driver scrolls to
    /// what sticks before it points, and points beside what lies in a tall frame or dialog.
    pub fn press(&self, selector: &str) {
        self.wait(&found(selector), "there is something to press");
        self.eval(&format!("void document.querySelector({}).click()", json!(selector)));
    }

    /// Types into the first element of a selector.
    pub fn keys(&self, selector: &str, keys: &str) {
        self.reach("keys for", selector, async |element| element.send_keys(keys).await);
    }

    /// Presses keys one after another, wherever the focus is.
    pub fn hit_keys(&self, keys: &str) {
        let press = |all: KeyActions, value| {
            all.then(KeyAction::Down { value }).then(KeyAction::Up { value })
        };
        let all = keys.chars().fold(KeyActions::new("keys".to_owned()), press);
        self.have("keys", async |client| client.perform_actions(all).await);
    }

    /// Does something with the first element of a selector, once it is there, at rest, and lets
    /// it be done: what is drawn anew or moves just now is missed by a pointer.
    fn reach(
        &self,
        what: &str,
        selector: &str,
        act: impl AsyncFn(Element) -> Result<(), CmdError>,
    ) {
        let place = format!(
            "(() => {{ const {{ x, y, width, height }} = {}.getBoundingClientRect();
               return [x, y, width, height].join(); }})()",
            found(selector)
        );
        let start = Instant::now();
        let mut before = Err(String::new());
        let mut why = "it is not there".to_owned();
        while start.elapsed() < patience() {
            let now = self.try_eval(&place);
            if now.is_ok() && now == before {
                let done = self
                    .session()
                    .run(async |client| act(client.find(Locator::Css(selector)).await?).await);
                match done {
                    Ok(()) => return,
                    Err(error) if is_passing(&error) => why = format!("{error:?}"),
                    Err(error) => panic!("{what} {selector}: {error}"),
                }
            }
            before = now;
            std::thread::sleep(PAUSE);
        }
        lose_patience();
        panic!("{what} {selector}: in vain, {why}");
    }

    /// Goes Back.
    pub fn back(&self) {
        self.have("Back", async |client| client.back().await);
    }

    /// Goes Forward.
    pub fn forward(&self) {
        self.have("Forward", async |client| client.forward().await);
    }

    /// Goes into a frame of the page, counted from 0.
    pub fn enter_frame(&self, at: u16) {
        self.have("a frame", async |client| client.enter_frame(at).await);
    }

    /// Goes back to the page around the frame.
    pub fn leave_frame(&self) {
        self.have("the page around it", async |client| client.enter_parent_frame().await);
    }

    /// What went wrong in the page since it was loaded.
    pub fn problems(&self) -> Value {
        self.eval("self.probe.problems")
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        if let Some(session) = self.session.take() {
            session.give_back();
        }
    }
}

/// Whether what went wrong may be over soon: the page was just drawn anew.
fn is_passing(error: &CmdError) -> bool {
    let passing = [
        ErrorStatus::StaleElementReference,
        ErrorStatus::NoSuchElement,
        ErrorStatus::ElementNotInteractable,
        ErrorStatus::ElementClickIntercepted,
        ErrorStatus::MoveTargetOutOfBounds,
    ];
    matches!(error, CmdError::Standard(told) if passing.contains(&told.error))
}

fn found(selector: &str) -> String {
    format!("document.querySelector({})", json!(selector))
}

/// A file as an address.
pub fn file_address(path: &Path) -> String {
    let path = path.canonicalize().expect("the file is there");
    format!("file://{}", path.display())
}
