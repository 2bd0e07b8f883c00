//! What is known of a source, as words: outlet, date, language, the original.
//!
//! In: a card. Out: nodes and strings that several views show alike. Links go out only
//! where the card has an address of the web; anything else stays text.

use yew::prelude::*;

use super::icon::{Icon, icon};
use crate::{
    lang::Lang,
    protocol::{Card, Counted},
    web::texts::Texts,
};

/// The direction of a language's script.
#[must_use]
pub fn dir(lang: Lang) -> &'static str {
    match lang.code() {
        "ar" | "fa" | "he" | "ur" | "yi" | "ps" | "sd" | "ug" | "ckb" | "dv" => "rtl",
        "und" => "auto",
        _ => "ltr",
    }
}

/// The address of a card's original, if a browser can safely follow it.
#[must_use]
pub fn web_address(card: &Card) -> Option<&str> {
    card.url.as_deref().filter(|url| url.starts_with("https://") || url.starts_with("http://"))
}

/// A short name for a source, for column heads: outlet and year, else its title.
#[must_use]
pub fn short_name(card: &Card) -> String {
    let year = card.date.as_deref().and_then(|date| date.get(..4));
    match (&card.outlet, year) {
        (Some(outlet), Some(year)) => format!("{outlet} {year}"),
        (Some(outlet), None) => outlet.clone(),
        _ => card.title.clone(),
    }
}

/// Outlet, date and language on one line.
pub fn kicker(card: &Card, texts: &Texts) -> Html {
    let outlet = card.outlet.as_deref().unwrap_or(texts.unknown_outlet);
    html! {
        <p class="kicker">
            <bdi class="outlet">{ outlet.to_owned() }</bdi>
            { date(card, texts) }
            <span class="language">{ texts.language_name(card.lang) }</span>
        </p>
    }
}

/// When it was published; where the date came from shows on pointing.
pub fn date(card: &Card, texts: &Texts) -> Html {
    match &card.date {
        Some(date) => {
            let title = card.date_reason.as_deref().map(texts.date_from);
            // Cards name the day; the hour is for the text itself.
            let day = date.split('T').next().unwrap_or_default();
            html! { <time datetime={date.clone()} {title}>{ texts.date(day) }</time> }
        }
        None => html! { <span>{ texts.undated }</span> },
    }
}

/// The citation of the original: a link where there is an address, text where not.
pub fn citation(card: &Card, texts: &Texts) -> Html {
    let headline = card.cites.as_ref().map(|cites| {
        html! { <cite lang={card.lang.to_string()} dir={dir(card.lang)}>{ cites.clone() }</cite> }
    });
    match (web_address(card), headline) {
        (Some(url), headline) => html! {
            <p class="citation">
                <a class="out" href={url.to_owned()} target="_blank" rel="noopener noreferrer">
                    { texts.open_original }{ icon(Icon::Out) }
                </a>
                if let Some(headline) = headline {
                    { headline }
                    { cited_date(card, texts) }
                }
            </p>
        },
        (None, Some(headline)) => html! {
            <p class="citation">
                <span class="citation-label">{ texts.original }</span>{ headline }{ cited_date(card, texts) }
            </p>
        },
        (None, None) => Html::default(),
    }
}

fn cited_date(card: &Card, texts: &Texts) -> Html {
    html! { <span class="cited-date">{ date(card, texts) }</span> }
}

/// What a concept of that label is called among these words; what is none, by its label.
#[must_use]
pub fn called<'a>(labels: &'a [(String, String)], label: &'a str) -> &'a str {
    let at = labels.binary_search_by(|(own, _)| own.as_str().cmp(label));
    at.ok().and_then(|at| labels.get(at)).map_or(label, |(_, word)| word)
}

/// What is counted is called so: a subject as `labels` have it, a name or a word as it is.
#[must_use]
pub fn counted_as(labels: &[(String, String)], of: Counted, label: &str) -> AttrValue {
    let shown = if of == Counted::Concepts { called(labels, label) } else { label };
    AttrValue::from(shown.to_owned())
}

#[cfg(test)]
mod tests {
    use super::{dir, short_name, web_address};
    use crate::{lang::Lang, protocol::Card};

    fn card(url: Option<&str>) -> Card {
        Card {
            id: "a".into(),
            title: "Talks".into(),
            outlet: None,
            lang: Lang::EN,
            date: Some("2013-05-03".into()),
            date_reason: None,
            url: url.map(Into::into),
            cites: None,
            authors: vec![],
            words: 10,
            bytes: 60,
            comments: 0,
        }
    }

    #[test]
    fn only_addresses_of_the_web_become_links() {
        assert_eq!(
            web_address(&card(Some("https://example.org/a"))),
            Some("https://example.org/a")
        );
        assert_eq!(web_address(&card(Some("javascript:alert(1)"))), None);
        assert_eq!(web_address(&card(None)), None);
    }

    #[test]
    fn a_source_without_an_outlet_is_named_by_its_title() {
        assert_eq!(short_name(&card(None)), "Talks");
        let with_outlet = Card { outlet: Some("RT".into()), ..card(None) };
        assert_eq!(short_name(&with_outlet), "RT 2013");
    }

    #[test]
    fn arabic_runs_from_the_right() {
        assert_eq!(Lang::parse("ar").map(dir), Some("rtl"));
        assert_eq!(dir(Lang::BG), "ltr");
    }
}
