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

pub mod error;
pub mod lang;
pub mod protocol;
pub mod source;
pub mod span;
pub mod state;
pub mod text;
