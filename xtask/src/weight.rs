//! `cargo xtask weight`: what readers load, against a budget.
//!
//! In: `dist/`, as `cargo xtask build` made it. Out: a table of its files, as a host sends
//! them (gzip), and whether each keeps within its [`BUDGET`]. A file without a budget is
//! refused, so nothing grows or comes unseen. What was gained is taken from the budget, which
//! is to fall to [`GOAL`].

use std::{fs, io::Read as _, path::Path};

use anyhow::{Context as _, Result, bail};
use flate2::{Compression, read::GzEncoder};

use crate::project::Project;

/// What the page with the bundled collection is to weigh in all, in kB (1000 bytes).
const GOAL: f64 = 350.0;

/// What a file of the site may weigh.
struct Budget {
    /// How its name begins and ends; between them stands the hash of its content.
    name: (&'static str, &'static str),
    /// Gzipped, in kB.
    most: f64,
    /// When a reader of the page loads it.
    load: Load,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Load {
    /// Before anything can be searched.
    First,
    /// When something is compared or counted, or before, while nothing else is to do.
    Later,
    /// Only on request, or never.
    Apart,
}
use Load::{Apart, First, Later};

/// Measured, rounded up. To be lowered with each gain; never raised without a reason that is
/// worth its weight to every reader.
const BUDGET: [Budget; 19] = [
    Budget { name: ("index", ".html"), most: 12.0, load: First },
    Budget { name: ("style-", ".css"), most: 13.5, load: First },
    Budget { name: ("start-", ".js"), most: 4.1, load: First },
    Budget { name: ("tellings-", ".js"), most: 14.1, load: First },
    Budget { name: ("tellings-", ".wasm"), most: 735.0, load: First },
    Budget { name: ("late-", ".wasm"), most: 270.0, load: Later },
    Budget { name: ("collection-", ".pack"), most: 95.0, load: First },
    Budget { name: ("icon-", ".svg"), most: 0.3, load: First },
    Budget { name: ("icon-192-", ".png"), most: 0.3, load: Apart },
    Budget { name: ("icon-512-", ".png"), most: 0.5, load: Apart },
    Budget { name: ("manifest", ".webmanifest"), most: 0.8, load: Apart },
    Budget { name: ("sw", ".js"), most: 1.7, load: Apart },
    Budget { name: ("_headers", ""), most: 0.4, load: Apart },
    Budget { name: ("embed", ".js"), most: 2.5, load: Apart },
    Budget { name: ("viewer", ".html"), most: 1053.0, load: Apart },
    Budget { name: ("embed", ".html"), most: 1159.0, load: Apart },
    Budget { name: ("importer-", ".js"), most: 3.5, load: Apart },
    Budget { name: ("importer-", ".wasm"), most: 1483.0, load: Apart },
    Budget { name: ("importer", ".html"), most: 1503.0, load: Apart },
];

/// Prints the table; fails when a file weighs more than it may, or has no budget.
pub fn run(project: &Project) -> Result<()> {
    let weighed = weigh(&project.dist())?;
    let weighed: Vec<(&str, f64)> = weighed.iter().map(|(name, kb)| (&**name, *kb)).collect();
    let (table, faults) = judge(&weighed);
    println!("{table}");
    if !faults.is_empty() {
        bail!("{}", faults.join("\n"));
    }
    Ok(())
}

/// The files of a folder with what each weighs, by name.
fn weigh(folder: &Path) -> Result<Vec<(String, f64)>> {
    let missing = || format!("no {}: make it with `cargo xtask build`", folder.display());
    let mut weighed = Vec::new();
    for entry in fs::read_dir(folder).with_context(missing)? {
        let path = entry?.path();
        if path.is_file() {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            weighed.push((name, kb(&fs::read(&path)?)?));
        }
    }
    weighed.sort_by(|a, b| a.0.cmp(&b.0));
    Ok(weighed)
}

/// What a host sends for these bytes; packs are gzip already.
fn kb(bytes: &[u8]) -> Result<f64> {
    let mut sent = Vec::new();
    GzEncoder::new(bytes, Compression::best()).read_to_end(&mut sent)?;
    Ok(sent.len().min(bytes.len()) as f64 / 1000.0)
}

/// The table, and what is wrong.
fn judge(weighed: &[(&str, f64)]) -> (String, Vec<String>) {
    let mut table = format!("{:34}{:>10}{:>10}", "gzipped", "kB", "at most");
    let (mut faults, mut first, mut later) = (Vec::new(), 0.0, 0.0);
    for &(name, kb) in weighed {
        let Some(budget) = BUDGET.iter().find(|budget| budget.is_of(name)) else {
            faults.push(format!("{name}, {kb:.1} kB, has no budget in xtask/src/weight.rs"));
            continue;
        };
        let Budget { most, load, .. } = budget;
        table += &format!("\n{name:34}{kb:10.1}{most:10.1}");
        match load {
            First => first += kb,
            Later => later += kb,
            Apart => {}
        }
        if kb > *most {
            faults.push(format!("{name} weighs {kb:.1} kB, and may weigh {most:.1}"));
        }
    }
    for Budget { name: (begin, end), .. } in
        BUDGET.iter().filter(|budget| !weighed.iter().any(|(name, _)| budget.is_of(name)))
    {
        faults.push(format!("{begin}*{end} is not there: make it with `cargo xtask build`"));
    }
    let whole = first + later;
    table += &format!("\n{:34}{first:10.1}", "the page, to search and read");
    table += &format!("\n{:34}{whole:10.1}{GOAL:10.1} is the goal", "the page in all");
    (table, faults)
}

impl Budget {
    fn is_of(&self, name: &str) -> bool {
        let (begin, end) = self.name;
        name.strip_prefix(begin)
            .and_then(|rest| rest.strip_suffix(end))
            // The hash, if it has one.
            .is_some_and(|hash| hash.bytes().all(|byte| byte.is_ascii_hexdigit()))
    }
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use flate2::{Compression, read::GzEncoder};

