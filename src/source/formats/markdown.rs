//! Markdown (CommonMark with tables, footnotes and front matter) to a source.
//!
//! In: the file. Out: its text as it is read, not as it is typed: headings, lists,
//! quotations and tables with their roles, the signs of markup left out and counted. Front
//! matter gives the metadata. HTML within it loses its tags and keeps its words; the
//! addresses of links are counted as dropped.

use pulldown_cmark::{
    CowStr, Event, HeadingLevel, MetadataBlockKind, Options, Parser, Tag, TagEnd,
};

use super::{File, Format, Read};
use crate::{
    error::{Error, Kind, Result},
    source::{
        BlockKind, Report,
        assembly::{Assembly, row},
        decode, front, given,
        import::{self, Raw},
    },
};

/// Markdown.
pub(super) static MARKDOWN: Format =
    Format { name: "Markdown", extensions: &["md", "markdown"], begins: |_| false, read };

/// The reason of what the front matter states.
const FRONT: &str = "front matter";

fn read(file: &File<'_>) -> Result<Read> {
    let decoded = decode::decode(file.bytes)?;
    let text = decoded.text.trim_start_matches('\u{feff}');
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS;
    let mut walk = Walk::default();
    Parser::new_ext(text, options).for_each(|event| walk.event(event));
    walk.flush();
    let Walk { assembly, front, kept, addresses, .. } = walk;
    if assembly.is_empty() {
        return Err(Error::new(Kind::Input, "the file has no text")
            .advise("check that the file was saved completely"));
    }
    let front = front.as_ref().map(front::read).unwrap_or_default();
    let signs = (text.len() as u64).saturating_sub(kept + addresses);
    let dropped = [("signs of markup", signs), ("addresses of links", addresses)];
    let report = Report {
        encoding: decoded.encoding.to_owned(),
        replaced: decoded.replaced,
        dropped: dropped
            .into_iter()
            .filter(|(_, bytes)| *bytes > 0)
            .map(|(what, bytes)| (what.to_owned(), bytes))
            .collect(),
        notes: decoded.notes,
        fields: front.others,
        ..Report::default()
    };
    let mut raw = Raw::assembled(import::id_of(file.name), file.name, assembly, report);
    if front.given.title.is_some() {
        raw.title = front.given.title.clone();
    }
    let mut document = import::document(raw);
    let unused = given::apply(&mut document, front.given, FRONT);
    let problem = |what| Error::new(Kind::Input, format!("{FRONT}: {what}")).in_file(file.name);
    Ok(Read { documents: vec![document], problems: unused.into_iter().map(problem).collect() })
}

#[derive(Default)]
struct Walk {
    assembly: Assembly,
    /// The words since the last part.
    words: String,
    /// What encloses them, outermost first.
    open: Vec<Within>,
    /// The cells of the row that is open.
    cells: Vec<String>,
    front: Option<(MetadataBlockKind, String)>,
    kept: u64,
    addresses: u64,
}

enum Within {
    Heading(HeadingLevel),
    Quote,
    Code,
    /// The number of the next item, if the list has numbers.
    List(Option<u64>),
    /// What is written before the item's first words.
    Item(String),
    Note(String),
    Image,
    Table,
    Html,
    Front,
}

