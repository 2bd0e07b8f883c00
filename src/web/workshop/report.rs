//! What is under way on the bench, and what became of the files given to it.
//!
//! In: the bench and what it shows. Out: the progress, with a button that ends it; of each
//! source what was understood and why, what was set aside, what was left out, with its size;
//! what could not be read, and the way back.

use yew::prelude::*;

use super::bench::{Bench, Now};
use crate::{
    importing::{FileReport, SourceReport, Stage},
    source::{BlockKind, Found},
    web::{components::known, texts::Texts},
};

/// What the report needs.
#[derive(Clone, PartialEq, Properties)]
pub struct ReportProps {
    /// Where it is done.
    pub bench: Bench,
    /// What it shows.
    pub now: Now,
    /// The interface's words.
    pub texts: &'static Texts,
}

/// The report.
#[component]
pub fn Report(props: &ReportProps) -> Html {
    let ReportProps { bench, now, texts } = props;
    let words = texts.workshop;
    let cancel = {
        let bench = bench.clone();
        move |_| bench.cancel()
    };
    let undo = {
        let bench = bench.clone();
        move |_| bench.undo()
    };
    html! {
        <div class="bench" role="status">
            if let Some(progress) = &now.work {
                <p class="bench-work">
                    if let Some(progress) = progress {
                        <span>{ match progress.stage { Stage::Reading => words.reading, Stage::Indexing => words.indexing } }</span>
                        <progress max={progress.total.to_string()} value={progress.done.to_string()} />
                    } else {
                        <span>{ words.at_work }</span><progress />
                    }
                    <button type="button" class="toggle" onclick={cancel}>{ words.cancel }</button>
                </p>
            }
            if !now.problems.is_empty() {
                <ul class="problems">
                    for (index, problem) in now.problems.iter().enumerate() {
                        <li key={index} lang="en">{ problem.clone() }</li>
                    }
                </ul>
            }
            if !now.reports.is_empty() {
                <ul class="reports">
                    for (index, file) in now.reports.iter().enumerate() {
                        <li key={index}>{ of_file(file, texts) }</li>
                    }
                </ul>
            }
            if now.past > 0 && now.work.is_none() {
                <button type="button" class="quiet" id="undo-change" onclick={undo}>{ words.undo_change }</button>
            }
        </div>
    }
}

fn of_file(file: &FileReport, texts: &'static Texts) -> Html {
    html! {
        <>
            <p class="report-file">{ file.name.clone() }</p>
            for (index, problem) in file.problems.iter().enumerate() {
                <p key={index} class="problem" lang="en">{ problem.clone() }</p>
            }
            for source in &file.sources { { of_source(source, texts) } }
        </>
    }
}

fn of_source(source: &SourceReport, texts: &'static Texts) -> Html {
    let words = texts.workshop;
    let SourceReport { id, meta, report, kinds } = source;
    let value = |found: &Option<Found<String>>| found.as_ref().map(|found| found.value.clone());
    let title = value(&meta.title).unwrap_or_else(|| id.clone());
    let sum = |is_aside: bool| {
        let own = kinds.iter().filter(|(kind, ..)| (*kind == BlockKind::Boilerplate) == is_aside);
        own.map(|(_, _, bytes)| *bytes).sum::<u32>()
    };
    let dropped: u64 = report.dropped.iter().map(|(_, bytes)| *bytes).sum();
    let dropped = u32::try_from(dropped).unwrap_or(u32::MAX);
    let size = |bytes: u32, name: &str| format!("{name} {} B", texts.number(bytes));
    html! {
        <details key={id.clone()} class="report-source">
            <summary>
                <span class="report-title" lang={meta.lang.value.to_string()}>{ title }</span>
                <span class="kicker">
                    for part in [value(&meta.outlet), value(&meta.date)].into_iter().flatten() { <span>{ part }</span> }
                    <span>{ texts.language_name(meta.lang.value) }</span>
                    <span>{ size(sum(false), words.understood) }</span>
                    <span>{ size(sum(true), words.set_aside) }</span>
                    <span>{ size(dropped, words.dropped) }</span>
                </span>
            </summary>
            { known::items(meta, false, texts, &|_| Html::default()) }
            { known::bytes(kinds, report, texts) }
        </details>
    }
}
