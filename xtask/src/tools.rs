//! The tools that build the page: found, or installed into a cache folder of our own.
//!
//! In: a [`Tool`] with its version. Out: the path of its program. A tool on the PATH is
//! taken only in exactly that version; what is installed goes to
//! `tools/NAME-VERSION/bin/NAME` in the cache folder, so the second run costs nothing and
//! two checkouts with different versions do not disturb each other. Browsers are in
//! [`crate::browsers`].

use std::{
    env,
    ffi::OsString,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context as _, Result, bail};

use crate::command::{self, on_path, output, program_in};

/// The target that the page is compiled for.
pub const WASM: &str = "wasm32-unknown-unknown";

/// A program in one version, and how it is installed.
struct Tool<'a> {
    /// Its program.
    name: &'a str,
    /// Which version.
    version: &'a str,
    /// How `--version` names that version, among other words.
    says: &'a str,
    /// Where it comes from.
    from: Origin<'a>,
    /// How long installing takes on two cores, in words.
    takes: &'a str,
}

enum Origin<'a> {
    /// A crate, with or without the lock file that it was published with, and its own features.
    Crate { name: &'a str, locked: bool, features: bool },
    /// An npm package.
    Npm { name: &'a str },
}

/// Trunk, which builds the page.
pub fn trunk() -> Result<PathBuf> {
    let version = "0.21.14";
    // Without features: it needs no network, what it would load is on the PATH.
    let from = Origin::Crate { name: "trunk", locked: true, features: false };
    Tool { name: "trunk", version, says: version, from, takes: "about 3 minutes" }.get()
}

/// The program that makes JavaScript glue; its version must be that of the crate.
pub fn wasm_bindgen(version: &str) -> Result<PathBuf> {
    // Not locked: the lock file it is published with names a version that was withdrawn.
    let from = Origin::Crate { name: "wasm-bindgen-cli", locked: false, features: true };
    Tool { name: "wasm-bindgen", version, says: version, from, takes: "about 2 minutes" }.get()
}

/// The driver of Firefox.
pub fn geckodriver() -> Result<PathBuf> {
    let version = "0.37.1";
    let from = Origin::Crate { name: "geckodriver", locked: true, features: true };
    Tool { name: "geckodriver", version, says: version, from, takes: "about 2 minutes" }.get()
}

/// The program that makes the page's wasm smaller. `None`, said in one line, where it
/// cannot be had: the page works without, it is only larger.
pub fn wasm_opt() -> Option<PathBuf> {
    let from = Origin::Npm { name: "binaryen" };
    let tool = Tool { name: "wasm-opt", version: "132.0.0", says: "132", from, takes: "a minute" };
    match tool.get() {
        Ok(path) => Some(path),
        Err(error) => {
            eprintln!("setup: no wasm-opt, so the page is larger than it could be: {error:#}");
            None
        }
    }
}

/// The script that looks for barriers in a page. `None`, said in one line, where it cannot
/// be had: what needs it is skipped. It is never part of the project or of a page.
pub fn axe() -> Option<PathBuf> {
    let from = Origin::Npm { name: "axe-core" };
    let tool = Tool { name: "axe-core", version: "4.14.1", says: "", from, takes: "some seconds" };
    let found = cache_folder(env::consts::OS, |name| env::var_os(name)).and_then(|cache| {
        let folder = tool.folder(&cache);
        let script = || {
            let modules = [folder.join("lib/node_modules"), folder.join("node_modules")];
            let scripts = modules.map(|modules| modules.join("axe-core/axe.min.js"));
            scripts.into_iter().find(|script| script.is_file())
        };
        if script().is_none() {
            tool.install(&folder)?;
        }
        script().with_context(|| format!("it is not in {}", folder.display()))
    });
    found.inspect_err(|error| eprintln!("setup: no axe-core: {error:#}")).ok()
}

/// Makes sure that Rust can compile for the page.
pub fn wasm_target() -> Result<()> {
    let folder = output("rustc", &["--print", "target-libdir", "--target", WASM]);
    if folder.is_some_and(|folder| Path::new(folder.trim()).is_dir()) {
        return Ok(());
    }
    if on_path("rustup").is_none() {
        bail!("this Rust has no target {WASM}: install it (with rustup: rustup target add {WASM})");
    }
    eprintln!("setup: adding Rust's target {WASM} (some seconds, once)");
    command::run(Command::new("rustup").args(["target", "add", WASM]))
}

impl Tool<'_> {
    /// The program: from the PATH, from the cache, or installed now.
    fn get(&self) -> Result<PathBuf> {
        if let Some(path) = on_path(self.name)
            && output(&path, &["--version"]).is_some_and(|said| says(&said, self.says))
        {
            return Ok(path);
        }
        let cache = cache_folder(env::consts::OS, |name| env::var_os(name))?;
        let folder = self.folder(&cache);
        if let Some(path) = self.installed(&folder) {
            return Ok(path);
        }
        let (name, version) = (self.name, self.version);
        self.install(&folder).with_context(|| format!("{name} {version} cannot be installed"))?;
        self.installed(&folder)
            .with_context(|| format!("{name} {version} is not in {}", folder.display()))
    }

    /// Its folder in the cache.
    fn folder(&self, cache: &Path) -> PathBuf {
        cache.join("tools").join(format!("{}-{}", self.name, self.version))
    }

    /// The program in its folder of the cache; npm for Windows knows no `bin`.
    fn installed(&self, folder: &Path) -> Option<PathBuf> {
        program_in(&folder.join("bin"), self.name).or_else(|| program_in(folder, self.name))
    }

    fn install(&self, folder: &Path) -> Result<()> {
        let (name, version, takes) = (self.name, self.version, self.takes);
        eprintln!("setup: installing {name} {version} into {} ({takes}, once)", folder.display());
        match self.from {
            Origin::Crate { name, locked, features } => {
                let mut cargo =
                    Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
                cargo.args(["install", "--quiet", name, "--version", version, "--root"]);
                cargo.arg(folder);
                if locked {
                    cargo.arg("--locked");
                }
                if !features {
                    cargo.arg("--no-default-features");
                }
                // They work for seconds, but are compiled for minutes.
                for (setting, value) in
                    [("LTO", "off"), ("OPT_LEVEL", "1"), ("CODEGEN_UNITS", "16")]
                {
                    cargo.env(format!("CARGO_PROFILE_RELEASE_{setting}"), value);
                }
                command::run(&mut cargo)
            }
            Origin::Npm { name } => {
                let npm = on_path("npm").context("there is no npm to install it with")?;
                let mut npm = Command::new(npm);
                npm.args(["install", "--global", "--no-audit", "--no-fund", "--prefix"]);
                npm.arg(folder).arg(format!("{name}@{version}"));
                command::run(&mut npm)
            }
        }
    }
}

