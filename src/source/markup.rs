//! Well-formed markup (XHTML) to the parts of a text.
//!
//! In: markup whose elements mean what they say, such as a book's chapters. Out: its parts
//! in an [`Assembly`], headings, lists, quotations, captions and tables with their roles,
//! and how many bytes were no text. Scripts and styles are left out. Unknown entities are
//! kept as written. Pages of the web, where nothing means what it says, are not for here.

use quick_xml::{
    Reader,
    escape::resolve_predefined_entity,
    events::{BytesStart, Event},
};

use super::{
    BlockKind,
    assembly::{Assembly, row},
};

/// Elements deeper than this are read as if they stood side by side.
const DEEPEST: usize = 256;

/// Adds the parts of `markup` to `assembly`; the result is how many bytes were no text, or
/// what is wrong with the markup.
pub(super) fn read(markup: &str, assembly: &mut Assembly) -> Result<u64, String> {
    let mut reader = Reader::from_str(markup);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    config.allow_dangling_amp = true;
    let mut walk = Walk {
        assembly,
        open: Vec::new(),
        words: String::new(),
        cells: Vec::new(),
        hidden: 0,
        kept: 0,
    };
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag)) => walk.open(&tag),
            Ok(Event::Empty(tag)) => walk.alone(&tag),
            Ok(Event::End(tag)) => walk.close(tag.local_name().as_ref()),
            Ok(Event::Text(text)) => walk.text(&text.html_content()),
            Ok(Event::CData(text)) => walk.text(&text.html_content()),
            Ok(Event::GeneralRef(name)) => {
                let shown = match name.resolve_char_ref() {
                    Ok(Some(c)) => c.to_string(),
                    _ => entity(&name.xml10_content()),
                };
                walk.text(&shown);
            }
            Ok(Event::Eof) => break,
            Ok(_) => {}
            Err(error) => return Err(format!("{error} (at byte {})", reader.error_position())),
        }
    }
    walk.flush(None);
    Ok((markup.len() as u64).saturating_sub(walk.kept))
}

/// The character of an entity; the few that books use beyond XML's own five.
pub(super) fn entity(name: &str) -> String {
    let own = match name {
        "nbsp" => "\u{a0}",
        "shy" => "\u{ad}",
        "ndash" => "–",
        "mdash" => "—",
        "hellip" => "…",
        "laquo" => "«",
        "raquo" => "»",
        "lsquo" => "‘",
        "rsquo" => "’",
        "ldquo" => "“",
        "rdquo" => "”",
        "bdquo" => "„",
        "copy" => "©",
        "bull" => "•",
        "middot" => "·",
        _ => match resolve_predefined_entity(name) {
            Some(own) => own,
            None => return format!("&{name};"),
        },
    };
    own.to_owned()
}

struct Walk<'a> {
    assembly: &'a mut Assembly,
    /// The names of the elements that are open.
    open: Vec<String>,
    /// The words since the last part.
    words: String,
    /// The cells of the row that is open.
    cells: Vec<String>,
    /// How many open elements hide what is in them.
    hidden: usize,
    kept: u64,
}

/// Whether an element parts the text before it from its own.
fn is_block(name: &str) -> bool {
    matches!(
        name,
        "p" | "div"
            | "section"
            | "article"
            | "aside"
            | "header"
            | "footer"
            | "nav"
            | "main"
            | "body"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "ul"
            | "ol"
            | "li"
            | "dl"
            | "dt"
            | "dd"
            | "blockquote"
            | "figure"
            | "figcaption"
            | "table"
            | "caption"
            | "tr"
            | "pre"
            | "hr"
            | "title"
            | "epigraph"
            | "cite"
            | "poem"
            | "stanza"
    )
}

fn is_hidden(name: &str) -> bool {
    matches!(name, "script" | "style" | "head" | "svg" | "math" | "template")
}

