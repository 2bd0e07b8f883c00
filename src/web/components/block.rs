//! A block of a source as it stands in Read.
//!
//! In: the block's text and the marks that fall into it. Out: its nodes, with `lang`,
//! `dir`, and the number of its marks in `data-marks`. Its text is all there; the current
//! hit is a `<mark>`, the others are painted while the block is on screen
//! ([`painter`](super::painter)), or are `<mark>`s too where painting is not to be had.

use std::rc::Rc;

use wasm_bindgen::{JsCast as _, closure::Closure};
use yew::prelude::*;

use super::{
    meta::dir,
    painter::{Painted, Stretch},
    pieces::{pieces, slot, utf16},
};
use crate::{
    protocol::{BlockInfo, Mark},
    source::BlockKind,
    span::Span,
    web::texts::Texts,
};

/// A block with the text it shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BlockText {
    /// Its place among the source's blocks, from 0.
    pub index: usize,
    /// What the engine says of it.
    pub info: BlockInfo,
    /// Its header as published (a comment's author and time), trimmed.
    pub head: AttrValue,
    /// Where the header begins.
    pub head_start: u32,
    /// Its own words, trimmed.
    pub body: AttrValue,
    /// Where they begin.
    pub body_start: u32,
}

impl BlockText {
    /// Cuts a block out of its source's text. `None` where it has nothing but white space.
    #[must_use]
    pub fn of(index: usize, info: &BlockInfo, text: &str) -> Option<Self> {
        let body = info.body.clamp(info.span.start, info.span.end);
        let (head, head_start) = trimmed(Span::new(info.span.start, body), text);
        let (body, body_start) = trimmed(Span::new(body, info.span.end), text);
        (!head.is_empty() || !body.is_empty()).then(|| Self {
            index,
            info: info.clone(),
            head: head.to_owned().into(),
            head_start,
            body: body.to_owned().into(),
            body_start,
        })
    }
}

fn trimmed(span: Span, text: &str) -> (&str, u32) {
    let whole = span.of_text(text);
    let start = whole.trim_start();
    (start.trim_end(), span.start + Span::of(0, whole.len() - start.len()).end)
}

/// What a block needs.
#[derive(Clone, PartialEq, Properties)]
pub struct BlockProps {
    /// The block.
    pub block: Rc<BlockText>,
    /// The marks that begin in it.
    pub marks: Rc<[Mark]>,
    /// The current hit, if it is in this block.
    #[prop_or_default]
    pub current: Option<Span>,
    /// Whether marks are painted; if not, they are elements.
    pub painting: bool,
    /// A comment with answers: how many, and whether they are folded away.
    #[prop_or_default]
    pub answers: Option<(u32, bool)>,
    /// Folds the answers to the comment of that number away, or shows them.
    #[prop_or_default]
    pub on_fold: Callback<usize>,
    /// Whether it is where the reader was led to, without being a hit.
    #[prop_or_default]
    pub target: bool,
    /// The interface's words.
    pub texts: &'static Texts,
}

