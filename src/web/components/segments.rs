//! One choice of a few, as buttons side by side.
//!
//! In: the options, which is chosen, what choosing does. Out: a named group of buttons of
//! which one is pressed. For long lists there are selects.

use yew::prelude::*;

/// The buttons of `options`, each with its name.
pub fn segments<T: Copy + PartialEq + 'static>(
    label: &'static str,
    options: &[(T, &'static str)],
    chosen: T,
    on_choose: &Callback<T>,
) -> Html {
    html! {
        <div class="segments" role="group" aria-label={label}>
            for (option, name) in options.iter().copied() {
                <button key={name} type="button" class="segment" aria-pressed={(option == chosen).to_string()}
                    onclick={on_choose.reform(move |_| option)}>{ name }</button>
            }
        </div>
    }
}
