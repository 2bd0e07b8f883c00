//! The queue of questions to the engine, without the browser.
//!
//! In: questions with whom to tell, answers, losses. Out: what to send next and whom to
//! tell. One question is with the engine at a time, so a question nobody waits for any
//! more costs nothing, and a deadline counts the engine's work only; beside it one of those
//! that take long, which the engine answers in slices. The same question
//! from two places is asked once; the latest answers are remembered, so that the same
//! question gets the same value. Invariant: everyone who asked and did not withdraw is
//! told exactly once.

use std::{collections::VecDeque, rc::Rc};

use crate::protocol::{Request, Response};

/// How many answers are remembered.
const REMEMBERED: usize = 24;

/// How often a question is put to an engine that it stops.
const TRIES: u8 = 2;

/// Questions, in the order asked. `R` is whom to tell.
pub struct Desk<R> {
    waiting: VecDeque<Question<R>>,
    asked: Option<Question<R>>,
    /// One that takes long.
    long: Option<Question<R>>,
    /// Latest used last.
    known: VecDeque<(Request, Rc<Response>)>,
    last: u32,
}

struct Question<R> {
    id: u32,
    request: Request,
    tries: u8,
    replies: Vec<(u32, R)>,
}

impl<R> Default for Desk<R> {
    fn default() -> Self {
        Self { waiting: VecDeque::new(), asked: None, long: None, known: VecDeque::new(), last: 0 }
    }
}

impl<R> Desk<R> {
    /// The answer, where it is remembered.
    pub fn known(&mut self, request: &Request) -> Option<Rc<Response>> {
        let at = self.known.iter().position(|(known, _)| known == request)?;
        let known = self.known.remove(at)?;
        let response = known.1.clone();
        self.known.push_back(known);
        Some(response)
    }

    /// Forgets the answers: another collection is open. What took long of the one before is
    /// asked of this one, under another number, lest an answer of the one before be taken.
    pub fn forget(&mut self) {
        self.known.clear();
        if let Some(mut question) = self.long.take() {
            self.last += 1;
            question.id = self.last;
            self.waiting.push_front(question);
        }
    }

    /// Takes a question in; the number withdraws it.
    pub fn ask(&mut self, request: Request, reply: R) -> u32 {
        self.last += 1;
        let ticket = self.last;
        let under_way = self.asked.iter_mut().chain(&mut self.long);
        match under_way.chain(&mut self.waiting).find(|one| one.request == request) {
            Some(same) => same.replies.push((ticket, reply)),
            None => self.waiting.push_back(Question {
                id: ticket,
                request,
                tries: 0,
                replies: vec![(ticket, reply)],
            }),
        }
        ticket
    }

    /// Whoever got this number does not wait any more. Gives the number of a long question
    /// that is to be cancelled: nobody waits for it.
    pub fn withdraw(&mut self, ticket: u32) -> Option<u32> {
        let under_way = self.asked.iter_mut().chain(&mut self.long);
        for question in under_way.chain(&mut self.waiting) {
            question.replies.retain(|(other, _)| *other != ticket);
        }
        self.waiting.retain(|question| !question.replies.is_empty());
        self.long.take_if(|question| question.replies.is_empty()).map(|question| question.id)
    }

    /// The question to put to the engine now, if it is free and there is one. Ask again: one
    /// that takes long leaves it free for another.
    pub fn send(&mut self) -> Option<(u32, Request)> {
        let (busy, long) = (self.asked.is_some(), self.long.is_some());
        let fits = |question: &Question<R>| if question.request.is_long() { !long } else { !busy };
        let question = self.waiting.remove(self.waiting.iter().position(fits)?)?;
        let sent = (question.id, question.request.clone());
        let seat = if sent.1.is_long() { &mut self.long } else { &mut self.asked };
        *seat = Some(question);
        Some(sent)
    }

