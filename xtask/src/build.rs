//! `cargo xtask build`: the site in `dist/`.
//!
//! In: the checkout and a folder of sources. Out: `dist/`, ready for any static host: the
//! page, built by Trunk as Trunk.toml and index.html say, and the collection beside it as
//! `collection.pack`, packed by the binary `tellings`. Tools that are missing are installed
//! first.

use std::{
    path::{PathBuf, absolute},
    process::Command,
};

use anyhow::{Context as _, Result, bail};
use clap::Args;

use crate::{
    command::{cargo, path_with, run as run_command},
    project::Project,
    tools,
};

/// What `cargo xtask build` can be told.
#[derive(Args)]
#[group(skip)]
pub struct Options {
    /// The folder of sources to put into the page [default: the bundled corpus/talks]
    #[arg(long, value_name = "DIR")]
    corpus: Option<PathBuf>,
}

/// Builds the site.
pub fn run(project: &Project, options: &Options) -> Result<()> {
    if !project.has_feature("web") {
        bail!("this checkout has no page to build: Cargo.toml has no feature `web`");
    }
    let corpus = match &options.corpus {
        Some(folder) => absolute(folder)?,
        None => project.root.join("corpus/talks"),
    };
    if !corpus.is_dir() {
        bail!("{}: there is no such folder of sources", corpus.display());
    }
    page(project)?;
    let pack = project.dist().join("collection.pack");
    let mut tellings = cargo(project);
    tellings.args(["run", "--release", "--package", "tellings", "--bin", "tellings", "--"]);
    run_command(tellings.arg("pack").arg(corpus).arg("-o").arg(pack))
}

/// Builds the page, without a collection.
fn page(project: &Project) -> Result<()> {
    let bindgen = project
        .locked_version("wasm-bindgen")
        .context("Cargo.lock does not say which wasm-bindgen the page uses")?;
    tools::wasm_target()?;
    let (bindgen, trunk) = (tools::wasm_bindgen(&bindgen)?, tools::trunk()?);
    let optimiser = tools::wasm_opt();
    let found = [Some(&trunk), Some(&bindgen), optimiser.as_ref()];
    let mut build = Command::new(&trunk);
    build.current_dir(&project.root).args(["build", "--skip-version-check"]);
    build.env("PATH", path_with(found.into_iter().flatten().map(PathBuf::as_path))?);
    // Trunk takes NO_COLOR for a switch of its own and refuses any value but true and false.
    build.env_remove("NO_COLOR");
    // To Trunk, `--release` means: run wasm-opt. The profile is named in Trunk.toml.
    if optimiser.is_some() {
        build.arg("--release");
    }
    run_command(&mut build)
}
