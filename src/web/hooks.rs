//! What components take from the page: the state, and answers of the engine.

use std::rc::Rc;

use yew::prelude::*;

use super::client::Client;
use crate::{
    protocol::{Progress, Request, Response},
    state::State,
};

/// The state, and the way to change it (`store.dispatch(action)`).
pub type Store = UseReducerHandle<State>;

/// What is known in answer to a request.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// The answer; until it comes, the one to the request before, so that nothing jumps.
    pub response: Option<Rc<Response>>,
    /// Whether it answers the present request.
    pub is_current: bool,
}

impl Answer {
    /// Why the present request was refused, if it was.
    #[must_use]
    pub fn refused(&self) -> Option<&str> {
        match self.response.as_deref() {
            Some(Response::Refused(why)) if self.is_current => Some(why),
            _ => None,
        }
    }
}

/// The state of the page. For pages; components get values.
///
/// `None` outside the page, as in tests of single components.
#[hook]
pub fn use_store() -> Option<Store> {
    use_context::<Store>()
}

/// The way to the engine, for what is asked once; see [`use_answer`] for what is shown.
#[hook]
pub fn use_client() -> Option<Client> {
    use_context::<Client>()
}

/// The engine's answer to `request`, kept up as the request changes: a late answer to an
/// earlier request is dropped. The same request gives the same `Rc`.
#[hook]
pub fn use_answer(request: Option<Request>) -> Answer {
    let client = use_client();
    let latest = use_state(|| None::<(Request, Rc<Response>)>);
    let set = latest.setter();
    use_effect_with((client.clone(), request.clone()), move |(client, request)| {
        let ticket = client.as_ref().zip(request.clone()).map(|(client, request)| {
            let asked = request.clone();
            client.ask_then(request, move |response| set.set(Some((asked, response))))
        });
        move || drop(ticket)
    });
    let known = client.zip(request.as_ref()).and_then(|(client, request)| client.known(request));
    if known.is_some() {
        return Answer { response: known, is_current: true };
    }
    match &*latest {
        Some((asked, response)) => {
            Answer { response: Some(response.clone()), is_current: request.as_ref() == Some(asked) }
        }
        None => Answer { response: None, is_current: false },
    }
}

/// A long job and its answer.
#[derive(Clone, PartialEq)]
pub struct Job {
    /// The answer, once it is there.
    pub response: Option<Rc<Response>>,
    /// How much of a hundred is done.
    pub done: u32,
    /// Whether the reader has stopped it.
    pub is_stopped: bool,
    /// Stops it, or starts it again.
    pub on_stop: Callback<bool>,
}

/// The engine's answer to a long job, which can be watched and stopped. It is stopped, too,
/// when the request changes or nobody shows it any more.
#[hook]
pub fn use_job(request: Request) -> Job {
    let client = use_client();
    let latest = use_state(|| None::<(Request, Rc<Response>)>);
    let done = use_state_eq(|| 0_u32);
    let stopped = use_state_eq(|| None::<Request>);
    let is_stopped = stopped.as_ref() == Some(&request);
    let known = client.as_ref().and_then(|client| client.known(&request));
    let (set, set_done) = (latest.setter(), done.setter());
    use_effect_with((client, request.clone(), is_stopped), move |(client, request, is_stopped)| {
        set_done.set(0);
        let ticket = client.as_ref().filter(|_| !*is_stopped).map(|client| {
            let asked = request.clone();
            let on_progress = move |Progress { done, total }| {
                set_done.set(done.saturating_mul(100) / total.max(1));
            };
            client.ask_long(request.clone(), on_progress, move |response| {
                set.set(Some((asked, response)));
            })
        });
        move || drop(ticket)
    });
    let own = latest.as_ref().filter(|(asked, _)| *asked == request);
    let response = known.or_else(|| own.map(|(_, response)| response.clone()));
    let on_stop = {
        let stopped = stopped.setter();
        Callback::from(move |stop: bool| stopped.set(stop.then(|| request.clone())))
    };
    Job { response, done: *done, is_stopped, on_stop }
}
