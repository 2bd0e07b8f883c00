//! Running browsers: a case takes one, and gives it back when it went well.
//!
//! Starting a browser costs more than most cases. What a page keeps (storage, caches, service
//! workers) belongs to its host, and every case has a host of its own, so that a case meets
//! nothing of the one before; only pages from `file:` share what they keep. Invariant: nobody
//! gets a browser that a case has failed in or that does not answer.

use std::{
    sync::{
        Mutex,
        atomic::{AtomicU32, Ordering},
    },
    thread,
    time::Duration,
};

use fantoccini::{Client, ClientBuilder, error::CmdError};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tokio::runtime::{Builder, Runtime};

use crate::driver::{Driver, Engine};

/// How often a browser is started anew that does not come up: another program may have taken
/// its port, or a busy machine let its driver give up.
const STARTS: u32 = 3;

/// Browsers that nobody uses.
static IDLE: Mutex<Vec<Session>> = Mutex::new(Vec::new());

/// How many waits were in vain.
static IN_VAIN: AtomicU32 = AtomicU32::new(0);

/// How long anything may take, also on a machine that does a lot beside. Where much fails, the
/// rest is not waited for as long: then it is not the machine.
pub fn patience() -> Duration {
    let in_vain = IN_VAIN.load(Ordering::Relaxed).min(3);
    Duration::from_secs(240 >> in_vain)
}

/// Notes that something was waited for in vain.
pub fn lose_patience() {
    IN_VAIN.fetch_add(1, Ordering::Relaxed);
}

/// A browser with one window.
pub struct Session {
    runtime: Runtime,
    client: Option<Client>,
    driver: Driver,
}

impl Session {
    /// A browser; `None` where it or its driver is missing.
    pub fn take(engine: Engine) -> Option<Self> {
        let idle = || {
            let mut idle = IDLE.lock().ok()?;
            let at = idle.iter().position(|one| one.driver.engine == engine)?;
            Some(idle.swap_remove(at))
        };
        while let Some(session) = idle() {
            if session.is_blank() {
                return Some(session);
            }
        }
        let mut why = None;
        for _ in 0..STARTS {
            match Self::start(Driver::start(engine)?) {
                Ok(session) => return Some(session),
                Err(error) => why = Some(error),
            }
        }
        panic!("{engine:?} does not start: {}", why.unwrap_or_default());
    }

    fn start(driver: Driver) -> Result<Self, String> {
        let runtime = Builder::new_current_thread().enable_all().build().expect("a runtime");
        driver.wait()?;
        let mut capabilities = driver.capabilities.clone();
        let most = u64::try_from(patience().as_millis()).unwrap_or(u64::MAX);
        let timeouts = json!({ "script": most, "pageLoad": most });
        capabilities.insert("timeouts".to_owned(), timeouts);
        let mut builder = ClientBuilder::new(HttpConnector::new());
        builder.capabilities(capabilities);
        let client = runtime.block_on(async {
            tokio::time::timeout(patience(), builder.connect(&driver.address)).await
        });
        let client = client.map_err(|late| late.to_string())?.map_err(|error| error.to_string())?;
        Ok(Self { runtime, client: Some(client), driver })
    }

    /// Gives the browser back, for the next case, unless this one failed.
    pub fn give_back(self) {
        // Blank, so that no page works on while others are tested.
        if !thread::panicking()
            && self.is_blank()
            && let Ok(mut idle) = IDLE.lock()
        {
            idle.push(self);
        }
    }

    /// Leaves whatever is open; whether the browser answers.
    fn is_blank(&self) -> bool {
        self.run(async |client| client.goto("about:blank").await).is_ok()
    }

    /// Has the browser do something, and waits for it.
    pub fn run<T>(
        &self,
        what: impl AsyncFnOnce(&Client) -> Result<T, CmdError>,
    ) -> Result<T, CmdError> {
        let client = self.client.as_ref().expect("the session lasts as long as the page");
        self.runtime.block_on(what(client))
    }

    /// What a script gives that calls its last argument.
    pub fn script(&self, script: &str) -> Result<Value, CmdError> {
        self.run(async |client| client.execute_async(script, vec![]).await)
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        if let Some(client) = self.client.take() {
            // Ends the browser; where that fails the driver takes it along.
            _ = self.runtime.block_on(async {
                tokio::time::timeout(Duration::from_secs(10), client.close()).await
            });
        }
    }
}
