//! Where everything is: the built site, the command line, the sources.
//!
//! Paths come from the environment that `cargo xtask test` sets; without it, from where a
//! plain `cargo xtask build` leaves things.

use std::{
    env,
    path::{Path, PathBuf},
};

/// The variable, else a path below the checkout.
fn named(variable: &str, below: &str) -> PathBuf {
    let checkout = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let given = env::var_os(variable).filter(|given| !given.is_empty());
    given.map_or_else(|| checkout.join(below), PathBuf::from)
}

/// The built site.
pub fn dist() -> PathBuf {
    named("TELLINGS_DIST", "dist")
}

/// The command line, as `cargo xtask build` leaves it.
pub fn command_line() -> PathBuf {
    named("TELLINGS_COMMAND", &format!("target/release/tellings{}", env::consts::EXE_SUFFIX))
}

/// The bundled sources.
pub fn sources() -> PathBuf {
    named("TELLINGS_CORPUS", "corpus/talks")
}

/// The test data.
pub fn data() -> PathBuf {
    named("TELLINGS_DATA", "../shared")
}

/// The script of axe-core, where xtask found it.
pub fn axe() -> Option<PathBuf> {
    env::var_os("TELLINGS_AXE").map(PathBuf::from).filter(|path| path.is_file())
}

/// A file of this package.
pub fn own(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// Whether what is missing is a failure.
pub fn is_strict() -> bool {
    env::var("TELLINGS_STRICT").is_ok_and(|value| value == "1")
}

/// The program of that name on the PATH.
pub fn on_path(name: &str) -> Option<PathBuf> {
    let name = format!("{name}{}", env::consts::EXE_SUFFIX);
    let path = env::var_os("PATH")?;
    env::split_paths(&path).map(|folder| folder.join(&name)).find(|path| path.is_file())
}
