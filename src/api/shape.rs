//! The shapes of answers outside the page.
//!
//! In: answers of the engine and, for each source, how to count its [`Positions`]. Out:
//! values to print or to hand to JavaScript. Field names are part of the interface.

use std::collections::BTreeMap;

use serde::Serialize;

use super::units::Positions;
use crate::{
    lang::Lang,
    protocol::{
        self, Case, EvidenceKind, FormCount, How, Mark, Method, NameFound, SearchAnswer, Why,
    },
    query,
    span::Span,
};

/// What a query found.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Found {
    /// Hits in all sources.
    pub total: u32,
    /// The sources with hits, in the collection's order.
    pub sources: Vec<SourceFound>,
    /// Every form that the query covers.
    pub forms: Vec<Form>,
    /// What of the query was not understood, as sentences.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<String>,
    /// The names that its forms are of.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub names: Vec<NameFound>,
    /// Where nothing was found: queries that find what was probably meant.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub instead: Vec<String>,
}

/// What a query found in one source.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SourceFound {
    /// The source's id.
    pub id: String,
    /// Its hits.
    pub hits: u32,
    /// How well it answers, where the sources stand in that order.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub score: Option<f64>,
    /// Where they are, if asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub marks: Option<Vec<MarkFound>>,
}

/// One hit.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MarkFound {
    /// Where it begins.
    pub start: u32,
    /// Where it ends.
    pub end: u32,
    /// The form that matched.
    pub form: String,
    /// Which of the terms, from 0.
    pub term: u32,
    /// Why it matched.
    pub reason: Why,
}

/// A form that the query covers.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Form {
    /// Its letters as mostly written.
    pub form: String,
    /// Its language.
    pub lang: Lang,
    /// Its hits.
    pub count: u32,
    /// Why it belongs to the query.
    pub reason: Why,
    /// Through which word or subject.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub via: Option<String>,
    /// How it came to be one name with what was typed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub how: Option<How>,
    /// The cases that it may be, of a name.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub cases: Vec<Case>,
    /// The whole reason, in English, where there is more to it than that.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub explained: Option<String>,
}

impl Found {
    /// The answer to a search for one term, still without marks.
    #[must_use]
    pub fn new(answer: &SearchAnswer) -> Self {
        let term = answer.terms.first().cloned().unwrap_or_default();
        let sources = answer.sources.iter().map(|source| SourceFound {
            id: source.id.clone(),
            hits: source.hits.first().copied().unwrap_or_default(),
            score: None,
            marks: None,
        });
        Self {
            total: term.total,
            sources: sources.filter(|source| source.hits > 0).collect(),
            forms: term.forms.iter().map(Form::new).collect(),
            notes: term.notes,
            names: term.names,
            instead: term.instead.into_iter().map(|one| one.text).collect(),
        }
    }

    /// What was found, still without sources.
    #[must_use]
    pub fn without_sources(found: &query::Found, instead: Vec<protocol::Suggestion>) -> Self {
        Self {
            total: crate::index::table::int(found.hits.len()),
            sources: Vec::new(),
            forms: found.forms.iter().map(Form::new).collect(),
            notes: found.notes.clone(),
            names: found.names.clone(),
            instead: instead.into_iter().map(|one| one.text).collect(),
        }
    }

    /// Puts the sources in the order of a ranking.
    pub fn put_in_order(&mut self, ranking: &[protocol::Ranked]) {
        let places: BTreeMap<&str, usize> =
            (0..).zip(ranking).map(|(at, ranked)| (ranked.id.as_str(), at)).collect();
        self.sources.sort_by_key(|source| places.get(source.id.as_str()).copied());
        for source in &mut self.sources {
            let place = places.get(source.id.as_str());
            source.score = place.map(|&at| ranking[at].score);
        }
    }

