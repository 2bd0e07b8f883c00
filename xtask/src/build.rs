//! `cargo xtask build`: the site in `dist/`.
//!
//! In: the checkout and a folder of sources. Out: `dist/`, ready for any static host. Trunk
//! builds the page as Trunk.toml and index.html say; it, the importer, the ES module and the
//! binary `tellings` are the [`parts`], which take minutes. The binary [puts them
//! together](assemble): the page without a collection in one file, `viewer.html`, what makes it
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
    split::split,
    tools,
};

/// The modules whose functions readers do not need to open, search and read: what leads only
/// to them comes with them in the second part of the page. To be kept by what the first part
/// weighs (`cargo xtask weight`).
const LATE: &[&str] = &[
    "tellings::compare::",
    "tellings::engine::comparing",
    "tellings::web::components::chart::",
    "tellings::web::components::copy_field",
    "tellings::web::components::dialog",
    "tellings::web::components::help",
    "tellings::web::components::matrix",
    "tellings::web::components::pair_rows",
    "tellings::web::components::progress",
    "tellings::web::components::shared_table",
    "tellings::web::components::table",
    "tellings::web::components::taking",
    "tellings::web::components::timeline",
    "tellings::web::components::tour::Tour",
    "tellings::web::components::word_table",
    "tellings::web::browser::picture",
    "tellings::web::importer",
    "tellings::web::views::compare",
    "tellings::web::views::copied",
    "tellings::web::views::diff_box",
    "tellings::web::views::drawn",
    "tellings::web::views::group_choice",
    "tellings::web::views::overview::copied",
    "tellings::web::views::overview::coverage",
    "tellings::web::views::overview::events",
    "tellings::web::views::overview::timeline",
    "tellings::web::views::readers::list",
    "tellings::web::views::words",
    "tellings::web::workshop::Workshop",
    "tellings::web::workshop::add",
    "tellings::web::workshop::embed",
    "tellings::web::workshop::kept",
    "tellings::web::workshop::report",
    "tellings::web::workshop::save",
    "tellings::web::workshop::snippet",
    "tellings::web::workshop::sources",
];

/// What `cargo xtask build` can be told.
#[derive(Args, Default)]
#[group(skip)]
pub struct Options {
    /// The folder of sources to put into the page [default: the bundled corpus/talks]
    #[arg(long, value_name = "DIR")]
    corpus: Option<PathBuf>,
}

/// What the state and the protocol do with types of these modules.
const NOW: &[&str] = &[" as core::clone", " as core::cmp", " as core::hash", " as serde"];

/// Whether a function is of one of these modules, or makes a component of theirs. Not every
/// name that has theirs in it is meant: the compiler makes one of several functions that do the
/// same, and gives it the name of any.
fn is_late(name: &str) -> bool {
    if NOW.iter().any(|now| name.contains(now)) {
        return false;
    }
    let of = name.trim_start_matches(['<', '&']);
    let of = of.strip_prefix("yew::html::component::lifecycle::CompStateInner<").unwrap_or(of);
    LATE.iter().any(|late| of.starts_with(late))
}

/// Builds the site.
pub fn run(project: &Project, options: &Options) -> Result<()> {
    parts(project)?;
    assemble(project, options)
}

/// Builds what the site is put together from, below Cargo's own folder.
pub fn parts(project: &Project) -> Result<()> {
    if !project.has_feature("web") {
        bail!("this checkout has no page to build: Cargo.toml has no feature `web`");
    }
    page(project)?;
    importer(project)?;
    module(project)?;
    // Not `cargo run`: the program carries the viewer inside and would be built anew after
    // every step that changes it.
    let mut build = cargo(project);
    run_command(build.args(["build", "--release", "--package", "tellings", "--bin", "tellings"]))
}

/// Puts the [`parts`] together in `dist/`.
pub fn assemble(project: &Project, options: &Options) -> Result<()> {
    let corpus = match &options.corpus {
        Some(folder) => absolute(folder)?,
        None => project.root.join("corpus/talks"),
    };
    if !corpus.is_dir() {
        bail!("{}: there is no such folder of sources", corpus.display());
    }
    let dist = project.dist();
    if dist.exists() {
        // Names change with contents, so old files would stay.
        fs::remove_dir_all(&dist).with_context(|| format!("cannot empty {}", dist.display()))?;
    }
    let tellings = || Command::new(command_line(project));
    let viewer = dist.join("viewer.html");
    let mut make = tellings();
    make.arg("viewer").arg(part(project, "trunk")).arg("--importer");
    run_command(make.arg(part(project, "importer")).arg("-o").arg(&viewer))?;
    let mut site = tellings();
    site.arg("site").arg(&corpus).arg("--viewer").arg(&viewer).arg("-o").arg(&dist);
    run_command(&mut site)?;
    copy(&part(project, "module"), &dist.join("module"))
}

