//! A command of ours that goes on beside the steps of the tests.
//!
//! In: its words. Out: whether it went well, once that is asked; what it printed comes then, in
//! one piece. It is for what takes long on one core and waits for no lock of the steps, as
//! Cargo has one lock for each profile.

use std::{
    env, fs,
    path::PathBuf,
    process::{Child, Command, Stdio},
};

use anyhow::{Context as _, Result, bail};

/// A command under way.
pub struct Beside {
    what: String,
    child: Child,
    log: PathBuf,
}

impl Beside {
    /// Starts `cargo xtask` with these words.
    pub fn start(words: &[&str]) -> Result<Self> {
        let what = format!("cargo xtask {}", words.join(" "));
        let log = env::temp_dir().join(format!("tellings-beside-{}.log", std::process::id()));
        let file = fs::File::create(&log).with_context(|| format!("no {}", log.display()))?;
        let said = file.try_clone().context("no second way to a file")?;
        let mut command = Command::new(env::current_exe().context("we have no program")?);
        command.args(words).stdin(Stdio::null()).stdout(said).stderr(file);
        let child = command.spawn().with_context(|| format!("{what} cannot be run"))?;
        println!("{what}: begins, and goes on beside what follows");
        Ok(Self { what, child, log })
    }

    /// Waits for its end, and shows what it printed.
    pub fn end(mut self) -> Result<()> {
        let status = self.child.wait().with_context(|| format!("{} was lost", self.what))?;
        let said = fs::read_to_string(&self.log).unwrap_or_default();
        println!("{said}── {}: {status}", self.what);
        if !status.success() {
            let errors = said.lines().filter(|line| line.starts_with("error")).take(4);
            bail!("{}: {}", self.what, errors.collect::<Vec<_>>().join("; "));
        }
        Ok(())
    }
}

impl Drop for Beside {
    fn drop(&mut self) {
        // Ended already, or nobody wants it any more.
        _ = self.child.kill();
        _ = self.child.wait();
        _ = fs::remove_file(&self.log);
    }
}
