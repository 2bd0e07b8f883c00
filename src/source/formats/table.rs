//! A table (CSV, TSV) to documents: a row a source, or the table itself as one.
//!
//! In: rows whose first names the columns. Out: a document a row, where a column holds the
//! texts, the other columns mapped or kept in its report. A table without such a column is
//! one source, a line a row. The sign between cells is the one that parts the first rows
//! into the same number of cells, more than one.

use std::collections::BTreeMap;

use csv::{ReaderBuilder, StringRecord};

use super::{File, Format, Read};
use crate::{
    error::{Error, Kind, Result},
    lang::Lang,
    source::{
        BlockKind, Report,
        assembly::{Assembly, row},
        dates::{self, Habit, Home, Order},
        decode::{self, Decoded},
        import::{self, Raw},
        record::{self, Meaning, Place, Value},
    },
};

/// Tables.
pub(super) static TABLE: Format =
    Format { name: "table", extensions: &["csv", "tsv", "tab"], begins: |_| false, read };

/// Cells of so many bytes on average are texts, whatever their column is called.
const PROSE: usize = 80;

fn read(file: &File<'_>) -> Result<Read> {
    let decoded = decode::decode(file.bytes)?;
    let text = decoded.text.trim_start_matches('\u{feff}');
    let delimiter = delimiter(text, file.name);
    let rows = rows(text, delimiter, usize::MAX);
    let Some((head, body)) = rows.split_first() else {
        return Err(Error::new(Kind::Input, "the table has no row"));
    };
    let mut names: Vec<String> = head.iter().map(|name| name.trim().to_owned()).collect();
    let has_text = |names: &[String]| {
        record::meanings(names).iter().flatten().any(|one| *one == Meaning::Text)
    };
    let mut notes = Vec::new();
    if !has_text(&names) {
        let Some(at) = prose(body, names.len()) else { return whole(file, &rows, decoded) };
        notes.push(format!(
            "The column “{}” was taken for the texts: it is the longest.",
            names[at]
        ));
        names[at] = "text".to_owned();
    }
    let habits = habits(body, &names);
    for (at, habit) in &habits {
        let first = if habit.order == Order::DayFirst { "day" } else { "month" };
        notes.push(format!(
            "Dates of “{}” are read with the {first} first, as others of the column show.",
            names[*at]
        ));
    }
    let mut read = Read::default();
    for (nth, cells) in body.iter().enumerate() {
        let (mut fields, mut written) = (Vec::new(), Vec::new());
        for (at, (name, cell)) in names.iter().zip(cells.iter()).enumerate() {
            if cell.trim().is_empty() {
                continue;
            }
            let field = |cell: &str| (name.clone(), Value::Word(cell.to_owned()));
            match habits.get(&at).and_then(|habit| settled(cell, habit)) {
                Some(date) => {
                    fields.push(field(&date));
                    written.push(field(cell));
                }
                None => fields.push(field(cell)),
            }
        }
        // As it was written, because nothing is lost: the first of a name is what counts.
        fields.append(&mut written);
        for extra in cells.iter().skip(names.len()) {
            fields.push(("(no column)".to_owned(), Value::Word(extra.to_owned())));
        }
        let place = Place { file: file.name, nth: nth + 2, encoding: decoded.encoding };
        let line = cells
            .position()
            .map_or(nth + 2, |place| usize::try_from(place.line()).unwrap_or(nth + 2));
        let problem = |error: Error| error.in_file(file.name).at_line(line);
        match record::document(&place, fields, "row") {
            Ok((mut document, unused)) => {
                document.report.notes.extend(notes.iter().chain(&decoded.notes).cloned());
                read.documents.push(document);
                let unused = unused.into_iter().map(|what| problem(Error::new(Kind::Input, what)));
                read.problems.extend(unused);
            }
            Err(error) => read.problems.push(problem(error)),
        }
    }
    Ok(read)
}

/// The columns of dates whose cells show together whether the day or the month stands first.
fn habits(body: &[StringRecord], names: &[String]) -> BTreeMap<usize, Habit> {
    let meanings = record::meanings(names).into_iter().enumerate();
    let dates = meanings.filter(|(_, meaning)| {
        matches!(meaning, Some(Meaning::Date | Meaning::Updated | Meaning::Captured))
    });
    dates
        .filter_map(|(at, _)| {
            let column: Vec<&str> = body.iter().filter_map(|row| row.get(at)).collect();
            // The rows may be in any language and from anywhere: only their dates count.
            Some((at, dates::habit(&column.join("\n"), Home::default(), || Lang::UND)?))
        })
        .collect()
}

/// The date that a column of this habit means by a cell that can be read in two ways.
fn settled(cell: &str, habit: &Habit) -> Option<String> {
    let date = dates::written(cell).into_iter().next()?;
    date.either.is_some().then(|| date.settled(Some(habit), None).0)
}

fn rows(text: &str, delimiter: u8, limit: usize) -> Vec<StringRecord> {
    let mut reader = ReaderBuilder::new()
        .delimiter(delimiter)
        .flexible(true)
        .has_headers(false)
        .from_reader(text.as_bytes());
    // The text is UTF-8 and rows may have any length: there is nothing left to fail.
    reader.records().filter_map(std::result::Result::ok).take(limit).collect()
}