    /// Whether the engine has anything in hand.
    pub fn is_busy(&self) -> bool {
        self.asked.is_some() || self.long.is_some()
    }

    /// Who waits for a long question.
    pub fn waits(&self, id: u32) -> impl Iterator<Item = &R> {
        let own = self.long.iter().filter(move |question| question.id == id);
        own.flat_map(|question| question.replies.iter().map(|(_, reply)| reply))
    }

    /// Takes an answer: the value to share, and whom to tell. `None` for an answer that is
    /// not awaited.
    pub fn answer(&mut self, id: u32, response: Response) -> Option<(Rc<Response>, Vec<R>)> {
        let asked = self.asked.take_if(|question| question.id == id);
        let question = asked.or_else(|| self.long.take_if(|question| question.id == id))?;
        let response = Rc::new(response);
        if !matches!(*response, Response::Refused(_)) {
            if self.known.len() >= REMEMBERED {
                self.known.pop_front();
            }
            self.known.push_back((question.request, response.clone()));
        }
        Some((response, tickets_off(question.replies)))
    }

    /// The engine was lost. What it had in hand is asked again, or, if that has stopped the
    /// engine before, given up: these must be told.
    #[must_use]
    pub fn lose(&mut self) -> Vec<R> {
        let mut given_up = Vec::new();
        for mut question in self.long.take().into_iter().chain(self.asked.take()) {
            question.tries += 1;
            if question.tries >= TRIES {
                given_up.extend(tickets_off(question.replies));
            } else if !question.replies.is_empty() {
                self.waiting.push_front(question);
            }
        }
        given_up
    }

    /// There will be no engine any more: all who wait must be told.
    #[must_use]
    pub fn close(&mut self) -> Vec<R> {
        let under_way = self.asked.take().into_iter().chain(self.long.take());
        let questions = under_way.chain(self.waiting.drain(..));
        questions.flat_map(|question| tickets_off(question.replies)).collect()
    }
}

