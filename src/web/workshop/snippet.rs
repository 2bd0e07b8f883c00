//! The HTML that puts a page of ours into another.
//!
//! In: the address of the one-file page with what it shall show. Out: HTML to paste. What is
//! embedded may run scripts and nothing else.

/// How a page is embedded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// By the site's `embed.js`, whose frame is as high as what it shows.
    Auto,
    /// By a frame alone.
    Plain,
}

/// The one-file page that belongs to the page at `address`, without what it shows.
#[must_use]
pub fn one_file(address: &str, is_site: bool) -> String {
    let page = address.split(['#', '?']).next().unwrap_or_default();
    if is_site { format!("{}embed.html", folder(page)) } else { page.to_owned() }
}

fn folder(page: &str) -> &str {
    page.rfind('/').map_or("", |at| &page[..=at])
}

/// The HTML. `src` is the one-file page with the fragment of what it shows; `theme` is one
/// of light and dark, if the reader's own shall not hold.
#[must_use]
pub fn snippet(kind: Kind, src: &str, theme: Option<&str>, title: &str) -> String {
    let label = attribute(title);
    match kind {
        Kind::Auto => {
            let page = src.split('#').next().unwrap_or_default();
            let script = attribute(&format!("{}embed.js", folder(page)));
            let theme = theme.map(|theme| format!(" theme=\"{theme}\"")).unwrap_or_default();
            let src = attribute(src);
            format!(
                "<script defer src=\"{script}\"></script>\n\
                 <tellings-embed src=\"{src}\"{theme} label=\"{label}\"></tellings-embed>\n"
            )
        }
        Kind::Plain => {
            let src = attribute(src);
            format!(
                "<iframe src=\"{src}\" title=\"{label}\" sandbox=\"allow-scripts\" \
                 referrerpolicy=\"no-referrer\" loading=\"lazy\" width=\"100%\" height=\"600\" \
                 style=\"border: 0\"></iframe>\n"
            )
        }
    }
}

fn attribute(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;")
}

#[cfg(test)]
mod tests {
    use super::{Kind, one_file, snippet};

    #[test]
    fn a_site_embeds_its_one_file_and_a_file_itself() {
        let site = "https://example.org/talks/?x#v1/hits";
        assert_eq!(one_file(site, true), "https://example.org/talks/embed.html");
        assert_eq!(
            one_file("https://example.org/story.html#v1", false),
            "https://example.org/story.html"
        );
    }

    #[test]
    fn a_snippet_is_html_whatever_the_address_and_the_title() {
        let src = "https://example.org/talks/embed.html#v1/hits?t=a&t=b";
        let auto = snippet(Kind::Auto, src, Some("dark"), "Talks & \"more\"");
        assert!(auto.contains("src=\"https://example.org/talks/embed.js\""), "{auto}");
        assert!(auto.contains("embed.html#v1/hits?t=a&amp;t=b\" theme=\"dark\""), "{auto}");
        assert!(auto.contains("label=\"Talks &amp; &quot;more&quot;\""), "{auto}");
        let plain = snippet(Kind::Plain, src, None, "");
        assert!(plain.contains("sandbox=\"allow-scripts\""), "{plain}");
    }
}
