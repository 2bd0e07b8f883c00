//! The reader's notes and changes of links, kept by the browser where it may: a key for each
//! collection.
//!
//! In: what the reader wrote or changed. Out: the same on the next visit. Where nothing can be
//! kept they last as long as the page; notes can be exported, changes stand in the address.

use super::browser::storage;
use crate::{
    protocol::Corrections,
    state::{Note, corrections, notes},
};

fn key(collection: &str) -> String {
    format!("tellings.notes.{collection}")
}

/// The notes that the browser kept on the collection of that hash; those it came with, where
/// the reader changed none.
#[must_use]
pub fn kept(collection: &str, published: Vec<Note>) -> Vec<Note> {
    storage::get(&key(collection)).map_or(published, |lines| notes::read(&lines))
}

/// Has the browser keep them, where it may.
pub fn keep(collection: &str, all: &[Note], published: &[Note]) {
    // That all were taken away is kept too: else those that the page came with would come back.
    let lines = (all != published).then(|| notes::write(all));
    // Where nothing can be kept they last as long as the page; they can be exported.
    storage::set(&key(collection), lines.as_deref());
}

fn links_key(collection: &str) -> String {
    format!("tellings.links.{collection}")
}

/// What the reader changed about the links of the collection of that hash.
#[must_use]
pub fn kept_links(collection: &str) -> Corrections {
    storage::get(&links_key(collection)).map(|lines| corrections::read(&lines)).unwrap_or_default()
}

/// Has the browser keep it, where it may.
pub fn keep_links(collection: &str, own: &Corrections) {
    let lines = corrections::write(own);
    storage::set(&links_key(collection), (!lines.is_empty()).then_some(lines.as_str()));
}
