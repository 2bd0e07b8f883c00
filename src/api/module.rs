//! The class `Engine` of the ES module.
//!
//! In: texts, or the bytes of a pack. Out: what a query finds, and the bytes of the pack.
//! Works in pages and in Node; positions are UTF-16. Every failure is a JavaScript `Error`
//! that says why.

use js_sys::Error;
use serde::{Deserialize, Serialize};
use serde_wasm_bindgen::{Serializer, from_value};
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use super::{shape::Found, units::Positions};
use crate::{
    engine::{Build, Engine},
    error::{Error as Refusal, Kind},
    index::Concepts,
    protocol::{Filter, Request, Response, Term},
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
}

/** A hit: UTF-16 positions into the text that was added. */
export interface Mark {
  start: number;
  end: number;
  form: string;
  term: number;
  reason: Reason;
}

export type Reason = "exact" | "spelling" | "inflection" | "prefix" | "name" | "concept";

export interface Found {
  total: number;
  sources: { id: string; hits: number; marks?: Mark[] }[];
  forms: { form: string; lang: string; count: number; reason: Reason; via?: string }[];
  /** What of the query was not understood. */
  notes?: string[];
}
"#;

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
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct SearchOptions {
    positions: Option<bool>,
    limit: Option<usize>,
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
        Ok(Self { engine: Some(engine), lines: String::new() })
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
        let (terms, filter) = (vec![Term::new(query)], Filter::default());
        let request = Request::Search { terms: terms.clone(), filter: filter.clone() };
        let mut found = match engine.answer(&request) {
            Response::Search(answer) => Found::new(&answer),
            response => return Err(unexpected(response)),
        };
        let wanted = options.positions.unwrap_or(true);
        let marked = if wanted { options.limit.unwrap_or(usize::MAX) } else { 0 };
        for (at, (id, marks)) in
            engine.all_marks(&terms[0], &filter).into_iter().take(marked).enumerate()
        {
            let text =
                engine.index().sources.find(id).map(|source| source.text()).unwrap_or_default();
            let marks = found.marks(&marks, &Positions::utf16(text));
            if let Some(source) = found.sources.get_mut(at) {
                source.marks = Some(marks);
            }
        }
        let value = found.serialize(&Serializer::json_compatible());
        value.map(JsValue::into).map_err(|error| thrown(&error.to_string()))
    }

    /// The bytes of the pack, for `Engine.open`.
    ///
    /// # Errors
    /// When nothing was built or opened.
    pub fn save(&self) -> Result<Vec<u8>, JsValue> {
        Ok(self.engine()?.pack().to_vec())
    }

    fn engine(&self) -> Result<&Engine, JsValue> {
        let missing = || Refusal::new(Kind::NotFound, "there is nothing to search yet");
        self.engine.as_ref().ok_or_else(|| refused(missing().advise("call build() first")))
    }
}

fn refused(error: Refusal) -> JsValue {
    thrown(&error.to_string())
}

fn unexpected(response: Response) -> JsValue {
    match response {
        Response::Refused(why) => thrown(&why),
        _ => thrown("the engine answered something else"),
    }
}

fn thrown(why: &str) -> JsValue {
    Error::new(why).into()
}
