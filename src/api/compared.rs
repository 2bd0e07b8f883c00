//! What the class `Engine` of the ES module tells of sources set against each other.
//!
//! In: ids of sources and options. Out: the shapes of `asked`, `shape` and `places`,
//! positions in UTF-16. Every failure is a JavaScript `Error` that says why.

use serde::de::DeserializeOwned;
use serde_wasm_bindgen::from_value;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use super::{
    asked::Asked,
    module::{Tellings, refused, thrown},
    places::{self, Places, value},
    shape::Comparison,
    units::Positions,
};
use crate::protocol::{Request, Response};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** Which sources and blocks; what is left out narrows nothing. */
export interface Filter {
  ids?: string[];
  langs?: string[];
  outlets?: string[];
  /** ISO 8601, inclusive. */
  from?: string;
  to?: string;
  /** Kinds of blocks: headline, paragraph, comment … */
  kinds?: string[];
}

/** A stretch of a source. */
export interface Passage { source: string; start: number; end: number; }

export interface Word { lang: string; word: string; }

/** What a reader changed about links. */
export interface Corrections {
  broken?: [Passage, Passage][];
  joined?: [Passage, Passage][];
  unlearned?: [Word, Word][];
}

export interface CompareOptions { corrections?: Corrections; }
export interface TableOptions {
  of?: "words" | "names" | "concepts";
  filter?: Filter;
  against?: Filter;
  least?: number;
  most?: number;
}

export type EvidenceKind = "name" | "figure" | "concept" | "word" | "taught";

export interface Link {
  a: Passage;
  b: Passage;
  score: number;
  method: "order" | "evidence" | "joined";
  evidence: { kind: EvidenceKind; a: Passage; b: Passage }[];
}

export interface Meeting {
  sources: [string, string];
  linked: [number, number];
  passages: [number, number];
  how: "versions" | "reports" | "little";
}

export interface Taught {
  words: [Word, Word];
  reliability: number;
  because: [Passage, Passage][];
  off: boolean;
}

export interface Silence {
  kind?: EvidenceKind;
  label: string;
  query: string;
  sources: number;
  passages: Passage[];
}

export interface Shared { label: string; query: string; counts: number[]; passages: Passage[]; }

export interface Alignment { links: Link[]; meetings: Meeting[]; taught?: Taught[]; }

export interface Comparison extends Alignment {
  only_a?: Passage[];
  only_b?: Passage[];
  only_c?: Passage[];
  only_d?: Passage[];
  silences: Silence[][];
  concepts: Shared[];
  names: Shared[];
  words: Shared[];
  figures: Shared[];
}

export interface Matches {
  sources: {
    id: string;
    matches: { id: string; score: number; days: number | null; shared: [string, string][] }[];
  }[];
  groups: string[][];
}

export interface Reuse {
  rows: {
    a: Passage;
    b: Passage;
    same: number;
    words: [number, number];
    first: "a" | "b" | null;
  }[];
  total: number;
  sources: { id: string; words: number; shared: number }[];
  common: number;
}

export interface Keyness {
  words: [number, number];
  sources: [number, number];
  total: number;
  rows: {
    label: string;
    query: string;
    lang: string | null;
    counts: [number, number];
    log_likelihood: number;
    log_ratio: number;
    deviation: [number | null, number | null];
    sources: [number, number];
    passages: Passage[];
  }[];
}

interface Cell { start: number; end: number; passage: { start: number; end: number }; }

export interface FigureRow {
  unit: string;
  counted: string;
  agreement: "alone" | "same" | "different";
  /** For each source its figures. */
  cells: (Cell & {
    value: number;
    up_to: number | null;
    exact: "plain" | "about" | "over" | "under";
  })[][];
}

export interface DateRow { when: string; cells: (Cell & { when: string; how: string })[][]; }

export interface QuotationRow {
  speaker: string;
  cells: (Cell & {
    direct: boolean;
    speaker: { start: number; end: number } | null;
    through: { start: number; end: number }[];
  })[][];
}
"#;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(typescript_type = "CompareOptions")]
    pub type JsCompareOptions;
    #[wasm_bindgen(typescript_type = "TableOptions")]
    pub type JsTableOptions;
    #[wasm_bindgen(typescript_type = "Comparison")]
    pub type JsComparison;
    #[wasm_bindgen(typescript_type = "Alignment")]
    pub type JsAlignment;
    #[wasm_bindgen(typescript_type = "Silence[][]")]
    pub type JsSilences;
    #[wasm_bindgen(typescript_type = "Matches")]
    pub type JsMatches;
    #[wasm_bindgen(typescript_type = "Reuse")]
    pub type JsReuse;
    #[wasm_bindgen(typescript_type = "Keyness")]
    pub type JsKeyness;
    #[wasm_bindgen(typescript_type = "FigureRow[]")]
    pub type JsFigures;
    #[wasm_bindgen(typescript_type = "DateRow[]")]
    pub type JsDates;
    #[wasm_bindgen(typescript_type = "QuotationRow[]")]
    pub type JsQuotations;
}

#[wasm_bindgen(js_class = Engine)]
impl Tellings {
    /// Two to four sources side by side: what they share and what only one has.
    ///
    /// # Errors
    /// When nothing was built or opened, or there is no such source.
    pub fn compare(
        &self,
        ids: Vec<String>,
        options: Option<JsCompareOptions>,
    ) -> Result<JsComparison, JsValue> {
        Ok(self.compared(ids, options)?.into())
    }

