//! What an element's own markup says it is for.
//!
//! In: an element. Out: its [`Role`] and the word that says so: the element's name, its ARIA
//! role, or a word of its class, id or test id. The words are those that publishers' markup
//! shares across sites and languages of text; none is a site's own. A role is a claim: a
//! layout class may hold the whole article, so `region` decides what follows.

use std::{collections::BTreeMap, sync::LazyLock};

use super::tree::{Id, Tree};

/// What a part of a page is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Role {
    Navigation,
    Foot,
    Aside,
    Form,
    Consent,
    Login,
    Share,
    Related,
    Advertisement,
    Comments,
    Caption,
    Credit,
    Tags,
    Media,
    Hidden,
    Notice,
}

impl Role {
    /// What a reader is told.
    pub(super) const fn words(self) -> &'static str {
        match self {
            Self::Navigation => "navigation",
            Self::Foot => "foot of the page",
            Self::Aside => "beside the text",
            Self::Form => "form",
            Self::Consent => "consent",
            Self::Login => "log-in or subscription",
            Self::Share => "sharing",
            Self::Related => "other articles",
            Self::Advertisement => "advertisement",
            Self::Comments => "comments",
            Self::Caption => "caption",
            Self::Credit => "credit",
            Self::Tags => "tags",
            Self::Media => "player or gallery",
            Self::Hidden => "hidden",
            Self::Notice => "notice",
        }
    }
}

/// A role and what says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Claim {
    pub(super) role: Role,
    pub(super) said: String,
}

