//! How far a long job is, and the way to stop it.
//!
//! In: a job that has no answer yet. Out: a bar with the same in words; when it was stopped,
//! the way to start it again; when it was refused, why.

use yew::prelude::*;

use super::waiting::refused;
use crate::{
    protocol::Response,
    web::{hooks::Job, texts::Texts},
};

/// The bar of a job.
pub fn progress(job: &Job, texts: &'static Texts) -> Html {
    let own = texts.comparing;
    if let Some(Response::Refused(why)) = job.response.as_deref() {
        return refused(why);
    }
    let (start, stop) = (job.on_stop.reform(|_| false), job.on_stop.reform(|_| true));
    html! {
        <div class="job">
            if job.is_stopped {
                <p class="note" role="status">{ own.cancelled }</p>
                <button type="button" class="toggle" onclick={start}>{ own.start }</button>
            } else {
                <progress class="is-waiting" max="100" value={job.done.to_string()} aria-label={texts.loading} />
                <span class="note">{ (own.percent_done)(job.done) }</span>
                <button type="button" class="toggle" onclick={stop}>{ texts.workshop.cancel }</button>
            }
        </div>
    }
}
