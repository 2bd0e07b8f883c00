//! The names of a document's paragraph styles.
//!
//! In: `styles.xml`. Out: for each style's id its name, which is English in every language
//! of Word for the styles that are built in. What a name means is decided elsewhere.

use std::collections::BTreeMap;

use crate::{
    error::Result,
    source::xml::{self, Step},
};

/// The name of each style, by its id.
pub(super) fn read(styles: &str) -> Result<BTreeMap<String, String>> {
    let mut names = BTreeMap::new();
    let mut id = None;
    xml::walk(styles, |step| match step {
        Step::Open("style", tag) => id = xml::attribute(tag, "styleId"),
        Step::Open("name", tag) => {
            if let (Some(id), Some(name)) = (id.take(), xml::attribute(tag, "val")) {
                names.insert(id, name);
            }
        }
        _ => {}
    })?;
    Ok(names)
}
