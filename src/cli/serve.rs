//! `serve`: a collection as a site on this computer, made anew whenever its sources change.
//!
//! In: a collection and a port. Out: the files of its site over HTTP, from memory. A change
//! that cannot be made into a site is said, and the site stays as it was. The worker that
//! keeps a site is left out, since it would show the version before.

use std::{
    cell::Cell,
    path::Path,
    process::ExitCode,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    thread,
};

use super::{http, output, publish, watch};
use crate::{
    error::{Error, Kind, Result},
    publish::File,
};

/// The site, held by whoever makes it anew, for whom readers wait.
type Site = Mutex<Vec<File>>;

/// Serves a collection until the program is ended.
pub(super) fn serve(
    out: &output::Output,
    collection: &Path,
    port: Option<u16>,
    viewer: Option<&Path>,
    is_opening: bool,
) -> Result<ExitCode> {
    // Without it nothing would ever be made.
    publish::viewer(viewer)?;
    let cannot = |error| Error::new(Kind::File, format!("the port cannot be used: {error}"));
    let listener = http::listen(port).map_err(cannot)?;
    let address = format!("http://{}/", listener.local_addr().map_err(cannot)?);
    let site = Arc::new(Site::default());
    let served = Arc::clone(&site);
    // It is heard once there is a site.
    let listener = Cell::new(Some(listener));
    watch::watch(collection, Path::new(""), true, || {
        {
            let mut site = held(&site);
            *site = publish::files_of_a_site(collection, viewer, None)?;
        }
        if let Some(listener) = listener.take() {
            let served = Arc::clone(&served);
            let find = move |path: &str| file(&held(&served), path);
            thread::spawn(move || http::accept(&listener, Box::new(find)));
            out.text(&format!("{address}\n"))?;
            if is_opening && let Err(error) = http::open(&address) {
                output::warn(&Error::new(
                    Kind::File,
                    format!("the browser cannot be opened from here: {error}"),
                ));
            }
        }
        Ok(ExitCode::SUCCESS)
    })
}

fn held(site: &Site) -> MutexGuard<'_, Vec<File>> {
    site.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The file of that path.
fn file(site: &[File], path: &str) -> Option<(String, Vec<u8>)> {
    let name = if path.is_empty() { "index.html" } else { path };
    let file = site.iter().find(|file| file.name == name && name != "sw.js")?;
    Some((file.name.clone(), file.bytes.clone()))
}

#[cfg(test)]
mod tests {
    use super::file;
    use crate::publish::File;

    #[test]
    fn a_site_is_found_by_its_paths_but_not_its_worker() {
        let made = |name: &str| File { name: name.into(), bytes: name.into() };
        let site = ["index.html", "sources/a.html", "sw.js"].map(made);
        assert_eq!(file(&site, "").map(|(name, _)| name).as_deref(), Some("index.html"));
        assert_eq!(
            file(&site, "sources/a.html").map(|(_, bytes)| bytes).as_deref(),
            Some(&b"sources/a.html"[..])
        );
        assert_eq!(file(&site, "sw.js"), None);
        assert_eq!(file(&site, "sources"), None);
    }
}
