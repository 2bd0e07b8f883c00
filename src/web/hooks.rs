//! What components take from the page: the state, and answers of the engine.

use std::rc::Rc;

use yew::prelude::*;

use super::client::Client;
use crate::{
    protocol::{Request, Response},
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
