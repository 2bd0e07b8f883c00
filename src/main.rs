//! The page: one wasm in two roles.
//!
//! In a window it mounts the app; in a worker, which the page makes of the same module and
//! the same glue, it serves the engine.

fn main() {
    tellings::web::run();
}