    /// The marks of one source, in its positions.
    #[must_use]
    pub fn marks(&self, marks: &[Mark], positions: &Positions<'_>) -> Vec<MarkFound> {
        let found = marks.iter().filter_map(|mark| {
            let form = self.forms.get(mark.form as usize)?;
            Some(MarkFound {
                start: positions.of(mark.span.start),
                end: positions.of(mark.span.end),
                form: form.form.clone(),
                term: mark.term,
                reason: form.reason,
            })
        });
        found.collect()
    }
}

impl Form {
    fn new(form: &FormCount) -> Self {
        let more = form.how.is_some() || !form.cases.is_empty();
        let explained = more.then(|| form.explained());
        let FormCount { form, lang, count, reason, via, how, cases, off: _ } = form.clone();
        Self { explained, form, lang, count, reason, via, how, cases }
    }
}

/// Sources compared.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Comparison {
    /// Passages that tell the same.
    pub links: Vec<Link>,
    /// Passages that only one source has: `only_a`, `only_b`, and so on.
    #[serde(flatten)]
    pub only: BTreeMap<&'static str, Vec<Passage>>,
    /// For each source, what most others tell and it does not.
    pub silences: Vec<Vec<Silence>>,
    /// Subjects and where they occur.
    pub concepts: Vec<Shared>,
    /// Names and where they occur.
    pub names: Vec<Shared>,
    /// Other words of weight and where they occur.
    pub words: Vec<Shared>,
    /// Figures and where they occur.
    pub figures: Vec<Shared>,
    /// How much every two of the sources meet.
    pub meetings: Vec<protocol::Meeting>,
    /// The words that passages joined by the reader taught.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub taught: Vec<Taught>,
}

/// Two words that joined passages taught.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Taught {
    /// The words, in the order of their languages.
    pub words: [protocol::TaughtWord; 2],
    /// How reliably the one stands where the other does.
    pub reliability: f64,
    /// The joined passages that taught it.
    pub because: Vec<[Passage; 2]>,
    /// Whether it was switched off.
    pub off: bool,
}

/// Two passages that tell the same.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Link {
    /// The passage of the source named earlier.
    pub a: Passage,
    /// Its counterpart.
    pub b: Passage,
    /// How sure, from 0 to 1.
    pub score: f64,
    /// How it was found: by `evidence` alone, by its place in the `order` as well, or
    /// `joined` by the reader.
    pub method: Method,
    /// What ties them.
    pub evidence: Vec<Evidence>,
}

/// A stretch of a source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Passage {
    /// The source's id.
    pub source: String,
    /// Where it begins.
    pub start: u32,
    /// Where it ends.
    pub end: u32,
}

/// What two passages share, and where it stands in each.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Evidence {
    /// What kind of tie it is.
    pub kind: EvidenceKind,
    /// In the first.
    pub a: Passage,
    /// In the second.
    pub b: Passage,
}

/// What most other sources tell and one does not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Silence {
    /// What kind of thing it is; nothing for a whole passage.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<EvidenceKind>,
    /// As mostly written; empty for a passage.
    pub label: String,
    /// A query that finds it; empty for a passage.
    pub query: String,
    /// How many of the others tell it.
    pub sources: u32,
    /// Where the others tell it.
    pub passages: Vec<Passage>,
}

/// Something that sources share or do not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Shared {
    /// As mostly written.
    pub label: String,
    /// A query that finds it.
    pub query: String,
    /// How often in each source, in the order asked.
    pub counts: Vec<u32>,
    /// Where.
    pub passages: Vec<Passage>,
}

