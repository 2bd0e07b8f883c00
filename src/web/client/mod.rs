//! The page's way to the engine.
//!
//! In: [`Request`]s. Out: [`Response`]s, each to whoever still waits for it. The engine
//! works in a worker; where none can be had it works here, one answer a turn. A worker
//! that dies or does not answer in time is replaced, and what it was asked is asked once
//! more. What the reader should know of this comes as [`Notice`]s. Another pack can take the
//! place of the one that is open, which stays where the other cannot be opened. Which
//! question waits for which is the [`desk`]'s business.

mod desk;
mod here;
mod packs;

use std::{
    cell::RefCell,
    future::Future,
    rc::{Rc, Weak},
};

use desk::Desk;
use futures_channel::oneshot;
use gloo::timers::callback::Timeout;
use js_sys::Uint8Array;
use packs::Next;
use wasm_bindgen_futures::spawn_local;
use web_sys::Blob;
use yew::Callback;

use super::{
    browser::Boot,
    worker::{
        Hired, Sign,
        messages::{Order, Report},
    },
};
use crate::{
    engine::Engine,
    protocol::{Progress, Request, Response},
    state::Notice,
    wire::BUILD,
};

/// How long a worker may take to say that it is there, in milliseconds. Where none can be had,
/// browsers say so at once; one that comes late on a busy machine is worth waiting for, because
/// without it the page stands still over every answer.
const HELLO: u32 = 20_000;
/// How long opening the pack may take.
const OPENING: u32 = 60_000;
/// How long one answer may take.
const ANSWER: u32 = 20_000;

/// Whom an answer goes to, and how far it is.
struct Reply {
    then: Box<dyn FnOnce(Rc<Response>)>,
    on_progress: Option<Rc<dyn Fn(Progress)>>,
}

/// The way to the engine. Clones are the same way.
#[derive(Clone)]
pub struct Client(Rc<Inner>);

impl PartialEq for Client {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

struct Inner {
    boot: Boot,
    desk: RefCell<Desk<Reply>>,
    seat: RefCell<Seat>,
    /// Runs out when the engine is lost; dropped when it has answered.
    deadline: RefCell<Option<Timeout>>,
    herald: RefCell<Herald>,
    /// The pack that is open, where it is not the page's own.
    pack: RefCell<Option<Blob>>,
    /// The pack that shall take its place, while it is opened.
    next: RefCell<Option<Next>>,
    on_replaced: RefCell<Option<Rc<dyn Fn()>>>,
}

/// Who answers.
enum Seat {
    /// A worker that has not said hello.
    Coming(Hired),
    /// A worker that opens the pack. Whether it is the second to try.
    Opening(Hired, bool),
    /// A worker with the pack open.
    Ready(Hired),
    /// Ourselves, while the pack is opened.
    Arriving,
    /// Ourselves.
    Here(Box<Engine>),
    /// Nobody, and why.
    Closed(String),
}

/// Who hears of notices; they are kept until somebody does.
#[derive(Default)]
struct Herald {
    to: Option<Callback<Notice>>,
    kept: Vec<Notice>,
}

/// A question under way. Dropped, its answer goes to nobody.
#[must_use]
pub struct Ticket {
    number: u32,
    inner: Weak<Inner>,
}

impl Drop for Ticket {
    fn drop(&mut self) {
        let Some(inner) = self.inner.upgrade() else { return };
        let desk = inner.desk.try_borrow_mut();
        let cancelled = desk.ok().and_then(|mut desk| desk.withdraw(self.number));
        if let Some(id) = cancelled {
            Client(inner).cancel(id);
        }
    }
}

impl Client {
    /// Hires a worker and has it open the pack of the page.
    #[must_use]
    pub fn new(boot: Boot) -> Self {
        let client = Self(Rc::new(Inner {
            boot,
            desk: RefCell::default(),
            seat: RefCell::new(Seat::Arriving),
            deadline: RefCell::default(),
            herald: RefCell::default(),
            pack: RefCell::default(),
            next: RefCell::default(),
            on_replaced: RefCell::default(),
        }));
        client.hire(false);
        client
    }

    /// The page's own start.
    #[must_use]
    pub fn boot(&self) -> &Boot {
        &self.0.boot
    }

    /// The answer to `request`; dropped, the question is withdrawn.
    pub fn ask(&self, request: Request) -> impl Future<Output = Rc<Response>> + use<> {
        let (tell, told) = oneshot::channel();
        let ticket = self.ask_then(request, move |response| {
            // Nobody listens when the future was dropped.
            let _ = tell.send(response);
        });
        async move {
            let response = told.await;
            drop(ticket);
            response.unwrap_or_else(|_| Rc::new(Response::Refused("The page was closed".into())))
        }
    }

