//! Learning the weights from pairs of texts whose links are known.
//!
//! In: documents, passages with their true links, in variants (whole, cut, shuffled). Out:
//! [`Weights`], printed as the file beside this one holds them, and the F1 of each variant.
//! Three steps, twice: the reliability of each bucket is counted, Σ(hit − q) / Σ(1 − q)
//! over linked passages; the weights of the features are a logistic regression over rivals
//! and none, both ways; those of a path make the true paths the likeliest (`likelihood`). At
//! last the constants of the decision go uphill on mean F1, one by one.

use std::fmt::Write as _;

use super::{
    Lessons, Side, decide,
    evidence::{Evidence, FEATURES},
    likelihood::Paths,
    raw::{self, Aligner},
    ties::BUCKETS,
    weights::{LEARNED, Weights},
};
use crate::lang::Lang;

/// A pair of texts whose links are known.
pub struct Known {
    /// What was done to it: `par`, `del`, …; `comparable` for independent reports.
    pub variant: String,
    a: Side,
    b: Side,
    links: Vec<(usize, usize)>,
    /// Links that are neither right nor wrong to find.
    weak: Vec<(usize, usize)>,
    /// What its file taught, found without knowing its links.
    lessons: Lessons,
}

impl Known {
    /// Prepares a pair.
    pub fn new(
        aligner: &mut Aligner,
        variant: &str,
        a: (&[String], Lang),
        b: (&[String], Lang),
        links: Vec<(usize, usize)>,
        weak: Vec<(usize, usize)>,
    ) -> Self {
        let (a, b) = (aligner.side(a.0, a.1), aligner.side(b.0, b.1));
        let lessons = Lessons::default();
        Self { variant: variant.to_owned(), a, b, links, weak, lessons }
    }

    /// Has texts of one file teach each other their words.
    pub fn teach(file: &mut [Self]) {
        let independent = file.iter().any(|known| known.variant == "comparable");
        let sides: Vec<[&Side; 2]> = file.iter().map(|known| [&known.a, &known.b]).collect();
        let lessons = raw::taught(&sides, independent);
        for (known, lessons) in file.iter_mut().zip(lessons) {
            known.lessons = lessons;
        }
    }
}

/// Turns of the whole.
const TURNS: usize = 2;
/// Turns of the regression, and its step.
const STEPS: u32 = 250;
const STEP: f64 = 0.08;

/// Learns, and says what it learned, and how good that is for others.
pub fn learn(all: &[Known], others: &[Known], report: bool) -> String {
    let mut weights = LEARNED.clone();
    let mut out = String::new();
    let versions: Vec<&Known> = all.iter().filter(|known| known.variant != "comparable").collect();
    if report {
        let _ = writeln!(out, "{}", figures(all, &evidence(all.iter(), &weights), &weights));
        return out;
    }
    for _ in 0..TURNS {
        let before = weights.clone();
        reliability(&versions, &evidence(versions.iter().copied(), &before), &mut weights);
        let before = weights.clone();
        let own = evidence(versions.iter().copied(), &before);
        regression(&versions, &own, &mut weights);
        order_regression(&versions, &own, &mut weights);
    }
    uphill(all, &mut weights);
    let _ = writeln!(out, "{}", figures(all, &evidence(all.iter(), &weights), &weights));
    let there = figures(others, &evidence(others.iter(), &weights), &weights);
    let _ = writeln!(out, "on others:\n{there}");
    for floor in 0..28 {
        let report = f64::from(floor) * 0.5;
        let own = Weights { report, ..weights.clone() };
        let at = score(all, &evidence(all.iter(), &own), "comparable", &own);
        let _ = writeln!(out, "report {report}: {at:.3?}");
    }
    let _ = writeln!(out, "{weights:.3?}");
    out
}

fn evidence<'k>(all: impl Iterator<Item = &'k Known>, weights: &'k Weights) -> Vec<Evidence<'k>> {
    all.map(|known| Evidence::new(&known.a, &known.b, weights, &known.lessons)).collect()
}

