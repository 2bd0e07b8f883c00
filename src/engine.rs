//! Stand-in for the engine until it lands.

use crate::{
    error::Result,
    lang::Lang,
    protocol::{Card, CollectionInfo, Request, Response},
};

/// The engine.
pub struct Engine(Vec<u8>);

impl Engine {
    /// Opens a pack.
    ///
    /// # Errors
    /// None.
    pub fn open(pack: Vec<u8>) -> Result<Self> {
        Ok(Self(pack))
    }

    /// The pack.
    #[must_use]
    pub fn pack(&self) -> &[u8] {
        &self.0
    }

    /// Answers.
    #[must_use]
    pub fn answer(&self, request: &Request) -> Response {
        match request {
            Request::Collection => Response::Collection(CollectionInfo {
                title: format!("{} bytes", self.0.len()),
                terms: vec!["sanctions".into()],
                sources: vec![Card {
                    id: "one".into(),
                    title: "Санкции".into(),
                    outlet: None,
                    lang: Lang::RU,
                    date: None,
                    date_reason: None,
                    url: None,
                    cites: None,
                    authors: Vec::new(),
                    words: 3,
                    bytes: 14,
                    comments: 0,
                }],
                ..CollectionInfo::default()
            }),
            other => Response::Refused(format!("{other:?}")),
        }
    }
}
