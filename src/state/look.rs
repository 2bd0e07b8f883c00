//! How the page looks where another page shows it, as an address asks for it.
//!
//! In: a fragment: `#v1/hits?t=talks&look=bare&theme=dark`. Out: a [`Look`]. It is no part of
//! the place: the same place, opened in a window of its own, has the whole page around it.
//! Other keys belong to [`address`](super::address), which leaves these two alone.

use super::Theme;

/// How the page looks inside another.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// Only the view, with the terms that are lit.
    pub bare: bool,
    /// Light or dark, whatever the reader's own setting.
    pub theme: Option<Theme>,
}

impl Look {
    /// The look that a fragment asks for.
    #[must_use]
    pub fn read(fragment: &str) -> Self {
        let mut look = Self::default();
        let (_, query) = fragment.split_once('?').unwrap_or_default();
        for (key, value) in query.split('&').filter_map(|part| part.split_once('=')) {
            look.take(key, value);
        }
        look
    }

    /// Takes one `key=value`; `false` where it says nothing of the look.
    pub(super) fn take(&mut self, key: &str, value: &str) -> bool {
        match key {
            "look" if value == "bare" => self.bare = true,
            "theme" => match Theme::parse(value) {
                Some(theme) => self.theme = Some(theme),
                None => return false,
            },
            _ => return false,
        }
        true
    }

    /// The fragment with this look asked for.
    #[must_use]
    pub fn add_to(self, mut fragment: String) -> String {
        let theme = self.theme.map(Theme::name);
        for (key, value) in [("look", self.bare.then_some("bare")), ("theme", theme)] {
            if let Some(value) = value {
                fragment.push(if fragment.contains('?') { '&' } else { '?' });
                fragment.push_str(key);
                fragment.push('=');
                fragment.push_str(value);
            }
        }
        fragment
    }
}

#[cfg(test)]
mod tests {
    use super::Look;
    use crate::state::{Theme, address};

    #[test]
    fn a_look_is_read_back_and_is_no_part_of_the_place() {
        for place in ["#v1/overview", "#v1/read/a?t=talks"] {
            let look = Look { bare: true, theme: Some(Theme::Dark) };
            let written = look.add_to(place.to_owned());
            assert_eq!(Look::read(&written), look);
            assert_eq!(address::read(&written), address::read(place));
        }
        assert_eq!(Look::default().add_to("#v1/hits".into()), "#v1/hits");
    }

    #[test]
    fn a_look_that_there_is_not_is_left_out_and_told() {
        let fragment = "#v1/hits?look=loud&theme=pink";
        assert_eq!(Look::read(fragment), Look::default());
        assert_eq!(address::read(fragment).1.len(), 2);
    }
}
