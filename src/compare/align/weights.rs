//! What was learned: how reliable each class of ties is, how much each feature says, and
//! how sure a decision has to be.
//!
//! In: nothing. Out: [`LEARNED`]. The numbers are those that `tellings learn-links` prints
//! (`learn`); lexemes and the names of an index do not occur in what it learned from and are
//! estimates, and so is what words that were taught say. No text of what was learned from is in them.

use super::{evidence::FEATURES, ties::BUCKETS};

/// Everything that was learned.
#[derive(Clone, Debug)]
pub(in crate::compare) struct Weights {
    /// For each bucket: of the passages with a clue that has such a tie, the share whose
    /// counterpart has it, chance taken off.
    pub reliability: [f64; BUCKETS],
    /// How much each feature says.
    pub features: [f64; FEATURES],
    /// What speaks for a passage having no counterpart.
    pub none: f64,
    /// Belief that a pair needs to be an anchor.
    pub anchor: f64,
    /// How many anchors it takes to see an order.
    pub anchors: usize,
    /// Belief that a pair needs where order does not help.
    pub sure: f64,
    /// How much the share of passages that have a counterpart counts in deciding on each.
    pub prior: f64,
    /// Where the order helps: what a passage without a counterpart costs.
    pub skip: f64,
    /// How much each feature says of a pair that stands in order, and what speaks against it.
    pub order: [f64; FEATURES],
    pub apart: f64,
    /// What two passages for one cost.
    pub two: f64,
    /// How much must speak for a pair of independent reports.
    #[cfg_attr(not(feature = "import"), expect(dead_code, reason = "the page trusts less"))]
    pub report: f64,
    /// The same where a reader is to trust it.
    pub trusted: f64,
}

/// As learned by `tellings learn-links` from 111 news texts in English, Bulgarian, Russian and
/// Ukrainian that professionals translated (NTREX-128 en-bg and ru-uk, WMT21 en-ru), each
/// whole, cut, merged and shuffled; `report` and `trusted` by hand, from its table of
/// precision and recall on nine pairs of independent reports.
#[rustfmt::skip]
pub(in crate::compare) static LEARNED: Weights = Weights {
    features: [0.308, 0.393, 0.525, 0.149, 0.450, 0.281, 0.555, 0.088, 0.244, 0.250, 0.112, 0.170, 0.561, -0.048, -1.522, -0.621, -0.229, 0.257, 3.111, 5.470],
    none: 3.421,
    anchor: 0.600,
    anchors: 4,
    sure: 0.400,
    prior: 0.750,
    skip: -0.750,
    order: [0.614, 0.801, 0.874, 0.515, 0.600, 0.475, 0.685, 0.251, 0.657, 0.250, 0.216, 0.072, 0.599, 0.067, -1.798, -0.975, -0.248, 0.230, 0.622, 4.312],
    apart: 1.741,
    two: -3.000,
    report: 3.0,
    trusted: 7.0,
    reliability: [
        0.968, 0.990, 0.977, 0.990, // numbers by digits
        0.948, // months and weekdays
        0.972, 0.946, 0.829, 0.810, 0.842, 0.869, 0.624, 0.500, 0.827, 0.766, 0.933, // signs
        0.838, 0.859, 0.740, 0.936, // spelling
        0.300, 0.500, 0.600, 0.700, 0.800, 0.900, 0.900, 0.500, // lexemes
        0.578, 0.703, // subjects
        0.950, 0.500, // names of the index
        0.378, 0.301, 0.417, // everyday words, general ones
        0.696, 0.733, // subjects that sound alike
        0.087, 0.282, 0.010, 0.410, 0.487, 0.020, 0.143, 0.294, 0.443, 0.476, 0.100, 0.046, 0.254, 0.723, 0.613, 0.136, 0.354, 0.542, 0.607, 0.690, // sounds, one script
        0.088, 0.077, 0.449, 0.018, 0.736, 0.032, 0.349, 0.080, 0.250, 0.844, 0.239, 0.378, 0.572, 0.759, 0.827, 0.356, 0.780, 0.665, 0.643, 0.657, // sounds, two scripts
        0.116, 0.116, 0.471, 0.957, 0.928, 0.071, 0.485, 0.684, 0.890, 0.889, 0.304, 0.702, 0.582, 0.765, 0.908, 0.457, 0.892, 0.926, 0.766, 0.756, // names, one script
        0.553, 0.851, 0.887, 0.844, 0.926, 0.910, 0.800, 0.942, 0.836, 0.962, 0.658, 0.828, 0.975, 0.977, 0.954, 0.618, 0.868, 0.867, 0.920, 0.927, // names, two scripts
        0.674, // taught
    ],
};
