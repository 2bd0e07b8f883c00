//! Rows that spreadsheets read.
//!
//! In: the fields of a row. Out: comma-separated values (RFC 4180): fields in quotation
//! marks where they need them, a row ended by CR LF. Which fields there are is for whoever
//! has a table.

/// Adds a row.
pub fn csv_row<'f>(out: &mut String, fields: impl IntoIterator<Item = &'f str>) {
    for (at, field) in fields.into_iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        if field.contains([',', '"', '\r', '\n']) {
            out.push('"');
            out.push_str(&field.replace('"', "\"\""));
            out.push('"');
        } else {
            out.push_str(field);
        }
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::csv_row;

    #[test]
    fn fields_are_quoted_where_they_need_it() {
        let mut out = String::new();
        csv_row(&mut out, ["a", "b,c", "d \"e\"", "f\ng", ""]);
        assert_eq!(out, "a,\"b,c\",\"d \"\"e\"\"\",\"f\ng\",\r\n");
    }
}
