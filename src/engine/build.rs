//! Building a collection, one slice at a time.
//!
//! In: documents. Out: an [`Engine`] over the pack made of them. A slice is a few
//! milliseconds of work, so that whoever builds can serve other things in between. Reading
//! files does not belong here.

use std::collections::VecDeque;

use super::Engine;
use crate::{
    error::Result,
    index::{Builder, Concepts, table},
    pack,
    source::{Document, Presets},
};

/// A collection being built: documents are queued, then taken in one slice at a time.
#[derive(Default)]
pub struct Build {
    waiting: VecDeque<Document>,
    builder: Builder,
    done: u32,
}

/// How far a [`Build`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Documents taken in.
    pub done: u32,
    /// Documents in all.
    pub total: u32,
}

/// Text taken in by one [`Build::step`], in bytes: a few milliseconds of work.
const SLICE: usize = 200_000;

impl Build {
    /// An empty collection.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Queues a document.
    pub fn add(&mut self, document: Document) {
        self.waiting.push_back(document);
    }

    /// Takes in documents up to a slice's worth of text.
    ///
    /// # Errors
    /// When a document cannot be taken in; it is left out, the rest goes on.
    pub fn step(&mut self) -> Result<Progress> {
        let mut bytes = 0;
        while bytes < SLICE {
            let Some(document) = self.waiting.pop_front() else { break };
            bytes += document.text.len();
            self.done += 1;
            self.builder.add(&document)?;
        }
        let total = self.done + table::int(self.waiting.len());
        Ok(Progress { done: self.done, total })
    }

    /// Writes the pack and opens it.
    ///
    /// # Errors
    /// When the pack cannot be written.
    pub fn finish(
        mut self,
        title: &str,
        description: &str,
        presets: &Presets,
        concepts: &Concepts,
    ) -> Result<Engine> {
        while !self.waiting.is_empty() {
            self.step()?;
        }
        Engine::open(pack::write(&self.builder.finish(title, description, presets, concepts))?)
    }
}
