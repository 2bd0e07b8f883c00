//! What programs get of the engine: the shapes that the command line prints and that the
//! JavaScript interfaces return, and the class of the ES module.
//!
//! In: answers of the engine. Out: values with stable names. Positions are UTF-8 bytes on
//! the command line and UTF-16 units in JavaScript; [`units`] turns one into the other.
//! Asking, and the page, do not belong here.

pub mod asked;
#[cfg(feature = "module")]
mod compared;
#[cfg(feature = "module")]
mod differing;
#[cfg(feature = "module")]
mod module;
#[cfg(any(feature = "module", feature = "web"))]
pub mod places;
pub mod reference;
pub mod shape;
#[cfg(feature = "cli")]
pub mod tables;
pub mod units;

#[cfg(feature = "module")]
pub use differing::differing;
#[cfg(feature = "module")]
pub use module::Tellings;
