//! Answers where no worker can be had: in the page, in turns between what it does otherwise.
//!
//! In: a question that has its turn. Out: its answer, as a worker would have given it; a long
//! one is worked on a slice at a time. Whose turn it is belongs to the [`desk`](super::desk).

use gloo::timers::callback::Timeout;

use super::{Client, Seat};
use crate::{compare::job::Job, protocol::Request, web::worker::slice};

impl Client {
    pub(super) fn answer_here(&self, id: u32, request: &Request) {
        let response = match &*self.0.seat.borrow() {
            Seat::Here(engine) => match engine.begin(request) {
                Some(job) => return self.work_here(id, job),
                None => engine.answer(request),
            },
            _ => return,
        };
        self.answered(id, response);
    }

    /// Works on a long answer here, a slice in each turn.
    fn work_here(&self, id: u32, mut job: Job) {
        let client = self.clone();
        Timeout::new(0, move || {
            if client.0.desk.borrow().waits(id).next().is_none() {
                return;
            }
            let progress = match &*client.0.seat.borrow() {
                Seat::Here(engine) => slice(engine, &mut job),
                _ => return,
            };
            if let Some(progress) = progress {
                client.progressed(id, progress);
                return client.work_here(id, job);
            }
            let response = match &*client.0.seat.borrow() {
                Seat::Here(engine) => engine.end(job),
                _ => return,
            };
            client.answered(id, response);
        })
        .forget();
    }
}