    /// Calls `then` with the answer to `request`, unless the ticket is dropped before: at
    /// once where the answer is known.
    pub fn ask_then(&self, request: Request, then: impl FnOnce(Rc<Response>) + 'static) -> Ticket {
        self.put(request, Box::new(then), None)
    }

    /// The same for a question that takes long: tells `on_progress` how far its answer is.
    pub fn ask_long(
        &self,
        request: Request,
        on_progress: impl Fn(Progress) + 'static,
        then: impl FnOnce(Rc<Response>) + 'static,
    ) -> Ticket {
        self.put(request, Box::new(then), Some(Rc::new(on_progress)))
    }

    fn put(
        &self,
        request: Request,
        then: Box<dyn FnOnce(Rc<Response>)>,
        on_progress: Option<Rc<dyn Fn(Progress)>>,
    ) -> Ticket {
        let inner = Rc::downgrade(&self.0);
        if let Some(known) = self.known(&request) {
            then(known);
            return Ticket { number: 0, inner };
        }
        let number = self.0.desk.borrow_mut().ask(request, Reply { then, on_progress });
        self.go_on();
        Ticket { number, inner }
    }

    /// The answer to `request` if it was asked lately: the same value every time.
    #[must_use]
    pub fn known(&self, request: &Request) -> Option<Rc<Response>> {
        self.0.desk.borrow_mut().known(request)
    }

    /// Calls `to` with every notice, those that came before included.
    pub fn on_notice(&self, to: &Callback<Notice>) {
        let mut herald = self.0.herald.borrow_mut();
        herald.to = Some(to.clone());
        let kept = std::mem::take(&mut herald.kept);
        drop(herald);
        for notice in kept {
            to.emit(notice);
        }
    }

    fn notify(&self, notice: Notice) {
        let to = self.0.herald.borrow().to.clone();
        match to {
            Some(to) => to.emit(notice),
            None => self.0.herald.borrow_mut().kept.push(notice),
        }
    }

    fn hire(&self, is_second: bool) {
        let inner = Rc::downgrade(&self.0);
        match self.0.boot.hire() {
            Ok(worker) => {
                let hired = Hired::new(worker, move |sign| {
                    if let Some(inner) = inner.upgrade() {
                        Self(inner).hear(sign, is_second);
                    }
                });
                self.0.seat.replace(Seat::Coming(hired));
                self.expect_within(HELLO);
            }
            Err(_) => self.sit_down(),
        }
    }

    /// Takes note of what the worker lets us know.
    fn hear(&self, sign: Sign<Report>, is_second: bool) {
        match sign {
            Sign::Report(Report::Hello { build }, _) if build == BUILD => {
                self.hand_over(is_second);
            }
            Sign::Report(Report::Hello { .. }, _) => self.sit_down(),
            Sign::Report(Report::Opened, _) => {
                self.0.seat.replace_with(|seat| match std::mem::replace(seat, Seat::Arriving) {
                    Seat::Opening(hired, _) => Seat::Ready(hired),
                    other => other,
                });
                self.0.deadline.take();
                self.opened(Ok(()));
                self.go_on();
            }
            Sign::Report(Report::Unreadable(why), _) => {
                let is_open = matches!(&*self.0.seat.borrow(), Seat::Ready(_));
                if is_open { self.opened(Err(why)) } else { self.close(why) }
            }
            Sign::Report(Report::Answer { id, response }, _) => self.answered(id, response),
            Sign::Report(Report::Progress { id, progress }, _) => {
                self.watch();
                self.progressed(id, progress);
            }
            Sign::Report(Report::Panicked(why), _) | Sign::Died(why) => self.lost(&why),
        }
    }

    /// Has the worker open the pack.
    fn hand_over(&self, is_second: bool) {
        self.0.seat.replace_with(|seat| match std::mem::replace(seat, Seat::Arriving) {
            Seat::Coming(hired) => Seat::Opening(hired, is_second),
            other => other,
        });
        // Loading the pack takes as long as the network does.
        self.0.deadline.take();
        let client = self.clone();
        spawn_local(async move {
            match client.pack().await {
                Ok(pack) => {
                    if let Seat::Opening(hired, _) = &*client.0.seat.borrow() {
                        hired.order(&Order::Open, Some(&pack));
                        client.expect_within(OPENING);
                    }
                }
                Err(why) => client.close(why),
            }
        });
    }

