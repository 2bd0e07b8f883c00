//! `search` and `compare`: questions to a collection.

use std::{collections::BTreeMap, fmt::Write as _, path::Path, process::ExitCode};

use super::{files, hits, output::Output, refused};
use crate::{
    api::{
        shape::{self, Shared},
        units::Positions,
    },
    engine::Engine,
    error::Result,
    protocol::{Corrections, Filter, HitOrder, Meets, Method, Passage, Request, Response, Term},
};

/// Lines of context that `search` prints of one collection at most.
const LINES: u32 = 100;
/// Rows of a list that `compare` prints at most.
const ROWS: usize = 20;

/// Finds a query in all sources.
pub(super) fn search(
    out: &Output,
    path: &Path,
    query: &str,
    order: &hits::Order,
    rank: bool,
) -> Result<ExitCode> {
    let engine = files::engine(path)?;
    let terms = vec![Term::new(query)];
    let filter = Filter::default();
    let answer =
        match engine.answer(&Request::Search { terms: terms.clone(), filter: filter.clone() }) {
            Response::Search(answer) => answer,
            other => return Err(refused(other)),
        };
    let mut found = shape::Found::new(&answer);
    if !out.json {
        if rank {
            put_best_first(&engine, &mut found, terms.clone(), filter.clone())?;
        }
        return print_found(out, &engine, &found, terms, filter, order.as_asked());
    }
    for (at, (_, marks)) in engine.all_marks(&terms[0], &filter).into_iter().enumerate() {
        let marks = found.marks(&marks, &Positions::bytes());
        if let Some(source) = found.sources.get_mut(at) {
            source.marks = Some(marks);
        }
    }
    if rank {
        put_best_first(&engine, &mut found, terms, filter)?;
    }
    out.value(&found)?;
    Ok(ExitCode::SUCCESS)
}

/// Puts the sources that answer best first.
fn put_best_first(
    engine: &Engine,
    found: &mut shape::Found,
    terms: Vec<Term>,
    filter: Filter,
) -> Result<()> {
    match engine.answer(&Request::Rank { terms, filter }) {
        Response::Ranking(ranking) => {
            found.put_in_order(&ranking);
            Ok(())
        }
        other => Err(refused(other)),
    }
}

fn print_found(
    out: &Output,
    engine: &Engine,
    found: &shape::Found,
    terms: Vec<Term>,
    filter: Filter,
    order: HitOrder,
) -> Result<ExitCode> {
    let mut text = String::new();
    for note in &found.notes {
        let _ = writeln!(text, "Note: {note}");
    }
    for instead in &found.instead {
        let _ = writeln!(text, "Did you mean: {instead}");
    }
    let _ = writeln!(text, "{} hits in {} sources", found.total, found.sources.len());
    for source in &found.sources {
        let _ = writeln!(text, "{:6}  {}", source.hits, source.id);
    }
    for name in &found.names {
        let _ = writeln!(text, "Name: {} ({})", name.label, name.kind.name());
    }
    let _ = writeln!(text, "\nForms");
    for form in &found.forms {
        let shape::Form { form, lang, count, reason, via, explained, .. } = form;
        let reason = format!("{reason:?}").to_lowercase();
        let via = via.as_ref().map(|via| format!(", {via}")).unwrap_or_default();
        let told = explained.clone().unwrap_or(reason + &via);
        let _ = writeln!(text, "{count:6}  {lang} {form} ({told})");
    }
    let request = Request::Hits { terms, filter, order, from: 0, count: LINES };
    if let Response::Hits(answer) = engine.answer(&request) {
        let _ = writeln!(text, "\nHits");
        text.push_str(&hits::lines(&answer));
        if answer.total > LINES {
            let more = answer.total - LINES;
            let _ = writeln!(text, "  … and {more} more; `concordance` lists all");
        }
    }
    out.text(&text)?;
    Ok(ExitCode::SUCCESS)
}

