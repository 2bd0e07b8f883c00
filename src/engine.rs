//! The only door into the engine: a [`Request`] in, a [`Response`] out.
//!
//! In: the bytes of a pack, or documents to build one from (`Build`, with feature
//! `import`). Out: answers. A request never changes the engine, so answers can be asked for
//! in any order and again. A question that has no answer gets [`Response::Refused`] with a
//! sentence, never a panic.

#[cfg(feature = "import")]
mod build;

#[cfg(feature = "import")]
pub use build::{Build, Progress};

use crate::{
    compare,
    error::{Error, Kind, Result},
    index::{Index, Source},
    pack::Pack,
    protocol::{
        BlockInfo, Card, CollectionInfo, Mark, Request, Response, SearchAnswer, SourceHits,
        SourceText, TermAnswer,
    },
    query::{self, Filter, Found, Scope, Term},
    source::Presets,
};

/// A collection that can be asked.
pub struct Engine {
    pack: Pack,
}

impl Engine {
    /// Opens a pack.
    ///
    /// # Errors
    /// When the bytes are no pack, of another version, or damaged.
    pub fn open(pack: Vec<u8>) -> Result<Self> {
        Ok(Self { pack: Pack::open(pack)? })
    }

    /// The bytes of the pack.
    #[must_use]
    pub fn pack(&self) -> &[u8] {
        self.pack.bytes()
    }

    /// The index in it.
    #[must_use]
    pub fn index(&self) -> Index<'_> {
        self.pack.index()
    }

    /// Answers a request.
    #[must_use]
    pub fn answer(&self, request: &Request) -> Response {
        match self.ask(request) {
            Ok(response) => response,
            Err(error) => Response::Refused(error.to_string()),
        }
    }

    /// Answers a request; a refusal is an error.
    ///
    /// # Errors
    /// When the request names something that is not there.
    pub fn ask(&self, request: &Request) -> Result<Response> {
        let index = self.index();
        Ok(match request {
            Request::Collection => Response::Collection(self.collection()),
            Request::Search { terms, filter } => Response::Search(search(index, terms, filter)),
            Request::Source { id } => Response::Source(source_text(find(index, id)?)),
            Request::Marks { id, terms, filter } => {
                Response::Marks(marks(find(index, id)?.number(), &found(index, terms, filter)))
            }
            Request::Hits { terms, filter, order, from, count } => {
                let found = found(index, terms, filter);
                Response::Hits(query::concordance(index, &found, order, *from, *count))
            }
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
            Request::Compare { ids } => {
                Response::Comparison(compare::compare(index, &numbers(index, ids)?))
            }
            Request::Coverage { of, filter, most } => {
                Response::Coverage(compare::coverage::coverage(index, *of, filter, *most))
            }
            Request::Frequencies { of, group, most } => {
                Response::Frequencies(compare::keyness::frequencies(index, *of, group, *most))
            }
            Request::Keyness { of, group, against, least, most } => Response::Keyness(
                compare::keyness::keyness(index, *of, group, against, *least, *most),
            ),
            Request::Readers { id, of, most } => {
                let source = find(index, id)?.number();
                Response::Readers(compare::readers::readers(index, source, *of, *most))
            }
            Request::Told { ids } => {
                Response::Told(compare::told::told(index, &numbers(index, ids)?))
            }
            Request::Timeline { filter } => {
                Response::Timeline(compare::timeline::timeline(index, filter))
            }
            Request::Reuse { filter, most } => {
                Response::Reuse(compare::reuse::reuse(index, filter, *most))
            }
            Request::Diff { a, b } => {
                let (in_a, in_b) = (find(index, &a.source)?, find(index, &b.source)?);
                Response::Diff(compare::diff::of_passages(in_a.text(), a, in_b.text(), b))
            }
            Request::Suggest { text, count } => {
                Response::Suggestions(query::suggest(index, text, *count as usize))
            }
        })
    }

    /// What one term finds, as it is: for programs that shape their own answers.
    #[must_use]
    pub fn find(&self, term: &Term, filter: &Filter) -> Found {
        query::search(self.index(), term, filter)
    }

    /// The marks of one term in all sources at once, by id in the collection's order: what
    /// [`Request::Marks`] gives of each.
    #[must_use]
    pub fn all_marks(&self, term: &Term, filter: &Filter) -> Vec<(&str, Vec<Mark>)> {
        let index = self.index();
        let found = [query::search(index, term, filter)];
        let sources =
            found[0].hits.chunk_by(|a, b| a.source == b.source).map(|hits| hits[0].source);
        sources.map(|source| (index.sources.get(source).id(), marks(source, &found))).collect()
    }

    fn collection(&self) -> CollectionInfo {
        let index = self.index();
        let Presets { terms, view } = index.presets();
        CollectionInfo {
            title: index.title().to_owned(),
            description: index.description().to_owned(),
            terms,
            view,
            hash: self.pack.hash(),
            sources: index.sources.iter().map(card).collect(),
        }
    }
}

