//! Progress of long work, on standard error, where that is a terminal.
//!
//! In: how many steps there are. Out: a bar that also moves within a step, with the time
//! spent, so that one large text does not look like a program that hangs.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

/// How often the bar shows that work goes on.
const TICK: Duration = Duration::from_millis(120);

/// A bar over `total` steps of `what`.
pub(super) fn bar(what: &'static str, total: usize) -> ProgressBar {
    let style = ProgressStyle::with_template("{spinner} {msg:12} {wide_bar} {pos}/{len} {elapsed}")
        .unwrap_or_else(|_| ProgressStyle::default_bar());
    let bar = ProgressBar::new(total as u64).with_style(style).with_message(what);
    bar.enable_steady_tick(TICK);
    bar
}
