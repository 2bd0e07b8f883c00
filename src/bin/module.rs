//! The ES module: the class `Engine` of `tellings::api`, without interface.
//!
//! Everything is exported from the library; nothing happens on loading.

use tellings as _;

fn main() {}
