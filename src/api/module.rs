//! The class `Engine` of the ES module.
//!
//! In: texts, or the bytes of a pack. Out: what a query finds, and the bytes of the pack.
//! Works in pages and in Node; positions are UTF-16. Every failure is a JavaScript `Error`
//! that says why.

use std::cell::RefCell;

use js_sys::{Array, Error, Reflect, Uint32Array};
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};
use serde_wasm_bindgen::{Serializer, from_value};
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use super::{
    shape,
    units::{Units, units_in},
};
use crate::{
    engine::{Build, Engine},
    error::{Error as Refusal, Kind},
    index::{Concepts, Index, table::int},
    protocol::{Filter, Ranked, Term},
    query::{self, Found, Hit},
    source::collection,
};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** A text to add. Dates are ISO 8601, languages ISO 639 codes. */
export interface Text {
  id: string;
  text?: string;
  html?: string;
  lang?: string;
  title?: string;
  date?: string;
  outlet?: string;
  url?: string;
}

export interface SearchOptions {
  /** Whether to tell where the hits are; true unless said otherwise. */
  positions?: boolean;
  /** Of how many sources to tell where the hits are; all unless said otherwise. */
  limit?: number;
  /** Whether the sources that answer best come first, each with its score. */
  rank?: boolean;
}

/** A hit: UTF-16 positions into the text that was added. */
export interface Mark {
  start: number;
  end: number;
  form: string;
  term: number;
  reason: Reason;
}

export type Reason =
  | "exact" | "spelling" | "inflection" | "prefix" | "name" | "concept" | "fuzzy" | "pattern";

export interface Form {
  form: string;
  lang: string;
  count: number;
  reason: Reason;
  via?: string;
  /** How it came to be one name with what was typed. */
  how?: "known" | "sounds" | "whole" | "full" | "same-source";
  /** The cases that it may be, of a name. */
  cases?: ("genitive" | "dative" | "accusative" | "instrumental" | "locative" | "vocative")[];
  /** The whole reason, in English, where there is more to it. */
  explained?: string;
}

export interface Found {
  total: number;
  sources: { id: string; hits: number; score?: number; marks?: Mark[] }[];
  forms: Form[];
  /** The names that the forms are of. */
  names?: { label: string; kind: "unknown" | "person" | "place" | "body" | "government" }[];
  /** What of the query was not understood. */
  notes?: string[];
  /** Where nothing was found: queries that find what was probably meant. */
  instead?: string[];
}
"#;

/// How many queries are offered in place of one that finds nothing.
const INSTEAD: usize = 3;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(typescript_type = "Text")]
    pub type JsText;
    #[wasm_bindgen(typescript_type = "SearchOptions")]
    pub type JsSearchOptions;
    #[wasm_bindgen(typescript_type = "Found")]
    pub type JsFound;
}

/// A collection of texts that can be searched.
#[wasm_bindgen(js_name = Engine)]
#[derive(Default)]
pub struct Tellings {
    /// The texts added, a JSON line each: the form in which collections come as well.
    lines: String,
    engine: Option<Engine>,
    /// What JavaScript needs of each source, made when it is first needed.
    known: RefCell<Known>,
}

/// Ids as JavaScript's strings, and where UTF-16 units stand in texts that had hits.
#[derive(Default)]
struct Known {
    ids: Option<Array>,
    units: FxHashMap<u32, Units>,
}

