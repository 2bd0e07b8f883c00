//! What is known of a source: title, outlet, authors, dates, addresses, language.
//!
//! In: what import concluded, what its author stated, what a reader corrected. Out: [`Meta`],
//! item by item, each with its reason and how sure it is. What a correction overrules is kept
//! beside it, so that it can be put back at any time, also from a pack. How conclusions are
//! drawn does not belong here.

use serde::{Deserialize, Serialize};

use super::{BlockKind, Reason};
use crate::lang::Lang;

/// How sure a conclusion is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Confidence {
    /// Nothing better was found: a bound, a host in place of a name.
    Guessed,
    /// Read from what people write where they usually write it.
    #[default]
    Likely,
    /// Stated as such, by the publisher's data or by the author of a collection.
    Stated,
}

impl Confidence {
    /// Its name in files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Guessed => "guessed",
            Self::Likely => "likely",
            Self::Stated => "stated",
        }
    }
}

/// A conclusion and why it was drawn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Found<T> {
    /// What was concluded.
    pub value: T,
    /// Why.
    pub reason: Reason,
    /// How sure it is.
    pub confidence: Confidence,
}

impl<T> Found<T> {
    /// `value`, likely because of `reason`.
    pub fn new(value: T, reason: impl Into<String>) -> Self {
        Self { value, reason: Reason::new(reason), confidence: Confidence::Likely }
    }

    /// `value`, stated by `reason`.
    pub fn stated(value: T, reason: impl Into<String>) -> Self {
        Self { confidence: Confidence::Stated, ..Self::new(value, reason) }
    }

    /// `value`, guessed from `reason` for want of anything better.
    pub fn guessed(value: T, reason: impl Into<String>) -> Self {
        Self { confidence: Confidence::Guessed, ..Self::new(value, reason) }
    }

    /// Another value for the same reason.
    fn with<U>(&self, value: U) -> Found<U> {
        Found { value, reason: self.reason.clone(), confidence: self.confidence }
    }
}

/// The items of what is known, in the order in which they are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[repr(u8)]
pub enum Item {
    /// The headline.
    Title,
    /// Who published it.
    Outlet,
    /// Who wrote it.
    Authors,
    /// When it was published.
    Date,
    /// When it was last changed.
    Updated,
    /// When it was saved.
    Captured,
    /// Where it was published.
    Url,
    /// Where its text was taken or translated from.
    Origin,
    /// The language of most of its main text.
    Lang,
}

impl Item {
    /// All items, in order.
    pub const ALL: [Self; 9] = [
        Self::Title,
        Self::Outlet,
        Self::Authors,
        Self::Date,
        Self::Updated,
        Self::Captured,
        Self::Url,
        Self::Origin,
        Self::Lang,
    ];

    /// Its name in files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Outlet => "outlet",
            Self::Authors => "authors",
            Self::Date => "date",
            Self::Updated => "updated",
            Self::Captured => "captured",
            Self::Url => "url",
            Self::Origin => "origin",
            Self::Lang => "lang",
        }
    }
}

/// What a correction overruled.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Overruled {
    /// Items: what was understood of them, if anything.
    pub items: Vec<(Item, Option<Found<String>>)>,
    /// Blocks, by their first byte: what they were taken for.
    pub blocks: Vec<(u32, Taken)>,
}

impl Overruled {
    /// What an item was before it was corrected; `None` where it was not.
    #[must_use]
    pub fn item(&self, item: Item) -> Option<&Option<Found<String>>> {
        self.items.iter().find(|(own, _)| *own == item).map(|(_, was)| was)
    }

    /// What the block that begins at a byte was taken for before it was corrected.
    #[must_use]
    pub fn block(&self, start: u32) -> Option<&Taken> {
        self.blocks.iter().find(|(own, _)| *own == start).map(|(_, was)| was)
    }
}

/// What a block is taken for, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Taken {
    /// Its role.
    pub kind: BlockKind,
    /// Its language.
    pub lang: Lang,
    /// Why it has this role.
    pub reason: Reason,
}

