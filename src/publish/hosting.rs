//! The files of a site that are for hosts and other programs: how long what may be kept,
//! what an installed page looks like, how another site embeds it, and the worker that makes
//! it work without a network.

use std::fmt::Write as _;

use super::{File, html::escape};
use crate::{protocol::CollectionInfo, text::json};

const WORKER: &str = include_str!("../../static/sw.js");
/// Where the worker's own file says what the site is made of.
const SITE: &str = "const SITE = { version: '', needed: [], later: [] };";

/// The script that defines `<tellings-embed>`.
#[must_use]
pub fn embed_script() -> File {
    file("embed.js", include_str!("../../static/embed.js").to_owned())
}

/// The worker of a version whose page needs the files `needed`, and to import also `later`.
#[must_use]
pub fn worker(version: &str, needed: &[&str], later: &[&str]) -> File {
    let names = |names: &[&str]| names.iter().map(|name| json(name)).collect::<Vec<_>>().join(", ");
    let site = format!(
        "const SITE = {{ version: {}, needed: [{}], later: [{}] }};",
        json(version),
        names(needed),
        names(later)
    );
    file("sw.js", WORKER.replace(SITE, &site))
}

/// How systems show the site where it is installed.
#[must_use]
pub fn manifest(info: &CollectionInfo, svg: &str, pngs: &[(u32, &str)]) -> File {
    let title = json(&info.title);
    let mut icons =
        format!(r#"{{ "src": {}, "sizes": "any", "type": "image/svg+xml" }}"#, json(svg));
    for (side, name) in pngs {
        let _ = write!(
            icons,
            r#",
    {{ "src": {}, "sizes": "{side}x{side}", "type": "image/png", "purpose": "any" }},
    {{ "src": {}, "sizes": "{side}x{side}", "type": "image/png", "purpose": "maskable" }}"#,
            json(name),
            json(name)
        );
    }
    let manifest = format!(
        r##"{{
  "name": {title},
  "short_name": {title},
  "description": {},
  "start_url": "./",
  "scope": "./",
  "display": "standalone",
  "background_color": "#fdfcfa",
  "theme_color": "#0f5a4b",
  "icons": [
    {icons}
  ]
}}
"##,
        json(&info.description)
    );
    file("manifest.webmanifest", manifest)
}

/// How another site embeds this one; `base` is its address.
#[must_use]
pub fn oembed(info: &CollectionInfo, base: &str) -> File {
    let frame = format!(
        "<iframe src=\"{}embed.html#v1/overview?look=bare\" title=\"{}\" sandbox=\"allow-scripts\" \
         referrerpolicy=\"no-referrer\" width=\"100%\" height=\"600\"></iframe>",
        escape(base),
        escape(&info.title)
    );
    let oembed = format!(
        r#"{{
  "version": "1.0",
  "type": "rich",
  "provider_name": "Tellings",
  "provider_url": {base},
  "title": {},
  "width": 800,
  "height": 600,
  "html": {}
}}
"#,
        json(&info.title),
        json(&frame),
        base = json(base)
    );
    file("oembed.json", oembed)
}

/// The pages of a site, for search engines.
#[must_use]
pub fn sitemap(base: &str, pages: &[String]) -> File {
    let mut map = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    for page in std::iter::once("").chain(pages.iter().map(String::as_str)) {
        let _ = writeln!(map, "<url><loc>{}{}</loc></url>", escape(base), escape(page));
    }
    file("sitemap.xml", map + "</urlset>\n")
}

/// What Netlify and Cloudflare Pages shall say with the files: `kept` for ever, since their
/// names change with their content; the others ask again each time.
#[must_use]
pub fn headers(kept: &[&str]) -> File {
    let mut headers = String::from(
        "/*\n  X-Content-Type-Options: nosniff\n  Referrer-Policy: no-referrer\n\
         /manifest.webmanifest\n  Content-Type: application/manifest+json\n",
    );
    for name in kept {
        let _ = writeln!(headers, "/{name}\n  Cache-Control: public, max-age=31536000, immutable");
    }
    file("_headers", headers)
}

fn file(name: &str, text: String) -> File {
    File { name: name.to_owned(), bytes: text.into_bytes() }
}

#[cfg(test)]
mod tests {
    use super::{SITE, WORKER, worker};

    #[test]
    fn the_worker_knows_the_files_of_its_version() {
        assert_eq!(WORKER.matches(SITE).count(), 1, "there is a place for them");
        let worker = String::from_utf8(worker("0a", &["a.js", "b\".css"], &[]).bytes).unwrap();
        let site = r#"const SITE = { version: "0a", needed: ["a.js", "b\".css"], later: [] };"#;
        assert!(worker.contains(site), "{worker}");
    }
}
