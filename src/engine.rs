//! The only door into the engine: a [`Request`] in, a [`Response`] out.
//!
//! In: the bytes of a pack, or documents to build one from (`Build`, with feature
//! `import`). Out: answers. A request never changes the engine, so answers can be asked for
//! in any order and again. A question that has no answer gets [`Response::Refused`] with a
//! sentence, never a panic.

#[cfg(feature = "import")]
mod build;
mod comparing;

#[cfg(feature = "import")]
pub use build::{Build, Progress};

use std::borrow::Cow;

use crate::{
    compare::{
        self,
        job::{Done, Job},
    },
    error::{Error, Kind, Result},
    index::{Index, Source},
    lang::Lang,
    pack::Pack,
    protocol::{
        BlockInfo, Card, CollectionInfo, Mark, Request, Response, SearchAnswer, SourceHits,
        SourceText, TermAnswer,
    },
    query::{self, Filter, Found, Scope, Term},
    sort::{sort, sort_by_key},
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

    /// The pack in as few bytes as it can travel in: it opens as the same pack.
    #[must_use]
    pub fn travelling_pack(&self) -> Cow<'_, [u8]> {
        self.pack.slim().map_or(Cow::Borrowed(self.pack.bytes()), Cow::Owned)
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
            Request::Mentions { filter, most } => {
                Response::Mentions(query::mentions(index, filter, *most))
            }
            Request::Labels { lang } => Response::Labels(labels(index, *lang)),
            Request::Suggest { text, count } => {
                Response::Suggestions(query::suggest(index, text, *count as usize))
            }
            other => comparing::answer(index, other)?,
        })
    }

    /// Begins to answer a request that takes long; nothing for one that does not.
    #[must_use]
    pub fn begin(&self, request: &Request) -> Option<Job> {
        match request {
            Request::Reuse { filter, most } => Some(Job::reuse(self.index(), filter, *most)),
            Request::Matches { most } => Some(Job::matches(*most)),
            _ => None,
        }
    }

    /// Works on it for a slice; says how far it is, and nothing when it is done.
    pub fn advance(&self, job: &mut Job) -> Option<compare::Progress> {
        let more = job.step(self.index());
        more.then(|| job.progress(self.index()))
    }

    /// The answer: that of the same request asked at once.
    #[must_use]
    pub fn end(&self, job: Job) -> Response {
        match job.finish(self.index()) {
            Done::Reuse(reuse) => Response::Reuse(reuse),
            Done::Matches(matches) => Response::Matches(matches),
        }
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
        let Presets { terms, view, notes } = index.presets();
        CollectionInfo {
            title: index.title().to_owned(),
            description: index.description().to_owned(),
            terms,
            view,
            notes,
            hash: self.pack.hash(),
            sources: index.sources.iter().map(card).collect(),
        }
    }
}

fn labels(index: Index<'_>, lang: Lang) -> Vec<(String, String)> {
    let word = |concept| {
        let word = index.concept_label(concept, lang)?;
        Some((index.concepts.label(concept).to_owned(), word.to_owned()))
    };
    let mut labels: Vec<_> = (0..index.concepts.len()).filter_map(word).collect();
    sort(&mut labels);
    labels
}

fn find<'a>(index: Index<'a>, id: &str) -> Result<Source<'a>> {
    index.sources.find(id).ok_or_else(|| {
        Error::new(Kind::NotFound, format!("there is no source “{id}” in this collection"))
    })
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
            names: found.names,
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
    sort_by_key(&mut marks, |mark| (mark.span, mark.term));
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
    let (meta, report) = source.known_of();
    SourceText {
        card: card(source),
        text: source.text().to_owned(),
        blocks: blocks.collect(),
        meta: Box::new(meta),
        report,
    }
}
