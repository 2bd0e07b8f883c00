//! Taking something away from the page: a chart as SVG or PNG, its table as CSV, JSON,
//! Markdown or on the clipboard.
//!
//! In: what makes the table and the drawing. Out: a dialog that shows either, and the ways to
//! save it. Where files cannot be saved (a sandboxed frame) or nothing can be copied, it shows
//! the text to select and copy, or the picture to save from its menu.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::{
    chart::Chart,
    copy_field::CopyField,
    dialog::Dialog,
    segments::segments,
    table::{Shape, Table},
};
use crate::web::{
    browser::{clipboard, download, picture},
    texts::Texts,
};

/// How many rows of a table are shown; the file has all.
const FEW: usize = 200;

/// What the dialog needs.
#[derive(Clone, PartialEq, Properties)]
pub struct TakingProps {
    /// The file's name, without its ending.
    pub name: &'static str,
    /// Makes the table.
    pub make: Callback<(), Table>,
    /// Makes the drawing, where there is one.
    pub draw: Option<Callback<(), Chart>>,
    /// Whether what is made is not there yet.
    pub is_waiting: bool,
    /// It was closed.
    pub on_close: Callback<()>,
    /// The interface's words.
    pub texts: &'static Texts,
}

/// What came of saving, where it does not show by itself.
#[derive(Clone, PartialEq)]
enum Outcome {
    /// It is on the clipboard.
    Copied,
    /// No file could be saved: the text to copy.
    Text(AttrValue),
    /// No file could be saved: the address of the picture to take from its menu.
    Picture(AttrValue),
    /// There is no picture.
    NoPicture,
}

/// The dialog.
#[component]
pub fn Taking(props: &TakingProps) -> Html {
    let TakingProps { make, draw, is_waiting, on_close, texts, .. } = props;
    let own = texts.taking;
    let is_table = use_state_eq(|| false);
    let outcome = use_state_eq(|| None::<Outcome>);
    let drawing = use_node_ref();
    let chart = draw.as_ref().map(|draw| draw.emit(()));
    let heading = match &chart {
        Some(chart) => chart.title.clone(),
        None => own.take_table.into(),
    };
    let choose = {
        let is_table = is_table.setter();
        Callback::from(move |to| is_table.set(to))
    };
    let shows_table = chart.is_none() || *is_table;
    html! {
        <Dialog id="taking" heading={heading.clone()} class="taking" on_close={on_close.clone()} {texts}>
            if chart.is_some() {
                { segments(own.look, &[(false, own.chart), (true, own.table)], *is_table, &choose) }
            }
            // The drawing stays while its table is shown: it is what is saved.
            if let Some(chart) = &chart {
                <div class={classes!("taken", shows_table.then_some("visually-hidden"))} role="group" aria-label={own.chart}
                    tabindex={if shows_table { "-1" } else { "0" }} aria-hidden={shows_table.then_some("true")}>
                    { chart.draw(&drawing) }
                </div>
            }
            if shows_table { { rows(&make.emit(()), texts) } }
            if *is_waiting { <p class="note" role="status">{ texts.loading }</p> }
            { ways(props, chart.as_ref(), &drawing, &outcome.setter()) }
            <div class="outcome" role="status">{ outcome.as_ref().map(|outcome| told(outcome, &heading, texts)) }</div>
        </Dialog>
    }
}

/// The table as the file has it; its heads are names for programs, in English.
fn rows(table: &Table, texts: &Texts) -> Html {
    let rest = table.rows.len().saturating_sub(FEW);
    html! {
        <div class="taken" tabindex="0" role="group" aria-label={texts.taking.table}>
            <table class="taken-table">
                <thead lang="en"><tr>for head in &table.heads { <th scope="col">{ head.clone() }</th> }</tr></thead>
                <tbody>
                    for (number, row) in table.rows.iter().take(FEW).enumerate() {
                        <tr key={number}>for cell in row { <td>{ cell.clone() }</td> }</tr>
                    }
                </tbody>
            </table>
            if rest > 0 { <p class="note">{ (texts.taking.more_rows)(u32::try_from(rest).unwrap_or(u32::MAX)) }</p> }
        </div>
    }
}