impl Comparison {
    /// A comparison in the positions of each source; a source that is not in `positions`
    /// is counted in bytes.
    #[must_use]
    pub fn new(from: &protocol::Comparison, positions: &BTreeMap<String, Positions<'_>>) -> Self {
        const ONLY: [&str; 4] = ["only_a", "only_b", "only_c", "only_d"];
        let bytes = Positions::bytes();
        let place = |source: &str, span: Span| {
            let positions = positions.get(source).unwrap_or(&bytes);
            let (start, end) = (positions.of(span.start), positions.of(span.end));
            Passage { source: source.to_owned(), start, end }
        };
        let passage = |from: &protocol::Passage| place(&from.source, from.span);
        let passages = |from: &[protocol::Passage]| from.iter().map(passage).collect::<Vec<_>>();
        let shared = |from: &[protocol::Shared]| {
            let shared = from.iter().map(|one| Shared {
                label: one.label.clone(),
                query: one.query.clone(),
                counts: one.counts.clone(),
                passages: passages(&one.passages),
            });
            shared.collect()
        };
        let silences = |from: &[protocol::Silence]| {
            let silences = from.iter().map(|one| Silence {
                kind: one.kind,
                label: one.label.clone(),
                query: one.query.clone(),
                sources: one.sources,
                passages: passages(&one.passages),
            });
            silences.collect()
        };
        let links = from.links.iter().map(|link| Link {
            a: passage(&link.a),
            b: passage(&link.b),
            score: link.score,
            method: link.method,
            evidence: link
                .evidence
                .iter()
                .map(|tie| Evidence {
                    kind: tie.kind,
                    a: place(&link.a.source, tie.a),
                    b: place(&link.b.source, tie.b),
                })
                .collect(),
        });
        let taught = from.taught.iter().map(|one| Taught {
            words: one.words.clone(),
            reliability: one.reliability,
            because: one.because.iter().map(|pair| pair.each_ref().map(passage)).collect(),
            off: one.off,
        });
        Self {
            links: links.collect(),
            only: ONLY.into_iter().zip(from.only.iter().map(|only| passages(only))).collect(),
            silences: from.silences.iter().map(|own| silences(own)).collect(),
            concepts: shared(&from.concepts),
            names: shared(&from.names),
            words: shared(&from.words),
            figures: shared(&from.figures),
            meetings: from.meetings.clone(),
            taught: taught.collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{Comparison, Found};
    use crate::{
        api::units::Positions,
        lang::Lang,
        protocol::{self, FormCount, Mark, Passage, SearchAnswer, SourceHits, TermAnswer, Why},
        span::Span,
    };

    fn answer() -> SearchAnswer {
        let form = FormCount {
            form: "санкций".into(),
            lang: Lang::RU,
            count: 1,
            reason: Why::Inflection,
            via: None,
            how: None,
            cases: Vec::new(),
            off: false,
        };
        SearchAnswer {
            terms: vec![TermAnswer {
                total: 1,
                sources: 1,
                forms: vec![form],
                ..TermAnswer::default()
            }],
            sources: vec![
                SourceHits { id: "a".into(), hits: vec![0] },
                SourceHits { id: "b".into(), hits: vec![1] },
            ],
            facets: vec![],
        }
    }

    #[test]
    fn a_search_is_told_as_the_interface_promises() {
        let mut found = Found::new(&answer());
        let mark = Mark { span: Span::new(3, 17), term: 0, form: 0 };
        let marks = found.marks(&[mark], &Positions::utf16("о санкций"));
        found.sources[0].marks = Some(marks);
        let json = serde_json::to_string(&found).unwrap();
        assert_eq!(
            json,
            r#"{"total":1,"sources":[{"id":"b","hits":1,"marks":[{"start":2,"end":9,"form":"санкций","term":0,"reason":"inflection"}]}],"forms":[{"form":"санкций","lang":"ru","count":1,"reason":"inflection"}]}"#
        );
    }

    #[test]
    fn a_comparison_names_what_each_source_has_alone() {
        let only = |source: &str| vec![Passage { source: source.into(), span: Span::new(2, 4) }];
        let from = protocol::Comparison {
            only: vec![only("a"), only("b")],
            ..protocol::Comparison::default()
        };
        let positions = BTreeMap::from([("b".to_owned(), Positions::utf16("дд"))]);
        let json = serde_json::to_value(Comparison::new(&from, &positions)).unwrap();
        assert_eq!(json["only_a"][0]["start"], 2, "bytes");
        assert_eq!(json["only_b"][0]["start"], 1, "UTF-16");
    }
}
