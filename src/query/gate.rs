//! Which sources pass a filter.
//!
//! In: an index and a filter. Out: a [`Gate`] that admits sources, or would if one field were
//! let go, which is how facets count. What mentions a name or a concept is looked up when a
//! gate is made, in the blocks that the filter looks in, and not again for each source. Values
//! of one field widen, fields narrow. Which hits count is for `scope`.

use super::{Filter, Scope};
use crate::index::{Index, Relation, Source, namesakes::Namesakes};

/// A field of a filter, so that a facet can leave its own field out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// Language.
    Lang,
    /// Outlet.
    Outlet,
    /// Date.
    Date,
    /// Names.
    Name,
    /// Concepts.
    Concept,
}

/// A filter with what it says of names and concepts looked up.
pub struct Gate<'f> {
    filter: &'f Filter,
    /// By source: whether it mentions one of the names; `None` where all pass.
    names: Option<Vec<bool>>,
    concepts: Option<Vec<bool>>,
}

impl<'f> Gate<'f> {
    /// The gate of a filter.
    #[must_use]
    pub fn new(index: Index<'_>, filter: &'f Filter) -> Self {
        let lookup = |relation: Relation<'_>, labels: &[String], is_names: bool| {
            (!labels.is_empty()).then(|| mentioning(index, filter, relation, labels, is_names))
        };
        Self {
            filter,
            names: lookup(index.names, &filter.names, true),
            concepts: lookup(index.concepts, &filter.concepts, false),
        }
    }

    /// Whether `source` passes all fields but `except`.
    #[must_use]
    pub fn admits(&self, source: Source<'_>, except: Option<Field>) -> bool {
        let Filter { langs, outlets, from, to, kinds: _, ids, names: _, concepts: _ } = self.filter;
        let field = |field, passes: bool| passes || except == Some(field);
        let has = |known: &Option<Vec<bool>>| {
            let at = source.number() as usize;
            known.as_ref().is_none_or(|known| known.get(at).copied().unwrap_or(false))
        };
        field(Field::Lang, langs.is_empty() || langs.contains(&source.lang()))
            && field(Field::Outlet, outlets.is_empty() || is_among(source.outlet(), outlets))
            && field(Field::Date, is_within(source.date(), from.as_deref(), to.as_deref()))
            && field(Field::Name, has(&self.names))
            && field(Field::Concept, has(&self.concepts))
            && (ids.is_empty() || ids.iter().any(|id| id == source.id()))
    }
}

impl Filter {
    /// Whether some source may not pass it.
    pub(super) fn narrows_sources(&self) -> bool {
        let Self { langs, outlets, from, to, kinds: _, ids, names, concepts } = self;
        let lists = [outlets, ids, names, concepts];
        let open = langs.is_empty() && lists.iter().all(|list| list.is_empty());
        !open || from.is_some() || to.is_some()
    }
}

/// By source: whether it has a form of one of those groups, in the blocks looked in.
fn mentioning(
    index: Index<'_>,
    filter: &Filter,
    relation: Relation<'_>,
    labels: &[String],
    is_names: bool,
) -> Vec<bool> {
    let mut has = vec![false; index.sources.len() as usize];
    let mut scope = Scope::of_kinds(index, filter);
    for group in 0..relation.len() {
        if labels.iter().any(|label| label == relation.label(group)) {
            let whose = if is_names { Namesakes::new(index, group) } else { None };
            for form in relation.forms(group).iter() {
                scope.places(index.vocabulary.list(form), |source, span| {
                    has[source as usize] |=
                        whose.as_ref().is_none_or(|whose| whose.is_own(source, span.start));
                });
            }
        }
    }
    has
}

fn is_among(outlet: Option<&str>, outlets: &[String]) -> bool {
    outlet.is_some_and(|own| outlets.iter().any(|other| own.to_lowercase() == other.to_lowercase()))
}

/// Whether a date lies within bounds, each as precise as it is given: `2017` includes all
/// of 2017. ISO 8601 dates compare as text.
fn is_within(date: Option<&str>, from: Option<&str>, to: Option<&str>) -> bool {
    if from.is_none() && to.is_none() {
        return true;
    }
    let Some(date) = date else { return false };
    let cut = |bound: &str| date.get(..bound.len().min(date.len())).unwrap_or(date).to_owned();
    from.is_none_or(|from| date >= from || from.starts_with(date))
        && to.is_none_or(|to| cut(to).as_str() <= to)
}

#[cfg(test)]
mod tests {
    use super::is_within;

    #[test]
    fn a_bound_is_as_precise_as_it_is_given() {
        assert!(is_within(Some("2017-09-12"), Some("2017"), Some("2017")));
        assert!(is_within(Some("2017-09"), Some("2017-09-30"), None), "September may be the 30th");
        assert!(!is_within(Some("2018-01-01"), None, Some("2017")));
        assert!(!is_within(Some("2016"), Some("2017"), None));
        assert!(!is_within(None, Some("2017"), None));
        assert!(is_within(None, None, None));
    }
}
