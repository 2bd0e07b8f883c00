//! Tellings shows how different sources tell the same story.
//!
//! ```text
//! files ─import→ Document ─analyse→ Analysis ─index→ Index ─write→ pack
//! pack ─open→ Index ─query→ Hits/Marks ─compare→ Comparison
//! ```
//!
//! Layers, each knowing only those before it:
//! - [`span`], [`error`]: places in a text; the one error.
//! - [`lang`]: one file a language: inflection, sounds, months, page furniture.
//! - [`source`]: files to documents of understood blocks, with reasons.
//! - [`text`]: words and passages with their spans; folding.
//! - [`protocol`]: what can be asked of the engine and what it answers.
//! - [`state`]: what the reader has open; the address that names it.
//! - `publish` (feature): one file, or a site, of a collection.
//! - `web` (feature): the page; its worker; what the browser offers.

pub mod engine;
pub mod error;
pub mod index;
pub mod lang;
pub mod pack;
pub mod protocol;
#[cfg(feature = "publish")]
pub mod publish;
pub mod source;
pub mod span;
pub mod state;
pub mod text;
#[cfg(feature = "web")]
pub mod web;