/// Words of class names, each a whole word there; two words with `-` must follow each other.
#[rustfmt::skip]
const WORDS: &[(Role, &[&str])] = &[
    (Role::Consent, &["cookie", "cookies", "consent", "gdpr", "cmp", "onetrust", "didomi", "privacy"]),
    (Role::Login, &[
        "newsletter", "newsletters", "subscribe", "subscription", "subscriptions", "signup", "sign-up", "signin", "sign-in",
        "login", "register", "registration", "piano", "premium-teaser", "mailing", "abo", "mailchimp", "membership", "donate", "donation", "support-us",
    ]),
    (Role::Share, &[
        "share", "sharing", "shares", "sharebar", "sharebox", "sharedaddy", "addthis", "addtoany", "social", "socials", "follow", "socialshare", "share-buttons", "bookmark", "print", "whatsapp", "telegram",
    ]),
    (Role::Related, &[
        "related", "relatedposts", "recommend", "recommended", "recommendation", "recommendations", "recirc", "recirculation",
        "trending", "popular", "mostread", "most-read", "most-popular", "most-viewed", "more-news",
        "more-stories", "more-from", "more-on", "read-more", "readmore", "read-also", "read-next", "teaser", "teasers", "outbrain",
        "taboola", "up-next", "upnext", "next-article", "also-read", "see-also", "latest", "ticker", "promo", "promos", "onward", "zergnet", "revcontent", "mgid", "suggestions", "suggested", "crosslinks", "linkbox", "link-box", "topstories", "top-stories", "headlines", "similar", "seealso", "inline-related", "jp-relatedposts", "yarpp", "other-news", "news-list", "newsfeed", "feed",
    ]),
    (Role::Advertisement, &[
        "ad", "ads", "advert", "adverts", "advertisement", "advertising", "advertisment", "adslot", "adsense", "adsbygoogle", "sponsor",
        "sponsored", "sponsors", "banner", "banners", "dfp", "gpt", "werbung", "anzeige", "reklama", "promotion", "affiliate", "commercial", "promoted",
    ]),
    (Role::Comments, &["comment", "comments", "commentlist", "disqus", "respond", "commenting", "kommentare", "discussion", "livefyre", "viafoura", "coral", "spotim", "replies"]),
    (Role::Navigation, &[
        "nav", "navbar", "navigation", "menu", "submenu", "breadcrumb", "breadcrumbs", "pagination", "pager", "toolbar", "masthead", "skip", "skiplink", "toc", "table-of-contents", "topbar", "sitemap", "offcanvas", "hamburger", "jump-links", "jumplinks",
    ]),
    (Role::Foot, &["footer", "copyright", "colophon", "imprint", "footnav", "legal", "site-info"]),
    (Role::Aside, &["sidebar", "rail", "aside", "widget", "widgets", "factbox", "fact-box", "infobox", "info-box", "infobox-wrapper", "right-column", "rightcol", "right-rail", "sidecol", "secondary", "complementary"]),
    (Role::Caption, &["caption", "captions", "figcaption", "wp-caption-text", "credit", "photo-credit", "image-credit", "imagecredit", "photocredit", "copyright-holder", "bildunterschrift", "picture-caption"]),
    (Role::Credit, &["byline", "bylines", "author", "authors", "dateline", "timestamp", "published", "pubdate", "publish-date", "posted-on", "post-meta", "entry-meta", "article-meta", "meta", "metadata", "authorbox", "author-bio", "author-box", "author-info", "bio", "contributors", "datetime", "date", "reading-time", "readtime", "source"]),
    (Role::Tags, &["tag", "tags", "taglist", "keywords", "topics", "post-tags", "entry-tags", "tagcloud", "tag-list", "categories", "category", "entry-footer", "post-categories", "hashtags"]),
    (Role::Media, &["player", "gallery", "slideshow", "carousel", "playlist", "lightbox", "video-player", "videoplayer", "jwplayer", "slider", "swiper", "audio-player", "audioplayer", "podcast", "fotostrecke", "mediaplayer"]),
    (Role::Hidden, &["hidden", "sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "screenreader", "screen-reader", "noscript", "modal", "popup", "popover", "overlay", "tooltip", "lightbox", "toast", "u-hidden", "is-hidden", "hide", "print-only"]),
    (Role::Notice, &["disclaimer", "correction", "corrections", "feedback", "survey", "poll", "quiz", "rating", "ratings", "voting", "vote", "alert", "trust", "liveblog-teaser", "infobox-teaser", "error", "warning", "app-download", "promobox", "callout", "cta"]),
];

/// [`WORDS`] by word.
static BOOK: LazyLock<BTreeMap<&str, Role>> = LazyLock::new(|| {
    WORDS.iter().flat_map(|(role, words)| words.iter().map(|word| (*word, *role))).collect()
});

/// What the markup of an element says; `None` where it says nothing that matters.
pub(super) fn claim(tree: &Tree, id: Id) -> Option<Claim> {
    let name = tree.name(id);
    if name.is_empty() {
        return None;
    }
    // The foot of a quotation names who said it.
    if name == "footer"
        && tree.ancestors(id).skip(1).take(2).any(|id| tree.name(id) == "blockquote")
    {
        return None;
    }
    by_name(name).or_else(|| by_role(tree, id)).or_else(|| by_words(tree, id))
}

fn by_name(name: &str) -> Option<Claim> {
    let role = match name {
        "nav" | "menu" => Role::Navigation,
        "footer" => Role::Foot,
        "aside" => Role::Aside,
        "form" | "button" | "select" | "fieldset" | "textarea" | "option" | "label" | "input" => {
            Role::Form
        }
        "dialog" => Role::Hidden,
        "noscript" => Role::Hidden,
        "figcaption" => Role::Caption,
        "address" => Role::Credit,
        _ => return None,
    };
    Some(Claim { role, said: format!("element {name}") })
}

fn by_role(tree: &Tree, id: Id) -> Option<Claim> {
    let own = tree.attribute(id, "role")?;
    let role = match own.trim() {
        "navigation" | "menu" | "menubar" | "toolbar" | "tablist" | "search" => Role::Navigation,
        "contentinfo" => Role::Foot,
        "complementary" => Role::Aside,
        "dialog" | "alertdialog" | "tooltip" | "alert" => Role::Hidden,
        "form" | "button" => Role::Form,
        _ => return None,
    };
    Some(Claim { role, said: format!("role {own}") })
}

fn by_words(tree: &Tree, id: Id) -> Option<Claim> {
    for attribute in [
        "class",
        "id",
        "data-testid",
        "data-component",
        "data-type",
        "data-module",
        "data-role",
        "data-block",
        "data-name",
        "itemprop",
    ] {
        let Some(value) = tree.attribute(id, attribute) else { continue };
        let words = words(value);
        for at in 0..words.len() {
            for length in (1..=3).rev() {
                let Some(run) = words.get(at..at + length) else { continue };
                let word = run.join("-");
                if let Some(role) = BOOK.get(word.as_str()) {
                    return Some(Claim { role: *role, said: format!("{attribute} “{word}”") });
                }
            }
        }
    }
    None
}

/// The words of a class attribute: parted by signs and by capitals within (`relatedPosts`).
pub(super) fn words(value: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut open = false;
    let mut lower = false;
    for c in value.chars().take(600) {
        if !c.is_alphanumeric() {
            open = false;
            continue;
        }
        if !open || (lower && c.is_uppercase()) {
            words.push(String::new());
        }
        lower = c.is_lowercase();
        open = true;
        if let Some(word) = words.last_mut() {
            word.extend(c.to_lowercase());
        }
    }
    words
}