fn find<'a>(index: Index<'a>, id: &str) -> Result<Source<'a>> {
    index.sources.find(id).ok_or_else(|| {
        Error::new(Kind::NotFound, format!("there is no source “{id}” in this collection"))
    })
}

fn numbers(index: Index<'_>, ids: &[String]) -> Result<Vec<u32>> {
    ids.iter().map(|id| Ok(find(index, id)?.number())).collect()
}

fn found(index: Index<'_>, terms: &[Term], filter: &Filter) -> Vec<Found> {
    terms.iter().map(|term| query::search(index, term, filter)).collect()
}

/// How many queries are offered in place of one that finds nothing.
const INSTEAD: usize = 3;

fn search(index: Index<'_>, terms: &[Term], filter: &Filter) -> SearchAnswer {
    let found = found(index, terms, filter);
    let scope = Scope::new(index, &[filter]);
    let mut sources = Vec::new();
    for source in index.sources.iter().filter(|source| scope.admits(source.number())) {
        let hits = found.iter().map(|found| count(found.in_source(source.number()))).collect();
        sources.push(SourceHits { id: source.id().to_owned(), hits });
    }
    let terms = found
        .into_iter()
        .zip(terms)
        .map(|(found, term)| TermAnswer {
            instead: match found.forms.is_empty() {
                true => query::instead(index, &term.query, INSTEAD),
                false => Vec::new(),
            },
            total: count(&found.hits),
            sources: count(found.hits.chunk_by(|a, b| a.source == b.source)),
            forms: found.forms,
            notes: found.notes,
        })
        .collect();
    SearchAnswer { terms, sources, facets: query::facets(index, filter) }
}

fn count<T>(hits: impl IntoIterator<Item = T>) -> u32 {
    hits.into_iter().fold(0, |count, _| count + 1)
}

fn marks(source: u32, found: &[Found]) -> Vec<Mark> {
    let mut marks = Vec::new();
    for (term, found) in (0..).zip(found) {
        let own = found.in_source(source).iter();
        marks.extend(own.map(|hit| Mark { span: hit.span, term, form: hit.form }));
    }
    marks.sort_unstable_by_key(|mark| (mark.span, mark.term));
    marks
}

/// A headline is cut after this many characters where the first words stand in for it.
const TITLE: usize = 90;

fn card(source: Source<'_>) -> Card {
    let owned = |known: Option<&str>| known.map(str::to_owned);
    let title = owned(source.title()).unwrap_or_else(|| {
        let main = source.blocks().find(|block| block.kind().is_main());
        let text = main.map(|block| block.span().of_text(source.text())).unwrap_or_default();
        let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
        match words.char_indices().nth(TITLE) {
            Some((end, _)) => format!("{}…", &words[..words[..end].rfind(' ').unwrap_or(end)]),
            None => words,
        }
    });
    Card {
        id: source.id().to_owned(),
        title,
        outlet: owned(source.outlet()),
        lang: source.lang(),
        date: owned(source.date()),
        date_reason: owned(source.date_reason()),
        url: owned(source.url()),
        cites: owned(source.cites()),
        authors: source.authors().map(str::to_owned).collect(),
        words: source.words(),
        bytes: crate::index::table::int(source.text().len()),
        comments: source.comments(),
    }
}

fn source_text(source: Source<'_>) -> SourceText {
    let blocks = source.blocks().map(|block| BlockInfo {
        kind: block.kind(),
        span: block.span(),
        lang: block.lang(),
        depth: block.depth(),
        author: block.author().map(str::to_owned),
        time: block.time().map(str::to_owned),
        body: block.body(),
        reason: block.reason().to_owned(),
    });
    SourceText { card: card(source), text: source.text().to_owned(), blocks: blocks.collect() }
}
