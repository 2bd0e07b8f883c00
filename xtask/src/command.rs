//! Running other programs.
//!
//! In: a [`Command`]. Out: whether it went well, or what it said. A command that is worth
//! waiting for is shown before it runs, so that a person can repeat it. Which programs are
//! run, and why, is said by the modules that run them.

use std::{
    env,
    ffi::OsStr,
    path::{Path, PathBuf},
    process::{Command, Stdio},
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
    use super::{Path, path_with, shown};
    use std::process::Command;

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
