//! What a query's notes say: sentences for the reader about what was not understood.

/// A closing bracket without an opening one.
pub(super) const STRAY_BRACKET: &str = "A bracket is closed that was not opened.";
/// An opening bracket without a closing one.
pub(super) const OPEN_BRACKET: &str = "A bracket is opened and not closed.";
/// Brackets in brackets in brackets, without end.
pub(super) const TOO_DEEP: &str = "There are too many brackets in one another; some are left out.";
/// A query that only excludes.
pub(super) const ONLY_NOT: &str = "A query that only excludes words has no hits to show.";
/// NEAR at an end, or beside something that is excluded.
pub(super) const LONE_NEAR: &str = "NEAR needs a word on either side.";
/// Fields that leave no kind of block.
pub(super) const NO_BLOCKS: &str = "The fields leave no part of a text to look in.";

/// A construct that is read as words.
pub(super) fn not_understood(typed: &str) -> String {
    format!("“{typed}” is read as plain words.")
}

/// A field without a value.
pub(super) fn no_value(typed: &str) -> String {
    format!("“{typed}” says nothing without a value.")
}

/// A field's value that does not exist.
pub(super) fn no_such(field: &str, value: &str) -> String {
    format!("There is no “{value}” for “{field}:”.")
}

/// A surname of several people.
pub(super) fn several(surname: &str, people: &[&str]) -> String {
    let people: Vec<String> = people.iter().map(|one| format!("name:\"{one}\"")).collect();
    format!("“{surname}” is the surname of several people: {}.", people.join(", "))
}

/// A surname that stands alone where it may be anybody's.
pub(super) fn unsaid(person: &str, places: usize) -> String {
    format!(
        "The surname of “{person}” alone is left out {places} times: its source calls none or \
         several people of that surname in full."
    )
}
