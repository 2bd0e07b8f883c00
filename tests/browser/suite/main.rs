//! The built page in real browsers: one suite, three engines, over WebDriver.
//!
//! In: the site in `dist/` (or $TELLINGS_DIST), the command line, and whatever browsers
//! there are. Each case is a function of a browser at a host of its own; [`in_every_engine!`]
//! makes it a test per engine. Invariant: after every case the page has broken no policy, logged no
//! error and left no promise rejected. A browser that is missing skips its tests with a
//! line `skipped:`; with TELLINGS_STRICT=1 a missing Chromium or `dist/` fails them.

// Integration tests are tests from end to end; clippy only looks at the attribute.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a test fails by panicking and tells by printing"
)]

mod cases;
mod driver;
mod page;
mod place;
mod probe;
mod server;
mod session;
