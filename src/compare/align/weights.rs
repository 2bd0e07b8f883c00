//! What was learned: how reliable each class of ties is, how much each feature says, and
//! how sure a decision has to be.
//!
//! In: nothing. Out: [`LEARNED`]. The numbers are those that `tellings learn-links` prints
//! (`learn`); lexemes and the names of an index do not occur in what it learned from and are
//! estimates. No text of what was learned from is in them.

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
    features: [0.320, 0.336, 0.522, 0.117, 0.450, 0.260, 0.538, 0.052, 0.289, 0.030, 0.045, 0.163, 0.565, -0.061, -1.655, -0.356, -0.232, 0.278, 3.928, 4.832],
    none: 3.301,
    anchor: 0.600,
    anchors: 4,
    sure: 0.400,
    prior: 0.750,
    skip: 0.000,
    order: [1.315, -0.198, 0.887, 0.560, 0.600, 0.718, 1.090, 0.599, 0.629, 0.324, 0.603, 0.762, 1.254, -0.249, -2.199, -0.628, -0.578, 0.230, 4.396, 0.583],
    apart: -2.246,
    two: -1.500,
    report: 3.0,
    trusted: 7.0,
    reliability: [
        0.979, 0.990, 0.984, 0.990, // numbers by digits
        0.968, // months and weekdays
        0.976, 0.972, 0.857, 0.745, 0.778, 0.923, 0.624, 0.500, 0.924, 0.881, 0.929, // signs
        0.836, 0.860, 0.817, 0.940, // spelling
        0.300, 0.500, 0.600, 0.700, 0.800, 0.900, 0.900, 0.500, // lexemes
        0.614, 0.745, // subjects
        0.950, 0.500, // names of the index
        0.408, 0.336, 0.479, // everyday words, general ones
        0.724, 0.781, // subjects that sound alike
        0.056, 0.282, 0.010, 0.410, 0.487, 0.020, 0.143, 0.294, 0.427, 0.254, 0.104, 0.068, 0.254, 0.723, 0.597, 0.136, 0.348, 0.542, 0.607, 0.702, // sounds, one script
        0.095, 0.067, 0.532, 0.182, 0.850, 0.151, 0.320, 0.220, 0.454, 0.812, 0.286, 0.494, 0.634, 0.838, 0.846, 0.432, 0.766, 0.649, 0.667, 0.734, // sounds, two scripts
        0.272, 0.116, 0.471, 0.957, 0.933, 0.071, 0.485, 0.684, 0.890, 0.897, 0.244, 0.625, 0.582, 0.765, 0.908, 0.457, 0.892, 0.926, 0.766, 0.760, // names, one script
        0.609, 0.895, 0.916, 0.890, 0.952, 0.888, 0.804, 0.950, 0.821, 0.961, 0.641, 0.844, 0.974, 0.945, 0.958, 0.569, 0.854, 0.865, 0.919, 0.918, // names, two scripts
        0.630, // taught
    ],
};
