//! A browser with the page open: the words that the cases are told in.
//!
//! In: addresses, JavaScript expressions, CSS selectors. Out: what the page shows. Whatever
//! takes time is waited for, up to [`PATIENCE`]; what does not come fails the test with
//! what was awaited and what the page shows instead.

use std::{
    path::Path,
    time::{Duration, Instant},
};

use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tokio::runtime::{Builder, Runtime};

use crate::{
    driver::{Driver, Engine},
    place,
    server::Server,
};

/// How long anything may take: also a worker that has to be given up first.
const PATIENCE: Duration = Duration::from_secs(45);

/// The Enter key, as WebDriver writes it.
pub const ENTER: &str = "\u{E007}";

/// A browser with one window.
pub struct Page {
    runtime: Runtime,
    client: Option<Client>,
    driver: Driver,
    /// The host of the built site.
    pub server: Server,
}

impl Page {
    /// A fresh browser and the site; `None`, and says so, where either is missing.
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
        let Some(driver) = Driver::start(engine) else {
            return is_missing(&format!("there is no {engine:?} with its driver"));
        };
        let runtime = Builder::new_current_thread().enable_all().build().expect("a runtime");
        let mut builder = ClientBuilder::new(HttpConnector::new());
        builder.capabilities(driver.capabilities.clone());
        let client = runtime.block_on(builder.connect(&driver.address)).expect("a session");
        let page = Self { runtime, client: Some(client), driver, server: Server::start(dist) };
        page.set_size(1280, 900);
        Some(page)
    }

    fn client(&self) -> &Client {
        self.client.as_ref().expect("the session lasts as long as the page")
    }

    /// Makes the window as large.
    pub fn set_size(&self, width: u32, height: u32) {
        self.runtime.block_on(self.client().set_window_size(width, height)).expect("a size");
    }

    /// Goes to an address.
    pub fn go(&self, address: &str) {
        self.runtime.block_on(self.client().goto(address)).expect("the address loads");
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
            "!document.querySelector('.is-waiting') && \
             [...document.querySelectorAll('.term-count')].every((one) => one.textContent !== '…')",
            "every answer is there",
        );
    }

    /// A file in the test's own folder, as an address.
    pub fn file(&self, name: &str, content: &str) -> String {
        let path = self.driver.folder.join(name);
        std::fs::write(&path, content).expect("a file for the test");
        file_address(&path)
    }

    /// The value of an expression; of a promise, what it resolves to.
    pub fn eval(&self, expression: &str) -> Value {
        let script = format!(
            "const done = arguments[arguments.length - 1];
             (async () => {expression})().then(
               (value) => done([value ?? null]), (error) => done(String(error.stack || error)));"
        );
        let told = self.runtime.block_on(self.client().execute_async(&script, vec![]));
        match told.unwrap_or_else(|error| panic!("{expression}: {error}")) {
            Value::Array(mut value) => value.pop().unwrap_or_default(),
            error => panic!("{expression}: {error}"),
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
        let start = Instant::now();
        while !self.is(expression) {
            if start.elapsed() > PATIENCE {
                let shown = self.eval("document.body.innerText.slice(0, 600)");
                let problems = self.eval("self.probe?.problems");
                panic!("waited in vain until {what}: {expression}\n{problems}\n{shown}");
            }
            std::thread::sleep(Duration::from_millis(40));
        }
    }

    /// Clicks on the first element of a selector, once it is there.
    pub fn click(&self, selector: &str) {
        self.wait(&found(selector), "there is something to click");
        let client = self.client();
        let clicked = self
            .runtime
            .block_on(async { client.find(Locator::Css(selector)).await?.click().await });
        clicked.unwrap_or_else(|error| panic!("click on {selector}: {error}"));
    }

    /// Types into the first element of a selector.
    pub fn keys(&self, selector: &str, keys: &str) {
        self.wait(&found(selector), "there is something to type into");
        let client = self.client();
        let typed = self
            .runtime
            .block_on(async { client.find(Locator::Css(selector)).await?.send_keys(keys).await });
        typed.unwrap_or_else(|error| panic!("keys for {selector}: {error}"));
    }

    /// Goes Back.
    pub fn back(&self) {
        self.runtime.block_on(self.client().back()).expect("Back");
    }

    /// Goes Forward.
    pub fn forward(&self) {
        self.runtime.block_on(self.client().forward()).expect("Forward");
    }

    /// Goes into the page's first frame.
    pub fn enter_frame(&self) {
        self.runtime.block_on(self.client().enter_frame(0)).expect("a frame");
    }

    /// What went wrong in the page since it was loaded.
    pub fn problems(&self) -> Value {
        self.eval("self.probe.problems")
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        if let Some(client) = self.client.take() {
            // Ends the browser; where that fails the driver takes it along.
            _ = self.runtime.block_on(client.close());
        }
    }
}

fn found(selector: &str) -> String {
    format!("document.querySelector({})", json!(selector))
}

/// A file as an address.
pub fn file_address(path: &Path) -> String {
    let path = path.canonicalize().expect("the file is there");
    format!("file://{}", path.display())
}
