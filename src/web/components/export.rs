//! The button that takes a chart or a table along.
//!
//! In: the name of a file, and what makes its content when it is asked for. Out: a button
//! that opens [`Taking`], which shows what will be saved and in which ways. The button is
//! there with the page; what it opens comes when it is first pressed.

use yew::prelude::*;

use super::{chart::Chart, table::Table, taking::Taking};
use crate::web::{late::use_late, texts::Texts};

/// What a button needs.
#[derive(Clone, PartialEq, Properties)]
pub struct ExportProps {
    /// The file's name, without its ending.
    pub name: &'static str,
    /// Makes the table.
    pub make: Callback<(), Table>,
    /// Makes the drawing, where there is one.
    #[prop_or_default]
    pub draw: Option<Callback<(), Chart>>,
    /// It was opened: what is made may have to be asked for.
    #[prop_or_default]
    pub on_open: Callback<()>,
    /// Whether what is made is not there yet.
    #[prop_or_default]
    pub is_waiting: bool,
    /// The interface's words.
    pub texts: &'static Texts,
}

/// The button.
#[component]
pub fn Export(props: &ExportProps) -> Html {
    let ExportProps { name, make, draw, on_open, is_waiting, texts } = props;
    let is_open = use_state_eq(|| false);
    let is_here = use_late(*is_open);
    let open = on_open.reform({
        let is_open = is_open.setter();
        move |_| is_open.set(true)
    });
    let close = {
        let is_open = is_open.setter();
        Callback::from(move |()| is_open.set(false))
    };
    let own = texts.taking;
    html! {
        <>
            <button type="button" class="export toggle small" aria-haspopup="dialog" onclick={open}>
                { if draw.is_some() { own.take_chart } else { own.take_table } }
            </button>
            if *is_open && is_here {
                <Taking {name} {make} {draw} is_waiting={*is_waiting} on_close={close} {texts} />
            }
        </>
    }
}
