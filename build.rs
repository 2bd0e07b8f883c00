//! Finds the one-file viewer, if `cargo xtask build` has made one, for the command line to
//! carry inside: `VIEWER` in `$OUT_DIR/viewer.rs`.

use std::{env, fs, io, path::Path};

fn main() -> io::Result<()> {
    let root = env::var("CARGO_MANIFEST_DIR").unwrap_or_default();
    let out = env::var("OUT_DIR").unwrap_or_default();
    let viewer = Path::new(&root).join("dist").join("viewer.html");
    let value = if viewer.is_file() {
        format!("Some(include_str!({:?}))", viewer.display().to_string())
    } else {
        "None".to_owned()
    };
    println!("cargo::rerun-if-changed={}", viewer.display());
    fs::write(Path::new(&out).join("viewer.rs"), format!("const VIEWER: Option<&str> = {value};\n"))
}