/// Copies what is in a folder.
fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to).with_context(|| format!("cannot make {}", to.display()))?;
    let files = fs::read_dir(from).with_context(|| format!("no {}", from.display()))?;
    for file in files.filter_map(Result::ok) {
        if file.file_type()?.is_dir() {
            copy(&file.path(), &to.join(file.file_name()))?;
            continue;
        }
        let copied = fs::copy(file.path(), to.join(file.file_name()));
        copied.with_context(|| format!("cannot copy {}", file.path().display()))?;
    }
    Ok(())
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

/// Where a part of the site is left.
fn part(project: &Project, name: &str) -> PathBuf {
    target(project).join(name)
}

/// Builds the ES module: the engine without interface, for pages and for Node.
fn module(project: &Project) -> Result<()> {
    bind(project, "module", &["--target", "web", "--out-name", "tellings"])?;
    // Without it Node takes the script for one of another kind.
    let package = format!(
        r#"{{
  "name": "tellings",
  "version": "{}",
  "license": "MIT OR Apache-2.0",
  "type": "module",
  "main": "tellings.js",
  "types": "tellings.d.ts"
}}
"#,
        env!("CARGO_PKG_VERSION")
    );
    fs::write(part(project, "module").join("package.json"), package)
        .context("package.json cannot be written")
}

/// Builds what the page loads when files come.
fn importer(project: &Project) -> Result<()> {
    let glue = ["--target", "no-modules", "--no-modules-global", "tellings_importer"];
    bind(project, "importer", &[&glue[..], &["--no-typescript"]].concat())
}

/// Builds the program `name`, with the feature of that name, as wasm with its glue, anew into
/// the part of that name.
fn bind(project: &Project, name: &str, options: &[&str]) -> Result<()> {
    let folder = &part(project, name);
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("cannot empty {}", folder.display()))?;
    }
    let mut build = cargo(project);
    build.args(["build", "--profile", "page", "--target", tools::WASM, "--package", "tellings"]);
    build.args(["--bin", name, "--no-default-features", "--features", name]);
    run_command(&mut build)?;
    let built = target(project).join(tools::WASM).join("page").join(format!("{name}.wasm"));
    let mut bindgen = Command::new(tools::wasm_bindgen(&wasm_bindgen_version(project)?)?);
    run_command(bindgen.args(options).arg("--out-dir").arg(folder).arg(built))?;
    optimise(&wasm_in(folder)?, &STRIP)
}

/// The wasm file in a folder.
fn wasm_in(folder: &Path) -> Result<PathBuf> {
    let files = fs::read_dir(folder).with_context(|| format!("no {}", folder.display()))?;
    files
        .filter_map(|file| Some(file.ok()?.path()))
        .find(|file| file.extension().is_some_and(|ending| ending == "wasm"))
        .with_context(|| format!("no wasm in {}", folder.display()))
}

/// Makes a wasm file smaller, where the program for that can be had.
fn optimise(wasm: &Path, options: &[&str]) -> Result<()> {
    let Some(optimiser) = tools::wasm_opt() else { return Ok(()) };
    let mut optimise = Command::new(&optimiser);
    optimise.arg("-Oz").args(WASM_FEATURES).args(options);
    run_command(optimise.arg("-o").arg(wasm).arg(wasm))
}

/// What leaves out the names of functions, and who made the file.
const STRIP: [&str; 2] = ["--strip-debug", "--strip-producers"];

/// What Rust's wasm uses. Not `--all-features`, which writes what browsers refuse.
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
    let mut build = Command::new(&trunk);
    build.current_dir(&project.root).args(["build", "--skip-version-check", "--dist"]);
    build.arg(part(project, "trunk"));
    build.env("PATH", path_with([trunk.as_path(), bindgen.as_path()])?);
    // Trunk takes NO_COLOR for a switch of its own and refuses any value but true and false.
    build.env_remove("NO_COLOR");
    // Names that say of what generic functions are made, by which the page is split.
    build.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", "-C symbol-mangling-version=v0");
    run_command(&mut build)?;
    let now = wasm_in(&part(project, "trunk"))?;
    let late = part(project, "trunk").join("late.wasm");
    // Before it is optimised: that makes one function of several.
    let parts = split(&fs::read(&now)?, is_late)?;
    for (file, wasm) in [(&now, parts.now), (&late, parts.late)] {
        fs::write(file, wasm).with_context(|| format!("cannot write {}", file.display()))?;
        optimise(file, &STRIP)?;
    }
    Ok(())
}
