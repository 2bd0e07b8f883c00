//! The engine in a worker.
//!
//! [`messages`] is what page and worker tell each other; [`serve`] is the worker's side;
//! [`Hired`] the page's grip on it. What is asked, and in which order, is decided by the
//! [client](super::client).

mod hired;
pub mod messages;
mod serve;

pub use hired::{Hired, Sign};
pub use serve::{serve, slice};