    /// The passages of sources that tell the same, and how much they meet.
    ///
    /// # Errors
    /// As `compare`.
    pub fn align(
        &self,
        ids: Vec<String>,
        options: Option<JsCompareOptions>,
    ) -> Result<JsAlignment, JsValue> {
        let compared = self.compared(ids, options)?;
        Ok(places::part(&compared, &["links", "meetings", "taught"]).into())
    }

    /// For each source, what most of the others tell and it does not.
    ///
    /// # Errors
    /// As `compare`.
    pub fn silences(&self, ids: Vec<String>) -> Result<JsSilences, JsValue> {
        Ok(places::field(&self.compared(ids, None)?, "silences").into())
    }

    /// Which sources tell the same event, with what they share.
    ///
    /// # Errors
    /// When nothing was built or opened.
    #[wasm_bindgen(js_name = match)]
    pub fn matches(&self, options: Option<JsTableOptions>) -> Result<JsMatches, JsValue> {
        match self.answer(&self::asked::<Asked, _>(options)?.matches())? {
            Response::Matches(matches) => Ok(value(&matches).into()),
            _ => Err(unexpected()),
        }
    }

    /// Stretches that sources have in the same words, and who had them first.
    ///
    /// # Errors
    /// When nothing was built or opened.
    pub fn reuse(&self, options: Option<JsTableOptions>) -> Result<JsReuse, JsValue> {
        match self.answer(&self::asked::<Asked, _>(options)?.reuse())? {
            Response::Reuse(reuse) => Ok(self.placed(value(&reuse))?.into()),
            _ => Err(unexpected()),
        }
    }

    /// What is typical of some sources (`filter`) against others (`against`).
    ///
    /// # Errors
    /// When nothing was built or opened.
    pub fn keyness(&self, options: Option<JsTableOptions>) -> Result<JsKeyness, JsValue> {
        let asked = asked::<Asked, _>(options)?;
        let all = self.engine()?.index().sources.iter().map(|source| source.id().to_owned());
        match self.answer(&asked.keyness(all))? {
            Response::Keyness(keyness) => Ok(self.placed(value(&keyness))?.into()),
            _ => Err(unexpected()),
        }
    }

    /// Numbers with units and what they count, side by side.
    ///
    /// # Errors
    /// As `compare`.
    pub fn figures(&self, ids: Vec<String>) -> Result<JsFigures, JsValue> {
        Ok(self.told(ids, "figures")?.into())
    }

    /// Dates that the texts tell, side by side.
    ///
    /// # Errors
    /// As `compare`.
    pub fn dates(&self, ids: Vec<String>) -> Result<JsDates, JsValue> {
        Ok(self.told(ids, "dates")?.into())
    }

    /// Quotations with their speakers, side by side.
    ///
    /// # Errors
    /// As `compare`.
    pub fn quotations(&self, ids: Vec<String>) -> Result<JsQuotations, JsValue> {
        Ok(self.told(ids, "quotations")?.into())
    }
}

impl Tellings {
    fn answer(&self, request: &Request) -> Result<Response, JsValue> {
        self.engine()?.ask(request).map_err(refused)
    }

    fn compared(
        &self,
        ids: Vec<String>,
        options: Option<JsCompareOptions>,
    ) -> Result<JsValue, JsValue> {
        let asked = asked::<Asked, _>(options)?;
        let sources = self.engine()?.index().sources;
        let text = |id: &str| sources.find(id).map(|source| source.text());
        let request = asked.compare(ids.clone(), text);
        let Response::Comparison(comparison) = self.answer(&request)? else {
            return Err(unexpected());
        };
        Ok(value(&Comparison::new(&comparison, &self.places(&ids)?)))
    }

    fn told(&self, ids: Vec<String>, what: &str) -> Result<JsValue, JsValue> {
        let places = self.places(&ids)?;
        let Response::Told(told) = self.answer(&Request::Told { ids: ids.clone() })? else {
            return Err(unexpected());
        };
        let rows = match what {
            "figures" => value(&told.figures),
            "dates" => value(&told.dates),
            _ => value(&told.quotations),
        };
        places::place_cells(&rows, &ids, &places);
        Ok(rows)
    }

    fn placed(&self, answer: JsValue) -> Result<JsValue, JsValue> {
        let mut ids = Vec::new();
        places::named(&answer, &mut ids);
        places::place(&answer, &self.places(&ids)?, None);
        Ok(answer)
    }

    /// Where positions in those sources come from.
    fn places(&self, ids: &[String]) -> Result<Places<'_>, JsValue> {
        let sources = self.engine()?.index().sources;
        let own = |id: &String| Some((id.clone(), Positions::utf16(sources.find(id)?.text())));
        Ok(ids.iter().filter_map(own).collect())
    }
}

fn asked<T: DeserializeOwned + Default, O: Into<JsValue>>(
    options: Option<O>,
) -> Result<T, JsValue> {
    let read = |options: O| from_value(options.into()).map_err(|error| thrown(&error.to_string()));
    options.map_or_else(|| Ok(T::default()), read)
}

fn unexpected() -> JsValue {
    thrown("the engine answered something else")
}
