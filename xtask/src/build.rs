//! `cargo xtask build`: the site in `dist/`.
//!
//! In: the checkout and a folder of sources. Out: `dist/`, ready for any static host. Trunk
//! builds the parts of the page as Trunk.toml and index.html say; the binary `tellings` puts
//! them together: the page without a collection in one file, `viewer.html`, what makes it
//! import, `importer.html`, and of them the site of the collection, with `embed.html`, the
//! same in one file. The ES module goes to `module/`. Tools that are missing are installed first.

use std::{
    fs,
    path::{Path, PathBuf, absolute},
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
#[derive(Args, Default)]
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
    let dist = project.dist();
    if dist.exists() {
        // Names change with contents, so old files would stay.
        fs::remove_dir_all(&dist).with_context(|| format!("cannot empty {}", dist.display()))?;
    }
    // Not `cargo run`: the program carries the viewer inside and would be built anew after
    // every step that changes it.
    let mut build = cargo(project);
    run_command(build.args(["build", "--release", "--package", "tellings", "--bin", "tellings"]))?;
    let tellings = || Command::new(command_line(project));
    let importer = importer(project)?;
    let viewer = dist.join("viewer.html");
    let mut make = tellings();
    make.arg("viewer").arg(trunk_dist(project)).arg("--importer").arg(importer);
    run_command(make.arg("-o").arg(&viewer))?;
    let mut site = tellings();
    site.arg("site").arg(&corpus).arg("--viewer").arg(&viewer).arg("-o").arg(&dist);
    run_command(&mut site)?;
    module(project)
}

/// Where Cargo builds.
fn target(project: &Project) -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR")
        .map_or_else(|| project.root.join("target"), |folder| project.root.join(folder))
}

/// The command line that [`run`] builds.
pub fn command_line(project: &Project) -> PathBuf {
    let name = format!("tellings{}", std::env::consts::EXE_SUFFIX);
    target(project).join("release").join(name)
}

/// Where Trunk leaves the parts of the page.
fn trunk_dist(project: &Project) -> PathBuf {
    target(project).join("trunk")
}

/// Builds the ES module: the engine without interface, for pages and for Node.
fn module(project: &Project) -> Result<()> {
    let folder = project.dist().join("module");
    bind(project, "module", &["--target", "web", "--out-name", "tellings"], &folder)
}

/// Builds what the page loads when files come; where it is.
fn importer(project: &Project) -> Result<PathBuf> {
    let folder = target(project).join("importer");
    let glue = ["--target", "no-modules", "--no-modules-global", "tellings_importer"];
    bind(project, "importer", &[&glue[..], &["--no-typescript"]].concat(), &folder)?;
    Ok(folder)
}

/// Builds the program `name`, with the feature of that name, as wasm with its glue.
fn bind(project: &Project, name: &str, options: &[&str], folder: &Path) -> Result<()> {
    let mut build = cargo(project);
    build.args(["build", "--profile", "page", "--target", tools::WASM, "--package", "tellings"]);
    build.args(["--bin", name, "--no-default-features", "--features", name]);
    run_command(&mut build)?;
    let built = target(project).join(tools::WASM).join("page").join(format!("{name}.wasm"));
    let mut bindgen = Command::new(tools::wasm_bindgen(&wasm_bindgen_version(project)?)?);
    run_command(bindgen.args(options).arg("--out-dir").arg(folder).arg(built))?;
    let Some(optimiser) = tools::wasm_opt() else { return Ok(()) };
    let files = fs::read_dir(folder).with_context(|| format!("no {}", folder.display()))?;
    for wasm in files.filter_map(|file| Some(file.ok()?.path())) {
        if wasm.extension().is_some_and(|ending| ending == "wasm") {
            let mut optimise = Command::new(&optimiser);
            optimise.arg("-Oz").args(WASM_FEATURES).args(["--strip-debug", "--strip-producers"]);
            run_command(optimise.arg("-o").arg(&wasm).arg(&wasm))?;
        }
    }
    Ok(())
}

/// What Rust's wasm uses; index.html tells Trunk the same. Not `--all-features`, which
/// writes what browsers refuse.
const WASM_FEATURES: [&str; 8] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
    "--enable-simd",
];

fn wasm_bindgen_version(project: &Project) -> Result<String> {
    let version = project.locked_version("wasm-bindgen");
    version.context("Cargo.lock does not say which wasm-bindgen the page uses")
}

/// Builds the page, without a collection.
fn page(project: &Project) -> Result<()> {
    let bindgen = wasm_bindgen_version(project)?;
    tools::wasm_target()?;
    let (bindgen, trunk) = (tools::wasm_bindgen(&bindgen)?, tools::trunk()?);
    let optimiser = tools::wasm_opt();
    let found = [Some(&trunk), Some(&bindgen), optimiser.as_ref()];
    let mut build = Command::new(&trunk);
    build.current_dir(&project.root).args(["build", "--skip-version-check", "--dist"]);
    build.arg(trunk_dist(project));
    build.env("PATH", path_with(found.into_iter().flatten().map(PathBuf::as_path))?);
    // Trunk takes NO_COLOR for a switch of its own and refuses any value but true and false.
    build.env_remove("NO_COLOR");
    // To Trunk, `--release` means: run wasm-opt. The profile is named in Trunk.toml.
    if optimiser.is_some() {
        build.arg("--release");
    }
    run_command(&mut build)
}
