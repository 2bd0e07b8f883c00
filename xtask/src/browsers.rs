//! The browsers of the browser tests, each with the program that drives it.
//!
//! Out: [`Browser`]s that are there. Chromium is installed where that is possible without
//! asking (Debian and Ubuntu, as root); elsewhere one line says what to install. Firefox
//! and WebKit are used where they are there, and never missed.

use std::{path::PathBuf, process::Command};

use crate::{
    command::{self, on_path, output},
    tools,
};

/// A browser and its driver.
pub struct Browser {
    /// The browser's program.
    pub program: PathBuf,
    /// The WebDriver server that drives it.
    pub driver: PathBuf,
}

/// Chromium or Chrome, installed now if it is missing and can be.
pub fn chromium() -> Option<Browser> {
    if let Some(found) = find_chromium() {
        return Some(found);
    }
    let root = output("id", &["-u"]).is_some_and(|id| id.trim() == "0");
    if on_path("apt-get").is_none() || !root {
        eprintln!("setup: install Chromium and chromedriver, in the same version, on the PATH");
        return None;
    }
    eprintln!("setup: installing Chromium and its driver (about a minute, once)");
    let apt = |arguments: &[&str]| {
        command::run(
            Command::new("apt-get").env("DEBIAN_FRONTEND", "noninteractive").args(arguments),
        )
    };
    let installed = apt(&["update", "--quiet=2"]).and_then(|()| {
        apt(&[
            "install",
            "--yes",
            "--quiet=2",
            "--no-install-recommends",
            "chromium",
            "chromium-driver",
        ])
    });
    if let Err(error) = installed {
        eprintln!("setup: no Chromium: {error:#}");
    }
    find_chromium()
}

fn find_chromium() -> Option<Browser> {
    let names = ["chromium", "chromium-browser", "google-chrome"];
    let program = names.into_iter().find_map(on_path)?;
    Some(Browser { program, driver: on_path("chromedriver")? })
}

/// Firefox, if it is there; its driver is installed if that is missing.
pub fn firefox() -> Option<Browser> {
    let program = ["firefox", "firefox-esr"].into_iter().find_map(on_path)?;
    let driver = on_path("geckodriver").map_or_else(tools::geckodriver, Ok);
    match driver {
        Ok(driver) => Some(Browser { program, driver }),
        Err(error) => {
            eprintln!("setup: Firefox cannot be driven: {error:#}");
            None
        }
    }
}

/// WebKitGTK, if its driver is there, which knows its own browser.
pub fn webkit() -> Option<Browser> {
    let driver = on_path("WebKitWebDriver")?;
    Some(Browser { program: driver.clone(), driver })
}
