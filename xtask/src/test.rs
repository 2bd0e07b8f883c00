//! `cargo xtask test`: everything that must hold before a change is merged.
//!
//! In: [`STEPS`], in this order. Out: their output as it comes, a table of times, once more
//! what failed and why, and one last line with the counts. A step that fails does not stop the
//! others. To add one (a build of the page, browser tests), add a line to [`STEPS`].

use std::{
    cell::RefCell,
    env,
    path::PathBuf,
    process::{Command, ExitCode},
    time::Instant,
};

use anyhow::Result;
use clap::{Args, builder::PossibleValuesParser};

use crate::{
    beside::Beside,
    browsers::{self, Browser},
    build,
    command::{cargo, shown, watched},
    project::Project,
    tally::{Counts, Outcome, Tally},
    tools, weight,
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
    run: fn(&Job<'_>) -> Result<Outcome>,
}

/// Cheap ones first; those that share compiled crates next to each other.
const STEPS: &[Step] = &[
    Step { name: "data", what: "the test data is there", feature: None, run: data },
    Step { name: "fmt", what: "the code is formatted", feature: None, run: fmt },
    Step { name: "clippy", what: "no lint complains", feature: None, run: clippy },
    Step { name: "doc", what: "the documentation has no dead links", feature: None, run: doc },
    Step { name: "wasm", what: "the engine compiles for the page", feature: None, run: wasm },
    Step { name: "page", what: "the page compiles", feature: Some("web"), run: page },
    Step {
        name: "test",
        what: "all tests pass, those of the page's parts rendered to text",
        feature: None,
        run: test,
    },
    Step { name: "engine", what: "the engine alone passes its tests", feature: None, run: engine },
    Step {
        name: BROWSER,
        what: "the built page works in real browsers",
        feature: Some("web"),
        run: browser,
    },
    Step {
        name: "weight",
        what: "what readers load keeps within its budget",
        feature: Some("web"),
        run: weight,
    },
];

/// The step that needs the built page.
const BROWSER: &str = "browser";

fn names() -> PossibleValuesParser {
    PossibleValuesParser::new(STEPS.iter().map(|step| step.name))
}

/// What a step needs to know.
struct Job<'a> {
    project: &'a Project,
    strict: bool,
    /// The parts of the page, while they are built beside the steps before.
    parts: RefCell<Option<Beside>>,
}