fn tickets_off<R>(replies: Vec<(u32, R)>) -> Vec<R> {
    replies.into_iter().map(|(_, reply)| reply).collect()
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::{Desk, REMEMBERED};
    use crate::protocol::{Request, Response};

    fn source(id: impl ToString) -> Request {
        Request::Source { id: id.to_string() }
    }

    fn marks() -> Response {
        Response::Marks(Vec::new())
    }

    #[test]
    fn one_question_at_a_time_is_with_the_engine() {
        let mut desk = Desk::default();
        desk.ask(source(1), "first");
        desk.ask(source(2), "second");
        let (id, request) = desk.send().unwrap();
        assert_eq!(request, source(1));
        assert_eq!(desk.send(), None);
        assert_eq!(desk.answer(id, marks()).unwrap().1, ["first"]);
        assert_eq!(desk.send().unwrap().1, source(2));
    }

    fn matches(most: u32) -> Request {
        Request::Matches { most }
    }

    #[test]
    fn beside_a_question_that_takes_long_another_is_asked() {
        let mut desk = Desk::default();
        desk.ask(matches(1), "long");
        desk.ask(matches(2), "longer");
        desk.ask(source(1), "short");
        let (id, request) = desk.send().unwrap();
        assert_eq!(request, matches(1));
        assert_eq!(desk.send().unwrap().1, source(1), "the second long one waits");
        assert_eq!(desk.send(), None);
        assert_eq!(desk.waits(id).collect::<Vec<_>>(), [&"long"]);
        assert_eq!(desk.answer(id, marks()).unwrap().1, ["long"]);
        assert_eq!(desk.send().unwrap().1, matches(2));
    }

    #[test]
    fn a_long_question_nobody_waits_for_is_cancelled() {
        let mut desk = Desk::default();
        let tickets = [desk.ask(matches(1), ()), desk.ask(matches(1), ())];
        let (id, _) = desk.send().unwrap();
        assert_eq!(desk.withdraw(tickets[0]), None, "the other waits");
        assert_eq!(desk.withdraw(tickets[1]), Some(id));
        assert!(!desk.is_busy() && desk.answer(id, marks()).is_none());
    }

    #[test]
    fn a_long_question_is_asked_again_of_another_collection() {
        let mut desk = Desk::default();
        let ticket = desk.ask(matches(1), "long");
        let (before, _) = desk.send().unwrap();
        desk.forget();
        assert!(desk.answer(before, marks()).is_none(), "that was of the one before");
        let (id, request) = desk.send().unwrap();
        assert_eq!(request, matches(1));
        assert_eq!(desk.waits(id).collect::<Vec<_>>(), [&"long"]);
        assert_eq!(desk.withdraw(ticket), Some(id), "it can still be cancelled");
    }

    #[test]
    fn a_question_nobody_waits_for_is_not_asked() {
        let mut desk = Desk::default();
        let stale = desk.ask(source(1), "stale");
        desk.ask(source(2), "fresh");
        desk.withdraw(stale);
        assert_eq!(desk.send().unwrap().1, source(2));
    }

    #[test]
    fn a_stale_answer_reaches_nobody_but_is_remembered() {
        let mut desk = Desk::default();
        let ticket = desk.ask(source(1), "stale");
        let (id, _) = desk.send().unwrap();
        desk.withdraw(ticket);
        assert!(desk.answer(id, marks()).unwrap().1.is_empty());
        assert!(desk.known(&source(1)).is_some());
        assert!(desk.answer(id, marks()).is_none(), "an answer counts once");
    }

    #[test]
    fn the_same_question_is_asked_once_and_answered_to_all() {
        let mut desk = Desk::default();
        desk.ask(source(1), "a");
        let (id, _) = desk.send().unwrap();
        desk.ask(source(1), "b");
        let (response, told) = desk.answer(id, marks()).unwrap();
        assert_eq!(told, ["a", "b"]);
        assert!(Rc::ptr_eq(&response, &desk.known(&source(1)).unwrap()));
        assert_eq!(desk.send(), None);
    }

    #[test]
    fn a_question_that_stops_the_engine_twice_is_given_up_and_the_next_goes_on() {
        let mut desk = Desk::default();
        desk.ask(source("bad"), "bad");
        desk.ask(source("good"), "good");
        desk.send();
        assert!(desk.lose().is_empty());
        assert_eq!(desk.send().unwrap().1, source("bad"));
        assert_eq!(desk.lose(), ["bad"]);
        assert_eq!(desk.send().unwrap().1, source("good"));
    }

    #[test]
    fn a_refusal_is_not_remembered() {
        let mut desk = Desk::default();
        desk.ask(source(1), ());
        let (id, _) = desk.send().unwrap();
        desk.answer(id, Response::Refused("no".into()));
        assert_eq!(desk.known(&source(1)), None);
    }

    #[test]
    fn the_answers_used_last_are_remembered() {
        let mut desk = Desk::default();
        for n in 0..=REMEMBERED {
            desk.ask(source(n), ());
            let (id, _) = desk.send().unwrap();
            desk.answer(id, marks());
            assert!(desk.known(&source(0)).is_some());
        }
        assert_eq!(desk.known(&source(1)), None);
    }

    #[test]
    fn what_is_forgotten_is_asked_again() {
        let mut desk = Desk::default();
        desk.ask(source(1), ());
        let (id, _) = desk.send().unwrap();
        desk.answer(id, marks());
        desk.forget();
        assert_eq!(desk.known(&source(1)), None);
    }

    #[test]
    fn closing_tells_everyone() {
        let mut desk = Desk::default();
        desk.ask(source(1), "asked");
        desk.ask(source(2), "waiting");
        desk.send();
        assert_eq!(desk.close(), ["asked", "waiting"]);
        assert_eq!(desk.send(), None);
    }
}
