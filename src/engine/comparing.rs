//! Answers to what readers ask when they compare and count.
//!
//! In: the index and a request. Out: its answer. Apart from what opens, searches and reads,
//! because a page loads this part of the program only when it is asked for (`web::late`); so
//! nothing of it may be inlined there.

use super::{find, found};
use crate::{
    compare,
    error::{Error, Kind, Result},
    index::Index,
    protocol::{Request, Response},
    query,
};

/// Answers a request.
///
/// # Errors
/// When it names something that is not there.
#[inline(never)]
pub fn answer(index: Index<'_>, request: &Request) -> Result<Response> {
    Ok(match request {
        Request::Csv { terms, filter, order } => {
            let found = found(index, terms, filter);
            Response::Csv(query::csv(index, terms, &found, order))
        }
        Request::Rank { terms, filter } => {
            Response::Ranking(query::rank(index, &found(index, terms, filter)))
        }
        Request::Collocates { terms, filter, window, least, measure, count } => {
            let found = found(index, terms, filter);
            Response::Collocates(query::collocates(
                index, &found, filter, *window, *least, *measure, *count,
            ))
        }
        Request::Compare { ids, corrections } => {
            let sources = numbers(index, ids)?;
            Response::Comparison(compare::compare(index, &sources, corrections))
        }
        Request::Coverage { of, filter, most } => {
            Response::Coverage(compare::coverage::coverage(index, *of, filter, *most))
        }
        Request::Frequencies { of, group, most } => {
            Response::Frequencies(compare::keyness::frequencies(index, *of, group, *most))
        }
        Request::Keyness { of, group, against, least, most } => {
            Response::Keyness(compare::keyness::keyness(index, *of, group, against, *least, *most))
        }
        Request::Readers { id, of, most } => {
            let source = find(index, id)?.number();
            Response::Readers(compare::readers::readers(index, source, *of, *most))
        }
        Request::Told { ids } => Response::Told(compare::told::told(index, &numbers(index, ids)?)),
        Request::Timeline { filter } => {
            Response::Timeline(compare::timeline::timeline(index, filter))
        }
        Request::Reuse { filter, most } => {
            Response::Reuse(compare::reuse::reuse(index, filter, *most))
        }
        Request::Matches { most } => {
            Response::Matches(compare::matching::matches(index, *most as usize))
        }
        Request::Diff { a, b } => {
            let (in_a, in_b) = (find(index, &a.source)?, find(index, &b.source)?);
            Response::Diff(compare::diff::of_passages(in_a.text(), a, in_b.text(), b))
        }
        _ => {
            return Err(Error::new(Kind::Input, "this is asked of the engine itself"));
        }
    })
}

fn numbers(index: Index<'_>, ids: &[String]) -> Result<Vec<u32>> {
    ids.iter().map(|id| Ok(find(index, id)?.number())).collect()
}
