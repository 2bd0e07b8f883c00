//! `cargo xtask test`: everything that must hold before a change is merged.
//!
//! In: [`STEPS`], in this order. Out: their output as it comes, a table of times, and one
//! last line with the counts. A step that fails does not stop the others. To add one (a
//! build of the page, browser tests), add a line to [`STEPS`].

use std::{
    env,
    io::{BufRead as _, BufReader},
    path::PathBuf,
    process::{Command, ExitCode, Stdio},
    time::Instant,
};

use anyhow::{Context as _, Result};
use clap::{Args, builder::PossibleValuesParser};

use crate::{
    browsers::{self, Browser},
    build,
    command::{cargo, run as run_command, shown},
    project::Project,
    tally::{Counts, Tally},
    tools,
};

/// What `cargo xtask test` can be told.
#[derive(Args)]
#[group(skip)]
pub struct Options {
    /// Run only this step; may be given several times
    #[arg(long, value_name = "STEP", value_parser = names())]
    only: Vec<String>,
    /// Fail, instead of skipping, when test data or Chromium is missing; as with CI=true
    #[arg(long)]
    strict: bool,
}

/// Something that must hold.
struct Step {
    /// For `--only`.
    name: &'static str,
    /// What it makes sure of.
    what: &'static str,
    /// The library's feature without which there is nothing to do.
    feature: Option<&'static str>,
    run: fn(&Job<'_>) -> Result<Counts>,
}

/// Cheap ones first; those that share compiled crates next to each other.
const STEPS: &[Step] = &[
    Step { name: "data", what: "the test data is there", feature: None, run: data },
    Step { name: "fmt", what: "the code is formatted", feature: None, run: fmt },
    Step { name: "clippy", what: "no lint complains", feature: None, run: clippy },
    Step { name: "doc", what: "the documentation has no dead links", feature: None, run: doc },
    Step { name: "wasm", what: "the engine compiles for the page", feature: None, run: wasm },
    Step { name: "page", what: "the page compiles", feature: Some("web"), run: page },
    Step { name: "test", what: "all tests pass", feature: None, run: test },
    Step {
        name: "views",
        what: "the page's parts pass their tests, rendered to text",
        feature: Some("web"),
        run: views,
    },
    Step { name: "engine", what: "the engine alone passes its tests", feature: None, run: engine },
    Step {
        name: "browser",
        what: "the built page works in real browsers",
        feature: Some("web"),
        run: browser,
    },
];

fn names() -> PossibleValuesParser {
    PossibleValuesParser::new(STEPS.iter().map(|step| step.name))
}

/// What a step needs to know.
struct Job<'a> {
    project: &'a Project,
    strict: bool,
}

