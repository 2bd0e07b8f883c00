//! A page's markup as a tree in one list.
//!
//! In: decoded HTML, however broken. Out: its nodes in the order in which they begin; each
//! knows where its descendants end, so walking needs no recursion. The tokens are
//! `html5gum`'s, which follows the standard; the tree is built here, because a reader of
//! text needs bounds that the standard does not set: depth, attributes and their lengths are
//! limited, and time is linear in the page. Text and attributes lie in one pool. What an
//! element means does not belong here.

use std::{collections::BTreeMap, convert::Infallible, ops::Range};

use html5gum::{
    Span, Tokenizer,
    emitters::callback::{CallbackEmitter, CallbackEvent},
};

use super::names;

/// Elements deeper than this become leaves of the last one that is not.
const DEPTH: usize = 256;
/// Attributes of an element beyond this many are not kept.
const ATTRIBUTES: usize = 24;
/// No attribute's value is kept beyond this many bytes.
const VALUE: usize = 8_192;

/// Pages have a hundred names of elements; further ones of a hostile page are all one.
const NAMES: u16 = 4_000;
/// The name of those: the second that is given.
const UNKNOWN: u16 = 1;

/// The attributes that are kept; the others (handlers among them) never get into the tree.
const KEPT: &[&str] = &[
    "class",
    "id",
    "role",
    "itemprop",
    "itemtype",
    "itemscope",
    "href",
    "rel",
    "datetime",
    "content",
    "property",
    "name",
    "lang",
    "title",
    "style",
    "hidden",
    "aria-hidden",
    "aria-label",
    "type",
    "data-testid",
    "data-component",
    "data-type",
    "data-depth",
    "data-level",
    "data-nesting",
    "aria-level",
    "data-id",
    "data-cid",
    "data-comment-id",
    "data-commentid",
    "data-parent",
    "data-parent-id",
    "data-parentid",
    "data-parent-comment-id",
    "data-pid",
    "data-reply-to",
    "data-replyto",
    "width",
    "data-author",
    "data-time",
    "data-timestamp",
    "data-name",
    "data-date",
    "data-user",
    "data-username",
    "data-module",
    "data-role",
    "data-block",
    "cite",
];

/// A place in [`Tree::nodes`].
pub(super) type Id = usize;

/// An element or a stretch of text.
#[derive(Clone, Debug)]
pub(super) struct Node {
    pub(super) parent: Id,
    /// One past its last descendant.
    pub(super) end: Id,
    pub(super) kind: Kind,
}

#[derive(Clone, Debug)]
pub(super) enum Kind {
    /// The index of its name, and its attributes in [`Tree::attributes`].
    Element { name: u16, attributes: Range<u32> },
    /// Bytes of the pool.
    Text(Range<usize>),
}

/// A page.
#[derive(Debug, Default)]
pub(super) struct Tree {
    /// Node 0 is the page itself.
    pub(super) nodes: Vec<Node>,
    names: Vec<String>,
    attributes: Vec<(u8, Range<usize>)>,
    pool: String,
    /// What is not text: what it was, how many bytes.
    pub(super) dropped: BTreeMap<&'static str, u64>,
    /// Comments of the first bytes of the page: where programs note how it was saved.
    pub(super) notes: Vec<String>,
}

