//! `cargo xtask`: builds, serves, tests and measures Tellings.
//!
//! In: a command line. Out: what it asks for, with everything that it needs installed on
//! the way, into a cache folder of its own. What is asked for is read here; each command
//! is a module. Nothing of the library's work is done here: packs and pages are made by
//! the binary `tellings`.

#![allow(clippy::print_stdout, reason = "a command line tool talks on stdout")]

mod beside;
mod browsers;
mod build;
mod command;
mod project;
mod serve;
mod split;
mod tally;
mod test;
mod tools;
mod weight;

use std::{path::PathBuf, process::ExitCode};

use anyhow::Result;
use clap::{Parser, Subcommand};

use crate::{command::cargo, project::Project};

/// Builds, serves, tests and measures Tellings. Every command first installs what it needs
/// and lacks (once; see `cargo xtask setup --help`).
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", disable_help_subcommand = true)]
struct Arguments {
    #[command(subcommand)]
    command: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Builds the page with a collection and serves it on this computer
    ///
    /// Only this computer can reach it. The page is served as it would be by any static
    /// host, but never cached.
    Serve(serve::Options),
    /// Checks everything: format, lints, tests, documentation
    ///
    /// Every step is run even if an earlier one failed. The last line is `N passed, N
    /// failed, N skipped`: the tests, and one for each step that is no test run. The exit
    /// code is 1 if anything failed.
    Test(test::Options),
    /// Builds the site into `dist/`
    Build(build::Options),
    /// Installs what is needed and builds what `build` puts together, for `test`
    #[command(hide = true)]
    Parts,
    /// Weighs what `build` made, as hosts send it, against a budget
    Weight,
    /// Builds the page and installs the command line `tellings` with it inside
    ///
    /// From then on `tellings page` and `tellings site` need nothing else: no toolchain, no
    /// Node, no file beside the program.
    Install,
    /// Measures: runs the benchmarks in `benches/`
    Bench {
        /// Passed on to the benchmarks: which to run, and how
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        arguments: Vec<String>,
    },
    /// Installs everything that the other commands would install when they need it
    ///
    /// What is on the PATH in the right version is used. Everything else goes into a cache
    /// folder of its own: $TELLINGS_CACHE, else `tellings` in the system's cache folder
    /// (~/.cache on Linux). Deleting that folder uninstalls it all. Two things cannot be
    /// put there: Rust's wasm32 target (added by rustup) and Chromium with its driver (the
    /// system's packages, on Debian and Ubuntu as root; elsewhere you are told what to
    /// install).
    Setup,
}

fn main() -> ExitCode {
    match run(Arguments::parse().command) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(task: Task) -> Result<ExitCode> {
    let project = Project::open()?;
    match task {
        Task::Serve(options) => serve::run(&project, &options)?,
        Task::Test(options) => return test::run(&project, &options),
        Task::Build(options) => build::run(&project, &options)?,
        Task::Parts => {
            setup(&project)?;
            build::parts(&project)?;
        }
        Task::Weight => weight::run(&project)?,
        Task::Install => {
            build::run(&project, &build::Options::default())?;
            command::run(cargo(&project).args(["install", "--path", ".", "--locked"]))?;
        }
        Task::Bench { arguments } => {
            let mut bench = cargo(&project);
            bench.args(["bench", "--package", "tellings", "--bench", "*", "--"]).args(arguments);
            command::run(&mut bench)?;
        }
        Task::Setup => setup(&project)?,
    }
    Ok(ExitCode::SUCCESS)
}

/// Installs all tools and says where each one is.
fn setup(project: &Project) -> Result<()> {
    tools::wasm_target()?;
    println!("wasm32 target: there");
    let said = |name: &str, path: Option<PathBuf>| match path {
        Some(path) => println!("{name}: {}", path.display()),
        None => println!("{name}: not there, done without"),
    };
    said("trunk", Some(tools::trunk()?));
    match project.locked_version("wasm-bindgen") {
        Some(version) => said("wasm-bindgen", Some(tools::wasm_bindgen(&version)?)),
        None => println!("wasm-bindgen: not needed, Cargo.lock does not have the crate"),
    }
    said("wasm-opt", tools::wasm_opt());
    said("axe-core", tools::axe());
    for (name, browser) in [
        ("Chromium", browsers::chromium()),
        ("Firefox", browsers::firefox()),
        ("WebKit", browsers::webkit()),
    ] {
        said(name, browser.as_ref().map(|browser| browser.program.clone()));
        if let Some(browser) = browser {
            said("  its driver", Some(browser.driver));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::Arguments;

    #[test]
    fn the_command_line_is_sound() {
        Arguments::command().debug_assert();
    }
}