/// Whether what a program says of its version contains this one as a word.
fn says(said: &str, version: &str) -> bool {
    said.split_whitespace().any(|word| word == version)
}

/// The folder for what we install, on a system, given its environment.
fn cache_folder(os: &str, variable: impl Fn(&str) -> Option<OsString>) -> Result<PathBuf> {
    let folder = |name: &str| variable(name).filter(|it| !it.is_empty()).map(PathBuf::from);
    if let Some(own) = folder("TELLINGS_CACHE") {
        return Ok(own);
    }
    let caches = folder("XDG_CACHE_HOME").or_else(|| match os {
        "windows" => folder("LOCALAPPDATA"),
        "macos" => folder("HOME").map(|home| home.join("Library/Caches")),
        _ => folder("HOME").map(|home| home.join(".cache")),
    });
    let caches = caches.context("no home folder is known; set TELLINGS_CACHE to a folder")?;
    Ok(caches.join("tellings"))
}

#[cfg(test)]
mod tests {
    use super::{OsString, Path, cache_folder, says};

    #[test]
    fn a_version_is_recognised_as_a_word_not_as_a_part_of_one() {
        assert!(says("trunk 0.21.14\n", "0.21.14"));
        assert!(says("wasm-opt version 132 (version_132)", "132"));
        assert!(!says("wasm-opt version 108", "132"));
        assert!(!says("trunk 0.21.140", "0.21.14"));
    }

    fn folder(os: &str, variables: &[(&str, &str)]) -> Option<String> {
        let find = |name: &str| {
            variables.iter().find(|(known, _)| *known == name).map(|(_, at)| OsString::from(at))
        };
        cache_folder(os, find).ok().map(|path| path.to_string_lossy().replace('\\', "/"))
    }

    #[test]
    fn the_cache_folder_is_ours_then_the_systems() {
        let all = [("TELLINGS_CACHE", "/mine"), ("XDG_CACHE_HOME", "/caches"), ("HOME", "/home/a")];
        assert_eq!(folder("linux", &all).as_deref(), Some("/mine"));
        assert_eq!(folder("linux", &all[1..]).as_deref(), Some("/caches/tellings"));
        assert_eq!(folder("linux", &all[2..]).as_deref(), Some("/home/a/.cache/tellings"));
        let mac = folder("macos", &all[2..]);
        assert_eq!(mac.as_deref(), Some("/home/a/Library/Caches/tellings"));
        let windows = folder("windows", &[("LOCALAPPDATA", "/local")]);
        assert_eq!(windows.as_deref(), Some("/local/tellings"));
        assert_eq!(folder("linux", &[]), None);
    }

    #[test]
    fn an_empty_variable_counts_as_unset() {
        let set = [("TELLINGS_CACHE", ""), ("HOME", "/home/a")];
        assert_eq!(folder("linux", &set).as_deref(), Some("/home/a/.cache/tellings"));
        assert!(Path::new("/home/a").is_absolute() || cfg!(windows));
    }
}
