//! The title of a page.
//!
//! In: what the page's data and its headline say. Out: the title and where it was found, the
//! site's name cut off. What a page gives to other sites (`og:title`) is its publisher's
//! title; the heading on the page comes next, the browser's title last. A part behind a
//! separator is the site's where it names the site, or where the rest is said elsewhere.

use super::{
    linked::Linked,
    metadata::{Head, plain},
};
use crate::source::{Confidence, Found, given, plain::units::plainly};

/// Signs that part a title from the site's name.
const SEPARATORS: &[&str] =
    &[" | ", " - ", " – ", " — ", "｜", "：", " :: ", " • ", " · ", " » ", " / ", "|"];

/// The title of a page whose heading is `headline`.
pub(super) fn find(
    head: &Head,
    data: &Linked,
    headline: Option<&str>,
    outlet: Option<&str>,
    address: Option<&str>,
) -> Option<Found<String>> {
    let stated = data.headline.as_deref().map(plain).filter(|title| !title.is_empty());
    let said: Vec<String> =
        [headline, stated.as_deref()].into_iter().flatten().map(plainly).collect();
    let site = Site::new(outlet, data.publisher.as_deref(), address);
    let given = head.field(&["og:title"]).map(|(_, title)| (title.to_owned(), "og:title"));
    let heading = headline.map(|title| (plain(title), "heading of the article"));
    let linked = stated.map(|title| (title, "JSON-LD headline"));
    let last = head
        .field(&["twitter:title", "dc.title", "title"])
        .map(|(_, title)| (title.to_owned(), "meta title"));
    let browser = head.title.clone().map(|title| (title, "title of the page"));
    [given, linked, heading, last, browser]
        .into_iter()
        .flatten()
        .filter(|(title, _)| !site.is(title))
        .map(|(title, why)| {
            let found = match cut(&title, &said, &site) {
                Some((own, cut)) => Found::new(own, format!("{why}, without “{cut}”")),
                None => Found::new(title, why),
            };
            let confidence = match why {
                "og:title" | "JSON-LD headline" => Confidence::Stated,
                _ => Confidence::Likely,
            };
            Found { confidence, ..found }
        })
        .find(|found| !found.value.is_empty())
}

/// The name of the site that the browser's title has after the headline.
pub(super) fn outlet(head: &Head, headline: Option<&str>) -> Option<Found<String>> {
    let (own, name) = cut(head.title.as_deref()?, &[plainly(headline?)], &Site(Vec::new()))?;
    let words = name.split_whitespace().count();
    let is = (1..=5).contains(&words)
        && !name.chars().any(|c| c.is_ascii_digit())
        && SEPARATORS.iter().all(|sign| !name.contains(sign))
        && plainly(&own) != plainly(&name);
    is.then(|| Found::new(name, "title of the page, after the headline"))
}

/// The names of a site.
struct Site(Vec<String>);

impl Site {
    fn new(outlet: Option<&str>, publisher: Option<&str>, address: Option<&str>) -> Self {
        let host = address.and_then(given::host);
        // `news.example.co.uk`: the longest label but the last is the site's.
        let label = host.as_deref().and_then(|host| {
            let (labels, _) = host.rsplit_once('.')?;
            labels.split('.').max_by_key(|label| label.len()).map(str::to_owned)
        });
        let names = [outlet.map(str::to_owned), publisher.map(str::to_owned), host, label];
        Self(
            names
                .into_iter()
                .flatten()
                .map(|name| joined(&name))
                .filter(|name| name.len() >= 2)
                .collect(),
        )
    }

    /// Whether a part of a title is the site's name and nothing else.
    fn is(&self, part: &str) -> bool {
        let own = joined(part);
        self.0.contains(&own)
    }

    /// Whether a short part of a title holds the site's name, or is held by it.
    fn names(&self, part: &str) -> bool {
        let own = joined(part);
        let short = part.split_whitespace().count() <= 5;
        short
            && own.len() >= 2
            && self.0.iter().any(|name| {
                (name.len() >= 3 && own.contains(name.as_str()))
                    || (own.len() >= 4 && name.contains(&own))
            })
    }
}

fn joined(name: &str) -> String {
    plainly(name).split(' ').collect()
}

/// The title without the site's part, and that part.
fn cut(title: &str, said: &[String], site: &Site) -> Option<(String, String)> {
    let mut places: Vec<(usize, usize)> = SEPARATORS
        .iter()
        .flat_map(|sign| title.match_indices(sign).map(|(at, sign)| (at, at + sign.len())))
        .collect();
    places.sort_unstable();
    // The rest is said elsewhere on the page.
    for (at, end) in &places {
        let own = &title[..*at];
        if said.contains(&plainly(own)) && own.split_whitespace().count() >= 1 {
            return Some((own.trim().to_owned(), title[*end..].trim().to_owned()));
        }
    }
    let (at, end) = places.iter().rev().find(|(_, end)| site.names(&title[*end..]))?;
    let own = title[..*at].trim();
    (!own.is_empty()).then(|| (own.to_owned(), title[*end..].trim().to_owned()))
}

#[cfg(test)]
mod tests {
    use super::{super::tree::Tree, Head, Site, cut, outlet};

    #[test]
    fn the_name_of_the_site_is_cut_off() {
        let site = Site::new(Some("Daily Example"), None, Some("https://www.daily-example.org/a"));
        for (title, own) in [
            ("A bridge opens | Daily Example", Some("A bridge opens")),
            ("A bridge opens - Daily Example Online", Some("A bridge opens")),
            ("Bridges - a history", None),
            ("A bridge opens", None),
        ] {
            assert_eq!(cut(title, &[], &site).map(|(own, _)| own).as_deref(), own, "{title}");
        }
    }

    #[test]
    fn what_follows_the_headline_names_the_site() {
        let title = |title: &str| Head::read(&Tree::read(&format!("<title>{title}</title>")));
        let of = |own: &str| outlet(&title(own), Some("Мост открыт")).map(|found| found.value);
        assert_eq!(of("Мост открыт – Вестник Приречья").as_deref(), Some("Вестник Приречья"));
        assert_eq!(of("Мост открыт – 12.04.2024"), None);
        assert_eq!(of("Мост закрыт – Вестник Приречья"), None);
    }

    #[test]
    fn what_follows_the_headline_is_cut_off() {
        let site = Site::new(None, None, None);
        let said = ["мост открыт".to_owned()];
        assert_eq!(cut("Мост открыт – Новости", &said, &site).unwrap().0, "Мост открыт");
    }
}