impl Walk<'_> {
    fn open(&mut self, tag: &BytesStart<'_>) {
        let name = tag.local_name().as_ref().to_ascii_lowercase();
        self.hidden += usize::from(is_hidden(&name));
        if is_block(&name) && !self.in_row() {
            self.flush(None);
        }
        if name == "br" {
            self.words.push('\n');
        }
        if self.open.len() < DEEPEST {
            self.open.push(name);
        }
    }

    fn alone(&mut self, tag: &BytesStart<'_>) {
        match tag.local_name().as_ref() {
            "br" => self.words.push('\n'),
            "img" if self.hidden == 0 => {
                let alt = tag.try_get_attribute("alt").ok().flatten();
                let alt = alt.and_then(|alt| {
                    alt.normalized_value(quick_xml::XmlVersion::Implicit1_0)
                        .ok()
                        .map(|alt| alt.into_owned())
                });
                if let Some(alt) = alt.filter(|alt| alt.split_whitespace().count() > 1)
                    && !self.in_row()
                {
                    self.flush(None);
                    self.kept += alt.len() as u64;
                    self.assembly.known(BlockKind::Caption, &alt, "text of a picture");
                }
            }
            name if is_block(name) && !self.in_row() => self.flush(None),
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        let name = name.to_ascii_lowercase();
        if is_hidden(&name) {
            self.hidden = self.hidden.saturating_sub(1);
        }
        match name.as_str() {
            "td" | "th" if self.in_row() => self.cells.push(std::mem::take(&mut self.words)),
            "tr" => {
                self.cells.extend(
                    Some(std::mem::take(&mut self.words)).filter(|rest| !rest.trim().is_empty()),
                );
                let line = row(&std::mem::take(&mut self.cells));
                self.assembly.known(BlockKind::List, &line, "row of a table");
            }
            _ if is_block(&name) && !self.in_row() => self.flush(Some(&name)),
            _ => {}
        }
        if let Some(at) = self.open.iter().rposition(|open| *open == name) {
            self.open.truncate(at);
        }
    }

    fn in_row(&self) -> bool {
        self.open.iter().any(|open| open == "tr")
    }

    fn text(&mut self, text: &str) {
        if self.hidden > 0 {
            return;
        }
        self.kept += text.len() as u64;
        let verbatim = self.open.iter().any(|open| open == "pre");
        for c in text.chars() {
            let space = c != '\u{a0}' && c.is_whitespace();
            match (space, verbatim) {
                (true, false) => {
                    if !self.words.is_empty() && !self.words.ends_with([' ', '\n']) {
                        self.words.push(' ');
                    }
                }
                _ => self.words.push(c),
            }
        }
    }

    /// Ends the part that is open; `closed` is the element that ends it.
    fn flush(&mut self, closed: Option<&str>) {
        let words = std::mem::take(&mut self.words);
        if words.trim().is_empty() {
            return;
        }
        let within = |name: &str| self.open.iter().any(|open| open == name);
        let inner = closed.or(self.open.last().map(String::as_str)).unwrap_or_default();
        match inner {
            "h1" => self.assembly.known(BlockKind::Headline, &words, "heading 1"),
            "h2" | "h3" | "h4" | "h5" | "h6" => {
                let reason = format!("heading {}", &inner[1..]);
                self.assembly.known(BlockKind::Subheading, &words, reason);
            }
            "figcaption" | "caption" => self.assembly.known(BlockKind::Caption, &words, "caption"),
            _ if within("blockquote") => {
                self.assembly.known(BlockKind::Quote, &words, "set apart as a quotation");
            }
            _ if within("nav") => {
                self.assembly.known(BlockKind::Boilerplate, &words, "navigation");
            }
            _ if within("li") => {
                let depth = self.open.iter().filter(|open| *open == "li").count();
                let line = format!("{}- {}", "  ".repeat(depth.saturating_sub(1)), words.trim());
                self.assembly.known(BlockKind::List, &line, "item of a list");
            }
            _ => self.assembly.plain(&words),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::source::{BlockKind, assembly::Assembly};

    fn parts(markup: &str) -> (String, Vec<(BlockKind, String)>) {
        let mut assembly = Assembly::default();
        read(markup, &mut assembly).unwrap();
        let known = assembly.known.iter();
        let known = known.map(|k| (k.kind, assembly.text[k.place.clone()].to_owned())).collect();
        (assembly.text.clone(), known)
    }

    #[test]
    fn elements_say_what_their_words_are() {
        let (text, known) = parts(
            "<html><head><title>x</title><style>p{}</style></head><body><h1>A&nbsp;bridge</h1><p>It <b>opens</b> on\n Monday &amp; closes&#33;</p><ul><li>One</li><li>Two <i>more</i></li></ul><blockquote><p>Good.</p></blockquote><table><tr><td>a</td><td>1</td></tr></table></body></html>",
        );
        assert_eq!(
            text,
            "A\u{a0}bridge\n\nIt opens on Monday & closes!\n\n- One\n\n- Two more\n\nGood.\n\na | 1"
        );
        let kinds: Vec<_> = known.iter().map(|(kind, _)| *kind).collect();
        use BlockKind::{Headline, List, Quote};
        assert_eq!(kinds, [Headline, List, List, Quote, List]);
    }

    #[test]
    fn markup_that_is_not_well_formed_keeps_its_words() {
        let (text, _) = parts("<p>One<p>Two</b></p></div> & three &foo; <br>");
        for word in ["One", "Two", "three", "&foo;"] {
            assert!(text.contains(word), "{text}");
        }
    }

    #[test]
    fn depth_is_bounded() {
        let deep = "<div>".repeat(100_000) + "word" + &"</div>".repeat(100_000);
        assert_eq!(parts(&deep).0, "word");
    }
}