    /// Works without a worker from now on.
    fn sit_down(&self) {
        self.0.seat.replace(Seat::Arriving);
        self.0.deadline.take();
        self.notify(Notice::WithoutWorker);
        let client = self.clone();
        spawn_local(async move {
            match client.open().await {
                Ok(engine) => {
                    client.0.seat.replace(Seat::Here(Box::new(engine)));
                    client.opened(Ok(()));
                    client.go_on();
                }
                Err(why) => client.close(why),
            }
        });
    }

    async fn open(&self) -> Result<Engine, String> {
        let pack = Uint8Array::new(&self.pack().await?.into()).to_vec();
        Engine::open(pack).map_err(|error| error.to_string())
    }

    /// The engine is lost: replaces it.
    fn lost(&self, why: &str) {
        self.0.deadline.take();
        let is_open = matches!(&*self.0.seat.borrow(), Seat::Ready(_));
        if is_open {
            self.opened(Err(why.to_owned()));
        }
        let seat = self.0.seat.replace(Seat::Arriving);
        match seat {
            Seat::Coming(_) => self.sit_down(),
            Seat::Opening(_, false) => self.hire(true),
            Seat::Opening(_, true) => self.close(why.to_owned()),
            Seat::Ready(_) => {
                let given_up = self.0.desk.borrow_mut().lose();
                self.hire(false);
                self.notify(Notice::Restarted);
                tell(given_up, &refused(&format!("The engine stopped twice over this: {why}")));
            }
            other => {
                self.0.seat.replace(other);
            }
        }
    }

    /// There is nothing to ask: everyone is told why.
    fn close(&self, why: String) {
        self.opened(Err(why.clone()));
        self.0.deadline.take();
        let refused = refused(&why);
        self.0.seat.replace(Seat::Closed(why.clone()));
        self.notify(Notice::Unreadable(why));
        let all = self.0.desk.borrow_mut().close();
        tell(all, &refused);
    }

    /// Puts the next question, if the engine is free.
    fn go_on(&self) {
        let seat = self.0.seat.borrow();
        match &*seat {
            Seat::Ready(hired) => {
                let mut desk = self.0.desk.borrow_mut();
                while let Some((id, request)) = desk.send() {
                    hired.order(&Order::Ask { id, request }, None);
                }
                drop(desk);
                self.watch();
            }
            Seat::Here(_) => {
                let mut desk = self.0.desk.borrow_mut();
                while let Some((id, request)) = desk.send() {
                    let client = self.clone();
                    // In a turn of its own, so that the browser can paint before.
                    Timeout::new(0, move || client.answer_here(id, &request)).forget();
                }
            }
            Seat::Closed(why) => {
                let refused = refused(why);
                drop(seat);
                let all = self.0.desk.borrow_mut().close();
                tell(all, &refused);
            }
            Seat::Coming(_) | Seat::Opening(..) | Seat::Arriving => {}
        }
    }

    /// Tells who waits for a long answer how far it is.
    fn progressed(&self, id: u32, progress: Progress) {
        let desk = self.0.desk.borrow();
        let told: Vec<_> = desk.waits(id).filter_map(|reply| reply.on_progress.clone()).collect();
        drop(desk);
        told.iter().for_each(|on_progress| on_progress(progress));
    }

    /// Nobody waits for a long answer any more.
    fn cancel(&self, id: u32) {
        let Ok(seat) = self.0.seat.try_borrow() else { return };
        if let Seat::Ready(hired) = &*seat {
            hired.order(&Order::Cancel { id }, None);
        }
        drop(seat);
        self.go_on();
    }

    fn answered(&self, id: u32, response: Response) {
        let answer = self.0.desk.borrow_mut().answer(id, response);
        if let Some((response, replies)) = answer {
            self.go_on();
            tell(replies, &response);
        }
    }

    /// Gives the engine time for what it has in hand; if that is nothing (it may have been
    /// cancelled), nothing is expected of it.
    fn watch(&self) {
        if self.0.desk.borrow().is_busy() {
            self.expect_within(ANSWER);
        } else {
            self.0.deadline.take();
        }
    }

    fn expect_within(&self, milliseconds: u32) {
        let inner = Rc::downgrade(&self.0);
        let timeout = Timeout::new(milliseconds, move || {
            if let Some(inner) = inner.upgrade() {
                Self(inner).lost("no answer in time");
            }
        });
        self.0.deadline.replace(Some(timeout));
    }
}

fn refused(why: &str) -> Rc<Response> {
    Rc::new(Response::Refused(why.to_owned()))
}

fn tell(replies: Vec<Reply>, response: &Rc<Response>) {
    for reply in replies {
        (reply.then)(response.clone());
    }
}