impl Tree {
    /// Reads a page; never fails.
    pub(super) fn read(html: &str) -> Self {
        let mut builder = Builder::new();
        let mut emitter =
            CallbackEmitter::<_, Infallible>::new(|event: CallbackEvent<'_>, _: Span<()>| {
                builder.event(&event);
                None
            });
        emitter.naively_switch_states(true);
        // The error type has no values: reading from memory does not fail.
        let Ok(()) = Tokenizer::new_with_emitter(html, emitter).finish();
        builder.finish()
    }

    /// The name of an element; empty for text.
    pub(super) fn name(&self, id: Id) -> &str {
        match &self.nodes[id].kind {
            Kind::Element { name, .. } => &self.names[usize::from(*name)],
            Kind::Text(_) => "",
        }
    }

    /// The value of an attribute.
    pub(super) fn attribute(&self, id: Id, wanted: &str) -> Option<&str> {
        let Kind::Element { attributes, .. } = &self.nodes[id].kind else { return None };
        let own = self.attributes.get(attributes.start as usize..attributes.end as usize)?;
        own.iter()
            .find(|(name, _)| KEPT[usize::from(*name)] == wanted)
            .map(|(_, value)| &self.pool[value.clone()])
    }

    /// The text of a text node; empty for elements.
    pub(super) fn text(&self, id: Id) -> &str {
        match &self.nodes[id].kind {
            Kind::Text(place) => &self.pool[place.clone()],
            Kind::Element { .. } => "",
        }
    }

    /// The element and those it stands in, innermost first, the page itself left out.
    pub(super) fn ancestors(&self, id: Id) -> impl Iterator<Item = Id> + '_ {
        std::iter::successors(Some(id), |id| Some(self.nodes[*id].parent)).take_while(|id| *id > 0)
    }

    /// The elements of that name, in order.
    pub(super) fn all<'t>(&'t self, name: &'t str) -> impl Iterator<Item = Id> + 't {
        (0..self.nodes.len()).filter(move |id| self.name(*id) == name)
    }

    /// All text below an element, white space collapsed, cut after `limit` bytes.
    pub(super) fn text_below(&self, id: Id, limit: usize) -> String {
        let mut text = String::new();
        for node in id..self.nodes[id].end {
            let own = self.text(node);
            if own.is_empty() {
                if names::is_block(self.name(node)) || self.name(node) == "br" {
                    text.push(' ');
                }
                continue;
            }
            text.push_str(own);
            if text.len() > limit {
                break;
            }
        }
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

struct Builder {
    tree: Tree,
    ids: BTreeMap<String, u16>,
    open: Vec<Id>,
    /// How many of them are heads, and drawings or formulas: asked at every tag.
    heads: usize,
    drawings: usize,
    /// Elements left unopened because of [`DEPTH`].
    beyond: usize,
    /// The start tag that is being read.
    pending: Option<(u16, u32)>,
    /// Its next attribute's place in [`KEPT`].
    attribute: Option<u8>,
    /// Bytes of that tag so far, for the report.
    tag: u64,
}

/// What is dropped with all it holds.
fn dropped_as(name: &str) -> Option<&'static str> {
    Some(match name {
        "script" => "scripts",
        "style" => "styles",
        "svg" => "drawings",
        "math" => "formulas",
        "iframe" | "frame" | "object" | "embed" | "applet" => "embedded pages",
        "template" => "templates",
        "noscript" => "text for browsers without scripts",
        "video" | "audio" | "canvas" => "media",
        _ => return None,
    })
}

fn is_drawing(name: &str) -> bool {
    matches!(name, "svg" | "math")
}

impl Builder {
    fn new() -> Self {
        let mut builder = Self {
            tree: Tree::default(),
            ids: BTreeMap::new(),
            open: vec![0],
            heads: 0,
            drawings: 0,
            beyond: 0,
            pending: None,
            attribute: None,
            tag: 0,
        };
        let name = builder.name("");
        builder.name("unknown");
        let kind = Kind::Element { name, attributes: 0..0 };
        builder.tree.nodes.push(Node { parent: 0, end: 0, kind });
        builder
    }

    fn name(&mut self, name: &str) -> u16 {
        if let Some(id) = self.ids.get(name) {
            return *id;
        }
        let Ok(id) = u16::try_from(self.tree.names.len()) else { return UNKNOWN };
        if id >= NAMES || name.len() > 60 {
            return UNKNOWN;
        }
        self.tree.names.push(name.to_owned());
        self.ids.insert(name.to_owned(), id);
        id
    }

