//! The importer: the wasm that a page loads when somebody gives it files.
//!
//! It serves `tellings::importer` to whoever started it.

fn main() {
    tellings::importer::serve();
}
