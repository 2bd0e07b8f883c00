//! How likely the true path through two texts told in the same order is, and its slope.
//!
//! In: two texts as evidence, their true links, and how much speaks for a pair. Out: for each
//! pair, alone or as two for one, how much oftener the true paths take it than all paths do:
//! what the features of that pair are to gain. Paths are weighed as `order` weighs them and
//! summed from both ends (a conditional random field, Lafferty and others 2001). Among
//! passages without a counterpart those of the first text come first, so that each path is
//! counted once. What is learned of it is for `learn`.

use super::{
    evidence::{Evidence, FEATURES},
    order::STEPS,
};

/// Where a path may stand: passages of either side passed, and whether one of the second
/// text's was passed last without a counterpart.
type Sums = Vec<[f64; 2]>;

/// For each place, how much speaks for each step from there; nothing for what cannot be.
type Scores = Vec<[f64; STEPS.len()]>;

/// For each step from a place, if it can be: the features of the pair, and whether it is true.
type Steps = [Option<([f64; FEATURES], bool)>; STEPS.len()];

/// The paths through two texts.
pub(super) struct Paths {
    height: usize,
    width: usize,
    /// By place.
    steps: Vec<Steps>,
}

impl Paths {
    /// The paths of a pair of texts whose links are known.
    pub(super) fn new(evidence: &Evidence<'_>, links: &[(usize, usize)]) -> Self {
        let (height, width) = (evidence.a.rows.len(), evidence.b.rows.len());
        let of = |row: usize, is_a: bool| -> Vec<usize> {
            let own = links.iter().filter(|&&(a, b)| if is_a { a == row } else { b == row });
            let mut own: Vec<usize> = own.map(|&(a, b)| if is_a { b } else { a }).collect();
            own.sort_unstable();
            own
        };
        let of_a: Vec<Vec<usize>> = (0..height).map(|row| of(row, true)).collect();
        let of_b: Vec<Vec<usize>> = (0..width).map(|row| of(row, false)).collect();
        let step = |i: usize, j: usize, (down, right): (usize, usize)| {
            if i + down > height || j + right > width {
                return None;
            }
            let (rows, columns) = ((i..i + down).collect::<Vec<_>>(), (j..j + right));
            let columns = columns.collect::<Vec<_>>();
            // A step is true if it tells all links of its passages and no others.
            let is_true = rows.iter().all(|&row| of_a[row] == columns)
                && columns.iter().all(|&column| of_b[column] == rows);
            let linked = down > 0 && right > 0;
            let features =
                if linked { evidence.features(&rows, &columns) } else { [0.0; FEATURES] };
            Some((features, is_true))
        };
        let places = (0..=height).flat_map(|i| (0..=width).map(move |j| (i, j)));
        let steps = places.map(|(i, j)| STEPS.map(|by| step(i, j, by))).collect();
        Self { height, width, steps }
    }

    /// Gives the features of each pair with how much oftener the truth has it than `own`
    /// makes all paths have it; `two` is what two passages for one cost.
    pub(super) fn slope(
        &self,
        own: &dyn Fn(&[f64; FEATURES]) -> f64,
        two: f64,
        mut give: impl FnMut(&[f64; FEATURES], f64),
    ) {
        let scores = |truth: bool| -> Scores {
            let score = |of: &Steps| {
                std::array::from_fn(|at| match (&of[at], STEPS[at]) {
                    (Some((_, is_true)), _) if truth && !is_true => f64::NEG_INFINITY,
                    (Some(_), (0, _) | (_, 0)) => 0.0,
                    (Some((features, _)), (1, 1)) => own(features),
                    (Some((features, _)), _) => own(features) + two,
                    (None, _) => f64::NEG_INFINITY,
                })
            };
            self.steps.iter().map(score).collect()
        };
        // Links that no path has, of three passages for one, teach nothing.
        let Some(truth) = self.shares(&scores(true)) else { return };
        let Some(all) = self.shares(&scores(false)) else { return };
        for (steps, (truth, all)) in self.steps.iter().zip(truth.iter().zip(&all)) {
            for (at, step) in steps.iter().enumerate() {
                if let (Some((features, _)), (1.., 1..)) = (step, STEPS[at]) {
                    give(features, truth[at] - all[at]);
                }
            }
        }
    }