fn reliability(all: &[&Known], evidence: &[Evidence<'_>], weights: &mut Weights) {
    // Two imagined ties, one kept.
    let (mut hits, mut of) = ([1.0; BUCKETS], [2.0; BUCKETS]);
    for (known, evidence) in all.iter().zip(evidence).filter(|(known, _)| known.variant == "par") {
        for &(i, j) in &known.links {
            evidence.chances(i, j, &mut |bucket, share, hit| {
                let share = share.min(0.9);
                hits[usize::from(bucket)] += f64::from(u8::from(hit)) - share;
                of[usize::from(bucket)] += 1.0 - share;
            });
        }
    }
    let learned = std::array::from_fn(|at| (hits[at] / of[at]).clamp(0.01, 0.99));
    *weights = Weights { reliability: learned, ..weights.clone() };
}

/// A logistic regression of each passage's counterpart among all and none, both ways.
fn regression(all: &[&Known], evidence: &[Evidence<'_>], weights: &mut Weights) {
    struct Grid {
        width: usize,
        cells: Vec<[f64; FEATURES]>,
        gold: Vec<bool>,
    }
    let grids: Vec<Grid> = all
        .iter()
        .zip(evidence)
        .filter(|(known, _)| known.variant != "par")
        .map(|(known, evidence)| {
            let (height, width) = (known.a.rows.len(), known.b.rows.len());
            let mut gold = vec![false; height * width];
            known.links.iter().for_each(|&(i, j)| gold[i * width + j] = true);
            let pairs = (0..height).flat_map(|i| (0..width).map(move |j| (i, j)));
            Grid { width, cells: pairs.map(|(i, j)| evidence.features(&[i], &[j])).collect(), gold }
        })
        .collect();
    let start = (weights.features, weights.none);
    (weights.features, weights.none) = ascend(start, |own| {
        let (mut slope, mut count) = ([0.0; FEATURES + 1], 0.0);
        for grid in &grids {
            let scores: Vec<f64> =
                grid.cells.iter().map(|cell| libm::exp(own(cell).clamp(-40.0, 40.0))).collect();
            let height = grid.cells.len() / grid.width.max(1);
            let lines = (0..height)
                .map(|i| (0..grid.width).map(|j| i * grid.width + j).collect::<Vec<_>>())
                .chain((0..grid.width).map(|j| (0..height).map(|i| i * grid.width + j).collect()));
            for line in lines {
                let sum: f64 = 1.0 + line.iter().map(|&at| scores[at]).sum::<f64>();
                let right = line.iter().filter(|&&at| grid.gold[at]).count() as f64;
                count += 1.0;
                for at in line {
                    let target = f64::from(u8::from(grid.gold[at])) / right.max(1.0);
                    push(&mut slope, &grid.cells[at], target - scores[at] / sum);
                }
            }
        }
        slope.map(|slope| slope / count)
    });
}

/// The likeliest weights of a path: as the true paths of texts told in order want them.
fn order_regression(all: &[&Known], evidence: &[Evidence<'_>], weights: &mut Weights) {
    let ordered = |known: &Known| matches!(known.variant.as_str(), "del" | "merge");
    let paths: Vec<Paths> = all
        .iter()
        .zip(evidence)
        .filter(|(known, _)| ordered(known))
        .map(|(known, evidence)| Paths::new(evidence, &known.links))
        .collect();
    let start = (weights.order, weights.apart);
    let two = weights.two;
    (weights.order, weights.apart) = ascend(start, |own| {
        let mut slope = [0.0; FEATURES + 1];
        for paths in &paths {
            paths.slope(own, two, |features, gain| push(&mut slope, features, gain));
        }
        slope.map(|slope| slope / paths.len().max(1) as f64)
    });
    weights.skip = 0.0;
}

fn push(slope: &mut [f64; FEATURES + 1], features: &[f64; FEATURES], off: f64) {
    if off.abs() > 1e-6 {
        slope.iter_mut().zip(features).for_each(|(slope, feature)| *slope += off * feature);
        slope[FEATURES] -= off;
    }
}

/// Goes uphill from weights and a threshold, where `slope` points, by Adam (Kingma and Ba
/// 2015).
fn ascend(
    start: ([f64; FEATURES], f64),
    slope: impl Fn(&dyn Fn(&[f64; FEATURES]) -> f64) -> [f64; FEATURES + 1],
) -> ([f64; FEATURES], f64) {
    let (mut own, mut none) = start;
    let (mut first, mut second) = ([0.0; FEATURES + 1], [0.0; FEATURES + 1]);
    for step in 1..=STEPS {
        let slope =
            slope(&|features| features.iter().zip(&own).map(|(x, w)| x * w).sum::<f64>() - none);
        for at in 0..=FEATURES {
            first[at] = 0.9 * first[at] + 0.1 * slope[at];
            second[at] = 0.99 * second[at] + 0.01 * slope[at] * slope[at];
            let one = first[at] / (1.0 - libm::pow(0.9, f64::from(step)));
            let two = second[at] / (1.0 - libm::pow(0.99, f64::from(step)));
            let to = if at == FEATURES { &mut none } else { &mut own[at] };
            *to += STEP * one / (libm::sqrt(two) + 1e-8);
        }
    }
    (own, none)
}

/// Precision, recall and F1 of a variant.
fn score(all: &[Known], evidence: &[Evidence<'_>], variant: &str, weights: &Weights) -> [f64; 3] {
    let (mut right, mut said, mut gold) = (0.0, 0.0, 0.0);
    let (mut covered, mut needed) = (0.0, 0.0);
    for (known, evidence) in all.iter().zip(evidence).filter(|(known, _)| known.variant == variant)
    {
        let evidence = evidence.weighed(weights);
        let pairs = if variant == "comparable" {
            decide::reports(&evidence)
        } else {
            decide::versions(&evidence)
        };
        let is_right = |pair: &(usize, usize)| known.links.contains(pair);
        let found: Vec<(usize, usize)> = pairs.iter().map(|pair| (pair.a, pair.b)).collect();
        let good = |pair: &&(usize, usize)| is_right(pair) || known.weak.contains(pair);
        right += found.iter().filter(good).count() as f64;
        said += found.len() as f64;
        gold += known.links.len() as f64;
        for side in 0..2 {
            let of = |pair: &(usize, usize)| if side == 0 { pair.0 } else { pair.1 };
            let mut need: Vec<usize> = known.links.iter().map(of).collect();
            need.sort_unstable();
            need.dedup();
            needed += need.len() as f64;
            let got = |row: &&usize| found.iter().filter(good).any(|pair| of(pair) == **row);
            covered += need.iter().filter(got).count() as f64;
        }
    }
    let precision = right / f64::max(said, 1.0);
    let recall = if variant == "comparable" {
        covered / f64::max(needed, 1.0)
    } else {
        right / f64::max(gold, 1.0)
    };
    [precision, recall, 2.0 * precision * recall / f64::max(precision + recall, 1e-9)]
}

fn variants(all: &[Known]) -> Vec<&str> {
    let mut variants: Vec<&str> = all.iter().map(|known| known.variant.as_str()).collect();
    variants.sort_unstable();
    variants.dedup();
    variants
}

fn figures(all: &[Known], evidence: &[Evidence<'_>], weights: &Weights) -> String {
    let mut out = String::new();
    for variant in variants(all) {
        let [precision, recall, f1] = score(all, evidence, variant, weights);
        let _ = writeln!(out, "{variant}: {precision:.3} {recall:.3} {f1:.3}");
    }
    out
}

/// The constants of the decision, one by one, as long as the mean F1 of their variants rises.
fn uphill(all: &[Known], weights: &mut Weights) {
    type Own = fn(&mut Weights) -> &mut f64;
    let orders: &[&str] = &["del", "merge", "par"];
    let knobs: [(Own, f64, &[&str]); 7] = [
        (|w| &mut w.prior, 0.25, &["shuf", "hard"]),
        (|w| &mut w.sure, 0.05, &["shuf", "hard"]),
        (|w| &mut w.anchor, 0.05, &["shuf", "hard", "del", "merge"]),
        (|w| &mut w.apart, 0.25, orders),
        (|w| &mut w.two, 0.5, orders),
        (|w| &mut w.skip, 0.25, orders),
        (|w| &mut w.report, 0.25, &["comparable"]),
    ];
    let start = weights.clone();
    let evidence = evidence(all.iter(), &start);
    for (knob, step, variants) in knobs.into_iter().chain(knobs) {
        let mean = |weights: &Weights| -> f64 {
            variants.iter().map(|variant| score(all, &evidence, variant, weights)[2]).sum()
        };
        let mut best = mean(weights);
        for step in [step, -step] {
            loop {
                let mut tried = weights.clone();
                *knob(&mut tried) += step;
                let found = mean(&tried);
                if found <= best {
                    break;
                }
                (best, *weights) = (found, tried);
            }
        }
    }
}
