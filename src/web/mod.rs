//! The page in the browser.
//!
//! In: what the reader does. Out: what the reader sees. [`shell`] holds the state and the
//! engine's [`client`] and hands both down by [`hooks`]; components get values and give
//! back [actions](crate::state::Action); [`views`] ask for what they show, [`texts`] has the
//! words; [`importer`] makes packs of files; [`workshop`] is what is done with a whole collection; [`window`] is what other programs see. [`worker`] is the other role of the same
//! wasm; [`browser`] wraps what the browser offers, each call guarded for places that
//! forbid it.

pub mod app;
pub mod browser;
pub mod client;
pub mod components;
pub mod hooks;
pub mod importer;
pub mod late;
mod notes;
pub mod settings;
pub mod shell;
pub mod texts;
pub mod views;
pub mod window;
pub mod worker;
pub mod workshop;

/// Takes the role that fits where the program finds itself: app in a window, engine in a
/// worker.
pub fn run() {
    match browser::role() {
        browser::Role::Window(boot) => shell::mount(boot),
        browser::Role::Worker(scope) => worker::serve(&scope),
        browser::Role::Unknown => {}
    }
}
