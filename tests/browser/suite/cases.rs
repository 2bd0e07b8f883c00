//! The cases, by what a reader does.

use crate::{driver::Engine, page::Page};

/// Makes each function of a [`Page`](crate::page::Page) a test in every engine.
macro_rules! in_every_engine {
    ($($case:ident),+ $(,)?) => {
        in_every_engine!(@ chromium, Chromium, $($case),+);
        in_every_engine!(@ firefox, Firefox, $($case),+);
        in_every_engine!(@ webkit, WebKit, $($case),+);
    };
    (@ $module:ident, $engine:ident, $($case:ident),+) => {
        mod $module {
            $(
                #[test]
                fn $case() {
                    $crate::cases::try_in($crate::driver::Engine::$engine, super::$case);
                }
            )+
        }
    };
}

/// Runs a case in a fresh browser. The drivers of Firefox and WebKit lose a step now and then
/// on a busy machine: there a case that fails is tried once more, and the output says so.
fn try_in(engine: Engine, case: fn(&Page)) {
    let once = || {
        if let Some(page) = Page::in_a(engine) {
            case(&page);
            assert_eq!(page.problems(), serde_json::json!([]), "the page is clean");
        }
    };
    if engine == Engine::Chromium {
        once();
    } else if std::panic::catch_unwind(once).is_err() {
        println!("in {engine:?} this case failed and is tried once more");
        once();
    }
}

mod alike;
mod marks;
mod places;
mod silence;
mod typing;
mod views;
mod workers;