    use super::{BUDGET, judge, kb};

    /// A site whose files weigh just what they may.
    fn full() -> Vec<(String, f64)> {
        let name = |(begin, end): (&str, &str)| {
            let hash = if begin.ends_with('-') { "0123456789abcdef" } else { "" };
            format!("{begin}{hash}{end}")
        };
        BUDGET.iter().map(|budget| (name(budget.name), budget.most)).collect()
    }

    fn faults(site: &[(String, f64)]) -> Vec<String> {
        judge(&site.iter().map(|(name, kb)| (&**name, *kb)).collect::<Vec<_>>()).1
    }

    #[test]
    fn a_site_within_its_budget_has_no_fault() {
        assert_eq!(faults(&full()), [] as [&str; 0]);
    }

    #[test]
    fn every_file_that_weighs_more_than_it_may_is_named() {
        for heavy in 0..BUDGET.len() {
            let mut site = full();
            site[heavy].1 += 0.1;
            let faults = faults(&site);
            assert_eq!(faults.len(), 1, "{faults:?}");
            assert!(faults[0].starts_with(&site[heavy].0), "{faults:?}");
        }
    }

    #[test]
    fn a_file_that_nobody_planned_and_one_that_is_missing_are_faults() {
        let mut site = full();
        site.remove(0);
        site.push(("more.wasm".into(), 1.0));
        let faults = faults(&site);
        assert_eq!(faults.len(), 2, "{faults:?}");
        assert!(faults[0].contains("more.wasm") && faults[1].contains("index"), "{faults:?}");
    }

    #[test]
    fn what_is_packed_already_is_counted_as_it_is() {
        let mut packed = Vec::new();
        GzEncoder::new(&include_bytes!("weight.rs")[..], Compression::best())
            .read_to_end(&mut packed)
            .unwrap();
        assert_eq!(kb(&packed).unwrap(), packed.len() as f64 / 1000.0);
        assert!(kb(&[b'a'; 4_000]).unwrap() < 0.1);
    }
}