/// What is known about a source. Absent means unknown, never empty. Dates are ISO 8601, as
/// precise as known (`2021-12`, `2013-05-03T09:16`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meta {
    /// The language of most of its main text.
    pub lang: Found<Lang>,
    /// Its headline.
    pub title: Option<Found<String>>,
    /// Who published it.
    pub outlet: Option<Found<String>>,
    /// Who wrote it; one at least.
    pub authors: Option<Found<Vec<String>>>,
    /// When it was published.
    pub date: Option<Found<String>>,
    /// When it was last changed.
    pub updated: Option<Found<String>>,
    /// Where it was published.
    pub url: Option<Found<String>>,
    /// When the page was saved, as the program that saved it noted.
    pub captured: Option<Found<String>>,
    /// Where its text was taken or translated from, as it says itself.
    pub origin: Option<Found<String>>,
    /// The headline of the original that a digest retells, as cited by the collection.
    pub cites: Option<String>,
    /// What the reader's corrections overruled.
    pub overruled: Overruled,
}

impl Default for Meta {
    fn default() -> Self {
        Self {
            lang: Found::new(Lang::UND, ""),
            title: None,
            outlet: None,
            authors: None,
            date: None,
            updated: None,
            url: None,
            captured: None,
            origin: None,
            cites: None,
            overruled: Overruled::default(),
        }
    }
}

/// What stands between authors where they are one text. Names have commas (`King, Jr.`).
const BETWEEN: &str = "; ";

/// The names in a list of authors.
#[must_use]
pub fn authors(list: &str) -> Vec<String> {
    let names = list.split([';', '\n']).map(str::trim).filter(|name| !name.is_empty());
    names.map(str::to_owned).collect()
}

impl Meta {
    /// Who wrote it; empty where unknown.
    #[must_use]
    pub fn author_names(&self) -> &[String] {
        self.authors.as_ref().map(|found| found.value.as_slice()).unwrap_or_default()
    }

    /// What is known of an item, as text: authors with `; ` between them, a language's code.
    #[must_use]
    pub fn get(&self, item: Item) -> Option<Found<String>> {
        match item {
            Item::Authors => {
                let found = self.authors.as_ref()?;
                Some(found.with(found.value.join(BETWEEN)))
            }
            Item::Lang => Some(self.lang.with(self.lang.value.to_string())),
            item => self.text(item).cloned(),
        }
    }

    /// An item that is a text.
    fn text(&self, item: Item) -> Option<&Found<String>> {
        match item {
            Item::Title => self.title.as_ref(),
            Item::Outlet => self.outlet.as_ref(),
            Item::Date => self.date.as_ref(),
            Item::Updated => self.updated.as_ref(),
            Item::Captured => self.captured.as_ref(),
            Item::Url => self.url.as_ref(),
            Item::Origin => self.origin.as_ref(),
            Item::Authors | Item::Lang => None,
        }
    }

    /// Puts what is known of an item. A language that is none is unknown.
    pub(crate) fn set(&mut self, item: Item, found: Option<Found<String>>) {
        let field = match item {
            Item::Title => &mut self.title,
            Item::Outlet => &mut self.outlet,
            Item::Date => &mut self.date,
            Item::Updated => &mut self.updated,
            Item::Captured => &mut self.captured,
            Item::Url => &mut self.url,
            Item::Origin => &mut self.origin,
            Item::Authors => {
                self.authors = found.map(|found| found.with(authors(&found.value)));
                return;
            }
            Item::Lang => {
                self.lang = found.map_or_else(
                    || Found::new(Lang::UND, ""),
                    |found| found.with(Lang::parse(&found.value).unwrap_or(Lang::UND)),
                );
                return;
            }
        };
        *field = found;
    }
}

#[cfg(test)]
mod tests {
    use super::{Found, Item, Meta};
    use crate::lang::Lang;

    #[test]
    fn every_item_is_read_as_it_was_put() {
        let mut meta = Meta::default();
        for item in Item::ALL {
            let value = match item {
                Item::Lang => "bg",
                Item::Authors => "Ann Smith; King, Jr.",
                item => item.name(),
            };
            let found = Found::guessed(value.to_owned(), "a reason");
            meta.set(item, Some(found.clone()));
            assert_eq!(meta.get(item), Some(found), "{}", item.name());
        }
        assert_eq!(meta.author_names(), ["Ann Smith", "King, Jr."]);
        assert_eq!(meta.lang.value, Lang::BG);
        Item::ALL.into_iter().for_each(|item| meta.set(item, None));
        assert_eq!(meta, Meta::default());
    }
}