/// Runs the steps; the exit code says whether all went well.
pub fn run(project: &Project, options: &Options) -> Result<ExitCode> {
    let Options { only, strict } = options;
    let job = Job { project, strict: *strict || is_ci(env::var("CI").ok().as_deref()) };
    let chosen = STEPS.iter().filter(|step| {
        (only.is_empty() || only.iter().any(|name| name == step.name))
            && step.feature.is_none_or(|feature| project.has_feature(feature))
    });
    let mut total = Counts::default();
    let mut table = Vec::new();
    for step in chosen {
        println!("\n── {}: {}", step.name, step.what);
        let start = Instant::now();
        let counts = (step.run)(&job).unwrap_or_else(|error| {
            eprintln!("error: {error:#}");
            Counts::one(false)
        });
        let seconds = start.elapsed().as_secs_f32();
        let verdict = if counts.failed > 0 { "FAILED" } else { "ok" };
        println!("── {}: {verdict} in {seconds:.1} s", step.name);
        table.push(format!("{:8}{verdict:8}{seconds:7.1} s   {counts}", step.name));
        total += counts;
    }
    println!("\n{}\n\n{total}", table.join("\n"));
    Ok(if total.failed > 0 { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// Whether the variable CI says that we run in continuous integration.
fn is_ci(variable: Option<&str>) -> bool {
    variable.is_some_and(|value| !matches!(value, "" | "0" | "false"))
}

fn data(job: &Job<'_>) -> Result<Counts> {
    let folder = job.project.data();
    if folder.is_dir() {
        return Ok(Counts::one(true));
    }
    println!("skipped: no test data in {}; set TELLINGS_DATA to its folder", folder.display());
    Ok(if job.strict { Counts::one(false) } else { Counts { skipped: 1, ..Counts::default() } })
}

fn fmt(job: &Job<'_>) -> Result<Counts> {
    job.check(cargo(job.project).args(["fmt", "--all", "--check"]))
}

fn clippy(job: &Job<'_>) -> Result<Counts> {
    let arguments = ["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"];
    job.check(cargo(job.project).args(arguments))
}

fn wasm(job: &Job<'_>) -> Result<Counts> {
    tools::wasm_target()?;
    let mut clippy = cargo(job.project);
    clippy.args(["clippy", "--package", "tellings", "--lib", "--no-default-features"]);
    clippy.args(["--target", tools::WASM, "--", "-D", "warnings"]);
    job.check(&mut clippy)
}

fn page(job: &Job<'_>) -> Result<Counts> {
    tools::wasm_target()?;
    let mut clippy = cargo(job.project);
    clippy.args(["clippy", "--package", "tellings", "--lib", "--bin", "page"]);
    clippy.args(["--no-default-features", "--features", "web"]);
    clippy.args(["--target", tools::WASM, "--", "-D", "warnings"]);
    job.check(&mut clippy)?;
    let mut clippy = cargo(job.project);
    clippy.args(["clippy", "--package", "tellings", "--lib", "--bin", "importer"]);
    clippy.args(["--no-default-features", "--features", "importer"]);
    clippy.args(["--target", tools::WASM, "--", "-D", "warnings"]);
    job.check(&mut clippy)
}

fn doc(job: &Job<'_>) -> Result<Counts> {
    let mut doc = cargo(job.project);
    doc.args(["doc", "--workspace", "--no-deps", "--document-private-items"]);
    // Read with the private items, as here, links to them work.
    job.check(doc.env("RUSTDOCFLAGS", "-D warnings -A rustdoc::private-intra-doc-links"))
}

fn test(job: &Job<'_>) -> Result<Counts> {
    job.tests(&["--workspace", "--exclude", BROWSER_TESTS], &[])
}

fn engine(job: &Job<'_>) -> Result<Counts> {
    job.tests(&["--package", "tellings", "--no-default-features"], &[])
}

fn views(job: &Job<'_>) -> Result<Counts> {
    job.tests(&["--package", "tellings", "--features", "ssr", "--lib", "--test", "views"], &[])
}

/// The package whose tests need the built page.
const BROWSER_TESTS: &str = "browser-tests";

fn browser(job: &Job<'_>) -> Result<Counts> {
    build::run(job.project, &build::Options::default())?;
    let mut programs: Vec<(&str, PathBuf)> = vec![
        ("TELLINGS_DIST", job.project.dist()),
        ("TELLINGS_COMMAND", build::command_line(job.project)),
    ];
    if let Some(Browser { program, driver }) = browsers::chromium() {
        programs.extend([("TELLINGS_CHROMIUM", program), ("TELLINGS_CHROMIUM_DRIVER", driver)]);
    }
    if let Some(Browser { program, driver }) = browsers::firefox() {
        programs.extend([("TELLINGS_FIREFOX", program), ("TELLINGS_FIREFOX_DRIVER", driver)]);
    }
    job.tests(&["--package", BROWSER_TESTS], &programs)
}

impl Job<'_> {
    /// Runs a command that goes well or not.
    fn check(&self, command: &mut Command) -> Result<Counts> {
        run_command(command).map(|()| Counts::one(true))
    }

    /// Runs `cargo test`, shows what it prints, and counts.
    fn tests(&self, which: &[&str], variables: &[(&str, PathBuf)]) -> Result<Counts> {
        let mut command = cargo(self.project);
        command.args(["test", "--no-fail-fast"]).args(which).args(["--", "--show-output"]);
        command.env("TELLINGS_DATA", self.project.data());
        command.envs(variables.iter().map(|(name, value)| (name, value)));
        if self.strict {
            command.env("TELLINGS_STRICT", "1");
        }
        eprintln!("$ {}", shown(&command));
        let mut child = command.stdout(Stdio::piped()).spawn().context("cargo cannot be run")?;
        let mut tally = Tally::default();
        // With the output of tests come lists of those that passed, which we have seen.
        let mut in_list = false;
        let stdout = child.stdout.take().context("cargo has no output")?;
        for line in BufReader::new(stdout).split(b'\n') {
            let line = line.context("the output of cargo cannot be read")?;
            let line = String::from_utf8_lossy(&line);
            tally.line(&line);
            in_list =
                line == "successes:" || (in_list && (line.is_empty() || line.starts_with("    ")));
            if !in_list {
                println!("{line}");
            }
        }
        let status = child.wait().context("cargo was lost")?;
        Ok(tally.end(status.success()))
    }
}

#[cfg(test)]
mod tests {
    use super::{STEPS, is_ci};

    #[test]
    fn ci_is_on_unless_it_is_said_to_be_off() {
        assert!(is_ci(Some("true")) && is_ci(Some("1")));
        assert!(!is_ci(None) && !is_ci(Some("")) && !is_ci(Some("false")));
    }

    #[test]
    fn every_step_has_a_name_of_its_own() {
        let mut names: Vec<&str> = STEPS.iter().map(|step| step.name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), STEPS.len());
    }
}
