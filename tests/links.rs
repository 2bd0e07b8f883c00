//! Links on translated news whose passages are known: `eval/align` of the test data.
//!
//! A few texts of each variant; the whole is for the scorer beside the data, which says
//! what the variants are.

#![allow(clippy::unwrap_used, reason = "a test that fails panics")]

mod support;

use serde_json::Value;
use tellings::{compare::align::raw::Aligner, lang::Lang};

/// How many texts of a variant are aligned.
const TEXTS: usize = 8;

fn passages(line: &Value, side: &str) -> Vec<String> {
    let list = line[side].as_array().unwrap();
    list.iter().map(|passage| passage.as_str().unwrap().to_owned()).collect()
}

/// The F1 of the links of a file's first texts.
fn f1(file: &str) -> f64 {
    let mut aligner = Aligner::new().unwrap();
    let (mut right, mut said, mut known) = (0, 0, 0);
    for line in file.lines().take(TEXTS) {
        let line: Value = serde_json::from_str(line).unwrap();
        let lang = |field: &str| Lang::parse(line[field].as_str().unwrap()).unwrap();
        let (a, b) = (passages(&line, "a"), passages(&line, "b"));
        let found = aligner.align((&a, lang("l1")), (&b, lang("l2")), false);
        let links: Vec<(u64, u64)> = line["links"]
            .as_array()
            .unwrap()
            .iter()
            .map(|link| (link[0].as_u64().unwrap(), link[1].as_u64().unwrap()))
            .collect();
        right += found.iter().filter(|(i, j, _)| links.contains(&(*i as u64, *j as u64))).count();
        said += found.len();
        known += links.len();
    }
    2.0 * right as f64 / (said + known) as f64
}

#[test]
fn translated_passages_are_found_however_the_texts_were_cut_merged_and_shuffled() {
    for (variant, least) in
        [("par", 0.98), ("merge", 0.945), ("del", 0.94), ("shuf", 0.9), ("hard", 0.8)]
    {
        let name = format!("eval/align/ntrex_dev.ru-uk.{variant}.jsonl");
        let Some(path) = support::data(&name) else { return };
        let found = f1(&std::fs::read_to_string(path).unwrap());
        assert!(found >= least, "{variant}: F1 {found:.3} is below {least}");
    }
}
