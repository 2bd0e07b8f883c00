//! The shapes of what is counted, told and copied, outside the page.
//!
//! In: answers of the engine and, for each source, how to count its positions. Out: values
//! to print or to hand to JavaScript: [`Value`]s whose every span has become `start` and
//! `end` in the positions of its source. Field names are those of the protocol, so they
//! are part of the interface.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Map, Value};

use super::units::Positions;
use crate::protocol::{Diff, Told};

/// Where positions come from: those of each source by id, bytes for the others.
pub type Places<'a> = BTreeMap<String, Positions<'a>>;

/// An answer whose passages say which source they are of.
///
/// # Errors
/// Never for answers of the engine; the message says why a value cannot be written.
pub fn table(answer: &impl Serialize, places: &Places<'_>) -> Result<Value, String> {
    let mut value = serde_json::to_value(answer).map_err(|error| error.to_string())?;
    flatten(&mut value, places, None);
    Ok(value)
}

/// What sources tell: each cell is of the source in the same place of `sources`.
///
/// # Errors
/// As [`table`].
pub fn told(answer: &Told, places: &Places<'_>) -> Result<Value, String> {
    let mut value = serde_json::to_value(answer).map_err(|error| error.to_string())?;
    for rows in ["figures", "dates", "quotations"] {
        for row in value[rows].as_array_mut().into_iter().flatten() {
            let cells = row["cells"].as_array_mut().into_iter().flatten();
            for (cell, source) in cells.zip(&answer.sources) {
                flatten(cell, places, Some(source));
            }
        }
    }
    Ok(value)
}

/// The words by which two stretches differ.
///
/// # Errors
/// As [`table`].
pub fn diff(answer: &Diff, places: &Places<'_>) -> Result<Value, String> {
    let mut value = serde_json::to_value(answer).map_err(|error| error.to_string())?;
    for edit in value["edits"].as_array_mut().into_iter().flatten() {
        for (side, source) in [("a", &answer.a.source), ("b", &answer.b.source)] {
            span(&mut edit[side], places, Some(source));
        }
    }
    for side in ["a", "b"] {
        flatten(&mut value[side], places, None);
    }
    Ok(value)
}

/// Turns the spans in `value` into positions. An object that names its source has its
/// `span` put in its own place: `{source, start, end}`.
fn flatten(value: &mut Value, places: &Places<'_>, source: Option<&str>) {
    match value {
        Value::Array(list) => list.iter_mut().for_each(|one| flatten(one, places, source)),
        Value::Object(fields) if is_span(fields) => span(value, places, source),
        Value::Object(fields) => {
            let named = fields.get("source").and_then(Value::as_str).map(str::to_owned);
            let source = named.as_deref().or(source);
            fields.values_mut().for_each(|one| flatten(one, places, source));
            if let Some(Value::Object(inner)) = fields.remove("span") {
                fields.extend(inner);
            }
        }
        _ => {}
    }
}

fn is_span(fields: &Map<String, Value>) -> bool {
    fields.len() == 2 && fields.contains_key("start") && fields.contains_key("end")
}

fn span(value: &mut Value, places: &Places<'_>, source: Option<&str>) {
    let Some(positions) = source.and_then(|source| places.get(source)) else { return };
    for field in ["start", "end"] {
        let at = value[field].as_u64().and_then(|at| u32::try_from(at).ok()).unwrap_or_default();
        value[field] = Value::from(positions.of(at));
    }
}

#[cfg(test)]
mod tests {
    use super::{Places, diff, table};
    use crate::{
        api::units::Positions,
        protocol::{Diff, Edit, Passage},
        span::Span,
    };

    #[test]
    fn a_passage_is_told_in_the_positions_of_its_source() {
        let places = Places::from([("b".to_owned(), Positions::utf16("ддд"))]);
        let passage = |source: &str| Passage { source: source.into(), span: Span::new(2, 4) };
        let value = table(&[passage("a"), passage("b")], &places).unwrap();
        assert_eq!(
            value.to_string(),
            r#"[{"end":4,"source":"a","start":2},{"end":2,"source":"b","start":1}]"#
        );
        let edits = vec![Edit { same: true, a: Span::new(2, 4), b: Span::new(2, 4) }];
        let value = diff(&Diff { a: passage("a"), b: passage("b"), edits }, &places).unwrap();
        assert_eq!(value["edits"][0]["a"]["start"], 2);
        assert_eq!(value["edits"][0]["b"]["start"], 1);
        assert_eq!(value["b"]["end"], 2);
    }
}