/// The buttons, one for each way.
fn ways(
    props: &TakingProps,
    chart: Option<&Chart>,
    drawing: &NodeRef,
    outcome: &UseStateSetter<Option<Outcome>>,
) -> Html {
    let TakingProps { name, make, is_waiting, texts, .. } = props;
    let own = texts.taking;
    let button = |label: String, onclick: Callback<MouseEvent>| {
        html! { <li key={label.clone()}><button type="button" class="toggle small" disabled={*is_waiting} {onclick}>{ label }</button></li> }
    };
    let save = {
        let (name, outcome) = (*name, outcome.clone());
        Callback::from(move |(ending, mime, text): (&'static str, &'static str, String)| {
            let name = format!("{name}.{ending}");
            let is_saved = !download::is_framed() && download::save(&name, mime, text.as_bytes());
            outcome.set((!is_saved).then(|| Outcome::Text(text.into())));
        })
    };
    let svg = {
        let (drawing, save) = (drawing.clone(), save.clone());
        Callback::from(move |_| {
            if let Some(text) = drawing.cast().and_then(|drawing| picture::svg_text(&drawing)) {
                save.emit(("svg", "image/svg+xml", text));
            }
        })
    };
    let png = chart.map(|chart| {
        let (name, size, drawing) = (*name, chart.size, drawing.clone());
        let outcome = outcome.clone();
        Callback::from(move |_| {
            let (drawing, outcome) = (drawing.clone(), outcome.clone());
            spawn_local(async move {
                outcome.set(save_picture(name, size, &drawing).await);
            });
        })
    });
    let copy = {
        let (make, outcome) = (make.clone(), outcome.clone());
        Callback::from(move |_| {
            let (text, outcome) = (make.emit(()).write(Shape::Tabs), outcome.clone());
            spawn_local(async move {
                let is_copied = clipboard::copy(&text).await;
                outcome.set(Some(if is_copied {
                    Outcome::Copied
                } else {
                    Outcome::Text(text.into())
                }));
            });
        })
    };
    html! {
        <ul class="ways">
            if let Some(png) = png {
                { button((own.save_as)("SVG"), svg) }
                { button((own.save_as)("PNG"), png) }
            }
            for shape in Shape::FILES {
                { {
                    let (name, ending, mime) = shape.names();
                    let make = make.clone();
                    button((own.save_as)(name), save.reform(move |_| (ending, mime, make.emit(()).write(shape))))
                } }
            }
            { button(own.copy_table.to_owned(), copy) }
        </ul>
    }
}

/// Saves the drawing as PNG; what cannot be saved is given back.
async fn save_picture(name: &str, size: [f64; 2], drawing: &NodeRef) -> Option<Outcome> {
    let text = drawing.cast().and_then(|drawing| picture::svg_text(&drawing));
    let canvas = match &text {
        Some(text) => picture::painted(text, size).await,
        None => None,
    };
    let Some(canvas) = canvas else { return Some(Outcome::NoPicture) };
    if download::is_framed() {
        let address = picture::png_address(&canvas);
        return Some(
            address.map_or(Outcome::NoPicture, |address| Outcome::Picture(address.into())),
        );
    }
    match picture::png(&canvas).await {
        Some(blob) if download::save_blob(&format!("{name}.png"), &blob) => None,
        _ => Some(Outcome::NoPicture),
    }
}

fn told(outcome: &Outcome, title: &AttrValue, texts: &'static Texts) -> Html {
    let own = texts.taking;
    match outcome {
        Outcome::Copied => html! { <p>{ texts.copied_text }</p> },
        Outcome::Text(text) => html! {
            <CopyField text={text.clone()} label={own.copy_text} rows={6} {texts} />
        },
        Outcome::Picture(address) => html! {
            <figure class="by-hand">
                <figcaption>{ own.keep_picture }</figcaption>
                <img src={address.clone()} alt={title.clone()} />
            </figure>
        },
        Outcome::NoPicture => html! { <p>{ own.no_picture }</p> },
    }
}