    fn event(&mut self, event: &CallbackEvent<'_>) {
        match event {
            CallbackEvent::OpenStartTag { name } => {
                self.tag = name.len() as u64 + 2;
                let name = self.name(&String::from_utf8_lossy(name));
                let first = u32::try_from(self.tree.attributes.len()).unwrap_or(u32::MAX);
                self.pending = Some((name, first));
            }
            CallbackEvent::AttributeName { name } => {
                self.tag += name.len() as u64 + 1;
                self.attribute = self.keep(name);
                if let Some(at) = self.attribute {
                    self.tree.attributes.push((at, 0..0));
                }
            }
            CallbackEvent::AttributeValue { value } => {
                self.tag += value.len() as u64 + 3;
                if self.attribute.take().is_some() {
                    let value = String::from_utf8_lossy(value);
                    let cut = value.floor_char_boundary(VALUE);
                    let place = self.store(&value[..cut]);
                    if let Some(last) = self.tree.attributes.last_mut() {
                        last.1 = place;
                    }
                }
            }
            CallbackEvent::CloseStartTag { self_closing } => self.start(*self_closing),
            CallbackEvent::EndTag { name } => {
                self.pending = None;
                self.end(&String::from_utf8_lossy(name));
            }
            CallbackEvent::String { value } => self.text(&String::from_utf8_lossy(value)),
            CallbackEvent::Comment { value } => self.comment(value),
            CallbackEvent::Doctype { .. } | CallbackEvent::Error(_) => {}
        }
    }

    fn keep(&self, name: &[u8]) -> Option<u8> {
        let (_, first) = self.pending?;
        let own = self.tree.attributes.get(first as usize..).unwrap_or_default();
        if own.len() >= ATTRIBUTES {
            return None;
        }
        let at = KEPT.iter().position(|kept| kept.as_bytes() == name)?;
        let at = u8::try_from(at).ok()?;
        // Of an attribute given twice, the first counts.
        own.iter().all(|(known, _)| *known != at).then_some(at)
    }

    fn store(&mut self, text: &str) -> Range<usize> {
        let start = self.tree.pool.len();
        self.tree.pool.push_str(text);
        start..self.tree.pool.len()
    }

    fn comment(&mut self, value: &[u8]) {
        if self.tree.notes.len() < 8 && self.tree.nodes.len() < 40 {
            let value = String::from_utf8_lossy(&value[..value.len().min(600)]);
            self.tree.notes.push(value.trim().to_owned());
        }
        self.drop("remarks in the markup", value.len() as u64 + 7);
    }

    fn drop(&mut self, what: &'static str, bytes: u64) {
        *self.tree.dropped.entry(what).or_default() += bytes;
    }

    fn start(&mut self, self_closing: bool) {
        let Some((name, first)) = self.pending.take() else { return };
        let own = self.tree.names[usize::from(name)].clone();
        let attributes = first..u32::try_from(self.tree.attributes.len()).unwrap_or(u32::MAX);
        if own == "img" || own == "source" || own == "picture" {
            self.drop("pictures", self.tag);
        }
        // A second `<body>` only wraps what the first one has already wrapped.
        if matches!(own.as_str(), "html" | "body" | "head") && self.is_open(&own) {
            return;
        }
        self.imply(&own);
        let parent = *self.open.last().unwrap_or(&0);
        let id = self.tree.nodes.len();
        self.tree.nodes.push(Node {
            parent,
            end: id + 1,
            kind: Kind::Element { name, attributes },
        });
        let foreign = self_closing && self.in_drawing();
        if names::is_void(&own) || foreign || (self_closing && dropped_as(&own) == Some("drawings"))
        {
            return;
        }
        if self.open.len() >= DEPTH {
            self.beyond += 1;
            return;
        }
        self.heads += usize::from(own == "head");
        self.drawings += usize::from(is_drawing(&own));
        self.open.push(id);
    }

