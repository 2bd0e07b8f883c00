//! Alignment: which passages of two sources tell the same.
//!
//! In: two [`Side`]s, rows of clues. Out: [`Pair`]s with how sure they are, and what ties
//! them. The files follow the flow: `clues` (what may be shared), `ties` (what goes
//! together), `lessons` (what linked passages teach), `evidence` (what speaks for two passages), `decide` and `order` (which pairs
//! hold), `weights` (what was learned). The answer depends on the two sources alone, and
//! swapping them swaps it.

mod clues;
mod decide;
mod evidence;
#[cfg(feature = "cli")]
pub mod learn;
mod lessons;
#[cfg(feature = "cli")]
mod likelihood;
mod order;
#[cfg(feature = "import")]
pub mod raw;
mod ties;
mod weights;

pub(super) use clues::{Clue, Kind as ClueKind, Known, Side, Words};
pub use decide::{Meets, Method};
pub(super) use decide::{Pair, links};
#[cfg(feature = "import")]
use decide::{reports, versions};
pub(super) use evidence::Evidence;
pub(super) use lessons::{Lesson, Lessons, Pair as Taught, learn};
pub(super) use ties::{Sort, Tie, Ties, Tying};
pub(super) use weights::LEARNED;
