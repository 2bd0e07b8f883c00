//! A table to take along: as CSV, JSON or Markdown.
//!
//! In: heads and rows of words. Out: the text of a file. Every row has as many cells as
//! there are heads. Saving it is for [`export`](super::export).

use std::fmt::Write as _;

use crate::text::{csv_row, json};

/// A table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// What stands above each column.
    pub heads: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<String>>,
}

/// The shapes a table can be taken along in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Comma-separated values, for spreadsheets.
    Csv,
    /// A list of objects, for programs.
    Json,
    /// A table of Markdown, for texts.
    Markdown,
    /// Cells parted by tabs: what can be pasted into a spreadsheet.
    Tabs,
}

impl Shape {
    /// Those of files.
    pub const FILES: [Self; 3] = [Self::Csv, Self::Json, Self::Markdown];

    /// What it is called, how its files end, and their type.
    #[must_use]
    pub const fn names(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Csv => ("CSV", "csv", "text/csv;charset=utf-8"),
            Self::Json => ("JSON", "json", "application/json"),
            Self::Markdown => ("Markdown", "md", "text/markdown;charset=utf-8"),
            Self::Tabs => ("TSV", "tsv", "text/tab-separated-values;charset=utf-8"),
        }
    }
}

impl Table {
    /// A table with these heads.
    #[must_use]
    pub fn new(heads: &[&str]) -> Self {
        Self { heads: heads.iter().map(|head| (*head).to_owned()).collect(), rows: Vec::new() }
    }

    /// The text of a file of that shape.
    #[must_use]
    pub fn write(&self, shape: Shape) -> String {
        let mut out = String::new();
        match shape {
            Shape::Csv => {
                for row in std::iter::once(&self.heads).chain(&self.rows) {
                    csv_row(&mut out, row.iter().map(String::as_str));
                }
            }
            Shape::Json => {
                let counts: Vec<bool> =
                    (0..self.heads.len()).map(|column| self.is_of_numbers(column)).collect();
                out.push('[');
                for (at, row) in self.rows.iter().enumerate() {
                    out.push_str(if at == 0 { "\n{" } else { ",\n{" });
                    for (at, (head, cell)) in self.heads.iter().zip(row).enumerate() {
                        out.push_str(if at == 0 { "" } else { ", " });
                        out.push_str(&json(head));
                        out.push_str(": ");
                        match counts.get(at) {
                            Some(true) if cell.is_empty() => out.push_str("null"),
                            Some(true) => out.push_str(cell),
                            _ => out.push_str(&json(cell)),
                        }
                    }
                    out.push('}');
                }
                out.push_str("\n]\n");
            }
            Shape::Markdown => {
                let rule = vec!["---".to_owned(); self.heads.len()];
                for row in [&self.heads, &rule].into_iter().chain(&self.rows) {
                    out.push('|');
                    for cell in row {
                        let _ = write!(out, " {} |", one_line(cell).replace('|', "\\|"));
                    }
                    out.push('\n');
                }
            }
            Shape::Tabs => {
                for row in std::iter::once(&self.heads).chain(&self.rows) {
                    let cells: Vec<String> = row.iter().map(|cell| one_line(cell)).collect();
                    out.push_str(&cells.join("\t"));
                    out.push('\n');
                }
            }
        }
        out
    }
}

impl Table {
    /// Whether a column has numbers only, which are numbers to programs, too: in one column
    /// everything is of one type.
    fn is_of_numbers(&self, column: usize) -> bool {
        let cells = || self.rows.iter().filter_map(|row| row.get(column));
        cells().all(|cell| cell.is_empty() || is_number(cell))
            && cells().any(|cell| !cell.is_empty())
    }
}

fn one_line(cell: &str) -> String {
    cell.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The most letters of a number that every reader of JSON reads exactly.
const EXACT: usize = 15;

/// Whether a cell is a number as JSON writes them.
fn is_number(cell: &str) -> bool {
    if cell.len() > EXACT {
        return false;
    }
    let digits = cell.strip_prefix('-').unwrap_or(cell);
    let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
    let all = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    all(whole) && all(part) && (whole == "0" || !whole.starts_with('0'))
}

#[cfg(test)]
mod tests {
    use super::{Shape, Table};

    fn table() -> Table {
        let mut table = Table::new(&["name", "count"]);
        table.rows.push(vec!["a \"b\",\nc|d\\".to_owned(), "12".to_owned()]);
        table.rows.push(vec!["007".to_owned(), "-1.5".to_owned()]);
        table
    }

    #[test]
    fn each_shape_keeps_what_structures_it_out_of_the_cells() {
        assert_eq!(
            table().write(Shape::Csv),
            "name,count\r\n\"a \"\"b\"\",\nc|d\\\",12\r\n007,-1.5\r\n"
        );
        assert_eq!(
            table().write(Shape::Markdown),
            "| name | count |\n| --- | --- |\n| a \"b\", c\\|d\\ | 12 |\n| 007 | -1.5 |\n"
        );
        assert_eq!(table().write(Shape::Tabs), "name\tcount\na \"b\", c|d\\\t12\n007\t-1.5\n");
    }

    #[cfg(feature = "cli")]
    #[test]
    fn json_is_read_back_with_columns_of_numbers_as_numbers() {
        let mut table = table();
        table.rows.push(vec!["2017".to_owned(), String::new()]);
        let read: serde_json::Value = serde_json::from_str(&table.write(Shape::Json)).unwrap();
        assert_eq!(
            read,
            serde_json::json!([
                { "name": "a \"b\",\nc|d\\", "count": 12 },
                { "name": "007", "count": -1.5 },
                { "name": "2017", "count": null },
            ])
        );
    }
}
