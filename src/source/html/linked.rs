//! What a page says of itself in JSON-LD.
//!
//! In: a tree. Out: the fields of the thing that is the article: the one with a headline or
//! a text, of a type that ends in `Article`, `Posting` or the like. Fields are strings as
//! they stand there; whether they are right is for `meta`, and the text they give is only a
//! hint for finding it on the page.

use serde_json::Value;

use super::tree::Tree;

/// The article's own data.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Linked {
    pub(super) headline: Option<String>,
    pub(super) body: Option<String>,
    pub(super) description: Option<String>,
    pub(super) published: Option<String>,
    pub(super) modified: Option<String>,
    pub(super) authors: Vec<String>,
    pub(super) publisher: Option<String>,
    pub(super) url: Option<String>,
    pub(super) language: Option<String>,
    /// How sure it is that this is the article of the page.
    rank: u8,
}

/// Things looked at in a page's data, at most.
const THINGS: usize = 4_000;

/// Reads the article's data, if the page gives any.
pub(super) fn read(tree: &Tree) -> Linked {
    let mut best = Linked::default();
    for script in tree.all("script") {
        let is = tree.attribute(script, "type").is_some_and(|kind| kind.contains("ld+json"));
        if !is {
            continue;
        }
        let source: String = (script..tree.nodes[script].end).map(|id| tree.text(id)).collect();
        let Some(value) = parse(&source) else { continue };
        let mut things = vec![&value];
        let mut seen = 0;
        while let Some(thing) = things.pop() {
            seen += 1;
            if seen > THINGS {
                break;
            }
            match thing {
                Value::Array(all) => things.extend(all.iter().rev()),
                Value::Object(fields) => {
                    let own = article(thing);
                    if own.rank > best.rank {
                        best = own;
                    }
                    for key in ["mainEntity", "mainEntityOfPage", "@graph", "itemListElement"] {
                        things.extend(fields.get(key));
                    }
                }
                _ => {}
            }
        }
    }
    best
}

/// Parses what is often not quite JSON: comments around it, line breaks in strings.
fn parse(source: &str) -> Option<Value> {
    let own = source.trim().trim_start_matches("<!--").trim_end_matches("-->");
    let own = own.trim().trim_start_matches("//<![CDATA[").trim_start_matches("<![CDATA[");
    let own = own.trim_end_matches("//]]>").trim_end_matches("]]>").trim().trim_end_matches(';');
    serde_json::from_str(own).ok().or_else(|| {
        let plain: String = own.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        serde_json::from_str(&plain).ok()
    })
}

fn article(thing: &Value) -> Linked {
    let kinds = strings(&thing["@type"]);
    let is = |ends: &[&str]| kinds.iter().any(|kind| ends.iter().any(|end| kind.ends_with(end)));
    let kind = if is(&["Article", "Posting", "Report", "Review", "Recipe", "Story", "Blog"]) {
        2
    } else if is(&["WebPage", "ItemPage", "VideoObject"]) {
        1
    } else {
        return Linked::default();
    };
    let text = |key: &str| strings(&thing[key]).into_iter().find(|text| !text.trim().is_empty());
    let own = Linked {
        headline: text("headline").or_else(|| text("name")),
        body: text("articleBody").or_else(|| text("text")),
        description: text("description"),
        published: text("datePublished")
            .or_else(|| text("dateCreated"))
            .or_else(|| text("uploadDate")),
        modified: text("dateModified"),
        authors: names(&thing["author"]),
        publisher: names(&thing["publisher"]).into_iter().next(),
        url: text("url").or_else(|| names_by(&thing["mainEntityOfPage"], "@id").into_iter().next()),
        language: text("inLanguage"),
        rank: 0,
    };
    let filled = u8::from(own.headline.is_some())
        + u8::from(own.published.is_some())
        + 2 * u8::from(own.body.is_some());
    Linked { rank: kind * 8 + filled, ..own }
}

fn strings(value: &Value) -> Vec<String> {
    match value {
        Value::String(one) => vec![one.clone()],
        Value::Array(all) => all.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
        _ => Vec::new(),
    }
}

/// Names of persons or bodies: given as strings, things or lists of both.
fn names(value: &Value) -> Vec<String> {
    names_by(value, "name")
}

fn names_by(value: &Value, key: &str) -> Vec<String> {
    match value {
        Value::String(one) => vec![one.clone()],
        Value::Object(fields) => fields.get(key).map(strings).unwrap_or_default(),
        Value::Array(all) => all
            .iter()
            .flat_map(|one| match one {
                Value::Object(fields) => fields.get(key).map(strings).unwrap_or_default(),
                other => strings(other),
            })
            .collect(),
        _ => Vec::new(),
    }
}
