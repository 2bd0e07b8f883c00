//! Marks painted on text without touching its nodes: the CSS Custom Highlight API.
//!
//! In: the element of a block and its marks in UTF-16 positions. Out: ranges in the
//! highlights `term-1` to `term-8`, taken back when the [`Painted`] is dropped. Where the
//! browser lacks the API ([`is_there`]), blocks make `<mark>` elements instead.

use js_sys::{Array, Function, Reflect, Set};
use wasm_bindgen::{JsCast as _, JsValue};

/// Whether this browser can paint without changing nodes. Not so outside a browser.
#[must_use]
pub fn is_there() -> bool {
    cfg!(target_arch = "wasm32") && registry().is_some()
}

/// A stretch of text to paint: UTF-16 positions from the start of an element's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// First unit.
    pub start: u32,
    /// One past the last.
    pub end: u32,
    /// The term's slot, 1 to 8.
    pub slot: u32,
}

/// Ranges that are painted until this is dropped.
#[derive(Default)]
pub struct Painted(Vec<(Set, web_sys::Range)>);

impl Drop for Painted {
    fn drop(&mut self) {
        for (highlight, range) in self.0.drain(..) {
            highlight.delete(&range);
        }
    }
}

impl Painted {
    /// How many marks were painted.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether nothing was painted.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Paints stretches of an element's text.
    pub fn add(&mut self, element: &web_sys::Node, stretches: &[Stretch]) {
        let mut nodes = Vec::new();
        text_nodes(element, &mut 0, &mut nodes);
        for stretch in stretches {
            let Some(highlight) = highlight(stretch.slot) else { continue };
            let Some(range) = range(&nodes, *stretch) else { continue };
            highlight.add(&range);
            self.0.push((highlight, range));
        }
    }
}

/// The text nodes below `node` with the position at which each begins.
fn text_nodes(node: &web_sys::Node, at: &mut u32, found: &mut Vec<(u32, web_sys::Node)>) {
    if node.node_type() == web_sys::Node::TEXT_NODE {
        found.push((*at, node.clone()));
        *at += node.unchecked_ref::<web_sys::Text>().length();
        return;
    }
    let mut child = node.first_child();
    while let Some(node) = child {
        text_nodes(&node, at, found);
        child = node.next_sibling();
    }
}

fn range(nodes: &[(u32, web_sys::Node)], stretch: Stretch) -> Option<web_sys::Range> {
    let after_start = nodes.partition_point(|(begins, _)| *begins <= stretch.start);
    let after_end = nodes.partition_point(|(begins, _)| *begins < stretch.end);
    let (first, from) = nodes.get(after_start.checked_sub(1)?)?;
    let (last, to) = nodes.get(after_end.checked_sub(1)?)?;
    let range = web_sys::Range::new().ok()?;
    range.set_start(from, stretch.start - first).ok()?;
    range.set_end(to, stretch.end - last).ok()?;
    Some(range)
}

/// `CSS.highlights`. The bindings of web-sys need an unstable switch, hence by name.
fn registry() -> Option<JsValue> {
    let css = Reflect::get(&js_sys::global(), &"CSS".into()).ok()?;
    let registry = Reflect::get(&css, &"highlights".into()).ok()?;
    registry.is_object().then_some(registry)
}

/// The highlight of a slot, made when first asked for. It behaves like a set of ranges.
fn highlight(slot: u32) -> Option<Set> {
    let registry = registry()?;
    let name = JsValue::from(format!("term-{slot}"));
    let get: Function = Reflect::get(&registry, &"get".into()).ok()?.dyn_into().ok()?;
    let there = get.call1(&registry, &name).ok()?;
    if there.is_object() {
        return Some(there.unchecked_into());
    }
    let class: Function =
        Reflect::get(&js_sys::global(), &"Highlight".into()).ok()?.dyn_into().ok()?;
    let made = Reflect::construct(&class, &Array::new()).ok()?;
    let set: Function = Reflect::get(&registry, &"set".into()).ok()?.dyn_into().ok()?;
    set.call2(&registry, &name, &made).ok()?;
    Some(made.unchecked_into())
}