/// A block.
#[component]
pub fn Block(props: &BlockProps) -> Html {
    let BlockProps { block, marks, current, painting, target, answers, on_fold, texts } = props;
    let BlockText { index, info, .. } = &**block;
    let (node, head, body) = (use_node_ref(), use_node_ref(), use_node_ref());
    use_painted(&node, [&head, &body], props);
    let is_shown = |mark: &&Mark| !*painting || Some(mark.span) == *current;
    let shown: Vec<Mark> = marks.iter().filter(is_shown).cloned().collect();
    let cut = |text: &AttrValue, start| marked(text, start, &shown, *current);
    let head_html = (!block.head.is_empty()).then(|| {
        html! { <span ref={head} class="block-head">{ cut(&block.head, block.head_start) }</span> }
    });
    let body_html = cut(&block.body, block.body_start);
    let class = classes!("block", info.kind.name(), target.then_some("is-target"));
    let marks = marks.len().to_string();
    let (id, lang) = (format!("block-{index}"), info.lang.to_string());
    let (dir, index) = (dir(info.lang), index.to_string());
    let class = match info.kind {
        BlockKind::Comment => classes!(class, format!("depth-{}", info.depth.min(8))),
        _ => class,
    };
    match info.kind {
        BlockKind::Headline => html! {
            <h2 ref={node} {id} {class} {lang} {dir} data-block={index} data-marks={marks}>
                { head_html }<span ref={body}>{ body_html }</span>
            </h2>
        },
        BlockKind::Subheading => html! {
            <h3 ref={node} {id} {class} {lang} {dir} data-block={index} data-marks={marks}>
                { head_html }<span ref={body}>{ body_html }</span>
            </h3>
        },
        BlockKind::Quote => html! {
            <blockquote ref={node} {id} {class} {lang} {dir} data-block={index} data-marks={marks}>
                { head_html }<span ref={body}>{ body_html }</span>
            </blockquote>
        },
        BlockKind::Comment => html! {
            <article ref={node} {id} {class} {lang} {dir} data-block={index} data-marks={marks}
                aria-label={comment_label(info, texts)}>
                { head_html }<p ref={body} class="block-body">{ body_html }</p>
                if let Some((count, is_folded)) = *answers {
                    <button type="button" class="quiet small" aria-expanded={(!is_folded).to_string()} onclick={on_fold.reform({
                        let index = block.index;
                        move |_| index
                    })}>{ if is_folded { (texts.unfold)(count) } else { (texts.fold)(count) } }</button>
                }
            </article>
        },
        _ => html! {
            <p ref={node} {id} {class} {lang} {dir} data-block={index} data-marks={marks}>
                { head_html }<span ref={body}>{ body_html }</span>
            </p>
        },
    }
}

