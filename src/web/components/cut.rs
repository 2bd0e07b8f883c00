//! Words for which there is little room.
//!
//! In: a text and how many letters of it fit. Out: its beginning, with a sign where it is
//! cut, between words where there are any.

/// The first letters of a text.
#[must_use]
pub fn cut(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((end, _)) => {
            let begun = &text[..end];
            format!("{}…", begun[..begun.rfind(' ').unwrap_or(end)].trim_end())
        }
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::cut;

    #[test]
    fn a_text_is_cut_between_words() {
        assert_eq!(cut("one two three", 9), "one two…");
        assert_eq!(cut("разговор", 4), "разг…");
        assert_eq!(cut("one two", 9), "one two");
    }
}
