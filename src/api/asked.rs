//! What programs may ask about a comparison, and what they may leave unsaid.
//!
//! In: options as JavaScript gives them. Out: [`Request`]s. Absent options have the values
//! that the command line has, so both give the same answers. How it is answered does not
//! belong here.

use serde::Deserialize;

use super::units::byte_of;
use crate::{
    protocol::{Corrections, Counted, Filter, Passage, Request, TaughtWord},
    span::Span,
};

/// How many rows, unless asked otherwise.
const ROWS: u32 = 50;
/// How many matches of a source.
const MATCHES: u32 = 5;
/// How often something occurs at least to be typical of a group.
const LEAST: u32 = 5;

/// What is asked of a table.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// What is counted: `words`, `names` or `concepts`.
    pub of: Option<Counted>,
    /// Which sources and blocks.
    pub filter: Filter,
    /// Against which; the other sources unless said.
    pub against: Option<Filter>,
    /// How often at least.
    pub least: Option<u32>,
    /// How many rows at most.
    pub most: Option<u32>,
    /// What the reader changed about links.
    pub corrections: Corrected,
}

/// Corrections, in UTF-16 positions.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Corrected {
    broken: Vec<[Stretch; 2]>,
    joined: Vec<[Stretch; 2]>,
    unlearned: Vec<[TaughtWord; 2]>,
}

#[derive(Clone, Debug, Deserialize)]
struct Stretch {
    source: String,
    start: u32,
    end: u32,
}

impl Asked {
    /// What is typical of a group against another; `ids`: all sources.
    #[must_use]
    pub fn keyness(self, ids: impl Iterator<Item = String>) -> Request {
        let group = self.filter;
        let others = || ids.filter(|id| !group.ids.contains(id)).collect();
        let against = self.against.unwrap_or_else(|| Filter { ids: others(), ..group.clone() });
        Request::Keyness {
            of: self.of.unwrap_or(Counted::Words),
            group,
            against,
            least: self.least.unwrap_or(LEAST),
            most: self.most.unwrap_or(ROWS),
        }
    }

    /// Stretches in the same words.
    #[must_use]
    pub fn reuse(self) -> Request {
        Request::Reuse { filter: self.filter, most: self.most.unwrap_or(ROWS) }
    }

    /// Which sources tell the same event.
    #[must_use]
    pub fn matches(self) -> Request {
        Request::Matches { most: self.most.unwrap_or(MATCHES) }
    }

    /// Sources side by side; `text` gives that of a source.
    #[must_use]
    pub fn compare<'t>(self, ids: Vec<String>, text: impl Fn(&str) -> Option<&'t str>) -> Request {
        let passage = |Stretch { source, start, end }| {
            let byte = |unit| text(&source).map_or(0, |text| byte_of(text, unit));
            let span = Span::new(byte(start), byte(end));
            Passage { source, span }
        };
        let pairs =
            |pairs: Vec<[Stretch; 2]>| pairs.into_iter().map(|pair| pair.map(passage)).collect();
        let Corrected { broken, joined, unlearned } = self.corrections;
        let corrections = Corrections { broken: pairs(broken), joined: pairs(joined), unlearned };
        Request::Compare { ids, corrections }
    }
}

#[cfg(test)]
mod tests {
    use super::{Asked, Corrected, Stretch};
    use crate::{
        protocol::{Filter, Request},
        span::Span,
    };

    #[test]
    fn corrections_come_in_utf16_and_go_in_bytes() {
        let stretch = |start, end| Stretch { source: "a".into(), start, end };
        let joined = vec![[stretch(0, 2), stretch(3, 4)]];
        let corrections = Corrected { joined, ..Corrected::default() };
        let asked = Asked { corrections, ..Asked::default() };
        let Request::Compare { corrections, .. } = asked.compare(vec![], |_| Some("да 😀!"))
        else {
            panic!("another request");
        };
        let spans = corrections.joined[0].each_ref().map(|passage| passage.span);
        assert_eq!(spans, [Span::new(0, 4), Span::new(5, 9)], "half a pair is the whole letter");
    }

    #[test]
    fn a_group_is_set_against_all_other_sources_unless_said() {
        let asked = Asked {
            filter: Filter { ids: vec!["a".into()], ..Filter::default() },
            ..Asked::default()
        };
        let all = ["a", "b", "c"].map(str::to_owned);
        let Request::Keyness { group, against, least, .. } = asked.keyness(all.into_iter()) else {
            panic!("another request");
        };
        assert_eq!(
            (group.ids, against.ids, least),
            (vec!["a".into()], vec!["b".into(), "c".into()], 5)
        );
    }
}
