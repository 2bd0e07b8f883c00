//! A group of sources that a reader sets against another.
//!
//! In: what a card says of its source. Out: whether the source is in the group. A group has
//! a name for addresses, and [`Group::parse`] of that name gives the group back. What the
//! words of a group are is for the engine.

use crate::{lang::Lang, protocol::Card};

/// Some sources of the collection, or a part of each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Group {
    /// Those in a language.
    Lang(Lang),
    /// Those of an outlet.
    Outlet(String),
    /// Those of a year, four digits.
    Year(String),
    /// Those ticked to be compared.
    Ticked,
    /// The comments of all, against their articles.
    Comments,
}

impl Group {
    /// Its name in addresses.
    #[must_use]
    pub fn name(&self) -> String {
        match self {
            Self::Lang(lang) => format!("lang:{lang}"),
            Self::Outlet(outlet) => format!("outlet:{outlet}"),
            Self::Year(year) => format!("year:{year}"),
            Self::Ticked => "ticked".to_owned(),
            Self::Comments => "comments".to_owned(),
        }
    }

    /// The group of that name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Some(match name.split_once(':') {
            Some(("lang", lang)) => Self::Lang(Lang::parse(lang)?),
            Some(("outlet", outlet)) if !outlet.is_empty() => Self::Outlet(outlet.to_owned()),
            Some(("year", year)) if is_year(year) => Self::Year(year.to_owned()),
            None if name == "ticked" => Self::Ticked,
            None if name == "comments" => Self::Comments,
            _ => return None,
        })
    }

    /// Whether the source of `card` is in it, given those ticked.
    #[must_use]
    pub fn has(&self, card: &Card, ticked: &[String]) -> bool {
        match self {
            Self::Lang(lang) => card.lang == *lang,
            Self::Outlet(outlet) => card.outlet.as_ref() == Some(outlet),
            Self::Year(year) => card.date.as_deref().is_some_and(|date| date.starts_with(year)),
            Self::Ticked => ticked.contains(&card.id),
            Self::Comments => card.comments > 0,
        }
    }
}

fn is_year(text: &str) -> bool {
    text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::Group;
    use crate::lang::Lang;

    #[test]
    fn the_name_of_a_group_gives_it_back() {
        let groups = [
            Group::Lang(Lang::UK),
            Group::Outlet("Дзеркало: тижня".into()),
            Group::Year("2013".into()),
            Group::Ticked,
            Group::Comments,
        ];
        for group in groups {
            assert_eq!(Group::parse(&group.name()), Some(group));
        }
    }

    #[test]
    fn a_name_without_sense_is_no_group() {
        for name in ["", "lang:", "lang:?", "outlet:", "year:20", "year:abcd", "all"] {
            assert_eq!(Group::parse(name), None, "{name}");
        }
    }
}
