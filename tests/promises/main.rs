//! The promises of ARCHITECTURE.md, over random collections, the bundled one and, where the
//! test data is there, the published originals.
//!
//! In: collections and queries made of small word lists, in several languages. What is
//! checked is how answers agree with one another, whatever they are; which answers are
//! right is for `tests/suite`.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test that fails panics, and says what it skips"
)]

mod agreement;
mod bundled;
mod comparison;
mod originals;
mod packs;
#[path = "../support/mod.rs"]
mod support;
mod worlds;