/// The sign between cells: where several would do, the one that makes most cells.
fn delimiter(text: &str, name: &str) -> u8 {
    let first = if super::extension(name).is_some_and(|end| !end.eq_ignore_ascii_case("csv")) {
        b'\t'
    } else {
        b','
    };
    let cells = |delimiter: u8| {
        let rows = rows(text, delimiter, 20);
        let width = rows.first().map_or(0, StringRecord::len);
        let even = rows.iter().filter(|row| row.len() == width).count();
        // All rows but the odd one (a cell that holds the sign) are as wide as the first.
        if width > 1 && even * 4 >= rows.len() * 3 { width } else { 0 }
    };
    [first, b',', b';', b'\t', b'|']
        .into_iter()
        .rev()
        .max_by_key(|delimiter| (cells(*delimiter), *delimiter == first))
        .unwrap_or(first)
}

/// The column whose cells are the longest, if they are long enough to be texts.
fn prose(body: &[StringRecord], columns: usize) -> Option<usize> {
    let bytes = |at: usize| body.iter().map(|row| row.get(at).map_or(0, str::len)).sum::<usize>();
    let (bytes, at) = (0..columns)
        .map(|at| (bytes(at), at))
        .max_by_key(|&(bytes, at)| (bytes, usize::MAX - at))?;
    (!body.is_empty() && bytes >= PROSE * body.len()).then_some(at)
}

/// The table as one source.
fn whole(file: &File<'_>, rows: &[StringRecord], decoded: Decoded) -> Result<Read> {
    let mut assembly = Assembly::default();
    let lines: Vec<String> = rows
        .iter()
        .map(|cells| row(&cells.iter().map(str::to_owned).collect::<Vec<_>>()))
        .filter(|line| !line.is_empty())
        .collect();
    assembly.known(BlockKind::List, &lines.join("\n"), "rows of a table");
    let mut notes = decoded.notes;
    notes.push(
        "No column of the table holds texts: the table is one source, a line a row.".to_owned(),
    );
    let report = Report {
        encoding: decoded.encoding.to_owned(),
        replaced: decoded.replaced,
        notes,
        ..Report::default()
    };
    Read::one(import::document(Raw::assembled(
        import::id_of(file.name),
        file.name,
        assembly,
        report,
    )))
}

#[cfg(test)]
mod tests {
    use crate::source::formats::read;

    #[test]
    fn a_row_is_a_source_whatever_parts_the_cells() {
        for sign in [",", ";", "\t", "|"] {
            let file = format!(
                "id{sign}Title{sign}text{sign}views\na{sign}Bridge{sign}\"One{sign} \"\"two\"\"\nthree.\"{sign}5\nb{sign}{sign}Four.{sign}\n"
            );
            let found = read("x.csv", file.as_bytes()).unwrap();
            assert_eq!(found.problems, [], "{sign:?}");
            let source = &found.documents[0];
            assert_eq!(source.text, format!("One{sign} \"two\"\nthree."), "{sign:?}");
            assert_eq!(source.meta.title.as_ref().unwrap().value, "Bridge");
            assert_eq!(source.report.fields, [("views".to_owned(), "5".to_owned())]);
            assert_eq!(found.documents[1].id, "b");
        }
    }

    #[test]
    fn dates_of_a_column_are_read_as_the_clearest_of_them() {
        let found = read("x.csv", b"id,date,text\na,05/10/2018,One.\nb,23/10/2018,Two.\n").unwrap();
        let dates: Vec<&str> = found
            .documents
            .iter()
            .map(|source| source.meta.date.as_ref().unwrap().value.as_str())
            .collect();
        assert_eq!(dates, ["2018-10-05", "2018-10-23"]);
        let report = &found.documents[0].report;
        assert_eq!(report.fields, [("date".to_owned(), "05/10/2018".to_owned())]);
        assert!(report.notes[0].contains("day first"), "{:?}", report.notes);
    }

    #[test]
    fn a_row_without_text_is_named_by_its_line() {
        let found = read("x.csv", b"id,text\na,\"One\nmore.\"\nb,\nc,Three.\n").unwrap();
        assert_eq!(found.documents.len(), 2);
        assert!(
            found.problems[0].to_string().starts_with("x.csv: line 4: "),
            "{}",
            found.problems[0]
        );
    }

    #[test]
    fn a_column_of_long_cells_holds_the_texts() {
        let long = "The mayor opened the bridge on Monday. ".repeat(4);
        let found =
            read("x.tsv", format!("who\twhat\nAnn\t{long}\nBob\t{long}\n").as_bytes()).unwrap();
        assert_eq!(found.documents.len(), 2);
        assert!(found.documents[0].report.notes[0].contains("“what”"));
        assert_eq!(found.documents[0].report.fields[0].1, "Ann");
    }

    #[test]
    fn a_table_without_texts_is_one_source() {
        let found = read("x.csv", b"City,Dead\nSofia,3\nKyiv,4\n").unwrap();
        assert_eq!(found.documents[0].text, "City | Dead\nSofia | 3\nKyiv | 4");
    }
}
