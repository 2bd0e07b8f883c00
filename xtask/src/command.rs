//! Running other programs.
//!
//! In: a [`Command`]. Out: whether it went well, or what it said. A command that is worth
//! waiting for is shown before it runs, so that a person can repeat it. Which programs are
//! run, and why, is said by the modules that run them.

use std::{
    env,
    ffi::OsStr,
    io::{self, BufRead as _, BufReader, IsTerminal as _, Read},
    path::{Path, PathBuf},
    process::{Command, Stdio},
    thread,
};

use anyhow::{Context as _, Result, bail};

use crate::project::Project;

/// Cargo, in the project's folder: the one that runs us.
pub fn cargo(project: &Project) -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(&project.root);
    command
}

/// Shows the command, runs it, and fails if it does.
pub fn run(command: &mut Command) -> Result<()> {
    eprintln!("$ {}", shown(command));
    let program = name(command.get_program());
    let status = command.status().with_context(|| format!("{program} cannot be run"))?;
    if !status.success() {
        bail!("{program} failed ({status})");
    }
    Ok(())
}

/// Shows the command, runs it, hands each line that it prints to `line`, and tells whether it
/// went well, with the errors among what it complained of. Where a person watches, complaints
/// go to her as they are, with their colours, and are not read.
pub fn watched(command: &mut Command, mut line: impl FnMut(&str)) -> Result<(bool, Vec<String>)> {
    eprintln!("$ {}", shown(command));
    let program = name(command.get_program());
    if !io::stderr().is_terminal() {
        command.stderr(Stdio::piped());
    }
    let child = command.stdout(Stdio::piped()).spawn();
    let mut child = child.with_context(|| format!("{program} cannot be run"))?;
    let complaints = child.stderr.take().map(|complaints| {
        thread::spawn(move || {
            let mut errors = Errors::default();
            each_line(complaints, |line| {
                eprintln!("{line}");
                errors.line(line);
            });
            errors.0
        })
    });
    if let Some(said) = child.stdout.take() {
        each_line(said, &mut line);
    }
    let status = child.wait().with_context(|| format!("{program} was lost"))?;
    let errors = complaints.and_then(|thread| thread.join().ok()).unwrap_or_default();
    Ok((status.success(), errors))
}

/// Until there are no more lines, or none that can be read.
fn each_line(from: impl Read, mut with: impl FnMut(&str)) {
    for line in BufReader::new(from).split(b'\n').map_while(Result::ok) {
        with(&String::from_utf8_lossy(&line));
    }
}

/// The most errors that are kept.
const MOST: usize = 12;

/// The errors that the compiler tells, each with its place.
#[derive(Default)]
struct Errors(Vec<String>);

impl Errors {
    fn line(&mut self, line: &str) {
        // What cargo sums up is told by those before it.
        let sums_up = ["could not compile", "aborting due to", "test failed", "target failed"];
        let is_error = line.starts_with("error:") || line.starts_with("error[");
        if is_error && self.0.len() < MOST && !sums_up.iter().any(|sum| line.contains(sum)) {
            self.0.push(line.to_owned());
        } else if let (Some(place), Some(error)) =
            (line.trim_start().strip_prefix("--> "), self.0.last_mut())
            && !error.contains(" at ")
        {
            error.push_str(" at ");
            error.push_str(place);
        }
    }
}

/// What the command prints on stdout, if it can be run and succeeds.
pub fn output(program: impl AsRef<OsStr>, arguments: &[&str]) -> Option<String> {
    let output = Command::new(program).args(arguments).stdin(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The command as one would type it, without the path of its program.
pub fn shown(command: &Command) -> String {
    let mut shown = name(command.get_program());
    for argument in command.get_args() {
        let argument = argument.to_string_lossy();
        let plain = !argument.is_empty() && !argument.contains([' ', '*', '"', '\'']);
        shown.push(' ');
        shown.push_str(&if plain { argument } else { format!("'{argument}'").into() });
    }
    shown
}

/// The program of that name on the PATH.
pub fn on_path(name: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path).find_map(|folder| program_in(&folder, name))
}

/// The program of that name in a folder, whatever the system appends to names of programs.
pub fn program_in(folder: &Path, name: &str) -> Option<PathBuf> {
    let endings: &[&str] = if cfg!(windows) { &[".exe", ".cmd"] } else { &[""] };
    endings.iter().map(|ending| folder.join(format!("{name}{ending}"))).find(|path| path.is_file())
}

/// The PATH with some programs' folders before all others.
pub fn path_with<'a>(programs: impl IntoIterator<Item = &'a Path>) -> Result<std::ffi::OsString> {
    let path = env::var_os("PATH").unwrap_or_default();
    let first = programs.into_iter().filter_map(Path::parent).map(Path::to_owned);
    env::join_paths(first.chain(env::split_paths(&path))).context("the PATH cannot be extended")
}

fn name(program: &OsStr) -> String {
    Path::new(program).file_stem().unwrap_or(program).to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::{Errors, Path, path_with, shown};
    use std::process::Command;

    #[test]
    fn an_error_is_kept_with_its_place_and_a_summary_is_not() {
        let mut errors = Errors::default();
        let said = "warning: w\n  --> a.rs:1:1\nerror[E0308]: mismatched types\n \
                    --> src/a.rs:3:5\n  --> src/b.rs:1:1\nerror: could not compile `a`";
        said.lines().for_each(|line| errors.line(line));
        assert_eq!(errors.0, ["error[E0308]: mismatched types at src/a.rs:3:5"]);
    }

    #[test]
    fn a_command_is_shown_as_one_would_type_it() {
        let mut command = Command::new("/opt/bin/cargo");
        command.args(["bench", "--bench", "*"]);
        assert_eq!(shown(&command), "cargo bench --bench '*'");
    }

    #[test]
    fn a_programs_folder_comes_first_on_the_path() {
        let path = path_with([Path::new("/tools/bin/trunk")]).unwrap();
        assert!(path.to_string_lossy().starts_with("/tools/bin"));
    }
}