/// Runs the steps; the exit code says whether all went well.
pub fn run(project: &Project, options: &Options) -> Result<ExitCode> {
    let Options { only, strict } = options;
    let strict = *strict || is_ci(env::var("CI").ok().as_deref());
    let chosen: Vec<&Step> = STEPS
        .iter()
        .filter(|step| {
            (only.is_empty() || only.iter().any(|name| name == step.name))
                && step.feature.is_none_or(|feature| project.has_feature(feature))
        })
        .collect();
    let is_needed = chosen.len() > 1 && chosen.iter().any(|step| step.name == BROWSER);
    let parts = match is_needed {
        true => {
            // Before both need it at once.
            tools::wasm_target()?;
            Some(Beside::start(&["parts"])?)
        }
        false => None,
    };
    let job = Job { project, strict, parts: RefCell::new(parts) };
    let mut total = Counts::default();
    let (mut table, mut failed) = (Vec::new(), Vec::new());
    for step in chosen {
        println!("\n── {}: {}", step.name, step.what);
        let start = Instant::now();
        let Outcome { counts, faults } = (step.run)(&job).unwrap_or_else(|error| {
            eprintln!("error: {error:#}");
            Outcome::bad(vec![format!("{error:#}")])
        });
        let seconds = start.elapsed().as_secs_f32();
        let verdict = if counts.failed > 0 { "FAILED" } else { "ok" };
        println!("── {}: {verdict} in {seconds:.1} s", step.name);
        table.push(format!("{:8}{verdict:8}{seconds:7.1} s   {counts}", step.name));
        total += counts;
        if counts.failed > 0 && faults.is_empty() {
            failed.push(format!("{}: see above", step.name));
        }
        failed.extend(faults.into_iter().map(|fault| format!("{}: {fault}", step.name)));
    }
    println!("\n{}\n", table.join("\n"));
    if !failed.is_empty() {
        // Last, because whoever reads a long log begins at its end.
        println!("failed:\n  {}\n", failed.join("\n  "));
    }
    println!("{total}");
    Ok(if total.failed > 0 { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// Whether the variable CI says that we run in continuous integration.
fn is_ci(variable: Option<&str>) -> bool {
    variable.is_some_and(|value| !matches!(value, "" | "0" | "false"))
}

fn data(job: &Job<'_>) -> Result<Outcome> {
    let folder = job.project.data();
    if folder.is_dir() {
        return Ok(Outcome::good());
    }
    let missing = format!("no test data in {}; set TELLINGS_DATA to its folder", folder.display());
    println!("skipped: {missing}");
    Ok(if job.strict { Outcome::bad(vec![missing]) } else { Outcome::skipped() })
}

fn fmt(job: &Job<'_>) -> Result<Outcome> {
    job.check(cargo(job.project).args(["fmt", "--all", "--check"]))
}

fn clippy(job: &Job<'_>) -> Result<Outcome> {
    let arguments = ["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"];
    job.check(cargo(job.project).args(arguments))
}

fn wasm(job: &Job<'_>) -> Result<Outcome> {
    tools::wasm_target()?;
    let mut clippy = cargo(job.project);
    clippy.args(["clippy", "--package", "tellings", "--lib", "--no-default-features"]);
    clippy.args(["--target", tools::WASM, "--", "-D", "warnings"]);
    job.check(&mut clippy)
}

fn page(job: &Job<'_>) -> Result<Outcome> {
    tools::wasm_target()?;
    let mut clippy = cargo(job.project);
    clippy.args(["clippy", "--package", "tellings", "--lib", "--bin", "page"]);
    clippy.args(["--no-default-features", "--features", "web"]);
    clippy.args(["--target", tools::WASM, "--", "-D", "warnings"]);
    let page = job.check(&mut clippy)?;
    if page.counts.failed > 0 {
        return Ok(page);
    }
    let mut clippy = cargo(job.project);
    clippy.args(["clippy", "--package", "tellings", "--lib", "--bin", "importer"]);
    clippy.args(["--no-default-features", "--features", "importer"]);
    clippy.args(["--target", tools::WASM, "--", "-D", "warnings"]);
    job.check(&mut clippy)
}

fn doc(job: &Job<'_>) -> Result<Outcome> {
    let mut doc = cargo(job.project);
    doc.args(["doc", "--workspace", "--no-deps", "--document-private-items"]);
    // Read with the private items, as here, links to them work.
    job.check(doc.env("RUSTDOCFLAGS", "-D warnings -A rustdoc::private-intra-doc-links"))
}

fn test(job: &Job<'_>) -> Result<Outcome> {
    // One set of features for all: each other set would compile everything again.
    let parts =
        if job.project.has_feature("ssr") { &["--features", "tellings/ssr"][..] } else { &[] };
    job.tests(&[&["--workspace", "--exclude", BROWSER_TESTS], parts].concat(), &[])
}

/// Its unit tests: the others are of what the features change nothing in.
fn engine(job: &Job<'_>) -> Result<Outcome> {
    job.tests(&["--package", "tellings", "--no-default-features", "--lib"], &[])
}

/// The package whose tests need the built page.
const BROWSER_TESTS: &str = "browser-tests";

fn browser(job: &Job<'_>) -> Result<Outcome> {
    match job.parts.take() {
        Some(parts) => parts.end()?,
        None => build::parts(job.project)?,
    }
    build::assemble(job.project, &build::Options::default())?;
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
    programs.extend(tools::axe().map(|script| ("TELLINGS_AXE", script)));
    job.tests(&["--package", BROWSER_TESTS], &programs)
}

/// Weighs what the step before it built.
fn weight(job: &Job<'_>) -> Result<Outcome> {
    if tools::wasm_opt().is_none() && !job.strict {
        println!("skipped: the budget is for wasm made small by wasm-opt, which is not there");
        return Ok(Outcome::skipped());
    }
    weight::run(job.project).map(|()| Outcome::good())
}

impl Job<'_> {
    /// Runs a command that goes well or not.
    fn check(&self, command: &mut Command) -> Result<Outcome> {
        let (went_well, errors) = watched(command, |line| println!("{line}"))?;
        Ok(match (went_well, errors.is_empty()) {
            (true, _) => Outcome::good(),
            (false, true) => Outcome::bad(vec![format!("`{}` failed", shown(command))]),
            (false, false) => Outcome::bad(errors),
        })
    }

    /// Runs `cargo test`, shows what it prints, and counts.
    fn tests(&self, which: &[&str], variables: &[(&str, PathBuf)]) -> Result<Outcome> {
        let mut command = cargo(self.project);
        command.args(["test", "--no-fail-fast"]).args(which).args(["--", "--show-output"]);
        command.env("TELLINGS_DATA", self.project.data());
        command.envs(variables.iter().map(|(name, value)| (name, value)));
        if self.strict {
            command.env("TELLINGS_STRICT", "1");
        }
        let mut tally = Tally::default();
        // With the output of tests come lists of those that passed, which we have seen.
        let mut in_list = false;
        let (went_well, errors) = watched(&mut command, |line| {
            tally.line(line);
            in_list =
                line == "successes:" || (in_list && (line.is_empty() || line.starts_with("    ")));
            if !in_list {
                println!("{line}");
            }
        })?;
        let mut outcome = tally.end(went_well);
        if outcome.faults.is_empty() {
            outcome.faults = errors;
        }
        Ok(outcome)
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