fn comment_label(info: &BlockInfo, texts: &Texts) -> String {
    let kind = (texts.kind)(BlockKind::Comment).to_owned();
    let author = info.author.clone();
    let time = info.time.as_deref().map(|time| texts.date(time));
    let depth = (info.depth > 0).then(|| (texts.answer_depth)(u32::from(info.depth)));
    [Some(kind), author, time, depth].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// A stretch of text with its marks as elements.
pub fn marked(text: &str, start: u32, marks: &[Mark], current: Option<Span>) -> Html {
    let all = pieces(text, start, marks, current);
    all.iter()
        .map(|piece| {
            let words = Span::new(piece.span.start - start, piece.span.end - start).of_text(text);
            if piece.slots == 0 && !piece.current {
                return html! { { words.to_owned() } };
            }
            let class: Classes = piece.slots().map(|slot| format!("term-{slot}")).collect();
            let class = classes!(class, piece.current.then_some("is-current"));
            html! { <mark {class}>{ words.to_owned() }</mark> }
        })
        .collect()
}

/// Paints a block's marks while it is on screen, and notes on it how many were painted.
#[hook]
fn use_painted(node: &NodeRef, parts: [&NodeRef; 2], props: &BlockProps) {
    let on_screen = use_state_eq(|| false);
    let wanted = props.painting && !props.marks.is_empty();
    use_effect_with((wanted, props.block.index), {
        let (node, on_screen) = (node.clone(), on_screen.setter());
        move |(wanted, _)| {
            let watch = wanted.then(|| Watch::new(&node, on_screen)).flatten();
            move || drop(watch)
        }
    });
    let deps = (props.block.clone(), props.marks.clone(), props.current, wanted && *on_screen);
    let parts = parts.map(Clone::clone);
    let node = node.clone();
    use_effect_with(deps, move |(block, marks, _, paint)| {
        let mut painted = Painted::default();
        if *paint {
            let texts = [(&block.head, block.head_start), (&block.body, block.body_start)];
            for (part, (text, start)) in parts.iter().zip(texts) {
                if let Some(part) = part.get() {
                    painted.add(&part, &stretches(text, start, marks));
                }
            }
        }
        if let (true, Some(element)) = (*paint, node.cast::<web_sys::Element>()) {
            // For those who count: as many as `data-marks` once the block was on screen.
            let _ = element.set_attribute("data-painted", &painted.len().to_string());
        }
        move || drop(painted)
    });
}

/// Where to paint in one text. Each mark is converted by itself, so that one that overlaps
/// another is painted in full.
fn stretches(text: &str, start: u32, marks: &[Mark]) -> Vec<Stretch> {
    let whole = Span::new(start, start + Span::of(0, text.len()).end);
    let inside: Vec<&Mark> = marks.iter().filter(|mark| whole.contains(mark.span)).collect();
    let spans: Vec<Span> = inside.iter().map(|mark| mark.span).collect();
    let places = utf16(text, start, &spans);
    places
        .into_iter()
        .zip(inside)
        .map(|((start, end), mark)| Stretch { start, end, slot: slot(mark.term) })
        .collect()
}

/// Watches whether an element is on screen, until dropped.
struct Watch {
    observer: web_sys::IntersectionObserver,
    // Called by the observer, so it must live as long.
    _tell: Closure<dyn FnMut(js_sys::Array)>,
}

impl Watch {
    fn new(node: &NodeRef, on_screen: UseStateSetter<bool>) -> Option<Self> {
        let element = node.cast::<web_sys::Element>()?;
        let tell = Closure::<dyn FnMut(js_sys::Array)>::new(move |entries: js_sys::Array| {
            let last: web_sys::IntersectionObserverEntry =
                entries.get(entries.length().saturating_sub(1)).unchecked_into();
            on_screen.set(last.is_intersecting());
        });
        let options = web_sys::IntersectionObserverInit::new();
        options.set_root_margin("300px");
        let observer = web_sys::IntersectionObserver::new_with_options(
            tell.as_ref().unchecked_ref(),
            &options,
        )
        .ok()?;
        observer.observe(&element);
        Some(Self { observer, _tell: tell })
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

#[cfg(test)]
mod tests {
    use super::{BlockText, stretches};
    use crate::{
        lang::Lang,
        protocol::{BlockInfo, Mark},
        source::BlockKind,
        span::Span,
    };

    fn info(span: Span, body: u32) -> BlockInfo {
        BlockInfo {
            kind: BlockKind::Comment,
            span,
            lang: Lang::RU,
            depth: 0,
            author: None,
            time: None,
            body,
            reason: String::new(),
        }
    }

    #[test]
    fn a_comment_is_its_header_and_its_words_without_white_space_around() {
        let text = "…\nАнна 09:16\n Верно. \n\n";
        let start = Span::of(0, "…\n".len()).end;
        let body = Span::of(0, "…\nАнна 09:16\n".len()).end;
        let block =
            BlockText::of(3, &info(Span::new(start, Span::of(0, text.len()).end), body), text);
        let block = block.unwrap();
        assert_eq!((&*block.head, &*block.body), ("Анна 09:16", "Верно."));
        assert_eq!(Span::new(block.body_start, block.body_start + 11).of_text(text), "Верно.");
    }

    #[test]
    fn a_block_of_white_space_is_not_shown() {
        assert_eq!(BlockText::of(0, &info(Span::new(1, 4), 1), "a \n b"), None);
    }

    #[test]
    fn overlapping_marks_are_both_painted_in_full() {
        let mark = |start, end, term| Mark { span: Span::new(start, end), term, form: 0 };
        let painted = stretches("Путин и Обама", 100, &[mark(100, 124, 0), mark(114, 124, 1)]);
        let places: Vec<_> = painted.iter().map(|s| (s.start, s.end, s.slot)).collect();
        assert_eq!(places, [(0, 13, 1), (8, 13, 2)]);
    }
}