#[wasm_bindgen(inline_js = "
export function assemble(ids, counts, places, forms, limit) {
  const sources = new Array(counts.length / 2);
  for (let i = 0, at = 0; i < sources.length; i++) {
    const hits = counts[2 * i + 1];
    const source = { id: ids[counts[2 * i]], hits };
    if (i < limit) {
      const marks = source.marks = new Array(hits);
      for (let j = 0; j < hits; j++, at += 3) {
        const { form, reason } = forms[places[at + 2]];
        marks[j] = { start: places[at], end: places[at + 1], form, term: 0, reason };
      }
    }
    sources[i] = source;
  }
  return sources;
}")]
extern "C" {
    /// One call for a whole answer: a call for each field of each hit would take longer
    /// than the search.
    fn assemble(
        ids: &Array,
        counts: &Uint32Array,
        places: &Uint32Array,
        forms: &JsValue,
        limit: u32,
    ) -> Array;
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct SearchOptions {
    positions: Option<bool>,
    limit: Option<u32>,
    rank: Option<bool>,
}

/// A text as given, in the fields of a JSON line.
#[derive(Serialize, Deserialize)]
struct Line {
    id: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    text: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    html: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    lang: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    title: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    date: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    outlet: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    url: Option<String>,
}

#[wasm_bindgen(js_class = Engine)]
impl Tellings {
    /// An engine without texts: add some, then build.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Opens a pack.
    ///
    /// # Errors
    /// When the bytes are no pack.
    pub fn open(bytes: Vec<u8>) -> Result<Self, JsValue> {
        let engine = Engine::open(bytes).map_err(refused)?;
        Ok(Self { engine: Some(engine), ..Self::default() })
    }

    /// Adds a text, to be searched after the next `build`.
    ///
    /// # Errors
    /// When it has no id, or neither text nor HTML.
    #[wasm_bindgen(js_name = addText)]
    pub fn add_text(&mut self, text: JsText) -> Result<(), JsValue> {
        let line: Line = from_value(text.into()).map_err(|error| thrown(&error.to_string()))?;
        if line.text.is_none() && line.html.is_none() {
            return Err(thrown(&format!("{}: there is neither text nor html", line.id)));
        }
        let line = serde_json::to_string(&line).map_err(|error| thrown(&error.to_string()))?;
        self.lines.push_str(&line);
        self.lines.push('\n');
        Ok(())
    }

    /// Builds the collection of all texts added.
    ///
    /// # Errors
    /// When not one text could be read.
    pub fn build(&mut self) -> Result<(), JsValue> {
        let files = [("texts.jsonl".to_owned(), self.lines.clone().into_bytes())];
        let collection = collection::read(&files).map_err(refused)?;
        let mut build = Build::new();
        for document in collection.sources {
            build.add(document);
        }
        let concepts = Concepts::bundled().map_err(refused)?;
        let engine = build
            .finish(&collection.title, &collection.description, &collection.presets, &concepts)
            .map_err(refused)?;
        self.engine = Some(engine);
        self.known.take();
        Ok(())
    }

    /// What a query finds.
    ///
    /// # Errors
    /// When nothing was built or opened.
    pub fn search(
        &self,
        query: String,
        options: Option<JsSearchOptions>,
    ) -> Result<JsFound, JsValue> {
        let options: SearchOptions = match options {
            Some(options) => {
                from_value(options.into()).map_err(|error| thrown(&error.to_string()))?
            }
            None => SearchOptions::default(),
        };
        let engine = self.engine()?;
        let (term, filter) = (Term::new(query), Filter::default());
        let found = engine.find(&term, &filter);
        let instead = match found.forms.is_empty() {
            true => query::instead(engine.index(), &term.query, INSTEAD),
            false => Vec::new(),
        };
        let head = shape::Found::without_sources(&found, instead);
        let head = head.serialize(&Serializer::json_compatible());
        let head = head.map_err(|error| thrown(&error.to_string()))?;
        let ranking = options
            .rank
            .unwrap_or(false)
            .then(|| query::rank(engine.index(), std::slice::from_ref(&found)));
        let wanted = options.positions.unwrap_or(true);
        let limit = if wanted { options.limit.unwrap_or(u32::MAX) } else { 0 };
        let sources = self.sources(engine.index(), &found, ranking.as_deref(), &head, limit);
        Reflect::set(&head, &"sources".into(), &sources)?;
        Ok(head.into())
    }

    /// The bytes of the pack, for `Engine.open`.
    ///
    /// # Errors
    /// When nothing was built or opened.
    pub fn save(&self) -> Result<Vec<u8>, JsValue> {
        Ok(self.engine()?.pack().to_vec())
    }

    /// The sources of an answer, each of the first `limit` with its marks.
    fn sources(
        &self,
        index: Index<'_>,
        found: &Found,
        ranking: Option<&[Ranked]>,
        head: &JsValue,
        limit: u32,
    ) -> Array {
        let mut known = self.known.borrow_mut();
        let Known { ids, units } = &mut *known;
        let ids = ids.get_or_insert_with(|| {
            index.sources.iter().map(|source| JsValue::from_str(source.id())).collect()
        });
        let mut groups: Vec<&[Hit]> = found.hits.chunk_by(|a, b| a.source == b.source).collect();
        if let Some(ranking) = ranking {
            let places: FxHashMap<&str, usize> =
                ranking.iter().enumerate().map(|(at, one)| (one.id.as_str(), at)).collect();
            groups.sort_by_key(|own| places.get(index.sources.get(own[0].source).id()).copied());
        }
        let mut counts = Vec::with_capacity(2 * groups.len());
        let mut places = Vec::new();
        for (at, own) in (0..).zip(&groups) {
            let source = own[0].source;
            counts.extend([source, int(own.len())]);
            if at >= limit {
                continue;
            }
            let text = index.sources.get(source).bytes();
            let units = units.entry(source).or_insert_with(|| Units::of(text));
            for hit in *own {
                let start = units.at(text, hit.span.start);
                let written = text.get(hit.span.range()).unwrap_or_default();
                places.extend([start, start + units_in(written), hit.form]);
            }
        }
        // A missing list of forms would be one of no hits.
        let forms = Reflect::get(head, &"forms".into()).unwrap_or_default();
        let (counts, places) = (Uint32Array::from(&counts[..]), Uint32Array::from(&places[..]));
        let sources = assemble(ids, &counts, &places, &forms, limit);
        for (source, ranked) in sources.iter().zip(ranking.unwrap_or_default()) {
            // Setting a field of an object of our own cannot fail.
            let _ = Reflect::set(&source, &"score".into(), &ranked.score.into());
        }
        sources
    }

    pub(super) fn engine(&self) -> Result<&Engine, JsValue> {
        let missing = || Refusal::new(Kind::NotFound, "there is nothing to search yet");
        self.engine.as_ref().ok_or_else(|| refused(missing().advise("call build() first")))
    }
}

pub(super) fn refused(error: Refusal) -> JsValue {
    thrown(&error.to_string())
}

pub(super) fn thrown(why: &str) -> JsValue {
    Error::new(why).into()
}
