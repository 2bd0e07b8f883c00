//! The cases, by what a reader does.

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
                    let engine = $crate::driver::Engine::$engine;
                    if let Some(page) = $crate::page::Page::in_a(engine) {
                        super::$case(&page);
                        assert_eq!(page.problems(), serde_json::json!([]), "the page is clean");
                    }
                }
            )+
        }
    };
}

mod alike;
mod barriers;
mod charts;
mod comparing;
mod embeds;
mod keyboard;
mod large;
mod making;
mod marks;
mod module;
mod names;
mod offline;
mod overview;
mod places;
mod reading;
mod silence;
mod typing;
mod views;
mod words;
mod workers;
