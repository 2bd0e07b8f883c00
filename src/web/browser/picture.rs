//! A drawing of the page as a file of its own.
//!
//! In: an SVG element that the page shows. Out: its text, with colours and type as they are
//! computed written into it, so that it needs no style of the page's; and of that text a
//! picture of points. Neither asks anything of the network: the text becomes an image by a
//! `data:` address, which leaves the canvas readable in a sandbox, too.

use js_sys::{Promise, encode_uri_component};
use wasm_bindgen::{JsCast as _, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, CanvasRenderingContext2d, Element, HtmlCanvasElement, HtmlImageElement, XmlSerializer,
};

/// What is written into the file of an element's computed style where it is not what its
/// parent has anyway.
const INHERITED: [&str; 7] =
    ["fill", "stroke", "stroke-width", "font-family", "font-size", "font-weight", "font-style"];
/// The longest side of a picture: browsers refuse larger canvases.
const LONGEST: f64 = 16_000.0;
/// How many points a unit of the drawing has in each direction, where there is room: enough
/// for print.
const FINE: f64 = 2.0;

/// The text of a file with this drawing.
pub fn svg_text(drawing: &Element) -> Option<String> {
    let copy: Element = drawing.clone_node_with_deep(true).ok()?.dyn_into().ok()?;
    write_style(drawing, &copy, true)?;
    let (shown, copied) =
        (drawing.query_selector_all("*").ok()?, copy.query_selector_all("*").ok()?);
    for at in 0..shown.length() {
        let (shown, copied) = (shown.item(at)?.dyn_into().ok()?, copied.item(at)?.dyn_into().ok()?);
        write_style(&shown, &copied, false)?;
    }
    XmlSerializer::new().ok()?.serialize_to_string(&copy).ok()
}

/// Writes the computed style of what is shown into the attributes of its copy.
fn write_style(shown: &Element, copy: &Element, is_root: bool) -> Option<()> {
    // The page's names mean nothing outside; only their removal of none could fail.
    let _ = copy.remove_attribute("class");
    if shown.local_name() == "title" {
        return Some(());
    }
    let window = super::window()?;
    let own = window.get_computed_style(shown).ok()??;
    let above = match shown.parent_element() {
        Some(parent) if !is_root => window.get_computed_style(&parent).ok()?,
        _ => None,
    };
    for name in INHERITED {
        let value = own.get_property_value(name).ok()?;
        let given = above.as_ref().and_then(|above| above.get_property_value(name).ok());
        if given.as_ref() != Some(&value) {
            copy.set_attribute(name, &value).ok()?;
        }
    }
    let opacity = own.get_property_value("opacity").ok()?;
    if opacity != "1" {
        copy.set_attribute("opacity", &opacity).ok()?;
    }
    Some(())
}

/// A canvas with the drawing of that text and size.
pub async fn painted(svg: &str, [width, height]: [f64; 2]) -> Option<HtmlCanvasElement> {
    let image = HtmlImageElement::new().ok()?;
    image.set_src(&format!(
        "data:image/svg+xml;charset=utf-8,{}",
        String::from(encode_uri_component(svg))
    ));
    JsFuture::from(image.decode()).await.ok()?;
    let fine = FINE.min(LONGEST / width.max(height));
    let [wide, high] = [width, height].map(|side| libm::round(side * fine));
    let canvas = super::window()?.document()?.create_element("canvas").ok()?;
    let canvas: HtmlCanvasElement = canvas.dyn_into().ok()?;
    canvas.set_width(wide as u32);
    canvas.set_height(high as u32);
    let context = canvas.get_context("2d").ok()??;
    let context: CanvasRenderingContext2d = context.dyn_into().ok()?;
    context.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, wide, high).ok()?;
    Some(canvas)
}

/// The canvas as a PNG file.
pub async fn png(canvas: &HtmlCanvasElement) -> Option<Blob> {
    let made = Promise::new(&mut |resolve, reject| {
        let taken = Closure::once_into_js(move |blob: JsValue| {
            // A promise's own function does not throw.
            let _ = resolve.call1(&JsValue::NULL, &blob);
        });
        if let Err(why) = canvas.to_blob(taken.unchecked_ref()) {
            let _ = reject.call1(&JsValue::NULL, &why);
        }
    });
    JsFuture::from(made).await.ok()?.dyn_into().ok()
}

/// The canvas as an address that an image can show.
pub fn png_address(canvas: &HtmlCanvasElement) -> Option<String> {
    canvas.to_data_url().ok()
}