impl Walk {
    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => self.text(&text),
            Event::Code(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
                self.text(&text);
            }
            Event::Html(html) => self.html(&html),
            Event::InlineHtml(_) => {}
            Event::FootnoteReference(label) => self.words.push_str(&format!("[{label}]")),
            Event::SoftBreak => self.words.push(' '),
            Event::HardBreak => self.words.push('\n'),
            Event::Rule => self.flush(),
            Event::TaskListMarker(done) => self.words.push_str(if done { "[x] " } else { "[ ] " }),
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        let within = match tag {
            Tag::Heading { level, .. } => Within::Heading(level),
            Tag::BlockQuote(_) => Within::Quote,
            Tag::CodeBlock(_) => Within::Code,
            Tag::HtmlBlock => Within::Html,
            Tag::List(first) => Within::List(first),
            Tag::Item => {
                self.flush();
                return self.item();
            }
            Tag::FootnoteDefinition(label) => Within::Note(format!("[{label}] ")),
            Tag::Table(_) => Within::Table,
            Tag::MetadataBlock(kind) => {
                self.front.get_or_insert_with(|| (kind, String::new()));
                Within::Front
            }
            Tag::Image { dest_url, title, .. } => {
                self.address(&dest_url, &title);
                self.open.push(Within::Image);
                return;
            }
            Tag::Link { dest_url, title, .. } => return self.address(&dest_url, &title),
            Tag::Paragraph => return self.flush(),
            _ => return,
        };
        self.flush();
        self.open.push(within);
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::TableCell => self.cells.push(std::mem::take(&mut self.words)),
            TagEnd::TableHead | TagEnd::TableRow => {
                let line = row(&std::mem::take(&mut self.cells));
                self.assembly.known(BlockKind::List, &line, "row of a table");
            }
            TagEnd::Paragraph => self.flush(),
            TagEnd::Image => {
                self.open.pop();
            }
            TagEnd::Heading(_)
            | TagEnd::BlockQuote(_)
            | TagEnd::CodeBlock
            | TagEnd::HtmlBlock
            | TagEnd::List(_)
            | TagEnd::Item
            | TagEnd::FootnoteDefinition
            | TagEnd::Table
            | TagEnd::MetadataBlock(_) => {
                self.flush();
                self.open.pop();
            }
            _ => {}
        }
    }

    /// Opens an item of the innermost list.
    fn item(&mut self) {
        let lists = self.open.iter().filter(|within| matches!(within, Within::List(_))).count();
        let indent = "  ".repeat(lists.saturating_sub(1));
        let mark = match self.open.iter_mut().rev().find(|within| matches!(within, Within::List(_)))
        {
            Some(Within::List(Some(number))) => {
                *number += 1;
                format!("{}. ", *number - 1)
            }
            _ => "- ".to_owned(),
        };
        self.open.push(Within::Item(format!("{indent}{mark}")));
    }

    fn address(&mut self, url: &CowStr<'_>, title: &CowStr<'_>) {
        self.addresses += (url.len() + title.len()) as u64;
    }

    fn text(&mut self, text: &str) {
        if let (Some(Within::Front), Some((_, front))) = (self.open.last(), &mut self.front) {
            front.push_str(text);
            self.kept += text.len() as u64;
            return;
        }
        self.kept += text.len() as u64;
        self.words.push_str(text);
    }

    /// The words of a line of HTML.
    fn html(&mut self, html: &str) {
        let mut in_tag = html.trim_start().starts_with("<!--");
        let mut words = String::new();
        for c in html.chars() {
            match c {
                '<' => in_tag = true,
                '>' => {
                    in_tag = false;
                    words.push(' ');
                }
                _ if !in_tag => words.push(c),
                _ => {}
            }
        }
        self.text(&words);
    }

    /// Ends the part that is open.
    fn flush(&mut self) {
        let words = std::mem::take(&mut self.words);
        if words.trim().is_empty() {
            return;
        }
        let first = self.assembly.is_empty();
        let (mut mark, mut kind, mut reason) = (String::new(), None, String::new());
        for within in &mut self.open {
            match within {
                Within::Heading(level) => {
                    let top = *level == HeadingLevel::H1 || first;
                    kind = Some(if top { BlockKind::Headline } else { BlockKind::Subheading });
                    reason = format!("heading {}", *level as usize);
                }
                Within::Quote => {
                    kind = kind.or(Some(BlockKind::Quote));
                    reason = "set apart as a quotation".to_owned();
                }
                Within::Item(own) => {
                    kind = kind.or(Some(BlockKind::List));
                    reason = "item of a list".to_owned();
                    mark = std::mem::take(own);
                }
                Within::Note(own) => mark = std::mem::take(own),
                _ => {}
            }
        }
        let words = format!("{mark}{}", words.trim());
        match kind {
            Some(kind) => self.assembly.known(kind, &words, reason),
            None => self.assembly.plain(&words),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::source::{BlockKind, Document, formats};

    fn source(text: &str) -> Document {
        formats::read("a.md", text.as_bytes()).unwrap().documents.remove(0)
    }

    #[test]
    fn markup_becomes_roles_and_its_signs_are_counted() {
        let document = source(
            "# A *new* bridge\n\nIt opens on `Monday`[^1], [they say](https://example.org/x).\n\n> We waited.\n\n1. One\n2. Two\n   - Three\n\n## After\n\n| City | Dead |\n|---|---|\n| Sofia | 3 |\n\n[^1]: Or later.\n",
        );
        assert_eq!(
            document.text,
            "A new bridge\n\nIt opens on Monday[1], they say.\n\nWe waited.\n\n1. One\n\n2. Two\n\n  - Three\n\nAfter\n\nCity | Dead\n\nSofia | 3\n\n[1] Or later."
        );
        let kind = |words: &str| {
            document
                .blocks
                .iter()
                .find(|b| b.span.of_text(&document.text).contains(words))
                .map(|b| b.kind)
        };
        assert_eq!(kind("new bridge"), Some(BlockKind::Headline));
        assert_eq!(kind("We waited"), Some(BlockKind::Quote));
        assert_eq!(kind("Three"), Some(BlockKind::List));
        assert_eq!(kind("After"), Some(BlockKind::Subheading));
        assert_eq!(document.meta.title.unwrap().value, "A new bridge");
        assert_eq!(document.report.dropped[1], ("addresses of links".to_owned(), 21));
    }

    #[test]
    fn front_matter_gives_the_metadata_and_keeps_the_rest() {
        let document = source(
            "---\ntitle: \"Bridge: open\"\ndate: 2020-03-05\nauthors: [Ann, 'Bob C']\nlang: en\nmood: calm\n---\n\nIt opens.\n",
        );
        assert_eq!(document.text, "It opens.");
        assert_eq!(document.meta.title.as_ref().unwrap().value, "Bridge: open");
        assert_eq!(document.meta.date.as_ref().unwrap().reason.0, "front matter");
        assert_eq!(document.meta.author_names(), ["Ann", "Bob C"]);
        assert_eq!(document.report.fields, [("mood".to_owned(), "calm".to_owned())]);
    }

    #[test]
    fn html_keeps_its_words() {
        let document = source("One <b>two</b> three.\n\n<div>\nFour <i>five</i>\n</div>\n");
        for word in ["One two three.", "Four", "five"] {
            assert!(document.text.contains(word), "{}", document.text);
        }
        assert!(!document.text.contains('<'));
    }
}
