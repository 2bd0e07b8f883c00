//! What page and worker tell each other: an [`Order`] there, a [`Report`] back.
//!
//! Packs go along as `ArrayBuffer`s. How a message is sent is for [`crate::wire`].

use serde::{Deserialize, Serialize};

use crate::protocol::{Progress, Request, Response};

/// From the page to the worker.
#[allow(clippy::large_enum_variant, reason = "made one at a time and packed at once")]
#[derive(Debug, Serialize, Deserialize)]
pub enum Order {
    /// Open the pack that goes along. The one that was open stays where it cannot be.
    Open,
    /// Answer this.
    Ask {
        /// Names the answer.
        id: u32,
        /// The question.
        request: Request,
    },
    /// Nobody waits for the answer to this any more.
    Cancel {
        /// Names the answer.
        id: u32,
    },
}

/// From the worker to the page.
#[allow(clippy::large_enum_variant, reason = "made one at a time and packed at once")]
#[derive(Debug, Serialize, Deserialize)]
pub enum Report {
    /// The worker is there.
    Hello {
        /// Its [`BUILD`](crate::wire::BUILD).
        build: String,
    },
    /// The pack is open.
    Opened,
    /// The pack cannot be opened, and why.
    Unreadable(String),
    /// How far a long answer is.
    Progress {
        /// Of the question.
        id: u32,
        /// How far.
        progress: Progress,
    },
    /// An answer.
    Answer {
        /// Of the question.
        id: u32,
        /// What was found.
        response: Response,
    },
    /// The worker panicked and will answer no more.
    Panicked(String),
}
