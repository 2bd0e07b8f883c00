//! Makes what the library carries inside, in `$OUT_DIR`.
//!
//! `viewer.rs`: `VIEWER` and `IMPORTER`, the one-file viewer for the command line and what
//! makes a page import, if `cargo xtask build` has made them; only the optimised program
//! carries them. `unicode.bin`: how letters decompose, as `src/unicode.rs` reads it: the
//! tables of the crate `unicode-normalization`, which are made for speed, in a twentieth of
//! their size.

use std::{collections::BTreeMap, env, fs, io, path::Path};

use unicode_normalization::char::{
    canonical_combining_class, compose, decompose_canonical, is_combining_mark,
};

fn main() -> io::Result<()> {
    let root = env::var("CARGO_MANIFEST_DIR").unwrap_or_default();
    let out = env::var("OUT_DIR").unwrap_or_default();
    // Whatever else depended on the built viewer would be built anew after each time it is.
    let carries = env::var_os("CARGO_FEATURE_CLI").is_some()
        && env::var("PROFILE").is_ok_and(|profile| profile == "release");
    let mut built = String::new();
    for (constant, file) in [("VIEWER", "viewer.html"), ("IMPORTER", "importer.html")] {
        let path = Path::new(&root).join("dist").join(file);
        let value = if carries && path.is_file() {
            format!("Some(include_str!({:?}))", path.display().to_string())
        } else {
            "None".to_owned()
        };
        if carries {
            println!("cargo::rerun-if-changed={}", path.display());
        }
        built.push_str(&format!("const {constant}: Option<&str> = {value};\n"));
    }
    println!("cargo::rerun-if-changed=build.rs");
    let out = Path::new(&out);
    fs::write(out.join("viewer.rs"), built)?;
    fs::write(out.join("unicode.bin"), unicode())
}

/// Three tables, each after its number of rows, all numbers LEB128: letters that decompose
/// (steps from the last letter, whether two letters compose to it, first part, second part
/// or 0; parts as zigzag differences, the first from the letter, the second from the last
/// second), stretches of combining classes (gap, length, class), stretches of marks (gap,
/// length).
fn unicode() -> Vec<u8> {
    let letters = || '\0'..=char::MAX;
    let whole = |letter| {
        let mut parts = Vec::new();
        decompose_canonical(letter, |part| parts.push(part));
        parts
    };
    let hangul = '\u{ac00}'..='\u{d7a3}';
    let decomposed: BTreeMap<char, Vec<char>> = letters()
        .filter(|letter| !hangul.contains(letter))
        .map(|letter| (letter, whole(letter)))
        .filter(|(letter, parts)| parts != &[*letter])
        .collect();
    let (mut out, mut rows) = (Vec::new(), 0);
    let (mut last, mut last_second) = (0, 0);
    for (&letter, parts) in &decomposed {
        // Unicode's own steps: a letter and, if anything, one mark.
        let (first, second) = match parts.split_last() {
            Some((&mark, [])) => (mark, '\0'),
            Some((&mark, [first])) => (*first, mark),
            Some((&mark, before)) => {
                let first = decomposed.iter().find(|(_, parts)| *parts == before);
                (first.map_or('\0', |(&first, _)| first), mark)
            }
            None => continue,
        };
        let composes = second != '\0' && compose(first, second) == Some(letter);
        push(&mut out, (letter as u32 - last) << 1 | u32::from(composes));
        push(&mut out, zigzag(letter as u32, first as u32));
        push(&mut out, zigzag(last_second, second as u32));
        (last, last_second, rows) = (letter as u32, second as u32, rows + 1);
    }
    let mut all = Vec::new();
    push(&mut all, rows);
    all.append(&mut out);
    stretches(&mut all, canonical_combining_class, true);
    stretches(&mut all, |letter| u8::from(is_combining_mark(letter)), false);
    all
}

/// Appends the stretches of letters with one value that is not 0.
fn stretches(all: &mut Vec<u8>, value: impl Fn(char) -> u8, with_value: bool) {
    let (mut out, mut rows, mut end) = (Vec::new(), 0, 0);
    let letters: Vec<(u32, u8)> =
        ('\0'..=char::MAX).map(|letter| (letter as u32, value(letter))).collect();
    for stretch in letters.chunk_by(|a, b| a.1 == b.1).filter(|stretch| stretch[0].1 > 0) {
        push(&mut out, stretch[0].0 - end);
        push(&mut out, stretch.len() as u32);
        if with_value {
            push(&mut out, stretch[0].1.into());
        }
        end = stretch[0].0 + stretch.len() as u32;
        rows += 1;
    }
    push(all, rows);
    all.append(&mut out);
}

fn zigzag(from: u32, to: u32) -> u32 {
    let step = to as i32 - from as i32;
    (step << 1 ^ step >> 31) as u32
}

fn push(out: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}
