//! Which collection an address was made for.
//!
//! In: a fragment: `#v1/hits?t=talks&c=9c48f21d`. Out: the beginning of the collection's hash.
//! It is no part of the place: a shared address opens in another collection too, with what
//! that has; the reader is told. Other keys belong to [`address`](super::address).

/// The key in addresses.
pub(super) const KEY: &str = "c";

/// How much of the hash an address carries: enough to tell versions of one collection apart.
const LENGTH: usize = 8;

/// The fragment, made for the collection of this hash.
#[must_use]
pub fn add(fragment: &str, hash: &str) -> String {
    let separator = if fragment.contains('?') { '&' } else { '?' };
    let hash = hash.get(..LENGTH).unwrap_or(hash);
    format!("{fragment}{separator}{KEY}={hash}")
}

/// Whether a fragment was made for another collection than that of this hash.
#[must_use]
pub fn is_other(fragment: &str, hash: &str) -> bool {
    let (_, query) = fragment.split_once('?').unwrap_or_default();
    let parts = query.split('&').filter_map(|part| part.split_once('='));
    let mut named = parts.filter(|(key, _)| *key == KEY).map(|(_, value)| value);
    named.any(|value| !hash.starts_with(value))
}

#[cfg(test)]
mod tests {
    use super::{add, is_other};
    use crate::state::address;

    const HASH: &str = "9c48f21d9ad9ad06";

    #[test]
    fn an_address_names_the_same_place_whatever_it_was_made_for() {
        for fragment in ["#v1/overview", "#v1/hits?t=talks"] {
            let made = add(fragment, HASH);
            assert!(!is_other(&made, HASH), "{made}");
            assert!(is_other(&made, "0000000000000000"), "{made}");
            assert_eq!(address::read(&made), address::read(fragment));
        }
        assert!(!is_other("#v1/hits?t=c", HASH), "it names none");
    }
}