    fn is_open(&self, own: &str) -> bool {
        self.open.iter().any(|id| self.tree.name(*id) == own)
    }

    fn in_drawing(&self) -> bool {
        self.drawings > 0
    }

    /// Closes what the start tag of `own` closes without saying so.
    fn imply(&mut self, own: &str) {
        if names::breaks_out(own) && self.in_drawing() {
            let at = self.open.iter().position(|id| is_drawing(self.tree.name(*id)));
            let inside = |name: &str| matches!(name, "foreignobject" | "annotation-xml");
            let free = self.open.iter().any(|id| inside(self.tree.name(*id)));
            if let (Some(at), false) = (at, free) {
                self.close_from(at);
            }
        }
        if names::closes_paragraph(own) {
            self.close_up_to(
                &["p"],
                &[
                    "button",
                    "table",
                    "td",
                    "th",
                    "div",
                    "li",
                    "section",
                    "article",
                    "blockquote",
                    "body",
                ],
            );
        }
        if self.heads > 0 && !names::is_of_head(own) {
            self.close_up_to(&["head"], &["body"]);
        }
        if let Some((closed, walls)) = names::closed_by(own) {
            self.close_up_to(closed, walls);
        }
    }

    /// Closes the outermost of `closed` that stands inside the innermost of `walls`.
    fn close_up_to(&mut self, closed: &[&str], walls: &[&str]) {
        let mut found = None;
        for (at, id) in self.open.iter().enumerate().skip(1).rev() {
            let name = self.tree.name(*id);
            if closed.contains(&name) {
                found = Some(at);
            } else if walls.contains(&name) {
                break;
            }
        }
        if let Some(at) = found {
            self.close_from(at);
        }
    }

    fn end(&mut self, name: &str) {
        if name == "br" {
            self.pending = Some((
                self.name("br"),
                u32::try_from(self.tree.attributes.len()).unwrap_or(u32::MAX),
            ));
            self.start(false);
            return;
        }
        if self.beyond > 0 {
            // The elements beyond the depth were leaves: their end tags end nothing.
            self.beyond -= 1;
            return;
        }
        let inline = !names::is_block(name) && name != "a";
        let mut found = None;
        for (at, id) in self.open.iter().enumerate().skip(1).rev() {
            let open = self.tree.name(*id);
            if open == name {
                found = Some(at);
                break;
            }
            if (inline && names::is_block(open) && !matches!(name, "svg" | "math"))
                || (names::is_wall(open)
                    && !names::is_wall(name)
                    && !matches!(name, "tr" | "tbody" | "thead" | "tfoot" | "form"))
            {
                break;
            }
        }
        // The page's own end comes too early on many pages; more follows.
        if let Some(at) = found
            && !matches!(name, "body" | "html")
        {
            self.close_from(at);
        }
    }

    fn close_from(&mut self, at: usize) {
        let end = self.tree.nodes.len();
        for id in self.open.drain(at..) {
            self.tree.nodes[id].end = end;
            let name = self.tree.name(id);
            self.heads -= usize::from(name == "head");
            self.drawings -= usize::from(is_drawing(name));
        }
    }

    fn text(&mut self, value: &str) {
        let parent = *self.open.last().unwrap_or(&0);
        let name = self.tree.name(parent);
        // Programs in JSON-LD are read for what they say about the page.
        let speaks = name == "script"
            && self.tree.attribute(parent, "type").is_some_and(|own| own.contains("ld+json"));
        let what = self.open.iter().find_map(|id| dropped_as(self.tree.name(*id)));
        if let Some(what) = what {
            self.drop(what, value.len() as u64);
            if !speaks {
                return;
            }
        }
        let place = self.store(value);
        let id = self.tree.nodes.len();
        self.tree.nodes.push(Node { parent, end: id + 1, kind: Kind::Text(place) });
    }

    fn finish(mut self) -> Tree {
        self.close_from(0);
        self.tree
    }
}