/// Compares sources.
pub(super) fn compare(out: &Output, path: &Path, ids: &[String]) -> Result<ExitCode> {
    let engine = files::engine(path)?;
    let comparison = match engine
        .answer(&Request::Compare { ids: ids.to_vec(), corrections: Corrections::default() })
    {
        Response::Comparison(comparison) => comparison,
        other => return Err(refused(other).in_file(files::name(path))),
    };
    let shape = shape::Comparison::new(&comparison, &BTreeMap::new());
    if out.json {
        out.value(&shape)?;
        return Ok(ExitCode::SUCCESS);
    }
    let index = engine.index();
    let words = |passage: &Passage| {
        let source = index.sources.find(&passage.source);
        let text = source.map(|source| passage.span.of_text(source.text())).unwrap_or_default();
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let mut text = String::new();
    for meeting in &comparison.meetings {
        let [a, b] = &meeting.sources;
        let how = match meeting.how {
            Meets::Versions => "are versions of one text",
            Meets::Reports => "report the same",
            Meets::Little => "share little, most likely they tell different events",
        };
        let ([in_a, in_b], [of_a, of_b]) = (meeting.linked, meeting.passages);
        let _ = writeln!(text, "{a} and {b} {how}: {in_a} of {of_a} passages and {in_b} of {of_b}");
    }
    let _ = writeln!(text, "\nPassages that tell the same");
    for link in &comparison.links {
        let method = match link.method {
            Method::Order => "by order and evidence",
            Method::Evidence => "by evidence",
            Method::Joined => "by hand",
        };
        let spans = link.evidence.iter().map(|tie| {
            let of = |passage: &Passage, span| Passage { source: passage.source.clone(), span };
            format!("{} = {}", words(&of(&link.a, tie.a)), words(&of(&link.b, tie.b)))
        });
        let ties: Vec<String> = spans.collect();
        let _ = writeln!(text, "  {:.2} {method}: {}", link.score, ties.join("; "));
        let _ = writeln!(text, "    {}: {}", link.a.source, words(&link.a));
        let _ = writeln!(text, "    {}: {}", link.b.source, words(&link.b));
    }
    for (id, only) in ids.iter().zip(&comparison.only) {
        let _ = writeln!(text, "\nOnly in {id}: {} passages", only.len());
        for passage in only {
            let _ = writeln!(text, "  {}", words(passage));
        }
    }
    for (id, silences) in ids.iter().zip(&comparison.silences) {
        if !silences.is_empty() {
            let _ = writeln!(text, "\nMost others tell it, {id} does not");
        }
        for silence in silences {
            let place =
                silence.passages.iter().map(|one| format!("{}: {}", one.source, words(one)));
            let places: Vec<String> = place.collect();
            let what = if silence.label.is_empty() { "a passage" } else { &silence.label };
            let _ = writeln!(text, "  {what} ({} sources)", silence.sources);
            for place in places.iter().take(3) {
                let _ = writeln!(text, "    {place}");
            }
        }
    }
    let lists = [
        ("Names", &shape.names),
        ("Subjects", &shape.concepts),
        ("Figures", &shape.figures),
        ("Words", &shape.words),
    ];
    for (title, list) in lists {
        table(&mut text, title, ids, list);
    }
    out.text(&text)?;
    Ok(ExitCode::SUCCESS)
}

fn table(text: &mut String, title: &str, ids: &[String], list: &[Shared]) {
    let shared: Vec<&Shared> =
        list.iter().filter(|row| row.counts.iter().all(|&count| count > 0)).collect();
    let _ = writeln!(text, "\n{title} in all: {}", shared.len());
    for row in shared.into_iter().take(ROWS) {
        let counts: Vec<String> = row.counts.iter().map(u32::to_string).collect();
        let _ = writeln!(text, "  {} ({})", row.label, counts.join(" : "));
    }
    for (at, id) in ids.iter().enumerate() {
        let only = list.iter().filter(|row| {
            row.counts.iter().enumerate().all(|(other, &count)| (count > 0) == (other == at))
        });
        let labels: Vec<String> =
            only.take(ROWS).map(|row| format!("{} ({})", row.label, row.counts[at])).collect();
        if !labels.is_empty() {
            let _ = writeln!(text, "  only in {id}: {}", labels.join(", "));
        }
    }
}
