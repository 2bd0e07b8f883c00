//! `--watch`: makes anew whatever is made, each time its sources change.
//!
//! In: a folder or file, and what makes something of it. Out: nothing but what that says; a
//! collection that cannot be made is said, and watched on. It looks at names, sizes and
//! times a few times a second, which works on every disk, network and container.

use std::{
    fs,
    path::{Path, PathBuf},
    process::ExitCode,
    thread,
    time::{Duration, SystemTime},
};

use super::output::{self, refuse};
use crate::error::{Error, Kind, Result};

/// How long between two looks.
const PAUSE: Duration = Duration::from_millis(300);

/// What is known of a file without reading it.
type Seen = Vec<(PathBuf, u64, Option<SystemTime>)>;

/// Makes once; with `is_watching`, again after every change, until the program is ended.
pub(super) fn watch(
    collection: &Path,
    output: &Path,
    is_watching: bool,
    make: impl Fn() -> Result<ExitCode>,
) -> Result<ExitCode> {
    if !is_watching {
        return make();
    }
    if !collection.exists() {
        return Err(Error::new(Kind::File, "there is nothing to watch")
            .in_file(collection.display().to_string())
            .advise("name a folder or a file of sources"));
    }
    loop {
        let seen = look(collection, output);
        if let Err(error) = make() {
            refuse(&error);
        }
        output::say_watching();
        while look(collection, output) == seen {
            thread::sleep(PAUSE);
        }
        // Editors write in steps: the last one is what counts.
        thread::sleep(PAUSE);
    }
}

/// All files of a collection, without what is made of it.
fn look(collection: &Path, output: &Path) -> Seen {
    let mut seen = Seen::new();
    let mut open = vec![collection.to_owned()];
    while let Some(path) = open.pop() {
        if path == output {
            continue;
        }
        // What vanishes between two calls is seen at the next look.
        let Ok(about) = fs::metadata(&path) else { continue };
        if about.is_dir() {
            let entries = fs::read_dir(&path).into_iter().flatten().flatten();
            open.extend(entries.map(|entry| entry.path()));
        } else {
            seen.push((path, about.len(), about.modified().ok()));
        }
    }
    seen.sort_unstable();
    seen
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::look;

    #[test]
    fn a_change_is_seen_and_what_is_made_is_not() {
        let folder = std::env::temp_dir().join(format!("tellings-watch-{}", std::process::id()));
        fs::create_dir_all(folder.join("sub")).unwrap();
        fs::write(folder.join("sub/a.txt"), "one").unwrap();
        let output = folder.join("story.html");
        let before = look(&folder, &output);
        assert_eq!(before.len(), 1);
        fs::write(&output, "made").unwrap();
        assert_eq!(look(&folder, &output), before);
        fs::write(folder.join("sub/a.txt"), "longer").unwrap();
        assert_ne!(look(&folder, &output), before);
        fs::remove_dir_all(&folder).unwrap();
    }
}
