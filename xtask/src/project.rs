//! The checkout: its folders, and what Cargo.toml and Cargo.lock say.
//!
//! In: the folder that this tool was compiled in. Out: [`Project`]. Versions that two
//! tools must agree on are read here, from Cargo.lock, so they cannot drift.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use anyhow::{Context as _, Result};
use toml::{Table, Value};

/// A checkout of Tellings.
pub struct Project {
    /// Its folder.
    pub root: PathBuf,
    manifest: Table,
    lock: Table,
}

impl Project {
    /// The checkout that this tool belongs to.
    pub fn open() -> Result<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"))
            .parent()
            .context("xtask lies in no project")?
            .to_owned();
        let read = |name: &str| -> Result<Table> {
            let path = root.join(name);
            let text = fs::read_to_string(&path)
                .with_context(|| format!("{} cannot be read", path.display()))?;
            text.parse().with_context(|| format!("{} is not TOML", path.display()))
        };
        Ok(Self { manifest: read("Cargo.toml")?, lock: read("Cargo.lock")?, root })
    }

    /// Whether the library has a feature of that name.
    pub fn has_feature(&self, name: &str) -> bool {
        self.manifest.get("features").is_some_and(|features| features.get(name).is_some())
    }

    /// The version of a crate in Cargo.lock.
    pub fn locked_version(&self, name: &str) -> Option<String> {
        locked_version(&self.lock, name)
    }

    /// Where the test data is looked for: $TELLINGS_DATA, else `shared` beside the checkout.
    pub fn data(&self) -> PathBuf {
        let given = env::var_os("TELLINGS_DATA").filter(|given| !given.is_empty());
        self.root.join(given.unwrap_or_else(|| "../shared".into()))
    }

    /// Where the site is built.
    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }
}

fn locked_version(lock: &Table, name: &str) -> Option<String> {
    lock.get("package")?
        .as_array()?
        .iter()
        .find(|package| package.get("name").and_then(Value::as_str) == Some(name))?
        .get("version")?
        .as_str()
        .map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::{Project, locked_version};

    #[test]
    fn a_locked_version_is_that_of_the_crate_of_exactly_this_name() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"1.0.0\"\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        let lock = lock.parse().unwrap();
        assert_eq!(locked_version(&lock, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(locked_version(&lock, "wasm"), None);
    }

    #[test]
    fn this_checkout_is_found() {
        let project = Project::open().unwrap();
        assert!(project.has_feature("cli"));
        assert!(!project.has_feature("nonsense"));
        assert!(project.locked_version("clap").is_some());
    }
}
