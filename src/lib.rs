//! Tellings shows how different sources tell the same story.
//!
//! ```text
//! files ─import→ Document ─analyse→ Analysis ─index→ Index ─write→ pack
//! pack ─open→ Index ─query→ Hits/Marks ─compare→ Comparison
//! ```
//!
//! Layers, each knowing only those before it:
//! - [`span`], [`error`], [`sort`], [`unicode`]: places in a text; the one error; sorting; letters
//!   and marks.
//! - [`lang`]: one file a language: inflection, sounds, months, page furniture.
//! - [`source`]: files to documents of understood blocks, with reasons.
//! - [`text`]: words and passages with their spans; folding.
//! - [`index`]: every form, where it occurs, what belongs together.
//! - [`pack`]: the index in a file, checked, read in place.
//! - [`query`]: what a reader types to hits with forms and reasons.
//! - [`compare`]: what sources share, and what only one of them has.
//! - [`protocol`], [`engine`]: what can be asked of the engine; the only door into it.
//! - [`importing`]: from files to a pack, a slice at a time.
//! - [`state`]: what the reader has open; the address that names it.
//! - [`api`]: the shapes of answers outside the page.
//! - `publish` (feature): one file, or a site, of a collection.
//! - `wire` (feature): how a page and its workers talk.
//! - `importer` (feature): what the page loads when files come.
//! - `web` (feature): the page; its worker; what the browser offers.
//! - `cli` (feature): the command line.

pub mod api;
#[cfg(feature = "cli")]
pub mod cli;
pub mod compare;
pub mod engine;
pub mod error;
#[cfg(feature = "importer")]
pub mod importer;
pub mod importing;
pub mod index;
pub mod lang;
pub mod pack;
pub mod protocol;
#[cfg(feature = "publish")]
pub mod publish;
pub mod query;
pub mod sort;
pub mod source;
pub mod span;
pub mod state;
pub mod text;
pub mod unicode;
#[cfg(feature = "web")]
pub mod web;
#[cfg(feature = "wire")]
pub mod wire;