    /// How large a share of the paths takes each step from each place.
    fn shares(&self, scores: &Scores) -> Option<Scores> {
        let row = self.width + 1;
        let places = scores.len();
        let empty = [f64::NEG_INFINITY; 2];
        let (mut before, mut after): (Sums, Sums) = (vec![empty; places], vec![empty; places]);
        let next = |at: usize, step: usize| at + STEPS[step].0 * row + STEPS[step].1;
        // Passages of the first text do not follow those of the second.
        let goes = |state: usize, step: usize| !(state == 1 && STEPS[step] == (1, 0));
        let then = |step: usize| usize::from(STEPS[step] == (0, 1));
        let each = (0..2).flat_map(|state| (0..STEPS.len()).map(move |step| (state, step)));
        before[0][0] = 0.0;
        for at in 0..places {
            for (state, step) in each.clone().filter(|&(state, step)| goes(state, step)) {
                let sum = before[at][state] + scores[at][step];
                if sum > f64::NEG_INFINITY {
                    let to = &mut before[next(at, step)][then(step)];
                    *to = added(*to, sum);
                }
            }
        }
        after[places - 1] = [0.0; 2];
        let whole = added(before[places - 1][0], before[places - 1][1]);
        if whole == f64::NEG_INFINITY {
            return None;
        }
        let mut shares = vec![[0.0; STEPS.len()]; places];
        for at in (0..places).rev() {
            for (state, step) in each.clone().filter(|&(state, step)| goes(state, step)) {
                if scores[at][step] == f64::NEG_INFINITY {
                    continue;
                }
                let rest = scores[at][step] + after[next(at, step)][then(step)];
                after[at][state] = added(after[at][state], rest);
                shares[at][step] += libm::exp(before[at][state] + rest - whole);
            }
        }
        debug_assert_eq!(places, (self.height + 1) * row);
        Some(shares)
    }
}

/// The logarithm of a sum of two numbers, of their logarithms.
fn added(x: f64, y: f64) -> f64 {
    let (more, less) = if x > y { (x, y) } else { (y, x) };
    if less == f64::NEG_INFINITY { more } else { more + libm::log1p(libm::exp(less - more)) }
}

#[cfg(test)]
mod tests {
    use super::{FEATURES, Paths};
    use crate::{compare::align::raw::Aligner, lang::Lang};

    #[test]
    fn the_slope_points_to_the_pairs_that_are_true() {
        let texts = |texts: &[&str]| texts.iter().map(|&text| text.to_owned()).collect::<Vec<_>>();
        let mut aligner = Aligner::new().expect("the list can be read");
        let a = aligner.side(&texts(&["Lavrov met Tillerson.", "It rained."]), Lang::EN);
        let b = aligner.side(&texts(&["Лавров и Тиллерсон встретились.", "45 минут."]), Lang::RU);
        let evidence = super::Evidence::new(
            &a,
            &b,
            &crate::compare::align::LEARNED,
            &crate::compare::align::Lessons::default(),
        );
        let paths = Paths::new(&evidence, &[(0, 0)]);
        let (mut gained, mut sum) = (Vec::new(), 0.0);
        paths.slope(&|_: &[f64; FEATURES]| 0.0, -2.0, |features, gain| {
            sum += gain;
            gained.push((*features == evidence.features(&[0], &[0]), gain));
        });
        for (is_true, gain) in &gained {
            assert!(if *is_true { *gain > 0.0 } else { *gain <= 0.0 }, "{gained:?}");
        }
        assert!(gained.iter().any(|(is_true, _)| *is_true) && sum.abs() < 1.0, "{gained:?}");
    }
}
